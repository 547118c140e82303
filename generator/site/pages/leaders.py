"""What the page of a leader says, and the list of leaders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.analysis.derived import Derived
from generator.analysis.meetings import meetings
from generator.analysis.participation import participation
from generator.analysis.quotations import own_words
from generator.analysis.roles import Commitments, commitments, events_of
from generator.analysis.weight import by_weight
from generator.content.kinds import KINDS
from generator.content.registries import Leader
from generator.evidence.proving import BoundFact
from generator.site.pages.leaders_index import index_pages
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
from generator.site.parts.cut import (
    LINES,
    Kept,
    cut,
    extent,
    kept_commitments,
)
from generator.site.parts.exchanges import Exchange, exchanges
from generator.site.parts.page import Comparison, Head, Ledger, Link, Meeting, Office, Page, Sentence
from generator.site.parts.stands import Stand, stands

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
class _Facts:
    """The facts of a page by the list that they stand in."""

    statements: tuple[BoundFact, ...]  # all that the leader says, in whichever list
    promised: Commitments
    demands: tuple[BoundFact, ...]
    said: tuple[BoundFact, ...]
    about: tuple[BoundFact, ...]
    reported: tuple[BoundFact, ...]
    offices: tuple[BoundFact, ...]  # stand beside the name; where the page is cut, in its parts too

    @property
    def all(self) -> tuple[BoundFact, ...]:
        promised = (*self.promised.made, *self.promised.received, *self.promised.announced)
        return (*promised, *self.demands, *self.said, *self.about, *self.reported, *self.offices)

    def kept(self, kept: Kept) -> _Facts:
        reported = (*self.reported, *self.offices) if kept.is_part else self.reported
        lists = map(kept, (self.demands, self.said, self.about, reported, self.offices))
        return _Facts(self.statements, kept_commitments(self.promised, kept), *lists)


def leader_pages(context: RenderContext, id: str = "") -> Iterator[Page]:
    """The pages of a leader, or without an id the list of all."""
    if id:
        yield from _pages(context, context.briefing.content.leaders[id])
    else:
        yield from index_pages(context)


def _pages(context: RenderContext, leader: Leader) -> Iterator[Page]:
    """A leader, and the leader's parts where there are more facts than a page has."""
    facts, summary = _facts(context, leader), context.sentences(leader.summary)
    page = Page(KINDS["leaders"].template, leader_view(context, leader))
    lists = dict.fromkeys(("stands", "own_words", "meetings", "events", "exchanges", "differences"), LINES)

    def fill(kept: Kept) -> dict[str, Any]:
        here = facts.kept(kept)
        prose = () if kept.is_part else (*leader.roles, *leader.summary)
        shown = _shown(context, here, () if kept.is_part else summary)
        return {**shown, **extent(kept, here.all), "ledger": context.ledger(here.all, prose)}

    yield from cut(context, page, facts.all, fill, lists)


def _facts(context: RenderContext, leader: Leader) -> _Facts:
    briefing = context.briefing
    facts, promised = briefing.facts_on(leader.id), commitments(briefing, leader.id)
    statements = tuple(fact for fact in facts if fact.who == leader.id)
    apart = {fact.id for fact in (*promised.made, *promised.received, *promised.announced)}
    reports = [fact for fact in facts if fact.who != leader.id and fact.id not in apart]
    offices = {fact.id for fact in reports if fact.id in briefing.office_facts and fact.kind == "background"}
    others = [fact for fact in reports if fact.id not in offices]
    return _Facts(
        statements,
        promised,
        tuple(fact for fact in statements if fact.kind == "demand"),
        tuple(fact for fact in statements if fact.id not in apart and fact.kind != "demand"),
        tuple(fact for fact in others if fact.voice != "reporter"),
        tuple(fact for fact in others if fact.voice == "reporter"),
        tuple(fact for fact in reports if fact.id in offices),
    )


def _shown(context: RenderContext, facts: _Facts, summary: tuple[Sentence, ...]) -> dict[str, Any]:
    """The cards of each list."""
    promised = facts.promised

    def folded(facts: Iterable[BoundFact]) -> tuple[CardGroup, ...]:
        return told_already(context, cards_by_event(context, facts), summary)

    return {
        "commitments": cards_by_event(context, promised.made, PROMISES),
        "announced": cards_by_event(context, promised.announced, PROMISES),
        "received": cards_by_event(context, promised.received, PROMISES),
        "demands": cards_by_event(context, facts.demands, PROMISES),
        "said": folded(facts.said),
        "about": told_already(context, cards_by_speaker(context, facts.about), summary),
        "reported": folded(facts.reported),
        "parts": promised.parts,
    }


def leader_view(context: RenderContext, leader: Leader) -> LeaderView:
    on, facts = context.briefing.facts_on(leader.id), _facts(context, leader)
    role = context.role_at(leader.id)
    otherwise = f"{leader.name}: {role}" if role else leader.name
    summary = context.sentences(leader.summary)
    return LeaderView(
        head=context.head("leaders", leader.id, leader.name, context.in_short(leader.summary, otherwise)),
        name=leader.name,
        surname=context.surname(leader),
        spellings=spellings(leader),
        background=leader.background or "",
        country=context.link(leader.country) if leader.country else None,
        offices=context.offices(leader),
        facts=len(on),
        articles=len({fact.article for fact in on}),
        summary=summary,
        stands=stands(context, leader.id, facts.statements),
        **_shown(context, facts, summary),
        own_words=tuple(_own_words(context, facts.statements)),
        meetings=tuple(_meetings(context, leader)),
        events=tuple(_other_events(context, leader)),
        exchanges=exchanges(context, leader.id),
        differences=differences(context, on, leader.id),
        unknowns=context.unknowns(leader.id),
        ledger=context.ledger((*on, *facts.promised.all), (*leader.roles, *leader.summary)),
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
