"""What is one statement: facts that take one sentence of a speaker apart are not several."""

from __future__ import annotations

from collections.abc import Iterable

from generator.evidence.proving import BoundFact


def one_statement(facts: Iterable[BoundFact]) -> tuple[tuple[BoundFact, ...], ...]:
    """Facts of one article, speaker and date whose passages touch the same sentence are one statement; in order."""
    groups: list[list[BoundFact]] = []
    for fact in facts:
        same = (group for group in groups if any(_is_same(fact, other) for other in group))
        if group := next(same, None):
            group.append(fact)
        else:
            groups.append([fact])
    return tuple(map(tuple, groups))


def _is_same(one: BoundFact, other: BoundFact) -> bool:
    return (
        (one.article, one.who, one.via, one.when and one.when.date.text)
        == (other.article, other.who, other.via, other.when and other.when.date.text)
        and bool(one.who or one.via)
        and not set(one.refs).isdisjoint(other.refs)
    )
