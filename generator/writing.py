"""Pages as Markdown, unit by unit, whoever writes them."""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import Any

from generator import stages
from generator.briefing import Briefing
from generator.exports.calendar import earlier_years
from generator.exports.citations import page_citation
from generator.exports.data import described, records
from generator.exports.data.dataset import Dataset
from generator.exports.data.downloads import PIECES, Downloads
from generator.exports.data.linked import page_json
from generator.exports.data.queries import queries
from generator.exports.told import Told
from generator.kept_pages import WORDS, AsKept, KeptPages, KeptUnits, Rendered, Said, digested
from generator.site.pages import Pages, Unit
from generator.site.pages.data import Held, data_page
from generator.site.pages.print_edition import PATH as DOSSIER
from generator.site.pages.print_edition_parts import FOLDER as DOSSIER_PARTS
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Page
from generator.site.parts.subscriptions import subscription
from generator.site.render.contents import with_contents
from generator.site.render.markup import Shared, marks, render, sources_of
from generator.site.render.spacing import bound
from generator.work import reads
from generator.work.executors import ALONE, Crew, Results
from generator.work.reads import Reads
from generator.work.store import Keeping, Store

OfUnit = tuple[tuple[Rendered, ...], Reads]  # its pages, and what was read for them
HandedOver = tuple[tuple[Rendered | AsKept, ...], Reads]  # the same, of which the store has the texts
FEW = 600  # facts, of which this process alone says all before others have begun
MANY = 8  # where fewer than one unit in so many is missing, more than one process would ask the same for them


@dataclass(frozen=True)
class Written:
    """Every page: those that stand as they were written before, and those that are being written."""

    standing: tuple[Rendered, ...]
    anew: Results[Rendered] = field(default_factory=lambda: Results(iter(())))

    def __iter__(self) -> Iterator[Rendered]:
        yield from self.standing
        yield from self.anew


def writer_of(
    briefing: Briefing, words: Mapping[str, Any], method: str, data: Dataset, store: Keeping | None = None
) -> Writer:
    """What writes the pages of a briefing."""
    context = RenderContext(briefing.shown, words, data.address)
    pages = Pages(context, method)
    kept = KeptPages(store, words) if store else None
    return Writer(pages, data, Shared(context.source_lines), kept, KeptUnits(store, pages, data) if store else None)


def written_by(writer: Writer, data: Downloads, crew: Crew = ALONE) -> Written:
    """Every page that a writer writes, and that of the data files; others have begun to write when this is given."""
    _share_articles(writer, data, crew)
    units = {unit: writer.standing(unit) for unit in writer.pages.units}
    missing = [unit for unit, pages in units.items() if not pages]
    if len(missing) >= len(units) / MANY:
        missing = [*_in_turns(missing)]
    noted = _noted(writer, missing, len(units), crew)
    anew = _each_written(writer, zip(missing, noted, strict=True), len(missing), data)
    return Written(tuple(chain.from_iterable(units.values())), Results(anew, noted.is_at_hand))


@dataclass(frozen=True)
class OfArticles:
    """What pages and files say of each article alone."""

    units: KeptUnits
    data: Downloads
    told: Told
    store: Store

    def made(self, article: str) -> None:
        """All of it, kept."""
        self.units.of_article(article)
        self.units.named_in(article)
        self.data.data.capitals_in(article)
        self.told.of_article(article)
        self.data.of_article(article)


def _share_articles(writer: Writer, data: Downloads, crew: Crew) -> None:
    """Has what pages and files say of articles made by all who work, and kept, where many are new or have changed."""
    units, store = writer.kept_units, crew.store
    if crew.is_alone or not (units and units.is_known and isinstance(store, Store)):
        return
    made_from, facts_in = data.data.briefing.made_from, data.data.briefing.facts_in
    missing = [
        article
        for article in data.data.with_facts
        if not (store.has(WORDS, made_from[article]) and store.has(PIECES, data.data.key(article)))
    ]
    if sum(len(facts_in(article)) for article in missing) > FEW:
        told = Told(writer.pages.context, data.data, store)
        of_articles = OfArticles(units, data, told, store)
        of_articles.made(missing[0])  # all that it takes is set up, and others inherit it
        if crew.keeping():  # else all would be made again
            each = crew.map_kept(OfArticles.made, of_articles, missing[1:])
            deque(stages.over("data files", each, len(missing) - 1), maxlen=0)


