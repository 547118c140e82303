"""Which figure took the place of which: whether a fact has the old one for the new, and the new one for the old.

It compares words with words, as `owners` does, so a lock keeps the answer and not the figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.evidence.figures import Figure, body_of
from generator.evidence.languages import ENGLISH, Language
from generator.evidence.sense import IRREGULAR, stem
from generator.evidence.text import Token, tokens_by_sentence

FAR = 8  # words between two figures of which one took the place of the other
NEAR = 3  # words between the two figures of a vote, or between a comparative and its *than*
_OVER = (  # what stands between a new figure and the old one, at once before it
    *("compared with", "compared to", "in comparison with", "against", "versus", "vs", "up from", "down from"),
    *("rather than", "instead of", "not", "contre", "au lieu de", "plutôt que", "et non"),
)
_FROM, _TO = frozenset(("from", "de")), frozenset(("to", "into", "à"))
_ONCE = frozenset(
    ("initially", "originally", "first", "formerly", "previously", "once", "initialement", "auparavant", "autrefois")
)
_NOW = frozenset(("later", "now", "today", "subsequently", "since", "then", "désormais", "maintenant", "aujourd'hui"))
_BEFORE = frozenset(  # words of a text that tell what was before
    "from had before earlier previously until formerly used originally first initially instead old former then down up "
    "ago last not no than against compared rather".split()
)
_SMALL = frozenset(
    ("a", "an", "the", "some", "about", "around", "just", "only", "nearly", "almost", "over", "un", "une")
)


_YEAR = re.compile(r"1\d{3}|20\d\d")
_STOP = re.compile(r"[.!?…;:]")
_AUXILIARIES = frozenset(("had", "held", "kept", "said", "told", "been", "left"))  # which tell no deed, or many
_SIDES = frozenset(("to", "against", "contre"))  # between the two figures of a vote
_FOR = frozenset(("from", "between", "de", "entre"))  # before the first figure of what is no vote
_LOSING = frozenset(  # whose words tell a vote from the side of whoever lost it
    "lost lose loses losing loss defeat defeated beaten failed fails fail failing fell fall trailed short perdu perd"
    " battu battue échoué défaite".split()
)
_DEGREES = {
    **dict.fromkeys(("more", "greater", "higher", "larger", "plus"), "more"),
    **dict.fromkeys(("fewer", "less", "lower", "smaller", "moins"), "less"),
}
_THAN = frozenset(("than", "que", "qu"))


class _Change(NamedTuple):
    """The amounts that a new figure may be, and those of the old one."""

    new: frozenset[str]
    old: frozenset[str]


def is_taken_for_the_old_one(say: str, sentences: Sequence[Sequence[Token]], language: Language) -> bool:
    """Whether a text has two figures change places, of which one took the place of the other: 9 from 14, 14 from 9."""
    runs = tokens_by_sentence(say)
    mine = [change for run in runs for change in _changes(run, ENGLISH)]
    if not mine:
        return False
    theirs = [change for run in sentences for change in _changes(run, language)]
    own, other = (_degrees(some) for some in (runs, sentences))
    if own and other and own.isdisjoint(other):  # fewer men than women, and more women than men
        theirs = [_Change(change.old, change.new) for change in theirs]
    return any(_have_changed_places(change, theirs) for change in mine)


def are_sides_exchanged(say: str, sentences: Sequence[Sequence[Token]], language: Language) -> bool:
    """Whether a text gives either side of a vote the figure of the other: 112 to 97, told as 97 votes to 112."""
    runs = tokens_by_sentence(say)
    mine = [vote for run in runs for vote in _votes(run, ENGLISH)]
    if not mine or any(token.text.casefold() in _LOSING for run in (*runs, *sentences) for token in run):
        return False
    theirs = [vote for run in sentences for vote in _votes(run, language)]
    return any(_have_changed_places(own, theirs) for own in mine)


def _have_changed_places(own: _Change, theirs: Sequence[_Change]) -> bool:
    return any(own.new & other.old and own.old & other.new for other in theirs) and not any(
        own.new & other.new and own.old & other.old for other in theirs
    )


def _votes(tokens: Sequence[Token], language: Language) -> Iterator[_Change]:
    """Each pair of figures that stand against each other, as in `by 30 votes to 20`."""
    figures = [figure for figure in language.figures(tokens) if not (figure.is_date or figure.free)]
    words = [token.text.casefold() for token in tokens] if len(figures) > 1 else []
    for one, other in pairwise(figures):
        between, before = words[one.end : other.start], words[one.start - 1] if one.start else ""
        if 0 < len(between) <= NEAR and between[-1] in _SIDES and before not in _FOR:
            yield _Change(_bodies(one), _bodies(other))


def _degrees(runs: Sequence[Sequence[Token]]) -> frozenset[str]:
    """Whether some sentences compare two by what there is more of, or less of; a bound of a figure is none."""
    found = set[str]()
    for run in runs:
        words = [token.text.casefold() for token in run]
        for spot, word in enumerate(words):
            ahead = words[spot + 1 : spot + 2 + NEAR]
            than = next((n for n, other in enumerate(ahead) if other in _THAN), len(ahead))
            if word in _DEGREES and than + 1 < len(ahead) and not ahead[than + 1][0].isdigit():
                found.add(_DEGREES[word])
    return frozenset(found)


def is_the_old_one_alone(say: str, sentences: Sequence[Sequence[Token]], language: Language) -> bool:
    """Whether a text has of a figure, or a date, only what it was before, as if it still were: moved from 15 March."""
    theirs = [change for run in sentences for change in _moves(run, language)]
    new = {body for change in theirs for body in change.new}
    for run in tokens_by_sentence(say) if theirs else ():
        told = {body for figure in ENGLISH.figures(run) for body in _bodies(figure)}
        is_past = not _BEFORE.isdisjoint(token.text.casefold() for token in run)
        if not (is_past or told & new) and any(told & change.old - new for change in theirs):
            return True
    return False


def is_in_the_year_of_another_deed(say: str, sentences: Sequence[Sequence[Token]]) -> bool:
    """Whether a text gives a deed the year of another one: discovered in 2018 and sealed in 2022, not found in 2022."""
    mine = [dated for run in tokens_by_sentence(say) for dated in _dated(run)]
    theirs = [dated for run in sentences for dated in _dated(run)] if mine else []
    for year, verb in mine:
        own = {other for its_year, other in theirs if its_year == year}
        years = {its_year for its_year, other in theirs if other == verb}
        if own and verb not in own and years and year not in years:
            return True
    return False


def _dated(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Each year behind an *in*, and the stem of the verb that stands at last before it."""
    last = ""
    for spot, token in enumerate(tokens):
        word = token.text.casefold()
        if spot and tokens[spot - 1].text.casefold() == "in" and _YEAR.fullmatch(word):
            if last:
                yield word, last
            last = ""
        elif _STOP.search(token.gap):
            last = ""
        if word not in _AUXILIARIES and (
            (word.endswith("ed") and len(word) > FAR // 2) or word.removeprefix("re") in IRREGULAR
        ):
            last = stem(word)


def _moves(tokens: Sequence[Token], language: Language) -> Iterator[_Change]:
    """Each pair of figures, or of dates, from the first of which something went to the second."""
    figures = [figure for figure in language.figures(tokens) if not figure.free]
    words = [token.text.casefold() for token in tokens] if len(figures) > 1 else []
    for one, other in pairwise(figures):
        is_near = other.start - one.end <= FAR and one.start and words[one.start - 1] in _FROM
        if is_near and _TO.intersection(words[one.end : other.start]):
            ends = (frozenset(body for body in _bodies(end) if " to " not in body) for end in (other, one))
            yield _Change(*ends)  # which may be those of a range, and this is neither


def _changes(tokens: Sequence[Token], language: Language) -> Iterator[_Change]:
    """Each pair of neighbours among the figures of a sentence of which one took the place of the other."""
    figures = [figure for figure in language.figures(tokens) if not (figure.is_date or figure.free)]
    if len(figures) < 2:
        return
    words = [token.text.casefold() for token in tokens]
    for one, other in pairwise(figures):
        if other.start - one.end > FAR:
            continue
        between = words[one.end : other.start]
        if _follows_the_new_one(between):
            yield _Change(_bodies(one), _bodies(other))
        elif _follows_the_old_one(words[: one.start], between):
            yield _Change(_bodies(other), _bodies(one))


def _follows_the_new_one(between: list[str]) -> bool:
    while between and between[-1] in _SMALL:
        between = between[:-1]
    text = " ".join(between)
    return any(text == link or text.endswith(f" {link}") for link in _OVER) or between[-1:] == ["from"]


def _follows_the_old_one(ahead: list[str], between: list[str]) -> bool:
    while ahead and ahead[-1] in _SMALL:
        ahead = ahead[:-1]
    leaves = ahead[-1:] and ahead[-1] in _FROM and _TO.intersection(between)
    return bool(leaves) or bool(_ONCE.intersection((*ahead[-FAR:], *between)) and _NOW.intersection(between))


def _bodies(figure: Figure) -> frozenset[str]:
    return frozenset(map(body_of, figure.forms))
