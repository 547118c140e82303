"""From a briefing to the records of the data files: everything that is published as data, in its order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any, NamedTuple, Self, TypeVar

from pydantic_core import from_json, to_json

from generator.analysis.agreement import answer_groups, verdict
from generator.analysis.certainty import KnownDate, date_of_article, date_of_event, date_of_fact, date_of_role
from generator.analysis.order import Bounds, bounds_of_event, bounds_of_fact
from generator.analysis.participation import participation
from generator.briefing import Briefing
from generator.content import model, registries
from generator.content.dates import Edtf
from generator.content.kinds import PAGES, SUBJECTS
from generator.content.marks import Mark, texts
from generator.content.record import Remark
from generator.content.record import Sentence as Said
from generator.content.sentences import Statement, event_proves
from generator.evidence.name_parts import parts
from generator.evidence.ordinary import opens_plainly
from generator.evidence.proving import BoundFact
from generator.evidence.source import FullText
from generator.evidence.text import CONTRACT, normalise, tokens
from generator.exports.data import records
from generator.history.readings import ArticleReading, of_articles
from generator.measures.ledger import article_counts, ledger
from generator.site.parts.text_fragment import original
from generator.work.canonical import Digests
from generator.work.digests import digest_of
from generator.work.store import Store, kept

VERSION = "2"
ROWS = "rows"  # the step of the facts and passages of an article, in the store
CAPITALS = "capitals"  # the step of the words that may be names, in the store
AROUND = 32  # characters before and after a passage: enough to tell two places apart
R = TypeVar("R", bound=records.Row)


class Part(NamedTuple):
    """The rows of one article in a table, from one to before another.

    `key` is the digest of all that they are made from, and empty where that is not known.
    """

    article: str
    start: int
    end: int
    key: str


@dataclass(frozen=True)
class Table:
    """The rows of one file, and the record that they are; held as JSON, which takes a tenth of their room.

    The rows of a table of facts stand article by article, in `parts`; other tables have none.
    """

    name: str
    record: type[records.Row]
    held: tuple[bytes, ...]
    parts: tuple[Part, ...] = ()

    @classmethod
    def of(cls, name: str, record: type[records.Row], rows: Iterable[records.Row]) -> Self:
        return cls(name, record, tuple(map(to_json, rows)))

    def __len__(self) -> int:
        return len(self.held)

    @property
    def rows(self) -> Iterator[records.Row]:
        """The rows as records, made one after the other."""
        return map(self.record.model_validate_json, self.held)

    @property
    def plain(self) -> Iterator[dict[str, Any]]:
        """The rows as JSON has them, made one after the other."""
        return map(from_json, self.held)

    def part(self, part: Part) -> Self:
        """The rows of one article as a table."""
        return replace(self, held=self.held[part.start : part.end], parts=())


@dataclass(frozen=True)
class Dataset:
    """What stands above the facts with all that was counted, every table, and what each id is called."""

    whole: records.FactsFile
    tables: Mapping[str, Table]
    names: Mapping[str, str]  # of entries
    titles: Mapping[str, str]  # of articles, whose ids may be those of entries

    def row(self, table: str, id: str) -> dict[str, Any] | None:
        """A row as JSON has it, by its id."""
        return self._by_id[table].get(id)

    def article(self, id: str) -> dict[str, Any]:
        return self._by_id["articles"][id]

    def facts_of(self, article: str) -> list[dict[str, Any]]:
        return [*map(from_json, self._facts_by_article.get(article, ()))]

    def answers_to(self, question: str) -> list[dict[str, Any]]:
        return [*map(from_json, self._answers_by_question.get(question, ()))]

    @cached_property
    def _by_id(self) -> dict[str, dict[str, dict[str, Any]]]:
        return {name: {row["id"]: row for row in self.tables[name].plain} for name in PAGES}

    @cached_property
    def _facts_by_article(self) -> dict[str, tuple[bytes, ...]]:
        facts = self.tables["facts"]
        return {part.article: facts.part(part).held for part in facts.parts}

    @cached_property
    def _answers_by_question(self) -> dict[str, list[bytes]]:
        return _grouped("question", self.tables["answers"])

    def key(self, part: Part) -> str:
        """The digest of all that may stand in a file beside the rows of an article."""
        article = part.article
        return digest_of((part.key, self._key_of_entries, self.titles.get(article, ""), self.urls.get(article, "")))

    @cached_property
    def _key_of_entries(self) -> str:
        """The digest of the address, and of what entries are called and where they stand."""
        articles = self._by_id["articles"].keys() - self.names.keys()
        urls = {id: url for id, url in self.urls.items() if id not in articles}
        return Digests().of(self.whole.address, dict(self.names), urls)

    @cached_property
    def urls(self) -> dict[str, str]:
        """The page of every entry that has one."""
        names = ("articles", *(name for name in PAGES if name != "articles"))  # an event with an article's id wins
        rows = (row for name in names for row in self.tables[name].plain)
        return {row["id"]: row["url"] for row in rows if row["url"]}


def _grouped(field: str, table: Table) -> dict[str, list[bytes]]:
    """The rows that have the same value of a field, in their order."""
    groups: dict[str, list[bytes]] = {}
    for row, held in zip(table.plain, table.held, strict=True):
        groups.setdefault(row[field], []).append(held)
    return groups


def dataset(briefing: Briefing, address: str = "", store: Store | None = None) -> Dataset:
    """All data: facts in order of the articles' dates and of reading, everything else in order of its registry."""
    read = of_articles(briefing.content)
    retired = tuple(_retired(article, stone) for article, stone in briefing.tombstones)
    tables = (
        *_tables_of_facts(briefing, store),
        Table.of("answers", records.Answer, _answers(briefing)),
        Table.of("articles", records.Article, (article_record(briefing, id, read[id]) for id in briefing.curated)),
        *_registered(briefing),
        Table.of("retired", records.Retired, retired),
    )
    titles = {id: briefing.article(id).name for id in briefing.curated}
    head = _head(briefing, address, retired, store)
    return Dataset(head, {table.name: table for table in tables}, _names(briefing), titles)


