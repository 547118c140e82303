"""Where units of work are done: in this process, in several of this machine, or on a Dask cluster.

All three are asked alike: `map` does the same work with the same state for each item and gives the results in the order
of the items, so that nothing which is made of them can tell where it was done. Executors and scheduling are those of
`concurrent.futures` and of Dask.
"""

from __future__ import annotations

import gc
import pickle
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

from generator.work.store import Keeping, Store, Values

State = TypeVar("State")
Kept = TypeVar("Kept", bound="Keeps")
Item = TypeVar("Item")
Result = TypeVar("Result")
Chunk = tuple[int, int]  # of the items, from one to before another

CHUNKS = 64  # for each worker, so that none waits long for the last, and what waits for its turn is little
AHEAD = 3  # chunks for each worker that are under way, or wait for their turn
LEFT = "a worker is gone: what it had not finished is done in this process"


class Keeps(Protocol):
    """What work is done with that keeps what it makes, perhaps in a store."""

    @property
    def store(self) -> Store | None: ...


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

    def keeping(self) -> Store | None:
        """The store, where others may hand over what they make as it has it: the disk takes what is put.

        Nothing waits in it then, so whoever inherits it hands over nothing but what is their own.
        """
        store = self.store
        return store if isinstance(store, Store) and not self.is_alone and store.write() else None

    def map_kept(self, work: Callable[[Kept, Item], Result], state: Kept, items: Sequence[Item]) -> Results[Result]:
        """The same as `map`; what the store of the state was given meanwhile is in the one here before each result."""
        each = self.map(partial(_and_kept, work), state, items)
        return Results((self._taken(*one) for one in each), each.is_at_hand)

    def _taken(self, result: Result, values: Values) -> Result:
        if values and isinstance(self.store, Store):
            self.store.take(values)
        return result

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


def _and_kept(work: Callable[[Kept, Item], Result], state: Kept, item: Item) -> tuple[Result, Values]:
    """A result, and what was kept for it and is written down nowhere yet."""
    result = work(state, item)
    return result, state.store.handed_over() if state.store else {}


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
