"""What stands beside a page: before and after it in the order of its index, and the pages it shares most facts with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.content.kinds import SUBJECTS
from generator.site.parts.context import Book
from generator.site.parts.page import Around, Head, Link, Page, Related
from generator.views.articles import articles_view
from generator.views.countries import countries_view
from generator.views.events import events_view
from generator.views.leaders import leaders_view
from generator.views.questions import questions_view
from generator.views.themes import themes_view

MOST = 5  # more pages than a reader takes in at a glance


def placed(book: Book, pages: Iterable[Page]) -> Iterator[Page]:
    """The same pages, each knowing what stands beside it."""
    before, after = _neighbours(_orders(book))
    for page in pages:
        head = page.view.head
        heading = book.words["frame"]["related"].get(head.entry[0], "")
        yield replace(page, around=Around(before.get(head.url), after.get(head.url), heading, _related(book, head)))


def _orders(book: Book) -> Iterator[Sequence[Link]]:
    """The entries of each index in the order in which it lists them."""
    yield [person.link for group in leaders_view(book).groups for person in group.people]
    yield [country.link for country in countries_view(book).countries]
    yield [organisation.link for organisation in countries_view(book).organisations]
    yield [theme.link for group in themes_view(book).groups for theme in group.themes]
    yield events_view(book).events
    questions = questions_view(book)
    groups = (*questions.sources, *questions.speakers)
    yield [comparison.question for group in groups for comparison in group.comparisons]
    yield [entry.line.link for entry in articles_view(book).articles]


def _neighbours(orders: Iterable[Sequence[Link]]) -> tuple[Mapping[str, Link], Mapping[str, Link]]:
    before: dict[str, Link] = {}
    after: dict[str, Link] = {}
    for order in orders:
        for one, other in pairwise(order):
            after[one.url], before[other.url] = other, one
    return before, after


def _related(book: Book, head: Head) -> tuple[Related, ...]:
    """The entries of the same registry that the facts on an entry name most, then by name."""
    section, name = head.entry
    if section not in SUBJECTS:
        return ()
    others = getattr(book.briefing.content, section).keys() - {name}
    shared = Counter(id for fact in book.briefing.facts_on(name) for id in fact.subjects & others)
    found = [Related(book.link(id), times) for id, times in shared.items()]
    return tuple(sorted(found, key=lambda one: (-one.facts, one.link.name.casefold(), one.link.url))[:MOST])