def _tables_of_facts(briefing: Briefing, store: Store | None) -> tuple[Table, Table]:
    """The facts and their passages; the rows of an article are made where they are not kept."""
    key_of = _keys_of_rows(briefing)
    rows: tuple[list[bytes], list[bytes]] = [], []
    parts: tuple[list[Part], list[Part]] = [], []
    for article in dict.fromkeys(fact.article for fact in briefing.facts.values()):
        key = key_of(article) if store and article in briefing.made_from else ""
        made = kept(store if key else None, ROWS, partial(str, key), partial(_rows, briefing, article))
        for of_table, table_parts, of_article in zip(rows, parts, made, strict=True):
            table_parts.append(Part(article, len(of_table), len(of_table) + len(of_article), key))
            of_table += of_article
    facts, passages = (tuple(of_table) for of_table in rows)
    return (
        Table("facts", records.Fact, facts, tuple(parts[0])),
        Table("passages", records.NumberedPassage, passages, tuple(parts[1])),
    )


def _rows(briefing: Briefing, article: str) -> tuple[tuple[bytes, ...], tuple[bytes, ...]]:
    """The facts of an article, and their passages."""
    facts = [fact_record(briefing, fact) for fact in briefing.facts_in(article)]
    passages = (passage for fact in facts for passage in _passages(briefing, fact))
    return tuple(map(to_json, facts)), tuple(map(to_json, passages))


