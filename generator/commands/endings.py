"""What ends a command from outside: a signal, or an output that takes nothing more."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, NoReturn

SIGNALS = ("SIGTERM", "SIGHUP")  # what asks a program to end: another one, or a terminal that was closed


class Ended(KeyboardInterrupt):
    """A signal asked this program to end, as Ctrl-C does."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.code = 128 + number  # as shells have it


class Unprinted(Exception):
    """What a command prints cannot be written, for a reason of the system's."""


def drop_output() -> None:
    """What is still to be written goes nowhere: some versions of Python would try once more when they end."""
    if not sys.stdout:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


@contextmanager
def endable() -> Iterator[None]:
    """A command that a signal ends does first what it does after Ctrl-C: no program that it started goes on.

    A second signal ends it at once. One that is ignored, as behind `nohup`, stays ignored.
    """
    taken = [n for n, handler in _handlers(SIGNALS) if handler is signal.SIG_DFL]
    try:
        for n in taken:
            signal.signal(n, _ended)
    except ValueError:  # another thread than the first takes no signals
        taken = []
    try:
        yield
    finally:
        for n in taken:
            signal.signal(n, signal.SIG_DFL)


@contextmanager
def held() -> Iterator[None]:
    """A signal that would end the command does so when this is over."""
    came = list[int]()
    taken = {n: handler for n, handler in _handlers(("SIGINT", *SIGNALS)) if callable(handler)}
    try:
        for n in taken:
            signal.signal(n, lambda number, _: came.append(number))
    except ValueError:  # another thread than the first takes no signals
        taken = {}
    try:
        yield
    finally:
        for n, handler in taken.items():
            signal.signal(n, handler)
        for n in came[:1]:
            signal.raise_signal(n)


def _handlers(names: Iterable[str]) -> Iterator[tuple[int, Any]]:
    """The signals of some names that this system has, each with what it does now."""
    yield from ((n, signal.getsignal(n)) for name in names if (n := getattr(signal, name, None)))


def _ended(number: int, _: FrameType | None) -> NoReturn:
    signal.signal(number, signal.SIG_DFL)
    raise Ended(number)
