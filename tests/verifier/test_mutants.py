"""`check` and `verify.py` say the same of whatever is changed at random; `tools.measure_mutants` tries many more."""

from importlib import import_module
from pathlib import Path

import pytest

from generator import files
from tests.shipped import importable
from tests.verifier import published
from tests.verifier.mutants import outcomes

pytestmark = pytest.mark.site


def test_both_programs_say_the_same_of_what_is_changed(tmp_path: Path) -> None:
    with importable(tmp_path / "program"):
        found = list(outcomes(range(130), tmp_path))
    assert [f"{one.mutant}: {one.checked}, but {one.verified}: {one.said}" for one in found if not one.agrees] == []
    assert {one.checked for one in found} == {"proved", "refuted", "cannot check"}
    assert len(found) >= 100


def test_what_is_changed_in_a_published_site_is_refuted(tmp_path: Path) -> None:
    """By whoever leaves the facts as they are."""
    with importable(tmp_path / "program"):
        found = list(published.outcomes(range(120), tmp_path))
    assert [f"{one.number}: {one.kind}: {one.changed}" for one in found if not one.against] == []
    assert {one.kind for one in found} == {*published.KINDS}
    assert len(found) >= 90


def test_set_words_are_those_of_the_pages(tmp_path: Path) -> None:
    """In which pages say how answers stand, and that there is none."""
    words = files.words()
    with importable(tmp_path / "program"):
        marked = import_module("verify_marked")
    assert {**marked.VERDICTS, "signs": words["verdicts"]["signs"]} == words["verdicts"]
    assert {name: words["taken_part"][name] for name in marked.PARTS} == marked.PARTS
    absence, answers = words["absence"], words["grids"]
    nothing = [absence["theme"]["nothing"], absence["event"]["nothing"], answers["articles"]["nothing"]]
    assert {
        "silence": (*nothing, answers["speakers"]["nothing"].partition("{")[0]),
        "unanswered": (absence["unanswered"], absence["theme"]["unanswered"], absence["theme"]["named"]),
        "partly-read": (absence["partly-read"],),
    } == marked.ABSENCES
    assert absence["event"]["unanswered"].startswith(absence["theme"]["named"])
