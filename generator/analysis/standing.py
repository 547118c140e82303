"""How one answer stands beside the others: how many other voices say the same, otherwise, or at another time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Literal

from generator.analysis.agreement import (
    AnswerGroup,
    answer_groups,
    facts_by_respondent,
    respondent,
    voices,
)
from generator.analysis.derived import Derived, Kind
from generator.analysis.development import certain_times
from generator.analysis.once import once
from generator.analysis.voices import body_of, of_one_voice, voice_of
from generator.briefing import Briefing
from generator.content.registries import Question
from generator.evidence.proving import BoundFact

STRENGTH = ("difference", "development", "compatible", "")  # how an answer of others stands, the strongest first
# `origin`: others who are of the origin or the side of somebody else, or may be, as a channel without a name
How = Literal["same", "partly", "other", "compatible", "development", "origin", "only"]


@dataclass(frozen=True)
class _Given:
    """What one respondent, or several who count as one, answer: with whose voice, and in which forms."""

    voice: str
    is_told: bool  # by an article, or by a speaker with a name
    forms: frozenset[str]
    facts: tuple[BoundFact, ...]

    def beside(self, other: _Given) -> _Given:
        """Both as one, of which this is the first."""
        return replace(self, forms=self.forms | other.forms, facts=(*self.facts, *other.facts))


def standing(briefing: Briefing, question: Question, facts: Iterable[BoundFact]) -> Mapping[How, int]:
    """How many other voices answer as these facts of one respondent do, in part, otherwise, or only at another time."""
    listed = tuple(facts)
    own = _given(briefing, question, listed)
    apart = _others_than(briefing, question, own.voice)
    groups: dict[object, _Given] = {}
    for id, theirs in _by_respondent(briefing, question).items():
        if id != respondent(briefing, question, listed[0]):
            key = _counted_as(question, own, theirs, apart) or id
            groups[key] = groups[key].beside(theirs) if key in groups else theirs
    counts: dict[How, int] = dict.fromkeys(("same", "partly", "compatible", "other", "development", "origin"), 0)
    for answers in groups.values():
        counts[_how(briefing, question, own, answers, apart)] += 1
    return {how: n for how, n in counts.items() if n} or {"only": 0}


def _given(briefing: Briefing, question: Question, facts: tuple[BoundFact, ...]) -> _Given:
    is_told = bool(facts[0].who or question.asks == "sources")
    return _Given(voice_of(briefing, question, facts[0]), is_told, _forms(briefing, question, facts), facts)


def _others_than(briefing: Briefing, question: Question, voice: str) -> frozenset[str]:
    """The voices that count beside one: other origins, or those of other bodies."""
    counted = _counted(briefing, question)
    if question.asks == "sources":
        return counted - {voice}
    near = of_one_voice(briefing, (voice,))
    return frozenset(other for other in counted if body_of(briefing, other) not in near)


@once
def _by_respondent(briefing: Briefing, question: Question) -> Mapping[str, _Given]:
    answers = facts_by_respondent(briefing, question, [fact for fact, _ in briefing.answers_to(question.id)])
    return {id: _given(briefing, question, tuple(facts)) for id, facts in answers.items()}


@once
def _counted(briefing: Briefing, question: Question) -> frozenset[str]:
    """The voices that count beside one another."""
    return voices(briefing, question, [fact for fact, _ in briefing.answers_to(question.id)])


@once
def _voiced(briefing: Briefing, question: Question) -> tuple[tuple[BoundFact, str, str], ...]:
    """What those with a name answer whose voices count, in order of reading, each with the voice and whose that is."""
    named = (fact for fact, _ in briefing.answers_to(question.id) if fact.who)
    voiced = ((fact, voice_of(briefing, question, fact)) for fact in named)
    counted = _counted(briefing, question)
    return tuple((fact, voice, body_of(briefing, voice)) for fact, voice in voiced if voice in counted)


@dataclass(frozen=True)
class OtherAnswer:
    """An answer of others, and how it stands to one's own, where that follows from the facts."""

    group: AnswerGroup
    statement: Derived | None


@dataclass(frozen=True)
class Company:
    """Who else answers a question as somebody does, and who gives other answers; each is another voice with a name."""

    alike: tuple[BoundFact, ...]  # the first fact of each
    agreement: Derived | None
    otherwise: tuple[OtherAnswer, ...]


