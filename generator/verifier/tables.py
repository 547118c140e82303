"""The tables by which texts are read, as a file: whoever repeats the checks need not copy them out of the program."""

from __future__ import annotations

import re
from typing import Any

from pydantic_core import to_json

from generator.evidence.binding import BOUND_FIELDS
from generator.evidence.languages import LANGUAGES, Language, naming
from generator.evidence.languages import places as of_places
from generator.evidence.languages.cues import CUES
from generator.evidence.name_parts import JOINTS, OF, UNFOLDED
from generator.evidence.other_places import demonyms, longer_names
from generator.evidence.own_words import LINKS
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
        "links": sorted(LINKS),
        "cues": CUES,
        "names": _naming(),
        "places": _places(),
        "longer_places": {
            " ".join(name): sorted(map(" ".join, in_it)) for name, in_it in sorted(longer_names().items())
        },
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
        "endings": sorted(language.endings),
        "numbering": sorted(language.numbering),
        "lettered": sorted(language.lettered),
        "starters": sorted(language.starters),
        "english_days": dict(sorted(language.english_days.items())),
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


def _places() -> dict[str, Any]:
    """The words that tell whether a place's name is that of the place."""
    tables = {
        "behind_a_state": of_places.BEHIND_A_STATE,
        "in_headlines": of_places.IN_HEADLINES,
        "waters": of_places.WATERS,
        "idioms": of_places.IDIOMS,
        "demonyms": demonyms(),
        "shared_with_america": of_places.SHARED_WITH_AMERICA,
        "in_america": of_places.IN_AMERICA,
    }
    return {name: sorted(table) for name, table in tables.items()}
