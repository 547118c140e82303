"""What a timeline shows: events and dated statements, each on the scale that its date is known to."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.content.dates import Edtf
from generator.content.registries import Event
from generator.evidence.proving import BoundFact
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Link, Moment
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
    speaker: Link | None = None  # who makes the statement
    place: str = ""
    articles: int = 0


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


@dataclass(frozen=True)
class Timeline:
    """Periods in order; the forms that occur in them are explained; how many articles they come from."""

    periods: tuple[Period, ...]
    forms: tuple[Form, ...]
    articles: int
    edition: str


def timeline(context: RenderContext, events: Iterable[Event], facts: Iterable[BoundFact]) -> Timeline | None:
    """The timeline of the events, and of the facts that have a date of their own; None where nothing is dated."""
    events, facts = list(events), [fact for fact in facts if _stands_alone(context, fact)]
    rows = [*(_event(context, event) for event in events), *(_statement(context, fact) for fact in facts)]
    if not rows:
        return None
    all_facts = [*facts, *(fact for event in events for fact in context.briefing.facts_at(event.id))]
    return Timeline(
        tuple(_periods(context, rows)),
        tuple(form for form in FORMS if any(_has(row.mark, form) for row in rows)),
        len({fact.article for fact in all_facts}),
        context.day(context.briefing.content.site.edition),
    )


def _stands_alone(context: RenderContext, fact: BoundFact) -> bool:
    """Whether a fact has a date that no event gives it."""
    if not fact.when:
        return False
    event = context.briefing.content.events.get(fact.event or "")
    return not event or event.when.date.text != fact.when.date.text


def _event(context: RenderContext, event: Event) -> Row:
    line = context.event_line(event)
    lead = event.id in context.briefing.content.site.lead_events
    mark = _mark(event.when.date, line.when, lead=lead)
    return Row(line.link, line.when, mark, event.kind, None, line.place, line.articles)


def _statement(context: RenderContext, fact: BoundFact) -> Row:
    assert fact.when  # noqa: S101 - only those that are dated come here
    when = context.moment(fact.when)
    speaker = context.link(fact.who) if fact.who else context.article(fact.article)
    return Row(Link(fact.say, fact.url), when, _mark(fact.when.date, when, statement=True), "", speaker, "", 1)


def _mark(date: Edtf, when: Moment, *, lead: bool = False, statement: bool = False) -> Mark:
    ends = [moment for moment in (date.start, date.end) if moment]
    return Mark(
        ends[0].earliest,
        ends[-1].latest,
        exact=not date.is_span and date.precision == "day" and ends[0].earliest == ends[0].latest,
        approximate=date.approximate,
        uncertain=date.uncertain,
        open_start=not date.start,
        open_end=not date.end,
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
    """Each month, year or run of years that a date is known to, the wider first; in order of time within."""
    by_scale: dict[tuple[dt.date, dt.date], list[Row]] = {}
    for row in sorted(rows, key=lambda row: (row.mark.first, row.mark.last, row.mark.statement, row.link.url)):
        by_scale.setdefault(_extent(row.mark), []).append(row)
    before: dt.date | None = None
    for (first, last), group in sorted(by_scale.items(), key=lambda item: (item[0][0], -item[0][1].toordinal())):
        empty = _months(first) - _months(before) - 1 if before else 0
        years, months = divmod(max(0, empty), 12)
        ticks = tuple(_ticks(context, first, last))
        yield Period(_heading(context, first, last), first, last, ticks, tuple(group), years, months)
        before = last


def _extent(mark: Mark) -> tuple[dt.date, dt.date]:
    """The month, the year or the years that a mark lies in."""
    first, last = mark.first, mark.last
    if (first.year, first.month) == (last.year, last.month):
        return first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1])
    return dt.date(first.year, 1, 1), dt.date(last.year, 12, 31)


def _months(day: dt.date) -> int:
    return day.year * 12 + day.month


def _heading(context: RenderContext, first: dt.date, last: dt.date) -> str:
    words = context.words["dates"]
    if _months(first) == _months(last):
        return str(words["month"].format(month=words["months"][first.month - 1], year=first.year))
    years = str(first.year)
    if last.year > first.year:
        years = words["span"].format(first=first.year, last=last.year)
    return str(context.words["timeline"]["course"].format(years=years))


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
