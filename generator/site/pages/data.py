"""The page of the data files: what each is, what it holds, and how to ask it something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.site.parts.context import RenderContext
from generator.site.parts.page import Head, Ledger, Page


@dataclass(frozen=True)
class Field:
    """A field of a record: its name, what it can hold, and what that means."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True)
class Held:
    """What one table holds; it stands under its name, as CSV and as JSON."""

    name: str
    rows: int
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Query:
    """A worked question to the database, and its answer in this edition; the words name what it asks."""

    name: str
    text: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class DataView:
    head: Head
    title: str
    version: str
    edition: str
    rights: str
    licence: str  # the terms under which the data may be used, and their address on the web; empty where there are none
    licence_url: str
    tables: tuple[Held, ...]
    derived: tuple[Field, ...]  # of the file of derived statements
    queries: tuple[Query, ...]
    proved: int
    facts: int
    sample: str  # one fact as it stands in facts.json
    locks: tuple[str, ...]  # the files that answer for the articles' texts
    weight: int  # of the print edition, in thousands of bytes
    documents: int  # that it has
    calendars: tuple[int, ...]  # the years that have a calendar of their own
    ledger: Ledger


def data_page(
    context: RenderContext,
    version: str,
    tables: Sequence[Held],
    derived: Sequence[Field],
    queries: Sequence[Query],
    sample: str,
    documents: Sequence[int],
    calendars: tuple[int, ...],
) -> Page:
    """The page of the data files; `documents` are those of the print edition, each by its bytes, `calendars` the years
    that have one of their own.
    """
    words, site = context.words["data"], context.briefing.content.site
    facts = context.ledger(context.briefing.facts.values())
    view = DataView(
        head=Head("data.md", words["title"], words["lead"]),
        title=site.title,
        version=version,
        edition=context.day(site.edition),
        rights=site.rights,
        licence=site.licence.name if site.licence else "",
        licence_url=(site.licence.url or "") if site.licence else "",
        tables=tuple(tables),
        derived=tuple(derived),
        queries=tuple(queries),
        proved=facts.bound,
        facts=facts.sentences,
        sample=sample,
        locks=tuple(f"{id}.lock" for id in sorted(context.briefing.curated) if id in context.briefing.sources),
        weight=-(-sum(documents) // 1000),
        documents=len(documents),
        calendars=calendars,
        ledger=context.ledger(()),
    )
    return Page("data.md.j2", view)
