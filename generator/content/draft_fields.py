"""A draft as it is written into a fact file."""

from __future__ import annotations

from typing import Any

from generator.content.model import Draft
from generator.content.record import When


def draft_fields(draft: Draft) -> dict[str, Any]:
    """The fields of a draft as YAML has them, in the order of the handbook; `say` waits where it has no words."""
    fields: dict[str, Any] = {
        "id": draft.id,
        "say": draft.say or "",
        "passage": draft.passage[0] if len(draft.passage) == 1 else list(draft.passage) or None,
        "paragraph": draft.paragraph[0] if len(draft.paragraph) == 1 else list(draft.paragraph) or None,
        "who": draft.who,
        "via": draft.via,
        "named": dict(draft.named) or None,
        "about": list(draft.about),
        "kind": draft.kind,
        "by": list(draft.by) or None,
        "to": list(draft.to) or None,
        "event": draft.event,
        "when": _when(draft.when) if draft.when else None,
        "answers": dict(draft.answers) or None,
        "computed": dict(draft.computed) or None,
        "status": draft.status,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _when(when: When) -> str | dict[str, str]:
    told = {"date": when.date.text, "reckoned": when.reckoned}
    told |= {"basis": when.basis, "because": when.because} if when.because else {}
    fields = {name: value for name, value in told.items() if value}
    return fields if len(fields) > 1 else when.date.text
