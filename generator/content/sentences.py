"""What we say in our own words: every record whose texts rest on facts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.content.kept import fields_with_records
from generator.content.kinds import REGISTRIES
from generator.content.model import Claim, Fact, FactFile, Tombstone
from generator.content.reading import Content
from generator.content.record import Record
from generator.content.registries import Event

Statement = Any  # a record of ours with `from_`, the ids of the facts that it rests on


def statements(content: Content) -> Iterator[Statement]:
    """Every record that rests on facts; drafts and retired facts say nothing, and neither do their notes."""
    if "statements" not in content.kept:
        registered = content.site, *(getattr(content, registry) for registry in REGISTRIES)
        of_articles = (one for article, file in content.articles.items() for one in _of_file(content, article, file))
        content.kept["statements"] = *_grounded(registered), *of_articles
    return iter(content.kept["statements"])


def left_out(content: Content) -> Iterator[Statement]:
    """The records that rested on facts that were taken down and are not shown; locks still answer for them."""
    yield from (part.record for part in content.left_out)
    yield from _grounded(content.removed_events)


def event_proves(content: Content, event: Event) -> bool:
    """Whether what an event is called, and where and when it was, may prove what its facts say.

    It rests on facts, or did until a takedown; an event that is background alone proves nothing.
    """
    reduced = (part.record for part in content.left_out if isinstance(part.record, Event))
    return bool(event.from_) or any(record.id == event.id for record in reduced)


def _of_file(content: Content, article: str, file: FactFile) -> tuple[Statement, ...]:
    """Those of an article."""
    return content.once_of(article, file, "statements", None, lambda: tuple(_grounded(file)))


def _grounded(value: Any) -> list[Statement]:
    """Every record inside a value that rests on facts, in order of writing."""
    found: list[Statement] = []
    _gather(value, found)
    return [record for record in found if record.from_]


def _gather(value: Any, found: list[Any]) -> None:
    if isinstance(value, Record):
        if _is_silent(value):
            return
        if _may_rest(type(value)):
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
def _may_rest(record: type[Record]) -> bool:
    """Whether records of a type can rest on facts: most cannot."""
    return "from_" in record.model_fields or hasattr(record, "from_")


def _is_silent(record: Record) -> bool:
    return isinstance(record, Tombstone) or (isinstance(record, Claim) and not isinstance(record, Fact))
