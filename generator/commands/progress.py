"""What a run is at, when it takes longer than a glance; and with `--profile`, what each of its stages took."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from time import perf_counter
from typing import Any

import click

from generator import stages
from generator.commands.console import in_columns, tell

if sys.platform != "win32":
    import resource

PATIENCE = 2.0  # seconds that nobody needs to be told about
START = "starting"  # what comes before the first stage: the modules of the program
KILO = 1024 if sys.platform != "darwin" else 1  # bytes in what the system counts memory in
HEADS = ("stage", "seconds", "processor", "peak MB")

PROFILE = click.option("--profile", is_flag=True, help="print what each stage took: seconds, and memory so far")


class Watch:
    """A listener of stages: it shows the one that runs, and adds up what each of them took."""

    def __init__(self, is_shown: bool) -> None:
        self._is_shown, self._began = is_shown, perf_counter()
        self._stage, self._since, self._processor_since = START, self._began, 0.0
        self._bar: Any = None
        self._took: dict[str, tuple[float, float, float]] = {}  # seconds, those of processors, and MB

    def __call__(self, stage: str, done: int, steps: int) -> None:
        if not done:
            self.close()
        elif stage != self._stage:
            self._account()  # one stage works on what another makes
        self._stage = stage
        if not self._is_shown or perf_counter() - self._began < PATIENCE:
            return
        if not steps:
            if not done:
                tell(f"{stage} …", err=True)
            return
        if self._bar is None:
            self._bar = click.progressbar(length=steps, label=stage, file=sys.stderr, show_pos=True)
            self._bar.render_progress()
        self._bar.update(done - self._bar.pos)
        if done == steps:
            self._finish()

    def close(self) -> None:
        """The stage that runs is over."""
        self._finish()
        self._account()

    def _account(self) -> None:
        now, processor = perf_counter(), _processor_seconds()
        seconds, of_processors, _ = self._took.get(self._stage, (0.0, 0.0, 0.0))
        took = seconds + now - self._since, of_processors + processor - self._processor_since
        self._took[self._stage] = (*took, _peak())
        self._since, self._processor_since = now, processor

    def table(self) -> str:
        """What each stage took, in the order in which they began."""
        rows = [(stage, *(f"{number:.2f}" for number in took)) for stage, took in self._took.items()]
        whole = (sum(took[column] for took in self._took.values()) for column in (0, 1))
        rows.append(("in all", *(f"{number:.2f}" for number in (*whole, _peak()))))
        return in_columns([HEADS, *rows], numbers=(1, 2, 3))

    def _finish(self) -> None:
        if self._bar is not None:
            self._bar.render_finish()
            self._bar = None


def watched(command: Callable[..., bool]) -> Callable[..., bool]:
    """Shows people at a terminal how far a command is, and takes `--profile`."""

    @PROFILE
    @wraps(command)
    def run(*args: Any, profile: bool, **options: Any) -> bool:
        is_read_by_people = not (options.get("as_json") or options.get("github") or os.environ.get("CI"))
        watch = Watch(is_read_by_people and sys.stderr.isatty())
        try:
            with stages.heard_by(watch):
                return command(*args, **options)
        finally:
            watch.close()
            if profile:
                tell(watch.table(), err=True)

    return run


def _processor_seconds() -> float:
    """Of this process, and of those that it started and that have ended."""
    return sum(os.times()[:4])


def _peak() -> float:
    """The most memory that this process, or one that it started and that has ended, ever held, in MB; 0 on Windows."""
    if sys.platform == "win32":
        return 0.0
    held = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return held * KILO / 1e6
