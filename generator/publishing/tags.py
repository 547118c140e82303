"""The tags of a page without a parser, where every reader of HTML must read them alike.

Most pages are written so plainly that no reader can take them for something else: each sign `<` begins a tag, each
attribute has quotation marks. Their tags are few and come again on every page, so each is judged once. What is
written in any other way, or is not inert, is left to a parser.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from generator.publishing import active
from generator.publishing.active import Tag
from generator.site.render.policy import META

MOST_KNOWN = 100_000  # tags that are kept as judged, at once
_BEGINNING = re.compile(r"\s*<!doctype html>\s*<html(?: [^<>]*)?>\s*<head>\s*", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>")
_CLOSING = re.compile(r"</[a-z][a-zA-Z0-9]*>")
_OPENING = re.compile(r"<([a-z][a-zA-Z0-9]*)((?:\s+[a-zA-Z_:@][-\w:.]*(?:=\"[^\"]*\")?)*)\s*/?>")
_ATTRIBUTE = re.compile(r"([a-zA-Z_:@][-\w:.]*)(?:=\"([^\"]*)\")?")
_UNCLEAR = re.compile(r"&(?!(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);)")  # which some take for an entity
_TEXT = re.compile(r"<(script|title)(?: [^<>]*)?>[^<]*</\1>")
ONCE = ("<head>", "<body", "<html")  # elements that a parser takes elsewhere when they come again
READ_APART = frozenset("math noembed noframes noscript plaintext template textarea xmp".split())


@dataclass
class Scan:
    """Finds the ids and links of pages, and remembers the tags that it knows to be inert."""

    _inert: set[str] = field(default_factory=set)
    _ids: dict[str, str] = field(default_factory=dict)
    _links: dict[str, str] = field(default_factory=dict)

    def of(self, page: str) -> tuple[list[str], list[str]] | None:
        """The ids of a page in their order, and where its links lead; None for what a parser has to look at."""
        beginning = _BEGINNING.match(page)
        if not beginning or not page.startswith(META, beginning.end()):
            return None
        tags = _TAGS.findall(page)
        if page.count("<") != len(tags) or any(page.count(tag) != 1 for tag in ONCE) or not _are_texts(page):
            return None
        once = set(tags)
        if len(self._inert) > MOST_KNOWN:
            self._forget()
        if not all(tag in self._inert or self._is_inert(tag) for tag in once):
            return None
        ids = [id for tag in tags if (id := self._ids.get(tag))] if self._ids else []
        return ids, [link for tag in once if (link := self._links.get(tag))]

    def _is_inert(self, tag: str) -> bool:
        if not _CLOSING.fullmatch(tag) and tag.lower() != "<!doctype html>":
            element = _read(tag)
            if not element or element.tag in READ_APART or not _is_followed(element):
                return False
            if id := element.get("id"):
                self._ids[tag] = id
            if element.tag == "a" and (link := element.get("href")):
                self._links[tag] = link
        self._inert.add(tag)
        return True

    def _forget(self) -> None:
        for known in (self._inert, self._ids, self._links):
            known.clear()


def _is_followed(element: Tag) -> bool:
    """Whether an element is inert; a link to a page, of which there are many, is seen to be at once."""
    link = element.get("href", "")
    if element.tag == "a" and (":" not in link or link.startswith(("https:", "http:"))):
        others = [name for name in element.attributes if name in active.KNOWN or name.startswith("on")]
        if others == ["href"]:
            return True
    return next(active.of_element(element), None) is None


def _are_texts(page: str) -> bool:
    """Whether elements whose tags are no tags hold none."""
    for beginning in ("<script", "<title"):
        at = page.find(beginning)
        while at >= 0:
            if not _TEXT.match(page, at):
                return False
            at = page.find(beginning, at + 1)
    return True


def _read(tag: str) -> Tag | None:
    """The element that a tag begins, or None for one that is not written plainly."""
    found = _OPENING.fullmatch(tag)
    if not found or _UNCLEAR.search(tag):
        return None
    attributes: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(found[2]):
        if name.lower() in attributes:
            return None
        attributes[name.lower()] = unescape(value)
    return Tag(found[1].lower(), attributes)
