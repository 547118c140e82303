"""The two tables of the whole dossier: what each speaker, and what each article, answers to each question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from generator.analysis.agreement import Verdict, expected_articles, respondent, told_of_by_channels, verdict
from generator.analysis.derived import Derived, Kind
from generator.analysis.silence import absence_from_question
from generator.content.registries import Question
from generator.evidence.proving import BoundFact
from generator.site.parts.absence import absence, kinds_of_absence
from generator.site.parts.comparisons import sign
from generator.site.parts.context import RenderContext
from generator.site.parts.cut import called, in_order, month_of, part_link, part_page
from generator.site.parts.page import Absence, AnswersOfOne, Head, Ledger, Link, Page, Part
from generator.site.parts.positions import answers_of_one
from generator.site.parts.sides import sides

CELLS = 200  # of all tables of a page: they weigh what a page may
COLUMNS = 12  # that can be looked over at once
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

    @property
    def cells(self) -> int:
        return self.number * len(self.columns)


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
    yield from _pages(context, "speakers", "articles", speakers(context), speakers_by_theme)
    yield from _pages(context, "articles", "speakers", articles(context), articles_by_month)


def _pages(
    context: RenderContext,
    asks: Asks,
    other: Asks,
    whole: tuple[AnswerTable, ...],
    cut: Callable[[RenderContext], Iterator[tuple[str, str, AnswerTable]]],
) -> Iterator[Page]:
    """One page, or where its tables are too large, a list of pages with small ones."""
    page = Page("answer_tables.md.j2", _view(context, asks, other, whole))
    if sum(table.cells for table in whole) <= CELLS:
        yield page
        return
    runs = [run for of in _by_page(cut(context)) for run in _runs(*of)]
    links = [part_link(page.view.head, id, name) for id, name, _ in runs]
    listed = tuple(Part(link, sum(t.number for t in run)) for link, (_, _, run) in zip(links, runs, strict=True))
    beside = in_order(links)
    yield replace(page, view=_view(context, asks, other, ()), parts={"facts": listed})
    for id, name, run in runs:
        yield part_page(page, _view(context, asks, other, run), id, name, beside=beside)


def _by_page(tables: Iterable[tuple[str, str, AnswerTable]]) -> Iterator[tuple[str, str, list[AnswerTable]]]:
    """The small tables of each page, before that is cut by number."""
    pages: dict[tuple[str, str], list[AnswerTable]] = {}
    for id, name, table in tables:
        pages.setdefault((id, name), []).extend(_small(table))
    yield from ((id, name, of) for (id, name), of in pages.items())


def _runs(id: str, name: str, tables: Iterable[AnswerTable]) -> Iterator[tuple[str, str, tuple[AnswerTable, ...]]]:
    """Tables in a row that fit on one page; the first page has the address that one alone would have."""
    runs: list[list[AnswerTable]] = []
    for table in tables:
        if not runs or sum(one.cells for one in runs[-1]) + table.cells > CELLS:
            runs.append([])
        runs[-1].append(table)
    for n, run in enumerate(runs, 1):
        yield (id, name, tuple(run)) if n == 1 else (f"{id}-{n}", f"{name} ({n})", tuple(run))


def _small(table: AnswerTable) -> Iterator[AnswerTable]:
    """The table by a few columns at a time; of each, the rows that answer, as many as a page has."""
    for start in range(0, len(table.columns), COLUMNS):
        columns = table.columns[start : start + COLUMNS]
        rows = [
            (group.side, replace(row, cells=row.cells[start : start + COLUMNS]))
            for group in table.groups
            for row in group.rows
            if any(cell.answers for cell in row.cells[start : start + COLUMNS])
        ]
        most = max(1, CELLS // len(columns))
        for first in range(0, len(rows), most):
            sides: dict[Link, list[TableRow]] = {}
            for side, row in rows[first : first + most]:
                sides.setdefault(side, []).append(row)
            groups = tuple(RowGroup(side, tuple(of)) for side, of in sides.items())
            yield replace(table, columns=columns, groups=groups)


def speakers_by_theme(context: RenderContext) -> Iterator[tuple[str, str, AnswerTable]]:
    """A table for each theme that questions are about first; whatever else is asked stands in a last one."""
    themes, groups = list(context.briefing.content.themes), dict[str, list[Question]]()
    for question in _answered(context, "speakers"):
        groups.setdefault(next((id for id in question.about if id in themes), ""), []).append(question)
    for theme in (theme for theme in (*themes, "") if theme in groups):
        name = context.link(theme).name if theme else context.words["grids"]["other"]
        yield theme or "others", name, _by_speaker(context, name, groups[theme])


def articles_by_month(context: RenderContext) -> Iterator[tuple[str, str, AnswerTable]]:
    """The tables by the month of the first of their articles."""
    for ids, questions in _by_articles(context):
        month = month_of(context.briefing.article(ids[0]).published)
        yield month, called(context, month), _by_article(context, ids, questions)


def speakers(context: RenderContext) -> tuple[AnswerTable, ...]:
    """Speakers by questions, a table for each group of themes; of a side, whoever answers most of them comes first."""
    groups: dict[str, list[Question]] = {}
    for question in _answered(context, "speakers"):
        groups.setdefault(_group(context, question), []).append(question)
    return tuple(_by_speaker(context, heading, questions) for heading, questions in groups.items())


def articles(context: RenderContext) -> tuple[AnswerTable, ...]:
    """Questions by articles, a table for the articles of the same days; those that ask for wordings come last."""
    return tuple(_by_article(context, ids, questions) for ids, questions in _by_articles(context))


def _by_articles(context: RenderContext) -> Iterator[tuple[tuple[str, ...], list[Question]]]:
    groups: dict[tuple[bool, tuple[str, ...]], list[Question]] = {}
    for question in _answered(context, "sources"):
        key = bool(question.wording), expected_articles(context.briefing, question)
        groups.setdefault(key, []).append(question)
    order = {id: number for number, id in enumerate(context.briefing.curated)}
    ordered = sorted(groups, key=lambda key: (key[0], [order[id] for id in key[1]]))
    yield from ((key[1], groups[key]) for key in ordered)


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
            answers.setdefault(respondent(context.briefing, question, fact), {}).setdefault(question.id, []).append(
                fact
            )
    order = sorted(answers, key=lambda speaker: (-len(answers[speaker]), context.link(speaker).name, speaker))

    def row(speaker: str) -> TableRow:
        given = answers[speaker]
        cells = tuple(_cell_of_speaker(context, q, speaker, given.get(q.id)) for q in questions)
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


def _cell_of_speaker(context: RenderContext, question: Question, speaker: str, facts: list[BoundFact] | None) -> Cell:
    """A cell stays empty where a channel answers that may be the speaker's."""
    column = context.link(question.id)
    if not facts and speaker in told_of_by_channels(context.briefing, question):
        return Cell(column, None)
    return _cell(context, column, question, speaker, facts)


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
