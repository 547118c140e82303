"""A command of the process that has loaded the program ends as one does that Python was started for."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import laid_out
from tests.folders import ROOT
from tests.repositories import ENVIRONMENT
from tests.resident import briefbook

pytestmark = pytest.mark.site

COMMANDS = {
    "help": ["--help"],
    "version": ["--version"],
    "wrong use": ["check", "--nonsense"],
    "no such command": ["nonsense"],
    "clean": ["check", "--root", "."],
    "told as data": ["check", "--json", "--root", "."],
    "no dossier": ["check", "--root", "nowhere"],
    "from standard input": ["add", "--published", "2024-06-12", "-"],
}
STDIN = "A line of its own\n\nJane Doe said in Oslo that the cable – all of it – was “ready”.\n"


def files_of(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mode, path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "work.sqlite"  # which keeps values as Python pickles them
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_it_ends_as_a_start_of_python(name: str, tmp_path: Path) -> None:
    roots = [laid_out(tmp_path / folder / "dossier") for folder in "ab"]
    environment = {**ENVIRONMENT, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    command = [sys.executable, "-P", "-m", "generator", *COMMANDS[name]]
    started = subprocess.run(
        command,
        cwd=roots[0],
        env=environment,
        input=STDIN,
        umask=0o027,
        capture_output=True,
        text=True,
        check=False,
    )
    done = briefbook(*COMMANDS[name], cwd=roots[1], env=environment, stdin=STDIN, umask=0o027)
    assert (done.returncode, done.stdout, done.stderr) == (started.returncode, started.stdout, started.stderr)
    assert files_of(roots[1]) == files_of(roots[0])


def test_nothing_of_a_command_stays_for_the_next(tmp_path: Path) -> None:
    """Neither a folder nor an environment, and no process."""
    root = laid_out(tmp_path / "dossier")
    assert briefbook("check", cwd=root, env={**os.environ, "GITHUB_ACTIONS": "true"}).returncode == 0
    assert briefbook("check", "--root", "dossier", cwd=tmp_path).returncode == 0
    assert briefbook("build", "--jobs", "2", cwd=root).returncode == 0


def test_a_command_and_the_next_have_other_orders_of_sets() -> None:
    told = [briefbook("-n1", "-r1", "-s", "print(hash('a'))", module="timeit").stdout for _ in range(2)]
    assert len({text.splitlines()[0] for text in told}) == 2


@pytest.mark.parametrize("name", ["LC_ALL", "PYTHONHASHSEED"])
def test_what_python_reads_when_it_starts_is_refused(name: str) -> None:
    with pytest.raises(AssertionError, match=f"{name} counts when Python starts"):
        briefbook("--version", env={**os.environ, name: "1"})
