"""Where facts and events stand in time, and their order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from generator.briefing import Briefing
from generator.content.dates import Edtf
from generator.content.registries import Event
from generator.evidence.proving import BoundFact

SPEECH_KINDS = ("commitment", "demand", "position", "statement")  # kinds whose date is that of the saying


def date_of(briefing: Briefing, fact: BoundFact) -> Edtf | None:
    """A fact stands in time at its own date, or else at that of its event."""
    if fact.when:
        return fact.when.date
    event = briefing.content.events.get(fact.event or "")
    return event.when.date if event else None


def is_reported(fact: BoundFact) -> bool:
    """Whether somebody tells of something that has a date, who need not have told it then."""
    return bool(fact.who or fact.via) and fact.kind not in SPEECH_KINDS


def in_time(briefing: Briefing, facts: Iterable[BoundFact]) -> list[BoundFact]:
    """The oldest fact comes first; those without a date come last, in order of reading."""
    dates = ((date_of(briefing, fact), fact) for fact in facts)
    keyed = (((date.earliest if date else dt.date.max, fact.article, fact.refs, fact.id), fact) for date, fact in dates)
    return [fact for _, fact in sorted(keyed, key=lambda pair: pair[0])]


def events_in_time(events: Iterable[Event]) -> list[Event]:
    """The event that may have begun first comes first."""
    return sorted(events, key=lambda event: (event.when.date.earliest, event.id))
