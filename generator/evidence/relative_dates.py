"""Dates that a text gives in relation to the day it was published: a weekday, last month."""

from __future__ import annotations

import re
from datetime import date, timedelta

from generator.content.dates import Edtf
from generator.evidence.languages import ENGLISH, Language
from generator.evidence.text import normalise

WEEK = timedelta(days=7)
HALF_A_YEAR = timedelta(days=182)
_DAY_AND_MONTH = r"(?:(?P<before>\d{1,2})[a-z]{0,2} (?:of )?)?(?P<month>[^\W\d_]+)(?: (?P<behind>\d{1,2})[a-z]{0,2})?"
DAY = timedelta(days=1)
MOST_AGO = 999  # days, weeks, months or years
ABOUT = 3 * DAY  # by which `two weeks ago` may be off
_AGO = r"(?P<number>[a-z0-9-]+) (?P<unit>day|week|month|year)s? ago"
MONTHS = 5  # a month that is six away may be that of either year


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
    if plain in language.years_away:
        year = day.year + language.years_away[plain]
        inside = {edtf.earliest.year, edtf.latest.year} == {year}
        other = "" if inside else f"`{words}`, counted from {published.text}, is {year}"
        return other or _on_the_wrong_side(words, edtf, published, language)
    if plain in language.days_away:
        first, last = language.days_away[plain]
        inside = first <= (edtf.earliest - day).days and (edtf.latest - day).days <= last
        return "" if inside else f"`{words}`, counted from {published.text}, does not reach {edtf.text}"
    if told := re.fullmatch(_AGO, plain):
        return _ago(told["number"], told["unit"], edtf, day, language)
    return _beside(words, edtf, day, language)


def _ago(number: str, unit: str, edtf: Edtf, published: date, language: Language) -> str:
    """What is wrong with counting back so many days, weeks, months or years: a week ago is a day more or less."""
    values = language.tables["values"]
    count = int(number) if number.isdigit() else 1 if number in ("a", "an") else int(values.get(number, 0))
    if not 0 < count <= MOST_AGO:
        return f"a date cannot be counted from the words `{number} {unit} ago`"
    if unit in ("day", "week"):
        ago, about = published - count * (WEEK if unit == "week" else DAY), ABOUT if unit == "week" else 0 * DAY
        fits = edtf.earliest == edtf.latest and abs(edtf.earliest - ago) <= about
    else:
        months = published.year * 12 + published.month - 1 - count * (12 if unit == "year" else 1)
        size = 12 if unit == "year" else 1
        fits = {(end.year * 12 + end.month - 1) // size for end in (edtf.earliest, edtf.latest)} == {months // size}
    return "" if fits else f"`{number} {unit} ago`, counted from {published}, is not {edtf.text}"


def without_year(words: str, language: Language = ENGLISH) -> tuple[int, int] | None:
    """The month and the day, 0 where there is none, of a date whose year the words leave out."""
    told = re.fullmatch(_DAY_AND_MONTH, counted(normalise(words)))
    month = language.months.get(told["month"], 0) if told else 0
    if not told or not month or (told["before"] and told["behind"]):
        return None
    day = int(told["before"] or told["behind"] or 0)
    is_doubtful = not day and told["month"] in language.tables["doubtful_months"]
    return None if is_doubtful else (month, day)


def _beside(words: str, edtf: Edtf, published: date, language: Language) -> str:
    """What is wrong with a date whose year the words leave out: it is the one nearest to the publication."""
    month_and_day = without_year(words, language)
    if not month_and_day:
        return f"a date cannot be counted from the words `{words}`"
    month, day = month_and_day
    ends = (edtf.earliest, edtf.latest)
    away = (edtf.earliest.year - published.year) * 12 + month - published.month
    inside = all((end.year, end.month) == (edtf.earliest.year, month) for end in ends) and abs(away) <= MONTHS
    if day:
        inside = all((end.month, end.day) == (month, day) and abs(end - published) <= HALF_A_YEAR for end in ends)
    return "" if inside else f"`{words}`, nearest to {published}, is not {edtf.text}"


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
