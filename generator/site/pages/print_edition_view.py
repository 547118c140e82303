"""What the print edition says: its parts, as frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.analysis.agreement import Verdict
from generator.analysis.derived import Derived
from generator.site.pages.home import Figure
from generator.site.parts.page import ChannelNote, Head, Link, Moment, Party, Sentence, Source


@dataclass(frozen=True)
class EventPart:
    id: str
    link: Link
    when: Moment
    place: str
    participants: tuple[Party, ...]
    summary: tuple[Sentence, ...]
    facts: tuple[Source, ...]


@dataclass(frozen=True)
class ThemePart:
    id: str
    link: Link
    state: tuple[Sentence, ...]
    facts: tuple[Source, ...]


@dataclass(frozen=True)
class Told:
    """What somebody said: through whom it is known, and when that was, or of what it was said."""

    source: Source
    channel: str
    occasion: str


@dataclass(frozen=True)
class SpeakerPart:
    """Someone, or a channel without a name, and all that is reported as said by them."""

    id: str
    link: Link
    role: str
    statements: tuple[Told, ...]


@dataclass(frozen=True)
class Given:
    """One of several answers, and the articles whose facts give it."""

    mark: str
    answer: str
    respondents: tuple[Link, ...]
    facts: tuple[Source, ...]
    when: str = ""  # where the answers are of several times
    channels: tuple[ChannelNote, ...] = ()  # through whom these articles know it


@dataclass(frozen=True)
class DifferencePart:
    question: Link
    verdict: Verdict
    sign: Derived
    statements: tuple[Derived, ...]
    answers: tuple[Given, ...]
    note: tuple[Sentence, ...]


@dataclass(frozen=True)
class Numbered:
    """A fact under its number, with its proof: each passage, and the paragraph that it stands in."""

    number: int
    say: str
    url: str
    passages: tuple[tuple[str, int], ...]
    proved: bool


@dataclass(frozen=True)
class ArticlePart:
    """An article, and its facts in order of reading."""

    id: str
    link: Link
    publisher: str
    published: Moment
    url: str
    language: str  # of its title
    quoted_in: str  # the language of its passages, where it is not that of the interface
    facts: tuple[Numbered, ...]


@dataclass(frozen=True)
class Chapter:
    """A line of the contents: where it leads, its name, what it has, and what stands below it."""

    id: str
    name: str
    below: tuple[Chapter, ...] = ()
    what: str = ""  # of a document with a part: what it has, from the first to the last


@dataclass(frozen=True)
class Places:
    """Where the number of each fact stands, in whichever document; all documents have the same."""

    by_number: Mapping[int, str]


@dataclass(frozen=True)
class PrintEditionView:
    head: Head
    created: str
    contents: tuple[Chapter, ...]
    edition: str
    rights: str
    publisher: str  # empty where nobody is named
    corrections: str
    facts: int
    proved: int
    size: int  # how many articles
    bottom_line: tuple[Sentence, ...]
    key_figures: tuple[Figure, ...]
    events: tuple[EventPart, ...]
    themes: tuple[ThemePart, ...]
    speakers: tuple[SpeakerPart, ...]
    differences: tuple[DifferencePart, ...]
    open: tuple[Sentence, ...]
    articles: tuple[ArticlePart, ...]
    places: Places
    is_cut: bool = False  # its parts stand on pages of their own
