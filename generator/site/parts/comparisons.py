"""How the answers to a question stand to one another."""

from __future__ import annotations

from collections.abc import Iterable

from generator.analysis.agreement import by, fewer, silent, verdict, voice
from generator.briefing import alike
from generator.content.registries import Question
from generator.evidence.proving import BoundFact
from generator.site.parts.context import Book
from generator.site.parts.page import Answer, Comparison

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def comparison(book: Book, question: Question) -> Comparison:
    letters = marks(book, question)
    answers: dict[str, tuple[str, dict[str, str]]] = {}
    for fact, answer in book.briefing.answers_to(question.id):
        answers.setdefault(alike(answer), (answer, {}))[1][by(question, fact)] = voice(book.briefing, question, fact)
    return Comparison(
        book.link(question.id),
        verdict(book.briefing, question),
        tuple(
            Answer(letters[form], text, tuple(book.answering(question, id) for id in voices), fewer(voices.values()))
            for form, (text, voices) in answers.items()
        ),
        tuple(book.answering(question, id) for id in silent(book.briefing, question)),
    )


def differences(book: Book, facts: Iterable[BoundFact], subject: str = "") -> tuple[Comparison, ...]:
    """The questions to sources that are answered in other words, and that these facts answer or that are about it.

    Those whose answers exclude one another come first.
    """
    asked = {id for fact in facts for id in fact.fact.answers}
    questions = [q for q in book.briefing.content.questions.values() if q.asks == "sources"]
    touched = [q for q in questions if q.id in asked or subject in q.about]
    apart = sorted((q for q in touched if book.briefing.differs(q)), key=lambda q: q.compatible is not None)
    return tuple(comparison(book, question) for question in apart)


def marks(book: Book, question: Question) -> dict[str, str]:
    """The letter of each answer, by its comparable form, in order of first appearance."""
    forms = dict.fromkeys(alike(answer) for _, answer in book.briefing.answers_to(question.id))
    return {form: LETTERS[number % len(LETTERS)] for number, form in enumerate(forms)}
