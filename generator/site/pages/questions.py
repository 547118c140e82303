"""What the page of a question says, and the list of questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.analysis.agreement import (
    VERDICTS,
    Verdict,
    answer_groups,
    distinct_count,
    facts_by_respondent,
    respondent,
    verdict,
    voices,
)
from generator.analysis.derived import Derived, Kind
from generator.analysis.development import periods
from generator.analysis.standing import How, standing
from generator.content.kinds import KINDS
from generator.content.registries import Question
from generator.evidence.proving import BoundFact
from generator.site.pages.charts import charts_link
from generator.site.parts.absence import absences_from, kinds_of_absence
from generator.site.parts.cards import FactCard, card
from generator.site.parts.comparisons import comparison, marks, sign
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Absence, AnswersOfOne, Comparison, Head, Ledger, Link, Page, Sentence
from generator.site.parts.positions import answers_of_one
from generator.site.parts.sides import sides


@dataclass(frozen=True)
class Beside:
    """How an answer stands to those of others; all articles of one origin, and all of one body, are one other."""

    how: How
    others: int


@dataclass(frozen=True)
class AnswerRow:
    """What one article or one speaker answers, and how that stands to what others do."""

    respondent: Link
    note: str  # the office of a speaker, the origin of an article
    when: str  # when it answers, where answers are of several times
    answers: AnswersOfOne
    beside: tuple[Beside, ...]


@dataclass(frozen=True)
class AnswersOfSide:
    """Who of one state or body answers, and who does not; all articles together have no side."""

    side: Link
    rows: tuple[AnswerRow, ...]
    absent: tuple[Absence, ...]


@dataclass(frozen=True)
class Side:
    """One answer and every fact that gives it, to be read beside the others."""

    mark: str
    answer: str
    cards: tuple[FactCard, ...]
    when: str = ""  # where the answers are of several times


@dataclass(frozen=True)
class QuestionView:
    head: Head
    question: str
    asks: Literal["sources", "speakers"]
    verdict: Verdict
    sign: Derived
    distinct: int  # how many different answers
    answered: int  # how many articles or speakers answer
    voices: int  # where the reporting of these articles began, or how many voices the speakers are, if fewer
    unknown: int  # of how many nobody knows that
    by_side: tuple[AnswersOfSide, ...]
    empty: tuple[Kind, ...]  # the kinds of absence that the table shows
    statements: tuple[Derived, ...]
    note: tuple[Sentence, ...]
    about: tuple[Link, ...]
    sides: tuple[Side, ...]
    table: Link  # the table of all questions of this kind
    ledger: Ledger


@dataclass(frozen=True)
class VerdictGroup:
    verdict: Verdict
    comparisons: tuple[Comparison, ...]

    @property
    def number(self) -> int:
        return len(self.comparisons)


@dataclass(frozen=True)
class QuestionsView:
    """Questions by what came of them: difference first, then other words, agreement, and single answers."""

    head: Head
    sources: tuple[VerdictGroup, ...]
    speakers: tuple[VerdictGroup, ...]
    tables: tuple[Link, ...]  # of articles, of speakers, and of figures
    ledger: Ledger


def question_pages(context: RenderContext) -> Iterator[Page]:
    for question in context.briefing.content.questions.values():
        yield Page(KINDS["questions"].template, question_view(context, question))
    yield Page("questions.md.j2", questions_view(context))


def question_view(context: RenderContext, question: Question) -> QuestionView:
    facts = [fact for fact, _ in context.briefing.answers_to(question.id)]
    articles = {fact.article for fact in facts} if question.asks == "sources" else set()
    answered = len({respondent(question, fact) for fact in facts})
    origins, by_side = voices(context.briefing, question, facts), tuple(_by_side(context, question))
    return QuestionView(
        head=context.head("questions", question.id, question.question, question.question),
        question=question.question,
        asks=question.asks,
        verdict=verdict(context.briefing, question),
        sign=sign(context, question),
        distinct=len(marks(context, question)),
        answered=answered,
        voices=distinct_count(answered, len(origins)),
        unknown=sum(context.briefing.article(article).origin == "unknown" for article in articles & origins),
        by_side=by_side,
        empty=kinds_of_absence(one for side in by_side for one in side.absent),
        statements=comparison(context, question).statements,
        note=context.sentences(question.note),
        about=context.links(question.about),
        sides=tuple(_sides(context, question)),
        table=_table(context, question.asks),
        ledger=context.ledger(facts, question.note),
    )


def questions_view(context: RenderContext) -> QuestionsView:
    by_verdict: dict[tuple[str, str], list[Comparison]] = {}
    for question in context.briefing.content.questions.values():
        compared = comparison(context, question)
        by_verdict.setdefault((question.asks, compared.verdict), []).append(compared)

    def groups(asks: str) -> tuple[VerdictGroup, ...]:
        return tuple(VerdictGroup(v, tuple(by_verdict[asks, v])) for v in VERDICTS if (asks, v) in by_verdict)

    sides = groups("sources"), groups("speakers")
    return QuestionsView(context.index_head("questions"), *sides, tables(context), context.ledger(()))


def tables(context: RenderContext) -> tuple[Link, ...]:
    """The two tables of the whole dossier, and the page of all figures, where there is one."""
    figures = charts_link(context)
    return (_table(context, "sources"), _table(context, "speakers"), *((figures,) if figures else ()))


def _table(context: RenderContext, asks: Literal["sources", "speakers"]) -> Link:
    name = "articles" if asks == "sources" else "speakers"
    return Link(context.words["grids"][name]["title"], f"questions/by/{name}.html")


def _by_side(context: RenderContext, question: Question) -> Iterator[AnswersOfSide]:
    """Articles, or speakers by their sides, whoever answers first before others; sides that do not answer come last."""
    answers = facts_by_respondent(question, [fact for fact, _ in context.briefing.answers_to(question.id)])
    rows = {id: _row(context, question, id, facts) for id, facts in answers.items()}
    absent = {one.statement.subject: one for one in absences_from(context, question)}
    if question.asks == "sources":
        yield AnswersOfSide(Link(""), tuple(rows.values()), tuple(absent.values()))
        return
    by_side = sides(context, rows, absent)
    for of in (of for of in by_side if of.speakers):
        yield AnswersOfSide(of.side, tuple(rows[id] for id in of.speakers), tuple(absent[id] for id in of.silent))
    others = tuple(absent[id] for of in by_side if not of.speakers for id in of.silent)
    if others:
        yield AnswersOfSide(Link(context.words["question"]["speakers"]["others"]), (), others)


def _row(context: RenderContext, question: Question, id: str, facts: list[BoundFact]) -> AnswerRow:
    office_or_origin = context.origin(id) if question.asks == "sources" else _office(context, id, facts[0])
    return AnswerRow(
        context.answering(question, id),
        office_or_origin,
        _times(context, question, facts) if question.asks == "sources" else "",  # a speaker's have their own dates
        answers_of_one(context, question, facts),
        tuple(Beside(how, n) for how, n in standing(context.briefing, question, facts).items()),
    )


def _office(context: RenderContext, speaker: str, fact: BoundFact) -> str:
    return context.role_at(speaker, context.briefing.article(fact.article).published)


def _times(context: RenderContext, question: Question, facts: list[BoundFact]) -> str:
    """When these facts answer, where not all answers are of one time."""
    times = periods(context.briefing, question)
    if len(times) < 2:
        return ""
    ids = {fact.id for fact in facts}
    return ", ".join(context.date(p.time) for p in times if any(fact.id in ids for fact in p.facts))


def _sides(context: RenderContext, question: Question) -> Iterator[Side]:
    letters = marks(context, question)
    for group in answer_groups(context.briefing, question):
        cards = tuple(card(context, fact) for fact in group.facts)
        letter = letters[context.briefing.form(question, group.facts[0])]
        yield Side(letter, group.answer, cards, _times(context, question, list(group.facts)))
