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
MARK = r"(?<!\d'\d)(?<!\d'\d\d)\""  # the second mark of 6'2" tells inches
QUOTED = re.compile(rf"{MARK}(?P<double>(?:[^\"]|(?!{MARK})\")*)(?:{MARK}|$)|(?<!\w)'(?=\w)(?P<single>[^\"]*?)'(?!\w)")
STOP = re.compile(r"(?P<stop>[.!?…]+[\"')\]]*)(?P<space> ?)[\"'(\[]*")


class Words:
    """A reader of words."""

    def __init__(self, tables: dict[str, Any]) -> None:
        self.english: dict[str, Any] = tables["languages"]["en"]  # in which the site's own sentences are
        self.small_words = frozenset(self.english["small_words"])
        self.titles, self.links = frozenset(tables["names"]["titles"]), frozenset(tables["links"])
        languages = tables["languages"].values()
        self.abbreviations = frozenset().union(*(set(it["abbreviations"]) | set(it["endings"]) for it in languages))
        self.figures: dict[str, Any] = {code: language["figures"] for code, language in tables["languages"].items()}
        self.english_days: dict[str, Any] = {code: it["english_days"] for code, it in tables["languages"].items()}
        self._marks = {ord(mark): plain for mark, plain in tables["plain"].items()}
        self._plain: dict[str, str] = {}
        self._token = {code: re.compile(language["token"]) for code, language in tables["languages"].items()}

    @property
    def languages(self) -> Sequence[str]:
        """The codes of all languages that articles may be in."""
        return list(self._token)

    def plain(self, text: str) -> str:
        """Passages: “Only the shape of quotation marks and dashes, letters that are joined into one sign, invisible
        marks and the width of spaces are ignored.”
        """
        if text not in self._plain:
            self._plain[text] = self._made_plain(text)
        return self._plain[text]

    def _made_plain(self, text: str) -> str:
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
        return re.split(MARK, self.plain(text))[::2]

    def ends_sentence(self, before: re.Match[str], token: re.Match[str]) -> bool:
        """Whether a sentence of ours ends between two tokens that follow each other."""
        text = before.string
        if text[before.end() : token.start()] == " " and not before[0].endswith("."):  # as between most words
            return False
        shortened = bool(re.fullmatch(r"(?:\w\.)+", before[0]))
        start = before.end() - shortened  # U.S. has its stop in itself
        found = STOP.fullmatch(text, start, token.start())
        if not found or (found["stop"] == "." and self._abbreviates(text[:start], text[start + 1 :])):
            return False
        glued = before[0][-2:].isalpha() and len(before[0]) > 1 and token[0][0].isupper()
        return not token[0][0].islower() if found["space"] else glued

    def _abbreviates(self, head: str, after: str) -> bool:
        """Whether a full stop only shortens the word before it: `Mr. `, `J. `, `U.S. `."""
        found = re.search(r"[\w.]*$", head)
        word = found[0].casefold() if found else ""
        if word in self.english["numbering"] or word in self.english["abbreviations"]:
            return word not in self.english["numbering"] or bool(re.match(r" ?\d", after))
        letter = re.search(r"(^|\.)[^\W\d_]$", word)
        initial = bool(re.match(r" [A-Z]\.", after))
        following = re.match(r" [\"'(\[]*([A-ZÀ-ÖØ-Þ]\w*)", after)
        starts = not initial and following is not None and following[1].casefold() in self.english["starters"]
        kind = re.search(r"([^\W\d_]+) [^\W\d_]$", head)  # the plan of Plan B
        lettered = kind is not None and kind[1].casefold() in self.english["lettered"] and not initial
        return not starts if word in self.english["endings"] else bool(letter) and not starts and not lettered


def is_quoted(token: re.Match[str]) -> bool:
    """Whether a token stands in double quotation marks."""
    return len(re.findall(MARK, token.string[: token.start()])) % 2 == 1


def contains_run(short: list[str], long: list[str]) -> bool:
    """Whether words stand in others, together and in order."""
    starts = range(len(long) - len(short) + 1)
    return bool(short) and any(long[start : start + len(short)] == short for start in starts)
