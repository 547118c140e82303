"""The page of changes: edition by edition, the newest first, which facts came, changed or went, and why.

Where these are too many for a page, it has the beginnings of the newest editions, and all of them stand on pages by the
month of their edition.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.history.diff import FactChange
from generator.history.editions import EditionChanges, history, unrecorded
from generator.site.parts.cards import AT_A_GLANCE
from generator.site.parts.context import RenderContext
from generator.site.parts.cut import FEW, Stretch, by_month, by_stretches, in_runs, part_link, part_of
from generator.site.parts.page import Head, Ledger, Link, Page
from generator.site.parts.retired import successor
from generator.site.parts.room import Size, size

LISTED = 300  # changes that a page lists
NEWEST = 12  # editions of which a page that is cut has the beginnings
EARLIER = 1000  # editions that such a page leads on to


@dataclass(frozen=True)
class ChangedFact:
    """A fact that changed: what it then said, where it stands, and what became of it."""

    id: str
    url: str
    say: str  # empty where its article was removed since
    was: str
    article: Link
    because: str = ""
    successor: Link | None = None


@dataclass(frozen=True)
class Silent:
    """How many facts of an article changed so, of which nothing may be said any more."""

    article: Link
    facts: int


@dataclass(frozen=True)
class ChangeGroup:
    """The facts that changed in one way; a page tells only the number of those without words."""

    kind: str
    facts: tuple[ChangedFact, ...]
    with_words: tuple[ChangedFact, ...]
    silent: tuple[Silent, ...]
    total: int = 0  # where only some of them stand here

    @property
    def count(self) -> int:
        return self.total or len(self.facts)

    @property
    def is_folded(self) -> bool:
        return self.count > AT_A_GLANCE


@dataclass(frozen=True)
class EditionView:
    """One edition: its day, how much stood in it, and its changes; the first has everything, and lists nothing."""

    on: dt.date
    day: str
    is_first: bool
    facts: int
    articles: int
    groups: tuple[ChangeGroup, ...]

    @property
    def id(self) -> str:
        return f"edition-{self.on.isoformat()}"


@dataclass(frozen=True)
class Earlier:
    """An edition that a page which is cut leads on to, from the address at which subscribers were told of it."""

    id: str
    link: Link


@dataclass(frozen=True)
class HistoryView:
    head: Head
    since: tuple[ChangeGroup, ...]  # what no edition has recorded yet
    latest: str  # the day of the edition that it is counted from
    editions: tuple[EditionView, ...]
    ledger: Ledger
    earlier: tuple[Earlier, ...] = ()  # editions for which a page that is cut has no room


def history_pages(context: RenderContext) -> Iterator[Page]:
    """The page of changes, and its parts where it would have too many."""
    words = context.words["history"]
    edition_views = editions(context)
    view = HistoryView(
        head=Head("changes.md", words["title"], words["lead"]),
        since=_groups(context, unrecorded(context.briefing.content)),
        latest=edition_views[0].day,
        editions=edition_views,
        ledger=context.ledger(()),
    )
    yield from _cut(context, Page("history.md.j2", view), view)


Line = tuple["EditionView | None", str, "ChangedFact | None"]  # an edition, or none yet; a kind of change; its fact


def _cut(context: RenderContext, page: Page, view: HistoryView) -> Iterator[Page]:
    waiting: list[Line] = [(None, group.kind, fact) for group in view.since for fact in group.facts]
    recorded = [line for edition in view.editions for line in _lines(edition)]
    if len(waiting) + len(recorded) <= LISTED:
        yield page
        return
    name, weight = context.words["history"]["since"].format(date=view.latest), _weight(view)
    since = [in_runs("since", name, waiting, LISTED, weight)] if waiting else []
    years = (
        *since,
        *by_month(context, recorded, lambda line: f"{line[0].on:%Y-%m}" if line[0] else "", LISTED, weight),
    )
    newest = tuple(replace(one, groups=tuple(map(_begun, one.groups))) for one in view.editions[:NEWEST])
    earlier = tuple(_earlier(view, years))
    beginnings = replace(view, since=tuple(map(_begun, view.since)), editions=newest, earlier=earlier)
    yield replace(page, view=beginnings, parts={"facts": tuple(part_of(view.head, year, _facts) for year in years)})
    yield from by_stretches(page, years, lambda told: _of_lines(view, told), _facts)


def _weight(view: HistoryView) -> Size[Line]:
    """What measures lines: an edition has many, and is measured once."""
    editions = {edition.id: size(edition) for edition in view.editions}
    return lambda line: (editions[line[0].id] if line[0] else 0) + size(line[1:])


def _earlier(view: HistoryView, years: Iterable[Stretch[Line]]) -> Iterator[Earlier]:
    """The editions behind the newest, the newest first, each where it begins on the pages of its month."""
    at: dict[str, str] = {}
    for leaf in (leaf for year in years for leaf in year.leaves):
        for edition, _, _ in leaf.entries:
            if edition:
                at.setdefault(edition.id, part_link(view.head, leaf.id, leaf.name).url)
    for edition in view.editions[NEWEST:][:EARLIER]:
        yield Earlier(edition.id, Link(edition.day, f"{at[edition.id]}#{edition.id}"))


def _lines(edition: EditionView) -> Iterator[Line]:
    """Each change of an edition; one without any is a line all the same, so that it is listed."""
    yield from ((edition, group.kind, fact) for group in edition.groups for fact in group.facts)
    if not edition.groups:
        yield edition, "", None


def _facts(lines: Iterable[Line]) -> int:
    return sum(fact is not None for _, _, fact in lines)


def _begun(group: ChangeGroup) -> ChangeGroup:
    """The first of many facts, with how many there are."""
    return replace(_group(group.kind, group.facts[:FEW]), total=group.count)


def _of_lines(view: HistoryView, lines: Iterable[Line]) -> HistoryView:
    """The page with these changes alone."""
    since: tuple[ChangeGroup, ...] = ()
    told = list[EditionView]()
    for edition, of in groupby(lines, key=lambda line: line[0]):
        kinds = groupby(of, key=lambda line: line[1])
        groups = tuple(_group(kind, [fact for _, _, fact in facts if fact]) for kind, facts in kinds if kind)
        if edition:
            told.append(replace(edition, groups=groups))
        else:
            since = groups
    return replace(view, since=since, editions=tuple(told))


def editions(context: RenderContext) -> tuple[EditionView, ...]:
    """Every edition, the newest first; where none was recorded, this one is the first."""
    site = context.briefing.content.site
    edition_changes = history(context.briefing.content)
    if not edition_changes:
        return (_first_edition(context, site.edition, len(context.briefing.facts), len(context.briefing.curated)),)
    *later, first = edition_changes
    return (
        *(_edition(context, edition) for edition in later),
        _first_edition(context, first.on, first.facts, first.articles),
    )


def _edition(context: RenderContext, edition: EditionChanges) -> EditionView:
    groups = _groups(context, edition.changes)
    return EditionView(edition.on, context.day(edition.on), False, edition.facts, edition.articles, groups)


def _first_edition(context: RenderContext, on: dt.date, facts: int, articles: int) -> EditionView:
    return EditionView(on, context.day(on), True, facts, articles, ())


def _groups(context: RenderContext, changes: Iterable[FactChange]) -> tuple[ChangeGroup, ...]:
    kinds = groupby(changes, key=lambda change: change.kind)
    return tuple(_group(kind, [_changed(context, change) for change in group]) for kind, group in kinds)


def _group(kind: str, facts: Sequence[ChangedFact]) -> ChangeGroup:
    silent = Counter(fact.article for fact in facts if not fact.say)
    with_words = tuple(fact for fact in facts if fact.say)
    return ChangeGroup(kind, tuple(facts), with_words, tuple(Silent(article, n) for article, n in silent.items()))


def _changed(context: RenderContext, change: FactChange) -> ChangedFact:
    """A changed fact; the reason and the successor are those that its tombstone has today."""
    stones = {stone.id: stone for _, stone in context.briefing.tombstones} if change.how == "retired" else {}
    stone = stones.get(change.id)
    return ChangedFact(
        id=change.id,
        url=f"articles/{change.article}.html#{change.id}",
        say=change.say,
        was=change.was,
        article=context.article(change.article),
        because=stone.because if stone else "",
        successor=successor(context, stone) if stone else None,
    )
