"""The digest of a value: the same for equal values, in whatever process they were made and whatever they share.

Values are records and plain ones: texts, numbers, days, members of an enumeration, tuples, lists, mappings, sets,
dataclasses by the fields that they are compared by, and records of pydantic by their fields.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

LEAVES = frozenset((str, int, float, bool, bytes, type(None)))
FORMAT = 2  # of marshal: the last that does not tell whether two equal values are one


class Digests:
    """Digests values; each record of the `shared` types is looked at once, however many values hold it."""

    def __init__(self, *shared: type) -> None:
        self._shared = shared
        self._known: dict[int, tuple[object, bytes]] = {}  # by identity, and held, so that no other takes its place

    def of(self, *values: object) -> str:
        """The digest of these values; raises TypeError where one holds what is neither a record nor plain."""
        return hashlib.sha256(marshal.dumps(self._plain(values), FORMAT)).hexdigest()

    def _plain(self, value: Any) -> Any:
        kind = type(value)
        if kind in LEAVES:
            return value
        if kind is tuple or kind is list:
            return (kind.__name__, *self._each(value))
        if kind in self._shared:
            return self._once(value)
        return self._parts(kind, value)

    def _each(self, values: Iterable[Any]) -> list[Any]:
        """As `_plain` has each, which is not called for the leaves: they are most."""
        return [value if type(value) in LEAVES else self._plain(value) for value in values]

    def _once(self, value: Any) -> bytes:
        known = self._known.get(id(value))
        if known is None or known[0] is not value:
            data = marshal.dumps(self._parts(type(value), value), FORMAT)
            known = self._known[id(value)] = value, hashlib.sha256(data).digest()
        return known[1]

    def __getstate__(self) -> dict[str, Any]:
        """Another process has other identities."""
        return {"_shared": self._shared, "_known": {}}

    def _parts(self, kind: type, value: Any) -> tuple[Any, ...]:
        name = _name(kind)
        if taken := _parts_of(kind):
            return (name, *self._each(taken(value)))
        if isinstance(value, Mapping):
            return (name, *((self._plain(key), self._plain(held)) for key, held in value.items()))
        if isinstance(value, Set):
            if all(type(held) is str for held in value):
                return (name, *sorted(value))
            return (name, *sorted(marshal.dumps(self._plain(held), FORMAT) for held in value))
        raise TypeError(f"{name} is neither a record nor plain")


@cache
def _name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


@cache
def _parts_of(kind: type) -> Callable[[Any], tuple[Any, ...]] | None:
    """What gives the parts of a record of this type; nothing for other types."""
    if issubclass(kind, Enum):
        return lambda member: (member.value,)
    if is_dataclass(kind):
        return _getter(tuple(field.name for field in fields(kind) if field.compare))
    if hasattr(kind, "model_fields"):
        return _getter(tuple(kind.model_fields))
    if issubclass(kind, (date, time, Decimal)):
        return lambda value: (str(value),)
    plain = next((base for base in (str, int, float, bytes, tuple) if issubclass(kind, base)), None)
    return (lambda value: (plain(value),)) if plain else None


def _getter(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: tuple(getattr(record, name) for name in names)
