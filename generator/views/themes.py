"""What the page of a theme says, and the list of themes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.briefing import BoundFact
from generator.content.model import Theme
from generator.views.book import Book, in_time
from generator.views.cards import CardGroup, card, cards
from generator.views.comparisons import differences, positions
from generator.views.page import ArticleLine, Comparison, Head, Ledger, Link, Page, Position, Sentence


@dataclass(frozen=True)
class ThemeView:
    """Each fact stands once: figures are left out of the timeline, whose groups are dates and events."""

    head: Head
    name: str
    facts: int
    state_of_play: tuple[Sentence, ...]
    timeline: tuple[CardGroup, ...]
    undated: tuple[CardGroup, ...]
    positions: tuple[Position, ...]
    figures: tuple[CardGroup, ...]
    differences: tuple[Comparison, ...]
    leaders: tuple[Link, ...]
    countries: tuple[Link, ...]
    articles: tuple[ArticleLine, ...]
    ledger: Ledger


@dataclass(frozen=True)
class ThemeLine:
    link: Link
    gist: str  # the first sentence of its state of play
    facts: int


@dataclass(frozen=True)
class ThemeGroup:
    heading: str
    themes: tuple[ThemeLine, ...]


@dataclass(frozen=True)
class ThemesView:
    head: Head
    groups: tuple[ThemeGroup, ...]
    ledger: Ledger


def theme_pages(book: Book) -> Iterator[Page]:
    for theme in book.briefing.content.themes.values():
        yield Page("theme.md.j2", theme_view(book, theme))
    yield Page("themes.md.j2", themes_view(book))


def theme_view(book: Book, theme: Theme) -> ThemeView:
    content = book.briefing.content
    facts = book.briefing.facts_on(theme.id)
    told = [fact for fact in facts if fact.fact.kind != "figure"]
    gist = theme.state_of_play[0].say if theme.state_of_play else theme.name
    return ThemeView(
        head=book.head("themes", theme.id, theme.name, gist),
        name=theme.name,
        facts=len(facts),
        state_of_play=book.sentences(theme.state_of_play),
        timeline=_by_date(book, [fact for fact in told if book.dated(fact)]),
        undated=cards(book, (fact for fact in told if not book.dated(fact))),
        positions=positions(book, [f for f in facts if _asked_about(book, f, theme)]),
        figures=cards(book, (fact for fact in facts if fact.fact.kind == "figure")),
        differences=differences(book, facts),
        leaders=book.links({id for fact in facts for id in fact.subjects & content.leaders.keys()}),
        countries=book.links({id for fact in facts for id in fact.subjects & content.countries.keys()}),
        articles=book.article_lines(facts),
        ledger=book.ledger(facts, theme.state_of_play),
    )


def themes_view(book: Book) -> ThemesView:
    groups: dict[str, list[ThemeLine]] = {}
    for theme in book.briefing.content.themes.values():
        gist = theme.state_of_play[0].say if theme.state_of_play else ""
        line = ThemeLine(book.link(theme.id), gist, len(book.briefing.facts_on(theme.id)))
        groups.setdefault(theme.group or "", []).append(line)
    listed = tuple(ThemeGroup(heading, tuple(lines)) for heading, lines in groups.items())
    return ThemesView(book.index_head("themes"), listed, book.ledger(()))


def _asked_about(book: Book, fact: BoundFact, theme: Theme) -> bool:
    """Whether a fact on the theme answers a question about it."""
    return any(theme.id in book.briefing.content.questions[id].about for id in fact.fact.answers)


def _by_date(book: Book, facts: list[BoundFact]) -> tuple[CardGroup, ...]:
    groups: dict[Link, list[BoundFact]] = {}
    for fact in in_time(book, facts):
        groups.setdefault(book.occasion(fact), []).append(fact)
    return tuple(
        CardGroup(tuple(card(book, fact) for fact in told), when.name, when.url) for when, told in groups.items()
    )
