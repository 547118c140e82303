"""Prints how `check` and `verify.py` answer dossiers that were changed at random, and how `verify.py` answers published
sites in which everything but the facts was.

`python -m tools.measure_mutants [FIRST] [LAST]` tries the mutants of these numbers, or of those from 0 to 1400, of
which more than 1,000 of either sort are other than what they were made from, and can be read.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.shipped import importable
from tests.verifier import mutants, published

NUMBERS = (0, 1400)


def main() -> int:
    first, last = (*map(int, sys.argv[1:]), *NUMBERS[len(sys.argv) - 1 :])
    with TemporaryDirectory() as folder, importable(Path(folder) / "program"):
        is_right = [measure(range(first, last), Path(folder)) for measure in (of_dossiers, of_sites)]
    return int(not all(is_right))


def of_dossiers(numbers: range, folder: Path) -> bool:
    counted: Counter[tuple[str, str]] = Counter()
    for one in mutants.outcomes(numbers, folder / "dossiers"):
        counted[one.checked, one.verified] += 1
        if not one.agrees:
            sys.stdout.write(f"{one.mutant}: {one.checked}, but {one.verified}: {one.said}\n")
    for (checked, verified), number in sorted(counted.items()):
        sys.stdout.write(f"check: {checked}, verify.py: {verified}: {number}\n")
    return all(checked == verified for checked, verified in counted)


def of_sites(numbers: range, folder: Path) -> bool:
    made, refuted = Counter[str](), Counter[str]()
    for one in published.outcomes(numbers, folder / "sites"):
        made[one.kind] += 1
        refuted[one.kind] += bool(one.against)
        if not one.against:
            sys.stdout.write(f"{one.number}: {one.kind}: {one.changed}: nothing is said against it\n")
    sys.stdout.write("| what is changed | mutants | refuted |\n| --- | ---: | ---: |\n")
    for kind, number in sorted(made.items()):
        sys.stdout.write(f"| {kind} | {number} | {refuted[kind]} |\n")
    sys.stdout.write(f"| all | {made.total()} | {refuted.total()} |\n")
    return made == refuted


if __name__ == "__main__":
    sys.exit(main())
