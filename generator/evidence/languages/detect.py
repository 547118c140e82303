"""Which language a text is in."""

from __future__ import annotations

import re

from generator.evidence.languages import ENGLISH, LANGUAGES, Language
from generator.evidence.text import normalise


def language_of(text: str, declared: str = "") -> Language:
    """The language of the page, or the one whose small words the text has most of."""
    if declared:
        return LANGUAGES[declared]
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", normalise(text))]
    counts = {code: sum(word in language.function_words for word in words) for code, language in LANGUAGES.items()}
    best = max(counts, key=lambda code: (counts[code], code == ENGLISH.code))
    return LANGUAGES[best]
