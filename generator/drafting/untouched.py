"""Which drafts of a fact file are as the rules wrote them: a comment at its end remembers each by two short digests.

The first is of the words that a draft was made of, the second of all that its entry says, comments included. Values are
compared and not their layout, so that a formatter or a merge touches nothing; whoever changes a word of an entry, or
writes a comment into it, makes it their own. What somebody deleted stays known by its words, and is not drafted again.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.content import yaml_tree
from generator.content.edits import last_line
from generator.content.model import Draft, FactFile
from generator.content.yaml_tree import Node, Sequence

LEAD = "# Drafts as the rules wrote them. `briefbook redraft` writes anew those that nobody has touched since:"
NAMES = "# Names that no registry knows. Register who matters, or add the spelling to an entry's `aliases`."
IN_A_LINE = 8
_MARK = re.compile(r"[0-9a-f]{6}-[0-9a-f]{6}")
_NAMES_LINE = re.compile(r"# names:((?: [0-9a-f]{6})+)")
_LINE = re.compile(rf"# {_MARK.pattern}(?: {_MARK.pattern})*|{_NAMES_LINE.pattern}")
_COMMENT = re.compile(r"(?:^|\s)#\s?(.*)$")


@dataclass(frozen=True)
class Item:
    """An entry of `facts` as it stands in the file: its lines from first to last, from 0, and its two digests."""

    id: str
    first: int
    last: int
    words: str
    whole: str
    values: dict[str, Any]
    comments: tuple[str, ...]

    @property
    def mark(self) -> str:
        return f"{self.words}-{self.whole}"


def items(text: str, path: str) -> tuple[Item, ...]:
    """The entries of a fact file that stand on lines of their own, in the order of the file."""
    facts = yaml_tree.parse(text, path).child("facts")
    lines = text.split("\n")
    nodes = facts.items if isinstance(facts, Sequence) else ()
    return tuple(item for node in nodes if (item := _item(node, lines)))


def known(text: str) -> frozenset[str]:
    """The marks of all drafts that the rules ever wrote into a file; none where nothing remembers them."""
    return frozenset(mark for line in _block(text.split("\n")) for mark in _MARK.findall(line))


def known_names(text: str) -> frozenset[str]:
    """The marks of the entries in the list of names that the rules wrote last."""
    rows = (_NAMES_LINE.fullmatch(line) for line in _block(text.split("\n")))
    return frozenset(mark for row in rows if row for mark in row[1].split())


def name_mark(lines: Iterable[str]) -> str:
    """The mark of an entry in the list of names, whatever its layout."""
    return _digest([" ".join(line.split()) for line in lines])


def untouched_drafts(text: str, path: str, file: FactFile) -> Mapping[str, Draft]:
    """The drafts that are as the rules wrote them, by their ids, in the order of the file."""
    drafts = {claim.id: claim for claim in file.facts if isinstance(claim, Draft) and claim.say is None}
    marks = known(text)
    return {item.id: drafts[item.id] for item in items(text, path) if item.id in drafts and item.mark in marks}


def marked(text: str, names: Iterable[str] = ()) -> str:
    """A fact file that the rules wrote just now, with the marks of all its drafts, and those of the names it lists."""
    return with_marks(text, (item.mark for item in items(text, "draft")), names)


def words_mark(passages: Iterable[str], paragraphs: Iterable[int | str]) -> str:
    """The mark of the words that a draft is made of."""
    return _digest([list(passages), [str(paragraph) for paragraph in paragraphs]])


def with_marks(text: str, marks: Iterable[str], names: Iterable[str] | None = None) -> str:
    """The text with these marks at its end, in the place of those that it had; without any, there is no comment.

    The marks of names stay as they were, unless others are given.
    """
    listed = known_names(text) if names is None else names
    lines = text.split("\n")
    block = _block(lines)
    if block:
        start = lines.index(LEAD)
        del lines[start : start + 1 + len(block)]
        if start and start < len(lines) and not lines[start - 1] and not lines[start]:
            del lines[start]
    rows = [*_rows(marks, IN_A_LINE), *(f"names: {row}" for row in _rows(listed, 2 * IN_A_LINE - 2))]
    body = "\n".join(lines).rstrip("\n")
    return "\n".join([body, "", LEAD, *(f"# {row}" for row in rows), ""]) if rows else f"{body}\n"


def _rows(marks: Iterable[str], most: int) -> list[str]:
    ordered = sorted(set(marks))
    return [" ".join(ordered[n : n + most]) for n in range(0, len(ordered), most)]


def _block(lines: list[str]) -> list[str]:
    """The lines of marks that follow the comment which introduces them."""
    if LEAD not in lines:
        return []
    rest = lines[lines.index(LEAD) + 1 :]
    end = next((n for n, line in enumerate(rest) if not _LINE.fullmatch(line)), len(rest))
    return rest[:end]


def _item(node: Node, lines: list[str]) -> Item | None:
    first = node.place.line - 1
    dash = re.match(r"( *)- ", lines[first])
    values = node.data()
    if not dash or not isinstance(values, dict) or lines[first][: node.place.column - 1].strip() != "-":
        return None
    last = last_line(lines, first, len(dash[1]))
    comments = tuple(_comments(lines[first : last + 1]))
    words = words_mark(_listed(values.get("passage")), _listed(values.get("paragraph")))
    whole = _digest([values, comments])
    return Item(str(values.get("id", "")), first, last, words, whole, values, comments)


def _comments(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if found := _COMMENT.search(line):
            yield " ".join(found[1].split())


def _listed(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _digest(value: Any) -> str:
    return hashlib.blake2b(json.dumps(value, sort_keys=True, ensure_ascii=False).encode(), digest_size=3).hexdigest()
