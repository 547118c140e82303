"""The only module that reads and writes what people write: content, articles and their locks."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import time
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from operator import attrgetter
from pathlib import Path
from secrets import token_hex
from stat import S_ISFIFO, S_ISREG
from typing import Any, TypeVar

from generator import limits
from generator.content import git_marks
from generator.content import paths as paths_of
from generator.problems import Malformed, Place, Problem
from generator.work.digests import how_it_stands

T = TypeVar("T")
PACKAGE = Path(__file__).parent
DECLARED_WITHIN = 2048  # bytes of a page in which it says its encoding
DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{4,20})", re.IGNORECASE)
ENCODINGS = {  # as browsers read them: whoever says Latin-1 mostly writes windows-1252
    **dict.fromkeys(("windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "latin1", "latin-1"), "cp1252"),
    **dict.fromkeys(("us-ascii", "ascii", "ansi"), "cp1252"),
    **dict.fromkeys(("iso-8859-15", "iso8859-15", "latin-9", "latin9"), "iso8859-15"),
}
NO_PLAIN_FILE = "this is a link or no file, and what is published stands in its place itself"
NO_FILE = "the file cannot be read: it is a folder, a device or the like"
BESIDE = ".briefbook-"  # how a file begins that is to take the place of another; nothing takes it for content
LEFT_OVER = 3600  # seconds, after which nobody is at work on it any more


@dataclass(frozen=True)
class ArticleTexts:
    """What is kept of the articles: texts and locks by article id, and each file's path as people know it."""

    texts: dict[str, str]
    locks: dict[str, str]
    by_digest: dict[str, str]  # texts of other names, found by their digest
    seeds: frozenset[str] = frozenset()  # the articles that have a file in `seeds/`
    private: frozenset[str] = frozenset()  # those of the texts that nobody else has: no more than a lock is in the open
    earlier: Mapping[str, str] = field(default_factory=dict)  # locks that are gone, and know what somebody settled


class Remembered(dict[str, tuple[str, str]]):
    """Texts as they were read, by their paths, each with how its file stood then: what stands so is not read again."""

    def read(self, path: Path, shown: str, limit: int) -> str:
        """The text of a file, as `read` gives it."""
        stood, is_old = "", False
        with suppress(OSError):
            stood, is_old = how_it_stands(str(path), time.time_ns())
        was, text = self.get(str(path), ("", ""))
        if not stood or was != stood:
            text = read(path, shown, limit)
            if is_old:
                self[str(path)] = stood, text
        return text


def content(root: Path, known: Remembered | None = None) -> dict[str, str]:
    """Every file of `content/` by its path; what nothing reads is there without its text, for gate one to tell of it.

    So is what nothing reads among the articles.
    """
    return _whole(readable_content(root, known))


def readable_content(root: Path, known: Remembered | None = None) -> tuple[dict[str, str], list[Problem]]:
    """The same without the files that are no text, and what is wrong with these."""
    paths = {shown: path for path in _written(root) if not paths_of.is_article(shown := _shown(root, path))}
    unread = {shown: "" for shown in paths if not paths_of.is_content(shown)}
    others = [path for shown, path in paths.items() if shown not in unread]
    texts, problems = _each_read(root, others, limits.CONTENT, known)
    return unread | texts, [*problems, *_static_problems(paths)]


def static(root: Path) -> dict[str, bytes]:
    """What is published as it is, by its path on the site; gate one has looked at the names and the sizes."""
    shown = {path: _shown(root, path) for path in _below(root, root / paths_of.STATIC)}
    return {
        name.removeprefix(paths_of.STATIC): path.read_bytes()
        for path, name in shown.items()
        if paths_of.is_static(name)
    }


def _static_problems(paths: Mapping[str, Path]) -> Iterator[Problem]:
    whole = 0
    for shown, path in ((shown, path) for shown, path in paths.items() if paths_of.is_static(shown)):
        place, size = Place(shown), path.lstat().st_size
        whole += size
        if path.is_symlink() or not path.is_file():
            yield Problem(place, "UNREADABLE", NO_PLAIN_FILE, "put the file itself in its place")
        elif size > limits.STATIC or whole > limits.STATICS:
            what = f"a file of {size:,} bytes; {limits.STATIC:,} for one, and {limits.STATICS:,} for all, are published"
            yield Problem(place, "TOO-LARGE", what, "make it smaller, or publish it elsewhere")


def article_texts(root: Path, elsewhere: Path | None = None, *, known: Remembered | None = None) -> ArticleTexts:
    """Texts from `seeds/`, `texts/` and a folder elsewhere, and locks; the first that has an article wins."""
    return _whole(readable_articles(root, elsewhere, known))


