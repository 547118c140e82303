"""Who speaks with one voice: an office and its holder, a body and its parts, a group and one of its members.

Two who agree are an agreement only if they are two voices. Of a channel without a name nobody knows whose voice it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.analysis.channels import speaker_of
from generator.analysis.once import once
from generator.analysis.roles import day_of
from generator.briefing import Briefing
from generator.content.registries import Leader, Organisation, Question
from generator.evidence.proving import BoundFact


@once
def body_of(briefing: Briefing, speaker: str) -> str:
    """For whom somebody speaks in the end: the state or the body of an office or of an organ, or oneself.

    Where a person is from (`country`) is no office: a state is not spoken for by its citizens.
    """
    passed: list[str] = []
    while speaker and speaker not in passed:
        passed.append(speaker)
        speaker = _above(briefing, speaker)
    return passed[-1] if passed else ""


def voice_of(briefing: Briefing, question: Question, fact: BoundFact) -> str:
    """Whose voice answers: of an article, its origin; of a speaker, the body; of a channel without a name, itself."""
    if question.asks == "sources":
        return briefing.origin_of(fact.article)
    return body_of(briefing, fact.who) if fact.who else speaker_of(briefing, fact)


def is_one_voice(briefing: Briefing, one: str, other: str) -> bool:
    """Whether two speakers are of one body, or one is a group that the other belongs to."""
    bodies = body_of(briefing, one), body_of(briefing, other)
    return bodies[0] == bodies[1] or any(
        second in members_of(briefing, first) for first, second in (bodies, bodies[::-1])
    )


def of_one_voice(briefing: Briefing, speakers: Iterable[str]) -> frozenset[str]:
    """The bodies that are of one voice with some speakers: theirs, the groups of these, and their members."""
    bodies = {body_of(briefing, speaker) for speaker in speakers}
    groups = (_groups_of(briefing).get(body, ()) for body in bodies)
    return frozenset(bodies).union(*groups, *(members_of(briefing, body) for body in bodies))


@once
def _groups_of(briefing: Briefing) -> Mapping[str, set[str]]:
    """The groups that each body belongs to."""
    groups: dict[str, set[str]] = {}
    for group in {body_of(briefing, id) for id in briefing.entries}:
        for member in members_of(briefing, group):
            groups.setdefault(member, set()).add(group)
    return groups


def independent_voices(briefing: Briefing, voices: Iterable[str]) -> frozenset[str]:
    """The voices that count beside one another.

    A group is left out beside its members, and channels without a name beside anyone, for they may be the same;
    several of them may be one.
    """
    all_voices = set(voices)
    named = {voice for voice in all_voices if voice in briefing.entries or voice in briefing.articles}
    if not named:
        return frozenset(sorted(all_voices)[:1])
    return frozenset(voice for voice in named if not named & members_of(briefing, voice))


def _above(briefing: Briefing, speaker: str) -> str:
    entry = briefing.entries.get(speaker)
    if isinstance(entry, Organisation):
        return entry.part_of or entry.country or ""
    if isinstance(entry, Leader):
        is_over = any(role.when.is_span for role in entry.roles)
        times = [day_of(briefing, fact) for fact in briefing.facts_by(entry.id)] if is_over else []
        held = [role for role in entry.roles if not times or not all(map(role.ended_before, times))]
        offices = sorted(held, key=lambda role: (role.when.earliest, role.title), reverse=True)
        bodies = (role.country or role.organisation for role in offices)
        return next((body for body in bodies if body), "")
    return ""


@once
def members_of(briefing: Briefing, voice: str) -> frozenset[str]:
    """The bodies that belong to a group, and to the groups in it."""
    passed, waiting = {voice}, [voice]
    while waiting:
        entry = briefing.entries.get(waiting.pop())
        members = {body_of(briefing, id) for id in entry.members} if isinstance(entry, Organisation) else set[str]()
        waiting += members - passed
        passed |= members
    return frozenset(passed - {voice})
