"""The whole collection: every fact with its evidence, and the lookups and orders that all share."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property, lru_cache, partial
from typing import Any, Protocol, TypeVar

from generator.content.kinds import SUBJECTS
from generator.content.model import Article, Draft, FactFile, Tombstone
from generator.content.reading import Content
from generator.content.record import Record, Sentence
from generator.content.registries import Entry, Question
from generator.evidence import articles
from generator.evidence.amounts import Answer, exclude, named, side_by_side, spelt, stated
from generator.evidence.articles import Proved
from generator.evidence.languages import ENGLISH
from generator.evidence.lock import Lock, dumps
from generator.evidence.names import AliasTable
from generator.evidence.prose import BoundStatement
from generator.evidence.proving import (
    NOTHING,
    BoundFact,
    bound_statements,
    in_text,
    lock_for,
    speakers,
    statements_about,
)
from generator.evidence.source import FullText, Source
from generator.evidence.text import normalise, tokens
from generator.evidence.used import used
from generator.evidence.verdict import Verdict
from generator.work.canonical import Digests
from generator.work.reads import note
from generator.work.store import Keeping, kept

LOCK = "lock"  # the step of the lock of a text, in the store
Value = TypeVar("Value")


class Counted(Protocol):
    """What was counted in one article: a ledger of its checks, and figures by name."""

    @property
    def ledger(self) -> Any: ...

    @property
    def article_counts(self) -> dict[str, int]: ...


@dataclass(frozen=True)
class Briefing:
    """What people wrote, what the articles say of it, and the order in which the site shows it."""

    content: Content
    sources: Mapping[str, Source]
    locks: Mapping[str, Lock]
    aliases: AliasTable
    facts: Mapping[str, BoundFact]
    uncurated: Mapping[str, Source] = field(default_factory=dict)  # articles that have no fact file yet
    published_texts: frozenset[str] = frozenset()  # articles whose texts are kept in the open, not only their locks
    memories: Mapping[str, Lock] = field(default_factory=dict)  # what is known to be settled of texts, where not all is
    known: Mapping[int, BoundStatement] = field(
        default_factory=dict, compare=False, repr=False
    )  # by the record's `id()`
    made_from: Mapping[str, str] = field(
        default_factory=dict, compare=False, repr=False
    )  # articles by the digest of all that they answered from, where that is known
    asked_from: Mapping[str, str] = field(
        default_factory=dict, compare=False, repr=False
    )  # the same articles by the digest of what they are asked: their texts, or else their locks

    def __getstate__(self) -> dict[str, Any]:
        """What pages are made of, without what a text answered for its lock; lookups are made again."""
        given = {one.name: getattr(self, one.name) for one in fields(self)}
        return given | {"facts": {id: replace(fact, recorded=None) for id, fact in self.facts.items()}, "known": {}}

    @cached_property
    def kept(self) -> dict[str, dict[Hashable, Any]]:
        """What was found out of it already, by whoever asks for it often."""
        return {}

    @cached_property
    def counted(self) -> dict[str, Counted]:
        """What was counted in articles already, by whoever found it again."""
        return {}

    @property
    def articles(self) -> Mapping[str, FactFile]:
        return self.content.articles

    @cached_property
    def curated(self) -> Mapping[str, FactFile]:
        """The articles that somebody has read, at least in part; of the others not even the record is checked."""
        return {id: file for id, file in self.articles.items() if not _is_unread(file)}

    @cached_property
    def unread(self) -> tuple[str, ...]:
        """The articles that nobody has read yet, with or without drafts."""
        return tuple(sorted({*self.uncurated, *(self.articles.keys() - self.curated.keys())}))

    @property
    def is_all_read(self) -> bool:
        """Whether every article is read to its end."""
        return not self.unread and all(file.article.curation == "complete" for file in self.articles.values())

    def article(self, article: str) -> Article:
        return self.content.articles[article].article

    def summary_of(self, article: str) -> tuple[Sentence, ...]:
        """What we say of an article; whoever asks for it has read it."""
        note(summary_id(article))
        return self.article(article).summary

    def origin_of(self, article: str) -> str:
        """Where the reporting of an article began: an agency or a newsroom; an unknown one is its own.

        What an agency publishes is the agency's, unless another origin is known.
        """
        record = self.article(article)
        publisher = self.content.publishers.get(record.publisher or "")
        if record.origin == "own" or (record.origin == "unknown" and publisher and publisher.kind == "agency"):
            return record.publisher or article
        return article if record.origin == "unknown" else record.origin

    def source(self, article: str) -> Source:
        return self.sources.get(article, NOTHING)

    def proved(self, article: str) -> Proved:
        """An article as it was proved, to be taken over where it did not change."""
        source, facts = self.sources.get(article), self.facts_in(article)
        return Proved(article, source, self.locks.get(article), self.memories.get(article), facts)

    def of_article(self, article: str) -> Briefing:
        """One article and its facts alone, on the same ground; what the others have can still be asked."""
        content = replace(self.content, articles={article: self.articles[article]})
        return replace(self, content=content, facts={fact.id: fact for fact in self.facts_in(article)}, known={})

    @cached_property
    def tombstones(self) -> tuple[tuple[str, Tombstone], ...]:
        """Facts that no longer stand, each with its article."""
        return tuple((a, f) for a, file in self.articles.items() for f in file.facts if isinstance(f, Tombstone))

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Everyone and everything that can be named or speak, by id."""
        return speakers(self.content)

    @cached_property
    def used(self) -> frozenset[str]:
        """The entries that something is said of; the others were brought along with their registry."""
        named = {id(one.record): one.named for one in self.statements}
        of_facts = frozenset[str]().union(*{fact.subjects for fact in self.facts.values()})
        return used(self.content, of_facts, named)

    @cached_property
    def shown(self) -> Briefing:
        """The briefing as the site shows it, without the entries that nothing uses.

        Texts are read with the names of these, too, and sentences of ours are as they were checked.
        """
        unused = {id: entry for id, entry in self.entries.items() if id not in self.used}
        if not unused:
            return self
        registries: dict[str, Any] = {
            name: {id: entry for id, entry in getattr(self.content, name).items() if id not in unused}
            for name in (*SUBJECTS, "publishers")
        }
        checked = {id(one.record): one for one in self.statements}
        shown = replace(self, content=replace(self.content, **registries, unused=unused), known=checked)
        vars(shown)["counted"] = self.counted
        return shown

    @cached_property
    def office_facts(self) -> frozenset[str]:
        """The facts that say who held which office."""
        return frozenset(id for leader in self.content.leaders.values() for role in leader.roles for id in role.from_)

    def lock_of_its_text(self, article: str, text: FullText, store: Keeping | None = None) -> str:
        """The lock of an article that is proved by this text, as its file has it; it is made once, and kept."""
        if article not in self._written_locks:
            kept_in, key_of = store if article in self.made_from else None, partial(self.lock_key, article)
            make = partial(self._lock_of_text, article, text)
            self._written_locks[article] = kept(kept_in, LOCK, key_of, make)
        return self._written_locks[article]

    def _lock_of_text(self, article: str, text: FullText) -> str:
        return dumps(lock_for(self.content, article, text, self.facts_in(article)))

    def lock_key(self, article: str) -> str:
        """The digest of all that the lock of an article is made from, where it is known what this answered from."""
        facts = (fact.id for fact in self.facts_in(article))
        return Digests().of(self.made_from[article], statements_about(self.content, facts))

    @cached_property
    def _written_locks(self) -> dict[str, str]:
        return {}

    @cached_property
    def statements(self) -> tuple[BoundStatement, ...]:
        """Every record of ours that rests on facts, checked against them."""
        return bound_statements(self.content, self.aliases, self.facts, self.sources, self.known)

    def statements_of(self, before: Briefing) -> dict[int, BoundStatement]:
        """What an earlier briefing, on the same ground, found of sentences whose facts are the same here: by `id()`."""
        if (self.aliases, self.content.left_out) != (before.aliases, before.content.left_out):
            return {}
        if self._publishers != before._publishers:
            return {}
        found: Iterable[BoundStatement] = vars(before).get("statements") or before.known.values()
        same = (one for one in found if all(before.facts.get(id) is self.facts.get(id) for id in one.record.from_))
        return {id(bound.record): bound for bound in same}

    @property
    def _publishers(self) -> dict[str, str | None]:
        return {id: file.article.publisher for id, file in self.articles.items()}

    @cached_property
    def _verdicts(self) -> Mapping[Record, Verdict]:
        return {statement.record: statement.verdict for statement in self.statements}

    def is_proved(self, record: Record) -> bool:
        """Whether what we say in a record stands in its facts; what is background is not claimed to."""
        return self._verdicts.get(record, Verdict.PROVED) is Verdict.PROVED

    @cached_property
    def _facts_by_subject(self) -> Mapping[str, tuple[BoundFact, ...]]:
        return _grouped((subject, fact) for fact in self.facts.values() for subject in fact.subjects)

    @cached_property
    def _facts_by_event(self) -> Mapping[str, tuple[BoundFact, ...]]:
        return _grouped((fact.event, fact) for fact in self.facts.values() if fact.event)

    @cached_property
    def _facts_by_article(self) -> Mapping[str, tuple[BoundFact, ...]]:
        return _grouped((fact.article, fact) for fact in self.facts.values())

    @cached_property
    def _facts_by_speaker(self) -> Mapping[str, tuple[BoundFact, ...]]:
        return _grouped((fact.who, fact) for fact in self.facts.values() if fact.who)

    def facts_in(self, article: str) -> tuple[BoundFact, ...]:
        """The facts of an article, in the order of its text."""
        return self._facts_by_article.get(article, ())

    def facts_on(self, subject: str) -> tuple[BoundFact, ...]:
        """The facts on a leader, country, organisation or theme, oldest first."""
        return self._facts_by_subject.get(subject, ())

    def facts_at(self, event: str) -> tuple[BoundFact, ...]:
        return self._facts_by_event.get(event, ())

    def facts_by(self, speaker: str) -> tuple[BoundFact, ...]:
        """What someone is reported to have said."""
        return self._facts_by_speaker.get(speaker, ())

    def facts_bearing_on(self, question: str) -> tuple[BoundFact, ...]:
        """A fact bears on a question that it answers, or if it is on anything that the question is about."""
        return self._facts_bearing.get(question, ())

    @cached_property
    def _facts_bearing(self) -> Mapping[str, tuple[BoundFact, ...]]:
        questions = self.content.questions.values()
        about = _grouped((subject, question.id) for question in questions for subject in question.about)
        return _grouped(
            (question, fact)
            for fact in self.facts.values()
            for question in {*fact.answers, *(id for subject in fact.subjects for id in about.get(subject, ()))}
        )

    def answers_to(self, question: str) -> tuple[tuple[BoundFact, str], ...]:
        return self._answers.get(question, ())

    @cached_property
    def _answers(self) -> Mapping[str, tuple[tuple[BoundFact, str], ...]]:
        return _grouped(
            (question, (fact, text)) for fact in self.facts.values() for question, text in fact.answers.items()
        )

    @cached_property
    def _stated(self) -> Mapping[str, Mapping[str, Answer]]:
        """The answers of each question as they are compared, by the fact that gives them."""
        return {
            question: side_by_side({fact.id: self._as_stated(question, text) for fact, text in answers})
            for question, answers in self._answers.items()
        }

    def _as_stated(self, question: str, answer: str) -> Answer:
        """An answer as it is compared: a name is one in all its spellings, unless these are what is asked."""
        is_of_wording = self.content.questions[question].wording
        return (None if is_of_wording else named(answer, self._names)) or stated_answer(answer)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """Every spelling of a name, and whose it is; a demonym is none: who is Norwegian is not Norway."""
        demonyms = {word for country in self.content.countries.values() for word in country.demonyms}
        return {spelling: id for spelling, id in self.aliases.spellings.items() if spelling not in demonyms}

    @cached_property
    def _forms(self) -> Mapping[str, Mapping[str, str]]:
        return {
            question: {fact: answer.form for fact, answer in answers.items()}
            for question, answers in self._stated.items()
        }

    def form(self, question: Question, fact: BoundFact) -> str:
        """The form in which a fact's answer is the same as another to its question."""
        return self._forms[question.id][fact.id]

    def exclude(self, question: Question, one: BoundFact, other: BoundFact) -> bool:
        """Whether the answers of two facts cannot both hold, whenever they were given."""
        answers = self._stated[question.id]
        return question.excludes and _exclude(answers[one.id], answers[other.id])

    def differs(self, question: Question) -> bool:
        """Whether the answers to a question are not all the same."""
        return len({self.form(question, fact) for fact, _ in self.answers_to(question.id)}) > 1

    @cached_property
    def _spots(self) -> Mapping[str, int]:
        return {id: number for number, id in enumerate(self.facts)}

    def as_read(self, facts: Iterable[BoundFact]) -> list[BoundFact]:
        """Facts in the order of the whole: articles by their dates, each in the order of its text."""
        return sorted(facts, key=lambda fact: self._spots[fact.id])

    @cached_property
    def _questions_about(self) -> Mapping[str, tuple[Question, ...]]:
        questions = self.content.questions.values()
        return _grouped((subject, question) for question in questions for subject in dict.fromkeys(question.about))

    def questions_about(self, subject: str) -> tuple[Question, ...]:
        """In the order of the questions."""
        return self._questions_about.get(subject, ())

    @cached_property
    def _question_spots(self) -> Mapping[str, int]:
        return {id: number for number, id in enumerate(self.content.questions)}

    def questions(self, ids: Iterable[str]) -> list[Question]:
        """The questions of some ids, each once, in the order of the questions."""
        return [self.content.questions[id] for id in sorted(set(ids), key=lambda id: self._question_spots[id])]

    def facts_by_id(self, ids: Iterable[str]) -> tuple[BoundFact, ...]:
        return tuple(self.facts[fact] for fact in ids if fact in self.facts)


