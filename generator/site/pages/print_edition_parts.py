"""The print edition in parts, where it is too large for one document: a first page, and one for each part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from generator.site.pages.print_edition import PATH, print_edition_view
from generator.site.pages.print_edition_view import ArticlePart, Chapter, PrintEditionView, SpeakerPart
from generator.site.parts.context import RenderContext
from generator.site.parts.cut import MOST, called, in_order, month_of, numbered
from generator.site.parts.page import Link, Page

FOLDER = "dossier/"
LARGEST = 400  # facts of one document, or of one part of it: they weigh what a page may
T = TypeVar("T")
NOTHING: dict[str, Any] = dict.fromkeys(
    ("contents", "bottom_line", "key_figures", "events", "themes", "speakers", "differences", "open", "articles"), ()
)


def print_edition_pages(context: RenderContext) -> Iterator[Page]:
    """One document, or where that is too large, a first page with what matters most and a page for each part."""
    whole = print_edition_view(context)
    if whole.facts <= LARGEST:
        yield Page("print_edition.html.j2", whole)
        return
    parts = [(id, name, field, run) for id, name, field, runs in _parts(context, whole) for run in runs]
    seen: Counter[str] = Counter()
    pages, places = [], dict(whole.places)
    for id, name, field, run in parts:
        path_id, title = numbered(id, name, seen[id])
        seen[id] += 1
        path = f"{FOLDER}{path_id}.html"
        of: dict[str, Any] = {field: run}
        head = replace(whole.head, path=path, title=title, whole=Link(whole.head.title, PATH))
        pages.append(replace(whole, head=head, **(NOTHING | of)))
        if field == "articles":
            places |= {fact.number: f"{path}#n{fact.number}" for article in run for fact in article.facts}
    chapters = tuple(Chapter(page.head.path, page.head.title, what=_what(context, page)) for page in pages)
    below = {name: nothing for name, nothing in NOTHING.items() if name not in ("bottom_line", "key_figures", "open")}
    first = replace(whole, **(below | {"contents": chapters}), is_cut=True)
    beside = in_order([Link(page.head.title, page.head.path) for page in (first, *pages)])
    for page in (first, *pages):
        yield Page("print_edition.html.j2", replace(page, places=places), beside[page.head.path])


def _parts(
    context: RenderContext, whole: PrintEditionView
) -> Iterator[tuple[str, str, str, Iterator[tuple[Any, ...]]]]:
    """Each part by its id, its name and the field of the view that has it, in runs of about as many entries."""
    words = context.words
    events, themes = (tuple(map(_short, of)) for of in (whole.events, whole.themes))
    speakers = [part for speaker in whole.speakers for part in _spoken(speaker)]
    yield "events", words["events"]["title"], "events", _runs(events, lambda _: 1)
    yield "themes", words["themes"]["title"], "themes", _runs(themes, lambda _: 1)
    yield "leaders", words["dossier"]["leaders"], "speakers", _runs(speakers, lambda part: len(part.statements))
    yield "differences", words["dossier"]["differences"], "differences", _runs(whole.differences, lambda _: 2)
    months: dict[str, list[ArticlePart]] = {}
    for article in whole.articles:
        months.setdefault(month_of(context.briefing.article(article.id).published), []).append(article)
    for month, articles in months.items():
        name = f"{words['dossier']['sources']}: {called(context, month)}"
        yield f"sources-{month}", name, "articles", _runs(articles, lambda article: len(article.facts))


def _what(context: RenderContext, page: PrintEditionView) -> str:
    """From which speaker to which a part has them, or its sources from which number to which."""
    words = context.words["dossier"]
    if page.speakers:
        return str(words["names"].format(first=page.speakers[0].link.name, last=page.speakers[-1].link.name))
    numbers = [fact.number for article in page.articles for fact in article.facts]
    return str(words["numbers"].format(first=min(numbers), last=max(numbers))) if numbers else ""


def _short(part: Any) -> Any:
    """An event or a theme without the numbers of its facts, where these are more than a reader goes through."""
    return replace(part, facts=()) if len(part.facts) > MOST else part


def _spoken(speaker: SpeakerPart) -> Iterator[SpeakerPart]:
    """What somebody said, as much of it at a time as a page has."""
    for start in range(0, len(speaker.statements), LARGEST):
        yield replace(speaker, statements=speaker.statements[start : start + LARGEST])


def _runs(parts: Iterable[T], size: Callable[[T], int]) -> Iterator[tuple[T, ...]]:
    """Parts in a row that fit on a page."""
    run: list[T] = []
    for part in parts:
        if run and sum(map(size, run)) + size(part) > LARGEST:
            yield tuple(run)
            run = []
        run.append(part)
    if run:
        yield tuple(run)
