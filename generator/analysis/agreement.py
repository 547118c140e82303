"""How the answers to a question stand to one another: who agrees, who differs, who is silent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from generator.briefing import Briefing, normalised_answer
from generator.content.registries import Question
from generator.evidence.proving import BoundFact

# `compatible`: answers in other words that need not exclude one another
# `repeated`: several articles say the same, and all of them have it from one origin
Verdict = Literal["differ", "compatible", "agree", "repeated", "single", "silent"]


@dataclass(frozen=True)
class AnswerGroup:
    """One answer in the words in which it was first given, and the facts that give it, in order of reading."""

    answer: str
    facts: tuple[BoundFact, ...]

    @cached_property
    def normalised(self) -> str:
        return normalised_answer(self.answer)


@dataclass(frozen=True)
class FactAgreement:
    """An answer of a fact to a question to the articles, beside those of all other facts."""

    question: Question
    answer: str
    alike: tuple[BoundFact, ...]  # the first fact of each other article that gives it
    otherwise: tuple[AnswerGroup, ...]  # each other answer, with the first fact of each article that gives it


@dataclass(frozen=True)
class AgreeingArticles:
    """The articles that answer as a fact does, otherwise, or differently, over all its questions to the articles."""

    alike: frozenset[str]
    differing: frozenset[str]
    compatible: frozenset[str]


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


def verdict_of_fact(briefing: Briefing, fact: BoundFact) -> Verdict | None:
    """A fact stands as its questions to the articles do; one whose answers differ outweighs the rest."""
    questions = (briefing.content.questions[id] for id in fact.answers)
    verdicts = {verdict(briefing, question) for question in questions if question.asks == "sources"}
    return next((v for v in get_args(Verdict) if v in verdicts), None)


def answer_groups(briefing: Briefing, question: Question) -> tuple[AnswerGroup, ...]:
    """Answers are one if their normalised form is; the one that is given first comes first."""
    groups: dict[str, list[BoundFact]] = {}
    for fact, answer in briefing.answers_to(question.id):
        groups.setdefault(normalised_answer(answer), []).append(fact)
    return tuple(AnswerGroup(facts[0].answers[question.id], tuple(facts)) for facts in groups.values())


def fact_agreements(briefing: Briefing, fact: BoundFact) -> tuple[FactAgreement, ...]:
    """A fact is compared in each question to the articles that another article answers too, or its own otherwise.

    No article confirms itself, but it may contradict itself.
    """
    questions = ((briefing.content.questions[id], answer) for id, answer in fact.answers.items())
    compared = (_fact_agreement(briefing, q, fact, answer) for q, answer in questions if q.asks == "sources")
    return tuple(one for one in compared if one.alike or one.otherwise)


def agreeing_articles(agreements: Iterable[FactAgreement]) -> AgreeingArticles:
    """An article counts once for each way in which it answers."""
    alike: set[str] = set()
    differing: set[str] = set()
    compatible: set[str] = set()
    for agreement in agreements:
        alike.update(fact.article for fact in agreement.alike)
        others = {fact.article for group in agreement.otherwise for fact in group.facts}
        (compatible if agreement.question.compatible else differing).update(others)
    return AgreeingArticles(frozenset(alike), frozenset(differing), frozenset(compatible))


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


def facts_by_respondent(question: Question, facts: Iterable[BoundFact]) -> Mapping[str, list[BoundFact]]:
    """Those of the facts that answer a question, by who answers; whoever answers first comes first."""
    groups: dict[str, list[BoundFact]] = {}
    for fact in facts:
        if question.id in fact.answers:
            groups.setdefault(respondent(question, fact), []).append(fact)
    return groups


def origin_of_answer(briefing: Briefing, question: Question, fact: BoundFact) -> str:
    """What counts as one: a speaker, or all articles of one origin."""
    return briefing.origin_of(fact.article) if question.asks == "sources" else respondent(question, fact)


def distinct_count(voices: Iterable[str]) -> int:
    """How many different voices, if some are the same."""
    all_voices = list(voices)
    return len(set(all_voices)) if len(set(all_voices)) < len(all_voices) else 0


def _fact_agreement(briefing: Briefing, question: Question, fact: BoundFact, answer: str) -> FactAgreement:
    by_article = [AnswerGroup(g.answer, _first_by_article(g.facts)) for g in answer_groups(briefing, question)]
    same = normalised_answer(answer)
    alike = (f for group in by_article if group.normalised == same for f in group.facts if f.article != fact.article)
    others = (group for group in by_article if group.normalised != same)
    return FactAgreement(question, answer, tuple(alike), tuple(others))


def _first_by_article(facts: Iterable[BoundFact]) -> tuple[BoundFact, ...]:
    first: dict[str, BoundFact] = {}
    for fact in facts:
        first.setdefault(fact.article, fact)
    return tuple(first.values())
