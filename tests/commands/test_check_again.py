"""A check keeps what it worked out, built or not, and leaves nothing that anybody has to look after."""

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.__main__ import main
from generator.content import yaml_tree
from generator.evidence import articles
from tests.folders import HERE

FACTS = "content/facts/oslo-cable.yml"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """The small dossier, which was never built."""
    return Path(shutil.copytree(HERE / "small", tmp_path / "dossier"))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The articles that are proved, and the files that are read as YAML, since somebody emptied the list."""
    work: list[str] = []
    prove, parse = articles.prove, yaml_tree.parsed

    def proved(ground: articles.Ground, article: str, *more: object) -> articles.Proved:
        work.append(article)
        return prove(ground, article, *more)  # type: ignore[arg-type]

    def parsed(text: str, path: str) -> yaml_tree.Node:
        work.append(path)
        return parse(text, path)

    monkeypatch.setattr(articles, "prove", proved)
    monkeypatch.setattr(yaml_tree, "parsed", parsed)
    return work


def check(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["check", "--frozen", "--jobs", "1", "--root", str(root), *words])


def test_what_did_not_change_is_neither_read_nor_proved_again(dossier: Path, asked: list[str]) -> None:
    first = check(dossier)
    assert set(asked) >= {"bergen-march", "oslo-cable", FACTS, "content/site.yml"}
    asked.clear()
    again = check(dossier)
    assert (again.exit_code, again.output, asked) == (first.exit_code, first.output, [])


def test_one_file_that_changed_is_read_and_proved_alone(dossier: Path, asked: list[str]) -> None:
    check(dossier)
    text = (dossier / FACTS).read_text(encoding="utf-8")
    (dossier / FACTS).write_text(text + "# looked through\n", encoding="utf-8")
    asked.clear()
    check(dossier)
    assert asked == [FACTS]
    (dossier / FACTS).write_text(text.replace("50 percent of the new", "60 percent of the new"), encoding="utf-8")
    asked.clear()
    refused = check(dossier)
    assert (refused.exit_code, sorted({*asked})) == (1, [FACTS, "oslo-cable"])
    shutil.rmtree(dossier / "build")
    assert check(dossier).output == refused.output


def test_git_leaves_the_folder_that_a_check_made_alone(dossier: Path) -> None:
    check(dossier)
    assert (dossier / "build" / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_a_folder_that_was_there_is_left_as_it_was(dossier: Path) -> None:
    (dossier / "build").mkdir()
    check(dossier)
    assert [path.name for path in (dossier / "build").iterdir()] == ["work.sqlite"]


def test_a_folder_that_is_no_dossier_is_left_as_it_was(tmp_path: Path) -> None:
    assert (check(tmp_path).exit_code, list(tmp_path.iterdir())) == (1, [])


def test_where_nothing_can_be_kept_the_check_is_the_same(dossier: Path) -> None:
    (dossier / "build").write_text("")  # as on a disk that refuses the folder
    without = check(dossier), check(dossier)
    (dossier / "build").unlink()
    kept = check(dossier)
    assert {(one.exit_code, one.output) for one in without} == {(kept.exit_code, kept.output)}


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_dossier_that_nobody_may_write_is_checked_all_the_same(dossier: Path) -> None:
    kept = check(dossier)
    shutil.rmtree(dossier / "build")
    dossier.chmod(0o500)
    without = check(dossier)
    dossier.chmod(0o700)
    assert (without.exit_code, without.output) == (kept.exit_code, kept.output)
