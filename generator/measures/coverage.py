"""What covers each paragraph of an article, and the rules that nothing is left out in silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from generator.briefing import Briefing
from generator.evidence.proving import BoundFact
from generator.evidence.source import FullText, Outline, Spot
from generator.problems import Problem

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


def paragraphs_are_accounted_for(briefing: Briefing) -> Iterator[Problem]:
    """Every paragraph of a completely curated article has facts, or is skipped with a reason."""
    for article, file in briefing.articles.items():
        if file.article.curation == "open" or not _all_placed(briefing, article):
            continue
        for paragraph in coverage(briefing, article):
            if not paragraph.accounted:
                what = f"paragraph {paragraph.number} has neither a fact nor a `skip`"
                remedy = "write its facts, or skip it with the reason"
                yield Problem(file.at("skip"), "NOT-COVERED", what, remedy)


def _all_placed(briefing: Briefing, article: str) -> bool:
    """Whether it is known from where each fact comes; one that the lock cannot place is told for itself."""
    facts = briefing.facts_in(article)
    at_hand = isinstance(briefing.source(article), FullText)
    return at_hand or all(one.standing for fact in facts for one in fact.located)


def skips_are_of_paragraphs_without_facts(briefing: Briefing) -> Iterator[Problem]:
    """A skipped paragraph exists, and no fact comes from it."""
    for article, file in briefing.articles.items():
        if article not in briefing.sources:
            continue
        paragraphs = coverage(briefing, article)
        for skip in file.skip:
            place = skip.at("paragraphs")
            if skip.paragraphs.last > len(paragraphs):
                what = f"the article has {len(paragraphs)} paragraphs, not {skip.paragraphs.last}"
                yield Problem(place, "NO-SUCH-PARAGRAPH", what, "mend the number")
            for paragraph in paragraphs:
                if paragraph.number in skip.paragraphs and paragraph.facts:
                    fact = paragraph.facts[0].id
                    what = f"paragraph {paragraph.number} is skipped, but `{fact}` comes from it"
                    yield Problem(place, "SKIP-HAS-FACTS", what, "leave it out of the skip")
