"""Who took part in an event, and how that is known."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.channels import Channel, channel_of
from generator.analysis.derived import Derived
from generator.analysis.once import once
from generator.briefing import Briefing
from generator.content.registries import Event, EventKind, HowTakenPart
from generator.evidence.proving import BoundFact

MEETINGS: frozenset[EventKind] = frozenset({"summit", "meeting", "call", "talks", "visit"})


@dataclass(frozen=True)
class TakenPart:
    """Someone's part in an event, how it is reported, through whom, and the facts that say so.

    Nobody reports that they were together with those of `apart`.
    """

    event: str
    who: str
    how: HowTakenPart | None
    channel: Channel | None
    facts: tuple[BoundFact, ...]
    apart: tuple[str, ...] = ()

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


@once
def participation(briefing: Briefing, event: Event) -> tuple[TakenPart, ...]:
    """Every participant of an event keeps how they took part, and through whom it is known; in the order written."""
    return tuple(
        TakenPart(
            event.id,
            participant.who,
            participant.how,
            channel_of(facts, {participant.who}),
            facts,
            tuple(other for other in event.apart if participant.who in event.apart and other != participant.who),
        )
        for participant in event.participants
        for facts in [briefing.facts_by_id(participant.from_)]
    )


def is_plan(briefing: Briefing, event: Event) -> bool:
    """What is after the edition has not taken place, and what everybody was only to take part in may not have."""
    plans = [participant.how == "planned" for participant in event.participants]
    return is_to_come(briefing, event) or (bool(plans) and all(plans))


def is_to_come(briefing: Briefing, event: Event) -> bool:
    return event.when.date.earliest > briefing.content.site.edition


def is_over(briefing: Briefing, event: Event) -> bool:
    """Whether the last day that an event may be of lies before the edition: what was planned for it is not to come."""
    return event.when.date.latest < briefing.content.site.edition


def there(briefing: Briefing, event: Event) -> tuple[TakenPart, ...]:
    """Who was at an event by what is plainly reported: neither by a plan, nor by what somebody else tells of it."""
    return tuple(part for part in participation(briefing, event) if part.is_plain)
