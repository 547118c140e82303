"""Lists of articles, as CSV or JSON: a line or an object for each, with its file and what is known of it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.content import json_tree, yaml_tree
from generator.content.values import as_id
from generator.content.yaml_tree import STRANGE, Node, Scalar, Sequence
from generator.problems import Malformed, Place, Problem

MOST = 2_000  # articles in one list
# What each column may be called, in lower case; the first is the name that we use.
COLUMNS = {
    "file": ("file", "path", "filename", "text"),
    "address": ("address", "url", "link"),
    "outlet": ("outlet", "publisher", "source", "site"),
    "day": ("day", "date", "published"),
    "title": ("title", "headline"),
    "language": ("language", "lang"),
    "id": ("id",),
}
_FIELDS = {word: field for field, words in COLUMNS.items() for word in words}
CODE = "BAD-LIST"


@dataclass(frozen=True)
class Listed:
    """An article of a list: where its file is, seen from the list, and what the list says of it."""

    place: Place
    file: str
    address: str = ""
    outlet: str = ""
    day: str = ""
    title: str = ""
    language: str = ""
    id: str = ""


@dataclass(frozen=True)
class ArticleList:
    """The articles of a list, its lines that are none, and the columns that nobody knows."""

    articles: tuple[Listed, ...]
    problems: tuple[Problem, ...]
    unknown: tuple[str, ...]


def is_list(name: str) -> bool:
    """Whether a file of this name is a list of articles, and no article."""
    return name.casefold().endswith((".csv", ".tsv", ".json"))


def article_list(text: str, shown: str) -> ArticleList:
    """What a list holds; raises Malformed where it cannot be read as one."""
    rows = list(_from_json(text, shown) if shown.casefold().endswith(".json") else _from_csv(text, shown))
    if not rows:
        raise Malformed(Problem(Place(shown), CODE, "the list has no articles", "give each a line below the columns"))
    if len(rows) > MOST:
        what = f"the list has {len(rows):,} articles, {MOST:,} at most are taken"
        raise Malformed(Problem(Place(shown), CODE, what, "divide it"))
    articles, problems = [], []
    for place, row in rows:
        known = {_FIELDS[name]: value for name, value in row.items() if name in _FIELDS and value}
        if wrong := _wrong(known.get("file", "")):
            problems.append(Problem(place, CODE, *wrong))
        else:
            articles.append(Listed(place, **{field: STRANGE.sub("", value) for field, value in known.items()}))
    names = dict.fromkeys(name for _, row in rows for name in row if name not in _FIELDS)
    return ArticleList(tuple(articles), tuple(problems), tuple(names))


def _wrong(file: str) -> tuple[str, str] | None:
    """What is wrong with a file's name: a list leads to files beside it alone, or in folders below."""
    if strange := STRANGE.search(file):
        what = f"the name of the file has the character U+{ord(strange[0]):04X}, which cannot be seen and is not text"
        return what, "give the file a plain name"
    if not file:
        return "this line names no file", "name the article's file in the column `file`; nothing is fetched"
    if "://" in file:
        return f"`{file}` is an address, and nothing is fetched", "save the article, and name its file"
    if is_list(file):
        return f"`{file}` is a list itself", "give it to `briefbook add` beside this one"
    path = PurePosixPath(file.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or file[1:2] == ":":
        return f"`{file}` lies outside the folder of the list", "put the file beside the list, or in a folder below it"
    return None


def _from_csv(text: str, shown: str) -> Iterator[tuple[Place, Mapping[str, str]]]:
    first = text.split("\n", 1)[0]
    mark = max("\t;,", key=first.count)
    reader = csv.reader(re.findall(r"[^\n]*\n|[^\n]+", text), delimiter=mark, strict=True)
    columns: list[str] = []
    try:
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            if not columns:
                columns = [_name(cell) for cell in row]
                _need_a_file(columns, Place(shown, reader.line_num))
                continue
            cells = [cell.strip() for cell in row] + [""] * (len(columns) - len(row))
            yield Place(shown, reader.line_num), dict(zip(columns, cells, strict=False))
    except csv.Error as error:
        what = f"this is no line of a table: {error}"
        raise Malformed(Problem(Place(shown, reader.line_num), CODE, what, "save the table as CSV again")) from None


def _from_json(text: str, shown: str) -> Iterator[tuple[Place, Mapping[str, str]]]:
    found = json_tree.parse(text, shown, strange=True)
    listed = found.child("articles") or found
    rows = listed.items if isinstance(listed, Sequence) else (None,)
    articles = [row for row in rows if isinstance(row, yaml_tree.Mapping)]
    if len(articles) < len(rows):
        what = "expected a list of objects"
        raise Malformed(Problem(Place(shown), CODE, what, 'write `[{"file": …, "address": …, "outlet": …, "day": …}]`'))
    if articles:
        _need_a_file([_name(name) for article in articles for name in article.entries], Place(shown))
    for article in articles:
        yield article.place, {_name(name): _text(entry.value) for name, entry in article.entries.items()}


def _need_a_file(columns: list[str], place: Place) -> None:
    if not any(_FIELDS.get(column) == "file" for column in columns):
        what = f"no column is called `file`; there are {', '.join(f'`{c}`' for c in dict.fromkeys(columns))}"
        raise Malformed(Problem(place, CODE, what, "name the file of each article in the column `file`"))


def _name(column: str) -> str:
    return as_id(column.strip().removeprefix("\ufeff")) or column.strip()


def _text(value: Node) -> str:
    return " ".join(value.text.split()) if isinstance(value, Scalar) else ""
