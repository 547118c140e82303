"""Which words are ordinary ones: a kept dictionary has them in lower case, so that a capital does not make them names.

The dictionary is loaded when the first word is asked of which nobody knows already what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.evidence.languages.naming import (
    CALENDAR,
    CONNECTIVES,
    DEMONYM,
    DEMONYMS,
    GIVEN_NAMES,
    PLACES,
    SURNAMES,
    TITLES,
    WORDS_FIRST,
)

OURS = "en"
_LEMMAS: dict[tuple[str, str], str] = {}  # what the dictionary said, by word and language


@lru_cache(maxsize=65536)
def is_ordinary(word: str, language: str = OURS) -> bool:
    """Whether a word, in lower case, is no name by itself: a dictionary word, a title, a weekday, a demonym."""
    if word in TITLES or word in CALENDAR or word in DEMONYMS or word in CONNECTIVES:
        return True
    if is_name_too(word) or not _is_word(word):
        return False
    lemma = _lemma(word, language)
    return bool(lemma) and (lemma.islower() or bool(re.fullmatch(DEMONYM, word)))


@lru_cache(maxsize=65536)
def opens_plainly(word: str, language: str = OURS) -> bool:
    """Whether a word, in lower case, has its capital only because a sentence opens with it."""
    if word in TITLES or word in CONNECTIVES:
        return True
    if word in CALENDAR or word in DEMONYMS or (is_name_too(word) and word not in WORDS_FIRST):
        return False
    return _is_word(word) and _lemma(word, language).islower() and not _is_demonym(word, language)


def _is_word(word: str) -> bool:
    return word.replace("'", "").isalpha()  # aujourd'hui


def _is_demonym(word: str, language: str) -> bool:
    """Whether a word is of the form of a demonym, and the dictionary has it with its capital: `Danish`."""
    return bool(re.fullmatch(DEMONYM, word)) and not _lemma(word.capitalize(), language).islower()


def is_name_too(word: str) -> bool:
    """Whether a word of the dictionary, in lower case, is a name as well."""
    return word in GIVEN_NAMES or word in SURNAMES or word in PLACES


def looked_up() -> tuple[tuple[str, str, str], ...]:
    """Every word that was asked so far, its language, and the dictionary's form of it; in order."""
    return tuple(sorted((word, language, lemma) for (word, language), lemma in _LEMMAS.items()))


def remember(words: Iterable[tuple[str, str, str]]) -> None:
    """Takes over what an earlier run looked up in the same dictionary."""
    _LEMMAS.update({(word, language): lemma for word, language, lemma in words})


def _lemma(word: str, language: str) -> str:
    """The dictionary's form of a word; empty when it has none."""
    if (word, language) not in _LEMMAS:
        import simplemma  # loaded late: it costs a tenth of a second, and many runs ask nothing new of it

        known = simplemma.is_known(word, lang=language)
        _LEMMAS[word, language] = simplemma.lemmatize(word, lang=language) if known else ""
    return _LEMMAS[word, language]
