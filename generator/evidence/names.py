"""Names in texts: registered ones through the alias table, others by their capital letter."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from generator.evidence.languages import ENGLISH, LANGUAGES, Language
from generator.evidence.text import ADDRESS, AMOUNT, Token, normalise, tokens

UNFOLDED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})


@dataclass(frozen=True)
class Part:
    """A word, or one half of a hyphenated one, without its possessive ending."""

    text: str
    token: int
    joined: bool  # only white space or a hyphen stands between it and the part before
    capital: bool  # it looks like a name; amounts and addresses do not


@dataclass(frozen=True)
class Name:
    """A name as a text has it: the parts it spans, and whom it names when it is registered."""

    text: str
    start: int
    end: int
    subject: str | None


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Case and accents removed: Støre and store are alike."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(UNFOLDED))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def parts(sentence: Sequence[Token]) -> tuple[Part, ...]:
    """The words of a sentence as names are looked up in: hyphens split, `'s` dropped."""
    return _parts(tuple(sentence))


@lru_cache(maxsize=65536)
def _parts(sentence: tuple[Token, ...]) -> tuple[Part, ...]:
    all_parts: list[Part] = []
    end = -1
    for index, token in enumerate(sentence):
        joined = token.start - end == 1
        plain = bool(AMOUNT.fullmatch(token.text) or ADDRESS.fullmatch(token.text))
        for number, half in enumerate([token.text] if plain else token.text.split("-")):
            if word := re.sub(r"'[sS]?$", "", half):
                capital = word[0].isupper() or (word[1:2].isupper() and not word[0].isdigit())
                all_parts.append(Part(word, index, joined or number > 0, capital and not plain))
        end = token.end
    return tuple(all_parts)


@dataclass(frozen=True)
class AliasTable:
    """The alias table: which subject each registered spelling names."""

    spellings: Mapping[str, str]  # spelling → the id of its subject
    first_ids: Mapping[str, str] = field(default_factory=dict)  # of subjects that were given another id

    @cached_property
    def _keys(self) -> dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]]:
        keys: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = {}
        for spelling, subject in self.spellings.items():
            for words in dict.fromkeys(_words_of(spelling, language) for language in LANGUAGES.values()):
                keys.setdefault(tuple(map(fold, words)), []).append((words, subject))
        return keys

    @cached_property
    def _longest(self) -> dict[str, int]:
        """How many words the longest spelling has that begins with a word."""
        longest: dict[str, int] = {}
        for key in self._keys:
            longest[key[0]] = max(len(key), longest.get(key[0], 0))
        return longest

    @cached_property
    def digest(self) -> str:
        """Sixteen hex digits that change with the table, but not with an id; locks note them."""
        named = ((spelling, self.first_ids.get(subject, subject)) for spelling, subject in self.spellings.items())
        lines = "\n".join(sorted(f"{spelling}\t{subject}" for spelling, subject in named))
        return hashlib.blake2b(lines.encode(), digest_size=8).hexdigest()

    @cached_property
    def lower_case_words(self) -> frozenset[str]:
        return frozenset(word for spelling in self.spellings for word in spelling.split() if word.islower())

    def registered(self, words: Sequence[Part]) -> Iterator[Name]:
        """The registered names among the words: longest match first, none inside another."""
        asked = tuple(words)
        if asked not in self._answers:
            self._answers[asked] = tuple(self._registered(asked))
        yield from self._answers[asked]

    @cached_property
    def _answers(self) -> dict[tuple[Part, ...], tuple[Name, ...]]:
        return {}

    def _registered(self, words: Sequence[Part]) -> Iterator[Name]:
        spot = 0
        while spot < len(words):
            for size in range(min(self._longest.get(fold(words[spot].text), 0), len(words) - spot), 0, -1):
                if subject := self._subject(words[spot : spot + size]):
                    yield Name(_joined(words[spot : spot + size]), spot, spot + size, subject)
                    spot += size
                    break
            else:
                spot += 1

    def _subject(self, words: Sequence[Part]) -> str | None:
        if not all(part.joined for part in words[1:]):
            return None
        for spelling, subject in self._keys.get(tuple(fold(part.text) for part in words), []):
            pairs = zip(spelling, words, strict=True)
            if all(part.text == word for word, part in pairs if _acronym(word)):
                return subject
        return None

    def may_hide(self, name: Name) -> bool:
        """Whether a spelling of someone else overlaps this name: words not shown could complete it."""
        words = tuple(map(fold, name.text.split(" ")))
        return any(
            _overlap(key, words)
            for key, spellings in self._keys.items()
            if any(subject != name.subject for _, subject in spellings)
        )

    def names(self, sentence: Sequence[Token], *, known_lower: frozenset[str] = frozenset()) -> tuple[Name, ...]:
        """Every name in order of reading; the word that opens counts unless it is known in lower case."""
        words = parts(sentence)
        names = list(self.registered(words))
        registered_spots = {spot for name in names for spot in range(name.start, name.end)}
        run: list[Part] = []
        for spot, part in enumerate(words):
            opens = spot == 0 and part.text.lower() in known_lower | ENGLISH.function_words
            if part.capital and spot not in registered_spots and not opens:
                if run and not part.joined:
                    names.append(_unregistered(run, spot))
                    run = []
                run.append(part)
            elif run:
                names.append(_unregistered(run, spot))
                run = []
        if run:
            names.append(_unregistered(run, len(words)))
        return tuple(sorted(names, key=lambda name: name.start))


def _words_of(spelling: str, language: Language) -> tuple[str, ...]:
    """The words of a spelling as a text of this language has them: a French one parts `d'Azur`."""
    return tuple(part.text for part in parts(tokens(normalise(spelling), language)))


def _unregistered(run: Sequence[Part], end: int) -> Name:
    return Name(_joined(run), end - len(run), end, None)


def _overlap(key: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the key can begin before or with the words, share some of them, and go beyond them."""
    starts = range(1 - len(key), 1)
    shared = ((key[max(0, -start) :][: len(words)], words[: len(key) + start]) for start in starts)
    return key != words and any(mine == theirs for mine, theirs in shared)


def _acronym(word: str) -> bool:
    """US, EU and U.S. must keep their capitals, or every `us` would name a country."""
    return word.isupper() and len(word) > 1


def _joined(words: Sequence[Part]) -> str:
    return " ".join(part.text for part in words)
