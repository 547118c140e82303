"""What each page says, one module a kind of page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.content.kinds import KINDS, PAGES
from generator.site.pages.answer_tables import answer_table_pages
from generator.site.pages.articles import article_pages, articles_view
from generator.site.pages.changes import history_page
from generator.site.pages.charts import charts_pages
from generator.site.pages.countries import countries_view, country_pages
from generator.site.pages.events import event_pages, events_view
from generator.site.pages.explore import explore_page
from generator.site.pages.home import home_page
from generator.site.pages.leaders import leader_pages, leaders_view
from generator.site.pages.method import method_page
from generator.site.pages.print_edition import print_edition_page
from generator.site.pages.questions import question_pages, questions_view
from generator.site.pages.redirects import redirect_pages
from generator.site.pages.themes import theme_pages, themes_view
from generator.site.pages.unknown import unknown_page
from generator.site.parts.context import RenderContext
from generator.site.parts.neighbours import with_neighbours
from generator.site.parts.page import Link, Page


def navigation(words: Mapping[str, Any]) -> tuple[Link, ...]:
    """The site's tabs, each with its Markdown: the index of each kind, and the search; the masthead leads home."""
    tabs = words["frame"]["tabs"]
    indexes = (Link(tabs[name], f"{name}/index.md") for name in PAGES if KINDS[name].has_index)
    return (*indexes, Link(tabs["explore"], "explore.md"))


def pages(context: RenderContext, method: str) -> Iterator[Page]:
    """Every page but that of the data files, which assembly makes with a sample of them."""
    return with_neighbours(_pages(context, method), _orders(context))


def _pages(context: RenderContext, method: str) -> Iterator[Page]:
    yield home_page(context)
    yield from leader_pages(context)
    yield from country_pages(context)
    yield from theme_pages(context)
    yield from event_pages(context)
    yield from charts_pages(context)
    yield from question_pages(context)
    yield from answer_table_pages(context)
    yield from article_pages(context)
    yield from unknown_page(context)
    yield from redirect_pages(context)
    yield history_page(context)
    yield explore_page(context)
    yield method_page(context, method)
    yield print_edition_page(context)


def _orders(context: RenderContext) -> Iterator[Sequence[Link]]:
    """The entries of each index in the order in which it lists them."""
    yield [person.link for group in leaders_view(context).groups for person in group.people]
    yield [country.link for country in countries_view(context).countries]
    yield [organisation.link for organisation in countries_view(context).organisations]
    yield [theme.link for group in themes_view(context).groups for theme in group.themes]
    yield events_view(context).events
    questions = questions_view(context)
    groups = (*questions.speakers, *questions.sources)
    yield [comparison.question for group in groups for comparison in group.comparisons]
    yield [entry.line.link for entry in articles_view(context).articles]
