"""What a comparison of figures shows: figures of one kind side by side, each with what exactly it counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.briefing import normalised_answer
from generator.content.registries import Question
from generator.content.site import FigureGroup, KeyFigure
from generator.evidence.proving import BoundFact
from generator.evidence.qualifiers import Qualifier, measures
from generator.site.parts.context import RenderContext
from generator.site.parts.page import ChannelNote, Head, Ledger, Link, Page, Source
from generator.site.pictures import scales

ANCHOR = "figures-{n}"


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


def charts_pages(context: RenderContext) -> Iterable[Page]:
    """The page of all figures, where there are any to compare."""
    groups = context.briefing.content.site.figures
    if groups:
        words = context.words["figures"]
        prose = [sentence for group in groups for sentence in (group, *group.points)]
        head = Head("figures.md", words["title"], words["lead"], context.index("questions"))
        yield Page("charts.md.j2", ChartsView(head, charts(context), context.ledger((), prose)))


def charts_link(context: RenderContext) -> Link | None:
    """The way to the page of all figures, where there is one."""
    return Link(context.words["figures"]["link"], "figures.html") if context.briefing.content.site.figures else None


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
