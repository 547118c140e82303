"""How every command speaks: what it is given, how problems are printed, and what the exit code says."""

from __future__ import annotations

import errno
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from functools import wraps
from pathlib import Path
from typing import Any

import click

from generator import files, pipeline
from generator.briefing import Briefing
from generator.commands import excerpts
from generator.measures.ledger import Ledger
from generator.problems import MACHINE, Malformed, Place, Problem

FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)
ROOT = click.option("--root", type=FOLDER, default=".", help="the dossier")
TEXTS = click.option("--texts", type=FOLDER, help="a folder of articles' texts")
CLEAN, CONTENT, MACHINE_OR_USE = range(3)  # the exit codes; click has the last for wrong use
# What a disk answers that is full, read-only, somebody else's, or has a file where a folder should be.
DISK = {
    *(errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO),
    *(errno.EACCES, errno.EPERM),
    *(errno.EEXIST, errno.ENOTDIR, errno.EISDIR),
}


def reports_problems(command: Callable[..., bool]) -> Callable[..., None]:
    """Prints what is wrong with content or machine instead of a traceback, and ends with the code that says which."""

    @wraps(command)
    def run(*args: Any, **options: Any) -> None:
        try:
            sys.exit(CLEAN if command(*args, **options) else CONTENT)
        except Malformed as malformed:
            problems = malformed.problems
        except OSError as error:
            if error.errno not in DISK:
                raise
            problems = (_of_the_disk(error),)
        print_problems(problems, github=bool(options.get("github")), as_json=bool(options.get("as_json")))
        sys.exit(MACHINE_OR_USE if any(problem.code in MACHINE for problem in problems) else CONTENT)

    return run


def _of_the_disk(error: OSError) -> Problem:
    """Named by its file, where the system tells which."""
    where = str(error.filename or _root())
    return Problem(Place(where), "DISK", f"the disk refuses: {error.strerror}", "look at its space and its permissions")


def loaded(root: Path, texts: Path | None) -> Briefing:
    """The dossier below a folder, checked against its articles."""
    return pipeline.load(files.content(root), files.article_texts(root, texts))


def print_problems(
    problems: tuple[Problem, ...],
    *,
    github: bool = False,
    as_json: bool = False,
    ledger: Ledger | None = None,
) -> None:
    """Prints problems, and what was performed, for people, for machines or as annotations."""
    if as_json:
        click.echo(json.dumps(_machine(problems, ledger), indent=2, ensure_ascii=False))
        return
    if github:
        for problem in problems:
            click.echo(_annotation(problem))
    elif problems:
        click.echo(excerpts.problem_report(problems, _root()), err=True)
        codes = " ".join(dict.fromkeys(problem.code for problem in problems))
        click.echo(f"\nmore about each: briefbook explain {codes}", err=True)
    if ledger:
        click.echo(str(ledger))


def _root() -> Path:
    """The dossier of the command that is running."""
    context = click.get_current_context(silent=True)
    return Path((context.params.get("root") if context else None) or ".")


def _machine(problems: tuple[Problem, ...], ledger: Ledger | None) -> dict[str, Any]:
    listed = [
        {
            "path": problem.place.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "level": "warning" if problem.is_warning else "error",
            "code": problem.code,
            "what": problem.what,
            "remedy": problem.remedy,
            **(asdict(problem.rereading) if problem.rereading else {}),
        }
        for problem in problems
    ]
    return {"problems": listed, "performed": ledger.as_numbers() if ledger else None}


def _annotation(problem: Problem) -> str:
    """A line that GitHub shows beside the place: percent signs and line ends are escaped as it wants."""

    def escaped(text: str, more: str = "") -> str:
        return "".join(f"%{ord(c):02X}" if c in "%\r\n" + more else c for c in text)

    place = problem.place
    where = f"file={escaped(place.path, ':,')},line={place.line},col={place.column},title={problem.code}"
    level = "warning" if problem.is_warning else "error"
    return f"::{level} {where}::{escaped(str(problem).split(': ', 1)[1])}"
