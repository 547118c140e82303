"""Who said what about whom: the statements of two leaders about one another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.analysis.once import once
from generator.analysis.order import in_time
from generator.analysis.relations import facts_by_and_on
from generator.analysis.statements import one_statement
from generator.briefing import Briefing
from generator.evidence.proving import BoundFact


@dataclass(frozen=True)
class Exchange:
    """What a leader said about another, and the other about that leader, each oldest first.

    A statement is one, however many facts it was taken apart into.
    """

    other: str
    statements: tuple[tuple[BoundFact, ...], ...]
    other_statements: tuple[tuple[BoundFact, ...], ...]


@once
def exchanges(briefing: Briefing, leader: str) -> tuple[Exchange, ...]:
    """A leader has an exchange with each other of whom either spoke; the one with most statements comes first."""
    leaders = briefing.content.leaders
    spoken = (_exchange(briefing, leader, other) for other in partners(briefing, leader) if other in leaders)
    return tuple(
        sorted(
            spoken,
            key=lambda pair: (-len(pair.statements + pair.other_statements), leaders[pair.other].name, pair.other),
        )
    )


def _exchange(briefing: Briefing, leader: str, other: str) -> Exchange:
    """Of one who is not reported to have named the other nothing is said."""
    return Exchange(other, statements_about(briefing, leader, other), statements_about(briefing, other, leader))


def partners(briefing: Briefing, leader: str) -> frozenset[str]:
    """Of whom a leader spoke, or who spoke of the leader."""
    return _partners(briefing).get(leader, frozenset())


@once
def _partners(briefing: Briefing) -> Mapping[str, frozenset[str]]:
    """Of whom somebody spoke, or who spoke of them."""
    partners: dict[str, set[str]] = {}
    for speaker, whom in facts_by_and_on(briefing):
        if speaker != whom:
            partners.setdefault(speaker, set()).add(whom)
            partners.setdefault(whom, set()).add(speaker)
    return {one: frozenset(others) for one, others in partners.items()}


def statements_about(briefing: Briefing, speaker: str, whom: str) -> tuple[tuple[BoundFact, ...], ...]:
    """The facts on someone that a speaker states, oldest first; those of one statement together."""
    return one_statement(in_time(briefing, facts_by_and_on(briefing).get((speaker, whom), ())))
