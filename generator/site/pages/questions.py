"""What the page of a question says, and the list of questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.analysis.agreement import Verdict, by, fewer, silent, verdict, voice
from generator.briefing import alike
from generator.content.kinds import KINDS
from generator.content.registries import Question
from generator.evidence.proving import BoundFact
from generator.site.pages.figures import compared
from generator.site.parts.cards import FactCard, card
from generator.site.parts.comparisons import comparison, marks
from generator.site.parts.context import Book
from generator.site.parts.page import Comparison, Head, Ledger, Link, Page, Sentence, Stand
from generator.site.parts.positions import stand

VERDICTS: tuple[Verdict, ...] = ("differ", "compatible", "agree", "repeated", "single", "silent")


@dataclass(frozen=True)
class Beside:
    """How an answer stands to those of others; all articles of one origin are one other."""

    how: Literal["same", "partly", "other", "compatible", "origin", "only"]
    others: int


@dataclass(frozen=True)
class AnswerRow:
    """What one article or one speaker answers, and how that stands to what others do."""

    by: Link
    note: str  # the office of a speaker, the origin of an article
    stand: Stand
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


def question_pages(book: Book) -> Iterator[Page]:
    for question in book.briefing.content.questions.values():
        yield Page(KINDS["questions"].template, question_view(book, question))
    yield Page("questions.md.j2", questions_view(book))


def question_view(book: Book, question: Question) -> QuestionView:
    facts = [fact for fact, _ in book.briefing.answers_to(question.id)]
    articles = {fact.article for fact in facts} if question.asks == "sources" else set()
    return QuestionView(
        head=book.head("questions", question.id, question.question, question.question),
        question=question.question,
        asks=question.asks,
        verdict=verdict(book.briefing, question),
        distinct=len(marks(book, question)),
        answered=len({by(question, fact) for fact in facts}),
        origins=fewer(map(book.briefing.origin_of, articles)),
        unknown=sum(book.briefing.article(article).origin == "unknown" for article in articles),
        rows=tuple(_rows(book, question)),
        silent=tuple(book.answering(question, id) for id in silent(book.briefing, question)),
        note=book.sentences(question.note),
        about=book.links(question.about),
        sides=tuple(_sides(book, question)),
        table=_table(book, question.asks),
        ledger=book.ledger(facts, question.note),
    )


def questions_view(book: Book) -> QuestionsView:
    found: dict[tuple[str, str], list[Comparison]] = {}
    for question in book.briefing.content.questions.values():
        compared = comparison(book, question)
        found.setdefault((question.asks, compared.verdict), []).append(compared)

    def groups(asks: str) -> tuple[VerdictGroup, ...]:
        return tuple(VerdictGroup(v, tuple(found[asks, v])) for v in VERDICTS if (asks, v) in found)

    sides = groups("sources"), groups("speakers")
    return QuestionsView(book.index_head("questions"), *sides, tables(book), book.ledger(()))


def tables(book: Book) -> tuple[Link, ...]:
    """The two tables of the whole dossier, and the page of all figures, where there is one."""
    figures = compared(book)
    return (_table(book, "sources"), _table(book, "speakers"), *((figures,) if figures else ()))


def _table(book: Book, asks: Literal["sources", "speakers"]) -> Link:
    name = "articles" if asks == "sources" else "speakers"
    return Link(book.words["grids"][name]["title"], f"questions/by/{name}.html")


def _rows(book: Book, question: Question) -> Iterator[AnswerRow]:
    """Whoever answers first comes first."""
    told: dict[str, list[BoundFact]] = {}
    for fact, _ in book.briefing.answers_to(question.id):
        told.setdefault(by(question, fact), []).append(fact)
    for who, facts in told.items():
        note = book.origin(who) if question.asks == "sources" else _office(book, who, facts[0])
        yield AnswerRow(
            book.answering(question, who), note, stand(book, question, facts), tuple(_beside(book, question, facts))
        )


def _office(book: Book, who: str, fact: BoundFact) -> str:
    return book.role_at(who, book.briefing.article(fact.article).published)


def _beside(book: Book, question: Question, facts: list[BoundFact]) -> Iterator[Beside]:
    """How many others answer as these facts do, how many so and otherwise, and how many only otherwise or differently.

    Articles of one origin are one other; those of the facts' own origin are none, unless they say something else.
    """
    who, own = by(question, facts[0]), voice(book.briefing, question, facts[0])
    forms = _forms(question, facts)
    told: dict[str, list[BoundFact]] = {}
    for fact, _ in book.briefing.answers_to(question.id):
        if by(question, fact) != who:
            told.setdefault(by(question, fact), []).append(fact)
    others: dict[object, frozenset[str]] = {}
    same_origin = 0
    for given in told.values():
        heard, theirs = voice(book.briefing, question, given[0]), _forms(question, given)
        if heard != own:
            others[heard] = others.get(heard, frozenset()) | theirs
        elif theirs.isdisjoint(forms):
            others[theirs] = theirs
        else:
            same_origin += 1
    same = sum(theirs == forms for theirs in others.values())
    other = sum(theirs.isdisjoint(forms) for theirs in others.values())
    otherwise: Literal["compatible", "other"] = "compatible" if question.compatible else "other"
    found = (Beside("same", same), Beside("partly", len(others) - same - other), Beside(otherwise, other))
    counted = [one for one in (*found, Beside("origin", same_origin)) if one.others]
    yield from counted or [Beside("only", 0)]


def _forms(question: Question, facts: list[BoundFact]) -> frozenset[str]:
    return frozenset(alike(fact.fact.answers[question.id]) for fact in facts)


def _sides(book: Book, question: Question) -> Iterator[Side]:
    answers: dict[str, list[BoundFact]] = {}
    for fact, answer in book.briefing.answers_to(question.id):
        answers.setdefault(alike(answer), []).append(fact)
    for form, letter in marks(book, question).items():
        facts = answers[form]
        yield Side(letter, facts[0].fact.answers[question.id], tuple(card(book, fact) for fact in facts))
