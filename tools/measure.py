"""Prints how long the commands take that people wait for; no test depends on it."""

import shutil
import subprocess
import sys
from statistics import median
from time import perf_counter

from generator import assembly, files, pipeline, writing
from tests.conftest import ROOT

RUNS = 5
BRIEFBOOK = ".venv/bin/briefbook"
# What is timed, what is removed before each run, and how long it may take on two cores.
CASES = (
    ("nothing changed", ("make", "site"), (), 2.0),
    ("build from nothing", (BRIEFBOOK, "build"), ("build", "site"), 8.0),
    ("check", (BRIEFBOOK, "check"), (), 1.0),
)


def seconds(command: tuple[str, ...], without: tuple[str, ...]) -> float:
    for folder in without:
        shutil.rmtree(folder, ignore_errors=True)
    start = perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - start


def seconds_of_exports() -> float:
    """All that is taken away, once the pages are made: data files, feeds, calendar, citations, the archive."""
    briefing = pipeline.load(files.content(ROOT), files.article_texts(ROOT))
    start = perf_counter()
    assembly.held(briefing, writing.Written(()), assembly.downloads(briefing, ""), files.words())
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
    times = sorted(seconds_of_exports() for _ in range(RUNS))
    print(f"{'data and feeds':20}{median(times):6.2f}  ({times[0]:.2f}-{times[-1]:.2f}; aim 1.5)  within a build")
    return 0


if __name__ == "__main__":
    sys.exit(main())
