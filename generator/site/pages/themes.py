"""What the page of a theme says, and the list of themes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.order import date_of
from generator.content.kinds import KINDS
from generator.content.registries import Theme
from generator.evidence.proving import BoundFact
from generator.site.pages.charts import Chart, charts
from generator.site.parts.cards import CardGroup, cards
from generator.site.parts.comparisons import developments, differences
from generator.site.parts.context import RenderContext
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
    charts: tuple[Chart, ...]
    figures: tuple[CardGroup, ...]
    differences: tuple[Comparison, ...]
    developments: tuple[Comparison, ...]
    leaders: tuple[Link, ...]
    countries: tuple[Link, ...]  # and organisations
    articles: tuple[ArticleLine, ...]
    ledger: Ledger


@dataclass(frozen=True)
class ThemeLine:
    link: Link
    gist: Sentence  # the first sentence of its state of play
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


def theme_pages(context: RenderContext) -> Iterator[Page]:
    for theme in context.briefing.content.themes.values():
        yield Page(KINDS["themes"].template, theme_view(context, theme))
    yield Page("themes.md.j2", themes_view(context))


def theme_view(context: RenderContext, theme: Theme) -> ThemeView:
    content = context.briefing.content
    facts, bodies = context.briefing.facts_on(theme.id), {*content.countries, *content.organisations}
    without_figures = [fact for fact in facts if fact.kind != "figure"]
    gist = context.in_short(theme.state_of_play, theme.name)
    return ThemeView(
        head=context.head("themes", theme.id, theme.name, gist),
        name=theme.name,
        state_of_play=context.sentences(theme.state_of_play),
        picture=_picture(context, facts),
        timeline=cards(context, (fact for fact in without_figures if date_of(context.briefing, fact))),
        undated=cards(context, (fact for fact in without_figures if not date_of(context.briefing, fact))),
        positions=positions_about(context, theme.id),
        charts=charts(context, theme.id),
        figures=cards(context, (fact for fact in facts if fact.kind == "figure")),
        differences=differences(context, facts, theme.id),
        developments=developments(context, facts, theme.id),
        leaders=context.links({id for fact in facts for id in fact.subjects & content.leaders.keys()}),
        countries=context.links({id for fact in facts for id in fact.subjects & bodies}),
        articles=context.article_lines(facts),
        ledger=context.ledger(facts, theme.state_of_play),
    )


def themes_view(context: RenderContext) -> ThemesView:
    groups: dict[str, list[ThemeLine]] = {}
    for theme in context.briefing.content.themes.values():
        gist = context.gist(theme.state_of_play)
        line = ThemeLine(context.link(theme.id), gist, len(context.briefing.facts_on(theme.id)))
        groups.setdefault(theme.group or "", []).append(line)
    listed = tuple(ThemeGroup(heading, tuple(lines)) for heading, lines in groups.items())
    return ThemesView(context.index_head("themes"), listed, context.ledger(()))


def _picture(context: RenderContext, facts: tuple[BoundFact, ...]) -> Timeline | None:
    """The dates of the events that the facts are of, and of what is dated apart from them; a few need no picture."""
    events = sorted({fact.event for fact in facts if fact.event})
    picture = timeline(context, (context.briefing.content.events[id] for id in events), facts)
    return picture if picture and sum(len(period.rows) for period in picture.periods) >= FEWEST else None
