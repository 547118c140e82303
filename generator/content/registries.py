"""The records of the registries: who and what can be named, and the threads through the facts."""

from __future__ import annotations

from copy import copy
from datetime import date
from typing import Any, Literal

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from generator.content.countries import places
from generator.content.dates import Edtf
from generator.content.marks import Bound, Ours
from generator.content.record import Grounded, Record, Remark, Sentence, When
from generator.content.values import (
    CountryCode,
    CountryId,
    EventId,
    Id,
    OrganisationId,
    Sign,
    SpeakerId,
    SubjectId,
    Text,
    Url,
)

HowTakenPart = Literal["planned", "by-video", "place-not-stated"]
EventKind = Literal[
    "summit", "meeting", "call", "talks", "visit", "announcement", "agreement", "attack", "other"
]  # fmt: skip


class Entry(Record):
    """Something registered: its id becomes its address, its name and aliases are found in texts."""

    id: Id = Field(description="Its name in all files, and its address on the site.", examples=["jane-doe"])
    name: Bound[Text] = Field(description="The full name.", examples=["Jane Doe"])
    aliases: tuple[Bound[Text], ...] = Field(
        default=(), description="Every other spelling that the articles have.", examples=[["Doe"]]
    )
    background: Ours[Text] | None = Field(
        default=None,
        description="Where the full name comes from, where no article has it.",
        examples=["the article has only “Mr Holm”; the ministry's list has the first name"],
    )

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


class Subject(Entry):
    """An entry that has a page, and the ids that it had before, the oldest first: their addresses lead to it."""

    formerly: tuple[Id, ...] = Field(
        default=(), description="Earlier ids, the oldest first: their addresses lead here.", examples=[["jane-holm"]]
    )
    summary: tuple[Sentence, ...] = Field(
        default=(),
        description="What a reader wants to know first, in two to four sentences of ours; they open its page.",
        examples=[[{"say": "Jane Doe promised a half of the cost.", "from": ["oslo-grid-pledge"]}]],
    )


class Role(Grounded):
    """An office and the time at which it was held."""

    title: Bound[Text] = Field(description="The office.", examples=["energy minister"])
    country: CountryId | None = Field(
        default=None,
        description="The country whose office it is: by it the person speaks for that country.",
        examples=["norway"],
    )
    organisation: OrganisationId | None = Field(
        default=None, description="The body whose office it is.", examples=["danish-ministry"]
    )
    when: Edtf = Field(description="When the office was held.", examples=["2024-05-31"])

    def ended_before(self, day: date) -> bool:
        """Whether the office had ended before a day; a single date says only that it was held then."""
        return self.when.is_span and self.when.latest < day


class Leader(Subject):
    """A person who speaks or acts in the articles."""

    sort: Ours[Text] | None = Field(
        default=None, description="Where the person stands in a list.", examples=["Doe, Jane"]
    )
    country: CountryId | None = Field(
        default=None,
        description="The country under which the person is listed; only an office speaks for it.",
        examples=["norway"],
    )
    roles: tuple[Role, ...] = Field(
        default=(),
        description="Offices, each at its time.",
        examples=[[{"title": "energy minister", "country": "norway", "when": "2024-05-31", "from": ["oslo-meeting"]}]],
    )


class Country(Subject):
    """A country by its ISO 3166-1 alpha-2 code; demonyms name it too."""

    code: CountryCode = Field(
        description="Two capitals of ISO 3166-1; in an entry without `name` they give it, with aliases and demonyms.",
        examples=["DK"],
    )
    demonyms: tuple[Bound[Text], ...] = Field(
        default=(),
        description="The adjective and the people; they name the country too.",
        examples=[["Norwegian", "Norwegians"]],
    )

    @model_validator(mode="before")
    @classmethod
    def _named_by_its_code(cls, value: Any) -> Any:
        """An entry without a name has what is known of its code, behind what it gives; one with a name gives all."""
        place = places().get(str(value.get("code"))) if isinstance(value, dict) and "name" not in value else None
        if place is None:
            return value
        named = copy(value)  # which still knows where it stands
        named["name"] = place.name
        for field, known in (("aliases", place.aliases), ("demonyms", place.demonyms)):
            written = value.get(field, ())
            if isinstance(written, tuple):
                named[field] = (*written, *(spelling for spelling in known if spelling not in written))
        return named

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        reference = super().__get_pydantic_json_schema__(core, handler)
        handler.resolve_ref_schema(reference)["required"].remove("name")
        return reference

    @property
    def names(self) -> tuple[str, ...]:
        return (*super().names, *self.demonyms)

    @property
    def built_in(self) -> tuple[str, ...]:
        """The names that nobody wrote, which the world's table has for its code."""
        is_named = self.written_at is None or self.at("name") != self.written_at
        return () if is_named else places()[self.code].names


class Organisation(Subject):
    """A body that speaks or acts; an organ of a state names its country too."""

    country: CountryId | None = Field(
        default=None,
        description="The state whose organ it is; its facts are found under the country too.",
        examples=["denmark"],
    )
    part_of: OrganisationId | None = Field(
        default=None,
        description="The body that it is a part of: the two are one voice, as an organ and its state are.",
        examples=["energy-council"],
    )
    members: tuple[SpeakerId, ...] = Field(
        default=(),
        description="Who belongs to a group: the group and one of them are one voice, two of them are two.",
        examples=[["norway", "denmark"]],
    )


