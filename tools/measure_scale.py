"""Prints what a dossier costs as it grows, beside other builders, and writes it into `docs/performance.md`.

`python -m tools.measure_scale [--sizes 5 20 100 300] [--runs 5] [--print]`: articles of 30 facts each; medians of as
many runs, of one run from 1,000 articles on. Hugo is measured where HUGO names its program, or `hugo` is a command;
search where the tests find a browser. `--ratios` measures two sizes and compares the costs of this one run with each
other: it fails when one is above its limit. It tells no seconds, so that it holds on any machine, however busy.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests import browser
from tools.growth_graph import graph
from tools.scale_cases import REPOSITORY, Cost, Dossier, cases, middle

SIZES, RUNS = (5, 20, 100, 300), 5
LARGE = 1000  # articles, from which on one run has to do
PAGE = REPOSITORY / "docs" / "performance.md"
PICTURE = PAGE.with_suffix(".svg")
BEGIN, END = "<!-- measured -->\n", "<!-- end of what is measured -->\n"
DRAWN = ("clean build", "check", "one word changed", "nothing changed")
NOT_MEASURED = "not measured"
STAGED = ("check", "clean build")  # the cases whose stages are told
RATIO_SIZES = (20, 100)
# What each may cost at most, in processor seconds. Per fact: at the larger size beside the smaller one.
PER_FACT = {"check": 1.5, "clean build": 1.5, "verify.py": 1.5}
# At the larger size, beside a clean build of the same size.
BESIDE_CLEAN = {"one word changed": 0.4, "article added": 0.8, "nothing changed": 0.1}


@dataclass(frozen=True)
class Measured:
    """A size of dossier: its facts, its site, and the cost of each case."""

    articles: int
    facts: int
    files: int
    megabytes: float
    costs: Mapping[str, Cost]


def measured(articles: int, runs: int, chromium: Browser | None, only: Sequence[str] = ()) -> Measured:
    """The cases of a dossier of as many articles, or some of them by name; told as they are done."""
    hugo = os.environ.get("HUGO") or shutil.which("hugo")
    costs = {}
    with TemporaryDirectory(prefix="scale-") as folder:
        dossier = Dossier(Path(folder), articles)
        for name, case in cases(dossier, hugo, chromium):
            if not only or name in only:
                costs[name] = middle([case() for _ in range(1 if articles >= LARGE else runs)])
                print(f"{articles:6} articles  {name:28}{told(costs[name])}", file=sys.stderr, flush=True)
        return Measured(articles, dossier.facts, *dossier.size(), costs)


def told(cost: Cost | None) -> str:
    if cost is None:
        return NOT_MEASURED
    if cost.kilobytes:
        return f"{cost.seconds:.2f} s, {cost.kilobytes:.0f} KB"
    return f"{cost.seconds:.2f} / {cost.processor:.2f} / {cost.megabytes:.0f}"


def exponent(small: tuple[int, float], large: tuple[int, float]) -> float | None:
    """How cost grows with facts: 1 is as they do; None where there is too little to tell."""
    (facts, cost), (more_facts, more) = small, large
    return log(more / cost) / log(more_facts / facts) if min(cost, more) >= 0.05 and more_facts > facts else None


def table(sizes: Sequence[Measured]) -> Iterator[str]:
    """A row a case, a column a size, as Markdown."""
    names = dict.fromkeys(name for one in sizes for name in one.costs)
    yield from _rows(["", *(f"{one.articles:,} articles, {one.facts:,} facts" for one in sizes)])
    for name in names:
        yield _row([name, *(told(one.costs.get(name)) for one in sizes)])
    for missing in ("hugo, same Markdown", "first search result"):
        if missing not in names:
            yield _row([missing, *(NOT_MEASURED for _ in sizes)])
    yield _row(["the site: files, MB", *(f"{one.files:,}, {one.megabytes:.0f}" for one in sizes)])


def growth(sizes: Sequence[Measured]) -> Iterator[str]:
    """A row a stage: processor seconds at each size, and the exponent from each size to the next."""
    steps = list(pairwise(sizes))
    yield from _rows(
        ["stage", *(f"{one.articles:,}" for one in sizes), *(f"{a.articles:,} → {b.articles:,}" for a, b in steps)]
    )
    for case in STAGED:
        whole = {one.articles: one.costs[case].processor for one in sizes}
        yield _row([f"**{case}**", *_growth(sizes, whole)])
        for stage in dict.fromkeys(name for one in sizes for name in one.costs[case].stages):
            yield _row([stage, *_growth(sizes, {one.articles: one.costs[case].stages.get(stage, 0) for one in sizes})])


def _growth(sizes: Sequence[Measured], costs: Mapping[int, float]) -> Iterator[str]:
    yield from (f"{costs[one.articles]:.2f}" for one in sizes)
    for one, other in pairwise(sizes):
        found = exponent((one.facts, costs[one.articles]), (other.facts, costs[other.articles]))
        yield "–" if found is None else f"{found:.2f}"


def _rows(heads: Sequence[str]) -> Iterator[str]:
    yield _row(heads)
    yield _row(["---", *("---:" for _ in heads[1:])])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def report(sizes: Sequence[Measured], command: str) -> str:
    """What stands between the marks of the page."""
    day = datetime.now(UTC).date()
    lines = [
        f"Measured on {day} with `{command}`, {os.cpu_count()} processors.",
        "",
        "Seconds / processor seconds / peak MB of one process:",
        "",
        *table(sizes),
        "",
        "Processor seconds by stage, and the exponent of their growth with facts (1 is linear):",
        "",
        *growth(sizes),
        "",
        f"![Processor seconds by facts]({PICTURE.name})",
    ]
    return "\n".join(lines) + "\n"


def ratios(small: Measured, large: Measured) -> Iterator[tuple[str, float, float]]:
    """What is compared, its ratio of processor seconds, and its limit."""
    for name, limit in PER_FACT.items():
        one, other = (size.costs[name].processor / size.facts for size in (small, large))
        yield f"{name}: a fact at {large.articles:,} articles beside one at {small.articles:,}", other / one, limit
    clean = large.costs["clean build"].processor
    for name, limit in BESIDE_CLEAN.items():
        yield f"{name} beside a clean build", large.costs[name].processor / clean, limit


@contextmanager
def chromium() -> Iterator[Browser | None]:
    program = browser.first_working()
    if program is None:
        yield None
        return
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=browser.flags())
        yield started
        started.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", help="articles; 5 20 100 300, or 20 100 with --ratios")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--print", action="store_true", dest="only_print", help="leave docs/performance.md as it is")
    parser.add_argument("--ratios", action="store_true", help="compare costs of this run, and fail above a limit")
    asked = parser.parse_args()
    if asked.ratios:
        return compare(sorted(asked.sizes or RATIO_SIZES))
    with chromium() as started:
        sizes = [measured(articles, asked.runs, started) for articles in sorted(asked.sizes or SIZES)]
    arguments = f' ARGS="{" ".join(sys.argv[1:])}"' if len(sys.argv) > 1 else ""
    text = report(sizes, f"make measure-scale{arguments}")
    print(text)
    if not asked.only_print:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}{text}{END}{rest.partition(END)[2]}", encoding="utf-8")
        lines = {name: [(one.facts, one.costs[name].processor) for one in sizes] for name in DRAWN}
        PICTURE.write_text(graph(lines, "facts", "processor seconds"), encoding="utf-8")
    return 0


def compare(sizes: Sequence[int]) -> int:
    """The exit code: 1 where a ratio is above its limit."""
    wanted = (*PER_FACT, *BESIDE_CLEAN)
    small, large = (measured(articles, 1, None, wanted) for articles in (sizes[0], sizes[-1]))
    found = list(ratios(small, large))
    for name, ratio, limit in found:
        print(f"{ratio:6.2f}  (at most {limit:g}){'  TOO MUCH' if ratio > limit else '':10}  {name}")
    return int(any(ratio > limit for _, ratio, limit in found))


if __name__ == "__main__":
    sys.exit(main())
