"""How the answers to a question stand to one another: who agrees, who differs, and what is only of another time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, product
from typing import Literal, get_args

from generator.analysis.channels import speaker_of, words_beside_names
from generator.analysis.derived import Derived
from generator.analysis.development import Period, period_of, periods
from generator.analysis.once import once
from generator.analysis.voices import body_of, independent_voices, is_one_voice, of_one_voice, voice_of
from generator.briefing import Briefing
from generator.content.registries import Question
from generator.evidence.proving import BoundFact

# `differ`: answers of one time, of two articles or voices, that exclude one another; `within`: all are inside one
# `compatible`: answers in other words that need not exclude one another
# `development`: answers that exclude one another only from one time to another
# `repeated`: several articles say the same, and all of them have it from one origin
# `wording`: the question is one of wording or spelling; no difference in substance
Verdict = Literal[
    "differ", "compatible", "within", "development", "agree", "repeated", "single", "silent", "wording"
]  # fmt: skip
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)  # in the order in which they are shown


@dataclass(frozen=True)
class AnswerGroup:
    """One answer in the words in which it was first given, and the facts that give it, in order of reading."""

    answer: str
    facts: tuple[BoundFact, ...]


@dataclass(frozen=True)
class FactAgreement:
    """An answer of a fact to a question to the articles, beside those of all other facts."""

    question: Question
    answer: str
    alike: tuple[BoundFact, ...]  # the first fact of each other article that gives it
    otherwise: tuple[AnswerGroup, ...]  # each answer of the same time that excludes it, by the first of each article
    compatible: tuple[AnswerGroup, ...] = ()  # each other answer that it need not exclude
    developments: tuple[tuple[Period, AnswerGroup], ...] = ()  # each answer of another time that excludes it


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


@once
def verdict(briefing: Briefing, question: Question) -> Verdict:
    """All answers to a question, whenever they were given."""
    return verdict_of_periods(briefing, question, periods(briefing, question))


def verdict_of_period(briefing: Briefing, question: Question, facts: Iterable[BoundFact]) -> Verdict:
    """How the answers of one time stand: those of two articles, or two voices, come before those inside one."""
    answers = tuple(facts)
    if len({briefing.form(question, fact) for fact in answers}) < 2:
        return _verdict_of_one_answer(briefing, question, answers) if answers else "silent"
    given = _by_text(question, answers)
    apart = [pair for pair in combinations(given, 2) if briefing.exclude(question, pair[0][0], pair[1][0])]
    if not apart:
        return "wording" if question.wording else "compatible"
    within = (is_within_one(briefing, question, *pair) for texts in apart for pair in product(*texts))
    return "within" if all(within) else "differ"


def verdict_of_fact(briefing: Briefing, fact: BoundFact) -> Verdict | None:
    """A fact stands as the answers of its time do to what its article is asked; a difference outweighs the rest."""
    verdicts = {_verdict_at(briefing, question, fact) for question in _asked(briefing, fact)}
    return min(verdicts, key=VERDICTS.index, default=None)


def is_development(briefing: Briefing, question: Question, period: Period) -> bool:
    """Whether an answer of a time excludes one of another time; both times have to be certain."""
    return _is_development(briefing, question, period.facts[0])


@once
def _is_development(briefing: Briefing, question: Question, first: BoundFact) -> bool:
    """The same of the time of which this is the first answer."""
    period = period_of(briefing, question, first)
    times = [other for other in periods(briefing, question) if other.is_certain and other != period]
    others = [fact for other in times for fact in other.facts] if period.is_certain else []
    return _are_apart(briefing, question, period.facts, others)


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
    """Answers are one if their form is; the one that is given first comes first."""
    groups: dict[str, list[BoundFact]] = {}
    facts = (fact for fact, _ in briefing.answers_to(question.id)) if among is None else among
    for fact in facts:
        groups.setdefault(briefing.form(question, fact), []).append(fact)
    return tuple(AnswerGroup(facts[0].answers[question.id], tuple(facts)) for facts in groups.values())


def fact_agreements(briefing: Briefing, fact: BoundFact) -> tuple[FactAgreement, ...]:
    """A fact is compared in each question to the articles that another article answers too, or its own otherwise.

    No article confirms itself, but it may contradict itself.
    """
    compared = (_fact_agreement(briefing, question, fact) for question in _asked(briefing, fact))
    return tuple(one for one in compared if one.alike or one.otherwise or one.compatible or one.developments)


def agreeing_articles(agreements: Iterable[FactAgreement]) -> AgreeingArticles:
    """An article counts once for each way in which it answers; an answer of another time is no way of differing."""
    alike: set[str] = set()
    differing: set[str] = set()
    compatible: set[str] = set()
    for agreement in agreements:
        alike.update(fact.article for fact in agreement.alike)
        differing.update(fact.article for group in agreement.otherwise for fact in group.facts)
        compatible.update(fact.article for group in agreement.compatible for fact in group.facts)
    return AgreeingArticles(frozenset(alike), frozenset(differing), frozenset(compatible))


def shared_answers(briefing: Briefing, event: str) -> tuple[SharedAnswer, ...]:
    """What several articles report of an event: the same answer to the same question, at its time, from two origins.

    All who give it tell of the event. Where speakers are asked, it is the answer of the same speaker; they come in the
    order of the questions.
    """
    return tuple(
        SharedAnswer(question, speaker, group)
        for question, of_period in _by_event(briefing).get(event, ())
        for speaker, facts in _by_speaker(briefing, question, of_period).items()
        for group in answer_groups(briefing, question, facts)
        if len(origins(briefing, group.facts)) > 1
    )


@once
def _by_event(briefing: Briefing) -> Mapping[str, list[tuple[Question, list[BoundFact]]]]:
    """What answers each question at each time, by the event that it tells of; a question of wording asks none."""
    told: dict[str, list[tuple[Question, list[BoundFact]]]] = {}
    for question in briefing.content.questions.values():
        for period in () if question.wording else periods(briefing, question):
            of_event: dict[str, list[BoundFact]] = {}
            for fact in period.facts:
                if fact.event:
                    of_event.setdefault(fact.event, []).append(fact)
            for event, facts in of_event.items():
                told.setdefault(event, []).append((question, facts))
    return told


def verdict_of_periods(briefing: Briefing, question: Question, periods: Collection[Period]) -> Verdict:
    """How the answers of some times stand together: those of two times may develop."""
    together = verdict_of_period(briefing, question, [fact for period in periods for fact in period.facts])
    if together not in ("differ", "within"):
        return together
    certain = [period.facts for period in periods if period.is_certain]
    verdicts = {verdict_of_period(briefing, question, facts) for facts in certain} & {"differ", "within"}
    is_developed = any(_are_apart(briefing, question, *times) for times in combinations(certain, 2))
    return min(verdicts, key=VERDICTS.index, default="development" if is_developed else "compatible")


def comparison_statements(briefing: Briefing, question: Question, periods: Collection[Period]) -> tuple[Derived, ...]:
    """The difference between answers of one time, or the agreement in one, as statements that can be refuted."""
    groups = answer_groups(briefing, question, [fact for period in periods for fact in period.facts])
    ids = tuple(fact.id for group in groups for fact in group.facts)
    verdict = verdict_of_periods(briefing, question, periods)
    answers = " ≠ ".join(group.answer for group in groups)
    kinds = {"differ": "difference", "agree": "agreement"}
    return (Derived(kinds[verdict], question.id, question.id, ids, answers),) if verdict in kinds else ()  # type: ignore[arg-type]


def verdict_statement(question: Question, verdict: Verdict, facts: Iterable[BoundFact]) -> Derived:
    """How the answers of these facts stand to one another, as a statement that can be refuted."""
    return Derived("verdict", question.id, question.id, tuple(fact.id for fact in facts), verdict)


def expected_articles(briefing: Briefing, question: Question) -> tuple[str, ...]:
    """The articles of the days on which any article answers: of those, silence may mean something."""
    days = {briefing.article(fact.article).published.text for fact, _ in briefing.answers_to(question.id)}
    return articles_of_days(briefing, days)


def articles_of_days(briefing: Briefing, days: Iterable[str]) -> tuple[str, ...]:
    """The curated articles of some days, in the order of all articles."""
    spots = {id: spot for day in set(days) for spot, id in _articles_by_day(briefing).get(day, ())}
    return tuple(sorted(spots, key=lambda id: spots[id]))


@once
def _articles_by_day(briefing: Briefing) -> Mapping[str, list[tuple[int, str]]]:
    days: dict[str, list[tuple[int, str]]] = {}
    for spot, article in enumerate(briefing.curated):
        days.setdefault(briefing.article(article).published.text, []).append((spot, article))
    return days


def expected_respondents(briefing: Briefing, question: Question) -> tuple[str, ...]:
    """Who does not answer, of the articles of the same days, or of the speakers heard on the same themes.

    For a speaker whose side answers, that is an answer; so may be what a channel says that is perhaps the speaker's.
    """
    answered = {respondent(briefing, question, fact) for fact, _ in briefing.answers_to(question.id)}
    if question.asks == "sources":
        return tuple(article for article in expected_articles(briefing, question) if article not in answered)
    themes = [subject for subject in question.about if subject in briefing.content.themes]
    leaders = briefing.content.leaders
    heard = {fact.who for theme in themes for fact in briefing.facts_on(theme)} & leaders.keys()
    heard_already = of_one_voice(briefing, answered)
    heard -= told_of_by_channels(briefing, question)
    others = [id for id in heard if id and body_of(briefing, id) not in heard_already]
    return tuple(sorted(others, key=lambda id: (leaders[id].name, id)))


@once
def told_of_by_channels(briefing: Briefing, question: Question) -> frozenset[str]:
    """Whose channels answer: whom these name, or else whomever their facts name; “her office” may be anybody's."""
    told = [(fact, fact.via) for fact, _ in briefing.answers_to(question.id) if fact.via and not fact.who]
    named = [words_beside_names(briefing, via)[1] or fact.subjects for fact, via in told]
    return frozenset().union(*named)


