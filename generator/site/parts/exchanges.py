"""Who said what about whom: the statements of two leaders about one another, the same on the pages of both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.analysis import exchanges as analysis
from generator.analysis.channels import Channel
from generator.evidence.proving import BoundFact
from generator.site.parts.context import RenderContext
from generator.site.parts.cut import LINES, MOST, numbered
from generator.site.parts.page import ChannelNote, Link


@dataclass(frozen=True)
class Statement:
    """What was said at once: the facts that it was taken apart into, and through whom it is known."""

    parts: tuple[Link, ...]
    channel: ChannelNote | None = None


@dataclass(frozen=True)
class Exchange:
    """What a leader said about another, and the other about that leader; each statement leads to its facts."""

    other: Link
    anchor: str  # of this exchange on the leader's page
    reverse_url: str  # the address of the same exchange on the other's page
    statements: tuple[Statement, ...]
    other_statements: tuple[Statement, ...]


def exchanges(context: RenderContext, leader: str) -> tuple[Exchange, ...]:
    """Those with whom most was said come first."""
    return tuple(
        Exchange(
            context.link(exchange.other),
            f"with-{exchange.other}",
            f"leaders/{_page(context, exchange.other, leader)}.html#with-{leader}",
            _lines(context, exchange.statements),
            _lines(context, exchange.other_statements),
        )
        for exchange in analysis.exchanges(context.briefing, leader)
    )


def _page(context: RenderContext, leader: str, other: str) -> str:
    """Where a leader's exchange with another stands: on the leader's page, or on a part of it."""
    if len(analysis.partners(context.briefing, leader)) <= LINES:
        return leader
    order = [exchange.other for exchange in analysis.exchanges(context.briefing, leader)]
    place = order.index(other)
    return leader if place < LINES else f"{leader}/{numbered('exchanges', '', place // MOST)[0]}"


def _lines(context: RenderContext, statements: Iterable[tuple[BoundFact, ...]]) -> tuple[Statement, ...]:
    return tuple(
        Statement(
            tuple(Link(fact.say, fact.url) for fact in facts),
            context.channel_note(Channel(None, facts[0].via), facts) if facts[0].via else None,
        )
        for facts in statements
    )
