"""How dates are told from one another: by the days, months and years that they are written with."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache

from verify_collection import Row
from verify_pages import read

MONTHS = "January February March April May June July August September October November December".split()
WORD = re.compile(r"\w+")


@lru_cache(maxsize=1 << 14)
def numbers(text: str) -> AbstractSet[str]:
    """The numbers and months of a text."""
    return {word for word in WORD.findall(read(text)) if word.isdecimal() or word in MONTHS}


def numbers_of(when: Row) -> set[str]:
    """The numbers and months that a date is read with, as precisely as it is known: 20XX is not known at all."""
    if when["date"] == "20XX":
        return set()
    return set().union(*(numbers_of_end(end, when) for end in when["date"].split("/") if end != ".."))


def numbers_of_end(end: str, when: Row) -> set[str]:
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:-XX){0,2}[?~%]?", end)
    if not found or int(found[2] or 0) > len(MONTHS):  # a decade or a season is told by the days that bound it
        ends = [str(when[name] or "") for name in ("earliest", "latest")]
        whole = "X" in end.partition("-")[0]
        return set().union(*(numbers_of_end(day[:4] if whole else day, when) for day in ends if day))
    year, month, day = found.groups()
    parts = {str(int(year))} | ({MONTHS[int(month) - 1]} if month else set())
    return parts | ({str(int(day))} if day else set())
