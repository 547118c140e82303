"""What the page of a country or an organisation says, and the list of both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.kinds import KINDS
from generator.content.registries import Country, Organisation
from generator.evidence.proving import BoundFact
from generator.site.pages.leaders import by_name, person
from generator.site.parts.cards import CardGroup, cards
from generator.site.parts.comparisons import differences
from generator.site.parts.context import RenderContext
from generator.site.parts.page import ArticleLine, Comparison, EventLine, Head, Ledger, Link, Page, Person, Position
from generator.site.parts.positions import positions
from generator.site.pictures.map import Atlas, atlas


@dataclass(frozen=True)
class CountryView:
    """Each fact stands once: commitments before figures before the rest; an organisation has no code."""

    head: Head
    name: str
    code: str
    country: Link | None
    background: str  # where the full name comes from, if no article has it
    facts: int
    leaders: tuple[Person, ...]
    organisations: tuple[Link, ...]
    commitments: tuple[CardGroup, ...]
    positions: tuple[Position, ...]
    events: tuple[EventLine, ...]
    figures: tuple[CardGroup, ...]
    other: tuple[CardGroup, ...]
    differences: tuple[Comparison, ...]
    articles: tuple[ArticleLine, ...]
    ledger: Ledger


@dataclass(frozen=True)
class CountryLine:
    link: Link
    leaders: tuple[Link, ...]
    facts: int


@dataclass(frozen=True)
class CountriesView:
    head: Head
    countries: tuple[CountryLine, ...]
    organisations: tuple[CountryLine, ...]
    atlas: Atlas
    ledger: Ledger


def country_pages(context: RenderContext) -> Iterator[Page]:
    content = context.briefing.content
    for country in content.countries.values():
        yield Page(KINDS["countries"].template, country_view(context, country))
    for organisation in content.organisations.values():
        yield Page(KINDS["organisations"].template, country_view(context, organisation))
    yield Page("countries.md.j2", countries_view(context))


def country_view(context: RenderContext, entry: Country | Organisation) -> CountryView:
    content = context.briefing.content
    facts = context.briefing.facts_on(entry.id)
    leaders = sorted((leader for leader in content.leaders.values() if leader.country == entry.id), key=by_name)
    organs = [organ.id for organ in content.organisations.values() if organ.country == entry.id]
    speakers = {entry.id, *organs, *(leader.id for leader in leaders)}
    promised = [fact for fact in facts if fact.kind == "commitment"]
    figures = [fact for fact in facts if fact.kind == "figure"]
    grouped_ids = {fact.id for fact in (*promised, *figures)}
    return CountryView(
        head=_head(context, entry),
        name=entry.name,
        code=entry.code if isinstance(entry, Country) else "",
        country=context.link(entry.country) if isinstance(entry, Organisation) and entry.country else None,
        background=entry.background or "",
        facts=len(facts),
        leaders=tuple(person(context, leader) for leader in leaders),
        organisations=context.links(organs),
        commitments=cards(context, promised),
        positions=positions(context, [f for f in context.briefing.facts.values() if f.who in speakers]),
        events=_events(context, entry.id, facts),
        figures=cards(context, figures),
        other=cards(context, (fact for fact in facts if fact.id not in grouped_ids)),
        differences=differences(context, facts, entry.id),
        articles=context.article_lines(facts),
        ledger=context.ledger(facts),
    )


def countries_view(context: RenderContext) -> CountriesView:
    content = context.briefing.content
    leaders: dict[str, list[str]] = {}
    for leader in sorted(content.leaders.values(), key=by_name):
        leaders.setdefault(leader.country or "", []).append(leader.id)
    return CountriesView(
        context.index_head("countries"),
        tuple(_line(context, link, leaders) for link in context.links(content.countries)),
        tuple(_line(context, link, {}) for link in context.links(content.organisations)),
        atlas(context),
        context.ledger(()),
    )


def _head(context: RenderContext, entry: Country | Organisation) -> Head:
    section = "countries" if isinstance(entry, Country) else "organisations"
    description = context.words["country"]["description"].format(name=entry.name)
    return Head(f"{section}/{entry.id}.md", entry.name, description, context.index("countries"))


def _line(context: RenderContext, link: Link, leaders: dict[str, list[str]]) -> CountryLine:
    id = link.url.rpartition("/")[2].removesuffix(".html")
    return CountryLine(link, tuple(map(context.link, leaders.get(id, ()))), len(context.briefing.facts_on(id)))


def _events(context: RenderContext, id: str, facts: tuple[BoundFact, ...]) -> tuple[EventLine, ...]:
    event_ids = {fact.event for fact in facts}
    events = [
        event
        for event in context.briefing.content.events.values()
        if event.id in event_ids or event.country == id or id in [participant.who for participant in event.participants]
    ]
    ordered = sorted(events, key=lambda event: (event.when.date.earliest, event.id))
    return tuple(context.event_line(event) for event in ordered)
