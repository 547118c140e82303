"""The fact card: one fact as it is shown on every page, with all that it names already looked up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from generator.analysis.once import once
from generator.analysis.order import is_reported
from generator.analysis.roles import day_of
from generator.analysis.weight import by_weight, weight_of
from generator.content.registries import Event
from generator.evidence.proving import BoundFact
from generator.evidence.verdict import Verdict
from generator.site.parts.agreement import Agreement, AgreementCounts, agreement_counts, agreements
from generator.site.parts.citation import fact_work
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Link, Moment, Sentence
from generator.site.parts.reporting import report_url
from generator.site.parts.text_fragment import original

AT_A_GLANCE = 6  # cards that need no folding
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
    article: Link  # in a word or two
    passages: tuple[Passage, ...]
    report: str = ""  # where an error in it is reported
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
    def is_explained(self) -> bool:
        """Whether more is to be told of it than its own words."""
        counted = self.when is not None and self.when.basis != "stated"
        return bool(counted or self.named or self.computed or self.notes)

    @property
    def paragraph(self) -> int:
        """Where its first passage stands; 0 where nobody knows."""
        return self.passages[0].paragraph if self.passages else 0


@dataclass(frozen=True)
class CardGroup:
    """Cards that belong together, under the event or speaker that they share; without a heading, a whole list."""

    cards: tuple[FactCard, ...]
    heading: str = ""
    url: str = ""
    when: Moment | None = None  # of an event whose name does not say it
    dates: bool = False  # the heading says when its facts were
    speaks: bool = False  # the heading says who says it all
    is_folded: bool = False


@once
def card(context: RenderContext, fact: BoundFact) -> FactCard:
    """The card of a fact, the same on every page."""
    briefing, record = context.briefing, fact.fact
    content = briefing.content
    article = f"articles/{fact.article}.html"
    event = content.events.get(record.event or "")
    compared = tuple(agreements(context, fact))
    counts = agreement_counts(context, fact) if compared else None
    shared = [agreement.question for agreement in compared]
    answers = [CardAnswer(context.link(id), answer) for id, answer in record.answers.items()]
    return FactCard(
        id=fact.id,
        say=record.say,
        url=fact.url,
        voice=cast("Voice", fact.voice),
        kind=record.kind,
        article=source_of(context, fact),
        report=report_url(context, fact.url, record.say),
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
        event_when=unnamed_date(context, event) if event else None,
        reported=context.published(fact.article),
        answers=tuple(answer for answer in answers if answer.question not in shared),
        agreements=compared,
        agreement_counts=counts,
        notes=context.sentences(record.note, within=fact.article),
        proved=fact.verdict is Verdict.PROVED,
        cite=fact_work(context, fact).sentence,
    )


def source_of(context: RenderContext, fact: BoundFact) -> Link:
    """The article of a fact; what another says too does not rest on a doubtful text alone."""
    link = context.source_link(fact.article, fact.url)
    return replace(link, doubt="") if link.doubt and agreement_counts(context, fact).same else link


def _mentions(context: RenderContext, fact: BoundFact) -> tuple[Link, ...]:
    """Leaders, countries and organisations, in this order."""
    content = context.briefing.content
    registries = (content.leaders, content.countries, content.organisations)
    return tuple(link for registry in registries for link in context.links(registry.keys() & fact.subjects))


def unnamed_date(context: RenderContext, event: Event) -> Moment | None:
    """When an event was, unless its name says so already."""
    moment = context.event_moment(event)
    return moment if moment.text not in event.name else None


def _side(context: RenderContext, fact: BoundFact) -> str:
    """The state or the body of the latest office of the leader who speaks that had not ended."""
    leader = context.briefing.content.leaders.get(fact.who or "")
    if not leader:
        return ""
    held = [role for role in leader.roles if not role.ended_before(day_of(context.briefing, fact))]
    bodies = [role.country or role.organisation for role in sorted(held, key=lambda role: role.when.earliest)]
    side = next((body for body in reversed(bodies) if body), None)
    return context.link(side).name if side else ""


def _passages(fact: BoundFact, article: str, address: str) -> Iterable[Passage]:
    """A passage that was not found stands where the curator says, or at the top of the article's page."""
    for passage, paragraph in zip(fact.located, paragraphs(fact), strict=True):
        opened = original(address, passage.text) if address and passage.occurrence else ""
        yield Passage(passage.text, paragraph, f"{article}#p{paragraph}" if passage.occurrence else article, opened)


