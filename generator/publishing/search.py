"""The search index of a site: pagefind, run over small files that are not published."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import IO

from generator import files
from generator.problems import Malformed, Problem
from generator.publishing.builders import MKDOCS_YML

BUNDLE = "pagefind"  # its place in the site, known to `finding.js`
PAGEFIND_VARIABLE = "PAGEFIND_BINARY_PATH"  # the environment variable that names another program
LANGUAGE = "en"  # whose endings it takes off words
UNUSED = ("*-ui.css", "*-ui.js", "*-highlight.js")  # pagefind's own ways to show results


def installed() -> str:
    """The program that makes the index, and its version; a problem where it is not at hand."""
    _program()
    return f"pagefind {version('pagefind')}"


def index(tree: Mapping[str, str], folder: Path, target: Path, lock: IO[str] | None = None) -> None:
    """Writes the index of these files to `target`; they stand in `folder` meanwhile, and nothing else does."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in tree.items():
        files.write(folder / name, text)
    words = ["--site", str(folder), "--output-path", str(target), "--force-language", LANGUAGE, "--quiet"]
    inherited = [lock.fileno()] if lock and sys.platform != "win32" else []  # it may outlive a build that is killed
    line = [str(_program()), *words]
    try:
        process = subprocess.run(line, pass_fds=inherited, capture_output=True, text=True, check=False)  # noqa: S603
    except OSError as error:
        raise _unmade(f"{error.filename} does not run: {error.strerror}") from None
    if process.returncode:
        raise _unmade(*(process.stdout + process.stderr).strip().splitlines()[-1:])
    for name in UNUSED:
        for path in target.glob(name):
            path.unlink()


def _unmade(reason: str = "its program ended without a word") -> Malformed:
    return Malformed(Problem(MKDOCS_YML, "NO-SEARCH", f"the index could not be made: {reason}"))


class Reindexing:
    """Brings the index of a served site up with its content, while its pages are shown already."""

    def __init__(self, report: Callable[[tuple[Problem, ...]], None]) -> None:
        self._report = report  # of what went wrong, or of nothing
        self._turn = 0  # the newest content that was asked for; what is older is given up
        self._one_at_a_time, self._exchange = ThreadPoolExecutor(max_workers=1), Lock()

    def renew(self, make: Callable[[], Mapping[str, str]], folder: Path, site: Path) -> None:
        """Makes an index in `folder`, and puts it into the site."""
        with self._exchange:
            self._turn += 1
        self._one_at_a_time.submit(self._renew, self._turn, make, folder, site)

    def end(self) -> None:
        with self._exchange:
            self._turn += 1
        self._one_at_a_time.shutdown(cancel_futures=True)

    def _renew(self, turn: int, make: Callable[[], Mapping[str, str]], folder: Path, site: Path) -> None:
        if turn != self._turn:
            return
        fresh = folder / BUNDLE
        wrong: tuple[Problem, ...] = ()
        shutil.rmtree(fresh, ignore_errors=True)
        try:
            index(make(), folder / "tree", fresh)
        except Malformed as malformed:
            wrong = malformed.problems
        with self._exchange:
            if turn != self._turn:
                return
            if not wrong:
                shutil.rmtree(site / BUNDLE, ignore_errors=True)
                fresh.rename(site / BUNDLE)
        self._report(wrong)


def _program() -> Path:
    """The program that came with its package, or another that is named; the package itself would load far more."""
    override = os.environ.get(PAGEFIND_VARIABLE)
    spec = find_spec("pagefind_bin")
    homes = map(Path, (spec and spec.submodule_search_locations) or ())
    offered = [Path(override)] if override else [home / name for home in homes for name in ("pagefind", "pagefind.exe")]
    for path in offered:
        if path.is_file():
            return path
    what = "the search index needs the program `pagefind`, which is not installed"
    raise Malformed(
        Problem(
            MKDOCS_YML, "NO-SEARCH", what, f"`python -m pip install 'pagefind[bin]'`, or name it in {PAGEFIND_VARIABLE}"
        )
    )
