"""What many pages ask is found out once, and kept with the briefing, or with whatever else it was asked of."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Protocol, TypeVar, TypeVarTuple

from generator.work import reads

Kept = dict[str, dict[Hashable, Any]]  # answers, by the name of a function and the ids that it was asked about


class Keeper(Protocol):
    """Something whose answers never change, such as a briefing, with the answers that it gave already."""

    @property
    def kept(self) -> Kept: ...


Asked = TypeVar("Asked", bound=Keeper)
Value = TypeVar("Value")
About = TypeVarTuple("About")


def answer(function: Callable[[Asked, *About], Value], asked: Asked, value: Value, *about: *About) -> None:
    """Has a value that was kept elsewhere be what such a function answers; nothing is read for it."""
    asked.kept.setdefault(_name(function), {})[_ids(about)] = value, None


def once(function: Callable[[Asked, *About], Value]) -> Callable[[Asked, *About], Value]:
    """Keeps what a pure function answers; what it is asked about are ids, or things of the briefing that have one.

    What was read for an answer counts as read by everyone who asks for it.
    """
    name = _name(function)

    @wraps(function)
    def answered(asked: Asked, *about: *About) -> Value:
        answers = asked.kept.setdefault(name, {})
        ids = _ids(about)
        if ids not in answers:
            value, read = reads.noted(function, asked, *about)
            answers[ids] = value, read or None
        value, read = answers[ids]
        if read:
            reads.add(read)
        return value

    return answered


def _name(function: Callable[..., object]) -> str:
    return f"{function.__module__}.{function.__qualname__}"


def _ids(about: tuple[object, ...]) -> tuple[Any, ...]:
    return tuple([getattr(one, "id", one) for one in about])
