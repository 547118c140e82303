"""What became of an article's paragraphs at a glance: which have facts, on which themes, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from generator.measures.coverage import Covered
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Link

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


def strip(context: RenderContext, paragraphs: tuple[Covered, ...]) -> Strip:
    on = {theme: _paragraphs_on(theme, paragraphs) for theme in context.briefing.content.themes}
    theme_marks = [
        ThemeMarks(context.link(theme), len(found), tuple(_marks(found))) for theme, found in on.items() if found
    ]
    ranges = tuple(_ranges(context, paragraphs))
    return Strip(
        len(paragraphs),
        context.day(context.briefing.content.site.edition),
        tuple(state for state in STATES.values() if any(one.state == state for one in ranges)),
        ranges,
        tuple(sorted(theme_marks, key=lambda row: -row.paragraphs)),
    )


def _paragraphs_on(theme: str, paragraphs: Iterable[Covered]) -> list[int]:
    return [one.number for one in paragraphs if any(theme in fact.subjects for fact in one.facts)]


def _marks(numbers: list[int]) -> Iterator[Mark]:
    for _, run in groupby(enumerate(numbers), key=lambda place: place[1] - place[0]):
        found = [number for _, number in run]
        yield Mark(found[0] - 1, found[0], found[-1])


def _ranges(context: RenderContext, paragraphs: Iterable[Covered]) -> Iterator[StateRange]:
    def alike(one: Covered) -> tuple[Literal["facts", "skipped", "short", "open"], str, int]:
        alone = one.number if one.state in ("facts", "open") else 0
        return one.state, one.because or "", alone

    for (state, because, _), run in groupby(paragraphs, key=alike):
        found = list(run)
        themes = {subject for one in found for fact in one.facts for subject in fact.subjects}
        yield StateRange(
            found[0].number,
            found[-1].number,
            STATES[state],
            sum(len(one.facts) for one in found),
            because,
            tuple(context.link(id) for id in context.briefing.content.themes if id in themes),
        )
