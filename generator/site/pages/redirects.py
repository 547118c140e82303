"""Pages at the earlier addresses of what has another now: each leads on, and an article's to each of its facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.kinds import PAGES
from generator.content.model import Draft
from generator.history.register import facts_removed_with, names
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Head, Link, Page


@dataclass(frozen=True)
class RedirectedFact:
    """A fact that had its address here: what it says, or its name where nothing may be said of it, and where it is."""

    id: str
    to: Link


@dataclass(frozen=True)
class RedirectView:
    """An earlier address: where it leads, and where each of its facts stands now."""

    head: Head
    to: Link
    facts: tuple[RedirectedFact, ...]


def redirect_pages(context: RenderContext) -> Iterator[Page]:
    """The pages at the former addresses of every entry and article that had other ids before."""
    for section in PAGES:
        for id, name in names(context.briefing.content, section).items():
            for former in _formerly(context, section, id):
                target = f"{section}/{id}.html"
                facts = (
                    tuple(_redirected(context, target, fact) for fact in _facts(context, id))
                    if section == "articles"
                    else ()
                )
                head = Head(f"{section}/{former}.html", context.words["moved"]["title"], "")
                yield Page("redirect.html.j2", RedirectView(head, Link(name, target), facts))


def _formerly(context: RenderContext, section: str, id: str) -> tuple[str, ...]:
    content = context.briefing.content
    if section == "articles":
        return (content.articles.get(id) or content.removed[id]).article.formerly
    entry = getattr(content, section).get(id) or content.removed_events[id]
    former: tuple[str, ...] = entry.formerly
    return former


def _redirected(context: RenderContext, page: str, fact: str) -> RedirectedFact:
    stands = context.briefing.facts.get(fact)
    return RedirectedFact(fact, Link(stands.say if stands else fact, f"{page}#{fact}"))


def _facts(context: RenderContext, article: str) -> tuple[str, ...]:
    """Every fact that has an address on the page of an article."""
    content = context.briefing.content
    if article in content.removed:
        return facts_removed_with(content, article)
    return tuple(fact.id for fact in content.articles[article].facts if not isinstance(fact, Draft))
