"""What the desk is shown, as it is sent: plain values, in which an article's words are counted and never letters."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """Words of a paragraph, from first to last, counted from 0."""

    paragraph: int
    first: int
    last: int


@dataclass(frozen=True)
class DeskSentence:
    """A sentence by the words that it has, and whether a passage touches it or it needs none; with what is known."""

    number: int
    first: int
    last: int
    is_open: bool
    known: str = ""  # what a lock knows of it, where the words are not at hand


@dataclass(frozen=True)
class DeskParagraph:
    """A paragraph: each word with what stands before it, what stands behind the last, and what covers it."""

    number: int
    state: str  # facts, skipped, short or open
    because: str
    words: tuple[tuple[str, str], ...]
    tail: str
    sentences: tuple[DeskSentence, ...]


@dataclass(frozen=True)
class DeskProblem:
    """What stands against something, as `check` tells it."""

    code: str
    what: str
    remedy: str
    line: int
    is_warning: bool
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class DeskReading:
    """How far a fact is read by somebody else: its place among those to be read, and what changed since it was."""

    place: int
    need: str  # flagged, changed, unsigned or signed
    day: str
    changes: tuple[tuple[str, str], ...]  # same, gone or new, and the words
    rests_otherwise: bool


@dataclass(frozen=True)
class DeskFact:
    """A fact, a draft or a tombstone, as it was written, and how it stands with its article."""

    id: str
    state: str  # proved, refuted, cannot, flagged, draft; or the status of a tombstone
    is_draft: bool
    say: str
    passages: tuple[str, ...]
    runs: tuple[Run, ...]
    fields: tuple[tuple[str, str], ...]
    line: int
    problems: tuple[DeskProblem, ...]
    marks: tuple[str, ...]  # that are to be read again
    agreed: tuple[str, ...]
    sentences: tuple[str, ...]  # the whole ones that its passages touch
    proved: int  # checks
    source: str = ""  # its lines of the file
    hints: tuple[str, ...] = ()  # the comments among them that have a line of their own
    reading: DeskReading | None = None  # of a fact that stands


@dataclass(frozen=True)
class DeskArticle:
    """All that the desk shows of one article."""

    id: str
    title: str
    path: str
    at_hand: str  # text, lock or nothing
    language: str
    published: str
    curation: str
    second_reading: str
    quoted: str
    paragraphs: tuple[DeskParagraph, ...]
    facts: tuple[DeskFact, ...]
    skips: tuple[tuple[int, int, str], ...]
    problems: tuple[DeskProblem, ...]  # of the file, but of none of its facts
    themes: tuple[tuple[str, str], ...]  # of the dossier, by id and name


@dataclass(frozen=True)
class DeskEntry:
    """An article of the first page, with what is to do."""

    id: str
    title: str
    at_hand: str
    curation: str
    facts: int
    signed: int  # facts that somebody else has read
    drafts: int
    flags: int
    problems: int
    sentences: int  # that no passage touches
    second_reading: str

    @property
    def work(self) -> int:
        return self.drafts + self.flags + self.problems + self.sentences
