"""The Markdown of a page as HTML, to the byte as Python-Markdown and MkDocs make it.

A page that the program writes is headings, and raw HTML between them: that is taken over as it stands. Anything else
goes through Python-Markdown itself.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit, urlunsplit

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

BLOCKS = frozenset(
    "article aside blockquote details dialog div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hgroup main"
    " nav ol p pre script section table ul".split()
)  # elements with an end, of those that Python-Markdown takes for blocks
UNREAD = ("\t", "\r", "\x02", "\x03", "\n```", "\n~~~")  # what has rules of its own
_UNREAD = re.compile(r"&#(?!\d+;|[xX][0-9a-fA-F]+;)|\n +\n")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z_:][-a-zA-Z0-9_:.]*(?:=\"[^\"<>]*\")?)*)\s*(/?)>")
_TAGS = re.compile(r"<[^<>]*>")
UNCLEAR = "?"  # of a tag that is not written plainly
_HEADING = re.compile(
    r"(?P<marks>#{1,6}) (?P<name>(?:[^\W_]|[ ,.;:?()“”‘’–—…·%€$£/'\u00a0-]|&(?:\d+|#\d+|[a-z]+);)+?)"
    r"(?: \{ (?P<attributes>#[a-z0-9-]+(?: [a-z-]+=[a-z]+)*) \})?(?=\n|$)"
)


@dataclass(frozen=True)
class Heading:
    """A heading that the table of contents has: its level, its id, and its name as HTML without elements."""

    level: int
    id: str
    name: str


@dataclass(frozen=True)
class Body:
    """What a page's Markdown becomes."""

    html: str
    headings: tuple[Heading, ...]


@dataclass(frozen=True)
class Markdown:
    """How the builder's own file has Markdown read: extensions and their settings, and the levels of contents."""

    extensions: tuple[str, ...]
    settings: Mapping[str, Mapping[str, Any]]
    levels: tuple[int, int] = (1, 6)


class Unresolved(ValueError):
    """A link of a page leads to no page or file that is built; the builder has words for it."""


Resolve = Callable[[str], str | None]  # the address that a path of `build/docs` is built at, or None


def body(text: str, how: Markdown, path: str, resolve: Resolve) -> Body:
    """The HTML of the Markdown at `path`; raises Unresolved for a link that leads to nothing that is built."""
    return plain(text, how.levels) or _through_markdown(text, how, path, resolve)


def plain(text: str, levels: tuple[int, int] = (1, 6)) -> Body | None:
    """The HTML of headings and raw blocks; None where the text has anything else."""
    tags = _TAGS.findall(text)
    closings = [*map(_closing, tags)]
    if text.count("<") != len(tags) or UNCLEAR in closings or any(sign in text for sign in UNREAD):
        return None
    if _UNREAD.search(text):
        return None
    parts, headings = [], []
    text = text.strip("\n")
    at, end, tag = 0, len(text), 0
    while at < end:
        is_block = text[at] == "<"
        if is_block:
            after = _behind_block(tags, closings, tag)
            if after == tag:
                return None
            stop = at
            for _ in range(tags[tag:after].count(tags[after - 1])):
                stop = text.index(tags[after - 1], stop) + len(tags[after - 1])
            html, tag = text[at:stop], after
        else:
            found = _HEADING.match(text, at)
            if not found or found["name"] != found["name"].strip() or not found["attributes"]:
                return None
            html, heading = _heading(found)
            headings.append(heading)
            stop = found.end()
        if stop < end and text[stop] != "\n":
            return None
        at = stop
        while at < end and text[at] == "\n":
            at += 1
        parts.append(f"{html}\n" if is_block and at - stop > 1 else html)
    return Body("\n".join(parts).strip(), tuple(h for h in headings if levels[0] <= h.level <= levels[1]))


@lru_cache(maxsize=100_000)
def _closing(tag: str) -> str | None:
    """The tag that ends the element which this one begins; None for one that ends, and nothing for an empty one."""
    found = _TAG.fullmatch(tag)
    if not found:
        return UNCLEAR
    if found[1]:
        return None if tag == f"</{found[2]}>" else UNCLEAR
    return "" if found[4] or found[2] == "hr" else f"</{found[2]}>"


def _behind_block(tags: list[str], closings: list[str | None], first: int) -> int:
    """The number of the tag behind the raw block that the first one begins, or that of the first if it has no end."""
    if (closings[first] or "")[2:-1] not in BLOCKS:
        return first
    open_elements: list[str] = []
    for number in range(first, len(tags)):
        closing = closings[number]
        if closing:
            open_elements.append(closing)
        elif closing is None and tags[number] in open_elements:
            while open_elements.pop() != tags[number]:
                pass
            if not open_elements:
                return number + 1
    return first


def _heading(found: re.Match[str]) -> tuple[str, Heading]:
    level, name = len(found["marks"]), found["name"]
    pairs = [part.partition("=")[::2] for part in (found["attributes"] or "").split()]
    attributes = {"id" if not value else key: value or key[1:] for key, value in pairs}
    told = "".join(f' {key}="{value}"' for key, value in sorted(attributes.items()))
    return f"<h{level}{told}>{name}</h{level}>", Heading(level, attributes.get("id", ""), " ".join(name.split()))


def _through_markdown(text: str, how: Markdown, path: str, resolve: Resolve) -> Body:
    from markdown import Markdown as Parser  # few pages have more than headings and blocks
    from markdown.treeprocessors import Treeprocessor

    class Links(Treeprocessor):
        """Links to pages and files lead to where these are built."""

        def run(self, root: Element) -> None:
            for element in root.iter():
                if key := {"a": "href", "img": "src"}.get(element.tag):
                    element.set(key, _address(element.get(key, ""), path, resolve))

    parser = Parser(extensions=[*how.extensions], extension_configs={**how.settings})
    parser.treeprocessors.register(Links(parser), "links", 0)
    html = parser.convert(text)
    return Body(html, tuple(_headings(getattr(parser, "toc_tokens", []))))


def _headings(tokens: list[Any]) -> Iterator[Heading]:
    """The headings of Python-Markdown's table of contents, in their order."""
    for token in tokens:
        yield Heading(token["level"], token["id"], token["name"])
        yield from _headings(token["children"])


def _address(link: str, path: str, resolve: Resolve) -> str:
    """What a link of the page at `path` becomes; what is no relative path stays."""
    from markdown.util import AMP_SUBSTITUTE  # how an address of mail is kept from programs

    scheme, netloc, target, query, anchor = urlsplit(link)
    if scheme or netloc or AMP_SUBSTITUTE in link or not target:
        return link
    here = posixpath.dirname(path)
    place = posixpath.normpath(posixpath.join(here, unquote(target)))
    address = None if link.startswith(("/", "\\")) else resolve(place)
    if address is None:
        raise Unresolved(link)
    return urlunsplit(("", "", posixpath.relpath(address, here or "."), query, anchor))
