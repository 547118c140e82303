"""What other systems do otherwise, forced here: docs/platforms.md lists it, and says what only they can show."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.content.shape import article_id_problems
from generator.content.values import DEVICE_NAMES
from generator.problems import Place
from generator.publishing import swap
from tests.conftest import laid_out
from tests.folders import ROOT
from tests.repositories import ENVIRONMENT, git

MADE_OF = ("generator", ".github", ".vscode", ".gitlab-ci.yml", "CONTRIBUTING.md", "mkdocs.yml", "requirements.lock")


@pytest.mark.site
def test_a_site_is_the_same_without_what_windows_lacks(tmp_path: Path) -> None:
    """Built twice, so that it takes the place of another by two renames; by two processes, which inherit nothing."""
    sites = []
    for name, module in (("here", "generator"), ("elsewhere", "tests.elsewhere")):
        dossier = laid_out(tmp_path / name / "dossier")
        for edition in ("2030-01-01", "2031-01-01"):
            site = dossier / "content" / "site.yml"
            text = re.sub("(?m)^edition: .*$", f"edition: {edition}", site.read_text(encoding="utf-8"))
            site.write_text(text, encoding="utf-8")
            command = [sys.executable, "-m", module, "build", "--root", str(dossier), "--jobs", "2", "--profile"]
            done = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout + done.stderr
        assert sorted(path.name for path in (dossier / "build").iterdir()).count("old") == 0
        below = sorted(path for path in (dossier / "site").rglob("*") if path.is_file())
        sites.append({path.relative_to(dossier).as_posix(): path.read_bytes() for path in below})
    assert sites[0] == sites[1]


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh site beside one that stands, where no system exchanges two names."""
    monkeypatch.setattr(swap, "exchange", lambda _first, _second: False)
    for name in ("build/fresh", "site"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "index.html").write_text(name)
    return tmp_path


def refuse(monkeypatch: pytest.MonkeyPatch, source: str, times: int = 1) -> None:
    """As Windows refuses to rename a folder while somebody has a file of it open."""
    rename, left = Path.rename, [times]

    def renamed(path: Path, target: Path) -> Path:
        if path.name == source and left[0]:
            left[0] -= 1
            raise PermissionError(13, "Permission denied", str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", renamed)


def swapped(folders: Path) -> str:
    swap.swap(folders / "build" / "fresh", folders / "site", folders / "build")
    return (folders / "site" / "index.html").read_text()


@pytest.mark.parametrize("held", ["site", "next"])
def test_while_a_file_of_it_is_open_a_site_stays_whole(
    held: str, folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And it stands in its place; once the file is closed, the next build puts the new one there."""
    refuse(monkeypatch, held)
    with pytest.raises(PermissionError):
        swapped(folders)
    assert (folders / "site" / "index.html").read_text() == "site"
    swap.recover(folders / "build", folders / "site")
    assert sorted(path.name for path in folders.rglob("*")) == ["build", "index.html", "site"]
    shutil.copytree(folders / "site", folders / "build" / "fresh")
    assert swapped(folders) == "site"


def test_an_old_site_that_cannot_go_yet_keeps_no_new_one_away(folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, "old")
    assert swapped(folders) == "build/fresh"
    assert (folders / "build" / "old" / "index.html").read_text() == "site"
    swap.recover(folders / "build", folders / "site")
    assert list((folders / "build").iterdir()) == []


@pytest.mark.site
def test_what_a_wheel_is_made_of_has_the_same_line_ends_wherever_it_is_taken_out() -> None:
    """Git of Windows gives others where nothing tells it; the wheel would then be another."""
    names = git(ROOT, "ls-files", "-z", "--", *MADE_OF).split("\0")
    told = git(ROOT, "check-attr", "-z", "eol", "--", *filter(None, names)).split("\0")
    ends = dict(zip(told[::3], told[2::3], strict=False))
    assert len(ends) > 300
    assert {name for name, value in ends.items() if value != "lf"} == set()


@pytest.mark.parametrize(
    "name", [*sorted(DEVICE_NAMES), "CON", "Oslo", "oslo.", "oslo ", "oslo:a", "oslo\\a", "o\u0301slo"]
)
def test_no_article_has_a_name_that_some_system_takes_otherwise(name: str) -> None:
    [problem] = article_id_problems(name, Place("content/facts/it.yml"))
    assert problem.code == "BAD-ID"
