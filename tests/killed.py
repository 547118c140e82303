"""Runs a command of Briefbook up to one moment of its life, and kills it there as a power cut would.

    python -m tests.killed MOMENT COMMAND …

A moment is the number of an event, such as a file that is opened, renamed or removed; `NAME NUMBER`, the n-th event
of a name; or `files NUMBER`, when the builder has written so many pages. With `never` the command runs to its end and
tells its events. `group` before a moment kills the builder too; `stop` stops both instead; `plain` does without the
exchange of two names. What Python reads and writes when it imports a module is no event: whether a module was compiled
before decides how much that is.
"""

import atexit
import json
import os
import signal
import sys
from collections import Counter
from pathlib import Path
from threading import Thread
from typing import Any

sys.dont_write_bytecode = True  # the first run in a fresh copy would rename more files than the next

from generator.__main__ import main  # noqa: E402

EVENTS = {"ctypes.dlsym", "open", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.scandir", "subprocess.Popen"}
MODULES = (".py", ".pyc")


def die(*, group: bool, stop: bool) -> None:
    if stop:
        os.killpg(0, signal.SIGSTOP)
    (os.killpg if group else os.kill)(0 if group else os.getpid(), signal.SIGKILL)


def watch(moment: str, *, group: bool, stop: bool, plain: bool) -> None:
    told: list[str] = []
    counts: Counter[str] = Counter()

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event not in EVENTS or (event == "open" and str(arguments[0]).endswith(MODULES)):
            return
        told.append(event)
        counts[event] += 1
        if moment in (str(len(told)), f"{event} {counts[event]}"):
            die(group=group, stop=stop)
        if plain and event == "ctypes.dlsym" and arguments[1] in ("renameat2", "renamex_np"):
            raise AttributeError(arguments[1])

    sys.addaudithook(hook)
    if moment == "never":
        atexit.register(lambda: print(json.dumps(told)))


def die_when_built(site: Path, pages: int, *, group: bool, stop: bool) -> None:
    while len(list(site.rglob("*.html"))) < pages:
        pass
    die(group=group, stop=stop)


if __name__ == "__main__":
    given = sys.argv[1].split()
    flags = {flag: flag in given for flag in ("group", "stop", "plain")}
    moment = " ".join(word for word in given if word not in flags)
    sys.argv[1:] = sys.argv[2:]
    if moment.startswith("files "):
        site = Path(sys.argv[-1]) / "build" / "site"
        pages, how = int(moment.split()[1]), {flag: flags[flag] for flag in ("group", "stop")}
        Thread(target=die_when_built, args=(site, pages), kwargs=how, daemon=True).start()
    else:
        watch(moment, **flags)
    main()
