"""What a dossier says of itself as a whole: the record of `site.yml`."""

from __future__ import annotations

import hashlib

from pydantic import Field

from generator.content.dates import EditionDay
from generator.content.marks import Bound, Ours
from generator.content.record import Record, Sentence
from generator.content.values import EventId, Id, Mail, QuestionId, Sign, SubjectId, Text, ThemeId, Url, Whole, as_id

LABEL = 63  # characters of a part of a host's name


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


class Unknown(Sentence):
    """What no article says, and whom and what that is about."""

    about: tuple[SubjectId, ...] = Field(
        default=(),
        description="Themes, leaders, countries and organisations on whose pages it stands.",
        examples=[["energy-links"]],
    )


class FigureGroup(Record):
    """One quantity as several facts give it; each figure says what exactly it counts."""

    name: Bound[Text] = Field(description="What is compared.", examples=["Norway's share"])
    unit: Bound[Sign] = Field(
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
    article_words: Whole = Field(
        default=80,
        description="Of a short article, all passages together may have so many words, where the share is fewer; never "
        "more than half as many again as the share.",
        examples=[80],
    )

    def quotable(self, words: int) -> int:
        """How many words of an article of so many may be quoted."""
        share = self.article_percent * words
        return max(share // 100, min(self.article_words, 3 * share // 200))


class Owner(Record):
    """Who answers for the dossier."""

    name: Ours[Text] = Field(description="The name, as readers know it.", examples=["The Cable Desk"])
    url: Url | None = Field(default=None, description="Where it is found.", examples=["https://example.org"])
    mail: Mail | None = Field(
        default=None,
        description="Where readers report an error: a letter is begun for them, with the address of the fact.",
        examples=["desk@example.org"],
    )


class Licence(Record):
    """The terms under which the data may be used."""

    name: Ours[Text] = Field(description="What the terms are called.", examples=["CC BY 4.0"])
    url: Url | None = Field(
        default=None, description="Where they stand.", examples=["https://creativecommons.org/licenses/by/4.0/"]
    )


class Site(Record):
    """What the whole dossier says of itself."""

    id: Id | None = Field(
        default=None,
        description="What subscribers' programs know the dossier by, for good; a new title leaves it as it is.",
        examples=["the-north-link"],
    )
    title: Ours[Text] = Field(
        description="The name of the dossier; `site_name` in mkdocs.yml has the same words.",
        examples=["The North Link"],
    )
    description: Ours[Text] = Field(
        description="One sentence for search engines.", examples=["What two articles report about a power cable."]
    )
    edition: EditionDay = Field(
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
    positions: tuple[QuestionId, ...] = Field(
        default=(),
        description="Questions to speakers that divide; the home page shows who answers what.",
        examples=[["cable-share"]],
    )
    open: tuple[Unknown, ...] = Field(
        default=(),
        description="What the articles do not say, with the facts that the gap is seen from.",
        examples=[[{"say": "Nobody says who pays for the repairs.", "from": ["oslo-grid-pledge"]}]],
    )
    limits: Limits = Field(
        default=Limits.model_construct(),  # what checks records is built when one is read
        description="How much of an article may be quoted.",
        examples=[{"passage_words": 20}],
    )
    rights: Ours[Text] = Field(
        description="What may be done with this edition; shown with it.", examples=["The articles are invented."]
    )
    licence: Licence | None = Field(
        default=None,
        description="The terms under which the data may be used, where there are any.",
        examples=[{"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}],
    )
    publisher: Owner | None = Field(
        default=None,
        description="Who answers for the dossier; named at the foot of every page.",
        examples=[{"name": "The Cable Desk", "url": "https://example.org", "mail": "desk@example.org"}],
    )
    corrections: Ours[Text] = Field(
        description="Where readers send corrections; at the foot of every page.", examples=["Write to the editors."]
    )
    corrections_url: Url | None = Field(
        default=None, description="Where that sentence leads.", examples=["https://example.org/corrections"]
    )

    @property
    def lasting_id(self) -> str:
        """The `id`, or where there is none what the title gives: for one without Latin letters, a digest is added."""
        if self.id:
            return self.id
        words = as_id(self.title)[:LABEL].strip("-")
        if any(letter.isalpha() for letter in words):
            return words
        return "-".join(filter(None, (words or "briefing", hashlib.sha256(self.title.encode()).hexdigest()[:12])))
