"""What people wait for, each in a process of its own, in a dossier of any size; and the same of other builders."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.sync_api import Browser, Response

from generator.work.store import KEPT_FOR
from tools import large_dossier
from tools.large_world import Article
from tools.measure_pages import served

REPOSITORY = Path(__file__).parent.parent
KILO = 1024 if sys.platform != "darwin" else 1  # bytes in what the system counts memory in
STAGE = re.compile(r"^([a-z ]+?)  +[\d.]+  +([\d.]+)  +[\d.]+$", re.MULTILINE)  # a row of `--profile`
SAYING = re.compile(r"spoke\s+for\s+(?:\w+\s+)?plans")
MORE = ("bold", "clear", "fine", "firm", "large", "new", "old", "small", "wide")  # words that a changed fact gains
SHELL = "<!doctype html><title>{{ .Title }}</title><main>{{ .Content }}</main>"  # of Hugo's pages
PLAN = 'disableKinds = ["taxonomy", "term", "RSS"]\nuglyURLs = true\nmarkup.goldmark.renderer.unsafe = true'


@dataclass(frozen=True)
class Cost:
    """Seconds, seconds of processors, and the most memory that one process held, in MB; the stages by processor."""

    seconds: float
    processor: float = 0.0
    megabytes: float = 0.0
    stages: Mapping[str, float] = field(default_factory=dict)
    kilobytes: float = 0.0  # what a browser fetched


def run(command: Sequence[str], root: Path) -> Cost:
    """A command and all that it starts. RuntimeError: it failed, with what it said."""
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "CI": "", "NO_MKDOCS_2_WARNING": "1"}
    with (root / "said").open("w+", encoding="utf-8") as said:
        start = perf_counter()
        process = subprocess.Popen(command, cwd=root, env=environment, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        seconds = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        words = said.read()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}: {process.returncode}\n{words[-3000:]}")
    stages = {name: float(seconds) for name, seconds in STAGE.findall(words) if name != "in all"}
    return Cost(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * KILO / 1e6, stages)


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each number."""
    stages = {name: median(cost.stages.get(name, 0.0) for cost in costs) for name in costs[0].stages}
    return Cost(
        median(cost.seconds for cost in costs),
        median(cost.processor for cost in costs),
        median(cost.megabytes for cost in costs),
        stages,
        median(cost.kilobytes for cost in costs),
    )


