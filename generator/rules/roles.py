"""Rules for who does what: makers and receivers are those of a commitment; what is to come nobody has taken part in."""

from __future__ import annotations

from collections.abc import Iterator

from generator.briefing import Briefing
from generator.problems import Problem


def only_commitments_have_makers(briefing: Briefing) -> Iterator[Problem]:
    """Who commits, and to whom, is said of commitments alone."""
    for fact in briefing.facts.values():
        for field in ("by", "to"):
            if getattr(fact.fact, field) and fact.kind != "commitment":
                what = f"`{fact.id}` is no commitment, and has `{field}`"
                yield Problem(
                    fact.fact.at(field), "NOT-A-COMMITMENT", what, "give it `kind: commitment`, or leave it out"
                )


def what_is_to_come_is_planned(briefing: Briefing) -> Iterator[Problem]:
    """Whoever is to take part in an event after the articles that tell of it, or the edition, has not done so yet."""
    edition = briefing.content.site.edition
    for event in briefing.content.events.values():
        for participant in event.participants:
            told = [briefing.article(fact.article).published.latest for fact in briefing.facts_by_id(participant.from_)]
            is_told_before = bool(told) and max(told) < edition
            day, teller = (max(told), "the articles that tell of it") if is_told_before else (edition, "the edition")
            if event.when.date.earliest > day and participant.how != "planned":
                what = f"`{event.id}` is after {teller}, so `{participant.who}` cannot have taken part"
                yield Problem(
                    participant.at("who"), "NOT-YET", what, "give the participant `how: planned`, or mend the date"
                )


def those_apart_took_part(briefing: Briefing) -> Iterator[Problem]:
    """Whoever is not reported together with others is a participant, as these are."""
    for event in briefing.content.events.values():
        there = {participant.who for participant in event.participants}
        for other in event.apart:
            if other not in there or len(set(event.apart)) == 1:
                what = f"`{other}`, in `apart` of `{event.id}`, is not apart from another participant"
                yield Problem(event.at("apart"), "NOT-A-PARTICIPANT", what, "name two or more of its `participants`")
