"""Who does what: commitments belong to those who make them, and events to those who act in them or host them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.analysis.derived import Derived
from generator.analysis.order import events_in_time
from generator.briefing import Briefing
from generator.content.registries import Event
from generator.evidence.binding import subjects_in
from generator.evidence.name_parts import parts
from generator.evidence.proving import BoundFact
from generator.evidence.source import meaning_words
from generator.evidence.text import normalise, tokens


@dataclass(frozen=True)
class Commitments:
    """Commitments as one party has part in them, each in one group alone, and in the order of the facts."""

    party: str
    made: tuple[BoundFact, ...]
    received: tuple[BoundFact, ...]  # made to the party
    announced: tuple[BoundFact, ...]  # told by the party of others
    others: tuple[BoundFact, ...]  # told by others of others, and the party is named

    @property
    def all(self) -> tuple[BoundFact, ...]:
        return (*self.made, *self.received, *self.announced, *self.others)

    @property
    def parts(self) -> Mapping[str, tuple[Derived, ...]]:
        """The part that the party has in each of them, by its name; `named` where others tell of others."""
        groups = {"made": self.made, "received": self.received, "announced": self.announced, "named": self.others}
        return {
            name: tuple(Derived("role", self.party, "", (fact.id,), name) for fact in facts)
            for name, facts in groups.items()
        }


def represented(briefing: Briefing, id: str) -> frozenset[str]:
    """Who acts where a party acts: itself, its organs and parts, and those who hold an office of one of these."""
    content, bodies = briefing.content, {id}
    while parts := {o.id for o in content.organisations.values() if {o.country, o.part_of} & bodies} - bodies:
        bodies |= parts
    leaders = (
        leader.id
        for leader in content.leaders.values()
        if bodies & {leader.country, *(of for role in leader.roles for of in (role.country, role.organisation))}
    )
    return frozenset({*bodies, *leaders})


def committers(briefing: Briefing, fact: BoundFact) -> frozenset[str]:
    """Whoever `by` names makes a commitment, or else its speaker; an unregistered group is no party that has a page."""
    if fact.fact.by:
        return _parties(briefing, fact.fact.by)
    return frozenset({fact.who} if fact.who else ())


def commitments(briefing: Briefing, id: str) -> Commitments:
    """A commitment is its maker's; it stands apart with those to whom it is made, who announce it, or who are named."""
    party, on = represented(briefing, id), briefing.facts_on(id)
    groups: dict[str, list[BoundFact]] = {"made": [], "received": [], "announced": [], "others": []}
    for fact in briefing.facts.values():
        if fact.kind != "commitment":
            continue
        if committers(briefing, fact) & party:
            groups["made"].append(fact)
        elif _parties(briefing, fact.fact.to) & party:
            groups["received"].append(fact)
        elif fact.who in party:
            groups["announced"].append(fact)
        elif fact in on:
            groups["others"].append(fact)
    return Commitments(id, **{name: tuple(facts) for name, facts in groups.items()})


def events_of(briefing: Briefing, id: str) -> tuple[Event, ...]:
    """An event is a party's where it takes part, hosts, or is its place; that a fact names it there is not enough."""
    party = represented(briefing, id)
    events = briefing.content.events.values()
    own = [e for e in events if e.country == id or any(participant.who in party for participant in e.participants)]
    return tuple(events_in_time(briefing, own))


def role_in_event(briefing: Briefing, id: str, event: Event) -> Derived:
    """A party acts in an event by those of it who take part; else the event is its own as that of its place."""
    party = represented(briefing, id)
    acting = [participant for participant in event.participants if participant.who in party]
    facts = tuple(dict.fromkeys(fact for participant in acting for fact in participant.from_))
    return (
        Derived("role", id, event.id, facts, "acts") if acting else Derived("role", id, event.id, event.from_, "place")
    )


def _parties(briefing: Briefing, texts: Iterable[str]) -> frozenset[str]:
    """The registered parties that some texts are the names of; “26 countries” or “leaders of Norway” is none."""
    whole = (text for text in texts if not _words_beside_names(briefing, text))
    return subjects_in(whole, briefing.aliases)


def _words_beside_names(briefing: Briefing, text: str) -> list[str]:
    words = parts(tokens(normalise(text)))
    of_names = {n for name in briefing.aliases.registered(words) for n in range(name.start, name.end)}
    return meaning_words(" ".join(word.text for n, word in enumerate(words) if n not in of_names))
