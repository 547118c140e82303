"""Whom and what some facts concern, the most concerned first: the rest is there for whoever asks for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from generator.evidence.proving import BoundFact
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Link

MOST = 5  # more than a reader takes in at a glance


@dataclass(frozen=True)
class Concerned:
    """The five that most facts name, and the others."""

    most: tuple[Link, ...]
    others: tuple[Link, ...]

    @property
    def more(self) -> int:
        return len(self.others)


def concerned(context: RenderContext, facts: Iterable[BoundFact], among: AbstractSet[str]) -> Concerned:
    """Entries among these that the facts are on, by how many of the facts are, then by name."""
    counts = Counter(id for fact in facts for id in fact.subjects & among)
    links = ((context.link(id), times) for id, times in counts.items())
    ordered = [link for link, _ in sorted(links, key=lambda one: (-one[1], one[0].name.casefold(), one[0].url))]
    return Concerned(tuple(ordered[:MOST]), tuple(ordered[MOST:]))
