"""What a measure is of: a length, a height, a time; so that no figure in metres answers how long something is."""

from __future__ import annotations

import re
from typing import Literal

from generator.drafting.counts import Count
from generator.drafting.lines import Line
from generator.evidence.languages import Language

Dimension = Literal["length", "height", "depth", "width", "distance", "time", "speed", ""]
NEAR = 4  # tokens beside a measure in which it is said what it is of

# What a question opens with, and what may answer it; whatever is not here is answered by any figure without a unit.
_ASKED: dict[str, frozenset[Dimension]] = {
    r"how long\b": frozenset(("length", "time")),
    r"how far\b|.*\bquelle distance\b": frozenset(("length", "distance")),
    r"how (?:high|tall)\b": frozenset(("length", "height")),
    r"how deep\b": frozenset(("length", "depth")),
    r"how wide\b": frozenset(("length", "width")),
    r"how fast\b": frozenset(("length", "speed")),
    r"how old\b|.*\bquelle durée\b": frozenset(("time",)),
}
_LENGTH = re.compile(
    r"(?:kilo|centi|milli)?(?:met(?:re|er)|mètre)s?|[kcm]?m|miles?|foot|feet|ft|yards?|inch(?:es)?|leagues?|lieues?|milles?"
)
_SPEED = re.compile(r"km/h|kph|mph|knots?|nœuds?")
_TOLD: dict[str, Dimension] = {
    **dict.fromkeys(("high", "tall", "height", "above", "haut", "haute", "hauteur", "altitude"), "height"),
    **dict.fromkeys(("deep", "depth", "below", "under", "underwater", "profond", "profonde", "profondeur"), "depth"),
    **dict.fromkeys(("wide", "width", "broad", "thick", "across", "largeur", "épaisseur"), "width"),
    **dict.fromkeys(("away", "off", "distance"), "distance"),
    **dict.fromkeys(("long", "length", "longueur"), "length"),
}


def dimensions_asked(question: str) -> frozenset[Dimension]:
    """What may be measured where a question asks for a measure; nothing where it may be anything."""
    plain = question.casefold().lstrip(" ¿«\"'")
    return next((found for pattern, found in _ASKED.items() if re.match(pattern, plain)), frozenset())


def dimension(line: Line, count: Count, language: Language) -> Dimension:
    """What a figure measures, by its unit and by the words beside it; a length, where these say no more."""
    joined = re.split(r"[-\s]", count.text)[-1].casefold()
    behind = line.words[count.last + 1] if count.last + 1 < len(line.words) else ""
    unit, periods = (joined if joined.isalpha() and "-" in count.text else behind), language.tables["periods"]
    if unit in periods:
        return "time"
    if _SPEED.fullmatch(unit):
        return "speed"
    if not _LENGTH.fullmatch(unit):
        return ""
    after = line.words[count.last + 2 : count.last + 2 + NEAR - 1]
    before = line.words[max(0, count.first - NEAR) : count.first]
    return next((_TOLD[word] for word in (*after, *reversed(before)) if word in _TOLD), "length")
