"""The register of editions: how its records are put together and written, and what they say was published."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

import yaml

from generator.content.kinds import PAGES
from generator.content.model import Fact, Tombstone
from generator.content.reading import Content
from generator.content.register import Register

HEAD = (
    "# Written by `briefbook edition`, never by hand: what this edition has that the ones before had not.\n"
    "# A fact has its article, what it says, a digest of its evidence, and its status if it no longer stands.\n"
)
WIDTH = 110  # columns of a line, so that a longer sentence is folded


def recorded_in(content: Content, until: date = date.max) -> Register:
    """All that was recorded up to a day."""
    return together(register for day, register in content.editions.items() if day <= until)


def together(registers: Iterable[Register]) -> Register:
    """All that several editions recorded, of each fact and page the latest."""
    whole: dict[str, Any] = {section: {} for section in Register.model_fields}
    for register in registers:
        for section, latest in whole.items():
            latest.update(getattr(register, section))
    return Register.model_construct(**whole)  # each was read already


def without_words(register: Register, facts: Collection[str], articles: Mapping[str, str]) -> Register:
    """The register without what the facts of removed articles said, and with other names for those articles."""
    nothing = {"say": None, "evidence": None}
    silent = {id: register.facts[id].model_copy(update=nothing) for id in facts & register.facts.keys()}
    titles = {id: articles.get(id, name) for id, name in register.articles.items()}
    return register.model_copy(update={"facts": {**register.facts, **silent}, "articles": titles})


def dumps(register: Register) -> str:
    """The register as its file has it, in order of articles and ids."""
    ordered = sorted(register.facts.items(), key=lambda item: (item[1].article, item[0]))
    data: dict[str, object] = {"facts": {id: fact.model_dump(exclude_none=True) for id, fact in ordered}}
    data |= {section: dict(sorted(register.pages(section).items())) for section in PAGES if register.pages(section)}
    return HEAD + yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=WIDTH)


def names(content: Content, section: str) -> dict[str, str]:
    """The pages below an index by their ids, each with its name; of what was removed, the id alone."""
    if section == "articles":
        return {id: file.article.name for id, file in content.articles.items()} | {id: id for id in content.removed}
    if section == "questions":
        return {id: question.question for id, question in content.questions.items()}
    removed = {id: id for id in content.removed_events if section == "events"}
    return {id: entry.name for id, entry in getattr(content, section).items()} | removed


def facts_removed_with(content: Content, article: str) -> tuple[str, ...]:
    """The facts of a removed article, whether its file still has them or only the register."""
    file = content.removed[article]
    article_ids = {article, *file.article.formerly}
    recorded = {id for id, fact in recorded_in(content).facts.items() if fact.article in article_ids}
    in_file = {fact.id for fact in file.facts if isinstance(fact, Fact | Tombstone)}
    elsewhere = {fact.id for other in content.articles.values() for fact in other.facts}
    return tuple(sorted((recorded | in_file) - elsewhere))
