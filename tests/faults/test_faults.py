"""Whatever kills, interrupts or refuses a command: one whole edition, nothing half-written, and the next run mends."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from generator.publishing.live_folder import live_folder
from tests.conftest import laid_out
from tests.faults import places
from tests.faults.runs import Fault, ran
from tests.faults.scenarios import SCENARIOS, Trial, own, site, swap
from tests.folders import ROOT

pytestmark = pytest.mark.site
STRONGEST = ("kill", "interrupt", "terminate", "full")
MOMENTS = {"build": 1, "build of a change": 1, "propose": 1, "serve": 1, "pdf": 1}  # others, which cost less, have more
IN_THE_WAY = ("disk", "mounted", "closed", "others", "dated")


@pytest.fixture(scope="module")
def trials(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Trial]:
    """Scenarios by name, each laid out and carried out once: a fault is put into a copy."""
    return cache(lambda name: Trial(name, tmp_path_factory.mktemp("trial")))


@pytest.mark.parametrize("name", [name for name in SCENARIOS if "two workers" not in name])
def test_what_a_fault_leaves_is_whole_and_the_next_run_mends_it(name: str, trials: Callable[[str], Trial]) -> None:
    trial = trials(name)
    faults = [Fault(kind, n) for kind in STRONGEST for n in trial.moments(kind, MOMENTS.get(name, 2))]
    assert {fault: found for fault in faults if (found := list(trial.wrong_after(fault)))} == {}
    assert trial.before != trial.after or "build" in name or name == "propose"


@pytest.mark.parametrize("kind", IN_THE_WAY)
@pytest.mark.parametrize("name", ["edition", "add", "check that writes locks", "build of a change"])
def test_what_stands_in_the_way_is_told_and_the_next_run_mends_it(
    name: str, kind: str, trials: Callable[[str], Trial]
) -> None:
    if not places.possible(kind):
        pytest.skip("this system does not let us")
    trial = trials(name)
    faults = [Fault(kind, n) for n in trial.moments(kind, 1 if name in MOMENTS else 2)]
    assert faults
    assert {fault: found for fault in faults if (found := list(trial.wrong_after(fault)))} == {}


@pytest.mark.parametrize("kind", ["mounted", "closed", "others"])
def test_a_pdf_that_may_not_be_written_is_told_in_one_line(kind: str, trials: Callable[[str], Trial]) -> None:
    if not places.possible(kind):
        pytest.skip("this system does not let us")
    assert list(trials("pdf").wrong_after(Fault(kind, 0))) == []


def test_a_build_takes_away_what_a_server_left_that_was_killed(tmp_path: Path) -> None:
    laid_out(tmp_path)
    (tmp_path / "build" / "live-gone" / "1" / "site").mkdir(parents=True)
    with live_folder(tmp_path / "build") as in_use:
        (tmp_path / "build" / "live-late").mkdir()
        assert ran(tmp_path, ("build",)).code == 0
        assert list((tmp_path / "build").glob("live-*")) == [in_use]
    assert list((tmp_path / "build").glob("live-*")) == []


def test_the_clock_may_be_set_back_between_two_builds(tmp_path: Path) -> None:
    laid_out(tmp_path)
    assert ran(tmp_path, ("build",)).code == 0
    with places.dated(tmp_path, places.TIMES[0]):
        assert ran(tmp_path, ("build",)).lines == ["site/ is up to date"]
    swap(tmp_path, "content/site.yml", "Write to the editors.", "Write to the writers.")  # as many bytes
    assert ran(tmp_path, ("build",)).code == 0
    assert b"Write to the writers." in site(tmp_path)["index.html"]
    assert site(tmp_path) == site(_built(tmp_path / "anew"))


def _built(root: Path) -> Path:
    swap(laid_out(root), "content/site.yml", "Write to the editors.", "Write to the writers.")
    assert ran(root, ("build",)).code == 0
    return root


def test_no_worker_outlives_a_build_that_is_interrupted(tmp_path: Path) -> None:
    trial = Trial("build, with two workers", tmp_path)
    assert list(trial.wrong_after(Fault("interrupt", trial.events // 2))) == []


def test_a_build_that_waited_for_another_builds_what_is_there_then(tmp_path: Path) -> None:
    laid_out(tmp_path)
    assert ran(tmp_path, ("build",)).code == 0
    with (tmp_path / "build" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        command = [sys.executable, "-m", "generator", "build", "--root", str(tmp_path)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as waiting:
            assert waiting.stderr is not None
            assert waiting.stderr.readline() == "another build is at work here; waiting for it to end\n"
            swap(tmp_path, "content/site.yml", "Write to the editors.", "Write to us.")
            fcntl.flock(lock, fcntl.LOCK_UN)
            waiting.communicate()
    assert waiting.returncode == 0
    assert b"Write to us." in site(tmp_path)["index.html"]
    assert ran(tmp_path, ("build",)).lines == ["site/ is up to date"]


def test_what_changes_while_it_is_read_is_built_again(tmp_path: Path) -> None:
    laid_out(tmp_path)

    def edited(root: Path) -> None:
        from generator import pipeline
        from generator.__main__ import main

        build = pipeline.build

        def later(*args: object, **options: object) -> int:
            swap(root, "content/site.yml", "Write to the editors.", "Write to us.")
            return build(*args, **options)  # type: ignore[arg-type]

        pipeline.build = later
        main(["build"])

    assert ran(tmp_path, edited).code == 0
    swap(tmp_path, "content/site.yml", "Write to us.", "Write to the editors.")
    assert ran(tmp_path, ("build",)).lines[-1] != "site/ is up to date"


@pytest.mark.parametrize("command", [("build",), ("serve", "--port", "0")], ids=lambda command: command[0])
def test_a_path_that_is_no_text_is_told_before_anything_is_made(command: tuple[str, ...], tmp_path: Path) -> None:
    root = laid_out(tmp_path / os.fsdecode(b"caf\xe9"))
    done = ran(root, command)
    told = ".:1:1: DISK: a name on the way to this dossier is not UTF-8, and no builder takes such a path; "
    assert (done.code, done.lines[0]) == (2, f"{told}rename that folder; nothing was changed")
    assert not (root / "build").exists()
    assert ran(root, ("check",)).code == 0


@pytest.mark.parametrize(
    ("name", "kind"),
    [("site", "link"), ("build", "link"), *((name, "file") for name in ("site", "build", "build/docs", "build/theme"))],
)
def test_nothing_is_built_into_what_is_no_folder_of_ours(name: str, kind: str, tmp_path: Path) -> None:
    root, others = laid_out(tmp_path / "dossier"), tmp_path / "others"
    (others / "docs").mkdir(parents=True)
    (others / "docs" / "letter.txt").write_text("theirs", encoding="utf-8")
    place = root / name
    place.parent.mkdir(exist_ok=True)
    if kind == "link":
        place.symlink_to(others)
    else:
        place.write_text("theirs", encoding="utf-8")
    done = ran(root, ("build",))
    assert (done.code, done.lines[0].partition(";")[0]) == (
        2,
        f"{name}:1:1: DISK: this is a link or a file, and a folder of Briefbook's own belongs here",
    )
    assert [path.name for path in others.rglob("*")] == ["docs", "letter.txt"]
    assert place.is_symlink() or place.read_text(encoding="utf-8") == "theirs"


def test_files_of_somebody_else_in_the_place_of_the_site_are_not_replaced(tmp_path: Path) -> None:
    laid_out(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("theirs", encoding="utf-8")
    done = ran(tmp_path, ("build",))
    told = "site:1:1: DISK: there are files here that no build has made, and the site would take their place; "
    assert (done.code, done.lines[0]) == (2, f"{told}move them away; nothing was changed")
    assert site(tmp_path) == {"index.html": b"theirs"}
    (tmp_path / "site" / "index.html").rename(tmp_path / "site" / ".DS_Store")
    assert ran(tmp_path, ("build",)).code == 0


PUT_BY_HAND = {
    ("CNAME",): "site/CNAME:1:1: DISK: no build has made this file, and the next site would take its place; ",
    (
        "a/b.html",
        "assets/own.css",
    ): "site/a/b.html:1:1: DISK: no build has made this file, the first of 2 such, and the ",
    (".git/HEAD",): "site/.git/HEAD:1:1: DISK: no build has made this file, and the next site would take its place; ",
}


@pytest.mark.parametrize("paths", PUT_BY_HAND, ids=lambda paths: paths[0])
def test_what_somebody_put_into_the_site_is_not_lost(paths: tuple[str, ...], tmp_path: Path) -> None:
    laid_out(tmp_path)
    assert ran(tmp_path, ("build",)).code == 0
    built = site(tmp_path)
    (tmp_path / "site" / ".DS_Store").write_text("x", encoding="utf-8")
    assert ran(tmp_path, ("build", "--force")).code == 0
    for path in paths:
        (tmp_path / "site" / path).parent.mkdir(exist_ok=True)
        (tmp_path / "site" / path).write_text("theirs", encoding="utf-8")
    swap(tmp_path, "content/site.yml", "Write to the editors.", "Write to the writers.")
    done = ran(tmp_path, ("build",))
    assert (done.code, done.lines[0].startswith(PUT_BY_HAND[paths])) == (2, True), done.printed
    assert site(tmp_path) == {**built, **dict.fromkeys(paths, b"theirs")}
    for path in paths:
        (tmp_path / "site" / path).unlink()
    assert ran(tmp_path, ("build",)).code == 0
    assert b"Write to the writers." in site(tmp_path)["index.html"]


def test_a_site_whose_making_nobody_noted_gives_way(tmp_path: Path) -> None:
    laid_out(tmp_path)
    assert ran(tmp_path, ("build",)).code == 0
    shutil.rmtree(tmp_path / "build")
    (tmp_path / "site" / "CNAME").write_text("theirs", encoding="utf-8")
    assert ran(tmp_path, ("build",)).code == 0
    assert "CNAME" not in site(tmp_path)


def test_a_lock_that_another_check_wrote_meanwhile_is_no_conflict(tmp_path: Path) -> None:
    trial = Trial("check that writes locks", tmp_path)

    def meanwhile(root: Path) -> None:
        from generator import lockfiles
        from generator.__main__ import main

        behind = lockfiles.behind

        def both(*args: object) -> dict[str, str]:
            found = behind(*args)  # type: ignore[arg-type]
            for article, lock in found.items():
                (root / "seeds").mkdir(exist_ok=True)
                (root / "seeds" / f"{article}.lock").write_text(lock, encoding="utf-8")
            return found

        lockfiles.behind = both  # type: ignore[assignment]
        main(["check"])

    dossier = tmp_path / "start"
    done = ran(dossier, meanwhile)
    assert (done.code, own(dossier)) == (0, trial.after), done.printed
