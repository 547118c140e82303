"""Pages at the earlier addresses of what has another now: each leads on, and an article's to each of its facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.kinds import PAGES
from generator.content.model import Draft
from generator.history.register import facts_removed_with, names
from generator.site.parts.context import Book
from generator.site.parts.page import Head, Link, Page


@dataclass(frozen=True)
class MovedFact:
    """A fact that had its address here: what it says, or its name where nothing may be said of it, and where it is."""

    id: str
    to: Link


@dataclass(frozen=True)
class MovedView:
    """An earlier address: where it leads, and where each of its facts stands now."""

    head: Head
    to: Link
    facts: tuple[MovedFact, ...]


def moved_pages(book: Book) -> Iterator[Page]:
    """Of every entry and article that had other ids before."""
    for section in PAGES:
        for id, name in names(book.briefing.content, section).items():
            for former in _formerly(book, section, id):
                target = f"{section}/{id}.html"
                facts = tuple(_moved(book, target, fact) for fact in _facts(book, id)) if section == "articles" else ()
                head = Head(f"{section}/{former}.html", book.words["moved"]["title"], "")
                yield Page("moved.html.j2", MovedView(head, Link(name, target), facts))


def _formerly(book: Book, section: str, id: str) -> tuple[str, ...]:
    content = book.briefing.content
    if section == "articles":
        return (content.articles.get(id) or content.removed[id]).article.formerly
    entry = getattr(content, section).get(id) or content.removed_events[id]
    former: tuple[str, ...] = entry.formerly
    return former


def _moved(book: Book, page: str, fact: str) -> MovedFact:
    stands = book.briefing.facts.get(fact)
    return MovedFact(fact, Link(stands.fact.say if stands else fact, f"{page}#{fact}"))


def _facts(book: Book, article: str) -> tuple[str, ...]:
    """Every fact that has an address on the page of an article."""
    content = book.briefing.content
    if article in content.removed:
        return facts_removed_with(content, article)
    return tuple(fact.id for fact in content.articles[article].facts if not isinstance(fact, Draft))
