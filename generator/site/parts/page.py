"""The parts that all pages are made of; all text is plain, all addresses start at the site's root."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from generator.analysis.agreement import Verdict
from generator.analysis.derived import Derived, Kind
from generator.analysis.positions import Change

CARD = "assets/card.png"
# The kinds of page whose links have a picture of their own, by their folder.
ALIKE = {name: name for name in ("leaders", "countries", "themes", "events", "questions", "articles")}
ALIKE["organisations"] = "countries"  # which share an index


@dataclass(frozen=True)
class Link:
    """A name, and the page that it leads to; without an address it is only shown."""

    name: str
    url: str = ""  # such as leaders/jane-doe.html or articles/oslo.html#oslo-date
    article: str = ""  # the id of the article that the name is short for
    title: str = ""  # its whole name
    doubt: str = ""  # why its text is doubtful


@dataclass(frozen=True)
class Head:
    """Where a page stands and what it is called."""

    path: str  # such as leaders/jane-doe.md
    title: str
    description: str
    section: Link | None = None  # the index that the page belongs to
    whole: Link | None = None  # the page that this one is a part of

    @property
    def url(self) -> str:
        return built(self.path)

    @property
    def card(self) -> str:
        """The picture that other sites show beside a link to the page: that of its kind, or of the whole."""
        kind = ALIKE.get(self.entry[0].partition("/")[0], "")
        return f"assets/card-{kind}.png" if kind else CARD

    @property
    def entry(self) -> tuple[str, str]:
        """The registry that the page stands in, and the id of what it is about: `leaders`, `jane-doe`."""
        registry, _, id = self.url.removesuffix(".html").rpartition("/")
        return registry, id


def built(path: str) -> str:
    """Where a page stands in the site, whether it is built from Markdown or whole already."""
    return path.removesuffix(".md") + ".html" if path.endswith(".md") else path


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
    again: bool = False  # whether an earlier sentence has it too
    passages: tuple[str, ...] = ()
    article: Link = Link("")
    language: str = ""  # of the passages, where it is not that of the interface


@dataclass(frozen=True)
class ChannelNote:
    """Through whom something is known, as it is read beside what is told in short."""

    text: str
    statement: Derived


@dataclass(frozen=True)
class Sentence:
    """A sentence of ours; it rests on facts, or is background with its reason."""

    say: str
    sources: tuple[Source, ...] = ()
    background: str = ""
    proved: bool = True  # nothing in it waits for a text that is not at hand
    channels: tuple[ChannelNote, ...] = ()  # through whom its facts are known, where it does not say so itself
    doubt: str = ""  # why the text is doubtful that all of them are from


@dataclass(frozen=True)
class Moment:
    """A date as it is read, and how it is known."""

    text: str
    basis: Literal["stated", "reckoned", "inferred"] = "stated"
    because: str = ""  # the reason of what is inferred in it
    words: str = ""  # the article's words that it was reckoned from
    statement: Derived | None = None
    is_known: bool = True  # else its text says that it is not


@dataclass(frozen=True)
class Party:
    """Who took part, and how that is reported, where it is not simply reported."""

    link: Link
    note: str = ""
    statements: tuple[Derived, ...] = ()  # what part it is, and through whom it is known


@dataclass(frozen=True)
class Office:
    """An office that somebody is reported to hold, and what says so."""

    title: str
    organisation: Link | None
    times: tuple[Moment, ...]  # where somebody held several, or one that ended
    basis: Sentence


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
    order: Derived | None = None
    role: Derived | None = None  # of whoever the list is about
    parties: tuple[Party, ...] = ()  # who acts in it for them, each as it is reported
    note: str = ""  # whether it took place with them, or was to

    @property
    def statements(self) -> tuple[Derived | None, ...]:
        return (self.order, self.role)


@dataclass(frozen=True)
class Meeting:
    """An event that a leader took part in: whom the leader met there, or why that is not said."""

    event: EventLine
    others: tuple[Party, ...] = ()
    note: str = ""
    statements: tuple[Derived, ...] = ()  # what the leader did there


@dataclass(frozen=True)
class DatedAnswer:
    """An answer, at one time where speakers give it, and the facts that it stands in."""

    mark: str
    answer: str
    facts: tuple[Source, ...]
    events: tuple[Link, ...] = ()
    when: Moment | None = None  # the facts' own date, where speakers answer
    reported: Moment | None = None  # where they have none, the date of the article
    channels: tuple[ChannelNote, ...] = ()  # through whom the answer is known


@dataclass(frozen=True)
class AnswersOfOne:
    """What one speaker or one article answers to a question, oldest first; `several` answers of one time may differ."""

    respondent: Link
    answers: tuple[DatedAnswer, ...]
    change: Change = ""
    developments: tuple[Derived, ...] = ()


@dataclass(frozen=True)
class Position:
    """A question, and the answers that belong to the page, speaker by speaker."""

    question: Link
    answers: tuple[AnswersOfOne, ...]


@dataclass(frozen=True)
class Absence:
    """Who does not answer, or tells nothing of something, and what may be said of that."""

    link: Link
    statement: Derived
    first: Link | None = None  # of the facts that bear on it all the same

    @property
    def facts(self) -> int:
        return len(self.statement.facts)


@dataclass(frozen=True)
class AbsentAlike:
    """Those of whose absence the same may be said."""

    kind: Kind
    by: tuple[Absence, ...]


@dataclass(frozen=True)
class Answer:
    """One answer to a question, and everyone who gives it."""

    mark: str  # A, B, C: the same letter wherever the question stands
    text: str
    respondents: tuple[Link, ...]
    origins: int = 0  # where the reporting of these articles began, if in fewer places than there are articles
    voices: int = 0  # how many voices these speakers are, if fewer
    channels: tuple[ChannelNote, ...] = ()  # through whom these articles know it
    unnamed: bool = False  # one is a channel without a name, which may be one voice more


@dataclass(frozen=True)
class Development:
    """What is answered at another time, or at one that nobody knows closely: of that, nothing is stated."""

    when: str
    answers: tuple[Answer, ...]
    statement: Derived | None = None


@dataclass(frozen=True)
class Comparison:
    """A question and how its answers stand to one another; where they are of several times, those of one time."""

    question: Link
    verdict: Verdict
    answers: tuple[Answer, ...]
    absent: tuple[Absence, ...] = ()
    when: str = ""  # the time of the answers, where there are others
    developments: tuple[Development, ...] = ()
    statements: tuple[Derived, ...] = ()
    sign: Derived | None = None  # the verdict, as a statement that can be refuted

    @property
    def unanswered(self) -> tuple[AbsentAlike, ...]:
        """Who does not answer, by what may be said of that."""
        kinds = dict.fromkeys(one.statement.kind for one in self.absent)
        return tuple(AbsentAlike(kind, tuple(a for a in self.absent if a.statement.kind == kind)) for kind in kinds)


@dataclass(frozen=True)
class ArticleLine:
    """An article that a page draws on, what it is called beside facts, and why its text is doubtful, if it is."""

    link: Link
    short: str
    publisher: str
    published: Moment
    doubt: str = ""
    is_ours: bool = False  # its title, for the text prints none
    is_open: bool = False  # it is not read to its end


@dataclass(frozen=True)
class Neighbours:
    """The pages before and after a page in its index."""

    previous: Link | None = None
    next: Link | None = None


@dataclass(frozen=True)
class Citation:
    """How a page is cited: in a sentence, in the formats of reference managers, and in what its head tells them."""

    what: Literal["page", "whole", "article"]
    sentence: str
    bibtex: str
    ris: str
    csl: str
    edition: str  # such as 2024-06-04
    published: str  # the day of what is cited, as 2024/06/04, as far as it is known
    online: str  # the day from which it stands here, in the same form; empty for what was published elsewhere
    publisher: str  # of the page
    of: str  # the publisher of what is cited; empty where nobody knows
    address: str  # empty where nobody knows the address of the site
    path: str  # from the site's root
    kind: Literal["Text", "Dataset"]
    rights: str
    facts: str  # of an article, the file with the citations of its facts, without its ending


@dataclass(frozen=True)
class Subscription:
    """What the readers of a page can subscribe to."""

    name: str
    url: str
    form: Literal["application/atom+xml", "text/calendar"]


@dataclass(frozen=True)
class Part:
    """A page with a part of a long list: a year, a month, or what comes next; with how many entries it has."""

    link: Link
    number: int
    below: tuple[Part, ...] = ()


class View(Protocol):
    """What any page says: at least where it stands."""

    @property
    def head(self) -> Head: ...


@dataclass(frozen=True)
class Page:
    """A page: the template that arranges it, and what it says."""

    template: str
    view: View
    neighbours: Neighbours = Neighbours()
    linked: str = ""  # the page as linked data
    citation: Citation | None = None
    subscription: Subscription | None = None
    parts: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)  # the pages of a list, where it is cut
