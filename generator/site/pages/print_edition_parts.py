"""The print edition in parts, where it is too large for one document: a first page, and one for each part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from generator.site.pages.print_edition import PATH, print_edition_view
from generator.site.pages.print_edition_view import (
    ArticlePart,
    Chapter,
    DifferencePart,
    EventPart,
    Given,
    Numbered,
    Places,
    PrintEditionView,
    SpeakerPart,
    Told,
)
from generator.site.parts.context import RenderContext
from generator.site.parts.cut import MOST, called, in_order, month_of, numbered
from generator.site.parts.page import Link, Page, Sentence
from generator.site.parts.room import runs, size

FOLDER = "dossier/"
LARGEST = 400  # facts of one document, or of one part of it
WHOLE = 290_000  # bytes of one document, around which no frame stands
HEAVIEST = 170_000  # of a part, whose numbers lead to other documents and are longer
NUMBER, PARTICIPANT, FACT, AROUND = 30, 60, 40, 240  # bytes of a fact's number, around a name, a fact, an entry
NOTHING: dict[str, Any] = dict.fromkeys(
    ("contents", "bottom_line", "key_figures", "events", "themes", "speakers", "differences", "open", "articles"), ()
)


def print_edition_pages(context: RenderContext) -> Iterator[Page]:
    """One document, or where that is too large, a first page with what matters most and a page for each part."""
    whole = print_edition_view(context)
    if whole.facts <= LARGEST and sum(map(_weight, _entries(whole))) <= WHOLE:
        yield Page("print_edition.html.j2", whole)
        return
    parts = [(id, name, field, run) for id, name, field, runs in _parts(context, whole) for run in runs]
    seen: Counter[str] = Counter()
    pages, places = [], dict(whole.places.by_number)
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
    everywhere = Places(places)
    for page in (first, *pages):
        yield Page("print_edition.html.j2", replace(page, places=everywhere), beside[page.head.path])


def _parts(
    context: RenderContext, whole: PrintEditionView
) -> Iterator[tuple[str, str, str, Sequence[tuple[Any, ...]]]]:
    """Each part by its id, its name and the field of the view that has it, in runs of about as many entries."""
    words = context.words
    events, themes = (tuple(map(_short, of)) for of in (whole.events, whole.themes))
    speakers = [part for speaker in whole.speakers for part in _spoken(speaker)]
    yield "events", words["events"]["title"], "events", _runs(events)
    yield "themes", words["themes"]["title"], "themes", _runs(themes)
    yield "leaders", words["dossier"]["leaders"], "speakers", _runs(speakers)
    yield "differences", words["dossier"]["differences"], "differences", _runs(whole.differences)
    months: dict[str, list[ArticlePart]] = {}
    for article in (piece for one in whole.articles for piece in _sourced(one)):
        months.setdefault(month_of(context.briefing.article(article.id).published), []).append(article)
    for month, articles in months.items():
        name = f"{words['dossier']['sources']}: {called(context, month)}"
        yield f"sources-{month}", name, "articles", _runs(articles)


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
    for statements in runs(speaker.statements, LARGEST, _statement_weight, HEAVIEST):
        yield replace(speaker, statements=statements)


def _sourced(article: ArticlePart) -> Iterator[ArticlePart]:
    """An article with as many of its facts at a time as a page has."""
    for facts in runs(article.facts, LARGEST, _fact_weight, HEAVIEST):
        yield replace(article, facts=facts)


def _runs(parts: Iterable[Any]) -> Sequence[tuple[Any, ...]]:
    """Parts in a row that fit on a page."""
    return runs(parts, LARGEST, lambda part: max(_weight(part), _number(part) * HEAVIEST // LARGEST), HEAVIEST)


def _entries(whole: PrintEditionView) -> Iterator[Any]:
    yield from (*whole.events, *whole.themes, *whole.speakers, *whole.differences, *whole.articles)


def _number(part: Any) -> int:
    """How many facts a part has whole."""
    if isinstance(part, SpeakerPart):
        return len(part.statements)
    return len(part.facts) if isinstance(part, ArticlePart) else 1


def _weight(part: Any) -> int:
    """About how many bytes a part takes."""
    match part:
        case SpeakerPart():
            told = sum(map(_statement_weight, part.statements))
        case ArticlePart():
            told = sum(map(_fact_weight, part.facts))
        case DifferencePart():
            told = sum(_answer_weight(one) for one in part.answers)
            told += _prose_weight(part.note)
        case EventPart():
            told = size(part.participants) + PARTICIPANT * len(part.participants) + _prose_weight(part.summary)
            told += NUMBER * len(part.facts)
        case _:
            told = NUMBER * len(part.facts) + _prose_weight(part.state)
    return AROUND + told


def _prose_weight(sentences: Iterable[Sentence]) -> int:
    return sum(size((one.say, one.channels, one.background)) + NUMBER * len(one.sources) for one in sentences)


def _statement_weight(told: Told) -> int:
    return NUMBER + size((told.source.say, told.channel, told.occasion))


def _fact_weight(fact: Numbered) -> int:
    return FACT + size((fact.say, fact.url)) + sum(FACT + size(passage) for passage, _ in fact.passages)


def _answer_weight(given: Given) -> int:
    return size((given.answer, [one.name for one in given.respondents])) + NUMBER * len(given.facts)
