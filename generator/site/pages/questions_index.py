"""The list of questions, by what came of them, and the ways to their tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from generator.analysis.agreement import VERDICTS, Verdict, verdict
from generator.content.registries import Question
from generator.site.pages.charts import charts_link
from generator.site.parts.comparisons import comparison
from generator.site.parts.context import RenderContext
from generator.site.parts.cut import bare, beside_one_another, filled, numbered, part_page
from generator.site.parts.page import Comparison, Head, Ledger, Link, Page, Part
from generator.site.parts.room import SOME, fits, fitting, runs, size
from generator.site.render.markup import IN_LINE

LISTED = 48  # questions of an index
AROUND = 400  # bytes of each of them beside its texts
FIRST = 4  # of each of its groups, where it is cut


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
    if fits([one for of in groups.values() for group in of for one in group.comparisons], LISTED, _weight):
        yield page
        return
    parts: dict[str, tuple[Part, ...]] = {}
    below: list[Page] = []
    first = {}
    for asks, of in groups.items():
        first[asks] = tuple(
            replace(group, comparisons=tuple(fitting(group.comparisons, FIRST, _weight, SOME)), total=group.number)
            for group in of
        )
        long = (group for group, few in zip(of, first[asks], strict=True) if few.comparisons != group.comparisons)
        for group in long:
            id, name = f"{asks}-{group.verdict}", context.words["question"][asks]["groups"][group.verdict]
            pages_of = runs(group.comparisons, LISTED, _weight)
            views = [filled(bare(view), {asks: (VerdictGroup(group.verdict, run),)}) for run in pages_of]
            pages = [part_page(page, one, *numbered(id, name, n)) for n, one in enumerate(views)]
            parts[id] = (Part(Link(name, pages[0].view.head.url), group.number),)
            below += beside_one_another(pages)
    yield replace(page, view=filled(view, first), parts=parts)
    yield from below


def _weight(one: Comparison) -> int:
    """Of its answers, of who gives them and of who gives none, as many stand here as are read in a line."""
    answers = [(answer.text, answer.respondents[:IN_LINE]) for answer in one.answers[:IN_LINE]]
    others = [of.answers[:IN_LINE] for of in one.developments[:IN_LINE]]
    absent = [(of.link, of.first) for alike in one.unanswered for of in alike.by[:IN_LINE]]
    return AROUND + size((one.question, answers, others, absent))


def questions_view(context: RenderContext) -> QuestionsView:
    def groups(asks: str) -> tuple[VerdictGroup, ...]:
        of_verdicts = _by_verdict(context, asks).items()
        return tuple(VerdictGroup(v, tuple(comparison(context, one) for one in asked)) for v, asked in of_verdicts)

    sides = groups("sources"), groups("speakers")
    return QuestionsView(context.index_head("questions"), *sides, tables(context), context.ledger(()))


def questions_in_order(context: RenderContext) -> list[Link]:
    """The questions in the order of their pages."""
    groups = (asked for asks in ("speakers", "sources") for asked in _by_verdict(context, asks).values())
    return [context.link(question.id) for asked in groups for question in asked]


def _by_verdict(context: RenderContext, asks: str) -> dict[Verdict, list[Question]]:
    """The questions to articles or to speakers, by what came of them."""
    found: dict[Verdict, list[Question]] = {of: [] for of in VERDICTS}
    for question in context.briefing.content.questions.values():
        if question.asks == asks:
            found[verdict(context.briefing, question)].append(question)
    return {of: asked for of, asked in found.items() if asked}


def tables(context: RenderContext) -> tuple[Link, ...]:
    """The two tables of the whole dossier, and the page of all figures, where there is one."""
    figures = charts_link(context)
    return (table(context, "sources"), table(context, "speakers"), *((figures,) if figures else ()))


def table(context: RenderContext, asks: Literal["sources", "speakers"]) -> Link:
    name = "articles" if asks == "sources" else "speakers"
    return Link(context.words["grids"][name]["title"], f"questions/by/{name}.html")
