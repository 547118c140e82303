"""Faults that are there before a command begins, and go before the next: of folders, of the disk, of the clock.

A system that does not let us take the rights from ourselves, or mount a disk, is not asked: see `possible`.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

FOLDERS = (".", "content", "content/facts", "seeds", "texts", "schema", "build", "build/docs", "build/theme", "site")
SIZE = 256  # MB of a disk of ours
BLOCK = 4096
NOBODY = 65534
DAY = 86400
TIMES = (4_000_000_000, DAY)  # seconds: the far future, and the first day that all disks know
CAPABILITIES = range(5)  # CHOWN, DAC_OVERRIDE, DAC_READ_SEARCH, FOWNER, FSETID: root's rights over files of others
DROP, VERSION = 24, 0x20080522  # PR_CAPBSET_DROP; _LINUX_CAPABILITY_VERSION_3


def folders(root: Path) -> tuple[str, ...]:
    return tuple(name for name in FOLDERS if (root / name).is_dir())


@cache
def possible(kind: str) -> bool:
    """Whether this system lets us make a fault of a kind."""
    if kind in ("closed", "others"):
        return sys.platform == "linux" if os.geteuid() == 0 else kind == "closed"
    if kind in ("disk", "mounted"):
        with TemporaryDirectory() as folder, suppress(OSError, subprocess.CalledProcessError), disk(Path(folder)):
            return True
        return False
    return True


def without_rights() -> None:
    """Takes from root, and from all that it starts, what lets it write where permissions say no."""
    if os.geteuid() != 0:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    for capability in CAPABILITIES:
        libc.prctl(DROP, capability, 0, 0, 0)
    head, data = (ctypes.c_uint32 * 2)(VERSION, 0), (ctypes.c_uint32 * 6)()
    assert libc.capget(head, data) == 0
    for spot in range(3):  # effective, permitted, inherited
        data[spot] &= ~sum(1 << capability for capability in CAPABILITIES)
    assert libc.capset(head, data) == 0


@contextmanager
def disk(folder: Path) -> Iterator[None]:
    """A disk of its own at a folder."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}m", "tmpfs", folder], check=True, capture_output=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@contextmanager
def filled(folder: Path, blocks: int) -> Iterator[None]:
    """A disk that has so many blocks left."""
    ballast = folder / "ballast"
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, free(folder) - BLOCK * blocks)
    try:
        yield
    finally:
        ballast.unlink()


def free(folder: Path) -> int:
    """The bytes that are left."""
    stat = os.statvfs(folder)
    return stat.f_bavail * stat.f_frsize


@contextmanager
def mounted(folder: Path) -> Iterator[None]:
    """A folder that is mounted, and can only be read."""
    subprocess.run(["mount", "--bind", folder, folder], check=True, capture_output=True)
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True, capture_output=True)
        yield
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@contextmanager
def closed(folder: Path) -> Iterator[None]:
    """A folder in which nobody may write, and in no folder or file of it."""
    with ExitStack() as after:
        for path in _all(folder):
            mode = path.stat().st_mode
            after.callback(path.chmod, mode)
            path.chmod(mode & ~0o222)
        yield


@contextmanager
def others(folder: Path) -> Iterator[None]:
    """A folder of another user, with all that is in it."""
    for path in _all(folder):
        os.chown(path, NOBODY, NOBODY)
    try:
        yield
    finally:
        for path in _all(folder):
            os.chown(path, os.geteuid(), os.getegid())


@contextmanager
def dated(folder: Path, time: int) -> Iterator[None]:
    """A folder whose files were written at another time, as after the clock was set."""
    for path in _all(folder):
        os.utime(path, (time, time))
    yield


def _all(folder: Path) -> Iterator[Path]:
    """Folders and files, the innermost first; no links."""
    return (path for path in (*sorted(folder.rglob("*"), reverse=True), folder) if not path.is_symlink())
