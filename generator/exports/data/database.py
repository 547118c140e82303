"""The data as one SQLite file: a table for each kind of thing, with its references, and full-text search."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import chain
from typing import Any

from pydantic_core import from_json, to_json

from generator.evidence.name_parts import fold
from generator.exports.data.dataset import ENTRIES, Dataset, Table

LIBRARY = slice(96, 100)  # where the file names the library that wrote it: the same file, whichever did
SHAPE = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE checks (kind TEXT NOT NULL, verdict TEXT NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (kind, verdict));
CREATE TABLE entries (id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, url TEXT, background TEXT);
CREATE TABLE names (name TEXT NOT NULL, entry TEXT NOT NULL REFERENCES entries, PRIMARY KEY (name, entry));
CREATE TABLE countries (id TEXT PRIMARY KEY REFERENCES entries, code TEXT NOT NULL);
CREATE TABLE organisations (id TEXT PRIMARY KEY REFERENCES entries, country TEXT REFERENCES countries);
CREATE TABLE publishers (
  id TEXT PRIMARY KEY REFERENCES entries, kind TEXT NOT NULL, country TEXT REFERENCES countries, website TEXT
);
CREATE TABLE leaders (
  id TEXT PRIMARY KEY REFERENCES entries, sort TEXT NOT NULL, country TEXT REFERENCES countries
);
CREATE TABLE roles (
  leader TEXT NOT NULL REFERENCES leaders, title TEXT NOT NULL, country TEXT REFERENCES countries,
  organisation TEXT REFERENCES organisations, date TEXT NOT NULL, earliest TEXT, latest TEXT, basis TEXT NOT NULL,
  background TEXT
);
CREATE TABLE themes (id TEXT PRIMARY KEY REFERENCES entries, "group" TEXT);
CREATE TABLE articles (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, title TEXT, publisher TEXT REFERENCES publishers, origin TEXT NOT NULL,
  date TEXT NOT NULL, earliest TEXT, latest TEXT, basis TEXT NOT NULL, because TEXT, language TEXT NOT NULL,
  original TEXT, curation TEXT NOT NULL, words INTEGER NOT NULL, quoted INTEGER NOT NULL, paragraphs INTEGER NOT NULL,
  url TEXT NOT NULL
);
CREATE TABLE events (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, date TEXT NOT NULL, earliest TEXT, latest TEXT,
  basis TEXT NOT NULL, because TEXT, reckoned TEXT, before TEXT, after TEXT, place TEXT,
  country TEXT REFERENCES countries, url TEXT NOT NULL
);
CREATE TABLE participants (
  event TEXT NOT NULL REFERENCES events, entry TEXT NOT NULL REFERENCES entries, how TEXT, channel TEXT,
  apart INTEGER NOT NULL, background TEXT
);
CREATE TABLE questions (
  id TEXT PRIMARY KEY, question TEXT NOT NULL, asks TEXT NOT NULL, verdict TEXT NOT NULL, url TEXT NOT NULL
);
CREATE TABLE facts (
  id TEXT PRIMARY KEY, say TEXT NOT NULL, article TEXT NOT NULL REFERENCES articles, who TEXT REFERENCES entries,
  via TEXT, voice TEXT NOT NULL, kind TEXT NOT NULL, date TEXT, earliest TEXT, latest TEXT, basis TEXT, reckoned TEXT,
  because TEXT, event TEXT REFERENCES events, verdict TEXT NOT NULL, url TEXT NOT NULL UNIQUE,
  quoted TEXT NOT NULL, named TEXT NOT NULL
);
CREATE TABLE passages (
  fact TEXT NOT NULL REFERENCES facts, number INTEGER NOT NULL, text TEXT NOT NULL, paragraph INTEGER,
  PRIMARY KEY (fact, number)
);
CREATE TABLE subjects (
  fact TEXT NOT NULL REFERENCES facts, entry TEXT NOT NULL REFERENCES entries, PRIMARY KEY (fact, entry)
);
CREATE TABLE answers (
  question TEXT NOT NULL REFERENCES questions, fact TEXT NOT NULL REFERENCES facts, answer TEXT NOT NULL,
  PRIMARY KEY (question, fact)
);
CREATE TABLE retired (
  id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles, say TEXT NOT NULL, status TEXT NOT NULL,
  retired TEXT NOT NULL, because TEXT NOT NULL, by TEXT, url TEXT NOT NULL UNIQUE
);
CREATE INDEX facts_by_who ON facts (who);
CREATE INDEX facts_by_article ON facts (article);
CREATE INDEX facts_by_event ON facts (event);
CREATE INDEX subjects_by_entry ON subjects (entry);
CREATE INDEX answers_by_fact ON answers (fact);
CREATE VIRTUAL TABLE facts_fts USING fts5(
  say, quoted, named, content="facts", tokenize="unicode61 remove_diacritics 2"
);
"""
STATED = ("date", "earliest", "latest", "basis", "because")
DATED = (*STATED, "reckoned")
FACT_DATED = ("date", "earliest", "latest", "basis", "reckoned", "because")


