"""Values in memory are those of a store, as long as somebody asks for them."""

from pathlib import Path
from threading import Thread

from generator.work.in_memory import InMemory
from generator.work.store import MISSING, Store


def test_a_value_is_held_as_it_is() -> None:
    kept, value = InMemory(), object()
    assert kept.get("step", "key") is MISSING
    kept.put("step", "key", value)
    assert kept.get("step", "key") is value
    assert kept.get("another", "key") is MISSING
    assert kept.holds("step", "key")
    assert not kept.holds("step", "another")


def test_what_nobody_asks_for_goes_of_the_steps_that_were_taken() -> None:
    kept = InMemory()
    for step, key in (("page", "asked"), ("page", "left"), ("file", "of a step that is not taken")):
        kept.put(step, key, key)
    for _ in range(2):
        kept.next_round()
        kept.ask("page", "asked")
    assert kept.holds("page", "left")  # it may come back, as when a change is undone
    kept.next_round()
    assert not kept.holds("page", "left")
    assert kept.holds("page", "asked")
    assert kept.holds("file", "of a step that is not taken")


def test_for_a_while_it_stands_upon_a_store(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put("step", "before", 1)
        kept = InMemory()
        with kept.upon(store):
            assert kept.get("step", "before") == 1
            kept.put("step", "made", 2)
        assert kept.get("step", "before") == 1
        assert store.get("step", "made") == 2
        store.put("step", "later", 3)
        assert kept.get("step", "later") is MISSING


def test_only_who_opened_the_store_puts_anything_there(tmp_path: Path) -> None:
    """The desk may be at work while a preview starts, and a store is of one thread."""
    kept = InMemory()
    with Store(tmp_path) as store, kept.upon(store):
        other = Thread(target=kept.put, args=("step", "key", 1))
        other.start()
        other.join()
        assert store.get("step", "key") is MISSING
        assert kept.get("step", "key") == 1
