"""A text is read once, whatever its facts become; so is the dictionary asked for each word."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import pytest

from generator import files, pipeline
from generator.briefing import Briefing
from generator.evidence import ordinary
from generator.evidence.source import FullText
from generator.work.executors import ALONE, Crew
from generator.work.store import Store
from tests.conftest import laid_out
from tests.folders import edited

CABLE = "content/facts/oslo-cable.yml"
CHANGE = ("say: Denmark has not settled its own part of the bill.", "say: Denmark has yet to settle its own part.")


def loaded(folder: Path, texts: dict[str, str], article_texts: files.ArticleTexts) -> Briefing:
    with Store(folder) as store:
        return pipeline.load(texts, article_texts, crew=replace(ALONE, store=store))


def test_a_text_whose_facts_changed_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = laid_out(tmp_path / "dossier")
    texts, article_texts = files.content(root), files.article_texts(root)
    before, read = loaded(tmp_path, texts, article_texts), list[object]()
    profile = FullText._profile  # noqa: SLF001 - counted here

    def noted(text: FullText, *given: Any) -> Any:
        read.append(text)
        return profile(text, *given)

    monkeypatch.setattr(FullText, "_profile", noted)
    changed = edited(texts, CABLE, CHANGE)
    found = loaded(tmp_path, changed, article_texts)
    assert read == []
    assert [fact.say for fact in found.facts.values()] != [fact.say for fact in before.facts.values()]
    fresh = pipeline.load(changed, article_texts)
    assert read
    assert [(fact.located, fact.checks) for fact in found.facts.values()] == [
        (fact.located, fact.checks) for fact in fresh.facts.values()
    ]
    assert [one.profiles for one in found.sources.values()] == [one.profiles for one in fresh.sources.values()]
    read.clear()
    named = edited(texts, "content/leaders.yml", ("name: Jane Doe", "name: Jane Doe-Berg"))
    loaded(tmp_path, named, article_texts)
    assert read  # whom it names may be another


def test_no_processes_are_begun_for_an_article_that_changed(tmp_path: Path) -> None:
    def opened(*_: object) -> NoReturn:
        raise AssertionError("a pool for one article")

    root = laid_out(tmp_path / "dossier")
    texts, article_texts = files.content(root), files.article_texts(root)
    loaded(tmp_path, texts, article_texts)
    changed = edited(texts, CABLE, CHANGE)
    with Store(tmp_path) as store:
        found = pipeline.load(changed, article_texts, crew=Crew(2, opened, store=store))
    assert found.facts == pipeline.load(changed, article_texts).facts


def test_what_the_dictionary_said_is_taken_over(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ordinary.is_ordinary("meeting"), ordinary.opens_plainly("meeting"), ordinary.is_ordinary("qwzzt")
    told = ordinary.looked_up()
    assert ("meeting", "en", "meet") in told
    assert ("qwzzt", "en", "") in told
    monkeypatch.setattr(ordinary, "_LEMMAS", {})
    monkeypatch.setitem(sys.modules, "simplemma", None)  # whoever imports it now fails
    ordinary.is_ordinary.cache_clear()
    ordinary.opens_plainly.cache_clear()
    ordinary.remember(told)
    assert (ordinary.is_ordinary("meeting"), ordinary.opens_plainly("meeting"), ordinary.is_ordinary("qwzzt")) == asked
    assert ordinary.looked_up() == told
    with pytest.raises(ImportError):
        ordinary.is_ordinary("zymurgy")  # which no other test asks
