"""Seasons, quarters and halves of a year in a sentence, with their year, or the one that the sentence points to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise

from generator.content.dates import Edtf
from generator.drafting.lines import Line
from generator.drafting.tense import Direction, direction, is_before_a_noun
from generator.evidence.languages import Language


@dataclass(frozen=True)
class Dated:
    """Words of a sentence, from the first token to the last, the date that they mean, and why."""

    date: str
    because: str
    first: int
    last: int


@dataclass(frozen=True)
class _Words:
    """How a language names parts of a year. The patterns match words with one space between them."""

    frames: tuple[re.Pattern[str], ...]
    seasons: Mapping[str, int]  # with the number that a season has in EDTF
    numbers: Mapping[str, int]  # of quarters and halves; 0 is the last
    months: Mapping[str, int]  # in a quarter, in a half
    away: Mapping[str, Direction]  # of what lies on this side of the publication; of `this`, it holds the publication


OF = frozenset(("of", "de", "du", "d"))
GAMES = frozenset("match game points goal goals scored score innings touchdown mi-temps buts".split())  # have quarters
_EN_PLACES = "in|by|before|until|till|since|during|through|over|for|from|of"
_EN_YEAR = r"(?:of )?(?P<year>(?:19|20)\d\d)"
_EN_SEASON = "(?P<season>spring|summer|autumn|fall)"
_EN_UNIT = "(?P<number>first|second|third|fourth|last|final) (?P<unit>quarter|half)"
_FR_SEASON = "(?P<season>printemps|été|automne)"
_FR_UNIT = "(?P<number>premier|deuxième|second|troisième|quatrième|dernier) (?P<unit>trimestre|semestre)"
_FR_YEAR = r"(?:de )?(?P<year>(?:19|20)\d\d)"
_WORDS: Mapping[str, _Words] = {
    "en": _Words(
        frames=(
            re.compile(rf"\b(?:the )?{_EN_SEASON} {_EN_YEAR}\b"),
            re.compile(rf"\b(?P<away>this|last|next|coming|past|previous) {_EN_SEASON}\b"),
            re.compile(rf"\b(?:in|by|before|until|till|since) the (?:early |late |end of the )?{_EN_SEASON}\b"),
            re.compile(rf"\b{_EN_UNIT} (?:{_EN_YEAR}|of (?P<away>the|this|last|next) year)\b"),
            re.compile(
                rf"\b(?:{_EN_PLACES}) the (?:(?:end|start|beginning) of the )?"
                r"(?P<number>first|second|third|fourth) (?P<unit>quarter)\b"
            ),
            re.compile(r"\b(?P<away>this|the current|last|next|the previous) (?P<unit>quarter)\b"),
        ),
        seasons={"spring": 21, "summer": 22, "autumn": 23, "fall": 23},
        numbers={"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0, "final": 0},
        months={"quarter": 3, "half": 6},
        away={
            **dict.fromkeys(("last", "past", "previous", "the previous"), "behind"),
            **dict.fromkeys(("next", "coming"), "ahead"),
        },
    ),
    "fr": _Words(
        frames=(
            re.compile(rf"\b{_FR_SEASON} {_FR_YEAR}\b"),
            re.compile(rf"\b{_FR_SEASON} (?P<away>prochain|dernier|passé)\b"),
            re.compile(rf"\b(?P<away>ce|cet) {_FR_SEASON}\b"),
            re.compile(rf"\b(?:au|(?:à|ici|avant|dès|depuis|pour) (?:le|l)) {_FR_SEASON}\b"),
            re.compile(rf"\b{_FR_UNIT} (?:{_FR_YEAR}|de (?P<away>l|cette) année)\b"),
            re.compile(rf"\b(?:au|du|le) {_FR_UNIT}\b"),
            re.compile(r"\b(?P<unit>trimestre) (?P<away>prochain|dernier|passé)\b"),
            re.compile(r"\b(?P<away>ce) (?P<unit>trimestre)\b"),
        ),
        seasons={"printemps": 21, "été": 22, "automne": 23},
        numbers={"premier": 1, "deuxième": 2, "second": 2, "troisième": 3, "quatrième": 4, "dernier": 0},
        months={"trimestre": 3, "semestre": 6},
        away={"prochain": "ahead", "dernier": "behind", "passé": "behind"},
    ),
}
YEARS_AWAY: Mapping[str, int] = {"the": 0, "this": 0, "last": -1, "next": 1, "l": 0, "cette": 0}


def year_parts(line: Line, published: Edtf, language: Language) -> Iterator[Dated]:
    """The parts of years that a sentence dates something by, each once; none whose year cannot be told."""
    text, found = " ".join(line.words), set[int]()
    ends = [*accumulate((len(word) + 1 for word in line.words), initial=0)]
    places = [(start, end - 1) for start, end in pairwise(ends)]
    for frame in _WORDS[language.code].frames:
        for match in frame.finditer(text):
            spots = {n for n, (start, end) in enumerate(places) if match.start() <= start and end <= match.end()}
            if not found & spots and not _is_of_a_noun(line, max(spots), match, language):
                found |= spots
                if part := _dated(line, min(spots), max(spots), match, published, language):
                    yield part


def _is_of_a_noun(line: Line, last: int, match: re.Match[str], language: Language) -> bool:
    """`in the spring term`, or a quarter of a match: what it is a part of is none of the calendar."""
    if not match.groupdict().get("season") and not GAMES.isdisjoint(line.words):
        return True
    if match.groupdict().get("year"):
        return False
    is_of = last + 1 < len(line.words) and line.words[last + 1] in OF and line.before(last + 1) == " "
    return is_of or is_before_a_noun(line, last, language)


def _dated(
    line: Line, first: int, last: int, match: re.Match[str], published: Edtf, language: Language
) -> Dated | None:
    named = dict.fromkeys(("season", "number", "unit", "away", "year"), "") | match.groupdict()
    words, phrase = _WORDS[language.code], line.text(first, last)
    months = 3 if named["season"] else words.months[named["unit"]]
    month = 3 * (words.seasons[named["season"]] - 20) if named["season"] else 1  # of March to May, it begins in March
    if named["number"]:
        month += ((words.numbers[named["number"]] or 12 // months) - 1) * months
    because = f"{phrase}, counted from the publication"
    if named["year"]:
        start, because = _index(int(named["year"]), month), f"{phrase} is a part of that year"
    elif published.earliest != published.latest:
        return None
    elif named["number"] and named["away"] in YEARS_AWAY:
        start = _index(published.earliest.year + YEARS_AWAY[named["away"]], month)
    else:
        side = words.away.get(named["away"], "")
        way = side or ("" if named["away"] else direction(line, first, last, language))
        now = _index(published.earliest.year, published.earliest.month)
        if named["number"] or named["season"]:
            start = _nearest(month, months, now, way, is_whole=bool(named["away"]))
        else:
            start = now - now % months + months * {"ahead": 1, "behind": -1, "": 0}[way]
    return Dated(_edtf(start, months, words.seasons.get(named["season"])), because, first, last)


def _index(year: int, month: int) -> int:
    """The months since the year 0."""
    return 12 * year + month - 1


def _nearest(month: int, months: int, now: int, way: Direction, *, is_whole: bool) -> int:
    """The month in which such a part begins: last or next summer lies there as a whole; this is the year's."""
    starts = [_index(now // 12 + away, month) for away in (-1, 0, 1)]
    if is_whole and not way:
        return starts[1]
    before = [start for start in starts if start + (months if is_whole else 0) <= now]
    after = [start for start in starts if (start if is_whole else start + months - 1) >= now + is_whole]
    if not way:
        way = "ahead" if after[0] - now < now - before[-1] else "behind"
    return after[0] if way == "ahead" else before[-1]


def _edtf(start: int, months: int, season: int | None) -> str:
    year, month = divmod(start, 12)
    return f"{year:04}-{season}" if season else f"{year:04}-{month + 1:02}/{year:04}-{month + months:02}"
