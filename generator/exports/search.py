"""The index of search: small scripts of which a browser fetches those that its words need.

They are scripts and not data, because a browser lets no page of a folder read data. Results are numbered: subjects by
name, then facts by their weight and their time, the weightiest and newest last. There is room behind the subjects, and
behind the facts of each weight, so that what is newer gets the next number and leaves the others as they are; and words
are cut into scripts at words that tell so themselves. So a change of one fact changes the scripts of its words alone.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import groupby, pairwise
from types import MappingProxyType
from unicodedata import category, normalize
from zlib import crc32

from generator.analysis.order import Place
from generator.evidence.languages.english import TENS, UNITS
from generator.evidence.name_parts import UNFOLDED
from generator.site.pages.explore import further_choices
from generator.site.parts.context import RenderContext
from generator.site.parts.search_entries import SearchEntry, search_entries
from generator.site.render.typography import typographic
from generator.work.canonical import Digests
from generator.work.store import Keeping, kept

FOLDER = "search"  # known to `finding.js`
INDEXED = "indexed"  # the step of what entries have in it, in the store
SCRIPT = "finding.take({name},{digest},{value});\n"
STEP = 20  # results of a script
SIZE = 16_000  # characters of a script of words
ENOUGH = 12_000  # of one that may end, before one of so many words that BEGINS says
BEGINS = 16
DIGEST = 6  # letters of the digest of a script
INNER = 8  # letters of a part of a word
ALSO = str.maketrans({"ß": "ss", "ς": "σ"})
FOLDED = UNFOLDED | ALSO
# Scripts whose words are not set apart, or carry what belongs to others: a part of a word finds it. Hebrew and
# Arabic, the scripts of South-East Asia, and those of East Asia.
PARTLY = (
    "\u0590-\u08ff\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff"
    "\U00020000-\U0003ffff"
)
NUMBERS = {word: number for number, word in enumerate(UNITS)} | TENS
SCALES = {"hundred": 100, "thousand": 1000}  # that are written out in figures too; a million seldom is
SHORT = 3  # letters of a word that is found as a whole alone, and has no other spelling near it
NOWHEN = Place(0, 0, 0)  # what has no date
Numbers = list[int]
_PART = re.compile(f"[{PARTLY}]")
_RUNS = re.compile(f"[{PARTLY}]+|[^{PARTLY} ]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_COUNT = re.compile(r"[0-9]{1,6}")
_ACRONYM = re.compile(r"(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_]|\.[^\W_])\.?")
_THOUSANDS = re.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))")
_DECIMAL = re.compile(r"(?<![\d.,])(\d+)[.,](\d+)(?![\d]|[.,]\d)")
_POSSESSIVE = re.compile(r"(?<=[^\W_])['’][sS](?![^\W_])")


def search_files(context: RenderContext, store: Keeping | None = None) -> dict[str, str]:
    """Every script of the index by its path; what an article has in it is kept."""
    entries = search_entries(context, store)
    further = further_choices(context, (entry.facets for entry in entries if entry.what == "fact"))
    return index_of(entries, further, _kept_index(entries, store))


@dataclass(frozen=True)
class Indexed:
    """What the index has of an entry, which follows from that entry alone."""

    first: frozenset[str]  # the words and spellings that find it first
    also: frozenset[str]  # and those that find it too
    result: str  # as JSON
    spellings: Mapping[str, int]  # how often each word stands in a fact, as it is written


def indexed(entry: SearchEntry) -> Indexed:
    """The words of an entry, and its result; the numbers of all entries together are given later."""
    first = frozenset((*_words_in(entry.names), *_spelt(entry.named)))
    also = frozenset((*_words_in(entry.words), *_spelt(entry.about))) - first
    texts = (*entry.names, *entry.words, *entry.named, *entry.about) if entry.what == "fact" else ()
    return Indexed(
        first, also, _json(_result(entry)), Counter(word for text in texts for word in _LETTERS.findall(text))
    )


def _kept_index(entries: Iterable[SearchEntry], store: Keeping | None) -> Callable[[SearchEntry], Indexed]:
    """What `indexed` gives of each of these entries, kept by the page that they lead to, or else together."""
    groups, digests, known = defaultdict[str, list[SearchEntry]](list), Digests(), dict[int, Indexed]()
    for entry in entries:
        groups[entry.link.url.partition("#")[0] if entry.what == "fact" else ""].append(entry)
    for group in groups.values():
        of_group = kept(store, INDEXED, partial(digests.of, group), partial(_each_indexed, group))
        known |= zip(map(id, group), of_group, strict=True)
    return lambda entry: known[id(entry)]


def _each_indexed(entries: Iterable[SearchEntry]) -> tuple[Indexed, ...]:
    return tuple(map(indexed, entries))


def index_of(
    found: Iterable[SearchEntry],
    further: Mapping[str, Sequence[tuple[str, str]]] = MappingProxyType({}),
    index: Callable[[SearchEntry], Indexed] = indexed,
) -> dict[str, str]:
    """Every script by its path; `index` may be a function that keeps what `indexed` gave."""
    entries, ranges = _numbered(found)
    read = {number: index(entry) for number, entry in entries.items()}
    keys = _keys(read)
    scripts = [*_scripts_of(keys)]
    parts = {f"words-{n}": _json(script) for n, script in enumerate(scripts)} | _found(read)
    parts |= {"facets": _json(_facets(entries)), "order": _json(_order(entries))}
    parts["vocabulary"] = _json(" ".join(_vocabulary(read.values(), keys)))
    parts |= {"further": _json(further)} if further else {}
    digests = {
        name: hashlib.blake2b(value.encode(), digest_size=DIGEST // 2).hexdigest() for name, value in parts.items()
    }
    parts["index"] = _json(
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
        f"{FOLDER}/{name}.js": SCRIPT.format(name=_json(name), digest=_json(digests.get(name, "")), value=value)
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


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Letters and digits alone, case and accents folded, so that `Store` finds Støre; `finding.js` does the same.

    A thousand is written as one number, and 1.1 never as 11; `U.S.` is one word, and `Oslo's` that of Oslo.
    """
    whole = _POSSESSIVE.sub("", _ACRONYM.sub(lambda found: found[0].replace(".", ""), text))
    bare = whole.lower() if whole.isascii() else _without_marks(whole)
    figures = _DECIMAL.sub(r"\1·\2", _THOUSANDS.sub("", bare)).replace("%", " percent ")
    return " ".join(re.sub(r"(?:(?!(?<=\d)·(?=\d))[\W_])+", " ", figures).replace("per cent", "percent").split())


