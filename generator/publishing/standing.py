"""What the build before left in `build/docs` and in `site/`: a file that stands as it was left is not read again.

As git has it, a file that was written shortly before it was noted is not trusted by its size and its time alone: it
may have been written again within one tick of the clock. Such a one is read, and is the same if its digest is.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.work.digests import YOUNG
from generator.work.promised import File as Given
from generator.work.promised import Promised, made
from generator.work.store import Keeping

STEP = "left"  # in the store
Stood = tuple[int, int, int, int]  # size, nanosecond of the last change, number and disk of a file
Table = Mapping[str, "File"]


class File(NamedTuple):
    """A file as a build left it: digests of what it was made from and of what it holds, and how it stands."""

    made_from: bytes
    digest: bytes
    stood: Stood | None


class Standing:
    """The files of a folder, by their paths in it: as the build before left them, and as this one leaves them."""

    def __init__(self, folder: Path, before: Table, noted: int) -> None:
        self._folder, self._noted = str(folder), noted
        self.before = before
        self.now: dict[str, File] = {}

    def is_as_left(self, path: str, made_from: bytes) -> bool:
        """Whether a file was made from the same, and nobody has touched it since; then it is one of those of now."""
        known = self.before.get(path)
        if known is None or known.made_from != made_from:
            return False
        place = f"{self._folder}/{path}"
        stood = _stood(place)
        if stood is None or stood != known.stood:
            return False
        if stood[1] >= self._noted - YOUNG and digest(Path(place).read_bytes()) != known.digest:
            return False
        self.now[path] = known
        return True

    def note(self, path: str, made_from: bytes, holds: bytes) -> None:
        """Says what a file was made from, and the digest of what it holds."""
        self.now[path] = File(made_from, holds, None)

    def as_it_stands(self, folder: Path) -> dict[str, File]:
        """The files of now, which stand in a folder that will have this one's name."""
        top = str(folder)
        return {path: File(one.made_from, one.digest, _stood(f"{top}/{path}")) for path, one in self.now.items()}


class Left:
    """Both folders, by what the store has of them under a key; without a store, nothing was left."""

    def __init__(self, root: Path, store: Keeping | None = None, key: str = "") -> None:
        self._root, self._store, self._key = root, store, key
        kept = store.get(STEP, key) if store else None
        noted, docs, site = kept if isinstance(kept, tuple) else (0, {}, {})
        remove_links(root / "build" / "docs")
        self.docs, self.site = Standing(root / "build" / "docs", docs, noted), Standing(root / "site", site, noted)

    def put(self, path: str, file: Given) -> tuple[bytes, bytes | None]:
        """Has a file stand in `build/docs`; the digest of what it holds, and what that is if it had to be made.

        A file that is replaced may have a second name in a site, and stays there as it was.
        """
        promised = digest(file.key.encode()) if isinstance(file, Promised) else None
        if promised and self.docs.is_as_left(path, promised):
            return self.docs.now[path].digest, None
        text = made(file)
        data = text.encode() if isinstance(text, str) else text
        holds, place = digest(data), self._root / "build" / "docs" / path
        if not promised and self.docs.is_as_left(path, holds):
            return holds, data
        if not place.is_file() or place.read_bytes() != data:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.unlink(missing_ok=True)
            place.write_bytes(data)
        self.docs.note(path, promised or holds, holds)
        return holds, data

    def keep(self, fresh: Path) -> None:
        """Keeps how all of it stands, once a site passed the gate that will take the place of the old."""
        if self._store:
            docs = self.docs.as_it_stands(self._root / "build" / "docs")
            self._store.put(STEP, self._key, (time.time_ns(), docs, self.site.as_it_stands(fresh)))

    def forget(self) -> None:
        """Keeps that nothing was left: all is to be made anew."""
        if self._store:
            self._store.put(STEP, self._key, None)


def digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def remove_others(folder: Path, expected: Mapping[str, object]) -> None:
    """Takes away the files of a folder that are not expected, and the folders that are empty then."""
    top = len(str(folder)) + 1
    for place, _, names in os.walk(folder, topdown=False):
        inside = f"{place[top:]}/".replace(os.sep, "/").lstrip("/")
        others = [name for name in names if f"{inside}{name}" not in expected]
        for name in others:
            Path(place, name).unlink()
        if place != str(folder) and not any(Path(place).iterdir()):
            Path(place).rmdir()


def remove_links(folder: Path) -> None:
    """Takes away the links in a folder and in those in it: what we make is none, and what they lead to is not ours."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_symlink():
                Path(entry.path).unlink()
            elif entry.is_dir():
                remove_links(Path(entry.path))


def _stood(path: str) -> Stood | None:
    """How a file stands on the disk; nothing for one that is not there."""
    try:
        stat = os.stat(path)  # noqa: PTH116 -- thousands of files
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns, stat.st_ino, stat.st_dev
