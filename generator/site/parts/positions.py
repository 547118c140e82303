"""Who answers what, and when: the cells that pages of people, countries, themes and questions share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.analysis import positions as analysis
from generator.analysis.channels import channel_of
from generator.analysis.once import once
from generator.content.registries import Question
from generator.evidence.proving import BoundFact
from generator.site.parts.comparisons import marks
from generator.site.parts.context import RenderContext
from generator.site.parts.page import AnswersOfOne, ChannelNote, DatedAnswer, Position


def positions(context: RenderContext, facts: Iterable[BoundFact]) -> tuple[Position, ...]:
    """The answers that these facts give to questions to speakers, in the order of the questions."""
    return _positions(context, analysis.positions(context.briefing, facts))


def positions_about(context: RenderContext, subject: str) -> tuple[Position, ...]:
    """All answers to the questions to speakers that are about it."""
    return _positions(context, analysis.positions_about(context.briefing, subject))


def answers_of_one(context: RenderContext, question: Question, facts: Iterable[BoundFact]) -> AnswersOfOne:
    """What one speaker or article answers by these facts."""
    return _answers_of_one(context, question, tuple(sorted(fact.id for fact in facts)))


def _positions(
    context: RenderContext, histories: Mapping[str, tuple[analysis.AnswerHistory, ...]]
) -> tuple[Position, ...]:
    questions = context.briefing.content.questions
    return tuple(
        Position(context.link(id), tuple(answers_of_one(context, questions[id], history.facts) for history in group))
        for id, group in histories.items()
    )


@once
def _answers_of_one(context: RenderContext, question: Question, ids: tuple[str, ...]) -> AnswersOfOne:
    history = analysis.answer_history(context.briefing, question, context.briefing.facts_by_id(ids))
    letters = marks(context, question)
    given = ((letters[context.briefing.form(question, answer.facts[0])], answer) for answer in history.answers)
    return AnswersOfOne(
        context.answering(question, history.respondent),
        tuple(_dated(context, letter, answer) for letter, answer in given),
        history.change,
        history.developments,
    )


def _dated(context: RenderContext, mark: str, answer: analysis.TimedAnswer) -> DatedAnswer:
    """An answer at its time, which is as certain as that of its first fact, and through whom it is known."""
    first = answer.facts[0]
    given = context.fact_moment(first) if answer.given else None
    events = {fact.event for fact in answer.facts}
    return DatedAnswer(
        mark=mark,
        answer=answer.answer,
        when=given,
        reported=context.published(first.article) if answer.published else None,
        channels=tuple(channels_of(context, answer)),
        events=tuple(context.link(event) for event in events if event) if len(events) == 1 else (),
        facts=tuple(context.source(fact.id, number) for number, fact in enumerate(answer.facts, 1)),
    )


def channels_of(context: RenderContext, answer: analysis.TimedAnswer) -> Iterator[ChannelNote]:
    """Through whom an answer is known: an article's through all who give it, a speaker's through the first channel."""
    facts = answer.facts
    if answer.given or answer.published:
        channel = channel_of(facts, {fact.who or "" for fact in facts}) if facts[0].who else None
        if channel:
            yield context.channel_note(channel, facts)
    else:
        yield from context.channel_notes(facts)
