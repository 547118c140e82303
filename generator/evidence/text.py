"""An article's text as the contract reads it: paragraphs, sentences, tokens, quotation marks."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect, bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import NamedTuple, overload

from generator.evidence.abbreviations import abbreviates, word_at_the_end
from generator.evidence.languages import ENGLISH, Language
from generator.evidence.quotation_marks import double_marks, single_quotations, speaks_in_single_marks

REMEMBERED = 8192  # texts of which the reading is kept: all of the articles at work, and what is asked again
CONTRACT = 3  # the version of the reading rules below; locks name it

PLAIN = str.maketrans(
    dict.fromkeys("‘’‚‛‹›ʼ＇´", "'")
    | dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f", None)
    | dict.fromkeys(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))), None)  # which way to read
    | dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))  # as a PDF joins letters
)
DOUBLE = str.maketrans(dict.fromkeys("“”„‟«»〝〞＂", '"'))
# The spaces that French sets inside its quotation marks belong to the marks.
_SPACED = re.compile(r"(?<![\w.,!?…])«\s+|\s+»(?=[\s.,;:!?…)\]\"'”’]|$)")

# Marks that are set on letters, in any script that sets them apart: Arabic, Hebrew and Devanagari vowels.
_MARKED = "".join(
    chr(code)
    for script in (range(0x300, 0x3100), range(0xA000, 0xAC00), range(0x10A00, 0x11A00))  # Han has none
    for code in script
    if unicodedata.category(chr(code)) in ("Mn", "Mc")
)
_LETTER = rf"[\w{_MARKED}]"
_ADDRESS = (
    r"https?://[^\s)\]]+|www\.[^\s)\]]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"  # as long as may stand before an @
    r"|(?:\w[\w-]{0,62}\.){1,9}(?:com|org|net|int|gov|info|eu|uk|no|fr|de)/[^\s)\]]+"
)
ITEM = re.compile(r"(?:[-*•+] |\d+[.)] |\|)")
ADDRESS = re.compile(_ADDRESS)
AMOUNT = re.compile(rf"(?!.*-[^\W\d_])(?:{ENGLISH.amount})")  # words that are joined on by a hyphen are none of it
_NUMBER_OF_ITEM = re.compile(r"[-*•+ ]*[0-9]+")
NEAR = 200  # letters on each side of a stop that tell whether it ends a sentence: more than any word has
_STOP = re.compile(r"[.!?…]+[\"')\]]*")
_INITIALS = re.compile(r"(?:\w\.)+")
_OPENER = re.compile(r" [\"'(\[]*([^\W_])")
_TWO_LETTERS = re.compile(r"\w\w$")
_LETTERS = re.compile(r"[^\W\d_]")
_GUILLEMETS = re.compile("[«»]")
_made = tuple.__new__  # a named tuple without a call of Python: there are many
_LETTER_OR_DIGIT = re.compile("[A-Za-z0-9]")
_CLAUSE_ENDS = re.compile(r"[,;:!?()\"|]| - ")


class Token(NamedTuple):
    """A word or an amount, where it stands in its paragraph, whether it is quoted, and what stands before it."""

    text: str
    start: int
    end: int
    quoted: bool = False
    gap: str = ""  # from the token before, or from the start


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where a sentence stands, counted from 1, its tokens, and whether it is a list item or a table row."""

    paragraph: int
    number: int
    tokens: tuple[Token, ...]
    item: bool


@dataclass(frozen=True)
class Paragraph:
    """A non-empty line of an article, normalised."""

    number: int
    text: str
    sentences: tuple[Sentence, ...]

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tuple(token for sentence in self.sentences for token in sentence.tokens)

    @cached_property
    def starts(self) -> frozenset[int]:
        """Where its tokens begin."""
        return frozenset(token.start for token in self.tokens)

    @cached_property
    def ends(self) -> frozenset[int]:
        """Where its tokens end."""
        return frozenset(token.end for token in self.tokens)


@lru_cache(maxsize=REMEMBERED)
def normalise(text: str) -> str:
    """NFC, plain quotation marks and dashes, no joined letters or invisible marks, any white space as one space."""
    plain = _directed(text)
    return plain if plain.isascii() else plain.translate(DOUBLE)


