"""What the page of a country or an organisation says, and the list of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.analysis.channels import channel_of
from generator.analysis.derived import Derived
from generator.analysis.participation import is_plan
from generator.analysis.roles import commitments, events_of, parts_in_event, role_in_event, speaks_for
from generator.content.kinds import KINDS
from generator.content.registries import Country, Event, Organisation
from generator.evidence.proving import BoundFact
from generator.site.pages.leaders import PROMISES, by_name
from generator.site.parts.cards import CardGroup, cards_by_event, cards_by_speaker, told_already
from generator.site.parts.comparisons import differences
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Comparison, EventLine, Head, Ledger, Link, Page, Sentence
from generator.site.parts.stands import Stand, stands
from generator.site.pictures.map import Atlas, atlas


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


def country_pages(context: RenderContext) -> Iterator[Page]:
    content = context.briefing.content
    for country in content.countries.values():
        yield Page(KINDS["countries"].template, country_view(context, country))
    for organisation in content.organisations.values():
        yield Page(KINDS["organisations"].template, country_view(context, organisation))
    yield Page("countries.md.j2", countries_view(context))


def country_view(context: RenderContext, entry: Country | Organisation) -> CountryView:
    briefing, content = context.briefing, context.briefing.content
    facts = briefing.facts_on(entry.id)
    stated = [fact for fact in briefing.facts.values() if speaks_for(briefing, fact, entry.id)]
    spoken = {fact.who for fact in stated}
    organs = [organ.id for organ in content.organisations.values() if organ.country == entry.id and organ.id in spoken]
    leaders = sorted((leader for leader in content.leaders.values() if leader.id in spoken), key=by_name)
    promised = commitments(briefing, entry.id)
    apart = {fact.id for fact in promised.all}
    rest = [fact for fact in facts if fact.id not in apart]
    rest = [fact for fact in rest if fact.id not in briefing.office_facts or fact.kind != "background"]
    own = {fact.id for fact in stated}
    said = [fact for fact in rest if fact.id in own]
    others = [fact for fact in rest if fact.id not in own]
    summary = context.sentences(entry.summary)

    def folded(facts: Iterable[BoundFact]) -> tuple[CardGroup, ...]:
        return told_already(context, cards_by_event(context, facts), summary)

    return CountryView(
        head=_head(context, entry),
        name=entry.name,
        country=context.link(entry.country) if isinstance(entry, Organisation) and entry.country else None,
        background=entry.background or _by_code(context, entry),
        facts=len(facts),
        articles=len({fact.article for fact in facts}),
        speakers=(*(context.link(leader.id) for leader in leaders), *context.links(organs)),
        summary=summary,
        stands=stands(context, entry.id, stated),
        commitments=cards_by_event(context, promised.made, PROMISES),
        received=cards_by_event(context, promised.received, PROMISES),
        announced=cards_by_event(context, promised.announced, PROMISES),
        promised=folded(promised.others),
        parts=promised.parts,
        said=folded(said),
        about=told_already(context, cards_by_speaker(context, (f for f in others if f.voice != "reporter")), summary),
        reported=folded(fact for fact in others if fact.voice == "reporter"),
        events=tuple(_events(context, entry.id)),
        differences=differences(context, facts, entry.id),
        unknowns=context.unknowns(entry.id),
        ledger=context.ledger((*facts, *promised.all), entry.summary),
    )


def _by_code(context: RenderContext, entry: Country | Organisation) -> str:
    """Where the names of a country come from that gives its code alone."""
    if isinstance(entry, Country) and entry.built_in:
        return str(context.words["country"]["by_code"].format(code=entry.code))
    return ""


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
    said = context.words["country"]["to_take_place" if is_plan(context.briefing, event) else "took_place"]
    channel = channel_of(context.briefing.facts_by_id(event.from_))
    return "; ".join([said, context.channel(channel)] if channel else [said])


def _line(context: RenderContext, link: Link, leaders: dict[str, list[str]]) -> CountryLine:
    id = link.url.rpartition("/")[2].removesuffix(".html")
    return CountryLine(link, tuple(map(context.link, leaders.get(id, ()))), len(context.briefing.facts_on(id)))
