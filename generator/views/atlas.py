"""What the map shows: the countries that host, take part, announce commitments, or are named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.content.registries import Country, Event, EventKind
from generator.views.book import Book
from generator.views.page import Link

HOSTED: frozenset[EventKind] = frozenset(
    {"summit", "meeting", "talks", "visit", "agreement"}
)  # what a country can host
TAKEN_PART: frozenset[EventKind] = HOSTED | {"call"}


@dataclass(frozen=True)
class Part:
    """A country, and what part it has in the articles; that it is registered means that it is named."""

    link: Link
    code: str
    hosted: tuple[Link, ...]  # meetings and visits in it, oldest first
    joined: tuple[Link, ...]  # those that it, a leader or an office of it took part in
    announced: tuple[Link, ...]  # facts: commitments that those who speak for it announce, their own or joint ones
    facts: int


@dataclass(frozen=True)
class Atlas:
    parts: tuple[Part, ...]  # by name
    first: int  # the year of the first event that counts, and that of the last; none is 0
    last: int
    articles: int
    edition: str


def atlas(book: Book) -> Atlas:
    content = book.briefing.content
    countries = sorted(content.countries.values(), key=lambda country: (country.name.casefold(), country.id))
    parts = tuple(_part(book, country) for country in countries)
    first, last = _years(content.events.values())
    return Atlas(parts, first, last, len(book.briefing.articles), book.day(content.site.edition))


def _years(events: Iterable[Event]) -> tuple[int, int]:
    """From when to when the events are that count on the map."""
    told = [event.when.date for event in events if event.kind in TAKEN_PART and (event.country or event.participants)]
    if not told:
        return 0, 0
    return min(date.earliest.year for date in told), max(date.latest.year for date in told)


def _part(book: Book, country: Country) -> Part:
    content = book.briefing.content
    events = sorted(content.events.values(), key=lambda event: (event.when.date.earliest, event.id))
    speakers = _speakers(book, country.id)
    promised = [f for f in book.briefing.facts.values() if f.fact.kind == "commitment" and f.fact.who in speakers]
    joined = [
        event.id
        for event in events
        if event.kind in TAKEN_PART and any(one.who in speakers for one in event.participants)
    ]
    return Part(
        link=book.link(country.id),
        code=country.code,
        hosted=tuple(book.link(e.id) for e in events if e.kind in HOSTED and e.country == country.id),
        joined=tuple(map(book.link, joined)),
        announced=tuple(Link(fact.fact.say, fact.url) for fact in promised),
        facts=len(book.briefing.facts_on(country.id)),
    )


def _speakers(book: Book, country: str) -> frozenset[str]:
    """The country itself, its leaders and its offices."""
    content = book.briefing.content
    people = {leader.id for leader in content.leaders.values() if leader.country == country}
    offices = {office.id for office in content.organisations.values() if office.country == country}
    return frozenset({country, *people, *offices})