def _keys_of_rows(briefing: Briefing) -> Callable[[str], str]:
    """What gives the digest of all that the rows of an article are made from.

    That is what it answered from, the dates of its events, which count from days of other articles, and beside that
    which subjects there are and which of its notes are proved.
    """
    digests, events = Digests(KnownDate), briefing.content.events
    subjects = digests.of(*(tuple(getattr(briefing.content, name)) for name in SUBJECTS))
    dates = {id: date_of_event(briefing, event) for id, event in events.items()}

    def key(article: str) -> str:
        facts = briefing.facts_in(article)
        of_events = tuple(dates[fact.event] for fact in facts if fact.event in dates)
        notes = tuple(_is_proved(briefing, note) for fact in facts for note in fact.fact.note)
        is_published = article in briefing.published_texts
        return digests.of(subjects, briefing.made_from[article], is_published, of_events, notes)

    return key


def _head(
    briefing: Briefing, address: str, retired: tuple[records.Retired, ...], store: Store | None
) -> records.FactsFile:
    """The file of the facts without these, which are a table."""
    site = briefing.content.site
    return _row(
        records.FactsFile,
        site,
        version=VERSION,
        licence=site.licence and _row(records.Licence, site.licence),
        publisher=site.publisher and _row(records.Owner, site.publisher),
        address=address or None,
        contract=CONTRACT,
        limits=_row(records.Limits, site.limits),
        plain_words=_plain_words(briefing, store),
        checked=records.Ledger.model_validate(ledger(briefing).as_numbers()),
        bottom_line=_sentences(briefing, site.bottom_line),
        key_figures=tuple(
            _row(records.KeyFigure, figure, background=None, proved=_is_proved(briefing, figure))
            for figure in site.key_figures
        ),
        open=_sentences(briefing, site.open),
        facts=(),
        retired=retired,
    )


def _plain_words(briefing: Briefing, store: Store | None) -> records.PlainWords:
    """Of all that checks read names in, so that whoever repeats them needs no dictionary; by the alphabet."""
    read, digests = set[str](), Digests()
    for id in briefing.articles:
        names = (name for profile in briefing.source(id).profiles for name in profile.names)
        ours = (text for fact in briefing.facts_in(id) for _, text in texts(fact.fact, Mark.BOUND))
        of_article = (*(names if id in briefing.curated else ()), *ours)
        read.update(kept(store, CAPITALS, partial(digests.of, of_article), partial(_capitals, of_article)))
    of_events = (text for event in briefing.content.events.values() for _, text in texts(event, Mark.BOUND))
    words = sorted({*read, *_capitals(of_events)})
    return records.PlainWords(
        beside=tuple(word for word in words if briefing.aliases.is_ordinary(word)),
        opening=tuple(word for word in words if opens_plainly(word)),
    )


def _capitals(texts: Iterable[str]) -> tuple[str, ...]:
    """The words of texts that have a capital, each once, in lower case."""
    read = (part for text in texts for part in parts(tokens(normalise(text))))
    return tuple(sorted({part.small for part in read if part.capital}))


def fact_record(briefing: Briefing, fact: BoundFact) -> records.Fact:
    """A fact as the data have it."""
    record = fact.fact
    subjects = {name: tuple(sorted(getattr(briefing.content, name).keys() & fact.subjects)) for name in SUBJECTS}
    return _row(
        records.Fact,
        record,
        article=fact.article,
        passages=tuple(_located_passages(fact)),
        paragraphs=fact.paragraphs,
        voice=fact.voice,
        when=_date_of_fact(briefing, fact),
        **subjects,
        notes=_sentences(briefing, record.note),
        checks=dict(sorted(Counter(check.subject for check in fact.checks).items())),
        verdict=fact.verdict.value,
        url=fact.url,
    )


def _located_passages(fact: BoundFact) -> Iterator[records.Passage]:
    """The passages of a fact; one that was not found stands in the paragraph that the curator names."""
    for number, passage in enumerate(fact.located):
        stated_paragraph = fact.fact.paragraph[number] if number < len(fact.fact.paragraph) else None
        touched = tuple(span.ref.sentence for span in passage.occurrence.spans) if passage.occurrence else ()
        paragraph = passage.occurrence.paragraph if passage.occurrence else stated_paragraph
        yield records.Passage(text=passage.text, paragraph=paragraph, sentences=touched)


