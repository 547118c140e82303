"""A file that a run left is known by its place: no copy of it is taken for it."""

import shutil
from pathlib import Path

import pytest

from generator.work import here

TEXT = "two\nlines"


def test_what_was_left_is_found(tmp_path: Path) -> None:
    here.leave(tmp_path / "build" / "note", "before, and longer")
    here.leave(tmp_path / "build" / "note", TEXT)
    assert here.left(tmp_path / "build" / "note") == TEXT


@pytest.mark.parametrize("data", [b"", TEXT.encode(), b"\xff"])
def test_what_nobody_left_so_is_nothing(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "note").write_bytes(data)
    assert here.left(tmp_path / "note") is None
    assert here.left(tmp_path / "other") is None


def test_a_copy_is_from_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here.leave(tmp_path / "note", TEXT)
    shutil.copy2(tmp_path / "note", tmp_path / "copy")
    assert here.left(tmp_path / "copy") is None
    monkeypatch.setenv(here.CARRIED, "1")
    assert here.left(tmp_path / "copy") == TEXT
