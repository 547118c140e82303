"""What a check is, and what many checks come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

PROVED, REFUTED, CANNOT = ANSWERS = ("proved", "refuted", "cannot check")


class Check(NamedTuple):
    """Three answers: “A check has one of three answers: *proved*, *refuted* or *cannot check*.”"""

    kind: str  # what was looked at: a passage, a name, a number …
    answer: str
    why: str  # what is said of it unless it is proved


@cache
def passed(kind: str) -> Check:
    """One that is proved, of which nothing is said; a site has so many of these that they are one thing."""
    return Check(kind, PROVED, "")


def counts(checks: Sequence[Check]) -> dict[str, dict[str, int]]:
    """How often each answer was given, by the kind of the check."""
    counted = Counter((check.kind, check.answer) for check in checks)
    kinds = sorted({check.kind for check in checks})
    return {kind: {answer: counted[kind, answer] for answer in ANSWERS} for kind in kinds}


def worst(checks: Sequence[Check]) -> str:
    """The answer of all checks together; no check at all is no proof."""
    given = {check.answer for check in checks}
    if REFUTED in given:
        return REFUTED
    return PROVED if given == {PROVED} else CANNOT
