"""What the page of a country or an organisation says, and the list of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.analysis.channels import channel_of
from generator.analysis.derived import Derived
from generator.analysis.participation import is_over, is_plan
from generator.analysis.roles import (
    Commitments,
    commitments,
    events_of,
    facts_stated_for,
    parts_in_event,
    role_in_event,
)
from generator.content.kinds import KINDS
from generator.content.registries import Country, Event, Leader, Organisation
from generator.evidence.proving import BoundFact
from generator.site.pages.leaders import PROMISES
from generator.site.pages.leaders_index import by_name
from generator.site.parts.cards import CardGroup, cards_by_event, cards_by_speaker, told_already
from generator.site.parts.comparisons import differences
from generator.site.parts.context import RenderContext
from generator.site.parts.cut import LINES, Kept, cut, extent, kept_commitments
from generator.site.parts.page import Comparison, EventLine, Head, Ledger, Link, Page, Sentence
from generator.site.parts.stands import Stand, stands
from generator.site.pictures.map import Atlas, atlas

LISTED = 200  # of an index


@dataclass(frozen=True)
class CountryView:
    """The answer first; then each fact once, by whose it is.

    What it commits to and what is promised to it, what is said for it, what others say of it, and what the articles
    report of it in their own voice.
    """

    head: Head
    name: str
    country: Link | None
    background: str  # where the full name comes from, if no article has it
    facts: int
    articles: int
    speakers: tuple[Link, ...]  # leaders, then organs, who speak for it
    summary: tuple[Sentence, ...]
    stands: tuple[Stand, ...]
    commitments: tuple[CardGroup, ...]  # that it makes
    received: tuple[CardGroup, ...]  # that are made to it
    announced: tuple[CardGroup, ...]  # that those who speak for it tell of
    promised: tuple[CardGroup, ...]  # that others tell of, and that are said to be its own or name it
    parts: Mapping[str, tuple[Derived, ...]]  # in these commitments, by their names
    said: tuple[CardGroup, ...]
    about: tuple[CardGroup, ...]
    reported: tuple[CardGroup, ...]
    events: tuple[EventLine, ...]
    differences: tuple[Comparison, ...]
    unknowns: tuple[Sentence, ...]
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


def country_pages(context: RenderContext, id: str = "") -> Iterator[Page]:
    """The pages of a country, or without an id the list of all countries and organisations."""
    if id:
        yield from _pages(context, context.briefing.content.countries[id])
    else:
        page = Page("countries.md.j2", countries_view(context))
        yield from cut(context, page, lists={"countries": LISTED, "organisations": LISTED})


def organisation_pages(context: RenderContext, id: str) -> Iterator[Page]:
    yield from _pages(context, context.briefing.content.organisations[id])


@dataclass(frozen=True)
class _Facts:
    """The facts of a page by the list that they stand in."""

    stated: tuple[BoundFact, ...]  # all that is said for it, in whichever list
    promised: Commitments
    said: tuple[BoundFact, ...]
    about: tuple[BoundFact, ...]
    reported: tuple[BoundFact, ...]

    @property
    def all(self) -> tuple[BoundFact, ...]:
        return (*self.promised.all, *self.said, *self.about, *self.reported)

    def kept(self, kept: Kept) -> _Facts:
        said, about, reported = map(kept, (self.said, self.about, self.reported))
        return _Facts(self.stated, kept_commitments(self.promised, kept), said, about, reported)


def _pages(context: RenderContext, entry: Country | Organisation) -> Iterator[Page]:
    """A country or an organisation, and its parts where it has more facts than a page."""
    facts, summary = _facts(context, entry), context.sentences(entry.summary)
    page = Page(KINDS["countries"].template, country_view(context, entry))
    lists = dict.fromkeys(("stands", "events", "differences"), LINES)

    def fill(kept: Kept) -> dict[str, Any]:
        here = facts.kept(kept)
        shown = _shown(context, here, () if kept.is_part else summary)
        ledger = context.ledger(here.all, () if kept.is_part else entry.summary)
        return {**shown, **extent(kept, here.all), "ledger": ledger}

    yield from cut(context, page, facts.all, fill, lists)


def _facts(context: RenderContext, entry: Country | Organisation) -> _Facts:
    briefing = context.briefing
    stated = tuple(facts_stated_for(briefing, entry.id))
    promised = commitments(briefing, entry.id)
    apart, own = {fact.id for fact in promised.all}, {fact.id for fact in stated}
    rest = [fact for fact in briefing.facts_on(entry.id) if fact.id not in apart]
    others = [fact for fact in rest if fact.id not in own]
    return _Facts(
        stated,
        promised,
        tuple(fact for fact in rest if fact.id in own),
        tuple(fact for fact in others if fact.voice != "reporter"),
        tuple(fact for fact in others if fact.voice == "reporter"),
    )


def _shown(context: RenderContext, facts: _Facts, summary: tuple[Sentence, ...]) -> dict[str, Any]:
    """The cards of each list."""
    promised = facts.promised

    def folded(facts: Iterable[BoundFact]) -> tuple[CardGroup, ...]:
        return told_already(context, cards_by_event(context, facts), summary)

    return {
        "commitments": cards_by_event(context, promised.made, PROMISES),
        "received": cards_by_event(context, promised.received, PROMISES),
        "announced": cards_by_event(context, promised.announced, PROMISES),
        "promised": folded(promised.others),
        "parts": promised.parts,
        "said": folded(facts.said),
        "about": told_already(context, cards_by_speaker(context, facts.about), summary),
        "reported": folded(facts.reported),
    }


def country_view(context: RenderContext, entry: Country | Organisation) -> CountryView:
    briefing, content = context.briefing, context.briefing.content
    on, facts = briefing.facts_on(entry.id), _facts(context, entry)
    spoken = {fact.who for fact in facts.stated}
    organs = [organ.id for organ in content.organisations.values() if organ.country == entry.id and organ.id in spoken]
    summary = context.sentences(entry.summary)
    return CountryView(
        head=_head(context, entry),
        name=entry.name,
        country=context.link(entry.country) if isinstance(entry, Organisation) and entry.country else None,
        background=entry.background or _by_code(context, entry),
        facts=len(on),
        articles=len({fact.article for fact in on}),
        speakers=(*(context.link(leader.id) for leader in _speakers(context, entry.id)), *context.links(organs)),
        summary=summary,
        stands=stands(context, entry.id, facts.stated),
        **_shown(context, facts, summary),
        events=tuple(_events(context, entry.id)),
        differences=differences(context, on, entry.id),
        unknowns=context.unknowns(entry.id),
        ledger=context.ledger((*on, *facts.promised.all), entry.summary),
    )


def _by_code(context: RenderContext, entry: Country | Organisation) -> str:
    """Where the names of a country come from that gives its code alone."""
    if isinstance(entry, Country) and entry.built_in:
        return str(context.words["country"]["by_code"].format(code=entry.code))
    return ""


def _speakers(context: RenderContext, id: str) -> list[Leader]:
    """The leaders who said something for a country or an organisation, by an office that they then held."""
    leaders, stated = context.briefing.content.leaders, facts_stated_for(context.briefing, id)
    return sorted((leaders[who] for who in {fact.who for fact in stated} if who in leaders), key=by_name)


def countries_view(context: RenderContext) -> CountriesView:
    content = context.briefing.content
    speakers = {id: [one.id for one in _speakers(context, id)] for id in content.countries}
    return CountriesView(
        context.index_head("countries"),
        tuple(_line(context, link, speakers) for link in context.links(content.countries)),
        tuple(_line(context, link, {}) for link in context.links(content.organisations)),
        atlas(context),
        context.ledger(()),
    )


def _head(context: RenderContext, entry: Country | Organisation) -> Head:
    section = "countries" if isinstance(entry, Country) else "organisations"
    first = next((fact.say for fact in context.briefing.facts_on(entry.id)), "")
    otherwise = first or context.words["country"]["description"].format(name=entry.name)
    description = context.opening(section, entry.id, otherwise)
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
    planned = "was_to_take_place" if is_over(context.briefing, event) else "to_take_place"
    said = context.words["country"][planned if is_plan(context.briefing, event) else "took_place"]
    channel = channel_of(context.briefing.facts_by_id(event.from_))
    return "; ".join([said, context.channel(channel)] if channel else [said])


def _line(context: RenderContext, link: Link, leaders: dict[str, list[str]]) -> CountryLine:
    id = link.url.rpartition("/")[2].removesuffix(".html")
    return CountryLine(link, tuple(map(context.link, leaders.get(id, ()))), len(context.briefing.facts_on(id)))
