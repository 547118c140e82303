"""The list of names that no registry knows, as comments of a fact file: it follows the registries, entry by entry.

An entry in which somebody changed a word, or behind which they wrote a comment, is theirs, and stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.drafting.untouched import LEAD, NAMES, known_names, name_mark

_HEAD = re.compile(r"# (\S.*?) \((?:paragraph \d|the page)")  # how an entry begins


@dataclass(frozen=True)
class Entry:
    """A name with the lines that tell of it."""

    name: str
    lines: tuple[str, ...]

    @property
    def mark(self) -> str:
        return name_mark(self.lines)


@dataclass(frozen=True)
class NameList:
    """The list as it stands in a text: its lines from first to last, what stands above its entries, and these."""

    first: int
    last: int
    above: tuple[str, ...]
    entries: tuple[Entry, ...]


def name_list(lines: Sequence[str]) -> NameList | None:
    """The list in these lines of a file; none where it has none."""
    first = next((n for n, line in enumerate(lines) if line.startswith(NAMES)), None)
    if first is None:
        return None
    ends = (n for n in range(first + 1, len(lines)) if not lines[n].startswith("#") or lines[n] == LEAD)
    last = next(ends, len(lines)) - 1
    heads = [n for n in range(first + 1, last + 1) if _HEAD.match(lines[n])] + [last + 1]
    found = (lines[start:end] for start, end in pairwise(heads))
    entries = tuple(Entry(_name(entry[0]), tuple(entry)) for entry in found)
    return NameList(first, last, tuple(lines[first : heads[0]]), entries)


def with_names(text: str, comment: Sequence[str]) -> tuple[str, frozenset[str]]:
    """The text with the list as the rules write it now, and the marks of its entries.

    A mark stays known behind which something else stands. Whoever deleted the list wants none.
    """
    lines, marks = text.split("\n"), known_names(text)
    old, fresh = name_list(lines), name_list(comment)
    new = fresh.entries if fresh else ()
    if not old:
        return text, marks
    kept = _together(old.entries, new, marks)
    is_bare = not kept and old.above == (NAMES,)
    before = lines[: old.first - (is_bare and old.first > 0 and not lines[old.first - 1])]
    listed = [] if is_bare else [*old.above, *(line for entry in kept for line in entry.lines)]
    marks = marks - {entry.mark for entry in old.entries} | {entry.mark for entry in new if entry in kept}
    return "\n".join([*before, *listed, *lines[old.last + 1 :]]), marks


def _together(old: Iterable[Entry], new: Iterable[Entry], marks: frozenset[str]) -> list[Entry]:
    """What the rules list now, and each entry of somebody's behind the one that it stood behind."""
    old = tuple(old)
    theirs = {entry.name for entry in old if entry.mark not in marks}
    kept = [entry for entry in new if entry.name not in theirs]
    spot = 0
    for entry in old:
        if entry.mark not in marks:
            kept.insert(spot, entry)
            spot += 1
        else:
            spot = next((n + 1 for n, other in enumerate(kept) if other.name == entry.name), spot)
    return kept


def _name(head: str) -> str:
    found = _HEAD.match(head)
    return found[1] if found else ""
