"""Whether a full stop only shortens the word before it, or ends a sentence as well."""

from __future__ import annotations

import re

from generator.evidence.languages import Language


def abbreviates(head: str, after: str, language: Language) -> bool:
    """Whether the stop between a text's head and what comes after it ends no sentence: `Mr.`, `U.S.`, `No. 10`.

    An initial, and a word that may end a sentence too, do so before a word that opens one: `a Plan B. About 26 ships`.
    """
    word = word_at_the_end(head).casefold()
    numbered = re.match(r" ?\d", after)
    if word in language.numbering:
        return bool(numbered)
    if word in language.abbreviations:
        return True
    if word in language.endings:
        return not _opens_sentence(after, language)
    if re.search(r"(^|\.)[^\W\d_]$", word):
        return not (_opens_sentence(after, language) or (_is_lettered(head, language) and not _is_initial(after)))
    return False


def word_at_the_end(text: str) -> str:
    """The letters, digits and full stops that a text ends with."""
    start = len(text)
    while start and (text[start - 1].isalnum() or text[start - 1] in "_."):
        start -= 1
    return text[start:]


def _opens_sentence(after: str, language: Language) -> bool:
    following = re.match(r" [\"'(\[]*([A-ZÀ-ÖØ-Þ]\w*)", after)
    if following is None or _is_initial(after):
        return False
    return following[1].casefold() in language.starters


def _is_initial(after: str) -> bool:
    return bool(re.match(r" [A-Z]\.", after))


def _is_lettered(head: str, language: Language) -> bool:
    """Whether the letter is no initial: it tells which one of its kind, as in `Plan B`."""
    before = re.search(r"([^\W\d_]+) [^\W\d_]$", head)
    return before is not None and before[1].casefold() in language.lettered
