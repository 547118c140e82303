"""What the page of a leader says, and the list of leaders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.analysis.derived import Derived
from generator.analysis.participation import meetings, participation
from generator.analysis.roles import commitments, events_of
from generator.content.kinds import KINDS
from generator.content.registries import Leader
from generator.site.parts.cards import CardGroup, cards, cards_by_speaker
from generator.site.parts.comparisons import differences
from generator.site.parts.context import RenderContext
from generator.site.parts.exchanges import Exchange, exchanges
from generator.site.parts.page import ArticleLine, Comparison, Head, Ledger, Link, Meeting, Page, Person, Position, Role
from generator.site.parts.positions import positions
from generator.site.pictures.relations import Relations, relations


@dataclass(frozen=True)
class LeaderView:
    """Each fact stands once: commitments and demands are left out of `said`, and commitments of the rest."""

    head: Head
    name: str
    spellings: tuple[str, ...]
    background: str  # where the full name comes from, if no article has it
    country: Link | None
    roles: tuple[Role, ...]
    facts: int
    quotations: int
    quoted: tuple[CardGroup, ...]
    statements: tuple[CardGroup, ...]
    commitments: tuple[CardGroup, ...]  # that the leader makes
    announced: tuple[CardGroup, ...]  # that the leader tells of
    received: tuple[CardGroup, ...]  # that are made to the leader
    demands: tuple[CardGroup, ...]
    positions: tuple[Position, ...]
    parts: Mapping[str, tuple[Derived, ...]]  # in these commitments, by their names
    meetings: tuple[Meeting, ...]
    events: tuple[Meeting, ...]  # the others that the leader took part in, or was to
    exchanges: tuple[Exchange, ...]
    about: tuple[CardGroup, ...]  # what others say, speaker by speaker
    reported: tuple[CardGroup, ...]  # what the articles tell in their own voice
    differences: tuple[Comparison, ...]
    articles: tuple[ArticleLine, ...]
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
    remarks = [fact for fact in statements if fact.id not in apart and fact.kind != "demand"]
    reports = [fact for fact in facts if fact.who != leader.id and fact.id not in apart]
    role = context.role_at(leader.id)
    return LeaderView(
        head=context.head("leaders", leader.id, leader.name, f"{leader.name}: {role}" if role else leader.name),
        name=leader.name,
        spellings=leader.aliases,
        background=leader.background or "",
        country=context.link(leader.country) if leader.country else None,
        roles=context.roles(leader),
        facts=len(facts),
        quotations=sum(fact.voice == "quotation" for fact in statements),
        quoted=cards(context, (fact for fact in remarks if fact.voice == "quotation")),
        statements=cards(context, (fact for fact in remarks if fact.voice != "quotation")),
        commitments=cards(context, promised.made),
        announced=cards(context, promised.announced),
        received=cards(context, promised.received),
        parts=promised.parts,
        demands=cards(context, demands),
        positions=positions(context, statements),
        meetings=tuple(_meetings(context, leader)),
        events=tuple(_other_events(context, leader)),
        exchanges=exchanges(context, leader.id),
        about=cards_by_speaker(context, (fact for fact in reports if fact.voice != "reporter")),
        reported=cards(context, (fact for fact in reports if fact.voice == "reporter")),
        differences=differences(context, facts, leader.id),
        articles=context.article_lines(facts),
        ledger=context.ledger((*facts, *promised.all), leader.roles),
    )


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
