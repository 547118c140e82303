"""Puts a finished site in the place of the old one, so that a reader and a killed build meet a whole one.

Three names in `build/` say how far it came. `next` is a site that passed the gate; `old` is the one before it, while
two renames stand in for one exchange; `gone` is on its way out, and may be half deleted.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

import click

from generator.problems import Malformed, Place, Problem
from generator.publishing.standing import remove_links

if sys.platform != "win32":
    import fcntl

EXCHANGE = 2  # RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS are the same number
WORKING_DIRECTORY = -100  # AT_FDCWD of Linux: paths are seen from the working directory
ELSEWHERE = "this is a link, and what is built would take the place of what stands where it leads"
_HELD: dict[Path, IO[str]] = {}  # by this process, which does not wait for itself
WAITING = "another build is at work here; waiting for it to end"


@contextmanager
def build_lock(build: Path) -> Iterator[IO[str]]:
    """Holds the lock of a dossier; the system lets go of it when the last process that has it ends, however it ends."""
    own(build)
    if build in _HELD:
        yield _HELD[build]
        return
    build.mkdir(parents=True, exist_ok=True)
    with (build / "lock").open("w") as lock:
        if sys.platform != "win32":
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                click.echo(WAITING, err=True)
                fcntl.flock(lock, fcntl.LOCK_EX)
        _HELD[build] = lock
        try:
            yield lock
        finally:
            del _HELD[build]


def own(build: Path) -> None:
    """Takes away the links in `build/` and in its theme: whoever writes there, and clears away, does so nowhere else.

    Raises Malformed where `build/` is a link itself.
    """
    if build.is_symlink():
        raise Malformed(Problem(Place(build.name), "DISK", ELSEWHERE, "put a folder in its place, or nothing"))
    for path in build.iterdir() if build.is_dir() else ():
        if path.is_symlink():
            path.unlink()
    remove_links(build / "theme")


def recover(build: Path, site: Path) -> None:
    """Ends a swap that was cut off: a site that is missing is put back, and what is left over goes."""
    for candidate in (build / "next", build / "old"):
        if candidate.exists() and not site.exists():
            candidate.rename(site)
    for leftover in (build / "next", build / "old", build / "gone"):
        _remove(leftover, build)


def recover_swap(root: Path) -> None:
    """Waits for another build of this dossier, and puts right what a killed one left."""
    build = root / "build"
    if build.is_dir():
        with build_lock(build):
            recover(build, root / "site")


def swap(fresh: Path, site: Path, build: Path) -> None:
    """The fresh site takes the name of the old one, in one step where the system can exchange two names."""
    waiting = fresh.rename(build / "next")
    if not site.exists():
        waiting.rename(site)
    elif exchange(waiting, site):
        _remove(waiting, build)
    else:
        old = site.rename(build / "old")
        try:
            waiting.rename(site)
        except OSError:  # somebody has a file of it open, and the system does not rename it
            old.rename(site)
            raise
        _remove(old, build)


def exchange(first: Path, second: Path) -> bool:
    """Whether the two names were exchanged; nothing has happened otherwise."""
    names = os.fsencode(first), os.fsencode(second)
    import ctypes  # only a build comes here

    system: Any = ctypes.CDLL(None) if os.name == "posix" else None
    if hasattr(system, "renameat2"):
        return bool(system.renameat2(WORKING_DIRECTORY, names[0], WORKING_DIRECTORY, names[1], EXCHANGE) == 0)
    if hasattr(system, "renamex_np"):
        return bool(system.renamex_np(*names, EXCHANGE) == 0)
    return False


def _remove(folder: Path, build: Path) -> None:
    """A folder loses its name first: half a site is never taken for a whole one. One that cannot waits for a build."""
    gone = build / "gone"
    if folder != gone and folder.exists():
        shutil.rmtree(gone, ignore_errors=True)
        with suppress(OSError):
            folder.rename(gone)
    shutil.rmtree(gone, ignore_errors=True)
