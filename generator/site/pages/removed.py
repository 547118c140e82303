"""What stands at the addresses of what was taken down: the day, the reason, and an anchor for each fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.model import Removal
from generator.history.register import facts_removed_with
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Head, Ledger, Link, Page


@dataclass(frozen=True)
class RemovedView:
    """A page that was taken down; nothing of what it said is here."""

    head: Head
    id: str
    on: str
    because: str
    facts: tuple[str, ...]
    ledger: Ledger


def removed_pages(context: RenderContext) -> Iterator[Page]:
    for article, file in context.briefing.content.removed.items():
        if removal := file.article.removed:
            facts = facts_removed_with(context.briefing.content, article)
            yield _page(context, "articles", article, removal, facts)
    for event, record in context.briefing.content.removed_events.items():
        if removal := _removal_under(context, record.from_):
            yield _page(context, "events", event, removal, ())


def removed_articles(context: RenderContext) -> tuple[Link, ...]:
    """The removed articles in order of their ids, which are all that may still be said of them."""
    return tuple(map(context.article, sorted(context.briefing.content.removed)))


def _page(context: RenderContext, section: str, id: str, removal: Removal, facts: tuple[str, ...]) -> Page:
    words = context.words["removed"]
    head = context.head(section, id, words[section]["title"], words[section]["lead"])
    view = RemovedView(head, id, context.day(removal.on), removal.because, facts, context.ledger(()))
    return Page("removed.md.j2", view)


def _removal_under(context: RenderContext, facts: tuple[str, ...]) -> Removal | None:
    """The removal that took the basis of an event away."""
    for article, file in context.briefing.content.removed.items():
        if set(facts) & set(facts_removed_with(context.briefing.content, article)):
            return file.article.removed
    return None
