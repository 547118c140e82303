"""How the answers to a question stand to one another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.analysis.agreement import (
    AnswerGroup,
    Verdict,
    answer_groups,
    comparison_statements,
    distinct_count,
    facts_by_respondent,
    verdict,
    verdict_of_period,
    verdict_statement,
    voices,
)
from generator.analysis.derived import Derived
from generator.analysis.development import Period, periods
from generator.content.registries import Question
from generator.evidence.proving import BoundFact
from generator.site.parts.absence import absences_from
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Answer, Comparison, Development

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
APART: tuple[Verdict, ...] = ("differ", "within", "compatible", "wording")  # in the order in which they are shown


def comparison(context: RenderContext, question: Question, event: str = "") -> Comparison:
    """The answers of the time of an event, or of the latest at which they stand as they do; others are developments.

    Without an event, answers that exclude nothing, or are all the same, stand together whatever their time.
    """
    times = periods(context.briefing, question)
    main = _main(context, question, times, event)
    others = [period for period in times if period not in main] if question.excludes else []
    facts = [fact for period in main for fact in period.facts]
    later = tuple(_development(context, question, period) for period in others)
    found = _verdict(context, question, facts if event else None, has_others=bool(others))
    of_event = later[0].statement if event and found == "development" else verdict_statement(question, found, facts)
    return Comparison(
        context.link(question.id),
        found,
        _answers(context, question, facts),
        tuple(absences_from(context, question)),
        _time(context, main[-1]) if others else "",
        later,
        comparison_statements(context.briefing, question, facts),
        of_event if event else sign(context, question),
    )


def sign(context: RenderContext, question: Question) -> Derived:
    """How all answers to a question stand to one another, as a statement that can be refuted."""
    facts = [fact for fact, _ in context.briefing.answers_to(question.id)]
    return verdict_statement(question, verdict(context.briefing, question), facts)


def differences(
    context: RenderContext, facts: Iterable[BoundFact], subject: str = "", event: str = ""
) -> tuple[Comparison, ...]:
    """The questions to sources that are answered otherwise at one time, and that these facts answer or are about.

    Differences between articles come first, then those inside one, then other words; questions of wording are last.
    """
    compared = _compared(context, facts, subject, event)
    return tuple(sorted((one for one in compared if one.verdict in APART), key=lambda one: APART.index(one.verdict)))


def developments(
    context: RenderContext, facts: Iterable[BoundFact], subject: str = "", event: str = ""
) -> tuple[Comparison, ...]:
    """The same questions where the answers differ only from one time to another."""
    compared = _compared(context, facts, subject, event)
    return tuple(one for one in compared if one.verdict not in APART and one.developments)


def marks(context: RenderContext, question: Question) -> dict[str, str]:
    """The letter of each answer, by its comparable form, in order of first appearance."""
    groups = answer_groups(context.briefing, question)
    return {group.normalised: LETTERS[number % len(LETTERS)] for number, group in enumerate(groups)}


def _compared(context: RenderContext, facts: Iterable[BoundFact], subject: str, event: str) -> tuple[Comparison, ...]:
    asked = {id for fact in facts for id in fact.answers}
    questions = [q for q in context.briefing.content.questions.values() if q.asks == "sources"]
    touched = (q for q in questions if q.id in asked or subject in q.about)
    return tuple(comparison(context, q, event) for q in touched if context.briefing.differs(q))


def _verdict(
    context: RenderContext, question: Question, facts: Sequence[BoundFact] | None, *, has_others: bool
) -> Verdict:
    """The verdict on these answers, or on all; where those of one time agree and others differ, that is development."""
    if facts is None:
        return verdict(context.briefing, question)
    of_time = verdict_of_period(context.briefing, question, facts)
    return "development" if has_others and of_time not in APART else of_time


def _main(context: RenderContext, question: Question, times: Sequence[Period], event: str) -> list[Period]:
    if event:
        return [period for period in times if any(fact.event == event for fact in period.facts)]
    if not question.excludes or not context.briefing.differs(question):
        return list(times)
    whole = verdict(context.briefing, question)
    same = [p for p in times if verdict_of_period(context.briefing, question, p.facts) == whole]
    return (same or list(times))[-1:]


def _development(context: RenderContext, question: Question, period: Period) -> Development:
    answers, facts = _answers(context, question, period.facts), tuple(fact.id for fact in period.facts)
    said = "; ".join(answer.text for answer in answers)
    statement = Derived("development", question.id, question.id, facts, said)
    return Development(_time(context, period), answers, statement)


def _time(context: RenderContext, period: Period) -> str:
    return str(context.words["question"]["at"].format(time=context.date(period.time)))


def _answers(context: RenderContext, question: Question, facts: Iterable[BoundFact]) -> tuple[Answer, ...]:
    letters = marks(context, question)
    groups = answer_groups(context.briefing, question, facts)
    return tuple(_answer(context, question, letters[group.normalised], group) for group in groups)


def _answer(context: RenderContext, question: Question, mark: str, group: AnswerGroup) -> Answer:
    respondents = facts_by_respondent(question, group.facts)
    links = tuple(context.answering(question, id) for id in respondents)
    fewer = distinct_count(len(respondents), len(voices(context.briefing, question, group.facts)))
    return Answer(mark, group.answer, links, **{"origins" if question.asks == "sources" else "voices": fewer})
