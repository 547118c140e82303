"""What a comparison of figures shows: figures of one kind side by side, each with what exactly it counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.content.site import FigureGroup, KeyFigure
from generator.evidence.proving import BoundFact
from generator.evidence.qualifiers import Exactness, measures
from generator.site.parts.context import Book
from generator.site.parts.page import Head, Ledger, Link, Page, Source
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
    exactness: Exactness
    given: tuple[Given, ...]
    proved: bool


@dataclass(frozen=True)
class FigurePlot:
    """Figures on one scale, in the order in which they were written."""

    anchor: str  # on the page of all figures
    name: str
    unit: str
    points: tuple[Point, ...]
    articles: int
    edition: str
    proved: bool  # its name and its unit are

    @property
    def drawn(self) -> scales.Drawn[scales.Valued]:
        return scales.amounts(self.points)


@dataclass(frozen=True)
class FiguresView:
    head: Head
    plots: tuple[FigurePlot, ...]
    ledger: Ledger


def figures_pages(book: Book) -> Iterable[Page]:
    """The page of all figures, where there are any to compare."""
    groups = book.briefing.content.site.figures
    if groups:
        said = book.words["figures"]
        prose = [said for group in groups for said in (group, *group.points)]
        head = Head("figures.md", said["title"], said["lead"], book.index("questions"))
        yield Page("figures.md.j2", FiguresView(head, figure_plots(book), book.ledger((), prose)))


def compared(book: Book) -> Link | None:
    """The way to the page of all figures, where there is one."""
    return Link(book.words["figures"]["link"], "figures.html") if book.briefing.content.site.figures else None


def figure_plots(book: Book, theme: str = "") -> tuple[FigurePlot, ...]:
    """All of them, or those about a theme, in the order in which they were written."""
    groups = enumerate(book.briefing.content.site.figures, start=1)
    return tuple(_plot(book, group, n) for n, group in groups if not theme or theme in group.about)


def _plot(book: Book, group: FigureGroup, number: int) -> FigurePlot:
    facts = [fact for point in group.points for fact in book.briefing.cited(point.from_)]
    return FigurePlot(
        ANCHOR.format(n=number),
        group.name,
        group.unit,
        tuple(_point(book, point) for point in group.points),
        len({fact.article for fact in facts}),
        book.day(book.briefing.content.site.edition),
        book.briefing.is_proved(group),
    )


def _point(book: Book, point: KeyFigure) -> Point:
    measure = measures(point.figure)[0]
    proved = book.briefing.is_proved(point)
    return Point(point.figure, point.say, measure.value, measure.exactness, tuple(_given(book, point)), proved)


def _given(book: Book, point: KeyFigure) -> Iterator[Given]:
    by_article: dict[str, list[BoundFact]] = {}
    for fact in book.briefing.cited(point.from_):
        by_article.setdefault(fact.article, []).append(fact)
    for article, facts in by_article.items():
        occasions = dict.fromkeys(book.occasion(fact).name for fact in facts)
        sources = tuple(book.source(fact.id, number) for number, fact in enumerate(facts, 1))
        yield Given(book.article(article), tuple(filter(None, occasions)), sources)
