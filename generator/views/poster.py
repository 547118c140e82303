"""What the picture says that other sites show beside a link to this one."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.book import Book


@dataclass(frozen=True)
class Poster:
    title: str
    gist: str  # the first sentence of the bottom line, or else what the dossier is about
    events: tuple[tuple[str, str], ...]  # the date of each, and its name
    size: str
    edition: str


def poster(book: Book) -> Poster:
    briefing, site = book.briefing, book.briefing.content.site
    events = [briefing.content.events[id] for id in site.lead_events]
    return Poster(
        title=site.title,
        gist=site.bottom_line[0].say if site.bottom_line else site.description,
        events=tuple((book.date(event.when.date), event.name) for event in events[:2]),
        size=f"{_count(book, 'facts', len(briefing.facts))} · {_count(book, 'articles', len(briefing.articles))}",
        edition=book.words["home"]["edition"].format(date=book.day(site.edition)),
    )


def _count(book: Book, counted: str, n: int) -> str:
    return str(book.words["counts"][counted]["one" if n == 1 else "other"].format(n=n))
