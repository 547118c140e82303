"""The JSON Schema of every kind of content file, made from the records: editors complete and underline."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Any

from pydantic import TypeAdapter

from generator.content.extraction import Extracts, GivenArticle
from generator.content.model import FactFile
from generator.content.reading import HOLDS
from generator.content.values import ID_PATTERN, REFERS

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDS = "ids.schema.json"
# A bare 2025, no or 1.5 is a text to us; an editor sees a number or a boolean.
SCALARS = ["string", "number", "boolean"]


def schemas() -> dict[str, str]:
    """File name → text of every schema, such as `leaders.schema.json`."""
    kinds = {PurePosixPath(path).stem: holds for path, holds in HOLDS.items()} | {"facts": FactFile}
    return {f"{kind}.schema.json": _schema(kind, holds) for kind, holds in sorted(kinds.items())}


def extraction_schemas() -> dict[str, str]:
    """File name → text of the schemas of what an extractor is handed, and of what it hands back."""
    handed, back = TypeAdapter(GivenArticle).json_schema(mode="serialization"), TypeAdapter(Extracts).json_schema()
    return {
        "extractor-input.schema.json": _written("what an extractor is handed", handed),
        "extractor-output.schema.json": _written("what an extractor hands back", _tidy(back)),
    }


def _schema(kind: str, holds: Any) -> str:
    return _written(f"content/{kind}", _tidy(TypeAdapter(holds).json_schema()))


def _written(title: str, made: dict[str, Any]) -> str:
    return json.dumps({"$schema": DIALECT, "title": title, **made}, indent=2, ensure_ascii=False) + "\n"


def _tidy(schema: Any) -> Any:
    """The schema as people write its values: nothing is null, every scalar is a text, and only records have titles."""
    if isinstance(schema, list):
        return [_tidy(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if "examples" in schema and _refers(schema):
        schema = _with_example(schema)
    schema = {
        key: part if key == "examples" else _tidy(part)
        for key, part in schema.items()
        if not _is_noise(key, part, schema)
    }
    if isinstance(schema.get("anyOf"), list):
        schema = _without_null(schema)
    if schema.get("type") == "string" and not {"enum", "const"} & schema.keys():
        schema["type"] = SCALARS
    return _offering_ids(schema) if REFERS in schema else schema


def _offering_ids(schema: dict[str, Any]) -> dict[str, Any]:
    """What refers to an entry offers every known id, and takes any other: it may have been registered just now."""
    kinds, words = schema.pop(REFERS), schema.pop("words")
    description = {"description": schema.pop("description")} if "description" in schema else {}
    registries: list[dict[str, Any]] = [{"$ref": f"{IDS}#/$defs/{kind}"} for kind in kinds]
    keywords = [{"enum": words}] if words else []
    any_id = {**schema, "type": ["string", "number"], "pattern": ID_PATTERN}  # or editors offer true and false
    return {"anyOf": [*registries, *keywords, any_id], **description}


def _refers(schema: dict[str, Any]) -> bool:
    parts = [*schema.get("anyOf", ()), *(schema[key] for key in ("items", "propertyNames") if key in schema)]
    return REFERS in schema or any(_refers(part) for part in parts)


def _with_example(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with its example in the description: editors offer examples as if their ids were registered."""
    rest = {key: part for key, part in schema.items() if key != "examples"}
    return {**rest, "description": f"{schema['description']} For instance: `{_example_text(schema['examples'][0])}`"}


def _example_text(example: Any) -> str:
    """The example as it stands in YAML."""
    return json.dumps(example, ensure_ascii=False).replace('"', "")


def _is_noise(key: str, part: Any, schema: dict[str, Any]) -> bool:
    """A title that repeats a field's name, and a default that says that a field may be left out."""
    return (key == "title" and isinstance(part, str) and "properties" not in schema) or (
        key == "default" and part in (None, [])
    )


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    kinds = [kind for kind in schema["anyOf"] if kind != {"type": "null"}]
    rest = {key: part for key, part in schema.items() if key != "anyOf"}
    return {**kinds[0], **rest} if len(kinds) == 1 else {"anyOf": kinds, **rest}
