"""What the data files hold: one record a row; their schema and the page that documents them are made from these."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, create_model

from generator.analysis import derived
from generator.analysis.agreement import Verdict
from generator.analysis.certainty import Basis
from generator.content import model
from generator.content.dates import Precision
from generator.content.marks import Mark, marks
from generator.content.model import Kind, Retirement
from generator.content.registries import EventKind, HowTakenPart

Url = Annotated[str, Field(description="Its address on this site, from the site’s root; it is never given to another.")]
PageUrl = Annotated[str | None, Field(description="Its address on this site; none where nothing is said of it yet.")]
Id = Annotated[str, Field(description="Its name in all files; unique, never reused.")]
Facts = Annotated[int, Field(description="How many facts name it or are about it.")]
Aliases = Annotated[tuple[str, ...], Field(description="Every other spelling that the articles have.")]
Proved = Annotated[bool, Field(description="Whether its facts have all that it says; never of what is background.")]
Background = Annotated[str | None, Field(description="Where we have it from, if no article says it.")]
RENAMED = {"passage": "passages"}  # texts of a fact whose column has another name
R = TypeVar("R", bound="Row")
Voice = Literal["quotation", "paraphrase", "unnamed", "reporter"]


class Row(BaseModel):
    """Frozen and closed, and written under the names that the files have."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, serialize_by_alias=True, validate_by_name=True, defer_build=True
    )

    @property
    def cell(self) -> str:
        """How it stands in one cell of a table."""
        raise NotImplementedError


@cache
def schema_of(record: type[Row]) -> Mapping[str, Any]:
    """What rows of a record are as they are written, as JSON Schema; made once, so nobody may change it."""
    return record.model_json_schema(mode="serialization")


class Passage(Row):
    text: str = Field(description="The article’s own words.")
    paragraph: int | None = Field(description="The paragraph that they stand in, counted from 1.")
    sentences: tuple[int, ...] = Field(description="The sentences of that paragraph that they touch, from 1.")

    @property
    def cell(self) -> str:
        return self.text


class Date(Row):
    date: str = Field(description="The date as exactly as it is known, as EDTF (ISO 8601-2).")
    earliest: dt.date | None = Field(
        description="The first day that it may mean, after what it was after; none where its beginning is open."
    )
    latest: dt.date | None = Field(
        description="The last day that it may mean, before what it was before; none where its end is open."
    )
    precision: Precision | None = Field(description="How precisely it is known; none where its beginning is open.")
    approximate: bool = Field(description="Whether it is only near that date.")
    uncertain: bool = Field(description="Whether it is doubtful.")


class KnownDate(Date):
    basis: Basis = Field(
        description="As its weakest link is known. stated: an article gives it; reckoned: counted from an article’s "
        "stated day, by its words or as that day itself; inferred: concluded, or counted from a day that is."
    )
    reckoned: str | None = Field(description="The article’s words that it was counted from, such as “last month”.")
    because: str | None = Field(description="How it, or the day that it was counted from, was concluded.")
    event: str | None = Field(description="The event that gives it, where the sentences of a fact do not.")


class Sentence(Row):
    say: str = Field(description="A sentence of ours.")
    from_: tuple[str, ...] = Field(alias="from", description="The facts that it rests on.")
    background: Background = None
    proved: Proved

    @property
    def cell(self) -> str:
        return self.say


Summary = Annotated[
    tuple[Sentence, ...], Field(description="What a reader wants to know first, in a few sentences of ours.")
]


