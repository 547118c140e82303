"""What is found within an article is found again: the same problems and numbers as without a store."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator import pipeline
from generator.briefing import Briefing
from generator.evidence import articles
from generator.evidence.articles import Proved
from generator.measures.ledger import ledger
from generator.problems import Malformed
from generator.work.executors import ALONE
from generator.work.in_memory import InMemory
from generator.work.store import Keeping, Store
from tests.folders import HERE, article_texts_of, edited, laid_over, texts_of
from tests.test_broken import CASES

SMALL = texts_of(HERE / "small")
CABLE, SITE = "content/facts/oslo-cable.yml", "content/site.yml"
SAY = "say: Denmark has not settled its own part of the bill."
CHANGES = {
    "a sentence": edited(SMALL, CABLE, (SAY, "say: It was settled yesterday.")),
    "a remark above": {**SMALL, CABLE: f"# Looked through.\n{SMALL[CABLE]}"},
    "a limit": {**SMALL, SITE: SMALL[SITE] + "limits: {article_percent: 5, article_words: 5}\n"},
}


def outcome(texts: Mapping[str, str], store: Keeping | None = None) -> object:
    """What is wrong, and what was counted."""
    try:
        briefing = pipeline.load(texts, article_texts_of(texts), crew=replace(ALONE, store=store))
    except Malformed as malformed:
        return malformed.problems
    return _found(briefing, store)


def _found(briefing: Briefing, store: Keeping | None) -> object:
    problems, counted = pipeline.problems(briefing, store), ledger(briefing)
    return problems, [one.rereading for one in problems], counted.as_numbers(), str(counted)


def kept(folder: Path, texts: Mapping[str, str]) -> object:
    with Store(folder) as store:
        return outcome(texts, store)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_same_is_found_again(case: Path, tmp_path: Path) -> None:
    texts = laid_over(case)
    kept(tmp_path, SMALL)
    assert kept(tmp_path, texts) == kept(tmp_path, texts) == outcome(texts)
    assert kept(tmp_path, SMALL) == outcome(SMALL)


def served(*each: Mapping[str, str]) -> object:
    """What is found of the last of several contents, of which each goes on from what the one before made."""
    store, found = InMemory(), object()
    before: Briefing | None = None
    for texts in each:
        try:
            before = pipeline.load(texts, article_texts_of(texts), before, replace(ALONE, store=store))
            found = _found(before, store)
        except Malformed as malformed:
            found = malformed.problems
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_same_is_found_from_what_was_made_before(case: Path) -> None:
    texts = laid_over(case)
    assert served(SMALL, texts) == outcome(texts)
    assert served(SMALL, texts, SMALL) == outcome(SMALL)


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_found_from_what_was_made_before(name: str) -> None:
    assert served(SMALL, CHANGES[name]) == outcome(CHANGES[name])


def test_articles_that_stand_are_not_proved_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, prove = list[str](), articles.prove

    def noted(ground: Any, article: str, *given: Any) -> Proved:
        asked.append(article)
        return prove(ground, article, *given)

    monkeypatch.setattr(articles, "prove", noted)
    served(SMALL)
    assert len(asked) == len(set(asked)) > 1
    asked.clear()
    served(SMALL, CHANGES["a sentence"])
    assert asked.count("oslo-cable") == 2
    assert len(asked) == len(set(asked)) + 1


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_found(name: str, tmp_path: Path) -> None:
    kept(tmp_path, SMALL)
    assert kept(tmp_path, CHANGES[name]) == outcome(CHANGES[name])


def test_an_article_is_looked_at_again_when_it_changed_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    of_article = Briefing.of_article

    def noted(briefing: Briefing, article: str) -> Briefing:
        looked.append(article)
        return of_article(briefing, article)

    monkeypatch.setattr(Briefing, "of_article", noted)
    kept(tmp_path, SMALL)
    assert len(looked) > 1
    looked.clear()
    kept(tmp_path, SMALL)
    assert looked == []
    for texts in CHANGES.values():
        kept(tmp_path, texts)
        assert "oslo-cable" in looked
        looked.clear()
    kept(tmp_path, CHANGES["a remark above"])
    assert looked == []


def test_what_other_articles_have_is_asked_again(tmp_path: Path) -> None:
    """A passage that stands elsewhere is told of with its article, whose text may become another."""
    texts = edited(SMALL, CABLE, ("had not yet decided what it would pay", "farmers marched through Bergen on Sunday"))
    kept(tmp_path, texts)
    assert "it stands in `bergen-march`" in str(outcome(texts))
    other = edited(texts, "seeds/bergen-march.txt", ("farmers marched", "people marched"))
    assert kept(tmp_path, other) == outcome(other)
    assert "it stands in `bergen-march`" not in str(outcome(other))
