"""A site that is joined page by page: each is made, looked at and written before the next, and none is kept."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Collection
from pathlib import Path

from generator.problems import Place, Problem
from generator.publishing.builders import COPY
from generator.publishing.found import Found
from generator.publishing.frame import MAP, ONCE, Frame
from generator.publishing.gate import Gate, faults
from generator.publishing.shell import Kind
from generator.publishing.standing import Left, digest
from generator.site.parts.page import built
from generator.work.store import Keeping

ONE_OF = 256  # pages, of which one is also built by MkDocs, whatever its kind


class Joining:
    """Writes a site into a folder; files that the site before has with the same bytes are shared with it.

    A shared file is never written to: whoever changes one puts another in its place. What was made from the same
    before, and stands as it was left, is neither made nor looked at again.
    """

    def __init__(self, root: Path, frame: Frame, left: Left, gate: Gate, store: Keeping | None) -> None:
        self._docs, self._fresh, self._before = root / "build" / "docs", root / "build" / "site", root / "site"
        self._frame, self._left, self._gate = frame, left, gate
        self._found = Found(self._fresh, gate, store)
        self._kinds: set[Kind] = set()
        self._compared: list[str] = []  # pages that are to be compared with those of MkDocs
        self._late: dict[str, bytes] = {}  # pages that have to know which others there are

    def add(self, path: str, holds: bytes, made: bytes | None) -> None:
        """Takes into the site what stands in `build/docs` at a path, and has this digest; `made` where it is new."""
        if not path.endswith(".md"):
            share(self._docs / path, self._fresh / path)
            self._left.site.note(path, holds, holds)
            if (was := self._left.site.before.get(path)) and was.digest == holds:
                self._found.add_kept(path, holds)
            else:
                self._found.add(path, holds, self._data(path, made))
            return
        if self._is_left(built(path), holds):
            self._compare(path)
            return
        joined = self._frame.plain(path, self._data(path, made).decode())
        if joined is None:
            self._late[path] = holds
            return
        self._write(built(path), holds, joined.page)
        self._compare(path, joined.kind)

    def finish(self, paths: Collection[str]) -> tuple[Problem, ...]:
        """Adds what needs to know all paths of the site; pages that are not as MkDocs makes them are problems."""
        of_paths = digest("\n".join(paths).encode())
        for path, holds in self._late.items():
            if not self._is_left(built(path), holds + of_paths):
                self._write(built(path), holds + of_paths, self._frame.any(path, self._text(path), paths))
        if not all(self._is_left(name, of_paths) for name in ONCE):
            for name, data in self._frame.once(paths).items():
                self._write(name, of_paths, data)
        for name, source in self._frame.theme_files().items():
            if name not in paths:
                self._take(name, Path(source))
        if not self._frame.has_builder:
            return ()
        others = [built(path) for path in (*self._compared, *self._late) if self._differs(path, paths)]
        if self._frame.real_map(paths) != (self._fresh / MAP).read_bytes():
            others.append(MAP)
        if others:
            self._frame.forget()
            self._left.forget()
        else:
            self._frame.keep()
        return tuple(map(other_page, others))

    def faults(self, paths: Collection[str]) -> tuple[Problem, ...]:
        """Everything wrong with the site, of which `paths` of `build/docs` were to be built."""
        names = self._found.to_follow(self._left.site.before)
        return faults(self._fresh, self._gate, self._found, self._found.targets(names), paths, names)

    def _compare(self, path: str, kind: Kind | None = None) -> None:
        """Remembers one page of each kind that is made, and of all pages some, for the case that MkDocs is at hand."""
        if (kind and kind not in self._kinds) or is_sampled(path):
            self._compared.append(path)
        if kind:
            self._kinds.add(kind)

    def _differs(self, path: str, paths: Collection[str]) -> bool:
        return self._frame.real(path, self._text(path), paths) != (self._fresh / built(path)).read_bytes()

    def _data(self, path: str, made: bytes | None) -> bytes:
        return (self._docs / path).read_bytes() if made is None else made

    def _text(self, path: str) -> str:
        return (self._docs / path).read_text(encoding="utf-8")

    def _is_left(self, name: str, made_from: bytes) -> bool:
        """Whether the site before has a file that was made from this; then it is one of this site."""
        if not self._left.site.is_as_left(name, made_from):
            return False
        share(self._before / name, self._fresh / name)
        self._found.add_kept(name, self._left.site.now[name].digest)
        return True

    def _write(self, name: str, made_from: bytes, data: bytes) -> None:
        target, before, holds = self._fresh / name, self._before / name, digest(data)
        target.unlink(missing_ok=True)
        if before.is_file() and before.stat().st_size == len(data) and before.read_bytes() == data:
            share(before, target)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        self._left.site.note(name, made_from, holds)
        self._found.add(name, holds, data)

    def _take(self, name: str, source: Path) -> None:
        """Takes a file of the theme, which is as its source stands."""
        stat = source.stat()
        made_from = digest(os.fsencode(source) + f"\n{stat.st_size} {stat.st_mtime_ns}".encode())
        if not self._is_left(name, made_from):
            self._write(name, made_from, source.read_bytes())


def is_sampled(path: str) -> bool:
    """Whether a page is compared whatever its kind is: the same pages each time, spread over all."""
    return hashlib.sha256(path.encode()).digest()[0] % ONE_OF == 0


def share(source: Path, target: Path) -> None:
    """One file under two names, or two where the system has no such thing."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def differences(joined: Path, whole: Path) -> tuple[Problem, ...]:
    """Every file in which two sites differ, the second of which MkDocs built."""
    found = ((folder, path) for folder in (joined, whole) for path in folder.rglob("*") if path.is_file())
    names = {path.relative_to(folder).as_posix() for folder, path in found}
    return tuple(other_page(name) for name in sorted(names) if _bytes(joined / name) != _bytes(whole / name))


def other_page(name: str) -> Problem:
    what = f"Briefbook joins this page otherwise than MkDocs builds it from `{COPY}`"
    remedy = "the old site stays; it is a mistake of the program, please report it"
    return Problem(Place(f"site/{name}"), "OTHER-PAGE", what, remedy)


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
