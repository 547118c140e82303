"""The page Explore: the facets that search offers, and a plain list of every fact for where search cannot run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.analysis.order import in_time
from generator.evidence.proving import BoundFact
from generator.site.parts.context import RenderContext
from generator.site.parts.page import ArticleLine, Head, Ledger, Link, Page
from generator.site.parts.search_entries import FACETS, SearchEntry, month_name, search_entries


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
    facts: int
    dates: tuple[DatedFacts, ...]


@dataclass(frozen=True)
class ExploreView:
    head: Head
    facets: tuple[Facet, ...]
    articles: tuple[Listed, ...]
    ledger: Ledger


def explore_page(context: RenderContext) -> Page:
    facts = context.briefing.facts.values()
    words = context.words["explore"]
    view = ExploreView(
        Head("explore.md", words["title"], words["lead"]),
        tuple(_facets(context, [entry for entry in search_entries(context) if entry.what == "fact"])),
        tuple(_listed(context, line, facts) for line in context.article_lines(facts)),
        context.ledger(facts),
    )
    return Page("explore.md.j2", view)


def _facets(context: RenderContext, entries: Iterable[SearchEntry]) -> Iterable[Facet]:
    """The facets, the most frequent value first; months and values with an order of their own stand in it."""
    counts = Counter(pair for entry in entries for pair in entry.facets)
    for facet in FACETS:
        choices = [Choice(id, _name(context, facet, id), n) for (of, id), n in counts.items() if of == facet]
        if choices:
            yield Facet(facet, tuple(sorted(choices, key=lambda choice: _order(context, facet, choice))))


def _order(context: RenderContext, facet: str, choice: Choice) -> tuple[int, str, str]:
    fixed = list(context.words["explore"]["values"].get(facet, ()))
    if choice.id in fixed:
        return fixed.index(choice.id), "", choice.id
    return (0 if facet == "month" else -choice.facts), "" if facet == "month" else choice.name.casefold(), choice.id


def _name(context: RenderContext, facet: str, id: str) -> str:
    if facet == "month":
        return month_name(context, id)
    names = context.words["explore"]["values"].get(facet, {})
    link = context.article if facet == "article" else context.link
    return str(names[id]) if id in names else link(id).name


def _listed(context: RenderContext, line: ArticleLine, facts: Iterable[BoundFact]) -> Listed:
    groups: dict[str, list[Link]] = {}
    article_facts = [fact for fact in facts if context.article(fact.article) == line.link]
    for fact in in_time(context.briefing, article_facts):
        groups.setdefault(context.occasion(fact).name, []).append(Link(fact.say, fact.url))
    dates = (DatedFacts(heading, tuple(links)) for heading, links in groups.items())
    return Listed(line, len(article_facts), tuple(dates))
