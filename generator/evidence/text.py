"""An article's text as the contract reads it: paragraphs, sentences, tokens, quotation marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

CONTRACT = 1  # the version of the reading rules below; locks name it

PLAIN = str.maketrans(
    dict.fromkeys("“”„‟«»〝〞＂", '"')
    | dict.fromkeys("‘’‚‛‹›ʼ＇´", "'")
    | dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f", None)
)
ABBREVIATIONS = frozenset(
    (
        *("mr", "mrs", "ms", "dr", "prof", "sir", "sen", "rep", "gov", "gen", "col", "lt", "sgt", "st"),
        *("mme", "mlle", "vs", "etc", "e.g", "i.e", "cf", "jr", "sr", "inc", "ltd", "co", "corp"),
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
        *("u.s", "u.k", "u.n", "e.u", "a.m", "p.m"),
    )
)
NEGATIONS = frozenset(("not", "no", "never", "without", "neither", "nor", "cannot"))
CLAUSE_OPENERS = frozenset(
    (
        *("and", "but", "or", "that", "which", "who", "whom"),
        *("because", "while", "when", "if", "as", "although", "though", "so"),
    )
)

_CODE = "EUR|USD|GBP|CHF|JPY|NOK"
_AMOUNT = (
    rf"(?:(?<![\w.)])[-+])?(?:US\$|A\$|C\$|[$€£¥]|\b(?:{_CODE})(?=[ \d]) ?)?"
    r"\d+(?:[.,]\d+)*(?: ?%| (?:percent|per cent)\b)?(?:st|nd|rd|th)?"
    r"(?: (?:thousand|million|billion|trillion)\b|(?:k|mn?|bn|tn)\b)?"
)
_ADDRESS = r"https?://[^\s)\]]+|www\.[^\s)\]]+"
TOKEN = re.compile(
    rf"{_ADDRESS}"
    r"|\d{4}-\d\d-\d\d(?![\w-])"  # 2024-05-31
    r"|\w*[^\W\d_]\w*(?:[-'&]\w+)+|\d+(?:-[^\W\d_]\w*)+"  # hyphenated words: Franco-British, 30-day
    rf"|{_AMOUNT}(?!\w)"
    r"|(?:[^\W\d_]\.){2,}"  # U.S.
    r"|(?:\w|[\u0300-\u036f])+"
)
ITEM = re.compile(r"(?:[-*•+] |\d+[.)] |\|)")
ADDRESS, AMOUNT = re.compile(_ADDRESS), re.compile(_AMOUNT)
_OPENERS = "the|this|these|that|it|he|she|they|we|in|on|at|a|an|but|and"  # they open a sentence without its capital
_STOP = re.compile(r"[.!?…]+[\"')\]]*")
_CLAUSE_ENDS = re.compile(r"[,;:!?()\"|]| - ")


@dataclass(frozen=True)
class Token:
    """A word or an amount, where it stands in its paragraph, and whether quotation marks enclose it."""

    text: str
    start: int
    end: int
    quoted: bool = False


@dataclass(frozen=True)
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


@lru_cache(maxsize=65536)
def normalise(text: str) -> str:
    """NFC, plain quotation marks and dashes, no invisible marks, any white space as one space."""
    plain = unicodedata.normalize("NFC", text).translate(PLAIN)
    return " ".join(unicodedata.normalize("NFC", plain).split())  # a dropped mark may have parted an accent


@lru_cache(maxsize=65536)
def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a normalised text; a quotation mark opens and closes by turns."""
    found = []
    marks = [spot for spot, letter in enumerate(text) if letter == '"']
    for match in TOKEN.finditer(text):
        before = sum(spot < match.start() for spot in marks)
        found.append(Token(match.group(), match.start(), match.end(), before % 2 == 1))
    return tuple(found)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of an article's text, counted from 1."""
    lines = [line for line in map(normalise, text.splitlines()) if line]
    return tuple(_paragraph(number, line) for number, line in enumerate(lines, 1))


def _paragraph(number: int, text: str) -> Paragraph:
    item = bool(ITEM.match(text))
    all_tokens = tokens(text)
    bounds = [*_sentence_ends(text, all_tokens), len(text)]
    groups: list[tuple[Token, ...]] = []
    start = 0
    for end in bounds:
        if group := tuple(t for t in all_tokens if start <= t.start < end):
            groups.append(group)
        start = end
    return Paragraph(number, text, tuple(Sentence(number, n, group, item) for n, group in enumerate(groups, 1)))


def _sentence_ends(text: str, all_tokens: tuple[Token, ...]) -> Iterator[int]:
    inside = {spot for t in all_tokens for spot in range(t.start, t.end)}
    for stop in _STOP.finditer(text):
        behind, after = text[: stop.start()], text[stop.end() :]
        word = re.search(r"[\w.]*$", behind)
        before = word.group().casefold() if word else ""
        if stop.start() in inside and not re.fullmatch(r"(?:\w\.)+", before + ".") and after:
            continue  # inside an address or an amount
        if stop.group() == "." and _abbreviates(before, after):
            continue
        if before.isdigit() and not behind.strip("-*•+ ").rstrip("0123456789"):
            continue  # the number of a list item
        opener = re.match(r" [\"'(\[]*([^\W_])", after)
        opens = after[:1].isupper() or re.match(rf"(?:{_OPENERS})\b", after)
        missing_space = bool(opens and re.search(r"\w\w$", before))
        if missing_space or (opener and not opener[1].islower()):
            yield stop.end()


def _abbreviates(before: str, after: str) -> bool:
    """Whether a full stop only shortens the word before it: `Mr.`, `U.S.`, `J.`, `No. 10`."""
    number = before == "no" and re.match(r" ?\d", after)
    return bool(number) or before in ABBREVIATIONS or bool(re.search(r"(^|\.)\w$", before))


def words(text: str) -> list[str]:
    """The tokens of any text, folded in case: what runs of words are compared by."""
    return [token.text.casefold() for token in tokens(normalise(text))]


def run_of(shorter: Iterable[str], longer: list[str]) -> bool:
    """Whether the words stand in the longer list, together and in order."""
    run = list(shorter)
    return any(longer[spot : spot + len(run)] == run for spot in range(len(longer) - len(run) + 1))


def follows_negation(paragraph: Paragraph, start: int) -> bool:
    """Whether a negation stands between the start of the clause and a passage that begins at `start`."""
    sentence = next((s.tokens for s in paragraph.sentences if s.tokens[-1].start >= start), ())
    edge = len(paragraph.text[:start].rstrip(" \"'("))
    for token in reversed([token for token in sentence if token.start < start]):
        word = token.text.casefold()
        if _CLAUSE_ENDS.search(paragraph.text[token.end : edge]) or word in CLAUSE_OPENERS:
            return False
        if word in NEGATIONS or word.endswith("n't"):
            return True
        edge = token.start
    return False
