"""Puts faults into Briefbook at random moments, and writes what did not hold into `docs/reliability.md`.

`python -m tools.measure_reliability [--moments 100] [--only NAME …] [--more FILE …] [--print]`: so many moments of each
kind and command, all where there are fewer. A file of `--more` has rows of other tools, as JSON lines: what was tried,
how often, how many did not hold, the command. It fails where something did not hold.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.faults.runs import Fault
from tests.faults.scenarios import KINDS, SCENARIOS, Trial

PAGE = Path(__file__).parent.parent / "docs" / "reliability.md"
BEGIN, END = "<!-- measured -->\n", "<!-- end of what is measured -->\n"
SAID = {
    "kill": "killed",
    "interrupt": "Ctrl-C",
    "full": "full from there on",
    "ENOSPC": "no room once",
    "EROFS": "read-only there",
    "EACCES": "not allowed there",
}


class Row(NamedTuple):
    """What was tried, how often, how many did not hold, and the command that tries it."""

    tried: str
    times: int
    failed: int
    command: str


def rows(names: Sequence[str], moments: int, seed: str) -> Iterator[Row]:
    """A row for each command and kind of fault; what does not hold is told."""
    for name in names:
        with TemporaryDirectory(prefix="faults-") as folder:
            trial = Trial(name, Path(folder))
            for kind in KINDS:
                times = trial.moments(kind, moments, seed)
                failed = 0
                for moment in times:
                    if wrong := list(trial.wrong_after(Fault(kind, moment))):
                        failed += 1
                        print(f"{name}, {kind} at {moment} of {trial.events}:", *wrong, sep="\n  ", file=sys.stderr)
                if times:
                    command = f'python -m tools.measure_reliability --only "{name}"'
                    yield Row(f"{name}: {SAID[kind]}", len(times), failed, command)


def table(found: Sequence[Row]) -> str:
    """The rows as Markdown."""
    lines = ["| what was tried | times | did not hold | command |", "| --- | ---: | ---: | --- |"]
    lines += [f"| {row.tried} | {row.times:,} | {row.failed:,} | `{row.command}` |" for row in found]
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moments", type=int, default=100)
    parser.add_argument("--seed", default="")
    parser.add_argument("--only", nargs="+", choices=SCENARIOS, default=list(SCENARIOS), metavar="NAME")
    parser.add_argument("--more", nargs="*", type=Path, default=[], help="rows of other tools, as JSON lines")
    parser.add_argument("--print", action="store_true", dest="only_print", help="leave docs/reliability.md as it is")
    asked = parser.parse_args()
    found = []
    for row in rows(asked.only, asked.moments, asked.seed):
        print(f"{row.failed} of {row.times}  {row.tried}", file=sys.stderr, flush=True)
        found.append(row)
    for path in asked.more:
        found += [Row(*json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line]
    text = table(found)
    print(text)
    if not asked.only_print:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}{text}{END}{rest.partition(END)[2]}", encoding="utf-8")
    return int(any(row.failed for row in found))


if __name__ == "__main__":
    sys.exit(main())
