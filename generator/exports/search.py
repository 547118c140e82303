"""The index of search: small scripts of which a browser fetches those that its words need.

They are scripts and not data, because a browser lets no page of a folder read data. Results are numbered: subjects
first, then facts by their weight, so that the first results of a word stand where its list begins.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from unicodedata import category, normalize

from generator.analysis.order import Place
from generator.evidence.languages.english import TENS, UNITS
from generator.evidence.name_parts import UNFOLDED
from generator.site.parts.context import RenderContext
from generator.site.parts.search_entries import SearchEntry, search_entries
from generator.site.render.typography import typographic

FOLDER = "search"  # known to `finding.js`
SCRIPT = "finding.take({name},{edition},{value});\n"
STEP = 20  # results of a script
SIZE = 16_000  # characters of a script of words
INNER = 8  # letters of a part of a word
ALSO = str.maketrans({"ß": "ss", "ς": "σ"})
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


def search_files(context: RenderContext) -> dict[str, str]:
    """Every script of the index by its path."""
    return index_of(search_entries(context))


def index_of(found: Iterable[SearchEntry]) -> dict[str, str]:
    entries = _numbered(found)
    keys = _keys(entries)
    scripts = [*_scripts_of(keys)]
    parts: dict[str, object] = {f"words-{n}": script for n, script in enumerate(scripts)}
    parts |= {f"found-{n // STEP}": [*map(_result, entries[n : n + STEP])] for n in range(0, len(entries), STEP)}
    parts |= {"facets": _facets(entries), "order": _order(entries), "vocabulary": " ".join(_vocabulary(entries, keys))}
    edition = hashlib.sha256(_json(parts).encode()).hexdigest()[:8]  # two editions are never mixed
    parts["index"] = {
        "pages": sum(entry.what != "fact" for entry in entries),
        "all": len(entries),
        "step": STEP,
        "starts": [next(iter(script)) for script in scripts],
        "longest": max((key.count(" ") + 1 for key in keys), default=1),
        "inner": INNER,
        "partly": PARTLY,
        "numbers": NUMBERS,
        "scales": SCALES,
    }
    return {
        f"{FOLDER}/{name}.js": SCRIPT.format(name=_json(name), edition=_json(edition), value=_json(value))
        for name, value in parts.items()
    }


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Letters and digits alone, case and accents folded, so that `Store` finds Støre; `finding.js` does the same.

    A thousand is written as one number, and 1.1 never as 11; `U.S.` is one word, and `Oslo's` that of Oslo.
    """
    whole = _POSSESSIVE.sub("", _ACRONYM.sub(lambda found: found[0].replace(".", ""), text))
    marked = normalize("NFKD", whole.lower().translate(UNFOLDED | ALSO))
    bare = "".join(letter for letter in marked if category(letter)[0] != "M").lower()
    figures = _DECIMAL.sub(r"\1·\2", _THOUSANDS.sub("", bare)).replace("%", " percent ")
    return " ".join(re.sub(r"(?:(?!(?<=\d)·(?=\d))[\W_])+", " ", figures).replace("per cent", "percent").split())


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


def _numbered(entries: Iterable[SearchEntry]) -> list[SearchEntry]:
    """Subjects, kind by kind and by name, then facts: the weightiest first, of these the newest."""
    given = list(entries)
    kinds = list(dict.fromkeys(entry.what for entry in given))

    def by_weight(entry: SearchEntry) -> tuple[bool, int, int, str, str, bool, Place]:
        is_fact = entry.what == "fact"
        name = ("", "") if is_fact else (entry.link.name.casefold(), entry.link.url)
        place = -(entry.place or NOWHEN)
        return is_fact, 0 if is_fact else kinds.index(entry.what), -entry.weight, *name, entry.place is None, place

    return sorted(given, key=by_weight)


def _keys(entries: Sequence[SearchEntry]) -> dict[str, tuple[Numbers, Numbers]]:
    """Each word and spelling with the numbers of those that it finds first, and of those that it finds too."""
    keys: dict[str, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    for number, entry in enumerate(entries):
        first = {*_words_in(entry.names), *_spelt(entry.named)}
        for key in first:
            keys[key][0].add(number)
        for key in {*_words_in(entry.words), *_spelt(entry.about)} - first:
            keys[key][1].add(number)
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
        yield " ".join(words(spelling))
        yield from _words_in([spelling] if _PART.search(spelling) else [])


def _steps(numbers: Iterable[int]) -> Numbers:
    """The first number, then how much each is more than the one before: shorter than the numbers."""
    return [one - other for other, one in pairwise([0, *sorted(numbers)])]


def _scripts_of(keys: Mapping[str, tuple[Numbers, Numbers]]) -> Iterator[dict[str, tuple[Numbers, Numbers]]]:
    """The words in their order, cut so that no script is much longer than it may be."""
    script: dict[str, tuple[Numbers, Numbers]] = {}
    length = 0
    for key, numbers in keys.items():
        entry = len(_json({key: numbers}))
        if script and length + entry > SIZE:
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


def _facets(entries: Sequence[SearchEntry]) -> dict[str, dict[str, Numbers]]:
    filed: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for number, entry in enumerate(entries):
        for facet, value in entry.facets:
            filed[facet][value].add(number)
    return {facet: {value: _steps(numbers) for value, numbers in sorted(filed[facet].items())} for facet in filed}


def _order(entries: Sequence[SearchEntry]) -> dict[str, object]:
    """The facts from the oldest to the newest, and those without a date, which are last in either order."""
    facts = [number for number, entry in enumerate(entries) if entry.what == "fact"]
    dated = [number for number in facts if entries[number].place is not None]
    undated = [number for number in facts if entries[number].place is None]
    return {"dated": sorted(dated, key=lambda number: entries[number].place or NOWHEN), "undated": undated}


def _vocabulary(entries: Iterable[SearchEntry], keys: Mapping[str, tuple[Numbers, Numbers]]) -> Iterator[str]:
    """Every word and name of facts as it is mostly written, the most frequent first; one of them may be meant."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        for text in (*entry.names, *entry.words, *entry.named, *entry.about) if entry.what == "fact" else ():
            for word in _LETTERS.findall(text):
                spellings[plain(word)][word] += 1
    for word in sorted(spellings, key=lambda word: (-sum(map(len, keys.get(word, ()))), word)):
        if word in keys and len(word) > SHORT:
            yield max(spellings[word], key=lambda spelling: (spellings[word][spelling], spelling))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
