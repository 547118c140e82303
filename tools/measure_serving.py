"""Prints how long a saved change takes to be seen in a browser, on its page and at the desk; no test depends on it."""

import re
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import copytree
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from playwright.sync_api import sync_playwright

from tests import browser as browsers
from tests.conftest import copied
from tests.preview.test_serving import served

RUNS = 10
AIM = 1.0  # seconds, on two cores
STARTS = 900  # seconds, in which a large dossier is shown for the first time
SEEN = "words => document.body?.textContent?.includes(words)"


def seconds(root: Path, article: str, *, desk: bool) -> list[float]:
    """From the end of saving the fact file until the article's page or desk has the words, once the browser is warm."""
    path = root / "content" / "facts" / f"{article}.yml"
    text = path.read_text(encoding="utf-8")
    first = re.search(r"^( +say: )([A-Za-z ]+)\.$", text, re.MULTILINE)
    assert first
    times = []
    with served(root) as running, sync_playwright() as playwright:
        address = running.line("^the desk is at ").split()[4]
        running.line("^shown: all", STARTS)
        chromium = playwright.chromium.launch(executable_path=browsers.first_working(), args=browsers.flags())
        tab = chromium.new_page()
        tab.goto(f"{address}#/{article}" if desk else f"{running.address}articles/{article}.html")
        for number in range(RUNS + 1):
            words = f"{first[2]}, then {'again ' * number}so."
            path.write_text(text.replace(first[0], f"{first[1]}{words}"), encoding="utf-8")
            start = perf_counter()
            tab.wait_for_function(SEEN, arg=words, polling=10)
            times.append(perf_counter() - start)
            running.line("^shown: ", STARTS)
        chromium.close()
    return sorted(times[1:])


def main() -> int:
    """Of each article of this dossier, or of one article of each dossier whose folder is named."""
    print(f"seconds, median of {RUNS} runs (fastest-slowest; aim {AIM:g}), on the page and at the desk")
    for folder in map(Path, sys.argv[1:]):
        articles = sorted(path.stem for path in (folder / "content" / "facts").glob("*.yml"))
        _print(folder.name, articles[len(articles) // 2], partial(copytree, folder))
    if not sys.argv[1:]:
        for article in sorted(path.stem for path in Path("content/facts").glob("*.yml")):
            _print(article, article, copied)
    return 0


def _print(name: str, article: str, copy: Callable[[Path], Path]) -> None:
    print(f"{name:40}", end="", flush=True)
    for desk in (False, True):
        with TemporaryDirectory() as folder:
            times = seconds(Path(copy(Path(folder) / "dossier")), article, desk=desk)
        print(f"{median(times):6.2f}  ({times[0]:.2f}-{times[-1]:.2f})", end="\n" if desk else "", flush=True)


if __name__ == "__main__":
    sys.exit(main())