def database(data: Dataset, said: Callable[[str], Iterable[bytes]]) -> bytes:
    """The whole file; the same data make the same bytes. `said` gives what a table of `LARGE` says of each article."""
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.executescript(f"PRAGMA page_size = 4096; PRAGMA foreign_keys = ON; {SHAPE}")
        for table, rows in _filled(data):
            _insert(memory, table, rows)
        for table in LARGE:
            _insert(memory, table, chain.from_iterable(map(from_json, said(table))))
        for table, rows in _filled_last(data):
            _insert(memory, table, rows)
        memory.execute("INSERT INTO facts_fts (facts_fts) VALUES ('rebuild')")
        memory.commit()
        contents = memoryview(memory.serialize())
    return b"".join((contents[: LIBRARY.start], bytes(4), contents[LIBRARY.stop :]))


def _insert(memory: sqlite3.Connection, table: str, rows: Iterable[Sequence[Any]]) -> None:
    """Puts rows into a table, each with a value for every column of it."""
    each = iter(rows)
    for first in each:
        into = f'INSERT INTO "{table}" VALUES ({", ".join("?" for _ in first)})'  # noqa: S608 -- names of ours
        memory.executemany(into, chain((first,), each))


def _filled(data: Dataset) -> Iterator[tuple[str, Iterable[Sequence[Any]]]]:
    """Every table that those of facts refer to, after those that it refers to itself."""
    facts_file = data.whole
    rows = {name: [*data.tables[name].plain] for name in (*ENTRIES, "articles", "events", "questions")}
    keys = ("version", "title", "edition", "rights", "address", "contract")
    yield "about", [(key, str(value)) for key in keys if (value := getattr(facts_file, key)) is not None]
    answered = facts_file.checked.checks.items()
    yield "checks", [(kind, verdict, n) for kind, answers in answered for verdict, n in answers.items()]
    yield "entries", [_entry(kind, row) for section, kind in ENTRIES.items() for row in rows[section]]
    yield "names", [(name, id) for id, names in data.spellings.items() for name in names]
    yield "countries", _picked(rows["countries"], "id", "code")
    yield "organisations", _picked(rows["organisations"], "id", "country")
    yield "publishers", _picked(rows["publishers"], "id", "kind", "country", "website")
    yield "leaders", _picked(rows["leaders"], "id", "sort", "country")
    yield "roles", [(row["id"], *_role(role)) for row in rows["leaders"] for role in row["roles"]]
    yield "themes", _picked(rows["themes"], "id", "group")
    yield "articles", map(_article, rows["articles"])
    yield "events", map(_event, rows["events"])
    yield "participants", [_participant(row, one) for row in rows["events"] for one in row["participants"]]
    yield "questions", _picked(rows["questions"], "id", "question", "asks", "verdict", "url")