def respondent(briefing: Briefing, question: Question, fact: BoundFact) -> str:
    """Who answers: the article, or the speaker; a speaker without a name is the channel, in its article."""
    return fact.article if question.asks == "sources" else speaker_of(briefing, fact)


def are_unnamed(briefing: Briefing, question: Question, facts: Iterable[BoundFact]) -> bool:
    """Whether a channel without a name is among those who answer: of how many sides they are nobody knows."""
    return question.asks == "speakers" and any(respondent(briefing, question, f) not in briefing.entries for f in facts)


def facts_by_respondent(
    briefing: Briefing, question: Question, facts: Iterable[BoundFact]
) -> Mapping[str, list[BoundFact]]:
    """Those of the facts that answer a question, by who answers; whoever answers first comes first."""
    groups: dict[str, list[BoundFact]] = {}
    for fact in facts:
        if question.id in fact.answers:
            groups.setdefault(respondent(briefing, question, fact), []).append(fact)
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


def _by_text(question: Question, facts: Iterable[BoundFact]) -> list[list[BoundFact]]:
    """Facts that answer in the same words: what excludes one of these answers excludes all."""
    texts: dict[str, list[BoundFact]] = {}
    for fact in facts:
        texts.setdefault(fact.answers[question.id], []).append(fact)
    return list(texts.values())


