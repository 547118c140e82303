"""What is kept is found again, or made again; never is it another value, and nothing that fails here is told."""

import os
import pickle
import shutil
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.problems import Place, Problem
from generator.work import here, packing
from generator.work import store as stores
from generator.work.store import MISSING, Store
from tests.databases import opened

VALUE = (Problem(Place("content/site.yml", 2, 3), "NO-ID", "ü"), {date(2031, 1, 6): frozenset("ab")}, [None, 1.5])


def kept(folder: Path, program: str = "p") -> object:
    with Store(folder) as store:
        store.program = program
        return store.get("page", "one")


def keep(folder: Path, value: object = VALUE, program: str = "p") -> None:
    with Store(folder) as store:
        store.program = program
        store.put("page", "one", value)


def test_a_value_is_found_again(tmp_path: Path) -> None:
    keep(tmp_path)
    assert kept(tmp_path) == VALUE


def test_a_value_is_found_before_it_is_written(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put("page", "one", VALUE)
        assert store.get("page", "one") == VALUE


def test_whether_a_value_is_kept_is_known_without_reading_it(tmp_path: Path) -> None:
    keep(tmp_path)
    with Store(tmp_path) as store:
        store.program = "p"
        store.put("page", "two", VALUE)
        assert [store.has("page", key) for key in ("one", "two", "three")] == [True, True, False]
        assert not store.has("file", "one")


def test_what_is_put_in_another_process_is_handed_over(tmp_path: Path) -> None:
    many = [f"{number}" for number in range(stores.AT_ONCE + 1)]
    with Store(tmp_path) as store:
        store.program = "p"
        away = pickle.loads(pickle.dumps(store))
        for key in many:
            away.put("page", key, VALUE)
        store.take(away.handed_over())
        assert not away.handed_over()
        assert all(store.holds("page", key) for key in many)
    with Store(tmp_path) as store:
        store.program = "p"
        assert [store.get("page", key) for key in many] == [VALUE] * len(many)


@pytest.mark.site
def test_a_process_that_was_forked_writes_nothing_down(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.program = "p"
        if not (child := os.fork()):
            for number in range(stores.AT_ONCE + 1):
                store.put("page", f"{number}", VALUE)
            store.write()
            os._exit(len(store.handed_over()) != stores.AT_ONCE + 1)
        assert os.waitpid(child, 0)[1] == 0


def test_another_step_another_key_and_another_program_find_nothing(tmp_path: Path) -> None:
    keep(tmp_path)
    with Store(tmp_path) as store:
        store.program = "p"
        assert store.get("fact", "one") is MISSING
        assert store.get("page", "two") is MISSING
    assert kept(tmp_path, "another") is MISSING


def rows(folder: Path) -> list[tuple[str]]:
    with opened(folder / stores.FILE) as database:
        found: list[tuple[str]] = database.execute("SELECT step FROM made ORDER BY 1").fetchall()
    return found


def test_what_two_builds_did_not_ask_for_goes(tmp_path: Path) -> None:
    keep(tmp_path)
    for number in range(2):
        with Store(tmp_path) as store:
            store.put("page", "two", number)
        assert rows(tmp_path) == [("page",)] * (2 - number)


def test_a_command_that_takes_other_steps_leaves_what_it_does_not_ask_for(tmp_path: Path) -> None:
    keep(tmp_path)
    for number in range(4):
        with Store(tmp_path) as store:
            store.put("article", "one", number)
    assert rows(tmp_path) == [("article",), ("page",)]


def test_what_is_asked_for_stays(tmp_path: Path) -> None:
    keep(tmp_path)
    for _ in range(4):
        assert kept(tmp_path) == VALUE


def fails(folder: Path) -> None:
    with Store(folder) as store:
        store.program = "p"
        store.put("page", "two", 2)
        raise ZeroDivisionError


def test_a_build_that_fails_keeps_what_it_made_and_forgets_nothing(tmp_path: Path) -> None:
    keep(tmp_path)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            fails(tmp_path)
    with Store(tmp_path) as store:
        store.program = "p"
        assert (store.get("page", "one"), store.get("page", "two")) == (VALUE, 2)


def cut(path: Path) -> None:
    with opened(path) as database:
        database.execute("UPDATE made SET value = substr(value, 1, length(value) - 1)")


def turned(path: Path) -> None:
    with opened(path) as database:
        [(value,)] = database.execute("SELECT value FROM made")
        database.execute("UPDATE made SET value = ?", (value[:-1] + bytes([value[-1] ^ 1]),))


def no_database(path: Path) -> None:
    path.write_bytes(b"no database at all" * 100)


def torn(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def of_other_tables(path: Path) -> None:
    with opened(path) as database:
        database.execute("DROP TABLE made")


@pytest.mark.parametrize("damage", [cut, turned, no_database, torn, emptied, of_other_tables])
def test_what_is_damaged_is_made_anew(damage: Callable[[Path], None], tmp_path: Path) -> None:
    keep(tmp_path)
    damage(tmp_path / stores.FILE)
    assert kept(tmp_path) is MISSING
    keep(tmp_path)
    assert kept(tmp_path) == VALUE


def test_a_value_that_stands_in_the_place_of_another_is_not_taken(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.program = "p"
        store.put("page", "one", 1)
        store.put("page", "two", 2)
    with opened(tmp_path / stores.FILE) as database:
        (one, of_one), (two, of_two) = database.execute("SELECT digest, value FROM made ORDER BY rowid").fetchall()
        database.execute("UPDATE made SET digest = ?, value = ? WHERE rowid = 1", (two, of_two))
        database.execute("UPDATE made SET digest = ?, value = ? WHERE rowid = 2", (one, of_one))
    assert kept(tmp_path) is MISSING


def test_a_store_that_was_carried_here_is_another_s(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(tmp_path / "theirs")
    shutil.copytree(tmp_path / "theirs", tmp_path / "ours")
    shutil.copytree(tmp_path / "theirs", tmp_path / "cache")
    assert kept(tmp_path / "ours") is MISSING
    monkeypatch.setenv(here.CARRIED, "1")
    assert kept(tmp_path / "cache") == VALUE


def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / stores.FILE).symlink_to(tmp_path / "theirs")
    keep(tmp_path / "build")
    assert kept(tmp_path / "build") == VALUE
    assert not (tmp_path / "theirs").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    keep(tmp_path)
    assert kept(tmp_path) is MISSING
    tmp_path.chmod(0o700)


def test_a_file_in_the_place_of_the_folder_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("")
    keep(tmp_path / "build")
    assert kept(tmp_path / "build") is MISSING


def test_a_disk_that_fills_loses_what_it_has_no_room_for(tmp_path: Path) -> None:
    keep(tmp_path)
    with Store(tmp_path) as store:
        store.program = "p"
        assert store._database  # noqa: SLF001 -- sqlite answers as it does on a full disk
        [(pages,)] = store._database.execute("PRAGMA page_count").fetchall()  # noqa: SLF001
        store._database.execute(f"PRAGMA max_page_count = {pages}")  # noqa: SLF001
        store.put("page", "two", os.urandom(100_000))
    with Store(tmp_path) as store:
        store.program = "p"
        assert (store.get("page", "one"), store.get("page", "two")) == (VALUE, MISSING)


def test_two_builds_at_once_share_or_go_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stores, "WAITS", 0.01)
    keep(tmp_path)
    with opened(tmp_path / stores.FILE) as other:
        other.execute("BEGIN EXCLUSIVE")
        keep(tmp_path, 2)
        assert kept(tmp_path) is MISSING
        other.rollback()
    assert kept(tmp_path) == VALUE


class Wicked:
    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, ("wicked",)


@pytest.mark.parametrize("value", [Wicked(), os.system, pickle.Unpickler, shutil.rmtree, Path, eval])
def test_nothing_runs_that_is_no_record_of_the_program(
    value: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(packing.Refused):
        packing.unpacked(packing.packed(value))
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize("name", ["os.system", "subprocess.Popen", "read", "PACKAGE"])
def test_nothing_is_reached_through_a_module_of_the_program(name: str) -> None:
    module = "generator.publishing.builders" if name.startswith("subprocess") else "generator.files"
    code = b"\x80\x04\x8c" + bytes([len(module)]) + module.encode() + b"\x8c" + bytes([len(name)]) + name.encode()
    with pytest.raises(packing.Refused):
        packing.unpacked(packing.HEADER + zlib.compress(code + b"\x93."))


@pytest.mark.parametrize("data", [b"", packing.HEADER, b"x" + packing.packed(1), packing.packed(1)[:-3]])
def test_bytes_that_are_none_of_ours_are_refused(data: bytes) -> None:
    with pytest.raises(packing.Refused):
        packing.unpacked(data)


def steps_of_forgetting(folder: Path, number: int) -> int:
    """How many steps of sqlite it takes to find that of so many values every one was asked for."""
    with Store(folder) as store:
        for key in range(number):
            store.put("page", str(key), key)
    counted = [0]

    def count() -> None:
        counted[0] += 1

    with opened(folder / stores.FILE) as database:
        database.set_progress_handler(count, 1)
        assert database.execute(stores.UNASKED, ("page",)).rowcount == 0
        return counted[0]


def test_forgetting_takes_twice_the_steps_for_twice_the_values(tmp_path: Path) -> None:
    once, twice = (steps_of_forgetting(tmp_path / str(number), number) for number in (200, 400))
    assert twice < 2.2 * once
