"""Every page and file of the site as text, by its path below the site's root."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from generator.analysis.derived import Derived
from generator.briefing import Briefing
from generator.exports.calendar import calendar_files
from generator.exports.citations import citation_files, page_citation
from generator.exports.data import described, records
from generator.exports.data.dataset import Dataset, dataset
from generator.exports.data.derived import DERIVED, SCHEMA, derived_json, derived_schema
from generator.exports.data.downloads import Downloads, packed
from generator.exports.data.linked import page_json
from generator.exports.data.queries import queries
from generator.exports.feeds.changes import history_files
from generator.exports.feeds.facts import fact_feeds
from generator.exports.search import search_files
from generator.site.pages import pages as pages_of
from generator.site.pages.data import Held, data_page
from generator.site.pages.print_edition import PATH as DOSSIER
from generator.site.pages.print_edition import SHEET, sheet
from generator.site.parts.context import RenderContext
from generator.site.parts.page import ArticleLine, Page, built
from generator.site.parts.subscriptions import subscription
from generator.site.pictures.social_card import TOUCH_ICON, card_png, social_cards, touch_icon
from generator.site.render.contents import with_contents
from generator.site.render.markup import Shared, marks, render, sources_of
from generator.site.render.spacing import bound
from generator.verifier.bundle import verifier_files


@dataclass(frozen=True)
class Rendered:
    """A page as its view had it, its Markdown, and the derived statements that its elements are marked with."""

    page: Page
    text: str
    statements: tuple[Derived, ...]
    sources: Mapping[str, ArticleLine]  # the articles that its foot tells of


def pages(briefing: Briefing, words: Mapping[str, Any], method: str, address: str = "") -> dict[str, str | bytes]:
    """Markdown of pages, and data files as text or as bytes, in order of their paths."""
    data = downloads(briefing, address)
    return texts(briefing, rendered(briefing, words, method, data), data, words)


def downloads(briefing: Briefing, address: str) -> Downloads:
    """The data files, and the address that all of the site is published at, where it is known."""
    return Downloads(dataset(briefing, address))


def texts(
    briefing: Briefing, rendered: Mapping[str, Rendered], data: Downloads, words: Mapping[str, Any]
) -> dict[str, str | bytes]:
    """Everything that the site is built from, by path."""
    files: dict[str, str | bytes] = {path: page.text for path, page in rendered.items()}
    context = RenderContext(briefing.shown, words, data.data.whole.address or "")
    files[TOUCH_ICON] = touch_icon()
    if context.address:  # other sites fetch a card from its whole address alone
        files |= {path: card_png(card) for path, card in social_cards(context).items()}
    files |= data.files
    files |= {
        DERIVED: derived_json(data.data, {built(path): page.statements for path, page in rendered.items()}),
        SCHEMA: derived_schema(),
    }
    files |= history_files(context) | fact_feeds(context) | citation_files(context)
    files |= calendar_files(context)
    files |= verifier_files(briefing) | {SHEET: sheet()}
    files |= packed(files, data.data, words)  # last, because all other data files are in it
    files |= search_files(context)
    return dict(sorted(files.items()))


def rendered(
    briefing: Briefing,
    words: Mapping[str, Any],
    method: str,
    data: Downloads,
    before: Mapping[str, Rendered] = MappingProxyType({}),
) -> dict[str, Rendered]:
    """Every page by its path; one that says what it said before is not written out again."""
    context = RenderContext(briefing.shown, words, data.data.whole.address or "")
    shared = Shared(context.source_lines)
    rendered_pages: dict[str, Rendered] = {}

    def add(page: Page) -> None:
        full_page = _with_metadata(page, context, data.data)
        was = before.get(page.view.head.path)
        is_same = was and was.page == full_page and was.sources.items() <= context.source_lines.items()
        rendered_pages[page.view.head.path] = was if was and is_same else _rendered(full_page, context, shared)

    for page in pages_of(context, method):
        add(page)
    add(_data_page(context, data, len(rendered_pages[DOSSIER].text.encode())))
    return rendered_pages


def _with_metadata(page: Page, context: RenderContext, data: Dataset) -> Page:
    """A page of the builder's with the metadata that stand in its head and its foot."""
    head = page.view.head
    if not head.path.endswith(".md"):
        return page
    return replace(
        page,
        linked=page_json(data, head),
        citation=page_citation(context, head),
        subscription=subscription(context, head),
    )


def _rendered(page: Page, context: RenderContext, shared: Shared) -> Rendered:
    words = context.words
    text = render(
        page.template, page.view, words, shared, page.neighbours, page.linked, page.citation, page.subscription
    )
    statements = tuple(shared.statements[id] for id in marks(text))
    sources = {id: context.source_lines[id] for id in sources_of(text)}
    return Rendered(page, bound(with_contents(text, words), words), statements, sources)


def _data_page(context: RenderContext, files: Downloads, weight: int) -> Page:
    """The page of the data files, with the fields of the records and what the database answers."""
    data, types = files.data, context.words["data"]["types"]
    tables = [Held(t.name, len(t.rows), described.fields(t.record, types)) for t in data.tables.values()]
    sample = next((fact.model_dump_json(indent=2) for fact in data.whole.facts), "")
    of_derived = described.fields(records.Derived, types)
    return data_page(context, data.whole.version, tables, of_derived, queries(data, files.database), sample, weight)