def readable_articles(
    root: Path, elsewhere: Path | None = None, known: Remembered | None = None
) -> tuple[ArticleTexts, list[Problem]]:
    """The same without the files that are no text, and what is wrong with these."""
    folders = [folder for folder in (elsewhere, root / "seeds", root / "texts") if folder]
    by_name: dict[str, Path] = {}
    for path in (path for folder in folders for path in _beside(folder, "*.txt")):
        by_name.setdefault(path.stem, path)
    locks = {path.stem: path for path in _beside(root / "seeds", "*.lock")}
    found, problems = _each_read(root, by_name.values(), limits.TEXT, known)
    found_locks, wrong = _each_read(root, locks.values(), limits.LOCK, known)
    found |= found_locks

    def read_of(paths: dict[str, Path]) -> dict[str, str]:
        return {name: found[shown] for name, path in paths.items() if (shown := _shown(root, path)) in found}

    texts = read_of(by_name)
    in_seeds = frozenset(path.stem for path in _beside(root / "seeds", "*.txt")) | locks.keys()
    by_digest = {digest(text): text for text in texts.values()}
    in_the_open = {path.stem for path in _beside(root / "seeds", "*.txt")}
    return ArticleTexts(texts, read_of(locks), by_digest, in_seeds, frozenset(texts) - in_the_open), problems + wrong


def languages() -> tuple[str, ...]:
    """The codes of the languages that the interface has words in."""
    return tuple(sorted(path.stem for path in (PACKAGE / "words").glob("*.yml") if path.stem != "problems"))


@cache
def words(language: str = "en") -> dict[str, Any]:
    """The words of the interface in a language."""
    import yaml  # whoever only asks whether anything changed waits for no reader

    from generator.content.yaml_tree import LOADER

    path = PACKAGE / "words" / f"{language}.yml"
    entries: dict[str, Any] = yaml.load(read(path, path.name), LOADER)  # noqa: S506 -- a safe one
    return entries


def page(root: Path, name: str) -> str:
    """A hand-written page of the dossier, or else the one that every dossier has."""
    path = root / "content" / "pages" / f"{name}.md"
    return read(path if path.is_file() else PACKAGE / "pages" / f"{name}.md", f"content/pages/{name}.md")


def own_pages(root: Path) -> dict[str, str]:
    """The hand-written pages of the dossier by their paths, in order."""
    return _whole(_each_read(root, _beside(root / "content" / "pages", "*.md"), limits.CONTENT))


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def read(path: Path, shown: str, limit: int = limits.LOCK, *, arriving: bool = False) -> str:
    """The text of a file, with plain line ends; raises Malformed with the reason if it cannot be read.

    One that arrives may be in the encoding that it says it is in.
    """
    try:
        mode = path.stat().st_mode
        if not S_ISREG(mode) and not (arriving and S_ISFIFO(mode)):
            raise Malformed(Problem(Place(shown), "UNREADABLE", NO_FILE, "put the file itself in its place"))
        with path.open("rb") as file:
            data = file.read(limit + 1)  # its size may grow, or be told wrongly
        if len(data) > limit:
            what = f"the file has {max(path.stat().st_size, len(data)):,} bytes, {limit:,} at most are read"
            raise Malformed(Problem(Place(shown), "TOO-LARGE", what, "split it"))
        return decoded(data, shown, arriving=arriving)
    except OSError as error:
        raise Malformed(Problem(Place(shown), "UNREADABLE", f"the file cannot be read: {error.strerror}")) from None


