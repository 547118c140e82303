"""Names in texts: registered ones through the alias table, others by their capital letter."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Literal

from generator.evidence.languages import ENGLISH, FRENCH, LANGUAGES, Language
from generator.evidence.languages.naming import (
    BODIES,
    COMPASS,
    CONNECTIVES,
    DATING,
    GIVEN_NAMES,
    PARTICLES,
    QUALIFIERS,
    TITLES,
)
from generator.evidence.ordinary import is_ordinary, opens_plainly
from generator.evidence.text import ADDRESS, AMOUNT, Token, normalise, tokens

UNFOLDED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
JOINTS = (" ", "-", " & ", "־", "·", "・", "‧")  # what may stand between the words of one name, in any script
OPENING = re.compile(r".*[:?!]\s*[\"'(\[]*|.* - |.*\s[\"'(\[]+", re.DOTALL)  # behind it any word has its capital
LOOSE = " / "  # between the words of a headline, which are told by the alphabet
OF = ("of", "for", "the", "des", "d", "l")  # small words that one name goes across
_CODE = re.compile(r"([^\W\d_]{1,5})-?(\d{1,3}[A-Z]?)")
_INNER_CAPITAL = re.compile(r"[^\W\d_A-Z]'?[A-ZÀ-ÖØ-Þ]|\d[A-ZÀ-ÖØ-Þ]\w")
_ABBREVIATIONS = frozenset().union(*(language.abbreviations | language.endings for language in LANGUAGES.values()))
_MONTHS = frozenset().union(*(frozenset(language.months) for language in LANGUAGES.values()))
Kind = Literal["person", "place", "body"]


@dataclass(frozen=True)
class Part:
    """A word, or one half of a hyphenated one, without its possessive ending."""

    text: str
    token: int
    before: str  # what stands between it and the part before
    joined: bool  # it may be of one name with the part before
    capital: bool  # it looks like a name; amounts, addresses and months of a date do not
    ending: str = ""  # its possessive ending
    dated: bool = False  # a month that stands in a date, and names nobody

    @property
    def small(self) -> str:
        return self.text.lower()

    @property
    def is_acronym(self) -> bool:
        return self.text.isupper() and 1 < len(self.text) <= 6


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
    """The words of a sentence as names are looked up in: hyphens split, `'s` dropped, `COP-28` as `COP28`."""
    return _parts(tuple(sentence))


@lru_cache(maxsize=65536)
def _parts(sentence: tuple[Token, ...]) -> tuple[Part, ...]:
    all_parts: list[Part] = []
    for index, token in enumerate(sentence):
        following = sentence[index + 1] if index + 1 < len(sentence) else None
        possessive = "'" if following and following.gap.startswith("'") and token.text[-1:] in "sSxXzZ" else ""
        gap = token.gap.removeprefix("'") if all_parts and all_parts[-1].ending == "'" else token.gap
        plain = bool(AMOUNT.fullmatch(token.text) or ADDRESS.fullmatch(token.text))
        dated = _is_dated(sentence, index)
        for number, half in enumerate([token.text] if plain else _halves(token.text)):
            word = re.sub(r"'[sS]?$", "", half)
            if not word:
                continue
            before = "-" if number else gap if all_parts else ""
            joined = bool(all_parts) and _is_joint(all_parts[-1].text, before)
            elided = len(word) == 1 and following is not None and following.gap == "'"  # L'Aquila
            capital = _has_capital(word) and not plain and not dated and not elided
            all_parts.append(Part(word, index, before, joined, capital, half[len(word) :] or possessive, dated))
    return tuple(all_parts)


def _halves(token: str) -> list[str]:
    """A code is one word, however it is spelt: `COP-28` and `COP28`, `F-16` and `F16`."""
    code = _CODE.fullmatch(token)
    return [code[1] + code[2]] if code and is_code(token) else token.split("-")


def is_code(token: str) -> bool:
    """Whether a token is a name of letters and digits, and no amount: `COP28`, `G-7`, `F16`, but not `EUR5`."""
    return token[0].isupper() and bool(_CODE.fullmatch(token)) and not AMOUNT.fullmatch(token)


def _has_capital(word: str) -> bool:
    """`Oslo`, `eToro` and `vonZelda` have one; `3D` has none that tells of a name."""
    return word[0].isupper() or bool(_INNER_CAPITAL.search(word))


def is_uncased(word: str) -> bool:
    """Whether a word is of a script without capitals, in which any word may be a name."""
    return any(unicodedata.category(letter) == "Lo" for letter in word)


def _is_joint(word: str, before: str) -> bool:
    """Whether what stands behind a word leaves the next one in the same name: `St. Petersburg`, `J. Doe`, `d'Azur`."""
    if before == ". ":
        return word[0].isupper() and (len(word) == 1 or word.casefold() in _ABBREVIATIONS)
    return before in JOINTS or (before == "'" and word.casefold() in ("d", "l"))


def _is_dated(sentence: tuple[Token, ...], index: int) -> bool:
    """Whether a month is the word of a date: a day or a year stands beside it, or `in` before it."""
    if sentence[index].text.casefold().removeprefix("mid-") not in _MONTHS or not sentence[index].text[0].isupper():
        return False
    before = sentence[index - 1].text.casefold() if index and sentence[index].gap == " " else ""
    following = sentence[index + 1] if index + 1 < len(sentence) else None
    day = following is not None and following.gap in (" ", ", ") and re.match(r"\d{1,2}(?!\d)|\d{4}$", following.text)
    return bool(day) or before in DATING or bool(re.fullmatch(r"\d{1,2}(st|nd|rd|th)?", before))


def text_of(words: Sequence[Part]) -> str:
    """Parts as they stand in their text, without the ending of the last."""
    text = words[0].text
    for before, part in pairwise(words):
        text += before.ending + part.before + part.text
    return text


@dataclass(frozen=True)
class AliasTable:
    """The alias table: which subject each registered spelling names."""

    spellings: Mapping[str, str]  # spelling → the id of its subject
    first_ids: Mapping[str, str] = field(default_factory=dict)  # of subjects that were given another id
    kinds: Mapping[str, Kind] = field(default_factory=dict)  # of subjects; who is not told is a person
    languages: tuple[str, ...] = (ENGLISH.code,)  # of the articles, in whose dictionaries a word may be ordinary

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
    def _own_words(self) -> dict[str, frozenset[str]]:
        """The words of all spellings of each subject, folded."""
        words: dict[str, set[str]] = {}
        for key, spellings in self._keys.items():
            for _, subject in spellings:
                words.setdefault(subject, set()).update(key)
        return {subject: frozenset(known) for subject, known in words.items()}

    @cached_property
    def _acronyms(self) -> frozenset[str]:
        return frozenset(spelling for spelling in self.spellings if _acronym(spelling) and spelling.isalpha())

    @cached_property
    def digest(self) -> str:
        """Sixteen hex digits that change with the table, but not with an id; locks note them."""
        named = ((spelling, self.first_ids.get(subject, subject)) for spelling, subject in self.spellings.items())
        lines = "\n".join(sorted(f"{spelling}\t{subject}" for spelling, subject in named))
        return hashlib.blake2b(lines.encode(), digest_size=8).hexdigest()

    def registered(self, words: Sequence[Part]) -> tuple[Name, ...]:
        """The registered names among the words that mean their bearers, none inside another."""
        asked = tuple(words)
        if asked not in self._answers:
            self._answers[asked] = tuple(self._registered(asked))
        return self._answers[asked]

    def names_of_ours(self, sentence: tuple[Token, ...]) -> tuple[Name, ...]:
        """Every name in a sentence of our own; each is asked for often."""
        if sentence not in self._names_of_ours:
            self._names_of_ours[sentence] = self.names(sentence)
        return self._names_of_ours[sentence]

    @cached_property
    def _answers(self) -> dict[tuple[Part, ...], tuple[Name, ...]]:
        return {}

    @cached_property
    def _names_of_ours(self) -> dict[tuple[Token, ...], tuple[Name, ...]]:
        return {}

    def _registered(self, words: tuple[Part, ...]) -> Iterator[Name]:
        spotted = self._spotted(words)
        taken = frozenset(spot for name in spotted for spot in range(name.start, name.end))
        return (name for name in spotted if self._means_its_bearer(words, name, taken))

    def _spotted(self, words: tuple[Part, ...]) -> list[Name]:
        """Every registered spelling in order of reading; of those that share a word, the longest, then the first."""
        matches: list[Name] = []
        for spot, part in enumerate(words):
            for size in range(min(self._longest.get(fold(part.text), 0), len(words) - spot), 0, -1):
                subject = self._subject(words[spot : spot + size])
                matches += [Name(text_of(words[spot : spot + size]), spot, spot + size, subject)] if subject else []
        chosen: list[Name] = []
        for match in sorted(matches, key=lambda name: (name.start - name.end, name.start)):
            if all(match.end <= other.start or other.end <= match.start for other in chosen):
                chosen.append(match)
        return sorted(chosen, key=lambda name: name.start)

    def _subject(self, words: Sequence[Part]) -> str | None:
        if not all(part.joined for part in words[1:]) or (len(words) == 1 and words[0].dated):
            return None
        for spelling, subject in self._keys.get(tuple(fold(part.text) for part in words), []):
            if all(_is_spelt(part.text, word) for word, part in zip(spelling, words, strict=True)):
                return subject
        return None

    def _means_its_bearer(self, words: tuple[Part, ...], name: Name, taken: frozenset[int]) -> bool:
        """Whether the words around a spelling leave it the name of whom it names: `Doe Street` is not Doe."""
        kind = self.kinds.get(name.subject or "", "person")
        if name.text in self._acronyms:
            kind = "place"  # EU, UN: what follows is no surname
        return self._stays_behind(words, name, taken, kind) and self._stays_before(words, name, taken, kind)

    def _stays_behind(self, words: tuple[Part, ...], name: Name, taken: frozenset[int], kind: Kind) -> bool:
        """Whether the word behind a name leaves it as it is."""
        if name.end == len(words) or name.end in taken:
            return True
        part = words[name.end]
        if not (part.joined and part.capital) or words[name.end - 1].ending:
            return True
        if part.small in BODIES:
            following = words[name.end + 1] if name.end + 1 < len(words) else None
            return kind == "place" and following is not None and following.joined and following.capital  # a headline
        if part.before == "-":
            return kind == "place"
        return kind == "place" or _is_acronym_beside(part, words[name.start]) or self.is_ordinary(part.small)

    def _stays_before(self, words: tuple[Part, ...], name: Name, taken: frozenset[int], kind: Kind) -> bool:
        """Whether the word before a name leaves it as it is: a title does, a given name of somebody else does not."""
        spot = name.start - 1
        while kind == "person" and spot >= 0 and words[spot + 1].joined and words[spot].text in PARTICLES:
            spot -= 1
        if spot < 0 or spot in taken or not words[spot + 1].joined:
            return True
        part, joint = words[spot], words[spot + 1].before
        if not part.capital or part.ending or self._has_own_word_before(words, spot, name):
            return True
        if joint == ". " and len(part.text) == 1 and not (part.text == "M" and FRENCH.code in self.languages):
            return any(word[0] == fold(part.text) for word in self._own_words[name.subject or ""])
        if joint == "-" or (spot and words[spot - 1].small in ("in", "at") and part.small not in GIVEN_NAMES):
            return kind == "place" or joint == " "  # In Oslo Doe said
        if kind == "place" and opens(words, spot) and part.small.endswith("ern") and part.small not in COMPASS:
            return True  # Eastern Norway is written so where a sentence opens
        if kind != "person":
            plain = part.small in GIVEN_NAMES or self.is_ordinary(part.small)
            return part.small not in QUALIFIERS and (_is_acronym_beside(part, words[name.start]) or plain)
        if part.small in GIVEN_NAMES:
            return False
        return _is_acronym_beside(part, words[name.start]) or self.is_ordinary(part.small)

    def is_ordinary(self, word: str) -> bool:
        """Whether a word, in lower case, is an ordinary one in a language of the articles, or a small word."""
        small = any(word in LANGUAGES[code].function_words for code in self.languages)
        return small or any(is_ordinary(word, code) for code in self.languages)

    def _has_own_word_before(self, words: tuple[Part, ...], spot: int, name: Name) -> bool:
        """Whether another word of the same bearer stands before, as in `Jane Q. Doe`."""
        own = self._own_words[name.subject or ""]
        while spot >= 0 and words[spot].capital and words[spot + 1].joined:
            if fold(words[spot].text) in own:
                return True
            spot -= 1
        return False

    def may_hide(self, name: Name) -> bool:
        """Whether a spelling of someone else overlaps this name: words not shown could complete it."""
        words = tuple(fold(part.text) for part in parts(tokens(name.text)))
        return any(
            _overlap(key, words)
            for key, spellings in self._keys.items()
            if any(subject != name.subject for _, subject in spellings)
        )

    def names(
        self,
        sentence: Sequence[Token],
        *,
        known_lower: frozenset[str] = frozenset(),
        known_names: frozenset[str] = frozenset(),
        language: Language = ENGLISH,
    ) -> tuple[Name, ...]:
        """Every name in order of reading; a word that opens the sentence counts unless it is a plain one.

        `known_lower` and `known_names` have the words that the whole text has without and with a capital elsewhere.
        """
        words = parts(sentence)
        names = list(self.registered(words))
        registered_spots = {spot for name in names for spot in range(name.start, name.end)}
        run: list[int] = []
        for spot, part in enumerate(words):
            opening = opens(words, spot) and (
                words[spot].small in known_lower
                or words[spot].small in language.function_words
                or (words[spot].text not in known_names and _is_plain(words, spot, registered_spots, language))
            )
            counts = part.capital and spot not in registered_spots and not opening
            if run and not (counts and part.joined) and not _numbers(words, spot, run):
                names.append(_unregistered(words, run))
                run = []
            if counts or (run and _numbers(words, spot, run)):
                run.append(spot)
        if run:
            names.append(_unregistered(words, run))
        return tuple(sorted(names, key=lambda name: name.start))


def _is_plain(words: Sequence[Part], spot: int, registered: set[int], language: Language) -> bool:
    """Whether a word that opens a sentence has its capital from that alone, and begins no name of several words."""
    word = words[spot].small
    if word in ENGLISH.function_words:
        return True
    following = words[spot + 1] if spot + 1 < len(words) else None
    if following and following.joined and following.capital and not words[spot].ending:
        begins = word in COMPASS if spot + 1 in registered else not _stands_apart(word)
        return not begins and opens_plainly(word, language.code)
    goes_on = following is not None and following.joined
    return (spot == 0 or goes_on) and opens_plainly(word, language.code)


def _stands_apart(word: str) -> bool:
    """Whether a word may stand right before a name without being the beginning of it."""
    return fold(word) in CONNECTIVES or word in TITLES or word.endswith("ly")


def _is_acronym_beside(part: Part, name: Part) -> bool:
    """Whether a word is an acronym, and not one of a headline in capitals throughout."""
    return part.is_acronym and not (name.text.isupper() and len(name.text) > 1)


def opens(words: Sequence[Part], spot: int) -> bool:
    """Whether any word would have a capital here: at the start of a sentence, of speech, behind a colon or a dash."""
    return spot == 0 or (not words[spot].joined and bool(OPENING.fullmatch(words[spot].before)))


def _numbers(words: Sequence[Part], spot: int, run: Sequence[int]) -> bool:
    """Whether a number makes a code of the short word before it, as in `Cop 28`."""
    part, before = words[spot], words[run[-1]]
    short = before.text.isupper() or len(before.text) < 5
    return bool(re.fullmatch(r"\d{1,3}", part.text)) and part.before == " " and short and run[-1] == spot - 1


def codes(words: Sequence[Part]) -> dict[int, str]:
    """Codes of two words, folded, as they are written in one, by their first spot: `Cop 28` as `cop28`."""
    return {
        spot: fold(before.text) + part.text
        for spot, (before, part) in enumerate(pairwise(words))
        if before.capital and part.before == " " and re.fullmatch(r"\d{1,3}", part.text)
    }


def runs(words: Sequence[Part]) -> Iterator[tuple[Part, ...]]:
    """The words with capitals that stand together, small words inside a name passed over."""
    run: list[Part] = []
    end = 0
    for spot, part in enumerate(words):
        if not part.capital:
            continue
        if run and not is_linked(words, end, spot):
            yield tuple(run)
            run = []
        run.append(part)
        end = spot + 1
    if run:
        yield tuple(run)


def is_linked(words: Sequence[Part], end: int, start: int) -> bool:
    """Whether nothing parts two words of one name but small ones: `van der`, `of the`."""
    between = [part.text for part in words[end:start]]
    joined = all(part.joined for part in words[end : start + 1])
    return joined and all(word in PARTICLES or word in OF for word in between)


def chunks(words: Sequence[Part]) -> Iterator[tuple[Part, ...]]:
    """What has to stand together of a run: its words between titles, each of which stands for itself."""
    chunk: list[Part] = []
    for part in words:
        if part.small in TITLES:
            if chunk:
                yield tuple(chunk)
                chunk = []
            yield (part,)
        else:
            chunk.append(part)
    if chunk:
        yield tuple(chunk)


def _is_spelt(text: str, word: str) -> bool:
    """Whether a word of a text is spelt as a registered one: `may` is not `May`, and `us` is not `US`."""
    if _acronym(word):
        return text == word
    return text[0].isupper() or not word[0].isupper()


def _words_of(spelling: str, language: Language) -> tuple[str, ...]:
    """The words of a spelling as a text of this language has them: a French one parts `d'Azur`."""
    return tuple(part.text for part in parts(tokens(normalise(spelling), language)))


def _unregistered(words: Sequence[Part], run: Sequence[int]) -> Name:
    return Name(text_of(words[run[0] : run[-1] + 1]), run[0], run[-1] + 1, None)


def _overlap(key: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the key can begin before or with the words, share some of them, and go beyond them."""
    starts = range(1 - len(key), 1)
    shared = ((key[max(0, -start) :][: len(words)], words[: len(key) + start]) for start in starts)
    return key != words and any(mine == theirs for mine, theirs in shared)


def _acronym(word: str) -> bool:
    """US, EU and U.S. must keep their capitals, or every `us` would name a country."""
    return word.isupper() and len(word) > 1
