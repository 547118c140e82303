"""MkDocs as a program, without its slowest look at raw HTML.

It parses every page once more only to know which anchors a Markdown link may lead to. To find them by their spelling
takes a hundredth of that, and the gate checks every link of the built pages anyway.
"""

import re

from mkdocs.__main__ import cli
from mkdocs.structure import pages

ANCHOR = re.compile(r"""\s(?:id|name)\s*=\s*["']?([^\s"'>]+)""")


class Anchors:
    """Takes the place of the parser: it is fed a page, and then asked for its anchors."""

    def __init__(self) -> None:
        self.present_anchor_ids: set[str] = set()

    def feed(self, text: str) -> None:
        self.present_anchor_ids.update(ANCHOR.findall(text))

    def close(self) -> None: ...


if __name__ == "__main__":
    vars(pages)["_HTMLHandler"] = Anchors
    cli()
