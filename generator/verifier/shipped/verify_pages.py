"""The pages of the site as elements, and which derived statements these are marked with.

A page is read once, and only what is asked of it is kept, so that a large site takes no more memory than a small one.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from html.parser import HTMLParser
from pathlib import Path

MARK = "data-derived"
Pages = Mapping[str, AbstractSet[str]]  # the ids that each page is marked with, by the address of the page
EMPTY = frozenset("area base br col embed hr img input link meta source track wbr".split())  # elements without an end
# What typography adds and print does not show, and what no text has: soft hyphens, joiners, controls, variants.
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
STRAIGHT = str.maketrans("“”‘’", "\"\"''")


class Element:
    """An element with its attributes, and what stands in it: texts and other elements, in order."""

    __slots__ = ("attributes", "inside", "tag")

    def __init__(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.tag, self.attributes = tag, attributes
        self.inside: list[Element | str] = []

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def elements(self) -> Iterator[Element]:
        """Itself and all below it, in order of reading; however deep they are, none needs a call of its own."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [one for one in reversed(element.inside) if isinstance(one, Element)]

    def find(self, tag: str = "", name: str = "") -> list[Element]:
        """Those below it of a tag, or of a class, or of both."""
        return [
            one
            for one in self.elements()
            if one is not self and (not tag or one.tag == tag) and (not name or name in one.classes)
        ]

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


class Reader(HTMLParser):
    """Makes elements of a page; an end that nothing began is passed over, and what never ends ends with what has it."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in reversed(attrs)})  # of two, the first counts
        self.open[-1].inside.append(element)
        if tag not in EMPTY:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self.open) - 1, 0, -1):
            if self.open[at].tag == tag:
                del self.open[at:]
                return

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def read(text: str) -> str:
    """A text as it is compared: its marks are straight, and a space is one, whatever its kind."""
    return " ".join(unicodedata.normalize("NFC", UNSEEN.sub("", text)).translate(STRAIGHT).split())


def read_pages(site: Path, look: Callable[[str, Element], None]) -> Pages:
    """The marks of every page; each is also looked at by its address."""
    marks = dict[str, AbstractSet[str]]()
    for path in sorted(site.rglob("*.html")):
        address, page = path.relative_to(site).as_posix(), elements_of(path.read_bytes().decode("utf-8", "replace"))
        marks[address] = marks_of(page)
        look(address, page)
    return marks


def elements_of(page: str) -> Element:
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader.open[0]


def marks_of(page: Element) -> set[str]:
    """The ids that stand in the mark of any element, listed there as classes are."""
    return {id for one in page.elements() if MARK in one.attributes for id in one.attributes[MARK].split()}


def address_of(page: str, link: str) -> str:
    """What a link of a page leads to, as it is written from the root of the site."""
    path, mark, anchor = link.partition("#")
    return (posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page) + mark + anchor
