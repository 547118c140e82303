"""The command that shows the site while its content is edited: each saved change, or what is wrong with it."""

from __future__ import annotations

import gc
import shutil
import signal
import sys
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

import click
from watchfiles import watch

from generator import files, pipeline, rules, stages
from generator.briefing import Briefing
from generator.commands import excerpts
from generator.commands.console import ROOT, print_problems, reports_problems, tell
from generator.commands.crew import kept_in
from generator.commands.desk import Desk
from generator.commands.dossier import Dossier, State
from generator.commands.locking import FROZEN, is_frozen, write_locks
from generator.content.paths import title_of
from generator.preview.desk_http import DESK, Door
from generator.preview.local import LocalServer
from generator.problems import Malformed, Problem
from generator.publishing import plan, site, swap
from generator.publishing.live_folder import live_folder
from generator.site.parts.page import built
from generator.work.digests import digests
from generator.work.executors import ALONE
from generator.work.in_memory import InMemory
from generator.work.store import make_folder

if TYPE_CHECKING:
    from generator.preview.warm import WarmSite

MKDOCS_YML = "mkdocs.yml"
WATCHED = ("content", "seeds", "texts", MKDOCS_YML)
STEP = 20  # milliseconds without a further change, after which a file is taken for saved
PATIENCE = 1.0  # seconds, after which an interrupt is seen on every system, and what is left over is cleared away
POLL = 1000  # milliseconds; finds what the system did not tell: a new folder, a file put in another's place

SWITCH = 0.001  # seconds; a page that is asked for need not wait long for those that are being built


@click.command()
@ROOT
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any that is free")
@FROZEN
@reports_problems
def serve(root: Path, port: int, frozen: bool) -> bool:
    """Show the site at a local address, and each saved change at once; Ctrl-C ends it.

    Where articles' texts are, locks that are behind are written with each change.
    """
    sys.setswitchinterval(SWITCH)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell ignores for what runs behind it
    kept = InMemory()
    dossier = Dossier(root, replace(ALONE, store=kept))
    door = Door(Desk(dossier))
    try:
        server = LocalServer(port, root / "site", door)
    except OSError as error:
        raise click.UsageError(f"port {port} cannot be had ({error.strerror}); name another with `--port`") from None
    swap.own(root / "build")
    make_folder(root / "build")
    with server, live_folder(root / "build") as folder:
        Thread(target=server.serve_forever, daemon=True).start()
        tell(f"the site is at {server.address}; Ctrl-C ends this")
        tell(f"the desk is at {server.address}{door.address}")
        preview = LivePreview(root, folder, server, dossier, kept, is_frozen(frozen))
        try:
            with closing(changes(root)) as changed:
                for is_overtaken in changed:
                    preview.show(is_overtaken)
        except KeyboardInterrupt:
            tell("\nended")
        finally:
            server.events.end()
            server.shutdown()
    return True


def changes(root: Path) -> Generator[Callable[[], bool]]:
    """Once at the start, then whenever a file that the site is made from has other bytes.

    Each time with what tells whether one has others again. Until nobody saves for a while, the collector of cycles does
    not look: it would take longer than the page that is waited for. Raises what the system refuses whoever watches.
    """
    saved, ended, known, refused = Event(), Event(), InMemory(), list[Exception]()
    before = _digests(root, known)
    saved.set()

    def look() -> None:
        try:
            _watch(root, known, before, saved, ended)
        except Exception as error:  # noqa: BLE001 -- of another thread, and raised in this one
            refused.append(error)
            saved.set()

    watching = Thread(target=look, daemon=True)
    watching.start()
    try:
        while True:
            while not saved.wait(PATIENCE):
                if not gc.isenabled():
                    gc.enable()
                    gc.collect()
            saved.clear()
            if refused:
                raise refused[0]
            gc.disable()
            yield saved.is_set
    finally:
        gc.enable()
        ended.set()
        watching.join()


def _watch(root: Path, known: InMemory, before: dict[str, str], saved: Event, ended: Event) -> None:
    paths = [root / name for name in WATCHED if (root / name).exists()]
    told = watch(*paths, step=STEP, rust_timeout=POLL, yield_on_timeout=True, stop_event=ended, raise_interrupt=False)
    for _ in told:
        now = _digests(root, known)
        if now != before:
            before = now
            saved.set()


class Overtaken(Exception):
    """Something was saved again while pages were made that nobody looks at."""


