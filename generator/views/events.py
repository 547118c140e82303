"""What the page of an event says, and the list of events in time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.briefing import BoundFact
from generator.content.model import Event
from generator.views.book import Book
from generator.views.cards import CardGroup, card
from generator.views.comparisons import differences
from generator.views.page import (
    ArticleLine,
    Comparison,
    EventLine,
    Head,
    Ledger,
    Link,
    Moment,
    Page,
    Sentence,
    Source,
)


@dataclass(frozen=True)
class Participant:
    """Who took part, as reported."""

    link: Link
    role: str = ""
    sources: tuple[Source, ...] = ()
    background: str = ""


@dataclass(frozen=True)
class Report:
    """What one article reports of the event; the groups are themes, in the same order in every report."""

    article: ArticleLine
    groups: tuple[CardGroup, ...]


@dataclass(frozen=True)
class EventView:
    head: Head
    name: str
    kind: str
    when: Moment
    place: str
    country: Link | None
    basis: tuple[Source, ...]  # the facts that the event itself rests on, or else its background
    background: str
    participants: tuple[Participant, ...]
    summary: tuple[Sentence, ...]
    reports: tuple[Report, ...]
    silent: tuple[Link, ...]  # articles of the same days that do not mention it
    differences: tuple[Comparison, ...]
    themes: tuple[Link, ...]
    ledger: Ledger


@dataclass(frozen=True)
class EventGroup:
    """The events of one month or year."""

    heading: str
    events: tuple[EventLine, ...]


@dataclass(frozen=True)
class EventsView:
    head: Head
    groups: tuple[EventGroup, ...]
    ledger: Ledger


def event_pages(book: Book) -> Iterator[Page]:
    for event in book.briefing.content.events.values():
        yield Page("event.md.j2", event_view(book, event))
    yield Page("events.md.j2", events_view(book))


def event_view(book: Book, event: Event) -> EventView:
    facts = book.briefing.facts_at(event.id)
    themes = book.briefing.content.themes.keys()
    when = book.moment(event.when)
    articles = [line.link.url for line in book.article_lines(facts)]
    days = {book.briefing.article(fact.article).published.text for fact in facts}
    silent = [a for a in book.briefing.articles if book.briefing.article(a).published.text in days]
    basis = book.sentences((event,))[0]
    return EventView(
        head=book.head("events", event.id, event.name, f"{event.name}, {when.text}"),
        name=event.name,
        kind=event.kind,
        when=when,
        place=event.place or "",
        country=book.link(event.country) if event.country else None,
        basis=basis.sources,
        background=basis.background,
        participants=_participants(book, event),
        summary=book.sentences(event.summary),
        reports=tuple(_reports(book, facts)),
        silent=tuple(link for link in map(book.link, silent) if link.url not in articles),
        differences=differences(book, facts),
        themes=book.links({id for fact in facts for id in fact.subjects & themes}),
        ledger=book.ledger((*facts, *book.briefing.cited(event.from_)), event.summary),
    )


def events_view(book: Book) -> EventsView:
    groups: dict[str, list[EventLine]] = {}
    for event in sorted(book.briefing.content.events.values(), key=lambda e: (e.when.date.earliest, e.id)):
        day = event.when.date.earliest
        month = book.words["dates"]["months"][day.month - 1]
        exact = event.when.date.precision in ("day", "month")
        heading = book.words["dates"]["month"].format(month=month, year=day.year) if exact else str(day.year)
        groups.setdefault(heading, []).append(book.event_line(event))
    listed = tuple(EventGroup(heading, tuple(events)) for heading, events in groups.items())
    return EventsView(book.index_head("events"), listed, book.ledger(()))


def _participants(book: Book, event: Event) -> tuple[Participant, ...]:
    found = []
    for one, sentence in zip(event.participants, book.sentences(event.participants), strict=True):
        role = book.role_at(one.who, event.when.date)
        found.append(Participant(book.link(one.who), role, sentence.sources, sentence.background))
    return tuple(found)


def _reports(book: Book, facts: tuple[BoundFact, ...]) -> Iterator[Report]:
    """Each article's facts under the first of their themes, in the order of the registry."""
    for line in book.article_lines(facts):
        groups: dict[str, list[BoundFact]] = {}
        for fact in facts:
            if book.link(fact.article) == line.link:
                first = next((id for id in book.briefing.content.themes if id in fact.subjects), "")
                groups.setdefault(first, []).append(fact)
        ordered = [id for id in (*book.briefing.content.themes, "") if id in groups]
        yield Report(line, tuple(_group(book, id, groups[id]) for id in ordered))


def _group(book: Book, theme: str, facts: list[BoundFact]) -> CardGroup:
    link = book.link(theme) if theme else Link("")
    return CardGroup(tuple(card(book, fact) for fact in facts), link.name, link.url)
