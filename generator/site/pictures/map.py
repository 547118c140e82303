"""The map: countries that host, take part, announce commitments or are named, and how they are drawn."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pkgutil import get_data
from typing import Any

from markupsafe import Markup

from generator.content.registries import Country, Event, EventKind
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Link

HOSTED: frozenset[EventKind] = frozenset(
    {"summit", "meeting", "talks", "visit", "agreement"}
)  # what a country can host
TAKEN_PART: frozenset[EventKind] = HOSTED | {"call"}
NARROW = 1.8  # how much larger signs are where the picture is narrow, as in pictures.css
LETTER, LINE, MARK = 10.5, 22, 18  # units that a letter and a line of a name take, and a line of marks above it
RISE = 7  # from the middle of a name up to its line
BESIDE = (0, -LINE, LINE)  # how far below its place a name may stand
SMALL = 32  # units from the middle of a country to its edge, below which a finger needs a larger mark
TINY = 5  # below which an outline alone is not seen


@dataclass(frozen=True)
class Part:
    """A country, and what part it has in the articles; that it is registered means that it is named."""

    link: Link
    code: str
    hosted: tuple[Link, ...]  # meetings and visits in it, oldest first
    joined: tuple[Link, ...]  # those that it, a leader or an office of it took part in
    announced: tuple[Link, ...]  # facts: commitments that those who speak for it announce, their own or joint ones
    facts: int


@dataclass(frozen=True)
class Atlas:
    parts: tuple[Part, ...]  # by name
    first: int  # the year of the first event that counts, and that of the last; none is 0
    last: int
    articles: int
    edition: str

    @property
    def drawn(self) -> tuple[Drawn, ...]:
        return maps(self.parts)


def atlas(context: RenderContext) -> Atlas:
    content = context.briefing.content
    countries = sorted(content.countries.values(), key=lambda country: (country.name.casefold(), country.id))
    parts = tuple(_part(context, country) for country in countries)
    first, last = _years(content.events.values())
    return Atlas(parts, first, last, len(context.briefing.articles), context.day(content.site.edition))


def _years(events: Iterable[Event]) -> tuple[int, int]:
    """The first and the last year of the events that count on the map; zeros where there are none."""
    dates = [event.when.date for event in events if event.kind in TAKEN_PART and (event.country or event.participants)]
    if not dates:
        return 0, 0
    return min(date.earliest.year for date in dates), max(date.latest.year for date in dates)


def _part(context: RenderContext, country: Country) -> Part:
    content = context.briefing.content
    events = sorted(content.events.values(), key=lambda event: (event.when.date.earliest, event.id))
    speakers = _speakers(context, country.id)
    promised = [f for f in context.briefing.facts.values() if f.kind == "commitment" and f.who in speakers]
    joined = [
        event.id
        for event in events
        if event.kind in TAKEN_PART and any(participant.who in speakers for participant in event.participants)
    ]
    return Part(
        link=context.link(country.id),
        code=country.code,
        hosted=tuple(context.link(e.id) for e in events if e.kind in HOSTED and e.country == country.id),
        joined=tuple(map(context.link, joined)),
        announced=tuple(Link(fact.say, fact.url) for fact in promised),
        facts=len(context.briefing.facts_on(country.id)),
    )


def _speakers(context: RenderContext, country: str) -> frozenset[str]:
    """The country itself, its leaders and its offices."""
    content = context.briefing.content
    people = {leader.id for leader in content.leaders.values() if leader.country == country}
    offices = {office.id for office in content.organisations.values() if office.country == country}
    return frozenset({country, *people, *offices})


@dataclass(frozen=True)
class Shape:
    """A country in a picture; its signs stand at `x` and `y`."""

    part: Part
    d: Markup
    x: int
    y: int
    bare: bool  # another picture shows it nearer
    small: bool
    tiny: bool
    marks: int  # how far below the place they stand
    name: str  # empty where it finds no room
    line: int  # how far below the place it is written
    wide: bool  # whether the name finds room only in a wide picture


@dataclass(frozen=True)
class Drawn:
    """A picture of a part of the world, and the land of everybody else."""

    region: str
    width: int
    height: int
    land: Markup
    shapes: tuple[Shape, ...]


def maps(parts: Sequence[Part]) -> tuple[Drawn, ...]:
    """Europe where a country lies in it, and the world where one lies elsewhere; without any outline, nothing."""
    near = {part.code for part in parts} & outlines("europe")["shapes"].keys()
    far = {part.code for part in parts} & outlines("world")["shapes"].keys() - near
    regions = [*(["europe"] if near else []), *(["world"] if far else [])]
    return tuple(_drawn(region, parts, near if region == "world" else frozenset()) for region in regions)


@cache
def outlines(region: str) -> Any:
    """A file of `generator/atlas/`, which is part of the program as its templates are."""
    return json.loads(get_data("generator", f"atlas/{region}.json") or b"")


def _drawn(region: str, parts: Sequence[Part], nearer: frozenset[str] | set[str]) -> Drawn:
    """A picture of a region; countries that another picture shows nearer are drawn without signs."""
    region_map = outlines(region)
    drawn = {part.code: part for part in parts if part.code in region_map["shapes"]}
    other_land = "".join(shape["d"] for code, shape in region_map["shapes"].items() if code not in drawn)
    ordered = sorted((part for code, part in drawn.items() if code not in nearer), key=lambda p: (-p.facts, p.code))
    names = {code: (below, wide) for code, below, wide in _names(region_map, ordered)}
    shapes = tuple(_shape(region_map, part, names.get(code), code in nearer) for code, part in drawn.items())
    return Drawn(region, region_map["width"], region_map["height"], Markup(other_land), shapes)  # noqa: S704 -- a file of ours


def _shape(region_map: Any, part: Part, placed: tuple[int, bool] | None, bare: bool) -> Shape:
    outline = region_map["shapes"][part.code]
    below, wide = placed or (0, False)
    apart = MARK // 2 if placed and _is_marked(part) else 0
    return Shape(
        part=part,
        d=Markup(outline["d"]),  # noqa: S704 -- a file of ours
        x=outline["at"][0],
        y=outline["at"][1],
        bare=bare,
        small=outline["room"] < SMALL and not bare,
        tiny=outline["room"] < TINY and not bare,
        marks=below - LINE // 2 + 2 if apart else 0,
        name=part.link.name if placed else "",
        line=below + apart + RISE,
        wide=wide,
    )


Box = tuple[float, float, float, float]


def _names(region_map: Any, ordered: Sequence[Part]) -> Iterator[tuple[str, int, bool]]:
    """Whose names find room, most facts first: by code, how far below, and whether only in a wide picture."""
    occupied: dict[float, list[Box]] = {1: [], NARROW: []}
    for part in ordered:
        for scales, below in ((scales, below) for scales in ((1, NARROW), (1,)) for below in BESIDE):
            boxes = {scale: _box(region_map, part, below, scale) for scale in scales}
            if all(_is_free(box, occupied[scale], region_map) for scale, box in boxes.items()):
                for scale, box in boxes.items():
                    occupied[scale].append(box)
                yield part.code, below, NARROW not in boxes
                break


def _box(region_map: Any, part: Part, below: int, scale: float) -> Box:
    (x, y), half = region_map["shapes"][part.code]["at"], len(part.link.name) * LETTER * scale / 2
    tall = (LINE + (MARK if _is_marked(part) else 0)) / 2
    return x - half, y + (below - tall) * scale, x + half, y + (below + tall) * scale


def _is_marked(part: Part) -> bool:
    return bool(part.hosted or part.announced)


def _is_free(box: Box, occupied: Sequence[Box], region_map: Any) -> bool:
    left, top, right, bottom = box
    inside = left >= 0 and top >= 0 and right <= region_map["width"] and bottom <= region_map["height"]
    return inside and not any(left < r and right > x and top < b and bottom > t for x, t, r, b in occupied)
