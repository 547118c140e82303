"""The page of an article: its record, its facts in the order of its paragraphs, what they leave out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.kinds import KINDS
from generator.evidence.proving import mentions
from generator.measures.coverage import Covered, coverage
from generator.measures.quotation import quoted
from generator.site.pages.removed import removed_articles, removed_pages
from generator.site.parts.cards import FactCard, card
from generator.site.parts.context import Book
from generator.site.parts.page import ArticleLine, Head, Ledger, Link, Moment, Page, Sentence
from generator.site.parts.retired import Retired, retired
from generator.site.pictures.coverage_strip import STATES, State, Strip, strip


@dataclass(frozen=True)
class Paragraph:
    """One paragraph and what became of it; it stands at `#p3`."""

    number: int
    state: State
    because: str = ""
    cards: tuple[FactCard, ...] = ()  # those whose first passage stands here
    elsewhere: tuple[Link, ...] = ()  # facts shown at an earlier paragraph that have a passage here too


@dataclass(frozen=True)
class ArticleView:
    head: Head
    name: str
    language: str  # of its title, where it is not that of the interface
    as_printed: bool  # else the name is a label of ours
    publisher: str
    published: Moment
    url: str
    origin: str
    words: int
    share_quoted: str  # such as 31 %
    share_limit: str
    second_reading: str
    open_paragraphs: int  # more than none only while curation is open
    summary: tuple[Sentence, ...]
    note: tuple[Sentence, ...]
    facts: int
    strip: Strip
    paragraphs: tuple[Paragraph, ...]
    untouched: tuple[str, ...]  # sentences without a passage: paragraph and sentence, such as 3.2
    sentences: int
    retired: tuple[Retired, ...]
    ledger: Ledger


@dataclass(frozen=True)
class ArticleEntry:
    """An article in the list of articles; `line.facts` are all of its facts."""

    line: ArticleLine
    origin: str
    share_quoted: str
    gist: str  # the first sentence of its summary


@dataclass(frozen=True)
class Mentioned:
    """Whom an article names, and in which paragraphs."""

    link: Link
    paragraphs: tuple[int, ...]


@dataclass(frozen=True)
class UncuratedView:
    """An article that has arrived and has no facts yet: nothing is said of it but what is counted."""

    head: Head
    name: str
    words: int
    paragraphs: int
    mentions: tuple[Mentioned, ...]
    ledger: Ledger


@dataclass(frozen=True)
class ArticlesView:
    head: Head
    articles: tuple[ArticleEntry, ...]
    uncurated: tuple[Link, ...]
    removed: tuple[Link, ...]
    ledger: Ledger


def article_pages(book: Book) -> Iterator[Page]:
    for article in book.briefing.articles:
        yield Page(KINDS["articles"].template, article_view(book, article))
    for article in book.briefing.uncurated:
        yield Page("uncurated.md.j2", uncurated_view(book, article))
    yield from removed_pages(book)
    yield Page("articles.md.j2", articles_view(book))


def article_view(book: Book, id: str) -> ArticleView:
    briefing, record = book.briefing, book.briefing.article(id)
    facts = briefing.facts_in(id)
    paragraphs = coverage(briefing, id)
    share, limits = quoted(briefing, id), briefing.content.site.limits
    return ArticleView(
        head=book.head("articles", id, record.name, record.summary[0].say if record.summary else record.name),
        name=record.name,
        language=book.language(id) if record.title else "",
        as_printed=record.title is not None,
        publisher=book.publisher(id),
        published=book.published(id),
        url=record.url or "",
        origin=book.origin(id),
        words=share.of,
        share_quoted=f"{share.percent:.1f} %",
        share_limit=f"{limits.article_percent} %",
        second_reading=book.day(record.second_reading) if record.second_reading else "",
        open_paragraphs=sum(paragraph.state == "open" for paragraph in paragraphs),
        summary=book.sentences(record.summary),
        note=book.sentences(record.note),
        facts=len(facts),
        strip=strip(book, paragraphs),
        paragraphs=tuple(_paragraph(book, paragraph) for paragraph in paragraphs),
        untouched=tuple(str(spot) for paragraph in paragraphs for spot in paragraph.untouched),
        sentences=sum(paragraph.expected for paragraph in paragraphs),
        retired=tuple(retired(book, stone) for article, stone in briefing.tombstones if article == id),
        ledger=book.ledger(facts, (*record.summary, *record.note)),
    )


def articles_view(book: Book) -> ArticlesView:
    lines = {line.link.url: line for line in book.article_lines(book.briefing.facts.values())}
    entries = []
    for id in sorted(book.briefing.articles, key=lambda id: (book.briefing.article(id).published.earliest, id)):
        record = book.briefing.article(id)
        blank = ArticleLine(book.article(id), book.publisher(id), book.published(id), 0)
        line = lines.get(book.article(id).url, blank)
        gist = record.summary[0].say if record.summary else ""
        entries.append(ArticleEntry(line, book.origin(id), f"{quoted(book.briefing, id).percent:.1f} %", gist))
    arrived = tuple(_uncurated(id) for id in sorted(book.briefing.uncurated))
    return ArticlesView(book.index_head("articles"), tuple(entries), arrived, removed_articles(book), book.ledger(()))


def uncurated_view(book: Book, id: str) -> UncuratedView:
    """Its id is its name, because only a person can say which of its words are its title."""
    source = book.briefing.uncurated[id]
    named = mentions(source, book.briefing.table)
    found = [Mentioned(book.link(subject), paragraphs) for subject, paragraphs in named.items()]
    return UncuratedView(
        head=book.head("articles", id, id, book.words["uncurated"]["description"]),
        name=id,
        words=sum(outline.tokens for outline in source.outlines),
        paragraphs=source.paragraphs,
        mentions=tuple(sorted(found, key=lambda mentioned: (mentioned.link.name.casefold(), mentioned.link.url))),
        ledger=book.ledger(()),
    )


def _uncurated(id: str) -> Link:
    return Link(id, f"articles/{id}.html")


def _paragraph(book: Book, covered: Covered) -> Paragraph:
    here = [fact for fact in covered.facts if fact.spots[0].paragraph == covered.number]
    return Paragraph(
        covered.number,
        STATES[covered.state],
        covered.because or "",
        tuple(card(book, fact) for fact in sorted(here, key=lambda fact: (fact.spots, fact.id))),
        tuple(Link(fact.fact.say, fact.url) for fact in covered.facts if fact not in here),
    )
