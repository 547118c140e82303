"""Where facts and events stand in time, and their order.

A date that is known to a month or a year has no day: it stands where its last possible day puts it, or beside the
event that it is reported to have been before or after. So no order contradicts what is known, and nothing that is only
known to the year opens a list as if it were of the first of January.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.analysis.derived import Derived
from generator.briefing import Briefing
from generator.content.dates import Edtf
from generator.content.registries import Event
from generator.evidence.proving import BoundFact

SPEECH_KINDS = ("commitment", "demand", "position", "statement")  # kinds whose date is that of the saying
UNKNOWN = dt.date.max.toordinal() + 1


@dataclass(frozen=True, order=True)
class Place:
    """A place in time: a day by its number, and before (negative), on (0) or after whatever else is of that day."""

    day: int
    side: float = 0


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
    known = date.start and date.end and date.precision == "day" and not date.approximate and not date.uncertain
    return bool(known)


def place_of_event(briefing: Briefing, event: Event) -> Place:
    """An event stands on its day; one without a day beside the event that it was before or after, if its date allows.

    What was both stands between them.
    """
    place, date = place_of_date(event.when.date), event.when.date
    after, before = (_neighbour(briefing, id) for id in (event.after, event.before))
    if after and (place <= after or (not is_day(date) and date.earliest.toordinal() <= after.day)):
        place = Place(after.day, after.side + 1)
    if before and place >= before:
        is_same_day = after is not None and after.day == before.day
        place = Place(before.day, (after.side + before.side) / 2 if after and is_same_day else before.side - 1)
    return place


def place_of_fact(briefing: Briefing, fact: BoundFact) -> Place:
    """A fact stands at its own date, or with its event where it has none or the same; what has neither comes last."""
    event = briefing.content.events.get(fact.event or "")
    if event and (not fact.when or fact.when.date.text == event.when.date.text):
        return place_of_event(briefing, event)
    if fact.when:
        return place_of_date(fact.when.date)
    return Place(UNKNOWN, briefing.article(fact.article).published.latest.toordinal())


def place_of_date(date: Edtf) -> Place:
    """The last day on which it may have been, or may have begun; what ends on a day stands before it."""
    if date.start is None:
        return Place(date.latest.toordinal(), -0.5)
    return Place(date.start.latest.toordinal(), 0 if date.start.precision == "day" else 0.5)


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
    place = place_of_event(briefing, event)
    for side, id in (("before", event.before), ("after", event.after)):
        anchor = _neighbour(briefing, id)
        if id and anchor and place != place_of_date(event.when.date) and anchor.day == place.day:
            return id, side
    return "", _position_of_date(event.when.date)


def _position_of_date(date: Edtf) -> str:
    """The day that a date puts something on, or by whose end it was or had begun."""
    day = dt.date.fromordinal(place_of_date(date).day).isoformat()
    if date.start is None:
        return f"until {day}"
    if date.start.precision != "day":
        return f"by {day}"
    return f"about {day}" if date.start.approximate or date.start.uncertain else f"on {day}"


def bounds_of_event(briefing: Briefing, event: Event) -> Bounds:
    """The days of its date, cut off by those of the events that it was before or after."""
    date = event.when.date
    earliest = [date.start.earliest] if date.start else []
    latest = [date.end.latest] if date.end else []
    events = briefing.content.events
    if event.after and (first := bounds_of_event(briefing, events[event.after]).earliest):
        earliest.append(first)
    if event.before and (last := bounds_of_event(briefing, events[event.before]).latest):
        latest.append(last)
    return Bounds(max(earliest, default=None), min(latest, default=None))


def bounds_of_fact(briefing: Briefing, fact: BoundFact) -> Bounds | None:
    """The days of a fact's own date, which is cut off as its event's is where it is the same."""
    if not fact.when:
        return None
    event, date = briefing.content.events.get(fact.event or ""), fact.when.date
    if event and event.when.date.text == date.text:
        return bounds_of_event(briefing, event)
    return Bounds(date.start.earliest if date.start else None, date.end.latest if date.end else None)


def in_time(briefing: Briefing, facts: Iterable[BoundFact]) -> list[BoundFact]:
    """The oldest fact comes first; those without a date come last, those of older articles before the others."""
    return sorted(facts, key=lambda fact: (place_of_fact(briefing, fact), fact.article, fact.refs, fact.id))


def events_in_time(briefing: Briefing, events: Iterable[Event]) -> list[Event]:
    """The event whose place in time is the earliest comes first."""
    return sorted(events, key=lambda event: (place_of_event(briefing, event), event.id))


def _neighbour(briefing: Briefing, event: str | None) -> Place | None:
    return place_of_event(briefing, briefing.content.events[event]) if event else None
