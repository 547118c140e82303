"""A tree read as records; where it does not fit, what the records expect in the words of the content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from generator.content import yaml_slips
from generator.content.record import Record
from generator.content.references import visit
from generator.content.values import as_id, check_id
from generator.content.yaml_tree import Located, Node
from generator.problems import Malformed, Place, Problem, nearest

SHOWN = 60  # characters of what was found; enough to know it again

EXPECTED = {
    "string_type": "a text",
    "string_too_short": "a text",
    "string_too_long": "a shorter text",
    "tuple_type": "a list",
    "dict_type": "fields",
    "model_type": "fields",
    "int_type": "a whole number such as 12",
    "date_type": "an exact day such as 2024-05-31",
    "is_instance_of": "a date such as 2024-05-31",
    "dataclass_exact_type": "paragraphs such as 7 or 7-9",
    "too_short": "one entry or more",
    "too_long": "a shorter list",
}


def read(holds: Any, root: Node) -> Any:
    """The value of type `holds` that the tree writes; raises Malformed with all that does not fit."""
    try:
        return _adapter(holds).validate_python(root.data())
    except ValidationError as error:
        records = {node.place: record for record, node in visit(holds, root) if isinstance(record, type)}
        faults = [fault for fault in error.errors() if not _is_echo(fault)]
        problems = (_with_its_space(_problem(fault, root, records), fault["input"]) for fault in faults)
        raise Malformed(*problems) from None


def article_id_problems(stem: str, place: Place) -> Iterator[Problem]:
    """The name of a fact file is the id of its article."""
    try:
        check_id(stem)
    except PydanticCustomError as error:
        yield Problem(place, "BAD-ID", f"{error.message()}, found `{stem}`", "rename the file")


@cache
def _adapter(holds: Any) -> TypeAdapter[Any]:
    return TypeAdapter(holds)


def _is_echo(error: ErrorDetails) -> bool:
    """A list is called too short when none of its items is right; that they are wrong is said already."""
    return error["type"] == "too_short" and error["input"] != ()


def _problem(error: ErrorDetails, root: Node, records: dict[Place, type[Record]]) -> Problem:
    path, value = _path_in_tree(root, error["loc"]), error["input"]
    place = root.key_at(*path) if error["loc"][-1:] == ("[key]",) else root.at(*path)
    field = str(error["loc"][-1]) if error["loc"] else ""
    match error["type"]:
        case "missing":
            return Problem(place, "MISSING-FIELD", f"the field `{field}` is missing", f"add `{field}:`")
        case "extra_forbidden":
            record = records[root.at(*path[:-1])]
            fields = [info.alias or name for name, info in record.model_fields.items()]
            what = f"there is no field `{field}` here"
            remedy = nearest(field, fields) or f"the fields are {', '.join(fields)}"
            if value == "" and not nearest(field, fields):  # the end of a text, as in `{say: Yes, they said}`
                remedy = "if it belongs to the text before the comma, put that in quotation marks"
            return Problem(root.key_at(*path), "UNKNOWN-FIELD", what, remedy)
    expected = f"expected {_expected(error)}"
    if value in ("", ()) or (isinstance(value, str) and not value.strip()):
        what = f"{expected}, found {'an empty list' if value == () else 'nothing'}"
        return Problem(place, "EMPTY-VALUE", what, "fill it, or leave the field out")
    if words := _words(error):
        return Problem(place, "BAD-VALUE", f"{expected}, found {_excerpt(value)}", nearest(str(value), words))
    if error["type"] in EXPECTED:
        return Problem(place, "WRONG-TYPE", f"{expected}, found {_excerpt(value)}", _rewritten(error))
    if isinstance(value, Located):  # a rule over several fields of one record
        return Problem(place, error["type"], expected)
    return Problem(place, error["type"], f"{expected}, found {_excerpt(value)}", _correction(error["type"], str(value)))


def _with_its_space(problem: Problem, value: Any) -> Problem:
    """A problem of a value that has a space in it which looks like a plain one, and which nobody would suspect."""
    space = yaml_slips.space_in(value) if isinstance(value, str) else ""
    if not space or problem.code in ("MISSING-FIELD", "UNKNOWN-FIELD", "EMPTY-VALUE"):
        return problem
    return replace(problem, what=f"{problem.what}, with {space} in it", remedy="type a plain space, or none")


def _path_in_tree(root: Node, loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """The part of pydantic's path that stands in the tree: without union tags, marks, and what is missing."""
    path: tuple[str | int, ...] = ()
    node = root
    for part in loc:
        if child := node.child(part):
            node, path = child, (*path, part)
    return path


def _expected(error: ErrorDetails) -> str:
    if words := _words(error):
        *most, last = [f"`{word}`" for word in words]
        return f"{', '.join(most)} or {last}" if most else last
    return EXPECTED.get(error["type"]) or error["msg"].removeprefix("expected ")


def _rewritten(error: ErrorDetails) -> str:
    """How what was written becomes what is expected, where that is easily said."""
    match error["type"], error["input"]:
        case "tuple_type", str():
            return "put it in brackets"
        case "string_type", _:
            return "put it in quotation marks"
        case "model_type" | "dict_type", str():
            return "write `key: value`"
    return ""


def _correction(code: str, value: str) -> str:
    """What was probably meant by an id or a code that is not written as one."""
    if code == "TOO-MANY-VALUES":
        return "divide the article in two, each with its part of the text"
    if code == "PAGE-ID":
        return "add a word that says what the fact tells"
    if code == "BAD-CODE" and re.fullmatch("[A-Za-z]{2}", value):
        return f"write `{value.upper()}`"
    return (
        f"write `{as_id(value)}`" if code == "BAD-ID" and 0 < len(as_id(value)) <= 64 and as_id(value) != value else ""
    )


def _words(error: ErrorDetails) -> list[str]:
    return re.findall(r"'([^']*)'", error["ctx"]["expected"]) if error["type"] == "literal_error" else []


def _excerpt(value: Any) -> str:
    if isinstance(value, Located):
        return "fields"
    if isinstance(value, tuple):
        return "a list"
    text = " ".join(str(value).split())
    return f"`{text if len(text) <= SHOWN else text[: SHOWN - 1] + '…'}`"
