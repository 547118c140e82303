"""How much of an article is quoted, how much may be, and by which facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.briefing import Briefing
from generator.evidence.proving import BoundFact
from generator.evidence.source import SentenceRef

Word = tuple[SentenceRef, int]  # a token by its sentence and its number in it


@dataclass(frozen=True)
class Quoted:
    """How many of an article's words its passages show, each counted once."""

    words: int
    of: int

    @property
    def percent(self) -> float:
        return round(100 * self.words / self.of, 1) if self.of else 0.0


@dataclass(frozen=True)
class Sharing:
    """Facts whose passages stand in one sentence, none of which has a word of another; one passage may serve all."""

    facts: tuple[str, ...]
    words: int  # that need not be quoted then


def quoted(briefing: Briefing, article: str) -> Quoted:
    """The words of an article that stand in passages; facts without a found passage count for nothing."""
    shown = {word for fact in briefing.facts_in(article) for word in _words(fact)}
    return Quoted(len(shown), sum(profile.tokens for profile in briefing.source(article).profiles))


def quoted_alone(briefing: Briefing, article: str) -> tuple[tuple[str, int], ...]:
    """How many words each fact shows that no other does, by its id; the most first, then in order of the text."""
    found = ((fact.id, len(words)) for fact, words in _alone(briefing, article))
    return tuple(sorted((one for one in found if one[1]), key=lambda one: -one[1]))


def sharing(briefing: Briefing, article: str) -> tuple[Sharing, ...]:
    """The facts that could share a passage, by how many words that saves; then in order of the text."""
    by_sentence: dict[SentenceRef, dict[str, int]] = {}
    for fact, words in _alone(briefing, article):
        if len(fact.refs) == 1 and words:
            by_sentence.setdefault(fact.refs[0], {})[fact.id] = len(words)
    found = (Sharing(tuple(facts), sum(facts.values()) - max(facts.values())) for facts in by_sentence.values())
    return tuple(sorted((one for one in found if len(one.facts) > 1), key=lambda one: -one.words))


def _alone(briefing: Briefing, article: str) -> Iterator[tuple[BoundFact, set[Word]]]:
    """Each fact with the words that it alone shows."""
    facts = [(fact, _words(fact)) for fact in briefing.facts_in(article)]
    often = Counter(word for _, words in facts for word in words)
    for fact, words in facts:
        yield fact, {word for word in words if often[word] == 1}


def _words(fact: BoundFact) -> set[Word]:
    return {
        (span.ref, token)
        for passage in fact.located
        if passage.occurrence
        for span in passage.occurrence.spans
        for token in range(span.first, span.last + 1)
    }