def _passages(briefing: Briefing, fact: records.Fact) -> Iterator[records.NumberedPassage]:
    address = briefing.article(fact.article).url
    for number, passage in enumerate(fact.passages, 1):
        opened = original(address, passage.text) if address and passage.sentences else None
        before, after = _surroundings(briefing, fact.article, passage)
        yield _row(
            records.NumberedPassage,
            passage,
            fact=fact.id,
            number=number,
            article=fact.article,
            prefix=before,
            suffix=after,
            original=opened,
        )


def _surroundings(briefing: Briefing, article: str, passage: records.Passage) -> tuple[str | None, str | None]:
    """What stands before and after a passage, only where the article's text is published itself."""
    source = briefing.source(article)
    if article not in briefing.published_texts or not isinstance(source, FullText) or not passage.paragraph:
        return None, None
    before, match, after = source.body.text_of(passage.paragraph).partition(normalise(passage.text))
    return (before[-AROUND:], after[:AROUND]) if match else (None, None)


def _answers(briefing: Briefing) -> Iterator[records.Answer]:
    for question in briefing.content.questions:
        for fact, answer in briefing.answers_to(question):
            known = date_of_fact(briefing, fact)
            date, basis = (known.date.text, known.basis) if known else (None, None)
            columns = {"question": question, "answer": answer, "date": date, "basis": basis, "who": fact.who}
            yield _row(records.Answer, fact, fact=fact.id, **columns)


def article_record(briefing: Briefing, id: str, read: ArticleReading) -> records.Article:
    """An article as the data have it."""
    record, file = briefing.article(id), briefing.articles[id]
    counted = article_counts(briefing, id)
    skipped = ({"paragraphs": str(skip.paragraphs), "because": skip.because} for skip in file.skip)
    return _row(
        records.Article,
        record,
        id=id,
        published=_known_date(date_of_article(briefing, id)),
        second_reading=record.second_reading if read.is_whole else None,
        original=record.url,
        sha256=briefing.source(id).sha256 or None,
        skipped=tuple(records.Skip(**skip) for skip in skipped),
        summary=_sentences(briefing, record.summary),
        notes=_sentences(briefing, record.note),
        url=f"articles/{id}.html",
        **{name: number for name, number in counted.items() if name in records.Article.model_fields},
    )


def _registered(briefing: Briefing) -> Iterator[Table]:
    """What the registries have, each entry with its address and how many facts there are on it."""
    content = briefing.content

    def shared(section: str, subject: registries.Subject) -> dict[str, Any]:
        facts, said = briefing.facts_on(subject.id), briefing.facts_by(subject.id)
        summary = _sentences(briefing, subject.summary)
        url = f"{section}/{subject.id}.html" if subject.id in briefing.used else None
        return {"url": url, "facts": len(facts), "said": len(said), "summary": summary}

    leaders = (_leader(briefing, leader, shared("leaders", leader)) for leader in content.leaders.values())
    countries = (_row(records.Country, c, **shared("countries", c)) for c in content.countries.values())
    bodies = (_row(records.Organisation, o, **shared("organisations", o)) for o in content.organisations.values())
    yield Table.of("leaders", records.Leader, leaders)
    yield Table.of("countries", records.Country, countries)
    yield Table.of("organisations", records.Organisation, bodies)
    publishers = (_row(records.Publisher, p, website=p.url) for p in content.publishers.values())
    yield Table.of("publishers", records.Publisher, publishers)
    yield Table.of("themes", records.Theme, (_theme(briefing, theme) for theme in content.themes.values()))
    yield Table.of("events", records.Event, (_event(briefing, event) for event in content.events.values()))
    yield Table.of("questions", records.Question, (_question(briefing, q) for q in content.questions.values()))


def _leader(briefing: Briefing, leader: registries.Leader, shared: Mapping[str, Any]) -> records.Leader:
    roles = tuple(
        _row(
            records.Role,
            role,
            when=_known_date(date_of_role(briefing, leader, role)),
            proved=_is_proved(briefing, role),
        )
        for role in leader.roles
    )
    return _row(records.Leader, leader, sort=leader.sort or leader.name.split()[-1], roles=roles, **shared)


