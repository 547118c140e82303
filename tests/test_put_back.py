"""A fact that was retired and is put back stands again: under its id and with its words, as one that was added."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import assembly, files, pipeline
from generator.__main__ import main
from tests.folders import HERE

BERGEN, THEMES = "content/facts/bergen-march.yml", "content/themes.yml"
PROVED = """\
    passage: will raise the price of power
    about: [energy-prices, energy-links]
    kind: position
    event: bergen-march
"""
WITHDRAWN = "    status: withdrawn\n    retired: 2024-06-05\n    because: The paper took it back.\n"
SAID = "The marchers expect dearer electricity from the North Link."


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def run(root: Path, command: str, *more: str) -> str:
    done = CliRunner().invoke(main, [command, "--root", str(root), *more])
    assert done.exit_code == 0, done.output
    return done.stderr


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A dossier whose second edition withdrew a fact, which its files have again."""
    root = tmp_path / "dossier"
    shutil.copytree(HERE / "small", root)
    kept = {path: (root / path).read_text(encoding="utf-8") for path in (BERGEN, THEMES)}
    run(root, "edition", "--date", "2024-06-04")
    change(root, BERGEN, PROVED, WITHDRAWN)
    change(root, THEMES, "from: [bergen-protest, bergen-fear]", "from: [bergen-protest]")
    run(root, "edition", "--date", "2024-06-05")
    for path, text in kept.items():
        (root / path).write_text(text, encoding="utf-8")
    return root


def test_a_fact_that_was_put_back_is_told_as_added(root: Path) -> None:
    assert run(root, "check") == ""
    run(root, "edition", "--date", "2024-06-06")
    briefing = pipeline.load(files.content(root), files.article_texts(root))
    told = json.loads(assembly.pages(briefing, files.words(), "")["data/changes.json"])
    changes = {edition["date"]: edition["changes"] for edition in told["editions"]}
    assert [[one[key] for key in ("kind", "fact")] for one in changes["2024-06-05"]] == [["withdrawn", "bergen-fear"]]
    assert [[one[key] for key in ("kind", "fact", "say")] for one in changes["2024-06-06"]] == [
        ["added", "bergen-fear", SAID]
    ]


def test_a_fact_that_is_put_back_has_the_words_that_it_had(root: Path) -> None:
    change(root, BERGEN, SAID, SAID.replace("expect", "foresee"))
    done = CliRunner().invoke(main, ["check", "--root", str(root)])
    assert done.exit_code == 1
    assert "REUSED-ID: the id `bergen-fear` was published as that of a fact that no longer stands" in done.stderr
