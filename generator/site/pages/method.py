"""The page that says how the briefing proves itself, and what it does not prove."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.kinds import REGISTRIES
from generator.content.marks import Mark, marks
from generator.content.model import Article, Skip, Tombstone
from generator.content.paths import title_of
from generator.content.record import Grounded, Record, When
from generator.content.site import Licence, Owner, Site
from generator.evidence.verdict import Verdict
from generator.measures.ledger import ledger
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Head, Ledger, Page
from generator.site.render.typography import typographic_markdown

OF_SITE: tuple[type[Record], ...] = (Site, Licence, Owner)
WRITTEN: tuple[type[Record], ...] = (*OF_SITE, *REGISTRIES.values(), Grounded, Article, When, Skip, Tombstone)


@dataclass(frozen=True)
class Check:
    """A kind of check, as often as this edition performed it."""

    name: str
    performed: int
    passed: int


@dataclass(frozen=True)
class MethodView:
    head: Head
    body: str  # the hand-written Markdown, with its headings but the first
    has_yourself: bool  # whether it has the part that the page on data leads to
    checks: tuple[Check, ...]
    ours: tuple[str, ...]  # the texts that nothing checks
    ledger: Ledger


def method_page(context: RenderContext, body: str) -> Page:
    """The page is named by the heading of `body`, the Markdown that the site's own people wrote."""
    title = title_of(body) or context.words["ledger"]["method"]
    said = typographic_markdown(body.partition("\n")[2].strip())
    head = Head("method.md", title, context.words["method"]["lead"])
    return Page(
        "method.md.j2",
        MethodView(
            head, said, "#yourself" in said, _checks(context), tuple(_unchecked_texts(context)), context.ledger(())
        ),
    )


def _checks(context: RenderContext) -> tuple[Check, ...]:
    performed = ledger(context.briefing)
    names = context.words["method"]["names"]
    checks = [
        Check(names[subject], answers.total(), answers[Verdict.PROVED]) for subject, answers in performed.checks.items()
    ]
    paragraphs = Check(names["paragraph"], performed.paragraphs, performed.accounted)
    sentences = Check(names["sentence"], performed.sentences, performed.touched)
    prose = Check(names["prose"], performed.prose, performed.proved_prose)
    return (*sorted(checks, key=lambda check: (-check.performed, check.name)), paragraphs, sentences, prose)


def _unchecked_texts(context: RenderContext) -> Iterator[str]:
    """Every text that is marked as ours, where it is first declared, in the order of the records."""
    texts: dict[str, str] = context.words["method"]["ours"]["texts"]
    keys: set[str] = set()
    for record in WRITTEN:
        for name in (name for name, mark in marks(record).items() if mark is Mark.OURS):
            owners = (part for part in reversed(record.__mro__) if name in getattr(part, "model_fields", ()))
            key = f"{next(owners).__name__.lower()}.{name}"
            if key not in keys:
                keys.add(key)
                yield texts[key]
