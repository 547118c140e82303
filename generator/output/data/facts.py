"""The data as JSON: `facts.json` with its schema, and a file of the same form for every other table."""

from __future__ import annotations

from pydantic_core import to_json

from generator.output.data.dataset import Dataset
from generator.output.data.facts_file import FactsFile

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def facts_json(data: Dataset) -> str:
    """Every fact, and the numbers of what was checked."""
    return data.whole.model_dump_json(indent=2) + "\n"


def facts_schema() -> str:
    """What `facts.json` is, made from the records that it is written from."""
    made = FactsFile.model_json_schema(mode="serialization")
    return to_json({"$schema": DIALECT, **made}, indent=2).decode() + "\n"


def table_json(data: Dataset, name: str) -> str:
    """The rows of a table, under its name."""
    head = {"version": data.whole.version, "edition": data.whole.edition.isoformat()}
    return to_json({**head, name: data.tables[name].plain}, indent=2).decode() + "\n"
