"""The list of leaders, by country, with the tables of who met and spoke of whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from string import ascii_lowercase
from unicodedata import normalize

from generator.content.registries import Leader
from generator.site.parts.context import RenderContext
from generator.site.parts.cut import MOST, bare, beside_one_another, numbered, part_link, part_page
from generator.site.parts.page import Head, Ledger, Link, Page, Part, Person
from generator.site.pictures.relations import Relations, relations

LISTED = 400  # of an index
RELATED = 24  # leaders whose meetings and statements stand in a table: wider ones are not read


@dataclass(frozen=True)
class PersonGroup:
    """The leaders of one country, or of none."""

    heading: str
    url: str
    people: tuple[Person, ...]


@dataclass(frozen=True)
class LeadersView:
    head: Head
    groups: tuple[PersonGroup, ...]
    relations: Relations
    unrelated: int  # leaders for whom its tables have no room
    ledger: Ledger


def index_pages(context: RenderContext) -> Iterator[Page]:
    """The leaders by country; where these are too many, those of whom most is told, and all of them by letter."""
    view = leaders_view(context)
    page, people = Page("leaders.md.j2", view), [person for group in view.groups for person in group.people]
    if len(people) <= LISTED:
        yield page
        return
    most = {person.link.url for person in sorted(people, key=lambda one: (-one.facts, one.link.url))[:MOST]}
    letters: dict[str, set[str]] = {}
    for leader in _everyone(context):
        letter = normalize("NFKD", by_name(leader)[0])[:1]
        letters.setdefault(letter if letter in ascii_lowercase else "others", set()).add(context.link(leader.id).url)
    empty, below, parts = bare(view), list[Page](), list[Part]()
    for letter, urls in letters.items():
        name = letter.upper() if len(letter) == 1 else context.words["leaders"]["elsewhere"]
        for n, run in enumerate(_runs(_of(view.groups, urls))):
            id, called = numbered(letter, name, n)
            below.append(part_page(page, replace(empty, groups=run), id, called))
            parts.append(Part(part_link(view.head, id, called), sum(len(group.people) for group in run)))
    yield replace(page, view=replace(view, groups=_of(view.groups, most)), parts={"facts": tuple(parts)})
    yield from beside_one_another(below)


def _of(groups: Iterable[PersonGroup], urls: AbstractSet[str]) -> tuple[PersonGroup, ...]:
    """The groups with only some of their people."""
    kept = (replace(group, people=tuple(one for one in group.people if one.link.url in urls)) for group in groups)
    return tuple(group for group in kept if group.people)


def _runs(groups: Iterable[PersonGroup]) -> Iterator[tuple[PersonGroup, ...]]:
    """As many people as an index lists."""
    people = [(group, one) for group in groups for one in group.people]
    for start in range(0, len(people), LISTED):
        run: dict[PersonGroup, list[Person]] = {}
        for group, one in people[start : start + LISTED]:
            run.setdefault(group, []).append(one)
        yield tuple(replace(group, people=tuple(of)) for group, of in run.items())


def leaders_view(context: RenderContext) -> LeadersView:
    groups = (
        PersonGroup(
            country.name,
            country.url,
            tuple(person(context, leader, len(context.briefing.facts_on(leader.id))) for leader in leaders),
        )
        for country, leaders in _by_country(context)
    )
    everyone = _everyone(context)
    related = relations(context, _told_most_of(context, everyone))
    apart = max(0, len(everyone) - RELATED)
    return LeadersView(context.index_head("leaders"), tuple(groups), related, apart, context.ledger(()))


def leaders_in_order(context: RenderContext) -> list[Link]:
    """The leaders in the order of their pages."""
    return [context.link(leader.id) for _, leaders in _by_country(context) for leader in leaders]


def _by_country(context: RenderContext) -> list[tuple[Link, list[Leader]]]:
    """The leaders of each country, and at the end those of none."""
    by_country: dict[str, list[Leader]] = {}
    for leader in _everyone(context):
        by_country.setdefault(leader.country or "", []).append(leader)
    elsewhere = Link(context.words["leaders"]["elsewhere"])
    groups = [(context.link(id) if id else elsewhere, leaders) for id, leaders in by_country.items()]
    return sorted(groups, key=lambda group: (not group[0].url, group[0].name))


def _everyone(context: RenderContext) -> list[Leader]:
    return sorted(context.briefing.content.leaders.values(), key=by_name)


def _told_most_of(context: RenderContext, leaders: list[Leader]) -> list[Leader]:
    """Those whom the tables of the index have room for: of whom most facts are, in the order of all."""
    counts = {leader.id: len(context.briefing.facts_on(leader.id)) for leader in leaders}
    most = set(sorted(counts, key=lambda id: (-counts[id], id))[:RELATED])
    return [leader for leader in leaders if leader.id in most]


def person(context: RenderContext, leader: Leader, facts: int) -> Person:
    return Person(context.link(leader.id), context.role_at(leader.id), facts)


def by_name(leader: Leader) -> tuple[str, str]:
    """Sorts leaders by surname, which is `sort`, or else the last word of the name."""
    return ((leader.sort or leader.name.split()[-1]).casefold(), leader.id)
