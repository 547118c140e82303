"""What the page of a country or an organisation says, and the list of both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.kinds import KINDS
from generator.content.registries import Country, Organisation
from generator.evidence.proving import BoundFact
from generator.site.pages.leaders import by_name, person
from generator.site.parts.cards import CardGroup, cards
from generator.site.parts.comparisons import differences
from generator.site.parts.context import Book
from generator.site.parts.page import ArticleLine, Comparison, EventLine, Head, Ledger, Link, Page, Person, Position
from generator.site.parts.positions import positions
from generator.site.pictures.map import Atlas, atlas


@dataclass(frozen=True)
class CountryView:
    """Each fact stands once: commitments before figures before the rest; an organisation has no code."""

    head: Head
    name: str
    code: str
    country: Link | None
    background: str  # where the full name comes from, if no article has it
    facts: int
    leaders: tuple[Person, ...]
    organisations: tuple[Link, ...]
    commitments: tuple[CardGroup, ...]
    positions: tuple[Position, ...]
    events: tuple[EventLine, ...]
    figures: tuple[CardGroup, ...]
    other: tuple[CardGroup, ...]
    differences: tuple[Comparison, ...]
    articles: tuple[ArticleLine, ...]
    ledger: Ledger


@dataclass(frozen=True)
class CountryLine:
    link: Link
    leaders: tuple[Link, ...]
    facts: int


@dataclass(frozen=True)
class CountriesView:
    head: Head
    countries: tuple[CountryLine, ...]
    organisations: tuple[CountryLine, ...]
    atlas: Atlas
    ledger: Ledger


def country_pages(book: Book) -> Iterator[Page]:
    content = book.briefing.content
    for country in content.countries.values():
        yield Page(KINDS["countries"].template, country_view(book, country))
    for organisation in content.organisations.values():
        yield Page(KINDS["organisations"].template, country_view(book, organisation))
    yield Page("countries.md.j2", countries_view(book))


def country_view(book: Book, entry: Country | Organisation) -> CountryView:
    content = book.briefing.content
    facts = book.briefing.facts_on(entry.id)
    leaders = sorted((leader for leader in content.leaders.values() if leader.country == entry.id), key=by_name)
    organs = [organ.id for organ in content.organisations.values() if organ.country == entry.id]
    speakers = {entry.id, *organs, *(leader.id for leader in leaders)}
    promised = [fact for fact in facts if fact.fact.kind == "commitment"]
    figures = [fact for fact in facts if fact.fact.kind == "figure"]
    shown = {fact.id for fact in (*promised, *figures)}
    return CountryView(
        head=_head(book, entry),
        name=entry.name,
        code=entry.code if isinstance(entry, Country) else "",
        country=book.link(entry.country) if isinstance(entry, Organisation) and entry.country else None,
        background=entry.background or "",
        facts=len(facts),
        leaders=tuple(person(book, leader) for leader in leaders),
        organisations=book.links(organs),
        commitments=cards(book, promised),
        positions=positions(book, [f for f in book.briefing.facts.values() if f.fact.who in speakers]),
        events=_events(book, entry.id, facts),
        figures=cards(book, figures),
        other=cards(book, (fact for fact in facts if fact.id not in shown)),
        differences=differences(book, facts, entry.id),
        articles=book.article_lines(facts),
        ledger=book.ledger(facts),
    )


def countries_view(book: Book) -> CountriesView:
    content = book.briefing.content
    leaders: dict[str, list[str]] = {}
    for leader in sorted(content.leaders.values(), key=by_name):
        leaders.setdefault(leader.country or "", []).append(leader.id)
    return CountriesView(
        book.index_head("countries"),
        tuple(_line(book, link, leaders) for link in book.links(content.countries)),
        tuple(_line(book, link, {}) for link in book.links(content.organisations)),
        atlas(book),
        book.ledger(()),
    )


def _head(book: Book, entry: Country | Organisation) -> Head:
    section = "countries" if isinstance(entry, Country) else "organisations"
    description = book.words["country"]["description"].format(name=entry.name)
    return Head(f"{section}/{entry.id}.md", entry.name, description, book.index("countries"))


def _line(book: Book, link: Link, leaders: dict[str, list[str]]) -> CountryLine:
    id = link.url.rpartition("/")[2].removesuffix(".html")
    return CountryLine(link, tuple(map(book.link, leaders.get(id, ()))), len(book.briefing.facts_on(id)))


def _events(book: Book, id: str, facts: tuple[BoundFact, ...]) -> tuple[EventLine, ...]:
    told = {fact.fact.event for fact in facts}
    events = [
        event
        for event in book.briefing.content.events.values()
        if event.id in told or event.country == id or any(one.who == id for one in event.participants)
    ]
    ordered = sorted(events, key=lambda event: (event.when.date.earliest, event.id))
    return tuple(book.event_line(event) for event in ordered)