def _filled_last(data: Dataset) -> Iterator[tuple[str, Iterable[Sequence[Any]]]]:
    """Every table that refers to facts, beside those of `LARGE`."""
    yield "answers", _picked(data.tables["answers"].plain, "question", "fact", "answer")
    of_retired = ("id", "article", "say", "status", "retired", "because", "by", "url")
    yield "retired", _picked(data.tables["retired"].plain, *of_retired)


def facts_rows(data: Dataset, facts: Table, _: Table) -> bytes:
    """The rows of facts as JSON: each with its passages, and every spelling of all that it is about, as is searched."""
    return to_json([_fact(row, data.spellings) for row in facts.plain])


def passages_rows(_: Dataset, __: Table, passages: Table) -> bytes:
    """The rows of passages as JSON."""
    return to_json([*_picked(passages.plain, "fact", "number", "text", "paragraph")])


def subjects_rows(_: Dataset, facts: Table, __: Table) -> bytes:
    """A row for everything that a fact is about, as JSON."""
    return to_json([(row["id"], entry) for row in facts.plain for entry in _subjects(row)])


LARGE = {"facts": facts_rows, "passages": passages_rows, "subjects": subjects_rows}  # after those that they refer to


def _entry(kind: str, row: Mapping[str, Any]) -> tuple[Any, ...]:
    return row["id"], kind, row["name"], row.get("url"), row.get("background")


def _role(role: Mapping[str, Any]) -> Iterator[Any]:
    yield from _part(role, "title", "country", "organisation")
    yield from _dated(role["when"], STATED[:4])
    yield role["background"]


def _article(row: Mapping[str, Any]) -> tuple[Any, ...]:
    sizes = ("words", "quoted", "paragraphs")
    return (
        *_part(row, "id", "name", "title", "publisher", "origin"),
        *_dated(row["published"], STATED),
        *_part(row, "language", "original", "curation", *sizes, "url"),
    )


def _event(row: Mapping[str, Any]) -> tuple[Any, ...]:
    more = ("before", "after", "place", "country", "url")
    return *_part(row, "id", "name", "kind"), *_dated(row["when"], DATED), *_part(row, *more)


def _participant(event: Mapping[str, Any], row: Mapping[str, Any]) -> tuple[Any, ...]:
    """Those of an event who are apart are not reported to have been together."""
    is_apart = int(row["who"] in event["apart"])
    return event["id"], *_part(row, "who", "how", "channel"), is_apart, row["background"]


def _fact(row: Mapping[str, Any], spellings: Mapping[str, Iterable[str]]) -> tuple[Any, ...]:
    subjects = _subjects(row)
    names = [name for entry in subjects for name in spellings[entry]]
    return (
        *_part(row, "id", "say", "article", "who", "via", "voice", "kind"),
        *_dated(row["when"] or {}, FACT_DATED),
        *_part(row, "event", "verdict", "url"),
        "\n".join(passage["text"] for passage in row["passages"]),
        "\n".join([*names, *_folded(names)]),
    )


def _folded(names: Iterable[str]) -> list[str]:
    """The names that have accents, without them."""
    return [plain for name in names if (plain := fold(name)) != name.casefold()]


def _subjects(row: Mapping[str, Any]) -> list[str]:
    entries = (*row["leaders"], *row["countries"], *row["organisations"], *row["themes"], row["who"])
    return sorted({entry for entry in entries if entry})


def _dated(when: Mapping[str, Any], parts: Iterable[str]) -> Iterator[Any]:
    return (when.get(part) for part in parts)


def _picked(rows: Iterable[Mapping[str, Any]], *fields: str) -> Iterator[tuple[Any, ...]]:
    return (_part(row, *fields) for row in rows)


def _part(row: Mapping[str, Any], *fields: str) -> tuple[Any, ...]:
    return tuple([row[field] for field in fields])