def _without_marks(text: str) -> str:
    marked = normalize("NFKD", text.lower().translate(FOLDED))
    return "".join(letter for letter in marked if category(letter)[0] != "M").lower()


def words(text: str) -> list[str]:
    """The words of a text, with figures in the place of numbers that are written out: `thirty-one` is 31."""
    runs, found = _RUNS.findall(plain(text)), []
    while runs:
        word = runs.pop(0)
        if word in NUMBERS:
            one = NUMBERS.get(runs[0], 0) if runs and NUMBERS[word] >= min(TENS.values()) else 0
            word = str(NUMBERS[word] + (one if 0 < one < 10 and runs.pop(0) else 0))
        while runs and runs[0] in SCALES and _COUNT.fullmatch(word):
            word = str(int(word) * SCALES[runs.pop(0)])
        found.append(word)
    return found


def _numbered(found: Iterable[SearchEntry]) -> tuple[dict[int, SearchEntry], list[tuple[int, int]]]:
    """Subjects kind by kind and by name, then facts: the weightiest last, of these the newest; with the numbers that
    are taken of the subjects, and of the facts of each class, from one to before the other.
    """
    given = list(found)
    kinds = {kind: place for place, kind in enumerate(dict.fromkeys(entry.what for entry in given))}
    subjects = [entry for entry in given if entry.what != "fact"]
    subjects.sort(key=lambda entry: (kinds[entry.what], entry.link.name.casefold(), entry.link.url))
    facts = [entry for entry in given if entry.what == "fact"]
    facts.sort(key=lambda entry: (*_class(entry), entry.place or NOWHEN))
    entries, ranges, start = dict[int, SearchEntry](), list[tuple[int, int]](), 0
    for group in (subjects, *(list(group) for _, group in groupby(facts, key=_class))):
        entries |= dict(enumerate(group, start))
        ranges.append((start, start + len(group)))
        start += _room(len(group))
    return entries, ranges


