"""Which quoted words can stand alone as somebody's own: those that are a clause."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from generator.evidence.languages import ENGLISH, LANGUAGES
from generator.evidence.passages import Located
from generator.evidence.proving import BoundFact
from generator.evidence.source import GRAMMARS
from generator.evidence.text import normalise, tokens

FINITE = frozenset(
    (
        *("am", "is", "are", "was", "were", "has", "have", "had", "do", "does", "did", "will", "would", "can", "could"),
        *("must", "should", "may", "might", "shall", "cannot", "need", "needs", "want", "wants"),
        *("est", "sont", "ont", "sera", "seront", "doit", "doivent", "peut", "peuvent", "faut"),
        *("sommes", "avons", "devons", "voulons"),
    )
)
CONTRACTED = ("'s", "'re", "'ll", "'m", "'ve", "'d", "n't")
SUBJECTS = frozenset(
    (
        *("i", "we", "you", "he", "she", "it", "they"),
        *("je", "nous", "vous", "il", "elle", "ils", "elles", "on"),
    )
)
UNFINISHED = frozenset(  # what leads on to more
    (
        *("a", "an", "the", "to", "of", "and", "or", "but", "because", "that", "which", "who", "for", "with", "in"),
        *("on", "at", "by", "from", "if", "there", "is", "are", "need", "needs", "want", "wants"),
        *("de", "du", "des", "la", "le", "les", "et", "ou", "que", "qui", "pour", "avec", "dans", "sur", "par", "si"),
    )
)
RELATIVE = frozenset(("who", "which", "that", "qui", "que"))  # a verb behind them says something of part of a clause
TURNING = frozenset(("negation", "double", "limit", "condition", "unreal", "averted", "considered", "aside"))
FEWEST = 3  # words of a clause that says something


def own_words(fact: BoundFact) -> tuple[Located, ...]:
    """The passages of a fact that are a clause, of which each word is quoted, and that say by themselves what it tells.

    “We sold it” is nobody's own word where the sentence is “I deny that we sold it”.
    """
    return tuple(
        passage
        for passage in fact.located
        if fact.who and passage.occurrence and passage.occurrence.quoted >= passage.occurrence.size
        if is_clause(passage.text) and _turns(fact.say) <= _turns_or_may(passage.text)
    )


@cache
def _turns(say: str) -> frozenset[str]:
    """Whether a sentence of ours denies, or tells under a condition, and the like."""
    return TURNING & GRAMMARS[ENGLISH.code].kinds(normalise(say))[0]


@cache
def _turns_or_may(passage: str) -> frozenset[str]:
    """The same of words of an article, whatever its language, and by whichever of its words."""
    plain = normalise(passage)
    return frozenset().union(*(kinds for code in LANGUAGES for kinds in GRAMMARS[code].kinds(plain)))


def is_clause(text: str) -> bool:
    """Whether words have a verb that is said of something, and do not break off before what they lead to."""
    words = [token.text.casefold() for token in tokens(normalise(text))]
    if len(words) < FEWEST or words[-1] in UNFINISHED:
        return False
    is_verb = (
        (word in FINITE or word.endswith(CONTRACTED)) and before not in RELATIVE for before, word in pairwise(words)
    )
    return words[0] in SUBJECTS or words[0].endswith(CONTRACTED) or any(is_verb)
