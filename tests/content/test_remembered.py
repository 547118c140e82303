"""A text that was read is not read again while its file stands as it stood, and is otherwise."""

import os
from pathlib import Path

import pytest

from generator import files
from generator.files import Remembered
from generator.problems import Malformed
from generator.work import digests

OLD = 1_700_000_000_000_000_000  # nanoseconds of a day long gone


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that are read, as they are read."""
    paths, known = list[str](), files.read

    def noted(path: Path, shown: str, limit: int) -> str:
        paths.append(shown)
        return known(path, shown, limit)

    monkeypatch.setattr(files, "read", noted)
    return paths


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "site.yml").write_text("title: One\n")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "one.txt").write_text("One.\n")
    return tmp_path


def texts_of(root: Path, known: Remembered) -> tuple[dict[str, str], dict[str, str]]:
    return files.content(root, known), files.article_texts(root, known=known).texts


def test_what_stands_is_not_read_again(root: Path, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digests, "YOUNG", -(10**12))
    known = Remembered()
    first = texts_of(root, known)
    assert read == ["content/site.yml", "seeds/one.txt"]
    assert texts_of(root, known) == first == ({"content/site.yml": "title: One\n"}, {"one": "One.\n"})
    assert len(read) == 2
    (root / "content" / "site.yml").write_text("title: Two\n")
    assert texts_of(root, known)[0] == {"content/site.yml": "title: Two\n"}
    assert read[2:] == ["content/site.yml"]


def test_what_was_written_just_now_is_read_again(root: Path, read: list[str]) -> None:
    known = Remembered()
    for title in ("One", "Two"):
        (root / "content" / "site.yml").write_text(f"title: {title}\n")
        os.utime(root / "content" / "site.yml", ns=(OLD, OLD))
        assert texts_of(root, known)[0] == {"content/site.yml": f"title: {title}\n"}
    assert read.count("content/site.yml") == 2


def test_what_cannot_be_read_any_more_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digests, "YOUNG", -(10**12))
    known = Remembered()
    texts_of(root, known)
    (root / "content" / "site.yml").write_bytes(b"title: \xff\n")
    with pytest.raises(Malformed, match="NOT-UTF-8"):
        files.content(root, known)