def _class(fact: SearchEntry) -> tuple[int, bool]:
    """Its weight, and whether it has a date: those that have none stand below those that do."""
    return fact.weight, fact.place is not None


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
        for key in entry.first:
            keys[key][0].append(number)
        for key in entry.also:
            keys[key][1].append(number)
    ordered = sorted(keys, key=lambda key: key.encode("utf-16-be"))  # as a browser compares them
    return {key: (_steps(keys[key][0]), _steps(keys[key][1])) for key in ordered}


def _words_in(texts: Iterable[str]) -> Iterator[str]:
    """The words of texts; of one that is found by a part, whatever begins at each of its letters."""
    for word in {word for text in texts for word in words(text)}:
        parts = len(word) if _PART.match(word) else 1
        yield from (word[at : at + INNER] if parts > 1 else word for at in range(parts))


def _spelt(spellings: Iterable[str]) -> Iterator[str]:
    """Each spelling as a whole, which alone finds whom it names: `Day` is no Doris Day."""
    for spelling in spellings:
        yield _whole(spelling)
        yield from _words_in([spelling] if _PART.search(spelling) else [])


@lru_cache(maxsize=65536)
def _whole(spelling: str) -> str:
    """The words of a spelling, which many facts have."""
    return " ".join(words(spelling))


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
        entry = len(_json({key: numbers}))
        is_full = length + entry > SIZE or (length > ENOUGH and not crc32(key.encode()) % BEGINS)
        if script and is_full:
            yield script
            script, length = {}, 0
        script[key], length = numbers, length + entry
    yield script or {"": ([], [])}


def _result(entry: SearchEntry) -> dict[str, object]:
    """What a result shows; the names of a subject, by which it comes first; the passages of a fact."""
    text, line = typographic(entry.link.name), [*map(typographic, entry.line)]
    shown = {"what": entry.what, "text": text, "address": entry.link.url, "line": line}
    more = (
        {"passages": [*map(typographic, entry.words)]}
        if entry.what == "fact"
        else {"names": [*map(plain, entry.names)]}
    )
    return {**shown, **more}


def _facets(entries: Mapping[int, SearchEntry]) -> dict[str, dict[str, Numbers]]:
    filed: dict[str, dict[str, Numbers]] = defaultdict(lambda: defaultdict(list))
    for number, entry in entries.items():
        for facet, value in dict.fromkeys(entry.facets):
            filed[facet][value].append(number)
    return {facet: {value: _steps(numbers) for value, numbers in sorted(filed[facet].items())} for facet in filed}


def _order(entries: Mapping[int, SearchEntry]) -> dict[str, object]:
    """The facts from the oldest to the newest, and those without a date, which are last in either order."""
    facts = [number for number in reversed([*entries]) if entries[number].what == "fact"]
    dated = [number for number in facts if entries[number].place is not None]
    undated = [number for number in facts if entries[number].place is None]
    return {"dated": sorted(dated, key=lambda number: entries[number].place or NOWHEN), "undated": undated}


def _vocabulary(read: Iterable[Indexed], keys: Mapping[str, tuple[Numbers, Numbers]]) -> Iterator[str]:
    """Every word and name of facts as it is mostly written, the most frequent first; one of them may be meant."""
    written: Counter[str] = Counter()
    for entry in read:
        written.update(entry.spellings)
    spellings: dict[str, dict[str, int]] = defaultdict(dict)
    for word, times in written.items():
        spellings[plain(word)][word] = times
    for word in sorted(spellings, key=lambda word: (-sum(map(len, keys.get(word, ()))), word)):
        if word in keys and len(word) > SHORT:
            yield max(spellings[word], key=lambda spelling: (spellings[word][spelling], spelling))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