def paragraphs(fact: BoundFact) -> Iterator[int]:
    """Where each of its passages stands, or else where the curator says; 0 where nobody knows."""
    given = (*fact.fact.paragraph, *[0] * len(fact.located))
    return (one.occurrence.paragraph if one.occurrence else n for one, n in zip(fact.located, given, strict=False))


def cards(context: RenderContext, facts: Iterable[BoundFact]) -> tuple[CardGroup, ...]:
    """All cards as one list, the weightiest first."""
    listed = tuple(card(context, fact) for fact in by_weight(context.briefing, facts))
    return (CardGroup(listed),) if listed else ()


def cards_by_event(
    context: RenderContext, facts: Iterable[BoundFact], open_until: int = AT_A_GLANCE
) -> tuple[CardGroup, ...]:
    """Cards folded under the events that several of them are of, the weightiest event first; last the rest."""
    return _folded(context, facts, lambda fact: fact.event or "", open_until)


def told_already(
    context: RenderContext, groups: tuple[CardGroup, ...], summary: Iterable[Sentence]
) -> tuple[CardGroup, ...]:
    """The same cards, folded where the sentences that open the page rest on each of them."""
    told = {source.url for sentence in summary for source in sentence.sources}
    if not groups or groups[0].is_folded or not told.issuperset(card.url for card in groups[0].cards):
        return groups
    return (CardGroup(groups[0].cards, context.words["page"]["told"], is_folded=True),)


def cards_by_speaker(context: RenderContext, facts: Iterable[BoundFact]) -> tuple[CardGroup, ...]:
    """Cards folded under those who say several of them; whoever says what weighs most comes first, last the rest."""
    return _folded(context, facts, lambda fact: fact.who or "", AT_A_GLANCE)


def _folded(
    context: RenderContext, facts: Iterable[BoundFact], key: Callable[[BoundFact], str], open_until: int
) -> tuple[CardGroup, ...]:
    """A list that is seen at a glance stands open and whole; a long rest is folded by themes."""
    ordered = by_weight(context.briefing, facts)
    if len(ordered) <= open_until:
        return cards(context, ordered)
    groups, rest = _apart(ordered, key)
    by_theme: dict[str, list[BoundFact]] = {}
    if len(rest) > open_until:
        by_theme, rest = _apart(rest, _main_theme(context, rest))
    folds = [*_heaviest(context, groups), *_heaviest(context, by_theme), *([("", rest)] if rest else [])]
    return tuple(_group(context, of, tuple(card(context, fact) for fact in members)) for of, members in folds)


def _main_theme(context: RenderContext, facts: Iterable[BoundFact]) -> Callable[[BoundFact], str]:
    """Of the themes of a fact, the one that most of these facts are on."""
    themes = context.briefing.content.themes.keys()
    counts = Counter(theme for fact in facts for theme in fact.subjects & themes)
    return lambda fact: max(fact.subjects & themes, key=lambda theme: (counts[theme], theme), default="")


def _heaviest(context: RenderContext, groups: Mapping[str, list[BoundFact]]) -> Iterable[tuple[str, list[BoundFact]]]:
    return sorted(groups.items(), key=lambda group: (-_weight(context, group[1]), group[0]))


def _apart(
    facts: Sequence[BoundFact], key: Callable[[BoundFact], str]
) -> tuple[dict[str, list[BoundFact]], list[BoundFact]]:
    """The facts of each key that several have, and all others."""
    counts = Counter(map(key, facts))
    groups: dict[str, list[BoundFact]] = {}
    rest: list[BoundFact] = []
    for fact in facts:
        (groups.setdefault(key(fact), []) if key(fact) and counts[key(fact)] > 1 else rest).append(fact)
    return groups, rest


def _weight(context: RenderContext, facts: Iterable[BoundFact]) -> int:
    return sum(weight_of(context.briefing, fact) for fact in facts)


def _group(context: RenderContext, of: str, members: tuple[FactCard, ...]) -> CardGroup:
    content = context.briefing.content
    if not of:
        return CardGroup(members, context.words["page"]["rest"], is_folded=True)
    link, event = context.link(of), content.events.get(of)
    when = unnamed_date(context, event) if event else None
    speaks = not event and of not in content.themes
    return CardGroup(members, link.name, link.url, when, bool(event), speaks=speaks, is_folded=True)
