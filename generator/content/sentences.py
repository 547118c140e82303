"""What we say in our own words: every record whose texts rest on facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.content.kept import fields_with_records
from generator.content.kinds import REGISTRIES
from generator.content.model import Claim, Fact, Tombstone
from generator.content.reading import Content
from generator.content.record import Record
from generator.content.registries import Event

Statement = Any  # a record of ours with `from_`, the ids of the facts that it rests on


def statements(content: Content) -> Iterator[Statement]:
    """Every record that rests on facts; drafts and retired facts say nothing, and neither do their notes."""
    if "statements" not in content.kept:
        content.kept["statements"] = tuple(record for record in _records(content) if getattr(record, "from_", ()))
    return iter(content.kept["statements"])


def left_out(content: Content) -> Iterator[Statement]:
    """The records that rested on facts that were taken down and are not shown; locks still answer for them."""
    yield from (part.record for part in content.left_out)
    yield from (record for record in _records(content.removed_events) if getattr(record, "from_", ()))


def event_proves(content: Content, event: Event) -> bool:
    """Whether what an event is called, and where and when it was, may prove what its facts say.

    It rests on facts, or did until a takedown; an event that is background alone proves nothing.
    """
    reduced = (part.record for part in content.left_out if isinstance(part.record, Event))
    return bool(event.from_) or any(record.id == event.id for record in reduced)


def _records(value: Any) -> Iterator[Record]:
    """Every record inside a value, in order of writing."""
    if isinstance(value, Content):
        yield from _records(value.site)
        for registry in REGISTRIES:
            yield from _records(getattr(value, registry))
        yield from _records(value.articles)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _records(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _records(part)
    elif isinstance(value, Record) and not _is_silent(value):
        yield value
        yield from (inner for name in fields_with_records(type(value)) for inner in _records(getattr(value, name)))


def _is_silent(record: Record) -> bool:
    return isinstance(record, Tombstone) or (isinstance(record, Claim) and not isinstance(record, Fact))
