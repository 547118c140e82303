"""A file that was not changed is not read again, and one that was changed always is."""

import hashlib
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.work import digests
from generator.work.store import Store

OLD = 1_700_000_000_000_000_000  # nanoseconds of a day long gone


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read, as they are read; files count as old."""
    monkeypatch.setattr(digests, "YOUNG", -(10**12))
    read: list[str] = []
    known = hashlib.file_digest

    def file_digest(file: Any, kind: str) -> object:
        read.append(Path(file.name).name)
        return known(file, kind)

    monkeypatch.setattr(hashlib, "file_digest", file_digest)
    return read


def seen(folder: Path, *names: str) -> dict[str, str]:
    with Store(folder / "build") as store:
        return digests.digests(store, [(name, str(folder / name)) for name in names])


def test_what_was_read_is_not_read_again(tmp_path: Path, reads: list[str]) -> None:
    (tmp_path / "a").write_text("one")
    (tmp_path / "b").write_text("two")
    first = seen(tmp_path, "a", "b")
    assert seen(tmp_path, "a", "b") == first
    assert len(set(first.values())) == 2
    assert reads == ["a", "b"]


def test_a_file_that_is_touched_is_read_again_and_is_the_same(tmp_path: Path, reads: list[str]) -> None:
    (tmp_path / "a").write_text("one")
    first = seen(tmp_path, "a")
    os.utime(tmp_path / "a", ns=(OLD, OLD))
    assert seen(tmp_path, "a") == first
    assert reads == ["a", "a"]


def test_a_text_of_the_same_size_is_seen_though_its_times_are_put_back(tmp_path: Path, reads: list[str]) -> None:
    (tmp_path / "a").write_text("one")
    os.utime(tmp_path / "a", ns=(OLD, OLD))
    first = seen(tmp_path, "a")
    (tmp_path / "a").write_text("two")
    os.utime(tmp_path / "a", ns=(OLD, OLD))
    assert seen(tmp_path, "a") != first
    assert reads == ["a", "a"]


def test_a_file_that_takes_the_place_of_another_is_seen(tmp_path: Path, reads: list[str]) -> None:
    (tmp_path / "a").write_text("one")
    (tmp_path / "b").write_text("two")
    for name in "ab":
        os.utime(tmp_path / name, ns=(OLD, OLD))
    first = seen(tmp_path, "a", "b")
    (tmp_path / "b").replace(tmp_path / "a")
    assert seen(tmp_path, "a")["a"] == first["b"]
    assert reads == ["a", "b", "a"]


def test_a_young_file_is_read_each_time(tmp_path: Path) -> None:
    """Within one tick of the clock it may become another, and nothing but its text shows it."""
    (tmp_path / "a").write_text("one")
    first = seen(tmp_path, "a")
    with Store(tmp_path / "build") as store:
        assert store.seen() == {}
    assert seen(tmp_path, "a") == first


def test_a_file_that_is_gone_is_told_as_that(tmp_path: Path, reads: list[str]) -> None:
    (tmp_path / "a").write_text("one")
    first = seen(tmp_path, "a")
    (tmp_path / "a").unlink()
    assert seen(tmp_path, "a") == {"a": digests.UNREAD}
    (tmp_path / "a").write_text("one")
    assert seen(tmp_path, "a") == first
    assert reads == ["a", "a"]


def test_the_program_is_all_of_its_files_and_the_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package, packages = tmp_path / "program", tmp_path / "site-packages"
    for folder in (package / "words", package / "__pycache__", packages / "mkdocs-1.0.dist-info"):
        folder.mkdir(parents=True)
    monkeypatch.setattr(digests, "PACKAGE", package)
    monkeypatch.setattr(sys, "path", [str(packages), "", str(tmp_path / "nothing")])

    def now() -> str:
        with Store(tmp_path / "build") as store:
            return digests.program(store)

    (package / "words" / "en.yml").write_text("a: b")
    programs = [now()]
    (package / "__pycache__" / "a.pyc").write_text("")
    assert now() == programs[-1]
    (package / "words" / "en.yml").write_text("a: c")
    programs.append(now())
    (package / "new.py").write_text("")
    programs.append(now())
    (packages / "mkdocs-1.0.dist-info").rename(packages / "mkdocs-1.1.dist-info")
    programs.append(now())
    assert len(set(programs)) == 4


def test_parts_of_a_digest_do_not_run_together() -> None:
    assert digests.digest_of(["ab", "c"]) != digests.digest_of(["a", "bc"])
