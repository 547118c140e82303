"""The two tables of the whole dossier: what each speaker, and what each article, answers to each question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.analysis.agreement import Verdict, asked, by, verdict
from generator.content.registries import Question
from generator.evidence.proving import BoundFact
from generator.site.parts.context import Book
from generator.site.parts.page import Head, Ledger, Link, Page, Stand
from generator.site.parts.positions import stand

Asks = Literal["speakers", "articles"]


@dataclass(frozen=True)
class GridHead:
    """A question with its verdict, a speaker with the office held, or an article with its origin."""

    link: Link
    note: str = ""
    verdict: Verdict | None = None


@dataclass(frozen=True)
class Cell:
    """What stands in a row under a column; no stand is silence."""

    column: Link
    stand: Stand | None


@dataclass(frozen=True)
class GridRow:
    head: GridHead
    cells: tuple[Cell, ...]

    @property
    def silent(self) -> int:
        """How many of its cells are empty, which is all that a phone shows of them."""
        return sum(cell.stand is None for cell in self.cells)


@dataclass(frozen=True)
class Grid:
    """A table of questions that belong together."""

    heading: str
    columns: tuple[GridHead, ...]
    rows: tuple[GridRow, ...]


@dataclass(frozen=True)
class GridsView:
    head: Head
    asks: Asks
    other: Link  # the other of the two pages
    grids: tuple[Grid, ...]
    ledger: Ledger


def grid_pages(book: Book) -> Iterator[Page]:
    """The folder keeps these pages apart from those of questions, whose names people choose."""
    yield Page("grids.md.j2", _view(book, "speakers", "articles", speakers(book)))
    yield Page("grids.md.j2", _view(book, "articles", "speakers", articles(book)))


def speakers(book: Book) -> tuple[Grid, ...]:
    """Speakers by questions, a table for each group of themes; whoever answers most questions comes first."""
    groups: dict[str, list[Question]] = {}
    for question in _answered(book, "speakers"):
        groups.setdefault(_group(book, question), []).append(question)
    return tuple(_by_speaker(book, heading, questions) for heading, questions in groups.items())


def articles(book: Book) -> tuple[Grid, ...]:
    """Questions by articles, a table for the articles of the same days."""
    groups: dict[tuple[str, ...], list[Question]] = {}
    for question in _answered(book, "sources"):
        groups.setdefault(asked(book.briefing, question), []).append(question)
    order = list(book.briefing.articles)
    ordered = sorted(groups, key=lambda ids: [order.index(id) for id in ids])
    return tuple(_by_article(book, ids, groups[ids]) for ids in ordered)


def _view(book: Book, asks: Asks, other: Asks, grids: tuple[Grid, ...]) -> GridsView:
    words = book.words["grids"]
    head = book.head("questions", f"by/{asks}", words[asks]["title"], words[asks]["lead"])
    return GridsView(head, asks, Link(words[other]["title"], f"questions/by/{other}.html"), grids, book.ledger(()))


def _answered(book: Book, asks: Literal["sources", "speakers"]) -> list[Question]:
    questions = book.briefing.content.questions.values()
    return [q for q in questions if q.asks == asks and book.briefing.answers_to(q.id)]


def _group(book: Book, question: Question) -> str:
    """The group of the first theme that a question is about."""
    themes = book.briefing.content.themes
    first = next((themes[id] for id in question.about if id in themes), None)
    return (first.group or first.name) if first else book.words["grids"]["other"]


def _by_speaker(book: Book, heading: str, questions: list[Question]) -> Grid:
    said: dict[str, dict[str, list[BoundFact]]] = {}
    for question in questions:
        for fact, _ in book.briefing.answers_to(question.id):
            said.setdefault(by(question, fact), {}).setdefault(question.id, []).append(fact)
    order = sorted(said, key=lambda who: (-len(said[who]), book.link(who).name, who))
    return Grid(
        heading,
        tuple(_asked(book, question) for question in questions),
        tuple(
            GridRow(
                GridHead(book.link(who), book.role_at(who)),
                tuple(_cell(book, book.link(q.id), q, said[who].get(q.id)) for q in questions),
            )
            for who in order
        ),
    )


def _by_article(book: Book, ids: tuple[str, ...], questions: list[Question]) -> Grid:
    days = list(dict.fromkeys(book.published(id).text for id in ids))
    words = book.words["grids"]["articles"]
    few = words["days"][min(len(days), 3) - 1]
    return Grid(
        few.format(first=days[0], last=days[-1]),
        tuple(GridHead(book.article(id), book.origin(id) or words["unknown"]) for id in ids),
        tuple(GridRow(_asked(book, q), tuple(_answers_of(book, q, id) for id in ids)) for q in questions),
    )


def _answers_of(book: Book, question: Question, article: str) -> Cell:
    facts = [fact for fact, _ in book.briefing.answers_to(question.id) if fact.article == article]
    return _cell(book, book.article(article), question, facts)


def _cell(book: Book, column: Link, question: Question, facts: list[BoundFact] | None) -> Cell:
    return Cell(column, stand(book, question, facts) if facts else None)


def _asked(book: Book, question: Question) -> GridHead:
    return GridHead(book.link(question.id), verdict=verdict(book.briefing, question))
