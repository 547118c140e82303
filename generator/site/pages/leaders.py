"""What the page of a leader says, and the list of leaders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.analysis.derived import Derived
from generator.analysis.participation import meetings, participation
from generator.analysis.quotations import own_words
from generator.analysis.roles import commitments, events_of
from generator.analysis.weight import by_weight
from generator.content.kinds import KINDS
from generator.content.registries import Leader
from generator.evidence.proving import BoundFact
from generator.site.parts.cards import (
    CardGroup,
    FactCard,
    card,
    cards_by_event,
    cards_by_speaker,
    told_already,
)
from generator.site.parts.comparisons import differences
from generator.site.parts.context import RenderContext
from generator.site.parts.exchanges import Exchange, exchanges
from generator.site.parts.page import Comparison, Head, Ledger, Link, Meeting, Office, Page, Person, Sentence
from generator.site.parts.stands import Stand, stands
from generator.site.pictures.relations import Relations, relations

PROMISES = 10  # commitments that stand open: what readers came for


@dataclass(frozen=True)
class OwnWords:
    """Words of a leader that can stand alone, and the fact that they prove."""

    text: str
    paragraph: int
    fact: FactCard


@dataclass(frozen=True)
class LeaderView:
    """The answer first; then each fact once: commitments and demands, what else the leader said, what others say."""

    head: Head
    name: str
    surname: str
    spellings: tuple[str, ...]  # those that readers would not guess from the name
    background: str  # where the full name comes from, if no article has it
    country: Link | None
    offices: tuple[Office, ...]
    facts: int
    articles: int
    summary: tuple[Sentence, ...]
    stands: tuple[Stand, ...]
    commitments: tuple[CardGroup, ...]  # that the leader makes
    announced: tuple[CardGroup, ...]  # that the leader tells of
    received: tuple[CardGroup, ...]  # that are made to the leader
    demands: tuple[CardGroup, ...]
    own_words: tuple[OwnWords, ...]
    said: tuple[CardGroup, ...]
    about: tuple[CardGroup, ...]  # what others say, speaker by speaker
    reported: tuple[CardGroup, ...]  # what the articles tell in their own voice
    parts: Mapping[str, tuple[Derived, ...]]  # in these commitments, by their names
    meetings: tuple[Meeting, ...]
    events: tuple[Meeting, ...]  # the others that the leader took part in, or was to
    exchanges: tuple[Exchange, ...]
    differences: tuple[Comparison, ...]
    unknowns: tuple[Sentence, ...]
    ledger: Ledger


@dataclass(frozen=True)
class PersonGroup:
    """The leaders of one country, or of none."""

    heading: str
    url: str
    people: tuple[Person, ...]


@dataclass(frozen=True)
class LeadersView:
    head: Head
    groups: tuple[PersonGroup, ...]
    relations: Relations
    ledger: Ledger


def leader_pages(context: RenderContext) -> Iterator[Page]:
    for leader in context.briefing.content.leaders.values():
        yield Page(KINDS["leaders"].template, leader_view(context, leader))
    yield Page("leaders.md.j2", leaders_view(context))


def leader_view(context: RenderContext, leader: Leader) -> LeaderView:
    briefing = context.briefing
    facts = briefing.facts_on(leader.id)
    statements = [fact for fact in facts if fact.who == leader.id]
    promised = commitments(briefing, leader.id)
    apart = {fact.id for fact in (*promised.made, *promised.received, *promised.announced)}
    demands = [fact for fact in statements if fact.kind == "demand"]
    reports = [fact for fact in facts if fact.who != leader.id and fact.id not in apart]
    reports = [fact for fact in reports if fact.id not in briefing.office_facts or fact.kind != "background"]
    role = context.role_at(leader.id)
    otherwise = f"{leader.name}: {role}" if role else leader.name
    summary = context.sentences(leader.summary)

    def folded(facts: Iterable[BoundFact]) -> tuple[CardGroup, ...]:
        return told_already(context, cards_by_event(context, facts), summary)

    return LeaderView(
        head=context.head("leaders", leader.id, leader.name, context.in_short(leader.summary, otherwise)),
        name=leader.name,
        surname=context.surname(leader),
        spellings=spellings(leader),
        background=leader.background or "",
        country=context.link(leader.country) if leader.country else None,
        offices=context.offices(leader),
        facts=len(facts),
        articles=len({fact.article for fact in facts}),
        summary=summary,
        stands=stands(context, leader.id, statements),
        commitments=cards_by_event(context, promised.made, PROMISES),
        announced=cards_by_event(context, promised.announced, PROMISES),
        received=cards_by_event(context, promised.received, PROMISES),
        demands=cards_by_event(context, demands, PROMISES),
        own_words=tuple(_own_words(context, statements)),
        said=folded(f for f in statements if f.id not in apart and f.kind != "demand"),
        about=told_already(context, cards_by_speaker(context, (f for f in reports if f.voice != "reporter")), summary),
        reported=folded(fact for fact in reports if fact.voice == "reporter"),
        parts=promised.parts,
        meetings=tuple(_meetings(context, leader)),
        events=tuple(_other_events(context, leader)),
        exchanges=exchanges(context, leader.id),
        differences=differences(context, facts, leader.id),
        unknowns=context.unknowns(leader.id),
        ledger=context.ledger((*facts, *promised.all), (*leader.roles, *leader.summary)),
    )


def spellings(leader: Leader) -> tuple[str, ...]:
    """The other spellings that have a word which the name has not: a surname alone is no other spelling."""
    words = set(leader.name.split())
    return tuple(alias for alias in leader.aliases if not words.issuperset(alias.split()))


def _own_words(context: RenderContext, statements: Iterable[BoundFact]) -> Iterator[OwnWords]:
    """The weightiest first; words that prove two facts stand once."""
    shown: set[str] = set()
    for fact in by_weight(context.briefing, statements):
        for passage in own_words(fact):
            if passage.text not in shown and passage.occurrence:
                shown.add(passage.text)
                yield OwnWords(passage.text, passage.occurrence.paragraph, card(context, fact))


def leaders_view(context: RenderContext) -> LeadersView:
    by_country: dict[str, list[Leader]] = {}
    everyone = sorted(context.briefing.content.leaders.values(), key=by_name)
    for leader in everyone:
        by_country.setdefault(leader.country or "", []).append(leader)
    groups = [
        PersonGroup(
            context.link(country).name if country else context.words["leaders"]["elsewhere"],
            context.link(country).url if country else "",
            tuple(person(context, leader, len(context.briefing.facts_on(leader.id))) for leader in leaders),
        )
        for country, leaders in by_country.items()
    ]
    ordered = sorted(groups, key=lambda group: (not group.url, group.heading))
    return LeadersView(context.index_head("leaders"), tuple(ordered), relations(context, everyone), context.ledger(()))


def person(context: RenderContext, leader: Leader, facts: int) -> Person:
    return Person(context.link(leader.id), context.role_at(leader.id), facts)


def by_name(leader: Leader) -> tuple[str, str]:
    """Sorts leaders by surname, which is `sort`, or else the last word of the name."""
    return ((leader.sort or leader.name.split()[-1]).casefold(), leader.id)


def _meetings(context: RenderContext, leader: Leader) -> Iterator[Meeting]:
    """Whom the leader met, and how that is known; the oldest event first."""
    for met in meetings(context.briefing, leader.id):
        line, others, own = (
            context.event_line(met.event),
            tuple(map(context.party, met.others)),
            context.party(met.part),
        )
        yield Meeting(line, others, own.note, (met.statement, *own.statements))


def _other_events(context: RenderContext, leader: Leader) -> Iterator[Meeting]:
    """The events that the leader took part in, or was to, without being reported to have met anybody there."""
    met = {meeting.event.id for meeting in meetings(context.briefing, leader.id)}
    for event in events_of(context.briefing, leader.id):
        if event.id not in met:
            own = next(part for part in participation(context.briefing, event) if part.who == leader.id)
            yield Meeting(context.event_line(event), note=context.party(own).note, statements=own.statements)
