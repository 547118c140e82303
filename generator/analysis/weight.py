"""How much a fact matters: what lists and searches begin with, before time decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.analysis.once import once
from generator.analysis.order import in_time
from generator.briefing import Briefing
from generator.evidence.proving import BoundFact

KINDS = {"commitment": 7, "demand": 7, "position": 7, "figure": 5, "outlook": 3, "background": 2}
ANSWER, OTHER, OFFICE = 6, 4, 1


def weight_of(briefing: Briefing, fact: BoundFact) -> int:
    """From 1 to 9, as somebody wrote it, or else by what a fact is."""
    if fact.weight:
        return fact.weight
    if fact.kind == "background" and fact.id in briefing.office_facts:
        return OFFICE
    of_kind = KINDS.get(fact.kind, OTHER)
    return max(of_kind, ANSWER) if fact.answers and of_kind > KINDS["background"] else of_kind


def by_weight(briefing: Briefing, facts: Iterable[BoundFact]) -> tuple[BoundFact, ...]:
    """The weightiest first; those of one weight in order of time."""
    spots = _spots(briefing)
    return tuple(sorted(facts, key=lambda fact: spots[fact.id]))


@once
def _spots(briefing: Briefing) -> Mapping[str, int]:
    """The number of each fact in the order of weight."""
    in_order = sorted(in_time(briefing, briefing.facts.values()), key=lambda fact: -weight_of(briefing, fact))
    return {fact.id: number for number, fact in enumerate(in_order)}
