"""What a table of relations shows: who took part in which event, and who is named in whose statements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.content.registries import Event, Leader
from generator.evidence.proving import BoundFact
from generator.site.parts.context import RenderContext
from generator.site.parts.page import EventLine, Link


@dataclass(frozen=True)
class Part:
    """Someone and an event: whether they took part, or are only named in the reports; and what proves it."""

    who: Link
    took_part: bool
    say: str = ""
    url: str = ""  # none, where the reports do not name them


@dataclass(frozen=True)
class Encounter:
    """An event at which people met or spoke; the parts are in the order of the people."""

    event: EventLine
    kind: str
    parts: tuple[Part, ...]
    apart: bool = False  # nobody reports them together


@dataclass(frozen=True)
class Spoken:
    """Someone and those whom their statements name: in how many facts, and where; in the order of the objects."""

    who: Link
    of: tuple[Mention, ...]


@dataclass(frozen=True)
class Mention:
    whom: Link
    facts: int
    url: str = ""


@dataclass(frozen=True)
class Relations:
    """Encounters in order of time, and the speakers; both only of people whom something joins."""

    people: tuple[Link, ...]
    encounters: tuple[Encounter, ...]
    objects: tuple[Link, ...]
    speakers: tuple[Spoken, ...]
    articles_of_encounters: int
    articles_of_speech: int
    edition: str

    @property
    def any_apart(self) -> bool:
        """Whether the sign of those who are not reported together needs to be explained."""
        return any(encounter.apart for encounter in self.encounters)


def relations(context: RenderContext, leaders: Iterable[Leader]) -> Relations:
    """Those among the leaders, who keep the order in which they are given."""
    people = [leader.id for leader in leaders]
    events = sorted(context.briefing.content.events.values(), key=lambda e: (e.when.date.earliest, e.id))
    joint = [event for event in events if len(_present(event) & set(people)) > 1]
    met = [person for person in people if any(person in _present(event) for event in joint)]
    speech = [fact for fact in context.briefing.facts.values() if fact.who in people and _others(fact, people)]
    objects = [person for person in people if any(person in _others(fact, people) for fact in speech)]
    speakers = [person for person in people if any(fact.who == person for fact in speech)]
    return Relations(
        people=tuple(map(context.link, met)),
        encounters=tuple(_encounter(context, event, met) for event in joint),
        objects=tuple(map(context.link, objects)),
        speakers=tuple(_spoken(context, person, objects, speech) for person in speakers),
        articles_of_encounters=len({f.article for event in joint for f in context.briefing.facts_at(event.id)}),
        articles_of_speech=len({fact.article for fact in speech}),
        edition=context.day(context.briefing.content.site.edition),
    )


def _present(event: Event) -> set[str]:
    return {participant.who for participant in event.participants}


def _others(fact: BoundFact, people: Iterable[str]) -> frozenset[str]:
    """Whom a statement names besides the one who makes it."""
    return (fact.subjects & frozenset(people)) - {fact.who or ""}


def _encounter(context: RenderContext, event: Event, people: Iterable[str]) -> Encounter:
    parts = tuple(_part(context, event, person) for person in people)
    return Encounter(context.event_line(event), event.kind, parts, event.apart is not None)


def _part(context: RenderContext, event: Event, person: str) -> Part:
    """Proved by the first fact that says so; or named by the first report that does."""
    mine = next((one for one in event.participants if one.who == person), None)
    if mine:
        proof = next(iter(context.briefing.facts_by_id(mine.from_)), None)
        page = context.link(event.id).url
        return Part(context.link(person), True, proof.say if proof else event.name, proof.url if proof else page)
    named = next((fact for fact in context.briefing.facts_at(event.id) if person in fact.subjects), None)
    return Part(context.link(person), False, named.say, named.url) if named else Part(context.link(person), False)


def _spoken(context: RenderContext, speaker: str, objects: Iterable[str], speech: Iterable[BoundFact]) -> Spoken:
    said = [fact for fact in speech if fact.who == speaker]
    return Spoken(context.link(speaker), tuple(_mention(context, said, speaker, whom) for whom in objects))


def _mention(context: RenderContext, said: Iterable[BoundFact], speaker: str, whom: str) -> Mention:
    """One fact is linked itself; several stand on the page of the one whom they are about."""
    facts = [fact for fact in said if whom in fact.subjects and whom != speaker]
    if not facts:
        return Mention(context.link(whom), 0)
    return Mention(
        context.link(whom), len(facts), facts[0].url if len(facts) == 1 else f"{context.link(whom).url}#about"
    )
