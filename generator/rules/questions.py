"""Rules for questions and their answers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.briefing import Briefing
from generator.problems import Problem, nearest


def answers_are_among_the_options(briefing: Briefing) -> Iterator[Problem]:
    """Where a question has options, every answer to it is one of them."""
    for question in briefing.content.questions.values():
        for fact, answer in briefing.answers_to(question.id):
            if question.options and answer not in question.options:
                what = f"`{answer}` is not an option of `{question.id}`: {', '.join(question.options)}"
                place = fact.fact.at("answers", question.id)
                yield Problem(place, "NOT-AN-OPTION", what, nearest(answer, question.options))


def positions_have_a_speaker(briefing: Briefing) -> Iterator[Problem]:
    """What answers a question to speakers is said by someone."""
    for question in briefing.content.questions.values():
        for fact, _ in briefing.answers_to(question.id):
            if question.asks == "speakers" and not (fact.who or fact.via):
                what = f"`{question.id}` asks speakers, and {fact.id} has none"
                yield Problem(fact.fact.at("answers", question.id), "NO-SPEAKER", what, "add `who` or `via`")


def differences_are_explained(briefing: Briefing) -> Iterator[Problem]:
    """A question whose answers differ has a note that says how; one that a removal took is told for itself."""
    removed = {left_out.owner for left_out in briefing.content.left_out}
    for question in briefing.content.questions.values():
        if not question.note and f"questions/{question.id}" not in removed and briefing.differs(question):
            what = f"the answers to `{question.id}` differ"
            yield Problem(question.at("note"), "NO-NOTE", what, "explain the difference in `note`")
