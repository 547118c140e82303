"""What each page says, one module a kind of page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.content.kinds import KINDS, PAGES
from generator.site.parts import neighbours
from generator.site.parts.context import Book
from generator.site.parts.page import Link, Page
from generator.views.articles import article_pages
from generator.views.countries import country_pages
from generator.views.dossier import dossier_page
from generator.views.events import event_pages
from generator.views.explore import explore_page
from generator.views.figures import figures_pages
from generator.views.grids import grid_pages
from generator.views.history import history_page
from generator.views.home import home_page
from generator.views.leaders import leader_pages
from generator.views.method import method_page
from generator.views.moved import moved_pages
from generator.views.questions import question_pages
from generator.views.themes import theme_pages


def navigation(words: Mapping[str, Any]) -> tuple[Link, ...]:
    """The site's tabs, each with its Markdown: the front page, the index of each kind, and what tells of the site."""
    tabs = words["frame"]["tabs"]
    indexes = (Link(tabs[name], f"{name}/index.md") for name in PAGES if KINDS[name].has_index)
    own = (Link(tabs[name], f"{name}.md") for name in ("changes", "explore", "data", "method"))
    return (Link(tabs["home"], "index.md"), *indexes, *own)


def pages(book: Book, method: str) -> Iterator[Page]:
    """Every page but that of the data files, which output makes with a sample of them."""
    return neighbours.placed(book, _pages(book, method))


def _pages(book: Book, method: str) -> Iterator[Page]:
    yield home_page(book)
    yield from leader_pages(book)
    yield from country_pages(book)
    yield from theme_pages(book)
    yield from event_pages(book)
    yield from figures_pages(book)
    yield from question_pages(book)
    yield from grid_pages(book)
    yield from article_pages(book)
    yield from moved_pages(book)
    yield history_page(book)
    yield explore_page(book)
    yield method_page(book, method)
    yield dossier_page(book)
