"""What is imported late answers as it would have at once."""

import sys
from importlib import import_module

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tests.late import NAME, Late


@pytest.mark.parametrize(("value", "is_one"), [("https://example.org/ö?a=1#b", True), ("https://exa mple.org", False)])
def test_an_address_is_one_or_none(value: str, is_one: bool) -> None:
    validator = Draft202012Validator({"format": "iri"}, format_checker=FormatChecker(["iri"]))
    assert validator.is_valid(value) is is_one
    assert not isinstance(sys.modules[NAME], Late)
    assert import_module(NAME).is_valid_syntax("iri", value) is is_one
