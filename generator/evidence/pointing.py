"""Whether a sentence may mean somebody whom it does not name: by a pronoun, or by what it calls them."""

from __future__ import annotations

from functools import lru_cache

from generator.evidence.languages import Language
from generator.evidence.languages.meant import DESCRIPTIONS, POINTING, PRONOUNS
from generator.evidence.text import tokens

DESCRIBED = 3  # words from `the` to what it describes, at most


@lru_cache(maxsize=4096)
def may_mean_another(sentence: str, language: Language) -> bool:
    """Whether a pronoun, or a description such as `the minister`, stands in a normalised sentence."""
    words, code = [token.text.casefold() for token in tokens(sentence, language)], language.code
    if PRONOUNS[code].intersection(words):
        return True
    return any(
        word in POINTING[code] and DESCRIPTIONS[code].intersection(words[spot + 1 : spot + 1 + DESCRIBED])
        for spot, word in enumerate(words)
    )
