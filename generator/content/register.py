"""The register of editions: what was published under which address, known without the repository's history."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Literal

import yaml
from pydantic import Field

from generator.content.marks import Ours
from generator.content.record import Record
from generator.content.values import Id, Text

PAGES = ("leaders", "countries", "organisations", "themes", "events", "questions", "articles")
HEAD = (
    "# Written by `briefbook edition`, never by hand: what this edition has that the ones before had not.\n"
    "# A fact has its article, what it says, a digest of its evidence, and its status if it no longer stands.\n"
)
WIDTH = 110  # columns of a line, so that a longer sentence is folded


class RecordedFact(Record):
    """A fact as it was published; without its words where its article was removed."""

    article: Id
    say: Ours[Text] | None = None
    evidence: Ours[Text] | None = None
    status: Literal["corrected", "superseded", "withdrawn", "removed"] | None = None

    @property
    def told(self) -> tuple[str | None, ...]:
        """What a reader is told; an article that was given another id tells nothing new."""
        return (self.say, self.evidence, self.status)


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
        found: Mapping[str, str] = getattr(self, section)
        return found


def together(registers: Iterable[Register]) -> Register:
    """All that several editions recorded, of each fact and page the latest."""
    found = Register()
    for register in registers:
        found = Register(
            facts={**found.facts, **register.facts},
            **{section: {**found.pages(section), **register.pages(section)} for section in PAGES},
        )
    return found


def since(was: Register, now: Register) -> Register:
    """What is in one register and not, or not so, in an earlier one."""
    return Register(
        facts={id: fact for id, fact in now.facts.items() if id not in was.facts or was.facts[id].told != fact.told},
        **{
            section: {id: name for id, name in now.pages(section).items() if was.pages(section).get(id) != name}
            for section in PAGES
        },
    )


def without_words(register: Register, facts: Collection[str], articles: Mapping[str, str]) -> Register:
    """The register without what the facts of removed articles said, and with other names for those articles."""
    silent = {id: RecordedFact(article=fact.article, status=fact.status) for id, fact in register.facts.items()}
    return register.model_copy(
        update={
            "facts": {id: silent[id] if id in facts else fact for id, fact in register.facts.items()},
            "articles": {id: articles.get(id, name) for id, name in register.articles.items()},
        }
    )


def written(register: Register) -> str:
    """The register as its file has it, in order of articles and ids."""
    ordered = sorted(register.facts.items(), key=lambda item: (item[1].article, item[0]))
    told: dict[str, object] = {"facts": {id: fact.model_dump(exclude_none=True) for id, fact in ordered}}
    told |= {section: dict(sorted(register.pages(section).items())) for section in PAGES if register.pages(section)}
    return HEAD + yaml.safe_dump(told, sort_keys=False, allow_unicode=True, width=WIDTH)
