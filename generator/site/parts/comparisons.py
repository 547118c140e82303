"""How the answers to a question stand to one another."""

from __future__ import annotations

from collections.abc import Iterable

from generator.analysis.agreement import distinct_count, origin_of_answer, respondent, silent, verdict
from generator.briefing import normalised_answer
from generator.content.registries import Question
from generator.evidence.proving import BoundFact
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Answer, Comparison

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def comparison(context: RenderContext, question: Question) -> Comparison:
    letters = marks(context, question)
    answers: dict[str, tuple[str, dict[str, str]]] = {}
    for fact, answer in context.briefing.answers_to(question.id):
        answers.setdefault(normalised_answer(answer), (answer, {}))[1][respondent(question, fact)] = origin_of_answer(
            context.briefing, question, fact
        )
    return Comparison(
        context.link(question.id),
        verdict(context.briefing, question),
        tuple(
            Answer(
                letters[form],
                text,
                tuple(context.answering(question, id) for id in voices),
                distinct_count(voices.values()),
            )
            for form, (text, voices) in answers.items()
        ),
        tuple(context.answering(question, id) for id in silent(context.briefing, question)),
    )


def differences(context: RenderContext, facts: Iterable[BoundFact], subject: str = "") -> tuple[Comparison, ...]:
    """The questions to sources that are answered in other words, and that these facts answer or that are about it.

    Those whose answers exclude one another come first.
    """
    asked = {id for fact in facts for id in fact.answers}
    questions = [q for q in context.briefing.content.questions.values() if q.asks == "sources"]
    touched = [q for q in questions if q.id in asked or subject in q.about]
    apart = sorted((q for q in touched if context.briefing.differs(q)), key=lambda q: q.compatible is not None)
    return tuple(comparison(context, question) for question in apart)


def marks(context: RenderContext, question: Question) -> dict[str, str]:
    """The letter of each answer, by its comparable form, in order of first appearance."""
    forms = dict.fromkeys(normalised_answer(answer) for _, answer in context.briefing.answers_to(question.id))
    return {form: LETTERS[number % len(LETTERS)] for number, form in enumerate(forms)}
