"""How much of an article is quoted."""

from __future__ import annotations

from dataclasses import dataclass

from generator.briefing import Briefing


@dataclass(frozen=True)
class Quoted:
    """How many of an article's words its passages show, each counted once."""

    words: int
    of: int

    @property
    def percent(self) -> float:
        return round(100 * self.words / self.of, 1) if self.of else 0.0


def quoted(briefing: Briefing, article: str) -> Quoted:
    """The words of an article that stand in passages; facts without a found passage count for nothing."""
    shown = {
        (span.ref, token)
        for fact in briefing.facts_in(article)
        for passage in fact.located
        if passage.occurrence
        for span in passage.occurrence.spans
        for token in range(span.first, span.last + 1)
    }
    return Quoted(len(shown), sum(profile.tokens for profile in briefing.source(article).profiles))
