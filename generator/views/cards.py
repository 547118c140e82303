"""The fact card: one fact as it is shown on every page, with all that it names already looked up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, cast

from generator.briefing import BoundFact
from generator.evidence.verdicts import Verdict
from generator.views.book import Book, in_time
from generator.views.page import Link, Moment, Sentence

Voice = Literal["quotation", "paraphrase", "unnamed", "reporter"]


@dataclass(frozen=True)
class Passage:
    """The article's own words, and the paragraph that they stand in."""

    text: str
    paragraph: int
    url: str


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
    via: str = ""
    when: Moment | None = None
    named: tuple[Named, ...] = ()
    computed: tuple[tuple[str, str], ...] = ()  # a number of ours and the article's words for it
    mentions: tuple[Link, ...] = ()  # leaders, countries and organisations, in this order
    themes: tuple[Link, ...] = ()
    event: Link | None = None
    answers: tuple[CardAnswer, ...] = ()
    notes: tuple[Sentence, ...] = ()
    proved: bool = True


@dataclass(frozen=True)
class CardGroup:
    """Cards that belong together, under the event or date that they share; without a heading, a whole list."""

    cards: tuple[FactCard, ...]
    heading: str = ""
    url: str = ""


def card(book: Book, fact: BoundFact) -> FactCard:
    """The card of a fact, the same on every page."""
    if fact.id not in book.cards:
        book.cards[fact.id] = _card(book, fact)
    return cast("FactCard", book.cards[fact.id])


def _card(book: Book, fact: BoundFact) -> FactCard:
    briefing, written = book.briefing, fact.fact
    content = briefing.content
    article = f"articles/{fact.article}.html"
    event = content.events.get(written.event or "")
    registries = (content.leaders, content.countries, content.organisations)
    return FactCard(
        id=fact.id,
        say=written.say,
        url=fact.url,
        voice=cast("Voice", fact.voice),
        kind=written.kind,
        article=book.link(fact.article),
        passages=tuple(_passages(fact, article)),
        language=book.language(fact.article),
        who=book.link(written.who) if written.who else None,
        via=written.via or "",
        when=book.moment(written.when, event) if written.when else None,
        named=tuple(Named(book.link(id).name, n, f"{article}#p{n}") for id, n in written.named.items()),
        computed=tuple(written.computed.items()),
        mentions=tuple(link for known in registries for link in book.links(known.keys() & fact.subjects)),
        themes=book.links(content.themes.keys() & fact.subjects),
        event=book.link(event.id) if event else None,
        answers=tuple(CardAnswer(book.link(id), answer) for id, answer in written.answers.items()),
        notes=book.sentences(written.note),
        proved=fact.verdict is Verdict.PROVED,
    )


def _passages(fact: BoundFact, article: str) -> Iterable[Passage]:
    """A passage that was not found stands where the curator says, or at the top of the article's page."""
    for number, one in enumerate(fact.located):
        given = fact.fact.paragraph[number] if number < len(fact.fact.paragraph) else 0
        paragraph = one.standing.paragraph if one.standing else given
        yield Passage(one.text, paragraph, f"{article}#p{paragraph}" if one.standing else article)


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
