"""Values that were worked out, held in memory by whoever asks again and again, such as the preview of a dossier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import local
from typing import Any

from generator.work.store import MISSING, Keeping

ROUNDS = 2  # after which what nobody asked for goes


class InMemory:
    """Keeps values as they are; for a while, and in one thread, they stand upon a store on the disk."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, str], tuple[Any, int]] = {}  # each with the round in which it was asked for last
        self._seen: dict[str, tuple[str, str]] = {}
        self._round = 0
        self._here = local()  # of each thread

    @contextmanager
    def upon(self, store: Keeping | None) -> Iterator[None]:
        """What is not held is looked for in a store meanwhile, and what is made is kept there, too: by this thread."""
        self._here.store = store
        try:
            yield
        finally:
            self._here.store = None

    @property
    def _beneath(self) -> Keeping | None:
        found: Keeping | None = getattr(self._here, "store", None)
        return found

    def get(self, step: str, key: str) -> Any:
        """The value of a step for this key of its inputs, or `MISSING`."""
        value, _ = self._values.get((step, key), (MISSING, 0))
        if value is MISSING and self._beneath:
            value = self._beneath.get(step, key)
        if value is not MISSING:
            self._values[step, key] = value, self._round
        return value

    def put(self, step: str, key: str, value: object) -> None:
        self._values[step, key] = value, self._round
        if self._beneath:
            self._beneath.put(step, key, value)

    def ask(self, step: str, key: str) -> None:
        if held := self._values.get((step, key)):
            self._values[step, key] = held[0], self._round
        if self._beneath:
            self._beneath.ask(step, key)

    def holds(self, step: str, key: str) -> bool:
        return (step, key) in self._values

    def seen(self) -> dict[str, tuple[str, str]]:
        """Of each file that was looked at: how it stood on the disk, and the digest of what it held."""
        return self._seen

    def see(self, files: Sequence[tuple[str, str, str]]) -> None:
        """Notes of files their path, how they stand on the disk, and the digest of what they hold."""
        self._seen.update((path, (stood, digest)) for path, stood, digest in files)

    def next_round(self) -> None:
        """A round is over: what was not asked for in the last ones goes, of the steps that this one took."""
        last = {at: asked for at, (_, asked) in [*self._values.items()]}  # another thread may put more meanwhile
        taken = {step for (step, _), asked in last.items() if asked == self._round}
        for at, asked in last.items():
            if at[0] in taken and asked <= self._round - ROUNDS:
                self._values.pop(at, None)
        self._round += 1
