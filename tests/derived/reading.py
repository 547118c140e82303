"""A page of a built site as a reader has it before them, and whom its links lead to."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

from lxml import html

from tests.derived.published import Published


@dataclass(frozen=True)
class Read:
    """A page, and the data to hold it against."""

    path: str
    tree: html.HtmlElement
    data: Published

    def target(self, link: html.HtmlElement) -> tuple[str, str]:
        """Registry and id that a link leads to, or `fact` and its id."""
        address = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), link.get("href", "")))
        page, _, fact = address.partition("#")
        if fact in self.data.facts:
            return "fact", fact
        registry, _, id = page.removesuffix(".html").rpartition("/")
        return registry, id

    def linked(self, element: html.HtmlElement, registry: str) -> list[str]:
        return [id for kind, id in map(self.target, element.iter("a")) if kind == registry]

    def who(self, element: html.HtmlElement) -> str:
        """The id of whom an element names first, or the name of a channel that has no page."""
        links = [self.target(link)[1] for link in element.iter("a")]
        own = re.sub(r"\s+", " ", element.text_content()).strip()
        return links[0] if links else own
