"""What facts were answered is kept packed, and opened for whoever asks: the same as if it had been asked anew."""

import pickle
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from generator import pipeline
from generator.briefing import Briefing
from generator.evidence.proving import BoundFact
from generator.measures.ledger import ledger
from generator.work.executors import ALONE
from generator.work.packing import unpacked
from generator.work.reads import noted
from generator.work.store import Store
from tests.folders import HERE, article_texts_of, edited, texts_of

SMALL = texts_of(HERE / "small")
CABLE = "content/facts/oslo-cable.yml"
CHANGED = edited(SMALL, CABLE, ("say: Denmark has not settled its own part", "say: Denmark has yet to settle its part"))
FIELDS = tuple(one.name for one in fields(BoundFact))


def loaded(folder: Path, texts: dict[str, str]) -> Briefing:
    with Store(folder) as store:
        briefing = pipeline.load(texts, article_texts_of(texts), crew=replace(ALONE, store=store))
        pipeline.problems(briefing, store)
        return briefing


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What is opened from now on."""
    found: list[object] = []

    def noting(data: bytes) -> Any:
        found.append(data)
        return unpacked(data)

    monkeypatch.setattr("generator.evidence.answered.unpacked", noting)
    return found


def test_a_fact_has_what_it_was_answered(tmp_path: Path) -> None:
    loaded(tmp_path, SMALL)
    found, fresh = loaded(tmp_path, SMALL), pipeline.load(SMALL, article_texts_of(SMALL))
    assert list(found.facts) == list(fresh.facts)
    for id, fact in fresh.facts.items():
        again = found.facts[id]
        assert again.frame == fact.frame
        assert [getattr(again, name) for name in FIELDS] == [getattr(fact, name) for name in FIELDS]
        assert again == fact


def test_of_a_fact_that_is_not_opened_all_can_be_asked_first(tmp_path: Path) -> None:
    loaded(tmp_path, SMALL)
    fresh = pipeline.load(SMALL, article_texts_of(SMALL))
    for name in (*FIELDS, "verdict", "refs", "settled"):
        fact = next(iter(loaded(tmp_path, SMALL).facts.values()))
        assert getattr(fact, name) == getattr(fresh.facts[fact.id], name)
    fact = next(iter(loaded(tmp_path, SMALL).facts.values()))
    there = pickle.loads(pickle.dumps(fact))
    assert (there.located, there.checks) == (fact.located, fact.checks)
    assert replace(fact) == fact == fresh.facts[fact.id]


def test_what_did_not_change_is_not_opened(tmp_path: Path, opened: list[object]) -> None:
    loaded(tmp_path, SMALL)
    assert loaded(tmp_path, SMALL).facts
    assert opened == []
    briefing = loaded(tmp_path, CHANGED)
    numbers = ledger(briefing)
    assert len(opened) <= 1  # of the article whose facts a sentence of ours rests on beside those that changed
    assert numbers == ledger(pipeline.load(CHANGED, article_texts_of(CHANGED)))


def test_whoever_asks_for_words_has_read_them(tmp_path: Path) -> None:
    loaded(tmp_path, SMALL)
    fact = next(iter(loaded(tmp_path, SMALL).facts.values()))
    assert noted(lambda: fact.refs)[1].words == set()
    assert noted(lambda: fact.located)[1].words == {fact.id}
    assert noted(lambda: fact.checks)[1].words == {fact.id}


def test_facts_keep_the_order_of_their_text(tmp_path: Path) -> None:
    """Written in another order, and found again."""
    facts, skip, rest = SMALL[CABLE].partition("skip:\n")
    head, *written = facts.split("  - id: ")
    turned = {**SMALL, CABLE: "  - id: ".join((head, *reversed(written))) + skip + rest}
    fresh = pipeline.load(turned, article_texts_of(turned))
    assert list(fresh.facts) == list(pipeline.load(SMALL, article_texts_of(SMALL)).facts)
    assert list(loaded(tmp_path, turned).facts) == list(loaded(tmp_path, turned).facts) == list(fresh.facts)