class Publisher(Entry):
    """Who published an article, or where its reporting began."""

    kind: Literal["newspaper", "agency", "broadcaster", "website"] = Field(
        description="What sort of publisher it is.", examples=["newspaper"]
    )
    country: CountryId | None = Field(default=None, description="Where it is published.", examples=["norway"])
    url: Url | None = Field(default=None, description="Its own site.", examples=["https://example.org/"])


class Theme(Record):
    """A thread through the facts; its state of play is two sentences that rest on facts."""

    id: Id = Field(description="Its name in all files, and its address on the site.", examples=["energy-links"])
    formerly: tuple[Id, ...] = Field(
        default=(), description="Earlier ids, the oldest first: their addresses lead here.", examples=[["sea-cables"]]
    )
    name: Ours[Text] = Field(description="What it is called on the site.", examples=["Energy links"])
    group: Ours[Text] | None = Field(
        default=None, description="Themes of one group stand together.", examples=["Energy"]
    )
    keywords: tuple[Ours[Text], ...] = Field(
        default=(), description="Words by which drafts find the theme in a text.", examples=[["power cable", "grid"]]
    )
    state_of_play: tuple[Sentence, ...] = Field(
        default=(),
        description="How things stand, in about two sentences.",
        examples=[[{"say": "The ministers met in Oslo.", "from": ["oslo-meeting"]}]],
    )


class Participant(Grounded):
    """Who took part, as reported."""

    who: SpeakerId = Field(description="A leader, organisation, country or publisher.", examples=["jane-doe"])
    how: HowTakenPart | None = Field(
        default=None,
        description="Where it is not simply reported: `planned` (a plan is not a meeting), `by-video`, or "
        "`place-not-stated`.",
        examples=["planned"],
    )


class Event(Grounded):
    """Something that happened or was to happen, at a date and a place."""

    id: Id = Field(description="Its name in all files, and its address on the site.", examples=["oslo-talks"])
    formerly: tuple[Id, ...] = Field(
        default=(),
        description="Earlier ids, the oldest first: their addresses lead here.",
        examples=[["oslo-meeting-2024"]],
    )
    name: Bound[Text] = Field(description="What it is called on the site.", examples=["Talks in Oslo"])
    aliases: tuple[Bound[Text], ...] = Field(
        default=(), description="What facts of this event may call it too.", examples=[["Oslo meeting"]]
    )
    kind: EventKind = Field(description="What sort of event it is.", examples=["talks"])
    when: When = Field(description="Its date; a sentence behind the facts in `from` gives it.", examples=["2024-05-31"])
    before: EventId | None = Field(
        default=None, description="An event that it took place before, as is reported.", examples=["oslo-talks"]
    )
    after: EventId | None = Field(
        default=None, description="An event that it took place after, as is reported.", examples=["oslo-talks"]
    )
    place: Bound[Text] | None = Field(default=None, description="Where it took place.", examples=["Oslo"])
    country: CountryId | None = Field(
        default=None, description="The country in which it took place.", examples=["norway"]
    )
    participants: tuple[Participant, ...] = Field(
        default=(),
        description="Who took part, as reported.",
        examples=[[{"who": "jane-doe", "from": ["oslo-meeting"]}]],
    )
    apart: tuple[SpeakerId, ...] = Field(
        default=(),
        description="Participants of whom nobody reports that they were together: not shown as having met each other.",
        examples=[["jane-doe", "cai-holm"]],
    )
    perhaps: tuple[EventId, ...] = Field(
        default=(),
        description="Events that may be the same one, where no article says whether: neither is silence on the other.",
        examples=[["copenhagen-talks"]],
    )
    summary: tuple[Sentence, ...] = Field(
        default=(),
        description="The event in two or three sentences of ours.",
        examples=[[{"say": "The ministers met in Oslo.", "from": ["oslo-meeting"]}]],
    )


class Question(Record):
    """What several articles, or several speakers, can be asked; facts answer it."""

    id: Id = Field(description="Its name in all files, and its address on the site.", examples=["cable-share"])
    formerly: tuple[Id, ...] = Field(
        default=(), description="Earlier ids, the oldest first: their addresses lead here.", examples=[["norway-share"]]
    )
    asks: Literal["sources", "speakers"] = Field(
        description="Whether articles are compared (`sources`), or speakers.", examples=["sources"]
    )
    question: Ours[Sign] = Field(
        description="The question, as the site asks it.", examples=["What part of the cost would Norway carry?"]
    )
    about: tuple[SubjectId, ...] = Field(
        default=(),
        description="Themes, leaders, countries and organisations on whose pages it stands.",
        examples=[["energy-links"]],
    )
    options: tuple[Ours[Text], ...] = Field(
        default=(), description="Where given, every answer is one of them.", examples=[["50 percent", "40 percent"]]
    )
    compatible: Literal["yes"] | None = Field(
        default=None,
        description="Only `yes`, where answers in other words need not exclude one another: shown as told differently.",
        examples=["yes"],
    )
    wording: Literal["yes"] | None = Field(
        default=None,
        description="Only `yes`, where the answers are wordings or spellings: no difference in substance; shown last.",
        examples=["yes"],
    )
    note: tuple[Remark, ...] = Field(
        default=(),
        description="What explains the difference between the answers.",
        examples=[[{"say": "Jane Doe named both parts.", "from": ["oslo-grid-pledge", "bergen-share"]}]],
    )

    @property
    def excludes(self) -> bool:
        """Whether one answer excludes another."""
        return not (self.compatible or self.wording)
