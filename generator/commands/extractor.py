"""What an extractor hands back: a file of JSON, or what a program prints that is given the article on its input."""

from __future__ import annotations

import contextlib
import os
import shlex
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import click

from generator import files, limits
from generator.commands.endings import held
from generator.content import json_tree, shape
from generator.content.extraction import Extracts, GivenArticle
from generator.problems import Malformed, Place, Problem

STANDARD_INPUT = "standard input"
PIECE = 65_536  # bytes that are read at once


def extracts(source: str, given: GivenArticle, seconds: float) -> Extracts:
    """The proposals of a file, of standard input (`-`), or of a command; raises Malformed with what is wrong."""
    if source == "-":
        shown, text = STANDARD_INPUT, files.decoded(_typed(), STANDARD_INPUT)
    elif _is_a_file(source):
        shown, text = source, files.read(Path(source), source, limits.EXTRACTED)
    else:
        command = _split(source)
        shown = f"output of {Path(command[0]).name}"
        text = files.decoded(_printed(command, given.model_dump_json(indent=2).encode(), seconds, shown), shown)
    read: Extracts = shape.read(Extracts, json_tree.parse(text, shown))
    return read


def _typed() -> bytes:
    return _at_most(sys.stdin.buffer.read(limits.EXTRACTED + 1), STANDARD_INPUT)


def _is_a_file(source: str) -> bool:
    """Whether a name is that of a file to be read; a program alone is none."""
    path = Path(source)
    return path.is_file() and (path.suffix == ".json" or not os.access(path, os.X_OK))


def _split(source: str) -> list[str]:
    """The words of a command; no shell reads them."""
    try:
        command = shlex.split(source)
    except ValueError as error:
        raise click.BadParameter(f"no command: {str(error).lower()}", param_hint="--from") from None
    if not command:
        raise click.BadParameter("expected a file or a command", param_hint="--from")
    return command


def _printed(command: list[str], handed: bytes, seconds: float, shown: str) -> bytes:
    """What a program prints; what it says beside goes where ours goes. It is ended when its time, or ours, is over."""
    process: subprocess.Popen[bytes] | None = None
    try:
        with held():  # a signal finds no program that it does not end
            process = _started(command)
        return _heard(process, command[0], handed, seconds, shown)
    finally:
        if process:
            _end(process)


def _started(command: list[str]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - the command is what the caller typed
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, start_new_session=True
        )
    except (FileNotFoundError, PermissionError, NotADirectoryError) as error:
        what = f"this is neither a file that can be read nor a program: {error.strerror}"
        raise Malformed(Problem(Place(command[0]), "NO-PROGRAM", what, "mend the name behind --from")) from None


def _heard(process: subprocess.Popen[bytes], program: str, handed: bytes, seconds: float, shown: str) -> bytes:
    """What a program prints to its end.

    Nothing is waited for longer: what it has started may hold its input and its output, and is no child of ours.
    """
    end, said, is_done, code = time.monotonic() + seconds, bytearray(), threading.Event(), 0
    for hand, arguments in ((_hand_over, (process, handed)), (_take, (process, said, is_done))):
        threading.Thread(target=hand, args=arguments, daemon=True).start()
    try:
        is_late = not is_done.wait(seconds)
        if len(said) <= limits.EXTRACTED:
            code = process.wait(max(0.0, end - time.monotonic()))
    except subprocess.TimeoutExpired:
        is_late = True
    printed = _at_most(bytes(said), shown)
    if is_late:
        what = f"it was not done after {seconds:g} seconds, and was ended"
        raise Malformed(Problem(Place(program), "REFUSED", what, "give it more with --timeout"))
    if code:
        raise Malformed(Problem(Place(program), "REFUSED", f"it ended with code {code}", "see what it said above"))
    return printed


def _take(process: subprocess.Popen[bytes], said: bytearray, is_done: threading.Event) -> None:
    """Notes what a program prints, and no more than can be read, up to its end."""
    with contextlib.suppress(OSError), process.stdout or contextlib.nullcontext() as stream:
        while stream and len(said) <= limits.EXTRACTED and (more := stream.read(PIECE)):
            said += more
    is_done.set()


def _at_most(data: bytes, shown: str) -> bytes:
    if len(data) > limits.EXTRACTED:
        what = f"more than {limits.EXTRACTED:,} bytes came, {limits.EXTRACTED:,} at most are read"
        raise Malformed(Problem(Place(shown), "TOO-LARGE", what, "propose less at once"))
    return data


def _hand_over(process: subprocess.Popen[bytes], handed: bytes) -> None:
    """Gives a program its input; one that does not want it closes the pipe."""
    if process.stdin:
        with contextlib.suppress(OSError):
            left = memoryview(handed)
            while left:
                left = left[process.stdin.write(left) :]
        with contextlib.suppress(OSError):
            process.stdin.close()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends a program and all that it started in its own session."""
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