def summary_id(article: str) -> str:
    """What the summary of an article is called among all that has words, such as facts."""
    return f"{article} summary"


def _grouped(pairs: Iterable[tuple[str, Value]]) -> dict[str, tuple[Value, ...]]:
    """The values of each key, in the order of the pairs."""
    groups: dict[str, list[Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}


@lru_cache(maxsize=4096)
def stated_answer(answer: str) -> Answer:
    """An answer as it is compared: figures by their forms, and all other words."""
    text = spelt(answer)
    return stated(ENGLISH.figures, text, tokens(normalise(text)))


@lru_cache(maxsize=4096)
def _exclude(one: Answer, other: Answer) -> bool:
    return exclude(one, other)


def normalised_answer(answer: str) -> str:
    """The form in which two answers are the same, whatever else is answered to their question."""
    return stated_answer(answer).form


def _is_unread(file: FactFile) -> bool:
    """An open file that holds nothing but drafts is as `add` wrote it, or not much further."""
    return file.article.curation == "open" and all(isinstance(fact, Draft) for fact in file.facts)


def briefing(content: Content, sources: Mapping[str, Source], locks: Mapping[str, Lock]) -> Briefing:
    """Checks every fact against the source of its article, and gathers the collection."""
    common = articles.ground(content)
    proved = (
        Proved(
            article,
            sources.get(article),
            locks.get(article),
            locks.get(article),
            in_text(articles.bound(common, article, file, sources.get(article), locks.get(article))),
        )
        for article, file in content.articles.items()
    )
    return gathered(content, common.aliases, proved)


def gathered(content: Content, aliases: AliasTable, proved: Iterable[Proved]) -> Briefing:
    """The collection of articles that were proved one by one; its facts stand in the order of the articles' days."""
    of_articles = tuple(proved)
    days = {one.article: content.articles[one.article].article.published.in_order for one in of_articles}
    in_order = sorted(of_articles, key=lambda one: (days[one.article], one.article))
    facts = [fact for one in in_order for fact in one.facts]
    return Briefing(
        content,
        {one.article: one.source for one in of_articles if one.source is not None},
        {one.article: one.lock for one in of_articles if one.lock is not None},
        aliases,
        {fact.id: fact for fact in facts},
        memories={one.article: one.memory for one in of_articles if one.memory is not None},
    )
