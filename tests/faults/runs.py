"""A command of Briefbook in a child of this process, with one fault at one moment of its life.

A moment is the number of an event: a file that is opened to be written, a name that is given, taken away or exchanged.
The program is warm before, so that every moment is one of the work itself.
"""

import errno
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.__main__ import main
from tests.faults import places
from tests.repositories import ENVIRONMENT
from tests.warm import warm

if sys.platform != "win32":
    import resource

NAMES = {"os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.truncate", "os.symlink", "subprocess.Popen"}
EXCHANGES = ("renameat2", "renamex_np")
WRITES = os.O_WRONLY | os.O_RDWR
Work = Callable[[Path], object]


@dataclass(frozen=True)
class Fault:
    """What happens at an event: `kill`, `interrupt`, `terminate`, `full` (no file grows from then on), or an error.

    Of a fault that is there from the beginning, `event` is its number.
    """

    kind: str = "none"
    event: int = 0


NO_FAULT = Fault()


@dataclass(frozen=True)
class Ran:
    """How a command ended: its exit code, or a signal below zero; what it printed; how many events there were.

    `room` is the fewest blocks that were left on the dossier's disk at one of them.
    """

    code: int
    printed: str
    events: int
    room: int
    has_left: bool  # a process that went on

    @property
    def lines(self) -> list[str]:
        return self.printed.splitlines()


def ran(root: Path, command: tuple[str, ...] | Work, fault: Fault = NO_FAULT) -> Ran:
    """A command by its words, or work of ours, in a dossier; the child leads a group of its own."""
    warm()
    (told, printed), (counted, counts) = os.pipe(), os.pipe()  # no disk that is full keeps what is told
    child = os.fork()
    if child == 0:
        try:
            os.setsid()
            os.dup2(printed, 1)
            os.dup2(printed, 2)
            _child(root, command, fault, counts)
        finally:
            os._exit(99)
    os.close(printed)
    os.close(counts)
    _, status = os.waitpid(child, 0)
    left = _is_left(child)
    with os.fdopen(told, "rb") as text, os.fdopen(counted, "rb") as events:
        *rooms, _ = events.read().split(b".")
        room = min([places.free(root), *(int(fewer) for fewer in rooms if fewer)]) // places.BLOCK
        return Ran(os.waitstatus_to_exitcode(status), text.read().decode(errors="replace"), len(rooms), room, left)


def _is_left(group: int) -> bool:
    """Whether a process outlived the command that had started it; none does afterwards."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def _child(root: Path, command: tuple[str, ...] | Work, fault: Fault, counted: int) -> None:
    os.environ.clear()
    os.environ.update({**ENVIRONMENT, "CI": "", "PYTHONPATH": str(Path(__file__).parents[2])})
    os.chdir(root)
    sys.stdin = open(os.devnull)  # noqa: PTH123, SIM115 -- it ends with the child
    sys.stdout, sys.stderr = (os.fdopen(fd, "w", encoding="utf-8") for fd in (1, 2))
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if fault.kind in ("closed", "others"):
        places.without_rights()
    sys.addaudithook(_hook(root, fault, counted, os.getpid()))
    code: Any = 0
    try:
        if callable(command):
            command(root)
        else:
            main(list(command), prog_name="briefbook")
    except SystemExit as ended:
        code = ended.code or 0
    except BaseException:  # noqa: BLE001 -- it is told as the traceback that it would be
        import traceback

        traceback.print_exc()
        code = 98
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(code if isinstance(code, int) else 1)


def _hook(root: Path, fault: Fault, counted: int, process: int) -> Callable[[str, tuple[Any, ...]], None]:
    """Tells each event by a point, before which the room is told where there is less than there was."""
    events, room = 0, places.free(root)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal events, room
        if os.getpid() != process or not _is_one(event, arguments):
            return
        events += 1
        left, room = room, min(room, places.free(root))
        os.write(counted, f"{room}.".encode() if room < left else b".")
        if events == fault.event:
            _strike(fault.kind, arguments)

    return hook


def _is_one(event: str, arguments: tuple[Any, ...]) -> bool:
    if event == "open":
        path, _, flags = arguments
        return isinstance(flags, int) and bool(flags & WRITES) and path != os.devnull
    return event in NAMES or (event == "ctypes.dlsym" and arguments[1] in EXCHANGES)


def _strike(kind: str, arguments: tuple[Any, ...]) -> None:
    if kind == "kill":
        os.killpg(0, signal.SIGKILL)
    elif kind == "interrupt":
        os.killpg(0, signal.SIGINT)
    elif kind == "terminate":
        os.killpg(0, signal.SIGTERM)
    elif kind == "full":
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    elif kind in errno.errorcode.values():
        number = getattr(errno, kind)
        raise OSError(number, os.strerror(number), *(arguments[:1] if isinstance(arguments[0], str | Path) else ()))
