"""The words of a sentence as names are made of them: halves of hyphenated ones, without possessive endings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from generator.evidence.languages import LANGUAGES
from generator.evidence.languages.naming import DATING, PARTICLES, TITLES
from generator.evidence.languages.places import IDIOMS
from generator.evidence.text import ADDRESS, AMOUNT, REMEMBERED, Token

UNFOLDED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
JOINTS = (" ", "-", " & ", "־", "·", "・", "‧")  # what may stand between the words of one name, in any script
OPENING = re.compile(r".*[:?!]\s*[\"'(\[]*|.* - |.*\s[\"'(\[]+", re.DOTALL)  # behind it any word has its capital
OF = ("of", "for", "the", "des", "d", "l")  # small words that one name goes across
_POSSESSIVE = re.compile(r"'[sS]?$")
_DAY_OR_YEAR = re.compile(r"\d{1,2}(?!\d)|\d{4}$")
_DAY = re.compile(r"\d{1,2}(st|nd|rd|th)?")
_SHORT_NUMBER = re.compile(r"\d{1,3}")
_CODE = re.compile(r"([^\W\d_]{1,5})-?(\d{1,3}[A-Z]?)")
_INNER_CAPITAL = re.compile(r"[^\W\d_A-Z]'?[A-ZÀ-ÖØ-Þ]|\d[A-ZÀ-ÖØ-Þ]\w")
_ABBREVIATIONS = frozenset().union(*(language.abbreviations | language.endings for language in LANGUAGES.values()))
_IN_IDIOMS = frozenset(phrase.split()[0] for phrase in IDIOMS)
_made = tuple.__new__  # a named tuple without a call of Python: there are many
LONGEST_IDIOM = 3  # words
_MONTHS = frozenset().union(*(frozenset(language.months) for language in LANGUAGES.values()))


class Part(NamedTuple):
    """A word, or one half of a hyphenated one, without its possessive ending."""

    text: str
    token: int
    before: str  # what stands between it and the part before
    joined: bool  # it may be of one name with the part before
    capital: bool  # it looks like a name; amounts, addresses and months of a date do not
    ending: str = ""  # its possessive ending
    idle: bool = False  # it names nobody: a month that stands in a date, a place in `Swiss rolls`

    @property
    def small(self) -> str:
        return self.text.lower()

    @property
    def is_acronym(self) -> bool:
        return self.text.isupper() and 1 < len(self.text) <= 6


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Case and accents removed: Støre and store are alike."""
    return folded(text)


