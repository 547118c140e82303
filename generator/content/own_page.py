"""A page of one's own, read as Markdown once for all that is asked of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from generator.content.paths import METHOD

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LINKS = {"a": "href", "img": "src"}
Attribute = tuple[str, str, str]  # the element, the name, the value
OF_METHOD = ("edition", "ours")  # ids of what the program adds to the page on method


@dataclass(frozen=True)
class OwnPage:
    """What stands behind the title of a page: the HTML that its Markdown becomes, and the HTML that was written there.

    `written` is the whole text with blanks in the places of blocks between fences, where HTML is code.
    """

    body: str
    html_blocks: tuple[str, ...]
    written: str
    ours: frozenset[str]  # ids that the program gives to other parts of the page

    @cached_property
    def attributes(self) -> Counter[Attribute]:
        """Every attribute of the page with its element and value."""
        return attributes(self.body)

    @cached_property
    def ids(self) -> Counter[str]:
        """The ids of the page, each as often as it stands there; a heading without one has that of its words."""
        return Counter(value for _, name, value in self.attributes.elements() if name == "id")

    @property
    def links(self) -> Iterator[str]:
        """Where its links lead and its pictures are, in order."""
        for element in _tree(self.body).iter(*LINKS):
            if (address := element.get(LINKS[str(element.tag)])) is not None:
                yield str(address)

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(text for element in _tree(self.body).iter(*HEADINGS) if (text := element.text_content().strip()))

    @property
    def words(self) -> str:
        """All that the page says, without its marks."""
        return " ".join(_tree(self.body).itertext())


@lru_cache(maxsize=256)
def own_page_of(path: str, text: str) -> OwnPage:
    """A page from its text, of which no more is read than `limits` has."""
    from markdown import Markdown  # few dossiers have such a page, and nothing else needs it

    start = len(text.partition("\n")[0])  # behind the title, which is shown letter by letter
    settings = {"tables": {"use_align_attribute": True}}
    made = Markdown(extensions=["attr_list", "tables", "toc"], extension_configs=settings)
    made.postprocessors.deregister("raw_html")  # it puts back the HTML that was found
    unfenced, fenced = _without_fences(text[start:])
    ours = ("top", *(OF_METHOD if path == METHOD else ()))
    added = "".join(f"\n\n# x {{ #{id} }}" for id in ours)  # no heading gets one of these for its words
    body = made.convert(unfenced + added).rpartition(f'<h1 id="{ours[0]}">')[0] + fenced
    raw = (str(block).strip() for block in made.htmlStash.rawHtmlBlocks)
    html_blocks = tuple(block for block in raw if block.startswith("<"))
    return OwnPage(body, html_blocks, text[:start] + unfenced, frozenset(ours))


def attributes(body: str) -> Counter[Attribute]:
    """Every attribute of some HTML with its element and value."""
    return Counter((str(e.tag), str(name), str(value)) for e in _tree(body).iter() for name, value in e.attrib.items())


def _without_fences(text: str) -> tuple[str, str]:
    """The text with nothing in the places of blocks between fences, and these blocks as HTML."""
    from markdown import markdown
    from markdown.extensions.fenced_code import FencedBlockPreprocessor

    blocks: list[str] = []

    def left_out(found: re.Match[str]) -> str:
        blocks.append(markdown(found[0], extensions=["attr_list", "fenced_code"]))
        return re.sub("[^\n]", " ", found[0])

    return FencedBlockPreprocessor.FENCED_BLOCK_RE.sub(left_out, text), "".join(blocks)


def _tree(body: str) -> HtmlElement:
    from lxml import html

    return html.fragment_fromstring(body, create_parent="div")
