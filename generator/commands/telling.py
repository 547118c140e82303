"""How every command speaks: what it is given, how problems are printed, and what the exit code says."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from generator import files, pipeline
from generator.briefing import Briefing
from generator.checks.ledger import Ledger
from generator.commands import excerpts
from generator.problems import Malformed, Problem

FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)
ROOT = click.option("--root", type=FOLDER, default=".", help="the dossier")
TEXTS = click.option("--texts", type=FOLDER, help="a folder of articles' texts")


def told(command: Callable[..., bool]) -> Callable[..., None]:
    """Prints what is wrong with the content instead of a traceback; exit code 1 unless the command is content."""

    @wraps(command)
    def run(*args: Any, **options: Any) -> None:
        try:
            clean = command(*args, **options)
        except Malformed as malformed:
            tell(malformed.problems, github=bool(options.get("github")), as_json=bool(options.get("as_json")))
            clean = False
        sys.exit(0 if clean else 1)

    return run


def loaded(root: Path, texts: Path | None) -> Briefing:
    """The dossier below a folder, checked against its articles."""
    return pipeline.load(files.content(root), files.kept(root, texts))


def tell(
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
        click.echo(excerpts.told(problems, _root()), err=True)
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
            "code": problem.code,
            "what": problem.what,
            "remedy": problem.remedy,
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
    return f"::error {where}::{escaped(str(problem).split(': ', 1)[1])}"
