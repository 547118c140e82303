"""What a sentence of ours leaves open for whoever reads it alone: a day told from another, a pronoun for a name."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from generator.content.dates import Edtf, parse
from generator.evidence.languages import ENGLISH
from generator.evidence.languages.cues import CUES
from generator.evidence.source import GRAMMARS
from generator.evidence.text import normalise, tokens

_QUOTED = re.compile(r'"[^"]*"?')
_DAY = re.compile(
    rf"\b(?:yesterday|tomorrow|(?:{'|'.join(day.capitalize() for day in ENGLISH.weekdays)})(?!\w)"
    r"(?! (?:to|until|through) [A-Z])|(?:last|next) (?:week|month|year))\b"
)
_HABIT = re.compile(r"\b(?:a|an|any|each|every|the|this|that|to|and|or|[A-Z]\w+) $")
_SAID = re.compile(r"\b(?:said|says|told|wrote|added|announced|agreed|reported|warned)(?: \w+){0,3} $")
_BE = r"(?:is|was|were|are|will be|would be|has been|had been|have been)"
_IRREGULAR = "|".join(CUES["en"]["participles"])
_OTHER = "took|takes|seem|appear|emerged|remain|follow|turn|may|might|could|can|must|should|will|would|has|had"
_OPENING = re.compile(
    rf"(?:He|She|They) |It {_BE} (?:\w+ly )?(?:\w+e[dn]|{_IRREGULAR})\b(?!.*\b(?:that|whether|to)\b)"
    rf"|It (?!{_BE}|{_OTHER})"
    r"|(?:That|This) (?:is|was|will|would|has|had|means|meant|makes|made|came|comes|amounts|equals|leaves|left)\b"
)
_DAYS_AND_MONTHS = frozenset((*ENGLISH.weekdays, *ENGLISH.months))


class Day(NamedTuple):
    """Words that tell a day from another one, and the date that they mean, where that is known."""

    words: str
    date: Edtf | None


def open_day(say: str, published: Edtf) -> Day | None:
    """The first words of a sentence that tell a day from the publication; nothing where it has a date of its own."""
    plain = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), normalise(say))
    if not _DAY.search(plain):
        return None
    if any(figure.is_date and "-XX" not in figure.amount[-3:] for figure in ENGLISH.figures(tokens(plain))):
        return None
    for found in _DAY.finditer(plain):
        if not _HABIT.search(plain[: found.start()]):
            exact = published.earliest == published.latest and not (published.approximate or published.uncertain)
            day = _counted(found.group(), published.earliest, ahead=_is_ahead(plain[: found.start()])) if exact else ""
            return Day(found.group(), parse(day) if day else None)
    return None


def open_name(say: str) -> str:
    """The pronoun that a sentence opens with, if it names nobody whom that may mean; else nothing."""
    plain = normalise(say)
    if not _OPENING.match(plain):
        return ""
    first, *others = tokens(plain)
    is_named = any(token.text[0].isupper() and token.text.casefold() not in _DAYS_AND_MONTHS for token in others)
    return "" if is_named else first.text


def _is_ahead(before: str) -> bool:
    """Whether what stands before a day tells of what is to come, and not of when somebody said so."""
    return "future" in GRAMMARS["en"].kinds(before)[0] and not _SAID.search(before)


def _counted(words: str, published: date, *, ahead: bool) -> str:
    if words in ("yesterday", "tomorrow"):
        return (published + timedelta(days=1 if words == "tomorrow" else -1)).isoformat()
    if words.casefold() in ENGLISH.weekdays:
        back = (published.weekday() - ENGLISH.weekdays.index(words.casefold())) % 7
        return (published + timedelta(days=(7 - back) % 7 if ahead else -back)).isoformat()
    step, _, unit = words.partition(" ")
    away = 1 if step == "next" else -1
    if unit == "year":
        return str(published.year + away)
    month = published.year * 12 + published.month - 1 + away
    return f"{month // 12}-{month % 12 + 1:02}" if unit == "month" else ""
