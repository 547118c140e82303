"""The dateline that a report may open with: its place, its day, and the agency in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.evidence.languages import LANGUAGES

LONGEST = 90  # characters
WORDS = 10  # of a place and its day before an agency
_AGENCY = r"\((?P<round>[^()]{2,40})\)(?= ?-{1,2} |: )|(?<!\w)/(?P<slashed>[^\s/][^/]{0,38}[^\s/])/(?= - |[.:,]? )"
_NAMED = re.compile(
    rf"(?P<head>(?P<place>[^()]{{0,{LONGEST}}}?)[ ,.]*(?:{_AGENCY}))(?: ?-{{1,2}} |[.:,]? )(?=[\"'(]?\S)"
)
_UNNAMED = re.compile(rf"(?P<place>.{{2,{LONGEST}}}?)(?: -{{1,2}} |: )(?=[\"'(]?\S)")
_SMALL = frozenset("le la les de du des en sur op aan am den der upon on".split())
_MONTHS = frozenset().union(*(language.months for language in LANGUAGES.values()))
_SHOUTED = re.compile(r"(?:[A-ZÀ-ÖØ-Þ]{2}[A-ZÀ-ÖØ-Þ'.-]*|de|la|le|les|sur|en|of|on)(?:[ /-]|$)")
_WEEKDAY = r"(?:\w+day,? |lundi |mardi |mercredi |jeudi |vendredi |samedi |dimanche )?"
_DATE = rf"{_WEEKDAY}(?:\d{{1,2}}(?:er)? \w{{3,10}}\.?|\w{{3,9}}\.? \d{{1,2}})(?:,? \d{{4}})?"
_PLACE_AND_DAY = re.compile(
    rf"(?P<place>[^\W\d_][^\d,()]{{1,40}})(?:, [^\W\d_][^\d,()]{{1,30}})?,? {_DATE}", re.IGNORECASE
)


@dataclass(frozen=True)
class Dateline:
    """The words of a dateline, and where the report goes on."""

    text: str
    end: int
    place: str  # and day, as they are written; empty where the agency stands alone
    agency: str = ""  # what stands in the brackets, or between the slashes


def dateline_of(text: str) -> Dateline | None:
    """The dateline of a paragraph's normalised text: `OSLO, 14 March 2024 (Nordwire) - `, `DUBAI: `; or nothing."""
    named = _NAMED.match(text)
    if named and _may_be_a_place(named["place"]):
        return Dateline(named["head"], named.end(), named["place"], (named["round"] or named["slashed"]).strip())
    found = _UNNAMED.match(text)
    if found and _is_place(place := found["place"].strip()):
        return Dateline(place, found.end(), place)
    return None


def _is_place(words: str) -> bool:
    """A place in capitals, with its day or without; or a place and its day."""
    if _PLACE_AND_DAY.fullmatch(words):
        return True
    place = words.split(",")[0]
    return len(place) > 2 and all(_SHOUTED.match(f"{word} ") for word in place.split()) and place.split()[0].isupper()


def _may_be_a_place(words: str) -> bool:
    """Whether words may be a place and perhaps its day, as an agency's name follows: they have no word of a clause."""
    plain = re.findall(r"[\w'-]+", words)
    is_clause = any(word[0].islower() and word not in _SMALL and word.casefold() not in _MONTHS for word in plain)
    return (len(plain) <= WORDS and not is_clause) or _is_place(words)
