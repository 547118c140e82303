"""Who answers what, and when: the cells that pages of people, countries, themes and questions share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from generator.analysis.agreement import respondent
from generator.briefing import normalised_answer
from generator.content.dates import Edtf
from generator.content.registries import Question
from generator.evidence.proving import BoundFact
from generator.site.parts.cards import is_reported
from generator.site.parts.comparisons import marks
from generator.site.parts.context import RenderContext
from generator.site.parts.page import AnswersOfOne, Change, DatedAnswer, Position


def positions(context: RenderContext, facts: Iterable[BoundFact]) -> tuple[Position, ...]:
    """The answers that these facts give to questions to speakers, in the order of the questions."""
    given = list(facts)
    return _positions(context, ((question, given) for question in _questions(context)))


def positions_about(context: RenderContext, subject: str) -> tuple[Position, ...]:
    """All answers to the questions to speakers that are about it."""
    about = [question for question in _questions(context) if subject in question.about]
    return _positions(context, ((q, [fact for fact, _ in context.briefing.answers_to(q.id)]) for q in about))


def answers_by_respondent(
    context: RenderContext, question: Question, facts: Iterable[BoundFact]
) -> tuple[AnswersOfOne, ...]:
    """What each one of whom these facts tell answers, whoever answers first coming first."""
    groups: dict[str, list[BoundFact]] = {}
    for fact in facts:
        if question.id in fact.answers:
            groups.setdefault(respondent(question, fact), []).append(fact)
    return tuple(answers_of_one(context, question, told) for told in groups.values())


def answers_of_one(context: RenderContext, question: Question, facts: Iterable[BoundFact]) -> AnswersOfOne:
    """What one speaker or article answers by these facts."""
    ordered = sorted(
        facts, key=lambda fact: (_time(context, question, fact).earliest, fact.article, fact.refs, fact.id)
    )
    letters = marks(context, question)
    groups: dict[tuple[str, str, str], list[BoundFact]] = {}
    for fact in ordered:
        when, reported = _answer_date(context, question, fact)
        groups.setdefault((when, reported, normalised_answer(fact.answers[question.id])), []).append(fact)
    return AnswersOfOne(
        context.answering(question, respondent(question, ordered[0])),
        tuple(
            DatedAnswer(
                mark=letters[form],
                answer=told[0].answers[question.id],
                when=when,
                reported=reported,
                events=tuple(map(context.link, dict.fromkeys(fact.event for fact in told if fact.event))),
                facts=tuple(context.source(fact.id, number) for number, fact in enumerate(told, 1)),
            )
            for (when, reported, form), told in groups.items()
        ),
        _change(context, question, ordered),
    )


def _answer_date(context: RenderContext, question: Question, fact: BoundFact) -> tuple[str, str]:
    """The date of an answer, or else that of its article; what an article itself answers is as old as it is."""
    if question.asks == "sources":
        return "", ""
    own = _own_date(question, fact)
    return (context.date(own), "") if own else ("", context.published(fact.article).text)


def _questions(context: RenderContext) -> list[Question]:
    return [question for question in context.briefing.content.questions.values() if question.asks == "speakers"]


def _positions(context: RenderContext, asked: Iterable[tuple[Question, list[BoundFact]]]) -> tuple[Position, ...]:
    found = (
        Position(context.link(question.id), answers_by_respondent(context, question, facts))
        for question, facts in asked
    )
    return tuple(position for position in found if position.answers)


def _change(context: RenderContext, question: Question, facts: list[BoundFact]) -> Change:
    """Whether the answers of one speaker are others at another time; a speaker without a name may be several."""
    periods: list[set[str]] = []
    end = dt.date.min
    for fact in facts:
        time = _time(context, question, fact)
        if not periods or time.earliest > end:
            periods.append(set())
        end = max(end, time.latest)
        periods[-1].add(normalised_answer(fact.answers[question.id]))
    if len(periods) > 1 and question.asks == "speakers" and facts[0].who:
        if all(period == periods[0] for period in periods):
            return "unchanged"
        if not question.compatible:
            return "changed"
    return "several" if len(set[str]().union(*periods)) > 1 else ""


def _time(context: RenderContext, question: Question, fact: BoundFact) -> Edtf:
    """When an answer was given, as far as is known: on its own date, or else by the day of its article."""
    return _own_date(question, fact) or context.briefing.article(fact.article).published


def _own_date(question: Question, fact: BoundFact) -> Edtf | None:
    """The day on which a speaker answered, where the fact has it."""
    has_own = question.asks == "speakers" and fact.when and not is_reported(fact)
    return fact.when.date if has_own and fact.when else None
