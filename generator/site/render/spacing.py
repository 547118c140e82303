"""Keeps on one line what is read as one: a number with its month or unit, a label with its number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

NO_BREAK = "\N{NO-BREAK SPACE}"
_HEAD = "\n---\n"  # ends the front matter


def bound(text: str, words: Mapping[str, Any]) -> str:
    """A page's Markdown with such spaces made unbreakable in what is read, and only there."""
    spacing = words["spacing"]
    pattern = _pattern((*words["dates"]["months"], *spacing["units"]), tuple(spacing["labels"]))
    head, end, body = text.partition(_HEAD)
    return head + end + pattern.sub(lambda match: NO_BREAK if match[0] == " " else match[0], body)


@cache
def _pattern(units: tuple[str, ...], labels: tuple[str, ...]) -> re.Pattern[str]:
    """Text to be copied as it is, or such a space outside of a tag.

    Both begin with one letter of two, which is found fast; and most spaces stand beside no digit.
    """
    after = "|".join(map(re.escape, units))
    before = "|".join(rf"(?<=\b{re.escape(label)} )" for label in labels)
    untouched = r"<(pre|code|textarea|script|style|svg)\b[\s\S]*?</\1>"
    return re.compile(rf"{untouched}| (?:(?<=\d )(?=(?:{after})(?!\w))|(?=\d)(?:{before}))(?![^<>]*>)")
