"""The map: which countries took part in the chief events, and where these were; and how that is drawn."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pkgutil import get_data
from typing import Any

from markupsafe import Markup

from generator.analysis.derived import Derived
from generator.analysis.order import events_in_time
from generator.analysis.participation import MEETINGS, TakenPart, is_over, is_plan
from generator.analysis.roles import parts_in_event
from generator.content.registries import Country, Event
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Link, Party

NARROW = 1.8  # how much larger signs are where the picture is narrow, as in pictures.css
LETTER, LINE, MARK = 10.5, 22, 18  # units that a letter and a line of a name take, and a line of marks above it
RISE = 7  # from the middle of a name up to its line
BESIDE = (0, -LINE, LINE)  # how far below its place a name may stand
SMALL = 32  # units from the middle of a country to its edge, below which a finger needs a larger mark
TINY = 5  # below which an outline alone is not seen


@dataclass(frozen=True)
class Taken:
    """An event, and who took part in it for a country, each as it is reported."""

    event: Link
    parties: tuple[Party, ...]


@dataclass(frozen=True)
class Hosted:
    """An event that took place in the country."""

    event: Link
    statement: Derived


@dataclass(frozen=True)
class Part:
    """A country, and its part in the events that the map asks about; that it is registered means that it is named."""

    link: Link
    code: str
    hosted: tuple[Hosted, ...]  # those of the events that took place in it, oldest first
    joined: tuple[Taken, ...]  # those that it, a leader or an office of it is simply reported to have taken part in
    otherwise: tuple[Taken, ...]  # through a channel, without the place, or as a plan: not drawn as taking part
    facts: int


@dataclass(frozen=True)
class Atlas:
    """One question, and the answer of each country to it."""

    asked: tuple[Link, ...]  # the events that it asks about; without any, all meetings that are reported
    parts: tuple[Part, ...]  # by name
    articles: int
    edition: str

    @property
    def drawn(self) -> tuple[Drawn, ...]:
        return maps(self.parts)


def atlas(context: RenderContext) -> Atlas:
    """The chief events of the dossier are asked about, or else every meeting."""
    content, briefing = context.briefing.content, context.briefing
    countries = sorted(content.countries.values(), key=lambda country: (country.name.casefold(), country.id))
    lead = [content.events[id] for id in content.site.lead_events]
    meetings = [event for event in content.events.values() if event.kind in MEETINGS]
    events = events_in_time(briefing, lead or meetings)
    parts = tuple(_part(context, country, events) for country in countries)
    asked = tuple(context.link(event.id) for event in events) if lead else ()
    return Atlas(asked, parts, len(briefing.curated), context.day(content.site.edition))


def _part(context: RenderContext, country: Country, events: Sequence[Event]) -> Part:
    taken = [(event, parts_in_event(context.briefing, country.id, event)) for event in events]
    return Part(
        link=context.link(country.id),
        code=country.code,
        hosted=tuple(_hosted(context, event) for event in events if _is_its_place(context, country, event)),
        joined=tuple(_taken(context, taken, is_plain=True)),
        otherwise=tuple(_taken(context, taken, is_plain=False)),
        facts=len(context.briefing.facts_on(country.id)),
    )


def _is_its_place(context: RenderContext, country: Country, event: Event) -> bool:
    """What was only planned for a day before the edition is not known to have taken place anywhere."""
    briefing = context.briefing
    return event.country == country.id and not (is_plan(briefing, event) and is_over(briefing, event))


def _hosted(context: RenderContext, event: Event) -> Hosted:
    return Hosted(context.link(event.id), Derived("role", event.country or "", event.id, event.from_, "place"))


def _taken(
    context: RenderContext, taken: Iterable[tuple[Event, Sequence[TakenPart]]], *, is_plain: bool
) -> Iterator[Taken]:
    """The events in which the country has parts that are reported plainly, or otherwise, and these parts."""
    for event, parts in taken:
        if parties := [context.party(part) for part in parts if part.is_plain == is_plain]:
            yield Taken(context.link(event.id), tuple(parties))


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
    return bool(part.hosted)


def _is_free(box: Box, occupied: Sequence[Box], region_map: Any) -> bool:
    left, top, right, bottom = box
    inside = left >= 0 and top >= 0 and right <= region_map["width"] and bottom <= region_map["height"]
    return inside and not any(left < r and right > x and top < b and bottom > t for x, t, r, b in occupied)
