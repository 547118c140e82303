"""The pages of the site as elements, and which derived statements these are marked with.

A page is read once, and only what is asked of it is kept, so that a large site takes no more memory than a small one.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

MARK = "data-derived"
NUMBER = re.compile("n[0-9]+")  # the id of a source of the print edition
Pages = Mapping[str, AbstractSet[str]]  # the ids that each page is marked with, by the address of the page
EMPTY = frozenset("area base br col embed hr img input link meta source track wbr".split())  # elements without an end
# What typography adds and print does not show, and what no text has: soft hyphens, joiners, controls, variants.
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
RAW = frozenset(("script", "style"))  # what stands in these is no text
WHOLE = RAW | {"title", "textarea"}  # in which nothing but their end is a tag
OTHERWISE = frozenset(("iframe", "noembed", "noframes", "plaintext", "xmp"))  # are read in another way
# A tag as builders write it: every value between double quotation marks.
ATTRIBUTE = re.compile(r"""\s([a-zA-Z_:][\w:.-]*)(?:="([^"]*)")?""", re.ASCII)
START = re.compile(r"""([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[a-zA-Z_:][\w:.-]*(?:="[^"]*")?)*)\s*(/?)""", re.ASCII)
END = re.compile("/([a-zA-Z][a-zA-Z0-9-]*)")
STRAIGHT = str.maketrans("“”‘’", "\"\"''")


class Tag(NamedTuple):
    """What stands between two angle brackets: the beginning of an element, its end, or both."""

    name: str
    attributes: Mapping[str, str]
    classes: list[str]
    begins: bool
    ends: bool


NOTHING = Tag("", {}, [], begins=False, ends=False)


def tag_of_start(name: str, attributes: Sequence[tuple[str, str]], *, ends: bool) -> Tag:
    """Of two attributes of one name, the first counts."""
    given = dict(reversed(attributes))
    return Tag(name, given, given.get("class", "").split(), begins=True, ends=ends)


class Element:
    """An element with its attributes, and what stands in it: texts and other elements, in order."""

    __slots__ = ("above", "at", "attributes", "classes", "end", "inside", "page", "tag")

    def __init__(self, page: list[Element], above: int, tag: Tag) -> None:
        self.page = page  # all elements of its page, in order of reading
        self.at = self.end = len(page)  # those from one to before the other are itself and all below it
        self.above = above  # the number of the one that it stands in
        self.tag, self.attributes, self.classes = tag.name, tag.attributes, tag.classes
        self.inside: list[Element | str] = []
        page.append(self)

    def elements(self) -> list[Element]:
        """Itself and all below it, in order of reading."""
        return self.page[self.at : self.end]

    def find(self, tag: str = "", name: str = "") -> list[Element]:
        """Those below it of a tag, or of a class, or of both."""
        below = self.page[self.at + 1 : self.end]
        if not name:
            return [one for one in below if one.tag == tag]
        return [one for one in below if name in one.classes and (not tag or one.tag == tag)]

    def text(self, *without: str) -> str:
        """What is read there, as `read` reads it, but for elements of these classes."""
        texts, waiting = list[str](), list[Element | str]([self])
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                texts.append(one)
            elif one is self or not any(name in without for name in one.classes):
                waiting += reversed(one.inside)
        return read("".join(texts))


class Tree:
    """Puts elements in their places; an end that nothing began is passed over, and what never ends ends with what has
    it.
    """

    def __init__(self) -> None:
        self.page = list[Element]()
        self.open = [Element(self.page, 0, NOTHING)]

    def begin(self, tag: Tag) -> None:
        last = self.open[-1]
        element = Element(self.page, last.at, tag)
        last.inside.append(element)
        if tag.ends or tag.name in EMPTY:
            element.end = len(self.page)
        else:
            self.open.append(element)

    def finish(self, tag: str) -> None:
        if self.open[-1].tag == tag:  # as it nearly always is
            self.open.pop().end = len(self.page)
            return
        for at in range(len(self.open) - 1, 0, -1):
            if self.open[at].tag == tag:
                self.close(at)
                return

    def close(self, first: int) -> None:
        """What is open, from that number on."""
        for element in self.open[first:]:
            element.end = len(self.page)
        del self.open[first:]

    def whole(self) -> Element:
        self.close(0)
        return self.page[0]


class Reader(HTMLParser):
    """Reads a page whatever its form."""

    def __init__(self) -> None:
        super().__init__()
        self.tree = Tree()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tree.begin(tag_of_start(tag, [(name, value or "") for name, value in attrs], ends=False))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tree.begin(tag_of_start(tag, [(name, value or "") for name, value in attrs], ends=True))

    def handle_endtag(self, tag: str) -> None:
        self.tree.finish(tag)

    def handle_data(self, data: str) -> None:
        self.tree.open[-1].inside.append(data)


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
    tree = plain_tree(page)
    if tree is None:
        reader = Reader()
        reader.feed(page)
        reader.close()
        tree = reader.tree
    return tree.whole()


def plain_tree(page: str) -> Tree | None:
    """The elements of a page that has nothing but whole tags, none of them inside a script; of others, none."""
    before, *pieces = page.split("<")
    tree, inside = Tree(), ""
    tree.open[-1].inside += [unescape(before)] if before else []
    for piece in pieces:
        between, closed, text = piece.partition(">")
        tag = tag_of(between)
        if not closed or tag is None or (inside and (tag.begins or tag.name != inside)):
            return None
        inside = tag.name if tag.begins and tag.name in WHOLE else ""
        if tag.begins:
            tree.begin(tag)
        elif tag.ends:
            tree.finish(tag.name)
        if text:
            tree.open[-1].inside.append(text if "&" not in text or inside in RAW else unescape(text))
    return None if inside else tree


@lru_cache(maxsize=1 << 14)
def tag_of(between: str) -> Tag | None:
    """What stands between two angle brackets, if all of it is plain."""
    if between == "!doctype html":
        return NOTHING
    if end := END.fullmatch(between):
        return Tag(end[1].lower(), {}, [], begins=False, ends=True)
    start = START.fullmatch(between)
    name = start[1].lower() if start else ""
    if not start or name in OTHERWISE or (start[3] and name in WHOLE):
        return None
    given = [(name.lower(), unescape(value)) for name, value in ATTRIBUTE.findall(start[2])]
    return tag_of_start(name, given, ends=bool(start[3]))


def marks_of(page: Element) -> set[str]:
    """The ids that stand in the mark of any element, listed there as classes are."""
    return {id for one in page.page if MARK in one.attributes for id in one.attributes[MARK].split()}


def address_of(page: str, link: str) -> str:
    """What a link of a page leads to, as it is written from the root of the site."""
    path, mark, anchor = link.partition("#")
    return (address_in(posixpath.dirname(page), path) if path else page) + mark + anchor


@lru_cache(maxsize=1 << 14)
def address_in(folder: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(folder, path))
