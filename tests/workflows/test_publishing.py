"""Publishing, run for real by `act`: what is built is deployed, signed and recorded, and nothing else is."""

import hashlib
import re
import shutil
from pathlib import Path

import pytest

from tests.publishing.test_site import bytes_of
from tests.repositories import git
from tests.test_starter import briefbook
from tests.workflows.events import files_below, poison, pushed
from tests.workflows.forge import Forge, hosted
from tests.workflows.runs import ran

pytestmark = pytest.mark.site


def test_publish_builds_deploys_and_records(forge: Forge, clone: Path, tmp_path: Path) -> None:
    """Once the site is up, the branch has one more commit with one more file: the record of the first edition.

    What pull requests kept is not asked for, whatever it holds.
    """
    kept = forge.folder / "caches" / "build-"
    done = briefbook("build", "--root", str(clone))
    assert done.returncode == 0, done.stderr
    kept.parent.mkdir()
    (clone / "build").rename(kept)
    shutil.rmtree(clone / "site")
    poison(kept)
    before = bytes_of(kept)
    run = ran(forge, tmp_path, "publish.yml", "push", pushed(clone, "Now"))
    assert (run.jobs, run.failed) == (dict.fromkeys(("build", "attest", "deploy", "record"), "success"), [])
    site = run.artifact("site")
    assert site.keys() == {path.relative_to(forge.pages).as_posix() for path in files_below(forge.pages)}
    assert {name: (forge.pages / name).read_bytes() for name in site} == site
    assert "index.html" in site
    assert b"Poisoned" not in b"".join(site.values())
    assert bytes_of(kept) == before
    assert run.outputs == {"page_url": "https://owner.example.org/name/"}
    checked_with = [name for name in site if re.fullmatch(r"verify\w*\.py|data/[^/]+", name)]
    assert forge.attested == {Path(name).name: hashlib.sha256(site[name]).hexdigest() for name in checked_with}
    assert {"verify.py", "facts.json", "briefbook.sqlite"} <= forge.attested.keys()
    assert forge.used == [
        "Build/build: contents: read",
        "Publish/attest: attestations: write",
        "Publish/attest: id-token: write",
        "Publish/deploy: id-token: write",
        "Publish/deploy: pages: write",
        "Publish/record: contents: read",
        "Publish/record: contents: write",
    ]
    git(clone, "fetch", "--quiet", "origin")
    changed = git(clone, "diff", "--name-status", "HEAD", "origin/main").splitlines()
    assert changed == ["A\tcontent/.editions/2024-06-04.yml"]
    assert git(clone, "rev-list", "--count", "HEAD..origin/main") == "1"
    assert run.commands == []


def test_what_fails_its_checks_is_neither_built_nor_deployed(forge: Forge, clone: Path, tmp_path: Path) -> None:
    """The site that is up stays up, and the mistake stands at its line."""
    forge.pages.mkdir()
    (forge.pages / "index.html").write_text("The edition before.", encoding="utf-8")
    path = min((clone / "content" / "facts").glob("*.yml"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    say: ", "    say: Someone Unheard-of said that ", 1), encoding="utf-8")
    line = text[: text.index("    say: ")].count("\n") + 1
    run = ran(forge, tmp_path, "publish.yml", "push", pushed(clone, "A mistake"))
    assert run.jobs == {"build": "failure"}
    assert run.failed == ["Check every fact; problems stand at their lines"]
    assert run.steps[-1] == (run.failed[0], "failure")
    assert [path.name for path in files_below(forge.pages)] == ["index.html"]
    assert (run.artifact("site"), forge.used) == ({}, ["Build/build: contents: read"])
    shown = [told for told in run.commands if told.startswith("::error ")]
    assert shown == run.commands
    assert any(told.startswith(f"::error file=content/facts/{path.name},line={line},col=") for told in shown)


def test_a_new_dossier_is_published_by_the_same_workflows(begun: Path, tmp_path: Path) -> None:
    """Its edition is recorded, so the job that would record it takes no Python; its own commands do the rest.

    It is private, so nothing is signed for.
    """
    with hosted(tmp_path / "forge", begun) as forge:
        git(tmp_path, "clone", "--quiet", str(forge.repository), "clone")
        run = ran(forge, tmp_path, "publish.yml", "push", pushed(tmp_path / "clone", "Now", private=True))
    assert (run.jobs, run.failed) == (dict.fromkeys(("build", "deploy", "record"), "success"), [])
    assert (run.steps[-1], run.commands) == (("Take the files", "success"), [])
    assert "briefbook build --whole" in run.printed
    assert (forge.pages / "articles" / "2024-06-01-oslo-cable.html").is_file()
    assert "Publish/record: contents: write" not in forge.used
    assert forge.attested == {}


def test_a_first_record_that_cannot_be_pushed_says_how_it_is_kept(forge: Forge, clone: Path, tmp_path: Path) -> None:
    """Somebody else was faster while the site was built."""
    git(tmp_path, "clone", "--quiet", str(forge.repository), "slower")
    (clone / "README.md").write_text("Somebody else was faster.\n", encoding="utf-8")
    pushed(clone, "In the meantime")
    done = briefbook("edition", "--first", "--push", cwd=tmp_path / "slower")
    assert done.returncode != 0
    assert "REFUSED: " in done.stderr
    assert "run `briefbook edition --first` where you work, and commit the file that it writes" in done.stderr
