"""What an extractor of somebody else is handed as JSON, and what it may hand back: `briefbook draft --from`.

What it proposes has the fields of a fact, but those that only a person can vouch for: an id, `agrees`, notes, a weight.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from generator.content.marks import Bound
from generator.content.model import Kind
from generator.content.record import Record, When
from generator.content.values import Texts, Whole, Wholes

MOST = 500  # proposals for one article; a long one has a hundred facts
Words = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True)]


class Extract(Record):
    """One thing that an article says, as a program found it."""

    passage: Bound[Texts] = Field(
        description="The article's own words as they stand there: a short run inside one paragraph, or a list of runs.",
        examples=["we will carry 50 percent of it"],
    )
    paragraph: Wholes = Field(
        default=(),
        description="Where the passage stands, from 1; needed only where it stands twice. One for each passage.",
        examples=[3],
    )
    who: Bound[Words] | None = Field(
        default=None, description="Who asserts it: an id of the registries, or a name.", examples=["jane-doe"]
    )
    via: Bound[Words] | None = Field(
        default=None,
        description="The channel it came through, in the article's words.",
        examples=["a spokesman for the Danish ministry"],
    )
    kind: Kind = Field(default="statement", description="What sort of thing it is.", examples=["commitment"])
    say: Bound[Words] | None = Field(
        default=None,
        description="A wording of ours, in English. It is kept where the passage proves it; a person accepts it.",
        examples=["Jane Doe said that Norway would pay 50 percent of the cable."],
    )
    about: tuple[Bound[Words], ...] = Field(
        default=(),
        description="Themes, and whom it is about: ids, or names. Left out, themes are found by their keywords.",
        examples=[["energy-links"]],
    )
    named: dict[Bound[Words], Whole] = Field(
        default_factory=dict,
        description="Whom the sentence means without a name, by id or name, and the paragraph before it that does.",
        examples=[{"norway": 2}],
    )
    when: When | None = Field(
        default=None, description="When it is true or happened: a date of the sentence.", examples=["2024-05-31"]
    )
    event: Bound[Words] | None = Field(
        default=None, description="The event that it is part of: an id of the events.", examples=["oslo-talks"]
    )
    by: tuple[Bound[Words], ...] = Field(
        default=(), description="Of a commitment, who makes it, in the article's words.", examples=[["Norway"]]
    )
    to: tuple[Bound[Words], ...] = Field(
        default=(), description="Of a commitment, to whom it is made, in the article's words.", examples=[["Denmark"]]
    )
    answers: dict[Bound[Words], Bound[Words]] = Field(
        default_factory=dict,
        description="What it answers to questions, by their ids, in few words.",
        examples=[{"cable-share": "50 percent"}],
    )
    computed: dict[Bound[Words], Bound[Words]] = Field(
        default_factory=dict,
        description="A number of `say` that the passage gives in other words.",
        examples=[{"12": "a dozen"}],
    )


class Extracts(Record):
    """What a program proposes for one article."""

    proposals: tuple[Extract, ...] = Field(
        max_length=MOST,
        description="Everything that it found, in any order; an empty list where it found nothing.",
        examples=[[{"passage": "we will carry 50 percent of it", "who": "jane-doe"}]],
    )


class Given(BaseModel):
    """What is handed out; it is made here, and never read."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class GivenParagraph(Given):
    """A paragraph of the article, as passages are compared with it."""

    number: int = Field(description="Counted from 1; empty lines do not count.", examples=[3])
    text: str = Field(description="Its text, with plain quotation marks.", examples=['"We will carry it," she said.'])
    sentences: tuple[str, ...] = Field(
        description="Its sentences, each a part of the text.", examples=[['"We will carry it," she said.']]
    )


class GivenEntry(Given):
    """Somebody or something that has an id."""

    id: str = Field(description="What a proposal names it by.", examples=["jane-doe"])
    name: str = Field(description="What people call it.", examples=["Jane Doe"])
    aliases: tuple[str, ...] = Field(
        default=(), description="Its other spellings; of a theme, its keywords.", examples=[["Doe"]]
    )


class GivenEvent(GivenEntry):
    """An event, with its date."""

    when: str = Field(description="Its date (EDTF).", examples=["2024-05-31"])


class GivenQuestion(Given):
    """A question, and what other articles were found to answer."""

    id: str = Field(description="What a proposal names it by.", examples=["cable-share"])
    question: str = Field(description="The question.", examples=["What part of the cost would Norway carry?"])
    asks: Literal["sources", "speakers"] = Field(
        description="Whether articles are compared, or speakers.", examples=["sources"]
    )
    unit: str = Field(
        description="What an answer gives: a number of something, a currency, `%`, a date, or nothing that is counted.",
        examples=["%"],
    )
    options: tuple[str, ...] = Field(
        description="Where there are any, every answer is one of them.", examples=[["50 percent", "40 percent"]]
    )
    answers: tuple[str, ...] = Field(description="The answers so far, each once.", examples=[["50 percent"]])


class GivenArticle(Given):
    """All that an extractor is told of one article and its dossier."""

    article: str = Field(description="The article's id.", examples=["2024-06-01-oslo-cable"])
    title: str = Field(description="Its title or label.", examples=["Two countries, one cable"])
    publisher: str = Field(description="The id of its publisher; empty where it is unknown.", examples=["herald"])
    published: str = Field(description="The date of publication (EDTF).", examples=["2024-06-01"])
    language: str = Field(description="The language of the text.", examples=["en"])
    paragraphs: tuple[GivenParagraph, ...] = Field(
        description="The text.", examples=[[{"number": 1, "text": "She came.", "sentences": ["She came."]}]]
    )
    leaders: tuple[GivenEntry, ...] = Field(
        description="Registered people.", examples=[[{"id": "jane-doe", "name": "Jane Doe", "aliases": ["Doe"]}]]
    )
    countries: tuple[GivenEntry, ...] = Field(
        description="Registered countries.", examples=[[{"id": "norway", "name": "Norway", "aliases": ["Norwegian"]}]]
    )
    organisations: tuple[GivenEntry, ...] = Field(
        description="Registered bodies.", examples=[[{"id": "danish-ministry", "name": "Danish ministry"}]]
    )
    publishers: tuple[GivenEntry, ...] = Field(
        description="Registered outlets.", examples=[[{"id": "herald", "name": "The Herald"}]]
    )
    themes: tuple[GivenEntry, ...] = Field(
        description="The themes.", examples=[[{"id": "energy-links", "name": "Energy links", "aliases": ["grid"]}]]
    )
    events: tuple[GivenEvent, ...] = Field(
        description="The events.", examples=[[{"id": "oslo-talks", "name": "Talks in Oslo", "when": "2024-05-31"}]]
    )
    questions: tuple[GivenQuestion, ...] = Field(
        description="The questions.",
        examples=[
            [
                {
                    "id": "cable-share",
                    "question": "What part of the cost would Norway carry?",
                    "asks": "sources",
                    "unit": "%",
                    "options": [],
                    "answers": ["50 percent"],
                }
            ]
        ],
    )
