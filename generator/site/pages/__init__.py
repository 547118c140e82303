"""What each page says, one module a kind of page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple

from generator.content.kinds import KINDS, PAGES
from generator.site.pages.answer_tables import answer_table_pages
from generator.site.pages.articles import article_pages
from generator.site.pages.changes import history_pages
from generator.site.pages.charts import charts_pages
from generator.site.pages.countries import country_pages, organisation_pages
from generator.site.pages.events import event_pages, events_view
from generator.site.pages.explore import explore_pages
from generator.site.pages.home import home_page
from generator.site.pages.leaders import leader_pages
from generator.site.pages.leaders_index import leaders_in_order
from generator.site.pages.method import method_page
from generator.site.pages.own import own_pages
from generator.site.pages.print_edition_parts import print_edition_pages
from generator.site.pages.questions import question_pages
from generator.site.pages.questions_index import questions_in_order
from generator.site.pages.redirects import redirect_pages
from generator.site.pages.removed import removed_pages
from generator.site.pages.themes import theme_pages, themes_in_order
from generator.site.pages.unknown import unknown_page
from generator.site.parts.context import RenderContext
from generator.site.parts.neighbours import NO_ORDER, Order
from generator.site.parts.page import Link, Page
from generator.work.reads import Reads, noted


def navigation(words: Mapping[str, Any]) -> tuple[Link, ...]:
    """The site's tabs, each with its Markdown: the index of each kind, and the search; the masthead leads home."""
    tabs = words["frame"]["tabs"]
    indexes = (Link(tabs[name], f"{name}/index.md") for name in PAGES if KINDS[name].has_index)
    return (*indexes, Link(tabs["explore"], "explore.md"))


OF_SUBJECTS: Mapping[str, Callable[[RenderContext, str], Iterable[Page]]] = {
    "leaders": leader_pages,
    "countries": country_pages,
    "organisations": organisation_pages,
    "themes": theme_pages,
    "events": event_pages,
    "questions": question_pages,
    "articles": article_pages,
}
ALONE: Mapping[str, Callable[[RenderContext], Iterable[Page]]] = {
    "home": lambda context: [home_page(context)],
    "charts": charts_pages,
    "answer-tables": answer_table_pages,
    "own": own_pages,
    "removed": removed_pages,
    "unknown": unknown_page,
    "redirects": redirect_pages,
    "history": history_pages,
    "explore": explore_pages,
    "print-edition": print_edition_pages,
}


class Unit(NamedTuple):
    """What is made alone, of nothing but the context: the pages of one subject, a list, or a page of its own."""

    kind: str  # that of the subject, or a name of its own such as `home`
    id: str = ""  # of the subject; a list has none


@dataclass(frozen=True)
class Pages:
    """Every page but that of the data files, which assembly makes with a sample of them."""

    context: RenderContext
    method: str  # the text of the page on method
    _orders: dict[str, tuple[Order, Reads]] = field(default_factory=dict, compare=False)  # by the kind of their entries

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """All that is made, in the order in which the pages stand."""
        briefing, content = self.context.briefing, self.context.briefing.content
        return (
            Unit("home"),
            *_each("leaders", content.leaders),
            *(Unit("countries", id) for id in content.countries),
            *(Unit("organisations", id) for id in content.organisations),
            Unit("countries"),
            *_each("themes", content.themes),
            *_each("events", content.events),
            Unit("charts"),
            *_each("questions", content.questions),
            Unit("answer-tables"),
            *(Unit("articles", id) for id in (*briefing.curated, *briefing.unread)),
            Unit("removed"),
            Unit("articles"),
            *map(Unit, ("unknown", "redirects", "history", "explore", "method", "own", "print-edition")),
        )

    def of(self, unit: Unit) -> Iterator[Page]:
        """The pages of a unit, each with what stands beside it."""
        order, _ = self.order(unit.kind) if unit.id else (NO_ORDER, None)
        return (replace(page, neighbours=order.of(page)) for page in self._made(*unit))

    def _made(self, kind: str, id: str) -> Iterable[Page]:
        if kind == "method":
            return (method_page(self.context, self.method),)
        return OF_SUBJECTS[kind](self.context, id) if kind in OF_SUBJECTS else ALONE[kind](self.context)

    def order(self, kind: str) -> tuple[Order, Reads]:
        """What stands beside the entries of a kind, and what was read for that."""
        if kind not in self._orders:  # a page depends on the order, and not on what was read for that
            self._orders[kind] = noted(lambda: Order.of_index(ORDERS[kind](self.context)))
        return self._orders[kind]


def _each(kind: str, ids: Iterable[str]) -> Iterator[Unit]:
    """The entries of a registry, and their list behind them."""
    yield from (Unit(kind, id) for id in ids)
    yield Unit(kind)


ORDERS: dict[str, Callable[[RenderContext], Sequence[Link]]] = {  # the entries of each index as it lists them
    "leaders": leaders_in_order,
    "countries": lambda context: context.links(context.briefing.content.countries),
    "organisations": lambda context: context.links(context.briefing.content.organisations),
    "themes": themes_in_order,
    "events": lambda context: events_view(context).events,
    "questions": questions_in_order,
    "articles": lambda context: [line.link for line in context.source_lines.values()],
}
