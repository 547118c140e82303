"""A feed in parts (RFC 5005): what is new is subscribed to, and what there is no room for stands in archives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")
Day = Callable[[Item], dt.date]
ENOUGH = 100  # entries of a feed, and of each of its archives


@dataclass(frozen=True)
class Part(Generic[Item]):
    """A document by its path, and the paths of those that it leads to, by what they are to it."""

    path: str
    items: Sequence[Item]  # those of the newest edition first
    links: Mapping[str, str]


def parts(path: str, current: str, items: Sequence[Item], on: Day[Item], last: Day[Item]) -> Iterator[Part[Item]]:
    """The feed at a path, and its archives below the path that it has now, which may be another.

    The items are in order of what they are about; each is new on a day, and was last changed on one. An archive that
    is full has the same items for good, as long as these stand; one that was changed is told anew besides.
    """
    newest = sorted(items, key=last)[-ENOUGH:]
    archives = _archives(items, newest, on)
    paths = [f"{current.removesuffix('.xml')}/{number}.xml" for number in range(1, len(archives) + 1)]
    yield Part(path, _by_day(newest, last), {"prev-archive": paths[-1]} if paths else {})
    for number, archive in enumerate(archives if path == current else ()):
        beside = {"prev-archive": paths[:number][-1:], "next-archive": paths[number + 1 : number + 2]}
        links = {"current": current, **{rel: other for rel, others in beside.items() for other in others}}
        yield Part(paths[number], _by_day(archive, on), links)


def _archives(items: Sequence[Item], newest: Sequence[Item], on: Day[Item]) -> list[list[Item]]:
    """The oldest first, as many as it takes to have all that are not among the newest."""
    kept, lasting = {id(item) for item in newest}, sorted(items, key=on)
    until = max((place for place, item in enumerate(lasting, 1) if id(item) not in kept), default=0)
    return [lasting[first : first + ENOUGH] for first in range(0, until, ENOUGH)]


def _by_day(items: Sequence[Item], day: Day[Item]) -> list[Item]:
    """The newest edition first; within one, as they are."""
    return sorted(items, key=lambda item: -day(item).toordinal())
