"""Every page and file of the site as text, by its path below the site's root."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator import views
from generator.briefing import Briefing
from generator.output.facts import VERSION, fact_data, facts_json, written
from generator.output.markup import render
from generator.views.book import Book
from generator.views.data import data_page


def pages(briefing: Briefing, words: Mapping[str, Any], method: str) -> dict[str, str]:
    """Markdown of pages and text of data files, in order of their paths."""
    book = Book(briefing, words)
    first = next(iter(briefing.facts.values()), None)
    sample = written(fact_data(briefing, first)) if first else ""
    told = [*views.pages(book, method), data_page(book, VERSION, sample)]
    texts = {page.view.head.path: render(page.template, page.view, words) for page in told}
    return dict(sorted((texts | {"data/facts.json": facts_json(briefing)}).items()))
