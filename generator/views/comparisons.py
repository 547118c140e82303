"""How the answers to a question stand to one another."""

from __future__ import annotations

from collections.abc import Iterable

from generator.briefing import Briefing, alike
from generator.content.registries import Question
from generator.evidence.proving import BoundFact
from generator.views.book import Book
from generator.views.page import Answer, Comparison, Verdict

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def comparison(book: Book, question: Question) -> Comparison:
    letters = marks(book, question)
    answers: dict[str, tuple[str, dict[str, str]]] = {}
    for fact, answer in book.briefing.answers_to(question.id):
        answers.setdefault(alike(answer), (answer, {}))[1][by(question, fact)] = voice(book.briefing, question, fact)
    return Comparison(
        book.link(question.id),
        verdict(book.briefing, question),
        tuple(
            Answer(letters[form], text, tuple(book.answering(question, id) for id in voices), fewer(voices.values()))
            for form, (text, voices) in answers.items()
        ),
        tuple(book.answering(question, id) for id in silent(book, question)),
    )


def differences(book: Book, facts: Iterable[BoundFact], subject: str = "") -> tuple[Comparison, ...]:
    """The questions to sources that are answered in other words, and that these facts answer or that are about it.

    Those whose answers exclude one another come first.
    """
    asked = {id for fact in facts for id in fact.fact.answers}
    questions = [q for q in book.briefing.content.questions.values() if q.asks == "sources"]
    touched = [q for q in questions if q.id in asked or subject in q.about]
    apart = sorted((q for q in touched if book.briefing.differs(q)), key=lambda q: q.compatible is not None)
    return tuple(comparison(book, question) for question in apart)


def verdict(briefing: Briefing, question: Question) -> Verdict:
    """Several articles agree where their reporting began in several places; what one origin says is no agreement."""
    answers = briefing.answers_to(question.id)
    if not answers:
        return "silent"
    if briefing.differs(question):
        return "differ" if briefing.disagrees(question) else "compatible"
    if len({voice(briefing, question, fact) for fact, _ in answers}) > 1:
        return "agree"
    return "repeated" if len({by(question, fact) for fact, _ in answers}) > 1 else "single"


def silent(book: Book, question: Question) -> tuple[str, ...]:
    """Articles of the same days, or speakers heard on the same themes, that do not answer."""
    briefing = book.briefing
    answered = {by(question, fact) for fact, _ in briefing.answers_to(question.id)}
    if question.asks == "sources":
        return tuple(article for article in asked(book, question) if article not in answered)
    themes = [subject for subject in question.about if subject in briefing.content.themes]
    heard = {fact.fact.who for theme in themes for fact in briefing.facts_on(theme)} & briefing.content.leaders.keys()
    return tuple(sorted((id for id in heard if id and id not in answered), key=lambda id: (book.link(id).name, id)))


def asked(book: Book, question: Question) -> tuple[str, ...]:
    """The articles of the days on which any article answers: of those, silence means something."""
    briefing = book.briefing
    days = {briefing.article(fact.article).published.text for fact, _ in briefing.answers_to(question.id)}
    return tuple(article for article in briefing.articles if briefing.article(article).published.text in days)


def by(question: Question, fact: BoundFact) -> str:
    """Who answers: the article, or the speaker; a speaker without a name is the channel."""
    return fact.article if question.asks == "sources" else fact.fact.who or fact.fact.via or fact.article


def voice(briefing: Briefing, question: Question, fact: BoundFact) -> str:
    """What counts as one: a speaker, or all articles of one origin."""
    return briefing.origin_of(fact.article) if question.asks == "sources" else by(question, fact)


def marks(book: Book, question: Question) -> dict[str, str]:
    """The letter of each answer, by its comparable form, in order of first appearance."""
    forms = dict.fromkeys(alike(answer) for _, answer in book.briefing.answers_to(question.id))
    return {form: LETTERS[number % len(LETTERS)] for number, form in enumerate(forms)}


def fewer(voices: Iterable[str]) -> int:
    """How many different voices, if some are the same."""
    heard = list(voices)
    return len(set(heard)) if len(set(heard)) < len(heard) else 0
