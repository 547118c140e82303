"""What the reading of a page leaves out of its article: headings and times of posts are put back, the rest counted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

import lxml.html

from generator.drafting.page_head import is_section
from generator.drafting.page_times import is_told
from generator.evidence.name_parts import fold

_HEADINGS = frozenset(("h2", "h3", "h4"))
_TEXTS = frozenset(("p", "li", "figcaption", "dd", "dt", "blockquote", "td"))
_APART = frozenset("nav aside footer form button script style template noscript iframe object svg head".split())
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?", re.IGNORECASE)
MOST = 5000  # blocks that are looked at
KNOWN = 40  # letters by which a block is known again in the text
PARTED = 12  # the same of one that has more, and of which a line of the text has but the first words


@dataclass(frozen=True)
class _Block:
    """A block of the page: its words, and whether it is put back where the text lacks it."""

    words: str
    is_kept: bool


def with_headings(tree: lxml.html.HtmlElement, lines: Sequence[str]) -> tuple[list[str], int]:
    """The lines of an article with its headings and the times of its posts among them; how many blocks are left out.

    Blocks count from the page's heading to the last that is in the text.
    """
    blocks, known = list(islice(_blocks(tree), MOST)), _lines(lines)
    found = [known.place(block.words) for block in blocks]
    last = max((number for number, place in enumerate(found) if place is not None), default=-1)
    first = next((number for number, place in enumerate(found) if place is not None), last + 1)
    put_back: dict[int, list[str]] = {}
    left_out = below = 0
    for number, block in reversed(list(enumerate(blocks[: last + 1]))):
        if (place := found[number]) is not None:
            below = place
            continue
        is_of_a_post = number > first or bool(_CLOCK.fullmatch(block.words))  # above it, a day is that of the page
        if block.is_kept and is_of_a_post and block.words not in put_back.get(below, ()):
            put_back.setdefault(below, []).insert(0, block.words)
        elif not block.is_kept:
            left_out += 1
    whole = [line for number, line in enumerate(lines) for line in (*put_back.get(number, ()), line)]
    return whole, left_out


def _blocks(tree: lxml.html.HtmlElement) -> Iterator[_Block]:
    """The blocks of the page from its heading on, in order, without those inside of others or beside the article."""
    is_begun = next(tree.iter("h1"), None) is None
    for element in tree.iter():
        tag = element.tag
        is_begun = is_begun or tag == "h1"
        if not is_begun or tag not in (*_HEADINGS, *_TEXTS, "time") or not _letters(words := _words(element)):
            continue
        above = [one.tag for one in element.iterancestors()]
        if _APART.intersection(above) or (_HEADINGS | _TEXTS).intersection(above):
            continue
        stamps = [element] if tag == "time" else list(element.iter("time"))
        if stamps and _words(stamps[0]) == words:
            yield _Block(words, is_kept=not is_told(stamps[0]))
        elif tag != "time" and not (tag in _HEADINGS and is_section(words)):
            yield _Block(words, is_kept=tag in _HEADINGS)


@dataclass(frozen=True)
class _Lines:
    """The lines of a text by their letters, to find a block among them."""

    whole: str
    starts: tuple[int, ...]

    def place(self, words: str) -> int | None:
        """The number of the line that has the beginning of a block, or a longer one that is parted in the text."""
        letters = _letters(words)
        for known in (letters[:KNOWN], letters[:PARTED] if len(letters) > KNOWN else ""):
            spot = self.whole.find(known) if known else -1
            if spot >= 0:
                return bisect_right(self.starts, spot) - 1
        return None


def _lines(lines: Sequence[str]) -> _Lines:
    letters = [f"{_letters(line)}\n" for line in lines]
    return _Lines("".join(letters), tuple(accumulate(map(len, letters[:-1]), initial=0)))


def _letters(text: str) -> str:
    return re.sub(r"\W", "", fold(text))


def _words(element: lxml.html.HtmlElement) -> str:
    return " ".join("".join(str(piece) for piece in element.itertext() if piece).split())
