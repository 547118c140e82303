"""Honest facts and wrong ones: each invented case has the outcome that is written beside it."""

from functools import cache

import pytest

from tools.measure_meaning import OUTCOMES, cases, outcomes

CASES = {case["id"]: case for case in cases()}


@cache
def found() -> dict[str, str]:
    """One dossier of all cases is checked once."""
    return outcomes(list(CASES.values()))


@pytest.mark.parametrize("id", CASES)
def test_a_wrong_fact_is_seen_and_an_honest_one_is_not(id: str) -> None:
    case, outcome = CASES[id], found()[id]
    expected = case.get("now", OUTCOMES[case["expect"]])
    if case["expect"] == "flag" and "now" not in case:
        assert outcome in ("flagged", "refused")
    else:
        assert outcome == expected


def test_what_is_missed_today_is_little() -> None:
    """At most one in ten turned senses, no false figure or name, and three in a hundred honest facts."""
    missed = [case for case in CASES.values() if "now" in case]
    by_kind = {kind: [case["expect"] for case in CASES.values()].count(kind) for kind in OUTCOMES}
    assert not [case["id"] for case in missed if case["expect"] == "refuse"]
    assert sum(case["expect"] == "flag" for case in missed) <= by_kind["flag"] / 10
    assert sum(case["expect"] == "accept" for case in missed) <= 3 * by_kind["accept"] / 100
