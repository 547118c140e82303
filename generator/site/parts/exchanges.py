"""Who said what about whom: the statements of two leaders about one another, the same on the pages of both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.evidence.proving import BoundFact
from generator.site.parts.context import RenderContext, in_time
from generator.site.parts.page import Link


@dataclass(frozen=True)
class Exchange:
    """What a leader said about another, and the other about that leader; each statement leads to its fact."""

    other: Link
    anchor: str  # of this exchange on the leader's page
    reverse_url: str  # the address of the same exchange on the other's page
    statements: tuple[Link, ...]
    other_statements: tuple[Link, ...]


def exchanges(context: RenderContext, leader: str) -> tuple[Exchange, ...]:
    """Those with whom most was said come first."""
    ordered = sorted(
        _exchanges(context, leader),
        key=lambda one: (-len(one.statements + one.other_statements), one.other.name, one.anchor),
    )
    return tuple(ordered)


def _exchanges(context: RenderContext, leader: str) -> Iterator[Exchange]:
    for other in context.briefing.content.leaders:
        said, heard = _about(context, leader, other), _about(context, other, leader)
        if other != leader and (said or heard):
            there = f"leaders/{other}.html#with-{leader}"
            yield Exchange(context.link(other), f"with-{other}", there, _lines(said), _lines(heard))


def _about(context: RenderContext, speaker: str, whom: str) -> list[BoundFact]:
    return in_time(context, (fact for fact in context.briefing.facts_on(whom) if fact.who == speaker))


def _lines(facts: list[BoundFact]) -> tuple[Link, ...]:
    return tuple(Link(fact.say, fact.url) for fact in facts)
