"""What the program is at, told to whoever listens: a stage by its name, and how many of its steps are done.

Nobody listens unless a command does, so the program itself knows no clock and no terminal. A stage lasts until the
next begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")
Listener = Callable[[str, int, int], None]  # a stage, its steps that are done, and all of them: 0 where none counts


def _nobody(_stage: str, _done: int, _steps: int) -> None: ...


_listener: ContextVar[Listener] = ContextVar("listener", default=_nobody)


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """All that is told meanwhile goes to the listener."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def begin(stage: str) -> None:
    """A stage whose steps nobody counts."""
    _listener.get()(stage, 0, 0)


def amid(stage: str, items: Iterable[T]) -> Iterator[T]:
    """The same items, each told of before its work is done: between them other stages may go on that make them."""
    tell = _listener.get()
    for done, item in enumerate(items, 1):
        tell(stage, done, 0)
        yield item


def over(stage: str, items: Iterable[T], steps: int | None = None) -> Iterator[T]:
    """The same items, each a step of a stage; `steps` is how many there are, where the items do not know."""
    tell = _listener.get()
    total = steps if steps is not None else len(items) if isinstance(items, Sized) else 0
    tell(stage, 0, total)
    for done, item in enumerate(items, 1):
        yield item
        tell(stage, done, total)
