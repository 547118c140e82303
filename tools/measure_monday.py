"""Prints how long each step of a Monday takes and what it does; `python -m tools.measure_monday`.

Then what became of the drafts of those articles that the editor curated, and how often the checker refused words.
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from playwright.sync_api import sync_playwright

from tests import browser
from tools import monday

OF_DRAFTS = ("from drafts", "dropped", "speaker kept", "passage kept")


def main() -> int:
    program = browser.first_working()
    if not program:
        print(browser.HELP, file=sys.stderr)
        return 1
    with TemporaryDirectory(prefix="monday-") as folder, sync_playwright() as playwright:
        root = Path(folder) / "arven-line"
        chromium = playwright.chromium.launch(executable_path=program, args=browser.flags())
        began = perf_counter()
        told = {name: timed(name, partial(step, root)) for name, step in monday.steps(chromium).items()}
        seconds = perf_counter() - began
        chromium.close()
        print(f"{'in all':12}{seconds:7.1f} s")
        timed("in CI", partial(monday.propose, Path(folder) / "by-workflow", root))
        print(*summary(list(told.values())), f"{'minutes':16}{seconds / 60:.1f}", sep="\n")
    return 0


def timed(name: str, step: Callable[[], monday.Counts]) -> monday.Counts:
    began = perf_counter()
    counts = step()
    told = ", ".join(f"{what} {count}" for what, count in counts.items())
    print(f"{name:12}{perf_counter() - began:7.1f} s  {told}", flush=True)
    return counts


def summary(told: list[monday.Counts]) -> list[str]:
    """What became of the drafts of curated articles, and how often the checker refused what was worded."""
    kept, dropped, speakers, passages = (sum(counts.get(what, 0) for counts in told) for what in OF_DRAFTS)
    facts = sum(counts["facts"] for counts in told if "from drafts" in counts)
    return [
        share("drafts kept", kept, kept + dropped),
        share("passages kept", passages, kept),
        share("speakers kept", speakers, kept),
        f"{'refusals':16}{sum(counts.get('refused', 0) for counts in told)} of {facts} facts",
    ]


def share(name: str, part: int, whole: int) -> str:
    return f"{name:16}{part / max(whole, 1):.2f} ({part} of {whole})"


if __name__ == "__main__":
    sys.exit(main())
