"""The data as JSON, and as CSV that is safe to open in a spreadsheet.

A CSV file begins with the mark that Excel knows UTF-8 by. A row is a line: line breaks in a text become spaces. A
text that a spreadsheet would take for a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import StringIO
from itertools import islice
from typing import Any, get_args

from pydantic_core import to_json

from generator.exports.data.dataset import Dataset, Table
from generator.exports.data.records import Date, FactsFile, KnownDate, Question, Row, schema_of

AT_ONCE = 500  # items that are written together
MARK = "\ufeff"
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # the wide ones, which some keyboards write
# What holds the id of an entry is followed by what it is called.
NAMED = frozenset(("article", "country", "event", "organisation", "publisher", "question", "who"))
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def table_csv(data: Dataset, name: str, said: Iterable[bytes] | None = None) -> bytes:
    """The rows of a table, with a line of headings; what it says of each article may be made already."""
    table = data.tables[name]
    headings = _csv([[column.heading for column in _columns(table.record)]])
    return b"".join((f"{MARK}{headings}".encode(), *((lines(data, table),) if said is None else said)))


def lines(data: Dataset, table: Table) -> bytes:
    """The rows of a table as lines."""
    columns = _columns(table.record)
    return _csv([safe(column.cell(row, data)) for column in columns] for row in table.rows).encode()


def _csv(rows: Iterable[Iterable[str | int]]) -> str:
    buffer = StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerows(rows)
    return buffer.getvalue()


def safe(value: str | int) -> str | int:
    """A text in one line that no spreadsheet calculates with; numbers stay numbers."""
    if not value or isinstance(value, int):
        return value
    text = " ".join(value.split())
    return f"'{text}" if text.startswith(FORMULA) else text


@dataclass(frozen=True)
class Column:
    """A field of a record, a part of its date, or the name of what its id stands for."""

    heading: str
    field: str
    part: str = ""
    is_name: bool = False

    def cell(self, row: Row, data: Dataset) -> str | int:
        value = getattr(row, self.field)
        if self.is_name:
            return (data.titles if self.field == "article" else data.names).get(value, "")
        return _cell(getattr(value, self.part, None) if self.part else value)


@cache
def _columns(record: type[Row]) -> tuple[Column, ...]:
    return tuple(_each_column(record))


def _each_column(record: type[Row]) -> Iterator[Column]:
    for name, field in record.model_fields.items():
        heading = field.alias or name
        kinds = (field.annotation, *get_args(field.annotation))
        dated = next((kind for kind in (KnownDate, Date) if kind in kinds), None)
        if dated:
            yield from (Column(_dated(heading, part), name, part) for part in dated.model_fields)
        else:
            yield Column(heading, name)
        if name in NAMED and record is not Question:  # its question is the text
            yield Column(f"{heading}_name", name, is_name=True)


def _dated(heading: str, part: str) -> str:
    return heading if part == "date" else f"{heading}_{part}"


def _cell(value: Any) -> str | int:
    """A value as it stands in a cell; lists are joined by semicolons."""
    match value:
        case str():
            return value
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int():
            return value
        case date():
            return value.isoformat()
        case dict():
            return "; ".join(f"{key}: {entry}" for key, entry in value.items())
        case Row():
            return value.cell
        case _:
            return "; ".join(str(_cell(part)) for part in value)


def facts_json(data: Dataset, said: Iterable[bytes]) -> bytes:
    """Every fact, as is said of each article, and the numbers of what was checked."""
    return with_items(data.whole, "facts", said, indent=2)


def facts_schema() -> str:
    """What `facts.json` is, made from the records that it is written from."""
    return to_json({"$schema": DIALECT, **schema_of(FactsFile)}, indent=2).decode() + "\n"


def table_json(data: Dataset, name: str, said: Iterable[bytes] | None = None) -> bytes:
    """The rows of a table, under its name; what it says of each article may be made already."""
    head = {"version": data.whole.version, "edition": data.whole.edition.isoformat(), name: ()}
    return with_items(head, name, each_as_items(data.tables[name].plain, 2) if said is None else said, indent=2)


def with_items(whole: Row | Mapping[str, Any], name: str, texts: Iterable[bytes], indent: int) -> bytes:
    """A file as JSON, with what `as_items` made in its empty list of a name."""
    start = f'\n{" " * indent}"{name}": ['.encode()  # a line that no text can have, and nothing deeper inside
    before, start, after = (to_json(whole, indent=indent) + b"\n").partition(start)
    line = b"\n" + b" " * (2 * indent)
    pieces = [piece for text in texts if text for piece in (b",", line, text)][1:]
    return b"".join((before, start, *pieces, line[:-indent] if pieces else b"", after))


def as_items(items: Iterable[Any], indent: int) -> bytes:
    """Items as they stand in a list of a file, with what stands between them."""
    of_list = to_json([*items], indent=indent)[1:-1].strip(b"\n").strip(b" ")
    return of_list.replace(b"\n", b"\n" + b" " * indent)


def each_as_items(items: Iterable[Any], indent: int) -> Iterator[bytes]:
    """The same, some after the others: only as text are they all there at once."""
    each = iter(items)
    while some := [*islice(each, AT_ONCE)]:
        yield as_items(some, indent)
