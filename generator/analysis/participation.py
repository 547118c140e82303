"""Who took part in an event and how that is known; who met whom."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.channels import Channel, channel_of
from generator.analysis.derived import Derived
from generator.analysis.order import events_in_time
from generator.analysis.roles import represented
from generator.briefing import Briefing
from generator.content.registries import Event, EventKind, HowTakenPart
from generator.evidence.proving import BoundFact

MEETINGS: frozenset[EventKind] = frozenset({"summit", "meeting", "call", "talks", "visit"})


@dataclass(frozen=True)
class TakenPart:
    """Someone's part in an event, how it is reported, through whom, and the facts that say so."""

    event: str
    who: str
    how: HowTakenPart | None
    channel: Channel | None
    facts: tuple[BoundFact, ...]

    @property
    def is_plain(self) -> bool:
        """Whether the articles report it themselves, as something that happened there."""
        return self.channel is None and self.how in (None, "by-video")

    @property
    def statements(self) -> tuple[Derived, ...]:
        """The part, by its name, and through whom it is known."""
        ids = tuple(fact.id for fact in self.facts)
        role = Derived("role", self.who, self.event, ids, self.how or "took-part")
        return (role, self.channel.statement(self.who, self.facts, self.event)) if self.channel else (role,)


@dataclass(frozen=True)
class Met:
    """An event at which someone met others."""

    event: Event
    part: TakenPart
    others: tuple[TakenPart, ...]

    @property
    def statement(self) -> Derived:
        """They met at the event, as far as the facts of each part in it say so."""
        facts = (fact.id for part in (self.part, *self.others) for fact in part.facts)
        return Derived("role", self.part.who, self.event.id, tuple(dict.fromkeys(facts)), "met")


def participation(briefing: Briefing, event: Event) -> tuple[TakenPart, ...]:
    """Every participant of an event keeps how they took part, and through whom it is known; in the order written."""
    return tuple(
        TakenPart(
            event.id,
            participant.who,
            participant.how,
            channel_of(facts, represented(briefing, participant.who)),
            facts,
        )
        for participant in event.participants
        for facts in [briefing.facts_by_id(participant.from_)]
    )


def took_part(briefing: Briefing, event: Event) -> tuple[TakenPart, ...]:
    """A plan is no part: whoever was to be there is not among those who were."""
    return tuple(part for part in participation(briefing, event) if part.how != "planned")


def joined(briefing: Briefing, event: Event) -> tuple[TakenPart, ...]:
    """People meet at a meeting that took place, together, and in a place that is reported; not at an announcement."""
    if event.kind not in MEETINGS or event.apart:
        return ()
    there = tuple(part for part in took_part(briefing, event) if part.how != "place-not-stated")
    return there if len(there) > 1 else ()


def meetings(briefing: Briefing, leader: str) -> tuple[Met, ...]:
    """The events at which a leader met somebody, the oldest first."""
    met = []
    for event in events_in_time(briefing, briefing.content.events.values()):
        there = joined(briefing, event)
        if mine := next((part for part in there if part.who == leader), None):
            met.append(Met(event, mine, tuple(part for part in there if part.who != leader)))
    return tuple(met)
