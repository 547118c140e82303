"""The second reading: which facts somebody else has read against their article, and what has changed since.

A signature holds for what was read: as soon as a fact says something else, or rests on something else, it has lapsed.
Of several, as git puts them together, the latest counts; one that was taken back on the same day or later does not.
An article that had a `second_reading` before anybody signed fact by fact was read as a whole on that day; what its
facts said then is known where an edition was recorded since.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from generator.content.model import Article, Fact
from generator.content.reading import Content
from generator.content.readings import Line, RecordRead, Signature, TakenBack
from generator.content.register import Register
from generator.content.registries import Event, Question, Theme
from generator.evidence.proving import active_facts, alias_table
from generator.history.register import recorded_in
from generator.history.snapshot import DIGEST, digest, digests

State = Literal["unsigned", "changed", "signed"]


@dataclass(frozen=True)
class FactReading:
    """How far a fact is read again: not yet, otherwise than it is now, or as it is."""

    state: State
    day: date | None = None  # on which it was last read
    was: str = ""  # what it said then, where it says something else now
    rests_otherwise: bool = False  # its passage, its speaker, its day or its answers are not those that were read


@dataclass(frozen=True)
class ArticleReading:
    """How far an article is read again: its facts that stand, how many of them as they are now, and its record."""

    facts: int
    signed: int
    record: State
    record_day: date | None = None  # on which that was last read

    @property
    def is_whole(self) -> bool:
        return self.signed == self.facts and self.record != "changed"


UNSIGNED = FactReading("unsigned")
# Of the record of an article, what is no part of what a reader is told of the text.
ASIDE = {"formerly", "curation", "second_reading", "removed"}
UNKNOWN = "0" * DIGEST  # stands for the digest of what was read, where only that it was another is known


def readings(content: Content) -> dict[str, FactReading]:
    """How far each fact that stands is read again, by its id, in the order of its file."""
    return {id: read for article in content.articles for id, read in fact_readings(content, article).items()}


def fact_readings(content: Content, article: str) -> dict[str, FactReading]:
    """How far each fact of an article that stands is read again, by its id, in the order of the file."""
    return _known(content).of_facts(article)


def of_articles(content: Content) -> dict[str, ArticleReading]:
    """How far each article is read again, by its id."""
    return {article: article_reading(content, article) for article in content.articles}


def article_reading(content: Content, article: str) -> ArticleReading:
    """How far an article is read again."""
    return _known(content).of_article(article)


def _known(content: Content) -> _Readings:
    if "readings" not in content.kept:
        content.kept["readings"] = _Readings(content)
    found: _Readings = content.kept["readings"]
    return found


def kept(content: Content, article: str) -> tuple[Line, ...]:
    """The signature of each fact that stands and was read, the latest, or that it was taken back; that of the record.

    Where an article was read as a whole, they are what its reader would have signed.
    """
    known, file = _known(content), content.articles[article]
    signed = (known.signature(article, fact) for fact in active_facts(file))
    taken_back = (known.taken_back(article, fact.id) for fact in file.facts)
    return tuple(line for line in (*signed, *taken_back, known.record(article)) if line)


def signature(content: Content, article: str, fact: Fact, day: date) -> Signature:
    """The signature of whoever has read a fact on a day, as it is now."""
    return _known(content).sign(article, fact, day)


def record_read(content: Content, article: str, day: date) -> RecordRead:
    """The signature of whoever has read the record of an article on a day, as it is now."""
    return _known(content).sign_record(content.articles[article].article, day)


def told_of(record: Article) -> dict[str, Any]:
    """What the record of an article tells a reader of its text, by the names of its fields."""
    return record.model_dump(mode="json", by_alias=True, exclude=ASIDE, exclude_defaults=True)


def files_of(content: Content, article: str) -> tuple[str, ...]:
    """The names under which signatures of an article are kept: its id, and those that it had before."""
    return tuple(id for id in (*content.articles[article].article.formerly, article) if id in content.readings)


class _Readings:
    """What is known of the readings of a dossier."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._first_ids = alias_table(content).first_ids
        asked_about: tuple[Question | Event, ...] = (*content.questions.values(), *content.events.values())
        entries: tuple[Question | Event | Theme, ...] = (*asked_about, *content.themes.values())
        self._first_names = {entry.id: entry.formerly[0] for entry in entries if entry.formerly}
        self._signatures: dict[tuple[str, str], list[Signature]] = {}
        self._taken_back: dict[tuple[str, str], TakenBack] = {}
        self._records: dict[str, list[RecordRead]] = {}
        for article in content.articles:
            for line in (line for file in files_of(content, article) for line in content.readings[file]):
                self._take(article, line)
        self._one_by_one = {article for article, _ in (*self._signatures, *self._taken_back)} | self._records.keys()
        self._recorded: dict[date, Register | None] = {}
        self._read_whole: dict[str, date | None] = {}
        self._known: dict[str, dict[str, FactReading]] = {}  # of each article, by the ids of its facts that stand
        self._names = (tuple(self._first_ids.items()), tuple(self._first_names.items()))

    def _take(self, article: str, line: Line) -> None:
        match line:
            case Signature():
                self._signatures.setdefault((article, line.fact), []).append(line)
            case TakenBack():
                known = self._taken_back.get((article, line.fact), line)
                self._taken_back[article, line.fact] = max(known, line, key=lambda one: one.unsigned)
            case RecordRead():
                self._records.setdefault(article, []).append(line)

    def of_facts(self, article: str) -> dict[str, FactReading]:
        """Of each fact of an article that stands, by its id; it is found out once."""
        if article not in self._known:
            day, facts = self._read_as_it_is(article), active_facts(self._content.articles[article])
            if day:
                self._known[article] = dict.fromkeys((fact.id for fact in facts), FactReading("signed", day))
            else:
                self._known[article] = {fact.id: self._found_out(article, fact) for fact in facts}
        return self._known[article]

    def _found_out(self, article: str, fact: Fact) -> FactReading:
        latest = self.signature(article, fact)
        if not latest:
            return UNSIGNED
        was = "" if latest.say == fact.say else latest.say
        rests_otherwise = latest.of != self._digest(article, fact)
        return FactReading("changed" if was or rests_otherwise else "signed", latest.day, was, rests_otherwise)

    def of_article(self, article: str) -> ArticleReading:
        states = [read.state for read in self.of_facts(article).values()]
        return ArticleReading(len(states), states.count("signed"), *self._of_record(article))

    def _of_record(self, article: str) -> tuple[State, date | None]:
        """How far a record is read again, and when it was last; one that was read as a whole is read as it is."""
        record = self._content.articles[article].article
        if article not in self._records:
            day = None if article in self._one_by_one else record.second_reading
            return "signed" if day else "unsigned", day
        read = self.record(article)
        if not read:
            return "unsigned", None
        return "signed" if read.record == self._record_digest(record) else "changed", read.day

    def signature(self, article: str, fact: Fact) -> Signature | None:
        """The latest, whether or not it holds; of two of one day the one that does."""
        if signatures := self._signatures.get((article, fact.id)):
            latest = max(signatures, key=lambda one: (one.day, self._holds(one, article, fact)))
            return None if self.taken_back(article, fact.id) else latest
        day = self._content.articles[article].article.second_reading
        return self._of_a_whole(article, fact, day) if day and article not in self._one_by_one else None

    def taken_back(self, article: str, fact: str) -> TakenBack | None:
        """That the signatures of a fact were taken back, where nobody has signed it on a later day."""
        line = self._taken_back.get((article, fact))
        later = line and any(one.day > line.unsigned for one in self._signatures.get((article, fact), ()))
        return None if later else line

    def record(self, article: str) -> RecordRead | None:
        """The latest reading of a record; of two of one day the one that holds."""
        record = self._content.articles[article].article
        if lines := self._records.get(article):
            now = self._record_digest(record)
            return max(lines, key=lambda one: (one.day, one.record == now))
        is_whole = article not in self._one_by_one
        return self.sign_record(record, record.second_reading) if is_whole and record.second_reading else None

    def sign(self, article: str, fact: Fact, day: date) -> Signature:
        return Signature(fact=fact.id, day=day, of=self._digest(article, fact), say=fact.say)

    def sign_record(self, record: Article, day: date) -> RecordRead:
        return RecordRead(record=self._record_digest(record), day=day)

    def _of_a_whole(self, article: str, fact: Fact, day: date) -> Signature | None:
        """What whoever read the article as a whole would have signed; nothing of a fact that came after it."""
        holds, then = self.sign(article, fact, day), self._recorded_after(day)
        names = {article, *self._content.articles[article].article.formerly}
        if not then or names.isdisjoint(then.articles):
            return holds
        recorded = then.facts.get(fact.id)
        if not recorded:
            return None
        rests_otherwise = recorded.evidence and recorded.evidence not in digests(fact, self._first_ids)
        changes = {"say": recorded.say or fact.say, "of": UNKNOWN if rests_otherwise else holds.of}
        return holds.model_copy(update=changes)

    def _read_as_it_is(self, article: str) -> date | None:
        """The day on which an article was read as a whole, where no edition tells whether it changed since."""
        if article not in self._read_whole:
            record = self._content.articles[article].article
            day = None if article in self._one_by_one else record.second_reading
            then = self._recorded_after(day) if day else None
            is_recorded = then and not {article, *record.formerly}.isdisjoint(then.articles)
            self._read_whole[article] = None if is_recorded else day
        return self._read_whole[article]

    def _recorded_after(self, day: date) -> Register | None:
        """What was published by the first edition that has a reading in it."""
        if day not in self._recorded:
            first = min((edition for edition in self._content.editions if edition >= day), default=None)
            self._recorded[day] = recorded_in(self._content, first) if first else None
        return self._recorded[day]

    def _holds(self, signature: Signature, article: str, fact: Fact) -> bool:
        return (signature.say, signature.of) == (fact.say, self._digest(article, fact))

    def _digest(self, article: str, fact: Fact) -> str:
        """Of all that a reader is told of it besides `say`."""
        return self._content.once_of(article, fact, ("read", fact.id), self._names, lambda: self._made_digest(fact))

    def _made_digest(self, fact: Fact) -> str:
        """An entry under another id is the same."""
        evidence, *_ = digests(fact, self._first_ids)
        names = self._first_names
        answers = {names.get(question, question): answer for question, answer in fact.answers.items()}
        about = sorted(self._first_id(subject) for subject in fact.about)
        notes = [note.model_dump(mode="json", exclude_defaults=True) for note in fact.note]
        event = names.get(fact.event or "", fact.event)
        return digest([evidence, fact.kind, event, sorted(answers.items()), about, notes])

    def _record_digest(self, record: Article) -> str:
        written = told_of(record)
        for field in {"publisher", "origin"} & written.keys():
            written[field] = self._first_id(written[field])
        return digest(written)

    def _first_id(self, id: str) -> str:
        return self._first_ids.get(id) or self._first_names.get(id, id)