def _are_apart(briefing: Briefing, question: Question, some: Iterable[BoundFact], others: Iterable[BoundFact]) -> bool:
    """Whether one of some answers excludes one of others."""
    pairs = product(_by_text(question, some), _by_text(question, others))
    return any(briefing.exclude(question, one[0], other[0]) for one, other in pairs)


def _verdict_of_one_answer(briefing: Briefing, question: Question, facts: Iterable[BoundFact]) -> Verdict:
    """Several agree where they are several voices; what one origin or one body says is no agreement."""
    answers = tuple(facts)
    if len(voices(briefing, question, answers)) > 1:
        return "agree"
    return "repeated" if len({respondent(briefing, question, fact) for fact in answers}) > 1 else "single"


def _asked(briefing: Briefing, fact: BoundFact) -> list[Question]:
    """The questions to the articles that a fact answers, but for those of wording: what it is called tells nothing."""
    questions = (briefing.content.questions[id] for id in fact.answers)
    return [question for question in questions if question.asks == "sources" and not question.wording]


@once
def _verdict_at(briefing: Briefing, question: Question, fact: BoundFact) -> Verdict:
    """The verdict on the answers of the time of one; a single answer may have another at another time."""
    period = period_of(briefing, question, fact)
    of_time = _verdict_of_time(briefing, question, period.facts[0])
    if of_time not in ("single", "repeated"):
        return of_time
    if is_development(briefing, question, period):
        return "development"
    groups = _groups_by_form(briefing, question)
    of_answer = _verdict_of_one_answer(briefing, question, groups[briefing.form(question, fact)].facts)
    return "compatible" if of_answer != "agree" and len(groups) > 1 else of_answer


