"""How a tag is read: what stands between two angle brackets, as builders write it.

There are many tags and few forms of them: a form is read once, and so is what is written in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import unescape

MARK, ADDRESS, TITLE = "data-derived", "data-address", "title"
SOURCE = "#n"  # a source of the print edition, which is known by its number
NUMBER = re.compile("n[0-9]+")  # the id of a source of the print edition
EMPTY = frozenset("area base br col embed hr img input link meta source track wbr".split())  # elements without an end
MANY = 1 << 16  # tags that are remembered
RAW = frozenset(("script", "style"))  # what stands in these is no text
WHOLE = RAW | {"title", "textarea"}  # in which nothing but their end is a tag
OTHERWISE = frozenset(("iframe", "noembed", "noframes", "plaintext", "xmp"))  # are read in another way
# A tag as builders write it, every value between double quotation marks; here without these values.
ATTRIBUTE = re.compile(r"""\s([a-zA-Z_:][\w:.-]*)(="")?""", re.ASCII)
START = re.compile(r"""([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[a-zA-Z_:][\w:.-]*(?:="")?)*)\s*(/?)""", re.ASCII)
END = re.compile("/([a-zA-Z][a-zA-Z0-9-]*)")


class Tag:
    """What stands between two angle brackets: the beginning of an element, its end, or both.

    Its kinds are what elements are asked for by: a name, a class with a point before it, an attribute in brackets.
    """

    __slots__ = ("attributes", "begins", "classes", "ends", "kinds", "name")

    def __init__(self, form: Form, attributes: Mapping[str, str]) -> None:
        self.name, self.begins, self.ends, self.attributes = form.name, form.begins, form.ends, attributes
        self.classes, self.kinds = form.classes, form.kinds
        if form.has_class:
            self.classes, of_class = classes_in(attributes["class"])
            self.kinds = form.kinds + of_class
        if form.is_numbered and NUMBER.fullmatch(attributes["id"]):
            self.kinds = (*self.kinds, SOURCE)


class Form:
    """What tags have in common that differ in the values of their attributes alone."""

    def __init__(self, name: str, attributes: Sequence[str] = (), *, begins: bool, ends: bool) -> None:
        self.name, self.attributes, self.begins, self.ends = name, attributes, begins, ends
        self.without_value: Sequence[int] = ()  # the places of attributes that are only named
        self.has_class, self.is_numbered = "class" in attributes, name == "div" and "id" in attributes
        self.classes: tuple[str, ...] = ()
        marks = (f"[{mark}]" for mark in (MARK, ADDRESS, TITLE) if mark in attributes)
        self.kinds: tuple[str, ...] = (name, *marks) if begins else ()

    def tag(self, values: list[str]) -> Tag:
        """A tag with these values of its attributes; of two of one name, the first counts."""
        for place in self.without_value:
            values.insert(place, "")
        attributes = dict(zip(self.attributes, values, strict=True))
        if len(attributes) < len(values):
            attributes = dict(zip(self.attributes[::-1], values[::-1], strict=True))
        return Tag(self, attributes)


NOTHING, OTHER = (Form("", begins=False, ends=False).tag([]) for _ in "12")  # no tag, and one that is not plain


@lru_cache(maxsize=1 << 12)
def classes_in(written: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The classes of an element, and these as kinds, once each."""
    classes = tuple(written.split())
    return classes, tuple(f".{name}" for name in dict.fromkeys(classes))


class Tags(dict[str, Tag]):
    """The tags that were read, by what stands between their brackets: forgotten all at once when they are many."""

    def __missing__(self, between: str) -> Tag:
        if len(self) == MANY:
            self.clear()
        self[between] = tag = tag_of(between) or OTHER
        return tag


TAGS = Tags()


def tag_of(between: str) -> Tag | None:
    """What stands between two angle brackets, if all of it is plain: what is no value of an attribute tells that."""
    parts = between.split('"')
    form = form_of('""'.join(parts[::2])) if len(parts) % 2 else None
    values = parts[1::2]
    return form.tag([unescape(value) if "&" in value else value for value in values]) if form else None


@lru_cache(maxsize=1 << 12)
def form_of(between: str) -> Form | None:
    """The form of a tag, if it is plain."""
    if between == "!doctype html":
        return Form("", begins=False, ends=False)
    if end := END.fullmatch(between):
        return Form(end[1].lower(), begins=False, ends=True)
    start = START.fullmatch(between)
    name = start[1].lower() if start else ""
    if not start or name in OTHERWISE or (start[3] and name in WHOLE):
        return None
    given = ATTRIBUTE.findall(start[2])
    form = Form(name, [of.lower() for of, _ in given], begins=True, ends=bool(start[3]) or name in EMPTY)
    form.without_value = [place for place, (_, value) in enumerate(given) if not value]
    return form