class Dossier:
    """An invented dossier in a folder, its locks written, and what is done in it."""

    def __init__(self, root: Path, articles: int) -> None:
        self.root, self.articles, self._changes = root, articles, 0
        self.facts = large_dossier.write(root, articles - 1)
        self._last, self._more = (large_dossier.one_more(number) for number in (articles - 1, articles))
        self.facts += self._put(self._last)
        self.briefbook("check")

    def briefbook(self, *arguments: str) -> Cost:
        return run([sys.executable, "-m", "generator", *arguments], self.root)

    def removed(self, *names: str) -> None:
        for name in names:
            shutil.rmtree(self.root / name, ignore_errors=True)

    def check(self) -> Cost:
        self.removed("build")
        return self.briefbook("check", "--profile")

    def check_of_one_change(self) -> Cost:
        self._say_something_else()
        return self.briefbook("check", "--profile")

    def clean(self) -> Cost:
        self.removed("build", "site")
        return self.briefbook("build", "--profile")

    def changed(self) -> Cost:
        self._say_something_else()
        return self.briefbook("build", "--profile")

    def added(self) -> Cost:
        """With its lock; the article goes again before the next time, and that build is not counted."""
        if self._is_there(self._more):
            self._remove(self._more)
            self.briefbook("build")
        self._put(self._more)
        return self.briefbook("build", "--profile")

    def less(self) -> Cost:
        """An article that was there from the first build on; before the next time, what was kept without it goes."""
        if not self._is_there(self._last):
            self._put(self._last)
            for _ in range(KEPT_FOR + 1):
                self.changed()
        self._remove(self._last)
        return self.briefbook("build", "--profile")

    def nothing(self) -> Cost:
        return self.briefbook("build")

    def verified(self) -> Cost:
        return run([sys.executable, "-S", "site/verify.py"], self.root)

    def by_mkdocs(self) -> Cost:
        """Plain MkDocs over the same Markdown."""
        command = ("build", "--quiet", "--config-file", "build/mkdocs.yml", "--site-dir", str(self.root / "by-mkdocs"))
        return run([sys.executable, "-m", "mkdocs", *command], self.root)

    def by_hugo(self, program: str) -> Cost:
        """Hugo over the same Markdown, in a bare page, with the other files beside it; it follows no link."""
        home = self.root / "by-hugo"
        shutil.rmtree(home, ignore_errors=True)
        for path in (self.root / "build" / "docs").rglob("*"):
            part = "content" if path.suffix == ".md" else "static"
            name = path.relative_to(self.root / "build" / "docs")
            to = home / part / (name.with_name("_index.md") if name.name == "index.md" else name)
            if path.is_file():
                to.parent.mkdir(parents=True, exist_ok=True)
                to.symlink_to(path) if part == "static" else shutil.copy(path, to)
        for layout in ("single", "list", "home"):
            _written(home / "layouts" / "_default" / f"{layout}.html", SHELL)
        _written(home / "hugo.toml", PLAN)
        return run([program, "--quiet", "--source", str(home), "--destination", str(home / "public")], self.root)

    def first_result(self, chromium: Browser) -> Cost:
        """From the first letters in the box to the first suggestion, in a profile with no history, and what came."""
        fetched: list[int] = []

        def note(response: Response) -> None:
            fetched.append(int(response.headers.get("content-length", 0)))

        with served(self.root / "site") as address, chromium.new_context() as context:
            page = context.new_page()
            page.goto(f"{address}/method.html")
            page.on("response", note)
            start = perf_counter()
            page.get_by_role("combobox").fill("coast")
            page.get_by_role("option").first.wait_for()
            return Cost(perf_counter() - start, kilobytes=sum(fetched) / 1e3)

    def size(self) -> tuple[int, float]:
        """Files of the site, and their MB."""
        sizes = [path.stat().st_size for path in (self.root / "site").rglob("*") if path.is_file()]
        return len(sizes), sum(sizes) / 1e6

    def _put(self, article: Article) -> int:
        """Adds an article; the number of its facts."""
        large_dossier.write_article(self.root, article)
        return len(article.facts)

    def _is_there(self, article: Article) -> bool:
        return self._paths(article)[0].exists()

    def _remove(self, article: Article) -> None:
        for path in self._paths(article):
            path.unlink(missing_ok=True)

    def _paths(self, article: Article) -> tuple[Path, Path, Path]:
        seeds, facts = self.root / "seeds", self.root / "content" / "facts"
        return facts / f"{article.id}.yml", seeds / f"{article.id}.txt", seeds / f"{article.id}.lock"

    def _say_something_else(self) -> None:
        """One word of one fact that nothing rests on, never the same twice."""
        path = sorted((self.root / "content" / "facts").glob("*.yml"))[self.articles // 2]
        text = path.read_text(encoding="utf-8")
        *_, last = SAYING.finditer(text)
        times, which = divmod(self._changes, len(MORE))
        word = MORE[which] + "er" * times
        self._changes += 1
        path.write_text(f"{text[: last.start()]}spoke for {word} plans{text[last.end() :]}", encoding="utf-8")


def cases(dossier: Dossier, hugo: str | None, chromium: Browser | None) -> Iterator[tuple[str, Callable[[], Cost]]]:
    """What is measured, in an order in which each finds what it needs; a run of a case is repeated before the next."""
    yield "check", dossier.check
    yield "check, one file changed", dossier.check_of_one_change
    yield "clean build", dossier.clean
    yield "one word changed", dossier.changed
    yield "article added", dossier.added
    yield "article removed", dossier.less
    yield "nothing changed", dossier.nothing
    yield "verify.py", dossier.verified
    yield "mkdocs build, same Markdown", dossier.by_mkdocs
    if hugo:
        yield "hugo, same Markdown", partial(dossier.by_hugo, hugo)
    if chromium:
        yield "first search result", partial(dossier.first_result, chromium)


def _written(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
