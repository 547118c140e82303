"""With what something is compared: more or less than a standard, and since when it is the first or the most.

It compares words with words, as `roles` does, so a lock keeps the answer and not the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.evidence.sense import STOPS, Grammar, Word, stem

FAR = 8  # words between a comparative and the word for its standard
NEAR = 3  # words between a comparative and its *than*
BOUND = 6  # words between a superlative and what bounds it
_MORE, _LESS = frozenset(("more", "greater", "higher", "larger")), frozenset(("less", "fewer", "lower", "smaller"))
_AXES = (
    (_MORE | {"above"}, _LESS | {"below"}),
    (frozenset(("better", "stronger")), frozenset(("worse", "weaker"))),
    (frozenset(("faster", "quicker")), frozenset(("slower",))),
    (frozenset(("later",)), frozenset(("earlier", "sooner"))),
    (frozenset(("longer",)), frozenset(("shorter",))),
)
_PLACES = frozenset(("above", "below"))  # which need no *than*
_COMPARATIVES = frozenset().union(*(more | less for more, less in _AXES))
_STANDARDS = {
    name: frozenset(map(stem, words.split()))
    for name, words in {
        "expected": "expect expected expectation expectations forecast predict predicted prediction anticipated"
        " estimate estimated analysts consensus",
        "planned": "plan planned scheduled schedule budget budgeted target targets promised promise agreed",
        "feared": "fear feared fears warned",
        "hoped": "hope hoped hopes",
        "usual": "usual normal average typical norm",
    }.items()
}
_DENYING = frozenset(("not", "no", "never", "nor"))
_SINCE = frozenset(("since", "in", "for"))
_EVER = frozenset(("ever", "career", "history", "record", "records", "life"))
_SPANS = frozenset(("year", "decade", "month", "century", "season", "week", "day", "generation"))
_SUPERLATIVE = frozenset(("superlative", "first"))


class _Comparison(NamedTuple):
    """Along what two things are compared, whether the first has more of it, and with what standard."""

    axis: int
    is_more: bool
    standard: str
    way: str  # whether it is of a rise or a fall: to fall by less than was feared is to stand higher


class _Bound(NamedTuple):
    """A superlative, whether it holds since a time only or of all time, and the year behind its *since* or *in*."""

    word: str
    kind: str  # since, in, ever, or nothing
    year: str


def is_on_the_other_side(say: str, sentences: Sequence[str], grammar: Grammar) -> bool:
    """Whether a text tells as more than a standard what the sentences tell as less, as of what was forecast."""
    mine = set(_comparisons(grammar.words(say), grammar))
    if not mine:
        return False
    theirs = {one for sentence in sentences for one in _comparisons(grammar.words(sentence), grammar)}
    return any(own not in theirs and own._replace(is_more=not own.is_more) in theirs for own in mine)


def is_of_all_time(say: str, sentences: Sequence[str], grammar: Grammar) -> bool:
    """Whether a text tells of all time, or of one year, what the sentences tell since that year: the lowest since."""
    mine = list(_bounds(grammar.words(say), grammar))
    theirs = [bound for sentence in sentences for bound in _bounds(grammar.words(sentence), grammar)] if mine else []
    for own in mine:
        same = [bound for bound in theirs if bound.word == own.word]
        if same and all(bound.kind == "since" for bound in same) and own.kind in ("ever", "in"):
            is_that_year = own.year and own.year in {bound.year for bound in same}
            if own.kind == "ever" or is_that_year:
                return True
    return False


def _comparisons(words: tuple[Word, ...], grammar: Grammar) -> Iterator[_Comparison]:
    for spot, word in enumerate(words):
        if word.text not in _COMPARATIVES or word.named or (spot and words[spot - 1].text in _DENYING):
            continue
        start = spot + 1 if word.text in _PLACES else _behind_than(words, spot)
        axis = next((n for n, (more, less) in enumerate(_AXES) if word.text in more | less), -1)
        standard = _standard(words, start) if start and axis >= 0 else ""
        if standard:
            yield _Comparison(axis, word.text in _AXES[axis][0], standard, _way(words, spot, grammar))


def _behind_than(words: Sequence[Word], spot: int) -> int:
    """Where the words behind the *than* of a comparative begin; 0 where it has none."""
    ahead = range(spot + 1, min(spot + 1 + NEAR, len(words)))
    return next((place + 1 for place in ahead if words[place].text == "than"), 0)


def _standard(words: Sequence[Word], start: int) -> str:
    for spot, word in enumerate(words[start : start + FAR], start):
        is_bound = word.text[0].isdigit() and words[spot - 1].text != "the"  # less than 2 metres, of the expected 3
        if word.text in STOPS or word.text in _PLACES or is_bound:
            return ""
        for name, stems in _STANDARDS.items():
            if stem(word.text) in stems:
                return name
    return ""


def _way(words: tuple[Word, ...], spot: int, grammar: Grammar) -> str:
    """Whether what is compared rose or fell: the kind of the last such cue shortly before the comparative."""
    ways = [cue.kind for cue in grammar.cues(words) if cue.strict and cue.kind in ("up", "down") and cue.first < spot]
    near = [cue.first for cue in grammar.cues(words) if cue.kind in ("up", "down") and spot - FAR <= cue.first < spot]
    return ways[-1] if near else ""


def _bounds(words: tuple[Word, ...], grammar: Grammar) -> Iterator[_Bound]:
    """Every superlative and *first* of a text, with what bounds it in time."""
    for cue in grammar.cues(words):
        if cue.strict and cue.kind in _SUPERLATIVE:
            end = next((n for n in range(cue.end, len(words)) if words[n].text in STOPS), len(words))
            yield _bound(words, cue.end, min(end, cue.end + BOUND), _named(words[cue.first : cue.end]))


def _named(cue: Sequence[Word]) -> str:
    return "first" if any(word.text == "first" for word in cue) else cue[-1].text


def _bound(words: Sequence[Word], start: int, end: int, word: str) -> _Bound:
    for spot in range(start, end):
        if words[spot].text in _EVER:
            return _Bound(word, "ever", "")
        following = [w.text for w in words[spot + 1 : spot + 4]]
        if words[spot].text not in _SINCE or not following:
            continue
        is_span = any(stem(w) in _SPANS for w in following[1:]) and following[0] not in ("its", "her", "his", "their")
        if words[spot].text == "since" or is_span:
            return _Bound(word, "since", following[0])
        if words[spot].text == "in" and len(following[0]) == 4 and following[0].isdigit():
            return _Bound(word, "in", following[0])
    return _Bound(word, "", "")
