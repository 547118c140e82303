"""The two tables of the whole dossier: what each speaker, and what each article, answers to each question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.analysis.agreement import Verdict, expected_articles, respondent, verdict
from generator.analysis.derived import Derived, Kind
from generator.analysis.silence import absence_from_question
from generator.content.registries import Question
from generator.evidence.proving import BoundFact
from generator.site.parts.absence import absence, kinds_of_absence
from generator.site.parts.comparisons import sign
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Absence, AnswersOfOne, Head, Ledger, Link, Page
from generator.site.parts.positions import answers_of_one
from generator.site.parts.sides import sides

Asks = Literal["speakers", "articles"]


@dataclass(frozen=True)
class TableHead:
    """A question with its verdict, a speaker with the office held, or an article with its origin."""

    link: Link
    note: str = ""
    verdict: Verdict | None = None
    sign: Derived | None = None


@dataclass(frozen=True)
class Cell:
    """What stands in a row under a column: answers, or what may be said of there being none."""

    column: Link
    answers: AnswersOfOne | None
    absence: Absence | None = None


@dataclass(frozen=True)
class TableRow:
    head: TableHead
    cells: tuple[Cell, ...]

    @property
    def empty(self) -> int:
        """How many cells of the row are empty; a phone shows this number in their place."""
        return sum(cell.answers is None for cell in self.cells)


@dataclass(frozen=True)
class RowGroup:
    """Rows under the state or body that their speakers speak for; articles have none."""

    side: Link
    rows: tuple[TableRow, ...]


@dataclass(frozen=True)
class AnswerTable:
    """A table of questions that belong together."""

    heading: str
    columns: tuple[TableHead, ...]
    groups: tuple[RowGroup, ...]
    is_folded: bool = False  # it is opened by whoever wants it

    @property
    def width(self) -> int:
        """How many columns there are, with that of the heads of rows."""
        return len(self.columns) + 1

    @property
    def number(self) -> int:
        return sum(len(group.rows) for group in self.groups)


@dataclass(frozen=True)
class AnswerTablesView:
    head: Head
    asks: Asks
    other: Link  # the other of the two pages
    answer_tables: tuple[AnswerTable, ...]
    empty: tuple[Kind, ...]  # the kinds of absence that the tables show
    ledger: Ledger


def answer_table_pages(context: RenderContext) -> Iterator[Page]:
    """The two pages of answer tables; a folder keeps them apart from questions, whose ids people choose."""
    yield Page("answer_tables.md.j2", _view(context, "speakers", "articles", speakers(context)))
    yield Page("answer_tables.md.j2", _view(context, "articles", "speakers", articles(context)))


def speakers(context: RenderContext) -> tuple[AnswerTable, ...]:
    """Speakers by questions, a table for each group of themes; of a side, whoever answers most of them comes first."""
    groups: dict[str, list[Question]] = {}
    for question in _answered(context, "speakers"):
        groups.setdefault(_group(context, question), []).append(question)
    return tuple(_by_speaker(context, heading, questions) for heading, questions in groups.items())


def articles(context: RenderContext) -> tuple[AnswerTable, ...]:
    """Questions by articles, a table for the articles of the same days; those that ask for wordings come last."""
    groups: dict[tuple[bool, tuple[str, ...]], list[Question]] = {}
    for question in _answered(context, "sources"):
        key = bool(question.wording), expected_articles(context.briefing, question)
        groups.setdefault(key, []).append(question)
    order = list(context.briefing.curated)
    ordered = sorted(groups, key=lambda key: (key[0], [order.index(id) for id in key[1]]))
    return tuple(_by_article(context, key[1], groups[key]) for key in ordered)


def _view(context: RenderContext, asks: Asks, other: Asks, answer_tables: tuple[AnswerTable, ...]) -> AnswerTablesView:
    words = context.words["grids"]
    head = context.head("questions", f"by/{asks}", words[asks]["title"], words[asks]["lead"])
    link = Link(words[other]["title"], f"questions/by/{other}.html")
    rows = (row for table in answer_tables for group in table.groups for row in group.rows)
    absent = (cell.absence for row in rows for cell in row.cells if cell.absence)
    return AnswerTablesView(head, asks, link, answer_tables, kinds_of_absence(absent), context.ledger(()))


def _answered(context: RenderContext, asks: Literal["sources", "speakers"]) -> list[Question]:
    questions = context.briefing.content.questions.values()
    return [q for q in questions if q.asks == asks and context.briefing.answers_to(q.id)]


def _group(context: RenderContext, question: Question) -> str:
    """The group of the first theme that a question is about."""
    themes = context.briefing.content.themes
    first_theme = next((themes[id] for id in question.about if id in themes), None)
    return (first_theme.group or first_theme.name) if first_theme else context.words["grids"]["other"]


def _by_speaker(context: RenderContext, heading: str, questions: list[Question]) -> AnswerTable:
    answers: dict[str, dict[str, list[BoundFact]]] = {}
    for question in questions:
        for fact, _ in context.briefing.answers_to(question.id):
            answers.setdefault(respondent(question, fact), {}).setdefault(question.id, []).append(fact)
    order = sorted(answers, key=lambda speaker: (-len(answers[speaker]), context.link(speaker).name, speaker))

    def row(speaker: str) -> TableRow:
        given = answers[speaker]
        cells = tuple(_cell(context, context.link(q.id), q, speaker, given.get(q.id)) for q in questions)
        return TableRow(TableHead(context.link(speaker), context.role_at(speaker)), cells)

    return AnswerTable(
        heading,
        tuple(_question_head(context, question) for question in questions),
        tuple(RowGroup(of.side, tuple(map(row, of.speakers))) for of in sides(context, order)),
    )


def _by_article(context: RenderContext, ids: tuple[str, ...], questions: list[Question]) -> AnswerTable:
    days = list(dict.fromkeys(context.published(id).text for id in ids))
    words = context.words["grids"]["articles"]
    few = words["days"][min(len(days), 3) - 1].format(first=days[0], last=days[-1])
    is_of_wording = any(question.wording for question in questions)
    return AnswerTable(
        words["wording"].format(articles=few) if is_of_wording else few,
        tuple(TableHead(context.source_link(id), context.origin(id) or words["unknown"]) for id in ids),
        (RowGroup(Link(""), tuple(_by_question(context, question, ids) for question in questions)),),
        is_folded=is_of_wording,
    )


def _by_question(context: RenderContext, question: Question, ids: tuple[str, ...]) -> TableRow:
    return TableRow(_question_head(context, question), tuple(_answers_of(context, question, id) for id in ids))


def _answers_of(context: RenderContext, question: Question, article: str) -> Cell:
    facts = [fact for fact, _ in context.briefing.answers_to(question.id) if fact.article == article]
    return _cell(context, context.answering(question, article), question, article, facts)


def _cell(
    context: RenderContext, column: Link, question: Question, respondent: str, facts: list[BoundFact] | None
) -> Cell:
    if facts:
        return Cell(column, answers_of_one(context, question, facts))
    absent = absence_from_question(context.briefing, respondent, question)
    return Cell(column, None, absence(context, context.answering(question, respondent), absent))


def _question_head(context: RenderContext, question: Question) -> TableHead:
    return TableHead(
        context.link(question.id), verdict=verdict(context.briefing, question), sign=sign(context, question)
    )
