"""What covers each paragraph of an article."""

from __future__ import annotations

from collections.abc import Iterator
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
    """Every paragraph of an article, in order; they are looked at once."""
    known = briefing.kept.setdefault("coverage", {})
    if article not in known:
        known[article] = tuple(_coverage(briefing, article))
    covered: tuple[Covered, ...] = known[article]
    return covered


def _coverage(briefing: Briefing, article: str) -> Iterator[Covered]:
    source, skips = briefing.source(article), briefing.articles[article].skip
    sentences: dict[int, list[SentenceProfile]] = {}
    for profile in source.profiles:
        sentences.setdefault(profile.ref.paragraph, []).append(profile)
    facts: dict[int, list[BoundFact]] = {}
    for fact in briefing.facts_in(article):
        for paragraph in {ref.paragraph for ref in fact.refs}:
            facts.setdefault(paragraph, []).append(fact)
    for number in range(1, source.paragraphs + 1):
        because = next((skip.because for skip in skips if number in skip.paragraphs), None)
        yield Covered(number, tuple(sentences.get(number, ())), tuple(facts.get(number, ())), because)
