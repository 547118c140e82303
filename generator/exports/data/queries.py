"""The worked questions of the page on the data, asked of the very file that readers download."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from generator.exports.data.dataset import Dataset
from generator.site.pages.data import Query

MOST_QUOTED = """
SELECT entries.name AS who, count(*) AS quotations
FROM facts
JOIN entries ON entries.id = facts.who
WHERE facts.voice = 'quotation'
GROUP BY entries.id
ORDER BY quotations DESC, who
LIMIT 5;
"""
DIFFERENT = """
SELECT questions.question,
  count(DISTINCT lower(answers.answer)) AS answers
FROM answers
JOIN questions ON questions.id = answers.question
WHERE questions.asks = 'sources' AND questions.verdict = 'differ'
GROUP BY questions.id
ORDER BY 2 DESC, questions.question
LIMIT 5;
"""
FOUND = """
SELECT facts.say, facts.url
FROM facts_fts
JOIN facts ON facts.rowid = facts_fts.rowid
WHERE facts_fts MATCH '"{name}"'
ORDER BY facts_fts.rank, facts.id
LIMIT 3;
"""


def queries(data: Dataset, database: bytes) -> tuple[Query, ...]:
    """Each question with its answer in this edition."""
    texts = {"most_quoted": MOST_QUOTED, "different": DIFFERENT}
    if name := _sought(data):
        texts["found"] = FOUND.replace("{name}", name.replace("'", "''").replace('"', '""'))
    with closing(sqlite3.connect(":memory:")) as file:
        file.deserialize(database)
        return tuple(_answered(file, key, text.strip()) for key, text in texts.items())


def _answered(file: sqlite3.Connection, key: str, text: str) -> Query:
    answer = file.execute(text)
    columns = tuple(column[0] for column in answer.description)
    return Query(key, text, columns, tuple(tuple(map(str, row)) for row in answer))


def _sought(data: Dataset) -> str:
    """The last spelling of the leader with most facts: only the list of names leads from it to the facts."""
    people = data.tables["leaders"].plain
    most = max(people, key=lambda person: (person["facts"], person["id"]), default=None)
    return (most["aliases"] or [most["name"]])[-1] if most else ""
