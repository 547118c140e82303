"""`data/derived.json`: every derived statement of the site, gathered from what its pages say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from pydantic_core import to_json

from generator.analysis.derived import Derived
from generator.exports.data import records
from generator.exports.data.dataset import Dataset
from generator.exports.data.tables import DIALECT
from generator.site.parts.page import Page

DERIVED = "data/derived.json"
SCHEMA = "data/derived.schema.json"
SAME_EVERYWHERE = ("certainty", "order")


def derived_json(data: Dataset, pages: Iterable[Page]) -> str:
    """Pages in order of their addresses, and on each the order of reading; what a page says twice stands once.

    How a date is known, and where it stands in time, is the same wherever it is shown, and stands once in all.
    """
    rows: dict[object, dict[str, Any]] = {}
    for row in (row for page in _by_address(pages) for row in derived_rows(page)):
        everywhere = (row.kind, row.subject, row.about, row.facts, row.says)
        key = everywhere if row.kind in SAME_EVERYWHERE else (row.page, *everywhere)
        rows.setdefault(key, row.model_dump(mode="json"))
    head = {"version": data.whole.version, "edition": data.whole.edition.isoformat()}
    return to_json({**head, "derived": list(rows.values())}, indent=2).decode() + "\n"


def derived_schema() -> str:
    """What `derived.json` is, made from the record that it is written from."""
    schema = records.DerivedFile.model_json_schema(mode="serialization")
    return to_json({"$schema": DIALECT, **schema}, indent=2).decode() + "\n"


def derived_rows(page: Page) -> Iterator[records.Derived]:
    """The derived statements of one page."""
    for statement in dict.fromkeys(_statements(page.view)):
        yield records.Derived(
            kind=statement.kind,
            page=page.view.head.url,
            subject=statement.subject,
            about=statement.about or None,
            facts=statement.facts,
            says=statement.says or None,
        )


def _by_address(pages: Iterable[Page]) -> list[Page]:
    return sorted(pages, key=lambda page: page.view.head.url)


def _statements(value: Any) -> Iterator[Derived]:
    """Every derived statement inside a value, however deep."""
    if isinstance(value, Derived):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _statements(part)
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _statements(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _statements(getattr(value, field.name))
