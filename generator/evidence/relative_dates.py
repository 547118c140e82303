"""Dates that a text gives in relation to the day it was published: a weekday, last month."""

from __future__ import annotations

import re
from datetime import date, timedelta

from generator.content.dates import Edtf
from generator.evidence.languages import ENGLISH, Language
from generator.evidence.text import normalise

WEEK = timedelta(days=7)


def relative_date_fault(words: str, edtf: Edtf, published: Edtf, language: Language = ENGLISH) -> str:
    """What is wrong with counting `edtf` from the words and the day of publication; empty when right."""
    plain = normalise(words).casefold()
    if published.earliest != published.latest or published.approximate or published.uncertain:
        return f"nothing can be counted from {published.text}, which is not an exact day of publication"
    day = published.earliest
    names = "|".join(language.weekdays)
    if match := re.fullmatch(language.weekday.format(day=f"(?P<day>{names})"), plain):
        return _weekday(match["day"], edtf, day, language) or _on_the_wrong_side(words, edtf, published, language)
    plain = counted(plain)
    if plain in language.months_away:
        index = day.year * 12 + day.month - 1 + language.months_away[plain]
        month = (index // 12, index % 12 + 1)
        inside = all((d.year, d.month) == month for d in (edtf.earliest, edtf.latest))
        if inside and (fault := _on_the_wrong_side(words, edtf, published, language)):
            return fault
        return "" if inside else f"`{words}`, counted from {published.text}, is {month[0]}-{month[1]:02}"
    if plain in language.days_away:
        first, last = language.days_away[plain]
        inside = first <= (edtf.earliest - day).days and (edtf.latest - day).days <= last
        return "" if inside else f"`{words}`, counted from {published.text}, does not reach {edtf.text}"
    return f"a date cannot be counted from the words `{words}`"


def _on_the_wrong_side(words: str, edtf: Edtf, published: Edtf, language: Language) -> str:
    """`earlier this month` is not after the publication, nor `next Friday` before it."""
    spoken = set(re.findall(r"\w+", normalise(words).casefold()))
    if spoken & language.past and edtf.earliest > published.earliest:
        return f"`{words}` cannot be {edtf.text}, which is after the publication"
    if spoken & language.future and edtf.latest < published.earliest:
        return f"`{words}` cannot be {edtf.text}, which is before the publication"
    return ""


def counted(words: str) -> str:
    """The words that a sentence must have: `on Friday` counts as `Friday` does."""
    return words.casefold().removeprefix("on ")


def _weekday(name: str, edtf: Edtf, published: date, language: Language) -> str:
    if edtf.earliest != edtf.latest or edtf.earliest.weekday() != language.weekdays.index(name):
        return f"{edtf.text} is not a {name.capitalize()}"
    return "" if abs(edtf.earliest - published) <= WEEK else f"{edtf.text} is more than a week from the publication"
