"""`data/derived.json`: every derived statement that an element of a page is marked with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic_core import to_json

from generator.analysis import derived
from generator.exports.data import records
from generator.exports.data.dataset import Dataset
from generator.exports.data.tables import DIALECT, each_as_items, with_items

DERIVED = "data/derived.json"
SCHEMA = "data/derived.schema.json"


def derived_json(data: Dataset, pages: Iterable[tuple[str, Iterable[derived.Derived]]]) -> bytes:
    """Each statement once, with all pages that show it, in order of the first of them and of reading there.

    Pages come in order of their paths.
    """
    shown: dict[derived.Derived, list[str]] = {}
    for page, statements in pages:
        for statement in statements:
            shown.setdefault(statement, []).append(page)
    rows = (_row(statement, on) for statement, on in shown.items())
    whole = records.DerivedFile(version=data.whole.version, edition=data.whole.edition, derived=())
    return with_items(whole, "derived", each_as_items(rows, 2), indent=2)


def derived_schema() -> str:
    """What `derived.json` is, made from the record that it is written from."""
    return to_json({"$schema": DIALECT, **records.schema_of(records.DerivedFile)}, indent=2).decode() + "\n"


def _row(statement: derived.Derived, pages: list[str]) -> dict[str, Any]:
    """As `records.Derived` has it, which no statement is held to again: there are many."""
    return {
        "id": statement.id,
        "kind": statement.kind,
        "pages": pages,
        "subject": statement.subject,
        "about": statement.about or None,
        "facts": statement.facts,
        "says": statement.says or None,
    }
