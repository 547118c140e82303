"""How the answers to a question stand to one another, and who stands where."""

from __future__ import annotations

from collections.abc import Iterable

from generator.briefing import BoundFact
from generator.content.model import Question
from generator.views.book import Book
from generator.views.page import Answer, Comparison, Given, Link, Position, Source, Verdict

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def alike(answer: str) -> str:
    """The form in which two answers are the same."""
    return " ".join(answer.casefold().split())


def marks(book: Book, question: Question) -> dict[str, str]:
    """The letter of each answer, by its comparable form, in order of first appearance."""
    forms = dict.fromkeys(alike(answer) for _, answer in book.briefing.answers_to(question.id))
    return {form: LETTERS[number % len(LETTERS)] for number, form in enumerate(forms)}


def by(question: Question, fact: BoundFact) -> str:
    """Who answers: the article, or the speaker; a speaker without a name is the channel."""
    return fact.article if question.asks == "sources" else fact.fact.who or fact.fact.via or fact.article


def verdict(book: Book, question: Question) -> Verdict:
    answers = book.briefing.answers_to(question.id)
    if not answers:
        return "silent"
    if book.briefing.differs(question):
        return "differ"
    return "agree" if len({by(question, fact) for fact, _ in answers}) > 1 else "single"


def silent(book: Book, question: Question) -> tuple[Link, ...]:
    """Articles of the same days, or speakers heard on the same themes, that do not answer."""
    briefing = book.briefing
    answered = {by(question, fact) for fact, _ in briefing.answers_to(question.id)}
    if question.asks == "sources":
        days = {briefing.article(article).published.text for article in answered}
        ids = [a for a in briefing.articles if briefing.article(a).published.text in days and a not in answered]
        return tuple(map(book.link, ids))
    themes = [subject for subject in question.about if subject in briefing.content.themes]
    heard = {fact.fact.who for theme in themes for fact in briefing.facts_on(theme)} & briefing.content.leaders.keys()
    return book.links(id for id in heard if id and id not in answered)


def comparison(book: Book, question: Question) -> Comparison:
    letters = marks(book, question)
    answers: dict[str, tuple[str, list[str]]] = {}
    for fact, answer in book.briefing.answers_to(question.id):
        answers.setdefault(alike(answer), (answer, []))[1].append(by(question, fact))
    return Comparison(
        book.link(question.id),
        verdict(book, question),
        tuple(
            Answer(letters[form], text, tuple(book.link(who) for who in dict.fromkeys(ids)))
            for form, (text, ids) in answers.items()
        ),
        silent(book, question),
    )


def differences(book: Book, facts: Iterable[BoundFact]) -> tuple[Comparison, ...]:
    """The questions to sources whose answers differ and that these facts answer."""
    asked = {id for fact in facts for id in fact.fact.answers}
    questions = [q for q in book.briefing.content.questions.values() if q.id in asked and q.asks == "sources"]
    return tuple(comparison(book, q) for q in questions if book.briefing.differs(q))


def positions(book: Book, facts: Iterable[BoundFact], *, of_one: bool = False) -> tuple[Position, ...]:
    """The answers that these facts give to questions to speakers; `of_one` speaker, they come by article."""
    given: dict[str, list[Given]] = {}
    for fact in facts:
        for id, answer in fact.fact.answers.items():
            if book.briefing.content.questions[id].asks == "speakers":
                who = book.link(fact.article if of_one else by(book.briefing.content.questions[id], fact))
                source = Source(len(given.get(id, [])) + 1, fact.fact.say, fact.url)
                given.setdefault(id, []).append(Given(who, book.occasion(fact).name, answer, source))
    order = [id for id in book.briefing.content.questions if id in given]
    return tuple(Position(book.link(id), tuple(given[id])) for id in order)
