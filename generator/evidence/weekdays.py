"""On which side of the publication a sentence tells a weekday: `closed on Tuesday` is past, `will meet on Tuesday` not.

Only what is sure is told: of a day whose verb stands at once before it, and that is told nowhere in another way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from generator.evidence.sense import IRREGULAR
from generator.evidence.text import Token

Side = Literal["ahead", "behind", ""]
HELP = 3  # words before a verb, within which its auxiliary stands
LONG = 4  # letters: a verb in -ed has more
_CLAUSE = re.compile(r"[,;:.\"()]| - ")
_COMING = frozenset(("will", "shall", "won't"))
_AUXILIARIES = frozenset("will would shall should may might could can must is are be was were has have had to".split())
_OPEN = (_AUXILIARIES - _COMING - {"was", "were", "has", "have", "had"}) | {"get", "gets", "getting", "being"}
_NO_PAST = frozenset("due expected planned scheduled set slated timed called need hundred agreed".split())
_BEFORE_NOUNS = frozenset(("the", "a", "an", "its", "his", "her", "their", "of", "and", "by"))


def tells_the_other_side(day: str, wanted: Side, sentences: Sequence[Sequence[Token]]) -> bool:
    """Whether each place where sentences name a weekday tells it as past where it is to come, or the other way."""
    told = [side for run in sentences for side in _sides(day, run)]
    return bool(told) and all(side and side != wanted for side in told)


def _sides(day: str, run: Sequence[Token]) -> list[Side]:
    words = [token.text.casefold() for token in run]
    return [_side(run, words, spot) for spot, word in enumerate(words) if word.removesuffix("'s") == day]


def _side(run: Sequence[Token], words: Sequence[str], spot: int) -> Side:
    at = spot - 2 if spot > 1 and words[spot - 1] == "on" else spot - 1
    joined = all(run[n].gap == " " for n in range(at + 1, spot + 1))
    if (
        at < 1
        or not joined
        or any(word.endswith("'s") for word in words[spot : spot + 2])
        or _goes_on(run, words, spot)
    ):
        return ""
    verb, ahead = words[at], words[max(0, at - HELP) : at]
    if _COMING.intersection(ahead):
        return "ahead" if ahead[-1] in _COMING | {"be", "then", "again"} else ""
    is_past = (len(verb) > LONG and verb.endswith("ed")) or IRREGULAR.get(verb, verb) != verb
    if not is_past or verb in _NO_PAST or run[at].text[0].isupper() or ahead[-1] in _BEFORE_NOUNS:
        return ""
    return "" if _OPEN.intersection(ahead) else "behind"


def _goes_on(run: Sequence[Token], words: Sequence[str], spot: int) -> bool:
    """Whether a verb follows in the clause of the day: `a strike that was called on Friday could shut the port`."""
    for at in range(spot + 1, len(words)):
        if _CLAUSE.search(run[at].gap):
            return False
        if words[at] in _AUXILIARIES - {"to"}:
            return True
    return False
