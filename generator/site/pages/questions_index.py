"""The list of questions, by what came of them, and the ways to their tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from generator.analysis.agreement import VERDICTS, Verdict
from generator.site.pages.charts import charts_link
from generator.site.parts.comparisons import comparison
from generator.site.parts.context import RenderContext
from generator.site.parts.cut import bare, beside_one_another, filled, numbered, part_page
from generator.site.parts.page import Comparison, Head, Ledger, Link, Page, Part

LISTED = 48  # questions of an index
FIRST = 3  # of each of its groups, where it is cut


@dataclass(frozen=True)
class VerdictGroup:
    verdict: Verdict
    comparisons: tuple[Comparison, ...]
    total: int = 0  # where some of them stand here

    @property
    def number(self) -> int:
        return self.total or len(self.comparisons)


@dataclass(frozen=True)
class QuestionsView:
    """Questions by what came of them: difference first, then other words, agreement, and single answers."""

    head: Head
    sources: tuple[VerdictGroup, ...]
    speakers: tuple[VerdictGroup, ...]
    tables: tuple[Link, ...]  # of articles, of speakers, and of figures
    ledger: Ledger


def index_pages(context: RenderContext) -> Iterator[Page]:
    """The list of questions; where these are too many, the first of each group, which stands whole on its own pages."""
    view = questions_view(context)
    page, groups = Page("questions.md.j2", view), {"sources": view.sources, "speakers": view.speakers}
    if sum(len(group.comparisons) for of in groups.values() for group in of) <= LISTED:
        yield page
        return
    parts: dict[str, tuple[Part, ...]] = {}
    below: list[Page] = []
    first = {}
    for asks, of in groups.items():
        first[asks] = tuple(replace(group, comparisons=group.comparisons[:FIRST], total=group.number) for group in of)
        for group in (group for group in of if len(group.comparisons) > FIRST):
            id, name = f"{asks}-{group.verdict}", context.words["question"][asks]["groups"][group.verdict]
            runs = [group.comparisons[n : n + LISTED] for n in range(0, len(group.comparisons), LISTED)]
            views = [filled(bare(view), {asks: (VerdictGroup(group.verdict, run),)}) for run in runs]
            pages = [part_page(page, one, *numbered(id, name, n)) for n, one in enumerate(views)]
            parts[id] = (Part(Link(name, pages[0].view.head.url), group.number),)
            below += beside_one_another(pages)
    yield replace(page, view=filled(view, first), parts=parts)
    yield from below


def questions_view(context: RenderContext) -> QuestionsView:
    by_verdict: dict[tuple[str, str], list[Comparison]] = {}
    for question in context.briefing.content.questions.values():
        compared = comparison(context, question)
        by_verdict.setdefault((question.asks, compared.verdict), []).append(compared)

    def groups(asks: str) -> tuple[VerdictGroup, ...]:
        return tuple(VerdictGroup(v, tuple(by_verdict[asks, v])) for v in VERDICTS if (asks, v) in by_verdict)

    sides = groups("sources"), groups("speakers")
    return QuestionsView(context.index_head("questions"), *sides, tables(context), context.ledger(()))


def tables(context: RenderContext) -> tuple[Link, ...]:
    """The two tables of the whole dossier, and the page of all figures, where there is one."""
    figures = charts_link(context)
    return (table(context, "sources"), table(context, "speakers"), *((figures,) if figures else ()))


def table(context: RenderContext, asks: Literal["sources", "speakers"]) -> Link:
    name = "articles" if asks == "sources" else "speakers"
    return Link(context.words["grids"][name]["title"], f"questions/by/{name}.html")
