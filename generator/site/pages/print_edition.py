"""The whole briefing as one document to be printed: every sentence with the numbers of the facts at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pkgutil import get_data

from generator.analysis.agreement import Verdict
from generator.content.registries import Event, Leader, Question, Theme
from generator.evidence.proving import BoundFact
from generator.site.pages.leaders import by_name
from generator.site.pages.questions import question_view
from generator.site.parts.cards import FactCard, card
from generator.site.parts.context import Book, in_time
from generator.site.parts.page import Head, Link, Moment, Page, Sentence, Source

PATH = "dossier.html"
SHEET = "assets/dossier.css"


@dataclass(frozen=True)
class FigurePart:
    """A number that matters, and what it counts."""

    figure: str
    says: Sentence


@dataclass(frozen=True)
class EventPart:
    id: str
    link: Link
    when: Moment
    place: str
    participants: tuple[Link, ...]
    summary: tuple[Sentence, ...]
    facts: tuple[Source, ...]


@dataclass(frozen=True)
class ThemePart:
    id: str
    link: Link
    state: tuple[Sentence, ...]
    facts: tuple[Source, ...]


@dataclass(frozen=True)
class LeaderPart:
    """Someone, and all that is reported as said by them."""

    id: str
    link: Link
    role: str
    said: tuple[Source, ...]


@dataclass(frozen=True)
class Given:
    """One of several answers, and the articles whose facts give it."""

    mark: str
    answer: str
    by: tuple[Link, ...]
    facts: tuple[Source, ...]


@dataclass(frozen=True)
class DifferencePart:
    question: Link
    verdict: Verdict
    answers: tuple[Given, ...]
    note: tuple[Sentence, ...]


@dataclass(frozen=True)
class Numbered:
    """A fact under its number, with its proof."""

    number: int
    card: FactCard


@dataclass(frozen=True)
class ArticlePart:
    """An article, and its facts in order of reading."""

    id: str
    link: Link
    publisher: str
    published: Moment
    url: str
    language: str
    facts: tuple[Numbered, ...]


@dataclass(frozen=True)
class Chapter:
    """A line of the contents: where it leads, its name, and what stands below it."""

    id: str
    name: str
    below: tuple[Chapter, ...] = ()


@dataclass(frozen=True)
class DossierView:
    head: Head
    created: str
    contents: tuple[Chapter, ...]
    edition: str
    rights: str
    corrections: str
    facts: int
    proved: int
    size: int  # how many articles
    bottom_line: tuple[Sentence, ...]
    figures: tuple[FigurePart, ...]
    events: tuple[EventPart, ...]
    themes: tuple[ThemePart, ...]
    leaders: tuple[LeaderPart, ...]
    differences: tuple[DifferencePart, ...]
    open: tuple[Sentence, ...]
    articles: tuple[ArticlePart, ...]


def dossier_page(book: Book) -> Page:
    return Page("dossier.html.j2", dossier_view(book))


def dossier_view(book: Book) -> DossierView:
    briefing, content = book.briefing, book.briefing.content
    site, numbers = content.site, _Numbers.of(book)
    counted = numbers.sentences(book.sentences(site.key_figures))
    events = sorted(content.events.values(), key=lambda event: (event.when.date.earliest, event.id))
    speakers = [leader for leader in sorted(content.leaders.values(), key=by_name) if briefing.facts_by(leader.id)]
    whole = book.ledger(briefing.facts.values())
    view = DossierView(
        head=Head(PATH, site.title, site.description),
        created=site.edition.isoformat(),
        contents=(),
        edition=book.day(site.edition),
        rights=site.rights,
        corrections=site.corrections,
        facts=len(briefing.facts),
        proved=whole.bound,
        size=len(briefing.articles),
        bottom_line=numbers.sentences(book.sentences(site.bottom_line)),
        figures=tuple(FigurePart(one.figure, said) for one, said in zip(site.key_figures, counted, strict=True)),
        events=tuple(_event(book, numbers, event) for event in events),
        themes=tuple(_theme(book, numbers, theme) for theme in content.themes.values()),
        leaders=tuple(_leader(book, numbers, leader) for leader in speakers),
        differences=tuple(
            _difference(book, numbers, question)
            for question in sorted(content.questions.values(), key=lambda question: not briefing.disagrees(question))
            if briefing.differs(question)
        ),
        open=numbers.sentences(book.sentences(site.open)),
        articles=tuple(_articles(book, numbers)),
    )
    return replace(view, contents=tuple(_contents(book, view)))


def _contents(book: Book, view: DossierView) -> Iterator[Chapter]:
    """The parts that have something to say, in their order."""
    said, home, words = book.words["dossier"], book.words["home"], book.words

    def below(kind: str, parts: Iterable[EventPart | ThemePart | LeaderPart | ArticlePart]) -> tuple[Chapter, ...]:
        return tuple(Chapter(f"{kind}-{part.id}", part.link.name) for part in parts)

    parts = (
        (view.bottom_line, Chapter("bottom-line", home["bottom_line"])),
        (view.figures, Chapter("figures", home["figures"])),
        (view.events, Chapter("events", words["events"]["title"], below("event", view.events))),
        (view.themes, Chapter("themes", words["themes"]["title"], below("theme", view.themes))),
        (view.leaders, Chapter("leaders", said["leaders"], below("leader", view.leaders))),
        (view.differences, Chapter("differences", said["differences"])),
        (view.open, Chapter("open", home["open"])),
        (view.articles, Chapter("sources", said["sources"], below("article", view.articles))),
    )
    yield from (chapter for part, chapter in parts if part)


@dataclass(frozen=True)
class _Numbers:
    """The number of every fact, by its address: articles by date, facts in order of reading."""

    known: dict[str, int]

    @classmethod
    def of(cls, book: Book) -> _Numbers:
        return cls({fact.url: number for number, fact in enumerate(book.briefing.facts.values(), 1)})

    def sources(self, sources: Iterable[Source]) -> tuple[Source, ...]:
        return tuple(sorted((replace(one, number=self.known[one.url]) for one in sources), key=lambda one: one.number))

    def sentences(self, sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
        return tuple(replace(one, sources=self.sources(one.sources)) for one in sentences)

    def facts(self, facts: Iterable[BoundFact]) -> tuple[Source, ...]:
        return tuple(Source(self.known[fact.url], fact.fact.say, fact.url) for fact in facts)


def _event(book: Book, numbers: _Numbers, event: Event) -> EventPart:
    return EventPart(
        event.id,
        book.link(event.id),
        book.moment(event.when),
        event.place or "",
        tuple(book.link(one.who) for one in event.participants),
        numbers.sentences(book.sentences(event.summary)),
        numbers.facts(book.briefing.facts_at(event.id)),
    )


def _theme(book: Book, numbers: _Numbers, theme: Theme) -> ThemePart:
    state = numbers.sentences(book.sentences(theme.state_of_play))
    return ThemePart(theme.id, book.link(theme.id), state, numbers.facts(book.briefing.facts_on(theme.id)))


def _leader(book: Book, numbers: _Numbers, leader: Leader) -> LeaderPart:
    said = numbers.facts(in_time(book, book.briefing.facts_by(leader.id)))
    return LeaderPart(leader.id, book.link(leader.id), book.role_at(leader.id), said)


def _difference(book: Book, numbers: _Numbers, question: Question) -> DifferencePart:
    told = question_view(book, question)
    answers = tuple(
        Given(side.mark, side.answer, _by(question, side.cards), _given(numbers, side.cards)) for side in told.sides
    )
    return DifferencePart(book.link(question.id), told.verdict, answers, numbers.sentences(told.note))


def _by(question: Question, cards: Sequence[FactCard]) -> tuple[Link, ...]:
    """Articles, or speakers; each once."""
    named = (card.article if question.asks == "sources" else card.who or Link(card.via) for card in cards)
    return tuple(dict.fromkeys(named))


def _given(numbers: _Numbers, cards: Sequence[FactCard]) -> tuple[Source, ...]:
    return numbers.sources(Source(0, card.say, card.url) for card in cards)


def _articles(book: Book, numbers: _Numbers) -> Iterator[ArticlePart]:
    for id in sorted(book.briefing.articles, key=lambda id: (book.briefing.article(id).published.earliest, id)):
        record = book.briefing.article(id)
        facts = tuple(Numbered(numbers.known[fact.url], card(book, fact)) for fact in book.briefing.facts_in(id))
        language = book.language(id) if record.title else ""
        yield ArticlePart(
            id, book.article(id), book.publisher(id), book.published(id), record.url or "", language, facts
        )


def sheet() -> bytes:
    return get_data("generator", "templates/dossier.css") or b""
