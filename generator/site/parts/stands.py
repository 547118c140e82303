"""Where somebody stands: what they answer, question by question, who says the same, and who says something else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.analysis.derived import Derived
from generator.analysis.development import time_of_answer
from generator.analysis.once import once
from generator.analysis.positions import AnswerHistory, Change, TimedAnswer, answer_histories
from generator.analysis.positions import positions as histories_of
from generator.analysis.standing import OtherAnswer, company
from generator.content.registries import Question
from generator.evidence.proving import BoundFact
from generator.site.parts.context import RenderContext
from generator.site.parts.page import ChannelNote, Link, Moment
from generator.site.parts.positions import channels_of

Basis = Literal["stated", "reckoned", "inferred"]
BASES: tuple[Basis, ...] = ("stated", "reckoned", "inferred")  # the weakest last


@dataclass(frozen=True)
class GivenAnswer:
    """An answer once, with the months of all times at which it was given or reported, and how these are known."""

    text: str
    fact: Link  # the first that gives it
    months: str
    basis: Basis
    channels: tuple[ChannelNote, ...]


@dataclass(frozen=True)
class AnswersBy:
    by: Link
    answers: tuple[GivenAnswer, ...]
    change: Change
    developments: tuple[Derived, ...]


@dataclass(frozen=True)
class Speaker:
    """Who gives an answer, and the months of all times at which they gave it, or are reported to have."""

    link: Link  # to the first fact
    months: str
    basis: Basis


@dataclass(frozen=True)
class Otherwise:
    """An answer of others, and who gives it."""

    answer: str
    who: tuple[Speaker, ...]
    statement: Derived | None

    @property
    def how(self) -> str:
        return self.statement.kind if self.statement else ""


@dataclass(frozen=True)
class Stand:
    """A question, what the subject and those who speak for it answer, and what others do."""

    question: Link
    answers: tuple[AnswersBy, ...]
    alike: tuple[Speaker, ...]
    agreement: Derived | None
    otherwise: tuple[Otherwise, ...]


@dataclass(frozen=True)
class Side:
    """An answer, who gives it and when, and how the weakest of these dates is known."""

    answer: str
    speakers: tuple[Speaker, ...]

    @property
    def basis(self) -> Basis:
        return max((speaker.basis for speaker in self.speakers), key=BASES.index)


@dataclass(frozen=True)
class Divided:
    """A question that divides: each answer, with everyone who gives it."""

    question: Link
    sides: tuple[Side, ...]


def divided(context: RenderContext, question: Question) -> Divided:
    """The answer that is given first comes first."""
    facts = [fact for fact, _ in context.briefing.answers_to(question.id)]
    sides: dict[str, tuple[str, list[Speaker]]] = {}
    for history in answer_histories(context.briefing, question, facts):
        forms = dict.fromkeys(context.briefing.form(question, answer.facts[0]) for answer in history.answers)
        for form, answer in zip(forms, _answers(context, question, history).answers, strict=True):
            speaker = Speaker(Link(context.link(history.respondent).name, answer.fact.url), answer.months, answer.basis)
            sides.setdefault(form, (answer.text, []))[1].append(speaker)
    return Divided(context.link(question.id), tuple(Side(text, tuple(speakers)) for text, speakers in sides.values()))


def stands(context: RenderContext, subject: str, facts: Collection[BoundFact]) -> tuple[Stand, ...]:
    """The questions to speakers that these facts of a subject answer, in the order of the questions."""
    questions = context.briefing.content.questions
    given = histories_of(context.briefing, facts)
    return tuple(_stand(context, subject, questions[id], histories, facts) for id, histories in given.items())


def _stand(
    context: RenderContext,
    subject: str,
    question: Question,
    histories: Iterable[AnswerHistory],
    facts: Iterable[BoundFact],
) -> Stand:
    own = [fact for fact in facts if question.id in fact.answers]
    others = company(context.briefing, question, subject, own)
    answers = tuple(_answers(context, question, history) for history in histories)
    given = [answer for one in answers for answer in one.answers]
    return Stand(
        context.link(question.id),
        answers,
        tuple(_speaker(context, question, fact, given) for fact in others.alike),
        others.agreement,
        tuple(_otherwise(context, question, other, given) for other in others.otherwise),
    )


def _answers(context: RenderContext, question: Question, history: AnswerHistory) -> AnswersBy:
    groups: dict[str, list[TimedAnswer]] = {}
    for answer in history.answers:
        groups.setdefault(context.briefing.form(question, answer.facts[0]), []).append(answer)
    return AnswersBy(
        context.link(history.respondent),
        tuple(_given(context, group) for group in groups.values()),
        history.change,
        history.developments,
    )


def _given(context: RenderContext, times: list[TimedAnswer]) -> GivenAnswer:
    first = times[0].facts[0]
    dates = [date for time in times if (date := time.given or time.published)]
    bases = [moment.basis for time in times if (moment := _moment(context, time))]
    return GivenAnswer(
        times[0].answer,
        Link(first.say, first.url),
        context.months(*dates) if dates else "",
        max(bases, key=BASES.index, default="stated"),
        tuple(dict.fromkeys(note for time in times for note in channels_of(context, time))),
    )


def _moment(context: RenderContext, time: TimedAnswer) -> Moment | None:
    first = time.facts[0]
    return context.fact_moment(first) if time.given else context.published(first.article)


def _otherwise(context: RenderContext, question: Question, other: OtherAnswer, own: Sequence[GivenAnswer]) -> Otherwise:
    firsts = {fact.who: fact for fact in reversed(other.group.facts)}
    who = tuple(_speaker(context, question, fact, own) for fact in reversed(firsts.values()))
    return Otherwise(other.group.answer, who, other.statement)


def _speaker(context: RenderContext, question: Question, fact: BoundFact, own: Sequence[GivenAnswer]) -> Speaker:
    """Somebody else, with the month where it is not that of all the subject's own answers."""
    dated, undated = _with_months_and_without(context, question, fact)
    return undated if all(answer.months == dated.months for answer in own) else dated


@once
def _with_months_and_without(context: RenderContext, question: Question, fact: BoundFact) -> tuple[Speaker, Speaker]:
    link, basis = Link(context.link(fact.who or "").name, fact.url), context.published(fact.article).basis
    months = context.months(time_of_answer(context.briefing, question, fact))
    return Speaker(link, months, basis), Speaker(link, "", basis)
