"""How numbers and dates are found: `verify_figures.py`, the very file that the site was made with, reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from verify_figures import Figure, FigureReader, computed_forms, miscomputed, proves
from verify_words import Tokens, Words


class Word(NamedTuple):
    """A token as figures are read in it: its text, and what stands between it and the token before."""

    text: str
    gap: str


class Numbers:
    """A reader of numbers and dates, in the language of the site or of an article."""

    def __init__(self, words: Words) -> None:
        self._readers = {code: FigureReader(tables) for code, tables in words.figures.items()}

    def read(self, tokens: Tokens, language: str = "en") -> Sequence[Figure]:
        """Numbers and dates: “*Twenty-six* and 26 are the same number, and so are *€1.1 billion* and *EUR 1.1 billion*;
        [the tables below](#numbers) are the whole rule. A figure is read whole or not at all: one that no table knows
        proves nothing but the same letters.”
        """
        return self._readers[language](spaced(tokens))

    @property
    def reader(self) -> FigureReader:
        """The reader of the site's own language."""
        return self._readers["en"]

    def of_computed(self, number: Tokens, words: Tokens) -> tuple[str, ...]:
        """The forms of a number that is computed from words, such as 30 from `about thirty`."""
        return computed_forms(self._readers["en"], spaced(number), spaced(words))

    def miscomputed(self, number: Tokens, words: Tokens) -> str:
        """What the words of a computed number say, where that is another number."""
        return miscomputed(self._readers["en"], spaced(number), spaced(words))


def spaced(tokens: Tokens) -> list[Word]:
    """Tokens, each with what stands before it."""
    ends = [0, *(token.end() for token in tokens)]
    return [Word(token[0], token.string[end : token.start()]) for token, end in zip(tokens, ends, strict=False)]


def given(figure: Figure, forms: Iterable[str]) -> bool:
    """Numbers and dates: “What modifies a figure belongs to it: *about*, *more than*, *at least*, *at most*, *less
    than*, a range, *a year*, *in all*, *by* or *to*, *before* or *after*.”
    """
    return proves(figure, forms)


def days(date: str) -> Iterator[str]:
    """The two ends of a date of the data (EDTF), or the one day that it is, in the form of a number."""
    for end in date.split("/"):
        if end != "..":
            year, month, day = (end.rstrip("~?%") + "-XX-XX").split("-")[:3]
            yield f"date {year}-{month if month < '13' else 'XX'}-{day}"  # more than 12 is a season
