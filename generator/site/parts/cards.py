"""The fact card: one fact as it is shown on every page, with all that it names already looked up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, cast

from generator.analysis.order import in_time, is_reported
from generator.analysis.roles import day_of
from generator.content.registries import Event
from generator.evidence.proving import BoundFact
from generator.evidence.verdict import Verdict
from generator.site.parts.agreement import Agreement, AgreementCounts, agreement_counts, agreements
from generator.site.parts.citation import fact_work
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Link, Moment, Sentence
from generator.site.parts.text_fragment import original

Voice = Literal["quotation", "paraphrase", "unnamed", "reporter"]


@dataclass(frozen=True)
class Passage:
    """The article's own words, and the paragraph that they stand in."""

    text: str
    paragraph: int
    url: str
    original: str = ""  # the article on the web, opened at these words, where it has an address


@dataclass(frozen=True)
class Named:
    """A name of the fact that an earlier paragraph gives."""

    name: str
    paragraph: int
    url: str


@dataclass(frozen=True)
class CardAnswer:
    """A question that the fact answers, and how."""

    question: Link
    answer: str


@dataclass(frozen=True)
class FactCard:
    """One fact: the sentence, who says it and how that is known, and the words that prove it."""

    id: str
    say: str
    url: str
    voice: Voice
    kind: str
    article: Link
    passages: tuple[Passage, ...]
    language: str = ""  # of the passages, where it is not that of the interface
    who: Link | None = None
    side: str = ""  # for whom a leader speaks
    via: str = ""
    when: Moment | None = None
    is_reported: bool = False  # the date is that of what somebody tells, and not of the telling
    named: tuple[Named, ...] = ()
    computed: tuple[tuple[str, str], ...] = ()  # a number of ours and the article's words for it
    mentions: tuple[Link, ...] = ()  # leaders, countries and organisations, in this order
    themes: tuple[Link, ...] = ()
    event: Link | None = None
    event_when: Moment | None = None  # where its name does not say so already
    reported: Moment | None = None  # when its article was published
    answers: tuple[CardAnswer, ...] = ()  # those that no other article has an answer to, and those of speakers
    agreements: tuple[Agreement, ...] = ()
    agreement_counts: AgreementCounts | None = None  # of all agreements, where there are any
    notes: tuple[Sentence, ...] = ()
    proved: bool = True
    cite: str = ""  # the sentence that cites it

    @property
    def explained(self) -> bool:
        """Whether more is to be told of it than its own words."""
        counted = self.when is not None and self.when.basis != "stated"
        return bool(counted or self.named or self.computed or self.notes)


@dataclass(frozen=True)
class CardGroup:
    """Cards that belong together, under the event, date or speaker that they share; without a heading, a whole list."""

    cards: tuple[FactCard, ...]
    heading: str = ""
    url: str = ""
    when: Moment | None = None  # of an event whose name does not say it
    dates: bool = False  # the heading says when its facts were, or were reported


def card(context: RenderContext, fact: BoundFact) -> FactCard:
    """The card of a fact, the same on every page."""
    if fact.id not in context.cards:
        context.cards[fact.id] = _card(context, fact)
    return cast("FactCard", context.cards[fact.id])


def _card(context: RenderContext, fact: BoundFact) -> FactCard:
    briefing, record = context.briefing, fact.fact
    content = briefing.content
    article = f"articles/{fact.article}.html"
    event = content.events.get(record.event or "")
    compared = tuple(agreements(context, fact))
    shared = [agreement.question for agreement in compared]
    answers = [CardAnswer(context.link(id), answer) for id, answer in record.answers.items()]
    return FactCard(
        id=fact.id,
        say=record.say,
        url=fact.url,
        voice=cast("Voice", fact.voice),
        kind=record.kind,
        article=context.article(fact.article),
        passages=tuple(_passages(fact, article, briefing.article(fact.article).url or "")),
        language=context.language(fact.article),
        who=context.link(record.who) if record.who else None,
        side=_side(context, fact),
        via=record.via or "",
        when=context.fact_moment(fact),
        is_reported=is_reported(fact),
        named=tuple(Named(context.link(id).name, n, f"{article}#p{n}") for id, n in record.named.items()),
        computed=tuple(record.computed.items()),
        mentions=_mentions(context, fact),
        themes=context.links(content.themes.keys() & fact.subjects),
        event=context.link(event.id) if event else None,
        event_when=_unnamed_date(context, event) if event else None,
        reported=context.published(fact.article),
        answers=tuple(answer for answer in answers if answer.question not in shared),
        agreements=compared,
        agreement_counts=agreement_counts(context, fact) if compared else None,
        notes=context.sentences(record.note),
        proved=fact.verdict is Verdict.PROVED,
        cite=fact_work(context, fact).sentence,
    )


