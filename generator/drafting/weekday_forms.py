"""Weekdays that are told by more than their name: `the first Monday in May`, `Thursday week`."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.drafting.calendar_cues import CALENDAR_CUES
from generator.drafting.lines import Line
from generator.drafting.tense import direction, is_before_a_noun
from generator.drafting.year_parts import Dated
from generator.evidence.languages import Language

OF = frozenset(("in", "of", "de", "d"))
A = frozenset(("a", "an"))  # `on a Tuesday`, `a cheaper Tuesday`: none of the calendar


def weekday_forms(line: Line, published: date, language: Language) -> Iterator[Dated]:
    """The weekdays of a sentence that are counted within a month, or a week further."""
    cues, words = CALENDAR_CUES[language.code], line.words
    for spot, word in enumerate(words):
        if word not in language.weekdays:
            continue
        weekday = language.weekdays.index(word)
        if later := next((form for form in cues.week_later if _follows(words, spot, form)), ""):
            days = (weekday - published.weekday() - 1) % 7 + 8
            last = spot + len(later.split())
            day = published + timedelta(days)
            yield Dated(day.isoformat(), f"{line.text(spot, last)}, counted from the publication", spot, last)
        elif spot and (number := cues.ordinals.get(words[spot - 1])):
            yield from _of_a_month(line, spot, number, published, language)


def is_no_day(line: Line, spot: int, language: Language) -> bool:
    """Whether a weekday is one of many: `every Friday`, `on the first Tuesday of the month`, `a cheaper Tuesday`."""
    cues, words = CALENDAR_CUES[language.code], line.words
    before = words[spot - 1] if spot else ""
    if before in cues.habits or (cues.ordinals.get(before, -1) > 0 and words[spot] in language.weekdays):
        return True
    is_described = spot > 1 and words[spot - 2] in A and before not in language.function_words
    return words[spot] in language.weekdays and (
        before in A or (is_described and before not in cues.past | cues.coming)
    )


def _follows(words: tuple[str, ...], spot: int, form: str) -> bool:
    parts = tuple(form.split())
    return words[spot + 1 : spot + 1 + len(parts)] == parts


def _of_a_month(line: Line, spot: int, number: int, published: date, language: Language) -> Iterator[Dated]:
    behind = line.words[spot + 1 : spot + 4]
    if len(behind) < 2 or behind[0] not in OF or behind[1] not in language.months:
        return
    if is_before_a_noun(line, spot + 2, language):
        return  # `the first Monday of May parade`
    month, weekday = language.months[behind[1]], language.weekdays.index(line.words[spot])
    if len(behind) > 2 and re.fullmatch("[1-9][0-9]{3}", behind[2]):
        yield Dated(
            _nth(int(behind[2]), month, weekday, number).isoformat(), "the days of that month", spot - 1, spot + 3
        )
        return
    days = [_nth(published.year + away, month, weekday, number) for away in (-1, 0, 1)]
    before, after = [day for day in days if day <= published], [day for day in days if day >= published]
    way = direction(line, spot - 1, spot + 2, language)
    if not way:
        way = "ahead" if after[0] - published < published - before[-1] else "behind"
    day = after[0] if way == "ahead" else before[-1]
    yield Dated(day.isoformat(), "the text gives no year; counted from the publication", spot - 1, spot + 2)


def _nth(year: int, month: int, weekday: int, number: int) -> date:
    """The first to fourth such weekday of a month, or with -1 the last."""
    days = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
    return date(year, month, days[number - 1 if number > 0 else -1])
