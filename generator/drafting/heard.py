"""The sentences of an article as they are heard: each with its cues, and with whom its pronouns mean."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.drafting.lines import Line
from generator.drafting.memory import Speaker
from generator.drafting.subjects import Subject
from generator.drafting.told import Attribution

Speakers = tuple[Speaker, ...]


@dataclass(frozen=True)
class Heard:
    """A sentence with its cues, its first subject, and whom each of its pronouns means where it stands."""

    line: Line
    cues: tuple[Attribution, ...] = ()
    subject: Subject | None = None
    meant: Mapping[str, Speakers] = field(default_factory=dict)

    @property
    def first(self) -> int:
        return self.line.offset

    @property
    def last(self) -> int:
        return self.line.offset + len(self.line.tokens) - 1


def sentence_at(heard: Sequence[Heard], spot: int) -> int:
    """The number of the sentence of a paragraph that a token stands in."""
    return bisect_right(heard, spot, key=lambda one: one.first) - 1


def sentences_of(heard: Sequence[Heard], first: int, last: int) -> Sequence[Heard]:
    """The sentences of a paragraph that a run of its tokens stands in."""
    return heard[sentence_at(heard, first) : sentence_at(heard, last) + 1]


Paragraphs = Sequence[Sequence[Heard]]
