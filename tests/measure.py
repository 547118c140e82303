"""Prints how long the commands take that people wait for; no test depends on it."""

import shutil
import subprocess
import sys
from statistics import median
from time import perf_counter

RUNS = 5
BRIEFBOOK = ".venv/bin/briefbook"
# What is timed, what is removed before each run, and how long it may take on two cores.
CASES = (
    ("nothing changed", ("make", "site"), (), 2.0),
    ("build from nothing", (BRIEFBOOK, "build"), ("build", "site"), 5.0),
    ("check", (BRIEFBOOK, "check"), (), 1.0),
)


def seconds(command: tuple[str, ...], without: tuple[str, ...]) -> float:
    for folder in without:
        shutil.rmtree(folder, ignore_errors=True)
    start = perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - start


def main() -> int:
    subprocess.run(("make", "site"), stdout=subprocess.DEVNULL, check=True)
    print(f"seconds, median of {RUNS} runs (fastest-slowest)")
    for name, command, without, aim in CASES:
        times = sorted(seconds(command, without) for _ in range(RUNS))
        removed = f"rm -r {' '.join(without)}; " if without else ""
        print(
            f"{name:20}{median(times):6.2f}  ({times[0]:.2f}-{times[-1]:.2f}; aim {aim:g})  "
            f"{removed}{' '.join(command)}",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
