"""What the page of a question says, and the list of questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.analysis.agreement import Verdict, distinct_count, origin_of_answer, respondent, silent, verdict
from generator.briefing import normalised_answer
from generator.content.kinds import KINDS
from generator.content.registries import Question
from generator.evidence.proving import BoundFact
from generator.site.pages.charts import charts_link
from generator.site.parts.cards import FactCard, card
from generator.site.parts.comparisons import comparison, marks
from generator.site.parts.context import RenderContext
from generator.site.parts.page import AnswersOfOne, Comparison, Head, Ledger, Link, Page, Sentence
from generator.site.parts.positions import answers_of_one

VERDICTS: tuple[Verdict, ...] = ("differ", "compatible", "agree", "repeated", "single", "silent")


@dataclass(frozen=True)
class Beside:
    """How an answer stands to those of others; all articles of one origin are one other."""

    how: Literal["same", "partly", "other", "compatible", "origin", "only"]
    others: int


@dataclass(frozen=True)
class AnswerRow:
    """What one article or one speaker answers, and how that stands to what others do."""

    respondent: Link
    note: str  # the office of a speaker, the origin of an article
    answers: AnswersOfOne
    beside: tuple[Beside, ...]


@dataclass(frozen=True)
class Side:
    """One answer and every fact that gives it, to be read beside the others."""

    mark: str
    answer: str
    cards: tuple[FactCard, ...]


@dataclass(frozen=True)
class QuestionView:
    head: Head
    question: str
    asks: Literal["sources", "speakers"]
    verdict: Verdict
    distinct: int  # how many different answers
    answered: int  # how many articles or speakers answer
    origins: int  # where the reporting of these articles began, if in fewer places than there are articles
    unknown: int  # of how many nobody knows that
    rows: tuple[AnswerRow, ...]
    silent: tuple[Link, ...]
    note: tuple[Sentence, ...]
    about: tuple[Link, ...]
    sides: tuple[Side, ...]
    table: Link  # the table of all questions of this kind
    ledger: Ledger


@dataclass(frozen=True)
class VerdictGroup:
    verdict: Verdict
    comparisons: tuple[Comparison, ...]


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
    return QuestionView(
        head=context.head("questions", question.id, question.question, question.question),
        question=question.question,
        asks=question.asks,
        verdict=verdict(context.briefing, question),
        distinct=len(marks(context, question)),
        answered=len({respondent(question, fact) for fact in facts}),
        origins=distinct_count(map(context.briefing.origin_of, articles)),
        unknown=sum(context.briefing.article(article).origin == "unknown" for article in articles),
        rows=tuple(_rows(context, question)),
        silent=tuple(context.answering(question, id) for id in silent(context.briefing, question)),
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


def _rows(context: RenderContext, question: Question) -> Iterator[AnswerRow]:
    """The rows of the articles or speakers that answer; whoever answers first comes first."""
    facts_by_respondent: dict[str, list[BoundFact]] = {}
    for fact, _ in context.briefing.answers_to(question.id):
        facts_by_respondent.setdefault(respondent(question, fact), []).append(fact)
    for id, facts in facts_by_respondent.items():
        note = context.origin(id) if question.asks == "sources" else _office(context, id, facts[0])
        yield AnswerRow(
            context.answering(question, id),
            note,
            answers_of_one(context, question, facts),
            tuple(_beside(context, question, facts)),
        )


def _office(context: RenderContext, speaker: str, fact: BoundFact) -> str:
    return context.role_at(speaker, context.briefing.article(fact.article).published)


def _beside(context: RenderContext, question: Question, facts: list[BoundFact]) -> Iterator[Beside]:
    """How many others answer as these facts do, how many do so in part, and how many give other answers alone.

    Articles of one origin are one other; those of the facts' own origin are none, unless they say something else.
    """
    id, origin = respondent(question, facts[0]), origin_of_answer(context.briefing, question, facts[0])
    forms = _forms(question, facts)
    facts_by_respondent: dict[str, list[BoundFact]] = {}
    for fact, _ in context.briefing.answers_to(question.id):
        if respondent(question, fact) != id:
            facts_by_respondent.setdefault(respondent(question, fact), []).append(fact)
    forms_by_origin: dict[object, frozenset[str]] = {}
    same_origin = 0
    for other_facts in facts_by_respondent.values():
        other_origin = origin_of_answer(context.briefing, question, other_facts[0])
        other_forms = _forms(question, other_facts)
        if other_origin != origin:
            forms_by_origin[other_origin] = forms_by_origin.get(other_origin, frozenset()) | other_forms
        elif other_forms.isdisjoint(forms):
            forms_by_origin[other_forms] = other_forms
        else:
            same_origin += 1
    same = sum(other_forms == forms for other_forms in forms_by_origin.values())
    other = sum(other_forms.isdisjoint(forms) for other_forms in forms_by_origin.values())
    otherwise: Literal["compatible", "other"] = "compatible" if question.compatible else "other"
    counts = (Beside("same", same), Beside("partly", len(forms_by_origin) - same - other), Beside(otherwise, other))
    counted = [beside for beside in (*counts, Beside("origin", same_origin)) if beside.others]
    yield from counted or [Beside("only", 0)]


def _forms(question: Question, facts: list[BoundFact]) -> frozenset[str]:
    return frozenset(normalised_answer(fact.answers[question.id]) for fact in facts)


def _sides(context: RenderContext, question: Question) -> Iterator[Side]:
    answers: dict[str, list[BoundFact]] = {}
    for fact, answer in context.briefing.answers_to(question.id):
        answers.setdefault(normalised_answer(answer), []).append(fact)
    for form, letter in marks(context, question).items():
        facts = answers[form]
        yield Side(letter, facts[0].answers[question.id], tuple(card(context, fact) for fact in facts))
