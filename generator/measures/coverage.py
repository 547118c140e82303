"""What covers each paragraph of an article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from generator.briefing import Briefing
from generator.evidence.proving import BoundFact
from generator.evidence.source import SentenceProfile, SentenceRef

SHORT = 5  # tokens: a shorter paragraph is skipped by itself


@dataclass(frozen=True)
class Covered:
    """A paragraph: its sentences, the facts that touch it, and why it has none."""

    number: int
    sentences: tuple[SentenceProfile, ...]
    facts: tuple[BoundFact, ...]
    because: str | None

    @property
    def state(self) -> Literal["facts", "skipped", "short", "open"]:
        if self.facts:
            return "facts"
        if self.because is not None:
            return "skipped"
        return "short" if sum(profile.tokens for profile in self.sentences) < SHORT else "open"

    @property
    def accounted(self) -> bool:
        return self.state != "open"

    @cached_property
    def untouched(self) -> tuple[SentenceRef, ...]:
        """The sentences that no passage touches, of a paragraph that has facts or should have."""
        if self.state in ("skipped", "short"):
            return ()
        touched = {ref for fact in self.facts for ref in fact.refs}
        return tuple(profile.ref for profile in self.sentences if profile.ref not in touched)

    @property
    def expected(self) -> int:
        """How many of its sentences should be touched."""
        return 0 if self.state in ("skipped", "short") else len(self.sentences)


def coverage(briefing: Briefing, article: str) -> tuple[Covered, ...]:
    """Every paragraph of an article, in order."""
    source = briefing.source(article)
    touched = [(fact, {ref.paragraph for ref in fact.refs}) for fact in briefing.facts_in(article)]
    skips = briefing.articles[article].skip
    return tuple(
        Covered(
            number,
            tuple(profile for profile in source.profiles if profile.ref.paragraph == number),
            tuple(fact for fact, paragraphs in touched if number in paragraphs),
            next((skip.because for skip in skips if number in skip.paragraphs), None),
        )
        for number in range(1, source.paragraphs + 1)
    )
