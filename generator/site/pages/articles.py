"""The page of an article: its record, its facts in the order of its paragraphs, what they leave out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.analysis.derived import Derived
from generator.content.kinds import KINDS
from generator.evidence.proving import mentions
from generator.measures.coverage import Covered, coverage
from generator.measures.quotation import quoted
from generator.site.pages.article_parts import Addresses, Paragraph, Stretch, article_parts, stretches
from generator.site.pages.articles_index import index_pages
from generator.site.parts.cards import card
from generator.site.parts.context import RenderContext
from generator.site.parts.page import ArticleLine, Head, Ledger, Link, Page, Sentence
from generator.site.parts.retired import Retired, retired
from generator.site.pictures.coverage_strip import STATES, Strip, strip


@dataclass(frozen=True)
class ArticleView:
    head: Head
    name: str
    line: ArticleLine  # as lists show it: its short name, its publisher, its day, whose its title is
    doubt: Sentence | None
    language: str  # of its title, where it is not that of the interface
    label: Sentence  # what that rests on
    url: str
    origin: str
    words: int
    share_quoted: str  # such as 31 %
    share_limit: str
    second_reading: str
    read: int  # facts that were read again as they are now
    is_record_changed: bool  # since the second reading
    open_paragraphs: int  # more than none only while curation is open
    summary: tuple[Sentence, ...]
    note: tuple[Sentence, ...]
    facts: int
    strip: Strip | None
    stretches: tuple[Stretch, ...]
    paragraphs: int
    untouched: tuple[str, ...]  # sentences without a passage: paragraph and sentence, such as 3.2
    sentences: int
    retired: tuple[Retired, ...]
    ledger: Ledger
    elsewhere: tuple[Addresses, ...] = ()  # facts that stand on pages below this one, and here by a number
    retired_elsewhere: tuple[Addresses, ...] = ()


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


def article_pages(context: RenderContext, id: str = "") -> Iterator[Page]:
    """The pages of an article, whether somebody has read it or not, or without an id the list of all."""
    if not id:
        yield from index_pages(context)
    elif id in context.briefing.curated:
        yield from _pages(context, id)
    else:
        yield Page("uncurated.md.j2", uncurated_view(context, id))


def _pages(context: RenderContext, id: str) -> Iterator[Page]:
    """An article, and the pages below it where it has more than one page has room for."""
    page = Page(KINDS["articles"].template, article_view(context, id))
    briefing = context.briefing
    yield from article_parts(
        context, page, lambda cards: context.ledger(briefing.facts_by_id(card.id for card in cards))
    )


def article_view(context: RenderContext, id: str) -> ArticleView:
    briefing, record = context.briefing, context.briefing.article(id)
    facts = briefing.facts_in(id)
    paragraphs = coverage(briefing, id)
    read, summary = context.reading(id), briefing.summary_of(id)
    share, limits = quoted(briefing, id), briefing.content.site.limits
    return ArticleView(
        head=context.head("articles", id, context.article(id).name, record.name),
        name=record.name,
        line=context.source_lines[id],
        doubt=context.sentences((record.doubt,), within=id)[0] if record.doubt else None,
        language=context.language(id) if record.title else "",
        label=context.sentences((record.label,), within=id)[0] if record.label else Sentence(""),
        url=record.url or "",
        origin=context.origin(id),
        words=share.of,
        share_quoted=f"{share.percent:.1f} %",
        share_limit=f"{max(limits.article_percent, 100 * limits.quotable(share.of) // max(share.of, 1))} %",
        second_reading=context.day(record.second_reading) if record.second_reading else "",
        read=read.signed,
        is_record_changed=read.record == "changed",
        open_paragraphs=sum(paragraph.state == "open" for paragraph in paragraphs),
        summary=context.sentences(summary, within=id),
        note=context.sentences(record.note, within=id),
        facts=len(facts),
        strip=strip(context, paragraphs),
        stretches=tuple(stretches(context, _joined(_paragraph(context, paragraph) for paragraph in paragraphs))),
        paragraphs=len(paragraphs),
        untouched=tuple(str(ref) for paragraph in paragraphs for ref in paragraph.untouched),
        sentences=sum(paragraph.expected for paragraph in paragraphs),
        retired=tuple(retired(context, stone) for article, stone in briefing.tombstones if article == id),
        ledger=context.ledger(facts, (*filter(None, [record.label, record.doubt]), *summary, *record.note)),
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


def _joined(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Paragraphs in a row that hold nothing, for one reason, as one."""
    joined: list[Paragraph] = []
    for paragraph in paragraphs:
        before = joined[-1] if joined else None
        if (
            before
            and replace(before, number=paragraph.number, last=paragraph.last) == paragraph
            and not paragraph.cards
        ):
            joined[-1] = replace(before, last=paragraph.last)
        else:
            joined.append(paragraph)
    return joined


def _paragraph(context: RenderContext, covered: Covered) -> Paragraph:
    shown_facts = [fact for fact in covered.facts if fact.refs[0].paragraph == covered.number]
    return Paragraph(
        covered.number,
        covered.number,
        STATES[covered.state],
        covered.because or "",
        tuple(card(context, fact) for fact in sorted(shown_facts, key=lambda fact: (fact.refs, fact.id))),
        tuple(Link(fact.say, fact.url) for fact in covered.facts if fact not in shown_facts),
    )
