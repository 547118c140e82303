"""The parts that all pages are made of; all text is plain, all addresses start at the site's root."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol


@dataclass(frozen=True)
class Link:
    """A name, and the page that it leads to; without an address it is only shown."""

    name: str
    url: str = ""  # such as leaders/jane-doe.html or articles/oslo.html#oslo-date


@dataclass(frozen=True)
class Head:
    """Where a page stands and what it is called."""

    path: str  # such as leaders/jane-doe.md
    title: str
    description: str
    section: Link | None = None  # the index that the page belongs to


@dataclass(frozen=True)
class Ledger:
    """How much of a page is bound to its sources, and where to say that something is wrong."""

    sentences: int
    bound: int
    unproved: int
    edition: str
    corrections: str
    corrections_url: str = ""


@dataclass(frozen=True)
class Source:
    """A fact that a sentence rests on; its number runs through the part of the page that it stands in."""

    number: int
    say: str
    url: str


@dataclass(frozen=True)
class Sentence:
    """A sentence of ours; it rests on facts, or is background with its reason."""

    say: str
    sources: tuple[Source, ...] = ()
    background: str = ""


@dataclass(frozen=True)
class Moment:
    """A date as it is read, and how it is known."""

    text: str
    known: Literal["stated", "reckoned", "inferred"] = "stated"
    because: str = ""  # the words that it was reckoned from, or the reason of the inference


@dataclass(frozen=True)
class Role:
    """An office and its time."""

    title: str
    when: str
    country: Link | None = None
    organisation: Link | None = None
    sources: tuple[Source, ...] = ()
    background: str = ""


@dataclass(frozen=True)
class Person:
    """A leader in a list: the role says which one is meant."""

    link: Link
    role: str
    facts: int


@dataclass(frozen=True)
class EventLine:
    """An event in a list."""

    link: Link
    when: Moment
    place: str
    articles: int


@dataclass(frozen=True)
class Meeting:
    """An event that a leader took part in, with whom."""

    event: EventLine
    others: tuple[Link, ...]


@dataclass(frozen=True)
class Given:
    """An answer that one fact gives: by whom or in which article, and when."""

    by: Link
    when: str
    answer: str
    fact: Source


@dataclass(frozen=True)
class Position:
    """A question, and the answers that belong to the page."""

    question: Link
    given: tuple[Given, ...]


Verdict = Literal["agree", "differ", "single", "silent"]


@dataclass(frozen=True)
class Answer:
    """One answer to a question, and everyone who gives it."""

    mark: str  # A, B, C: the same letter wherever the question stands
    text: str
    by: tuple[Link, ...]


@dataclass(frozen=True)
class Comparison:
    """A question and how its answers stand to one another."""

    question: Link
    verdict: Verdict
    answers: tuple[Answer, ...]
    silent: tuple[Link, ...] = ()


@dataclass(frozen=True)
class ArticleLine:
    """An article that a page draws on; `facts` are those of the page."""

    link: Link
    publisher: str
    published: Moment
    facts: int


class View(Protocol):
    """What any page says: at least where it stands."""

    @property
    def head(self) -> Head: ...


@dataclass(frozen=True)
class Page:
    """A page: the template that arranges it, and what it says."""

    template: str
    view: View
