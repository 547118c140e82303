"""What changed from edition to edition, and what the next one is to record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.content.reading import Content
from generator.content.register import Register
from generator.history.diff import FactChange, diff
from generator.history.register import recorded_in, together
from generator.history.snapshot import Snapshot, of_content, of_register


@dataclass(frozen=True)
class EditionChanges:
    """An edition, how much stood in it, and what was new."""

    on: date
    facts: int
    articles: int
    changes: tuple[FactChange, ...]


def history(content: Content) -> tuple[EditionChanges, ...]:
    """Every recorded edition, the newest first."""
    if not content.editions:
        return ()
    now = of_content(content)
    editions, before = [], Register()
    for day, register in content.editions.items():
        after = together((before, register))
        stand = [id for id, fact in after.facts.items() if not fact.status]
        articles = {(now.facts.get(id) or after.facts[id]).article for id in stand}
        changes = diff(of_register(before), of_register(after)).facts
        editions.append(EditionChanges(day, len(stand), len(articles), tuple(_as_now_shown(changes, now))))
        before = after
    return tuple(reversed(editions))


def unrecorded(content: Content) -> tuple[FactChange, ...]:
    """What changed since the last edition that was recorded, if any was."""
    return diff(of_register(recorded_in(content)), of_content(content)).facts if content.editions else ()


def since(was: Snapshot, now: Snapshot) -> Register:
    """The facts and pages that are not, or not so, in an earlier edition."""
    changed = {change.id for change in diff(was, now).facts} | (now.facts.keys() - was.facts.keys())
    facts = {
        id: {"article": fact.article, "evidence": (*fact.digests, None)[0], **fact.fields}
        for id, fact in now.facts.items()
        if id in changed
    }
    pages = {section: dict(new.items() - was.pages.get(section, {}).items()) for section, new in now.pages.items()}
    return Register.model_validate({"facts": facts, **pages})


def _as_now_shown(changes: Iterable[FactChange], now: Snapshot) -> Iterator[FactChange]:
    """Where a fact stands today, and without its words where they were taken down since."""
    for change in changes:
        today = now.facts.get(change.id)
        if today and today.status == "removed":
            change = replace(change, say="", fields=tuple(field for field in change.fields if field.name == "status"))
        yield replace(change, article=today.article if today else change.article)
