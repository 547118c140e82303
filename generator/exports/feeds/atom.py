"""Atom feeds: what is new, for readers who subscribe; the same entries give the same bytes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from feedgenerator import Atom1Feed

from generator.content.site import Site
from generator.site.render.markup import plain
from generator.site.render.typography import typographic


@dataclass(frozen=True)
class FeedEntry:
    """One thing to tell: an id for good, its day, a plain title, and HTML whose links work where the feed is read."""

    id: str
    title: str
    url: str
    on: dt.date
    html: str
    changed: dt.date | None = None  # where something new was told of it later


def atom(id: str, title: str, url: str, own_url: str, site: Site, entries: Sequence[FeedEntry], language: str) -> str:
    """A feed in the order of its entries; where it has none, it is as old as the edition."""
    name, author = plain(typographic(title)), plain(typographic(site.title))
    feed = Atom1Feed(name, url, None, language=language, feed_url=own_url, feed_guid=id, author_name=author)
    if not entries:
        feed.latest_post_date = lambda: midnight(site.edition)  # or else it asks the clock
    for entry in entries:
        feed.add_item(
            plain(typographic(entry.title)),
            entry.url,
            None,
            unique_id=entry.id,
            pubdate=midnight(entry.on),
            updateddate=midnight(entry.changed or entry.on),
            content=entry.html,
        )
    return str(feed.writeString("utf-8"))


def tag(site: Site, on: dt.date, name: str) -> str:
    """An id for good (RFC 4151); a name that nobody can own stands for the briefing, which may have no address."""
    return f"tag:{authority(site)},{on.isoformat()}:{name}"


def authority(site: Site) -> str:
    """A name of the briefing in the form of a host's, which no host can have."""
    return f"{site.lasting_id}.invalid"


def midnight(day: dt.date) -> dt.datetime:
    """A day as a moment, for formats that have no days."""
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
