"""The page of an article: its record, its facts in the order of its paragraphs, what they leave out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.derived import Derived
from generator.content.kinds import KINDS
from generator.evidence.proving import mentions
from generator.measures.coverage import Covered, coverage
from generator.measures.quotation import quoted
from generator.site.pages.removed import removed_articles, removed_pages
from generator.site.parts.cards import FactCard, card
from generator.site.parts.context import RenderContext
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
    label: Sentence  # what that rests on
    publisher: str
    published: Moment
    url: str
    origin: str
    words: int
    share_quoted: str  # such as 31 %
    share_limit: str
    second_reading: str
    open_paragraphs: int  # more than none only while curation is open
    is_open: bool  # its record is not checked yet
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
    gist: Sentence  # the first of its summary


@dataclass(frozen=True)
class Mentioned:
    """Whom an article names, and in which paragraphs."""

    link: Link
    paragraphs: tuple[int, ...]


@dataclass(frozen=True)
class UncuratedView:
    """An article that has no facts yet: nothing is said of it but what is counted."""

    head: Head
    name: str
    words: int
    paragraphs: int
    mentions: tuple[Mentioned, ...]
    statement: Derived
    ledger: Ledger


@dataclass(frozen=True)
class ArticlesView:
    head: Head
    articles: tuple[ArticleEntry, ...]
    uncurated: tuple[Link, ...]
    removed: tuple[Link, ...]
    ledger: Ledger


def article_pages(context: RenderContext) -> Iterator[Page]:
    for article in context.briefing.curated:
        yield Page(KINDS["articles"].template, article_view(context, article))
    for article in context.briefing.unread:
        yield Page("uncurated.md.j2", uncurated_view(context, article))
    yield from removed_pages(context)
    yield Page("articles.md.j2", articles_view(context))


def article_view(context: RenderContext, id: str) -> ArticleView:
    briefing, record = context.briefing, context.briefing.article(id)
    facts = briefing.facts_in(id)
    paragraphs = coverage(briefing, id)
    share, limits = quoted(briefing, id), briefing.content.site.limits
    return ArticleView(
        head=context.head("articles", id, context.article(id).name, context.in_short(record.summary, record.name)),
        name=record.name,
        language=context.language(id) if record.title else "",
        as_printed=record.title is not None,
        label=context.sentences((record.label,))[0] if record.label else Sentence(""),
        publisher=context.publisher(id),
        published=context.published(id),
        url=record.url or "",
        origin=context.origin(id),
        words=share.of,
        share_quoted=f"{share.percent:.1f} %",
        share_limit=f"{limits.article_percent} %",
        second_reading=context.day(record.second_reading) if record.second_reading else "",
        open_paragraphs=sum(paragraph.state == "open" for paragraph in paragraphs),
        is_open=record.curation == "open",
        summary=context.sentences(record.summary),
        note=context.sentences(record.note),
        facts=len(facts),
        strip=strip(context, paragraphs),
        paragraphs=tuple(_paragraph(context, paragraph) for paragraph in paragraphs),
        untouched=tuple(str(ref) for paragraph in paragraphs for ref in paragraph.untouched),
        sentences=sum(paragraph.expected for paragraph in paragraphs),
        retired=tuple(retired(context, stone) for article, stone in briefing.tombstones if article == id),
        ledger=context.ledger(facts, (*filter(None, [record.label]), *record.summary, *record.note)),
    )


def articles_view(context: RenderContext) -> ArticlesView:
    lines = {line.link.url: line for line in context.article_lines(context.briefing.facts.values())}
    entries = []
    for id in sorted(context.briefing.curated, key=lambda id: (context.briefing.article(id).published.earliest, id)):
        record = context.briefing.article(id)
        line = lines.get(context.article(id).url) or context.article_line(id, 0)
        gist = context.gist(record.summary)
        share = f"{quoted(context.briefing, id).percent:.1f} %"
        entries.append(ArticleEntry(line, context.origin(id), share, gist))
    arrived = tuple(map(context.article, context.briefing.unread))
    return ArticlesView(
        context.index_head("articles"), tuple(entries), arrived, removed_articles(context), context.ledger(())
    )


def uncurated_view(context: RenderContext, id: str) -> UncuratedView:
    """The article under its id, because only a person can say which of its words are its title.

    What a machine guessed of its record, its day or its publisher stands nowhere.
    """
    source = context.briefing.uncurated.get(id) or context.briefing.source(id)
    paragraphs_by_subject = mentions(source, context.briefing.aliases)
    mentioned = [Mentioned(context.link(subject), paragraphs) for subject, paragraphs in paragraphs_by_subject.items()]
    return UncuratedView(
        head=context.head("articles", id, id, context.words["uncurated"]["description"]),
        name=id,
        words=sum(profile.tokens for profile in source.profiles),
        paragraphs=source.paragraphs,
        mentions=tuple(sorted(mentioned, key=lambda m: (m.link.name.casefold(), m.link.url))),
        statement=Derived("unread", id),
        ledger=context.ledger(()),
    )


def _paragraph(context: RenderContext, covered: Covered) -> Paragraph:
    shown_facts = [fact for fact in covered.facts if fact.refs[0].paragraph == covered.number]
    return Paragraph(
        covered.number,
        STATES[covered.state],
        covered.because or "",
        tuple(card(context, fact) for fact in sorted(shown_facts, key=lambda fact: (fact.refs, fact.id))),
        tuple(Link(fact.say, fact.url) for fact in covered.facts if fact not in shown_facts),
    )
