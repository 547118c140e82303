"""How each text that people write is bound: an article proves it, or it is ours and no more than that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, BeforeValidator

T = TypeVar("T")
Path = tuple[str | int, ...]


class Mark(Enum):
    """What stands behind the text of a field."""

    BOUND = "its names, numbers and quotations are checked, and `check` tells what nothing behind it has"
    OURS = "nothing checks it: it proves nothing, is counted nowhere as proved, and the page on method names it"


Bound = Annotated[T, Mark.BOUND]
Ours = Annotated[T, Mark.OURS]


@cache
def marks(record: type[BaseModel]) -> Mapping[str, Mark | None]:
    """The fields of a record that hold texts, each with its mark; None where one was forgotten or two disagree."""
    mark_by_field = {}
    for name, field in record.model_fields.items():
        texts = set(_marks_of(field.annotation, field.metadata, None))
        if texts:
            mark_by_field[name] = texts.pop() if len(texts) == 1 else None
    return mark_by_field


def texts(record: BaseModel, mark: Mark) -> Iterator[tuple[Path, str]]:
    """Every text of a record, but not of the records inside it, that bears a mark, with its path; none is empty."""
    for name, field_mark in marks(type(record)).items():
        if field_mark is mark:
            yield from _texts_in(getattr(record, name), (name,))


def _marks_of(hint: Any, metadata: Any, outer: Mark | None) -> Iterator[Mark | None]:
    """The mark of each text in a type; an outer one holds for all inside it."""
    mark = next((annotation for annotation in metadata if isinstance(annotation, Mark)), outer)
    arguments = get_args(hint)
    if get_origin(hint) is Annotated:
        yield from _marks_of(arguments[0], arguments[1:], mark)
    elif hint is str:
        if not any(
            isinstance(annotation, BeforeValidator) for annotation in metadata
        ):  # ids, addresses and codes are no texts
            yield mark
    else:
        for argument in arguments:
            yield from _marks_of(argument, (), mark)


def _texts_in(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from _texts_in(part, (*path, number))
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _texts_in(part, (*path, key))
