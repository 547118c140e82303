"""`briefbook diff`: editions are folders or revisions, and the working tree is one of them."""

import json
import shutil
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.__main__ import main
from tests.folders import HERE
from tests.repositories import ENVIRONMENT, committed, git, repository
from tests.resident import briefbook

pytestmark = pytest.mark.site

LATER = HERE / "editions" / "a-day-later"


def diff(root: Path, *arguments: str, status: int = 0) -> str:
    """What the command prints, wherever it prints it."""
    with chdir(root):
        done = CliRunner(env=ENVIRONMENT).invoke(main, ["diff", *arguments])
    assert done.exit_code == status, done.output
    return done.output


@pytest.fixture
def grown(tmp_path: Path) -> Path:
    """A repository whose last commit is a day later than its first."""
    root = repository(tmp_path)
    # Copies with times of their own: git takes a file of the same size and time for unchanged.
    shutil.copytree(LATER / "content", root / "content", copy_function=shutil.copyfile, dirs_exist_ok=True)
    committed(root, "A day later")
    return root


def test_revisions_and_the_working_tree_are_compared(grown: Path) -> None:
    told = (LATER / "changes.txt").read_text(encoding="utf-8")
    assert diff(grown, "HEAD~1", "HEAD") == told
    assert diff(grown, "HEAD~1") == told
    assert diff(grown, "HEAD~1", "--markdown") == (LATER / "changes.md").read_text(encoding="utf-8")
    assert json.loads(diff(grown, "HEAD~1", "--json")) == json.loads((LATER / "changes.json").read_text("utf-8"))


def test_what_is_not_committed_is_part_of_the_working_tree(grown: Path) -> None:
    site = grown / "content" / "site.yml"
    site.write_text(site.read_text(encoding="utf-8").replace("2024-06-05", "2024-06-06"), encoding="utf-8")
    assert diff(grown, "HEAD") == "The whole dossier (1)\n  site.yml\n    edition: 2024-06-05 → 2024-06-06\n"
    assert diff(grown, "HEAD", "HEAD") == ""


def test_folders_are_compared_without_git(grown: Path, tmp_path: Path) -> None:
    away = tmp_path / "away"
    away.mkdir()
    assert diff(away, str(HERE / "small"), str(grown)) == (LATER / "changes.txt").read_text(encoding="utf-8")


def test_a_dossier_may_lie_below_the_root_of_its_repository(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    shutil.copytree(HERE / "small", tmp_path / "dossiers" / "cable")
    committed(tmp_path, "A dossier below")
    assert diff(tmp_path, "HEAD", "--root", "dossiers/cable") == ""


def test_a_revision_is_proved_by_the_private_text_that_its_lock_knows(tmp_path: Path) -> None:
    root = repository(tmp_path)
    (root / ".gitignore").write_text("/texts/\n")
    (root / "texts").mkdir()
    text = shutil.move(root / "seeds" / "oslo-cable.txt", root / "texts" / "oslo-cable.txt")
    assert briefbook("lock", text, cwd=root).returncode == 0
    committed(root, "A lock in its place")
    assert diff(root, "HEAD~1") == diff(root, "HEAD") == ""


def test_links_of_a_revision_lead_nowhere(grown: Path, tmp_path: Path) -> None:
    secret = tmp_path.parent / f"{tmp_path.name}-secret.yml"
    secret.write_text("a secret")
    (grown / "content" / "facts" / "linked.yml").symlink_to(secret)
    committed(grown, "A link to somewhere else")
    assert "secret" not in diff(grown, "HEAD", "HEAD~1")


def test_what_git_does_not_know_is_said(grown: Path) -> None:
    assert "`no-such-branch` is neither a dossier's folder nor a revision" in diff(grown, "no-such-branch", status=2)
    assert "neither" in diff(grown, "--", "--output=x", status=2)


def test_problems_of_an_edition_are_told_under_its_name(grown: Path) -> None:
    themes = grown / "content" / "themes.yml"
    themes.write_text(themes.read_text(encoding="utf-8").replace("name:", "nmae:", 1), encoding="utf-8")
    broken = committed(grown, "A slip")
    assert f"{broken}:content/themes.yml:2:3: UNKNOWN-FIELD" in diff(grown, broken, "HEAD~1", status=1)
    assert "\ncontent/themes.yml:2:3: UNKNOWN-FIELD" in diff(grown, "HEAD~1", status=1)


def test_a_clone_that_lacks_a_revision_says_so_where_it_is_shallow(
    grown: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    whole, shallow = (tmp_path_factory.mktemp(name) for name in ("whole", "shallow"))
    git(grown, "clone", "--quiet", f"file://{grown}", str(whole))
    git(grown, "clone", "--quiet", "--depth", "1", f"file://{grown}", str(shallow))
    unknown = "`origin/main~1` is neither a dossier's folder nor a revision that git knows here"
    why = "this clone is shallow, and has only the latest revisions; `git fetch --unshallow` brings all of them, and "
    assert diff(shallow, "origin/main~1", status=2).endswith(
        f"Error: {unknown}: {why}`fetch-depth: 0` of actions/checkout in a workflow\n"
    )
    assert diff(whole, "origin/main~7", status=2).endswith(
        "~7` is neither a dossier's folder nor a revision that git knows here\n"
    )
    assert diff(whole, "origin/main~1") == diff(grown, "HEAD~1")


def test_the_whole_report_is_written_where_it_is_asked_for(grown: Path) -> None:
    printed = diff(grown, "HEAD~1", "--markdown", "--whole", "build/changes.md")
    assert (grown / "build" / "changes.md").read_text(encoding="utf-8") == printed
