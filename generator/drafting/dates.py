"""Dates in a sentence: those that it gives, and those that can be counted from its words and the publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.content.dates import Edtf, parse
from generator.content.record import When
from generator.drafting.counts import years
from generator.drafting.lines import Line
from generator.evidence.languages import Language
from generator.evidence.relative_dates import relative_date_fault

AHEAD = frozenset(("will", "would", "plan", "plans", "planned", "scheduled", "due", "expected", "upcoming"))
NEAR = 8  # tokens before a weekday in which such a word makes it the next one
LONGEST = 3  # words that count: `earlier this month`


@dataclass(frozen=True)
class DateMention:
    """A date and how it is known, and the tokens of its sentence that give it."""

    when: When
    first: int
    last: int


def date_mentions(line: Line, published: Edtf, language: Language) -> tuple[DateMention, ...]:
    """The dates of a sentence in order of reading."""
    mentions = [*_stated(line, language), *_counted(line, published, language)]
    return tuple(sorted(mentions, key=lambda mention: (mention.first, mention.last)))


def _stated(line: Line, language: Language) -> Iterator[DateMention]:
    for number in language.figures(line.tokens):
        date_text = number.amount.removeprefix("date ").replace("-XX", "")
        if number.is_date and re.fullmatch(r"\d{4}(-\d\d){0,2}", date_text):
            try:
                yield DateMention(When(date=parse(date_text)), number.start, number.end - 1)
            except ValueError:
                continue  # 31 June
    named = {n for mention in line.mentions if mention.subject for n in range(mention.first, mention.last + 1)}
    for year, spot in years(line, language):
        if spot not in named:
            yield DateMention(When(date=parse(year)), spot, spot)


def _counted(line: Line, published: Edtf, language: Language) -> Iterator[DateMention]:
    if published.earliest != published.latest:
        return
    spot = 0
    while spot < len(line.words):
        for size in range(min(LONGEST, len(line.words) - spot), 0, -1):
            words = " ".join(line.words[spot : spot + size])
            ahead = bool(AHEAD & set(line.words[max(0, spot - NEAR) : spot]))
            date_text = _relative_date(words, published.earliest, language, ahead=ahead)
            if date_text and not relative_date_fault(words, parse(date_text), published, language):
                phrase = line.text(spot, spot + size - 1)
                yield DateMention(When(date=parse(date_text), reckoned=phrase), spot, spot + size - 1)
                spot += size - 1
                break
        spot += 1


def _relative_date(words: str, day: date, language: Language, *, ahead: bool) -> str | None:
    """The date that words mean: a weekday is the last one, or the next where the sentence looks ahead."""
    plain = re.sub(r"'s$", "", words)
    if plain in language.weekdays:
        return _weekday(language.weekdays.index(plain), day, ahead=ahead)
    if words in language.months_away:
        index = day.year * 12 + day.month - 1 + language.months_away[words]
        return f"{index // 12:04}-{index % 12 + 1:02}"
    if words in language.days_away:
        first, last = (day + timedelta(days) for days in language.days_away[words])
        if last - first <= timedelta(1):
            return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return None


def _weekday(number: int, day: date, *, ahead: bool) -> str:
    back = (day.weekday() - number) % 7
    return (day + timedelta(7 - back if ahead else -back)).isoformat()
