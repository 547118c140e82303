"""Atom feeds: what is new, for readers who subscribe; the same entries give the same bytes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import StringIO
from types import MappingProxyType
from typing import Any

from feedgenerator import Atom1Feed
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator

from generator.content.site import Site
from generator.site.render.markup import plain
from generator.site.render.typography import typographic

HISTORY = "http://purl.org/syndication/history/1.0"


@dataclass(frozen=True)
class FeedEntry:
    """One thing to tell: an id for good, its day, a plain title, and HTML whose links work where the feed is read."""

    id: str
    title: str
    url: str
    on: dt.date
    html: str
    changed: dt.date | None = None  # where something new was told of it later

    @property
    def days(self) -> dict[str, dt.datetime]:
        """The days of which a feed takes the last."""
        return {"pubdate": midnight(self.on), "updateddate": midnight(self.changed or self.on)}

    @cached_property
    def xml(self) -> str:
        """As it stands in every feed that has it, written once."""
        alone, text = Atom1Feed("", "", None), StringIO()
        title = plain(typographic(self.title))
        alone.add_item(title, self.url, None, unique_id=self.id, content=self.html, **self.days)
        alone.write_items(SimplerXMLGenerator(text, "utf-8", short_empty_elements=True))
        return text.getvalue()


class _Parted(Atom1Feed):  # type: ignore[misc]
    """A feed that tells where its other parts are; one of them is subscribed to, and the others are its archives."""

    links: Mapping[str, str] = MappingProxyType({})

    def root_attributes(self) -> dict[str, str]:
        history = {"xmlns:fh": HISTORY} if "current" in self.links else {}
        return {**super().root_attributes(), **history}

    def write_items(self, handler: Any) -> None:
        for item in self.items:
            handler.ignorableWhitespace(item["xml"])  # which writes a text as it is

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        if "current" in self.links:
            handler.addQuickElement("fh:archive", "")
        for name, address in self.links.items():
            handler.addQuickElement("link", "", {"rel": name, "href": address})


def atom(
    id: str,
    title: str,
    url: str,
    own_url: str,
    site: Site,
    entries: Sequence[FeedEntry],
    language: str,
    links: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """A feed in the order of its entries; where it has none, it is as old as the edition. `links` lead to its parts."""
    name, author = plain(typographic(title)), plain(typographic(site.title))
    feed = _Parted(name, url, None, language=language, feed_url=own_url, feed_guid=id, author_name=author)
    feed.links = links
    if not entries:
        feed.latest_post_date = lambda: midnight(site.edition)  # or else it asks the clock
    feed.items = [{**entry.days, "xml": entry.xml} for entry in entries]  # which are written as they are
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
