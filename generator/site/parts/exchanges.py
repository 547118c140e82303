"""Who said what about whom: the statements of two leaders about one another, the same on the pages of both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.evidence.proving import BoundFact
from generator.site.parts.context import Book, in_time
from generator.site.parts.page import Link


@dataclass(frozen=True)
class Exchange:
    """What a leader said about another, and the other about that leader; each statement leads to its fact."""

    other: Link
    anchor: str  # of this exchange on the leader's page
    there: str  # the address of the same exchange on the other's page
    said: tuple[Link, ...]
    heard: tuple[Link, ...]


def exchanges(book: Book, leader: str) -> tuple[Exchange, ...]:
    """Those with whom most was said come first."""
    ordered = sorted(_exchanges(book, leader), key=lambda one: (-len(one.said + one.heard), one.other.name, one.anchor))
    return tuple(ordered)


def _exchanges(book: Book, leader: str) -> Iterator[Exchange]:
    for other in book.briefing.content.leaders:
        said, heard = _about(book, leader, other), _about(book, other, leader)
        if other != leader and (said or heard):
            there = f"leaders/{other}.html#with-{leader}"
            yield Exchange(book.link(other), f"with-{other}", there, _lines(said), _lines(heard))


def _about(book: Book, speaker: str, whom: str) -> list[BoundFact]:
    return in_time(book, (fact for fact in book.briefing.facts_on(whom) if fact.fact.who == speaker))


def _lines(facts: list[BoundFact]) -> tuple[Link, ...]:
    return tuple(Link(fact.fact.say, fact.url) for fact in facts)
