"""The page Explore: the facets that search offers, and a plain list of every fact for where search cannot run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.evidence.proving import BoundFact
from generator.site.parts.context import Book, in_time
from generator.site.parts.page import ArticleLine, Head, Ledger, Link, Page
from generator.site.parts.search_entries import FACETS, Result, month_name, results


@dataclass(frozen=True)
class Choice:
    """A value of a facet: its id in addresses, its name, and how many facts have it."""

    id: str
    name: str
    facts: int


@dataclass(frozen=True)
class Facet:
    id: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class DatedFacts:
    """Facts under the date or the event that they share."""

    heading: str
    facts: tuple[Link, ...]


@dataclass(frozen=True)
class Listed:
    """Every fact of one article, in order of time."""

    article: ArticleLine
    dates: tuple[DatedFacts, ...]


@dataclass(frozen=True)
class ExploreView:
    head: Head
    facets: tuple[Facet, ...]
    articles: tuple[Listed, ...]
    ledger: Ledger


def explore_page(book: Book) -> Page:
    facts = book.briefing.facts.values()
    said = book.words["explore"]
    view = ExploreView(
        Head("explore.md", said["title"], said["lead"]),
        tuple(_facets(book, [result for result in results(book) if result.what == "fact"])),
        tuple(_listed(book, line, facts) for line in book.article_lines(facts)),
        book.ledger(facts),
    )
    return Page("explore.md.j2", view)


def _facets(book: Book, found: Iterable[Result]) -> Iterable[Facet]:
    """The most frequent value first; months, and what has an order of its own, in that order."""
    counts = Counter(pair for result in found for pair in result.facets)
    for facet in FACETS:
        values = [Choice(id, _name(book, facet, id), n) for (of, id), n in counts.items() if of == facet]
        if values:
            yield Facet(facet, tuple(sorted(values, key=lambda choice: _order(book, facet, choice))))


def _order(book: Book, facet: str, choice: Choice) -> tuple[int, str, str]:
    fixed = list(book.words["explore"]["values"].get(facet, ()))
    if choice.id in fixed:
        return fixed.index(choice.id), "", choice.id
    return (0 if facet == "month" else -choice.facts), "" if facet == "month" else choice.name.casefold(), choice.id


def _name(book: Book, facet: str, id: str) -> str:
    if facet == "month":
        return month_name(book, id)
    values = book.words["explore"]["values"].get(facet, {})
    link = book.article if facet == "article" else book.link
    return str(values[id]) if id in values else link(id).name


def _listed(book: Book, line: ArticleLine, facts: Iterable[BoundFact]) -> Listed:
    groups: dict[str, list[Link]] = {}
    own = [fact for fact in facts if book.article(fact.article) == line.link]
    for fact in in_time(book, own):
        groups.setdefault(book.occasion(fact).name, []).append(Link(fact.fact.say, fact.url))
    undated = groups.pop("", [])
    told = [DatedFacts(heading, tuple(links)) for heading, links in groups.items()]
    if undated:
        told.append(DatedFacts(book.words["page"]["undated"] if told else "", tuple(undated)))
    return Listed(line, tuple(told))
