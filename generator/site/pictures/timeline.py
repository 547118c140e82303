"""What a timeline shows: events and dated statements, each on the scale that its date is known to."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from generator.analysis.channels import speaker_of
from generator.analysis.derived import Derived
from generator.analysis.order import (
    Bounds,
    Place,
    bounds_of_event,
    bounds_of_fact,
    events_in_time,
    in_time,
    order_of_fact,
    place_of_event,
    place_of_fact,
)
from generator.analysis.statements import one_statement
from generator.content.dates import Edtf
from generator.content.registries import Event
from generator.evidence.proving import BoundFact
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Link, Moment, Source
from generator.site.pictures import scales

Form = Literal["day", "span", "approximate", "uncertain", "open", "inferred", "statement"]
FORMS: tuple[Form, ...] = ("day", "span", "approximate", "uncertain", "open", "inferred", "statement")  # as explained
LABELLED_YEARS = 6  # labels that fit on a scale beside one another


@dataclass(frozen=True)
class Mark:
    """A date as it is drawn: the days from first to last that it may mean; an open end goes on."""

    first: dt.date
    last: dt.date
    exact: bool  # one day, and not a span
    approximate: bool
    uncertain: bool
    open_start: bool
    open_end: bool
    inferred: bool
    statement: bool
    lead: bool


@dataclass(frozen=True)
class Row:
    """An event, or a statement that belongs to none: its date, how that is known, and where to read on."""

    link: Link
    when: Moment
    mark: Mark
    kind: str  # of the event; none for a statement
    place_in_time: Place
    order: Derived | None
    speaker: Link | None = None  # who makes the statement
    place: str = ""
    articles: int = 0
    more: tuple[Source, ...] = ()  # further facts of the same statement
    is_span: bool = False  # from one date to another
    is_drawn: bool = True  # a mark that fills its whole scale says no more than the heading


@dataclass(frozen=True)
class Tick:
    day: dt.date
    label: str


@dataclass(frozen=True)
class Period:
    """A stretch of time that is drawn on one scale; `years` and `months` without a date go before it."""

    heading: str
    first: dt.date
    last: dt.date
    ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]
    years: int
    months: int

    @property
    def drawn(self) -> scales.Drawn[scales.DatedRow]:
        return scales.days(self)

    @property
    def has_scale(self) -> bool:
        return any(row.is_drawn for row in self.rows)


@dataclass(frozen=True)
class Timeline:
    """Periods in order; the forms that occur in them are explained; how many articles they come from."""

    periods: tuple[Period, ...]
    forms: tuple[Form, ...]
    articles: int
    edition: str


def timeline(context: RenderContext, events: Iterable[Event], facts: Iterable[BoundFact]) -> Timeline | None:
    """The timeline of the events, and of the statements that have a date of their own; None where nothing is dated."""
    briefing = context.briefing
    events = events_in_time(briefing, events)
    facts = in_time(briefing, (fact for fact in facts if _stands_alone(context, fact)))
    rows = [*(_event(context, event) for event in events)]
    rows += (_statement(context, told) for told in one_statement(facts))
    if not rows:
        return None
    all_facts = [*facts, *(fact for event in events for fact in briefing.facts_at(event.id))]
    periods = tuple(_periods(context, sorted(rows, key=lambda row: row.place_in_time)))
    marks = [row.mark for period in periods for row in period.rows if row.is_drawn]
    return Timeline(
        periods,
        tuple(form for form in FORMS if any(_has(mark, form) for mark in marks)),
        len({fact.article for fact in all_facts}),
        context.day(briefing.content.site.edition),
    )


def _stands_alone(context: RenderContext, fact: BoundFact) -> bool:
    """Whether a fact has a date that no event gives it."""
    if not fact.when:
        return False
    event = context.briefing.content.events.get(fact.event or "")
    return not event or event.when.date.text != fact.when.date.text


def _event(context: RenderContext, event: Event) -> Row:
    line, briefing = context.event_line(event), context.briefing
    lead = event.id in briefing.content.site.lead_events
    mark = _mark(event.when.date, bounds_of_event(briefing, event), line.when, lead=lead)
    place = place_of_event(briefing, event)
    span = event.when.date.is_span
    return Row(line.link, line.when, mark, event.kind, place, line.order, None, line.place, line.articles, is_span=span)


def _statement(context: RenderContext, facts: Sequence[BoundFact]) -> Row:
    fact, briefing = facts[0], context.briefing
    when, bounds = context.fact_moment(fact), bounds_of_fact(briefing, fact)
    assert fact.when  # noqa: S101 - only those that are dated come here
    assert when  # noqa: S101 - because the fact has a date
    assert bounds  # noqa: S101 - for the same reason
    is_told = bool(fact.who or fact.via)
    speaker = context.link(speaker_of(briefing, fact)) if is_told else context.source_link(fact.article)
    mark = _mark(fact.when.date, bounds, when, statement=True)
    more = tuple(context.source(other.id, number) for number, other in enumerate(facts[1:], 2))
    link, place = Link(fact.say, fact.url), place_of_fact(briefing, fact)
    return Row(link, when, mark, "", place, order_of_fact(briefing, fact), speaker, "", 1, more, fact.when.date.is_span)


def _mark(date: Edtf, bounds: Bounds, when: Moment, *, lead: bool = False, statement: bool = False) -> Mark:
    """A date as it is drawn; of an open one, the end that is known."""
    known = date.start or date.end
    assert known  # noqa: S101 - a date has one end at least
    first, last = bounds.earliest or known.earliest, bounds.latest or known.latest
    return Mark(
        first,
        last,
        exact=not date.is_span and date.precision == "day" and first == last,
        approximate=date.approximate,
        uncertain=date.uncertain,
        open_start=bounds.earliest is None,
        open_end=bounds.latest is None,
        inferred=when.basis == "inferred",
        statement=statement,
        lead=lead,
    )


def _has(mark: Mark, form: Form) -> bool:
    return {
        "day": mark.exact,
        "span": not mark.exact,
        "open": mark.open_start or mark.open_end,
        "approximate": mark.approximate,
        "uncertain": mark.uncertain,
        "inferred": mark.inferred,
        "statement": mark.statement,
    }[form]


def _periods(context: RenderContext, rows: Iterable[Row]) -> Iterator[Period]:
    """Each month that a date is known to, and a band of its own for what is only known to a longer time.

    They stand in the order of their rows: what is known to no month has its place before or after all of one.
    """
    earlier: list[dt.date] = []
    for (is_open, first, last), members in groupby(rows, key=lambda row: _extent(row.mark)):
        group, is_month = tuple(members), not is_open and in_one_month(first, last)
        is_reached = is_open or (not is_month and any(end >= first for end in earlier))
        years, months = divmod(0 if is_reached else _gap(first, earlier), 12)
        scale = (first, last) if is_month else _years(first, last)
        heading = _heading(context, None if is_month else group[0], first)
        rows_on_scale = tuple(replace(row, is_drawn=_is_part(row.mark, *scale)) for row in group)
        yield Period(heading, *scale, tuple(_ticks(context, *scale)), rows_on_scale, years, months)
        earlier += [] if is_open else [last]


def _is_part(mark: Mark, first: dt.date, last: dt.date) -> bool:
    """Whether a mark says more than that something was at some time of a period."""
    return mark.open_start or mark.open_end or (mark.first, mark.last) != (first, last)


def _gap(first: dt.date, earlier: Iterable[dt.date]) -> int:
    """The months between a period and the last that ended before it."""
    ended = [last for last in earlier if last < first]
    return max(0, _months(first) - _months(max(ended)) - 1) if ended else 0


def _extent(mark: Mark) -> tuple[bool, dt.date, dt.date]:
    """The month that a mark lies in, or else the days between which it does, and whether the first is not known."""
    first, last = mark.first, mark.last
    if mark.open_start or not in_one_month(first, last):
        return mark.open_start, first, last
    return False, first.replace(day=1), _end_of_month(last)


def in_one_month(first: dt.date, last: dt.date) -> bool:
    """Whether two days lie in one month."""
    return _months(first) == _months(last)


def _years(first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    return dt.date(first.year, 1, 1), dt.date(last.year, 12, 31)


def _end_of_month(day: dt.date) -> dt.date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _months(day: dt.date) -> int:
    return day.year * 12 + day.month


def _heading(context: RenderContext, row: Row | None, first: dt.date) -> str:
    """The name of a month, or the date of a band, as its first row has it."""
    words = context.words["dates"]
    if not row:
        return str(words["month"].format(month=words["months"][first.month - 1], year=first.year))
    return str(context.words["timeline"]["span" if row.is_span else "band"].format(date=row.when.text))


def _ticks(context: RenderContext, first: dt.date, last: dt.date) -> Iterator[Tick]:
    """Every week of a month, every quarter of a year, or a few years."""
    if _months(first) == _months(last):
        yield from (Tick(first.replace(day=day), str(day)) for day in (1, 8, 15, 22))
    elif first.year == last.year:
        months = context.words["dates"]["months"]
        yield from (Tick(dt.date(first.year, month, 1), months[month - 1][:3]) for month in (1, 4, 7, 10))
    else:
        step = -(-(last.year - first.year + 1) // LABELLED_YEARS)
        yield from (Tick(dt.date(year, 1, 1), str(year)) for year in range(first.year, last.year + 1, step))
