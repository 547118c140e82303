"""A site that is joined page by page: each is made, looked at and written by whoever works, and none is kept."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections import deque
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from generator import stages
from generator.problems import Place, Problem
from generator.publishing.builders import COPY
from generator.publishing.found import STEP, Found, key_of
from generator.publishing.frame import MAP, ONCE, Frame
from generator.publishing.gate import Findings, Gate, faults
from generator.publishing.shell import Kind, Shell
from generator.publishing.standing import Left, digest
from generator.site.parts.page import built
from generator.work.executors import Crew, Results
from generator.work.store import Store

ONE_OF = 256  # pages, of which one is also built by MkDocs, whatever its kind
MANY = 500  # pages, from which on others join some of them


class Joined(NamedTuple):
    """What becomes of a page that was joined and written: its digest, its kind, what was found on it, unless the store
    has this, and the shells that were learned for it.
    """

    holds: bytes
    kind: Kind
    found: Findings | None
    shells: Mapping[str, Shell]


@dataclass(frozen=True)
class Joiner:
    """Joins pages, looks at each, and writes it into the folder of the fresh site, for whoever has this disk."""

    docs: Path
    fresh: Path
    before: Path  # the site before
    frame: Frame
    gate: Gate
    store: Store | None = None  # that keeps what was found on pages, where they are joined for another process

    def joined(self, path: str) -> Joined | None:
        """The page that stands in `build/docs` at a path; nothing where it has to know which others there are."""
        made = self.frame.plain(path, (self.docs / path).read_bytes().decode())
        if made is None:
            return None
        found = self.gate.of_page(built(path), made.page)
        return Joined(self.write(built(path), made.page), made.kind, found, self.frame.learned_since())

    def handed_over(self, path: str) -> Joined | None:
        """The same for another process: what was found on the page comes as its store has it, where that keeps it."""
        page = self.joined(path)
        if page is None or page.found is None or self.store is None:
            return page
        self.store.put(STEP, key_of(self.gate, built(path), page.holds), page.found)
        return page._replace(found=None)

    def write(self, name: str, data: bytes) -> bytes:
        """Writes a file; its digest. Where the site before has the same bytes, the two share it."""
        target, before = self.fresh / name, self.before / name
        target.unlink(missing_ok=True)
        if before.is_file() and before.stat().st_size == len(data) and before.read_bytes() == data:
            share(before, target)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        return digest(data)


class Joining:
    """Writes a site into a folder; files that the site before has with the same bytes are shared with it.

    A shared file is never written to: whoever changes one puts another in its place. What was made from the same
    before, and stands as it was left, is neither made nor looked at again.
    """

    def __init__(self, root: Path, frame: Frame, left: Left, gate: Gate, crew: Crew) -> None:
        self._docs, self._fresh, self._before = root / "build" / "docs", root / "build" / "site", root / "site"
        self._frame, self._left, self._gate, self._crew = frame, left, gate, crew
        self._joiner = Joiner(self._docs, self._fresh, self._before, frame, gate)
        self._found = Found(self._fresh, gate, crew.store)
        self._anew: dict[str, bytes] = {}  # pages that are to be joined
        self._awaited = deque[tuple[str, bytes]]()  # pages that others join, in order
        self._joined: Results[Joined | None] = Results(iter(()))
        self._late: dict[str, bytes] = {}  # pages that have to know which others there are
        self._kinds = set[Kind]()
        self._compared: list[str] = []  # pages that are to be compared with those of MkDocs

    def add(self, path: str, holds: bytes, made: bytes | None) -> None:
        """Takes into the site what stands in `build/docs` at a path, and has this digest; `made` where it is new."""
        while self._awaited and self._joined.is_at_hand():
            self._take_page(*self._awaited.popleft(), next(self._joined))
        if path.endswith(".md"):
            if self._is_left(built(path), holds):
                self._compare(path)
            else:
                self._anew[path] = holds
            return
        share(self._docs / path, self._fresh / path)
        self._left.site.note(path, holds, holds)
        if (was := self._left.site.before.get(path)) and was.digest == holds:
            self._found.add_kept(path, holds)
        else:
            self._found.add(path, holds, (self._docs / path).read_bytes() if made is None else made)

    def begin(self) -> None:
        """Has others join the pages that came so far, where these are many; more may come meanwhile."""
        if self._crew.inherits and len(self._anew) >= MANY:
            self._take_awaited()
            self._frame.theme_files()  # those who inherit it have MkDocs at hand where it is needed
            joiner = replace(self._joiner, store=self._crew.keeping())
            self._joined = self._crew.map_kept(Joiner.handed_over, joiner, [*self._anew])
            self._awaited.extend(self._anew.items())
            self._anew.clear()

    def _join(self, of_paths: bytes) -> None:
        """Joins all pages that are new, but for those that have to know which others there are."""
        self._take_awaited()
        for path, holds in stages.over("building", self._anew.items(), len(self._anew)):
            was = self._left.site.before.get(built(path))
            stands = was is not None and was.made_from == holds + of_paths  # it had to know, and they are the same
            self._take_page(path, holds, None if stands else self._joiner.joined(path))

    def _take_awaited(self) -> None:
        """Takes what others join, to the last page."""
        for (path, holds), page in zip(stages.over("building", [*self._awaited]), self._joined, strict=True):
            self._take_page(path, holds, page)
        self._awaited.clear()

    def _take_page(self, path: str, holds: bytes, page: Joined | None) -> None:
        """Takes a page that was joined; one that has to know which others there are has to wait."""
        if page is None:
            self._late[path] = holds
            return
        self._frame.learn(page.shells)
        self._left.site.note(built(path), holds, page.holds)
        self._found.note(built(path), page.holds, page.found)
        self._compare(path, page.kind)

    def finish(self, paths: Collection[str]) -> tuple[Problem, ...]:
        """Adds what needs to know all paths of the site; pages that are not as MkDocs makes them are problems."""
        of_paths = digest("\n".join(paths).encode())
        self._join(of_paths)
        stages.begin("following links")
        for path, holds in self._late.items():
            if not self._is_left(built(path), holds + of_paths):
                self._write(built(path), holds + of_paths, self._frame.any(path, self._text(path), paths))
        if not all(self._is_left(name, of_paths) for name in ONCE):
            for name, data in self._frame.once(paths).items():
                self._write(name, of_paths, data)
        for name, source in self._frame.theme_files().items():
            if name not in paths:
                self._take(name, Path(source))
        if not self._frame.has_asked:
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
        holds = self._joiner.write(name, data)
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
    """One file under two names, or two where the system has no such thing; its folder is made if it is the first."""
    try:
        _shared(source, target)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        _shared(source, target)


def _shared(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except FileNotFoundError:
        raise
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