@once
def _verdict_of_time(briefing: Briefing, question: Question, first: BoundFact) -> Verdict:
    """The verdict on the answers of one time, of which this is the first."""
    return verdict_of_period(briefing, question, period_of(briefing, question, first).facts)


@once
def _groups_by_form(briefing: Briefing, question: Question) -> Mapping[str, AnswerGroup]:
    return {briefing.form(question, group.facts[0]): group for group in answer_groups(briefing, question)}


@once
def _by_time(briefing: Briefing, question: Question) -> tuple[tuple[Period, AnswerGroup, AnswerGroup], ...]:
    """Each answer of each time, with all facts that give it, and with the first of each article."""
    return tuple(
        (period, group, AnswerGroup(group.answer, _first_by_article(group.facts)))
        for period in periods(briefing, question)
        for group in answer_groups(briefing, question, period.facts)
    )


def _fact_agreement(briefing: Briefing, question: Question, fact: BoundFact) -> FactAgreement:
    given, own = _by_time(briefing, question), period_of(briefing, question, fact)
    form = briefing.form(question, fact)
    of_form = [group.facts for _, group, _ in given if briefing.form(question, group.facts[0]) == form]
    alike = [other for facts in of_form for other in facts if other.article != fact.article]
    apart = [
        (period, firsts, briefing.exclude(question, fact, group.facts[0]))
        for period, group, firsts in given
        if briefing.form(question, group.facts[0]) != form
    ]
    return FactAgreement(
        question,
        fact.answers[question.id],
        _first_by_article(alike),
        tuple(group for period, group, excludes in apart if excludes and period is own),
        tuple(group for period, group, excludes in apart if not excludes and period is own),
        tuple(
            (p, group) for p, group, excludes in apart if excludes and p is not own and p.is_certain and own.is_certain
        ),
    )


def _by_speaker(briefing: Briefing, question: Question, facts: Iterable[BoundFact]) -> Mapping[str, list[BoundFact]]:
    """Facts by who speaks, where speakers are asked and have a name; else all together."""
    if question.asks == "sources":
        return {"": list(facts)}
    return facts_by_respondent(briefing, question, (fact for fact in facts if fact.who))


def _first_by_article(facts: Iterable[BoundFact]) -> tuple[BoundFact, ...]:
    first: dict[str, BoundFact] = {}
    for fact in facts:
        first.setdefault(fact.article, fact)
    return tuple(first.values())
