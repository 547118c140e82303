"""The records of editions: what was published under which address, known without the repository's history."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from generator.content.marks import Ours
from generator.content.record import Record
from generator.content.values import Id, Text


class RecordedFact(Record):
    """A fact as it was published; without its words where its article was removed."""

    article: Id
    say: Ours[Text] | None = None
    evidence: Ours[Text] | None = None
    status: Literal["corrected", "superseded", "merged", "withdrawn", "removed"] | None = None


class Register(Record):
    """Facts and pages by their ids: what is new in one edition, or all that several together have."""

    facts: dict[Id, RecordedFact] = Field(default_factory=dict)
    leaders: dict[Id, Ours[Text]] = Field(default_factory=dict)
    countries: dict[Id, Ours[Text]] = Field(default_factory=dict)
    organisations: dict[Id, Ours[Text]] = Field(default_factory=dict)
    themes: dict[Id, Ours[Text]] = Field(default_factory=dict)
    events: dict[Id, Ours[Text]] = Field(default_factory=dict)
    questions: dict[Id, Ours[Text]] = Field(default_factory=dict)
    articles: dict[Id, Ours[Text]] = Field(default_factory=dict)

    def pages(self, section: str) -> Mapping[str, str]:
        """The ids of the pages below an index, each with its name."""
        names: Mapping[str, str] = getattr(self, section)
        return names
