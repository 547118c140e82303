"""The index of search: small scripts of which a browser fetches those that its words need.

They are scripts and not data, because a browser lets no page of a folder read data. Results are numbered: subjects by
name, then facts by their weight and their time, the weightiest and newest last. There is room behind the subjects, and
behind the facts of each weight, so that what is newer gets the next number and leaves the others as they are; and words
are cut into scripts at words that tell so themselves. So a change of one fact changes the scripts of its words alone.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby, pairwise
from operator import attrgetter
from types import MappingProxyType
from zlib import crc32

from generator.exports.indexed import INNER, NUMBERS, PARTLY, SCALES, Indexed, as_json, indexed, plain
from generator.exports.told import Told
from generator.site.pages.explore import further_choices
from generator.site.parts.search_entries import SearchEntry, subject_entries
from generator.work.canonical import Digests
from generator.work.store import kept

FOLDER = "search"  # known to `finding.js`
INDEXED = "indexed"  # the step of what entries have in it, in the store
SCRIPT = "finding.take({name},{digest},{value});\n"
STEP = 20  # results of a script
SIZE = 16_000  # characters of a script of words
ENOUGH = 12_000  # of one that may end, before one of so many words that BEGINS says
BEGINS = 16
DIGEST = 6  # letters of the digest of a script
SHORT = 3  # letters of a word that is found as a whole alone, and has no other spelling near it
Numbers = list[int]


def search_files(told: Told) -> dict[str, str]:
    """Every script of the index by its path."""
    subjects = tuple(subject_entries(told.context))
    key_of, make = partial(Digests().of, subjects), partial(_each_indexed, subjects)
    facts = [fact for of_article in told.of_articles.values() for fact in of_article.found]
    entries = (*kept(told.store, INDEXED, key_of, make), *facts)
    return index_of(entries, further_choices(told.context, (fact.facets for fact in facts)))


def _each_indexed(entries: Iterable[SearchEntry]) -> tuple[Indexed, ...]:
    return tuple(map(indexed, entries))


def index_of(
    found: Iterable[Indexed], further: Mapping[str, Sequence[tuple[str, str]]] = MappingProxyType({})
) -> dict[str, str]:
    """Every script by its path."""
    read, ranges = _numbered(found)
    keys = _keys(read)
    scripts = [*_scripts_of(keys)]
    parts = {f"words-{n}": as_json(script) for n, script in enumerate(scripts)} | _found(read)
    parts |= {"facets": as_json(_facets(read)), "order": as_json(_order(read))}
    parts["vocabulary"] = as_json(" ".join(_vocabulary(read.values(), keys)))
    parts |= {"further": as_json(further)} if further else {}
    digests = {
        name: hashlib.blake2b(value.encode(), digest_size=DIGEST // 2).hexdigest() for name, value in parts.items()
    }
    parts["index"] = as_json(
        {
            "pages": ranges[1][0] if len(ranges) > 1 else ranges[0][1],
            "all": ranges[-1][1],
            "ranges": ranges,
            "step": STEP,
            "digests": _by_kind(digests),
            "digest": DIGEST,
            "starts": [next(iter(script)) for script in scripts],
            "longest": max((key.count(" ") + 1 for key in keys), default=1),
            "inner": INNER,
            "partly": PARTLY,
            "numbers": NUMBERS,
            "scales": SCALES,
        }
    )
    return {
        f"{FOLDER}/{name}.js": SCRIPT.format(name=as_json(name), digest=as_json(digests.get(name, "")), value=value)
        for name, value in parts.items()
    }


def _by_kind(digests: Mapping[str, str]) -> dict[str, str]:
    """The digests of the scripts of each kind in the order of their numbers: two editions are never mixed."""
    kinds: dict[str, list[str]] = {}
    for name, digest in digests.items():
        kind, _, number = name.partition("-")
        of_kind = kinds.setdefault(kind, [])
        of_kind += ["-" * DIGEST] * (int(number or 0) - len(of_kind))  # of numbers that nothing has
        of_kind.append(digest)
    return {kind: "".join(of_kind) for kind, of_kind in kinds.items()}


def _numbered(found: Iterable[Indexed]) -> tuple[dict[int, Indexed], list[tuple[int, int]]]:
    """Subjects kind by kind and by name, then facts: the weightiest last, of these the newest; with the numbers that
    are taken of the subjects, and of the facts of each class, from one to before the other.
    """
    given = list(found)
    kinds = {kind: place for place, kind in enumerate(dict.fromkeys(entry.what for entry in given))}
    subjects = [entry for entry in given if entry.what != "fact"]
    subjects.sort(key=lambda entry: (kinds[entry.what], entry.name.casefold(), entry.url))
    facts = [entry for entry in given if entry.what == "fact"]
    facts.sort(key=attrgetter("weight", "is_dated", "place"))
    entries, ranges, start = dict[int, Indexed](), list[tuple[int, int]](), 0
    for group in (subjects, *(list(group) for _, group in groupby(facts, key=attrgetter("weight", "is_dated")))):
        entries |= dict(enumerate(group, start))
        ranges.append((start, start + len(group)))
        start += _room(len(group))
    return entries, ranges


def _room(count: int) -> int:
    """How many numbers so many have, and what comes behind them: whole scripts of results, twice as many if need be."""
    room = STEP if count else 0
    while room < count:
        room *= 2
    return room


def _found(read: Mapping[int, Indexed]) -> dict[str, str]:
    """The scripts of results, each by its number, with those in it in order."""
    scripts: dict[str, list[str]] = {}
    for number, entry in read.items():
        scripts.setdefault(f"found-{number // STEP}", []).append(entry.result)
    return {name: f"[{','.join(results)}]" for name, results in scripts.items()}


def _keys(read: Mapping[int, Indexed]) -> dict[str, tuple[Numbers, Numbers]]:
    """Each word and spelling with the numbers of those that it finds first, and of those that it finds too."""
    keys: dict[str, tuple[Numbers, Numbers]] = defaultdict(lambda: ([], []))
    for number, entry in read.items():
        for key in filter(None, entry.first.split("\n")):
            keys[key][0].append(number)
        for key in filter(None, entry.also.split("\n")):
            keys[key][1].append(number)
    ordered = sorted(keys, key=lambda key: key.encode("utf-16-be"))  # as a browser compares them
    return {key: (_steps(keys[key][0]), _steps(keys[key][1])) for key in ordered}


def _steps(numbers: Sequence[int]) -> Numbers:
    """The first number, then how much each is more than the one before: shorter than the numbers, which rise."""
    return [one - other for other, one in pairwise([0, *numbers])]


def _scripts_of(keys: Mapping[str, tuple[Numbers, Numbers]]) -> Iterator[dict[str, tuple[Numbers, Numbers]]]:
    """The words in their order, cut so that no script is much longer than it may be: where one is long enough, before
    the next word that may begin one, so that a longer list moves the cuts beside it alone.
    """
    script: dict[str, tuple[Numbers, Numbers]] = {}
    length = 0
    for key, numbers in keys.items():
        entry = len(as_json({key: numbers}))
        is_full = length + entry > SIZE or (length > ENOUGH and not crc32(key.encode()) % BEGINS)
        if script and is_full:
            yield script
            script, length = {}, 0
        script[key], length = numbers, length + entry
    yield script or {"": ([], [])}


def _facets(entries: Mapping[int, Indexed]) -> dict[str, dict[str, Numbers]]:
    filed: dict[str, dict[str, Numbers]] = defaultdict(lambda: defaultdict(list))
    for number, entry in entries.items():
        for facet, value in entry.facets:
            filed[facet][value].append(number)
    return {facet: {value: _steps(numbers) for value, numbers in sorted(filed[facet].items())} for facet in filed}


def _order(entries: Mapping[int, Indexed]) -> dict[str, object]:
    """The facts from the oldest to the newest, and those without a date, which are last in either order."""
    facts = [number for number in reversed([*entries]) if entries[number].what == "fact"]
    dated = [number for number in facts if entries[number].is_dated]
    undated = [number for number in facts if not entries[number].is_dated]
    return {"dated": sorted(dated, key=lambda number: entries[number].place), "undated": undated}


def _vocabulary(read: Iterable[Indexed], keys: Mapping[str, tuple[Numbers, Numbers]]) -> Iterator[str]:
    """Every word and name of facts as it is mostly written, the most frequent first; one of them may be meant."""
    written: Counter[str] = Counter()
    for entry in read:
        written.update(entry.spellings.split())
    spellings: dict[str, dict[str, int]] = defaultdict(dict)
    for word, times in written.items():
        spellings[plain(word)][word] = times
    for word in sorted(spellings, key=lambda word: (-sum(map(len, keys.get(word, ()))), word)):
        if word in keys and len(word) > SHORT:
            yield max(spellings[word], key=lambda spelling: (spellings[word][spelling], spelling))
