"""The fields of a data file as its page lists them, from the schema of the record that it is written from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.exports.data.records import Row
from generator.site.pages.data import Field

DEEPEST = 1  # the fields of a fact's passages are listed; what these are made from, not


def fields(record: type[Row], words: Mapping[str, str]) -> tuple[Field, ...]:
    """Name, type and meaning of every field; those of a part stand behind it, as `when.date`."""
    schema = record.model_json_schema(mode="serialization")
    return tuple(_fields(schema, schema.get("$defs", {}), words))


def _fields(
    schema: Mapping[str, Any], known: Mapping[str, Any], words: Mapping[str, str], before: str = ""
) -> Iterator[Field]:
    for name, told in schema["properties"].items():
        yield Field(f"{before}{name}", _type(told, words), told["description"])
        part = _part(told)
        if part and before.count(".") < DEEPEST:
            yield from _fields(known[part], known, words, f"{before}{name}.")


def _type(told: Mapping[str, Any], words: Mapping[str, str]) -> str:
    """In plain words: text, whole number, list of texts, one of some words, nothing."""
    if "anyOf" in told:
        return words["or"].format(either=_type(told["anyOf"][0], words), other=_type(told["anyOf"][1], words))
    if "enum" in told:
        return words["enum"].format(words=", ".join(told["enum"]))
    if "$ref" in told:
        return words["part"]
    if told["type"] == "array":
        return words["parts"] if "$ref" in told["items"] else words["list"].format(of=_type(told["items"], words))
    return words[told.get("format", told["type"])]


def _part(told: Mapping[str, Any]) -> str:
    """The name of the record that a field, or each entry of its list, is."""
    for place in (told, told.get("items", {}), *told.get("anyOf", ())):
        if "$ref" in place:
            return str(place["$ref"]).rpartition("/")[2]
    return ""
