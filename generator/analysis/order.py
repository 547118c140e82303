"""Where facts and events stand in time, and their order, which is the same wherever they are listed.

A date that is known to a month or a year has no day: it stands where its last possible day puts it, or beside the
event that it is reported to have been before or after; what is known to no month stands before or after all of one. So
no order contradicts what is known, and nothing that is only known to the year opens a list as if it were of the first
of January.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from heapq import heapify, heappop, heappush
from typing import Any

from generator.analysis.derived import Derived
from generator.analysis.once import once
from generator.briefing import Briefing
from generator.content.dates import Edtf
from generator.content.registries import Event
from generator.evidence.proving import BoundFact

SPEECH_KINDS = ("commitment", "demand", "position", "statement")  # kinds whose date is that of the saying
UNKNOWN = dt.date.max.toordinal() + 1


@dataclass(frozen=True, order=True)
class Place:
    """A place in time: a day by its number, and before (negative), on (0) or after whatever else is of that day.

    What is known to no month has its band before (-1) or after (1) all that is of the month, by its number.
    """

    month: int
    band: int
    day: int
    side: float = 0

    def __neg__(self) -> Place:
        """Its place where the newest comes first."""
        return Place(-self.month, -self.band, -self.day, -self.side)


@dataclass(frozen=True)
class Bounds:
    """The days between which something lies; none where that end is open."""

    earliest: dt.date | None
    latest: dt.date | None


def date_of(briefing: Briefing, fact: BoundFact) -> Edtf | None:
    """A fact stands in time at its own date, or else at that of its event."""
    if fact.when:
        return fact.when.date
    event = briefing.content.events.get(fact.event or "")
    return event.when.date if event else None


def is_reported(fact: BoundFact) -> bool:
    """Whether somebody tells of something that has a date, who need not have told it then."""
    return bool(fact.who or fact.via) and fact.kind not in SPEECH_KINDS


def is_day(date: Edtf) -> bool:
    """Whether a date is one certain day, or certain days from first to last."""
    return bool(date.start and date.end and date.precision == "day" and not is_doubtful(date))


def is_doubtful(date: Edtf) -> bool:
    return date.approximate or date.uncertain


def month_of(date: Edtf, bounds: Bounds) -> dt.date | None:
    """The first day of the month that something was, or began, in; none where that is not known."""
    first, last = bounds.earliest, bounds.latest or (date.start and date.start.latest)
    is_known = first and last and (first.year, first.month) == (last.year, last.month)
    return first.replace(day=1) if first and is_known else None


@once
def place_of_event(briefing: Briefing, event: Event) -> Place:
    """An event stands on its day; one without a day beside the event that it was before or after, if its date allows.

    What was both stands between them.
    """
    return _place_beside(briefing, event, frozenset())


def _place_beside(briefing: Briefing, event: Event, passed: frozenset[str]) -> Place:
    """Whoever has `passed` an event on the way here stands beside it already."""
    passed |= {event.id}
    date, bounds = event.when.date, bounds_of_event(briefing, event)
    place, is_in_month = _place(date, bounds), month_of(date, bounds) is not None
    after, before = (_neighbour(briefing, id, passed) for id in (event.after, event.before))
    if after and (place <= after or (not is_day(date) and date.earliest.toordinal() <= after.day)):
        place = replace(after, band=max(after.band, int(not is_in_month)), side=after.side + 1)
    if before and place >= before:
        place = replace(before, band=min(before.band, -int(not is_in_month)), side=before.side - 1)
        if after and after.day == before.day:
            side = (after.side + before.side) / 2 if after.band == before.band else after.side + 1
            place = replace(after, side=side)
    return place


@once
def place_of_fact(briefing: Briefing, fact: BoundFact) -> Place:
    """A fact stands at its own date, or with its event where it has none or the same; what has neither comes last."""
    event = briefing.content.events.get(fact.event or "")
    if event and (not fact.when or fact.when.date.text == event.when.date.text):
        return place_of_event(briefing, event)
    if fact.when:
        return place_of_date(fact.when.date)
    return Place(UNKNOWN, 0, UNKNOWN, briefing.article(fact.article).published.latest.toordinal())


def place_of_date(date: Edtf) -> Place:
    """The last day on which it may have been, or may have begun; what ends on a day stands before it.

    A date that nobody knows comes last.
    """
    if date.is_unknown:
        return Place(UNKNOWN, 0, UNKNOWN)
    return _place(date, _bounds(date))


def _place(date: Edtf, bounds: Bounds) -> Place:
    day, side = _day(date)
    month = month_of(date, bounds)
    band = 0 if month else -1 if side < 0 else 1
    return Place((month or day.replace(day=1)).toordinal(), band, day.toordinal(), side)


def _day(date: Edtf) -> tuple[dt.date, float]:
    """The day that a date puts something on, and on which side of it; of a doubtful span nobody knows the first."""
    if date.start is None or (date.is_span and date.end and is_doubtful(date)):
        return date.latest, -0.5
    if date.start.precision == "day":
        return date.start.latest, 0.25 if date.is_span else 0
    return date.start.latest, 0.5 if date.start.precision == "month" else 0.75


def order_of_event(briefing: Briefing, event: Event) -> Derived:
    """An event stands before or after the event that it is reported beside, or else where its own date puts it."""
    beside, position = _position(briefing, event)
    return Derived("order", event.id, beside, event.from_, position)


def order_of_fact(briefing: Briefing, fact: BoundFact) -> Derived | None:
    """A fact stands with its event, or else where its own date puts it; without either, nowhere in time."""
    event = briefing.content.events.get(fact.event or "")
    if event and (not fact.when or fact.when.date.text == event.when.date.text):
        of_event = order_of_event(briefing, event)
        return replace(of_event, subject=fact.id, facts=tuple(dict.fromkeys((fact.id, *of_event.facts))))
    return Derived("order", fact.id, "", (fact.id,), _position_of_date(fact.when.date)) if fact.when else None


def _position(briefing: Briefing, event: Event) -> tuple[str, str]:
    """The event that another one stands beside, where its own date does not put it there; and where it stands."""
    place, own = place_of_event(briefing, event), place_of_date(event.when.date)
    for side, id in (("before", event.before), ("after", event.after)):
        anchor = _neighbour(briefing, id, frozenset({event.id}))
        if id and anchor and (place.day, place.side) != (own.day, own.side) and anchor.day == place.day:
            return id, side
    return "", _position_of_date(event.when.date)


def _position_of_date(date: Edtf) -> str:
    """The day or the days that a date puts something on, or by whose end it was or had begun."""
    if date.start is None or date.start.precision != "day":
        return f"by {_day(date)[0]}"
    how = "about" if is_doubtful(date) else "from" if date.is_span else "on"
    last = f" to {date.end.latest}" if date.is_span and date.end else ""
    return f"{how} {date.start.earliest}{last}"


@once
def bounds_of_event(briefing: Briefing, event: Event) -> Bounds:
    """The days of its date, cut off by those of the events that it was before or after.

    What was before something that has no known end was before it began.
    """
    return Bounds(_earliest(briefing, event), _latest(briefing, event))


def _earliest(briefing: Briefing, event: Event) -> dt.date | None:
    own = event.when.date.start and event.when.date.start.earliest
    other = _earliest(briefing, briefing.content.events[event.after]) if event.after else None
    return max((day for day in (own, other) if day), default=None)


def _latest(briefing: Briefing, event: Event) -> dt.date | None:
    own, other = event.when.date.end and event.when.date.end.latest, None
    if event.before:
        later = briefing.content.events[event.before]
        start = later.when.date.start
        other = _latest(briefing, later) or (start and start.latest)
    return min((day for day in (own, other) if day), default=None)


def bounds_of_fact(briefing: Briefing, fact: BoundFact) -> Bounds | None:
    """The days of a fact's own date, which is cut off as its event's is where it is the same."""
    if not fact.when:
        return None
    event, date = briefing.content.events.get(fact.event or ""), fact.when.date
    if event and event.when.date.text == date.text:
        return bounds_of_event(briefing, event)
    return _bounds(date)


def _bounds(date: Edtf) -> Bounds:
    return Bounds(date.start.earliest if date.start else None, date.end.latest if date.end else None)


def in_time(briefing: Briefing, facts: Iterable[BoundFact]) -> list[BoundFact]:
    """The oldest fact comes first; those without a date come last, those of older articles before the others."""
    spots = _spots(briefing)
    return sorted(facts, key=lambda fact: spots[fact.id])


def in_time_of(briefing: Briefing, article: str) -> list[BoundFact]:
    """The facts of an article in the same order."""
    return sorted(briefing.facts_in(article), key=partial(_spot, briefing))


@once
def _spots(briefing: Briefing) -> Mapping[str, int]:
    """The number of each fact in the order of time."""
    ordered = sorted(briefing.facts.values(), key=partial(_spot, briefing))
    return {fact.id: number for number, fact in enumerate(ordered)}


def _spot(briefing: Briefing, fact: BoundFact) -> tuple[Any, ...]:
    return place_of_fact(briefing, fact), fact.article, fact.refs, fact.id


def events_in_time(briefing: Briefing, events: Iterable[Event]) -> list[Event]:
    """The event whose place in time is the earliest comes first, but none before one that it was reported to follow."""
    known = {event.id: event for event in events}
    places = {id: (place_of_event(briefing, event), id) for id, event in known.items()}
    pairs = {(e.after, e.id) for e in known.values()} | {(e.id, e.before) for e in known.values()}
    later: dict[str, list[str]] = {}
    for first, second in pairs:
        if first in known and second in known:
            later.setdefault(first, []).append(second)
    waiting = Counter(second for seconds in later.values() for second in seconds)
    free = [place for place in places.values() if not waiting[place[1]]]
    heapify(free)
    order: list[Event] = []
    while free:
        _, id = heappop(free)
        order.append(known[id])
        for second in later.get(id, ()):
            waiting[second] -= 1
            if not waiting[second]:
                heappush(free, places[second])
    return order


@once
def all_events_in_time(briefing: Briefing) -> tuple[Event, ...]:
    """Every event, in this order."""
    return tuple(events_in_time(briefing, briefing.content.events.values()))


def _neighbour(briefing: Briefing, event: str | None, passed: frozenset[str]) -> Place | None:
    if not event or event in passed:
        return None
    return _place_beside(briefing, briefing.content.events[event], passed)