def _in_turns(units: Sequence[Unit]) -> Iterator[Unit]:
    """Those of the whole dossier among the first half of the others: they take longest, and nobody has two at once."""
    whole, others = ([unit for unit in units if bool(unit.id) is of_subject] for of_subject in (False, True))
    apart = len(others) // (2 * len(whole) or 1) + 1
    for number, unit in enumerate(whole):
        yield unit
        yield from others[number * apart : (number + 1) * apart]
    yield from others[len(whole) * apart :]


def _noted(writer: Writer, missing: Sequence[Unit], of: int, crew: Crew) -> Results[OfUnit]:
    """The pages of these units, with what was read for them: in order, whoever writes them."""
    by_itself = replace(writer, kept_units=None, store=crew.keeping())
    if not crew.is_alone and len(missing) >= of / MANY:
        writer.data.make()
        if writer.kept_units and writer.kept_units.is_known:
            writer.kept_units.name_events()
        each = crew.map_kept(Writer.handed_over, by_itself, missing)
        return Results(_taken(writer, missing, each), each.is_at_hand)
    if crew.inherits and missing:  # while this process does something else
        at_once = crew.map_kept(Writer.each_handed_over, by_itself, [missing])
        return Results(_taken(writer, missing, chain.from_iterable(at_once)), at_once.is_at_hand)
    return Results(map(writer.noted, missing))


def _taken(writer: Writer, units: Iterable[Unit], each: Iterable[HandedOver]) -> Iterator[OfUnit]:
    """What other processes wrote, unit by unit."""
    return (writer.taken(unit, handed_over) for unit, handed_over in zip(units, each, strict=True))


def _each_written(
    writer: Writer, anew: Iterable[tuple[Unit, OfUnit]], number: int, data: Downloads
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


@dataclass(frozen=True)
class Writer:
    """Writes pages as Markdown, unit by unit in any order: what units share makes them quicker, and never other."""

    pages: Pages
    data: Dataset
    shared: Shared
    kept: KeptPages | None = None
    kept_units: KeptUnits | None = None
    ahead: dict[Unit, OfUnit] = field(default_factory=dict)  # written before their turn
    store: Store | None = None  # where texts of pages are kept, so that they need not come from another process

    def standing(self, unit: Unit) -> tuple[Rendered, ...]:
        """The pages of a unit, if they stand as they were written before."""
        pages = self.kept_units.get(unit, self._text) if self.kept_units else ()
        return tuple(map(self.kept.keep, pages)) if self.kept else pages

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

    def noted(self, unit: Unit) -> OfUnit:
        """The pages of a unit, and what was read for them, digested where pages are kept."""
        if unit in self.ahead:
            return self.ahead[unit]
        pages, read = reads.noted(self.written, unit)
        return pages, digested(read) if self.kept else read

    def handed_over(self, unit: Unit) -> HandedOver:
        """The same for another process: of pages that the store has, their texts do not come along."""
        pages, read = self.noted(unit)
        return tuple(AsKept.of(self.kept.keep(page)) for page in pages) if self.kept and self.store else pages, read

    def each_handed_over(self, units: Sequence[Unit]) -> list[HandedOver]:
        return [*map(self.handed_over, units)]

    def taken(self, unit: Unit, handed_over: HandedOver) -> OfUnit:
        """The pages of a unit, and what was read for them, as another process wrote them."""
        pages, read = handed_over
        return tuple(page.of_unit(unit, self._text) if isinstance(page, AsKept) else page for page in pages), read

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
        return Rendered(page.view.head.path, bound(with_contents(text, words), words), Said.of(statements), sources)


def _data_page(context: RenderContext, files: Downloads, documents: Sequence[int]) -> Page:
    """The page of the data files, with the fields of the records and what the database answers."""
    data, types = files.data, context.words["data"]["types"]
    tables = [Held(t.name, len(t), described.fields(t.record, types)) for t in data.tables.values()]
    sample = next((fact.model_dump_json(indent=2) for fact in data.tables["facts"].rows), "")
    of_derived = described.fields(records.Derived, types)
    answered, years = queries(data, files.database), earlier_years(context)
    return data_page(context, data.whole.version, tables, of_derived, answered, sample, documents, years)
