"""Builds the site beside `site/`, checks it, and only then puts it in its place."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from generator import files
from generator.content.model import Site
from generator.problems import Malformed, Place, Problem
from generator.publishing import gate

PACKAGE = Path(__file__).parent.parent
PLAN = Place("mkdocs.yml")


def stamp(root: Path, inputs: Iterable[Path]) -> str:
    """A digest of all that the site is made from: content, the program, and the installed builder."""
    total = hashlib.sha256()
    program = sorted(path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    for path in (*inputs, *program):
        name = path.relative_to(root if path.is_relative_to(root) else PACKAGE)
        total.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    total.update(sys.version.encode())
    return total.hexdigest()


def is_current(root: Path, stamp: str) -> bool:
    """Whether `site/` stands and was made from exactly this."""
    note = root / "build" / "stamp"
    return (root / "site" / "index.html").is_file() and note.is_file() and note.read_text() == stamp


def publish(root: Path, pages: Mapping[str, str], site: Site, stamp: str) -> None:
    """Writes pages and theme to `build/`, runs the builder, and swaps the result in when it passes the gate."""
    if found := tuple(_plan_problems(root, site)):
        raise Malformed(*found)
    build = root / "build"
    folder = PACKAGE / "theme"
    theme = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    for name, path in theme.items():
        files.write(build / "theme" / name, path.read_text(encoding="utf-8"))
    _remove_others(build / "theme", theme)
    for name, text in pages.items():
        files.write(build / "docs" / name, text)
    _remove_others(build / "docs", pages)
    fresh = build / "site"
    _run_mkdocs(root, fresh, site.edition)
    if found := gate.problems(fresh, pages):
        raise Malformed(*found)
    (build / "stamp").unlink(missing_ok=True)
    _swap(fresh, root / "site")
    (build / "stamp").write_text(stamp)


def _plan_problems(root: Path, site: Site) -> Iterator[Problem]:
    """The builder's own file is there, and calls the site by its title."""
    path = root / PLAN.path
    if not path.is_file():
        yield Problem(PLAN, "MISSING-FILE", "the file is missing", "add it: it names the theme and the navigation")
        return
    for number, line in enumerate(files.read(path, PLAN.path).splitlines(), 1):
        name = line.removeprefix("site_name:").strip(" '\"")
        if line.startswith("site_name:") and name != site.title:
            what = f"`site_name` is `{name}`, the title in `content/site.yml` is `{site.title}`"
            yield Problem(Place(PLAN.path, number), "OTHER-TITLE", what, "give both the same words")


def _remove_others(folder: Path, wanted: Mapping[str, object]) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in wanted:
            path.unlink()


def _run_mkdocs(root: Path, target: Path, edition: date) -> None:
    """A strict build in a process of its own; what it warns of is a problem."""
    midnight = datetime(edition.year, edition.month, edition.day, tzinfo=UTC)
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(int(midnight.timestamp())), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target.resolve())]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    warnings = [line for line in done.stderr.splitlines() if line.startswith(("WARNING", "ERROR"))]
    if done.returncode or warnings:
        told = warnings or done.stderr.strip().splitlines()[-5:]
        raise Malformed(*(Problem(PLAN, "BUILDER", line, "the old site stays") for line in told))


def _swap(fresh: Path, site: Path) -> None:
    """Two renames; a site that was cut off between them is put back by the next build."""
    old = fresh.with_name("old-site")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)
