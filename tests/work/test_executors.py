"""The same results wherever the work is done, whatever becomes of those who do it."""

import multiprocessing
import os
import platform
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.problems import Malformed, Place, Problem
from generator.work import processes
from generator.work.executors import (
    AHEAD,
    ALONE,
    CHUNKS,
    LEFT,
    Chunk,
    Crew,
    packed,
    unpacked,
)
from generator.work.processes import WORTH, WORTH_SENDING, of_this_machine
from tests.conftest import ROOT

WRONG = Problem(Place("a.yml", 3), "BAD", "this is not right", "mend it")
INTERRUPTED = """
import operator, os, signal, sys, threading, time
from generator.work.processes import of_this_machine

class Heard(BaseException):
    pass

def hear(*_):
    raise Heard

signal.signal(number := getattr(signal, sys.argv[1]), hear)
for _ in range(int(sys.argv[2])):
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
os.register_at_fork(after_in_parent=lambda: os.kill(os.getpid(), number))
try:
    print([*of_this_machine(2, 0, print).map(operator.mul, 2, [1, 2])])
except Heard:
    print("heard")
"""
KEPT_BUSY = """
import os, pathlib, signal, sys, time
from generator.work.processes import of_this_machine

def work(folder, item):
    (folder / str(os.getpid())).touch()
    time.sleep(600)

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell ignores for what runs behind it
    list(of_this_machine(2, 0, print).map(work, pathlib.Path(sys.argv[1]), [0, 1]))
"""
HANDS_OVER = """
import multiprocessing, os, pathlib, signal
from generator.work.processes import of_this_machine

def work(_state, item):
    return bytes(1 if item == 0 else 300_000_000)  # which takes a while to hand over

def hands_over(worker):
    return pathlib.Path(f"/proc/{worker.pid}/syscall").read_text().split()[0] == "1"  # it writes

def who_hands_over():
    while True:
        for worker in multiprocessing.active_children():
            if hands_over(worker):
                return worker

if __name__ == "__main__":
    results = of_this_machine(2, 0, print).map(work, None, [0, 1, 2, 3])
    next(results)
    who = who_hands_over()
"""
NOBODY_WANTS_IT = """
    del results
    print(multiprocessing.active_children())
"""
IT_IS_KILLED = """
    os.kill(who.pid, signal.SIGKILL)  # as the system does when memory is out
    print(*map(len, results))
    print(multiprocessing.active_children())
"""


def _crew(workers: int, told: list[str] | None = None) -> Crew:
    return of_this_machine(workers, 0, (told if told is not None else []).append)


def _with_place(state: str, item: int) -> str:
    return f"{state} {item}"


def _killed_at_three(_state: None, item: int) -> int:
    if item == 3 and multiprocessing.parent_process():
        os.kill(os.getpid(), signal.SIGKILL)
    return item * item


def _malformed_at_three(_state: None, item: int) -> int:
    if item == 3:
        raise Malformed(WRONG)
    return item


def _process(_state: None, _item: int) -> int:
    return os.getpid()


@pytest.mark.site
@pytest.mark.parametrize("workers", [1, 2, 4])
def test_results_stand_in_the_order_of_the_items(workers: int) -> None:
    items = list(range(1000))
    assert list(_crew(workers).map(_with_place, "of", items)) == [f"of {item}" for item in items]


@pytest.mark.site
def test_others_do_the_work() -> None:
    done_by = set(_crew(2).map(_process, None, range(100)))
    assert done_by
    assert os.getpid() not in done_by


def test_alone_this_process_does_it_and_nothing_is_asked_of_an_empty_list() -> None:
    assert set(ALONE.map(_process, None, range(3))) == {os.getpid()}
    assert list(_crew(2).map(_process, None, [])) == []


@pytest.mark.site
@pytest.mark.parametrize("workers", [1, 2])
def test_what_fails_raises_as_it_does_alone(workers: int) -> None:
    with pytest.raises(Malformed) as raised:
        list(_crew(workers).map(_malformed_at_three, None, range(10)))
    assert raised.value.problems == (WRONG,)


@pytest.mark.site
def test_what_a_killed_worker_had_not_finished_is_done_here_and_told_once() -> None:
    told: list[str] = []
    assert list(_crew(2, told).map(_killed_at_three, None, range(200))) == [item * item for item in range(200)]
    assert told == [LEFT]


@dataclass
class Losing:
    """A pool of this process that loses the first chunk it is given, so many times."""

    left: int
    asked: int = 0
    lost = (OSError,)

    def submit(self, chunk: Chunk) -> Future[list[int]]:
        future: Future[list[int]] = Future()
        self.asked += 1
        if chunk[0] == 0 and self.left:
            self.left -= 1
            future.set_exception(OSError())
        else:
            future.set_result([-item for item in range(*chunk)])
        return future


