"""What a fact may be bound to: the sentences that its passages touch, and those that it points to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.content.dates import Edtf
from generator.content.model import Event, Fact
from generator.evidence.figures import date_form
from generator.evidence.matching import Located
from generator.evidence.names import Gazetteer, fold, parts
from generator.evidence.source import Outline, Source, Spot
from generator.evidence.text import normalise, tokens


@dataclass(frozen=True)
class Names:
    """Whom some sentences name, and the capitalised words that stand in them."""

    subjects: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, spoken: Iterable[str], table: Gazetteer, *, whole: bool = True) -> Names:
        """From runs of names; if these are not the whole of their sentences' names, only what is sure."""
        runs = [parts(tokens(name)) for name in spoken]
        named = [name for run in runs for name in table.registered(run)]
        subjects = {name.subject for name in named if name.subject and (whole or not table.may_hide(name))}
        words = {fold(part.text) for run in runs for part in run if part.capital}
        return cls(frozenset(subjects), frozenset(words))


@dataclass(frozen=True)
class Ground:
    """Everything that a fact may be bound to."""

    fact: Fact
    located: tuple[Located, ...]
    source: Source
    table: Gazetteer
    published: Edtf
    event: Event | None = None

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """The sentences that the passages touch."""
        standings = [one.standing for one in self.located if one.standing]
        return tuple(sorted({stretch.spot for standing in standings for stretch in standing.stretches}))

    @cached_property
    def behind(self) -> tuple[Spot, ...]:
        """The touched sentences and the earlier ones of their paragraphs: where names may stand."""
        last = {spot.paragraph: spot for spot in self.spots}
        spots = (outline.spot for outline in self.source.outlines)
        return tuple(spot for spot in spots if spot.paragraph in last and spot <= last[spot.paragraph])

    @cached_property
    def found(self) -> bool:
        """Whether every passage was found, so that no other sentence can prove anything."""
        return all(one.standing for one in self.located)

    @cached_property
    def knows_names(self) -> bool:
        """Whether the source has every name that the alias table knows."""
        return self.source.has_all_names_of(self.table)

    @cached_property
    def names(self) -> Names:
        """Whom the sentences name, and the name and the place of the fact's event."""
        lines = [self.event.name, *self.event.aliases, self.event.place or ""] if self.event else []
        event = Names.of(map(normalise, lines), self.table)
        told = self.names_in(self.behind)
        return Names(told.subjects | event.subjects, told.words | event.words)

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The numbers and dates of the touched sentences."""
        return tuple(form for outline in self.outlines(self.spots) for form in outline.figures)

    def names_in(self, spots: Sequence[Spot]) -> Names:
        runs = (run for outline in self.outlines(spots) for run in outline.names)
        return Names.of(runs, self.table, whole=self.knows_names)

    def outlines(self, spots: Sequence[Spot]) -> Iterator[Outline]:
        return (outline for outline in self.source.outlines if outline.spot in spots)

    def nearest(self, has: Iterable[Spot]) -> str:
        """The remedy for something unbound: the sentence nearest to the passage that has it."""
        first = self.spots[0].paragraph
        found = sorted(has, key=lambda spot: (abs(spot.paragraph - first), spot))
        return f"the nearest sentence that has it is {found[0]}" if found else "no sentence of the article has it"


def edtf_forms(date: Edtf) -> tuple[str, ...]:
    """The dates that an EDTF text names, in the form that figures have; an open end names none."""
    return tuple(_form(end.rstrip("~?%")) for end in date.text.split("/") if end != "..")


def months_of(event: Event) -> tuple[str, ...]:
    """By what our words may date an event: its month, because its day is not that of all that is said about it."""
    return tuple(f"{form[:-2]}XX" for form in edtf_forms(event.when.date))


def _form(end: str) -> str:
    """A season or a decade has a form that no sentence gives, so that it must be inferred."""
    year, month, day = (int(part) if part.isdigit() else None for part in [*end.split("-"), "", ""][:3])
    return date_form(year, month, day) if year else f"date {end[:4]}-XX-XX"
