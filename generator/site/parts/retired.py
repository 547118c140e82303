"""What stands at the address of a fact that no longer does: what it said, why it went, and what took its place."""

from __future__ import annotations

from dataclasses import dataclass

from generator.content.model import Retirement, Tombstone
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Link


@dataclass(frozen=True)
class Retired:
    """A fact that no longer stands; its address does."""

    id: str
    say: str
    status: Retirement
    retired: str
    because: str
    successor: Link | None = None


def retired(context: RenderContext, stone: Tombstone) -> Retired:
    return Retired(
        stone.id, stone.say, stone.status, context.day(stone.retired), stone.because, successor(context, stone)
    )


def successor(context: RenderContext, stone: Tombstone) -> Link | None:
    """The fact in its place, by what it says; one that was taken down with its article says nothing any more."""
    if fact := context.briefing.facts.get(stone.by or ""):
        return Link(fact.say, fact.url)
    for article, file in context.briefing.content.removed.items():
        if any(fact.id == stone.by for fact in file.facts):
            return Link(context.words["removed"]["fact"], f"articles/{article}.html#{stone.by}")
    return None
