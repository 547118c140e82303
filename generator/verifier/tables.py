"""The tables by which texts are read, as a file: whoever repeats the checks need not copy them out of the program."""

from __future__ import annotations

import re
from typing import Any

from pydantic_core import to_json

from generator.evidence.binding import BOUND_FIELDS
from generator.evidence.languages import LANGUAGES, Language
from generator.evidence.names import UNFOLDED
from generator.evidence.text import ADDRESS, AMOUNT, CONTRACT, DOUBLE, PLAIN, token_pattern

_MARKED = re.compile(r"\[\\w[^]\\]{99,}\]")  # letters and the marks of every script, which grow with Python's tables
ACCENTED = r"[\w\u0300-\u036f]"


def contract_json() -> str:
    """The tables as JSON, the same for every dossier; they change with the contract or the bound fields."""
    whole = {
        "version": CONTRACT,
        "bound": BOUND_FIELDS,
        "plain": _letters(PLAIN | DOUBLE),
        "folded": _letters(UNFOLDED),
        "languages": {code: _tables(language) for code, language in LANGUAGES.items()},
    }
    return to_json(whole, indent=1).decode() + "\n"


def _letters(table: dict[int, Any]) -> dict[str, str]:
    return {chr(letter): replaced or "" for letter, replaced in sorted(table.items())}


def _tables(language: Language) -> dict[str, Any]:
    return {
        "token": _MARKED.sub(lambda _: ACCENTED, token_pattern(language).pattern),
        "solid": f"{AMOUNT.pattern}|{ADDRESS.pattern}",
        "figures": language.tables,
        "small_words": sorted(language.function_words),
        "abbreviations": sorted(language.abbreviations),
    }
