"""The pages of the site as elements, and which derived statements these are marked with.

A page is read once, and only what is asked of it is kept, so that a large site takes no more memory than a small one.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from html import escape, unescape
from html.parser import HTMLParser
from typing import NamedTuple

from verify_tags import EMPTY, MARK, NOTHING, OTHER, RAW, TAGS, WHOLE, Form, Tag

Pages = Mapping[str, AbstractSet[str]]  # the ids that each page is marked with, by the address of the page
# What typography adds and print does not show, and what no text has: soft hyphens, joiners, controls, variants.
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
STRAIGHT = str.maketrans("“”‘’", "\"\"''")


class Page:
    """A page as a row of tags, each with the text behind it as it is written. An element is known by the number of the
    tag that begins it, and has all up to the tag that ends it.
    """

    def __init__(self, tags: Sequence[Tag], texts: list[str]) -> None:
        self.tags, self.texts = tags, texts  # the first tag is nothing: it stands for the page itself
        self.above = list[int]()  # of each tag, the element that it stands in
        # Of each element, the tag that ends it; of a tag that is both, itself.
        self.end: list[int] = [*range(len(tags))]
        self.of_kind = dict[str, list[int]]()  # the elements of each kind, in order of reading
        self._nest()

    def _nest(self) -> None:
        """Puts elements in their places; an end that nothing began is passed over, and what never ends ends with what
        has it.
        """
        tags, end, unfinished, stands_in, last = self.tags, self.end, [0], self.above.append, 0
        of_kind = defaultdict[str, list[int]](list)
        for at, tag in enumerate(tags):
            stands_in(last)
            if tag.begins:
                for kind in tag.kinds:
                    of_kind[kind].append(at)
                if not tag.ends:
                    unfinished.append(at)
                    last = at
            elif tag.ends:
                if tags[last].name == tag.name:  # as it nearly always is
                    end[unfinished.pop()] = at
                else:
                    self._finish(unfinished, at)
                last = unfinished[-1]
        for element in unfinished:
            end[element] = len(tags)
        self.of_kind.update(of_kind)

    def _finish(self, unfinished: list[int], at: int) -> None:
        for place in range(len(unfinished) - 1, 0, -1):
            if self.tags[unfinished[place]].name == self.tags[at].name:
                for element in unfinished[place:]:
                    self.end[element] = at
                del unfinished[place:]
                return

    def where(self, *kinds: str) -> list[Element]:
        """The elements of any of these kinds, in order of reading."""
        return [Element(self, at) for at in sorted({at for kind in kinds for at in self.of_kind.get(kind, ())})]


class Element(NamedTuple):
    """An element of a page, by the number of its tag: of two, the first to be read has the lower one."""

    page: Page
    at: int

    @property
    def tag(self) -> str:
        return self.page.tags[self.at].name

    @property
    def attributes(self) -> Mapping[str, str]:
        return self.page.tags[self.at].attributes

    @property
    def classes(self) -> Sequence[str]:
        return self.page.tags[self.at].classes

    @property
    def above(self) -> int:
        """The number of the one that it stands in."""
        return self.page.above[self.at]

    @property
    def end(self) -> int:
        """Whatever stands in it has a number between its own and this one."""
        return self.page.end[self.at]

    @property
    def inside(self) -> Iterator[Element | str]:
        """The texts and elements that stand in it, and in nothing else that does, in order of reading."""
        at = self.at
        while at < self.end:
            if self.page.texts[at]:
                yield unescape(self.page.texts[at])
            at += 1
            if at < self.end and self.page.tags[at].begins:
                yield Element(self.page, at)
                at = self.page.end[at]  # behind which the text goes on

    def below(self) -> Iterator[Element]:
        """All elements in it, in order of reading."""
        tags = self.page.tags
        return (Element(self.page, at) for at in range(self.at + 1, self.end) if tags[at].begins)

    def find(self, tag: str = "", name: str = "") -> list[Element]:
        """Those below it of a tag, or of a class, or of both."""
        page, at = self
        of_kind = page.of_kind.get(f".{name}" if name else tag)
        first, end = bisect_right(of_kind, at) if of_kind else 0, page.end[at]
        if not of_kind or first == len(of_kind) or of_kind[first] >= end:
            return []
        found = of_kind[first : bisect_left(of_kind, end, first)]
        return [Element(page, one) for one in found if not (tag and name) or page.tags[one].name == tag]

    def has(self, *names: str) -> bool:
        """Whether an element of one of these classes is below it."""
        return any(self.find("", name) for name in names if f".{name}" in self.page.of_kind)

    def text(self, *without: str) -> str:
        """What is read there, as `read` reads it, but for elements of these classes."""
        texts = self.page.texts[self.at : self.end]
        for one in [one for name in without for one in self.find("", name)] if without else ():
            texts = [*texts[: one.at - self.at], *[""] * (one.end - one.at), *texts[one.end - self.at :]]
        whole = "".join(texts)
        return read(whole if "&" not in whole else "".join(map(unescape, texts)))


class Reader(HTMLParser):
    """Reads a page whatever its form."""

    def __init__(self) -> None:
        super().__init__()
        self.tags, self.texts = [NOTHING], [""]

    def put(self, tag: Tag, text: str = "") -> None:
        self.tags.append(tag)
        self.texts.append(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.put_start(tag, attrs, ends=tag in EMPTY)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.put_start(tag, attrs, ends=True)

    def put_start(self, tag: str, attrs: list[tuple[str, str | None]], *, ends: bool) -> None:
        form = Form(tag, [name for name, _ in attrs], begins=True, ends=ends)
        self.put(form.tag([value or "" for _, value in attrs]))

    def handle_endtag(self, tag: str) -> None:
        self.put(Form(tag, begins=False, ends=True).tag([]))

    def handle_data(self, data: str) -> None:
        self.put(NOTHING, escape(data))


@lru_cache(maxsize=1 << 16)
def read(text: str) -> str:
    """A text as it is compared: its marks are straight, and a space is one, whatever its kind."""
    plain = " ".join(text.split())
    if plain.isascii() and plain.isprintable():
        return plain
    return " ".join(unicodedata.normalize("NFC", UNSEEN.sub("", text)).translate(STRAIGHT).split())


def elements_of(page: str) -> Element:
    """The elements of a page. What builders write is read in few steps, and a page of any other form by the parser of
    Python, which reads the same in it.
    """
    plain = plain_page(page)
    if plain is None:
        reader = Reader()
        reader.feed(page)
        reader.close()
        plain = Page(reader.tags, reader.texts)
    return Element(plain, 0)


def plain_page(page: str) -> Page | None:
    """A page that has nothing but whole tags, none of them inside a script; of others, none."""
    before, *pieces = page.split("<")
    halves = [piece.partition(">") for piece in pieces]
    between, closed, behind = zip(*halves, strict=True) if halves else ((), (), ())
    tags = [NOTHING, *map(TAGS.__getitem__, between)]
    if OTHER in tags or "" in closed:
        return None
    plain = Page(tags, [before, *behind])
    for one in plain.where(*WHOLE):
        end = plain.end[one.at]
        if end != one.at + 1 or end == len(plain.tags) or plain.tags[end].name != one.tag:
            return None
        if one.tag in RAW:
            plain.texts[one.at] = escape(behind[one.at - 1])
    return plain


def marks_of(page: Element) -> set[str]:
    """The ids that stand in the mark of any element, listed there as classes are."""
    return {id for one in page.page.where(f"[{MARK}]") for id in one.attributes[MARK].split()}


def address_of(page: str, link: str) -> str:
    """What a link of a page leads to, as it is written from the root of the site."""
    return address_in(folder_of(page), link) if link and link[0] != "#" else page + link


folder_of = lru_cache(maxsize=1 << 10)(posixpath.dirname)


@lru_cache(maxsize=1 << 16)
def address_in(folder: str, link: str) -> str:
    path, mark, anchor = link.partition("#")
    return path_in(folder, path) + mark + anchor


@lru_cache(maxsize=1 << 14)
def path_in(folder: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(folder, path))
