"""What the reading rules need to know of a language; the rules themselves are the same for all."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


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
    amount_parts: re.Pattern[str]  # the same, with each part by its name
    elisions: str  # words that lose their vowel and stand before an apostrophe: a pattern, or nothing
    # numbers
    plain: Callable[[str], str]  # digits with the language's marks as Python has them
    values: Mapping[str, int]  # below a hundred; an entry may be of several words
    hundreds: frozenset[str]
    scales: Mapping[str, int]
    short_scales: Mapping[str, int]
    ordinals: Mapping[str, int]
    currencies: Mapping[str, str]
    percent: frozenset[str]
    free: frozenset[str]  # number words too common to be bound
    # dates
    months: Mapping[str, int]
    short_months: Mapping[str, int]
    middle: str  # what stands before a month to mean its middle
    day: re.Pattern[str]  # the day of a month
    # counting from the day of publication
    weekdays: tuple[str, ...]  # from Monday on
    weekday: str  # how one is written with what may stand around it; `{day}` is the name
    months_away: Mapping[str, int]
    days_away: Mapping[str, tuple[int, int]]
    # what not every language has
    endings: frozenset[str] = frozenset()  # abbreviations that end a sentence before a word that opens one
    numbering: frozenset[str] = frozenset()  # abbreviations before a number, and words elsewhere
    lettered: frozenset[str] = frozenset()  # what a single letter behind it tells apart: Plan B
    speech: frozenset[str] = frozenset()  # verbs of saying
    starters: frozenset[str] = frozenset()  # words that have a capital only where a sentence opens
    joiner: str = ""  # between a hundred and what follows it: two hundred and fifty
    articles: frozenset[str] = frozenset()  # number words that may be no number
    bare: frozenset[str] = frozenset()  # hundreds and scales that count as one of themselves
    of: frozenset[str] = frozenset()  # what may stand between an amount and its currency
    doubtful_months: frozenset[str] = frozenset()  # words of another meaning, unless they have a capital
    month_first: bool = False  # September 4
    capital_months: bool = False  # without a day or a year, a month is one by its capital alone
    longest: int = field(init=False)  # how many words the longest entry of `values` has

    def __post_init__(self) -> None:
        object.__setattr__(self, "longest", max(entry.count(" ") + 1 for entry in self.values))
