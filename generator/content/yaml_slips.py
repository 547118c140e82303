"""What YAML takes otherwise than it was meant, in silence: a text for a comment, and a space for a letter."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.problems import Place, Problem

SHOWN = 40  # characters of what is left out
QUOTE_IT = "put the text in quotation marks"

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"  # all but the one that YAML knows
_SPACE = re.compile(f"[{_SPACES}]")
# Keys that hold one where YAML wants a plain one; inside of a key, as in `12 000`, it is right.
_KEY = re.compile(rf"-?[{_SPACES}]|[\w-]+:[{_SPACES}]|.*[{_SPACES}]$", re.DOTALL)
# Lines that do, in the indentation, behind a dash or behind a colon.
_LINE = re.compile(
    rf"[ \t]*(?:-[ \t]+)*(?:-?[{_SPACES}]|[\w-]+[{_SPACES}]*:[{_SPACES}])|.*[{{,][ \t]*[\w-]+:[{_SPACES}]"
)

_TAG = re.compile(r"#[^\s#!]")
_NEXT_LINE = re.compile(r"[ \t\r]*\n[ \t]*")
_DASHES = re.compile(r"[ \t]*(?:-[ \t]+)*")


class Span(NamedTuple):
    """Where a text stands in its file, in characters, and the mark that it is written with; a plain one has none."""

    start: int
    end: int
    mark: str


def unclear_comments(text: str, path: str, spans: Sequence[Span]) -> Iterator[Problem]:
    """Every comment that may have been meant as text: it is parted from what stands before it by one space.

    The spans are those of all texts of the file, in order.
    """
    ends = [span.end for span in spans]
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        for match in re.finditer("#", line) if "#" in line else ():
            column = match.start()
            before = bisect(ends, start + column)
            if before < len(spans) and spans[before].start <= start + column:
                continue  # it stands in a text
            place = Place(path, number, column + 1)
            if _follows(line[:column]):
                yield _unclear(line[column:], place, "two spaces before a comment")
            elif _goes_on(text, start + column, column, spans[before - 1 : before]):
                yield _unclear(line[column:], place, "a space behind the `#` of a comment")
            break  # what follows is in the comment
        start += len(line) + 1


def _follows(before: str) -> bool:
    """Whether something stands before a comment on its line, and not two spaces after it."""
    return bool(before.strip()) and not before.endswith("  ")


def _goes_on(text: str, spot: int, column: int, spans: Sequence[Span]) -> bool:
    """Whether a comment on a line of its own looks like the next line of the text before it: `  #notmycable`."""
    if not (spans and _TAG.match(text, spot) and _NEXT_LINE.fullmatch(text, spans[0].end, spot)):
        return False
    key = _DASHES.match(text, text.rfind("\n", 0, spans[0].start) + 1)
    is_plain = not spans[0].mark and spans[0].end > spans[0].start
    return is_plain and key is not None and column > len(key[0])


def _unclear(comment: str, place: Place, otherwise: str) -> Problem:
    shown = comment.strip() if len(comment) <= SHOWN else f"{comment[: SHOWN - 1]}…"
    what = f"`{shown}` is read as a comment, and is no part of the text before it"
    return Problem(place, "UNCLEAR-COMMENT", what, f"{QUOTE_IT}, or {otherwise}")


def spaces_in_key(key: str, place: Place) -> Iterator[Problem]:
    """A space in a key that YAML took for a letter."""
    if _KEY.match(key):
        yield from odd_spaces(key, place)


def spaces_in_lines(text: str, path: str, start: int) -> Iterator[Problem]:
    """The spaces from a place on that YAML takes for letters where it wants a plain one."""
    first = text.count("\n", 0, start)
    for number, line in enumerate(text.split("\n")[first:], first + 1):
        if _LINE.match(line):
            yield from odd_spaces(line, Place(path, number))


def odd_spaces(text: str, place: Place) -> Iterator[Problem]:
    """The first space of a text that is no plain one, with its name."""
    if match := _SPACE.search(text):
        what = f"{named(match[0])} stands here, which YAML takes for a letter"
        yield Problem(
            Place(place.path, place.line, place.column + match.start()), "NO-BREAK-SPACE", what, "type a plain space"
        )


def named(space: str) -> str:
    """A space by its name and its number."""
    return f"a {unicodedata.name(space).lower()} (U+{ord(space):04X})"


def space_in(text: str) -> str:
    """The first space of a text that is no plain one, by its name; or nothing."""
    match = _SPACE.search(text)
    return named(match[0]) if match else ""
