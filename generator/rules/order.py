"""Rules for the order of events: what is before or after something can have been so."""

from __future__ import annotations

from collections.abc import Iterator

from generator.briefing import Briefing
from generator.content.registries import Event
from generator.problems import Problem


def events_stand_in_a_possible_order(briefing: Briefing) -> Iterator[Problem]:
    """An event is before or after another one as their dates allow, and never by a detour before itself."""
    for event in briefing.content.events.values():
        for end in ("before", "after"):
            other = briefing.content.events.get(getattr(event, end) or "")
            if other and not _is_possible(event, other, end):
                what = f"`{event.id}`, of {event.when.date}, cannot be {end} `{other.id}`, of {other.when.date}"
                yield Problem(event.at(end), "BAD-ORDER", what, "mend the date, or the event that it is compared with")
            if other and event.id in _later(briefing, event.id):
                what = f"`{event.id}` would be before itself"
                yield Problem(event.at(end), "BAD-ORDER", what, "take one of `before` and `after` out of the circle")


def _is_possible(event: Event, other: Event, end: str) -> bool:
    first, second = (event, other) if end == "before" else (other, event)
    return first.when.date.earliest <= second.when.date.latest


def _later(briefing: Briefing, event: str) -> set[str]:
    """The events that are after an event, by what is written of each."""
    events = briefing.content.events
    pairs = {(e.id, e.before) for e in events.values() if e.before} | {
        (e.after, e.id) for e in events.values() if e.after
    }
    later: set[str] = set()
    waiting = [event]
    while waiting:
        now = waiting.pop()
        found = {second for first, second in pairs if first == now} - later
        later |= found
        waiting += found
    return later
