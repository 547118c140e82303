"""The orders of the desk: what a key asks for, as it is sent, and what is no order."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from generator.content.model import MarkName
from generator.content.values import Id

LONGEST = 2_000  # letters of a sentence or a reason; far more than any
Spot = Annotated[int, Field(ge=0, lt=1_000_000)]
Number = Annotated[int, Field(ge=1, lt=1_000_000)]
Ids = Annotated[tuple[Id, ...], Field(max_length=50, strict=False)]
Line = Annotated[str, Field(max_length=LONGEST)]


class Refused(Exception):
    """An order that is not carried out; its text says why, and what to do."""


class Conflict(Refused):
    """The file is no longer the one that an order was given for."""


class _Order(BaseModel):
    """What every order names: an article, and the file as it was when the order was given."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
    article: Id
    version: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class OfRun(_Order):
    """An order for words of a paragraph, from first to last, counted from 0."""

    paragraph: Number
    first: Spot
    last: Spot


class Skeleton(OfRun):
    """Words become a draft."""

    do: Literal["skeleton"]


class Passage(OfRun):
    """Words become the passage of a fact, or one more of its passages."""

    do: Literal["passage"]
    id: Id
    more: bool = False


class Word(_Order):
    """A fact or a draft says something else, and is about these."""

    do: Literal["word"]
    id: Id
    say: Line
    about: Ids | None = None


class Accept(_Order):
    """A draft becomes a fact, with these words and about these if there are any."""

    do: Literal["accept"]
    id: Id
    say: Line | None = None
    about: Ids | None = None


class Settle(_Order):
    """A fact and its sentences say the same, though they differ in these marks."""

    do: Literal["settle"]
    id: Id
    marks: Annotated[tuple[MarkName, ...], Field(min_length=1, strict=False)]


class Point(_Order):
    """The paragraphs that name whom a fact means without naming them."""

    do: Literal["point"]
    id: Id
    named: Annotated[dict[Id, Number], Field(min_length=1, max_length=20)]


class Rewrite(_Order):
    """The lines of a fact are written anew."""

    do: Literal["rewrite"]
    id: Id
    source: Annotated[str, Field(max_length=20_000)]


class Drop(_Order):
    """A draft goes."""

    do: Literal["drop"]
    id: Id


class Skip(_Order):
    """Paragraphs hold no fact."""

    do: Literal["skip"]
    first: Number
    last: Number
    because: Line


class Unskip(_Order):
    """Paragraphs are no longer skipped."""

    do: Literal["unskip"]
    first: Number
    last: Number


class Sign(_Order):
    """Somebody else has read these facts as they are."""

    do: Literal["sign"]
    facts: Annotated[Ids, Field(min_length=1)]


class Unsign(_Order):
    """Nobody else has read these facts after all."""

    do: Literal["unsign"]
    facts: Annotated[Ids, Field(min_length=1)]


Order = Skeleton | Passage | Word | Accept | Settle | Point | Rewrite | Drop | Skip | Unskip | Sign | Unsign
_ORDERS: TypeAdapter[Order] = TypeAdapter(Annotated[Order, Field(discriminator="do")])


def order_of(data: bytes) -> Order:
    """The order that a request holds; raises Refused for anything else."""
    try:
        return _ORDERS.validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"])) or "the order"
        raise Refused(f"this is no order of the desk: {where}: {first['msg']}") from None


def id_of(order: Order) -> str:
    """The fact that an order is for; empty where it is for none that is there."""
    return str(getattr(order, "id", ""))
