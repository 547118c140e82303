"""The tables by which texts are read, as a file: whoever repeats the checks need not copy them out of the program."""

from __future__ import annotations

import re
from typing import Any

from pydantic_core import to_json

from generator.evidence.binding import BOUND_FIELDS
from generator.evidence.languages import LANGUAGES, Language, naming
from generator.evidence.languages.cues import CUES
from generator.evidence.name_parts import JOINTS, OF, UNFOLDED
from generator.evidence.own_words import LINKS
from generator.evidence.text import ADDRESS, CONTRACT, DOUBLE, PLAIN, token_pattern

_MARKED = re.compile(r"\[\\w[^]\\]{99,}\]")  # letters and the marks of every script, which grow with Python's tables
ACCENTED = r"[\w\u0300-\u036f]"


def contract_json() -> str:
    """The tables as JSON, the same for every dossier; they change with the contract or the bound fields."""
    whole = {
        "version": CONTRACT,
        "bound": BOUND_FIELDS,
        "plain": _letters(PLAIN | DOUBLE),
        "folded": _letters(UNFOLDED),
        "links": sorted(LINKS),
        "cues": CUES,
        "names": _naming(),
        "languages": {code: _tables(language) for code, language in LANGUAGES.items()},
    }
    return to_json(whole, indent=1).decode() + "\n"


def _letters(table: dict[int, Any]) -> dict[str, str]:
    return {chr(letter): replaced or "" for letter, replaced in sorted(table.items())}


def _tables(language: Language) -> dict[str, Any]:
    return {
        "token": _MARKED.sub(lambda _: ACCENTED, token_pattern(language).pattern),
        "solid": f"{language.amount}|{ADDRESS.pattern}",
        "amount_parts": language.amount_parts.pattern,
        "values": _below_a_hundred(language),
        "scales": dict(language.scales),
        "short_scales": dict(language.short_scales),
        "ordinals": {word: language.ordinals[word] for word in sorted(language.ordinals)} | _joined(language),
        "currencies": dict(language.currencies),
        "free": sorted(language.free),
        "date": _date(language),
        "months": dict(language.months),
        "short_months": dict(language.short_months),
        "small_words": sorted(language.function_words),
        "abbreviations": sorted(language.abbreviations),
        "endings": sorted(language.endings),
        "numbering": sorted(language.numbering),
        "lettered": sorted(language.lettered),
        "starters": sorted(language.starters),
    }


def _naming() -> dict[str, Any]:
    """The words that tell whom a name means, of all languages together."""
    months = frozenset().union(*(language.months for language in LANGUAGES.values()))
    tables = {
        "given_names": naming.GIVEN_NAMES,
        "titles": naming.TITLES,
        "particles": naming.PARTICLES,
        "linking": OF,
        "bodies": naming.BODIES,
        "qualifiers": naming.QUALIFIERS,
        "compass": naming.COMPASS,
        "connectives": naming.CONNECTIVES,
        "dating": naming.DATING,
        "months": months,
        "joints": JOINTS,
    }
    return {name: sorted(table) for name, table in tables.items()}


def _below_a_hundred(language: Language) -> dict[str, int]:
    """The values of the words below a hundred, with the hyphenated ones, such as `twenty-six`."""
    units = [(word, value) for word, value in language.values.items() if 0 < value < 10]
    tens = [(word, value) for word, value in language.values.items() if value >= 20 and value % 10 == 0]
    return {f"{ten}-{unit}": ten_value + value for ten, ten_value in tens for unit, value in units} | dict(
        language.values
    )


def _joined(language: Language) -> dict[str, int]:
    """The values of hyphenated ordinals, such as `twenty-first`."""
    units = [(word, value) for word, value in language.ordinals.items() if value < 10]
    tens = [(word, value) for word, value in language.values.items() if value >= 20]
    return {f"{ten}-{unit}": ten_value + value for ten, ten_value in tens for unit, value in units}


def _date(language: Language) -> str:
    """A date in one pattern, with the month under its own name; only `whole` months need no day or year beside them."""
    whole, short = (
        "|".join(month.capitalize() for month in table) for table in (language.months, language.short_months)
    )
    day, ending = r"(?P<{}>[12]?\d|3[01])", r"(?:st|nd|rd|th|er)?"
    before, day_after = day.format("before") + ending, rf"(?:\W{{1,2}}{day.format('day')}{ending}(?![\w%]))?"
    exact = {*language.months, *language.short_months} - language.doubtful_months  # in small letters
    small = "|".join(sorted(exact, key=lambda word: (-len(word), word)))
    month = rf"(?:{language.middle})?(?P<month>(?P<whole>{whole})|{short}|{small})(?!\w)"
    year = r"(?:\W+(?P<year>[12]\d{3})(?!\w))?"
    return rf"(?P<iso>\d{{4}}-\d\d-\d\d)(?![\w-])|(?:{before} )?{month}(?(before)|{day_after}){year}"
