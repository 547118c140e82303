"""What the page of a question says, and the list of questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Literal

from generator.analysis.agreement import (
    Verdict,
    answer_groups,
    are_unnamed,
    distinct_count,
    facts_by_respondent,
    respondent,
    verdict,
    voices,
)
from generator.analysis.derived import Derived, Kind
from generator.analysis.development import periods
from generator.analysis.standing import How, standing
from generator.content.kinds import KINDS
from generator.content.registries import Question
from generator.evidence.proving import BoundFact
from generator.site.pages.questions_index import index_pages, table
from generator.site.parts.absence import absences_from, kinds_of_absence
from generator.site.parts.cards import FactCard, card
from generator.site.parts.comparisons import comparison, marks, sign
from generator.site.parts.context import RenderContext
from generator.site.parts.cut import LINES, MOST, Kept, bare, cut, numbered, part_page
from generator.site.parts.page import Absence, AnswersOfOne, Head, Ledger, Link, Page, Part, Sentence
from generator.site.parts.positions import answers_of_one
from generator.site.parts.sides import sides

SPOKEN = 60  # facts of a page, where each stands in a table too, and its words are open


@dataclass(frozen=True)
class Beside:
    """How an answer stands to those of others; all articles of one origin, and all of one body, are one other."""

    how: How
    others: int


@dataclass(frozen=True)
class AnswerRow:
    """What one article or one speaker answers, and how that stands to what others do."""

    respondent: Link
    note: str  # the office of a speaker, the origin of an article
    when: str  # when it answers, where answers are of several times
    answers: AnswersOfOne
    beside: tuple[Beside, ...]


@dataclass(frozen=True)
class AnswersOfSide:
    """Who of one state or body answers, and who does not; all articles together have no side."""

    side: Link
    rows: tuple[AnswerRow, ...]
    absent: tuple[Absence, ...]


@dataclass(frozen=True)
class Side:
    """One answer and every fact that gives it, to be read beside the others."""

    mark: str
    answer: str
    cards: tuple[FactCard, ...]
    when: str = ""  # where the answers are of several times


@dataclass(frozen=True)
class QuestionView:
    head: Head
    question: str
    asks: Literal["sources", "speakers"]
    verdict: Verdict
    sign: Derived
    distinct: int  # how many different answers
    answered: int  # how many articles or speakers answer
    voices: int  # where the reporting of these articles began, or how many voices the speakers are, if fewer
    unnamed: bool  # one is a channel without a name, which may be one voice more
    unknown: int  # of how many nobody knows that
    by_side: tuple[AnswersOfSide, ...]
    empty: tuple[Kind, ...]  # the kinds of absence that the table shows
    statements: tuple[Derived, ...]
    note: tuple[Sentence, ...]
    about: tuple[Link, ...]
    sides: tuple[Side, ...]
    table: Link  # the table of all questions of this kind
    ledger: Ledger


def question_pages(context: RenderContext, id: str = "") -> Iterator[Page]:
    """The pages of a question, or without an id the list of all."""
    if id:
        yield from _pages(context, context.briefing.content.questions[id])
    else:
        yield from index_pages(context)


def _pages(context: RenderContext, question: Question) -> Iterator[Page]:
    """A question, and its parts where more facts answer it than a page has, or more of those asked do not."""
    facts = [fact for fact, _ in context.briefing.answers_to(question.id)]
    view = question_view(context, question)
    absent = [(of.side, one) for of in view.by_side for one in of.absent]

    def fill(kept: Kept) -> dict[str, Any]:
        told = _told(context, question, kept)
        ids = {card.id for side in told for card in side.cards}
        here = [fact for fact in facts if fact.id in ids]
        speaking = {context.answering(question, respondent(context.briefing, question, fact)).url for fact in here}
        by_side = [
            replace(
                of,
                rows=tuple(row for row in of.rows if row.respondent.url in speaking),
                absent=() if kept.is_part else of.absent,
            )
            for of in view.by_side
        ]
        prose = () if kept.is_part else question.note
        return {
            "sides": told,
            "by_side": tuple(of for of in by_side if of.rows or of.absent),
            "ledger": context.ledger(here, prose),
        }

    page = Page(KINDS["questions"].template, view)
    if len(absent) > MOST:
        view = replace(view, by_side=tuple(replace(of, absent=()) for of in view.by_side))
        name, runs = context.words["parts"]["absent"], [absent[n : n + MOST] for n in range(0, len(absent), MOST)]
        pages = [
            part_page(page, replace(bare(view), by_side=_absent_by_side(run)), *numbered("absent", name, n))
            for n, run in enumerate(runs)
        ]
        page = replace(page, view=view, parts={"absent": (Part(Link(name, pages[0].view.head.url), len(absent)),)})
        yield from pages
    yield from cut(context, page, facts, fill, most=SPOKEN)


def _told(context: RenderContext, question: Question, kept: Kept) -> tuple[Side, ...]:
    """The answers with their facts; where the page is cut, the first of them, with fewer facts if there are many."""
    if not kept.most:
        return tuple(side for side in _sides(context, question, kept) if side.cards)
    number = len(marks(context, question))
    fewer = replace(kept, most=max(1, min(kept.most, SPOKEN // number)))
    return tuple(islice(_sides(context, question, fewer), LINES))


def _absent_by_side(absent: Iterable[tuple[Link, Absence]]) -> tuple[AnswersOfSide, ...]:
    by_side: dict[Link, list[Absence]] = {}
    for side, one in absent:
        by_side.setdefault(side, []).append(one)
    return tuple(AnswersOfSide(side, (), tuple(of)) for side, of in by_side.items())


def question_view(context: RenderContext, question: Question) -> QuestionView:
    facts = [fact for fact, _ in context.briefing.answers_to(question.id)]
    articles = {fact.article for fact in facts} if question.asks == "sources" else set()
    answered = len({respondent(context.briefing, question, fact) for fact in facts})
    origins, by_side = voices(context.briefing, question, facts), tuple(_by_side(context, question))
    return QuestionView(
        head=context.head("questions", question.id, question.question, question.question),
        question=question.question,
        asks=question.asks,
        verdict=verdict(context.briefing, question),
        sign=sign(context, question),
        distinct=len(marks(context, question)),
        answered=answered,
        voices=distinct_count(answered, len(origins)),
        unnamed=are_unnamed(context.briefing, question, facts),
        unknown=sum(context.briefing.article(article).origin == "unknown" for article in articles & origins),
        by_side=by_side,
        empty=kinds_of_absence(one for side in by_side for one in side.absent),
        statements=comparison(context, question).statements,
        note=context.sentences(question.note),
        about=context.links(question.about),
        sides=tuple(_sides(context, question, Kept(context))),
        table=table(context, question.asks),
        ledger=context.ledger(facts, question.note),
    )


def _by_side(context: RenderContext, question: Question) -> Iterator[AnswersOfSide]:
    """Articles, or speakers by their sides, whoever answers first before others; sides that do not answer come last."""
    answers = facts_by_respondent(
        context.briefing, question, [fact for fact, _ in context.briefing.answers_to(question.id)]
    )
    rows = {id: _row(context, question, id, facts) for id, facts in answers.items()}
    absent = {one.statement.subject: one for one in absences_from(context, question)}
    if question.asks == "sources":
        yield AnswersOfSide(Link(""), tuple(rows.values()), tuple(absent.values()))
        return
    by_side = sides(context, rows, absent)
    for of in (of for of in by_side if of.speakers):
        yield AnswersOfSide(of.side, tuple(rows[id] for id in of.speakers), tuple(absent[id] for id in of.silent))
    others = tuple(absent[id] for of in by_side if not of.speakers for id in of.silent)
    if others:
        yield AnswersOfSide(Link(context.words["question"]["speakers"]["others"]), (), others)


def _row(context: RenderContext, question: Question, id: str, facts: list[BoundFact]) -> AnswerRow:
    office_or_origin = context.origin(id) if question.asks == "sources" else _office(context, id, facts[0])
    return AnswerRow(
        context.answering(question, id),
        office_or_origin,
        _times(context, question, facts) if question.asks == "sources" else "",  # a speaker's have their own dates
        answers_of_one(context, question, facts),
        tuple(Beside(how, n) for how, n in standing(context.briefing, question, facts).items()),
    )


def _office(context: RenderContext, speaker: str, fact: BoundFact) -> str:
    return context.role_at(speaker, context.briefing.article(fact.article).published)


def _times(context: RenderContext, question: Question, facts: list[BoundFact]) -> str:
    """When these facts answer, where not all answers are of one time."""
    times = periods(context.briefing, question)
    if len(times) < 2:
        return ""
    ids = {fact.id for fact in facts}
    return ", ".join(context.date(p.time) for p in times if any(fact.id in ids for fact in p.facts))


def _sides(context: RenderContext, question: Question, kept: Kept) -> Iterator[Side]:
    letters = marks(context, question)
    for group in answer_groups(context.briefing, question):
        cards = tuple(card(context, fact) for fact in kept(group.facts))
        letter = letters[context.briefing.form(question, group.facts[0])]
        yield Side(letter, group.answer, cards, _times(context, question, list(group.facts)))