class Fact(Row):
    """One assertion that one article supports, in our own words, and what proves it."""

    id: Id
    say: str = Field(description="What it says, in our words.")
    article: str = Field(description="The article that supports it.")
    passages: tuple[Passage, ...] = Field(description="The article’s own words that prove it.")
    paragraphs: tuple[int, ...] = Field(description="Where its passages stand, counted from 1.")
    who: str | None = Field(description="Who asserts it: a leader, country, organisation or publisher.")
    via: str | None = Field(description="The channel it came through, in the article’s words.")
    voice: Voice = Field(
        description="How the article gives it: quotation (a passage has three quoted words or more), paraphrase, "
        "unnamed source, or the reporter’s own voice."
    )
    named: dict[str, int] = Field(description="Whom the sentence means without a name, and the paragraph that names.")
    kind: Kind = Field(description="What sort of thing it is.")
    when: KnownDate | None = Field(description="When it is true or happened, where that is known.")
    event: str | None = Field(description="The event that it is part of.")
    answers: dict[str, str] = Field(description="The questions it answers, each with the answer.")
    computed: dict[str, str] = Field(description="Numbers that the article gives in other words, each with its words.")
    agrees: tuple[str, ...] = Field(
        description="Marks, such as a negation, in which it differs from its sentences, read again and agreed to."
    )
    about: tuple[str, ...] = Field(description="What the editors marked it with, besides whom it names.")
    leaders: tuple[str, ...] = Field(description="Leaders it names or quotes.")
    countries: tuple[str, ...] = Field(description="Countries it names, or for which its speaker speaks.")
    organisations: tuple[str, ...] = Field(description="Organisations it names or quotes.")
    themes: tuple[str, ...] = Field(description="Themes it belongs to.")
    notes: tuple[Sentence, ...] = Field(description="What a reader should know of it.")
    checks: dict[str, int] = Field(description="How many checks of each kind were performed on it.")
    verdict: Literal["proved", "refuted", "cannot check"] = Field(description="The worst answer of these checks.")
    url: Url


def with_bound_texts(row: type[R], record: type[BaseModel]) -> type[R]:
    """The row with a column for each text of the record that is marked as bound and has no column yet."""
    columns: dict[str, Any] = {
        name: (field.annotation, Field(description=field.description))
        for name, field in record.model_fields.items()
        if marks(record).get(name) is Mark.BOUND and RENAMED.get(name, name) not in row.model_fields
    }
    return create_model(row.__name__, __base__=row, __module__=row.__module__, __doc__=row.__doc__, **columns)


if not TYPE_CHECKING:  # for the types, a fact has the columns above
    Fact = with_bound_texts(Fact, model.Fact)


class NumberedPassage(Row):
    """A passage, and the fact that it proves."""

    fact: str = Field(description="The fact that it proves.")
    number: int = Field(description="Which passage of that fact it is, from 1.")
    article: str = Field(description="The article that it is quoted from.")
    text: str = Field(description="The article’s own words.")
    paragraph: int | None = Field(description="The paragraph that they stand in, counted from 1.")
    sentences: tuple[int, ...] = Field(description="The sentences of that paragraph that they touch, from 1.")
    prefix: str | None = Field(description="The words before it in its paragraph, where the text may be shown.")
    suffix: str | None = Field(description="The words after it in its paragraph, where the text may be shown.")
    original: str | None = Field(description="The article on the web, opened at these words, where it has an address.")


class Answer(Row):
    """What one fact answers to one question."""

    question: str = Field(description="The question.")
    answer: str = Field(description="The answer, in few words.")
    fact: str = Field(description="The fact that gives it.")
    article: str = Field(description="The article that the fact is from.")
    who: str | None = Field(description="Who asserts it.")
    via: str | None = Field(description="The channel it came through, in the article’s words.")
    date: str | None = Field(description="The fact’s own date, as EDTF.")
    basis: Basis | None = Field(description="How that date is known: stated, reckoned or inferred.")
    url: Url


class Skip(Row):
    paragraphs: str = Field(description="A paragraph, or several in a row.")
    because: str = Field(description="Why they hold no fact.")

    @property
    def cell(self) -> str:
        return f"{self.paragraphs}: {self.because}"


