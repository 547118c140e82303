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

from generator.content.paths import is_theirs
from generator.problems import Malformed, Place, Problem
from generator.publishing.standing import remove_links
from generator.work.store import make_folder

if sys.platform != "win32":
    import fcntl

EXCHANGE = 2  # RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS are the same number
WORKING_DIRECTORY = -100  # AT_FDCWD of Linux: paths are seen from the working directory
OURS = "verify.py"  # every site has it
INSIDE = ("docs", "site", "theme")  # folders of `build/` from which files are taken away
NO_FOLDER = (
    "this is a link or a file, and a folder of Briefbook's own belongs here",
    "move it away; nothing was changed",
)
NO_TEXT = (
    "a name on the way to this dossier is not UTF-8, and no builder takes such a path",
    "rename that folder; nothing was changed",
)
NOT_OURS = (
    "there are files here that no build has made, and the site would take their place",
    "move them away; nothing was changed",
)
WAITING = "another build is at work here; waiting for it to end"
_held: dict[Path, IO[str]] = {}


@contextmanager
def build_lock(build: Path) -> Iterator[IO[str]]:
    """Holds the lock of a dossier; the system lets go of it when the last process that has it ends, however it ends.

    Whoever holds it in this process may take it again. Raises Malformed where `build/` is a link.
    """
    if held := _held.get(build):
        yield held
        return
    own(build)
    make_folder(build)
    with (build / "lock").open("w") as lock:
        if sys.platform != "win32":
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                click.echo(WAITING, err=True)
                fcntl.flock(lock, fcntl.LOCK_EX)
        _held[build] = lock
        try:
            yield lock
        finally:
            del _held[build]


def own(build: Path) -> None:
    """Takes away the links in `build/` and in its theme: whoever writes there, and clears away, does so nowhere else.

    Raises Malformed where `build/` is a link itself, a file is where a folder belongs, or the path is no text.
    """
    root = build.parent
    try:
        os.path.realpath(root).encode()
    except UnicodeEncodeError:
        raise Malformed(Problem(Place("."), "DISK", *NO_TEXT)) from None
    refuse_links(root, build.name)
    for path in build.iterdir() if build.is_dir() else ():
        if path.is_symlink():
            path.unlink()
    refuse_links(root, *(f"{build.name}/{name}" for name in INSIDE))
    remove_links(build / "theme")


def refuse_links(root: Path, *names: str) -> None:
    """Raises Malformed for a link, or for what is no folder: what leads elsewhere is neither emptied nor exchanged."""
    for name in names:
        if (root / name).is_symlink() or ((root / name).exists() and not (root / name).is_dir()):
            raise Malformed(Problem(Place(name), "DISK", *NO_FOLDER))


def refuse_others(site: Path) -> None:
    """Raises Malformed where `site/` holds files and is no site of ours, for the next one would take its place."""
    refuse_links(site.parent, site.name)
    if site.is_dir() and not (site / OURS).is_file() and any(not is_theirs(path.name) for path in site.iterdir()):
        raise Malformed(Problem(Place(site.name), "DISK", *NOT_OURS))


def recover(build: Path, site: Path) -> None:
    """Ends a swap that was cut off: a site that is missing is put back, and what is left over goes."""
    for candidate in (build / "next", build / "old"):
        if candidate.exists() and not site.exists():
            candidate.rename(site)
    for leftover in (build / "next", build / "old", build / "gone"):
        _remove(leftover, build)


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
