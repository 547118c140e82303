"""Where other articles answer what a fact answers: alike, or differently; the same answer need not be the same fact."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.briefing import normalised_answer
from generator.content.registries import Question
from generator.evidence.proving import BoundFact
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Link


@dataclass(frozen=True)
class Contradiction:
    """Another answer, and the first fact of each article that gives it, under the article's name."""

    answer: str
    facts: tuple[Link, ...]


@dataclass(frozen=True)
class Agreement:
    """A question to the articles that a fact answers, and who answers it alike or differently."""

    question: Link
    answer: str
    shared: str  # how many articles give this answer, the fact's own among them
    also: tuple[Link, ...]  # the first fact of each other article that gives it
    differs: tuple[Contradiction, ...]
    compatible: bool = False  # the other answers need not exclude this one


@dataclass(frozen=True)
class AgreementCounts:
    """How many other articles answer alike, otherwise, or differently, over all questions of a fact; or empty."""

    same: str
    differs: str
    compatible: str


def agreement_counts(context: RenderContext, fact: BoundFact) -> AgreementCounts:
    same: set[str] = set()
    differs: set[str] = set()
    compatible: set[str] = set()
    for id, answer in fact.answers.items():
        question = context.briefing.content.questions[id]
        for other, given in context.briefing.answers_to(id) if question.asks == "sources" else ():
            if normalised_answer(given) == normalised_answer(answer):
                same |= {other.article} - {fact.article}
            else:
                (compatible if question.compatible else differs).add(other.article)
    return AgreementCounts(*(_elsewhere(context, fact, articles) for articles in (same, differs, compatible)))


def agreements(context: RenderContext, fact: BoundFact) -> Iterator[Agreement]:
    """One for each question to the articles that somebody else answers too."""
    for id, answer in fact.answers.items():
        question = context.briefing.content.questions[id]
        if question.asks == "sources":
            also = _also(context, question, fact, answer)
            differs = _differs(context, question, fact, answer, {other.article for other in also})
            if also or differs:
                shared = article_count(context, {fact.article, *(other.article for other in also)})
                links = tuple(_named(context, other, fact) for other in also)
                yield Agreement(context.link(id), answer, shared, links, differs, question.compatible is not None)


def article_count(context: RenderContext, articles: Collection[str]) -> str:
    """Two articles; or three articles of two origins, where some began in the same newsroom or agency."""
    origins = len({context.briefing.origin_of(article) for article in articles})
    counted = _counted(context, "articles", len(articles))
    return counted if origins == len(articles) else _counted(context, "origins", origins, articles=counted)


def number_word(context: RenderContext, n: int) -> str:
    """A small number as a word."""
    words = context.words["counts"]["spelt"]
    return str(words[n] if n < len(words) else n)


def _also(context: RenderContext, question: Question, fact: BoundFact, answer: str) -> list[BoundFact]:
    found: dict[str, BoundFact] = {}
    for other, given in context.briefing.answers_to(question.id):
        if other.article != fact.article and normalised_answer(given) == normalised_answer(answer):
            found.setdefault(other.article, other)
    return list(found.values())


def _differs(
    context: RenderContext, question: Question, fact: BoundFact, answer: str, also: Collection[str]
) -> tuple[Contradiction, ...]:
    """An article may contradict itself; one that gives this answer too says so."""
    found: dict[str, tuple[str, dict[str, Link]]] = {}
    for other, given in context.briefing.answers_to(question.id):
        if normalised_answer(given) != normalised_answer(answer):
            by_article = found.setdefault(normalised_answer(given), (given, {}))[1]
            link = _named(context, other, fact)
            both = context.words["card"]["both"].format(article=link.name)
            by_article.setdefault(other.article, Link(both, link.url) if other.article in also else link)
    return tuple(Contradiction(given, tuple(links.values())) for given, links in found.values())


def _named(context: RenderContext, other: BoundFact, fact: BoundFact) -> Link:
    same = other.article == fact.article
    return Link(context.words["card"]["same_article"] if same else context.article(other.article).name, other.url)


def _elsewhere(context: RenderContext, fact: BoundFact, articles: Collection[str]) -> str:
    others = set(articles) - {fact.article}
    return article_count(context, others) if others else str(context.words["card"]["same_article"]) if articles else ""


def _counted(context: RenderContext, what: str, n: int, **more: str) -> str:
    form = context.words["counts"][what]["one" if n == 1 else "other"]
    return str(form.format(n=number_word(context, n), **more))
