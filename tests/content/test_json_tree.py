"""JSON of programs is read with its places, and all that is wrong with it is told in the words of the content."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content import json_tree, shape
from generator.content.extraction import Extracts
from generator.problems import Malformed

JSON = "write JSON as the schema has it, and nothing before or behind it"
REFUSED = {
    "": f"x:1:1: EMPTY-FILE: there is nothing to read; {JSON}",
    " \n": f"x:2:1: EMPTY-FILE: there is nothing to read; {JSON}",
    "Here: {}": "x:1:1: NOT-JSON: this is no value of JSON; put texts in double quotation marks",
    "{} done": f"x:1:4: NOT-JSON: something follows the end of the JSON; {JSON}",
    "[1,\n 2": f"x:2:3: NOT-JSON: a comma or a closing bracket is missing; {JSON}",
    "[1,]": "x:1:4: NOT-JSON: this is no value of JSON; put texts in double quotation marks",
    "[01]": "x:1:2: NOT-JSON: this is no value of JSON; put texts in double quotation marks",
    "{'a': 1}": 'x:1:2: NOT-JSON: a key in double quotation marks is missing; write `"key": value`',
    '{"a" 1}': 'x:1:6: NOT-JSON: a colon is missing; write `"key": value`',
    '{"a": 1, "a": 2}': "x:1:10: DUPLICATE-KEY: the key `a` stands twice, first on line 1; keep one",
    '{"a": null, "a": 2}': "x:1:13: DUPLICATE-KEY: the key `a` stands twice, first on line 1; keep one",
    '["open]': "x:1:2: NOT-JSON: a text cannot be read: unterminated string starting at; escape it as JSON does",
    '["a\tb"]': "x:1:4: NOT-JSON: a text cannot be read: invalid control character at; escape it as JSON does",
    '["\\ud800"]': "x:1:2: CONTROL-CHARACTER: the character U+D800 cannot be seen and is not text; leave it out",
    "[" * 100: "x:1:41: TOO-DEEP: this is more than 40 levels deep; write it flatter",
    "["
    + "1," * 100_000
    + "1]": "x:1:200000: TOO-MANY-VALUES: there are more than 100,000 values; propose less at once",
    f'["{"a" * 2_000_000}"]': "x:1:1: TOO-LARGE: this has 2,000,004 bytes, and 2,000,000 is the most that is read; "
    "propose less at once",
}


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: repr(text[:12]))
def test_what_is_no_json_is_told_with_its_place(text: str) -> None:
    with pytest.raises(Malformed) as refused:
        json_tree.parse(text, "x")
    assert str(refused.value) == REFUSED[text]


PLAIN = st.text(st.characters(codec="ascii", categories=("L", "N", "P", "S")))
VALUES = st.recursive(
    PLAIN | st.integers() | st.booleans(), lambda inner: st.lists(inner) | st.dictionaries(PLAIN, inner)
)


def as_text(value: object) -> object:
    """The value as records take it: scalars are the texts that they were written with."""
    if isinstance(value, dict):
        return {key: as_text(part) for key, part in value.items()}
    return (
        tuple(map(as_text, value))
        if isinstance(value, list)
        else value
        if isinstance(value, str)
        else json.dumps(value)
    )


@given(VALUES, st.sampled_from([None, 1]))
def test_json_is_read_as_it_was_written(value: object, indent: int | None) -> None:
    assert json_tree.parse(json.dumps(value, indent=indent), "x").data() == as_text(value)


@given(st.text(st.sampled_from('{}[]",:\\ut1e.-n \n')))
def test_no_text_is_read_that_json_does_not_know(text: str) -> None:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        with pytest.raises(Malformed):
            json_tree.parse(text, "x")


def test_null_is_as_if_it_were_left_out() -> None:
    assert json_tree.parse('{"a": null, "b": [null, "c"]}', "x").data() == {"b": ("c",)}


SHAPES = {
    '{"proposals": [{"passag": "a", "kind": "fact"}]}': (
        "x:1:16: MISSING-FIELD: the field `passage` is missing; add `passage:`\n"
        "x:1:17: UNKNOWN-FIELD: there is no field `passag` here; did you mean `passage`?\n"
        "x:1:40: BAD-VALUE: expected `statement`, `commitment`, `demand`, `position`, `event`, `meeting`, `figure`, "
        "`attack`, `background` or `outlook`, found `fact`"
    ),
    '{"proposals": [{"passage": "a",\n "when": "May", "paragraph": 1.5, "agrees": ["negation"]}]}': (
        "x:2:10: BAD-DATE: expected a date such as 2024-05-31, found `May`\n"
        "x:2:30: BAD-NUMBER: expected a whole number such as 12, found `1.5`\n"
        "x:2:35: UNKNOWN-FIELD: there is no field `agrees` here; the fields are passage, paragraph, who, via, kind, "
        "say, about, named, when, event, by, to, answers, computed"
    ),
    '[{"passage": "a"}]': "x:1:1: WRONG-TYPE: expected fields, found a list",
}


@pytest.mark.parametrize("text", SHAPES)
def test_what_does_not_fit_the_schema_is_told_all_at_once(text: str) -> None:
    with pytest.raises(Malformed) as refused:
        shape.read(Extracts, json_tree.parse(text, "x"))
    assert str(refused.value) == SHAPES[text]
