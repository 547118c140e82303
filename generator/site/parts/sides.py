"""Speakers by the state or the body that they speak for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.analysis.voices import body_of
from generator.content.registries import Leader
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Link


@dataclass(frozen=True)
class SpeakersOfSide:
    """Those of one state or body who answer, and those who do not, each in the order in which they were given."""

    side: Link
    speakers: tuple[str, ...]
    silent: tuple[str, ...] = ()


def sides(context: RenderContext, speakers: Iterable[str], silent: Iterable[str] = ()) -> tuple[SpeakersOfSide, ...]:
    """The side of most who answer first, then as they were given; whoever speaks for no side stands last."""
    by_side: dict[str, tuple[list[str], list[str]]] = {}
    for number, some in enumerate((speakers, silent)):
        for speaker in some:
            by_side.setdefault(_side(context, speaker), ([], []))[number].append(speaker)
    order = sorted(by_side, key=lambda side: (not side, -len(by_side[side][0])))
    return tuple(SpeakersOfSide(_link(context, side), *map(tuple, by_side[side])) for side in order)


def _side(context: RenderContext, speaker: str) -> str:
    """A person who speaks for nobody, and a channel without an entry, are of no side."""
    body = body_of(context.briefing, speaker)
    entry = context.briefing.entries.get(body)
    return "" if entry is None or isinstance(entry, Leader) else body


def _link(context: RenderContext, side: str) -> Link:
    return context.link(side) if side else Link(context.words["grids"]["no_side"])
