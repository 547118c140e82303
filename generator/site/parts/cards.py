"""The fact card: one fact as it is shown on every page, with all that it names already looked up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, cast

from generator.evidence.proving import BoundFact
from generator.evidence.verdict import Verdict
from generator.site.parts.agreement import Echo, Tally, echoes, tally
from generator.site.parts.citation import fact_work
from generator.site.parts.context import Book, in_time
from generator.site.parts.page import Link, Moment, Sentence
from generator.site.parts.text_fragment import original

Voice = Literal["quotation", "paraphrase", "unnamed", "reporter"]
SAID = ("commitment", "demand", "position", "statement")  # kinds whose date is that of the saying


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
    tells_of: bool = False  # the date is that of what somebody tells, and not of the telling
    named: tuple[Named, ...] = ()
    computed: tuple[tuple[str, str], ...] = ()  # a number of ours and the article's words for it
    mentions: tuple[Link, ...] = ()  # leaders, countries and organisations, in this order
    themes: tuple[Link, ...] = ()
    event: Link | None = None
    answers: tuple[CardAnswer, ...] = ()  # those that no other article has an answer to, and those of speakers
    echoes: tuple[Echo, ...] = ()
    tally: Tally | None = None  # of the echoes, where there are any
    notes: tuple[Sentence, ...] = ()
    proved: bool = True
    cite: str = ""  # the sentence that cites it

    @property
    def explained(self) -> bool:
        """Whether more is to be told of it than its own words."""
        counted = self.when is not None and self.when.known != "stated"
        return bool(counted or self.named or self.computed or self.notes)


@dataclass(frozen=True)
class CardGroup:
    """Cards that belong together, under the event, date or speaker that they share; without a heading, a whole list."""

    cards: tuple[FactCard, ...]
    heading: str = ""
    url: str = ""


def card(book: Book, fact: BoundFact) -> FactCard:
    """The card of a fact, the same on every page."""
    if fact.id not in book.cards:
        book.cards[fact.id] = _card(book, fact)
    return cast("FactCard", book.cards[fact.id])


def tells_of(fact: BoundFact) -> bool:
    """Whether somebody tells of something that has a date, who need not have told it then."""
    return bool(fact.fact.who or fact.fact.via) and fact.fact.kind not in SAID


def _card(book: Book, fact: BoundFact) -> FactCard:
    briefing, written = book.briefing, fact.fact
    content = briefing.content
    article = f"articles/{fact.article}.html"
    event = content.events.get(written.event or "")
    registries = (content.leaders, content.countries, content.organisations)
    heard = tuple(echoes(book, fact))
    shared = [echo.question for echo in heard]
    answers = [CardAnswer(book.link(id), answer) for id, answer in written.answers.items()]
    return FactCard(
        id=fact.id,
        say=written.say,
        url=fact.url,
        voice=cast("Voice", fact.voice),
        kind=written.kind,
        article=book.article(fact.article),
        passages=tuple(_passages(fact, article, briefing.article(fact.article).url or "")),
        language=book.language(fact.article),
        who=book.link(written.who) if written.who else None,
        side=_side(book, written.who or ""),
        via=written.via or "",
        when=book.moment(written.when, event) if written.when else None,
        tells_of=tells_of(fact),
        named=tuple(Named(book.link(id).name, n, f"{article}#p{n}") for id, n in written.named.items()),
        computed=tuple(written.computed.items()),
        mentions=tuple(link for known in registries for link in book.links(known.keys() & fact.subjects)),
        themes=book.links(content.themes.keys() & fact.subjects),
        event=book.link(event.id) if event else None,
        answers=tuple(answer for answer in answers if answer.question not in shared),
        echoes=heard,
        tally=tally(book, fact) if heard else None,
        notes=book.sentences(written.note),
        proved=fact.verdict is Verdict.PROVED,
        cite=fact_work(book, fact).sentence,
    )


def _side(book: Book, speaker: str) -> str:
    """The country of a leader, or else the body of the latest office."""
    leader = book.briefing.content.leaders.get(speaker)
    if not leader:
        return ""
    bodies = [role.organisation for role in sorted(leader.roles, key=lambda role: role.when.earliest)]
    side = leader.country or next((body for body in reversed(bodies) if body), None)
    return book.link(side).name if side else ""


def _passages(fact: BoundFact, article: str, address: str) -> Iterable[Passage]:
    """A passage that was not found stands where the curator says, or at the top of the article's page."""
    for number, one in enumerate(fact.located):
        given = fact.fact.paragraph[number] if number < len(fact.fact.paragraph) else 0
        paragraph = one.standing.paragraph if one.standing else given
        opened = original(address, one.text) if address and one.standing else ""
        yield Passage(one.text, paragraph, f"{article}#p{paragraph}" if one.standing else article, opened)


def cards(book: Book, facts: Iterable[BoundFact]) -> tuple[CardGroup, ...]:
    """Cards under the events that they belong to, in order of time; the others follow under their dates."""
    groups: dict[Link, list[FactCard]] = {}
    for fact in in_time(book, facts):
        event = fact.fact.event
        groups.setdefault(book.link(event) if event else book.occasion(fact), []).append(card(book, fact))
    last = groups.pop(Link(""), None)
    found = [CardGroup(tuple(group), heading.name, heading.url) for heading, group in groups.items()]
    if last:
        found.append(CardGroup(tuple(last), book.words["page"]["undated"] if found else ""))
    return tuple(found)


def cards_by_speaker(book: Book, facts: Iterable[BoundFact]) -> tuple[CardGroup, ...]:
    """Cards under those who say what they tell; whoever says most comes first."""
    groups: dict[str, list[FactCard]] = {}
    for fact in in_time(book, facts):
        groups.setdefault(fact.fact.who or fact.fact.via or "", []).append(card(book, fact))
    ordered = sorted(groups, key=lambda who: (-len(groups[who]), book.link(who).name.casefold(), who))
    return tuple(CardGroup(tuple(groups[who]), book.link(who).name, book.link(who).url) for who in ordered)