class Article(Row):
    """One published text: its record, and what was counted of it."""

    id: Id
    name: str = Field(description="Its title, or where it has none, a label of ours.")
    title: str | None = Field(description="Its title as printed.")
    publisher: str | None = Field(description="Who published it.")
    origin: str = Field(description="Where the reporting began: own, unknown, or an agency.")
    published: KnownDate = Field(description="When it was published.")
    language: str = Field(description="The language of its text.")
    original: str | None = Field(description="Where it stands on the web.")
    curation: Literal["complete", "open"] = Field(
        description="Whether every paragraph is accounted for; of an open one, the record is not checked."
    )
    second_reading: dt.date | None = Field(
        description="The day on which a second reading of every fact was recorded; none where one has changed since."
    )
    sha256: str | None = Field(description="The SHA-256 of its text; the text itself is not published.")
    words: int = Field(description="How many words it has.")
    quoted: int = Field(description="How many of them stand in passages, each counted once.")
    paragraphs: int = Field(description="How many paragraphs it has.")
    accounted: int = Field(description="How many of them have a fact, or a reason for having none.")
    sentences: int = Field(description="How many sentences should be touched by a passage.")
    touched: int = Field(description="How many of them are.")
    facts: int = Field(description="How many facts it supports.")
    skipped: tuple[Skip, ...] = Field(description="Paragraphs without facts, and why.")
    summary: tuple[Sentence, ...] = Field(description="The article in two or three sentences of ours.")
    notes: tuple[Sentence, ...] = Field(description="What a reader should know of it.")
    url: Url


class Role(Row):
    title: str = Field(description="The office.")
    country: str | None = Field(description="The country whose office it is.")
    organisation: str | None = Field(description="The body whose office it is.")
    when: KnownDate = Field(description="When it was held, as far as is known.")
    from_: tuple[str, ...] = Field(alias="from", description="The facts that say so.")
    background: Background
    proved: Proved

    @property
    def cell(self) -> str:
        return f"{self.title} ({self.when.date}, {self.when.basis})"


class Leader(Row):
    """A person who speaks or acts in the articles."""

    id: Id
    name: str = Field(description="The full name.")
    sort: str = Field(description="Where the person stands in a list.")
    aliases: Aliases
    country: str | None = Field(
        description="The country under which the person is listed; only an office speaks for it."
    )
    roles: tuple[Role, ...] = Field(description="Offices, each with its time and how we know.")
    background: Background
    summary: Summary
    facts: Facts
    said: int = Field(description="How many facts report what the person said.")
    url: PageUrl


class Country(Row):
    """A country."""

    id: Id
    name: str = Field(description="Its name.")
    code: str = Field(description="Its two letters of ISO 3166-1.")
    aliases: Aliases
    demonyms: tuple[str, ...] = Field(description="The adjective and the people, which name it too.")
    background: Background
    summary: Summary
    facts: Facts
    said: int = Field(description="How many facts report what it said as a state.")
    url: PageUrl


class Organisation(Row):
    """A body that speaks or acts."""

    id: Id
    name: str = Field(description="Its name.")
    aliases: Aliases
    country: str | None = Field(description="The state whose organ it is.")
    part_of: str | None = Field(description="The body that it is a part of; the two are one voice.")
    members: tuple[str, ...] = Field(description="Who belongs to the group; it and one of them are one voice.")
    background: Background
    summary: Summary
    facts: Facts
    said: int = Field(description="How many facts report what it said.")
    url: PageUrl


class Publisher(Row):
    """Who published an article, or where its reporting began; it has no page of its own."""

    id: Id
    name: str = Field(description="Its name.")
    kind: str = Field(description="What sort of publisher it is.")
    aliases: Aliases
    country: str | None = Field(description="Where it is published.")
    website: str | None = Field(description="Its own site.")
    background: Background


class Theme(Row):
    """A thread through the facts."""

    id: Id
    name: str = Field(description="What it is called.")
    group: str | None = Field(description="Themes of one group stand together.")
    keywords: tuple[str, ...] = Field(description="Words by which a passage names it.")
    state_of_play: tuple[Sentence, ...] = Field(description="How things stand.")
    facts: Facts
    url: Url


class Participant(Row):
    who: str = Field(description="A leader, country, organisation or publisher.")
    how: HowTakenPart | None = Field(description="Where it is not simply reported: planned, by video, without a place.")
    channel: str | None = Field(description="Through whom it is known, where no article says it itself.")
    from_: tuple[str, ...] = Field(alias="from", description="The facts that say so.")
    background: Background
    proved: Proved

    @property
    def cell(self) -> str:
        notes = ", ".join(filter(None, (self.how, self.channel)))
        return f"{self.who} ({notes})" if notes else self.who


