"""Everything that is published as data: tables of rows, each row made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, Self

from pydantic_core import from_json, to_json

from generator.analysis.certainty import KnownDate, date_of_event
from generator.briefing import Briefing
from generator.content.kinds import PAGES, SUBJECTS
from generator.content.marks import Mark, texts
from generator.content.site import Site
from generator.evidence.name_parts import parts
from generator.evidence.ordinary import opens_plainly
from generator.evidence.text import normalise, tokens
from generator.exports.data import records, rows
from generator.exports.data.rows import LISTED, ids, is_proved, row_of, url
from generator.work.canonical import Digests
from generator.work.digests import digest_of
from generator.work.reads import note, settled
from generator.work.store import Keeping, kept

ROWS = "rows"  # the step of the facts and passages of an article, in the store
ROW = "row"  # of an entry, by its table and its id
CAPITALS = "capitals"  # the step of the words that may be names, in the store


ENTRIES = {
    "countries": "country", "organisations": "organisation", "publishers": "publisher", "leaders": "leader",
    "themes": "theme",
}  # fmt: skip
OfArticle = tuple[tuple[bytes, ...], tuple[bytes, ...]]  # the rows of its facts, and of their passages


@dataclass(frozen=True)
class Table:
    """The rows of one file, and the record that they are; held as JSON, which takes a tenth of their room."""

    name: str
    record: type[records.Row]
    count: int
    held: Callable[[], Iterable[bytes]]

    @classmethod
    def of(cls, name: str, record: type[records.Row], rows: Iterable[records.Row]) -> Self:
        return cls.held_as(name, record, map(to_json, rows))

    @classmethod
    def held_as(cls, name: str, record: type[records.Row], rows: Iterable[bytes]) -> Self:
        held = tuple(rows)
        return cls(name, record, len(held), partial(tuple, held))

    def __len__(self) -> int:
        return self.count

    @property
    def rows(self) -> Iterator[records.Row]:
        """The rows as records, made one after the other."""
        return map(self.record.model_validate_json, self.held())

    @property
    def plain(self) -> Iterator[dict[str, Any]]:
        """The rows as JSON has them, made one after the other."""
        return map(from_json, self.held())


@dataclass(frozen=True)
class _Keys:
    """Gives the digest of all that the rows of an article are made from.

    That is what it answered from, the dates of its events, which count from days of other articles, and beside that
    which subjects there are and which of its notes are proved.
    """

    briefing: Briefing
    digests: Digests
    subjects: str
    dates: Mapping[str, KnownDate]  # of events

    @classmethod
    def of_briefing(cls, briefing: Briefing) -> Self:
        digests, events = Digests(KnownDate), briefing.content.events
        subjects = digests.of(*(tuple(getattr(briefing.content, name)) for name in SUBJECTS))
        return cls(briefing, digests, subjects, {id: date_of_event(briefing, event) for id, event in events.items()})

    def of(self, article: str) -> str:
        facts = self.briefing.facts_in(article)
        of_events = tuple(self.dates[event] for fact in facts if (event := fact.event) and event in self.dates)
        notes = tuple(is_proved(self.briefing, note) for fact in facts for note in fact.fact.note)
        is_published = article in self.briefing.published_texts
        return self.digests.of(self.subjects, self.briefing.made_from[article], is_published, of_events, notes)


@dataclass(frozen=True)
class Dataset:
    """Everything that is published as data; each row is made when it is first asked for, alone or with its table.

    Facts stand in order of the articles' dates and of reading, everything else in order of its registry.
    """

    briefing: Briefing
    address: str = ""  # that all of the site is published at, where it is known
    store: Keeping | None = None
    _of_articles: dict[str, OfArticle] = field(default_factory=dict, compare=False)
    _keys_of_articles: dict[str, str] = field(default_factory=dict, compare=False)
    _rows: dict[tuple[str, str], bytes] = field(default_factory=dict, compare=False)  # by table and id
    _plain: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict, compare=False)

    @property
    def about(self) -> Site:
        """What the whole dossier says of itself."""
        return self.briefing.content.site

    @cached_property
    def whole(self) -> records.FactsFile:
        """What stands above the facts, with all that was counted."""
        return rows.head(self.briefing, self.address, self._plain_words())

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        """Every table, in the order in which they are listed."""
        answers = Table.of("answers", records.Answer, rows.answers(self.briefing, self.briefing.content.questions))
        retired = Table.of("retired", records.Retired, rows.retired(self.briefing))
        return {table.name: table for table in (*self._of_facts, answers, *map(self._listed, LISTED), retired)}

    def make(self) -> None:
        """Makes all that no worker finds in the store, so that none need make any of it again."""
        _ = self.whole, self.tables, self._keys
        for article in () if self.store else self.with_facts:
            self._of_article(article)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What entries are called."""
        return _names(self.briefing)

    @cached_property
    def spellings(self) -> Mapping[str, tuple[str, ...]]:
        """Every name of those of the registries who are spoken of."""
        rows = (row for section in ENTRIES for row in self.tables[section].plain)
        also = {row["id"]: (row["name"], *row.get("aliases", ()), *row.get("demonyms", ())) for row in rows}
        return {id: tuple(dict.fromkeys(names)) for id, names in also.items()}

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """What articles are called, whose ids may be those of entries."""
        return {id: self.briefing.article(id).name for id in self.briefing.curated}

    @cached_property
    def urls(self) -> Mapping[str, str]:
        """The page of every entry that has one."""
        names = ("articles", *(name for name in PAGES if name != "articles"))  # an event with an article's id wins
        pages = ((id, url(self.briefing, name, id)) for name in names for id in ids(self.briefing, name))
        return {id: url for id, url in pages if url}

    @settled(ROW)
    def row(self, table: str, id: str) -> dict[str, Any] | None:
        """A row as JSON has it, by its id: of articles, or of a registry."""
        return self._row(table, id) if id in ids(self.briefing, table) else None

    def article(self, id: str) -> dict[str, Any]:
        """The row of an article that has one."""
        return self._row("articles", id)

    def facts_of(self, article: str) -> list[dict[str, Any]]:
        for fact in self.briefing.facts_in(article):
            note(fact.id)
        return [*map(from_json, self._of_article(article)[0])]

    def answers_to(self, question: str) -> list[dict[str, Any]]:
        return [from_json(to_json(row)) for row in rows.answers(self.briefing, (question,))]

    @cached_property
    def with_facts(self) -> tuple[str, ...]:
        """The articles that have facts, in the order of these."""
        return tuple(dict.fromkeys(fact.article for fact in self.briefing.facts.values()))

    def of_article(self, article: str) -> tuple[Table, Table]:
        """The facts of an article, and their passages."""
        facts, passages = self._of_article(article)
        return (
            Table.held_as("facts", records.Fact, facts),
            Table.held_as("passages", records.NumberedPassage, passages),
        )

    def key(self, article: str) -> str:
        """The digest of all that may stand in a file beside the rows of an article; empty where that is not known."""
        if article not in self._keys_of_articles:
            key, named = self._key_of_rows(article), (self.titles.get(article, ""), self.urls.get(article, ""))
            self._keys_of_articles[article] = digest_of((key, self._key_of_entries, *named)) if key else ""
        return self._keys_of_articles[article]

    @cached_property
    def _key_of_entries(self) -> str:
        """The digest of the address, and of all that entries are called and where they stand."""
        articles = self.titles.keys() - self.names.keys()
        urls = {id: url for id, url in self.urls.items() if id not in articles}
        return Digests().of(self.address or None, dict(self.names), dict(self.spellings), urls)

    def capitals_in(self, article: str) -> tuple[str, ...]:
        """The words with a capital, in lower case, that checks read in an article and its facts, by the alphabet."""
        key = self.briefing.made_from.get(article, "")
        make = partial(_capitals_of, self.briefing, article)
        return kept(self.store if key else None, CAPITALS, partial(str, key), make)

    def _plain_words(self) -> records.PlainWords:
        """Of all that checks read names in, so that whoever repeats them needs no dictionary; by the alphabet."""
        events, aliases = self.briefing.content.events.values(), self.briefing.aliases
        read = {word for article in self.briefing.articles for word in self.capitals_in(article)}
        of_events = (text for event in events for _, text in texts(event, Mark.BOUND))
        words = sorted({*read, *_capitals(of_events)})
        return records.PlainWords(
            beside=tuple(word for word in words if aliases.is_ordinary(word)),
            opening=tuple(word for word in words if opens_plainly(word)),
        )

    @property
    def _of_facts(self) -> tuple[Table, Table]:
        """The facts and their passages, article by article."""
        facts = self.briefing.facts
        passages = sum(len(fact.fact.passage) for fact in facts.values())
        return (
            Table("facts", records.Fact, len(facts), partial(self._rows_of_articles, 0)),
            Table("passages", records.NumberedPassage, passages, partial(self._rows_of_articles, 1)),
        )

    def _rows_of_articles(self, number: int) -> Iterator[bytes]:
        return (row for article in self.with_facts for row in self._of_article(article)[number])

    def _of_article(self, article: str) -> OfArticle:
        """The rows of the facts of an article, and of their passages."""
        if article not in self._of_articles:
            key = self._key_of_rows(article)
            make = partial(_held, self.briefing, article)
            self._of_articles[article] = kept(self.store if key else None, ROWS, partial(str, key), make)
        return self._of_articles[article]

    def _key_of_rows(self, article: str) -> str:
        return self._keys.of(article) if self.store and article in self.briefing.made_from else ""

    @cached_property
    def _keys(self) -> _Keys:
        return _Keys.of_briefing(self.briefing)

    def _row(self, table: str, id: str) -> dict[str, Any]:
        if (table, id) not in self._plain:
            self._plain[table, id] = from_json(self._held(table, id))
        return self._plain[table, id]

    def _listed(self, table: str) -> Table:
        rows = (self._held(table, id) for id in ids(self.briefing, table))
        return Table.held_as(table, LISTED[table].record, rows)

    def _held(self, table: str, id: str) -> bytes:
        if (table, id) not in self._rows:
            self._rows[table, id] = to_json(row_of(self.briefing, table, id))
        return self._rows[table, id]


def _names(briefing: Briefing) -> dict[str, str]:
    content = briefing.content
    names = {entry.id: entry.name for entry in briefing.entries.values()}
    names |= {id: event.name for id, event in content.events.items()}
    return names | {id: question.question for id, question in content.questions.items()}


def _held(briefing: Briefing, article: str) -> OfArticle:
    facts, passages = rows.of_article(briefing, article)
    return tuple(map(to_json, facts)), tuple(map(to_json, passages))


def _capitals_of(briefing: Briefing, article: str) -> tuple[str, ...]:
    """Of the facts of an article, and of the names in it where somebody has read it."""
    profiles = briefing.source(article).profiles if article in briefing.curated else ()
    names = (name for profile in profiles for name in profile.names)
    ours = (text for fact in briefing.facts_in(article) for _, text in texts(fact.fact, Mark.BOUND))
    return _capitals((*names, *ours))


def _capitals(texts: Iterable[str]) -> tuple[str, ...]:
    """The words of texts that have a capital, each once, in lower case."""
    read = (part for text in texts for part in parts(tokens(normalise(text))))
    return tuple(sorted({part.small for part in read if part.capital}))