def folded(text: str) -> str:
    """A long text without case and accents."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.casefold().translate(UNFOLDED))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def parts(sentence: Sequence[Token]) -> tuple[Part, ...]:
    """The words of a sentence as names are looked up in: hyphens split, `'s` dropped, `COP-28` as `COP28`."""
    return _parts(tuple(sentence))


@lru_cache(maxsize=REMEMBERED)
def _parts(sentence: tuple[Token, ...]) -> tuple[Part, ...]:
    all_parts: list[Part] = []
    gaps = [token.gap for token in sentence[1:]]
    gaps.append("")  # before each following token
    for index, (token, following) in enumerate(zip(sentence, gaps, strict=False)):
        text, gap = token.text, token.gap
        possessive = "'" if following.startswith("'") and text[-1:] in "sSxXzZ" else ""
        if gap.startswith("'") and all_parts and all_parts[-1].ending == "'":
            gap = gap[1:]
        halves, may_be_idle = _read(text)
        idle = may_be_idle and (_is_dated(sentence, index) or _opens_an_idiom(sentence, index))
        for number, (word, ending, may_name) in enumerate(halves):
            if not word:
                continue
            before = "-" if number else gap if all_parts else ""
            joined = bool(all_parts) and (before == " " or _is_joint(all_parts[-1].text, before))
            elided = following == "'" and len(word) == 1  # L'Aquila
            capital = may_name and not (idle or elided)
            all_parts.append(_made(Part, (word, index, before, joined, capital, ending or possessive, idle)))
    return tuple(all_parts)


@lru_cache(maxsize=65536)
def _read(token: str) -> tuple[tuple[tuple[str, str, bool], ...], bool]:
    """The words of a token, each with its ending and whether its capital may make a name; and whether it may be idle.

    An amount or an address is of one piece, and no name.
    """
    simple = token.isalpha()
    plain = not simple and bool(AMOUNT.fullmatch(token) or ADDRESS.fullmatch(token))
    halves = (token,) if simple or plain else _halves(token)
    words = tuple((half if simple else _POSSESSIVE.sub("", half), half) for half in halves)
    small = token.casefold()
    may_be_idle = small.removeprefix("mid-") in _MONTHS or small.split("-")[0] in _IN_IDIOMS
    return tuple((w, half[len(w) :], bool(w) and not plain and _has_capital(w)) for w, half in words), may_be_idle


def _halves(token: str) -> list[str]:
    """A code is one word, however it is spelt: `COP-28` and `COP28`, `F-16` and `F16`."""
    code = _CODE.fullmatch(token)
    return [code[1] + code[2]] if code and is_code(token) else token.split("-")


def is_code(token: str) -> bool:
    """Whether a token is a name of letters and digits, and no amount: `COP28`, `G-7`, `F16`, but not `EUR5`."""
    return token[0].isupper() and bool(_CODE.fullmatch(token)) and not AMOUNT.fullmatch(token)


def _has_capital(word: str) -> bool:
    """`Oslo`, `eToro` and `vonZelda` have one; `3D` has none that tells of a name."""
    return word[0].isupper() or (not word.islower() and bool(_INNER_CAPITAL.search(word)))


def is_uncased(word: str) -> bool:
    """Whether a word is of a script without capitals, in which any word may be a name."""
    return not word.isascii() and any(unicodedata.category(letter) == "Lo" for letter in word)


def _is_joint(word: str, before: str) -> bool:
    """Whether what stands behind a word leaves the next one in the same name: `St. Petersburg`, `J. Doe`, `d'Azur`."""
    if before == ". ":
        return word[0].isupper() and (len(word) == 1 or word.casefold() in _ABBREVIATIONS)
    return before in JOINTS or (before == "'" and word.casefold() in ("d", "l"))


def _is_dated(sentence: tuple[Token, ...], index: int) -> bool:
    """Whether a month is the word of a date: a day or a year stands beside it, or `in` before it."""
    text = sentence[index].text
    if not text[0].isupper() or text.casefold().removeprefix("mid-") not in _MONTHS:
        return False
    before = sentence[index - 1].text.casefold() if index and sentence[index].gap == " " else ""
    following = sentence[index + 1] if index + 1 < len(sentence) else None
    day = following is not None and following.gap in (" ", ", ") and _DAY_OR_YEAR.match(following.text)
    return bool(day) or before in DATING or bool(_DAY.fullmatch(before))


def _opens_an_idiom(sentence: tuple[Token, ...], index: int) -> bool:
    """Whether a place or a people is only in the name of a thing: `Swiss rolls`, `Swiss army knife`."""
    if sentence[index].text.casefold().split("-")[0] not in _IN_IDIOMS:
        return False
    words = sentence[index : index + LONGEST_IDIOM]
    for size in range(1, len(words) + 1):
        phrase = " ".join(token.text.casefold() for token in words[:size]).replace("-", " ")
        joined = all(token.gap == " " for token in words[1:size])
        if joined and (phrase in IDIOMS or phrase.removesuffix("s") in IDIOMS):
            return True
    return False


def text_of(words: Sequence[Part]) -> str:
    """Parts as they stand in their text, without the ending of the last."""
    text = words[0].text
    for before, part in pairwise(words):
        text += before.ending + part.before + part.text
    return text


def opens(words: Sequence[Part], spot: int) -> bool:
    """Whether any word would have a capital here: at the start of a sentence, of speech, behind a colon or a dash."""
    return spot == 0 or (not words[spot].joined and bool(OPENING.fullmatch(words[spot].before)))


def makes_a_code(words: Sequence[Part], spot: int) -> bool:
    """Whether a number makes a code of the short word before it, as in `Cop 28`."""
    part, before = words[spot], words[spot - 1]
    short = before.text.isupper() or len(before.text) < 5
    return short and part.before == " " and bool(_SHORT_NUMBER.fullmatch(part.text))


def codes(words: Sequence[Part]) -> dict[int, str]:
    """Codes of two words, folded, as they are written in one, by their first spot: `Cop 28` as `cop28`."""
    return {
        spot: fold(before.text) + part.text
        for spot, (before, part) in enumerate(pairwise(words))
        if before.capital and part.before == " " and _SHORT_NUMBER.fullmatch(part.text)
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
