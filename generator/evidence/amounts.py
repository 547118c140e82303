"""Answers as they are compared: each figure as the numbers that it may be, and every other word as it is.

This module imports nothing but the standard library, and is shipped with the site as it is: whoever repeats the checks
compares answers as they were compared here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
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
ROUGHLY = Decimal("0.05")  # of an amount that somebody may have converted, on either side
ABOUT = Decimal("0.1")  # about 30 is anything from 27 to 33
_WITHIN = frozenset("the of in on at early late mid spring summer autumn winter start beginning middle end".split())
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
_TIME = re.compile(r"(?:(before|after) )?(?:(\d{4})|date (\d{4}|X{4})-(\d\d|XX)-(\d\d|XX))")
_NEAR = 2 * 31  # days, beyond which a time without a year may be one of another year: after March, in November
_YEAR = 12 * 31  # days, every month with as many: what is compared is only which comes first
# Units by what they measure: the names of each, and the least and the most that it holds of the first of its kind.
_MEASURES = (
    (
        ("second seconds", "1", "1"), ("minute minutes", "60", "60"), ("hour hours", "3600", "3600"),
        ("day days", "86400", "86400"), ("week weeks", "604800", "604800"), ("month months", "2419200", "2678400"),
        ("year years", "31536000", "31622400"), ("decade decades", "315360000", "316224000"),
    ),
    (
        ("metre metres meter meters m", "1", "1"), ("kilometre kilometres kilometer kilometers km", "1000", "1000"),
        ("centimetre centimetres centimeter centimeters cm", "0.01", "0.01"), ("mile miles", "1609", "1852"),
        ("foot feet ft", "0.3048", "0.3048"), ("yard yards", "0.9144", "0.9144"), ("inch inches", "0.0254", "0.0254"),
    ),
    (
        ("kilogram kilograms kilo kilos kg", "1", "1"), ("gram grams g", "0.001", "0.001"),
        ("tonne tonnes", "1000", "1000"), ("ton tons", "907", "1017"), ("pound pounds lb lbs", "0.4535", "0.4536"),
        ("ounce ounces oz", "0.0283", "0.0284"),
    ),
    (
        ("litre litres liter liters", "1", "1"), ("gallon gallons", "3.785", "4.547"),
        ("barrel barrels", "158.9", "159"),
    ),
    (("hectare hectares", "10000", "10000"), ("acre acres", "4046", "4047")),
)  # fmt: skip
_UNITS = {
    name: (kind, Decimal(least), Decimal(most))
    for kind, units in enumerate(_MEASURES)
    for names, least, most in units
    for name in names.split()
}
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


class _Days(NamedTuple):
    """The days that a time means, counted from the year 0, and whether it lies before or after them."""

    side: str
    first: int
    last: int


def spelt(answer: str) -> str:
    """An answer with the signs of comparison as words, which are read as what modifies a figure."""
    return _SIGN.sub(lambda sign: f"{SIGNS[sign[1]]} ", answer)


def named(answer: str, spellings: Mapping[str, str]) -> Answer | None:
    """An answer that is nothing but a registered name: whom it names, whatever the spelling; of others, nothing."""
    subject = spellings.get(_PLAIN.sub("", answer))
    return Answer((), (subject,)) if subject else None


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

    Figures that count different things exclude nothing, but those in two units of one measure do; other words do,
    unless they are the same, or one answer is a figure alone.
    """
    if one.form == other.form:
        return False
    if len(one.figures) != len(other.figures):
        is_part = (one.is_count or other.is_count) and one.figures and other.figures  # 26, and 26 of 35
        return (
            not is_part or _are_scores(one, other) or all(_apart(*two) for two in product(one.figures, other.figures))
        )
    if not one.figures:
        return True
    if one.words != other.words:
        if one.is_count and other.is_count:
            return _are_of_other_sizes(one, other)
        if not all(_days(form) for form in (*one.figures, *other.figures)) or not _WITHIN.issuperset(
            one.words + other.words
        ):
            return True  # but for the summer of 2026, and 2026
    return any(_apart(*two) for two in zip(one.figures, other.figures, strict=True))


def _are_scores(one: Answer, other: Answer) -> bool:
    """`88 to 81` and `81 to 88`, which is a range by itself: of a vote these are two outcomes."""
    two, single = (one, other) if len(one.figures) == 2 else (other, one)
    return "to" in two.words and single.figures == (f"{two.figures[-1]} to {two.figures[0]}",)


def _are_of_other_sizes(one: Answer, other: Answer) -> bool:
    """Whether two counts of units of one measure cannot be the same: 5 metres, and 5 feet."""
    unit, their_unit = (_UNITS.get(" ".join(answer.words)) for answer in (one, other))
    span, their_span = (_span(answer.figures[0]) for answer in (one, other))
    if not unit or not their_unit or not span or not their_span or unit[0] != their_unit[0]:
        return False
    return _are_apart(_sized(span, *unit[1:]), _sized(their_span, *their_unit[1:]))


def _sized(span: _Span, least: Decimal, most: Decimal) -> _Span:
    """An amount of some unit in the first unit of its measure, as roughly as people convert: 3 feet are a metre."""
    low, high = span.low[0] * least * (1 - ROUGHLY), span.high[0] * most * (1 + ROUGHLY)
    return span._replace(low=(low, span.low[1]), high=(high, span.high[1]))


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
    if one == other:
        return False
    if "before " in one + other or "after " in one + other:
        return _are_on_two_sides(one, other)
    dates = _DATE.fullmatch(one), _DATE.fullmatch(other)
    if dates[0] and dates[1]:
        parts = zip(dates[0].groups(), dates[1].groups(), strict=True)
        return any(part != theirs and "X" not in part + theirs for part, theirs in parts)
    mine, theirs = _span(one), _span(other)
    if not mine or not theirs or _unlike(mine.unit, theirs.unit):
        return True
    if any(map(_unlike, mine.told, theirs.told)):
        return False
    return _are_apart(mine, theirs)


def _are_apart(one: _Span, other: _Span) -> bool:
    return one.high < other.low or other.high < one.low


def _are_on_two_sides(one: str, other: str) -> bool:
    """Whether a time before or after one cannot be the other; without a year, only if that lies shortly behind it."""
    found = [_days(form) for form in (one, other)]
    if not found[0] or not found[1]:
        return False
    bound, point = (found[0], found[1]) if found[0].side else (found[1], found[0])
    if bound.side == point.side or (bound.first < _YEAR) != (point.first < _YEAR):  # one has a year, the other has none
        return False
    years = 0 if bound.first >= _YEAR else (point.first - bound.first + _YEAR // 2) // _YEAR
    first, last = point.first - years * _YEAR, point.last - years * _YEAR
    behind = first - bound.last if bound.side == "before" else bound.first - last
    return (0 if point.side else 1) <= behind and (bound.first >= _YEAR or behind <= _NEAR)


def _days(form: str) -> _Days | None:
    found = _TIME.fullmatch(form)
    if not found:
        return None
    side, plain, year, month, day = found.groups()
    year = plain or year
    first = 0 if year == "XXXX" else int(year) * _YEAR
    if plain or month == "XX":
        return _Days(side or "", first, first + _YEAR - 1)
    first += (int(month) - 1) * 31 + (0 if day == "XX" else int(day) - 1)
    return _Days(side or "", first, first + (30 if day == "XX" else 0))


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
        return share.to_integral_value(ROUND_FLOOR), share.to_integral_value(ROUND_CEILING)  # a third, and 33 percent
    return Decimal(found["low"]), Decimal(found["high"] or found["low"])
