"""What stands beside a page: before and after it in the order of its index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from generator.site.parts.page import Link, Neighbours, Page


@dataclass(frozen=True)
class Order:
    """The entries of all indexes, each with what its index has before and after it."""

    before: Mapping[str, Link]
    after: Mapping[str, Link]

    @classmethod
    def of_indexes(cls, orders: Iterable[Sequence[Link]]) -> Self:
        before: dict[str, Link] = {}
        after: dict[str, Link] = {}
        for order in orders:
            for earlier, later in pairwise(order):
                after[earlier.url], before[later.url] = later, earlier
        return cls(before, after)

    def of(self, page: Page) -> Neighbours:
        """What stands beside a page; one that is in no index has nothing."""
        url = page.view.head.url
        if page.neighbours != Neighbours():
            return page.neighbours  # a part knows what stands beside it
        return Neighbours(self.before.get(url), self.after.get(url))
