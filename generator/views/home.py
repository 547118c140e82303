"""The front page: the bottom line first, then the figures, the events, what differs, and the doors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.content.model import Event
from generator.views.book import Book
from generator.views.comparisons import differences
from generator.views.page import Comparison, Head, Ledger, Link, Moment, Page, Sentence, Source

FIRST = 6  # entries behind a door, and differences, that the front page shows


@dataclass(frozen=True)
class Figure:
    """A number that matters, and what it counts."""

    figure: str
    say: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class LeadEvent:
    """An event as the front page shows it beside the others."""

    link: Link
    when: Moment
    place: str
    participants: tuple[Link, ...]
    summary: tuple[Sentence, ...]


@dataclass(frozen=True)
class Door:
    """A way into the briefing: an index, its size, and its first entries."""

    index: Link
    entries: int
    first: tuple[Link, ...]


@dataclass(frozen=True)
class HomeView:
    head: Head
    edition: str
    articles: int
    facts: int
    bottom_line: tuple[Sentence, ...]
    figures: tuple[Figure, ...]
    events: tuple[LeadEvent, ...]
    differences: tuple[Comparison, ...]
    more_differences: int
    doors: tuple[Door, ...]
    ledger: Ledger


def home_page(book: Book) -> Page:
    return Page("home.md.j2", home_view(book))


def home_view(book: Book) -> HomeView:
    briefing, site = book.briefing, book.briefing.content.site
    differ = differences(book, briefing.facts.values())
    return HomeView(
        head=Head("index.md", site.title, site.description),
        edition=book.day(site.edition),
        articles=len(briefing.articles),
        facts=len(briefing.facts),
        bottom_line=book.sentences(site.bottom_line),
        figures=tuple(
            Figure(record.figure, said.say, said.sources)
            for record, said in zip(site.key_figures, book.sentences(site.key_figures), strict=True)
        ),
        events=tuple(_event(book, briefing.content.events[id]) for id in site.lead_events),
        differences=differ[:FIRST],
        more_differences=max(0, len(differ) - FIRST),
        doors=tuple(_doors(book)),
        ledger=book.ledger((), (*site.bottom_line, *site.key_figures)),
    )


def _event(book: Book, event: Event) -> LeadEvent:
    return LeadEvent(
        book.link(event.id),
        book.moment(event.when),
        event.place or "",
        tuple(book.link(one.who) for one in event.participants),
        book.sentences(event.summary),
    )


def _doors(book: Book) -> Iterator[Door]:
    """Each index with those of its entries that most facts are on."""
    content = book.briefing.content
    registries: tuple[Mapping[str, object], ...] = (content.leaders, content.countries, content.themes)
    for section, entries in zip(("leaders", "countries", "themes"), registries, strict=True):
        if entries:
            ordered = sorted(entries, key=lambda id: (-len(book.briefing.facts_on(id)), id))
            index = Link(book.words[section]["title"], f"{section}/index.html")
            yield Door(index, len(entries), tuple(map(book.link, ordered[:FIRST])))
