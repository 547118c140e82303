"""How every command speaks: what it is given, how problems are printed, and what the exit code says."""

from __future__ import annotations

import errno
import json
import re
import sys
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import asdict
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator import files
from generator.commands import excerpts
from generator.commands.endings import Ended, Unprinted, drop_output, endable
from generator.problems import INTERRUPTED, MACHINE, Malformed, Place, Problem
from generator.work.executors import ALONE, Crew

if TYPE_CHECKING:  # a command that finds nothing to do waits for none of this
    from generator.briefing import Briefing
    from generator.measures.ledger import Ledger

FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)
ROOT = click.option("--root", type=FOLDER, default=".", help="the dossier")
TEXTS = click.option("--texts", type=FOLDER, help="a folder of articles' texts")
# Controls but tabs and ends of lines, what turns the order of letters, and halves of characters, which nothing prints.
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
# Where a workflow would take what a step prints for a command: `::` after nothing but spaces, and `##[` anywhere.
COMMANDING = re.compile(r"^(?=[^\S\n]*::)|(?<=#)(?=#\[)", re.MULTILINE)
OUTPUT, LOOK = Place("standard output"), "see where the output of this command goes"
CLEAN, CONTENT, MACHINE_OR_USE = range(3)  # the exit codes; click has the last for wrong use
STOPPED = "interrupted: each file is whole, as it was or as it was to be; the same command begins again"
# What a disk answers, and what it means for whoever asked; with RLIMIT_FSIZE, a file that may not grow is one of these.
FULL = {errno.ENOSPC: "the disk", errno.EDQUOT: "your share of the disk", errno.EFBIG: "what one file may hold"}
FREE = "make room (all of `build/` can be made again), and run the same command again"
CLOSED = {errno.EROFS, errno.EACCES, errno.EPERM}
ALLOW = "let yourself write there, or move it away, and run the same command again"
IN_THE_WAY = {errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ENOTEMPTY, errno.ELOOP, errno.ENAMETOOLONG}
DISK = {*FULL, *CLOSED, *IN_THE_WAY, errno.EIO, errno.EXDEV, errno.EBUSY, errno.ESTALE, errno.EMFILE, errno.ENFILE}


def reports_problems(command: Callable[..., bool]) -> Callable[..., None]:
    """Prints what is wrong with content or machine instead of a traceback, and ends with the code that says which."""

    @wraps(command)
    def run(*args: Any, **options: Any) -> None:
        try:
            with endable():
                code = _code(command, *args, **options)
        except Unprinted as error:
            with suppress(Unprinted):
                tell(str(Problem(OUTPUT, "DISK", f"nothing more can be written there: {error}", LOOK)), err=True)
            drop_output()
            code = MACHINE_OR_USE
        sys.exit(code)

    return run


def _code(command: Callable[..., bool], *args: Any, **options: Any) -> int:
    """The exit code of a command, once it has told what is wrong."""
    try:
        return CLEAN if command(*args, **options) else CONTENT
    except Malformed as malformed:
        problems = malformed.problems
    except click.ClickException as error:
        error.message = printable(error.message)  # type: ignore[misc]  # it may name a file
        raise
    except (KeyboardInterrupt, click.Abort) as error:
        with suppress(Unprinted):  # the terminal may be gone
            tell(STOPPED, err=True)
        return error.code if isinstance(error, Ended) else INTERRUPTED
    except OSError as error:
        if error.errno not in DISK:
            raise
        problems = (_of_the_disk(error),)
    print_problems(problems, github=bool(options.get("github")), as_json=bool(options.get("as_json")))
    return MACHINE_OR_USE if any(problem.code in MACHINE for problem in problems) else CONTENT


def _of_the_disk(error: OSError) -> Problem:
    """Named by its file, where the system tells which; of one that is laid beside another, by the folder of both."""
    where = Path(str(error.filename or _root()))
    return Problem(Place(str(where.parent if where.name.startswith(files.BESIDE) else where)), "DISK", *refusal(error))


def refusal(error: OSError) -> tuple[str, str]:
    """What a disk refuses, and what to do."""
    if error.errno in FULL:
        what = f"{FULL[error.errno]} is full ({error.strerror}); what stood before stands as it was"
        return what, FREE
    what = f"the disk refuses: {error.strerror}"
    return what, ALLOW if error.errno in CLOSED else "look at its space and its permissions"


def tell(text: str, *, err: bool = False, nl: bool = True, is_command: bool = False) -> None:
    """Prints a text; whatever in it a terminal would obey is a dot, and so is what begins a command of a workflow."""
    _print(printable(text) if is_command else COMMANDING.sub("·", printable(text)), err=err, nl=nl)


def tell_json(value: Any) -> None:
    """Prints a value for machines, with escapes for what a terminal would obey."""
    text = json.dumps(value, indent=2, ensure_ascii=False)
    _print(OBEYED.sub(lambda match: f"\\u{ord(match[0]):04x}", text))


def _print(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Raises Unprinted where the output takes nothing more; a reader who goes away ends the command without a word."""
    try:
        click.echo(text, err=err, nl=nl)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Unprinted(error.strerror) from None


def printable(text: str) -> str:
    """A text that a terminal shows as it stands: articles, names of files and what programs say may hold anything."""
    return OBEYED.sub("·", text)


def loaded(root: Path, texts: Path | None, crew: Crew = ALONE) -> Briefing:
    """The dossier below a folder, checked against its articles."""
    from generator import pipeline
    from generator.commands.earlier_locks import with_earlier_locks

    content = files.content(root)
    return pipeline.load(content, with_earlier_locks(root, content, files.article_texts(root, texts)), crew=crew)


def in_columns(rows: Sequence[Sequence[str]], *, numbers: Collection[int] = ()) -> str:
    """Rows of as many cells each as lines, every column as wide as it has to be; those of numbers end alike."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    cells = [
        [
            cell.rjust(width) if n in numbers else cell.ljust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        for row in rows
    ]
    return "\n".join("  ".join(row).rstrip() for row in cells)


def print_problems(
    problems: tuple[Problem, ...],
    *,
    github: bool = False,
    as_json: bool = False,
    ledger: Ledger | None = None,
) -> None:
    """Prints problems, and what was performed, for people, for machines or as annotations."""
    if as_json:
        tell_json(_machine(problems, ledger))
        return
    if github:
        for problem in problems:
            tell(_annotation(problem), is_command=True)
    elif problems:
        tell(excerpts.problem_report(problems, _root()), err=True)
        codes = " ".join(dict.fromkeys(problem.code for problem in problems))
        tell(f"\nmore about each: briefbook explain {codes}", err=True)
    if ledger:
        tell(str(ledger))


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
