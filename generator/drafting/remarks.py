"""What the rules tell a person beside their drafts: it goes with what it was told of, and what people wrote stays."""

from __future__ import annotations

from collections.abc import Iterable

from generator.content import edits
from generator.drafting.inserting import BARE_HEADING
from generator.drafting.untouched import items
from generator.drafting.writing import FACT


def without_explanations(text: str, id: str, fields: Iterable[str] = tuple(FACT)) -> str:
    """The text of a fact file in which nothing explains these fields of a draft any more."""
    return edits.without_comments(text, ("facts", id), {field: FACT[field] for field in fields if field in FACT})


def without_draft(text: str, path: str, id: str) -> str:
    """The text without a draft, nor the heading of its paragraph right above it if nothing stands below that then."""
    above = next((item.first - 1 for item in items(text, path) if item.id == id), -1)
    less = edits.without_item(text, ("facts", id))
    start = sum(len(line) for line in less.splitlines(keepends=True)[: max(above, 0)])
    bare = BARE_HEADING.match(less, start) if above >= 0 else None
    return less[:start] + less[bare.end() :] if bare else less
