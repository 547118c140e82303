"""Who reads a fact a second time signs it: the signatures of an article, kept by the program beside its fact file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Any

import yaml
from pydantic import BeforeValidator, Discriminator, Tag
from pydantic_core import PydanticCustomError

from generator.content.dates import Day
from generator.content.marks import Ours
from generator.content.record import Record
from generator.content.values import Id, Text

HEAD = (
    "# Written by `briefbook review`, never by hand: which facts somebody read a second time, on which day, what each\n"
    "# said, and a digest of the rest; or took back. A fact a line, so that two people can sign at once.\n"
)


def _digest(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch("[0-9a-f]{16}", value):
        raise PydanticCustomError("BAD-VALUE", "expected a digest of sixteen digits")
    return value


Digest = Annotated[str, BeforeValidator(_digest)]


class Signature(Record):
    """One reading of one fact: it holds as long as the fact says this and rests on this."""

    fact: Id
    day: Day
    of: Digest  # of all that was read besides `say`
    say: Ours[Text]


class TakenBack(Record):
    """The signatures of a fact up to this day count no longer, wherever they come from."""

    fact: Id
    unsigned: Day


class RecordRead(Record):
    """One reading of the article's own record: its title, day, publisher, origin and the rest."""

    record: Digest
    day: Day


def _kind(raw: Any) -> str:
    """Which of the three a line is, by the field that no other has."""
    fields = raw if isinstance(raw, dict) else getattr(raw, "model_fields_set", ())
    return next((name for name in ("record", "unsigned") if name in fields), "signed")


Line = Signature | TakenBack | RecordRead
WRITTEN: Any = Annotated[
    Annotated[Signature, Tag("signed")] | Annotated[TakenBack, Tag("unsigned")] | Annotated[RecordRead, Tag("record")],
    Discriminator(_kind),
]  # a line as it stands in a file


def dumps(lines: Iterable[Line]) -> str:
    """The file of an article's signatures: a line each, by fact and day, that of its record last."""
    ordered = sorted(set(map(_as_line, lines)))
    return HEAD + "".join(f"- {line}" for line in ordered)


def _as_line(line: Line) -> str:
    fields = line.model_dump()
    return yaml.safe_dump(fields, sort_keys=False, allow_unicode=True, default_flow_style=True, width=float("inf"))
