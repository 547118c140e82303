"""Figures in a sentence: each with what modifies it, its unit, and what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.drafting.lines import Line
from generator.drafting.number_cues import NUMBER_CUES, NumberCues
from generator.drafting.number_kinds import (
    ENDS,
    counted_words,
    dialled_spots,
    is_a_label,
    is_a_part,
    is_a_year,
    is_an_hour,
    is_in_a_score,
    is_known,
    is_listed,
    is_past_span,
    unit_of,
    votes_in,
)
from generator.evidence.figures import Figure, body_of
from generator.evidence.languages import ENGLISH, Language

MODIFIER = 4  # words of what modifies a figure: `in the region of`
_COUNTS = re.compile(
    r"(?:[a-z.]*[A-Z]{3} |(?!decade|date|times?|unread)[a-z]+ )?-?\d[\d.]*(?: to [\d.]+)?(?: %| points)?"
)
_PART = re.compile(r"\d+/\d+")


@dataclass(frozen=True)
class Count:
    """A figure and the tokens that it spans, in its comparable form; its unit, and what it counts.

    The text is as it stands, with what modifies it: `more than 50`.
    """

    text: str
    form: str
    first: int
    last: int
    unit: str
    what: str

    def __str__(self) -> str:
        value = re.sub(r"^[a-z]+\.", "", self.form)
        plain = _PART.fullmatch(value) or re.search(rf"(?<![\w.,]){re.escape(value)}$", self.text)
        return self.text + ("" if plain else f" = {value}") + (f", {self.what}" if self.what else "")


def counts(line: Line, language: Language) -> Iterator[Count]:
    """The figures of a sentence that count or measure; no dates, times, years, ranks, or parts of names and numbers."""
    cues = NUMBER_CUES[language.code]
    named = {
        spot
        for mention in line.mentions
        for spot in range(mention.first, mention.last + 1)
        if mention.subject or line.words[spot] not in language.tables["values"]
    }
    shares, labels = dict(_shares(line, language)), set[int]()
    dialled = set(dialled_spots(line))
    was_an_hour = False
    for number in language.figures(line.tokens):
        spots = range(number.start, number.end)
        is_hour = is_an_hour(line, number, language, after_one=was_an_hour)
        was_an_hour = is_hour
        if number.start in shares.values():
            continue
        if votes := votes_in(line, number, language):
            yield from (Count(vote, vote, number.start, number.end - 1, "", "") for vote in votes)
            continue
        if is_a_label(line, number, language) or is_listed(line, number, labels):
            labels.add(number.end)
            continue
        if number.free or is_hour or not dialled.isdisjoint(spots) or _is_no_count(line, number, language):
            continue
        if not unit_of(number) and not named.isdisjoint(spots):
            continue
        if halves := _moved_to(line, number, language):
            yield from halves
            continue
        is_share = number.start in shares
        start, form = _modified(line, number, language), _form(number)
        if is_share:
            start = shares[number.start]
            form = f"{_share_of(line, start, language)}/{number.amount}"
        is_counted = is_share or _counts_inside(line, number, cues)
        what = "" if is_counted else counted_words(line, number.end, language) or _holder(line, start, cues)
        yield Count(line.text(start, number.end - 1), form, number.start, number.end - 1, unit_of(number), what)


def years(line: Line, language: Language) -> Iterator[tuple[str, int]]:
    """Plain years, and decades as `198X`, and where they stand."""
    for number in language.figures(line.tokens):
        if decade := re.fullmatch(r"decade (\d{3})0", number.amount):
            yield f"{decade[1]}X", number.start
        elif not number.is_date and is_a_year(line, number, language):
            ends = [spot for spot in range(number.start, number.end) if line.words[spot].isdigit()]
            yield from ((line.words[spot], spot) for spot in ends if len(line.words[spot]) == 4)


def _is_no_count(line: Line, number: Figure, language: Language) -> bool:
    if _PART.fullmatch(number.amount):
        return not is_a_part(line, number, language)
    has_day = any(body_of(form).startswith("date ") for form in number.forms)  # `8 and 11 March`
    if not _COUNTS.fullmatch(number.amount) or has_day or number.amount == "0":
        return True
    return (
        is_a_year(line, number, language)
        or is_in_a_score(line, number)
        or is_known(line, number, language)
        or is_past_span(line, number, language)
    )


def _form(number: Figure) -> str:
    """The form that a figure has; a bare `t` behind digits is of tonnes, and of trillions only with a currency."""
    plain = [body_of(form) for form in number.forms if body_of(form) == re.sub(r"[^\d.]", "", number.text)]
    return plain[0] if plain and number.text.endswith("t") and not unit_of(number) else number.amount


def _moved_to(line: Line, number: Figure, language: Language) -> tuple[Count, ...]:
    """Both amounts of `slipped by $45 to $2,610`, which is no range."""
    links = [spot for spot in range(number.start + 1, number.end - 1) if line.words[spot] == "to"]
    before = line.words[number.start - 1] if number.start else ""
    is_moving = frozenset(language.tables["changes"]) & set(line.words[max(0, number.start - 9) : number.start])
    if len(links) != 1 or before != "by" or not is_moving:
        return ()
    spans = ((number.start, links[0]), (links[0] + 1, number.end))
    found = [(first, figure) for first, end in spans for figure in language.figures(line.tokens[first:end])]
    return tuple(
        Count(line.text(first, first + one.end - 1), one.amount, first, first + one.end - 1, unit_of(one), "")
        for first, one in found
    )


def _shares(line: Line, language: Language) -> Iterator[tuple[int, int]]:
    """Where the last number of `one household in five`, `sept foyers sur dix` stands, and where the first does."""
    cues, figures = NUMBER_CUES[language.code], language.figures(line.tokens)
    for number in figures:
        start = number.start
        if start < 3 or line.words[start - 1] not in cues.out_of or not re.fullmatch(r"\d\d?|100", number.amount):
            continue
        first = [spot for spot in range(max(0, start - 4), start - 2) if _share_of(line, spot, language)]
        between = "".join(line.before(spot) for spot in range(first[-1] + 1, start + 1)) if first else ","
        counts_nothing = language is not ENGLISH or not counted_words(line, number.end, language)  # three in 40 years
        if counts_nothing and not ENDS.search(between):
            yield start, first[-1]


def _counts_inside(line: Line, number: Figure, cues: NumberCues) -> bool:
    """Whether a part has what it counts between its numbers: `trois foyers sur dix`, `one boat in five`."""
    inside = line.words[number.start + 1 : number.end - 1]
    return "/" in number.amount and any(word.isalpha() and word not in {*cues.out_of, "out", "of"} for word in inside)


def _share_of(line: Line, spot: int, language: Language) -> str:
    """The number that opens a share, in digits."""
    word, cues = line.words[spot], NUMBER_CUES[language.code]
    if word in cues.one:
        return "1"
    return str(language.tables["values"].get(word, word if re.fullmatch(r"\d\d?", word) else ""))


def _modified(line: Line, number: Figure, language: Language) -> int:
    """Where the words that modify a figure begin: `more than 50`, `up to 12`."""
    for width in range(min(MODIFIER, number.start), 0, -1):
        first = number.start - width
        gaps = "".join(line.before(spot) for spot in range(first + 1, number.start + 1))
        if " ".join(line.words[first : number.start]) in language.tables["bounds"] and not ENDS.search(gaps):
            return first
    return number.start


def _holder(line: Line, start: int, cues: NumberCues) -> str:
    """What an amount is of, where nothing stands behind it: `a debt of £72 million`."""
    if start < 2 or line.words[start - 1] not in cues.of or ENDS.search(line.before(start)):
        return ""
    holder = line.words[start - 2]
    return line.tokens[start - 2].text if holder.isalpha() and not holder.endswith("é") else ""
