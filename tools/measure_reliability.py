"""Puts faults into Briefbook at random moments, and writes what did not hold into `docs/reliability.md`.

`python -m tools.measure_reliability [--moments 100] [--only NAME …] [--kinds KIND …] [--more FILE …] [--lines]`: so
many moments of each kind and command, all where there are fewer. With `--lines` each cell of the table is printed as a
line of JSON as soon as it is known, and the page stays as it is: several such runs, one after another or side by side,
are joined by `--only --more FILE …`. It fails where something did not hold.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout, suppress
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generator.__main__ import main as briefbook
from tests.conftest import laid_out
from tests.faults.runs import Fault
from tests.faults.scenarios import KINDS, SCENARIOS, Trial
from tests.warm import warm

PAGE = Path(__file__).parent.parent / "docs" / "reliability.md"
BEGIN, END = "<!-- measured -->\n", "<!-- end of what is measured -->\n"
NOT_TRIED = "–"


class Cell(NamedTuple):
    """How often a fault of a kind was put into a command, and how often something did not hold."""

    command: str
    kind: str
    times: int
    failed: int


class Row(NamedTuple):
    """What else was tried, how often, how many did not hold, and the command that tries it."""

    tried: str
    times: int
    failed: int
    command: str


def ready() -> None:
    """Builds once in this process: what its children would each read anew, dictionaries among it, is at hand."""
    warm()
    with TemporaryDirectory(prefix="faults-") as folder, redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        laid_out(Path(folder))
        with chdir(folder), suppress(SystemExit):
            briefbook(["build"])
    gc.collect()
    gc.freeze()


def cells(names: Sequence[str], kinds: Sequence[str], moments: int, seed: str) -> Iterator[Cell]:
    """A cell for each command and kind of fault; what does not hold is told."""
    for name in names:
        with TemporaryDirectory(prefix="faults-") as folder:
            trial = Trial(name, Path(folder))
            for kind in kinds:
                times, failed = trial.moments(kind, moments, seed), 0
                for moment in times:
                    if wrong := list(trial.wrong_after(Fault(kind, moment))):
                        failed += 1
                        print(f"{name}, {kind} at {moment} of {trial.events}:", *wrong, sep="\n  ", file=sys.stderr)
                if times:
                    yield Cell(name, kind, len(times), failed)


def table(found: Sequence[Cell]) -> str:
    """The cells as Markdown: a row for each command, a column for each kind of fault; those of several runs add up."""
    times, failed = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for cell in found:
        times[cell.command, cell.kind] += cell.times
        failed[cell.command, cell.kind] += cell.failed
    known = {of: f"{failed[of]:,} / {tried:,}" for of, tried in times.items()}
    kinds = [kind for kind in KINDS if any(cell.kind == kind for cell in found)]
    lines = [f"| command | {' | '.join(KINDS[kind] for kind in kinds)} |", f"| --- |{' ---: |' * len(kinds)}"]
    names = [name for name in SCENARIOS if any(cell.command == name for cell in found)]
    lines += [f"| {name} | {' | '.join(known.get((name, kind), NOT_TRIED) for kind in kinds)} |" for name in names]
    return "\n".join(lines) + "\n"


def others(found: Sequence[Row]) -> str:
    """The rows of other tools as Markdown."""
    lines = ["| what was tried | times | did not hold | command |", "| --- | ---: | ---: | --- |"]
    lines += [f"| {row.tried} | {row.times:,} | {row.failed:,} | `{row.command}` |" for row in found]
    return "\n".join(lines) + "\n"


def read(paths: Sequence[Path]) -> Iterator[Cell | Row]:
    """The cells and rows in files of JSON lines."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            values = json.loads(line)
            yield Cell(*values) if values[1] in KINDS else Row(*values)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moments", type=int, default=100)
    parser.add_argument("--seed", default="")
    parser.add_argument("--only", nargs="*", choices=SCENARIOS, default=list(SCENARIOS), metavar="NAME")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS), metavar="KIND")
    parser.add_argument("--more", nargs="*", type=Path, default=[], help="cells and rows of other runs, as JSON lines")
    parser.add_argument("--lines", action="store_true", help="print cells as JSON lines, and leave the page as it is")
    asked = parser.parse_args()
    found: list[Cell | Row] = []
    if asked.only:
        ready()
    for cell in cells(asked.only, asked.kinds, asked.moments, asked.seed):
        print(json.dumps(cell), file=sys.stdout if asked.lines else sys.stderr, flush=True)
        found.append(cell)
    if not asked.lines:
        found += read(asked.more)
        measured = [table([one for one in found if isinstance(one, Cell)])]
        measured += [others(rows)] if (rows := [one for one in found if isinstance(one, Row)]) else []
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
        text = "\n".join(measured)
        PAGE.write_text(f"{before}{BEGIN}{text}{END}{rest.partition(END)[2]}", encoding="utf-8")
    return int(any(one.failed for one in found))


if __name__ == "__main__":
    sys.exit(main())
