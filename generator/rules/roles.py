"""Rules for who does what: a maker and a receiver are those of a commitment."""

from __future__ import annotations

from collections.abc import Iterator

from generator.briefing import Briefing
from generator.problems import Problem


def only_commitments_have_makers(briefing: Briefing) -> Iterator[Problem]:
    """Who commits, and to whom, is said of commitments alone."""
    for fact in briefing.facts.values():
        for field in ("by", "to"):
            if getattr(fact.fact, field) and fact.kind != "commitment":
                what = f"`{fact.id}` is no commitment, and has `{field}`"
                yield Problem(
                    fact.fact.at(field), "NOT-A-COMMITMENT", what, "give it `kind: commitment`, or leave it out"
                )
