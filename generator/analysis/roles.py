"""Who does what: commitments belong to those who make them, and events to those who act in them or host them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.analysis.channels import OF_A_LIST, parties, words_beside_names
from generator.analysis.derived import Derived
from generator.analysis.once import once
from generator.analysis.order import bounds_of_event, bounds_of_fact, events_in_time
from generator.analysis.participation import TakenPart, participation
from generator.briefing import Briefing
from generator.content.registries import Event, Leader, Organisation
from generator.evidence.proving import BoundFact

FIRST_PERSON = frozenset({"i", "me", "we", "us", "je", "moi", "nous", "on"})
# A channel that speaks for somebody, or is somebody's, whoever that is.
OWN_CHANNEL = re.compile(
    r"\bspokes(?:man|woman|person|people)\b|\bporte-parole\b|\b(?:his|her|its|their|son|sa|ses|leurs?)\b"
)


@dataclass(frozen=True)
class Commitments:
    """Commitments as one party has part in them, each in one group alone, and in the order of the facts."""

    party: str
    made: tuple[BoundFact, ...]
    received: tuple[BoundFact, ...]  # made to the party
    announced: tuple[BoundFact, ...]  # told by the party
    others: tuple[BoundFact, ...]  # told by others, of it or of others that name it

    @property
    def all(self) -> tuple[BoundFact, ...]:
        return (*self.made, *self.received, *self.announced, *self.others)

    @property
    def parts(self) -> Mapping[str, tuple[Derived, ...]]:
        """The part that the party has in each of them, by its name; `named` where others tell of them."""
        groups = {"made": self.made, "received": self.received, "announced": self.announced, "named": self.others}
        return {
            name: tuple(Derived("role", self.party, "", (fact.id,), name) for fact in facts)
            for name, facts in groups.items()
        }


@once
def acts_for(briefing: Briefing, id: str, day: date) -> frozenset[str]:
    """For whom somebody acts on a day: oneself, and every body and state above an organ, a part or an office held.

    An office that had ended before is held no more, and where a person is from is no office.
    """
    reached, waiting = set[str](), [id]
    while waiting:
        if (one := waiting.pop()) not in reached:
            reached.add(one)
            waiting += _above(briefing.entries.get(one), day)
    return frozenset(reached)


def _above(entry: object, day: date) -> Iterator[str]:
    if isinstance(entry, Organisation):
        yield from filter(None, (entry.country, entry.part_of))
    if isinstance(entry, Leader):
        for role in entry.roles:
            if not role.ended_before(day):
                yield from filter(None, (role.country, role.organisation))


@once
def day_of(briefing: Briefing, fact: BoundFact) -> date:
    """The first day that a fact may be of, by its own date or else that of its article."""
    bounds = bounds_of_fact(briefing, fact)
    return (bounds.earliest or date.min) if bounds else briefing.article(fact.article).published.earliest


def facts_stated_for(briefing: Briefing, id: str) -> tuple[BoundFact, ...]:
    """What is stated by a party, or by somebody who spoke for it then, in order of reading."""
    return _facts_stated(briefing).get(id, ())


@once
def _facts_stated(briefing: Briefing) -> Mapping[str, tuple[BoundFact, ...]]:
    stated: dict[str, list[BoundFact]] = {}
    for fact in briefing.facts.values():
        for party in _tellers(briefing, fact):
            stated.setdefault(party, []).append(fact)
    return {party: tuple(facts) for party, facts in stated.items()}


def _tellers(briefing: Briefing, fact: BoundFact) -> frozenset[str]:
    """By whom or for whom a fact is stated."""
    return acts_for(briefing, fact.who, day_of(briefing, fact)) if fact.who else frozenset()


def committers(briefing: Briefing, fact: BoundFact) -> frozenset[str]:
    """Whoever `by` names makes a commitment, or else its speaker; an unregistered group is no party that has a page.

    “We” are the speaker, and those for whom the speaker speaks.
    """
    speaker = frozenset({fact.who} if fact.who else ())
    if not fact.by:
        return speaker
    read = [(set(others) - OF_A_LIST, names) for others, names in (words_beside_names(briefing, of) for of in fact.by)]
    named = frozenset(name for others, names in read if others <= FIRST_PERSON for name in names)
    return named | speaker if any(others and others <= FIRST_PERSON for others, _ in read) else named


def is_told_by_its_own(briefing: Briefing, fact: BoundFact, makers: frozenset[str]) -> bool:
    """Whether a channel without a speaker is that of the makers: a spokeswoman of theirs, or an office.

    Whoever the channel is named after acts for a maker. A spokeswoman who is named after nobody is theirs unless the
    fact names somebody else, whose she may be.
    """
    names, via = words_beside_names(briefing, fact.via or "")[1], (fact.via or "").casefold()
    if not names and not OWN_CHANNEL.search(via):
        return False
    whose = names or fact.subjects & briefing.content.leaders.keys()
    return bool(makers) and all(makers & acts_for(briefing, one, day_of(briefing, fact)) for one in whose)


def commitments(briefing: Briefing, id: str) -> Commitments:
    """A commitment is its maker's, unless only others say so; apart stand those made to it, told by it, naming it."""
    groups: dict[str, list[BoundFact]] = {"made": [], "received": [], "announced": [], "others": []}
    for part, fact in _commitments(briefing).get(id, ()):
        groups[part].append(fact)
    return Commitments(id, **{name: tuple(facts) for name, facts in groups.items()})


