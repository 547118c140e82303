"""A Dask cluster that does units of work: its scheduler hands them out, and gives those of a lost worker to another.

State and program decide what is made, so each worker is sent the state once, reads it once, and refuses work of a
program that is not its own. What travels are pickles: a cluster is for machines and networks that trust one another.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import metadata
from pathlib import Path
from threading import Lock
from typing import Any

from generator.problems import Malformed, Place, Problem
from generator.work.digests import program_files
from generator.work.executors import Chunk, Crew, Pool, done, packed, unpacked

DECIDE = ("edtf", "jinja2", "latexcodec", "markupsafe", "pybtex", "pydantic", "rapidfuzz", "simplemma")
ANSWERS = 5  # seconds for a scheduler to answer
PATIENCE = 30  # seconds for its first worker
NEWS = 2.0  # seconds without a result, after which it is asked for its workers
INSTALL = "`python -m pip install 'briefbook[cluster]'` here and on every worker"
START = "start them with `dask worker ADDRESS --nworkers -1 --nthreads 1`"
SAME = "install the same version of Briefbook and of what it needs on every worker"
Work = Callable[[Any, Any], Any]


class OtherProgram(Exception):
    """A worker that would make something else; with its name."""


@dataclass
class _Cluster:
    client: Any
    executor: Executor
    data: bytes  # the state as it is sent
    program: str
    work: Work
    items: Sequence[Any]
    lost: tuple[type[BaseException], ...]
    state: Any = None  # where the workers have it; none where they could not be sent it

    def submit(self, chunk: Chunk) -> _Awaited:
        if not self._is_sent and self.client.nthreads():  # perhaps it went with the last who had it
            self.send()
        self.ask_for_workers()
        items = list(self.items[slice(*chunk)])
        return _Awaited(self, self.executor.submit(_do, self.program, self._digest, self.state, self.work, items))

    def send(self) -> None:
        with suppress(*self.lost):
            self.state = self.client.scatter(self.data, broadcast=True, hash=False)

    def ask_for_workers(self) -> None:
        """Raises CancelledError where nobody has the state, or nobody is there who would begin."""
        if not self._is_sent or not self.client.nthreads():
            raise CancelledError

    @property
    def _is_sent(self) -> bool:
        return self.state is not None and self.state.status == "finished"

    @cached_property
    def _digest(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class _Awaited:
    """A chunk that was sent; nobody begins with one that was under way when the last worker went."""

    cluster: _Cluster
    future: Future[list[Any]]

    def result(self) -> list[Any]:
        while not wait((self.future,), NEWS).done:
            self.cluster.ask_for_workers()
        return self.future.result()

    def done(self) -> bool:
        return self.future.done()


@contextmanager
def of_cluster(address: str, tell: Callable[[str], None]) -> Iterator[Crew]:
    """The workers of a scheduler; raises Malformed where there is none, or one is another program."""
    try:
        from distributed import Client, KilledWorker
    except ImportError:
        raise _problem(address, "Dask is not installed", INSTALL) from None
    if not re.search(r":\d+$", address):
        raise _problem(address, "this is no address of a Dask scheduler", "write it as `dask scheduler` prints it")
    try:
        client = Client(address, timeout=ANSWERS, set_as_default=False)
    except (OSError, ValueError) as error:
        what = f"no Dask scheduler answers: {error}"
        raise _problem(address, what, "start one with `dask scheduler`, or mend its address") from None
    lost = (CancelledError, KilledWorker, OSError)

    @contextmanager
    def opened(work: Work, state: Any, items: Sequence[Any]) -> Iterator[Pool]:
        pool = _Cluster(client, client.get_executor(pure=False), packed(state), program(), work, items, lost)
        try:
            yield pool
        except OtherProgram as other:
            raise _problem(address, f"the worker {other} runs another program", SAME) from None
        finally:
            with suppress(*lost):
                client.cancel([pool.state] if pool.state else [])

    try:
        try:
            workers = _workers(client, address)
        except OSError as error:
            raise _problem(address, f"the Dask scheduler does not answer any more: {error}", "start it again") from None
        yield Crew(workers, opened, tell)
    finally:
        with suppress(*lost):
            client.close(timeout=PATIENCE)


def _workers(client: Any, address: str) -> int:
    """How many units are done at a time; every worker that is there is asked what it runs."""
    with suppress(TimeoutError):
        client.wait_for_workers(1, timeout=PATIENCE)
    programs: dict[str, object] = client.run(program, on_error="return")
    if not programs:
        raise _problem(address, "the Dask scheduler has no workers", START)
    for worker, other in programs.items():
        if isinstance(other, ImportError):
            raise _problem(address, f"the worker {worker} has no Briefbook: {other}", INSTALL)
        if other != program():
            raise _problem(address, f"the worker {worker} runs another program", SAME)
    return sum(client.nthreads().values())


@cache
def program() -> str:
    """A digest of what decides what is made, beside the dossier: the program, its Python, the packages that it asks."""
    total = hashlib.sha256(platform.python_version().encode())
    for name in DECIDE:
        total.update(f"\0{name} {metadata.version(name)}".encode())
    for name, path in program_files().items():
        total.update(f"\0{name}\0".encode() + Path(path).read_bytes())
    return total.hexdigest()


_one_at_a_time = Lock()  # the threads of a worker share its state
_states: dict[str, Any] = {}  # by digest


def _do(program_of_caller: str, digest: str, data: bytes, work: Work, items: Sequence[Any]) -> list[Any]:
    """On a worker: the work on some items."""
    if program() != program_of_caller:
        raise OtherProgram(f"{platform.node()} ({os.getpid()})")
    with _one_at_a_time:
        return done(work, _state(digest, data), items)


def _state(digest: str, data: bytes) -> Any:
    """What was sent, read once; the one before it is not needed any more."""
    if digest not in _states:
        _states.clear()
        _states[digest] = unpacked(data)
    return _states[digest]


def _problem(address: str, what: str, remedy: str) -> Malformed:
    return Malformed(Problem(Place(address), "NO-CLUSTER", what, remedy))
