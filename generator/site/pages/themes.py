"""What the page of a theme says, and the list of themes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.content.kinds import KINDS
from generator.content.registries import Theme
from generator.evidence.proving import BoundFact
from generator.site.pages.charts import Chart, charts_about, charts_link
from generator.site.parts.cards import CardGroup, cards, cards_by_event
from generator.site.parts.comparisons import developments, differences
from generator.site.parts.concerned import Concerned, concerned
from generator.site.parts.context import RenderContext
from generator.site.parts.cut import FEW, LINES, Kept, beside_one_another, cut, numbered, part_page
from generator.site.parts.page import Comparison, Head, Ledger, Link, Page, Part, Position, Sentence
from generator.site.parts.positions import positions_about
from generator.site.parts.room import ROOM, fits, fitting, runs, size

LISTED = 200  # of an index: each with a sentence
LINE = 120  # bytes around each


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


def theme_pages(context: RenderContext, id: str = "") -> Iterator[Page]:
    """The pages of a theme, or without an id the list of all."""
    if id:
        yield from _pages(context, context.briefing.content.themes[id])
    else:
        yield from _index_pages(context)


def _index_pages(context: RenderContext) -> Iterator[Page]:
    """The list of themes; where these are too many, the first of each group, which stands whole on its own pages."""
    view = themes_view(context)
    page, parts, below = Page("themes.md.j2", view), dict[str, tuple[Part, ...]](), list[Page]()
    if fits([theme for group in view.groups for theme in group.themes], LISTED, _line_weight):
        yield page
        return
    begun = tuple(
        replace(group, themes=tuple(fitting(group.themes, FEW, _line_weight, ROOM // len(view.groups))))
        for group in view.groups
    )
    long = (group for group, few in zip(view.groups, begun, strict=True) if group != few)
    for n, group in enumerate(long):
        id, name = f"group-{n + 1}", group.heading or context.words["themes"]["others"]
        pages_of = runs(group.themes, LISTED, _line_weight)
        views = [replace(view, groups=(ThemeGroup(group.heading, run),)) for run in pages_of]
        pages = [part_page(page, one, *numbered(id, name, part)) for part, one in enumerate(views)]
        parts[group.heading] = (Part(Link(name, pages[0].view.head.url), len(group.themes)),)
        below += beside_one_another(pages)
    yield replace(page, view=replace(view, groups=begun), parts=parts)
    yield from below


def _line_weight(line: ThemeLine) -> int:
    return LINE + size((line.link, line.gist.say, line.gist.channels))


def _pages(context: RenderContext, theme: Theme) -> Iterator[Page]:
    """A theme, and its parts where it has more facts than a page."""
    facts = context.briefing.facts_on(theme.id)

    def fill(kept: Kept) -> dict[str, Any]:
        figures, others = map(kept, _apart(facts))
        prose = () if kept.is_part else theme.state_of_play
        return {
            "figures": cards(context, figures),
            "facts": cards_by_event(context, others),
            "ledger": context.ledger((*figures, *others), prose),
        }

    page = Page(KINDS["themes"].template, theme_view(context, theme), parts=_all_charts(context, theme))
    yield from cut(context, page, facts, fill, dict.fromkeys(("positions", "differences", "developments"), LINES))


def _all_charts(context: RenderContext, theme: Theme) -> dict[str, tuple[Part, ...]]:
    """The way to all charts, where those about the theme are too many for its page."""
    about = sum(theme.id in group.about for group in context.briefing.content.site.figures)
    all_of_them = charts_link(context)
    return {"charts": (Part(all_of_them, about),)} if all_of_them and about > FEW else {}


def _apart(facts: Iterable[BoundFact]) -> tuple[list[BoundFact], list[BoundFact]]:
    """The figures, and all others."""
    listed = list(facts)
    return [f for f in listed if f.kind == "figure"], [f for f in listed if f.kind != "figure"]


def theme_view(context: RenderContext, theme: Theme) -> ThemeView:
    content = context.briefing.content
    facts, bodies = context.briefing.facts_on(theme.id), {*content.countries, *content.organisations}
    figures, others = _apart(facts)
    return ThemeView(
        head=context.head("themes", theme.id, theme.name, theme.name),
        name=theme.name,
        state_of_play=context.sentences(theme.state_of_play),
        positions=positions_about(context, theme.id),
        charts=charts_about(context, theme.id),
        figures=cards(context, figures),
        differences=differences(context, facts, theme.id),
        developments=developments(context, facts, theme.id),
        facts=cards_by_event(context, others),
        leaders=concerned(context, facts, content.leaders.keys()),
        countries=concerned(context, facts, bodies),
        unknowns=context.unknowns(theme.id),
        ledger=context.ledger(facts, theme.state_of_play),
    )


def themes_view(context: RenderContext) -> ThemesView:
    listed = tuple(
        ThemeGroup(
            heading, tuple(ThemeLine(context.link(theme.id), context.gist(theme.state_of_play)) for theme in themes)
        )
        for heading, themes in _by_group(context).items()
    )
    return ThemesView(context.index_head("themes"), listed, context.ledger(()))


def themes_in_order(context: RenderContext) -> list[Link]:
    """The themes in the order of their pages."""
    return [context.link(theme.id) for themes in _by_group(context).values() for theme in themes]


def _by_group(context: RenderContext) -> dict[str, list[Theme]]:
    groups: dict[str, list[Theme]] = {}
    for theme in context.briefing.content.themes.values():
        groups.setdefault(theme.group or "", []).append(theme)
    return groups
