"""Who took part in which event with whom, and who is named in whose statements."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from generator.analysis.meetings import met
from generator.analysis.once import once
from generator.analysis.order import all_events_in_time
from generator.analysis.participation import TakenPart, participation
from generator.briefing import Briefing
from generator.content.registries import Event
from generator.evidence.proving import BoundFact


@dataclass(frozen=True)
class Part:
    """Someone and an event: whether they took part, or are only named in the reports; and the first fact that says so.

    A part may rest on no fact; whoever neither took part nor is named has none.
    """

    who: str
    taken: TakenPart | None
    proof: BoundFact | None = None


@dataclass(frozen=True)
class Relations:
    """Encounters in order of time, and the statements; both only of people whom something joins, in their order."""

    people: tuple[str, ...]
    encounters: Mapping[str, tuple[Part, ...]]  # event → the part of each of the people
    objects: tuple[str, ...]
    statements: Mapping[str, Mapping[str, tuple[BoundFact, ...]]]  # speaker → object → what the one says of the other


def relations(briefing: Briefing, people: Collection[str]) -> Relations:
    """People are joined by meetings at which two of them plainly met, and by statements of one that name another.

    What is only planned joins nobody, and neither does an announcement, a news conference or what somebody tells of it.
    """
    present = {event.id: _present(briefing, event, people) for event in all_events_in_time(briefing)}
    events = [event for event in all_events_in_time(briefing) if len(present[event.id]) > 1]
    there = {person for event in events for person in present[event.id]}
    joined = tuple(person for person in people if person in there)
    named = {
        speaker: {whom: facts for whom in people if (facts := facts_naming(briefing, speaker, whom))}
        for speaker in people
    }
    meant = {person for of in named.values() for person in of}
    objects = tuple(person for person in people if person in meant)
    return Relations(
        people=joined,
        encounters={event.id: tuple(part(briefing, event, person) for person in joined) for event in events},
        objects=objects,
        statements={speaker: {whom: of.get(whom, ()) for whom in objects} for speaker, of in named.items() if of},
    )


def part(briefing: Briefing, event: Event, person: str) -> Part:
    """A participant's part rests on the first fact that proves it; another's, on the first report that names them."""
    parts = (part for part in participation(briefing, event) if part.how != "planned")
    if own := next((part for part in parts if part.who == person), None):
        return Part(person, own, next(iter(own.facts), None))
    return Part(person, None, next((f for f in briefing.facts_at(event.id) if person in f.subjects), None))


def facts_naming(briefing: Briefing, speaker: str, whom: str) -> tuple[BoundFact, ...]:
    """The statements of a speaker that name someone else, in order of reading; nobody is named by their own."""
    return facts_by_and_on(briefing).get((speaker, whom), ()) if speaker != whom else ()


@once
def facts_by_and_on(briefing: Briefing) -> Mapping[tuple[str, str], tuple[BoundFact, ...]]:
    """What is said, in order of reading, by who says it and by whom it is on."""
    said: dict[tuple[str, str], list[BoundFact]] = {}
    for fact in briefing.facts.values():
        for subject in fact.subjects if fact.who else ():
            said.setdefault((fact.who or "", subject), []).append(fact)
    return {pair: tuple(facts) for pair, facts in said.items()}


def _present(briefing: Briefing, event: Event, people: Collection[str]) -> frozenset[str]:
    """Those among the people who met another of them there."""
    among = frozenset(people)
    with_whom = {who: among.intersection(part.who for part in met(briefing, event, who)) for who in people}
    return frozenset(who for who, others in with_whom.items() if others)
