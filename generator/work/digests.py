"""Digests of files without reading them: one whose size, times and place on the disk are the same is the same.

As git has it, a file is not trusted by these alone when it was written shortly before it was looked at: it may have
been written again within one tick of the clock. Such a one is read again the next time.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from generator.work.store import Store

PACKAGE = Path(__file__).parent.parent
YOUNG = 2_000_000_000  # nanoseconds; some disks count by two seconds
UNREAD = "?"  # a file that the disk refuses: whoever reads it tells of that
INSTALLED = (".dist-info", ".egg-info")  # the second also stands beside what is only being worked on


class Seeing(Protocol):
    """Whatever remembers how files stood when they were looked at, and the digests of what they held."""

    def seen(self) -> dict[str, tuple[str, str]]: ...

    def see(self, files: Sequence[tuple[str, str, str]]) -> None: ...


def digests(store: Seeing, files: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The digest of each file by its name; `files` are names and paths, and no name is another file's."""
    known, now = store.seen(), time.time_ns()
    found: dict[str, str] = {}
    noted: list[tuple[str, str, str]] = []
    for name, path in files:
        try:
            stood, is_old = how_it_stands(path, now)
            was, digest = known.get(path, ("", ""))
            if was != stood:
                with open(path, "rb") as file:  # noqa: PTH123
                    digest = hashlib.file_digest(file, "sha256").hexdigest()
                if is_old:
                    noted.append((path, stood, digest))
        except OSError:
            digest = UNREAD
        found[name] = digest
    store.see(noted)
    return found


def how_it_stands(path: str, now: int) -> tuple[str, bool]:
    """How a file stands on the disk, and whether that was so long before `now` that it tells what the file holds."""
    stat = os.stat(path)  # noqa: PTH116 -- many files, and nothing else is done
    stood = f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino} {stat.st_dev}"
    return stood, max(stat.st_mtime_ns, stat.st_ctime_ns) < now - YOUNG


def program(store: Store) -> str:
    """A digest of all that decides values and is no input: the program, its Python, and the packages beside it."""
    files = program_files().items()
    return digest_of((sys.version, *installed(), *(f"{name} {is_}" for name, is_ in digests(store, files).items())))


def program_files() -> dict[str, str]:
    """Where each file of the program stands, by its path inside, in order; without what Python keeps of them."""
    paths = {os.path.relpath(path, PACKAGE).replace(os.sep, "/"): path for path in _below(str(PACKAGE))}
    return dict(sorted(paths.items()))


def installed() -> tuple[str, ...]:
    """The packages that are installed where Python looks for them, each by the folder that names it and its version."""
    found: set[str] = set()
    for folder in filter(os.path.isdir, sys.path):
        endings = INSTALLED if folder.endswith("-packages") else INSTALLED[:1]
        found.update(name for name in os.listdir(folder) if name.endswith(endings))  # noqa: PTH208
    return tuple(sorted(found))


def digest_of(parts: Iterable[str]) -> str:
    """One digest of several texts in their order."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode(errors="surrogatepass")
        total.update(b"%d:%b" % (len(data), data))
    return total.hexdigest()


def _below(folder: str) -> Iterator[str]:
    """Every file in a folder and those in it, but for what Python keeps of them."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _below(entry.path)
            else:
                yield entry.path
