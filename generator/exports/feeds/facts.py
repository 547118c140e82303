"""The feed of all facts, and one for each subject."""

from __future__ import annotations

import datetime as dt
from functools import cache

from generator.exports.feeds.atom import FeedEntry, atom, tag
from generator.site.parts.context import RenderContext
from generator.site.parts.subscriptions import Feed, FeedFact, feeds
from generator.site.render.markup import environment

SINCE = dt.date(2000, 1, 1)  # the day in every id: any that never changes will do


def fact_feeds(context: RenderContext) -> dict[str, str]:
    """Every feed by its path."""
    site, language = context.briefing.content.site, context.words["language"]

    @cache
    def entry(fact: FeedFact, root: str) -> FeedEntry:
        """The entry of a fact, which is written once for all feeds that see the site from the same depth."""
        html = environment().get_template("feed_entry.html.j2").render(fact=fact, words=context.words, root=root)
        return FeedEntry(tag(site, SINCE, fact.id), fact.say, root + fact.url, fact.on, html, fact.changed)

    def feed_text(feed: Feed) -> str:
        root = context.address or "../" * feed.path.count("/")
        entries = [entry(fact, root) for fact in feed.facts]
        return atom(tag(site, SINCE, feed.id), feed.title, root + feed.page, root + feed.path, site, entries, language)

    return {feed.path: feed_text(feed) for feed in feeds(context)}
