"""What the page of a theme says, and the list of themes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.kinds import KINDS
from generator.content.registries import Theme
from generator.evidence.proving import BoundFact
from generator.site.pages.figures import FigurePlot, figure_plots
from generator.site.parts.cards import CardGroup, card, cards
from generator.site.parts.comparisons import differences
from generator.site.parts.context import Book, in_time
from generator.site.parts.page import ArticleLine, Comparison, Head, Ledger, Link, Page, Position, Sentence
from generator.site.parts.positions import positions_about
from generator.site.pictures.timeline import Timeline, timeline

FEWEST = 4  # dates that are sooner seen in a picture than in the list below it


@dataclass(frozen=True)
class ThemeView:
    """Each fact stands once: figures are left out of the timeline, whose groups are dates and events."""

    head: Head
    name: str
    state_of_play: tuple[Sentence, ...]
    picture: Timeline | None
    timeline: tuple[CardGroup, ...]
    undated: tuple[CardGroup, ...]
    positions: tuple[Position, ...]
    plots: tuple[FigurePlot, ...]
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
        yield Page(KINDS["themes"].template, theme_view(book, theme))
    yield Page("themes.md.j2", themes_view(book))


def theme_view(book: Book, theme: Theme) -> ThemeView:
    content = book.briefing.content
    facts = book.briefing.facts_on(theme.id)
    told = [fact for fact in facts if fact.fact.kind != "figure"]
    gist = theme.state_of_play[0].say if theme.state_of_play else theme.name
    return ThemeView(
        head=book.head("themes", theme.id, theme.name, gist),
        name=theme.name,
        state_of_play=book.sentences(theme.state_of_play),
        picture=_picture(book, facts),
        timeline=_by_date(book, [fact for fact in told if book.dated(fact)]),
        undated=cards(book, (fact for fact in told if not book.dated(fact))),
        positions=positions_about(book, theme.id),
        plots=figure_plots(book, theme.id),
        figures=cards(book, (fact for fact in facts if fact.fact.kind == "figure")),
        differences=differences(book, facts, theme.id),
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


def _picture(book: Book, facts: tuple[BoundFact, ...]) -> Timeline | None:
    """The dates of the events that the facts are of, and of what is dated apart from them; a few need no picture."""
    events = sorted({fact.fact.event for fact in facts if fact.fact.event})
    told = timeline(book, (book.briefing.content.events[id] for id in events), facts)
    return told if told and sum(len(period.rows) for period in told.periods) >= FEWEST else None


def _by_date(book: Book, facts: list[BoundFact]) -> tuple[CardGroup, ...]:
    groups: dict[Link, list[BoundFact]] = {}
    for fact in in_time(book, facts):
        groups.setdefault(book.occasion(fact), []).append(fact)
    return tuple(
        CardGroup(tuple(card(book, fact) for fact in told), when.name, when.url) for when, told in groups.items()
    )
