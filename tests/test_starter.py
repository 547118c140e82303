"""A new dossier stands by itself: its files are the handbook's examples, and it builds where nothing is installed."""

import hashlib
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from generator.publishing.wheel import wheel
from tests.conftest import ROOT
from tests.test_handbook import CONTENT, TEXTS

STARTER = ROOT / "generator" / "starter"
AS_HERE = sorted(path for folder in (".github/workflows", ".vscode") for path in (ROOT / folder).iterdir())
NAMES = re.compile(r"^(site_name|site_description): .*$", re.MULTILINE)
LOCKED = re.compile(r"^([a-z0-9][a-z0-9.-]*)==.*\n(?:    .*\n)+", re.MULTILINE)
Agrees = Callable[[Path, str], None]


@pytest.mark.parametrize("path", CONTENT)
def test_its_content_is_the_handbooks_examples(path: str, agrees: Agrees) -> None:
    agrees(STARTER / path, CONTENT[path])


@pytest.mark.parametrize("article", TEXTS)
def test_its_articles_are_those_of_the_examples(article: str, agrees: Agrees) -> None:
    agrees(STARTER / "seeds" / f"{article}.txt", TEXTS[article])


def test_it_has_nothing_else_to_read() -> None:
    written = {path.relative_to(STARTER).as_posix() for path in STARTER.rglob("*") if path.is_file()}
    read = {name for name in written if name.startswith(("content/", "seeds/"))}
    assert read == {*CONTENT, *(f"seeds/{article}.txt" for article in TEXTS)}


@pytest.mark.parametrize("path", AS_HERE, ids=lambda path: path.name)
def test_its_workflows_and_settings_are_those_of_this_repository(path: Path, agrees: Agrees) -> None:
    name = path.relative_to(ROOT).as_posix().removeprefix(".")
    agrees(STARTER / f"dot-{name}", path.read_text(encoding="utf-8"))


def test_its_site_is_built_as_this_one(agrees: Agrees) -> None:
    site = dict(re.findall(r"^(title|description): +(.*?)(?: +#.*)?$", CONTENT["content/site.yml"], re.MULTILINE))
    named = {"site_name": site["title"], "site_description": site["description"]}
    plan = NAMES.sub(lambda found: f"{found[1]}: {named[found[1]]}", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    agrees(STARTER / "mkdocs.yml", plan)


def test_it_needs_what_the_program_needs_and_no_more(agrees: Agrees) -> None:
    """The part of this repository's lock that is not for developers alone, each package with its hashes."""
    locked = {found[1]: found[0] for found in LOCKED.finditer((ROOT / "requirements.lock").read_text("utf-8"))}
    by = {name: set(re.findall(r"^    #(?: via)? +(\S.*)$", text, re.MULTILINE)) for name, text in locked.items()}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [need for needs in project["optional-dependencies"].values() for need in needs]
    kept = {re.split(r"[^A-Za-z0-9-]", need)[0].lower() for need in (*project["dependencies"], *extras)}
    while more := {name for name, asked in by.items() if asked & kept} - kept:
        kept |= more
    assert kept <= locked.keys()
    parts = [re.sub(r"^    #.*\n", "", text, flags=re.MULTILINE) for name, text in locked.items() if name in kept]
    agrees(STARTER / "requirements.lock", "".join(parts))


def briefbook(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("started") / "dossier"
    done = briefbook("init", str(folder))
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def test_it_passes_and_builds_at_once(dossier: Path) -> None:
    checked = briefbook("check", "--root", str(dossier))
    assert (checked.returncode, checked.stderr) == (0, "")
    built = briefbook("build", "--root", str(dossier))
    assert built.returncode == 0, built.stdout + built.stderr
    assert (dossier / "site" / "articles" / "2024-06-01-oslo-cable.html").is_file()


def test_its_lock_names_the_wheel_by_its_hash(dossier: Path) -> None:
    first = (dossier / "requirements.lock").read_text(encoding="utf-8").splitlines()[0]
    path, _, digest = first.partition(" --hash=sha256:")
    assert hashlib.sha256((dossier / path).read_bytes()).hexdigest() == digest


def test_a_wheel_is_the_same_each_time_and_as_it_says() -> None:
    name, data = wheel()
    assert (name, data) == wheel()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = set(archive.namelist())
    assert {"generator/__main__.py", "generator/starter/dot-gitignore", "generator/pages/method.md"} <= names


def test_what_is_there_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    done = briefbook("init", str(tmp_path))
    assert done.returncode == 2
    assert f"`{tmp_path}` is not empty: name a new folder" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_an_empty_repository_may_be_begun_in(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert briefbook("init", str(tmp_path)).returncode == 0
