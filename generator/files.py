"""The only module that reads and writes what people write: content, articles and their locks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.content import git_marks
from generator.content import paths as paths_of
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
    """Every file of `content/` by its path; what nothing reads is there without its text, for gate one to tell of it.

    So is what nothing reads among the articles.
    """
    paths = [path for path in _written(root) if not paths_of.is_article(_shown(root, path))]
    unread = {shown: "" for path in paths if not paths_of.is_content(shown := _shown(root, path))}
    return unread | _all_read(root, [path for path in paths if _shown(root, path) not in unread], CONTENT_LIMIT)


def article_texts(root: Path, elsewhere: Path | None = None) -> ArticleTexts:
    """Texts from `seeds/`, `texts/` and a folder elsewhere, and locks; the first that has an article wins."""
    folders = [folder for folder in (elsewhere, root / "seeds", root / "texts") if folder]
    by_name: dict[str, Path] = {}
    for path in (path for folder in folders for path in _beside(folder, "*.txt")):
        by_name.setdefault(path.stem, path)
    locks = {path.stem: path for path in _beside(root / "seeds", "*.lock")}
    found = _all_read(root, [*by_name.values(), *locks.values()], LARGEST)
    texts = {article: found[_shown(root, path)] for article, path in by_name.items()}
    return ArticleTexts(
        texts,
        {article: found[_shown(root, path)] for article, path in locks.items()},
        {digest(text): text for text in texts.values()},
        frozenset(path.stem for path in _beside(root / "seeds", "*.txt")) | locks.keys(),
    )


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
    """The text of these bytes, with plain line ends; raises Malformed if it is no UTF-8, or what git left instead."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        place = Place(shown, before.count(b"\n") + 1, error.start - before.rfind(b"\n"))
        raise Malformed(Problem(place, "NOT-UTF-8", "this byte is not UTF-8 text", "save the file as UTF-8")) from None
    if left_by_git := git_marks.problem_of(text, shown):
        raise Malformed(left_by_git)
    return text


def write(path: Path, contents: str | bytes) -> bool:
    """Writes a file if its contents changed; returns whether they did."""
    data = contents.encode() if isinstance(contents, str) else contents
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def inputs(root: Path) -> Iterator[Path]:
    """Every file that the site is made from, or that its makers are told of, in order of its name."""
    return iter(sorted(path for path in (root / "mkdocs.yml", *_written(root)) if path.is_file()))


def _written(root: Path) -> Iterator[Path]:
    """What people have in the folders that they write in, without what editors, systems and git keep there."""
    for folder in paths_of.FOLDERS:
        yield from _below(root, root / folder)


def _below(root: Path, folder: Path) -> Iterator[Path]:
    """The files of a folder and of those in it, in order; a link to another folder counts as a file."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        shown = _shown(root, path)
        if shown in paths_of.FOLDERS_INSIDE:
            yield from _below(root, path)
        elif paths_of.is_theirs(path.name):
            continue
        elif path.is_dir() and not path.is_symlink() and not paths_of.is_content(shown):
            yield from _below(root, path)
        else:
            yield path


def _beside(folder: Path, pattern: str) -> list[Path]:
    """The files of one folder that are called so, in order, without what editors and systems keep there."""
    return sorted(path for path in folder.glob(pattern) if not paths_of.is_theirs(path.name))


def _shown(root: Path, path: Path) -> str:
    """A path as people know it; of a folder elsewhere, the name alone."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


def _all_read(root: Path, paths: Iterable[Path], limit: int) -> dict[str, str]:
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path in paths:
        shown = _shown(root, path)
        try:
            texts[shown] = read(path, shown, limit)
        except Malformed as malformed:
            problems += malformed.problems
    if problems:
        raise Malformed(*problems)
    return texts
