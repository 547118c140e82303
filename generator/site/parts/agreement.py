"""Where other articles answer what a fact answers: alike, or differently; the same answer need not be the same fact."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from generator.analysis.agreement import AnswerGroup, FactAgreement, agreeing_articles, fact_agreements, origins
from generator.analysis.derived import Derived, Kind
from generator.briefing import Briefing
from generator.evidence.proving import BoundFact
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Link


@dataclass(frozen=True)
class Contradiction:
    """Another answer, and the first fact of each article that gives it, under the article's name."""

    answer: str
    facts: tuple[Link, ...]
    statement: Derived
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
    agrees: Derived | None = None  # with what began elsewhere


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
        articles = {fact.article, *(other.article for other in agreement.alike)}
        yield Agreement(
            context.link(agreement.question.id),
            agreement.answer,
            article_count(context, articles),
            tuple(_named(context, other, fact) for other in agreement.alike),
            tuple(_contradiction(context, agreement, group, fact, "difference") for group in agreement.otherwise),
            tuple(_contradiction(context, agreement, group, fact, "compatible") for group in agreement.compatible),
            tuple(
                _contradiction(context, agreement, group, fact, "development", context.date(period.time))
                for period, group in agreement.developments
            ),
            _agrees(context.briefing, fact, agreement),
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


def _agrees(briefing: Briefing, fact: BoundFact, agreement: FactAgreement) -> Derived | None:
    """Articles of one origin agree in nothing."""
    facts = (fact, *agreement.alike)
    if len(origins(briefing, facts)) < 2:
        return None
    return Derived("agreement", fact.id, agreement.question.id, tuple(one.id for one in facts), agreement.answer)


def _contradiction(
    context: RenderContext, agreement: FactAgreement, group: AnswerGroup, fact: BoundFact, kind: Kind, when: str = ""
) -> Contradiction:
    """An article that gives the fact's answer too says so."""
    both = {other.article for other in agreement.alike}
    links = ((other, _named(context, other, fact)) for other in group.facts)
    form = context.words["card"]["both"]
    named = (replace(to, name=form.format(article=to.name)) if other.article in both else to for other, to in links)
    return Contradiction(group.answer, tuple(named), _beside(agreement, group, fact, kind), when)


def _beside(agreement: FactAgreement, group: AnswerGroup, fact: BoundFact, kind: Kind) -> Derived:
    """The other answer as a statement that can be refuted by the facts that give the two."""
    question, others = agreement.question.id, tuple(other.id for other in group.facts)
    if kind == "development":
        return Derived(kind, fact.id, question, others, group.answer)
    return Derived(kind, fact.id, question, (fact.id, *others), f"{agreement.answer} ≠ {group.answer}")


def _named(context: RenderContext, other: BoundFact, fact: BoundFact) -> Link:
    if other.article == fact.article:
        return Link(context.words["card"]["same_article"], other.url)
    return context.source_link(other.article, other.url)


def _elsewhere(context: RenderContext, fact: BoundFact, articles: Collection[str]) -> str:
    others = set(articles) - {fact.article}
    return article_count(context, others) if others else str(context.words["card"]["same_article"]) if articles else ""


def _counted(context: RenderContext, what: str, n: int, **more: str) -> str:
    form = context.words["counts"][what]["one" if n == 1 else "other"]
    return str(form.format(n=number_word(context, n), **more))
