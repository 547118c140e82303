"""Who met whom: those whom one fact, or one article, has together at a meeting that is plainly reported."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.analysis.derived import Derived
from generator.analysis.once import once
from generator.analysis.order import all_events_in_time, bounds_of_event
from generator.analysis.participation import MEETINGS, TakenPart, there
from generator.analysis.roles import acts_for
from generator.briefing import Briefing
from generator.content.registries import Event

HAPPENED = ("event", "meeting")  # kinds of facts that tell what happened
# Words by which a fact that names two people may say that they did not meet.
DENIAL = re.compile(
    r"\b(?:not|no|never|nobody|neither|nor|without|cannot|refus\w+|declin\w+|den(?:y|ie[ds])|avoid\w*|fail\w*|miss(?:ed|es)?"
    r"|left|leav\w+|absen\w+|kept|away)\b|n't\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Met:
    """An event at which someone met others."""

    event: Event
    part: TakenPart
    others: tuple[TakenPart, ...]

    @property
    def statement(self) -> Derived:
        """They met at the event, as far as the facts of each part in it say so."""
        facts = (fact.id for part in (self.part, *self.others) for fact in part.facts)
        return Derived("role", self.part.who, self.event.id, tuple(dict.fromkeys(facts)), "met")


def joined(briefing: Briefing, event: Event) -> tuple[TakenPart, ...]:
    """Two people or more who were plainly at a meeting, call, visit or talks; not at an announcement."""
    parts = there(briefing, event) if event.kind in MEETINGS else ()
    return parts if len(parts) > 1 else ()


def met(briefing: Briefing, event: Event, who: str) -> tuple[TakenPart, ...]:
    """Whom somebody met at an event: those whom one fact, or one article, has there with them.

    Both parts rest on the fact, or it is behind one of them, names both and denies nothing; the article tells of either
    by a fact of what happened, and not only of what was said. Nobody meets whomever they act for, and no two met whom
    nobody reports together.
    """
    parts = joined(briefing, event)
    mine = next((part for part in parts if part.who == who), None)
    others = [part for part in parts if part.who != who and who not in part.apart]
    return tuple(part for part in others if mine and _are_together(briefing, event, mine, part))


def _are_together(briefing: Briefing, event: Event, one: TakenPart, other: TakenPart) -> bool:
    pair, day = {one.who, other.who}, bounds_of_event(briefing, event).earliest or date.min
    if one.who in acts_for(briefing, other.who, day) or other.who in acts_for(briefing, one.who, day):
        return False
    shared = {fact.id for fact in one.facts} & {fact.id for fact in other.facts}
    naming = (fact for fact in (*one.facts, *other.facts) if fact.subjects >= pair)
    telling = _articles_of(one) & _articles_of(other)
    return bool(shared or telling) or any(not DENIAL.search(fact.say) for fact in naming)


def _articles_of(part: TakenPart) -> set[str]:
    """The articles that tell of somebody's part as of what happened."""
    return {fact.article for fact in part.facts if fact.kind in HAPPENED}


def meetings(briefing: Briefing, leader: str) -> tuple[Met, ...]:
    """The events at which a leader met somebody, the oldest first."""
    return _meetings(briefing).get(leader, ())


@once
def _meetings(briefing: Briefing) -> Mapping[str, tuple[Met, ...]]:
    """Every meeting, by each who was there."""
    of: dict[str, list[Met]] = {}
    for event in all_events_in_time(briefing):
        for who, mine in {part.who: part for part in reversed(joined(briefing, event))}.items():
            if others := met(briefing, event, who):
                of.setdefault(who, []).append(Met(event, mine, others))
    return {who: tuple(events) for who, events in of.items()}
