"""The pages of the site as elements, and which derived statements these are marked with.

A page is read once, and only what is asked of it is kept, so that a large site takes no more memory than a small one.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache
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


class Tag:
    """What stands between two angle brackets: the beginning of an element, its end, or both."""

    __slots__ = ("attributes", "begins", "classes", "ends", "name")

    def __init__(self, name: str, attributes: Mapping[str, str], *, begins: bool, ends: bool) -> None:
        self.name, self.attributes, self.begins, self.ends = name, attributes, begins, ends
        self.classes = attributes.get("class", "").split()


NOTHING = Tag("", {}, begins=False, ends=False)


def tag_of_start(name: str, attributes: Sequence[tuple[str, str]], *, ends: bool) -> Tag:
    """Of two attributes of one name, the first counts."""
    return Tag(name, dict(reversed(attributes)), begins=True, ends=ends or name in EMPTY)


def tag_of_end(name: str) -> Tag:
    return Tag(name, {}, begins=False, ends=True)


class Page:
    """A page as a row of tags, each with the text behind it. An element is known by the number of the tag that begins
    it, and has all up to the tag that ends it.
    """

    def __init__(self, tags: Sequence[Tag], texts: list[str]) -> None:
        self.tags, self.texts = tags, texts  # the first tag is nothing: it stands for the page itself
        self.above = list[int]()  # of each tag, the element that it stands in
        self.end: list[int] = [
            *range(len(tags))
        ]  # of each element, the tag that ends it; of a tag that is both, itself
        self._nest()

    def _nest(self) -> None:
        """Puts elements in their places; an end that nothing began is passed over, and what never ends ends with what
        has it.
        """
        tags, end, unfinished, stands_in, last = self.tags, self.end, [0], self.above.append, 0
        for at, tag in enumerate(tags):
            stands_in(last)
            if tag.begins:
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

    def _finish(self, unfinished: list[int], at: int) -> None:
        for place in range(len(unfinished) - 1, 0, -1):
            if self.tags[unfinished[place]].name == self.tags[at].name:
                for element in unfinished[place:]:
                    self.end[element] = at
                del unfinished[place:]
                return

    @cached_property
    def alike(self) -> Mapping[Tag, Sequence[int]]:
        """The elements of each tag that is written in the same way, in order of reading."""
        found = defaultdict[Tag, list[int]](list)
        for at, tag in enumerate(self.tags):
            if tag.begins:
                found[tag].append(at)
        return found

    @cached_property
    def by_class(self) -> Mapping[str, Sequence[int]]:
        """The elements of each class, in order of reading."""
        found = dict[str, list[int]]()
        for tag, elements in self.alike.items():
            for name in tag.classes:
                found.setdefault(name, []).extend(elements)
        return {name: sorted({*elements}) for name, elements in found.items()}

    def where(self, asked: Callable[[Tag], object]) -> list[Element]:
        """The elements whose tags are of some kind, in order of reading."""
        return [Element(self, at) for at in sorted(at for tag in self.alike if asked(tag) for at in self.alike[tag])]


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
                yield self.page.texts[at]
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
        tags, end = page.tags, page.end[at]
        if not name:
            return [Element(page, at) for at in range(at + 1, end) if tags[at].name == tag and tags[at].begins]
        of_class = page.by_class.get(name, ())
        found = of_class[bisect_right(of_class, at) : bisect_left(of_class, end)]
        return [Element(page, at) for at in found if not tag or tags[at].name == tag]

    def text(self, *without: str) -> str:
        """What is read there, as `read` reads it, but for elements of these classes."""
        texts = self.page.texts[self.at : self.end]
        for one in [one for name in without for one in self.find("", name)] if without else ():
            texts = [*texts[: one.at - self.at], *[""] * (one.end - one.at), *texts[one.end - self.at :]]
        return read("".join(texts))


class Reader(HTMLParser):
    """Reads a page whatever its form."""

    def __init__(self) -> None:
        super().__init__()
        self.tags, self.texts = [NOTHING], [""]

    def put(self, tag: Tag, text: str = "") -> None:
        self.tags.append(tag)
        self.texts.append(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.put(tag_of_start(tag, [(name, value or "") for name, value in attrs], ends=False))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.put(tag_of_start(tag, [(name, value or "") for name, value in attrs], ends=True))

    def handle_endtag(self, tag: str) -> None:
        self.put(tag_of_end(tag))

    def handle_data(self, data: str) -> None:
        self.put(NOTHING, data)


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
    halves = [*map(piece_of, pieces)]
    known = [tag for tag, _ in halves if tag]
    if len(known) < len(halves):
        return None
    plain = Page([NOTHING, *known], [unescape(before), *(text for _, text in halves)])
    for one in plain.where(is_whole):
        end = plain.end[one.at]
        if end != one.at + 1 or end == len(plain.tags) or plain.tags[end].name != one.tag:
            return None
        if one.tag in RAW:
            plain.texts[one.at] = pieces[one.at - 1].partition(">")[2]
    return plain


@lru_cache(maxsize=1 << 16)
def piece_of(piece: str) -> tuple[Tag | None, str]:
    """The tag that a piece of a page begins with, if all of it is plain, and the text behind that."""
    between, closed, text = piece.partition(">")
    return tag_of(between) if closed else None, unescape(text) if "&" in text else text


def is_whole(tag: Tag) -> bool:
    return tag.name in WHOLE


@lru_cache(maxsize=1 << 16)
def tag_of(between: str) -> Tag | None:
    """What stands between two angle brackets, if all of it is plain."""
    if between == "!doctype html":
        return NOTHING
    if end := END.fullmatch(between):
        return tag_of_end(end[1].lower())
    start = START.fullmatch(between)
    name = start[1].lower() if start else ""
    if not start or name in OTHERWISE or (start[3] and name in WHOLE):
        return None
    given = [(name.lower(), unescape(value)) for name, value in ATTRIBUTE.findall(start[2])]
    return tag_of_start(name, given, ends=bool(start[3]))


def is_source(tag: Tag) -> bool:
    """Whether it begins a source of the print edition, which is known by its number."""
    return tag.name == "div" and bool(NUMBER.fullmatch(tag.attributes.get("id", "")))


def marks_of(page: Element) -> set[str]:
    """The ids that stand in the mark of any element, listed there as classes are."""
    return {id for tag in page.page.alike for id in tag.attributes.get(MARK, "").split()}


def address_of(page: str, link: str) -> str:
    """What a link of a page leads to, as it is written from the root of the site."""
    path, mark, anchor = link.partition("#")
    return (address_in(folder_of(page), path) if path else page) + mark + anchor


folder_of = lru_cache(maxsize=1 << 10)(posixpath.dirname)


@lru_cache(maxsize=1 << 14)
def address_in(folder: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(folder, path))
