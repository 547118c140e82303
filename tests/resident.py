"""Commands of Briefbook, each in a process of its own, without a start of Python for each.

A process beside the tests has loaded the program and forks for every command: loading costs most of what a short
command does. The child has its own arguments, folder, environment, umask, streams and signals, and ends as
`python -m generator` does. It is no start of Python, though: tests of what happens while the program is loaded, or of
variables that Python reads when it starts, start a Python of their own.
"""

import atexit
import gc
import io
import json
import os
import runpy
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.machinery import SourceFileLoader
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Any, BinaryIO, TextIO

from tests.warm import warm

HERE = Path(__file__).parents[1]
AT_START = ("LANG", "LC_ALL", "LC_CTYPE", "PYTHONHASHSEED", "PYTHONIOENCODING", "PYTHONUTF8")  # read by Python itself
TURNS = {"briefbook": cycle((0, 1)), "verify": cycle((0,))}  # one command and the next have other orders of sets
LONGEST = 1 << 20  # bytes of a request
Process = subprocess.CompletedProcess[str]


def briefbook(
    *arguments: str | Path,
    cwd: Path = HERE,
    env: Mapping[str, str] | None = None,
    stdin: str = "",
    umask: int = -1,
    module: str = "generator",
) -> Process:
    """How `python -m generator` ends, as `subprocess.run` tells it of a command whose output is text.

    The process leads a group of its own, so that what kills its group does not kill the tests.
    """
    return _run("briefbook", _asked(module, arguments, cwd, env, umask), stdin)


def begun(*arguments: str | Path, cwd: Path = HERE, env: Mapping[str, str] | None = None) -> "Running":
    """The same command, while it runs."""
    printed, out = os.pipe()
    with TemporaryFile() as nothing:
        status = _sent("briefbook", _asked("generator", arguments, cwd, env, -1), nothing.fileno(), out, out)
    os.close(out)
    return Running(int(status.readline()), os.fdopen(printed, encoding="utf-8"), status)


@dataclass
class Running:
    """A command that runs, as `subprocess.Popen` has it: what it prints is text, errors among it."""

    pid: int
    stdout: TextIO
    status: BinaryIO  # of which there is something to read when it has ended
    returncode: int | None = None

    def send_signal(self, number: int) -> None:
        if self.returncode is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            self.send_signal(signal.SIGKILL)

    def wait(self, timeout: float | None = None) -> int:
        if self.returncode is None:
            if not select.select([self.status], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired("briefbook", timeout or 0)
            self.returncode = os.waitstatus_to_exitcode(int(self.status.read()))
            self.status.close()
        return self.returncode


def _asked(
    module: str, arguments: Sequence[str | Path], cwd: Path, env: Mapping[str, str] | None, umask: int
) -> Mapping[str, Any]:
    environment = dict(os.environ if env is None else env)
    for name in AT_START:
        assert environment.get(name) == os.environ.get(name), f"{name} counts when Python starts: start one"
    told = {"cwd": str(cwd), "environment": environment, "umask": umask}
    return {**told, "run": module, "arguments": [*map(str, arguments)]}


def verified(site: Path, *options: str | Path) -> Process:
    """How `python -S verify.py` ends in a site, from elsewhere and with an environment of its own."""
    asked = {"cwd": "/", "environment": {"PYTHONIOENCODING": "utf-8"}, "umask": -1}
    return _run("verify", {**asked, "run": str(site / "verify.py"), "arguments": [*map(str, options)]}, "")


def _run(kind: str, asked: Mapping[str, Any], stdin: str) -> Process:
    with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as errors:
        given.write(stdin.encode())
        given.seek(0)
        code = _ended(kind, asked, given.fileno(), out.fileno(), errors.fileno())
        told = [_read(stream) for stream in (out, errors)]
    return subprocess.CompletedProcess(asked["arguments"], code, *told)


def started(*arguments: str | Path, cwd: Path = HERE, env: Mapping[str, str] | None = None) -> Process:
    """The same by a start of Python: so its sets have another order than those of the commands of `briefbook`."""
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)


def _read(stream: Any) -> str:
    stream.seek(0)
    text: str = stream.read().decode()
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _ended(kind: str, asked: Mapping[str, Any], *streams: int) -> int:
    """The exit code of a command, or below zero the signal that ended it."""
    with _sent(kind, asked, *streams) as status:
        _, ended = status.read().split()
    return os.waitstatus_to_exitcode(int(ended))


