"""The programs that turn the generated Markdown and `mkdocs.yml` into HTML: MkDocs with Material, or Zensical."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import IO

from generator.problems import Malformed, Place, Problem
from generator.publishing.stamp import BUILDER_VARIABLE

MKDOCS_YML = Place("mkdocs.yml")
COPY = "build/mkdocs.yml"  # what the builder reads in its place: `plan.py`
# The builders, each with the packages that decide what it builds; the first is the default.
PACKAGES = {"mkdocs": ("mkdocs", "mkdocs-material", "markdown"), "zensical": ("zensical", "markdown")}
DEFAULT = next(iter(PACKAGES))
# Where the theme of each lies, and below it the styles that ours are laid over.
THEMES = {"mkdocs": ("material", "assets/stylesheets"), "zensical": ("zensical", "assets/stylesheets/classic")}
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_REFUSED = re.compile(r"\[Errno \d+\]")  # how Python says what the system answered
_WARNED = re.compile(r"^(?:Warning|Error): (.+)(?:\n\s*╭─\[ (\S+) \])?", re.MULTILINE)


def installed() -> str:
    """The builder of this run and the versions of what it is made of; a problem where it is not at hand."""
    builder = chosen()
    try:
        return " ".join((builder, *(f"{name} {version(name)}" for name in PACKAGES[builder])))
    except PackageNotFoundError:
        what = f"{BUILDER_VARIABLE} asks for `{builder}`, which is not installed"
        remedy = f"`python -m pip install 'briefbook[{builder}]'`, or leave {BUILDER_VARIABLE} out"
        raise Malformed(Problem(MKDOCS_YML, "NO-BUILDER", what, remedy)) from None


def sheets() -> tuple[Path, ...]:
    """The styles of the chosen builder's theme, in the order in which it loads them."""
    return tuple(sorted((_theme() / THEMES[chosen()][1]).glob("*.min.css")))


def scripts() -> dict[str, str]:
    """The templates of the theme that write scripts into every page, by their path."""
    names = ("partials/javascripts/base.html", "partials/javascripts/palette.html")
    return {name: (_theme() / name).read_text(encoding="utf-8") for name in names}


def _theme() -> Path:
    """The templates of the chosen builder's theme."""
    spec = find_spec(THEMES[chosen()][0])
    [home] = (spec and spec.submodule_search_locations) or [""]
    return Path(home) / "templates"


def build(root: Path, edition: date, lock: IO[str]) -> Path:
    """Builds `build/docs` strictly and returns the new site; what the builder warns of is a problem."""
    midnight = datetime(edition.year, edition.month, edition.day, tzinfo=UTC)
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(int(midnight.timestamp()))}
    warned, failed = BUILDERS[chosen()](root, environment, lock)
    if warned or failed:
        code = "DISK" if not warned and _REFUSED.search("\n".join(failed)) else "BUILDER"
        raise Malformed(*(Problem(MKDOCS_YML, code, line, "the old site stays") for line in warned or failed))
    return root / "build" / "site"


def chosen() -> str:
    """The builder that this run asks for; a problem for one that nobody knows."""
    builder = os.environ.get(BUILDER_VARIABLE) or DEFAULT
    if builder not in PACKAGES:
        what = f"{BUILDER_VARIABLE} asks for `{builder}`, which is no builder"
        raise Malformed(Problem(MKDOCS_YML, "NO-BUILDER", what, f"choose {' or '.join(PACKAGES)}"))
    return builder


BuildMessages = tuple[list[str], list[str]]  # what was warned of, and the last words of a builder that failed


def _mkdocs(root: Path, environment: Mapping[str, str], lock: IO[str]) -> BuildMessages:
    command = ["-m", "mkdocs", "build", "--strict", "--config-file", COPY]
    process = _run(command, root, {**environment, "NO_MKDOCS_2_WARNING": "1"}, lock)
    lines = process.stderr.splitlines()
    return [line for line in lines if line.startswith(("WARNING", "ERROR"))], _last_words(process)


def _zensical(root: Path, environment: Mapping[str, str], lock: IO[str]) -> BuildMessages:
    command = ["-m", "zensical", "build", "--strict", "--clean", "--config-file", COPY]
    process = _run(command, root, environment, lock)
    (root / "build" / "site" / "search.json").unlink(missing_ok=True)  # an index that it writes though nothing asks it
    warnings = _WARNED.findall(_COLOUR.sub("", process.stdout + process.stderr))
    return [f"{warning} ({place})" if place else warning for warning, place in warnings], _last_words(process)


BUILDERS: dict[str, Callable[[Path, Mapping[str, str], IO[str]], BuildMessages]] = {
    "mkdocs": _mkdocs,
    "zensical": _zensical,
}


def _run(
    command: list[str], folder: Path, environment: Mapping[str, str], lock: IO[str]
) -> subprocess.CompletedProcess[str]:
    """Runs a builder in a process of its own; it holds the lock too, because it may outlive a build that is killed."""
    return subprocess.run(  # noqa: S603
        [sys.executable, "-P", *command],  # nothing is imported from the dossier, whatever its files are called
        cwd=folder,
        env=environment,
        pass_fds=[lock.fileno()] if sys.platform != "win32" else [],
        capture_output=True,
        text=True,
        check=False,
    )


def _last_words(process: subprocess.CompletedProcess[str]) -> list[str]:
    return (process.stderr.strip().splitlines()[-5:] or ["it ended without a word"]) if process.returncode else []
