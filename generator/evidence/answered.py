"""What facts were answered by their article: as it came, or as it was kept, and then opened when somebody asks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.evidence.lock import Recorded
from generator.evidence.passages import Located
from generator.evidence.source import SentenceRef
from generator.evidence.verdict import Check, Verdict
from generator.work.packing import unpacked


class AtHand(NamedTuple):
    """What is asked of all facts: whom one is about, which sentences it stands on, and what came of it."""

    id: str
    subjects: frozenset[str]
    refs: tuple[SentenceRef, ...]
    voice: str
    verdict: Verdict


@dataclass(frozen=True)
class Answered:
    """What one fact was answered, and what its text answered for a lock."""

    at_hand: AtHand
    located: tuple[Located, ...]
    checks: tuple[Check, ...]
    recorded: Recorded | None
    wording: tuple[str, ...]


@dataclass(frozen=True)
class Unopened:
    """What the facts of an article were answered, packed as it was kept, and opened when something of it is asked."""

    packed: bytes

    @cached_property
    def facts(self) -> tuple[Answered, ...]:
        facts: tuple[Answered, ...] = unpacked(self.packed)
        return facts


class KeptAnswer(NamedTuple):
    """What one fact was answered, in what was kept of its article."""

    at_hand: AtHand
    inside: Unopened
    number: int
