"""Drafts put into a fact file that people have worked on: nothing else of it changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.content import edits
from generator.content.draft_fields import draft_fields
from generator.content.yaml_tree import STRANGE
from generator.drafting.proposals import Proposed
from generator.drafting.spots import Spots
from generator.drafting.untouched import NAMES, Item, items, with_marks
from generator.drafting.writing import BELOW, FACT, LASTING, draft_lines, hints

# The heading of a paragraph under which nothing stands any more.
BARE_HEADING = re.compile(r"(?m)^ *# Paragraph \d+\r?\n(?=[\r\n]*(?: *# Paragraph \d|[^\s-]|\Z))")

_EXPLAINS = {" ".join(comment.split()): field for field, comment in FACT.items()}


def with_drafts(text: str, drafts: Iterable[Proposed], there: Mapping[str, Spots]) -> str:
    """The text of a fact file with more drafts, each behind the last fact of its paragraph or of one before it.

    `there` are the words of the facts and drafts that it has, by their ids, in its order.
    """
    places = [(min(spots)[0], id) for id, spots in there.items() if spots]
    for proposed in drafts:
        paragraph = proposed.draft.paragraph[0]
        nearest = max((number for number, _ in places if number <= paragraph), default=0)
        after = next((id for number, id in reversed(places) if number == nearest), None)
        text = with_draft(text, proposed, after)
        spot = next((n for n, (_, id) in enumerate(places, 1) if id == after), len(places))
        places.insert(spot, (paragraph, proposed.draft.id))
    return text


def with_draft(text: str, proposed: Proposed, after: str | None = None) -> str:
    """The text with one more draft behind the fact `after`, or at the end, and hints for a person as comments."""
    text = edits.with_item(text, ("facts",), draft_fields(proposed.draft), after)
    item = re.compile(rf"(?m)^( *)- id: {re.escape(proposed.draft.id)}\n(?:\1  .*\n)*\1  status: draft\n")
    found = item.search(text)
    if not found:  # a list on one line has no room for comments
        return text
    told = (hint if NAMES in text else hint.removesuffix(BELOW) for hint in hints(proposed))
    comments = "".join(f"{found[1]}  # {STRANGE.sub('', hint)}\n" for hint in told)
    return text[: found.end()] + comments + text[found.end() :]


def with_filled(text: str, path: str, drafts: Iterable[Proposed]) -> str:
    """The text with drafts in the place of those with the same ids; what these were told of their sentence stays."""
    for proposed in drafts:
        item = next(item for item in items(text, path) if item.id == proposed.draft.id)
        told = [] if proposed.draft.say else [hint for hint in hints_of(item) if hint.startswith(LASTING)]
        text = replaced(text, item, proposed, told)
    return text


def replaced(text: str, item: Item, proposed: Proposed, told: Iterable[str] = ()) -> str:
    """The text with an entry as it is proposed now, indented and explained as it was, and more hints behind it."""
    lines = text.split("\n")
    column = len(lines[item.first]) - len(lines[item.first].lstrip(" "))
    explained = {_EXPLAINS[comment] for comment in item.comments if comment in _EXPLAINS}
    entry = [*draft_lines(proposed, set(FACT) - explained), *(f"    # {hint}" for hint in told)]
    new = [" " * column + line[2:] for line in entry]
    return "\n".join([*lines[: item.first], *new, *lines[item.last + 1 :]])


def hints_of(item: Item) -> list[str]:
    """The comments of an entry that explain no field."""
    return [comment for comment in item.comments if comment not in _EXPLAINS]


def without_drafts(text: str, path: str) -> str:
    """A fact file as the rules began it, without what they drafted."""
    for item in items(text, path):
        text = edits.without_item(text, ("facts", item.id))
    return with_marks(BARE_HEADING.sub("", text), ())
