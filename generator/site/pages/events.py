"""What the page of an event says, and the list of events in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from generator.analysis.agreement import articles_of_days, shared_answers
from generator.analysis.derived import Derived
from generator.analysis.participation import is_over, is_plan
from generator.analysis.silence import absence_from_event, absence_from_theme, events_that_may_be
from generator.analysis.weight import by_weight, weight_of
from generator.content.kinds import KINDS
from generator.content.registries import Event
from generator.evidence.proving import BoundFact
from generator.site.parts.absence import absence
from generator.site.parts.agreement import article_count
from generator.site.parts.cards import FactCard, card
from generator.site.parts.comparisons import developments, differences
from generator.site.parts.concerned import Concerned, concerned
from generator.site.parts.context import RenderContext
from generator.site.parts.cut import LINES, Kept, by_month, by_stretches, cut, part_of
from generator.site.parts.page import (
    Absence,
    Comparison,
    Head,
    Ledger,
    Link,
    Moment,
    Page,
    Party,
    Sentence,
)
from generator.site.parts.room import size
from generator.site.pictures.timeline import Period, Row, Timeline, in_one_month, timeline

DRAWN = 120  # rows of a timeline
ROW = 500  # bytes around the texts of one
MOST = 12  # facts that are read through sooner than opened one by one


@dataclass(frozen=True)
class Participant:
    """Who took part, as reported."""

    party: Party
    role: str
    basis: Sentence


@dataclass(frozen=True)
class Agreed:
    """What several articles report: the same answer to the same question, and the first fact of each article."""

    question: Link
    speaker: Link | None
    answer: str
    articles: str  # how many they are
    facts: tuple[Link, ...]
    statement: Derived


@dataclass(frozen=True)
class Report:
    """What one article reports on one theme, or what may be said of there being nothing."""

    article: Link
    cards: tuple[FactCard, ...]
    absence: Absence | None = None
    long: bool = False  # so much more than the others that it stands in two columns


@dataclass(frozen=True)
class ThemeRow:
    """What each article that tells of the event reports on one theme, in the same order in every row."""

    theme: Link  # without a name: the facts without a theme
    reports: tuple[Report, ...]

    @property
    def facts(self) -> int:
        return sum(len(report.cards) for report in self.reports)


@dataclass(frozen=True)
class EventView:
    head: Head
    name: str
    kind: str
    when: Moment
    place: str
    country: Link | None
    basis: Sentence  # the facts that the event itself rests on, or else its background
    participants: tuple[Participant, ...]
    took_part: Literal["participants", "planned", "was_planned"]  # whether they did, are to, or were to
    summary: tuple[Sentence, ...]
    agreed: tuple[Agreed, ...]  # what several articles report alike, where no answer of others stands above
    shared: tuple[ThemeRow, ...]  # on which several articles report, alike or not
    single: tuple[ThemeRow, ...]  # on which one does
    absent: tuple[Absence, ...]  # articles of the same days that do not tell of it
    differences: tuple[Comparison, ...]
    developments: tuple[Comparison, ...]
    folded: bool  # so many facts that each theme is opened by whoever wants it
    themes: Concerned
    perhaps: tuple[Link, ...]  # events that may be the same one
    ledger: Ledger


@dataclass(frozen=True)
class EventsView:
    head: Head
    timeline: Timeline | None
    events: tuple[Link, ...]  # in its order
    ledger: Ledger


def event_pages(context: RenderContext, id: str = "") -> Iterator[Page]:
    """The pages of an event, or without an id the list of all."""
    if id:
        yield from _pages(context, context.briefing.content.events[id])
    else:
        yield from _index_pages(context)


def _pages(context: RenderContext, event: Event) -> Iterator[Page]:
    """An event, and its parts where it has more facts than a page."""
    facts = context.briefing.facts_at(event.id)
    page = Page(KINDS["events"].template, event_view(context, event))

    def fill(kept: Kept) -> dict[str, Any]:
        here = kept(facts)
        rows = theme_rows(context, here)
        prose = () if kept.is_part else (event, *event.participants, *event.summary)
        return {**_told_by(rows), "ledger": context.ledger(here, prose)}

    lists = dict.fromkeys(("participants", "differences", "developments", "agreed", "absent"), LINES)
    yield from cut(context, page, facts, fill, lists)


def _told_by(rows: Iterable[ThemeRow]) -> dict[str, tuple[ThemeRow, ...]]:
    """Themes on which several articles report, and those on which one does."""
    listed = tuple(rows)
    return {
        "shared": tuple(row for row in listed if _article_count(row) > 1),
        "single": tuple(row for row in listed if _article_count(row) == 1),
    }


def _index_pages(context: RenderContext) -> Iterator[Page]:
    """The events in time; where these are too many, the latest, and all of them on pages for years and months."""
    view = events_view(context)
    page, told = Page("events.md.j2", view), view.timeline
    rows = [(period, row) for period in told.periods for row in period.rows] if told else []
    if told is None or len(rows) <= DRAWN:
        yield page
        return

    def of(listed: tuple[tuple[Period, Row], ...]) -> EventsView:
        by_period: dict[str, tuple[Period, list[Row]]] = {}
        for period, row in listed:
            by_period.setdefault(period.heading, (period, []))[1].append(row)
        periods = (replace(period, rows=tuple(rows)) for period, rows in by_period.values())
        return replace(view, timeline=replace(told, periods=tuple(periods)) if listed else None)

    years = by_month(context, rows, lambda one: _month(one[0]), DRAWN, lambda one: ROW + size(one[1]))
    parts = {"facts": tuple(part_of(view.head, year) for year in years)}
    yield replace(page, view=of(tuple(rows[-LINES:])), parts=parts)
    yield from by_stretches(page, years, of)


def _month(period: Period) -> str:
    """The month that a period of a timeline is, or else the year in which it begins."""
    return f"{period.first:%Y-%m}" if in_one_month(period.first, period.last) else f"{period.first:%Y}"


def event_view(context: RenderContext, event: Event) -> EventView:
    facts = context.briefing.facts_at(event.id)
    when = context.event_moment(event)
    rows = theme_rows(context, facts)
    apart, later = (compare(context, facts, event=event.id) for compare in (differences, developments))
    told = {one.question for one in (*apart, *later)}
    return EventView(
        head=context.head("events", event.id, event.name, f"{event.name}, {context.dated(when)}"),
        name=event.name,
        kind=event.kind,
        when=when,
        place=event.place or "",
        country=_country(context, event),
        basis=context.sentences((event,), "name")[0],
        participants=tuple(_participants(context, event)),
        took_part=_took_part(context, event),
        summary=context.sentences(event.summary),
        agreed=tuple(one for one in _agreed(context, event) if one.question not in told),
        **_told_by(rows),
        absent=tuple(_absent(context, event, facts)),
        differences=apart,
        developments=later,
        folded=len(facts) > MOST,
        themes=concerned(context, facts, context.briefing.content.themes.keys()),
        perhaps=context.links(events_that_may_be(context.briefing, event)),
        ledger=context.ledger(
            (*facts, *context.briefing.facts_by_id(event.from_)), (event, *event.participants, *event.summary)
        ),
    )


def events_view(context: RenderContext) -> EventsView:
    event_timeline = timeline(context, context.briefing.content.events.values(), context.briefing.facts.values())
    rows = [row for period in event_timeline.periods for row in period.rows] if event_timeline else []
    events = tuple(row.link for row in rows if not row.speaker)
    return EventsView(context.index_head("events"), event_timeline, events, context.ledger(()))


def theme_rows(context: RenderContext, facts: tuple[BoundFact, ...]) -> tuple[ThemeRow, ...]:
    """What the articles report, aligned: the weightiest theme first, facts without one last."""
    told = {fact.article for fact in facts}
    articles = [article for article in context.briefing.curated if article in told]
    rows = []
    themes = _themes(context, by_weight(context.briefing, facts))
    for theme, theme_facts in sorted(themes.items(), key=lambda one: (not one[0], -_weight(context, one[1]))):
        reports = [_report(context, id, theme, theme_facts) for id in articles]
        rows.append(ThemeRow(context.link(theme) if theme else Link(""), tuple(_laid_out(reports))))
    return tuple(rows)


def _weight(context: RenderContext, facts: Iterable[BoundFact]) -> int:
    return sum(weight_of(context.briefing, fact) for fact in facts)


def _report(context: RenderContext, article: str, theme: str, facts: list[BoundFact]) -> Report:
    cards = tuple(card(context, fact) for fact in facts if fact.article == article)
    link = context.source_link(article)
    if cards or not theme:
        return Report(link, cards)
    return Report(link, cards, absence(context, link, absence_from_theme(context.briefing, article, theme)))


def _agreed(context: RenderContext, event: Event) -> Iterator[Agreed]:
    for shared in shared_answers(context.briefing, event.id):
        first = {fact.article: fact for fact in reversed(shared.group.facts)}
        facts = sorted(first.values(), key=lambda fact: (context.source_link(fact.article).name, fact.id))
        ids = tuple(fact.id for fact in shared.group.facts)
        yield Agreed(
            context.link(shared.question.id),
            context.link(shared.speaker) if shared.speaker else None,
            shared.group.answer,
            article_count(context, first.keys()),
            tuple(context.source_link(fact.article, fact.url) for fact in facts),
            Derived("agreement", event.id, shared.question.id, ids, shared.group.answer),
        )


def _absent(context: RenderContext, event: Event, facts: tuple[BoundFact, ...]) -> Iterator[Absence]:
    """Articles of the same days that do not tell of the event."""
    days = {context.briefing.article(fact.article).published.text for fact in facts}
    for id in articles_of_days(context.briefing, days):
        if statement := absence_from_event(context.briefing, id, event):
            yield absence(context, context.source_link(id), statement)


def _laid_out(reports: list[Report]) -> Iterator[Report]:
    """The longest report of a row stands in two columns where even half of it is more than any other."""
    lengths = sorted(len(report.cards) for report in reports)
    for report in reports:
        is_long = len(report.cards) == lengths[-1] and len(lengths) > 1 and lengths[-1] > 2 * lengths[-2]
        yield replace(report, long=is_long)


def _took_part(context: RenderContext, event: Event) -> Literal["participants", "planned", "was_planned"]:
    """What was only planned for a day before the edition is not to come, and nobody knows here that it was held."""
    if not is_plan(context.briefing, event):
        return "participants"
    return "was_planned" if is_over(context.briefing, event) else "planned"


def _participants(context: RenderContext, event: Event) -> Iterator[Participant]:
    sentences = context.sentences(event.participants, "who")
    for participant, party, sentence in zip(event.participants, context.parties(event), sentences, strict=True):
        yield Participant(party, context.role_at(participant.who, event.when.date), sentence)


def _country(context: RenderContext, event: Event) -> Link | None:
    """The country of an event, unless that is its place already."""
    country = context.link(event.country) if event.country else None
    return country if country and country.name != event.place else None


def _article_count(row: ThemeRow) -> int:
    """How many of the articles have something on the theme, under this heading or another."""
    return sum(bool(report.cards or (report.absence and report.absence.facts)) for report in row.reports)


def _themes(context: RenderContext, facts: tuple[BoundFact, ...]) -> dict[str, list[BoundFact]]:
    """Theme → facts; a fact stands under that of its themes on which most articles report, or of these the rarest."""
    order = list(context.briefing.content.themes)
    articles_by_theme = {theme: [fact.article for fact in facts if theme in fact.subjects] for theme in order}
    groups: dict[str, list[BoundFact]] = {}
    for fact in facts:
        fact_themes = [theme for theme in order if theme in fact.subjects]
        best = max(
            fact_themes,
            key=lambda theme: (len(set(articles_by_theme[theme])), -len(articles_by_theme[theme])),
            default="",
        )
        groups.setdefault(best, []).append(fact)
    return {theme: groups[theme] for theme in (*order, "") if theme in groups}
