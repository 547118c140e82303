"""What is read while something is worked out: that stands for as long as all of this is the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar, TypeVarTuple

Given = TypeVarTuple("Given")
Asked = TypeVar("Asked")
Value = TypeVar("Value")
Question = tuple[str, tuple[Hashable, ...]]  # who is asked, and about what


@dataclass(frozen=True)
class Reads:
    """What has words that were read, and the answers that count as they are, whatever was read for them."""

    words: set[str] = field(default_factory=set)  # by ids
    answers: dict[Question, Any] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.words or self.answers)


_noting: ContextVar[Reads | None] = ContextVar("noting", default=None)


def noted(function: Callable[[*Given], Value], *given: *Given) -> tuple[Value, Reads]:
    """What a function gives, and what it read for that; whoever asks has read it only by `add`."""
    reads = Reads()
    token = _noting.set(reads)
    try:
        return function(*given), reads
    finally:
        _noting.reset(token)


def noting() -> Reads | None:
    """What is noted just now, if anything is."""
    return _noting.get()


def note(id: str) -> None:
    """The words of something are read."""
    if (reads := _noting.get()) is not None:
        reads.words.add(id)


def add(more: Reads) -> None:
    """What was read for something is read for whatever is made of it."""
    if (reads := _noting.get()) is not None:
        reads.words.update(more.words)
        reads.answers.update(more.answers)


def settled(
    by: str,
) -> Callable[[Callable[[Asked, *Given], Value]], Callable[[Asked, *Given], Value]]:
    """Makes what a function answers count as it is; by this name it is asked again, about ids alone."""

    def settling(function: Callable[[Asked, *Given], Value]) -> Callable[[Asked, *Given], Value]:
        @wraps(function)
        def answered(asked: Asked, *about: *Given) -> Value:
            value, _ = noted(function, asked, *about)
            if (reads := _noting.get()) is not None:
                reads.answers[by, about] = value
            return value

        return answered

    return settling
