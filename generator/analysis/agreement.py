"""How the answers to a question stand to one another: who agrees, who differs, and what is only of another time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Literal, get_args

from generator.analysis.derived import Derived
from generator.analysis.development import Period, period_of, periods
from generator.analysis.voices import independent_voices, is_one_voice, voice_of
from generator.briefing import Briefing, normalised_answer
from generator.content.registries import Question
from generator.evidence.proving import BoundFact

# `differ`: answers of one time, of two articles or voices, that exclude one another; `within`: all are inside one
# `compatible`: answers in other words that need not exclude one another
# `development`: answers that differ only from one time to another
# `repeated`: several articles say the same, and all of them have it from one origin
# `wording`: the question is one of wording or spelling; no difference in substance
Verdict = Literal[
    "differ", "within", "compatible", "development", "agree", "repeated", "single", "silent", "wording"
]  # fmt: skip


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
    otherwise: tuple[AnswerGroup, ...]  # each other answer of the same time, with the first fact of each article
    developments: tuple[tuple[Period, AnswerGroup], ...] = ()  # each other answer of another time


@dataclass(frozen=True)
class AgreeingArticles:
    """The articles that answer as a fact does, otherwise, or differently, over all its questions to the articles."""

    alike: frozenset[str]
    differing: frozenset[str]
    compatible: frozenset[str]


@dataclass(frozen=True)
class SharedAnswer:
    """One answer that several articles report, and the facts that give it; of a speaker where speakers are asked."""

    question: Question
    speaker: str
    group: AnswerGroup


def verdict(briefing: Briefing, question: Question) -> Verdict:
    """All answers to a question, whenever they were given."""
    times = periods(briefing, question)
    facts = [fact for period in times for fact in period.facts]
    if not facts:
        return "silent"
    if not briefing.differs(question):
        return _verdict_of_one_answer(briefing, question, facts)
    if question.wording:
        return "wording"
    if question.compatible:
        return "compatible"
    verdicts = {verdict_of_period(briefing, question, period.facts) for period in times}
    return "differ" if "differ" in verdicts else "within" if "within" in verdicts else "development"


def verdict_of_period(briefing: Briefing, question: Question, facts: Iterable[BoundFact]) -> Verdict:
    """How the answers of one time stand: those of two articles, or two voices, come before those inside one."""
    answers = tuple(facts)
    apart = [pair for pair in combinations(answers, 2) if _form(question, pair[0]) != _form(question, pair[1])]
    if not apart:
        return _verdict_of_one_answer(briefing, question, answers) if answers else "silent"
    if not question.excludes:
        return "wording" if question.wording else "compatible"
    within = (is_within_one(briefing, question, one, other) for one, other in apart)
    return "within" if all(within) else "differ"


def verdict_of_fact(briefing: Briefing, fact: BoundFact) -> Verdict | None:
    """A fact stands as the answers of its time do to its questions to the articles; a difference outweighs the rest."""
    questions = (briefing.content.questions[id] for id in fact.answers)
    verdicts = {_verdict_at(briefing, question, fact) for question in questions if question.asks == "sources"}
    return next((v for v in get_args(Verdict) if v in verdicts), None)


def are_one_voice(briefing: Briefing, question: Question, one: BoundFact, other: BoundFact) -> bool:
    """Whether two answers come from one origin, from one body, or from a group and one of its members."""
    voices = voice_of(briefing, question, one), voice_of(briefing, question, other)
    return voices[0] == voices[1] or (question.asks == "speakers" and is_one_voice(briefing, *voices))


def is_within_one(briefing: Briefing, question: Question, one: BoundFact, other: BoundFact) -> bool:
    """Whether two answers stand inside one article, or speakers of one voice give them; one origin may err twice."""
    if question.asks == "sources":
        return one.article == other.article
    return are_one_voice(briefing, question, one, other)


def answer_groups(
    briefing: Briefing, question: Question, among: Iterable[BoundFact] | None = None
) -> tuple[AnswerGroup, ...]:
    """Answers are one if their normalised form is; the one that is given first comes first."""
    groups: dict[str, list[BoundFact]] = {}
    facts = (fact for fact, _ in briefing.answers_to(question.id)) if among is None else among
    for fact in facts:
        groups.setdefault(_form(question, fact), []).append(fact)
    return tuple(AnswerGroup(facts[0].answers[question.id], tuple(facts)) for facts in groups.values())


def fact_agreements(briefing: Briefing, fact: BoundFact) -> tuple[FactAgreement, ...]:
    """A fact is compared in each question to the articles that another article answers too, or its own otherwise.

    No article confirms itself, but it may contradict itself.
    """
    questions = (briefing.content.questions[id] for id in fact.answers)
    compared = (_fact_agreement(briefing, question, fact) for question in questions if question.asks == "sources")
    return tuple(one for one in compared if one.alike or one.otherwise or one.developments)


def agreeing_articles(agreements: Iterable[FactAgreement]) -> AgreeingArticles:
    """An article counts once for each way in which it answers; an answer of another time is no way of differing."""
    alike: set[str] = set()
    differing: set[str] = set()
    compatible: set[str] = set()
    for agreement in agreements:
        alike.update(fact.article for fact in agreement.alike)
        others = {fact.article for group in agreement.otherwise for fact in group.facts}
        (differing if agreement.question.excludes else compatible).update(others)
    return AgreeingArticles(frozenset(alike), frozenset(differing), frozenset(compatible))


def shared_answers(briefing: Briefing, event: str) -> tuple[SharedAnswer, ...]:
    """What several articles report of an event: the same answer to the same question, at its time, from two origins.

    Where speakers are asked, it is the answer of the same speaker; they come in the order of the questions.
    """
    shared: list[SharedAnswer] = []
    for question in briefing.content.questions.values():
        for period in periods(briefing, question):
            if question.wording or not any(fact.event == event for fact in period.facts):
                continue
            for speaker, facts in _by_speaker(question, period.facts).items():
                groups = answer_groups(briefing, question, facts)
                shared += [SharedAnswer(question, speaker, g) for g in groups if len(origins(briefing, g.facts)) > 1]
    return tuple(shared)


def comparison_statements(briefing: Briefing, question: Question, facts: Iterable[BoundFact]) -> tuple[Derived, ...]:
    """The difference between answers of one time, or the agreement in one, as statements that can be refuted."""
    groups = answer_groups(briefing, question, facts)
    ids = tuple(fact.id for group in groups for fact in group.facts)
    verdict = verdict_of_period(briefing, question, [fact for group in groups for fact in group.facts])
    answers = " ≠ ".join(group.answer for group in groups)
    kinds = {"differ": "difference", "agree": "agreement"}
    return (Derived(kinds[verdict], question.id, question.id, ids, answers),) if verdict in kinds else ()  # type: ignore[arg-type]


def verdict_statement(question: Question, verdict: Verdict, facts: Iterable[BoundFact]) -> Derived:
    """How the answers of these facts stand to one another, as a statement that can be refuted."""
    return Derived("verdict", question.id, question.id, tuple(fact.id for fact in facts), verdict)


def expected_articles(briefing: Briefing, question: Question) -> tuple[str, ...]:
    """The articles of the days on which any article answers: of those, silence may mean something."""
    days = {briefing.article(fact.article).published.text for fact, _ in briefing.answers_to(question.id)}
    return tuple(article for article in briefing.curated if briefing.article(article).published.text in days)


def expected_respondents(briefing: Briefing, question: Question) -> tuple[str, ...]:
    """Who does not answer, of the articles of the same days, or of the speakers heard on the same themes."""
    answered = {respondent(question, fact) for fact, _ in briefing.answers_to(question.id)}
    if question.asks == "sources":
        return tuple(article for article in expected_articles(briefing, question) if article not in answered)
    themes = [subject for subject in question.about if subject in briefing.content.themes]
    leaders = briefing.content.leaders
    heard = {fact.who for theme in themes for fact in briefing.facts_on(theme)} & leaders.keys()
    return tuple(sorted((id for id in heard if id and id not in answered), key=lambda id: (leaders[id].name, id)))


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


def origins(briefing: Briefing, facts: Iterable[BoundFact]) -> frozenset[str]:
    """Where the reporting of some facts began."""
    return frozenset(briefing.origin_of(fact.article) for fact in facts)


def voices(briefing: Briefing, question: Question, facts: Iterable[BoundFact]) -> frozenset[str]:
    """The origins, or the independent voices of speakers, that answer by these facts."""
    all_voices = [voice_of(briefing, question, fact) for fact in facts]
    return frozenset(all_voices) if question.asks == "sources" else independent_voices(briefing, all_voices)


def distinct_count(respondents: int, voices: int) -> int:
    """How many different voices, if some are the same."""
    return voices if voices < respondents else 0


def _verdict_of_one_answer(briefing: Briefing, question: Question, facts: Iterable[BoundFact]) -> Verdict:
    """Several agree where they are several voices; what one origin or one body says is no agreement."""
    answers = tuple(facts)
    if len(voices(briefing, question, answers)) > 1:
        return "agree"
    return "repeated" if len({respondent(question, fact) for fact in answers}) > 1 else "single"


def _verdict_at(briefing: Briefing, question: Question, fact: BoundFact) -> Verdict:
    """The verdict on the answers of the time of one; a single answer may have another at another time."""
    period = period_of(periods(briefing, question), fact)
    of_time = verdict_of_period(briefing, question, period.facts if period else ())
    if of_time not in ("single", "repeated"):
        return of_time
    return "development" if question.excludes and briefing.differs(question) else verdict(briefing, question)


def _fact_agreement(briefing: Briefing, question: Question, fact: BoundFact) -> FactAgreement:
    times = periods(briefing, question)
    own, same = period_of(times, fact), _form(question, fact)
    alike = [f for f, _ in briefing.answers_to(question.id) if _form(question, f) == same and f.article != fact.article]
    others = [(period, group) for period in times for group in answer_groups(briefing, question, period.facts)]
    apart = [(p, AnswerGroup(g.answer, _first_by_article(g.facts))) for p, g in others if g.normalised != same]
    return FactAgreement(
        question,
        fact.answers[question.id],
        _first_by_article(alike),
        tuple(group for period, group in apart if period == own),
        tuple((period, group) for period, group in apart if period != own),
    )


def _by_speaker(question: Question, facts: Iterable[BoundFact]) -> Mapping[str, list[BoundFact]]:
    """Facts by who speaks, where speakers are asked and have a name; else all together."""
    if question.asks == "sources":
        return {"": list(facts)}
    return facts_by_respondent(question, (fact for fact in facts if fact.who))


def _first_by_article(facts: Iterable[BoundFact]) -> tuple[BoundFact, ...]:
    first: dict[str, BoundFact] = {}
    for fact in facts:
        first.setdefault(fact.article, fact)
    return tuple(first.values())


def _form(question: Question, fact: BoundFact) -> str:
    return normalised_answer(fact.answers[question.id])
