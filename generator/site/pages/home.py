"""The front page: the bottom line first, then the figures, the events, what differs and what is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from generator.analysis.development import periods
from generator.content.record import Sentence as Said
from generator.content.registries import Event, Question
from generator.site.pages.charts import charts_link, question_of
from generator.site.pages.questions_index import tables
from generator.site.parts.agreement import article_count, number_word
from generator.site.parts.comparisons import differences
from generator.site.parts.context import RenderContext
from generator.site.parts.cut import LINES
from generator.site.parts.page import ArticleLine, Comparison, Head, Ledger, Link, Moment, Page, Party, Sentence
from generator.site.parts.stands import Divided, divided

LEDE = 2  # sentences of the bottom line that stand before the figures: what a phone shows at once
GIST = 2  # sentences of an event that stand beside those of another
DIFFERENCES = 3  # as many as stand beside what no article says
UNKNOWNS = 2
FIRST = 5  # entries behind a door that the front page shows


@dataclass(frozen=True)
class Share:
    """An answer, and how many articles give it; `again`, how many of them gave another answer before."""

    answer: str
    articles: str
    form: Literal["apart", "only", "one", "other", "partly"] = "apart"
    again: str = ""


@dataclass(frozen=True)
class Figure:
    """A number that matters, what it counts, and what else the articles have in its place."""

    figure: str
    sentence: Sentence
    articles: str  # how many it comes from
    question: Link | None  # the question that the number answers, if one is asked of the articles
    spread: tuple[Share, ...]


@dataclass(frozen=True)
class LeadEvent:
    """An event as the front page shows it beside the others."""

    link: Link
    when: Moment
    place: str
    participants: tuple[Party, ...]
    summary: tuple[Sentence, ...]
    is_longer: bool  # its own page says more


@dataclass(frozen=True)
class Door:
    """A way into the briefing: an index, its size, and its first entries."""

    index: Link
    entries: int
    first: tuple[Link, ...]


@dataclass(frozen=True)
class HomeView:
    head: Head
    edition: str
    articles: int
    facts: int
    lede: tuple[Sentence, ...]
    more: tuple[Sentence, ...]  # the rest of the bottom line
    unread: tuple[Link, ...]  # the articles that have arrived, where nobody has written down a fact of any
    key_figures: tuple[Figure, ...]
    charts: Link | None  # the page of all figures
    events: tuple[LeadEvent, ...]
    positions: tuple[Divided, ...]  # who stands where on the questions that divide
    differences: tuple[Comparison, ...]
    more_differences: int
    compatible: int  # how many questions are answered in other words that need not exclude one another
    unknowns: tuple[Sentence, ...]
    more_unknowns: int
    texts: tuple[ArticleLine, ...]  # the newest
    more_texts: Link | None  # the list of all of them, where there are more
    is_all_read: bool  # each of them to its end, and none waits
    up_to: Moment | None  # when the latest of them was published
    doors: tuple[Door, ...]
    ways: tuple[Link, ...]  # to the tables, and to the search of all facts
    ledger: Ledger


def home_page(context: RenderContext) -> Page:
    return Page("home.md.j2", home_view(context))


def home_view(context: RenderContext) -> HomeView:
    briefing, site = context.briefing, context.briefing.content.site
    compared_answers = differences(context, briefing.facts.values())
    differ = [comparison for comparison in compared_answers if comparison.verdict == "differ"]
    events = [briefing.content.events[id] for id in site.lead_events]
    bottom_line = context.sentences(site.bottom_line)
    prose: list[Said] = [*site.bottom_line, *site.key_figures]
    prose += [sentence for event in events for sentence in event.summary[:GIST]]
    texts = tuple(context.source_lines.values())
    known = [line.published for line in texts if line.published.is_known]
    return HomeView(
        head=Head("index.md", site.title, context.in_short(site.bottom_line, site.description)),
        edition=context.day(site.edition),
        articles=len(briefing.curated),
        facts=len(briefing.facts),
        lede=bottom_line[:LEDE],
        more=bottom_line[LEDE:],
        unread=() if briefing.facts else tuple(map(context.article, briefing.unread)),
        key_figures=tuple(key_figures(context)),
        charts=charts_link(context),
        events=tuple(_event(context, event) for event in events),
        positions=tuple(divided(context, briefing.content.questions[id]) for id in site.positions),
        differences=tuple(replace(one, absent=()) for one in differ[:DIFFERENCES]),
        more_differences=max(0, len(differ) - DIFFERENCES),
        compatible=sum(comparison.verdict == "compatible" for comparison in compared_answers),
        unknowns=context.sentences(site.open[:UNKNOWNS]),
        more_unknowns=max(0, len(site.open) - UNKNOWNS),
        texts=texts[-LINES:],
        more_texts=context.index("articles") if len(texts) > LINES else None,
        is_all_read=briefing.is_all_read,
        up_to=known[-1] if known else None,
        doors=tuple(_doors(context)),
        ways=(
            *(tables(context) if briefing.content.questions else ()),
            Link(context.words["home"]["explore"], "explore.html"),
        ),
        ledger=context.ledger((), prose),
    )


def key_figures(context: RenderContext) -> Iterator[Figure]:
    """The numbers that matter, each with what else is answered to its question at its time."""
    records = context.briefing.content.site.key_figures
    for record, sentence in zip(records, context.sentences(records), strict=True):
        question = question_of(context, record)
        yield Figure(
            record.figure,
            sentence,
            article_count(context, {fact.article for fact in context.briefing.facts_by_id(record.from_)}),
            context.link(question.id) if question else None,
            tuple(_spread(context, question, record.from_)) if question else (),
        )


def _spread(context: RenderContext, question: Question, figure: Collection[str]) -> Iterator[Share]:
    """Each answer of the time of a figure with the articles that give it; the most frequent first."""
    times = (p.facts for p in periods(context.briefing, question) if any(fact.id in figure for fact in p.facts))
    answers: dict[str, tuple[str, set[str]]] = {}
    for fact in (fact for facts in times for fact in facts):
        answer = fact.answers[question.id]
        answers.setdefault(context.briefing.form(question, fact), (answer, set()))[1].add(fact.article)
    counted: set[str] = set()
    for number, (answer, articles) in enumerate(sorted(answers.values(), key=lambda entry: -len(entry[1]))):
        yield _share(context, answer, articles, counted, second=number == 1)
        counted |= articles


def _share(context: RenderContext, answer: str, articles: set[str], counted: set[str], *, second: bool) -> Share:
    """An answer with its articles; it names how many gave another answer before, so that none is counted twice."""
    count, repeated = article_count(context, articles), len(articles & counted)
    if not repeated:
        return Share(answer, count)
    if second and articles <= counted:
        return Share(
            answer,
            count,
            "only" if len(counted) == 1 else "one" if repeated == 1 else "other",
            number_word(context, repeated),
        )
    return Share(answer, count, "partly", number_word(context, repeated))


def _event(context: RenderContext, event: Event) -> LeadEvent:
    return LeadEvent(
        context.link(event.id),
        context.event_moment(event),
        event.place or "",
        context.parties(event),
        context.sentences(event.summary[:GIST]),
        len(event.summary) > GIST,
    )


def _doors(context: RenderContext) -> Iterator[Door]:
    """Each index with those of its entries that most facts are on."""
    content = context.briefing.content
    registries: tuple[Mapping[str, object], ...] = (content.leaders, content.countries, content.themes)
    for section, entries in zip(("leaders", "countries", "themes"), registries, strict=True):
        if entries:
            ordered = sorted(entries, key=lambda id: (-len(context.briefing.facts_on(id)), id))
            name = context.words["frame"]["tabs"][section]
            yield Door(Link(name, context.index(section).url), len(entries), tuple(map(context.link, ordered[:FIRST])))
