"""Databases as tests read and damage them; a connection is closed as soon as it was used."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A database of a disk; what is done to it is committed."""
    with closing(sqlite3.connect(path)) as database, database:
        yield database


@contextmanager
def in_memory(data: bytes) -> Iterator[sqlite3.Connection]:
    """A database that has been read."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(data)
        yield database