def _theme(briefing: Briefing, theme: registries.Theme) -> records.Theme:
    facts = len(briefing.facts_on(theme.id))
    return _row(
        records.Theme,
        theme,
        state_of_play=_sentences(briefing, theme.state_of_play),
        facts=facts,
        url=f"themes/{theme.id}.html",
    )


def _event(briefing: Briefing, event: registries.Event) -> records.Event:
    return _row(
        records.Event,
        event,
        when=_known_date(date_of_event(briefing, event), bounds_of_event(briefing, event)),
        participants=tuple(_participants(briefing, event)),
        proved=_is_proved(briefing, event),
        proves=event_proves(briefing.content, event),
        summary=_sentences(briefing, event.summary),
        facts=len(briefing.facts_at(event.id)),
        url=f"events/{event.id}.html",
    )


def _participants(briefing: Briefing, event: registries.Event) -> Iterator[records.Participant]:
    for participant, part in zip(event.participants, participation(briefing, event), strict=True):
        channel = (part.channel.via or part.channel.who) if part.channel else None
        yield _row(records.Participant, participant, channel=channel, proved=_is_proved(briefing, participant))


def _question(briefing: Briefing, question: registries.Question) -> records.Question:
    return _row(
        records.Question,
        question,
        compatible=question.compatible is not None,
        wording=question.wording is not None,
        notes=_sentences(briefing, question.note),
        answers=len(briefing.answers_to(question.id)),
        different=len(answer_groups(briefing, question)),
        verdict=verdict(briefing, question),
        url=f"questions/{question.id}.html",
    )


def _retired(article: str, stone: model.Tombstone) -> records.Retired:
    return _row(records.Retired, stone, article=article, url=f"articles/{article}.html#{stone.id}")


def _names(briefing: Briefing) -> dict[str, str]:
    content = briefing.content
    names = {entry.id: entry.name for entry in briefing.entries.values()}
    names |= {id: event.name for id, event in content.events.items()}
    return names | {id: question.question for id, question in content.questions.items()}


def _sentences(briefing: Briefing, sentences: Iterable[Said | Remark]) -> tuple[records.Sentence, ...]:
    return tuple(
        _row(records.Sentence, s, background=getattr(s, "background", None), proved=_is_proved(briefing, s))
        for s in sentences
    )


def _is_proved(briefing: Briefing, statement: Statement) -> bool:
    """Whether what we say rests on facts that have it; what is background claims no proof."""
    return bool(statement.from_) and briefing.is_proved(statement)


def _date_of_fact(briefing: Briefing, fact: BoundFact) -> records.KnownDate | None:
    known = date_of_fact(briefing, fact)
    return _known_date(known, bounds_of_fact(briefing, fact)) if known else None


def _known_date(known: KnownDate, bounds: Bounds | None = None) -> records.KnownDate:
    """A date as its weakest link is known; of what was before or after something, the days that are left."""
    date: dict[str, Any] = _date(known.date).model_dump()
    if bounds:
        date |= {"earliest": bounds.earliest, "latest": bounds.latest}
    reckoned = known.words if not known.event else ""  # the words stand in the facts of the event
    how: dict[str, Any] = {"reckoned": reckoned or None, "because": known.because or None, "event": known.event or None}
    return records.KnownDate(**date, basis=known.basis, **how)


def _date(date: Edtf) -> records.Date:
    start, end = date.start, date.end
    ends = {"earliest": start.earliest if start else None, "latest": end.latest if end else None}
    return _row(records.Date, date, date=date.text, precision=date.precision if start else None, **ends)


def _row(kind: type[R], like: object, **fields: Any) -> R:
    """A row; fields that are not given have the value of the attribute of `like` with the same name."""
    return kind(**{name: getattr(like, name) for name in kind.model_fields if name not in fields}, **fields)
