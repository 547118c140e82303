"""Where other articles answer what a fact answers: alike, or differently; the same answer need not be the same fact."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.analysis.agreement import AnswerGroup, FactAgreement, agreeing_articles, fact_agreements, origins
from generator.analysis.derived import Derived
from generator.briefing import Briefing
from generator.evidence.proving import BoundFact
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Link


@dataclass(frozen=True)
class Contradiction:
    """Another answer, and the first fact of each article that gives it, under the article's name."""

    answer: str
    facts: tuple[Link, ...]
    when: str = ""  # where it is of another time: then it contradicts nothing


@dataclass(frozen=True)
class Agreement:
    """A question to the articles that a fact answers, and who answers it alike or differently."""

    question: Link
    answer: str
    shared: str  # how many articles give this answer, the fact's own among them
    also: tuple[Link, ...]  # the first fact of each other article that gives it
    differs: tuple[Contradiction, ...]
    compatible: tuple[Contradiction, ...] = ()  # other answers, which need not exclude this one
    developments: tuple[Contradiction, ...] = ()
    statements: tuple[Derived, ...] = ()


@dataclass(frozen=True)
class AgreementCounts:
    """How many other articles answer alike, otherwise, or differently, over all questions of a fact; or empty."""

    same: str
    differs: str
    compatible: str
    development: str = ""  # the other times at which the answer is another


def agreement_counts(context: RenderContext, fact: BoundFact) -> AgreementCounts:
    compared = fact_agreements(context.briefing, fact)
    articles = agreeing_articles(compared)
    times = dict.fromkeys(context.date(period.time) for one in compared for period, _ in one.developments)
    return AgreementCounts(
        same=_elsewhere(context, fact, articles.alike),
        differs=_elsewhere(context, fact, articles.differing),
        compatible=_elsewhere(context, fact, articles.compatible),
        development=", ".join(times),
    )


def agreements(context: RenderContext, fact: BoundFact) -> Iterator[Agreement]:
    """One for each question to the articles that somebody else answers too."""
    for agreement in fact_agreements(context.briefing, fact):
        articles = {other.article for other in agreement.alike}
        yield Agreement(
            context.link(agreement.question.id),
            agreement.answer,
            article_count(context, {fact.article, *articles}),
            tuple(_named(context, other, fact) for other in agreement.alike),
            tuple(_contradiction(context, group, fact, articles) for group in agreement.otherwise),
            tuple(_contradiction(context, group, fact, articles) for group in agreement.compatible),
            tuple(
                _contradiction(context, group, fact, articles, context.date(period.time))
                for period, group in agreement.developments
            ),
            tuple(_statements(context.briefing, fact, agreement)),
        )


def article_count(context: RenderContext, articles: Collection[str]) -> str:
    """Two articles; or three articles of two origins, where some began in the same newsroom or agency."""
    origins = len({context.briefing.origin_of(article) for article in articles})
    counted = _counted(context, "articles", len(articles))
    return counted if origins == len(articles) else _counted(context, "origins", origins, articles=counted)


def number_word(context: RenderContext, n: int) -> str:
    """A small number as a word."""
    words = context.words["counts"]["spelt"]
    return str(words[n] if n < len(words) else n)


def _statements(briefing: Briefing, fact: BoundFact, agreement: FactAgreement) -> Iterator[Derived]:
    """What the card says of the fact beside others: each can be refuted by their answers."""
    question, alike = agreement.question.id, tuple(other.id for other in agreement.alike)
    if len(origins(briefing, (fact, *agreement.alike))) > 1:
        yield Derived("agreement", fact.id, question, (fact.id, *alike), agreement.answer)
    for group in agreement.otherwise:
        facts = (fact.id, *(other.id for other in group.facts))
        yield Derived("difference", fact.id, question, facts, f"{agreement.answer} ≠ {group.answer}")
    for _, group in agreement.developments:
        yield Derived("development", fact.id, question, tuple(other.id for other in group.facts), group.answer)


def _contradiction(
    context: RenderContext, group: AnswerGroup, fact: BoundFact, both: Collection[str], when: str = ""
) -> Contradiction:
    """An article that gives the fact's answer too says so."""
    links = ((other, _named(context, other, fact)) for other in group.facts)
    form = context.words["card"]["both"]
    named = (Link(form.format(article=to.name), to.url) if other.article in both else to for other, to in links)
    return Contradiction(group.answer, tuple(named), when)


def _named(context: RenderContext, other: BoundFact, fact: BoundFact) -> Link:
    same = other.article == fact.article
    return Link(context.words["card"]["same_article"] if same else context.article(other.article).name, other.url)


def _elsewhere(context: RenderContext, fact: BoundFact, articles: Collection[str]) -> str:
    others = set(articles) - {fact.article}
    return article_count(context, others) if others else str(context.words["card"]["same_article"]) if articles else ""


def _counted(context: RenderContext, what: str, n: int, **more: str) -> str:
    form = context.words["counts"][what]["one" if n == 1 else "other"]
    return str(form.format(n=number_word(context, n), **more))
