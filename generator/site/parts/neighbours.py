"""What stands beside a page: before and after it in the order of its index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.site.parts.page import Link, Neighbours, Page


def with_neighbours(pages: Iterable[Page], orders: Iterable[Sequence[Link]]) -> Iterator[Page]:
    """The same pages, each knowing what stands beside it in the order of its index."""
    before, after = _before_and_after(orders)
    for page in pages:
        url = page.view.head.url
        yield replace(page, neighbours=Neighbours(before.get(url), after.get(url)))


def _before_and_after(orders: Iterable[Sequence[Link]]) -> tuple[Mapping[str, Link], Mapping[str, Link]]:
    before: dict[str, Link] = {}
    after: dict[str, Link] = {}
    for order in orders:
        for earlier, later in pairwise(order):
            after[earlier.url], before[later.url] = later, earlier
    return before, after
