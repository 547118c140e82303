"""What a dossier says of itself as a whole: the record of `site.yml`."""

from __future__ import annotations

from pydantic import Field

from generator.content.dates import Day
from generator.content.marks import Bound, Ours
from generator.content.record import Record, Sentence
from generator.content.values import EventId, Text, ThemeId, Url, Whole


class KeyFigure(Sentence):
    """A number that matters, as the home page shows it: the figure, and what it counts."""

    figure: Bound[Text] = Field(description="The number as it is shown, large.", examples=["50 percent"])


class ComparedFigure(KeyFigure):
    """A figure beside others; those that count the same thing, or answer the same question, share a scale."""

    counts: Bound[Text] | None = Field(
        default=None,
        description="What the number counts; figures with the same words here stand on one scale, and without any, "
        "those that answer one question.",
        examples=["what Norway pays"],
    )


class FigureGroup(Record):
    """One quantity as several facts give it; each figure says what exactly it counts."""

    name: Bound[Text] = Field(description="What is compared.", examples=["Norway's share"])
    unit: Bound[Text] = Field(
        description="What the numbers are numbers of; it stands at the scale.", examples=["percent of the cost"]
    )
    about: tuple[ThemeId, ...] = Field(
        default=(), description="The themes on whose pages it stands too.", examples=[["energy-links"]]
    )
    points: tuple[ComparedFigure, ...] = Field(
        min_length=1,
        description="Each figure as its facts give it, “about” and “more than” included, and what it counts, in order.",
        examples=[[{"figure": "50 percent", "say": "as first put.", "from": ["oslo-grid-pledge"]}]],
    )

    @property
    def from_(self) -> tuple[str, ...]:
        """The facts behind its figures: what they share, its name and its unit say."""
        return tuple(dict.fromkeys(fact for point in self.points for fact in point.from_))


class Limits(Record):
    """How long passages may be, alone and together."""

    passage_words: Whole = Field(default=20, description="The longest passage, in words.", examples=[20])
    sentence_percent: Whole = Field(
        default=80, description="A passage stays below this share of a longer sentence.", examples=[80]
    )
    article_percent: Whole = Field(
        default=45, description="All passages together, as a share of an article's words.", examples=[45]
    )


class Site(Record):
    """What the whole dossier says of itself."""

    title: Ours[Text] = Field(
        description="The name of the dossier; `site_name` in mkdocs.yml has the same words.",
        examples=["The North Link"],
    )
    description: Ours[Text] = Field(
        description="One sentence for search engines.", examples=["What two articles report about a power cable."]
    )
    edition: Day = Field(
        description="The date of this edition; the site knows no other clock.", examples=["2024-06-04"]
    )
    bottom_line: tuple[Sentence, ...] = Field(
        default=(),
        description="The first sentences of the home page.",
        examples=[[{"say": "Jane Doe named two shares.", "from": ["oslo-grid-pledge", "bergen-share"]}]],
    )
    key_figures: tuple[KeyFigure, ...] = Field(
        default=(),
        description="Numbers that matter.",
        examples=[[{"figure": "50 percent", "say": "Norway's part of the cable.", "from": ["oslo-grid-pledge"]}]],
    )
    figures: tuple[FigureGroup, ...] = Field(
        default=(),
        description="Quantities that several facts give, each drawn on one scale.",
        examples=[
            [
                {
                    "name": "Norway's share",
                    "unit": "percent of the cost",
                    "points": [{"figure": "50 percent", "say": "as first put.", "from": ["oslo-grid-pledge"]}],
                }
            ]
        ],
    )
    lead_events: tuple[EventId, ...] = Field(
        default=(), description="The events that the home page opens with.", examples=[["oslo-talks"]]
    )
    open: tuple[Sentence, ...] = Field(
        default=(),
        description="What the articles do not say, with the facts that the gap is seen from.",
        examples=[[{"say": "Nobody says who pays for the repairs.", "from": ["oslo-grid-pledge"]}]],
    )
    limits: Limits = Field(
        default=Limits(), description="How much of an article may be quoted.", examples=[{"passage_words": 20}]
    )
    rights: Ours[Text] = Field(
        description="What may be done with this edition; shown with it.", examples=["The articles are invented."]
    )
    corrections: Ours[Text] = Field(
        description="Where readers send corrections; at the foot of every page.", examples=["Write to the editors."]
    )
    corrections_url: Url | None = Field(
        default=None, description="Where that sentence leads.", examples=["https://example.org/corrections"]
    )
