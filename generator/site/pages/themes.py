"""What the page of a theme says, and the list of themes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.kinds import KINDS
from generator.content.registries import Theme
from generator.site.pages.charts import Chart, charts
from generator.site.parts.cards import CardGroup, cards, cards_by_event
from generator.site.parts.comparisons import developments, differences
from generator.site.parts.concerned import Concerned, concerned
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Comparison, Head, Ledger, Link, Page, Position, Sentence
from generator.site.parts.positions import positions_about


@dataclass(frozen=True)
class ThemeView:
    """Each fact stands once: figures are left out of the others, which are folded by event."""

    head: Head
    name: str
    state_of_play: tuple[Sentence, ...]
    positions: tuple[Position, ...]
    charts: tuple[Chart, ...]
    figures: tuple[CardGroup, ...]
    differences: tuple[Comparison, ...]
    developments: tuple[Comparison, ...]
    facts: tuple[CardGroup, ...]
    leaders: Concerned
    countries: Concerned  # and organisations
    unknowns: tuple[Sentence, ...]
    ledger: Ledger


@dataclass(frozen=True)
class ThemeLine:
    link: Link
    gist: Sentence  # the first sentence of its state of play


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
    return ThemeView(
        head=context.head("themes", theme.id, theme.name, theme.name),
        name=theme.name,
        state_of_play=context.sentences(theme.state_of_play),
        positions=positions_about(context, theme.id),
        charts=charts(context, theme.id),
        figures=cards(context, (fact for fact in facts if fact.kind == "figure")),
        differences=differences(context, facts, theme.id),
        developments=developments(context, facts, theme.id),
        facts=cards_by_event(context, (fact for fact in facts if fact.kind != "figure")),
        leaders=concerned(context, facts, content.leaders.keys()),
        countries=concerned(context, facts, bodies),
        unknowns=context.unknowns(theme.id),
        ledger=context.ledger(facts, theme.state_of_play),
    )


def themes_view(context: RenderContext) -> ThemesView:
    groups: dict[str, list[ThemeLine]] = {}
    for theme in context.briefing.content.themes.values():
        gist = context.gist(theme.state_of_play)
        groups.setdefault(theme.group or "", []).append(ThemeLine(context.link(theme.id), gist))
    listed = tuple(ThemeGroup(heading, tuple(lines)) for heading, lines in groups.items())
    return ThemesView(context.index_head("themes"), listed, context.ledger(()))
