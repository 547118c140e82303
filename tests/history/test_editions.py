"""What changed between two editions: every kind of change, as people, pull requests and machines are told of it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import files, lockfiles, pipeline
from generator.exports import change_report as output
from generator.history.diff import Changes, diff
from generator.history.snapshot import Snapshot
from tests.conftest import ROOT
from tests.folders import HERE, article_texts_of, laid_over, texts_of

WORDS = files.words()
CASES = sorted(path for path in (HERE / "editions").iterdir() if path.is_dir())


def edition(texts: dict[str, str], *, by_locks: bool = False) -> Snapshot:
    article_texts = article_texts_of(texts)
    if by_locks:
        content = pipeline.read(texts)
        article_texts = files.ArticleTexts(
            {}, {name: lockfiles.from_text(content, name, text) for name, text in article_texts.texts.items()}, {}
        )
    return pipeline.edition(pipeline.load(texts, article_texts))


SMALL = edition(texts_of(HERE / "small"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_changes_are_told(case: Path, agrees: Callable[[Path, str], None]) -> None:
    changes = diff(SMALL, edition(laid_over(case)))
    agrees(case / "changes.txt", output.plain(changes, WORDS))
    agrees(case / "changes.md", output.markdown(changes, WORDS))
    agrees(case / "changes.json", output.machine(changes))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_changes_run_both_ways(case: Path) -> None:
    """What is new in the one direction is gone in the other, and what differs is the same."""
    there, back = diff(SMALL, edition(laid_over(case))), diff(edition(laid_over(case)), SMALL)
    assert {fact.id for fact in there.facts} == {fact.id for fact in back.facts}
    assert {(entry.id, entry.facts) for entry in there.entries} == {(entry.id, entry.facts) for entry in back.entries}
    turned = {"opened": "closed", "closed": "opened", "changed": "changed"}
    assert [(d.id, turned[d.how], d.after, d.before) for d in there.differences] == [
        (d.id, d.how, d.before, d.after) for d in back.differences
    ]


def test_equal_editions_have_no_changes() -> None:
    changes = diff(SMALL, edition(texts_of(HERE / "small")))
    assert changes == Changes((), (), (), (), ())
    assert not changes
    assert output.plain(changes, WORDS) == ""
    assert output.markdown(changes, WORDS) == "## What a reader would notice\n\nNothing.\n"
    assert set(map(str, json.loads(output.machine(changes)).values())) == {"[]"}


def test_an_edition_without_its_texts_is_the_same_edition() -> None:
    assert diff(SMALL, edition(texts_of(HERE / "small"), by_locks=True)) == Changes((), (), (), (), ())


def test_this_dossier_has_no_changes_to_itself() -> None:
    one = pipeline.edition(pipeline.load(files.content(ROOT), files.article_texts(ROOT)))
    assert not diff(one, one)


def test_a_text_that_changed_is_told() -> None:
    texts = texts_of(HERE / "small")
    texts["seeds/oslo-cable.txt"] = texts["seeds/oslo-cable.txt"].replace("today.", "now.")
    changes = diff(SMALL, edition(texts))
    assert [(article.id, [field.name for field in article.fields]) for article in changes.articles] == [
        ("oslo-cable", ["text"])
    ]


def test_a_fact_that_is_not_proved_any_more_is_told() -> None:
    texts = texts_of(HERE / "small")
    texts["seeds/oslo-cable.txt"] = texts["seeds/oslo-cable.txt"].replace("We will carry 50", "We may carry 50")
    changes = diff(SMALL, edition(texts))
    [fact] = [fact for fact in changes.facts if fact.id == "oslo-pledge"]
    assert fact.how == "evidence"
    assert ("verdict", "proved", "refuted") in [(field.name, field.before, field.after) for field in fact.fields]
