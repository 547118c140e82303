"""Who answers what, and when: the cells that pages of people, countries, themes and questions share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from generator.analysis.agreement import by
from generator.briefing import alike
from generator.content.dates import Edtf
from generator.content.registries import Question
from generator.evidence.proving import BoundFact
from generator.site.parts.cards import tells_of
from generator.site.parts.comparisons import marks
from generator.site.parts.context import Book
from generator.site.parts.page import Change, Position, Stand, Told


def positions(book: Book, facts: Iterable[BoundFact]) -> tuple[Position, ...]:
    """The answers that these facts give to questions to speakers, in the order of the questions."""
    given = list(facts)
    return _positions(book, ((question, given) for question in _questions(book)))


def positions_about(book: Book, subject: str) -> tuple[Position, ...]:
    """All answers to the questions to speakers that are about it."""
    about = [question for question in _questions(book) if subject in question.about]
    return _positions(book, ((q, [fact for fact, _ in book.briefing.answers_to(q.id)]) for q in about))


def stands(book: Book, question: Question, facts: Iterable[BoundFact]) -> tuple[Stand, ...]:
    """What each one of whom these facts tell answers, whoever answers first coming first."""
    groups: dict[str, list[BoundFact]] = {}
    for fact in facts:
        if question.id in fact.fact.answers:
            groups.setdefault(by(question, fact), []).append(fact)
    return tuple(stand(book, question, told) for told in groups.values())


def stand(book: Book, question: Question, facts: Iterable[BoundFact]) -> Stand:
    """What one speaker or article answers by these facts."""
    ordered = sorted(facts, key=lambda fact: (_time(book, question, fact).earliest, fact.article, fact.spots, fact.id))
    letters = marks(book, question)
    groups: dict[tuple[str, str, str], list[BoundFact]] = {}
    for fact in ordered:
        when, reported = _told_when(book, question, fact)
        groups.setdefault((when, reported, alike(fact.fact.answers[question.id])), []).append(fact)
    return Stand(
        book.answering(question, by(question, ordered[0])),
        tuple(
            Told(
                mark=letters[form],
                answer=told[0].fact.answers[question.id],
                when=when,
                reported=reported,
                events=tuple(map(book.link, dict.fromkeys(fact.fact.event for fact in told if fact.fact.event))),
                facts=tuple(book.source(fact.id, number) for number, fact in enumerate(told, 1)),
            )
            for (when, reported, form), told in groups.items()
        ),
        _change(book, question, ordered),
    )


def _told_when(book: Book, question: Question, fact: BoundFact) -> tuple[str, str]:
    """The date of an answer, or else that of its article; what an article itself answers is as old as it is."""
    if question.asks == "sources":
        return "", ""
    own = _given(question, fact)
    return (book.date(own), "") if own else ("", book.published(fact.article).text)


def _questions(book: Book) -> list[Question]:
    return [question for question in book.briefing.content.questions.values() if question.asks == "speakers"]


def _positions(book: Book, asked: Iterable[tuple[Question, list[BoundFact]]]) -> tuple[Position, ...]:
    found = (Position(book.link(question.id), stands(book, question, facts)) for question, facts in asked)
    return tuple(position for position in found if position.stands)


def _change(book: Book, question: Question, facts: list[BoundFact]) -> Change:
    """Whether the answers of one speaker are others at another time; a speaker without a name may be several."""
    periods: list[set[str]] = []
    end = dt.date.min
    for fact in facts:
        time = _time(book, question, fact)
        if not periods or time.earliest > end:
            periods.append(set())
        end = max(end, time.latest)
        periods[-1].add(alike(fact.fact.answers[question.id]))
    if len(periods) > 1 and question.asks == "speakers" and facts[0].fact.who:
        if all(period == periods[0] for period in periods):
            return "unchanged"
        if not question.compatible:
            return "changed"
    return "several" if len(set[str]().union(*periods)) > 1 else ""


def _time(book: Book, question: Question, fact: BoundFact) -> Edtf:
    """When an answer was given, as far as is known: on its own date, or else by the day of its article."""
    return _given(question, fact) or book.briefing.article(fact.article).published


def _given(question: Question, fact: BoundFact) -> Edtf | None:
    """The day on which a speaker answered, where the fact has it."""
    has_own = question.asks == "speakers" and fact.fact.when and not tells_of(fact)
    return fact.fact.when.date if has_own and fact.fact.when else None