def decoded(data: bytes, shown: str, *, arriving: bool = False) -> str:
    """The text of these bytes, with plain line ends; raises Malformed if it is no UTF-8, or what git left instead.

    One that arrives may also be what it says, or what its first bytes show: UTF-16, windows-1252 or Latin-1.
    """
    if arriving and (encoding := _encoding(data)):
        with suppress(UnicodeDecodeError):
            data = data.decode(encoding).encode()
    data = data.removeprefix(BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        place = Place(shown, before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise Malformed(Problem(place, "NOT-UTF-8", "this byte is not UTF-8 text", "save the file as UTF-8")) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if left_by_git := git_marks.problem_of(text, shown):
        raise Malformed(left_by_git)
    return text


def _encoding(data: bytes) -> str:
    """The encoding of a page that says another than UTF-8, and is none; empty where it says nothing that is read."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    with suppress(UnicodeDecodeError):
        data.decode()
        return ""
    said = DECLARED.search(data[:DECLARED_WITHIN])
    name = said[1].decode("ascii").casefold().replace("_", "-") if said else ""
    return ENCODINGS.get(name, "")


def write(path: Path, contents: str | bytes) -> bool:
    """Writes a file that can be made again, if its contents changed; returns whether they did."""
    data = contents.encode() if isinstance(contents, str) else contents
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


@contextmanager
def laid_beside(contents: Mapping[Path, bytes]) -> Iterator[Callable[[], None]]:
    """Writes files that people own next to their places, whole; what it gives puts them there, and keeps their modes.

    Whatever refuses or is killed, each place has what it had or all of the new; the paths are those of no links.
    """
    beside: dict[Path, Path] = {}

    def put() -> None:
        for path, new in beside.items():
            new.replace(path)

    try:
        for path, data in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _clear(path.parent)
            new = path.with_name(f"{BESIDE}{token_hex(8)}.tmp")
            with new.open("xb") as file:  # a link of this name is not followed
                beside[path] = new
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if path.is_file():
                shutil.copymode(path, new)
        yield put
    finally:
        for new in beside.values():
            new.unlink(missing_ok=True)


def _clear(folder: Path) -> None:
    """Takes away what was laid beside files by a program that was killed."""
    for path in folder.glob(f"{BESIDE}*.tmp"):
        with suppress(OSError):
            if abs(time.time() - path.lstat().st_mtime) > LEFT_OVER:  # the clock may have been set back
                path.unlink()


def as_written(text: str, before: bytes) -> bytes:
    """A text with plain line ends as it is written where `before` stood: with the mark and the line ends of that.

    Where these are of several kinds, each line that stays keeps its own, and a new one has that of the line above.
    """
    mark = BOM_UTF8 if before.startswith(BOM_UTF8) else b""
    ends = re.findall(rb"\r\n|\r|\n", before)
    kinds = set(ends)
    if len(kinds) < 2:
        return mark + text.encode().replace(b"\n", ends[0] if ends else b"\n")
    lines, known = text.encode().split(b"\n"), re.split(rb"\r\n|\r|\n", before.removeprefix(mark))
    kept = dict[int, bytes]()
    for old, new, size in SequenceMatcher(None, known, lines).get_matching_blocks():
        kept |= {new + n: ends[old + n] for n in range(size) if old + n < len(ends)}
    written, end = [], ends[0]
    for number, line in enumerate(lines[:-1]):
        end = kept.get(number, end)
        written += [line, end]
    return b"".join([mark, *written, lines[-1]])


def inputs(root: Path) -> Iterator[Path]:
    """Every file that the site is made from, or that its makers are told of, in order of its name."""
    return iter(sorted(path for path in (root / "mkdocs.yml", *_written(root)) if path.is_file()))


def _written(root: Path) -> Iterator[Path]:
    """What people have in the folders that they write in, without what editors, systems and git keep there."""
    for folder in paths_of.FOLDERS:
        yield from _below(root, root / folder)


def _below(root: Path, folder: Path) -> Iterator[Path]:
    """The files of a folder and of those in it, in order; a link to another folder counts as a file."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as found:
        entries = sorted(found, key=attrgetter("name"))
    for entry in entries:
        path = folder / entry.name
        shown = _shown(root, path)
        if shown in paths_of.FOLDERS_INSIDE:
            yield from _below(root, path)
        elif paths_of.is_passed_over(shown):
            continue
        elif entry.is_dir(follow_symlinks=False) and not paths_of.is_content(shown):
            yield from _below(root, path)
        else:
            yield path


def _beside(folder: Path, pattern: str) -> list[Path]:
    """The files of one folder that are called so, in order, without what editors and systems keep there."""
    return sorted(path for path in folder.glob(pattern) if not paths_of.is_theirs(path.name))


def _shown(root: Path, path: Path) -> str:
    """A path as people know it; of a folder elsewhere, the name alone."""
    whole, top = path.as_posix(), root.as_posix()
    if top == ".":
        return path.name if path.is_absolute() else whole
    return whole[len(top) :].lstrip("/") if whole.startswith(f"{top.rstrip('/')}/") else path.name


def _each_read(
    root: Path, paths: Iterable[Path], limit: int, known: Remembered | None = None
) -> tuple[dict[str, str], list[Problem]]:
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path in paths:
        shown = _shown(root, path)
        try:
            _refuse_elsewhere(root, path, shown)
            texts[shown] = known.read(path, shown, limit) if known is not None else read(path, shown, limit)
        except Malformed as malformed:
            problems += malformed.problems
    return texts, problems


def _refuse_elsewhere(root: Path, path: Path, shown: str) -> None:
    """Raises Malformed for a file of the dossier that is a link out of it: what it holds was not put there."""
    if path.is_symlink() and path.is_relative_to(root):
        real = Path(os.path.realpath(path))
        if not any(real.is_relative_to(os.path.realpath(folder)) for folder in (root, path.parent)):
            what = "this leads out of the dossier by a link, and is not read"
            raise Malformed(Problem(Place(shown), "UNREADABLE", what, "put the file itself in its place"))


def _whole(found: tuple[T, list[Problem]]) -> T:
    """What was read, where all of it could be."""
    value, problems = found
    if problems:
        raise Malformed(*problems)
    return value