@dataclass
class LivePreview:
    """What is being edited, as it was when it was last in order."""

    root: Path
    folder: Path
    server: LocalServer
    dossier: Dossier
    kept: InMemory
    is_frozen: bool = False  # no lock is written
    _assembled: pipeline.Assembled | None = None
    _warm: WarmSite | None = None
    _settings: tuple[str, ...] = ()  # what the builder was started with
    _starts: int = 0
    _replaced: list[str] = field(default_factory=list)  # addresses, since it was last told which were
    _told: frozenset[Problem] = frozenset()
    _refused: str = ""  # what the builder refused of all pages when they were last made

    def show(self, is_overtaken: Callable[[], bool] = lambda: False) -> None:
        """Brings the pages to what the content says now, or tells what keeps them as they were; the desk looks too.

        Pages that nobody looks at are left as they were where `is_overtaken`: it is called again for what was saved
        since.
        """
        self.server.events.replaced(DESK)
        try:
            with self._kept_before():
                self._bring(is_overtaken)
                self.kept.next_round()
        except Overtaken:
            self.server.events.broken(self._refused)
        except Malformed as malformed:
            print_problems(malformed.problems)
            self.server.events.broken(excerpts.problem_report(malformed.problems, self.root))
        else:
            self.server.events.broken("")

    @contextmanager
    def _kept_before(self) -> Iterator[None]:
        """A start goes on with what builds kept."""
        if self._assembled:
            yield
        else:
            with kept_in(self.root) as store, self.kept.upon(store):
                yield

    def _bring(self, is_overtaken: Callable[[], bool]) -> None:
        with self.dossier.lock:
            state = self.dossier.state()
            found = self.dossier.problems(state.briefing)
        briefing = state.briefing
        reported = pipeline.refuse((*plan.problems(self.root, briefing.content.site), *found))
        making = pipeline.Assembling(self.root, briefing, self._assembled, self.dossier.crew)
        about, titles = briefing.content.site, map(title_of, briefing.content.pages.values())
        settings = (files.read(self.root / MKDOCS_YML, MKDOCS_YML), str(about.edition), str(about.publisher), *titles)
        warm = self._warm if settings == self._settings else None
        if warm:
            self._show_first(warm, making)
        state = self._locked(state)
        self._assembled = _all(making, is_overtaken if warm else lambda: False)
        if warm:
            self._patch(warm, self._assembled.files)
        else:
            self._start(self._assembled, briefing)
            self._settings = settings
        self._tell((*reported, *rules.problems(state.briefing, rules.APART_FROM_PAGES)))

    def _tell(self, problems: tuple[Problem, ...]) -> None:
        """Tells of problems, but of those that were told of when all was last shown how many they are."""
        new = tuple(problem for problem in problems if problem not in self._told)
        print_problems(new)
        if len(new) < len(problems):
            tell(f"{len(problems) - len(new)} told before stand as they were", err=True)
        self._told = frozenset(problems)

    def _locked(self, state: State) -> State:
        """What is in the files now, with the locks that are written for it; no page shows anything of these."""
        with self.dossier.lock:
            if not self.is_frozen and write_locks(self.root, state.briefing, state.article_texts, self.kept):
                return self.dossier.state()
            return state

    def _show_first(self, warm: WarmSite, making: pipeline.Assembling) -> None:
        """Brings those pages that somebody looks at. The others are made once those are seen."""
        events, shown = self.server.events, list[str]()
        looked_at = events.open_pages
        for page in making.first(path for path in warm.paths if built(path) in looked_at):
            if warm.put(page.path, page.text):
                shown.append(built(page.path))
                events.replaced(shown[-1])
        self._replaced += shown
        events.await_readers(looked_at.intersection((*shown, DESK)))

    def _patch(self, warm: WarmSite, texts: Mapping[str, str | bytes]) -> None:
        """Brings all other pages and files, and tells which were replaced."""
        try:
            for address in warm.update(texts):
                self.server.events.replaced(address)
                self._replaced.append(address)
        except Malformed as malformed:
            self._refused = excerpts.problem_report(malformed.problems, self.root)
            raise
        self._refused = ""
        replaced, self._replaced = [*dict.fromkeys(self._replaced)], []
        more = f" and {len(replaced) - 1} more" if len(replaced) > 1 else ""
        tell(f"shown: {replaced[0]}{more}" if replaced else "saved; nothing on the site changes")

    def _start(self, assembled: pipeline.Assembled, briefing: Briefing) -> None:
        """Builds every page, and only then serves them in the place of those before."""
        from generator.preview.warm import WarmSite  # not above: no other command waits for the builder

        self._starts += 1
        folder = self.folder / str(self._starts)
        with swap.build_lock(self.root / "build"):  # the theme is the builds' too
            site.write_theme(self.root, briefing.content.site)
            warm = WarmSite(self.root, folder, briefing.content.site.edition)
            number = sum(1 for _ in warm.update(assembled.files))
        self._warm, self.server.folder, self._replaced, self._refused = warm, warm.served, [], ""
        self.server.events.replaced()
        for other in self.folder.iterdir():
            if other != folder:
                shutil.rmtree(other)
        gc.freeze()  # what a start leaves stays; the collector need not look at it after each change
        if setting := site.unknown_setting(self.root):
            tell(f"mkdocs.yml has {setting}: what MkDocs alone does by it is not shown here, but by `briefbook build`")
        tell(f"shown: all {number} pages and files")


def _all(making: pipeline.Assembling, is_overtaken: Callable[[], bool]) -> pipeline.Assembled:
    """All pages and files; raises Overtaken between two of them."""

    def go_on(*_: object) -> None:
        if is_overtaken():
            raise Overtaken

    with stages.heard_by(go_on):
        return making.all()


def _digests(root: Path, known: InMemory) -> dict[str, str]:
    """Of what stays unreadable it is told as a problem: an editor may be putting another file in its place just now."""
    return digests(known, ((str(path), str(path)) for path in files.inputs(root)))
