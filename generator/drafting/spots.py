"""Where passages stand in an article, token by token: whether two claims are made of the same words."""

from __future__ import annotations

from collections.abc import Iterable

from generator.content.model import Claim, Fact, FactFile, Tombstone
from generator.content.reading import Content
from generator.drafting.passages import WORDS
from generator.evidence.passages import locate
from generator.evidence.source import FullText, Occurrence

Spots = frozenset[tuple[int, int, int]]  # paragraph, sentence, token: the first two from 1, the last from 0


def spots_of(claim: Claim, content: Content, text: FullText) -> Spots:
    """The tokens of all passages of a fact or a draft; none of a passage that is not found."""
    fields = {"id": claim.id, "passage": claim.passage, "paragraph": claim.paragraph, "say": WORDS, "about": ()}
    located, _ = locate(Fact.model_construct(**{**_DEFAULTS, **fields}), text, content.site.limits)
    return spots(passage.occurrence for passage in located if passage.occurrence)


def spots_by_id(file: FactFile, content: Content, text: FullText) -> dict[str, Spots]:
    """The words of all facts and drafts of an article, in the order of its file."""
    claims = (claim for claim in file.facts if not isinstance(claim, Tombstone))
    return {claim.id: spots_of(claim, content, text) for claim in claims}


def spots(occurrences: Iterable[Occurrence]) -> Spots:
    return frozenset(
        (span.ref.paragraph, span.ref.sentence, token)
        for occurrence in occurrences
        for span in occurrence.spans
        for token in range(span.first, span.last + 1)
    )


def are_nested(one: Spots, other: Spots) -> bool:
    """Whether one of two claims has all the words of the other."""
    return bool(one and other) and (one <= other or other <= one)


def overlap(one: Spots, other: Spots) -> bool:
    """Whether two claims share half of the words of the shorter one."""
    return bool(one and other) and 2 * len(one & other) >= min(len(one), len(other))


_DEFAULTS = {name: field.get_default(call_default_factory=True) for name, field in Fact.model_fields.items()}
