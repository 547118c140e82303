"""What covers each paragraph of an article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from generator.briefing import Briefing
from generator.evidence.proving import BoundFact
from generator.evidence.source import Outline, Spot

SHORT = 5  # tokens: a shorter paragraph is skipped by itself


@dataclass(frozen=True)
class Covered:
    """A paragraph: its sentences, the facts that touch it, and why it has none."""

    number: int
    sentences: tuple[Outline, ...]
    facts: tuple[BoundFact, ...]
    because: str | None

    @property
    def state(self) -> Literal["facts", "skipped", "short", "open"]:
        if self.facts:
            return "facts"
        if self.because is not None:
            return "skipped"
        return "short" if sum(outline.tokens for outline in self.sentences) < SHORT else "open"

    @property
    def accounted(self) -> bool:
        return self.state != "open"

    @cached_property
    def untouched(self) -> tuple[Spot, ...]:
        """The sentences that no passage touches, of a paragraph that has facts or should have."""
        if self.state in ("skipped", "short"):
            return ()
        touched = {spot for fact in self.facts for spot in fact.spots}
        return tuple(outline.spot for outline in self.sentences if outline.spot not in touched)

    @property
    def expected(self) -> int:
        """How many of its sentences should be touched."""
        return 0 if self.state in ("skipped", "short") else len(self.sentences)


def coverage(briefing: Briefing, article: str) -> tuple[Covered, ...]:
    """Every paragraph of an article, in order."""
    source = briefing.source(article)
    facts = briefing.facts_in(article)
    skips = briefing.articles[article].skip
    return tuple(
        Covered(
            number,
            tuple(outline for outline in source.outlines if outline.spot.paragraph == number),
            tuple(fact for fact in facts if any(spot.paragraph == number for spot in fact.spots)),
            next((skip.because for skip in skips if number in skip.paragraphs), None),
        )
        for number in range(1, source.paragraphs + 1)
    )
