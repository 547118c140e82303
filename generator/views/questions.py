"""What the page of a question says, and the list of questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.briefing import BoundFact
from generator.content.model import Question
from generator.views.book import Book
from generator.views.cards import FactCard, Passage, card
from generator.views.comparisons import alike, by, comparison, marks, silent, verdict
from generator.views.page import Comparison, Head, Ledger, Link, Page, Sentence, Verdict


@dataclass(frozen=True)
class AnswerRow:
    """One article's or one speaker's answer; `mark` is the letter of those who say the same."""

    by: Link
    role: str
    when: str
    article: Link
    mark: str
    answer: str
    fact: Link
    passages: tuple[Passage, ...]
    language: str  # of the passages, where it is not that of the interface


@dataclass(frozen=True)
class QuestionView:
    head: Head
    question: str
    asks: Literal["sources", "speakers"]
    verdict: Verdict
    distinct: int  # how many different answers
    answered: int  # how many articles or speakers answer
    rows: tuple[AnswerRow, ...]
    silent: tuple[Link, ...]
    note: tuple[Sentence, ...]
    about: tuple[Link, ...]
    cards: tuple[FactCard, ...]
    ledger: Ledger


@dataclass(frozen=True)
class QuestionsView:
    head: Head
    sources: tuple[Comparison, ...]
    speakers: tuple[Comparison, ...]
    ledger: Ledger


def question_pages(book: Book) -> Iterator[Page]:
    for question in book.briefing.content.questions.values():
        yield Page("question.md.j2", question_view(book, question))
    yield Page("questions.md.j2", questions_view(book))


def question_view(book: Book, question: Question) -> QuestionView:
    answers = book.briefing.answers_to(question.id)
    letters = marks(book, question)
    facts = [fact for fact, _ in answers]
    return QuestionView(
        head=book.head("questions", question.id, question.question, question.question),
        question=question.question,
        asks=question.asks,
        verdict=verdict(book, question),
        distinct=len(letters),
        answered=len({by(question, fact) for fact in facts}),
        rows=tuple(_row(book, question, fact, answer, letters[alike(answer)]) for fact, answer in answers),
        silent=silent(book, question),
        note=book.sentences(question.note),
        about=book.links(question.about),
        cards=tuple(card(book, fact) for fact in facts),
        ledger=book.ledger(facts, question.note),
    )


def questions_view(book: Book) -> QuestionsView:
    """Differences first, then agreement, then single answers."""
    order: tuple[Verdict, ...] = ("differ", "agree", "single", "silent")
    compared: dict[str, list[Comparison]] = {"sources": [], "speakers": []}
    for question in book.briefing.content.questions.values():
        compared[question.asks].append(comparison(book, question))
    sources, speakers = (sorted(found, key=lambda one: order.index(one.verdict)) for found in compared.values())
    return QuestionsView(book.index_head("questions"), tuple(sources), tuple(speakers), book.ledger(()))


def _row(book: Book, question: Question, fact: BoundFact, answer: str, letter: str) -> AnswerRow:
    shown = card(book, fact)
    first = fact.paragraphs[0] if fact.paragraphs else 0
    return AnswerRow(
        by=book.link(by(question, fact)),
        role=book.role_at(fact.fact.who or "", book.briefing.article(fact.article).published)
        if question.asks == "speakers"
        else "",
        when=book.occasion(fact).name,
        article=book.link(fact.article),
        mark=letter,
        answer=answer,
        fact=Link(book.words["card"]["paragraph"].format(n=first), fact.url),
        passages=shown.passages,
        language=shown.language,
    )
