"""A new dossier on a machine with nothing but Python, make and pip: it sets itself up, builds and passes.

Each version of Python that is at hand is tried; of one that is not, the skipped test tells.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.publishing.starter import starter
from tests.test_starter import briefbook

pytestmark = pytest.mark.site

VERSIONS = ("3.11", "3.12", "3.13", "3.14")
HERE = ".".join(map(str, sys.version_info[:2]))
TOLD = "import sys, venv; print('.'.join(map(str, sys.version_info[:2])))"


def candidates(version: str) -> Iterator[str]:
    """Where a version of Python may be: what runs these tests, by its name, or among those of pyenv."""
    yield from [sys.executable] if version == HERE else []
    yield from filter(None, [shutil.which(f"python{version}")])
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    yield from map(str, sorted(pyenv.glob(f"{version}*/bin/python")))


def python(version: str) -> str:
    for program in candidates(version):
        done = subprocess.run([program, "-c", TOLD], capture_output=True, text=True, check=False)
        if (done.returncode, done.stdout.strip()) == (0, version):
            return program
    pytest.skip(f"Python {version} is not at hand, so a new dossier was not tried with it")


def run(*command: str, cwd: Path) -> str:
    """A command in a shell that knows nothing of this repository."""
    unknown = ("PYTHONPATH", "VIRTUAL_ENV", "MAKEFLAGS")
    known = {name: value for name, value in os.environ.items() if name not in unknown}
    known["PIP_NO_COMPILE"] = "no"  # pip takes it for what `compile` is to be
    done = subprocess.run(command, cwd=cwd, env=known, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def pip_finds_packages(folder: Path) -> bool:
    """Whether pip gets the smallest locked package; without an index, no machine can set up anything."""
    lock = starter()["requirements.lock"].decode()
    [small] = re.findall(r"^mergedeep==.*\n(?:    .*\n)+", lock, re.MULTILINE)
    (folder / "one.lock").write_text(small, encoding="utf-8")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--retries=0", "-r", "one.lock"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("version", VERSIONS)
def test_a_fresh_machine_makes_its_site_and_runs_its_tests(version: str, tmp_path: Path) -> None:
    program = python(version)
    if not pip_finds_packages(tmp_path):
        pytest.skip("pip reaches no package index")
    fresh = tmp_path / "fresh"
    assert briefbook("init", str(fresh)).returncode == 0
    assert "site/ has" in run("make", f"PYTHON={program}", "test", cwd=fresh)
    assert (fresh / "site" / "index.html").is_file()
    assert "site/ is up to date" in run("make", f"PYTHON={program}", cwd=fresh)
    assert run(".venv/bin/python", "-c", TOLD, cwd=fresh).strip() == version
    run(".venv/bin/briefbook", "init", "another", cwd=fresh)
    [first], [second] = (list((folder / "vendor").iterdir()) for folder in (fresh, fresh / "another"))
    assert second.read_bytes() == first.read_bytes()
