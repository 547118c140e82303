"""Figures in a sentence: each with its unit and with what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.drafting.attribution_cues import CLAUSES, PREPOSITIONS, RELATIVE
from generator.drafting.lines import Line
from generator.evidence.figures import Figure
from generator.evidence.languages import ENGLISH, Language

LONGEST = 4  # words of what is counted: `strike and decoy drones`
YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTS = re.compile(r"(?:[a-z.]*[A-Z]{3} |[a-z]+ )?-?\d[\d.]*(?: to [\d.]+)?(?: %| points)?$")
_ENDS = re.compile(r"[,;:()\".!?]| - ")
_VERBS = frozenset(("have", "has", "had", "are", "is", "were", "was", "will", "would", "could", "met", "pledged"))


@dataclass(frozen=True)
class Count:
    """A figure and the tokens that it spans, in its comparable form; its unit, and what it counts."""

    text: str
    form: str
    first: int
    last: int
    unit: str
    what: str

    def __str__(self) -> str:
        value = "" if self.form == self.text else f" = {self.form}"
        return f"{self.text}{value}" + (f", {self.what}" if self.what else "")


def counts(line: Line, language: Language) -> Iterator[Count]:
    """The figures of a sentence that count or measure; no dates, years, ranks or parts of names."""
    named = {spot for mention in line.mentions for spot in range(mention.first, mention.last + 1)}
    for number in language.figures(line.tokens):
        spots = range(number.start, number.end)
        if number.free or not _COUNTS.match(number.amount) or not named.isdisjoint(spots):
            continue
        if YEAR.fullmatch(number.amount) or _is_a_label(line, number):
            continue
        what = _counted(line, number.end, language)
        yield Count(
            line.text(number.start, number.end - 1), number.amount, number.start, number.end - 1, _unit(number), what
        )


def years(line: Line, language: Language) -> Iterator[tuple[str, int]]:
    """Plain years, and where they stand."""
    for number in language.figures(line.tokens):
        if not number.is_date and YEAR.fullmatch(number.text):
            yield number.amount, number.start


def _is_a_label(line: Line, number: Figure) -> bool:
    """The number of a list item, or of a thing: `Article 5`, `Room 12`."""
    before = line.tokens[number.start - 1].text if number.start else ""
    mark = line.before(number.end)[:1] if number.end < len(line.tokens) else ""
    first = number.start == 0 and line.sentence.item and number.text.isdigit() and mark in (".", ")")
    thing = before[:1].isupper() and before.isalpha() and number.text.isdigit() and number.start > 1
    return first or (thing and line.words[number.start - 1] not in ("the", "over", "about", "some", "around", "than"))


def _unit(number: Figure) -> str:
    if number.amount.endswith("%"):
        return "%"
    match = re.search(r"[A-Z]{3}(?= )", number.amount)
    return match[0] if match else ""


def _counted(line: Line, spot: int, language: Language) -> str:
    """The words behind a figure, up to the end of what it counts: `30` `mainly European countries`."""
    if spot < len(line.tokens) and line.words[spot] == "of" and not _ENDS.search(line.before(spot)):
        spot += 1
    words = []
    stops = (
        PREPOSITIONS | CLAUSES | RELATIVE | _VERBS | (frozenset() if language is ENGLISH else language.function_words)
    )
    for n in range(spot, min(spot + LONGEST, len(line.tokens))):
        if line.words[n] in stops or (_ENDS.search(line.before(n)) and n >= spot):
            break
        words.append(line.tokens[n].text)
    return " ".join(words)
