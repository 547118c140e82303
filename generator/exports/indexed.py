"""What the index of search has of an entry, which follows from that entry alone: its words, and its result."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category, normalize

from generator.evidence.languages.english import TENS, UNITS
from generator.evidence.name_parts import UNFOLDED
from generator.site.parts.search_entries import Filed, SearchEntry
from generator.site.render.typography import typographic

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
_PART = re.compile(f"[{PARTLY}]")
_RUNS = re.compile(f"[{PARTLY}]+|[^{PARTLY} ]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_COUNT = re.compile(r"[0-9]{1,6}")
_ACRONYM = re.compile(r"(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_]|\.[^\W_])\.?")
_THOUSANDS = re.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))")
_DECIMAL = re.compile(r"(?<![\d.,])(\d+)[.,](\d+)(?![\d]|[.,]\d)")
_POSSESSIVE = re.compile(r"(?<=[^\W_])['’][sS](?![^\W_])")


class Indexed(NamedTuple):
    """What the index has of an entry."""

    what: str
    name: str
    url: str
    facets: Filed
    weight: int
    is_dated: bool
    place: tuple[float, ...]  # in time
    first: str  # the words and spellings that find it first, each in a line
    also: str  # and those that find it too
    result: str  # as JSON
    spellings: str  # the words of a fact as they are written there, as often as they are


def indexed(entry: SearchEntry) -> Indexed:
    """What the index has of an entry; the numbers of all entries together are given later."""
    first = {*_words_in(entry.names), *_spelt(entry.named)}
    also = {*_words_in(entry.words), *_spelt(entry.about)} - first
    texts = (*entry.names, *entry.words, *entry.named, *entry.about) if entry.what == "fact" else ()
    return Indexed(
        entry.what,
        entry.link.name,
        entry.link.url,
        tuple(dict.fromkeys(entry.facets)),
        entry.weight,
        entry.place is not None,
        astuple(entry.place or entry.beside),
        "\n".join(sorted(first)),
        "\n".join(sorted(also)),
        as_json(_result(entry)),
        " ".join(word for text in texts for word in _LETTERS.findall(text)),
    )


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


def as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