def _directed(text: str) -> str:
    """The text as it is normalised, letter for letter, but with the double quotation marks that it was written with."""
    if text.isascii():  # which has no other sign for one that it has
        return " ".join(text.split())
    spaced = _SPACED.sub(lambda match: match.group().strip(), unicodedata.normalize("NFC", text))
    plain = " ".join(spaced.translate(PLAIN).split())
    return unicodedata.normalize("NFC", plain)  # a dropped mark may have parted an accent


@cache
def token_pattern(language: Language) -> re.Pattern[str]:
    """What a token is: an address, a date in digits, a hyphenated word, an amount, an abbreviation, a word."""
    elided = rf"|(?<!{_LETTER})(?i:{language.elisions})(?=')" if language.elisions else ""
    return re.compile(
        r"(?=\S)(?:"  # where a space stands, nothing else is looked for
        r"[A-Za-z]+(?=[,.;:]? [A-Za-z])"  # most words: nothing below could make more of them
        rf"|{_ADDRESS}"
        r"|\d{4}-\d\d-\d\d(?![\w-])"  # 2024-05-31
        rf"{elided}"
        rf"|(?:(?![^\W\d_]){_LETTER})*[^\W\d_]{_LETTER}*(?:[-'&]{_LETTER}+)+"  # hyphenated words: well-known
        rf"|\d+'\d{{1,2}}(?!\w)"  # 6'2
        rf"|{language.amount}(?!\w)"
        r"|\d+(?:[.,:/]\w+)+"  # 1.2b3: no amount, and still one token
        r"|(?:[^\W\d_]\.){2,}"  # U.S.
        rf"|{_LETTER}+)"
    )


def tokens(text: str, language: Language = ENGLISH) -> tuple[Token, ...]:
    """The tokens of a normalised text; a quotation mark opens and closes by turns."""
    return _tokens(text, language)


@lru_cache(maxsize=REMEMBERED)
def _tokens(text: str, language: Language) -> tuple[Token, ...]:
    marks = double_marks(text)
    found: list[Token] = []
    before = 0
    for match in token_pattern(language).finditer(text):
        start, end = match.span()
        quoted = bool(marks) and bisect(marks, start) % 2 == 1
        found.append(_made(Token, (match.group(), start, end, quoted, text[before:start])))
        before = end
    return tuple(found)


def paragraphs(text: str, language: Language = ENGLISH) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, counted from 1."""
    return _paragraphs(text, language)


def tokens_by_sentence(text: str) -> list[tuple[Token, ...]]:
    """The tokens of each sentence of a text of ours, in order."""
    return [tuple(sentence.tokens) for paragraph in paragraphs(text) for sentence in paragraph.sentences]


@lru_cache(maxsize=REMEMBERED)
def _paragraphs(text: str, language: Language) -> tuple[Paragraph, ...]:
    return tuple(Body(text, language))


def paragraphs_in(text: str) -> int:
    """How many paragraphs a text has; of most lines a letter tells that they are one."""
    return sum(1 for line in text.splitlines() if _LETTER_OR_DIGIT.search(line) or _directed(line))


class Body(Sequence[Paragraph]):
    """The paragraphs of an article's text, counted from 1; each is read when it is asked for."""

    def __init__(self, text: str, language: Language = ENGLISH) -> None:
        self._lines = [line for line in map(_directed, text.splitlines()) if line]
        self._language = language
        self._single = speaks_in_single_marks([line.translate(DOUBLE) for line in self._lines])
        self._read: dict[int, Paragraph] = {}

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, index: int) -> Paragraph: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Paragraph]: ...

    def __getitem__(self, index: int | slice) -> Paragraph | Sequence[Paragraph]:
        if isinstance(index, slice):
            return self._whole[index]
        spot = index if index >= 0 else len(self) + index
        if spot not in self._read:
            self._read[spot] = _paragraph(spot + 1, self._lines[spot], self._language, self._single)
        return self._read[spot]

    def __iter__(self) -> Iterator[Paragraph]:
        return iter(self._whole)

    def text_of(self, number: int) -> str:
        """The text of a paragraph, counted from 1, whose words nobody needs to read."""
        return self._lines[number - 1].translate(DOUBLE)

    @cached_property
    def _whole(self) -> tuple[Paragraph, ...]:
        return tuple(self[spot] for spot in range(len(self)))