def _sent(kind: str, asked: Mapping[str, Any], *streams: int) -> BinaryIO:
    """From where the number of a command's process is read at once, and how it ended when it did."""
    sys.audit("subprocess.Popen", kind, asked["arguments"], asked["cwd"], asked["environment"])  # for who counts them
    told, tell = os.pipe()
    try:
        socket.send_fds(_resident(kind, next(TURNS[kind])), [json.dumps(asked).encode()], [*streams, tell])
    finally:
        os.close(tell)
    return os.fdopen(told, "rb", buffering=0)


@cache
def _resident(kind: str, _: int) -> socket.socket:
    """The way to the process of a kind and number beside this one, which ends when this one does."""
    from generator import files
    from generator.verifier.bundle import program_files  # for which the process of the shipped program has no packages

    here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    here.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, LONGEST)
    own = TemporaryDirectory()
    alone = ["-S"] if kind == "verify" else []  # without anything that is installed
    for name, held in (program_files() if kind == "verify" else {}).items():
        files.write(Path(own.name, name), held)
    with there:
        command = [sys.executable, *alone, "-m", "tests.resident", kind, own.name, str(there.fileno())]
        null = subprocess.DEVNULL
        process = subprocess.Popen(
            command, cwd=HERE, pass_fds=[there.fileno()], stdin=null, stdout=null, start_new_session=True
        )

    def end() -> None:
        here.close()
        process.wait()
        own.cleanup()

    atexit.register(end)
    return here


def _requests(way: socket.socket) -> Mapping[str, Any] | None:
    """Forks for each request, and tells how each child ended; in a child, what it is asked for."""
    woken, wake = os.pipe()
    for end in (woken, wake):
        os.set_blocking(end, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake)
    running: dict[int, int] = {}
    while True:
        waited_for: list[Any] = [way, woken]
        ready, _, _ = select.select(waited_for, [], [])
        if woken in ready:
            os.read(woken, LONGEST)
            _tell_ends(running)
        if way in ready:
            data, fds, _, _ = socket.recv_fds(way, LONGEST, 4)
            if not data:
                return None
            child = os.fork()
            if child == 0:
                way.detach()
                return _begun(json.loads(data), fds)
            running[child] = fds[-1]
            os.write(fds[-1], f"{child}\n".encode())
            for stream in fds[:-1]:
                os.close(stream)


def _tell_ends(running: dict[int, int]) -> None:
    with suppress(ChildProcessError):
        while (ended := os.waitpid(-1, os.WNOHANG))[0]:
            with os.fdopen(running.pop(ended[0]), "w") as status:
                status.write(str(ended[1]))


def _begun(asked: Mapping[str, Any], streams: list[int]) -> Mapping[str, Any]:
    """Makes this child what a process is that Python has just been started in."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for number, stream in enumerate(streams[:3]):
        os.dup2(stream, number)
    os.closerange(3, max(streams) + 16)
    sys.stdin = io.TextIOWrapper(io.BufferedReader(io.FileIO(0, closefd=False)))
    sys.stdout = _stream(1)
    sys.stderr = _stream(2, errors="backslashreplace", line_buffering=True)
    os.chdir(asked["cwd"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    time.tzset()
    if asked["umask"] >= 0:
        os.umask(asked["umask"])
    os.setsid()
    return asked


def _stream(number: int, **options: Any) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BufferedWriter(io.FileIO(number, "w", closefd=False)), **options)


def _load_program(_: Path) -> None:
    warm()
    del sys.modules["generator.__main__"]  # each child runs it anew


def _load_shipped(folder: Path) -> None:
    """Keeps what the modules of the shipped program are compiled to: a site has the same, and is told by its bytes."""
    known: dict[bytes, Any] = {}
    compiled = SourceFileLoader.source_to_code

    def source_to_code(self: SourceFileLoader, data: Any, path: Any, **options: Any) -> Any:
        source = bytes(data)
        if source not in known:
            known[source] = compiled(self, data, path, **options)
        return known[source]

    SourceFileLoader.source_to_code = source_to_code  # type: ignore[assignment, method-assign]
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(folder))
    for module in sorted(path.stem for path in folder.glob("verify*.py")):
        import_module(module)
    for module in [name for name in sys.modules if name.partition("_")[0] == "verify"]:
        del sys.modules[module]
    sys.path.remove(str(folder))


def main() -> None:
    kind, folder, way_in = sys.argv[1:]
    (_load_shipped if kind == "verify" else _load_program)(Path(folder))
    gc.collect()
    gc.freeze()  # what is loaded is shared by all children
    with socket.socket(fileno=int(way_in)) as way:
        asked = _requests(way)
    if asked is None:
        return
    sys.argv = [asked["run"], *asked["arguments"]]
    if kind == "verify":
        sys.path[0] = str(Path(asked["run"]).parent)
        runpy.run_path(asked["run"], run_name="__main__")
    else:
        runpy.run_module(asked["run"], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
