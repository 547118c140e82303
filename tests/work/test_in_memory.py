"""What is held in memory from one change to the next: for how long, and by whom it is kept on the disk too."""

from pathlib import Path
from threading import Thread

from generator.work.in_memory import ROUNDS, InMemory
from generator.work.store import MISSING, Store


def test_what_nobody_asks_for_any_more_goes() -> None:
    held = InMemory()
    held.put("page", "old", 1)
    held.put("unit", "old", 1)
    for number in range(ROUNDS):
        held.next_round()
        assert held.holds("page", "old")
        held.put("page", "new", number)
    held.next_round()
    assert not held.holds("page", "old")
    assert held.get("page", "new") == ROUNDS - 1
    assert held.get("unit", "old") == 1  # of a step that no round took since


def test_what_is_asked_for_stays() -> None:
    held = InMemory()
    for key in ("got", "asked", "put"):
        held.put("page", key, key)
    for _ in range(2 * ROUNDS):
        held.next_round()
        assert held.get("page", "got") == "got"
        held.ask("page", "asked")
        held.put("page", "put", "again")
    assert [held.get("page", key) for key in ("got", "asked", "put", "none")] == ["got", "asked", "again", MISSING]


def test_a_start_goes_on_with_what_is_on_the_disk(tmp_path: Path) -> None:
    held = InMemory()
    with Store(tmp_path) as store:
        store.put("page", "one", 1)
        with held.upon(store):
            assert held.get("page", "one") == 1
            held.put("page", "two", 2)
        held.put("page", "three", 3)
        assert [store.get("page", key) for key in ("one", "two", "three")] == [1, 2, MISSING]
    assert held.get("page", "one") == 1


def test_only_who_opened_the_disk_puts_anything_there(tmp_path: Path) -> None:
    """The desk may be at work while a preview starts, and a store is of one thread."""
    held = InMemory()
    with Store(tmp_path) as store, held.upon(store):
        other = Thread(target=held.put, args=("page", "one", 1))
        other.start()
        other.join()
        assert store.get("page", "one") is MISSING
        assert held.get("page", "one") == 1
