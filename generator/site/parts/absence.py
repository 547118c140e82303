"""Who does not answer, with what may be said of that, and a way to the facts that bear on it all the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.analysis.agreement import expected_respondents
from generator.analysis.derived import Derived, Kind
from generator.analysis.silence import absence_from_question
from generator.content.registries import Question
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Absence, Link

KINDS: tuple[Kind, ...] = ("silence", "unanswered", "partly-read")  # in the order in which they are told


def absence(context: RenderContext, link: Link, statement: Derived) -> Absence:
    """What a derived statement says of the one under this name."""
    facts = context.briefing.facts_by_id(statement.facts[:1])
    return Absence(link, statement, next((Link(fact.say, fact.url) for fact in facts), None))


def absences_from(context: RenderContext, question: Question) -> Iterator[Absence]:
    """Everyone of whom an answer might be expected, and who gives none."""
    for id in expected_respondents(context.briefing, question):
        yield absence(context, context.answering(question, id), absence_from_question(context.briefing, id, question))


def kinds_of_absence(absent: Iterable[Absence]) -> tuple[Kind, ...]:
    found = {one.statement.kind for one in absent}
    return tuple(kind for kind in KINDS if kind in found)
