"""The records of a fact file: an article, its facts, and what was skipped."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self, get_args

from pydantic import (
    AfterValidator,
    Discriminator,
    Field,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

from generator import limits
from generator.content.dates import Day, Edtf
from generator.content.marks import Bound, Ours
from generator.content.record import Record, Remark, Sentence, When
from generator.content.values import (
    EventId,
    FactId,
    GivenFactId,
    Id,
    Origin,
    Paragraphs,
    PublisherId,
    QuestionId,
    SpeakerId,
    SubjectId,
    Text,
    Texts,
    Unwritten,
    Url,
    Weight,
    Whole,
    Wholes,
)

MarkName = Literal[
    "negation", "future", "possibility", "obligation", "condition", "contrast", "claim",
    "speaker", "order", "quantity", "direction", "roles", "owner",
]  # fmt: skip
Kind = Literal[
    "statement", "commitment", "demand", "position", "event",
    "meeting", "figure", "attack", "background", "outlook",
]  # fmt: skip
Retirement = Literal["corrected", "superseded", "merged", "withdrawn"]


class Removal(Record):
    """When and why an article was taken down: nothing of it is shown but its addresses."""

    on: Day = Field(description="The day on which it was taken down.", examples=["2024-07-01"])
    because: Ours[Text] = Field(description="Why, as its addresses will say.", examples=["The publisher asked us to."])


class Label(Record):
    """A title of ours: a sentence of ours as any other; a bare text, while an article is open, has no facts yet."""

    scalar_field = "say"
    say: Bound[Text] = Field(
        description="The title; it says whose word it is, as any sentence of ours.", examples=["Farmers march"]
    )
    from_: tuple[FactId, ...] = Field(
        default=(), alias="from", description="The facts that it rests on.", examples=[["bergen-farmers"]]
    )


class Article(Record):
    """The record of one published text."""

    formerly: tuple[Id, ...] = Field(
        default=(),
        description="Earlier ids of the article, the oldest first: their addresses lead here.",
        examples=[["oslo-talk"]],
    )
    title: Ours[Text] | None = Field(
        default=None, description="The title as the text prints it.", examples=["Leaders meet in Oslo"]
    )
    label: Label | None = Field(
        default=None,
        description="Instead of `title`, where the text has none: ours, shown as ours, and resting on facts.",
        examples=[{"say": "Farmers march", "from": ["bergen-farmers"]}],
    )
    short: Ours[Text] | None = Field(
        default=None,
        description="What the article is called beside facts, in one or two words; its publisher, or else its month "
        "and a number, where it is left out.",
        examples=["Herald, June"],
    )
    publisher: PublisherId | None = Field(
        default=None,
        description="Who published it: an id of publishers.yml; left out when unknown.",
        examples=["herald"],
    )
    published: Edtf = Field(description="The date of publication, as exactly as it is known.", examples=["2024-06-01"])
    published_basis: Literal["stated", "inferred"] = Field(
        default="stated",
        description="Whether the text states the date, or we concluded it; then `because` is required.",
        examples=["inferred"],
    )
    because: Ours[Text] | None = Field(
        default=None, description="How the date was concluded.", examples=["the text tells of Sunday as the day before"]
    )
    url: Url | None = Field(
        default=None, description="Where the article stands on the web.", examples=["https://example.org/oslo"]
    )
    language: Literal["en", "fr"] = Field(
        default="en", description="The language of the text; English where it is left out.", examples=["fr"]
    )  # one of those whose reading rules are fixed
    origin: Origin = Field(
        default="unknown",
        description="Where the reporting began: `own` for the publisher's own, the id of an agency, or `unknown`.",
        examples=["own"],
    )
    curation: Literal["complete", "open"] = Field(
        default="complete",
        description="`open` while paragraphs are left: gaps are counted on the page instead of refused.",
        examples=["open"],
    )
    second_reading: Day | None = Field(
        default=None,
        description="The day on which a second reading of every fact was recorded.",
        examples=["2024-06-02"],
    )
    removed: Removal | None = Field(
        default=None,
        description="Takes the article down: nothing of it is shown but its addresses, with the day and the reason.",
        examples=[{"on": "2024-07-01", "because": "The publisher asked us to."}],
    )
    summary: tuple[Sentence, ...] = Field(
        default=(),
        description="The article in two or three sentences of ours.",
        examples=[[{"say": "Two ministers met about a cable.", "from": ["oslo-meeting"]}]],
    )
    doubt: Remark | None = Field(
        default=None,
        description="Where the text is doubtful, one line that says why; it stands wherever the article does.",
        examples=[{"say": "The text breaks off.", "background": "its last line has no full stop"}],
    )
    note: tuple[Remark, ...] = Field(
        default=(),
        description="What a reader should know of this text.",
        examples=[[{"say": "The text has no author.", "background": "nothing is printed under the title"}]],
    )

    @model_validator(mode="after")
    def _is_named_and_dated(self) -> Self:
        if (self.title is None) == (self.label is None):
            raise PydanticCustomError("BAD-NAME", "expected either `title` (as printed) or `label` (ours)")
        if (self.published_basis == "inferred") != (self.because is not None):
            raise PydanticCustomError("BAD-BASIS", "expected `because` with an inferred date and only there")
        if self.published_basis == "stated" and (self.published.approximate or self.published.uncertain):
            raise PydanticCustomError("BAD-BASIS", "expected `published_basis: inferred` with a date in doubt")
        return self

    @property
    def name(self) -> str:
        return self.title or (self.label.say if self.label else "")


class Claim(Record):
    """What a fact and a draft have in common: words of an article, and what they are taken to say."""

    id: GivenFactId = Field(
        description="Unique in the dossier, and for good: the fact's address ends in it.", examples=["oslo-grid-pledge"]
    )
    say: Bound[Text] | None
    passage: Bound[Texts] = Field(
        description="The article's own words that prove it: a short run inside one paragraph, or a list of such runs.",
        examples=["we will carry 50 percent of it"],
    )
    about: tuple[SubjectId, ...] = Field(
        description="Themes, and whom the fact is about though `say` does not name them.", examples=[["energy-links"]]
    )
    paragraph: Wholes = Field(
        default=(),
        description="Where the passage stands; needed only where it stands twice. One for each passage.",
        examples=[3],
    )
    who: SpeakerId | None = Field(
        default=None, description="Who asserts it: a leader, organisation, country or publisher.", examples=["jane-doe"]
    )
    via: Bound[Text] | None = Field(
        default=None,
        description="The channel it came through, in the article's words.",
        examples=["a spokesman for the Danish ministry"],
    )
    named: dict[SpeakerId, Whole] = Field(
        default_factory=dict,
        description="Whom the sentence means without a name, and the paragraph before it that does.",
        examples=[{"norway": 2}],
    )
    when: When | None = Field(
        default=None,
        description="When it is true or happened: a date of the sentence or of the event.",
        examples=["2024-05-31"],
    )
    kind: Kind = Field(
        default="statement",
        description="What sort of thing it is; `statement` where it is left out.",
        examples=["commitment"],
    )
    weight: Weight | None = Field(
        default=None,
        description="How much it matters, from 1 to 9; lists and searches begin with the weightiest. Left out, "
        "commitments, demands and positions weigh 7, answers 6, figures 5, most others 4, outlook 3, background 2, "
        "and what says only that somebody holds an office 1.",
        examples=[9],
    )
    event: EventId | None = Field(
        default=None, description="The event that it is part of: an id of events.yml.", examples=["oslo-talks"]
    )
    by: tuple[Bound[Text], ...] = Field(
        default=(),
        description="Of a commitment, who makes it, in the article's words; the speaker where it is left out.",
        examples=[["Norway"]],
    )
    to: tuple[Bound[Text], ...] = Field(
        default=(), description="Of a commitment, to whom it is made, in the article's words.", examples=[["Denmark"]]
    )
    answers: dict[QuestionId, Bound[Text]] = Field(
        default_factory=dict,
        description="What it answers to questions of questions.yml, in few words.",
        examples=[{"cable-share": "50 percent"}],
    )
    computed: Bound[dict[Text, Text]] = Field(
        default_factory=dict,
        description="A number of `say` that the passage gives in other words.",
        examples=[{"12": "a dozen"}],
    )
    agrees: tuple[MarkName, ...] = Field(
        default=(),
        description="Marks in which `say` and its sentences differ, read again: they say the same all the same.",
        examples=[["negation"]],
    )
    note: tuple[Remark, ...] = Field(
        default=(),
        description="What a reader should know of this fact.",
        examples=[[{"say": "The other article has 40 percent.", "from": ["bergen-share"]}]],
    )


class Fact(Claim):
    """One assertion that one article supports, in our own words, and the passages that prove it."""

    say: Bound[Text] = Field(
        description="One assertion, in our own words, that can be read alone.",
        examples=["Jane Doe said that Norway would pay 50 percent of the cable."],
    )


class Draft(Claim):
    """A fact that is not finished: not checked, not shown, and it covers nothing; `say` may wait for its words."""

    say: Bound[Unwritten] = Field(
        default=None, description="Empty, while it waits for our own words.", examples=["Peter Holm was in no hurry."]
    )
    about: tuple[SubjectId, ...] = Field(
        default=(),
        description="Themes, and whom the fact is about though `say` does not name them.",
        examples=[["energy-links"]],
    )
    status: Literal["draft"] = Field(
        description="`draft` while the fact is not finished: not checked, not shown. Delete it then.",
        examples=["draft"],
    )

    def as_fact(self) -> Fact:
        """The draft as it asks its article, whether or not somebody has worded it."""
        fields = {name: getattr(self, name) for name in Fact.model_fields}
        fact = Fact.model_construct(**{**fields, "say": self.say or ""})
        fact._node = self._node  # noqa: SLF001 - a record of its own kind
        return fact


class Tombstone(Record):
    """A fact that no longer stands, what it said, and why."""

    id: GivenFactId = Field(description="The id that the fact had; it keeps its address.", examples=["oslo-date"])
    say: Ours[Text] = Field(description="What the fact said.", examples=["The talks took place on 30 May 2024."])
    status: Retirement = Field(
        description="`corrected`: we erred. `superseded`: the world moved. `merged`: told by another. "
        "`withdrawn`: by the source.",
        examples=["corrected"],
    )
    retired: Day = Field(description="The day on which it was taken back.", examples=["2024-06-02"])
    because: Ours[Text] = Field(
        description="Why it no longer stands.", examples=["We took the day of arrival for that of the talks."]
    )
    by: FactId | None = Field(default=None, description="The fact in its place.", examples=["oslo-meeting"])


class Skip(Record):
    """Paragraphs without facts, and the reason."""

    paragraphs: Paragraphs = Field(
        description="A paragraph, or several in a row, counted from 1; empty lines do not count.", examples=["8-10"]
    )
    because: Ours[Text] = Field(description="Why they hold no fact.", examples=["newsletter box"])


def _state(raw: Any) -> str:
    """Which of the three a fact is, by its status; where that is mistyped, by whether it has a passage."""
    status = raw.get("status") if isinstance(raw, dict) else getattr(raw, "status", None)
    if status is None:
        return "fact"
    return "draft" if status not in get_args(Retirement) and "passage" in raw else "tombstone"


Written = Annotated[
    Annotated[Fact, Tag("fact")] | Annotated[Draft, Tag("draft")] | Annotated[Tombstone, Tag("tombstone")],
    Discriminator(_state),
]


def _not_too_many(facts: tuple[Written, ...]) -> tuple[Written, ...]:
    """The page of an article keeps the address of each of its facts, and can be loaded."""
    if len(facts) > limits.FACTS:
        what = f"expected at most {limits.FACTS:,} facts of an article"
        raise PydanticCustomError("TOO-MANY-VALUES", "{what}", {"what": what})
    return facts


class FactFile(Record):
    """One article: its record, its facts, and what was skipped."""

    article: Article = Field(
        description="The record of the article that this file is about.",
        examples=[{"title": "Leaders meet in Oslo", "published": "2024-05-31"}],
    )
    facts: Annotated[tuple[Written, ...], AfterValidator(_not_too_many)] = Field(
        default=(),
        description="All that the article is found to say: facts, drafts, tombstones of facts that no longer stand.",
        examples=[
            [
                {
                    "id": "oslo-pledge",
                    "say": "Norway pays half.",
                    "passage": "carry 50 percent of it",
                    "about": ["energy"],
                }
            ]
        ],
    )
    skip: tuple[Skip, ...] = Field(
        default=(),
        description="Paragraphs that hold no fact, each with the reason; every other paragraph has a fact.",
        examples=[[{"paragraphs": "8-10", "because": "newsletter box"}]],
    )
