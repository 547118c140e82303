"""What the reading rules need to know of a language; the rules themselves are the same for all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.evidence.figures import PARTS, FigureReader
from generator.evidence.languages.money import mark_pattern

SIGN = "[$€£¥￥₩₪₫₱₴₸₹₺₽₾₦₡₵₼৳฿៛₵¢]"
MARK = (  # of a currency, before its digits
    rf"(?:(?<!\w)[A-Z]{{1,3}}{SIGN}|{SIGN}(?:[A-Z]{{1,2}}(?=\d))?|\b(?:{mark_pattern()})(?=[ \d])"
    rf"|\b(?:[NSD]?Kr|kr|SFr|Fr|Rs|[KTU]Sh|Ksh)\.?(?= ?\d)) ?"
)


def amount_pattern(joined: str, percent: str, short: str) -> str:
    """What an amount looks like as one token, with all that is joined to it and the words that belong to it."""
    return (
        rf"(?:(?<![\w.)%€$£¥])[-+]|~)?(?:{MARK})?"
        rf"(?:(?:\d{{1,3}}(?: \d{{3}})+(?!\d)|\d+)(?:[.,]\d+|'\d{{3}}(?!\d))*(?:/\d+(?![\d/]))?[{PARTS}]?|[{PARTS}])"
        rf"(?:(?::\d\d)+|[^\W\d_{PARTS}]+(?:/[^\W\d_]+)?(?:-[^\W\d_]\w*)*|(?:-[^\W\d_]\w*)+|\+)?"
        rf"(?: ?%| (?:{percent})\b|[ -](?:{joined})\b)?(?: ?(?:{short}|[A-Z]{{1,3}})?{SIGN}(?![\d\w]))?"
    )


@dataclass(frozen=True, eq=False)  # one of each, compared as itself
class Language:
    """The tables of one language; every word stands in lower case."""

    code: str
    # sentences and clauses
    abbreviations: frozenset[str]  # their full stop never ends a sentence
    openers: str  # words that open a sentence even without its capital, where a space is missing: a pattern
    negations: frozenset[str]
    clause_openers: frozenset[str]
    function_words: frozenset[str]
    # tokens
    amount: str  # the pattern of a number with its sign, currency, percent sign and scale
    elisions: str  # words that lose their vowel and stand before an apostrophe: a pattern, or nothing
    # figures
    tables: Mapping[str, Any]  # plain tables, which are published too
    # counting from the day of publication
    weekdays: tuple[str, ...]  # from Monday on
    weekday: str  # how one is written with what may stand around it; `{day}` is the name
    months_away: Mapping[str, int]
    years_away: Mapping[str, int]
    days_away: Mapping[str, tuple[int, int]]
    past: frozenset[str]  # words that put a counted day at or before the publication
    future: frozenset[str]
    # what not every language has
    endings: frozenset[str] = frozenset()  # abbreviations that end a sentence before a word that opens one
    numbering: frozenset[str] = frozenset()  # abbreviations before a number, and words elsewhere
    lettered: frozenset[str] = frozenset()  # what a single letter behind it tells apart: Plan B
    speech: frozenset[str] = frozenset()  # verbs of saying
    english_days: Mapping[str, str] = field(default_factory=dict)  # of the week, and feasts: the names that ours are
    starters: frozenset[str] = frozenset()  # words that have a capital only where a sentence opens
    figures: FigureReader = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "figures", FigureReader(self.tables))

    def __reduce__(self) -> tuple[Callable[[str], Language], tuple[str]]:
        """There is one of each, so that its code is all that travels."""
        return named, (self.code,)

    @property
    def months(self) -> Mapping[str, int]:
        months: Mapping[str, int] = self.tables["months"]
        return months


def named(code: str) -> Language:
    """The language of a code, as it is found again on another machine."""
    from generator.evidence.languages import LANGUAGES  # which are made of this

    return LANGUAGES[code]
