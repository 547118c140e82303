"""The history of editions for machines and for subscribers: `changes.json`, and the feed of changes."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from functools import partial
from operator import attrgetter
from typing import Any

from generator.exports.feeds.archives import Part, parts
from generator.exports.feeds.atom import FeedEntry, atom, tag
from generator.site.pages.changes import ChangedFact, EditionView, editions
from generator.site.parts.context import RenderContext
from generator.site.render.markup import environment, link

VERSION = "1"
FEED = "feeds/changes.xml"
DATA = "data/changes.json"
PAGE = "changes.html"


def history_files(context: RenderContext) -> dict[str, str]:
    """The JSON of all editions and their feed with its archives, by path."""
    edition_views = editions(context)
    first, oldest_first = edition_views[-1].on, edition_views[::-1]
    feed = parts(FEED, FEED, oldest_first, attrgetter("on"), attrgetter("on"))
    return {DATA: _json(context, edition_views), **{part.path: _feed(context, first, part) for part in feed}}


def _json(context: RenderContext, edition_views: tuple[EditionView, ...]) -> str:
    document = {
        "version": VERSION,
        "title": context.briefing.content.site.title,
        "editions": [
            {
                "date": edition.on.isoformat(),
                "first": edition.is_first,
                "facts": edition.facts,
                "changes": [_change(group.kind, fact) for group in edition.groups for fact in group.facts],
            }
            for edition in edition_views
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _change(kind: str, fact: ChangedFact) -> dict[str, str | None]:
    return {
        "kind": kind,
        "fact": fact.id,
        "article": fact.url.removeprefix("articles/").partition(".")[0],
        "say": fact.say or None,
        "was": fact.was or None,
        "because": fact.because or None,
        "by": fact.successor.url if fact.successor else None,
        "url": fact.url,
    }


def _feed(context: RenderContext, first: dt.date, part: Part[EditionView]) -> str:
    """A part of the feed; its id is of the day of the first edition."""
    site, words, at = context.briefing.content.site, context.words["history"], partial(_from_feed, context, part.path)
    entries = [_entry(context, edition, at) for edition in part.items]
    title = f"{site.title}: {words['title']}"
    links = {name: at(path) for name, path in part.links.items()}
    id, language = tag(site, first, "changes"), context.words["language"]
    return atom(id, title, at(PAGE), at(part.path), site, entries, language, links)


def _entry(context: RenderContext, edition: EditionView, at: Callable[[str], str]) -> FeedEntry:
    site, words = context.briefing.content.site, context.words["history"]
    return FeedEntry(
        tag(site, edition.on, "edition"),
        ": ".join(filter(None, (words["edition"].format(date=edition.day), _summary(edition, words)))),
        at(f"{PAGE}#{edition.id}"),
        edition.on,
        environment().get_template("edition.html.j2").render(view=edition, words=context.words, link=at),
    )


def _summary(edition: EditionView, words: Mapping[str, Any]) -> str:
    """The counts of an edition in words, such as: 3 added, 1 corrected."""
    if edition.is_first:
        return str(words["first"])
    forms = ((words["counts"][group.kind], group.count) for group in edition.groups)
    return ", ".join(form["one" if n == 1 else "other"].format(n=n) for form, n in forms) or words["unchanged"]


def _from_feed(context: RenderContext, path: str, target: str) -> str:
    """The address of a page as a subscriber follows it: whole where the site has one, or else from that feed."""
    return f"{context.address}{target}" if context.address else link(path, target)
