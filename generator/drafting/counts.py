"""Figures in a sentence: each with its unit and with what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.drafting.cues import CLAUSES, PREPOSITIONS, RELATIVE
from generator.drafting.lines import Line
from generator.evidence.languages import ENGLISH, Language
from generator.evidence.numbers import Figure, figures

LONGEST = 4  # words of what is counted: `strike and decoy drones`
YEAR = re.compile(r"(?:19|20)\d\d")
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
    for figure in figures(line.tokens, language):
        spots = range(figure.start, figure.end)
        if figure.free or figure.is_date or figure.form.endswith("th") or not named.isdisjoint(spots):
            continue
        if YEAR.fullmatch(figure.form) or _is_a_label(line, figure):
            continue
        what = _counted(line, figure.end, language)
        yield Count(
            line.text(figure.start, figure.end - 1), figure.form, figure.start, figure.end - 1, _unit(figure), what
        )


def years(line: Line, language: Language) -> Iterator[tuple[str, int]]:
    """Plain years, and where they stand."""
    for figure in figures(line.tokens, language):
        if not figure.is_date and YEAR.fullmatch(figure.text):
            yield figure.form, figure.start


def _is_a_label(line: Line, figure: Figure) -> bool:
    """The number of a list item, or of a thing: `Article 5`, `Room 12`."""
    before = line.tokens[figure.start - 1].text if figure.start else ""
    behind = line.before(figure.end)[:1] if figure.end < len(line.tokens) else ""
    first = figure.start == 0 and line.sentence.item and figure.text.isdigit() and behind in (".", ")")
    thing = before[:1].isupper() and before.isalpha() and figure.text.isdigit() and figure.start > 1
    return first or (thing and line.words[figure.start - 1] not in ("the", "over", "about", "some", "around", "than"))


def _unit(figure: Figure) -> str:
    if figure.form.endswith("%"):
        return "%"
    found = re.match(r"[A-Z]{3}(?= )", figure.form)
    return found[0] if found else ""


def _counted(line: Line, spot: int, language: Language) -> str:
    """The words behind a figure, up to the end of what it counts: `30` `mainly European countries`."""
    if spot < len(line.tokens) and line.words[spot] == "of" and not _ENDS.search(line.before(spot)):
        spot += 1
    found = []
    stops = (
        PREPOSITIONS | CLAUSES | RELATIVE | _VERBS | (frozenset() if language is ENGLISH else language.function_words)
    )
    for n in range(spot, min(spot + LONGEST, len(line.tokens))):
        if line.words[n] in stops or (_ENDS.search(line.before(n)) and n >= spot):
            break
        found.append(line.tokens[n].text)
    return " ".join(found)
