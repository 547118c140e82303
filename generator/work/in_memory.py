"""Values that were worked out, held in memory by whoever asks again and again, such as the preview of a dossier."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from generator.work.store import MISSING, Store

ROUNDS = 2  # after which what nobody asked for goes


class InMemory(Store):
    """A store whose values are held as they are; for a while they stand upon one on the disk."""

    def __init__(self) -> None:
        self._beneath: Store | None = None
        self._values: dict[tuple[str, str], Any] = {}
        self._last: dict[tuple[str, str], int] = {}  # the round in which a value was asked for
        self._round = 0

    @contextmanager
    def upon(self, store: Store | None) -> Iterator[None]:
        """What is not held is looked for in a store meanwhile, and what is made is kept there, too."""
        self._beneath = store
        try:
            yield
        finally:
            self._beneath = None

    def get(self, step: str, key: str) -> Any:
        """The value of a step for this key of its inputs, or `MISSING`."""
        if (step, key) not in self._values and self._beneath:
            value = self._beneath.get(step, key)
            if value is not MISSING:
                self._values[step, key] = value
        if (value := self._values.get((step, key), MISSING)) is not MISSING:
            self._last[step, key] = self._round
        return value

    def put(self, step: str, key: str, value: object) -> None:
        self._values[step, key], self._last[step, key] = value, self._round
        if self._beneath:
            self._beneath.put(step, key, value)

    def ask(self, step: str, key: str) -> None:
        if (step, key) in self._values:
            self._last[step, key] = self._round
        if self._beneath:
            self._beneath.ask(step, key)

    def holds(self, step: str, key: str) -> bool:
        return (step, key) in self._values

    def next_round(self) -> None:
        """A round is over: what was not asked for in the last ones goes, of the steps that this one took."""
        taken = {step for (step, _), last in [*self._last.items()] if last == self._round}
        late = [at for at, last in [*self._last.items()] if at[0] in taken and last <= self._round - ROUNDS]
        for at in late:
            del self._values[at], self._last[at]
        self._round += 1
