"""The fields of a data file as its page lists them, from the schema of the record that it is written from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.exports.data.records import Row, schema_of
from generator.site.pages.data import Field

DEEPEST = 1  # the fields of a fact's passages are listed; what these are made from, not


def fields(record: type[Row], words: Mapping[str, str]) -> tuple[Field, ...]:
    """Name, type and meaning of every field; those of a part stand behind it, as `when.date`."""
    schema = schema_of(record)
    return tuple(_fields(schema, schema.get("$defs", {}), words))


def _fields(
    schema: Mapping[str, Any], definitions: Mapping[str, Any], words: Mapping[str, str], before: str = ""
) -> Iterator[Field]:
    for name, field_schema in schema["properties"].items():
        yield Field(f"{before}{name}", _type(field_schema, words), field_schema["description"])
        part = _part(field_schema)
        if part and before.count(".") < DEEPEST:
            yield from _fields(definitions[part], definitions, words, f"{before}{name}.")


def _type(schema: Mapping[str, Any], words: Mapping[str, str]) -> str:
    """In plain words: text, whole number, list of texts, one of some words, nothing."""
    if "anyOf" in schema:
        return words["or"].format(either=_type(schema["anyOf"][0], words), other=_type(schema["anyOf"][1], words))
    if "enum" in schema:
        return words["enum"].format(words=", ".join(schema["enum"]))
    if "$ref" in schema:
        return words["part"]
    if schema["type"] == "array":
        return words["parts"] if "$ref" in schema["items"] else words["list"].format(of=_type(schema["items"], words))
    return words[schema.get("format", schema["type"])]


def _part(schema: Mapping[str, Any]) -> str:
    """The name of the record that a field, or each entry of its list, is."""
    for place in (schema, schema.get("items", {}), *schema.get("anyOf", ())):
        if "$ref" in place:
            return str(place["$ref"]).rpartition("/")[2]
    return ""