class Event(Row):
    """Something that happened or was to happen."""

    id: Id
    name: str = Field(description="What it is called.")
    aliases: tuple[str, ...] = Field(description="What its facts may call it too.")
    kind: EventKind = Field(description="What sort of event it is.")
    when: KnownDate = Field(description="When it took place, or was to.")
    before: str | None = Field(description="The event that it was before, as is reported.")
    after: str | None = Field(description="The event that it was after, as is reported.")
    place: str | None = Field(description="Where.")
    country: str | None = Field(description="In which country.")
    participants: tuple[Participant, ...] = Field(description="Who took part, as reported.")
    apart: tuple[str, ...] = Field(description="Participants of whom nobody reports that they were together.")
    perhaps: tuple[str, ...] = Field(description="Events that may be the same one, though no article says whether.")
    proved: Proved
    proves: bool = Field(description="Whether its name, place and date may prove what its facts say.")
    summary: tuple[Sentence, ...] = Field(description="The event in two or three sentences of ours.")
    from_: tuple[str, ...] = Field(alias="from", description="The facts that it rests on.")
    background: Background
    facts: int = Field(description="How many facts are part of it.")
    url: Url


class Question(Row):
    """What several articles, or several speakers, can be asked."""

    id: Id
    question: str = Field(description="The question.")
    asks: Literal["sources", "speakers"] = Field(description="Whether articles are compared, or speakers.")
    about: tuple[str, ...] = Field(description="On whose pages it stands.")
    options: tuple[str, ...] = Field(description="Where given, every answer is one of them.")
    compatible: bool = Field(description="Whether answers in other words need not exclude one another.")
    wording: bool = Field(description="Whether the answers are only wordings or spellings.")
    notes: tuple[Sentence, ...] = Field(description="What explains the difference between the answers.")
    answers: int = Field(description="How many facts answer it.")
    different: int = Field(description="How many different answers they give.")
    verdict: Verdict = Field(
        description="differ: answers of one time, of two articles or voices; within: of one that gives several; "
        "compatible: different words that need not exclude one another; development: other answers only at another "
        "time; agree: several origins or voices; repeated: several of one origin or one voice; single: one article or "
        "speaker; silent: no answer; wording: only wordings or spellings."
    )
    url: Url


class Retired(Row):
    """A fact that no longer stands; its address does."""

    id: Id
    article: str = Field(description="The article that it was taken from.")
    say: str = Field(description="What it said.")
    status: Retirement = Field(
        description="corrected: we erred; superseded: the world moved; merged: told by another; withdrawn: by the "
        "source."
    )
    retired: dt.date = Field(description="The day on which it was taken back.")
    because: str = Field(description="Why.")
    by: str | None = Field(description="The fact in its place.")
    url: Url


class Derived(Row):
    """A statement of the program's own, made from several facts or from their absence."""

    id: str = Field(
        description="The kind, and the digest of all that it says: the first five bytes of BLAKE2b over kind, subject, "
        "about, says and the facts, with a NUL between them. Elements of pages list it in data-derived."
    )
    kind: derived.Kind = Field(
        description="silence: nothing that the subject says bears on it; unanswered: no answer is noted, and the facts "
        "are those of the subject that bear on it; unread, partly-read: not (wholly) read yet; agreement: the same "
        "answer in several voices; difference: answers of one time that exclude one another; development: an answer "
        "of another time; compatible: other answers, which need not exclude one another; verdict: how answers stand; "
        "role: what the subject is in an event, or in a commitment; order: where it stands in a list in order of time; "
        "certainty: how its date is known; channel: through whom the facts are known, where they are told in short."
    )
    pages: tuple[str, ...] = Field(description="The pages that say it.")
    subject: str = Field(
        description="Of whom or what it is said: an article, a speaker, a question, an event, a fact. A channel that "
        "is nobody's name has its article behind it."
    )
    about: str | None = Field(description="What it is said about: a theme, a question, an event.")
    facts: tuple[str, ...] = Field(description="The facts that it rests on; silence rests on there being none.")
    says: str | None = Field(
        description="An answer as it is shown. Of a role: took-part, planned, by-video, place-not-stated, met, acts, "
        "place; made, received, announced or named, of a commitment. Of an order: before, after (the event that it "
        "is about), on, about or by (a day), from or about (one day to another). Of a certainty: stated, reckoned, "
        "inferred. Of a verdict: its name, as questions have it. The channel."
    )


