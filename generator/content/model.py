"""The records that people write; the JSON Schema for editors is made from them."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self, get_args

from pydantic import (
    Discriminator,
    Field,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

from generator.content.dates import Day, Edtf
from generator.content.marks import Bound, Ours
from generator.content.record import Grounded, Record, Remark, Sentence, When
from generator.content.values import (
    CountryCode,
    CountryId,
    EventId,
    FactId,
    Id,
    OrganisationId,
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
    Whole,
    Wholes,
)

Kind = Literal[
    "statement", "commitment", "demand", "position", "event",
    "meeting", "figure", "attack", "background", "outlook",
]  # fmt: skip
EventKind = Literal[
    "summit", "meeting", "call", "talks", "visit", "announcement", "agreement", "attack", "other"
]  # fmt: skip
Retirement = Literal["corrected", "superseded", "withdrawn"]


class Entry(Record):
    """Something registered: its id becomes its address, its name and aliases are found in texts."""

    id: Id
    name: Bound[Text]
    aliases: tuple[Bound[Text], ...] = ()
    background: Ours[Text] | None = None  # where the full name comes from, if no article has it

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


class Subject(Entry):
    """An entry that has a page, and the ids that it had before, the oldest first: their addresses lead to it."""

    formerly: tuple[Id, ...] = ()


class Role(Grounded):
    """An office and the time at which it was held."""

    title: Bound[Text]
    country: CountryId | None = None
    organisation: OrganisationId | None = None
    when: Edtf


class Leader(Subject):
    """A person who speaks or acts in the articles."""

    sort: Ours[Text] | None = None
    country: CountryId | None = None
    roles: tuple[Role, ...] = ()


class Country(Subject):
    """A country by its ISO 3166-1 alpha-2 code; demonyms name it too."""

    code: CountryCode
    demonyms: tuple[Bound[Text], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return (*super().names, *self.demonyms)


class Organisation(Subject):
    """A body that speaks or acts; an organ of a state names its country too."""

    country: CountryId | None = None


class Publisher(Entry):
    """Who published an article, or where its reporting began."""

    kind: Literal["newspaper", "agency", "broadcaster", "website"]
    country: CountryId | None = None
    url: Url | None = None


class Theme(Record):
    """A thread through the facts; its state of play is two sentences that rest on facts."""

    id: Id
    formerly: tuple[Id, ...] = ()
    name: Ours[Text]
    group: Ours[Text] | None = None
    keywords: tuple[Ours[Text], ...] = ()  # words by which drafting finds it; the last of several may have an ending
    state_of_play: tuple[Sentence, ...] = ()


class Participant(Grounded):
    """Who took part, as reported."""

    who: SpeakerId


class Event(Grounded):
    """Something that happened or was to happen, at a date and a place."""

    id: Id
    formerly: tuple[Id, ...] = ()
    name: Bound[Text]
    aliases: tuple[Bound[Text], ...] = ()
    kind: EventKind
    when: When
    place: Bound[Text] | None = None
    country: CountryId | None = None
    participants: tuple[Participant, ...] = ()
    apart: Literal["yes"] | None = None  # nobody reports them together
    summary: tuple[Sentence, ...] = ()


class Question(Record):
    """What several articles, or several speakers, can be asked; facts answer it."""

    id: Id
    formerly: tuple[Id, ...] = ()
    asks: Literal["sources", "speakers"]
    question: Ours[Text]
    about: tuple[SubjectId, ...] = ()
    options: tuple[Ours[Text], ...] = ()  # where given, every answer is one of them
    compatible: Literal["yes"] | None = None  # answers in other words need not exclude one another
    note: tuple[Remark, ...] = ()


class Removal(Record):
    """When and why an article was taken down: nothing of it is shown but its addresses."""

    on: Day
    because: Ours[Text]


class Article(Record):
    """The record of one published text."""

    formerly: tuple[Id, ...] = ()
    title: Ours[Text] | None = None
    label: Ours[Text] | None = None
    publisher: PublisherId | None = None
    published: Edtf
    published_basis: Literal["stated", "inferred"] = "stated"
    because: Ours[Text] | None = None
    url: Url | None = None
    language: Literal["en", "fr"] = "en"  # one of those whose reading rules are fixed
    origin: Origin = "unknown"
    curation: Literal["complete", "open"] = "complete"
    second_reading: Day | None = None
    removed: Removal | None = None
    summary: tuple[Sentence, ...] = ()
    note: tuple[Remark, ...] = ()

    @model_validator(mode="after")
    def _is_named_and_dated(self) -> Self:
        if (self.title is None) == (self.label is None):
            raise PydanticCustomError("BAD-NAME", "expected either `title` (as printed) or `label` (ours)")
        if (self.published_basis == "inferred") != (self.because is not None):
            raise PydanticCustomError("BAD-BASIS", "expected `because` with an inferred date and only there")
        return self

    @property
    def name(self) -> str:
        return self.title or self.label or ""


class Claim(Record):
    """What a fact and a draft have in common: words of an article, and what they are taken to say."""

    id: Id
    say: Bound[Text] | None
    passage: Bound[Texts]
    about: tuple[SubjectId, ...]
    paragraph: Wholes = ()
    who: SpeakerId | None = None
    via: Bound[Text] | None = None
    named: dict[SpeakerId, Whole] = Field(default_factory=dict)
    when: When | None = None
    kind: Kind = "statement"
    event: EventId | None = None
    answers: dict[QuestionId, Bound[Text]] = Field(default_factory=dict)
    computed: Bound[dict[Text, Text]] = Field(default_factory=dict)
    note: tuple[Remark, ...] = ()


class Fact(Claim):
    """One assertion that one article supports, in our own words, and the passages that prove it."""

    say: Bound[Text]


class Draft(Claim):
    """A fact that is not finished: not checked, not shown, and it covers nothing; `say` may wait for its words."""

    say: Bound[Unwritten] = None
    about: tuple[SubjectId, ...] = ()
    status: Literal["draft"]


class Tombstone(Record):
    """A fact that no longer stands, what it said, and why."""

    id: Id
    say: Ours[Text]
    status: Retirement
    retired: Day
    because: Ours[Text]
    by: FactId | None = None


class Skip(Record):
    """Paragraphs without facts, and the reason."""

    paragraphs: Paragraphs
    because: Ours[Text]


def _state(written: Any) -> str:
    """Which of the three a fact is, by its status; where that is mistyped, by whether it has a passage."""
    status = written.get("status") if isinstance(written, dict) else getattr(written, "status", None)
    if status is None:
        return "fact"
    return "draft" if status not in get_args(Retirement) and "passage" in written else "tombstone"


Written = Annotated[
    Annotated[Fact, Tag("fact")] | Annotated[Draft, Tag("draft")] | Annotated[Tombstone, Tag("tombstone")],
    Discriminator(_state),
]


class FactFile(Record):
    """One article: its record, its facts, and what was skipped."""

    article: Article
    facts: tuple[Written, ...] = ()
    skip: tuple[Skip, ...] = ()


REGISTRIES: dict[str, type[Record]] = {
    "leaders": Leader,
    "countries": Country,
    "organisations": Organisation,
    "themes": Theme,
    "events": Event,
    "questions": Question,
    "publishers": Publisher,
}
