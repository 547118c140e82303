"""When answers were given: those of one time can differ, one of another time is a development."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.analysis.once import once
from generator.analysis.order import is_reported
from generator.briefing import Briefing
from generator.content.dates import Edtf, parse
from generator.content.registries import Question
from generator.evidence.proving import BoundFact

APART = dt.timedelta(days=14)  # each answer of one time lies no further from the next
WIDEST = dt.timedelta(days=62)  # what is known less closely than to two months is of no certain time


@dataclass(frozen=True)
class Period:
    """Answers of one time, in order of reading, and the months from first to last that they are of.

    An answer of no certain time stands alone, under its own date: it is neither of the time of others nor of another.
    """

    time: Edtf
    facts: tuple[BoundFact, ...]
    is_certain: bool = True


@once
def periods(briefing: Briefing, question: Question) -> tuple[Period, ...]:
    """The answers to a question, time by time, the oldest first: between two times lie more than two weeks.

    Those of no certain time come last.
    """
    answers = [fact for fact, _ in briefing.answers_to(question.id)]
    told = _first_told(briefing, answers)
    dates = {fact.id: _date(briefing, question, fact, told) for fact in answers}
    vague = {fact.id: fact for fact in answers if is_vague(dates[fact.id])}
    groups: list[list[Edtf]] = []
    group_of: dict[str, int] = {}
    end = dt.date.min
    for fact in sorted(answers, key=lambda fact: (dates[fact.id].earliest, dates[fact.id].latest, fact.id)):
        if fact.id in vague:
            continue
        date = dates[fact.id]
        if not groups or date.earliest - end > APART:
            groups.append([])
        end = max(end, date.latest) if groups[-1] else date.latest
        groups[-1].append(date)
        group_of[fact.id] = len(groups) - 1
    members: list[list[BoundFact]] = [[] for _ in groups]
    for fact in answers:
        if fact.id in group_of:
            members[group_of[fact.id]].append(fact)
    certain = (Period(_months(group), tuple(facts)) for group, facts in zip(groups, members, strict=True))
    return (*certain, *(Period(dates[fact.id], (fact,), is_certain=False) for fact in vague.values()))


def is_vague(date: Edtf) -> bool:
    """Whether a date is open, or known less closely than to two months."""
    return not (date.start and date.end) or date.latest - date.earliest > WIDEST


@once
def certain_times(briefing: Briefing, question: Question) -> Mapping[str, int]:
    """The number of the certain time that each answer is of, by its fact; the oldest is the first."""
    certain = (period for period in periods(briefing, question) if period.is_certain)
    return {fact.id: number for number, period in enumerate(certain) for fact in period.facts}


def period_of(briefing: Briefing, question: Question, fact: BoundFact) -> Period:
    """The time that a fact's answer is of."""
    return _period_by_fact(briefing, question)[fact.id]


@once
def _period_by_fact(briefing: Briefing, question: Question) -> Mapping[str, Period]:
    return {fact.id: period for period in periods(briefing, question) for fact in period.facts}


def time_of_answer(briefing: Briefing, question: Question, fact: BoundFact) -> Edtf:
    """An answer was given on its own date, or else, as far as is known, by the day of its article."""
    return time_given(question, fact) or briefing.article(fact.article).published


def time_given(question: Question, fact: BoundFact) -> Edtf | None:
    """A speaker answered on the date of the fact, unless that is the date of what is reported."""
    return fact.when.date if fact.when and question.asks == "speakers" and not is_reported(fact) else None


def _first_told(briefing: Briefing, answers: Iterable[BoundFact]) -> Mapping[str, Edtf]:
    """When the first article was published that answers by what it tells of an event, by these events."""
    told: dict[str, Edtf] = {}
    for fact in answers:
        published = briefing.article(fact.article).published
        if fact.event and (fact.event not in told or _ends(published) < _ends(told[fact.event])):
            told[fact.event] = published
    return told


def _ends(date: Edtf) -> tuple[dt.date, dt.date]:
    return date.earliest, date.latest


def _date(briefing: Briefing, question: Question, fact: BoundFact, told: Mapping[str, Edtf]) -> Edtf:
    """When a speaker answered, or when was what an article tells, or else when the article was published.

    What articles tell of one event is told of one time, whenever they tell it.
    """
    if question.asks == "speakers":
        return time_of_answer(briefing, question, fact)
    if fact.event:
        event = briefing.content.events[fact.event].when.date
        if event.precision in ("day", "month") and not is_vague(event):
            return event
        return told[fact.event]
    return fact.when.date if fact.when else briefing.article(fact.article).published


def _months(dates: Iterable[Edtf]) -> Edtf:
    ends = list(map(_ends, dates))
    days = min(first for first, _ in ends), max(last for _, last in ends)
    months = [f"{day.year:04}-{day.month:02}" for day in days]
    return parse(months[0] if months[0] == months[1] else "/".join(months))