@pytest.mark.parametrize(("times", "told"), [(1, []), (2, [LEFT])])
def test_what_was_lost_is_handed_out_once_more_and_then_done_here(times: int, told: list[str]) -> None:
    said: list[str] = []
    crew = Crew(2, lambda *_: nullcontext(Losing(times)), said.append)
    here = [0, 1] if told else []  # its items, done by this process
    items = range(2 * 2 * CHUNKS)  # two a chunk
    assert list(crew.map(_with_place, "here", items)) == [
        *(f"here {item}" for item in here),
        *(-item for item in items[len(here) :]),
    ]
    assert said == told


def test_the_next_result_is_at_hand_until_the_last_that_came_is_taken() -> None:
    """And not while that of another chunk is awaited, however many came before it."""
    items = range(CHUNKS * 3)  # three to a chunk

    class Chunked:
        lost = (OSError,)

        def submit(self, chunk: Chunk) -> Future[list[int]]:
            future = Future[list[int]]()
            waiting.append((future, [*items[slice(*chunk)]]))
            return future

    waiting: list[tuple[Future[list[int]], list[int]]] = []
    results = Crew(1, lambda *_: nullcontext(Chunked())).map(_malformed_at_three, None, items)
    assert not results.is_at_hand()
    for number in range(2):
        future, made = waiting[number]
        future.set_result(made)
        for item in made:
            assert results.is_at_hand()
            assert next(results) == item
        assert not results.is_at_hand()


def test_what_waits_for_its_turn_is_bounded() -> None:
    pool = Losing(0)
    results = Crew(2, lambda *_: nullcontext(pool)).map(_with_place, "here", range(4 * CHUNKS))
    next(results)
    assert pool.asked == 2 * AHEAD
    list(results)
    assert pool.asked == 2 * CHUNKS


@pytest.mark.site
@pytest.mark.parametrize("threads", ["0", "1"])
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_signal_that_comes_just_behind_a_fork_is_heard(name: str, threads: str) -> None:
    command = [sys.executable, "-c", INTERRUPTED, name, threads]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (ran.stdout, ran.stderr, ran.returncode) == ("heard\n", "", 0)


@pytest.mark.site
def test_no_worker_is_left_when_the_work_is_done_or_nobody_wants_it() -> None:
    list(_crew(2).map(_process, None, range(10)))
    results = _crew(2).map(_process, None, range(10))
    next(results)
    assert multiprocessing.active_children()
    del results
    assert multiprocessing.active_children() == []


@pytest.mark.site
@pytest.mark.skipif((platform.machine(), sys.platform) != ("x86_64", "linux"), reason="asks what a process does")
@pytest.mark.parametrize(
    ("end", "said"),
    [(NOBODY_WANTS_IT, "[]\n"), (IT_IS_KILLED, f"{LEFT}\n300000000 300000000 300000000\n[]\n")],
    ids=["nobody wants it", "its worker is killed"],
)
def test_a_result_that_was_cut_off_is_not_waited_for(end: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "cut_off.py").write_text(HANDS_OVER + end)
    command, environment = [sys.executable, str(tmp_path / "cut_off.py")], {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert (done.stdout, done.stderr) == (said, "")


def _kill(process: subprocess.Popen[bytes]) -> None:
    process.kill()


def _interrupt(process: subprocess.Popen[bytes]) -> None:
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does


@pytest.mark.site
@pytest.mark.parametrize("end", [_kill, _interrupt])
def test_workers_end_with_their_parent(end: Callable[[subprocess.Popen[bytes]], None], tmp_path: Path) -> None:
    folder = tmp_path / "workers"
    folder.mkdir()
    (tmp_path / "busy.py").write_text(KEPT_BUSY)
    command = [sys.executable, str(tmp_path / "busy.py"), str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    pipes = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env=environment, start_new_session=True, **pipes) as parent:  # type: ignore[call-overload]
        while len(workers := [int(path.name) for path in folder.iterdir()]) < 2:
            time.sleep(0.02)
        end(parent)
        said = parent.communicate()[1].decode()
    while any(map(_lives, workers)):
        time.sleep(0.02)
    assert said.count("KeyboardInterrupt") == (end is _interrupt)


def _lives(process: int) -> bool:
    """Whether a process is there, and is no more than a name that nobody has asked for yet."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize(("forks", "worth"), [(True, WORTH), (False, WORTH_SENDING)])
def test_small_dossiers_are_worked_on_alone_and_large_ones_by_every_processor(
    monkeypatch: pytest.MonkeyPatch, forks: bool, worth: int
) -> None:
    monkeypatch.setattr(processes, "inherits", lambda: forks)
    monkeypatch.setattr(processes, "processors", lambda: 4)
    assert of_this_machine(None, 2 * worth - 1, print).is_alone
    assert of_this_machine(None, 2 * worth, print).workers == 2
    assert of_this_machine(None, 10_000 * worth, print).workers == 4
    assert of_this_machine(1, 10_000 * worth, print).is_alone
    assert of_this_machine(7, 0, print).workers == 7


def test_a_value_that_travelled_is_the_same() -> None:
    assert unpacked(packed({"a": (1, WRONG)})) == {"a": (1, WRONG)}
