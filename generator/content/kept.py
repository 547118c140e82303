"""What a file holds, kept by its text: its records, where each stands, and the ids that it gives out and refers to.

A file that is kept was read without a mistake. Its YAML is not read again, until somebody asks what was written.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any, get_args

from generator.content.record import Record
from generator.content.references import Told
from generator.content.written import Spot, Written, WrittenFile, places_of
from generator.content.yaml_tree import Node
from generator.work.canonical import Digests
from generator.work.digests import digest_of
from generator.work.store import Keeping

STEP = "file"  # in the store


@dataclass(frozen=True)
class Held:
    """What was made of one file; `spots` are those of its records, in order of writing; `places`, of all its values."""

    value: Any
    spots: tuple[Spot | None, ...]
    places: bytes
    told: Told


def found(store: Keeping, path: str, text: str) -> Held | None:
    """What is kept of a file with this text, its records with their places; nothing where it is not kept."""
    held = store.get(STEP, digest_of((path, text)))
    if not isinstance(held, Held):
        return None
    _place(held, path, text)
    return held


def held(value: Any, told: Told, root: Node) -> Held:
    """What is to be kept of a file that was read without a mistake; its tree is no longer needed for places.

    What it tells, with the digest of its records: the same for two texts that differ in remarks alone.
    """
    spots = tuple((place.line, place.column) if (place := record.written_at) else None for record in records(value))
    return Held(value, spots, places_of(root), replace(told, digest=Digests().of(value)))


def keep(store: Keeping, path: str, text: str, held: Held) -> None:
    """Keeps what a file with this text holds, and gives its records their places."""
    store.put(STEP, digest_of((path, text)), held)
    _place(held, path, text)


def _place(held: Held, path: str, text: str) -> None:
    file = WrittenFile(path, text, held.places)
    for record, spot in zip(records(held.value), held.spots, strict=True):
        record.stands_at(Written(file, spot) if spot else None)


def records(value: Any) -> list[Record]:
    """Every record inside a value, in order of writing."""
    found: list[Record] = []
    _gather(value, found)
    return found


def _gather(value: Any, found: list[Record]) -> None:
    if isinstance(value, Record):
        found.append(value)
        for name in fields_with_records(type(value)):
            if inner := getattr(value, name):
                _gather(inner, found)
    elif isinstance(value, tuple):
        for part in value:
            _gather(part, found)
    elif isinstance(value, dict):
        for part in value.values():
            _gather(part, found)


@cache
def fields_with_records(record: type[Record]) -> tuple[str, ...]:
    """The fields that may hold records: of most, none does."""
    return tuple(name for name, field in record.model_fields.items() if _may_hold_one(field.annotation))


def _may_hold_one(hint: Any) -> bool:
    return (
        hint is Any or (isinstance(hint, type) and issubclass(hint, Record)) or any(map(_may_hold_one, get_args(hint)))
    )
