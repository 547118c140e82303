"""In what a figure is measured, and of which whole it is a part: whether a fact tells either as its sentences do not.

It compares words with words, as `owners` does, so a lock keeps the answer and not the units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.evidence.figures import Figure, body_of
from generator.evidence.languages import ENGLISH, Language
from generator.evidence.languages.measures import LONGEST, UNITS
from generator.evidence.sense import IRREGULAR, stem
from generator.evidence.text import Token, tokens_by_sentence

_WHOLE = frozenset(("of", "among"))  # before the whole of which a part is told
_SMALL = frozenset(
    ("the", "its", "their", "his", "her", "all", "some", "about", "these", "those", "more", "than", "out")
)
_AUXILIARIES = frozenset(
    ("is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "did", "not", "will", "would", "to")
)
_CLAUSE = re.compile(r"[.!?…;:,()\"]| - ")
_JOINED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*$")
REACH = 12  # words behind a part, within which it is told what became of it


class _Measured(NamedTuple):
    """A figure by the amounts that it may be, and the unit that stands behind it."""

    amounts: frozenset[str]
    unit: str


def is_in_another_unit(say: str, sentences: Sequence[Sequence[Token]], language: Language) -> bool:
    """Whether a text measures a number in miles that the sentences have in kilometres, or tells hours as days."""
    mine = [one for run in tokens_by_sentence(say) for one in _measured(run, ENGLISH) if one.unit]
    theirs = [one for run in sentences for one in _measured(run, language)] if mine else []
    for one in mine:
        units = {other.unit for other in theirs if other.amounts & one.amounts}
        if units and "" not in units and one.unit not in units:
            return True
    return False


def is_whole_told_as_part(say: str, sentences: Sequence[Sequence[Token]]) -> bool:
    """Whether a text tells of the whole what its sentences tell of a part: of 90 guests three fell ill, not 90."""
    parts = [part for sentence in sentences for part in _parts(sentence)]
    for run in tokens_by_sentence(say) if parts else ():
        figures = _counts(run, ENGLISH)
        told = {stem(token.text.casefold()) for token in run}
        amounts = {body for figure in figures for body in _bodies(figure)}
        for figure in figures:
            own = _bodies(figure)
            if not _is_of(run, figure) and any(
                whole & own and not part & amounts and verb in told for whole, part, verb in parts
            ):
                return True
    return False


def _measured(tokens: Sequence[Token], language: Language) -> Iterator[_Measured]:
    for figure in language.figures(tokens):
        if not figure.is_date and figure.amount != "most" and "th" not in figure.amount:
            yield _Measured(frozenset(map(body_of, figure.forms)), _unit(tokens, figure))


def _unit(tokens: Sequence[Token], figure: Figure) -> str:
    """The unit that stands behind a figure, joined to it or as words."""
    joined = _JOINED.search(tokens[figure.end - 1].text.casefold())
    if joined and any(letter in "0123456789-" for letter in tokens[figure.end - 1].text):
        tail = joined.group().split("-")
        if unit := next((UNITS[word] for word in ("-".join(tail), tail[0], *tail[1:2]) if word in UNITS), ""):
            return unit
    words = []
    for token in tokens[figure.end : figure.end + LONGEST]:
        if token.gap not in (" ", "-"):
            break
        words.append(token.text.casefold())
    phrases = (" ".join(words[:size]) for size in range(len(words), 0, -1))
    unit = next((UNITS[phrase] for phrase in phrases if phrase in UNITS), "")
    return unit or (UNITS.get(words[0].split("-")[0], "") if words and words[0].endswith("-long") else "")


def _counts(tokens: Sequence[Token], language: Language) -> list[Figure]:
    """The numbers that count something."""
    return [f for f in language.figures(tokens) if not f.free and re.fullmatch(r"\d+", f.amount)]


def _is_of(tokens: Sequence[Token], figure: Figure) -> bool:
    """Whether a number is told as the whole of something: `of the 90`."""
    spot = figure.start - 1
    while spot >= 0 and (tokens[spot].text.casefold() in _SMALL or tokens[spot].text.endswith(("'s", "s'"))):
        spot -= 1
    return spot >= 0 and tokens[spot].text.casefold() in _WHOLE


def _parts(tokens: Sequence[Token]) -> Iterator[tuple[set[str], set[str], str]]:
    """The amounts of each whole and of its part, and the stem of what is told of the part."""
    figures = _counts(tokens, ENGLISH)
    for number, whole in enumerate(figures):
        if not _is_of(tokens, whole):
            continue
        near = [part for part in figures[max(0, number - 1) : number + 2] if part is not whole]
        for part in near:
            verb = _verb(tokens, max(part.end, whole.end if part.start < whole.start else 0))
            if verb and not _is_of(tokens, part):
                yield _bodies(whole), _bodies(part), verb


def _bodies(figure: Figure) -> set[str]:
    return {body_of(form) for form in figure.forms}


def _verb(tokens: Sequence[Token], start: int) -> str:
    """The stem of what is told of the number that ends here: what follows the first auxiliary, or ends in -ed."""
    for spot in range(start, min(start + REACH, len(tokens))):
        word = tokens[spot].text.casefold()
        if spot > start and _CLAUSE.search(tokens[spot].gap):
            return ""
        if word in _AUXILIARIES:
            rest = [t.text.casefold() for t in tokens[spot : spot + 4]]
            verb = next((word for word in rest if word not in _AUXILIARIES), "")
            return stem(verb) if len(verb) > 3 else ""
        if (word.endswith("ed") and len(word) > 4) or word in IRREGULAR:
            return stem(word)
    return ""
