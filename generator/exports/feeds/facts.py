"""The feed of all facts, and one for each subject."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache, partial
from operator import attrgetter

from generator.exports.feeds.archives import Part, parts
from generator.exports.feeds.atom import FeedEntry, atom, tag
from generator.exports.told import Told
from generator.site.parts.subscriptions import Feed, NewFact, feed_fact, feeds, new_facts
from generator.site.render.markup import environment
from generator.work.canonical import Digests
from generator.work.promised import Promised

SINCE = dt.date(2000, 1, 1)  # the day in every id: any that never changes will do


def fact_feeds(told: Told) -> Iterator[tuple[str, Promised]]:
    """Every feed by its path, one after the other."""
    context, digests = told.context, Digests()
    site, language, facts = context.briefing.content.site, context.words["language"], context.briefing.facts
    common = digests.of(site, context.words, context.address)
    new = new_facts(context)
    keys = {id: f"{told.feeds[id]} {fact.on} {fact.changed}" for id, fact in new.items()}

    @cache
    def entry(one: NewFact, root: str) -> FeedEntry:
        """The entry of a fact, which is written once for all feeds that see the site from the same depth."""
        fact = feed_fact(context, facts[one.id])
        html = environment().get_template("feed_entry.html.j2").render(fact=fact, words=context.words, root=root)
        return FeedEntry(tag(site, SINCE, fact.id), fact.say, root + fact.url, one.on, html, one.changed)

    def text(feed: Feed, part: Part[NewFact]) -> str:
        root = context.address or "../" * part.path.count("/")
        entries = [entry(fact, root) for fact in part.items]
        links = {name: root + path for name, path in part.links.items()}
        own, page = root + part.path, root + feed.page
        return atom(tag(site, SINCE, feed.id), feed.title, page, own, site, entries, language, links)

    for feed in feeds(context, new):
        about = feed.id, feed.title, feed.page
        for part in parts_of(feed):
            of_part = digests.of(common, about, part.path, part.links, [keys[fact.id] for fact in part.items])
            yield part.path, Promised(of_part, partial(text, feed, part))


def parts_of(feed: Feed) -> Iterator[Part[NewFact]]:
    """A feed, and its archives."""
    return parts(feed.path, feed.current, feed.facts, attrgetter("on"), attrgetter("changed"))
