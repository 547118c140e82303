"""Of what each of two opposites is told: whether a fact has fall what rises in its sentence, while the other falls.

It compares words with words, as `roles` does, so a lock keeps the answer and not the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from generator.evidence.languages import ENGLISH
from generator.evidence.sense import DENYING, OPPOSITES, STOPS, Cue, Grammar, Word, stem

FAR = 4  # words that mean something, on either side of a cue, which tell what it is about
# Stems that tell nothing of what is told of.
_LIGHT = frozenset("find make get take become percent point year month".split())
_TIMES = frozenset(map(stem, (*ENGLISH.months, *ENGLISH.weekdays)))
_AND = frozenset(("and", "but", "while", "whereas"))
# Opposites of which each holds for one of two sides: whoever wins, the other one loses.
_OF_SIDES = frozenset(("for", "win", "keep", "decided", "alike", "cause", "early", "triumph", "men", "adults"))
_PAIRS = tuple(pair for pair in OPPOSITES if not _OF_SIDES & set(pair) and pair != ("uphold", "innocent"))
_KINDS = frozenset(kind for pair in _PAIRS for kind in pair)


class _Told(NamedTuple):
    """An opposite of a text, and the stems of what it is told of: those before it, and those behind."""

    kind: str
    before: frozenset[str]
    behind: frozenset[str]

    @property
    def about(self) -> frozenset[str]:
        """What it is told of: no figure, and no time."""
        return frozenset(one for one in self.before | self.behind if not one[0].isdigit()) - _LIGHT - _TIMES


def are_on_the_other_side(say: str, sentences: Sequence[str], grammar: Grammar) -> bool:
    """Whether a text tells of one thing what the sentences tell of another, and of it the opposite."""
    mine = list(_told(say, grammar))
    if not mine or any(cue.strict and cue.kind in DENYING for cue in grammar.cues(grammar.words(say))):
        return False
    if any(word.text == "than" for word in grammar.words(say)):  # what is compared stands otherwise
        return False
    kinds = {told.kind for told in mine}
    for sentence in sentences:
        theirs = list(_told(sentence, grammar))
        for one, other in (*_PAIRS, *(pair[::-1] for pair in _PAIRS)):
            if one in kinds and other not in kinds and _is_turned(one, other, mine, theirs):
                return True
    return False


def _is_turned(kind: str, opposite: str, mine: Sequence[_Told], theirs: Sequence[_Told]) -> bool:
    right = frozenset().union(*(told.about for told in theirs if told.kind == kind))
    wrong = frozenset().union(*(told.about for told in theirs if told.kind == opposite))
    if not right or not wrong:
        return False
    own = frozenset().union(*(told.about for told in mine if told.kind == kind))
    return bool(own & (wrong - right)) and not own & (right - wrong)


def _told(text: str, grammar: Grammar) -> Iterator[_Told]:
    """Every opposite of a text; one that has nothing before it in its clause is told of the same as the last."""
    words = grammar.words(text)
    cues = [cue for cue in grammar.cues(words) if cue.strict and cue.kind in _KINDS]
    cues = [cue for cue in cues if not cue.first or words[cue.first - 1].text != "the"]  # the slow train
    before = frozenset[str]()
    for cue in cues:
        start = _clause(words, cue, grammar)
        own = frozenset(list(grammar.meaning(words, range(start, cue.first)))[-FAR:])
        before = own | before if any(word.text == "those" for word in words[start : cue.first]) else own or before
        yield _Told(cue.kind, before, frozenset(islice(_behind(words, cue, cues, grammar), FAR)))


def _clause(words: Sequence[Word], cue: Cue, grammar: Grammar) -> int:
    start = cue.first
    while start and not _parts(words[start - 1], grammar):
        start -= 1
    return start


def _behind(words: Sequence[Word], cue: Cue, cues: Sequence[Cue], grammar: Grammar) -> Iterator[str]:
    end = next((n for n in range(cue.end, len(words)) if _parts(words[n], grammar)), len(words))
    end = min([end, *(other.first for other in cues if other.first >= cue.end)])
    yield from grammar.meaning(words, range(cue.end, end))


def _parts(word: Word, grammar: Grammar) -> bool:
    return word.text in STOPS or word.text in _AND or word.text in grammar.openers
