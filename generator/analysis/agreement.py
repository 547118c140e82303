"""How the answers to a question stand to one another: who agrees, who differs, who is silent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from generator.briefing import Briefing
from generator.content.registries import Question
from generator.evidence.proving import BoundFact

# `compatible`: answers in other words that need not exclude one another
# `repeated`: several articles say the same, and all of them have it from one origin
Verdict = Literal["differ", "compatible", "agree", "repeated", "single", "silent"]


def verdict(briefing: Briefing, question: Question) -> Verdict:
    """Several articles agree where their reporting began in several places; what one origin says is no agreement."""
    answers = briefing.answers_to(question.id)
    if not answers:
        return "silent"
    if briefing.differs(question):
        return "differ" if briefing.disagrees(question) else "compatible"
    if len({origin_of_answer(briefing, question, fact) for fact, _ in answers}) > 1:
        return "agree"
    return "repeated" if len({respondent(question, fact) for fact, _ in answers}) > 1 else "single"


def silent(briefing: Briefing, question: Question) -> tuple[str, ...]:
    """Articles of the same days, or speakers heard on the same themes, that do not answer."""
    answered = {respondent(question, fact) for fact, _ in briefing.answers_to(question.id)}
    if question.asks == "sources":
        return tuple(article for article in expected_articles(briefing, question) if article not in answered)
    themes = [subject for subject in question.about if subject in briefing.content.themes]
    leaders = briefing.content.leaders
    heard = {fact.who for theme in themes for fact in briefing.facts_on(theme)} & leaders.keys()
    return tuple(sorted((id for id in heard if id and id not in answered), key=lambda id: (leaders[id].name, id)))


def expected_articles(briefing: Briefing, question: Question) -> tuple[str, ...]:
    """The articles of the days on which any article answers: of those, silence means something."""
    days = {briefing.article(fact.article).published.text for fact, _ in briefing.answers_to(question.id)}
    return tuple(article for article in briefing.articles if briefing.article(article).published.text in days)


def respondent(question: Question, fact: BoundFact) -> str:
    """Who answers: the article, or the speaker; a speaker without a name is the channel."""
    return fact.article if question.asks == "sources" else fact.who or fact.via or fact.article


def origin_of_answer(briefing: Briefing, question: Question, fact: BoundFact) -> str:
    """What counts as one: a speaker, or all articles of one origin."""
    return briefing.origin_of(fact.article) if question.asks == "sources" else respondent(question, fact)


def distinct_count(voices: Iterable[str]) -> int:
    """How many different voices, if some are the same."""
    heard = list(voices)
    return len(set(heard)) if len(set(heard)) < len(heard) else 0
