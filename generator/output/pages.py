"""Every page and file of the site as text, by its path below the site's root."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from generator import views
from generator.briefing import Briefing
from generator.output.facts import VERSION, fact_data, facts_json, written
from generator.output.markup import render
from generator.views.book import Book
from generator.views.data import data_page
from generator.views.page import Page


@dataclass(frozen=True)
class Rendered:
    """A page as its view had it, and its Markdown."""

    page: Page
    text: str


def pages(briefing: Briefing, words: Mapping[str, Any], method: str) -> dict[str, str | bytes]:
    """Markdown of pages, and data files as text or as bytes, in order of their paths."""
    return texts(briefing, rendered(briefing, words, method))


def texts(briefing: Briefing, rendered: Mapping[str, Rendered]) -> dict[str, str | bytes]:
    """Everything that the site is built from, by path."""
    found: dict[str, str | bytes] = {path: page.text for path, page in rendered.items()}
    found["data/facts.json"] = facts_json(briefing)
    return dict(sorted(found.items()))


def rendered(
    briefing: Briefing, words: Mapping[str, Any], method: str, before: Mapping[str, Rendered] = MappingProxyType({})
) -> dict[str, Rendered]:
    """Every page by its path; one that says what it said before is not written out again."""
    book = Book(briefing, words)
    first = next(iter(briefing.facts.values()), None)
    sample = written(fact_data(briefing, first)) if first else ""
    told = [*views.pages(book, method), data_page(book, VERSION, sample)]
    known: dict[Hashable, Markup] = {}
    found = {}
    for page in told:
        was = before.get(page.view.head.path)
        same = was if was and was.page == page else None
        found[page.view.head.path] = same or Rendered(page, render(page.template, page.view, words, known))
    return found
