"""The history of editions for machines and for subscribers: `changes.json`, and the feed of changes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from typing import Any

from generator.exports.feeds.atom import FeedEntry, atom, tag
from generator.site.pages.changes import ChangedFact, EditionView, editions
from generator.site.parts.context import RenderContext
from generator.site.render.markup import environment, link

VERSION = "1"
FEED = "feeds/changes.xml"
DATA = "data/changes.json"
PAGE = "changes.html"


def history_files(context: RenderContext) -> dict[str, str]:
    """The JSON of all editions and their feed, by path."""
    edition_views = editions(context)
    return {DATA: _json(context, edition_views), FEED: _feed(context, edition_views)}


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


def _feed(context: RenderContext, edition_views: tuple[EditionView, ...]) -> str:
    site, words = context.briefing.content.site, context.words["history"]
    entries = [_entry(context, edition) for edition in edition_views]
    title = f"{site.title}: {words['title']}"
    page, feed = (_from_feed(context, target) for target in (PAGE, FEED))
    return atom(tag(site, edition_views[-1].on, "changes"), title, page, feed, site, entries, context.words["language"])


def _entry(context: RenderContext, edition: EditionView) -> FeedEntry:
    site, words = context.briefing.content.site, context.words["history"]
    return FeedEntry(
        tag(site, edition.on, "edition"),
        ": ".join(filter(None, (words["edition"].format(date=edition.day), _summary(edition, words)))),
        _from_feed(context, f"{PAGE}#{edition.id}"),
        edition.on,
        environment()
        .get_template("edition.html.j2")
        .render(view=edition, words=context.words, link=partial(_from_feed, context)),
    )


def _summary(edition: EditionView, words: Mapping[str, Any]) -> str:
    """The counts of an edition in words, such as: 3 added, 1 corrected."""
    if edition.is_first:
        return str(words["first"])
    forms = ((words["counts"][group.kind], group.count) for group in edition.groups)
    return ", ".join(form["one" if n == 1 else "other"].format(n=n) for form, n in forms) or words["unchanged"]


def _from_feed(context: RenderContext, target: str) -> str:
    """The address of a page as a subscriber follows it: whole where the site has one, or else from the feed."""
    return f"{context.address}{target}" if context.address else link(FEED, target)
