"""The data as JSON, and as CSV that is safe to open in a spreadsheet.

A CSV file begins with the mark that Excel knows UTF-8 by. A row is a line: line breaks in a text become spaces. A
text that a spreadsheet would take for a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from io import StringIO
from typing import Any, TypeVar, get_args

from pydantic_core import to_json

from generator.exports.data.dataset import Dataset, Part, Table
from generator.exports.data.records import Date, FactsFile, KnownDate, Question, Row, schema_of
from generator.work.store import Keeping, kept

Text = TypeVar("Text", str, bytes)
CSV = "csv"  # the step, in the store, behind the name of the table
MARK = "\ufeff"
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # the wide ones, which some keyboards write
# What holds the id of an entry is followed by what it is called.
NAMED = frozenset(("article", "country", "event", "organisation", "publisher", "question", "who"))
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def table_csv(data: Dataset, name: str, store: Keeping | None = None) -> str:
    """The rows of a table, with a line of headings."""
    table = data.tables[name]
    columns = tuple(_columns(table.record))

    def lines(of: Table) -> str:
        return _csv([safe(column.cell(row, data)) for column in columns] for row in of.rows)

    rows = part_by_part(data, name, CSV, lines, store) if table.parts else (lines(table),)
    return "".join((MARK, _csv([[column.heading for column in columns]]), *rows))


def part_by_part(
    data: Dataset, name: str, step: str, make: Callable[[Table], Text], store: Keeping | None
) -> Iterator[Text]:
    """What is made of the rows of each article in a table and of nothing but these and entries: a kept one if it is."""
    table = data.tables[name]
    for part in table.parts:
        kept_in, key_of = store if part.key else None, partial(data.key, part)
        yield kept(kept_in, f"{name} as {step}", key_of, partial(_made_of, make, table, part))


def _made_of(make: Callable[[Table], Text], table: Table, part: Part) -> Text:
    return make(table.part(part))


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


def _columns(record: type[Row]) -> Iterator[Column]:
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


def facts_json(data: Dataset) -> bytes:
    """Every fact, and the numbers of what was checked."""
    return _with_rows(data.whole, data.tables["facts"])


def facts_schema() -> str:
    """What `facts.json` is, made from the records that it is written from."""
    return to_json({"$schema": DIALECT, **schema_of(FactsFile)}, indent=2).decode() + "\n"


def table_json(data: Dataset, name: str) -> bytes:
    """The rows of a table, under its name."""
    head = {"version": data.whole.version, "edition": data.whole.edition.isoformat()}
    return _with_rows({**head, name: ()}, data.tables[name])


def _with_rows(whole: Row | Mapping[str, Any], table: Table) -> bytes:
    """A file as JSON, with the rows of a table in its list of their name."""
    return listed(whole, table.name, table.plain, indent=2)


def listed(whole: Row | Mapping[str, Any], name: str, items: Iterable[Any], indent: int) -> bytes:
    """A file as JSON, with items in its empty list of a name; only as text are they all there at once."""
    return with_items(whole, name, (as_items((item,), indent) for item in items), indent)


def with_items(whole: Row | Mapping[str, Any], name: str, texts: Iterable[bytes], indent: int) -> bytes:
    """A file as JSON, with what `as_items` made in its empty list of a name."""
    start = f'\n{" " * indent}"{name}": ['.encode()  # a line that no text can have, and nothing deeper inside
    before, start, after = (to_json(whole, indent=indent) + b"\n").partition(start)
    line = _new_line(indent)
    pieces = [piece for text in texts if text for piece in (b",", line, text)][1:]
    return b"".join((before, start, *pieces, line[:-indent] if pieces else b"", after))


def as_items(items: Iterable[Any], indent: int) -> bytes:
    """Items as they stand in a list of a file, with what stands between them."""
    line = _new_line(indent)
    return (b"," + line).join(to_json(item, indent=indent).replace(b"\n", line) for item in items)


def _new_line(indent: int) -> bytes:
    return b"\n" + b" " * (2 * indent)
