"""How the answers to a question stand to one another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.analysis.agreement import (
    VERDICTS,
    AnswerGroup,
    Verdict,
    answer_groups,
    are_unnamed,
    comparison_statements,
    distinct_count,
    facts_by_respondent,
    is_development,
    verdict,
    verdict_of_period,
    verdict_of_periods,
    verdict_statement,
    voices,
)
from generator.analysis.derived import Derived
from generator.analysis.development import Period, periods
from generator.analysis.once import once
from generator.content.registries import Question
from generator.evidence.proving import BoundFact
from generator.site.parts.absence import absences_from
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Answer, Comparison, Development

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
APART: tuple[Verdict, ...] = ("differ", "compatible", "within", "wording")


def comparison(context: RenderContext, question: Question, event: str = "") -> Comparison:
    """The answers of the time of an event, or of the latest at which they stand as they do; others are developments.

    Without an event, answers that exclude nothing, or are all the same, stand together whatever their time.
    """
    return _comparison(context, question, event)


@once
def _comparison(context: RenderContext, question: Question, event: str) -> Comparison:
    times = periods(context.briefing, question)
    main = _main(context, question, times, event)
    rest = [period for period in times if period not in main] if question.excludes else []
    others = [p for p in rest if not p.is_certain or is_development(context.briefing, question, p)]
    facts = [fact for period in main for fact in period.facts]
    later = tuple(_development(context, question, period) for period in others)
    found = _verdict(context, question, main, others) if event else verdict(context.briefing, question)
    return Comparison(
        context.link(question.id),
        found,
        _answers(context, question, facts),
        tuple(absences_from(context, question)),
        _time(context, main[-1]) if others else "",
        later,
        comparison_statements(context.briefing, question, main),
        _sign_at_event(question, found, facts, later) if event else sign(context, question),
    )


def _sign_at_event(
    question: Question, found: Verdict, facts: Iterable[BoundFact], later: Iterable[Development]
) -> Derived:
    """What develops is told by the first answers of another time."""
    of_another_time = (one.statement for one in later if one.statement)
    statement = next(of_another_time, None) if found == "development" else None
    return statement or verdict_statement(question, found, facts)


@once
def sign(context: RenderContext, question: Question) -> Derived:
    """How all answers to a question stand to one another, as a statement that can be refuted."""
    facts = [fact for fact, _ in context.briefing.answers_to(question.id)]
    return verdict_statement(question, verdict(context.briefing, question), facts)


def differences(
    context: RenderContext, facts: Iterable[BoundFact], subject: str = "", event: str = ""
) -> tuple[Comparison, ...]:
    """The questions to sources that are answered otherwise at one time, and that these facts answer or are about.

    Differences between articles come first, then other words, then differences inside one article, and wordings last.
    """
    compared = _compared(context, facts, subject, event)
    return tuple(sorted((one for one in compared if one.verdict in APART), key=lambda one: VERDICTS.index(one.verdict)))


def developments(
    context: RenderContext, facts: Iterable[BoundFact], subject: str = "", event: str = ""
) -> tuple[Comparison, ...]:
    """The same questions where the answers differ only from one time to another."""
    compared = _compared(context, facts, subject, event)
    return tuple(one for one in compared if one.verdict not in APART and one.developments)


@once
def marks(context: RenderContext, question: Question) -> dict[str, str]:
    """The letter of each answer, by its comparable form, in order of first appearance."""
    groups = answer_groups(context.briefing, question)
    return {
        context.briefing.form(question, group.facts[0]): LETTERS[number % len(LETTERS)]
        for number, group in enumerate(groups)
    }


def _compared(context: RenderContext, facts: Iterable[BoundFact], subject: str, event: str) -> tuple[Comparison, ...]:
    about = context.briefing.questions_about(subject)
    asked = {id for fact in facts for id in fact.answers}.union(question.id for question in about)
    touched = context.briefing.questions(asked & _differing(context))
    return tuple(comparison(context, question, event) for question in touched)


@once
def _differing(context: RenderContext) -> frozenset[str]:
    """The questions to sources that are not all answered alike."""
    questions = context.briefing.content.questions.values()
    return frozenset(q.id for q in questions if q.asks == "sources" and context.briefing.differs(q))


def _verdict(context: RenderContext, question: Question, main: Sequence[Period], others: Sequence[Period]) -> Verdict:
    """The verdict on the answers of an event; where these are one, and others of another time, it is a development."""
    of_time = verdict_of_periods(context.briefing, question, main)
    if of_time in APART or not others:
        return of_time
    return "development" if any(period.is_certain for period in others) else "compatible"


def _main(context: RenderContext, question: Question, times: Sequence[Period], event: str) -> list[Period]:
    if event:
        return [period for period in times if any(fact.event == event for fact in period.facts)]
    whole = verdict(context.briefing, question)
    if whole not in ("differ", "within", "development"):
        return list(times)
    certain = [period for period in times if period.is_certain]
    same = [p for p in certain if verdict_of_period(context.briefing, question, p.facts) == whole]
    return (same or certain)[-1:]


def _development(context: RenderContext, question: Question, period: Period) -> Development:
    answers, facts = _answers(context, question, period.facts), tuple(fact.id for fact in period.facts)
    said = "; ".join(answer.text for answer in answers)
    statement = Derived("development", question.id, question.id, facts, said) if period.is_certain else None
    return Development(_time(context, period), answers, statement)


def _time(context: RenderContext, period: Period) -> str:
    form = context.words["question"]["at" if period.is_certain else "vaguely"]
    return str(form.format(time=context.date(period.time)))


def _answers(context: RenderContext, question: Question, facts: Iterable[BoundFact]) -> tuple[Answer, ...]:
    letters = marks(context, question)
    groups = answer_groups(context.briefing, question, facts)
    return tuple(
        _answer(context, question, letters[context.briefing.form(question, group.facts[0])], group) for group in groups
    )


def _answer(context: RenderContext, question: Question, mark: str, group: AnswerGroup) -> Answer:
    respondents = facts_by_respondent(context.briefing, question, group.facts)
    links = tuple(context.answering(question, id) for id in respondents)
    fewer = distinct_count(len(respondents), len(voices(context.briefing, question, group.facts)))
    unnamed = are_unnamed(context.briefing, question, group.facts)
    if question.asks == "speakers":
        return Answer(mark, group.answer, links, voices=fewer, unnamed=unnamed)
    channels = context.channel_notes(group.facts)
    return Answer(mark, group.answer, links, origins=fewer, channels=channels, unnamed=unnamed)
