"""How names are found in words, by the list of names that the site publishes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from verify_locks import digest
from verify_words import Tokens, Words

SENTENCE_BEFORE = re.compile(r"[.!?…]+[\"')\]]* ")  # between two words: the first ends a sentence


class Part(NamedTuple):
    """A word as names are made of: one half of a hyphenated token, and without `'s`."""

    text: str
    token: int  # the number of the token that it is a part of
    joined: bool  # one sign at most stands before it: a space, a hyphen
    capital: bool  # it looks like a name
    opens: bool  # a sentence, where any word has a capital


class Piece(NamedTuple):
    """Parts that name somebody together, or a single part that names nobody who is registered."""

    subject: str  # the id of whom they name, or nothing
    span: range


class Names:
    """A reader of names."""

    def __init__(self, words: Words, tables: dict[str, Any], registered: Iterable[dict[str, Any]]) -> None:
        self.words = words
        self._folded = {ord(letter): plain for letter, plain in tables["folded"].items()}
        self._solid = re.compile(words.english["solid"])
        self._subjects: dict[str, tuple[set[str], set[str]]] = {}
        self.spellings = {
            spelling: entry["id"]
            for entry in registered
            for spelling in (entry["name"], *entry["aliases"], *entry.get("demonyms", ()))
        }
        self.small_letters = words.small_words.union(
            word for spelling in self.spellings for word in spelling.split() if word.islower()
        )
        self._table = self._by_their_words()
        self._longest = max(map(len, self._table), default=0)

    @cached_property
    def digest(self) -> str:
        """By which a lock tells whether it was written with the same list of names."""
        return digest("\n".join(sorted(f"{spelling}\t{subject}" for spelling, subject in self.spellings.items())))

    def _by_their_words(self) -> dict[tuple[str, ...], list[tuple[list[str], str]]]:
        """Each spelling as every language reads it, under its words without accents and capitals."""
        table: dict[tuple[str, ...], list[tuple[list[str], str]]] = {}
        for spelling, subject in self.spellings.items():
            for language in self.words.languages:
                spelt = [part.text for part in self.parts(self.words.tokens(spelling, language))]
                table.setdefault(tuple(map(self.fold, spelt)), []).append((spelt, subject))
        return table

    def fold(self, text: str) -> str:
        """A word without capitals and accents."""
        apart = unicodedata.normalize("NFKD", text.casefold().translate(self._folded))
        return "".join(letter for letter in apart if not unicodedata.combining(letter))

    def parts(self, tokens: Tokens) -> list[Part]:
        """The parts of a text's tokens, in order."""
        parts: list[Part] = []
        for number, token in enumerate(tokens):
            parts += self._parts_of(token, number, tokens[number - 1] if number else None)
        return parts

    def _parts_of(self, token: re.Match[str], number: int, before: re.Match[str] | None) -> list[Part]:
        gap = token.string[before.end() : token.start()] if before else ""
        opens = before is None or (bool(SENTENCE_BEFORE.match(gap)) and not self._abbreviates(before[0], gap))
        solid = bool(self._solid.fullmatch(token[0]))  # an amount or an address
        parts: list[Part] = []
        for half_number, half in enumerate([token[0]] if solid else token[0].split("-")):
            word = re.sub(r"'[sS]?$", "", half)
            if word:
                joined = half_number > 0 or len(gap) == 1
                capital = not solid and has_capital(word)
                parts.append(Part(word, number, joined, capital, opens and half_number == 0))
        return parts

    def _abbreviates(self, word: str, gap: str) -> bool:
        """Whether the full stop behind a word only shortens it: `Mr. `, `J. `."""
        return gap == ". " and (len(word) == 1 or word.casefold() in self.words.english["abbreviations"])

    def pieces(self, parts: Sequence[Part]) -> list[Piece]:
        """Every part, alone or with those that name somebody together; the longest spelling wins."""
        folded = tuple(self.fold(part.text) for part in parts)
        pieces: list[Piece] = []
        start = 0
        while start < len(parts):
            for end in range(min(len(parts), start + self._longest), start, -1):
                subject = self._subject(parts[start:end], folded[start:end])
                if subject:
                    break
            else:
                subject, end = "", start + 1
            pieces.append(Piece(subject, range(start, end)))
            start = end
        return pieces

    def _subject(self, parts: Sequence[Part], folded: tuple[str, ...]) -> str:
        """Names: “Different spellings count as one name where our list of names says so.”

        Accents and capitals are free, but an acronym keeps its capitals: `US` is not `us`.
        """
        for spelt, subject in self._table.get(folded, ()):
            acronyms = {word for word in spelt if len(word) > 1 and word.isupper()}
            if acronyms <= {part.text for part in parts} and all(part.joined for part in parts[1:]):
                return subject
        return ""

    def subjects(self, runs: Iterable[str]) -> tuple[set[str], set[str]]:
        """Whom runs of names name, and the words with capitals that stand in them."""
        subjects, capitals = set[str](), set[str]()
        for run in runs:
            if run not in self._subjects:
                self._subjects[run] = self._subjects_of(run)
            subjects |= self._subjects[run][0]
            capitals |= self._subjects[run][1]
        return subjects, capitals

    def _subjects_of(self, run: str) -> tuple[set[str], set[str]]:
        parts = self.parts(self.words.tokens(run))
        subjects = {piece.subject for piece in self.pieces(parts) if piece.subject}
        return subjects, {self.fold(part.text) for part in parts if part.capital}


def has_capital(word: str) -> bool:
    """`Oslo` and `eToro` have one; `3D` has none that tells of a name."""
    return word[0].isupper() or (word[1:2].isupper() and not word[0].isdigit())
