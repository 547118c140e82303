"""Every page and file of the site as text, by its path below the site's root."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import chain
from types import MappingProxyType
from typing import Any

from generator import stages
from generator.briefing import Briefing
from generator.exports.calendar import calendar_files
from generator.exports.citations import citation_files
from generator.exports.data.dataset import Dataset
from generator.exports.data.derived import DERIVED, SCHEMA, derived_json, derived_schema
from generator.exports.data.downloads import FOLDER, Downloads, as_bytes, packed
from generator.exports.feeds.changes import history_files
from generator.exports.feeds.facts import fact_feeds
from generator.exports.search import search_files
from generator.exports.told import Told
from generator.kept_pages import Rendered, Said
from generator.site.pages.print_edition import SHEET, print_edition_page, sheet
from generator.site.parts.context import RenderContext
from generator.site.parts.page import built
from generator.site.pictures.social_card import TOUCH_ICON, card_png, social_cards, touch_icon
from generator.verifier.bundle import verifier_files
from generator.work.canonical import Digests
from generator.work.executors import ALONE, Crew
from generator.work.promised import File, Made, Promised
from generator.work.store import Keeping
from generator.writing import Written, writer_of, written_by

NOTHING_BEFORE: Mapping[str, Made] = MappingProxyType({})


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

    def read(path: str) -> bytes:
        return as_bytes((files.get(path) or before[path]).holds)

    for path, file in chain.from_iterable(texts(briefing, written, data, words, read, store, context)):
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
) -> Iterator[Iterator[tuple[str, File]]]:
    """Everything that the site is built from, by path, one after the other: nothing is held behind its turn.

    The first part has all pages, the second what is left then. `read` gives what stands at a path since its turn, or
    since the build before. What the `context` of the pages was asked already, the other files need not ask again.
    Files that no page is read for come while pages are awaited that others write.
    """
    asked = context or RenderContext(briefing.shown, words, data.data.address)
    said: dict[str, Said] = {}
    of_data: list[str] = []

    def of_pages(some: Iterable[Rendered]) -> Iterator[tuple[str, File]]:
        for page in some:
            said[built(page.path)] = page.said
            yield page.path, page.file

    def noted(some: Iterable[tuple[str, File]]) -> Iterator[tuple[str, File]]:
        for path, file in stages.over("data files", some):
            if path.startswith(FOLDER):
                of_data.append(path)
            yield path, file

    data_files, files = noted(data.files()), noted(_files(Told(asked, data.data, store)))

    def rest() -> Iterator[tuple[str, File]]:
        yield from data_files
        yield from noted(_other_data_files(briefing, asked, said, data))
        with ThreadPoolExecutor(1) as beside:  # packing keeps nobody from going on
            before = data.archive_before(read)
            packing = beside.submit(packed, of_data, data.data, words, read, before)  # all other data files are in it
            yield from files
            data.keep(packing.result().archive)
            yield from packing.result().files

    anew = _as_they_come(of_pages(written.anew), written.anew.is_at_hand, chain(data_files, files))
    yield chain(of_pages(written.standing), anew)
    yield rest()


def _as_they_come(
    pages: Iterator[tuple[str, File]], is_at_hand: Callable[[], bool], files: Iterator[tuple[str, File]]
) -> Iterator[tuple[str, File]]:
    """All of some pages, and files while the next page is awaited."""
    while True:
        if not is_at_hand() and (file := next(files, None)):
            yield file
        elif page := next(pages, None):
            yield page
        else:
            return


def _files(told: Told) -> Iterator[tuple[str, File]]:
    """All that is neither a page nor a data file."""
    context = told.context
    yield TOUCH_ICON, Promised("", touch_icon)
    if context.address:  # other sites fetch a card from its whole address alone
        digests = Digests()
        for path, card in social_cards(context).items():
            yield path, Promised(digests.of(card), partial(card_png, card))
    yield SHEET, sheet()
    yield from fact_feeds(told)
    yield from citation_files(told)
    yield from calendar_files(context).items()
    yield from search_files(told).items()


def _other_data_files(
    briefing: Briefing, context: RenderContext, said: Mapping[str, Said], data: Downloads
) -> Iterator[tuple[str, File]]:
    """What the archive has beside the downloads, and the feed of changes, which is made with its data.

    `said` is what each page says that is derived, by its address.
    """
    pages = sorted(said)
    key = Digests().of(data.data.whole.version, data.data.about.edition, [(page, said[page].digest) for page in pages])
    yield DERIVED, Promised(key, lambda: derived_json(data.data, ((page, said[page].statements) for page in pages)))
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


def print_edition(briefing: Briefing, words: Mapping[str, Any], address: str) -> tuple[str, str]:
    """The whole briefing as one document, and its style sheet."""
    writer = writer_of(briefing, words, "", Dataset(briefing, address))
    return writer.page(print_edition_page(writer.pages.context)).text, sheet().decode()
