"""Which runs of a sentence of ours would be copied if the article had them: those with many plain words.

Names, titles and figures can only be said as they are, so they are no sign of copying, however many there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import pairwise
from typing import NamedTuple

from generator.evidence.languages import Language
from generator.evidence.languages.naming import TITLES
from generator.evidence.name_parts import fold, parts
from generator.evidence.quotation_marks import DOUBLE_MARK
from generator.evidence.text import Sentence, normalise, paragraphs

MOST = 8  # so many plain words in one run of the article's are no longer our own
# Small words that belong to a name when it goes on behind them, such as League of the Northern Shore.
LINKS = frozenset(
    ("of", "the", "for", "and", "to", "de", "du", "des", "la", "le", "les", "et", "pour", "van", "von", "der", "den")
)
LONGEST_LINK = 3  # words


class Word(NamedTuple):
    """A word in small letters, and whether it is neither of a name, a title or a figure."""

    text: str
    is_plain: bool


def runs(say: str, language: Language, lower: Set[str]) -> Iterator[list[str]]:
    """The shortest runs outside quotation marks that would be copied; `lower` are words known without a capital."""
    for piece in re.split(DOUBLE_MARK, normalise(say))[::2]:
        words = [word for p in paragraphs(piece, language) for s in p.sentences for word in _words(s, language, lower)]
        plain = [spot for spot, word in enumerate(words) if word.is_plain]
        for first, last in zip(plain, plain[MOST - 1 :], strict=False):
            yield [word.text for word in words[first : last + 1]]


def _words(sentence: Sentence, language: Language, lower: Set[str]) -> Iterator[Word]:
    texts = [token.text.casefold() for token in sentence.tokens]
    names = {part.token for part in parts(sentence.tokens) if part.capital}
    if texts and texts[0] in lower:
        names.discard(0)
    names |= _titles(texts, names)
    names |= _links(texts, names)
    figures = _figures(sentence, language)
    return (Word(text, spot not in names | figures) for spot, text in enumerate(texts))


def _figures(sentence: Sentence, language: Language) -> set[int]:
    """The tokens of numbers and dates, and whatever else begins with a digit."""
    numbers = (number for number in language.figures(sentence.tokens) if not number.free)
    spots = {spot for number in numbers for spot in range(number.start, number.end)}
    return spots | {spot for spot, token in enumerate(sentence.tokens) if token.text[0].isdigit()}


def _titles(texts: list[str], names: Set[int]) -> set[int]:
    """The titles that stand beside a name, or beside another title that does."""
    titles: set[int] = set()
    for spots, beside in ((range(len(texts)), -1), (range(len(texts) - 1, -1, -1), 1)):
        for spot in spots:
            if _is_title(texts[spot]) and spot + beside in names | titles:
                titles.add(spot)
    return titles


def _is_title(text: str) -> bool:
    """Whether a word tells who somebody is: `president`, `secretary-general`."""
    return all(fold(half) in TITLES for half in text.split("-")) if "-" in text else fold(text) in TITLES


def _links(texts: list[str], names: Set[int]) -> set[int]:
    """The small words between two names."""
    between = (range(first + 1, last) for first, last in pairwise(sorted(names)) if last - first <= LONGEST_LINK + 1)
    return {spot for spots in between if LINKS.issuperset(texts[spot] for spot in spots) for spot in spots}
