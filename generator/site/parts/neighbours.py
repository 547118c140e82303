"""What stands beside a page: before and after it in the order of its index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from generator.site.parts.page import Link, Neighbours, Page


@dataclass(frozen=True)
class Order:
    """The entries of an index, each with what it has before and after it."""

    before: Mapping[str, Link]
    after: Mapping[str, Link]

    @classmethod
    def of_index(cls, entries: Sequence[Link]) -> Self:
        pairs = [*pairwise(entries)]
        before = {later.url: earlier for earlier, later in pairs}
        return cls(before, {earlier.url: later for earlier, later in pairs})

    def of(self, page: Page) -> Neighbours:
        """What stands beside a page; one that is not in the index has nothing."""
        url = page.view.head.url
        if page.neighbours != Neighbours():
            return page.neighbours  # a part knows what stands beside it
        return Neighbours(self.before.get(url), self.after.get(url))


NO_ORDER = Order({}, {})
