"""How one answer stands beside the others: how many other voices say the same, otherwise, or at another time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product
from typing import Literal

from generator.analysis.agreement import are_one_voice, facts_by_respondent, respondent, voices
from generator.analysis.development import periods
from generator.analysis.voices import voice_of
from generator.briefing import Briefing
from generator.content.registries import Question
from generator.evidence.proving import BoundFact

# `origin`: others who are of the origin or the side of somebody else, or may be, as a channel without a name
How = Literal["same", "partly", "other", "compatible", "development", "origin", "only"]


def standing(briefing: Briefing, question: Question, facts: Iterable[BoundFact]) -> Mapping[How, int]:
    """How many other voices answer as these facts of one respondent do, in part, otherwise, or only at another time."""
    own = list(facts)
    everyone = [fact for fact, _ in briefing.answers_to(question.id)]
    counted = voices(briefing, question, everyone)
    groups: dict[object, list[BoundFact]] = {}
    for id, theirs in facts_by_respondent(question, everyone).items():
        if id != respondent(question, own[0]):
            groups.setdefault(_counted_as(briefing, question, own, theirs, counted) or id, []).extend(theirs)
    counts: dict[How, int] = dict.fromkeys(("same", "partly", "compatible", "other", "development", "origin"), 0)
    for answers in groups.values():
        counts[_how(briefing, question, own, answers, counted)] += 1
    return {how: n for how, n in counts.items() if n} or {"only": 0}


def _counted_as(
    briefing: Briefing, question: Question, own: list[BoundFact], others: list[BoundFact], counted: frozenset[str]
) -> object:
    """As what others are counted: as their voice; articles of one's own origin that say something else, as they do."""
    voice, forms = voice_of(briefing, question, others[0]), _forms(briefing, question, others)
    if voice in counted and not are_one_voice(briefing, question, own[0], others[0]):
        return voice
    is_else = question.asks == "sources" and forms.isdisjoint(_forms(briefing, question, own))
    return forms if is_else else ""


def _how(
    briefing: Briefing, question: Question, own: list[BoundFact], others: list[BoundFact], counted: frozenset[str]
) -> How:
    """How another voice answers; one that is no other voice does not count, but an article that says something else."""
    forms, theirs = _forms(briefing, question, own), _forms(briefing, question, others)
    is_alike = not forms.isdisjoint(theirs)
    is_another = voice_of(briefing, question, others[0]) in counted and bool(own[0].who or question.asks == "sources")
    is_another = is_another and not are_one_voice(briefing, question, own[0], others[0])
    if not is_another and (is_alike or question.asks == "speakers"):
        return "origin"
    if is_alike:
        return "same" if forms == theirs else "partly"
    times = [period for period in periods(briefing, question) if period.is_certain]
    dated = [fact for period in times for fact in period.facts]
    pairs = [(one, other) for one, other in product(own, others) if one in dated and other in dated]
    of_one_time = [
        pair for pair in pairs if any(pair[0] in period.facts and pair[1] in period.facts for period in times)
    ]
    if any(briefing.exclude(question, *pair) for pair in of_one_time):
        return "other"
    return "compatible" if of_one_time or not pairs else "development"


def _forms(briefing: Briefing, question: Question, facts: Iterable[BoundFact]) -> frozenset[str]:
    return frozenset(briefing.form(question, fact) for fact in facts)
