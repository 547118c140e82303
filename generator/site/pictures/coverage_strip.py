"""What became of an article's paragraphs at a glance: which have facts, on which themes, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from generator.measures.coverage import Covered
from generator.site.parts.context import RenderContext
from generator.site.parts.cut import LINES
from generator.site.parts.page import Link

MOST = 160  # boxes of a picture
MARKS = 400  # on all of its lines
NAMES = 600  # of themes beside its boxes
State = Literal["covered", "skipped", "short", "open"]
STATES: dict[Literal["facts", "skipped", "short", "open"], State] = {
    "facts": "covered",
    "skipped": "skipped",
    "short": "short",
    "open": "open",
}


@dataclass(frozen=True)
class StateRange:
    """A paragraph that has facts or should have, or a run of those that were left out for one reason."""

    first: int
    last: int
    state: State
    facts: int
    because: str
    themes: tuple[Link, ...]  # in the order of the registry


@dataclass(frozen=True)
class Mark:
    """Neighbouring paragraphs with facts on one theme."""

    before: int  # how many paragraphs come before it
    first: int
    last: int


@dataclass(frozen=True)
class ThemeMarks:
    """A theme, and where in the article its facts stand."""

    theme: Link
    paragraphs: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Strip:
    paragraphs: int
    edition: str
    states: tuple[State, ...]  # those that occur
    ranges: tuple[StateRange, ...]
    themes: tuple[ThemeMarks, ...]  # the most frequent first
    others: int = 0  # themes that are not drawn


def strip(context: RenderContext, paragraphs: tuple[Covered, ...]) -> Strip | None:
    """Nothing of an article that is too long to be seen at a glance."""
    on = {theme: _paragraphs_on(theme, paragraphs) for theme in context.briefing.content.themes}
    theme_marks = [
        ThemeMarks(context.link(theme), len(numbers), tuple(_marks(numbers)))
        for theme, numbers in on.items()
        if numbers
    ]
    ranges = tuple(_ranges(context, paragraphs))
    if len(ranges) > MOST or sum(len(run.themes[:LINES]) for run in ranges) > NAMES:
        return None
    drawn = tuple(_with_room(sorted(theme_marks, key=lambda row: -row.paragraphs)))
    return Strip(
        len(paragraphs),
        context.day(context.briefing.content.site.edition),
        tuple(state for state in STATES.values() if any(run.state == state for run in ranges)),
        ranges,
        drawn,
        len(theme_marks) - len(drawn),
    )


def _with_room(themes: Iterable[ThemeMarks]) -> Iterator[ThemeMarks]:
    """The most frequent themes, as many as can be drawn below one another."""
    marks = 0
    for number, row in enumerate(themes):
        marks += len(row.marks)
        if number == LINES or (marks > MARKS and number):
            return
        yield row


def _paragraphs_on(theme: str, paragraphs: Iterable[Covered]) -> list[int]:
    return [paragraph.number for paragraph in paragraphs if any(theme in fact.subjects for fact in paragraph.facts)]


def _marks(numbers: list[int]) -> Iterator[Mark]:
    for _, run in groupby(enumerate(numbers), key=lambda place: place[1] - place[0]):
        neighbours = [number for _, number in run]
        yield Mark(neighbours[0] - 1, neighbours[0], neighbours[-1])


def _ranges(context: RenderContext, paragraphs: Iterable[Covered]) -> Iterator[StateRange]:
    def state_and_reason(paragraph: Covered) -> tuple[Literal["facts", "skipped", "short", "open"], str, int]:
        own_number = paragraph.number if paragraph.state in ("facts", "open") else 0
        return paragraph.state, paragraph.because or "", own_number

    for (state, because, _), run in groupby(paragraphs, key=state_and_reason):
        covered = list(run)
        themes = {subject for paragraph in covered for fact in paragraph.facts for subject in fact.subjects}
        yield StateRange(
            covered[0].number,
            covered[-1].number,
            STATES[state],
            sum(len(paragraph.facts) for paragraph in covered),
            because,
            tuple(context.link(id) for id in context.briefing.content.themes if id in themes),
        )
