"""The feed of all facts, and one for each subject."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache, partial

from generator.exports.feeds.archives import Part, parts
from generator.exports.feeds.atom import FeedEntry, atom, tag
from generator.site.parts.context import RenderContext
from generator.site.parts.subscriptions import Feed, FeedFact, feeds
from generator.site.render.markup import environment
from generator.work.canonical import Digests
from generator.work.promised import Promised

SINCE = dt.date(2000, 1, 1)  # the day in every id: any that never changes will do


def fact_feeds(context: RenderContext) -> Iterator[tuple[str, Promised]]:
    """Every feed by its path, one after the other."""
    site, language, digests = context.briefing.content.site, context.words["language"], Digests(FeedFact)
    common = digests.of(site, context.words, context.address)

    @cache
    def entry(fact: FeedFact, root: str) -> FeedEntry:
        """The entry of a fact, which is written once for all feeds that see the site from the same depth."""
        html = environment().get_template("feed_entry.html.j2").render(fact=fact, words=context.words, root=root)
        return FeedEntry(tag(site, SINCE, fact.id), fact.say, root + fact.url, fact.on, html, fact.changed)

    def text(feed: Feed, part: Part[FeedFact]) -> str:
        root = context.address or "../" * part.path.count("/")
        entries = [entry(fact, root) for fact in part.items]
        links = {name: root + path for name, path in part.links.items()}
        own, page = root + part.path, root + feed.page
        return atom(tag(site, SINCE, feed.id), feed.title, page, own, site, entries, language, links)

    for feed in feeds(context):
        about = feed.id, feed.title, feed.page
        for part in parts_of(feed):
            key = digests.of(common, about, part)
            yield part.path, Promised(key, partial(text, feed, part))


def parts_of(feed: Feed) -> Iterator[Part[FeedFact]]:
    """A feed, and its archives."""
    return parts(feed.path, feed.current, feed.facts, lambda fact: fact.on, lambda fact: fact.changed)
