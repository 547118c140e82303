"""The pages of one's own, which have a place in the foot of every page."""

from __future__ import annotations

from dataclasses import dataclass

from generator.content.paths import own_page, title_of
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Head, Ledger, Page
from generator.site.render.typography import typographic_markdown


@dataclass(frozen=True)
class OwnView:
    head: Head
    body: str  # the hand-written Markdown, with its headings but the first
    ledger: Ledger


def own_pages(context: RenderContext) -> list[Page]:
    """Each is named by the first line of its text, and stands beside the front page under the name of its file."""
    return [
        _page(context, id, text)
        for path, text in sorted(context.briefing.content.pages.items())
        if (id := own_page(path))
    ]


def _page(context: RenderContext, id: str, text: str) -> Page:
    title = title_of(text)
    head = Head(f"{id}.md", title, context.words["own_page"]["lead"].format(title=title))
    said = typographic_markdown(text.partition("\n")[2].strip())
    return Page("own.md.j2", OwnView(head, said, context.ledger(())))
