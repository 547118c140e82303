"""A new dossier on a machine with nothing but Python, make and pip: it sets itself up, builds and passes."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.publishing.starter import starter
from tests.test_starter import briefbook

pytestmark = pytest.mark.site


def run(*command: str, cwd: Path) -> str:
    """A command in a shell that knows nothing of this repository."""
    unknown = ("PYTHONPATH", "VIRTUAL_ENV", "MAKEFLAGS")
    known = {name: value for name, value in os.environ.items() if name not in unknown} | {"PIP_NO_COMPILE": "1"}
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


def test_a_fresh_machine_makes_its_site_and_runs_its_tests(tmp_path: Path) -> None:
    if not pip_finds_packages(tmp_path):
        pytest.skip("pip reaches no package index")
    fresh = tmp_path / "fresh"
    assert briefbook("init", str(fresh)).returncode == 0
    run("make", f"PYTHON={sys.executable}", cwd=fresh)
    assert (fresh / "site" / "index.html").is_file()
    assert "site/ has" in run("make", f"PYTHON={sys.executable}", "test", cwd=fresh)
    run(".venv/bin/briefbook", "init", "another", cwd=fresh)
    [first], [second] = (list((folder / "vendor").iterdir()) for folder in (fresh, fresh / "another"))
    assert second.read_bytes() == first.read_bytes()
