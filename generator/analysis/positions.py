"""Who answers what, and when; and whether the answers change over time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product
from typing import Literal

from generator.analysis.agreement import answer_groups, facts_by_respondent, respondent
from generator.analysis.derived import Derived
from generator.analysis.development import certain_times, time_given, time_of_answer
from generator.analysis.once import once
from generator.analysis.order import place_of_date
from generator.briefing import Briefing
from generator.content.dates import Edtf
from generator.content.registries import Question
from generator.evidence.proving import BoundFact

# `changed`: an answer of another time excludes an earlier one; `reported`: so it is, but nobody knows when it was given
# `several`: answers of one time exclude one another
Change = Literal["", "changed", "reported", "unchanged", "several"]


@dataclass(frozen=True)
class TimedAnswer:
    """An answer in the words in which it was first given at one time, and the facts that it stands in."""

    answer: str
    facts: tuple[BoundFact, ...]
    given: Edtf | None = None  # when a speaker gave it
    published: Edtf | None = None  # where nobody knows when a speaker gave it, the date of the article


@dataclass(frozen=True)
class AnswerHistory:
    """What one speaker or one article answers to a question, oldest first."""

    respondent: str
    answers: tuple[TimedAnswer, ...]
    change: Change = ""
    developments: tuple[Derived, ...] = ()  # the other answers of later times

    @property
    def facts(self) -> tuple[BoundFact, ...]:
        return tuple(fact for answer in self.answers for fact in answer.facts)


def positions(briefing: Briefing, facts: Iterable[BoundFact]) -> Mapping[str, tuple[AnswerHistory, ...]]:
    """The answers of these facts to each question to speakers that they answer, in the order of the questions."""
    given: dict[str, list[BoundFact]] = {}
    for fact in facts:
        for question in fact.answers:
            given.setdefault(question, []).append(fact)
    asked = (question for question in briefing.questions(given) if question.asks == "speakers")
    return {question.id: answer_histories(briefing, question, given[question.id]) for question in asked}


def positions_about(briefing: Briefing, subject: str) -> Mapping[str, tuple[AnswerHistory, ...]]:
    """All answers to each question to speakers that is about a subject and that somebody answers."""
    about = [question for question in briefing.questions_about(subject) if question.asks == "speakers"]
    histories = ((q.id, answer_histories(briefing, q, (f for f, _ in briefing.answers_to(q.id)))) for q in about)
    return {id: answers for id, answers in histories if answers}


def answer_histories(briefing: Briefing, question: Question, facts: Iterable[BoundFact]) -> tuple[AnswerHistory, ...]:
    """What each respondent answers by these facts; whoever answers first comes first."""
    groups = facts_by_respondent(briefing, question, facts)
    return tuple(answer_history(briefing, question, group) for group in groups.values())


def answer_history(briefing: Briefing, question: Question, facts: Iterable[BoundFact]) -> AnswerHistory:
    """The answers that are the same, of one respondent at one time, are one answer."""
    return _history(briefing, question, tuple(sorted(fact.id for fact in facts)))


@once
def _history(briefing: Briefing, question: Question, ids: tuple[str, ...]) -> AnswerHistory:
    facts = briefing.facts_by_id(ids)
    dates = {fact.id: time_of_answer(briefing, question, fact) for fact in facts}
    ordered = sorted(facts, key=lambda fact: (place_of_date(dates[fact.id]), fact.article, fact.refs, fact.id))
    groups: dict[tuple[Edtf | None, Edtf | None, str], list[BoundFact]] = {}
    for fact in ordered:
        given = time_given(question, fact)
        published = None if given or question.asks == "sources" else briefing.article(fact.article).published
        groups.setdefault((given, published, briefing.form(question, fact)), []).append(fact)
    answers = (
        TimedAnswer(group[0].answers[question.id], tuple(group), given, published)
        for (given, published, _), group in groups.items()
    )
    changed = change(briefing, question, ordered)
    later = tuple(_developments(briefing, question, ordered)) if changed in ("changed", "reported") else ()
    return AnswerHistory(respondent(briefing, question, ordered[0]), tuple(answers), changed, later)


def change(briefing: Briefing, question: Question, facts: Sequence[BoundFact]) -> Change:
    """The answers of one speaker change if one excludes another of another time, as developments do.

    A speaker without a name may be several. Where only the days of the articles are known, no more than these are told.
    """
    times = _times(briefing, question, facts)
    if len(times) > 1 and question.asks == "speakers" and facts[0].who:
        if len({briefing.form(question, fact) for fact in facts}) == 1:
            return "unchanged"
        if any(_exclude(briefing, question, *pair) for pair in combinations(times, 2)):
            is_dated = all(time_given(question, fact) for time in times for fact in time)
            return "changed" if is_dated else "reported"
    return "several" if any(_exclude(briefing, question, time, time) for time in times) else ""


def _developments(briefing: Briefing, question: Question, facts: Sequence[BoundFact]) -> Iterator[Derived]:
    """The answers of each later time, where they are not those of the time before it."""
    for before, after in pairwise(_times(briefing, question, facts)):
        if _exclude(briefing, question, before, after):
            shown = "; ".join(group.answer for group in answer_groups(briefing, question, after))
            yield Derived(
                "development", respondent(briefing, question, after[0]), question.id, tuple(f.id for f in after), shown
            )


def _exclude(briefing: Briefing, question: Question, some: Iterable[BoundFact], others: Iterable[BoundFact]) -> bool:
    return any(briefing.exclude(question, *pair) for pair in product(some, others))


def _times(briefing: Briefing, question: Question, facts: Sequence[BoundFact]) -> list[list[BoundFact]]:
    """These facts, time by time, but for those of no certain one."""
    numbers, times = certain_times(briefing, question), dict[int, list[BoundFact]]()
    for fact in facts:
        if fact.id in numbers:
            times.setdefault(numbers[fact.id], []).append(fact)
    return [times[number] for number in sorted(times)]
