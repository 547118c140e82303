"""The schemas that editors use are those of the records, and take what the program takes."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from generator.content import schema
from generator.content.ids import ids_schema
from generator.content.model import FactFile
from generator.content.reading import HOLDS
from tests.folders import HERE, ROOT, texts_of
from tests.test_handbook import records_in

WRITTEN = {**schema.schemas(), **schema.extraction_schemas()}
SCHEMAS = {name: json.loads(text) for name, text in WRITTEN.items()}
TEXTS = {path: text for path, text in texts_of(HERE / "small").items() if path.endswith(".yml")}
IDS, IDS_TEXT = ids_schema(TEXTS)
KNOWN: Registry[Any] = Registry().with_resource(IDS, DRAFT202012.create_resource(json.loads(IDS_TEXT)))
RECORDS = {record for holds in (*HOLDS.values(), FactFile) for record in records_in(holds)}


def faults(path: str, text: str) -> list[str]:
    """What an editor would underline, given the types that YAML gives to bare words."""
    kind = "facts" if "/facts/" in path else Path(path).stem
    written = json.loads(json.dumps(yaml.safe_load(text), default=str))
    return [error.message for error in validator(SCHEMAS[f"{kind}.schema.json"]).iter_errors(written)]


def validator(of: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator(of, registry=KNOWN)


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_folder_is_in_step(name: str, agrees: Callable[[Path, str], None]) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    agrees(ROOT / "schema" / name, WRITTEN[name])


@pytest.mark.parametrize("path", TEXTS)
def test_editors_take_what_the_program_takes(path: str) -> None:
    assert faults(path, TEXTS[path]) == []


def test_editors_take_bare_words_as_text() -> None:
    assert faults("content/themes.yml", "- {id: no, name: 2025, state_of_play: [{say: 1.5, from: [a]}]}") == []


def test_editors_underline_what_the_program_refuses() -> None:
    text = "- {id: Port, nmae: Port, aliases: the port, country:}"
    assert len(faults("content/organisations.yml", text)) == 5


def properties(of: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field of a schema, by its name."""
    if isinstance(of, list):
        for part in of:
            yield from properties(part)
    elif isinstance(of, dict):
        yield from of.get("properties", {}).items()
        for part in of.values():
            yield from properties(part)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_says_what_it_holds_with_an_example(name: str) -> None:
    """An example with ids stands in the description, or editors would offer ids that nobody registered."""
    found = list(properties({key: part for key, part in SCHEMAS[name].items() if key != "examples"}))
    assert found
    for field, told in found:
        assert "description" in told, field
        assert told.get("examples") or "For instance: `" in told["description"], field


@pytest.mark.parametrize("name", SCHEMAS)
def test_examples_are_of_the_kind_that_the_field_takes(name: str) -> None:
    whole = SCHEMAS[name]
    for field, told in properties(whole):
        for example in told.get("examples", []):
            faults = validator({"$defs": whole.get("$defs", {}), **told}).iter_errors(example)
            assert [error.message for error in faults] == [], field


def test_known_ids_are_those_of_the_registries_and_of_the_articles() -> None:
    assert json.loads(IDS_TEXT)["$defs"]["theme"] == {
        "enum": ["energy-links", "energy-prices"],
        "enumDescriptions": ["Energy links", "Energy prices"],
    }
    articles = json.loads(IDS_TEXT)["$defs"]["fact"]["anyOf"]
    assert [article["title"] for article in articles] == ["bergen-march", "oslo-cable"]


def test_a_new_entry_is_one_changed_line_of_the_known_ids() -> None:
    more = TEXTS | {"content/themes.yml": TEXTS["content/themes.yml"] + "- {id: harbours, name: Harbours}\n"}
    changed = set(ids_schema(more)[1].splitlines()) - set(IDS_TEXT.splitlines())
    assert len(changed) == 1
    assert IDS_TEXT.count("\n") == ids_schema(more)[1].count("\n")


def test_a_file_that_cannot_be_read_leaves_the_other_ids() -> None:
    broken = json.loads(ids_schema(TEXTS | {"content/themes.yml": "- {id: ["})[1])["$defs"]
    assert broken["theme"]["enum"] == []
    assert broken["leader"]["enum"] == ["jane-doe"]
