"""The archive of the data: what is taken of an earlier one makes no other bytes, and only what is the same is taken."""

from __future__ import annotations

import random
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from generator.assembly import downloads
from generator.exports.data import archive as packing
from generator.exports.data.archive import FOLDER, NOTHING, PIECE, SUMS, Archive, archive, digest, sums
from generator.exports.data.downloads import ARCHIVE
from generator.work.in_memory import InMemory
from generator.work.store import Keeping
from tests.folders import HERE, context_of

DAY = date(2024, 6, 5)
RANDOM = random.Random(7)
LINES = [f"{RANDOM.random()} a line of a file that is long {number}\n" for number in range(40_000)]
BYTES = RANDOM.randbytes(5 * PIECE)


def packed(files: dict[str, bytes], before: Archive = NOTHING) -> Archive:
    return archive({name: digest(data) for name, data in files.items()}, files.__getitem__, DAY, before)


def unpacked(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as opened:
        assert opened.testzip() is None
        return {name.removeprefix(f"{FOLDER}/"): opened.read(name) for name in opened.namelist()}


def files(lines: list[str]) -> dict[str, bytes]:
    return {"a.json": "".join(lines).encode(), "b.sqlite": BYTES, "c.txt": b"", "d.txt": b"short\n"}


def changed(number: int, line: str) -> list[str]:
    return [*LINES[:number], line, *LINES[number + 1 :]]


def test_an_archive_has_its_files_as_they_are() -> None:
    given = files(LINES)
    expected = {**given, SUMS: sums({name: digest(data) for name, data in given.items()})}
    assert unpacked(packed(given).data) == expected


def test_so_much_as_a_line_ends_a_piece_at_the_same_places() -> None:
    """A file of lines is cut where lines end, any other where a piece is full."""
    data = files(LINES)["a.json"]
    ends = [*packing.cuts(data)]
    assert len(ends) > 5
    assert {data[end - 1 : end] for end in ends} == {b"\n"}
    sizes = [end - start for start, end in zip([0, *ends], ends, strict=False)]
    assert all(PIECE <= size <= 2 * PIECE for size in sizes)
    assert [*packing.cuts(bytes(5 * PIECE))] == [2 * PIECE, 4 * PIECE, 5 * PIECE]


@pytest.mark.parametrize("number", [0, 20_000, len(LINES) - 1])
@pytest.mark.parametrize("line", ["", "another, which is longer than the one that was there before\n"])
def test_a_changed_line_leaves_most_pieces_as_they_were(
    number: int, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, given = packed(files(LINES)), files(changed(number, line))
    clean, anew = packed(given), list[int]()
    deflate = packing.as_piece

    def counted(data: bytes, behind: bytes, *, is_last: bool) -> bytes:
        anew.append(len(data))
        return deflate(data, behind, is_last=is_last)

    monkeypatch.setattr(packing, "as_piece", counted)
    after = packed(given, before)
    assert after == clean
    assert unpacked(after.data)["a.json"] == "".join(changed(number, line)).encode()
    large = [size for size in anew if size >= PIECE]
    assert len(large) <= 3  # that of the line, and perhaps the one behind it; never one of the other file


class Read:
    """What stands at the path of the archive."""

    def __init__(self, data: bytes | None) -> None:
        self.data = data

    def __call__(self, path: str) -> bytes:
        if self.data is None:
            raise FileNotFoundError(path)
        return {ARCHIVE: self.data}[path]


@pytest.mark.parametrize("damage", ["none", "gone", "changed", "another"])
def test_only_the_archive_that_was_kept_is_taken(damage: str) -> None:
    store: Keeping = InMemory()
    data = downloads(context_of(HERE / "small").briefing, "", store)
    made = packed(files(LINES))
    assert data.archive_before(Read(made.data)) == NOTHING  # nothing is kept yet
    data.keep(made)
    stands = {"none": made.data, "gone": None, "changed": made.data[:-1] + b"x", "another": packed({}).data}[damage]
    assert data.archive_before(Read(stands)) == (made if damage == "none" else NOTHING)
