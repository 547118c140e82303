"""How a text is read as words, by the tables that the site publishes in `data/contract.json`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

Tokens = Sequence[re.Match[str]]

# In French, spaces stand inside the quotation marks « and », and belong to them.
SPACED_MARKS = re.compile(r"(?<![\w.,!?…])«\s+|\s+»(?=[\s.,;:!?…)\]\"'”’]|$)")
# What stands in double quotation marks, the last of which may not be closed, or in single ones.
QUOTED = re.compile(r"\"(?P<double>[^\"]*)(?:\"|$)|(?<!\w)'(?=\w)(?P<single>[^\"]*?)'(?!\w)")


class Words:
    """A reader of words."""

    def __init__(self, tables: dict[str, Any]) -> None:
        self.english: dict[str, Any] = tables["languages"]["en"]  # in which the site's own sentences are
        self.small_words = frozenset(self.english["small_words"])
        self.figures: dict[str, Any] = {code: language["figures"] for code, language in tables["languages"].items()}
        self._marks = {ord(mark): plain for mark, plain in tables["plain"].items()}
        self._token = {code: re.compile(language["token"]) for code, language in tables["languages"].items()}

    @property
    def languages(self) -> Sequence[str]:
        """The codes of all languages that articles may be in."""
        return list(self._token)

    def plain(self, text: str) -> str:
        """Passages: “Only the shape of quotation marks and dashes, invisible marks and the width of spaces are
        ignored.”
        """
        text = unicodedata.normalize("NFC", text)
        text = SPACED_MARKS.sub(lambda found: found[0].strip(), text)
        text = " ".join(text.translate(self._marks).split())
        return unicodedata.normalize("NFC", text)  # again, since an invisible mark may have parted an accent

    def tokens(self, text: str, language: str = "en") -> Tokens:
        """Words, and amounts such as `$2.2 billion`, each with its place in the plain text."""
        return list(self._token[language].finditer(self.plain(text)))

    def exact(self, text: str) -> list[str]:
        """The tokens of a text, with their capitals."""
        return [token[0] for token in self.tokens(text)]

    def run(self, text: str, language: str = "en") -> list[str]:
        """The tokens of a text in small letters."""
        return [token[0].casefold() for token in self.tokens(text, language)]

    def quotations(self, text: str) -> Iterator[str]:
        """What a text has in quotation marks."""
        for quoted in QUOTED.finditer(self.plain(text)):
            yield quoted["double"] or quoted["single"] or ""

    def unquoted(self, text: str) -> list[str]:
        """What a text has outside double quotation marks, piece by piece."""
        return self.plain(text).split('"')[::2]


def contains_run(short: list[str], long: list[str]) -> bool:
    """Whether words stand in others, together and in order."""
    starts = range(len(long) - len(short) + 1)
    return bool(short) and any(long[start : start + len(short)] == short for start in starts)
