"""A file that is made when somebody wants it: where one from the same key stands already, it need not be made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True)
class Promised:
    """A file by the digest of all that it is made from, but for the program, and by what makes it."""

    key: str
    make: Callable[[], str | bytes]


File = str | bytes | Promised


def made(file: File) -> str | bytes:
    """The file itself."""
    return file.make() if isinstance(file, Promised) else file


class Made(NamedTuple):
    """A file that was made, and the key that it was promised under; without a key, where it was not."""

    holds: str | bytes
    key: str | None = None

    @classmethod
    def of(cls, file: File, before: Made | None) -> Made:
        """A file, which need not be made where it was promised under the same key before."""
        if not isinstance(file, Promised):
            return cls(file)
        return before if before and before.key == file.key else cls(file.make(), file.key)
