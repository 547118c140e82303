"""The page of changes: edition by edition, the newest first, which facts came, changed or went, and why."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.history.diff import FactChange
from generator.history.editions import EditionChanges, history, unrecorded
from generator.site.parts.cards import AT_A_GLANCE
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Head, Ledger, Link, Page
from generator.site.parts.retired import successor


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

    @property
    def count(self) -> int:
        return len(self.facts)

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
class HistoryView:
    head: Head
    since: tuple[ChangeGroup, ...]  # what no edition has recorded yet
    latest: str  # the day of the edition that it is counted from
    editions: tuple[EditionView, ...]
    ledger: Ledger


def history_page(context: RenderContext) -> Page:
    words = context.words["history"]
    edition_views = editions(context)
    view = HistoryView(
        head=Head("changes.md", words["title"], words["lead"]),
        since=_groups(context, unrecorded(context.briefing.content)),
        latest=edition_views[0].day,
        editions=edition_views,
        ledger=context.ledger(()),
    )
    return Page("history.md.j2", view)


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
