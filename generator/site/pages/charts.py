"""What a comparison of figures shows: figures of one kind side by side, each with what exactly it counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.briefing import normalised_answer
from generator.content.registries import Question
from generator.content.site import FigureGroup, KeyFigure
from generator.evidence.proving import BoundFact
from generator.evidence.qualifiers import Qualifier, measures
from generator.site.parts.context import RenderContext
from generator.site.parts.cut import FEW, LINES, MOST, beside_one_another, filled, numbered, part_page
from generator.site.parts.page import ChannelNote, Head, Ledger, Link, Page, Part, Source
from generator.site.pictures import scales

ANCHOR = "figures-{n}"
DRAWN = 8  # charts of a page


@dataclass(frozen=True)
class Given:
    """An article that gives the figure: its facts, and the dates or events that they belong to."""

    article: Link
    occasions: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Point:
    """A figure as it is written, its place on the scale, and what it counts."""

    figure: str
    counts: str
    value: Decimal
    qualifier: Qualifier
    given: tuple[Given, ...]
    proved: bool
    channels: tuple[ChannelNote, ...] = ()  # through whom its facts are known, where it does not say so itself


@dataclass(frozen=True)
class Scale:
    """Figures that count the same thing, in the order in which they were written; one alone has nothing beside it."""

    counts: str  # what they count, where the group has several such things
    points: tuple[Point, ...]

    @property
    def drawn(self) -> scales.Drawn[scales.Valued] | None:
        return scales.amounts(self.points) if len(self.points) > 1 else None


@dataclass(frozen=True)
class Chart:
    """Figures of one kind: each scale has those that count the same thing, and no other."""

    anchor: str  # on the page of all figures
    name: str
    unit: str
    scales: tuple[Scale, ...]
    articles: int
    edition: str
    proved: bool  # its name and its unit are
    rest: tuple[Part, ...] = ()  # where all its figures stand, if only the first do here

    @property
    def points(self) -> tuple[Point, ...]:
        return tuple(point for scale in self.scales for point in scale.points)

    @property
    def is_drawn(self) -> bool:
        return any(scale.drawn for scale in self.scales)


@dataclass(frozen=True)
class ChartsView:
    head: Head
    charts: tuple[Chart, ...]
    ledger: Ledger


def charts_pages(context: RenderContext) -> Iterator[Page]:
    """The page of all figures, where there are any to compare, and the pages of what is too long for it."""
    groups = context.briefing.content.site.figures
    if not groups:
        return
    prose = [sentence for group in groups for sentence in (group, *group.points)]
    whole, empty = charts(context), ChartsView(_head(context), (), context.ledger((), prose))
    page = Page("charts.md.j2", replace(empty, charts=tuple(map(_begun, whole[:DRAWN]))))
    if len(whole) > DRAWN:
        below = _each_of(page, "charts", context.words["parts"]["lists"]["charts"], list(map(_begun, whole)), DRAWN)
        page = replace(
            page, parts={"charts": (Part(Link(below[0].view.head.title, below[0].view.head.url), len(whole)),)}
        )
        yield from below
    yield page
    for chart in (chart for chart in whole if len(chart.points) > LINES):
        points = list(chart.points)
        runs = [_with(chart, points[n : n + MOST]) for n in range(0, len(points), MOST)]
        yield from _each_of(page, chart.anchor, chart.name, runs, 1)


def _head(context: RenderContext) -> Head:
    words = context.words["figures"]
    return Head("figures.md", words["title"], words["lead"], context.index("questions"))


def _each_of(page: Page, id: str, name: str, charts: Sequence[Chart], most: int) -> list[Page]:
    """Pages with some of these charts each."""
    runs = [tuple(charts[n : n + most]) for n in range(0, len(charts), most)]
    views = (filled(page.view, {"charts": run}) for run in runs)
    return beside_one_another(part_page(page, view, *numbered(id, name, n)) for n, view in enumerate(views))


def _begun(chart: Chart) -> Chart:
    """The first figures of a chart that has too many, and the way to all of them."""
    if len(chart.points) <= LINES:
        return chart
    all_of_it = Part(Link(chart.name, f"figures/{chart.anchor}.html"), len(chart.points))
    return replace(_with(chart, chart.points[:LINES]), rest=(all_of_it,))


def _with(chart: Chart, points: Sequence[Point]) -> Chart:
    """The chart with these of its figures alone."""
    kept = {id(point) for point in points}
    scales = (replace(scale, points=tuple(one for one in scale.points if id(one) in kept)) for scale in chart.scales)
    return replace(chart, scales=tuple(scale for scale in scales if scale.points))


def charts_link(context: RenderContext) -> Link | None:
    """The way to the page of all figures, where there is one."""
    return Link(context.words["figures"]["link"], "figures.html") if context.briefing.content.site.figures else None


def charts_about(context: RenderContext, theme: str) -> tuple[Chart, ...]:
    """The first charts about a theme, each with its first figures."""
    return tuple(map(_begun, charts(context, theme)[:FEW]))


def charts(context: RenderContext, theme: str = "") -> tuple[Chart, ...]:
    """All charts, or those about a theme, in the order in which they were written."""
    groups = enumerate(context.briefing.content.site.figures, start=1)
    return tuple(_chart(context, group, n) for n, group in groups if not theme or theme in group.about)


def _chart(context: RenderContext, group: FigureGroup, number: int) -> Chart:
    facts = [fact for point in group.points for fact in context.briefing.facts_by_id(point.from_)]
    return Chart(
        ANCHOR.format(n=number),
        group.name,
        group.unit,
        tuple(_scales(context, group)),
        len({fact.article for fact in facts}),
        context.day(context.briefing.content.site.edition),
        context.briefing.is_proved(group),
    )


def _scales(context: RenderContext, group: FigureGroup) -> Iterator[Scale]:
    """One scale for each thing that is counted, in the order in which it comes first.

    Points that have no `counts` count the same thing where they answer one question, and else each another.
    """
    scales_by_key: dict[tuple[str, str], list[Point]] = {}
    for number, point in enumerate(group.points):
        question = None if point.counts else question_of(context, point)
        key = (point.counts or "", "" if point.counts else question.id if question else str(number))
        scales_by_key.setdefault(key, []).append(_point(context, point))
    for (counts, _), points in scales_by_key.items():
        yield Scale(counts, tuple(points))


def question_of(context: RenderContext, record: KeyFigure) -> Question | None:
    """The question to the articles that a fact behind the figure answers with that very figure."""
    for fact in context.briefing.facts_by_id(record.from_):
        for id, answer in fact.answers.items():
            question = context.briefing.content.questions[id]
            if question.asks == "sources" and normalised_answer(answer) == normalised_answer(record.figure):
                return question
    return None


def _point(context: RenderContext, point: KeyFigure) -> Point:
    measure = measures(point.figure)[0]
    proved = context.briefing.is_proved(point)
    given, channels = tuple(_by_article(context, point)), context.unnamed_channels(point)
    return Point(point.figure, point.say, measure.value, measure.qualifier, given, proved, channels)


def _by_article(context: RenderContext, point: KeyFigure) -> Iterator[Given]:
    by_article: dict[str, list[BoundFact]] = {}
    for fact in context.briefing.facts_by_id(point.from_):
        by_article.setdefault(fact.article, []).append(fact)
    for article, facts in by_article.items():
        occasions = dict.fromkeys(context.occasion(fact).name for fact in facts)
        sources = tuple(context.source(fact.id, number) for number, fact in enumerate(facts, 1))
        yield Given(context.source_link(article), tuple(filter(None, occasions)), sources)