def _mentions(context: RenderContext, fact: BoundFact) -> tuple[Link, ...]:
    """Leaders, countries and organisations, in this order."""
    content = context.briefing.content
    registries = (content.leaders, content.countries, content.organisations)
    return tuple(link for registry in registries for link in context.links(registry.keys() & fact.subjects))


def _unnamed_date(context: RenderContext, event: Event) -> Moment | None:
    """When an event was, unless its name says so already."""
    moment = context.event_moment(event)
    return moment if moment.text not in event.name else None


def _side(context: RenderContext, fact: BoundFact) -> str:
    """The country of the leader who speaks, or else the body of the latest office that had not ended."""
    leader = context.briefing.content.leaders.get(fact.who or "")
    if not leader:
        return ""
    held = [role for role in leader.roles if not role.ended_before(day_of(context.briefing, fact))]
    bodies = [role.organisation for role in sorted(held, key=lambda role: role.when.earliest)]
    side = leader.country or next((body for body in reversed(bodies) if body), None)
    return context.link(side).name if side else ""


def _passages(fact: BoundFact, article: str, address: str) -> Iterable[Passage]:
    """A passage that was not found stands where the curator says, or at the top of the article's page."""
    for number, passage in enumerate(fact.located):
        given = fact.fact.paragraph[number] if number < len(fact.fact.paragraph) else 0
        paragraph = passage.occurrence.paragraph if passage.occurrence else given
        opened = original(address, passage.text) if address and passage.occurrence else ""
        yield Passage(passage.text, paragraph, f"{article}#p{paragraph}" if passage.occurrence else article, opened)


def cards(context: RenderContext, facts: Iterable[BoundFact]) -> tuple[CardGroup, ...]:
    """Cards under the events that they belong to, in order of time, the others under their dates.

    What has neither stands last, under the day of the article that reports it.
    """
    groups: dict[tuple[str, str], list[FactCard]] = {}
    for fact in in_time(context.briefing, facts):
        key = ("event", fact.event) if fact.event else ("date", "")
        if not fact.event:
            moment = context.fact_moment(fact)
            key = (
                ("date", context.dated(moment))
                if moment
                else ("reported", context.dated(context.published(fact.article)))
            )
        groups.setdefault(key, []).append(card(context, fact))
    return tuple(_group(context, *key, tuple(members)) for key, members in groups.items())


def _group(context: RenderContext, kind: str, of: str, members: tuple[FactCard, ...]) -> CardGroup:
    if kind == "event":
        link, when = context.link(of), members[0].event_when
        return CardGroup(members, link.name, link.url, when, dates=True)
    if kind == "date":
        return CardGroup(members, of, dates=True)
    form = context.words["page"]["reported"]["one" if len({one.article for one in members}) == 1 else "other"]
    return CardGroup(members, form.format(date=of), dates=True)


def cards_by_speaker(context: RenderContext, facts: Iterable[BoundFact]) -> tuple[CardGroup, ...]:
    """Cards under those who say what they tell; whoever says most comes first."""
    groups: dict[str, list[FactCard]] = {}
    for fact in in_time(context.briefing, facts):
        groups.setdefault(fact.who or fact.via or "", []).append(card(context, fact))
    ordered = sorted(groups, key=lambda who: (-len(groups[who]), context.link(who).name.casefold(), who))
    return tuple(CardGroup(tuple(groups[who]), context.link(who).name, context.link(who).url) for who in ordered)
