"""Where units of work are done: in this process, in several of this machine, or on a Dask cluster.

All three are asked alike: `map` does the same work with the same state for each item and gives the results in the order
of the items, so that nothing which is made of them can tell where it was done. Executors and scheduling are those of
`concurrent.futures` and of Dask.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from threading import Event, Lock, Thread, current_thread, main_thread
from typing import TYPE_CHECKING, Any, Generic, NoReturn, Protocol, TypeVar

from generator.work.store import Keeping

if TYPE_CHECKING:  # whoever works alone waits for no executor
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.process import BaseProcess

State = TypeVar("State")
Item = TypeVar("Item")
Result = TypeVar("Result")
Chunk = tuple[int, int]  # of the items, from one to before another

WORTH = 20_000  # bytes of facts, below which another process costs more than it saves, though it inherits all
WORTH_SENDING = 150_000  # where all is sent to it
CHUNKS = 64  # for each worker, so that none waits long for the last, and what waits for its turn is little
AHEAD = 3  # chunks for each worker that are under way, or wait for their turn
NEWCOMERS = 1.0  # seconds, after which those that watch over processes look for new ones
ENDING = {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)}
LEFT = "a worker is gone: what it had not finished is done in this process"


class UnderWay(Protocol):
    """A chunk that somebody works on, such as a future."""

    def result(self) -> list[Any]: ...

    def done(self) -> bool: ...


class Pool(Protocol):
    """An executor whose workers have the state and the items; one whose workers are gone says so by `lost`."""

    @property
    def lost(self) -> tuple[type[BaseException], ...]: ...

    def submit(self, chunk: Chunk) -> UnderWay: ...


Open = Callable[[Callable[[Any, Any], Any], Any, Sequence[Any]], AbstractContextManager[Pool]]


@dataclass(frozen=True)
class Results(Iterator[Result], Generic[Result]):
    """What became of items, in their order; whoever asks for the next may learn first whether it is awaited."""

    each: Iterator[Result]
    is_at_hand: Callable[[], bool] = lambda: True

    def __next__(self) -> Result:
        return next(self.each)


@dataclass(frozen=True)
class Crew:
    """Who works: so many at a time, in pools that are opened for each map; nobody but this process without a pool.

    What was worked out before is in the store, where there is one.
    """

    workers: int = 1
    opened: Open | None = None
    tell: Callable[[str], None] = lambda _: None
    store: Keeping | None = None
    inherits: bool = False  # whether workers have what this process has as soon as they begin

    @property
    def is_alone(self) -> bool:
        """Whether this process does everything itself."""
        return self.opened is None

    def map(self, work: Callable[[State, Item], Result], state: State, items: Sequence[Item]) -> Results[Result]:
        """What `work(state, item)` gives for each item, in order; it is a function that a module has by name.

        State, items and results are values that pickle takes. What fails raises here what it raised there. Workers
        have begun when the results are given, before anyone asks for the first.
        """
        if self.opened is None or not items:
            return Results(work(state, item) for item in items)
        under_way, here = deque[tuple[Chunk, UnderWay | None]](), deque[Result]()
        results = self._begun(self.opened, work, state, items, under_way)
        next(results)

        def each() -> Iterator[Result]:
            for some in results:
                here.extend(some)
                while here:
                    yield here.popleft()

        def is_at_hand() -> bool:
            future = under_way[0][1] if under_way else None
            return bool(here) or future is None or future.done()

        return Results(each(), is_at_hand)

    def _begun(
        self,
        opened: Open,
        work: Callable[[State, Item], Result],
        state: State,
        items: Sequence[Item],
        under_way: deque[tuple[Chunk, UnderWay | None]],
    ) -> Iterator[list[Result]]:
        """The results of each chunk in turn; before each, and so first of all, nothing: workers have begun.

        What is under way are chunks in order, from that whose results are taken next.
        """
        size = max(1, -(-len(items) // (CHUNKS * self.workers)))
        chunks = deque((first, min(first + size, len(items))) for first in range(0, len(items), size))
        is_told = False
        with opened(work, state, items) as pool:
            while chunks or under_way:
                while chunks and len(under_way) < AHEAD * self.workers:
                    under_way.append((chunks[0], _sent(pool, chunks.popleft())))
                yield []  # whoever asks for results finds others at work
                chunk, future = under_way.popleft()
                results = _results(pool, chunk, future)
                if results is None:
                    if not is_told:
                        self.tell(LEFT)
                    is_told, results = True, done(work, state, items[slice(*chunk)])
                yield results


ALONE = Crew()


def _sent(pool: Pool, chunk: Chunk) -> UnderWay | None:
    """A chunk that is under way; none where nobody is left to take it."""
    try:
        return pool.submit(chunk)
    except pool.lost:
        return None


def _results(pool: Pool, chunk: Chunk, future: UnderWay | None) -> list[Any] | None:
    """What became of a chunk, which is handed out once more where it was lost; none where nobody does it."""
    try:
        return future.result() if future else None
    except pool.lost:
        again = _sent(pool, chunk)
    try:
        return again.result() if again else None
    except pool.lost:
        return None


def done(work: Callable[[State, Item], Result], state: State, items: Sequence[Item]) -> list[Result]:
    """The work on some items in a row."""
    return [work(state, item) for item in items]


def of_this_machine(jobs: int | None, size: int, tell: Callable[[str], None]) -> Crew:
    """So many processes, or without a number as many as pay off for so many bytes of facts on our processors."""
    workers = jobs or min(processors(), size // (WORTH if inherits() else WORTH_SENDING))
    return Crew(workers, _processes(workers), tell, inherits=inherits()) if workers > 1 else ALONE


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def inherits() -> bool:
    """Whether the system forks well."""
    return hasattr(os, "fork") and sys.platform != "darwin"  # which forks, and crashes


def packed(value: object) -> bytes:
    """A value as it travels."""
    return pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)


def unpacked(data: bytes) -> Any:
    """A value that travelled; the collector of cycles does not look while so much is made at once."""
    with uncollected():
        return pickle.loads(data)  # noqa: S301 -- what this program packed, for its own workers


@contextmanager
def uncollected() -> Iterator[None]:
    """The collector of cycles does not look at what is made meanwhile, then or later: nearly all of it is kept."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()  # now all counts as looked through
        if was_on:
            gc.enable()


