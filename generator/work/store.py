"""Values that were worked out, on disk by the step and the key that they were worked out for, in one file of sqlite.

A value is read only as it was written: a digest stands beside it, and what is no longer that is made anew. Nothing here
is needed: where the disk refuses, or another build is at work, each answer is “not kept”, and the build goes on.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Protocol, Self, TypeVar, cast

from generator.work import packing
from generator.work.here import is_from_here, place_of

Value = TypeVar("Value")
Values = dict[tuple[str, str], bytes]  # values as they are packed, by the step and the whole key
FILE = "work.sqlite"
IGNORED = "*\n"  # what git is told of a folder that is made for it
KEPT_FOR = 2  # builds, after which what nobody asked for goes
AT_ONCE = 200  # values, after which what was made is written down, so that a killed build has lost no more
WAITS = 5.0  # seconds for another build that writes
MISSING: Final = object()
REFUSES = ("BUSY", "LOCKED", "READONLY", "CANTOPEN", "FULL", "IOERR", "PERM", "AUTH")  # the disk, or another build
TABLES = {
    "made": "CREATE TABLE made (step TEXT, key TEXT, digest BLOB, value BLOB, UNIQUE (step, key))",
    "asked": "CREATE TABLE asked (step TEXT, key TEXT, build INTEGER, PRIMARY KEY (step, key)) WITHOUT ROWID",
    "seen": "CREATE TABLE seen (path TEXT PRIMARY KEY, stat TEXT, digest TEXT)",
    "home": "CREATE TABLE home (place TEXT)",
}

THERE = "SELECT 1 FROM made WHERE step = ? AND key = ?"
UNASKED = (  # for each value one look into the index of what was asked for
    "DELETE FROM made WHERE step = ? AND NOT EXISTS "
    "(SELECT 1 FROM asked WHERE asked.step = made.step AND asked.key = made.key)"
)


class Keeping(Protocol):
    """Whatever keeps values by the step and the key that they were worked out for: on the disk, or in memory."""

    def get(self, step: str, key: str) -> Any:
        """The value of a step for this key of its inputs, or `MISSING`."""

    def put(self, step: str, key: str, value: object) -> None:
        """Keeps a value; where the same was kept before, this one takes its place."""

    def ask(self, step: str, key: str) -> None:
        """Says that a value is wanted, though another process read it."""

    def holds(self, step: str, key: str) -> bool:
        """Whether a value was found or put for this key since the keeping began."""


class Store:
    """What is kept in a folder; used in a `with`, which ends by forgetting what no build asks for any more.

    `program` is a digest of all that decides values and is no input: it is part of each key, and set before the first.
    In a process that it travelled to, what is put waits until it is handed over.
    """

    program = ""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._waiting: dict[tuple[str, str], bytes] = {}
        self._asked: set[tuple[str, str]] = set()
        self._held: set[tuple[str, str]] = set()
        self._database: sqlite3.Connection | None = None
        self._home = os.getpid()  # the process that writes
        self._readers: dict[int, sqlite3.Connection] = {}  # of processes that were forked
        with suppress(OSError, sqlite3.Error):
            self._database = self._opened() or self._anew()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.write()
        if kind is None:
            self._forget()
        if self._database:
            self._database.close()

    def get(self, step: str, key: str) -> Any:
        """The value of a step for this key of its inputs, or `MISSING`."""
        full = self._key(step, key)
        self._asked.add((step, full))
        if (waiting := self._waiting.get((step, full))) is not None:
            return packing.unpacked(waiting)
        for digest, data in self._rows("SELECT digest, value FROM made WHERE step = ? AND key = ?", (step, full)):
            if isinstance(data, bytes) and digest == _digest(step, full, data):
                with suppress(packing.Refused):
                    value = packing.unpacked(data)
                    self._held.add((step, full))
                    return value
        return MISSING

    def ask(self, step: str, key: str) -> None:
        """Says that a value is wanted, though another process read it."""
        self._asked.add((step, self._key(step, key)))

    def holds(self, step: str, key: str) -> bool:
        """Whether a value was found or put for this key since the store was opened."""
        return (step, self._key(step, key)) in self._held

    def put(self, step: str, key: str, value: object) -> None:
        """Keeps a value; where the same was kept before, this one takes its place."""
        full = self._key(step, key)
        self._asked.add((step, full))
        self._held.add((step, full))
        self._waiting[step, full] = packing.packed(value)
        self._write_in_turn()

    def has(self, step: str, key: str) -> bool:
        """Whether there is a value for this key, which is not read."""
        full = self._key(step, key)
        return (step, full) in self._waiting or bool(self._rows(THERE, (step, full)))

    def handed_over(self) -> Values:
        """What was put here and is written down nowhere yet; whoever calls takes it elsewhere."""
        waiting, self._waiting = self._waiting, {}
        return waiting

    def take(self, made: Values) -> None:
        """Keeps what was handed over by another process."""
        self._asked.update(made)
        self._held.update(made)
        self._waiting.update(made)
        self._write_in_turn()

    def seen(self) -> dict[str, tuple[str, str]]:
        """Of each file that was looked at: how it stood on the disk, and the digest of what it held."""
        return {path: (stat, digest) for path, stat, digest in self._rows("SELECT path, stat, digest FROM seen", ())}

    def see(self, files: Sequence[tuple[str, str, str]]) -> None:
        """Notes of files their path, how they stand on the disk, and the digest of what they hold."""
        if not (self._database and files):
            return
        with suppress(sqlite3.Error), self._database:
            self._database.executemany("INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", files)

    def write(self) -> bool:
        """Writes down all that was made since, or nothing of it; whether the disk takes what is put.

        What waits in other processes is handed over.
        """
        if self._home != os.getpid():
            return False
        rows = [(*at, _digest(*at, data), data) for at, data in self._waiting.items()]
        self._waiting.clear()
        if self._database:
            with suppress(sqlite3.Error):
                with self._database:
                    self._database.execute("UPDATE home SET place = place")  # which is refused as well
                    self._database.executemany("INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?)", rows)
                return True
        return False

    def _write_in_turn(self) -> None:
        if len(self._waiting) >= AT_ONCE:
            self.write()

    def _key(self, step: str, key: str) -> str:
        return hashlib.sha256(f"{self.program}\0{step}\0{key}".encode()).hexdigest()

    def _forget(self) -> None:
        """What the last builds did not ask for goes, of the steps that this one took."""
        if not self._database:
            return
        with suppress(sqlite3.Error), self._database:
            for step in sorted({step for step, _ in self._asked}):
                [(last,)] = self._database.execute("SELECT max(build) FROM asked WHERE step = ?", (step,)).fetchall()
                build = (last or 0) + 1
                asked = [(step, key, build) for of, key in self._asked if of == step]
                self._database.executemany("INSERT OR REPLACE INTO asked VALUES (?, ?, ?)", asked)
                self._database.execute("DELETE FROM asked WHERE step = ? AND build <= ?", (step, build - KEPT_FOR))
                self._database.execute(UNASKED, (step,))

    def __getstate__(self) -> dict[str, Any]:
        """On another machine nothing is kept."""
        nothing = {"_waiting": {}, "_asked": set[Any](), "_held": set[Any]()}
        return {"program": self.program, "_database": None, "_home": 0, "_readers": {}, **nothing}

    def _rows(self, query: str, values: tuple[str, ...]) -> list[tuple[Any, ...]]:
        try:
            database = self._own()
            return database.execute(query, values).fetchall() if database else []
        except sqlite3.Error:
            return []

    def _own(self) -> sqlite3.Connection | None:
        """The connection of this process: one that was forked leaves alone what it inherited, and reads by itself."""
        process = os.getpid()
        if process == self._home or not self._database:
            return self._database
        if process not in self._readers:
            self._readers[process] = sqlite3.connect(self._path, timeout=WAITS)
        return self._readers[process]

    def _opened(self) -> sqlite3.Connection | None:
        """The file that is there, or a new one; nothing where it is no store, or is not from here.

        Raises what the disk refuses.
        """
        make_folder(self._path.parent)
        if self._path.is_symlink():  # what it leads to is not ours
            self._path.unlink()
        database = sqlite3.connect(self._path, timeout=WAITS)
        try:
            database.execute("PRAGMA synchronous = OFF")  # what a failing machine leaves half written has no digest
            with database:
                database.execute("BEGIN IMMEDIATE")
                if not _tables(database):
                    for table in TABLES.values():
                        database.execute(table)
                    database.execute("INSERT INTO home VALUES (?)", (place_of(self._path),))
            [(place,)] = database.execute("SELECT place FROM home").fetchall()
            if _tables(database) == TABLES.keys() and is_from_here(self._path, place):
                return database
        except (sqlite3.Error, ValueError) as error:
            if getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_").startswith(REFUSES):
                database.close()
                raise
        database.close()
        return None

    def _anew(self) -> sqlite3.Connection | None:
        """A new file in the place of one that cannot be read."""
        for path in (self._path, self._path.with_name(f"{FILE}-journal")):
            path.unlink(missing_ok=True)
        return self._opened()


def kept(store: Keeping | None, step: str, key_of: Callable[[], str], make: Callable[[], Value]) -> Value:
    """The value of a step for the key of all that it is made from; it is made where none is kept."""
    if not store:
        return make()
    key = key_of()
    found = store.get(step, key)
    if found is not MISSING:
        return cast("Value", found)
    value = make()
    store.put(step, key, value)
    return value


def make_folder(folder: Path) -> None:
    """Makes a folder for what is this machine's own, unless it is there; git leaves a new one alone."""
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    if is_new:
        (folder / ".gitignore").write_text(IGNORED, encoding="utf-8")


def _digest(step: str, key: str, data: bytes) -> bytes:
    return hashlib.sha256(f"{step}\0{key}\0".encode() + data).digest()


def _tables(database: sqlite3.Connection) -> set[str]:
    return {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()}
