"""Answers as they are compared: each figure as the numbers that it may be, and every other word as it is.

This module imports nothing but the standard library, and is shipped with the site as it is: whoever repeats the checks
compares answers as they were compared here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby, product
from math import prod
from typing import Any, NamedTuple, TypeVar

Key = TypeVar("Key")

SIGNS = {">=": "at least", "≥": "at least", "<=": "at most", "≤": "at most", ">": "more than", "<": "less than"}
_SIGN = re.compile(rf"({'|'.join(SIGNS)})\s*(?=[^\W_]|[$€£])")
TURNS = re.compile(
    r"(?:up(?! to)|down|rise|rose|risen|fell|fall|fallen|drop|dropped|gain|gained|lost|lose|loss|profit|cut|raised?|"
    r"increased?|decreased?|grew|grown|shrank|shrunk|higher|lower|mid|early|late|net|gross)(?= |$)"
)  # beside a figure, these make another of it, whether or not its form tells
SLIGHT = ("a", "an", "the", "some", "just", "only", "in", "on")  # before a figure these change nothing
REACH = 32  # words: further from a word no figure is read otherwise because of it
ABOUT = Decimal("0.1")  # about 30 is anything from 27 to 33
_MANY = {
    "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 10**3, "millions": 10**6,
    "billions": 10**9, "trillions": 10**12,
}  # fmt: skip
_PLAIN = re.compile(r"^(?:the|a|an) (?=\w)|[.!]+$|(?<=\b\w)\.(?=\w\b)")  # makes no other answer of one in words
_NUMBER = r"-?\d+(?:\.\d+)?"
_FORM = re.compile(
    r"(?:(?P<way>by|to|from) )?(?:(?P<bound>about|over|at least|at most|under) )?"
    r"(?:(?P<unit>[a-z.]*[A-Z]{3}|[a-z]+) )??"
    rf"(?:(?P<low>{_NUMBER})(?: to (?P<high>{_NUMBER}))?|(?P<part>\d+)/(?P<whole>\d+)"
    rf"|(?P<many>(?:{'|'.join(_MANY)})(?: of (?:{'|'.join(_MANY)}))*))"
    r"(?P<share> %| points)?(?: a (?P<rate>\w+))?"
)
_DATE = re.compile(r"date (\d{4}|X{4})-(\d\d|XX)-(\d\d|XX)")
_INFINITE = Decimal("Infinity")


@dataclass(frozen=True)
class Answer:
    """The figures of an answer, in their forms, and its other words."""

    figures: tuple[str, ...]
    words: tuple[str, ...]
    is_count: bool = False  # one figure, with nothing beside it but what it counts, if that

    @property
    def form(self) -> str:
        """Two answers are the same if their forms are."""
        return " ".join((*self.figures, *self.words))


class _Span(NamedTuple):
    """The numbers between which an amount lies, each end with whether it is left out, as in `more than 26`."""

    unit: str
    told: tuple[str, str]  # by, to or from; and a time that it is counted by
    low: tuple[Decimal, int]
    high: tuple[Decimal, int]


def spelt(answer: str) -> str:
    """An answer with the signs of comparison as words, which are read as what modifies a figure."""
    return _SIGN.sub(lambda sign: f"{SIGNS[sign[1]]} ", answer)


def stated(read: Any, answer: str, words: Sequence[Any]) -> Answer:
    """An answer whose words these are, by a reader of figures."""
    figures = _figures(read, words)
    if not figures:
        return Answer((), tuple(_PLAIN.sub("", answer.casefold().replace("’", "'")).split()))
    others = _others(read, words, figures)
    nouns = [word for spot, word in others.items() if spot >= figures[0].end and word not in read.small_words]
    forms = tuple(figure.form.removeprefix("in all ") for figure in figures)
    is_count = len(forms) == 1 and nouns == list(others.values()) and all(map(str.isalpha, nouns))
    return Answer(forms, tuple(others.values()), is_count)


def side_by_side(answers: Mapping[Key, Answer]) -> dict[Key, Answer]:
    """Answers to one question: a bare figure counts what the others count, where these all count the same."""
    nouns = {answer.words for answer in answers.values() if answer.is_count and answer.words}
    noun = nouns.pop() if len(nouns) == 1 else ()
    return {
        key: replace(answer, words=noun) if answer.is_count and not answer.words else answer
        for key, answer in answers.items()
    }


def exclude(one: Answer, other: Answer) -> bool:
    """Whether two answers cannot both hold: of figures, only where no number is both.

    Figures that count different things exclude nothing; other words do, unless they are the same.
    """
    if one.form == other.form:
        return False
    if len(one.figures) != len(other.figures):
        is_part = (one.is_count or other.is_count) and one.figures and other.figures  # 26, and 26 of 35
        return not is_part or all(_apart(*two) for two in product(one.figures, other.figures))
    if not one.figures or one.words != other.words:
        return not (one.is_count and other.is_count)
    return any(_apart(*two) for two in zip(one.figures, other.figures, strict=True))


def _figures(read: Any, words: Sequence[Any]) -> list[Any]:
    return [figure for figure in read(words) if not figure.is_unread]


def _others(read: Any, words: Sequence[Any], figures: Sequence[Any]) -> dict[int, str]:
    """The words outside of figures, by where they stand, but for those without which these would be others."""
    taken = {spot for figure in figures for spot in range(figure.start, figure.end)}
    told = [word.text.casefold() for word in words]
    last = figures[-1].end
    others = [spot for spot, text in enumerate(told) if spot not in taken and (text not in SLIGHT or spot >= last)]
    turning = {spot for spot in others if TURNS.match(" ".join(told[spot : spot + 2]))}
    kept = turning.union(_beside(read, words, (spot for spot in others if spot not in turning)))
    return {spot: told[spot] for spot in others if spot in kept}


def _beside(read: Any, words: Sequence[Any], spots: Iterable[int]) -> Iterator[int]:
    """Those of some words in order without which the figures near them are the same.

    A long answer is read stretch by stretch, so that the work grows with its length and not with the square of it.
    """
    for _, group in groupby(spots, lambda spot: spot // REACH):
        near = list(group)
        first = max(0, near[0] - REACH)
        stretch = words[first : near[-1] + 1 + REACH]
        forms = _forms(read, stretch)
        yield from (spot for spot in near if forms == _forms(read, _without(stretch, spot - first)))


def _forms(read: Any, words: Sequence[Any]) -> list[str]:
    return [figure.form for figure in _figures(read, words)]


def _without(words: Sequence[Any], spot: int) -> list[Any]:
    return [*words[:spot], *words[spot + 1 :]]


def _apart(one: str, other: str) -> bool:
    """Whether no number, or no day, is what both forms say; of what is no number, whether they are not the same."""
    if one == other or "before " in one + other or "after " in one + other:
        return False
    dates = _DATE.fullmatch(one), _DATE.fullmatch(other)
    if dates[0] and dates[1]:
        parts = zip(dates[0].groups(), dates[1].groups(), strict=True)
        return any(part != theirs and "X" not in part + theirs for part, theirs in parts)
    spans = _span(one), _span(other)
    if not spans[0] or not spans[1] or _unlike(spans[0].unit, spans[1].unit):
        return True
    if any(map(_unlike, spans[0].told, spans[1].told)):
        return False
    return spans[0].high < spans[1].low or spans[1].high < spans[0].low


def _unlike(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _span(form: str) -> _Span | None:
    found = _FORM.fullmatch(form)
    if not found:
        return None
    low, high = _ends(found)
    if found["bound"] in ("over", "at least"):
        high = _INFINITE
    if found["bound"] in ("under", "at most"):
        low = -_INFINITE
    if found["bound"] == "about":
        low, high = low - abs(low) * ABOUT, high + abs(high) * ABOUT
    unit = "%" if found["part"] else found["unit"] or (found["share"] or "").strip()
    ends = (low, int(found["bound"] == "over")), (high, -int(found["bound"] == "under"))
    return _Span(unit, (found["way"] or "", found["rate"] or ""), *ends)


def _ends(found: re.Match[str]) -> tuple[Decimal, Decimal]:
    """The least and the most that a figure may be, whatever modifies it; dozens are two of them or more."""
    if found["many"]:
        return Decimal(2 * prod(_MANY[word] for word in found["many"].split(" of "))), _INFINITE
    if found["part"]:
        share = Decimal(found["part"]) / Decimal(found["whole"]) * 100
        return share, share
    return Decimal(found["low"]), Decimal(found["high"] or found["low"])
