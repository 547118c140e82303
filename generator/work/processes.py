"""Processes of this machine that do units of work, until one of them, or their parent, is gone."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import Event, Lock, Thread, current_thread, main_thread
from typing import TYPE_CHECKING, Any, NoReturn

from generator.work.executors import ALONE, Chunk, Crew, Open, Pool, done

if TYPE_CHECKING:  # whoever works alone waits for no executor
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.process import BaseProcess

WORTH = 20_000  # bytes of facts, below which another process costs more than it saves, though it inherits all
WORTH_SENDING = 150_000  # where all is sent to it
NEWCOMERS = 1.0  # seconds, after which those that watch over processes look for new ones
ENDING = {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)}


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
