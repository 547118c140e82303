"""Where other articles answer what a fact answers: alike, or differently; the same answer need not be the same fact."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.briefing import alike
from generator.content.registries import Question
from generator.evidence.proving import BoundFact
from generator.site.parts.context import Book
from generator.site.parts.page import Link


@dataclass(frozen=True)
class Dissent:
    """Another answer, and the first fact of each article that gives it, under the article's name."""

    answer: str
    facts: tuple[Link, ...]


@dataclass(frozen=True)
class Echo:
    """A question to the articles that a fact answers, and who answers it alike or differently."""

    question: Link
    answer: str
    shared: str  # how many articles give this answer, the fact's own among them
    also: tuple[Link, ...]  # the first fact of each other article that gives it
    differs: tuple[Dissent, ...]
    compatible: bool = False  # the other answers need not exclude this one


@dataclass(frozen=True)
class Tally:
    """How many other articles answer alike, otherwise, or differently, over all questions of a fact; or empty."""

    same: str
    differs: str
    compatible: str


def tally(book: Book, fact: BoundFact) -> Tally:
    same: set[str] = set()
    differs: set[str] = set()
    compatible: set[str] = set()
    for id, answer in fact.fact.answers.items():
        question = book.briefing.content.questions[id]
        for other, given in book.briefing.answers_to(id) if question.asks == "sources" else ():
            if alike(given) == alike(answer):
                same |= {other.article} - {fact.article}
            else:
                (compatible if question.compatible else differs).add(other.article)
    return Tally(*(_elsewhere(book, fact, articles) for articles in (same, differs, compatible)))


def echoes(book: Book, fact: BoundFact) -> Iterator[Echo]:
    """One for each question to the articles that somebody else answers too."""
    for id, answer in fact.fact.answers.items():
        question = book.briefing.content.questions[id]
        if question.asks == "sources":
            also = _also(book, question, fact, answer)
            differs = _differs(book, question, fact, answer, {other.article for other in also})
            if also or differs:
                shared = by_how_many(book, {fact.article, *(other.article for other in also)})
                links = tuple(_named(book, other, fact) for other in also)
                yield Echo(book.link(id), answer, shared, links, differs, question.compatible is not None)


def by_how_many(book: Book, articles: Collection[str]) -> str:
    """Two articles; or three articles of two origins, where some began in the same newsroom or agency."""
    origins = len({book.briefing.origin_of(article) for article in articles})
    counted = _counted(book, "articles", len(articles))
    return counted if origins == len(articles) else _counted(book, "origins", origins, articles=counted)


def spelt(book: Book, n: int) -> str:
    """A small number as a word."""
    words = book.words["counts"]["spelt"]
    return str(words[n] if n < len(words) else n)


def _also(book: Book, question: Question, fact: BoundFact, answer: str) -> list[BoundFact]:
    found: dict[str, BoundFact] = {}
    for other, given in book.briefing.answers_to(question.id):
        if other.article != fact.article and alike(given) == alike(answer):
            found.setdefault(other.article, other)
    return list(found.values())


def _differs(
    book: Book, question: Question, fact: BoundFact, answer: str, also: Collection[str]
) -> tuple[Dissent, ...]:
    """An article may contradict itself; one that gives this answer too says so."""
    found: dict[str, tuple[str, dict[str, Link]]] = {}
    for other, given in book.briefing.answers_to(question.id):
        if alike(given) != alike(answer):
            by_article = found.setdefault(alike(given), (given, {}))[1]
            link = _named(book, other, fact)
            both = book.words["card"]["both"].format(article=link.name)
            by_article.setdefault(other.article, Link(both, link.url) if other.article in also else link)
    return tuple(Dissent(given, tuple(links.values())) for given, links in found.values())


def _named(book: Book, other: BoundFact, fact: BoundFact) -> Link:
    same = other.article == fact.article
    return Link(book.words["card"]["same_article"] if same else book.article(other.article).name, other.url)


def _elsewhere(book: Book, fact: BoundFact, articles: Collection[str]) -> str:
    others = set(articles) - {fact.article}
    return by_how_many(book, others) if others else str(book.words["card"]["same_article"]) if articles else ""


def _counted(book: Book, what: str, n: int, **more: str) -> str:
    form = book.words["counts"][what]["one" if n == 1 else "other"]
    return str(form.format(n=spelt(book, n), **more))
