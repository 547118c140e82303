"""Articles as they arrive: files, lists of files and what is typed, each read, or told what is wrong with it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator import files, limits
from generator.content.dates import parse
from generator.content.values import is_address
from generator.drafting import article_lists
from generator.drafting.article_lists import Listed
from generator.drafting.importing import ImportedText, format_of, imported
from generator.evidence.languages import LANGUAGES
from generator.problems import Malformed, Place, Problem

EXTRA = "briefbook[html]"
STANDARD_INPUT = "standard input"


@dataclass(frozen=True)
class Arriving:
    """An article that could be read: where it came from, its text, and what was said of it beside the text."""

    place: Place
    imported: ImportedText
    id: str = ""  # that it shall have; else one is made
    day: str = ""
    kept: Path | None = None  # its file, where the text stands in the dossier already, and is not changed


def arriving(root: Path, paths: Sequence[Path], kind: str | None) -> Iterator[Arriving | tuple[Problem, ...] | str]:
    """Each article, or what is wrong with it, or a remark, in the order of the files and their lines."""
    for path in paths:
        try:
            if article_lists.is_list(path.name):
                yield from _listed(root, path, kind)
            else:
                yield _arriving(root, path, kind, Place(STANDARD_INPUT if str(path) == "-" else str(path)))
        except Malformed as malformed:
            yield malformed.problems


def exact_day(text: str) -> str:
    """The text, if it is one day such as 2024-05-31; raises ValueError with what was expected."""
    day = parse(text)
    if day.precision != "day" or day.is_span or not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        raise ValueError("expected an exact day such as 2024-05-31")
    return text


def _listed(root: Path, path: Path, kind: str | None) -> Iterator[Arriving | tuple[Problem, ...] | str]:
    shown = str(path)
    found = article_lists.article_list(files.read(path, shown, limits.ARRIVING), shown)
    if found.problems:
        yield found.problems
    if found.unknown:
        yield (
            f"{shown}: passed over the columns {', '.join(f'`{name}`' for name in found.unknown)}; "
            f"a list has {', '.join(article_lists.COLUMNS)}"
        )
    for entry in found.articles:
        try:
            yield _from_list(root, path.parent, kind, entry)
        except Malformed as malformed:
            yield malformed.problems


def _from_list(root: Path, folder: Path, kind: str | None, entry: Listed) -> Arriving:
    """An article of a list; its page says how it is called and when it appeared, the list where it was found."""
    if wrong := tuple(_list_problems(folder, entry)):
        raise Malformed(*wrong)
    one = _arriving(root, folder / entry.file, kind, entry.place)
    article = replace(
        one.imported,
        title=one.imported.title or entry.title,
        publisher=entry.outlet or one.imported.publisher,
        url=entry.address or one.imported.url,
        language=entry.language or one.imported.language,
    )
    return replace(one, imported=article, id=entry.id or one.id, day=entry.day)


def _list_problems(folder: Path, entry: Listed) -> Iterator[Problem]:
    def problem(what: str, remedy: str) -> Problem:
        return Problem(entry.place, article_lists.CODE, what, remedy)

    if not _real(folder / entry.file).is_relative_to(_real(folder)):  # by a link
        yield problem(f"`{entry.file}` lies outside the folder of the list", "put the file itself beside the list")
    if entry.address and not is_address(entry.address):
        yield problem(f"`{entry.address}` is no address", "write it whole, such as https://example.org/page")
    if entry.language and entry.language not in LANGUAGES:
        yield problem(f"`{entry.language}` is no language of articles", f"write {' or '.join(LANGUAGES)}")
    try:
        exact_day(entry.day or "2000-01-01")
    except ValueError:
        yield problem(f"`{entry.day}` is no exact day", "write it as 2024-05-31, or leave it out")


def _arriving(root: Path, path: Path, kind: str | None, place: Place) -> Arriving:
    shown = STANDARD_INPUT if str(path) == "-" else str(path)
    kept = path if _is_kept(root, path) else None
    source = _typed() if shown == STANDARD_INPUT else files.read(path, shown, limits.ARRIVING, arriving=kept is None)
    article = ImportedText(source) if kept else _imported(source, kind or format_of(path.name, source), shown)
    _refuse_nothing(article, shown, is_kept=kept is not None)
    return Arriving(place, article, path.stem if kept else "", kept=kept)


def _typed() -> str:
    data = sys.stdin.buffer.read(limits.ARRIVING + 1)
    if len(data) > limits.ARRIVING:
        what = f"more than {limits.ARRIVING:,} bytes came in, {limits.ARRIVING:,} at most are read"
        raise Malformed(Problem(Place(STANDARD_INPUT), "TOO-LARGE", what, "add the article alone"))
    return files.decoded(data, STANDARD_INPUT, arriving=True)


def _is_kept(root: Path, path: Path) -> bool:
    """A text that stands in `seeds/` or `texts/` already has its name, and is not changed."""
    folders = [_real(root / name) for name in ("seeds", "texts")]
    return path.suffix == ".txt" and _real(path).parent in folders


def _real(path: Path) -> Path:
    """A path without links; one that leads to itself stays, to be told of as what cannot be read."""
    return Path(os.path.realpath(path))


def _imported(source: str, kind: str, shown: str) -> ImportedText:
    told = {"markdown": limits.wrong_with_markdown, "html": limits.wrong_with_html}.get(kind)
    if told and (wrong := next(told(source), "")):
        raise Malformed(Problem(Place(shown), "TOO-DEEP", wrong, "add the article's words as plain text"))
    try:
        return imported(source, kind)  # type: ignore[arg-type]  # click lets nothing else through
    except RecursionError:
        what, remedy = "its parts are inside of one another too often", "add the article's words as plain text"
        raise Malformed(Problem(Place(shown), "TOO-DEEP", what, remedy)) from None
    except ModuleNotFoundError as error:
        remedy = f"`python -m pip install '{EXTRA}'`"
        raise Malformed(
            Problem(Place(shown), "NO-HTML", f"HTML is read by {error.name}, which is missing", remedy)
        ) from None


def _refuse_nothing(article: ImportedText, shown: str, *, is_kept: bool) -> None:
    if not any(letter.isalnum() for letter in article.text):
        what, remedy = "no article is found here", "look at the file, or add the article's words as plain text"
        raise Malformed(Problem(Place(shown), "EMPTY-FILE", what, remedy))
    if len(article.text) > limits.ARTICLE:
        what = f"the text has {len(article.text):,} characters, {limits.ARTICLE:,} at most are drafted from"
        raise Malformed(Problem(Place(shown), "TOO-LARGE", what, "divide it into articles"))
    for line, paragraph in enumerate(article.text.splitlines(), 1):
        if (sentences := limits.sentences_in(paragraph)) > limits.SENTENCES:
            what = f"a paragraph has about {sentences:,} sentences, {limits.SENTENCES} at most are drafted from"
            place = Place(shown, line) if is_kept else Place(shown)
            raise Malformed(Problem(place, "TOO-LARGE", what, "break its line where its paragraphs end"))
