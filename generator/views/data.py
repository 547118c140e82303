"""The page that documents the data files."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.book import Book
from generator.views.page import Head, Ledger, Page


@dataclass(frozen=True)
class DataView:
    head: Head
    version: str
    facts: int
    sample: str  # one fact as it stands in facts.json
    ledger: Ledger


def data_page(book: Book, version: str, sample: str) -> Page:
    said = book.words["data"]
    head = Head("data.md", said["title"], said["lead"])
    return Page("data.md.j2", DataView(head, version, len(book.briefing.facts), sample, book.ledger(())))
