"""How long a test takes is known by its mark: `fast` starts no process, `site` starts one, `browser` drives one.

A test that uses the fixture `browser` is `browser`. One that uses the fixture `sites`, or is marked so by hand because
it starts a process itself, is `site`. Every other is `fast`, and fails when it starts a process all the same.
"""

import sys
from collections.abc import Generator
from random import Random
from typing import Any

import pytest
from _pytest.unraisableexception import gc_collect_iterations_key

BY_FIXTURE = {"browser": "browser", "sites": "site"}
ORDER = ("browser", "site", "fast")  # the slowest begin, so that no processor is left alone with them at the end
STARTS = {"subprocess.Popen", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.system"}
FORBIDDEN = "a test without a mark starts no process: mark it `site`, or its whole file (`tests/marks.py`)"
_running: list[pytest.Item] = []  # the test of this process


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--shuffle", metavar="SEED", help="run the files, and the tests of each, in an order of this seed")


def pytest_configure(config: pytest.Config) -> None:
    """What fails while garbage is taken away at the end is found by one look at all; more are for other Pythons."""
    config.stash[gc_collect_iterations_key] = 1


@pytest.hookimpl(tryfirst=True)  # before any choice by marks
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        for fixture, mark in BY_FIXTURE.items():
            if fixture in getattr(item, "fixturenames", ()):
                item.add_marker(mark)
        item.add_marker(kind(item))
    slowest = {item.path: 0 for item in items}
    for item in items:
        slowest[item.path] = max(slowest[item.path], len(ORDER) - ORDER.index(kind(item)))
    items.sort(key=lambda item: -slowest[item.path])
    if seed := config.getoption("--shuffle"):
        random = Random(seed)
        place = {path: random.random() for path in slowest}
        items.sort(key=lambda item: (place[item.path], random.random()))


def kind(item: pytest.Item) -> str:
    return next((mark for mark in ORDER if item.get_closest_marker(mark)), "fast")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, Any, Any]:
    _running.append(item)
    try:
        return (yield)
    finally:
        _running.pop()


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event in STARTS and _running and kind(_running[-1]) == "fast":
        pytest.fail(f"{FORBIDDEN}; it started {arguments[0]}")


sys.addaudithook(_refuse)
