"""The ids that a dossier gives out, for editors that offer them; a file with mistakes offers what can be read of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from generator.content import yaml_tree
from generator.content.countries import places
from generator.content.model import FactFile
from generator.content.paths import is_fact_file
from generator.content.reading import HOLDS
from generator.content.references import ContentFile
from generator.content.schema import DIALECT, IDS
from generator.content.yaml_tree import Node, Scalar
from generator.problems import Malformed


def ids_schema(texts: Mapping[str, str]) -> tuple[str, str]:
    """Name and text of the schema that all others refer to: a line for each registry and each article."""
    kinds = {kind: json.dumps(_names(texts, path), ensure_ascii=False) for kind, path in _registries().items()}
    articles = ",\n".join(f"      {json.dumps(facts)}" for facts in _facts(texts))
    fact = f'{{"anyOf": [\n{articles}\n    ]}}' if articles else '{"enum": []}'
    lines = ",\n".join(f'    "{kind}": {names}' for kind, names in sorted((kinds | {"fact": fact}).items()))
    return IDS, f'{{\n  "$schema": "{DIALECT}",\n  "title": "ids of this dossier",\n  "$defs": {{\n{lines}\n  }}\n}}\n'


def _registries() -> dict[str, str]:
    """The kind of id that each registry gives out, and its path."""
    kinds = {ContentFile(holds, None).kind: path for path, holds in HOLDS.items()}
    return {kind: path for kind, path in kinds.items() if kind}


def _names(texts: Mapping[str, str], path: str) -> dict[str, list[str]]:
    """Ids, each with what people call it."""
    root = _tree(texts, path)
    entries = root.items if isinstance(root, yaml_tree.Sequence) else ()
    named = {_text(entry, "id"): _name(entry) for entry in entries}
    name_by_id = {id: name for id, name in sorted(named.items()) if id}
    return {"enum": list(name_by_id), "enumDescriptions": list(name_by_id.values())}


def _name(entry: Node) -> str:
    place = places().get(_text(entry, "code"))
    return _text(entry, "name") or _text(entry, "question") or (place.name if place else "")


def _facts(texts: Mapping[str, str]) -> Iterator[dict[str, object]]:
    for path in sorted(texts):
        if is_fact_file(path):
            ids = sorted(id_node.text for id_node in ContentFile(FactFile, _tree(texts, path)).ids if id_node.text)
            yield {"title": PurePosixPath(path).stem, "enum": ids}


def _tree(texts: Mapping[str, str], path: str) -> Node | None:
    try:
        return yaml_tree.parse(texts[path], path) if path in texts else None
    except Malformed:
        return None


def _text(entry: Node, field: str) -> str:
    value = entry.child(field)
    return value.text if isinstance(value, Scalar) else ""
