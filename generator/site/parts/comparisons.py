"""How the answers to a question stand to one another."""

from __future__ import annotations

from collections.abc import Iterable

from generator.analysis.agreement import (
    AnswerGroup,
    answer_groups,
    distinct_count,
    facts_by_respondent,
    origin_of_answer,
    silent,
    verdict,
)
from generator.content.registries import Question
from generator.evidence.proving import BoundFact
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Answer, Comparison

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def comparison(context: RenderContext, question: Question) -> Comparison:
    letters = marks(context, question)
    return Comparison(
        context.link(question.id),
        verdict(context.briefing, question),
        tuple(
            _answer(context, question, letters[group.normalised], group)
            for group in answer_groups(context.briefing, question)
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
    groups = answer_groups(context.briefing, question)
    return {group.normalised: LETTERS[number % len(LETTERS)] for number, group in enumerate(groups)}


def _answer(context: RenderContext, question: Question, mark: str, group: AnswerGroup) -> Answer:
    respondents = facts_by_respondent(question, group.facts)
    origins = (origin_of_answer(context.briefing, question, facts[0]) for facts in respondents.values())
    links = tuple(context.answering(question, id) for id in respondents)
    return Answer(mark, group.answer, links, distinct_count(origins))
