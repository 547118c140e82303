"""The page of what no article says, and whom and what that is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.site.parts.context import RenderContext
from generator.site.parts.page import Head, Ledger, Link, Page, Sentence

PATH = "unknown.md"


@dataclass(frozen=True)
class Gap:
    """What no article says, and the pages that it stands on too."""

    sentence: Sentence
    about: tuple[Link, ...]


@dataclass(frozen=True)
class UnknownView:
    head: Head
    gaps: tuple[Gap, ...]
    ledger: Ledger


def unknown_page(context: RenderContext) -> Iterator[Page]:
    records, words = context.briefing.content.site.open, context.words["unknown"]
    if records:
        gaps = zip(context.sentences(records), records, strict=True)
        view = UnknownView(
            Head(PATH, words["title"], words["lead" if context.briefing.is_all_read else "lead_so_far"]),
            tuple(Gap(sentence, context.links(record.about)) for sentence, record in gaps),
            context.ledger(()),
        )
        yield Page("unknown.md.j2", view)
