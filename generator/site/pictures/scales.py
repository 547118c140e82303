"""Where the marks of a timeline and of a comparison of figures stand, in percent of the width of their scale."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import Generic, Protocol, TypeVar

from markupsafe import Markup

MOST = 5  # labels that find room on a phone
STEPS = (1, 2, 5, 10, 20)
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


class Dated(Protocol):
    @property
    def first(self) -> dt.date: ...
    @property
    def last(self) -> dt.date: ...


class DatedRow(Protocol):
    @property
    def mark(self) -> Dated: ...


class Tick(Protocol):
    @property
    def day(self) -> dt.date: ...
    @property
    def label(self) -> str: ...


class Period(Dated, Protocol):
    @property
    def ticks(self) -> Sequence[Tick]: ...
    @property
    def rows(self) -> Sequence[DatedRow]: ...


class Valued(Protocol):
    @property
    def value(self) -> Decimal: ...


Shown = TypeVar("Shown")


@dataclass(frozen=True)
class Label:
    """A place on a scale, and what is written there: a text, or a number in thousands, millions and so on."""

    at: Markup
    text: str
    scale: str = ""


@dataclass(frozen=True)
class Placed(Generic[Shown]):
    """A mark from `start` to `end`, and what it stands for."""

    of: Shown
    start: Markup
    middle: Markup
    end: Markup
    width: Markup


@dataclass(frozen=True)
class Drawn(Generic[Shown]):
    """A scale, and what is placed on it."""

    labels: tuple[Label, ...]
    rows: tuple[Placed[Shown], ...]


def days(period: Period) -> Drawn[DatedRow]:
    """The rows of a period; a day takes up its own width, and a span ends after its last."""
    first, length = period.first.toordinal(), period.last.toordinal() - period.first.toordinal() + 1

    def at(day: int) -> float:
        return 100 * (day - first) / length

    labels = tuple(Label(_percent(at(tick.day.toordinal())), tick.label) for tick in period.ticks)
    return Drawn(
        labels,
        tuple(_placed(row, at(row.mark.first.toordinal()), at(row.mark.last.toordinal() + 1)) for row in period.rows),
    )


def amounts(points: Sequence[Valued]) -> Drawn[Valued]:
    """Numbers on a scale that begins at zero and ends at a round number, with room above for what is open.

    Where there are numbers below zero, it begins at a round one below them.
    """
    lowest, highest = (pick(Decimal(0), *(point.value for point in points)) for pick in (min, max))
    step = _step(highest - lowest or Decimal(1))
    first, last = _floor(lowest, step), _floor(highest, step) + step
    at = _place(first, last)
    ticks = [first + step * n for n in range(int((last - first) / step) + 1)]
    divisor, scale = next(((by, name) for by, name in SCALES if last >= by), (1, ""))
    labels = tuple(Label(_percent(at(tick)), f"{(tick / divisor).normalize():,f}", scale) for tick in ticks)
    return Drawn(labels, tuple(_placed(point, at(point.value), at(point.value)) for point in points))


def _step(range_: Decimal) -> Decimal:
    """The smallest round step that a phone has room for."""
    unit = Decimal(10) ** (range_ / MOST).adjusted()
    return next(step * unit for step in STEPS if range_ / (step * unit) + 2 <= MOST)


def _floor(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).to_integral_value(ROUND_FLOOR) * step


def _place(first: Decimal, last: Decimal) -> Callable[[Decimal], float]:
    return lambda value: float(100 * (value - first) / (last - first))


def _placed(of: Shown, start: float, end: float) -> Placed[Shown]:
    return Placed(of, _percent(start), _percent((start + end) / 2), _percent(end), _percent(end - start))


def _percent(number: float) -> Markup:
    return Markup(f"{number:.4g}%")  # noqa: S704 -- a number of ours
