"""How one answer stands beside the others: how many other voices say the same, otherwise, or at another time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from generator.analysis.agreement import are_one_voice, facts_by_respondent, respondent, voices
from generator.analysis.development import periods
from generator.analysis.voices import voice_of
from generator.briefing import Briefing, normalised_answer
from generator.content.registries import Question
from generator.evidence.proving import BoundFact

# `origin`: others of the same origin or the same body, or without a name, who are not counted
How = Literal["same", "partly", "other", "compatible", "development", "origin", "only"]


def standing(briefing: Briefing, question: Question, facts: Iterable[BoundFact]) -> Mapping[How, int]:
    """How many other voices answer as these facts of one respondent do, in part, otherwise, or only at another time."""
    own = list(facts)
    counted = voices(briefing, question, (fact for fact, _ in briefing.answers_to(question.id)))
    counts: dict[How, int] = dict.fromkeys(("same", "partly", "compatible", "other", "development", "origin"), 0)
    for answers in _others(briefing, question, own):
        counts[_how(briefing, question, own, answers, counted)] += 1
    return {how: n for how, n in counts.items() if n} or {"only": 0}


def _how(
    briefing: Briefing, question: Question, own: list[BoundFact], others: list[BoundFact], counted: frozenset[str]
) -> How:
    """How another voice answers; one that is no other voice counts only where it says something else."""
    forms, theirs = _forms(question, own), _forms(question, others)
    if not forms.isdisjoint(theirs):
        both = {voice_of(briefing, question, facts[0]) for facts in (own, others)}
        if not both <= counted or are_one_voice(briefing, question, own[0], others[0]):
            return "origin"
        return "same" if forms == theirs else "partly"
    if not question.excludes:
        return "compatible"
    ids = {fact.id for fact in own}, {fact.id for fact in others}
    times = [{fact.id for fact in period.facts} for period in periods(briefing, question)]
    return "other" if any(time & ids[0] and time & ids[1] for time in times) else "development"


def _others(briefing: Briefing, question: Question, own: list[BoundFact]) -> list[list[BoundFact]]:
    """The answers of everyone else, voice by voice; those of one's own voice as they are worded."""
    everyone = facts_by_respondent(question, (fact for fact, _ in briefing.answers_to(question.id)))
    groups: dict[object, list[BoundFact]] = {}
    for id, facts in everyone.items():
        if id == respondent(question, own[0]):
            continue
        key: object = voice_of(briefing, question, facts[0])
        if are_one_voice(briefing, question, own[0], facts[0]):
            forms = _forms(question, facts)
            key = forms if forms.isdisjoint(_forms(question, own)) else (id,)
        groups.setdefault(key, []).extend(facts)
    return list(groups.values())


def _forms(question: Question, facts: Iterable[BoundFact]) -> frozenset[str]:
    return frozenset(normalised_answer(fact.answers[question.id]) for fact in facts)
