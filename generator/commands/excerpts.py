"""A problem as people read it: what is wrong and what to do, then the line that it is about with a mark below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import category, combining, east_asian_width

from generator import limits
from generator.problems import Place, Problem

WIDTH = 100  # columns of a line that are shown; more would wrap and part the mark from its place
BEFORE = 60  # of them before the mark, in a line that is longer


def problem_report(problems: Iterable[Problem], root: Path) -> str:
    """Every problem with its line, in the order given."""
    lines_of_files: dict[str, tuple[str, ...]] = {}
    lines: list[str] = []
    for problem in problems:
        place = problem.place
        if place.path not in lines_of_files:
            lines_of_files[place.path] = _lines(root / place.path)
        lines += [str(problem), *_excerpt(place, lines_of_files[place.path])]
    return "\n".join(lines)


def _lines(path: Path) -> tuple[str, ...]:
    try:
        if not path.is_file() or path.stat().st_size > limits.LOCK:
            return ()
        text = path.read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return ()
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def _excerpt(place: Place, lines: tuple[str, ...]) -> Iterator[str]:
    """The line of a place and a caret below; nothing where the place is a whole file or there is no such line."""
    if (place.line, place.column) == (1, 1):
        return
    if not 0 < place.line <= len(lines) or not lines[place.line - 1].strip():
        return
    line = "".join(_visible(letter) for letter in lines[place.line - 1])
    first = max(0, place.column - 1 - BEFORE) if len(line) > WIDTH else 0
    cut = line[first : first + WIDTH]
    before, after = "…" if first else "", "…" if first + WIDTH < len(line) else ""
    margin = f"{place.line:>5} | "
    yield f"{margin}{before}{cut}{after}"
    indent = sum(map(_columns, before + cut[: place.column - 1 - first]))
    yield f"{'':>5} | {' ' * indent}^"


def _visible(letter: str) -> str:
    """What cannot be seen is a dot, so that the mark stands below its place."""
    if letter == "\t":
        return " "
    return "·" if category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp") else letter


def _columns(letter: str) -> int:
    """How many columns of a terminal a letter takes."""
    if combining(letter):
        return 0
    return 2 if east_asian_width(letter) in ("W", "F") else 1