def _paragraph(number: int, directed: str, language: Language, single: bool) -> Paragraph:
    text = directed.translate(DOUBLE)
    item = bool(ITEM.match(text))
    all_tokens = tokens(text, language)
    if _GUILLEMETS.search(directed):
        all_tokens = tuple(_inside_guillemets(directed, all_tokens))
    elif single:
        spans = single_quotations(text)
        all_tokens = tuple(t._replace(quoted=t.quoted or any(a <= t.start < b for a, b in spans)) for t in all_tokens)
    starts = [token.start for token in all_tokens]
    groups: list[tuple[Token, ...]] = []
    first = 0
    for end in (*_sentence_ends(text, all_tokens, language), len(text)):
        behind = bisect_left(starts, end, first)
        if behind > first:
            groups.append(all_tokens[first:behind])
        first = behind
    return Paragraph(number, text, tuple(Sentence(number, n, group, item) for n, group in enumerate(groups, 1)))


def _inside_guillemets(directed: str, all_tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens, quoted while any guillemet or other mark is open: these tell which way they face, and nest."""
    opening = next(letter for letter in directed if letter in "«»")  # »so« in some languages
    depth, others, spot = 0, 0, 0
    for token in all_tokens:
        for letter in directed[spot : token.start]:
            if letter in "«»":
                depth = max(0, depth + (1 if letter == opening else -1))
            others += letter.translate(DOUBLE) == '"' and letter not in "«»"
        spot = token.start
        yield token._replace(quoted=depth > 0 or others % 2 == 1)


def _sentence_ends(text: str, all_tokens: tuple[Token, ...], language: Language) -> Iterator[int]:
    starts = [token.start for token in all_tokens]
    for stop in _STOP.finditer(text):
        head, after = text[max(0, stop.start() - NEAR) : stop.start()], text[stop.end() : stop.end() + NEAR]
        before = word_at_the_end(head).casefold()
        token = all_tokens[bisect(starts, stop.start()) - 1] if all_tokens else None
        is_inside = token is not None and token.start <= stop.start() < token.end
        if is_inside and not _INITIALS.fullmatch(before + "."):
            continue  # inside an address or an amount
        if stop.group() == "." and abbreviates(head, after, language):
            continue
        if before.isdigit() and _NUMBER_OF_ITEM.fullmatch(text, 0, stop.start()):
            continue  # the number of a list item
        opener = _OPENER.match(after)
        close = _TWO_LETTERS.search(before) and _LETTERS.match(after)
        missing_space = close and (after[0].isupper() or re.match(rf"(?:{language.openers})\b", after))
        if missing_space or (opener and not opener[1].islower()):
            yield stop.end()


def words(text: str, language: Language = ENGLISH) -> list[str]:
    """The tokens of any text, folded in case: what runs of words are compared by."""
    return [token.text.casefold() for token in tokens(normalise(text), language)]


def contains_run(shorter: Iterable[str], longer: list[str]) -> bool:
    """Whether the words stand in the longer list, together and in order."""
    run = list(shorter)
    return any(longer[spot : spot + len(run)] == run for spot in range(len(longer) - len(run) + 1))


def follows_negation(paragraph: Paragraph, start: int, language: Language = ENGLISH) -> bool:
    """Whether a negation stands between the start of the clause and a passage that begins at `start`."""
    sentence = next((s.tokens for s in paragraph.sentences if s.tokens[-1].start >= start), ())
    edge = len(paragraph.text[:start].rstrip(" \"'("))
    for token in reversed([token for token in sentence if token.start < start]):
        word = token.text.casefold()
        if _CLAUSE_ENDS.search(paragraph.text[token.end : edge]) or word in language.clause_openers:
            return False
        if word in language.negations or word.endswith("n't"):
            return True
        edge = token.start
    return False
