"""Dates that a text gives in relation to the day it was published: a weekday, last month."""

from __future__ import annotations

from datetime import date, timedelta

from generator.content.dates import Edtf
from generator.evidence.figures import WEEKDAYS

WEEK = timedelta(days=7)
MONTHS_AWAY = {
    "last month": -1,
    "this month": 0,
    "earlier this month": 0,
    "later this month": 0,
    "next month": 1,
}
DAYS_AWAY = {
    "today": (0, 0), "yesterday": (-1, -1), "tomorrow": (1, 1), "overnight": (-1, 0),
    "this week": (-7, 7), "last week": (-13, -1), "next week": (1, 13),
}  # fmt: skip


def reckons(words: str, told: Edtf, published: Edtf) -> str:
    """What is wrong with counting `told` from the words and the day of publication; empty when right."""
    plain = " ".join(words.casefold().split()).removeprefix("on ")
    if published.earliest != published.latest:
        return f"nothing can be counted from {published.text}, which is not an exact day of publication"
    day = published.earliest
    if plain.removeprefix("last ").removeprefix("next ") in WEEKDAYS:
        return _weekday(plain.split()[-1], told, day)
    if plain in MONTHS_AWAY:
        index = day.year * 12 + day.month - 1 + MONTHS_AWAY[plain]
        wanted = (index // 12, index % 12 + 1)
        inside = all((d.year, d.month) == wanted for d in (told.earliest, told.latest))
        return "" if inside else f"`{words}`, counted from {published.text}, is {wanted[0]}-{wanted[1]:02}"
    if plain in DAYS_AWAY:
        first, last = DAYS_AWAY[plain]
        inside = first <= (told.earliest - day).days and (told.latest - day).days <= last
        return "" if inside else f"`{words}`, counted from {published.text}, does not reach {told.text}"
    return f"a date cannot be counted from the words `{words}`"


def _weekday(name: str, told: Edtf, published: date) -> str:
    if told.earliest != told.latest or told.earliest.weekday() != WEEKDAYS.index(name):
        return f"{told.text} is not a {name.capitalize()}"
    return "" if abs(told.earliest - published) <= WEEK else f"{told.text} is more than a week from the publication"
