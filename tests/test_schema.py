"""The schemas that editors use are those of the records, and take what the program takes."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.content import schema
from tests.folders import texts_of

HERE = Path(__file__).parent
SCHEMAS = {name: json.loads(text) for name, text in schema.schemas().items()}
TEXTS = {path: text for path, text in texts_of(HERE / "small").items() if path.endswith(".yml")}


def faults(path: str, text: str) -> list[str]:
    """What an editor would underline, given the types that YAML gives to bare words."""
    kind = "facts" if "/facts/" in path else Path(path).stem
    written = json.loads(json.dumps(yaml.safe_load(text), default=str))
    return [error.message for error in Draft202012Validator(SCHEMAS[f"{kind}.schema.json"]).iter_errors(written)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_folder_is_in_step(name: str, agrees: Callable[[Path, str], None]) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    agrees(HERE.parent / "schema" / name, schema.schemas()[name])


@pytest.mark.parametrize("path", TEXTS)
def test_editors_take_what_the_program_takes(path: str) -> None:
    assert faults(path, TEXTS[path]) == []


def test_editors_take_bare_words_as_text() -> None:
    assert faults("content/themes.yml", "- {id: no, name: 2025, state_of_play: [{say: 1.5, from: [a]}]}") == []


def test_editors_underline_what_the_program_refuses() -> None:
    text = "- {id: Port, nmae: Port, aliases: the port, country:}"
    assert len(faults("content/organisations.yml", text)) == 5
