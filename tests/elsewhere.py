"""Runs a command of Briefbook as on Windows, as far as the program's own choices go: `python -m tests.elsewhere …`.

What the program asks its system for is not there: locks of files, the exchange of two names, processes that inherit,
sessions that end together, and counts of memory. The system itself stays what it is.
"""

import os
import sys
from types import ModuleType
from typing import Any

from generator.__main__ import main
from generator.commands import progress
from generator.publishing import builders, swap


class Otherwise:
    """A module of the standard library with one answer changed."""

    def __init__(self, module: ModuleType, **changed: Any) -> None:
        self.__dict__.update(vars(module), **changed)


def pretend() -> None:
    for module in (builders, progress, swap):
        vars(module)["sys"] = Otherwise(sys, platform="win32")
    vars(swap)["os"] = Otherwise(os, name="nt")
    for module, name in ((swap, "fcntl"), (progress, "resource"), (os, "killpg"), (os, "fork")):
        delattr(module, name)


if __name__ == "__main__":
    pretend()
    main()
