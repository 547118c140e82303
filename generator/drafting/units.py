"""What a figure is counted in: money, percent, or a measure such as tonnes; by what it is told, and of what it is."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.drafting.counts import Count
from generator.drafting.lines import Line
from generator.drafting.vocabulary import concept
from generator.evidence.languages import Language

# One spelling for each measure first, as it is compared; a plural in -s goes with each.
_MEASURES = """
tonne ton t
kilogram kilo kilogramme kg
gram gramme g
pound lb livre
ounce oz once
litre liter l
gallon
barrel baril
bushel boisseau
bag sack sac
bale balle
container conteneur
hectare ha
acre
kilometre kilometer km kilomètre
metre meter m mètre
centimetre centimeter cm centimètre
millimetre millimeter mm millimètre
mile
foot feet pied
watt w
kilowatt kw
megawatt mw mégawatt
gigawatt gw
terawatt tw térawatt
kilowatt-hour kwh kilowatt-heure
megawatt-hour mwh mégawatt-heure
gigawatt-hour gwh gigawatt-heure
terawatt-hour twh térawatt-heure
degree degré
dose
"""
_MEASURE = {word: row.split()[0] for row in _MEASURES.split("\n") for word in row.split()}
MEASURED = frozenset(_MEASURE.values())
_SIZES = frozenset(("square", "cubic", "short", "long"))  # before a measure, these make another of it
_OF = {"en": frozenset(("of",)), "fr": frozenset(("de", "d", "du"))}
_PER = {"en": frozenset(("a", "an", "per", "each")), "fr": frozenset(("par", "la", "le", "l"))}
# By which things are counted that are no money, in two languages; the first is compared.
_TIMES = """
second seconde
minute
hour heure
day jour
night nuit
week semaine
month mois
quarter trimestre
season saison
year an année
"""
_HEADS = """
head person capita tête personne habitant
household foyer
"""
_ONE = {word: row.split()[0] for row in (_TIMES + _HEADS).split("\n") for word in row.split()}
TIMES = frozenset(form for word in _TIMES.split() for form in (word, f"{word}s"))
_CODE = re.compile(r"[A-Z]{3}")  # of a currency that no table knows: `ZMW 7,300`


def measure_of(count: Count) -> str:
    """The measure that stands behind a figure: `tonne` of `800 tonnes`; none where things are counted."""
    words = count.what.casefold().removeprefix("metric ").split()
    size = words[0] if words and words[0] in _SIZES else ""
    measure = _measure(words[bool(size)]) if len(words) > bool(size) else ""
    return f"{size} {measure}" if size and measure else measure


def unit_of(count: Count, line: Line, language: Language) -> str:
    """What a figure is told in: a currency, `%`, a measure; none where things are counted."""
    before = line.tokens[count.first - 1].text if count.first else ""
    code = before if _CODE.fullmatch(before) and not count.unit and rate_of(count, line, language) else ""
    return count.unit or code or measure_of(count)


def rate_of(count: Count, line: Line, language: Language) -> str:
    """By what a figure is told: `tonne` of `$230 a tonne`, `day` of `40 boats a day`; none where it is a total."""
    behind = words_behind(count, line)
    told = len(count.what.split())
    reach = told + 2 * (behind[told : told + 1] != [] and behind[told] in _OF[language.code])
    for word, following in list(pairwise(behind))[: reach + 1]:
        is_one = following in _ONE or (bool(count.unit) and following not in language.function_words)
        if word in _PER[language.code] and (_measure(following) or is_one):
            return _measure(following) or _ONE.get(following, following)
    return ""


def of_what(count: Count, line: Line, language: Language) -> str:
    """What a measure is of, as a concept: `flour` of `800 tonnes of flour`; none where that is not told."""
    words = words_behind(count, line)[len(count.what.split()) :][:3]
    if not measure_of(count) or not words or words[0] not in _OF[language.code]:
        return ""
    return next((concept(word, language) for word in words[1:] if word not in language.function_words), "")


def words_behind(count: Count, line: Line) -> list[str]:
    """The next words behind a figure, an article in French apart from its noun."""
    return [part for word in line.words[count.last + 1 :][:8] for part in word.split("'") if part]


def _measure(word: str) -> str:
    return _MEASURE.get(word) or _MEASURE.get(word.removesuffix("s"), "")
