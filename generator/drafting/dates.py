"""Dates in a sentence: those that it gives, and those that can be told from its words and the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from generator.content.dates import Edtf, parse
from generator.content.record import When
from generator.drafting.calendar_cues import CALENDAR_CUES
from generator.drafting.counts import years
from generator.drafting.lines import Line
from generator.drafting.number_cues import NUMBER_CUES
from generator.drafting.number_kinds import is_past_span
from generator.drafting.tense import Direction, direction, is_another, is_before_a_noun, is_of_the_telling
from generator.drafting.weekday_forms import is_no_day, weekday_forms
from generator.drafting.year_parts import year_parts
from generator.evidence.figures import body_of
from generator.evidence.languages import Language
from generator.evidence.relative_dates import relative_date_fault

RANGE = frozenset(("to", "till", "until", "through", "à", "au"))  # between two weekdays
BEFORE_MONTHS = frozenset(("early", "late", "mid", "last", "next", "in", "since", "by", "en", "fin", "début"))
YEARS = (-1, 0, 1)  # from that of the publication, in which a day without a year may lie
SOON = 3  # months ahead, in which a day of this year is meant where that of the last would have its year
_PART_OF_A_YEAR = re.compile(r"(?:early|mid|late|end|mi|fin|début)-((?:19|20)\d\d)")
_GIVEN = re.compile(r"date (\d{4}|X{4})-(\d\d|XX)-(\d\d|XX)")


@dataclass(frozen=True)
class DateMention:
    """A date and how it is known, and the tokens of its sentence that give it."""

    when: When
    first: int
    last: int


def date_mentions(line: Line, published: Edtf, language: Language) -> tuple[DateMention, ...]:
    """The dates of what a sentence tells, in order of reading; not those on which it was told."""
    mentions = [*_given(line, published, language), *_years(line, language)]
    others = [*year_parts(line, published, language)]
    mentions += _later(line, language)
    day = published.earliest
    if day == published.latest and MINYEAR < day.year < MAXYEAR:
        mentions += [*_counted(line, published, language), *_ago(line, day, language)]
        others += weekday_forms(line, day, language)
    found = ((_when(one.date, because=one.because), one) for one in others)
    mentions += [DateMention(when, one.first, one.last) for when, one in found if when]
    told = [m for m in mentions if not is_of_the_telling(line, m.first, m.last, language)]
    inner = [m for m in told for n in told if _is_inside(m, n)]
    told = [m for m in told if m not in inner]
    return tuple(sorted(told, key=lambda mention: (mention.first, mention.last)))


def _is_inside(mention: DateMention, other: DateMention) -> bool:
    """`May` `next year`, `the first Monday in` `May`."""
    is_longer = other.last - other.first > mention.last - mention.first
    return is_longer and other.first <= mention.first and mention.last <= other.last


def _given(line: Line, published: Edtf, language: Language) -> Iterator[DateMention]:
    """Dates as they are written; the year of one that has none is told from the publication."""
    for number in language.figures(line.tokens):
        found = next((match for form in number.forms if (match := _GIVEN.fullmatch(body_of(form)))), None)
        if not found:
            continue
        year, month, day = found.groups()
        last = number.end - 1
        if year != "XXXX":
            if when := _when("-".join(part for part in (year, month, day) if "X" not in part)):
                yield DateMention(when, number.start, last)
        elif published.earliest == published.latest and not (day == "XX" and _is_named(line, number.start)):
            way = direction(line, number.start, last, language, alone=True)
            parts = (int(month), 0 if day == "XX" else int(day))
            if phrase := _year_behind(line, last, language):
                counted = f"{published.earliest.year + phrase[0]:04}-{month}{'' if day == 'XX' else f'-{day}'}"
                when, last = _when(counted, because=f"{phrase[1]}, counted from the publication"), phrase[2]
            else:
                other = is_another(line, number.start, last, language)
                when = _without_a_year(*parts, published.earliest, way, is_another=other)
            if when:
                yield DateMention(when, number.start, last)


def _year_behind(line: Line, last: int, language: Language) -> tuple[int, str, int] | None:
    """The years from that of publication, the words, and where they end: `in May` `last year`."""
    years_away = CALENDAR_CUES[language.code].years
    for first in (last + 1, last + 2):
        for size in (2, 3):
            words = _phrase(line, first, first + size - 1, language)
            between = line.words[last + 1 : first]
            if words in years_away and between in ((), ("of",), ("de",)):
                return years_away[words], words, first + size - 1
    return None


def _is_named(line: Line, spot: int) -> bool:
    """Whether a word that may be a month is part of a name: `May Day`, `Mrs May`."""
    if any(mention.first <= spot <= mention.last for mention in line.mentions):
        return True
    behind = line.tokens[spot + 1].text[0].isupper() if spot + 1 < len(line.tokens) else False
    before = line.tokens[spot - 1].text if spot > 1 else ""
    is_behind_a_name = before[:1].isupper() and line.before(spot) == " "
    return (behind and line.before(spot + 1) == " ") or (is_behind_a_name and before.casefold() not in BEFORE_MONTHS)


def _years(line: Line, language: Language) -> Iterator[DateMention]:
    named = {n for mention in line.mentions if mention.subject for n in range(mention.first, mention.last + 1)}
    for year, spot in years(line, language):
        if spot not in named:
            yield DateMention(When(date=parse(year)), spot, spot)
    for spot, word in enumerate(line.words):
        part = _PART_OF_A_YEAR.fullmatch(word)
        if part and (when := _when(part[1], because=f"{word} is a part of that year")):
            yield DateMention(when, spot, spot)


def _without_a_year(month: int, day: int, published: date, way: Direction, *, is_another: bool) -> When | None:
    """The nearest such day or month in the direction of the sentence; if it is another, never the present one."""
    own = (published.year, published.month, published.day)[: 3 if day else 2]
    dates = [(published.year + n, month, *((day,) if day else ())) for n in YEARS]
    dates = [when for when in dates if when != own] if is_another else dates
    before, after = [when for when in dates if when <= own], [when for when in dates if when >= own]
    is_printed = before[-1][0] < own[0] == after[0][0] and _months(after[0], own) < SOON  # would be, of last year
    if day and way == "behind" and is_printed and not is_another:
        way = "ahead"  # `he confirmed his call to a strike on 28 May`, on 14 May
    if not way:
        way = "ahead" if _months(after[0], own) < _months(before[-1], own) else "behind"
    chosen = after[0] if way == "ahead" else before[-1]
    side = "first such {} after" if way == "ahead" else "last such {} before"
    name = side.format("day" if day else "month")
    return _when(
        "-".join(f"{part:02}" for part in chosen),
        because=f"the text gives no year; the {name} the publication, or its own",
    )


def _months(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """How far two dates are from each other."""
    parts = [12 * when[0] + when[1] + (when[2] / 31 if len(when) > 2 else 0) for when in (one, other)]
    return abs(parts[0] - parts[1])


def _when(text: str, *, because: str = "") -> When | None:
    try:
        parsed = parse(text)
    except ValueError:
        return None  # 31 June
    return When(date=parsed, basis="inferred", because=because) if because else When(date=parsed)


def _counted(line: Line, published: Edtf, language: Language) -> Iterator[DateMention]:
    """Weekdays, and words such as `yesterday`, `last week`, `this year`."""
    cues = CALENDAR_CUES[language.code]
    phrases = (*language.days_away, *language.months_away, *cues.months, *cues.years)
    longest = max(phrase.count(" ") + phrase.count("'") for phrase in phrases) + 1
    dated = {
        spot for number in language.figures(line.tokens) if number.is_date for spot in range(number.start, number.end)
    }
    spot = 0
    while spot < len(line.words):
        for size in range(min(longest, len(line.words) - spot), 0, -1):
            if when := _of_phrase(line, spot, spot + size - 1, published, language):
                if spot + size not in dated:  # `Friday, 30 May`
                    yield DateMention(when, spot, spot + size - 1)
                spot += size - 1
                break
        spot += 1


def _of_phrase(line: Line, first: int, last: int, published: Edtf, language: Language) -> When | None:
    """The date that some words mean, if the words of the sentence around them do not mean another."""
    words = _phrase(line, first, last, language)
    cues, day = CALENDAR_CUES[language.code], published.earliest
    of_language = (language.weekdays, language.months_away, language.days_away)
    if not any(words in table for table in (*of_language, cues.weeks, cues.months, cues.years, cues.same_day)):
        return None
    way = direction(line, first, last, language)
    if is_no_day(line, first, language) or _is_a_habit(line, first, last, language, way):
        return None
    is_label = not first and last + 1 < len(line.words) and line.before(last + 1).startswith(":")
    if words in language.weekdays and is_label and not way:
        way = "ahead"  # of a list of what is to come: `Monday: the council votes`
    date_text = _relative_date(words, day, language, way, is_another=is_another(line, first, last, language))
    if date_text:
        when = parse(date_text)
        phrase = line.text(first, last)
        if relative_date_fault(phrase, when, published, language):
            phrase = re.sub(r"'s$", "", phrase)
        return None if relative_date_fault(phrase, when, published, language) else When(date=when, reckoned=phrase)
    if words in cues.years:
        return _when(str(day.year + cues.years[words]), because=f"{words}, counted from the publication")
    if words in cues.months:
        return _when(_month(day, cues.months[words]), because=f"{words}, counted from the publication")
    if words in cues.same_day:
        return _when(day.isoformat(), because="the day of the publication")
    return None


def _phrase(line: Line, first: int, last: int, language: Language) -> str:
    """The words from first to last as the tables have them: `l'an dernier`, and `Monday` for `Monday's`."""
    text = re.sub(r"'s$", "", " ".join(line.words[first : last + 1]))
    return re.sub(r"\b([ldjc]) (?=\w)", r"\1'", text) if language.elisions else text


def _is_a_habit(line: Line, first: int, last: int, language: Language, way: Direction) -> bool:
    """`Tuesday to Saturday` where nothing is told as past or to come; and `overnight trains`."""
    words = line.words
    joined = [words[spot : spot + 3] for spot in (first - 2, first) if spot >= 0]
    is_range = any(
        len(three) == 3 and three[0] in language.weekdays and three[1] in RANGE and three[2] in language.weekdays
        for three in joined
    )
    is_adjective = words[first : last + 1] == ("overnight",) and is_before_a_noun(line, last, language)
    return (is_range and not way) or is_adjective


def _relative_date(words: str, day: date, language: Language, way: Direction, *, is_another: bool) -> str:
    """The date that words mean: a weekday is the last one, or the next where the sentence looks ahead."""
    cues = CALENDAR_CUES[language.code]
    if words in language.weekdays:
        back = (day.weekday() - language.weekdays.index(words)) % 7
        if not back:
            weeks = 0 if not is_another else 1 if way == "ahead" else -1
            return (day + timedelta(7 * weeks)).isoformat()
        return (day + timedelta(7 - back if way == "ahead" else -back)).isoformat()
    if words in language.months_away:
        return _month(day, language.months_away[words])
    if words in cues.weeks:
        monday = day + timedelta(7 * cues.weeks[words] - day.weekday())
        return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"
    if words in language.days_away:
        first, last = (day + timedelta(days) for days in language.days_away[words])
        if words in cues.day_before or first == last:
            return first.isoformat()
        if last - first == timedelta(1) and way == "behind":
            return f"{first.isoformat()}/{last.isoformat()}"
    return ""


def _month(day: date, away: int) -> str:
    """The month that lies so many months from that of a day."""
    year, month = divmod(day.year * 12 + day.month - 1 + away, 12)
    return f"{year:04}-{month + 1:02}"


def _ago(line: Line, day: date, language: Language) -> Iterator[DateMention]:
    """`five years ago`, `a year ago`, `il y a deux mois`."""
    for number in language.figures(line.tokens):
        if is_past_span(line, number, language) and re.fullmatch(r"\d{1,3}", number.amount):
            when = _back(int(number.amount), language.tables["periods"][line.words[number.end]], day, number.form)
            if when:
                yield DateMention(when, number.start, number.end)
    for spot in range(1, len(line.words) - 1):
        is_one = (
            line.words[spot - 1] in language.tables["articles"]
            and line.words[spot + 1] in NUMBER_CUES[language.code].ago
        )
        period = language.tables["periods"].get(line.words[spot])
        if is_one and period and (when := _back(1, period, day, "1")):
            yield DateMention(when, spot - 1, spot + 1)


def _later(line: Line, language: Language) -> Iterator[DateMention]:
    """`in 2020 and again two years later`: counted from the year that the sentence names last."""
    named = [(spot, int(year)) for year, spot in years(line, language) if year.isdigit()]
    for number in language.figures(line.tokens) if named else ():
        period = language.tables["periods"].get(line.words[number.end]) if number.end < len(line.words) else None
        behind = " ".join(line.words[number.end + 1 : number.end + 3])
        way = next(
            (way for words, way in CALENDAR_CUES[language.code].later.items() if f"{behind} ".startswith(f"{words} ")),
            0,
        )
        before = [year for spot, year in named if spot < number.start]
        if period == "year" and way and before and re.fullmatch(r"\d{1,2}", number.form):
            when = _when(f"{before[-1] + way * int(number.form):04}", because=f"counted from {before[-1]}")
            yield from [DateMention(when, number.start, number.end + 1)] if when else []


def _back(many: int, period: str, day: date, form: str) -> When | None:
    """The day, month or year that lies so far back, as exactly as such words are meant."""
    about = "~" if form.startswith("about ") else ""
    because = "counted back from the publication"
    if not form[0].isdigit() and not about:
        return None  # `more than five years ago`
    if period == "year":
        return _when(f"{day.year - many:04}{about}", because=because)
    if period == "month":
        return _when(f"{_month(day, -many)}{about}", because=because)
    if period in ("day", "week"):
        days = many * (7 if period == "week" else 1)
        return _when(f"{(day - timedelta(days)).isoformat()}{'~' if period == 'week' else about}", because=because)
    return None
