"""Prints how `check` and `verify.py` answer dossiers that were changed at random.

`python -m tools.measure_mutants [FIRST] [LAST]` tries the mutants of these numbers, or of those from 0 to 1400, of
which more than 1,000 are other than what they were made from, and can be read.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.shipped import importable
from tests.verifier.mutants import outcomes

NUMBERS = (0, 1400)


def main() -> int:
    first, last = (*map(int, sys.argv[1:]), *NUMBERS[len(sys.argv) - 1 :])
    counted: Counter[tuple[str, str]] = Counter()
    with TemporaryDirectory() as folder, importable(Path(folder) / "program"):
        for one in outcomes(range(first, last), Path(folder)):
            counted[one.checked, one.verified] += 1
            if not one.agrees:
                sys.stdout.write(f"{one.mutant}: {one.checked}, but {one.verified}: {one.said}\n")
    for (checked, verified), number in sorted(counted.items()):
        sys.stdout.write(f"check: {checked}, verify.py: {verified}: {number}\n")
    return int(any(checked != verified for checked, verified in counted))


if __name__ == "__main__":
    sys.exit(main())
