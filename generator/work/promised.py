"""A file that is made when somebody wants it: where one from the same key stands already, it need not be made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Promised:
    """A file by the digest of all that it is made from, but for the program, and by what makes it."""

    key: str
    make: Callable[[], str | bytes]


File = str | bytes | Promised


def made(file: File) -> str | bytes:
    """The file itself."""
    return file.make() if isinstance(file, Promised) else file