class DerivedFile(Row):
    """Every derived statement of the edition, page by page."""

    version: str = Field(description="The version of this form; within one, keys are only added.")
    edition: dt.date = Field(description="The date of the edition.")
    derived: tuple[Derived, ...] = Field(description="Page by page, and on each page in order of reading.")


class KeyFigure(Sentence):
    figure: str = Field(description="The number.")


class Limits(Row):
    passage_words: int = Field(description="The longest passage, in words.")
    sentence_percent: int = Field(description="A passage stays below this share of a longer sentence.")
    article_percent: int = Field(description="All passages together, as a share of an article’s words.")
    article_words: int = Field(
        description="Of a short article, so many words, but never more than half as many again as the share."
    )


class Licence(Row):
    name: str = Field(description="What the terms are called.")
    url: str | None = Field(description="Where they stand.")


class Owner(Row):
    name: str = Field(description="The name of the publisher.")
    url: str | None = Field(description="Where the publisher is found.")
    mail: str | None = Field(description="Where errors are reported.")


class Ledger(Row):
    """How many checks were performed, and with what answers."""

    facts: int = Field(description="Facts.")
    proved_facts: int = Field(description="Facts whose every check was answered with yes.")
    refuted_facts: int = Field(description="Facts with a check that was answered with no.")
    unproved_facts: int = Field(description="Facts with a check that could not be performed.")
    settled: int = Field(
        description="Marks, such as a negation, in which facts differ from their sentences, read again and agreed to."
    )
    read_again: int = Field(description="Such marks that nobody has settled.")
    waiting: int = Field(description="Checks that need the article’s text, but bind nothing.")
    paragraphs: int = Field(description="Paragraphs of the articles.")
    accounted: int = Field(description="Paragraphs with a fact, or a reason for having none.")
    sentences: int = Field(description="Sentences that should be touched by a passage.")
    touched: int = Field(description="Sentences that are.")
    prose: int = Field(description="Sentences of ours that rest on facts.")
    proved_prose: int = Field(description="Those whose every check was answered with yes.")
    checks: dict[str, dict[str, int]] = Field(description="By what was looked at: how often each answer was given.")


class PlainWords(Row):
    """The capitalised words of facts and locks that a dictionary has as plain ones, in lower case."""

    beside: tuple[str, ...] = Field(description="Those that leave a name beside them as it is, such as *minister*.")
    opening: tuple[str, ...] = Field(description="Those that have a capital only where a sentence opens.")


class FactsFile(Row):
    """Every fact of the edition, and what was checked."""

    version: str = Field(description="The version of this form; within one, keys are only added.")
    title: str = Field(description="The name of the briefing.")
    edition: dt.date = Field(description="The date of the edition.")
    rights: str = Field(description="What may be done with it.")
    licence: Licence | None = Field(description="The terms under which the data may be used, where there are any.")
    publisher: Owner | None = Field(description="Who answers for the briefing, where that is known.")
    address: str | None = Field(description="Where the site is published; every url is to be read from there.")
    contract: int = Field(description="The version of the rules by which facts are checked.")
    limits: Limits = Field(description="How much of an article may be quoted.")
    plain_words: PlainWords = Field(description="What the checks know from a dictionary.")
    checked: Ledger = Field(description="The numbers of the checks, as the page on method shows them.")
    bottom_line: tuple[Sentence, ...] = Field(description="The first sentences of the briefing.")
    key_figures: tuple[KeyFigure, ...] = Field(description="Numbers that matter.")
    open: tuple[Sentence, ...] = Field(description="What a reader would ask, and no article answers.")
    facts: tuple[Fact, ...] = Field(description="In order of the articles’ dates, and of reading in each.")
    retired: tuple[Retired, ...] = Field(description="Facts that no longer stand.")
