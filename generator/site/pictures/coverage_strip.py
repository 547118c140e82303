"""What became of an article's paragraphs at a glance: which have facts, on which themes, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from generator.measures.coverage import Covered
from generator.site.parts.context import Book
from generator.site.parts.page import Link

State = Literal["covered", "skipped", "short", "open"]
STATES: dict[Literal["facts", "skipped", "short", "open"], State] = {
    "facts": "covered",
    "skipped": "skipped",
    "short": "short",
    "open": "open",
}


@dataclass(frozen=True)
class Stretch:
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
class Thread:
    """A theme, and where in the article its facts stand."""

    theme: Link
    paragraphs: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Strip:
    paragraphs: int
    edition: str
    states: tuple[State, ...]  # those that occur
    stretches: tuple[Stretch, ...]
    threads: tuple[Thread, ...]  # the most frequent first


def strip(book: Book, paragraphs: tuple[Covered, ...]) -> Strip:
    on = {theme: _paragraphs_on(theme, paragraphs) for theme in book.briefing.content.themes}
    threads = [Thread(book.link(theme), len(found), tuple(_marks(found))) for theme, found in on.items() if found]
    stretches = tuple(_stretches(book, paragraphs))
    return Strip(
        len(paragraphs),
        book.day(book.briefing.content.site.edition),
        tuple(state for state in STATES.values() if any(one.state == state for one in stretches)),
        stretches,
        tuple(sorted(threads, key=lambda thread: -thread.paragraphs)),
    )


def _paragraphs_on(theme: str, paragraphs: Iterable[Covered]) -> list[int]:
    return [one.number for one in paragraphs if any(theme in fact.subjects for fact in one.facts)]


def _marks(numbers: list[int]) -> Iterator[Mark]:
    for _, run in groupby(enumerate(numbers), key=lambda place: place[1] - place[0]):
        found = [number for _, number in run]
        yield Mark(found[0] - 1, found[0], found[-1])


def _stretches(book: Book, paragraphs: Iterable[Covered]) -> Iterator[Stretch]:
    def alike(one: Covered) -> tuple[Literal["facts", "skipped", "short", "open"], str, int]:
        alone = one.number if one.state in ("facts", "open") else 0
        return one.state, one.because or "", alone

    for (state, because, _), run in groupby(paragraphs, key=alike):
        found = list(run)
        themes = {subject for one in found for fact in one.facts for subject in fact.subjects}
        yield Stretch(
            found[0].number,
            found[-1].number,
            STATES[state],
            sum(len(one.facts) for one in found),
            because,
            tuple(book.link(id) for id in book.briefing.content.themes if id in themes),
        )