def company(briefing: Briefing, question: Question, subject: str, facts: Iterable[BoundFact]) -> Company:
    """Beside what a subject answers by these facts, all that other voices answer, in order of reading."""
    own = tuple(facts)
    mine = {voice_of(briefing, question, fact) for fact in own}
    near = of_one_voice(briefing, mine) if question.asks == "speakers" else frozenset()
    others = [fact for fact, voice, body in _voiced(briefing, question) if voice not in mine and body not in near]
    beside, forms = _Beside(briefing, question, subject, own), _forms(briefing, question, own)
    groups = [(briefing.form(question, g.facts[0]) in forms, g) for g in answer_groups(briefing, question, others)]
    alike = [fact for is_alike, group in groups if is_alike for fact in group.facts]
    return Company(
        tuple({fact.who: fact for fact in reversed(alike)}.values())[::-1],
        beside.agreement(alike),
        tuple(other for is_alike, group in groups if not is_alike for other in beside.others(group)),
    )


@dataclass(frozen=True)
class _Beside:
    """What a subject answers to a question, and how the answers of others stand to that."""

    briefing: Briefing
    question: Question
    subject: str
    own: tuple[BoundFact, ...]

    @property
    def times(self) -> Mapping[str, int]:
        return certain_times(self.briefing, self.question)

    def agreement(self, others: Iterable[BoundFact]) -> Derived | None:
        """The first answer that others share."""
        own = {fact.id for fact in self.own}
        for group in answer_groups(self.briefing, self.question, (*self.own, *others)):
            if len({fact.id in own for fact in group.facts}) == 2:
                return self._said("agreement", group.answer, *group.facts)
        return None

    def others(self, group: AnswerGroup) -> Iterator[OtherAnswer]:
        """An answer of others, apart by how it stands to one's own as each gives it; a difference outweighs all."""
        by_kind: dict[str, list[BoundFact]] = {}
        known: dict[tuple[str, int | None], str] = {}  # what answers in the same words at the same time stands alike
        for facts in facts_by_respondent(self.briefing, self.question, group.facts).values():
            kinds: dict[str, list[BoundFact]] = {}
            for fact in facts:
                of = fact.answers[self.question.id], self.times.get(fact.id)
                if of not in known:
                    statement = self._statement((fact,))
                    known[of] = statement.kind if statement else ""
                kinds.setdefault(known[of], []).append(fact)
            strongest = min(kinds, key=STRENGTH.index)
            by_kind.setdefault(strongest, []).extend(kinds[strongest])
        for facts in by_kind.values():
            yield OtherAnswer(AnswerGroup(group.answer, tuple(facts)), self._statement(facts))

    def _statement(self, facts: Sequence[BoundFact]) -> Derived | None:
        """A difference where two answers of one time exclude one another; of two times, a development."""
        pairs, times = product(self.own, facts), self.times
        apart = [(mine, fact) for mine, fact in pairs if self.briefing.exclude(self.question, mine, fact)]
        dated = [(mine, fact) for mine, fact in apart if mine.id in times and fact.id in times]
        for mine, fact in dated:
            if times[mine.id] == times[fact.id]:
                return self._said("difference", self._unlike(mine, fact), mine, fact)
        for mine, fact in dated:
            return self._said("development", fact.answers[self.question.id], fact, subject=mine.id)
        return None if apart else self._said("compatible", self._unlike(self.own[0], facts[0]), self.own[0], facts[0])

    def _unlike(self, mine: BoundFact, fact: BoundFact) -> str:
        return f"{mine.answers[self.question.id]} ≠ {fact.answers[self.question.id]}"

    def _said(self, kind: Kind, says: str, *facts: BoundFact, subject: str = "") -> Derived:
        return Derived(kind, subject or self.subject, self.question.id, tuple(fact.id for fact in facts), says)


def _counted_as(question: Question, own: _Given, others: _Given, apart: frozenset[str]) -> object:
    """As what others are counted: as their voice; articles of one's own origin that say something else, as they do."""
    if others.voice in apart:
        return others.voice
    return others.forms if question.asks == "sources" and others.forms.isdisjoint(own.forms) else ""


def _how(briefing: Briefing, question: Question, own: _Given, others: _Given, apart: frozenset[str]) -> How:
    """How another voice answers; one that is no other voice does not count, but an article that says something else."""
    is_alike = not own.forms.isdisjoint(others.forms)
    is_another = own.is_told and others.voice in apart
    if not is_another and (is_alike or question.asks == "speakers"):
        return "origin"
    if is_alike:
        return "same" if own.forms == others.forms else "partly"
    times = certain_times(briefing, question)
    pairs = [(one, other) for one, other in product(own.facts, others.facts) if one.id in times and other.id in times]
    of_one_time = [(one, other) for one, other in pairs if times[one.id] == times[other.id]]
    if any(briefing.exclude(question, *pair) for pair in of_one_time):
        return "other"
    return "compatible" if of_one_time or not pairs else "development"


def _forms(briefing: Briefing, question: Question, facts: Iterable[BoundFact]) -> frozenset[str]:
    return frozenset(briefing.form(question, fact) for fact in facts)
