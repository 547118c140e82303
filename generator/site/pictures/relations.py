"""What a table of relations shows: who took part in which event, and who is named in whose statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.analysis import relations as analysis
from generator.analysis.derived import Derived
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
    note: str = ""  # how it is reported that they took part, where not simply, and with whom not together
    statements: tuple[Derived, ...] = ()


@dataclass(frozen=True)
class Encounter:
    """An event at which people met or spoke; the parts are in the order of the people."""

    event: EventLine
    kind: str
    parts: tuple[Part, ...]


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
    def any_noted(self) -> bool:
        """Whether the sign of those who did not simply take part needs to be explained."""
        return any(part.note for encounter in self.encounters for part in encounter.parts)


def relations(context: RenderContext, leaders: Iterable[Leader]) -> Relations:
    """Those among the leaders, who keep the order in which they are given."""
    briefing = context.briefing
    related = analysis.relations(briefing, [leader.id for leader in leaders])
    at_encounters = {fact.article for event in related.encounters for fact in briefing.facts_at(event)}
    of_speech = {fact.article for of in related.statements.values() for facts in of.values() for fact in facts}
    return Relations(
        people=tuple(map(context.link, related.people)),
        encounters=tuple(_encounter(context, event, parts) for event, parts in related.encounters.items()),
        objects=tuple(map(context.link, related.objects)),
        speakers=tuple(_spoken(context, speaker, of) for speaker, of in related.statements.items()),
        articles_of_encounters=len(at_encounters),
        articles_of_speech=len(of_speech),
        edition=context.day(briefing.content.site.edition),
    )


def _encounter(context: RenderContext, id: str, parts: Iterable[analysis.Part]) -> Encounter:
    event = context.briefing.content.events[id]
    shown = tuple(_part(context, event, part) for part in parts)
    return Encounter(context.event_line(event), event.kind, shown)


def _part(context: RenderContext, event: Event, part: analysis.Part) -> Part:
    """Without a fact, a participant's part leads to the page of the event."""
    who = context.link(part.who)
    say, url = (part.proof.say, part.proof.url) if part.proof else ("", "")
    if not part.taken:
        return Part(who, False, say, url)
    url, note = url or context.link(event.id).url, context.party(part.taken).note
    return Part(who, True, say or event.name, url, note, part.taken.statements)


def _spoken(context: RenderContext, speaker: str, of: Mapping[str, Sequence[BoundFact]]) -> Spoken:
    return Spoken(context.link(speaker), tuple(_mention(context, whom, facts) for whom, facts in of.items()))


def _mention(context: RenderContext, whom: str, facts: Sequence[BoundFact]) -> Mention:
    """One fact is linked itself; several stand on the page of the one whom they are about."""
    link = context.link(whom)
    if not facts:
        return Mention(link, 0)
    return Mention(link, len(facts), facts[0].url if len(facts) == 1 else f"{link.url}#about")
