"""One site, byte for byte, wherever, whenever and in whatever order a dossier is built."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ADDRESS, ROOT, laid_out

pytestmark = pytest.mark.site

HERE = {"TZ": "Asia/Kathmandu", "LC_ALL": "C", "PYTHONHASHSEED": "1", "HOME": "/nowhere", "USER": "one"}
THERE = {
    "TZ": "America/St_Johns",
    "LC_ALL": "tr_TR.UTF-8",
    "LANG": "ar_EG.UTF-8",
    "PYTHONHASHSEED": "77",
    "HOME": "/tmp",
    "USER": "other",
    "SOURCE_DATE_EPOCH": "1",
    "COLUMNS": "20",
    "NO_COLOR": "1",
}


def site_of(root: Path, builder: str, umask: int, environment: dict[str, str], *options: str) -> dict[str, bytes]:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--root", root, *options],
        cwd=ROOT,
        env={**os.environ, "SITE_BUILDER": builder, **environment},
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    paths = sorted(path for path in (root / "site").rglob("*") if path.is_file())
    return {path.relative_to(root / "site").as_posix(): path.read_bytes() for path in paths}


def laid_out_backwards(target: Path) -> Path:
    """The same dossier with files that were written in another order, at another time."""
    files = sorted(path for path in laid_out(target / "first", address=ADDRESS).rglob("*") if path.is_file())
    root = target / "é & 'b' #"
    for number, path in enumerate(reversed(files)):
        other = root / path.relative_to(target / "first")
        other.parent.mkdir(parents=True, exist_ok=True)
        other.write_bytes(path.read_bytes())
        os.utime(other, (number, number))
    return root


@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_nothing_but_the_texts_decides_the_bytes(builder: str, tmp_path: Path) -> None:
    here = laid_out(tmp_path / "here", address=ADDRESS)
    cold = site_of(here, builder, 0o022, HERE, "--jobs", "1")
    other = site_of(laid_out_backwards(tmp_path / "a deeper" / "folder"), builder, 0o077, THERE, "--jobs", "2")
    assert [name for name in {*cold, *other} if cold.get(name) != other.get(name)] == []
    changed = here / "content" / "facts" / "oslo-cable.yml"
    text = changed.read_bytes()
    changed.write_bytes(text.replace(b"title: ", b"title: Another, ", 1))
    assert site_of(here, builder, 0o022, THERE, "--jobs", "2") != cold
    changed.write_bytes(text)
    warm = site_of(here, builder, 0o027, THERE)
    assert [name for name in {*cold, *warm} if cold.get(name) != warm.get(name)] == []
