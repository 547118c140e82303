"""What facts were answered by their article: as it came, or as it was kept, and then opened when somebody asks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.evidence.lock import Recorded
from generator.evidence.passages import Located
from generator.evidence.verdict import Check
from generator.work.packing import unpacked


@dataclass(frozen=True)
class Answered:
    """What one fact was answered, and what its text answered for a lock."""

    id: str
    located: tuple[Located, ...]
    checks: tuple[Check, ...]
    subjects: frozenset[str]
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
    """What one fact was answered, in what was kept of its article; whom it is about is at hand."""

    id: str
    subjects: frozenset[str]
    inside: Unopened
    number: int
