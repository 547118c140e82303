"""What changed from edition to edition, by the register: each fact that came, changed or went, and how."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from generator.content.model import Fact, Tombstone
from generator.content.reading import Content
from generator.content.register import PAGES, RecordedFact, Register, together
from generator.content.registries import Event

Kind = Literal["added", "reworded", "evidence", "corrected", "superseded", "withdrawn", "removed"]
KINDS: tuple[Kind, ...] = get_args(Kind)
DIGEST = 16  # hexadecimal digits; enough to tell changed evidence from unchanged


@dataclass(frozen=True)
class Change:
    """A fact and the one way in which it changed; its words are those of the time, if they may still be shown."""

    kind: Kind
    fact: str
    article: str
    say: str
    was: str = ""  # only where it was reworded


@dataclass(frozen=True)
class EditionChanges:
    """An edition, how much stood in it, and what was new."""

    on: date
    facts: int
    articles: int
    changes: tuple[Change, ...]


def standing(content: Content) -> Register:
    """What the content would be recorded as: every address that answers, and what it says."""
    canonical = dict(_canonical(content))
    facts: dict[str, RecordedFact] = {}
    for article, file in content.articles.items():
        for fact in file.facts:
            if isinstance(fact, Fact):
                facts[fact.id] = RecordedFact(article=article, say=fact.say, evidence=_evidence(fact, canonical))
            elif isinstance(fact, Tombstone):
                facts[fact.id] = RecordedFact(article=article, say=fact.say, status=fact.status)
    for article in content.removed:
        for id in facts_removed_with(content, article):
            facts[id] = RecordedFact(article=article, status="removed")
    return Register(facts=facts, **{section: names(content, section) for section in PAGES})


def names(content: Content, section: str) -> dict[str, str]:
    """The pages below an index by their ids, each with its name; of what was removed, the id alone."""
    if section == "articles":
        titles = {id: file.article.name for id, file in content.articles.items()}
        return titles | {id: id for id in content.removed}
    if section == "questions":
        return {id: question.question for id, question in content.questions.items()}
    removed: Mapping[str, Event] = content.removed_events if section == "events" else {}
    return {id: entry.name for id, entry in getattr(content, section).items()} | {id: id for id in removed}


def facts_removed_with(content: Content, article: str) -> tuple[str, ...]:
    """The facts of a removed article, whether its file still has them or only the register."""
    file = content.removed[article]
    known = {article, *file.article.formerly}
    recorded = {id for id, fact in recorded_in(content).facts.items() if fact.article in known}
    written = {fact.id for fact in file.facts if isinstance(fact, Fact | Tombstone)}
    elsewhere = {fact.id for other in content.articles.values() for fact in other.facts}
    return tuple(sorted((recorded | written) - elsewhere))


def recorded_in(content: Content, until: date = date.max) -> Register:
    """All that was recorded up to a day."""
    return together(register for day, register in content.editions.items() if day <= until)


def changes(was: Register, now: Register) -> tuple[Change, ...]:
    """What a reader of one edition finds in a later one, by kind, article and id; nothing where both are equal."""
    found = (_change(id, was.facts.get(id), fact) for id, fact in now.facts.items())
    return tuple(
        sorted(filter(None, found), key=lambda change: (KINDS.index(change.kind), change.article, change.fact))
    )


def history(content: Content) -> tuple[EditionChanges, ...]:
    """Every recorded edition, the newest first."""
    now = standing(content)
    told, before = [], Register()
    for day, register in content.editions.items():
        after = together((before, register))
        stand = [id for id, fact in after.facts.items() if not fact.status]
        articles = {now.facts.get(id, after.facts[id]).article for id in stand}
        found = tuple(_as_now_shown(changes(before, after), now))
        told.append(EditionChanges(day, len(stand), len(articles), found))
        before = after
    return tuple(reversed(told))


def unrecorded(content: Content) -> tuple[Change, ...]:
    """What changed since the last edition that was recorded, if any was."""
    return changes(recorded_in(content), standing(content)) if content.editions else ()


def _change(id: str, was: RecordedFact | None, now: RecordedFact) -> Change | None:
    """The change that matters most to a reader, where a fact changed in several ways."""
    status = was.status if was else None
    if now.status:
        told = (was or now.status != "removed") and now.status != status
        return Change(now.status, id, now.article, now.say or "") if told else None
    if was is None or was.status:
        return Change("added", id, now.article, now.say or "")
    if was.say != now.say:
        return Change("reworded", id, now.article, now.say or "", was.say or "")
    return Change("evidence", id, now.article, now.say or "") if was.evidence != now.evidence else None


def _as_now_shown(found: Iterable[Change], now: Register) -> Iterator[Change]:
    """Where a fact stands today, and without its words where they were taken down since."""
    for change in found:
        today = now.facts.get(change.fact)
        if today and today.status == "removed":
            change = replace(change, say="", was="")
        yield replace(change, article=today.article if today else change.article)


def _evidence(fact: Fact, canonical: Mapping[str, str]) -> str:
    """A digest of all that proves a fact; a speaker who was given another id is the same speaker."""
    when = fact.when
    proof = [
        fact.passage,
        canonical.get(fact.who or "", fact.who),
        fact.via,
        sorted((canonical.get(id, id), paragraph) for id, paragraph in fact.named.items()),
        [when.date.text, when.reckoned, when.basis, when.because] if when else None,
        sorted(fact.computed.items()),
    ]
    return hashlib.sha256(json.dumps(proof, ensure_ascii=False).encode()).hexdigest()[:DIGEST]


def _canonical(content: Content) -> Iterator[tuple[str, str]]:
    for entries in (content.leaders, content.countries, content.organisations):
        for id, entry in entries.items():
            if entry.formerly:
                yield id, entry.formerly[0]
