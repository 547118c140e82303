"""What stands beside a page: before and after it in the order of its index, and the pages it shares most facts with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.content.kinds import SUBJECTS
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Head, Link, Neighbours, Page, Related

MOST = 5  # more pages than a reader takes in at a glance


def with_neighbours(context: RenderContext, pages: Iterable[Page], orders: Iterable[Sequence[Link]]) -> Iterator[Page]:
    """The same pages, each knowing what stands beside it in the order of its index."""
    before, after = _before_and_after(orders)
    for page in pages:
        head = page.view.head
        heading = context.words["frame"]["related"].get(head.entry[0], "")
        yield replace(
            page, neighbours=Neighbours(before.get(head.url), after.get(head.url), heading, _related(context, head))
        )


def _before_and_after(orders: Iterable[Sequence[Link]]) -> tuple[Mapping[str, Link], Mapping[str, Link]]:
    before: dict[str, Link] = {}
    after: dict[str, Link] = {}
    for order in orders:
        for earlier, later in pairwise(order):
            after[earlier.url], before[later.url] = later, earlier
    return before, after


def _related(context: RenderContext, head: Head) -> tuple[Related, ...]:
    """The entries of the same registry that the facts on an entry name most, then by name."""
    section, name = head.entry
    if section not in SUBJECTS:
        return ()
    others = getattr(context.briefing.content, section).keys() - {name}
    shared = Counter(id for fact in context.briefing.facts_on(name) for id in fact.subjects & others)
    related = [Related(context.link(id), times) for id, times in shared.items()]
    return tuple(sorted(related, key=lambda entry: (-entry.facts, entry.link.name.casefold(), entry.link.url))[:MOST])
