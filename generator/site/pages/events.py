"""What the page of an event says, and the list of events in time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.content.kinds import KINDS
from generator.content.registries import Event
from generator.evidence.proving import BoundFact
from generator.site.parts.cards import FactCard, card
from generator.site.parts.comparisons import differences
from generator.site.parts.context import Book
from generator.site.parts.page import ArticleLine, Comparison, Head, Ledger, Link, Moment, Page, Sentence
from generator.site.pictures.timeline import Timeline, timeline


@dataclass(frozen=True)
class Participant:
    """Who took part, as reported."""

    link: Link
    role: str
    basis: Sentence


@dataclass(frozen=True)
class Report:
    """What one article reports on one theme, which may be nothing."""

    article: Link
    cards: tuple[FactCard, ...]
    long: bool = False  # so much more than the others that it stands in two columns


@dataclass(frozen=True)
class ThemeRow:
    """What each article that tells of the event reports on one theme, in the same order in every row."""

    theme: Link  # without a name: the facts without a theme
    reports: tuple[Report, ...]


@dataclass(frozen=True)
class EventView:
    head: Head
    name: str
    kind: str
    when: Moment
    place: str
    country: Link | None
    basis: Sentence  # the facts that the event itself rests on, or else its background
    participants: tuple[Participant, ...]
    summary: tuple[Sentence, ...]
    articles: tuple[ArticleLine, ...]
    shared: tuple[ThemeRow, ...]  # on which several articles report
    single: tuple[ThemeRow, ...]  # on which one does, and the others are silent
    silent: tuple[Link, ...]  # articles of the same days that do not mention it
    differences: tuple[Comparison, ...]
    themes: tuple[Link, ...]
    ledger: Ledger


@dataclass(frozen=True)
class EventsView:
    head: Head
    timeline: Timeline | None
    events: tuple[Link, ...]  # in its order
    ledger: Ledger


def event_pages(book: Book) -> Iterator[Page]:
    for event in book.briefing.content.events.values():
        yield Page(KINDS["events"].template, event_view(book, event))
    yield Page("events.md.j2", events_view(book))


def event_view(book: Book, event: Event) -> EventView:
    facts = book.briefing.facts_at(event.id)
    themes = book.briefing.content.themes.keys()
    when = book.moment(event.when)
    articles = book.article_lines(facts)
    rows = theme_rows(book, facts)
    days = {book.briefing.article(fact.article).published.text for fact in facts}
    silent = [a for a in book.briefing.articles if book.briefing.article(a).published.text in days]
    return EventView(
        head=book.head("events", event.id, event.name, f"{event.name}, {when.text}"),
        name=event.name,
        kind=event.kind,
        when=when,
        place=event.place or "",
        country=book.link(event.country) if event.country else None,
        basis=book.sentences((event,), "name")[0],
        participants=_participants(book, event),
        summary=book.sentences(event.summary),
        articles=articles,
        shared=tuple(row for row in rows if _telling(row) > 1),
        single=tuple(row for row in rows if _telling(row) == 1),
        silent=tuple(link for link in map(book.article, silent) if link not in [line.link for line in articles]),
        differences=differences(book, facts),
        themes=book.links({id for fact in facts for id in fact.subjects & themes}),
        ledger=book.ledger((*facts, *book.briefing.cited(event.from_)), event.summary),
    )


def events_view(book: Book) -> EventsView:
    told = timeline(book, book.briefing.content.events.values(), book.briefing.facts.values())
    rows = [row for period in told.periods for row in period.rows] if told else []
    events = tuple(row.link for row in rows if not row.by)
    return EventsView(book.index_head("events"), told, events, book.ledger(()))


def theme_rows(book: Book, facts: tuple[BoundFact, ...]) -> tuple[ThemeRow, ...]:
    """What the articles report, aligned: themes in the order of the registry, facts without one last."""
    articles = [article for article in book.briefing.articles if any(fact.article == article for fact in facts)]
    found = []
    for theme, on_it in _themes(book, facts).items():
        told = ((id, [fact for fact in on_it if fact.article == id]) for id in articles)
        reports = [Report(book.article(id), tuple(card(book, fact) for fact in facts)) for id, facts in told]
        found.append(ThemeRow(book.link(theme) if theme else Link(""), tuple(_laid_out(reports))))
    return tuple(found)


def _laid_out(reports: list[Report]) -> Iterator[Report]:
    """The longest report of a row stands in two columns where even half of it is more than any other."""
    lengths = sorted(len(report.cards) for report in reports)
    for report in reports:
        is_long = len(report.cards) == lengths[-1] and len(lengths) > 1 and lengths[-1] > 2 * lengths[-2]
        yield replace(report, long=is_long)


def _participants(book: Book, event: Event) -> tuple[Participant, ...]:
    found = []
    for one, sentence in zip(event.participants, book.sentences(event.participants), strict=True):
        role = book.role_at(one.who, event.when.date)
        found.append(Participant(book.link(one.who), role, sentence))
    return tuple(found)


def _telling(row: ThemeRow) -> int:
    return sum(bool(report.cards) for report in row.reports)


def _themes(book: Book, facts: tuple[BoundFact, ...]) -> dict[str, list[BoundFact]]:
    """Each fact under that of its themes on which most articles tell of the event, and of these the rarest."""
    order = list(book.briefing.content.themes)
    told = {theme: [fact.article for fact in facts if theme in fact.subjects] for theme in order}
    groups: dict[str, list[BoundFact]] = {}
    for fact in facts:
        own = [theme for theme in order if theme in fact.subjects]
        best = max(own, key=lambda theme: (len(set(told[theme])), -len(told[theme])), default="")
        groups.setdefault(best, []).append(fact)
    return {theme: groups[theme] for theme in (*order, "") if theme in groups}
