"""What subscribers are told: the facts of the site and of each subject, those of the newest edition first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from generator.content.kinds import SUBJECTS
from generator.evidence.proving import BoundFact
from generator.site.parts.context import Book
from generator.site.parts.page import Head, Link, Subscription

ALL = "feeds/facts.xml"
CALENDAR = "calendar.ics"
ENOUGH = 100  # facts; older editions are left out of a feed that has as many of newer ones
ATOM: Literal["application/atom+xml"] = "application/atom+xml"


@dataclass(frozen=True)
class ToldFact:
    """A fact as a subscriber is told of it."""

    id: str
    say: str
    url: str
    on: dt.date  # the edition that it is new in
    changed: dt.date  # the edition that last said something new of it
    voice: str
    article: str
    who: Link | None
    via: str
    when: str


@dataclass(frozen=True)
class Feed:
    """The facts on one subject, or all of them."""

    id: str
    path: str
    title: str
    page: str
    facts: tuple[ToldFact, ...]


def feeds(book: Book) -> Iterator[Feed]:
    """Of the site first, then of each subject in order of the registries."""
    site = book.briefing.content.site
    told = {fact.id: fact for fact in _told(book)}
    title = book.words["feeds"]["title"]
    yield Feed("facts", ALL, title["all"].format(site=site.title), "index.html", _newest(told.values()))
    for section in SUBJECTS:
        for id, entry in getattr(book.briefing.content, section).items():
            facts = _newest(told[fact.id] for fact in book.briefing.facts_on(id))
            name = title["subject"].format(site=site.title, subject=entry.name)
            names = (*entry.formerly, id)
            for known in names:  # whoever subscribed under an earlier name goes on
                yield Feed(f"{section}/{names[0]}", f"feeds/{section}/{known}.xml", name, book.link(id).url, facts)


def subscription(book: Book, head: Head) -> Subscription | None:
    """What the readers of a page can subscribe to besides the feeds of the site."""
    said = book.words["feeds"]
    section, id = head.entry
    if section == "events" or head.path == "index.md":
        return Subscription(said["calendar"], CALENDAR, "text/calendar")
    if section in SUBJECTS and id in getattr(book.briefing.content, section):
        return Subscription(said["subject"].format(subject=head.title), f"feeds/{section}/{id}.xml", ATOM)
    return None


def _told(book: Book) -> Iterator[ToldFact]:
    """What no edition has recorded yet is new in the one in the making."""
    editions = _editions(book)
    for fact in book.briefing.facts.values():
        known = editions.get(fact.id) or [book.briefing.content.site.edition]
        yield _fact(book, fact, known[0], known[-1])


def _editions(book: Book) -> dict[str, list[dt.date]]:
    """The recorded editions in which each fact was new or changed, oldest first."""
    found: dict[str, list[dt.date]] = {}
    for day, register in book.briefing.content.editions.items():
        for id in register.facts:
            found.setdefault(id, []).append(day)
    return found


def _fact(book: Book, fact: BoundFact, on: dt.date, changed: dt.date) -> ToldFact:
    written = fact.fact
    return ToldFact(
        id=fact.id,
        say=written.say,
        url=fact.url,
        on=on,
        changed=changed,
        voice=fact.voice,
        article=book.briefing.article(fact.article).name,
        who=book.link(written.who) if written.who else None,
        via=written.via or "",
        when=book.date(written.when.date) if written.when else "",
    )


def _newest(facts: Iterable[ToldFact]) -> tuple[ToldFact, ...]:
    """Whole editions, the newest first, until there are enough; within one, in order of the articles."""
    found: list[ToldFact] = []
    for _, edition in groupby(sorted(facts, key=lambda fact: -fact.changed.toordinal()), lambda fact: fact.changed):
        if len(found) >= ENOUGH:
            break
        found += edition
    return tuple(found)
