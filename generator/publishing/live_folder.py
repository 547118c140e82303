"""The folders of `build/` in which `serve` keeps the pages that it shows; the next run takes away one that is left.

The system lets go of a folder when the process that holds it ends, however it ends. Where it holds none, none that is
left is known from one that is in use, and all stay.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

if sys.platform != "win32":
    import fcntl

PREFIX = "live-"


@contextmanager
def live_folder(build: Path) -> Iterator[Path]:
    """A new folder in `build/`, which goes at the end; those that nobody holds go before."""
    with ExitStack() as held:
        with ExitStack() as alone:
            if _holds(alone, build, wait=True):
                _clear(build)
            folder = Path(mkdtemp(prefix=PREFIX, dir=build))
            held.callback(shutil.rmtree, folder, ignore_errors=True)
            _holds(held, folder)
        yield folder


def clear(build: Path) -> None:
    """Takes away the folders that no living process holds."""
    with ExitStack() as alone:
        if _holds(alone, build, wait=True):
            _clear(build)


def _clear(build: Path) -> None:
    for folder in sorted(build.glob(f"{PREFIX}*")):
        with ExitStack() as held:
            if _holds(held, folder):
                shutil.rmtree(folder, ignore_errors=True)


def _holds(held: ExitStack, folder: Path, *, wait: bool = False) -> bool:
    """Whether this process alone has a folder from now on, until what is held is let go."""
    if sys.platform == "win32":
        return False
    with suppress(OSError):  # no folder, another process has it, or a disk that knows no such thing
        number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        held.callback(os.close, number)
        fcntl.flock(number, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        return True
    return False
