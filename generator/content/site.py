"""What a dossier says of itself as a whole: the record of `site.yml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.content.dates import Day
from generator.content.marks import Bound, Ours
from generator.content.record import Record, Sentence
from generator.content.values import EventId, Text, ThemeId, Url, Whole


class KeyFigure(Sentence):
    """A number that matters, as the home page shows it: the figure, and what it counts."""

    figure: Bound[Text]


class FigureGroup(Record):
    """One quantity as several facts give it, drawn on one scale; each figure says what exactly it counts."""

    name: Bound[Text]
    unit: Bound[Text]
    about: tuple[ThemeId, ...] = ()
    points: Annotated[tuple[KeyFigure, ...], Field(min_length=1)]

    @property
    def from_(self) -> tuple[str, ...]:
        """The facts behind its figures: what they share, its name and its unit say."""
        return tuple(dict.fromkeys(fact for point in self.points for fact in point.from_))


class Limits(Record):
    """How much of an article may be quoted."""

    passage_words: Whole = 20
    sentence_percent: Whole = 80
    article_percent: Whole = 45


class Site(Record):
    """What the whole dossier says of itself."""

    title: Ours[Text]
    description: Ours[Text]
    edition: Day
    bottom_line: tuple[Sentence, ...] = ()
    key_figures: tuple[KeyFigure, ...] = ()
    figures: tuple[FigureGroup, ...] = ()
    lead_events: tuple[EventId, ...] = ()
    open: tuple[Sentence, ...] = ()  # what the articles leave unsaid, each with the facts that the gap is seen from
    limits: Limits = Limits()
    rights: Ours[Text]
    corrections: Ours[Text]
    corrections_url: Url | None = None
