"""What subscribers are told: the facts of the site and of each subject."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from generator.content.kinds import SUBJECTS
from generator.evidence.proving import BoundFact
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Head, Link, Subscription

ALL = "feeds/facts.xml"
CALENDAR = "calendar.ics"
ATOM: Literal["application/atom+xml"] = "application/atom+xml"


@dataclass(frozen=True)
class FeedFact:
    """A fact as a subscriber is told of it."""

    id: str
    say: str
    url: str
    voice: str
    article: str
    who: Link | None
    via: str
    when: str


class NewFact(NamedTuple):
    """A fact that is new in an edition, and was last told anew in one, which may be the same."""

    id: str
    on: dt.date
    changed: dt.date


@dataclass(frozen=True)
class Feed:
    """The facts on one subject, or all of them, in order of the articles."""

    id: str
    path: str
    current: str  # the path of the same feed under its own name; another is an earlier one
    title: str
    page: str
    facts: tuple[NewFact, ...]


def feeds(context: RenderContext, new: Mapping[str, NewFact]) -> Iterator[Feed]:
    """Of the site first, then of each subject in order of the registries; `new` are all facts by their ids."""
    site = context.briefing.content.site
    title = context.words["feeds"]["title"]
    yield Feed("facts", ALL, ALL, title["all"].format(site=site.title), "index.html", tuple(new.values()))
    for section in SUBJECTS:
        for id, entry in getattr(context.briefing.content, section).items():
            facts = tuple(new[fact.id] for fact in context.briefing.facts_on(id))
            name = title["subject"].format(site=site.title, subject=entry.name)
            ids = (*entry.formerly, id)
            for path in (f"feeds/{section}/{any_id}.xml" for any_id in ids):  # who subscribed under an earlier goes on
                current = f"feeds/{section}/{id}.xml"
                yield Feed(f"{section}/{ids[0]}", path, current, name, context.link(id).url, facts)


def year_calendar(year: int) -> str:
    """The path of the calendar of one year."""
    return f"calendar/{year:04}.ics"


def subscription(context: RenderContext, head: Head) -> Subscription | None:
    """What the readers of a page can subscribe to besides the feeds of the site; those of a part, to the whole."""
    if head.whole:
        return subscription(context, replace(head, path=head.whole.url, title=head.whole.name, whole=None))
    words = context.words["feeds"]
    section, id = head.entry
    if section == "events" or head.path == "index.md":
        return Subscription(words["calendar"], CALENDAR, "text/calendar")
    if section in SUBJECTS and id in getattr(context.briefing.content, section):
        return Subscription(words["subject"].format(subject=head.title), f"feeds/{section}/{id}.xml", ATOM)
    return None


def new_facts(context: RenderContext) -> dict[str, NewFact]:
    """All facts by their ids; what no edition has recorded yet is new in the one in the making."""
    editions, making = _editions(context), [context.briefing.content.site.edition]
    days = {id: editions.get(id) or making for id in context.briefing.facts}
    return {id: NewFact(id, of_fact[0], of_fact[-1]) for id, of_fact in days.items()}


def _editions(context: RenderContext) -> dict[str, list[dt.date]]:
    """The recorded editions in which each fact was new or changed, oldest first."""
    editions: dict[str, list[dt.date]] = {}
    for day, register in context.briefing.content.editions.items():
        for id in register.facts:
            editions.setdefault(id, []).append(day)
    return editions


def feed_fact(context: RenderContext, fact: BoundFact) -> FeedFact:
    """A fact as subscribers are told of it."""
    record = fact.fact
    return FeedFact(
        id=fact.id,
        say=record.say,
        url=fact.url,
        voice=fact.voice,
        article=context.article(fact.article).name,
        who=context.link(record.who) if record.who else None,
        via=record.via or "",
        when=context.occasion(fact).name,
    )
