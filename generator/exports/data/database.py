"""The data as one SQLite file: a table for each kind of thing, with its references, and full-text search."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import chain
from typing import Any

from generator.evidence.name_parts import fold
from generator.exports.data.dataset import Dataset

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
ENTRIES = {
    "countries": "country", "organisations": "organisation", "publishers": "publisher", "leaders": "leader",
    "themes": "theme",
}  # fmt: skip
STATED = ("date", "earliest", "latest", "basis", "because")
DATED = (*STATED, "reckoned")


def database(data: Dataset) -> bytes:
    """The whole file; the same data make the same bytes."""
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.executescript(f"PRAGMA page_size = 4096; PRAGMA foreign_keys = ON; {SHAPE}")
        for table, rows in _filled(data):
            _insert(memory, table, rows)
        memory.execute("INSERT INTO facts_fts (facts_fts) VALUES ('rebuild')")
        memory.commit()
        contents = memoryview(memory.serialize())
    return b"".join((contents[: LIBRARY.start], bytes(4), contents[LIBRARY.stop :]))


def _insert(memory: sqlite3.Connection, table: str, rows: Iterable[dict[str, Any]]) -> None:
    """Puts rows that have the same columns into a table."""
    each = iter(rows)
    for first in each:
        columns = ", ".join(f'"{column}"' for column in first)
        marks = ", ".join("?" for _ in first)
        into = f'INSERT INTO "{table}" ({columns}) VALUES ({marks})'  # noqa: S608 -- names of ours
        memory.executemany(into, (tuple(row.values()) for row in chain((first,), each)))


def _filled(data: Dataset) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
    """Every table after those that it refers to."""
    large = ("facts", "passages", "answers")  # of which no more than a row is held at a time
    facts_file = data.whole
    rows = {name: [*table.plain] for name, table in data.tables.items() if name not in large}
    facts, passages, answers = (data.tables[name] for name in large)
    names_by_id = {row["id"]: _spellings(row) for section in ENTRIES for row in rows[section]}
    keys = ("version", "title", "edition", "rights", "address", "contract")
    yield (
        "about",
        [{"key": key, "value": str(value)} for key in keys if (value := getattr(facts_file, key)) is not None],
    )
    answered = facts_file.checked.checks.items()
    yield "checks", [{"kind": k, "verdict": v, "times": n} for k, answers in answered for v, n in answers.items()]
    yield "entries", [_entry(kind, row) for section, kind in ENTRIES.items() for row in rows[section]]
    yield "names", [{"name": name, "entry": id} for id, spellings in names_by_id.items() for name in spellings]
    yield "countries", _picked(rows["countries"], "id", "code")
    yield "organisations", _picked(rows["organisations"], "id", "country")
    yield "publishers", _picked(rows["publishers"], "id", "kind", "country", "website")
    yield "leaders", _picked(rows["leaders"], "id", "sort", "country")
    yield "roles", [{"leader": row["id"], **_role(role)} for row in rows["leaders"] for role in row["roles"]]
    yield "themes", _picked(rows["themes"], "id", "group")
    of_article = ("id", "name", "title", "publisher", "origin", "language", "original", "curation", "url")
    sizes = ("words", "quoted", "paragraphs")
    yield "articles", [{**_part(row, *of_article, *sizes), **_dated(row["published"])} for row in rows["articles"]]
    of_event = ("id", "name", "kind", "before", "after", "place", "country", "url")
    yield "events", [{**_part(row, *of_event), **_dated(row["when"], DATED)} for row in rows["events"]]
    yield (
        "participants",
        [_participant(row, participant) for row in rows["events"] for participant in row["participants"]],
    )
    yield "questions", _picked(rows["questions"], "id", "question", "asks", "verdict", "url")
    folded = {id: _folded(names) for id, names in names_by_id.items()}
    yield "facts", (_fact(row, names_by_id, folded) for row in facts.plain)
    yield "passages", _picked(passages.plain, "fact", "number", "text", "paragraph")
    yield "subjects", ({"fact": row["id"], "entry": entry} for row in facts.plain for entry in _subjects(row))
    yield "answers", _picked(answers.plain, "question", "fact", "answer")
    yield "retired", _picked(rows["retired"], "id", "article", "say", "status", "retired", "because", "by", "url")


def _entry(kind: str, row: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": row["id"], "kind": kind, "name": row["name"]} | {key: row.get(key) for key in ("url", "background")}


def _spellings(row: Mapping[str, Any]) -> list[str]:
    return list(dict.fromkeys((row["name"], *row.get("aliases", ()), *row.get("demonyms", ()))))


def _role(role: Mapping[str, Any]) -> dict[str, Any]:
    date = _dated(role["when"])
    return _part(role, "title", "country", "organisation", "background") | _part(date, *STATED[:4])


def _participant(event: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, Any]:
    """Those of an event who are apart are not reported to have been together."""
    told = _part(row, "how", "channel", "background")
    return {"event": event["id"], "entry": row["who"], **told, "apart": int(row["who"] in event["apart"])}


def _folded(names: Iterable[str]) -> list[str]:
    """The names that have accents, without them."""
    return [plain for name in names if (plain := fold(name)) != name.casefold()]


def _fact(
    row: Mapping[str, Any], names_by_id: Mapping[str, list[str]], folded_by_id: Mapping[str, list[str]]
) -> dict[str, Any]:
    """The row of a fact with its passages, and every spelling of all that it is about, as they are searched."""
    subjects = _subjects(row)
    spellings = [name for entry in subjects for name in names_by_id[entry]]
    folded = [name for entry in subjects for name in folded_by_id[entry]]
    return {
        **_part(row, "id", "say", "article", "who", "via", "voice", "kind", "event", "verdict", "url"),
        **_dated(row["when"] or {}, DATED),
        "quoted": "\n".join(passage["text"] for passage in row["passages"]),
        "named": "\n".join([*spellings, *folded]),
    }


def _subjects(row: Mapping[str, Any]) -> list[str]:
    entries = (*row["leaders"], *row["countries"], *row["organisations"], *row["themes"], row["who"])
    return sorted({entry for entry in entries if entry})


def _dated(when: Mapping[str, Any], parts: Sequence[str] = STATED) -> dict[str, Any]:
    return {part: when.get(part) for part in parts}


def _picked(rows: Iterable[Mapping[str, Any]], *fields: str) -> Iterator[dict[str, Any]]:
    return (_part(row, *fields) for row in rows)


def _part(row: Mapping[str, Any], *fields: str) -> dict[str, Any]:
    return {field: row[field] for field in fields}
