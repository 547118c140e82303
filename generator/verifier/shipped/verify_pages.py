"""The pages of the site: which derived statements their elements are marked with."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from html.parser import HTMLParser
from pathlib import Path

MARK = "data-derived"
Pages = Mapping[str, AbstractSet[str]]  # the ids that each page is marked with, by the address of the page


class Marks(HTMLParser):
    """The ids that stand in the mark of any element, listed there as classes are."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 -- of any element
        for name, value in attrs:
            self.ids.update((value or "").split() if name == MARK else ())


def read_pages(site: Path) -> Pages:
    return {
        path.relative_to(site).as_posix(): marks_of(path.read_bytes().decode("utf-8", "replace"))
        for path in sorted(site.rglob("*.html"))
    }


def marks_of(page: str) -> set[str]:
    reader = Marks()
    reader.feed(page)
    return reader.ids