class _Processes:
    """A pool of processes that is given up as soon as one of them is gone.

    A process that was killed while it handed over a result has left the rest of it to be awaited for ever, for the
    others could still write; so they are ended, and what none of them had finished is lost.
    """

    lost: tuple[type[BaseException], ...]

    def __init__(self, executor: ProcessPoolExecutor) -> None:
        from concurrent.futures import BrokenExecutor

        self.lost = (BrokenExecutor,)
        self._executor = executor
        self._results: Any = executor._result_queue  # noqa: SLF001 -- the next two as well: there is no other way
        self._is_over, self._ending = Event(), Lock()
        self._watch: Thread | None = None

    def submit(self, chunk: Chunk) -> Future[list[Any]]:
        if self._watch:
            return self._executor.submit(_do, chunk)
        with _undisturbed():
            future: Future[list[Any]] = self._executor.submit(_do, chunk)
        self._watch = Thread(target=self._end_with_one, daemon=True)  # only now there are processes
        self._watch.start()
        return future

    def end(self) -> None:
        """Nobody wants what is under way."""
        with self._ending:
            for worker in self._workers():
                worker.terminate()
            self._results._writer.close()  # noqa: SLF001 -- or the rest of a result that was cut off would be awaited

    def close(self) -> None:
        self._is_over.set()
        self._executor.shutdown(cancel_futures=True)
        if self._watch:
            self._watch.join()

    def _workers(self) -> list[BaseProcess]:
        return list((self._executor._processes or {}).values())  # noqa: SLF001

    def _end_with_one(self) -> None:
        from multiprocessing.connection import wait

        while not wait([worker.sentinel for worker in self._workers()], NEWCOMERS):
            if self._is_over.is_set():
                return
        if not self._is_over.is_set():
            self.end()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Signals to end wait until processes are forked: one that is heard just behind that is lost, with a traceback.

    They wait at the door of this thread, and of those that are forked; what another thread lets in is noted.
    """
    if not (inherits() and current_thread() is main_thread()):
        yield
        return
    came: list[int] = []
    waiting = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    known = [ending for ending in ENDING if signal.getsignal(ending) is not None]
    hearing = {ending: signal.signal(ending, lambda number, _: came.append(number)) for ending in known}
    try:
        yield
    finally:
        for ending, heard_by in hearing.items():
            signal.signal(ending, heard_by)
        for number in dict.fromkeys(came):
            signal.raise_signal(number)  # waits with those at the door
        signal.pthread_sigmask(signal.SIG_SETMASK, waiting)


def _processes(workers: int) -> Open:
    """Processes that inherit what they work on where the system forks well, and are sent it once where it does not."""

    @contextmanager
    def opened(work: Callable[[Any, Any], Any], state: Any, items: Sequence[Any]) -> Iterator[Pool]:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        several, how = min(workers, len(items)), get_context("fork" if inherits() else "spawn")
        executor = ProcessPoolExecutor(several, how, _begin, (work, state, items))
        pool = _Processes(executor)
        gc.freeze()  # so that no worker copies the memory of what it only reads
        try:
            yield pool
        except BaseException:
            pool.end()
            raise
        finally:
            gc.unfreeze()
            pool.close()

    return opened


_given: tuple[Callable[[Any, Any], Any], Any, Sequence[Any]]  # what this process works on, where it is a worker


def _begin(work: Callable[[Any, Any], Any], state: Any, items: Sequence[Any]) -> None:
    """A worker's first act: it takes what it works on, leaves Ctrl-C to its parent, and ends when that does.

    It ends at once where it is asked to, and has no part in how its parent ends.
    """
    global _given
    _given = work, state, items
    for ending in ENDING:
        signal.signal(ending, signal.SIG_IGN if ending is signal.SIGINT else signal.SIG_DFL)
    if inherits():
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> NoReturn:
    import multiprocessing

    if parent := multiprocessing.parent_process():
        parent.join()
    os._exit(1)


def _do(chunk: Chunk) -> list[Any]:
    work, state, items = _given
    return done(work, state, items[slice(*chunk)])
