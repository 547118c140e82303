"""What a file of a site is made of, without its words: what a reader's program takes for more than text.

Two files of one shape differ in what they say alone. A file that its kind's reader refuses raises ValueError.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from lxml import etree, html

from tests.databases import in_memory

ADDRESSES = frozenset("action cite content-location data formaction href longdesc manifest poster src".split())
COPY = re.compile(r"-\d+(?=\.\w+$)")  # the number of a copy in its address: lists have their copies in another order
FORMULA = re.compile("[=+@\t\r＝＋＠]|-(?![0-9])")  # what a spreadsheet may take for a program


def of_page(data: bytes) -> list[object]:
    """Each element with the names of its attributes, in order; where it leads, and the data that it holds."""
    return [
        (element.tag, *sorted(element.keys()), *_addresses(element), *_data(element))
        for element in html.document_fromstring(data).iter()
        if isinstance(element.tag, str)
    ]


def _data(element: html.HtmlElement) -> Iterator[object]:
    if element.tag == "script" and element.get("type", "").endswith("json"):
        yield _of_value(json.loads(element.text or ""))


def _addresses(element: html.HtmlElement) -> Iterator[str]:
    for name in sorted(ADDRESSES.intersection(element.keys())):
        address = urlsplit(element.get(name, ""))
        where = COPY.sub("", address.path) if address.scheme != "mailto" else ""
        yield f"{name}={address.scheme}://{address.netloc}{where}"


def of_json(data: bytes) -> object:
    return _of_value(json.loads(data))


def _of_value(value: object) -> object:
    if isinstance(value, dict):
        return {key: _of_value(part) for key, part in value.items()}
    if isinstance(value, list) and any(isinstance(part, dict | list) for part in value):
        return [_of_value(part) for part in value]
    if isinstance(value, list):
        return sorted({type(part).__name__ for part in value})
    return type(value).__name__


def of_table(data: bytes) -> list[int]:
    """How many cells each row has; none may begin as a formula."""
    rows = [*csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)]
    if formulas := [cell for row in rows for cell in row if FORMULA.match(cell)]:
        raise ValueError(f"a formula: {formulas[0][:60]!r}")
    return [len(row) for row in rows]


def of_xml(data: bytes) -> list[object]:
    if b"<!DOCTYPE" in data:
        raise ValueError("a document type")
    tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    return [(element.tag, *sorted(element.keys()), *_addresses(element), *_page_in(element)) for element in tree.iter()]


def _page_in(element: html.HtmlElement) -> Iterator[object]:
    """What a reader of feeds shows as a page, under no policy of ours."""
    if element.get("type") == "html" and element.text:
        yield of_page(element.text.encode())


def of_calendar(data: bytes) -> list[str]:
    """The names of its lines with their parameters; each ends as it must, and is no longer than it may be."""
    lines = data.split(b"\r\n")
    if any(len(line) > 75 or b"\n" in line or b"\r" in line for line in lines):
        raise ValueError("a line that is too long, or that does not end")
    return [re.split("[:;]", line)[0] for line in re.sub(r"\r\n[ \t]", "", data.decode()).split("\r\n")]


def of_bibtex(data: bytes) -> list[str]:
    """The fields of its entries; their braces are closed, and no command of TeX reads or runs anything."""
    text, depth = data.decode(), 0
    for sign in re.findall(r"(?<!\\)[{}]", text):
        depth += 1 if sign == "{" else -1
        if depth < 0:
            raise ValueError("a brace closes what was not opened")
    if depth or re.search(r"(?<!\\)\\(input|include|write|openout|immediate|def|csname|href|read|catcode)\b", text):
        raise ValueError("a brace that stays open, or a command of TeX")
    return re.findall(r"^\s*(@\w+|\w+ = |\})", text, re.MULTILINE)


def of_reference(data: bytes) -> list[str]:
    return [line[:6] for line in data.decode().split("\r\n")]


def of_script(data: bytes) -> list[str]:
    """A script of the search's data calls one function, with values alone; the types of these."""
    call = re.fullmatch(r"finding\.take\((.*)\);?\s*", data.decode(), re.DOTALL)
    return [type(value).__name__ for value in json.loads(f"[{call[1]}]")] if call else [data.decode()]


def of_database(data: bytes) -> Mapping[str, int]:
    """How many rows each table has."""
    with in_memory(data) as base:
        tables = [
            name
            for (name,) in base.execute(
                "select name from sqlite_master where type = 'table' and name not like '%fts_%' order by name"
            )
        ]
        return {name: base.execute(f'select count(*) from "{name}"').fetchone()[0] for name in tables}


READERS: Mapping[str, Callable[[bytes], Any]] = MappingProxyType(
    {
        ".html": of_page,
        ".json": of_json,
        ".jsonld": of_json,
        ".csv": of_table,
        ".xml": of_xml,
        ".ics": of_calendar,
        ".bib": of_bibtex,
        ".ris": of_reference,
        ".js": of_script,
        ".sqlite": of_database,
    }
)
SAME = frozenset((".css", ".py", ".woff2", ".ico", ".svg", ".map"))  # which no text of the content reaches


def shape(path: Path) -> Any:
    """What a file is made of; of kinds that hold no texts of the content, all that they hold."""
    data = path.read_bytes()
    if path.suffix in SAME and path.name != "verify.py":
        return data
    return READERS[path.suffix](data) if path.suffix in READERS else None
