"""The only module that reads and writes what people write: content, articles and their locks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.problems import Malformed, Place, Problem

PACKAGE = Path(__file__).parent
LARGEST = 8_000_000  # bytes of a text or lock; far more than any article
CONTENT_LIMIT = 1_000_000  # bytes of a YAML file, as the loader has it


@dataclass(frozen=True)
class ArticleTexts:
    """What is kept of the articles: texts and locks by article id, and each file's path as people know it."""

    texts: dict[str, str]
    locks: dict[str, str]
    by_digest: dict[str, str]  # texts of other names, found by their digest
    seeds: frozenset[str] = frozenset()  # the articles that have a file in `seeds/`


def content(root: Path) -> dict[str, str]:
    """Every YAML file and hand-written page of `content/` by its path; gate one refuses the ending `.yaml`."""
    folders = ("content", "content/facts", "content/.editions")
    patterns = (*(f"{folder}/*.{ending}" for folder in folders for ending in ("yml", "yaml")), "content/pages/*.md")
    paths = sorted(path for pattern in patterns for path in root.glob(pattern))
    return _all_read(root, paths, CONTENT_LIMIT)


def article_texts(root: Path, elsewhere: Path | None = None) -> ArticleTexts:
    """Texts from `seeds/`, `texts/` and a folder elsewhere, and locks; the first that has an article wins."""
    texts: dict[str, str] = {}
    by_digest: dict[str, str] = {}
    for folder in (elsewhere, root / "seeds", root / "texts"):
        if folder is None:
            continue
        for path in sorted(folder.glob("*.txt")):
            if path.stem not in texts:
                text = read(path, str(path.relative_to(root)) if path.is_relative_to(root) else path.name)
                texts[path.stem] = text
                by_digest.setdefault(digest(text), text)
    locks = {path.stem: read(path, str(path.relative_to(root))) for path in sorted(root.glob("seeds/*.lock"))}
    seeds = frozenset(path.stem for path in root.glob("seeds/*.txt")) | locks.keys()
    return ArticleTexts(texts, locks, by_digest, seeds)


def languages() -> tuple[str, ...]:
    """The codes of the languages that the interface has words in."""
    return tuple(sorted(path.stem for path in (PACKAGE / "words").glob("*.yml") if path.stem != "problems"))


@cache
def words(language: str = "en") -> dict[str, Any]:
    """The words of the interface in a language."""
    path = PACKAGE / "words" / f"{language}.yml"
    entries: dict[str, Any] = yaml.safe_load(read(path, path.name))
    return entries


def page(root: Path, name: str) -> str:
    """A hand-written page of the dossier, or else the one that every dossier has."""
    path = root / "content" / "pages" / f"{name}.md"
    return read(path if path.is_file() else PACKAGE / "pages" / f"{name}.md", f"content/pages/{name}.md")


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def read(path: Path, shown: str, limit: int = LARGEST) -> str:
    """The text of a file, with plain line ends; raises Malformed with the reason if it cannot be read."""
    try:
        if path.stat().st_size > limit:
            what = f"the file has {path.stat().st_size:,} bytes, {limit:,} at most are read"
            raise Malformed(Problem(Place(shown), "TOO-LARGE", what, "split it"))
        return decoded(path.read_bytes(), shown)
    except OSError as error:
        raise Malformed(Problem(Place(shown), "UNREADABLE", f"the file cannot be read: {error.strerror}")) from None


def decoded(data: bytes, shown: str) -> str:
    """The text of these bytes, with plain line ends; raises Malformed at the first that is not UTF-8."""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        place = Place(shown, before.count(b"\n") + 1, error.start - before.rfind(b"\n"))
        raise Malformed(Problem(place, "NOT-UTF-8", "this byte is not UTF-8 text", "save the file as UTF-8")) from None


def write(path: Path, contents: str | bytes) -> bool:
    """Writes a file if its contents changed; returns whether they did."""
    data = contents.encode() if isinstance(contents, str) else contents
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def _all_read(root: Path, paths: list[Path], limit: int) -> dict[str, str]:
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path in paths:
        shown = path.relative_to(root).as_posix()
        try:
            texts[shown] = read(path, shown, limit)
        except Malformed as malformed:
            problems += malformed.problems
    if problems:
        raise Malformed(*problems)
    return texts


def inputs(root: Path) -> Iterator[Path]:
    """Every file that the site is made from, in order of its name."""
    patterns = ("mkdocs.yml", "content/**/*", "seeds/*", "texts/*.txt")
    return iter(sorted(path for pattern in patterns for path in root.glob(pattern) if path.is_file()))
