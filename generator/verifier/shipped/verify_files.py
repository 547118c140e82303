"""How the files of the site are read: no more than is reasonable, and nothing that two readers could read otherwise."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

LARGEST = 64_000_000  # bytes of a file that is read
PAGE = ".html"  # how the pages of a site end
PAGES = frozenset((PAGE, ".htm", ".shtml", ".xht", ".xhtml"))  # what servers send as a page, in capitals too


def read(path: Path) -> str:
    """A file of no more than is reasonable, with plain line ends."""
    if path.stat().st_size > LARGEST:
        sys.exit(f"{path}: too large to be read")
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def data_of(path: Path) -> Any:
    """What a file of the data says; one that says two things under one name says neither."""
    return json.loads(read(path), object_pairs_hook=once)


def once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """The entries of an object; of equal keys some programs take the first, and others the last."""
    entries = dict(pairs)
    if len(entries) < len(pairs):
        raise ValueError(f"one of {', '.join(sorted(entries))} stands twice")
    return entries


def rows_of(path: Path, name: str) -> Sequence[Any]:
    """What a file has under that name; a file that has no such list counts as one row, which is no statement."""
    try:
        whole = data_of(path)
    except (OSError, RecursionError, ValueError):
        whole = None
    rows = whole.get(name) if isinstance(whole, dict) else None
    return rows if isinstance(rows, list) else [None]


def pages_in(folder: Path) -> list[str]:
    """The addresses of the pages, in order."""
    return [path.relative_to(folder).as_posix() for path in sorted(folder.rglob(f"*{PAGE}"))]


def other_pages(folder: Path) -> Iterator[str]:
    """Files that a browser shows as pages and that are called otherwise: no site is built with any."""
    for path in sorted(folder.rglob("*")):
        if path.suffix != PAGE and path.suffix.lower() in PAGES:
            yield path.relative_to(folder).as_posix()
