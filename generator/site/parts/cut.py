"""Long lists, cut: what of them stands on a page, and the pages of their own on which all of them stand.

A page that would have more than `MOST` facts, or more text of them than there is room for, shows the weightiest of each
of its lists. All of them stand on pages by when they were reported: a page for each year; where a year has more, one
for each of its months; and a month that has more goes on, on pages with numbers. Other lists keep the first of their
entries, and stand whole on pages with numbers.
What such a page holds is its address, so that it stays when the list grows: a year that was one page becomes the list
of its months. Articles arrive in order of time, so that one more changes the last page of a list, and few others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import pairwise
from types import MappingProxyType
from typing import Any, Generic, TypeVar, cast

from generator.analysis.roles import Commitments
from generator.analysis.weight import by_weight
from generator.content import dates
from generator.content.dates import Edtf
from generator.evidence.proving import BoundFact
from generator.site.parts.concerned import Concerned
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Head, Link, Neighbours, Page, Part, View
from generator.site.parts.room import SOME, Size, fact_size, fits, fitting, runs, size

MOST = 80  # facts of a page: they weigh two thirds of what a page may
T = TypeVar("T")
V = TypeVar("V", bound=View)
UNDATED = "undated"
ENDS = tuple("?!.…:")  # of a title
FEW = 6  # of each list of facts, where there are more: they are seen at a glance
LINES = 24  # entries of another list that stay on its page


@dataclass(frozen=True)
class Kept:
    """Which facts of a list stand on a page: all of them, the weightiest, or those of a part."""

    context: RenderContext
    ids: frozenset[str] | None = None
    most: int | None = None

    @property
    def is_part(self) -> bool:
        return self.ids is not None

    def __call__(self, facts: Iterable[BoundFact]) -> tuple[BoundFact, ...]:
        if self.most is not None:
            weightiest = by_weight(self.context.briefing, facts)
            return tuple(fitting(weightiest, self.most, fact_size(self.context), SOME))
        return tuple(fact for fact in facts if self.ids is None or fact.id in self.ids)


def kept_commitments(promised: Commitments, kept: Kept) -> Commitments:
    made, received, announced, others = map(
        kept, (promised.made, promised.received, promised.announced, promised.others)
    )
    return Commitments(promised.party, made, received, announced, others)


def extent(kept: Kept, facts: Iterable[BoundFact]) -> dict[str, int]:
    """How many facts of how many articles a part has; the page that is cut tells of all of them."""
    ids = {fact.id: fact.article for fact in facts} if kept.is_part else {}
    return {"facts": len(ids), "articles": len({*ids.values()})} if ids else {}


@dataclass(frozen=True)
class Stretch(Generic[T]):
    """A year, a month, or a part of one: where its page stands, what that is called, and what it holds."""

    id: str
    name: str
    entries: tuple[T, ...]
    below: tuple[Stretch[T], ...] = ()

    @property
    def leaves(self) -> tuple[Stretch[T], ...]:
        return tuple(leaf for one in self.below for leaf in one.leaves) or (self,)


@dataclass(frozen=True)
class _Page(Generic[T]):
    """What a page has room for: so many entries, and what measures them."""

    most: int
    size: Size[T]


def by_time(
    context: RenderContext, facts: Iterable[BoundFact], most: int = MOST, size: Size[BoundFact] | None = None
) -> tuple[Stretch[BoundFact], ...]:
    """The years in which some facts were reported, in order of time, each with its months where it has too many.

    None, where all of them may stand on one page.
    """
    unique, size = {fact.id: fact for fact in facts}, size or fact_size(context)
    if fits([*unique.values()], most, size):
        return ()
    order = {article: number for number, article in enumerate(context.briefing.curated)}
    ordered = sorted(unique.values(), key=lambda fact: (_month_of_fact(context, fact), order[fact.article]))
    return by_month(context, ordered, lambda fact: _month_of_fact(context, fact), most, size)


def by_month(
    context: RenderContext, entries: Iterable[T], month: Callable[[T], str], most: int, size: Size[T] = size
) -> tuple[Stretch[T], ...]:
    """The years of some entries, each with its months where it has more than `most`, or more than there is room for."""
    years = _grouped(entries, lambda entry: _year(month(entry)))
    return tuple(_stretch(context, year, of, month, _Page(most, size)) for year, of in years.items())


def month_of(published: Edtf) -> str:
    """The month that a date begins in, or the year where that is all that is known; an open one is in neither."""
    if published.is_unknown or not published.start:
        return UNDATED
    day, precision = published.start.earliest, published.start.precision
    return f"{day:%Y-%m}" if precision in ("day", "month") else f"{day:%Y}" if precision == "year" else UNDATED


def _year(month: str) -> str:
    return month if month == UNDATED else month[:4]


def _month_of_fact(context: RenderContext, fact: BoundFact) -> str:
    """The month in which its article was published."""
    return month_of(context.briefing.article(fact.article).published)


def _stretch(
    context: RenderContext, year: str, entries: Sequence[T], month: Callable[[T], str], page: _Page[T]
) -> Stretch[T]:
    months = _grouped(entries, month)
    if fits(entries, page.most, page.size) or months.keys() == {year}:
        return in_runs(year, called(context, year), entries, page.most, page.size)
    vague = {f"{year}-{UNDATED}" if id == year else id: of for id, of in months.items()}
    below = tuple(in_runs(id, called(context, id), of, page.most, page.size) for id, of in vague.items())
    return Stretch(year, called(context, year), tuple(entries), below)


def in_runs(id: str, name: str, entries: Sequence[T], most: int, size: Size[T] = size) -> Stretch[T]:
    """One page, or several of which the first has the address that the one would have."""
    pages = runs(entries, most, size)
    if len(pages) == 1:
        return Stretch(id, name, pages[0])
    below = (Stretch(*numbered(id, name, n), run) for n, run in enumerate(pages))
    return Stretch(id, name, tuple(entries), tuple(below))


def called(context: RenderContext, id: str) -> str:
    """A year or a month as it is read."""
    year, _, month = id.partition("-")
    if UNDATED in (year, month):
        words = context.words["dates"]
        return str(words["no_month"].format(year=year) if month else words["undated"])
    return context.date(dates.parse(id))


def _grouped(entries: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = {}
    for entry in entries:
        groups.setdefault(key(entry), []).append(entry)
    return groups


Fill = Callable[[Kept], Mapping[str, Any]]  # the fields of a view that show facts, for those that are kept


def cut(
    context: RenderContext,
    page: Page,
    facts: Iterable[BoundFact] = (),
    fill: Fill | None = None,
    lists: Mapping[str, int] | None = None,
    most: int = MOST,
) -> Iterator[Page]:
    """A page and its parts, of at most so many facts: `facts` are all that `fill` shows; `lists` are the other fields,
    and how many of each stay.

    A page on which nothing is too long comes back as it is.
    """
    empty, parts, view, own = bare(page.view), dict(page.parts), page.view, []
    if fill and (years := by_time(context, facts, most)):
        view = filled(view, fill(Kept(context, most=FEW)))
        parts["facts"] = tuple(part_of(page.view.head, year) for year in years)
        own += list(_of_time(context, page, empty, years, fill))
    for name, most in (lists or {}).items():
        listed = getattr(view, name)
        if len(first := fitting(listed, most, size, SOME)) < len(listed):
            pages = beside_one_another(_of_number(context, page, empty, name, listed, max(most, MOST)))
            view = filled(view, {name: first})
            parts[name] = (Part(Link(pages[0].view.head.title, pages[0].view.head.url), len(listed)),)
            own += pages
    yield replace(page, view=view, parts=parts)
    yield from own


def filled(view: V, fields: Mapping[str, Any]) -> V:
    """The same view with other values in some of its fields."""
    return cast("V", replace(cast("Any", view), **fields))


def bare(view: V) -> V:
    """The same view without its lists: what a part of it begins with."""
    values = {field.name: getattr(view, field.name) for field in fields(cast("Any", view))}
    nothing: dict[str, Any] = {name: () for name, value in values.items() if isinstance(value, tuple)}
    nothing |= {name: Concerned((), ()) for name, value in values.items() if isinstance(value, Concerned)}
    return filled(view, nothing)


def part_of(head: Head, of: Stretch[T], count: Callable[[tuple[T, ...]], int] = len) -> Part:
    """A year or a month of a list as the page that is cut leads to it."""
    below = tuple(part_of(head, one, count) for one in of.below)
    return Part(part_link(head, of.id, of.name), count(of.entries), below)


def _of_time(
    context: RenderContext, page: Page, empty: View, years: Sequence[Stretch[BoundFact]], fill: Fill
) -> Iterator[Page]:
    """The pages of all years and months, each beside those before and after it."""
    leaves = [leaf for year in years for leaf in year.leaves]
    beside = in_order([part_of(page.view.head, leaf).link for leaf in leaves])
    for year in years:
        for month in year.below or (year,):
            siblings = tuple(part_of(page.view.head, one) for one in month.below)
            for leaf in month.leaves:
                kept = Kept(context, frozenset(fact.id for fact in leaf.entries))
                view = filled(empty, fill(kept))
                yield part_page(page, view, leaf.id, leaf.name, {"facts": siblings}, beside)
        if year.below and year.below[0].id != year.id:
            months = tuple(part_of(page.view.head, month) for month in year.below)
            kept = Kept(context, frozenset(fact.id for fact in year.entries))
            yield part_page(page, bare(filled(empty, fill(kept))), year.id, year.name, {"facts": months})


def numbered(id: str, name: str, n: int) -> tuple[str, str]:
    """What the pages of one list are called, from nought: the first has the address that one alone would have."""
    return (f"{id}-{n + 1}", f"{name} ({n + 1})") if n else (id, name)


def _of_number(
    context: RenderContext, page: Page, empty: View, name: str, listed: Sequence[Any], most: int
) -> Iterator[Page]:
    """The pages that have all of a list, as many entries as a page may have facts."""
    heading = context.words["parts"]["lists"][name]
    # How many facts the page tells of; this list has other things.
    counts = [count for count in ("facts", "articles") if isinstance(getattr(empty, count, None), int)]
    for n, run in enumerate(runs(listed, most)):
        view = filled(empty, {name: run, **dict.fromkeys(counts, 0)})
        yield part_page(page, view, *numbered(name.replace("_", "-"), heading, n))


def beside_one_another(pages: Iterable[Page]) -> list[Page]:
    """Pages in a row, each beside those before and after it."""
    listed = list(pages)
    beside = in_order([Link(page.view.head.title, page.view.head.url) for page in listed])
    return [replace(page, neighbours=beside[page.view.head.url]) for page in listed]


def by_stretches(
    page: Page,
    years: Sequence[Stretch[T]],
    view: Callable[[tuple[T, ...]], View],
    count: Callable[[tuple[T, ...]], int] = len,
) -> Iterator[Page]:
    """The pages below one that is cut: of each stretch what `view` says of its entries, and the lists of months."""
    leaves = [leaf for year in years for leaf in year.leaves]
    yield from beside_one_another(part_page(page, view(leaf.entries), leaf.id, leaf.name) for leaf in leaves)
    for year in (year for year in years if all(leaf.id != year.id for leaf in year.leaves)):
        months = tuple(part_of(page.view.head, month, count) for month in year.below)
        yield part_page(page, view(()), year.id, year.name, {"facts": months})


def part_page(
    page: Page,
    view: View,
    id: str,
    name: str,
    parts: Mapping[str, tuple[Part, ...]] = MappingProxyType({}),
    beside: Mapping[str, Neighbours] = MappingProxyType({}),
) -> Page:
    """A page below another that is too long, with what its view says, under the address of the other and its own id."""
    whole, title = page.view.head, titled(page.view.head.title, name)
    path, of = f"{whole.path.removesuffix('.md')}/{id}.md", Link(whole.title, whole.url)
    head = replace(whole, path=path, title=title, description=f"{title}. {whole.description}", whole=of)
    named = {"name": title} if hasattr(view, "name") else {}
    return replace(
        page,
        view=filled(view, {"head": head, **named}),
        parts=parts,
        neighbours=beside.get(head.url, Neighbours()),
    )


def titled(whole: str, name: str) -> str:
    """What a part of a page is called; a title that ends with a mark has no other behind it."""
    return f"{whole} {name}" if whole.endswith(ENDS) else f"{whole}: {name}"


def part_link(head: Head, id: str, name: str) -> Link:
    """Where a part of a page stands."""
    return Link(name, f"{head.path.removesuffix('.md')}/{id}.html")


def in_order(links: Sequence[Link]) -> dict[str, Neighbours]:
    """What stands before and after each of some pages."""
    around: dict[str, Neighbours] = {link.url: Neighbours() for link in links}
    for earlier, later in pairwise(links):
        around[earlier.url] = replace(around[earlier.url], next=later)
        around[later.url] = replace(around[later.url], previous=earlier)
    return around
