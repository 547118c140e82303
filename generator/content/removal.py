"""An article that is taken down leaves the content, with all that rests on its facts; only its addresses stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from generator.content.kinds import REGISTRIES
from generator.content.model import Fact, Removal
from generator.content.reading import Content, LeftOut
from generator.content.record import Grounded, Record, Sentence
from generator.content.registries import Event


def without_removed(content: Content) -> Content:
    """The content as pages and rules may see it: of removed articles nothing, of sentences none that rests on them."""
    removed = {id: file.article.removed for id, file in content.articles.items() if file.article.removed}
    if not removed:
        return content
    remaining = {id: file for id, file in content.articles.items() if id not in removed}
    gone = {fact.id for id in removed for fact in content.articles[id].facts}
    work = _Removal(gone, _latest(removed))
    facts = (fact for file in remaining.values() for fact in file.facts)
    needed_events = {fact.event for fact in facts if isinstance(fact, Fact) and fact.event}
    events = {id: work.event(event, id in needed_events) for id, event in content.events.items()}
    registries: dict[str, Any] = {
        name: {id: work.record(entry, f"{name}/{id}") for id, entry in getattr(content, name).items()}
        for name in REGISTRIES
        if name != "events"
    }
    remaining_events = _with_remaining_neighbours({id: event for id, event in events.items() if event})
    site = content.site.model_copy(
        update={"lead_events": tuple(id for id in content.site.lead_events if id in remaining_events)}
    )
    return replace(
        content,
        **registries,
        site=work.record(site, "site"),
        events=remaining_events,
        articles={id: work.record(file, f"articles/{id}") for id, file in remaining.items()},
        removed={id: content.articles[id] for id in removed},
        removed_events={id: content.events[id] for id, event in events.items() if not event},
        left_out=tuple(work.left_out),
    )


def _with_remaining_neighbours(events: Mapping[str, Event]) -> dict[str, Event]:
    """The events, of which none is before or after one that is gone."""
    return {
        id: event.model_copy(update={end: None for end in ("before", "after") if getattr(event, end) not in events})
        for id, event in events.items()
    }


def _latest(removed: Mapping[str, Removal]) -> Removal:
    return max(removed.values(), key=lambda removal: (removal.on, removal.because))


@dataclass
class _Removal:
    """Takes apart what rests on facts that are gone, and keeps a list of it."""

    gone: set[str]
    removal: Removal
    left_out: list[LeftOut] = field(default_factory=list)

    def event(self, event: Event, is_needed: bool) -> Event | None:
        """Other facts may still need an event that lost its basis: the reason for the removal then stands for it."""
        reduced: Event = self.record(event, f"events/{event.id}")
        if not self.gone.intersection(event.from_):
            return reduced
        self.left_out.append(LeftOut(f"events/{event.id}", event))
        if is_needed or not self.gone.issuperset(event.from_):
            return reduced.model_copy(update={"from_": (), "background": self.removal.because})
        return None

    def record(self, record: Any, owner: str) -> Any:
        """The record with those parts alone that rest on nothing that is gone."""
        changed: dict[str, Any] = {}
        for name in type(record).model_fields:
            value = getattr(record, name)
            if isinstance(value, tuple) and any(isinstance(part, Record) for part in value):
                parts = self._remaining(value, owner)
                if len(parts) < len(value) or any(a is not b for a, b in zip(parts, value, strict=True)):
                    changed[name] = parts
            elif isinstance(value, Record):
                part = self.record(value, owner)
                if part is not value:
                    changed[name] = part
        return record.model_copy(update=changed) if changed else record

    def _remaining(self, parts: tuple[Any, ...], owner: str) -> tuple[Any, ...]:
        remaining = []
        for part in parts:
            if isinstance(part, Sentence | Grounded) and self.gone.intersection(part.from_):
                self.left_out.append(LeftOut(owner, part))
                continue
            reduced = self.record(part, owner) if isinstance(part, Record) else part
            if not self._is_emptied(part, reduced):
                remaining.append(reduced)
        return tuple(remaining)

    @staticmethod
    def _is_emptied(was: Any, now: Any) -> bool:
        """Whether a list that the record cannot do without has nothing left."""
        fields = type(was).model_fields.items() if isinstance(was, Record) else ()
        return any(f.is_required() and getattr(now, name) == () and getattr(was, name) != () for name, f in fields)
