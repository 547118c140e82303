"""The page Explore: the facets that search offers, and a plain list of every fact for where search cannot run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.analysis.order import in_time
from generator.evidence.proving import BoundFact
from generator.site.parts.context import RenderContext
from generator.site.parts.cut import by_stretches, by_time, part_of
from generator.site.parts.page import ArticleLine, Head, Ledger, Link, Page
from generator.site.parts.room import size
from generator.site.parts.search_entries import FACETS, Filed, filed, month_name

LISTED = 400  # facts of a list that has a line for each
LINE = 200  # bytes around it
CHOICES = 60  # of a facet that the page itself offers


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
    further: tuple[Choice, ...] = ()  # that the script adds, from the index of the search


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
    is_search: bool  # else it is a part of the list
    has_more: bool  # whether any facet has further choices
    articles: tuple[Listed, ...]
    ledger: Ledger


def explore_pages(context: RenderContext) -> Iterator[Page]:
    """The search, and below it every fact by article; where these are too many, on pages for their months."""
    facts = tuple(context.briefing.facts.values())
    words = context.words["explore"]
    facets = tuple(_facets(context, (filed(context, fact) for fact in facts)))
    head = Head("explore.md", words["title"], words["lead"])
    view = ExploreView(head, facets, True, any(facet.further for facet in facets), (), context.ledger(facts))
    page = Page("explore.md.j2", view)
    years = by_time(context, facts, LISTED, lambda fact: LINE + size(fact.fact.say))
    if not years:
        yield replace(page, view=replace(view, articles=_listed_all(context, facts)))
        return
    yield replace(page, parts={"facts": tuple(part_of(head, year) for year in years)})
    yield from by_stretches(page, years, lambda of: _part(context, view, of))


def _part(context: RenderContext, view: ExploreView, facts: Sequence[BoundFact]) -> ExploreView:
    listed = _listed_all(context, facts)
    return replace(view, facets=(), is_search=False, has_more=False, articles=listed, ledger=context.ledger(facts))


def _listed_all(context: RenderContext, facts: Sequence[BoundFact]) -> tuple[Listed, ...]:
    by_article: dict[str, list[BoundFact]] = {}
    for fact in facts:
        by_article.setdefault(context.article(fact.article).url, []).append(fact)
    return tuple(_listed(context, line, by_article[line.link.url]) for line in context.article_lines(facts))


def further_choices(context: RenderContext, filed: Iterable[Filed]) -> dict[str, list[tuple[str, str]]]:
    """The choices that the page leaves to the script, by facet: their ids and names."""
    facets = ((facet.id, facet.further) for facet in _facets(context, filed) if facet.further)
    return {facet: [(choice.id, choice.name) for choice in further] for facet, further in facets}


def _facets(context: RenderContext, filed: Iterable[Filed]) -> Iterable[Facet]:
    """The facets, the most frequent value first; months and values with an order of their own stand in it."""
    counts = Counter(pair for of_fact in filed for pair in of_fact)
    by_facet: dict[str, list[Choice]] = {}
    for (facet, id), n in counts.items():
        by_facet.setdefault(facet, []).append(Choice(id, _name(context, facet, id), n))
    for facet in (facet for facet in FACETS if facet in by_facet):
        choices = sorted(by_facet[facet], key=lambda choice: _order(context, facet, choice))
        yield Facet(facet, tuple(choices[:CHOICES]), tuple(choices[CHOICES:]))


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


def _listed(context: RenderContext, line: ArticleLine, facts: Sequence[BoundFact]) -> Listed:
    groups: dict[str, list[Link]] = {}
    for fact in in_time(context.briefing, facts):
        groups.setdefault(context.occasion(fact).name, []).append(Link(fact.say, fact.url))
    dates = (DatedFacts(heading, tuple(links)) for heading, links in groups.items())
    return Listed(line, len(facts), tuple(dates))
