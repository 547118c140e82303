"""How much of a list a page has room for: so many entries, and so many bytes of them.

What an entry weighs on a page is reckoned from its texts, before it is written: above what it comes to, not below.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache, partial
from operator import attrgetter
from typing import Any, TypeVar, cast

from generator.analysis.once import once
from generator.evidence.proving import BoundFact
from generator.site.parts.cards import FactCard, card
from generator.site.parts.context import RenderContext
from generator.site.render.markup import IN_LINE

ROOM = 220_000  # bytes of one list on a page of its own; frame, sources and citation take the rest of 300 kB
SOME = 30_000  # of each of several lists on one page
AROUND = 24  # what is written around a text: an element and its class
CARD = 1_200  # what is written around the texts of a card
T = TypeVar("T")
Size = Callable[[T], int]


def size(value: Any) -> int:
    """About how many bytes the texts of a value take on a page, those of all that it has included."""
    weight, waiting = 0, [value]
    while waiting:
        one = waiting.pop()
        kind = type(one)
        if kind is str:
            weight += _bytes(one) + AROUND if one else 0
        elif kind is tuple or kind is list:
            waiting += one
        elif parts := _parts_of(cast("Hashable", kind)):
            waiting += parts(one)
    return weight


def _bytes(text: str) -> int:
    """How many bytes a text takes where it is escaped as `html.escape` does it."""
    longer = 4 * text.count("&") + 3 * (text.count("<") + text.count(">")) + 5 * (text.count('"') + text.count("'"))
    return (len(text) if text.isascii() else len(text.encode())) + longer


@cache
def _parts_of(kind: type) -> Callable[[Any], Iterable[Any]] | None:
    """What gives the values that one of this type has; nothing for those that have none of their own."""
    if issubclass(kind, str):
        return lambda text: (str(text),)
    if is_dataclass(kind):
        names = tuple(field.name for field in fields(kind))
        return attrgetter(*names) if len(names) > 1 else lambda one: [getattr(one, name) for name in names]
    if issubclass(kind, Mapping):
        return lambda one: one.values()
    return list if issubclass(kind, (tuple, list)) else None


def card_size(shown: FactCard) -> int:
    """Its sentence stands in the card, beside two links and in the citation; of what agrees, the first is shown."""
    texts = (shown.say, shown.say, shown.say, shown.cite, shown.report, shown.via, shown.passages)
    more = (shown.named, shown.computed, shown.answers, shown.notes)
    links = (*shown.mentions[:IN_LINE], *shown.themes[:IN_LINE])
    return CARD * (1 + len(shown.agreements)) + size(texts) + size(more) + size(links) + AROUND * len(links)


def fact_size(context: RenderContext) -> Size[BoundFact]:
    """What measures facts by their cards."""
    return partial(_size_of_fact, context)


@once
def _size_of_fact(context: RenderContext, fact: BoundFact) -> int:
    return card_size(card(context, fact))


def fits(entries: Sequence[T], most: int, size: Size[T] = size, room: int = ROOM) -> bool:
    """Whether a page has room for all of a list."""
    return len(fitting(entries, most, size, room)) == len(entries)


def fitting(entries: Sequence[T], most: int, size: Size[T] = size, room: int = ROOM) -> Sequence[T]:
    """The first entries of a list, as many as there is room for: at least one."""
    weight = 0
    for number, entry in enumerate(entries[:most]):
        weight += size(entry)
        if weight > room and number:
            return entries[:number]
    return entries[:most]


def runs(entries: Iterable[T], most: int, size: Size[T] = size, room: int = ROOM) -> list[tuple[T, ...]]:
    """All of a list in runs that a page has room for; an entry that is too large alone stands alone."""
    found, run, weight = list[tuple[T, ...]](), list[T](), 0
    for entry in entries:
        more = size(entry)
        if run and (len(run) == most or weight + more > room):
            found.append(tuple(run))
            run, weight = [], 0
        run.append(entry)
        weight += more
    return [*found, tuple(run)] if run else found
