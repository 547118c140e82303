"""Honest facts and wrong ones: each invented case has the outcome that is written beside it."""

from functools import cache

import pytest

from generator import lockfiles, pipeline
from generator.files import ArticleTexts
from tools.measure_meaning import OUTCOMES, cases, dossier, outcomes

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


def test_a_clone_without_texts_tells_the_same() -> None:
    """Of facts that nobody changed a lock knows all that the text does, but which of their words are copied."""
    records, texts = dossier(list(CASES.values()))
    content = pipeline.read(records)
    locks = {article: lockfiles.from_text(content, article, text) for article, text in texts.items()}
    by_text, by_lock = (
        {(problem.place.path, problem.code) for problem in pipeline.problems(pipeline.load(records, held))}
        for held in (ArticleTexts(texts, {}, {}), ArticleTexts({}, locks, {}))
    )
    assert {told for told in by_text if told[1] != "COPIED-WORDS"} == by_lock