@once
def _commitments(briefing: Briefing) -> Mapping[str, list[tuple[str, BoundFact]]]:
    """Every commitment with the part that a party has in it, by the parties."""
    of: dict[str, list[tuple[str, BoundFact]]] = {}
    for fact in briefing.facts.values():
        for party, part in _parts_in_commitment(briefing, fact) if fact.kind == "commitment" else ():
            of.setdefault(party, []).append((part, fact))
    return of


def _parts_in_commitment(briefing: Briefing, fact: BoundFact) -> Iterator[tuple[str, str]]:
    """Every party that has a part in a commitment, with this part."""
    day, tellers = day_of(briefing, fact), _tellers(briefing, fact)

    def acting(some: Iterable[str]) -> frozenset[str]:
        return frozenset(id for party in some for id in acts_for(briefing, party, day))

    makers, receivers = acting(committers(briefing, fact)), acting(parties(briefing, fact.to))
    is_own = not (fact.who or fact.via) or (not fact.who and is_told_by_its_own(briefing, fact, makers))
    made = makers if is_own else makers & tellers
    for party in sorted(makers | receivers | tellers | fact.subjects):
        if party in made:
            yield party, "made"
        elif party in receivers:
            yield party, "received"
        else:
            yield party, "announced" if party in tellers else "others"


def parts_in_event(briefing: Briefing, id: str, event: Event) -> tuple[TakenPart, ...]:
    """The parts of a party in an event: its own, and those of whoever acts for it then, each as it is reported."""
    return tuple(part for part in participation(briefing, event) if id in _acting_in_event(briefing, event, part.who))


def _acting_in_event(briefing: Briefing, event: Event, who: str) -> frozenset[str]:
    return acts_for(briefing, who, bounds_of_event(briefing, event).earliest or date.min)


@once
def _events_by_party(briefing: Briefing) -> Mapping[str, tuple[Event, ...]]:
    """The events of everyone who has a part in them or is their place."""
    events: dict[str, list[Event]] = {}
    for event in briefing.content.events.values():
        acting = (_acting_in_event(briefing, event, part.who) for part in participation(briefing, event))
        for party in {event.country or "", *(one for some in acting for one in some)}:
            events.setdefault(party, []).append(event)
    return {party: tuple(of) for party, of in events.items()}


def events_of(briefing: Briefing, id: str) -> tuple[Event, ...]:
    """An event is a party's where it has a part, or is its place; that a fact names it there is not enough."""
    return tuple(events_in_time(briefing, _events_by_party(briefing).get(id, ())))


def role_in_event(briefing: Briefing, id: str, event: Event) -> Derived | None:
    """A party acts in an event by parts that are plainly reported; or the event is its own as that of its place."""
    plain = [part for part in parts_in_event(briefing, id, event) if part.is_plain]
    facts = tuple(dict.fromkeys(fact.id for part in plain for fact in part.facts))
    if plain:
        return Derived("role", id, event.id, facts, "acts")
    return Derived("role", id, event.id, event.from_, "place") if event.country == id else None
