"""The page of an article: its record, its facts in the order of its paragraphs, what they leave out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.analysis.derived import Derived
from generator.content.kinds import KINDS
from generator.evidence.proving import BoundFact, mentions
from generator.measures.coverage import Covered, coverage
from generator.measures.quotation import quoted
from generator.site.pages.articles_index import index_pages
from generator.site.parts.cards import FactCard, card
from generator.site.parts.context import RenderContext
from generator.site.parts.cut import (
    MOST,
    bare,
    beside_one_another,
    part_page,
)
from generator.site.parts.page import ArticleLine, Head, Ledger, Link, Page, Part, Sentence
from generator.site.parts.retired import Retired, retired
from generator.site.pictures.coverage_strip import STATES, State, Strip, strip

WHOLE = 60  # facts of an article that stand whole on one page, where it has too many
RUN = 12  # facts that stand open, and behind each fold


@dataclass(frozen=True)
class Paragraph:
    """One paragraph and what became of it, or several in a row that were left out for one reason; each at `#p3`."""

    number: int
    last: int
    state: State
    because: str = ""
    cards: tuple[FactCard, ...] = ()  # those whose first passage stands here
    elsewhere: tuple[Link, ...] = ()  # facts shown at an earlier paragraph that have a passage here too

    @property
    def others(self) -> tuple[int, ...]:
        """The paragraphs behind the first, whose addresses have to stand too."""
        return tuple(range(self.number + 1, self.last + 1))


@dataclass(frozen=True)
class Stretch:
    """Some paragraphs in a row: folded, where the article has more facts than are seen at a glance."""

    first: int
    last: int
    paragraphs: tuple[Paragraph, ...]
    facts: int
    is_folded: bool
    page: str = ""  # where its facts stand whole, where they stand in a line here


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
    strip: Strip
    stretches: tuple[Stretch, ...]
    paragraphs: int
    untouched: tuple[str, ...]  # sentences without a passage: paragraph and sentence, such as 3.2
    sentences: int
    retired: tuple[Retired, ...]
    ledger: Ledger
    is_part: bool = False  # it has some of the facts, and nothing else of the article


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
    """An article; where it has more facts than a page, some stand in a line, and whole on pages of their own.

    Each keeps its address on the page of the article.
    """
    view = article_view(context, id)
    page, runs = Page(KINDS["articles"].template, view), _pages_of(view.stretches)
    if len(runs) == 1:
        yield page
        return
    words, parts, below = context.words["article"], list[Part](), list[Page]()
    stretches = list(runs[0])
    for run in runs[1:]:
        first, last = run[0].first, run[-1].last
        name = words["paragraphs"].format(first=first, last=last)
        empty = replace(bare(view), stretches=run, is_part=True, ledger=context.ledger(_facts_of(context, run)))
        below.append(part_page(page, empty, f"paragraphs-{first}", name))
        url = below[-1].view.head.url
        parts.append(Part(Link(name, url), sum(stretch.facts for stretch in run)))
        stretches += [replace(stretch, page=url) for stretch in run]
    yield replace(page, view=replace(view, stretches=tuple(stretches)), parts={"facts": tuple(parts)})
    yield from beside_one_another(below)


def _pages_of(stretches: Sequence[Stretch]) -> list[tuple[Stretch, ...]]:
    """Stretches in a row with as many facts as a page may have; with all that is told of them, that is fewer."""
    runs: list[list[Stretch]] = [[]]
    most = WHOLE if sum(stretch.facts for stretch in stretches) > MOST else MOST
    for stretch in stretches:
        if runs[-1] and sum(one.facts for one in runs[-1]) + stretch.facts > most:
            runs.append([])
        runs[-1].append(stretch)
    return [tuple(run) for run in runs]


def _facts_of(context: RenderContext, stretches: Iterable[Stretch]) -> tuple[BoundFact, ...]:
    cards = (card for stretch in stretches for paragraph in stretch.paragraphs for card in paragraph.cards)
    return context.briefing.facts_by_id(card.id for card in cards)


def article_view(context: RenderContext, id: str) -> ArticleView:
    briefing, record = context.briefing, context.briefing.article(id)
    facts = briefing.facts_in(id)
    paragraphs = coverage(briefing, id)
    read = context.readings[id]
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
        summary=context.sentences(record.summary, within=id),
        note=context.sentences(record.note, within=id),
        facts=len(facts),
        strip=strip(context, paragraphs),
        stretches=tuple(_stretches(_joined(_paragraph(context, paragraph) for paragraph in paragraphs))),
        paragraphs=len(paragraphs),
        untouched=tuple(str(ref) for paragraph in paragraphs for ref in paragraph.untouched),
        sentences=sum(paragraph.expected for paragraph in paragraphs),
        retired=tuple(retired(context, stone) for article, stone in briefing.tombstones if article == id),
        ledger=context.ledger(facts, (*filter(None, [record.label, record.doubt]), *record.summary, *record.note)),
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


def _stretches(paragraphs: list[Paragraph]) -> Iterator[Stretch]:
    """The paragraphs in runs of about as many facts as are seen at a glance; the first run stands open."""
    runs: list[list[Paragraph]] = []
    for paragraph in paragraphs:
        if not runs or _facts(runs[-1]) + len(paragraph.cards) > RUN:
            runs.append([])
        runs[-1].append(paragraph)
    for number, run in enumerate(runs):
        yield Stretch(run[0].number, run[-1].last, tuple(run), _facts(run), is_folded=number > 0)


def _facts(paragraphs: list[Paragraph]) -> int:
    return sum(len(paragraph.cards) for paragraph in paragraphs)


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
