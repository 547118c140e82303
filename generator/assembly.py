"""Every page and file of the site as text, by its path below the site's root."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import chain
from types import MappingProxyType
from typing import Any

from generator import stages
from generator.analysis.derived import Derived
from generator.briefing import Briefing
from generator.exports.calendar import calendar_files, earlier_years
from generator.exports.citations import citation_files, page_citation
from generator.exports.data import described, records
from generator.exports.data.dataset import Dataset
from generator.exports.data.derived import DERIVED, SCHEMA, derived_json, derived_schema
from generator.exports.data.downloads import FOLDER, Downloads, as_bytes, packed
from generator.exports.data.linked import page_json
from generator.exports.data.queries import queries
from generator.exports.feeds.changes import history_files
from generator.exports.feeds.facts import fact_feeds
from generator.exports.search import search_files
from generator.kept_pages import KeptPages, KeptUnits, Rendered
from generator.site.pages import Pages, Unit
from generator.site.pages.data import Held, data_page
from generator.site.pages.print_edition import PATH as DOSSIER
from generator.site.pages.print_edition import SHEET, print_edition_page, sheet
from generator.site.pages.print_edition_parts import FOLDER as DOSSIER_PARTS
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Page, built
from generator.site.parts.subscriptions import subscription
from generator.site.pictures.social_card import TOUCH_ICON, card_png, social_cards, touch_icon
from generator.site.render.contents import with_contents
from generator.site.render.markup import Shared, marks, render, sources_of
from generator.site.render.spacing import bound
from generator.verifier.bundle import verifier_files
from generator.work import reads
from generator.work.canonical import Digests
from generator.work.executors import ALONE, Crew
from generator.work.promised import File, Made, Promised
from generator.work.reads import Reads
from generator.work.store import Keeping

NOTHING_BEFORE: Mapping[str, Made] = MappingProxyType({})
MANY = 8  # where fewer than one unit in so many is missing, more than one process would ask the same for them


@dataclass(frozen=True)
class Written:
    """Every page: those that stand as they were written before, and those that are being written."""

    standing: tuple[Rendered, ...]
    anew: Iterable[Rendered] = ()

    def __iter__(self) -> Iterator[Rendered]:
        yield from self.standing
        yield from self.anew


def pages(briefing: Briefing, words: Mapping[str, Any], method: str, address: str = "") -> dict[str, str | bytes]:
    """Markdown of pages, and data files as text or as bytes, in order of their paths."""
    data = downloads(briefing, address)
    files = held(briefing, rendered(briefing, words, method, data), data, words)
    return {path: file.holds for path, file in files.items()}


def downloads(briefing: Briefing, address: str, store: Keeping | None = None) -> Downloads:
    """The data files; `address` is that of all of the site, where it is known."""
    stages.begin("data files")
    return Downloads(Dataset(briefing, address, store), store)


def held(
    briefing: Briefing,
    written: Written,
    data: Downloads,
    words: Mapping[str, Any],
    store: Keeping | None = None,
    context: RenderContext | None = None,
    before: Mapping[str, Made] = NOTHING_BEFORE,
) -> dict[str, Made]:
    """Everything that the site is built from, all at once, in order of the paths; `before` is what it was before."""
    files: dict[str, Made] = {}
    for path, file in texts(briefing, written, data, words, lambda path: as_bytes(files[path].holds), store, context):
        files[path] = Made.of(file, before.get(path))  # which is read again before the last one is made
    return dict(sorted(files.items()))


def texts(
    briefing: Briefing,
    written: Written,
    data: Downloads,
    words: Mapping[str, Any],
    read: Callable[[str], bytes],
    store: Keeping | None = None,
    context: RenderContext | None = None,
) -> Iterator[tuple[str, File]]:
    """Everything that the site is built from, by path, one after the other: nothing is held behind its turn.

    `read` gives what stands at a path since its turn. What the `context` of the pages was asked already, the other
    files need not ask again. Data files that no page is read for come while others write pages.
    """
    asked = context or RenderContext(briefing.shown, words, data.data.address)
    statements: dict[str, tuple[Derived, ...]] = {}
    of_data: list[str] = []

    def pages(some: Iterable[Rendered]) -> Iterator[tuple[str, File]]:
        for page in some:
            statements[built(page.path)] = page.statements
            yield page.path, page.file

    def noted(some: Iterable[tuple[str, File]]) -> Iterator[tuple[str, File]]:
        for path, file in stages.over("data files", some):
            if path.startswith(FOLDER):
                of_data.append(path)
            yield path, file

    yield from pages(written.standing)
    yield from noted(data.files())
    yield from pages(written.anew)
    yield from noted(_other_data_files(briefing, asked, statements, data))
    with ThreadPoolExecutor(1) as beside:  # packing keeps nobody from going on
        packing = beside.submit(list, packed(of_data, data.data, words, read))  # all other data files are in it
        yield from stages.over("data files", _files(asked, store))
        yield from packing.result()


def _files(context: RenderContext, store: Keeping | None) -> Iterator[tuple[str, File]]:
    """All that is neither a page nor a data file."""
    yield TOUCH_ICON, Promised("", touch_icon)
    if context.address:  # other sites fetch a card from its whole address alone
        digests = Digests()
        for path, card in social_cards(context).items():
            yield path, Promised(digests.of(card), partial(card_png, card))
    yield SHEET, sheet()
    yield from fact_feeds(context)
    yield from citation_files(context)
    yield from calendar_files(context).items()
    yield from search_files(context, store).items()


def _other_data_files(
    briefing: Briefing, context: RenderContext, statements: Mapping[str, tuple[Derived, ...]], data: Downloads
) -> Iterator[tuple[str, File]]:
    """What the archive has beside the downloads, and the feed of changes, which is made with its data.

    `statements` are those of each page by its address.
    """
    yield DERIVED, derived_json(data.data, statements)
    yield SCHEMA, Promised("", derived_schema)
    yield from history_files(context).items()
    yield from verifier_files(briefing)


def rendered(
    briefing: Briefing,
    words: Mapping[str, Any],
    method: str,
    data: Downloads,
    crew: Crew = ALONE,
) -> Written:
    """Every page; one that says what it said before is not written out again."""
    return written_by(writer_of(briefing, words, method, data.data, crew.store), data, crew)


def written_by(writer: Writer, data: Downloads, crew: Crew = ALONE) -> Written:
    """Every page that a writer writes, and that of the data files; others have begun to write when this is given."""
    units = {unit: writer.standing(unit) for unit in writer.pages.units}
    missing = [unit for unit, pages in units.items() if not pages]
    if len(missing) >= len(units) / MANY:  # those of the whole dossier first, which take longest
        missing = sorted(missing, key=lambda unit: bool(unit.id))
    anew = zip(missing, _noted(writer, missing, len(units), crew), strict=True)
    return Written(tuple(chain.from_iterable(units.values())), _each_written(writer, anew, len(missing), data))


def _noted(
    writer: Writer, missing: Sequence[Unit], of: int, crew: Crew
) -> Iterable[tuple[tuple[Rendered, ...], Reads]]:
    """The pages of these units, with what was read for them: in order, whoever writes them."""
    by_itself = replace(writer, kept_units=None)
    if not crew.is_alone and len(missing) >= of / MANY:
        return crew.map(Writer.noted, by_itself, missing)
    if crew.inherits and missing:  # while this process does something else
        return chain.from_iterable(crew.map(Writer.noted_each, by_itself, [missing]))
    return map(writer.noted, missing)


def _each_written(
    writer: Writer, anew: Iterable[tuple[Unit, tuple[tuple[Rendered, ...], Reads]]], number: int, data: Downloads
) -> Iterator[Rendered]:
    """The pages that are written, each kept if there is a store, and that of the data files."""
    documents: list[int] = []
    for unit, (pages, read) in stages.over("pages", anew, number):
        for page in writer.keep(unit, pages, read):
            if page.path == DOSSIER or page.path.startswith(DOSSIER_PARTS):
                documents.append(len(page.text.encode()))
            yield page
    data_page = writer.page(_data_page(writer.pages.context, data, documents))
    yield writer.kept.keep(data_page) if writer.kept else data_page


def writer_of(
    briefing: Briefing, words: Mapping[str, Any], method: str, data: Dataset, store: Keeping | None = None
) -> Writer:
    """What writes the pages of a briefing."""
    context = RenderContext(briefing.shown, words, data.address)
    pages = Pages(context, method)
    kept = KeptPages(store, words) if store else None
    return Writer(pages, data, Shared(context.source_lines), kept, KeptUnits(store, pages, data) if store else None)


@dataclass(frozen=True)
class Writer:
    """Writes pages as Markdown, unit by unit in any order: what units share makes them quicker, and never other."""

    pages: Pages
    data: Dataset
    shared: Shared
    kept: KeptPages | None = None
    kept_units: KeptUnits | None = None
    ahead: dict[Unit, tuple[tuple[Rendered, ...], Reads]] = field(default_factory=dict)  # written before their turn

    def standing(self, unit: Unit) -> tuple[Rendered, ...]:
        """The pages of a unit, if they stand as they were written before."""
        pages = self.kept_units.get(unit, self._text) if self.kept_units else ()
        return tuple(self.kept.keep(page) for page in pages) if self.kept else pages

    def keep(self, unit: Unit, pages: tuple[Rendered, ...], read: Reads) -> tuple[Rendered, ...]:
        """The pages of a unit, kept if there is a store."""
        if not (self.kept and self.kept_units):
            return pages
        pages = tuple(map(self.kept.keep, pages))
        self.kept_units.keep(unit, pages, read)
        return pages

    def _text(self, unit: Unit, path: str, key: str, made_from: str) -> str:
        """The text of a page that stands: as it is kept, or else written again."""
        kept = self.kept.text(key, made_from) if self.kept else None
        if kept is not None:
            return kept
        anew = {page.path: page for page in self.written(unit)}
        if self.kept:
            for page in anew.values():
                self.kept.keep(page)
        return anew[path].text

    def noted(self, unit: Unit) -> tuple[tuple[Rendered, ...], Reads]:
        """The pages of a unit, and what was read for them."""
        return self.ahead[unit] if unit in self.ahead else reads.noted(self.written, unit)

    def noted_each(self, units: Sequence[Unit]) -> list[tuple[tuple[Rendered, ...], Reads]]:
        return [*map(self.noted, units)]

    def written(self, unit: Unit) -> tuple[Rendered, ...]:
        """The pages of a unit, in order."""
        return tuple(replace(self.page(page), unit=unit) for page in self.pages.of(unit))

    def written_ahead(self, asked: Container[Unit | None]) -> Iterator[Rendered]:
        """The pages of these units, one after the other."""
        for unit in (unit for unit in self.pages.units if unit in asked):
            self.ahead[unit] = self.noted(unit)
            yield from self.ahead[unit][0]

    def page(self, page: Page) -> Rendered:
        """One page; as it was kept, where it says the same."""
        full_page = self._with_metadata(page)
        if not self.kept:
            return self._rendered(full_page)
        key = self.kept.key(full_page)
        kept = self.kept.get(key, page.view.head.path)
        return kept if kept and self._tells_of_the_same(kept) else replace(self._rendered(full_page), key=key)

    def _tells_of_the_same(self, was: Rendered) -> bool:
        """Whether its foot tells of its articles what would be told now, in the same order."""
        if not was.sources.items() <= self.pages.context.source_lines.items():
            return False
        places = [self._places[id] for id in was.sources]
        return places == sorted(places)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {id: place for place, id in enumerate(self.pages.context.source_lines)}

    def _with_metadata(self, page: Page) -> Page:
        """A page of the builder's with the metadata that stand in its head and its foot."""
        head = page.view.head
        if not head.path.endswith(".md"):
            return page
        return replace(
            page,
            linked=page_json(self.data, head),
            citation=page_citation(self.pages.context, head),
            subscription=subscription(self.pages.context, head),
        )

    def _rendered(self, page: Page) -> Rendered:
        context, words = self.pages.context, self.pages.context.words
        text = render(
            page.template,
            page.view,
            words,
            self.shared,
            page.neighbours,
            page.linked,
            page.citation,
            page.subscription,
            page.parts,
        )
        statements = tuple(self.shared.statements[id] for id in marks(text))
        named = sorted(sources_of(text), key=lambda id: self._places[id])
        sources = {id: context.source_lines[id] for id in named}
        return Rendered(page.view.head.path, bound(with_contents(text, words), words), statements, sources)


def print_edition(briefing: Briefing, words: Mapping[str, Any], address: str) -> tuple[str, str]:
    """The whole briefing as one document, and its style sheet."""
    writer = writer_of(briefing, words, "", Dataset(briefing, address))
    return writer.page(print_edition_page(writer.pages.context)).text, sheet().decode()


def _data_page(context: RenderContext, files: Downloads, documents: Sequence[int]) -> Page:
    """The page of the data files, with the fields of the records and what the database answers."""
    data, types = files.data, context.words["data"]["types"]
    tables = [Held(t.name, len(t), described.fields(t.record, types)) for t in data.tables.values()]
    sample = next((fact.model_dump_json(indent=2) for fact in data.tables["facts"].rows), "")
    of_derived = described.fields(records.Derived, types)
    answered, years = queries(data, files.database), earlier_years(context)
    return data_page(context, data.whole.version, tables, of_derived, answered, sample, documents, years)
