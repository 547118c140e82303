"""When answers were given: those of one time can differ, one of another time is a development."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from generator.analysis.order import is_reported
from generator.briefing import Briefing
from generator.content.dates import Edtf, parse
from generator.content.registries import Question
from generator.evidence.proving import BoundFact

APART = dt.timedelta(days=14)  # answers of one time lie no further from one another


@dataclass(frozen=True)
class Period:
    """Answers of one time, in order of reading, and the months from first to last that they are of."""

    time: Edtf
    facts: tuple[BoundFact, ...]


def periods(briefing: Briefing, question: Question) -> tuple[Period, ...]:
    """The answers to a question, time by time, the oldest first: between two times lie more than two weeks."""
    answers = [fact for fact, _ in briefing.answers_to(question.id)]
    spans = {fact.id: _span(briefing, question, fact, answers) for fact in answers}
    order = {fact.id: number for number, fact in enumerate(answers)}
    groups: list[list[BoundFact]] = []
    end = dt.date.min
    for fact in sorted(answers, key=lambda fact: (spans[fact.id], fact.id)):
        first, last = spans[fact.id]
        if not groups or first - end > APART:
            groups.append([])
        end = max(end, last) if groups[-1] else last
        groups[-1].append(fact)
    return tuple(
        Period(_months([spans[fact.id] for fact in group]), tuple(sorted(group, key=lambda fact: order[fact.id])))
        for group in groups
    )


def period_of(periods: Iterable[Period], fact: BoundFact) -> Period | None:
    """The time among these that a fact's answer is of."""
    return next((period for period in periods if any(other.id == fact.id for other in period.facts)), None)


def time_of_answer(briefing: Briefing, question: Question, fact: BoundFact) -> Edtf:
    """An answer was given on its own date, or else, as far as is known, by the day of its article."""
    return time_given(question, fact) or briefing.article(fact.article).published


def time_given(question: Question, fact: BoundFact) -> Edtf | None:
    """A speaker answered on the date of the fact, unless that is the date of what is reported."""
    return fact.when.date if fact.when and question.asks == "speakers" and not is_reported(fact) else None


def _span(
    briefing: Briefing, question: Question, fact: BoundFact, answers: Iterable[BoundFact]
) -> tuple[dt.date, dt.date]:
    """First and last day of an answer: what articles tell of one event is told of one time, whenever they tell it."""
    if question.asks == "sources" and fact.event:
        event = briefing.content.events[fact.event].when.date
        if event.precision in ("day", "month") and event.start and event.end:
            return event.earliest, event.latest
        told = [briefing.article(other.article).published for other in answers if other.event == fact.event]
        first = min(told, key=lambda date: (date.earliest, date.latest))
        return first.earliest, first.latest
    time = time_of_answer(briefing, question, fact)
    return time.earliest, time.latest


def _months(spans: Iterable[tuple[dt.date, dt.date]]) -> Edtf:
    first, last = reduce(lambda one, other: (min(one[0], other[0]), max(one[1], other[1])), spans)
    months = [f"{day.year:04}-{day.month:02}" for day in (first, last)]
    return parse(months[0] if months[0] == months[1] else "/".join(months))
