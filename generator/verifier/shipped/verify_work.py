"""Many things of one kind, each looked at for itself: by all processors, where the system lets a program share its work
with copies of itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
FEW = 100  # things that one processor has looked at before a copy has begun
AT_ONCE = 16  # things that are handed out together
HERE = list[Callable[[Any], Any]]()  # in a copy: what it does with each thing


def each(look: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
    """What is found of each thing, in their order, whichever processor found it."""
    processors = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    if processors == 1 or len(items) < FEW:
        yield from map(look, items)
        return
    with ProcessPoolExecutor(processors, get_context("fork"), HERE.append, (look,)) as pool:
        yield from pool.map(look_here, items, chunksize=AT_ONCE)


def look_here(item: Any) -> Any:
    return HERE[-1](item)
