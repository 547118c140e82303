"""What the page of a country or an organisation says, and the list of both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.analysis.channels import channel_of
from generator.analysis.derived import Derived
from generator.analysis.participation import is_plan
from generator.analysis.roles import commitments, events_of, parts_in_event, role_in_event, speaks_for
from generator.content.kinds import KINDS
from generator.content.registries import Country, Event, Organisation
from generator.site.pages.leaders import by_name, person
from generator.site.parts.cards import CardGroup, cards
from generator.site.parts.comparisons import differences
from generator.site.parts.context import RenderContext
from generator.site.parts.page import ArticleLine, Comparison, EventLine, Head, Ledger, Link, Page, Person, Position
from generator.site.parts.positions import positions
from generator.site.pictures.map import Atlas, atlas


@dataclass(frozen=True)
class CountryView:
    """Each fact stands once: commitments before figures before the rest; an organisation has no code.

    A commitment stands under who makes it; those of others stand under headings of their own.
    """

    head: Head
    name: str
    code: str
    country: Link | None
    background: str  # where the full name comes from, if no article has it
    facts: int
    leaders: tuple[Person, ...]
    organisations: tuple[Link, ...]
    commitments: tuple[CardGroup, ...]  # that it makes
    received: tuple[CardGroup, ...]  # that are made to it
    announced: tuple[CardGroup, ...]  # that those who speak for it tell of
    promised: tuple[CardGroup, ...]  # that others tell of, and that are said to be its own or name it
    parts: Mapping[str, tuple[Derived, ...]]  # in these commitments, by their names
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
    stated = [fact for fact in context.briefing.facts.values() if speaks_for(context.briefing, fact, entry.id)]
    spoken = Counter(fact.who for fact in stated)
    organs = [organ.id for organ in content.organisations.values() if organ.country == entry.id and spoken[organ.id]]
    leaders = sorted((leader for leader in content.leaders.values() if spoken[leader.id]), key=by_name)
    promised = commitments(context.briefing, entry.id)
    figures = [fact for fact in facts if fact.kind == "figure"]
    apart = {fact.id for fact in (*promised.all, *figures)}
    return CountryView(
        head=_head(context, entry),
        name=entry.name,
        code=entry.code if isinstance(entry, Country) else "",
        country=context.link(entry.country) if isinstance(entry, Organisation) and entry.country else None,
        background=entry.background or "",
        facts=len(facts),
        leaders=tuple(person(context, leader, spoken[leader.id]) for leader in leaders),
        organisations=context.links(organs),
        commitments=cards(context, promised.made),
        received=cards(context, promised.received),
        announced=cards(context, promised.announced),
        promised=cards(context, promised.others),
        parts=promised.parts,
        positions=positions(context, stated),
        events=tuple(_events(context, entry.id)),
        figures=cards(context, figures),
        other=cards(context, (fact for fact in facts if fact.id not in apart)),
        differences=differences(context, facts, entry.id),
        articles=context.article_lines(facts),
        ledger=context.ledger((*facts, *promised.all)),
    )


def countries_view(context: RenderContext) -> CountriesView:
    content = context.briefing.content
    leaders: dict[str, list[str]] = {}
    for leader in sorted((one for one in content.leaders.values() if context.briefing.facts_by(one.id)), key=by_name):
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


def _events(context: RenderContext, id: str) -> Iterator[EventLine]:
    """The events of a party, the oldest first, each with who acts in it for the party, and whether it is its place."""
    for event in events_of(context.briefing, id):
        yield replace(
            context.event_line(event),
            role=role_in_event(context.briefing, id, event),
            parties=tuple(map(context.party, parts_in_event(context.briefing, id, event))),
            note=_of_place(context, event) if event.country == id else "",
        )


def _of_place(context: RenderContext, event: Event) -> str:
    said = context.words["country"]["to_take_place" if is_plan(context.briefing, event) else "took_place"]
    channel = channel_of(context.briefing.facts_by_id(event.from_))
    return "; ".join([said, context.channel(channel)] if channel else [said])


def _line(context: RenderContext, link: Link, leaders: dict[str, list[str]]) -> CountryLine:
    id = link.url.rpartition("/")[2].removesuffix(".html")
    return CountryLine(link, tuple(map(context.link, leaders.get(id, ()))), len(context.briefing.facts_on(id)))
