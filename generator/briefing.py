"""The whole collection: every fact with its evidence, and the lookups and orders that all share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from generator.content.kinds import SUBJECTS
from generator.content.model import Article, Draft, FactFile, Tombstone
from generator.content.reading import Content
from generator.content.record import Record
from generator.content.registries import Entry, Question
from generator.evidence.amounts import Answer, exclude, side_by_side, spelt, stated
from generator.evidence.languages import ENGLISH
from generator.evidence.lock import Lock
from generator.evidence.names import AliasTable
from generator.evidence.prose import BoundStatement
from generator.evidence.proving import (
    NOTHING,
    BoundFact,
    active_facts,
    alias_table,
    bound_fact,
    bound_statements,
    speakers,
)
from generator.evidence.source import Source
from generator.evidence.text import normalise, tokens
from generator.evidence.used import used
from generator.evidence.verdict import Verdict

Value = TypeVar("Value")


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
        return used(self.content)

    @cached_property
    def shown(self) -> Briefing:
        """The briefing as the site shows it, without the entries that nothing uses; texts are read with their names."""
        unused = {id: entry for id, entry in self.entries.items() if id not in self.used}
        if not unused:
            return self
        registries: dict[str, Any] = {
            name: {id: entry for id, entry in getattr(self.content, name).items() if id not in unused}
            for name in (*SUBJECTS, "publishers")
        }
        return replace(self, content=replace(self.content, **registries, unused=unused))

    @cached_property
    def office_facts(self) -> frozenset[str]:
        """The facts that say who held which office."""
        return frozenset(id for leader in self.content.leaders.values() for role in leader.roles for id in role.from_)

    @cached_property
    def statements(self) -> tuple[BoundStatement, ...]:
        """Every record of ours that rests on facts, checked against them."""
        return bound_statements(self.content, self.aliases, self.facts, self.sources)

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
            question: side_by_side({fact.id: stated_answer(text) for fact, text in answers})
            for question, answers in self._answers.items()
        }

    def form(self, question: Question, fact: BoundFact) -> str:
        """The form in which a fact's answer is the same as another to its question."""
        return self._stated[question.id][fact.id].form

    def exclude(self, question: Question, one: BoundFact, other: BoundFact) -> bool:
        """Whether the answers of two facts cannot both hold, whenever they were given."""
        answers = self._stated[question.id]
        return question.excludes and exclude(answers[one.id], answers[other.id])

    def differs(self, question: Question) -> bool:
        """Whether the answers to a question are not all the same."""
        return len({self.form(question, fact) for fact, _ in self.answers_to(question.id)}) > 1

    def facts_by_id(self, ids: Iterable[str]) -> tuple[BoundFact, ...]:
        return tuple(self.facts[fact] for fact in ids if fact in self.facts)


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


def normalised_answer(answer: str) -> str:
    """The form in which two answers are the same, whatever else is answered to their question."""
    return stated_answer(answer).form


def _is_unread(file: FactFile) -> bool:
    """An open file that holds nothing but drafts is as `add` wrote it, or not much further."""
    return file.article.curation == "open" and all(isinstance(fact, Draft) for fact in file.facts)


def briefing(
    content: Content,
    sources: Mapping[str, Source],
    locks: Mapping[str, Lock],
    previous: Briefing | None = None,
    memories: Mapping[str, Lock] | None = None,
) -> Briefing:
    """Checks every fact against its article and gathers the collection; what `previous` checked is taken over.

    `memories` know what somebody settled of the articles that have a text: their locks, unless others are given.
    """
    memories = locks if memories is None else memories
    aliases = alias_table(content)
    aliases = previous.aliases if previous and previous.aliases == aliases else aliases
    earlier_facts = _reusable_facts(previous, content, sources, memories) if previous else {}
    facts = [
        earlier_facts[fact.id]
        if fact.id in earlier_facts and (earlier_facts[fact.id].article, earlier_facts[fact.id].fact) == (article, fact)
        else bound_fact(content, aliases, article, fact, sources.get(article, NOTHING), memories.get(article))
        for article, file in content.articles.items()
        for fact in active_facts(file)
    ]
    ordered = sorted(
        facts,
        key=lambda f: (content.articles[f.article].article.published.in_order, f.article, f.refs, f.id),
    )
    return Briefing(content, sources, locks, aliases, {fact.id: fact for fact in ordered}, memories=memories)


def _reusable_facts(
    previous: Briefing, content: Content, sources: Mapping[str, Source], memories: Mapping[str, Lock]
) -> dict[str, BoundFact]:
    """The facts of the previous briefing whose articles and registries have not changed."""

    def registries(of: Content) -> tuple[object, ...]:
        return of.site.limits, of.events, of.leaders, of.countries, of.organisations, of.publishers

    if registries(previous.content) != registries(content):
        return {}
    same = {
        article
        for article, file in content.articles.items()
        if sources.get(article) is previous.sources.get(article)
        and memories.get(article) == previous.memories.get(article)
        and article in previous.articles
        and file.article.published == previous.article(article).published
        and file.article.language == previous.article(article).language
    }
    return {fact.id: fact for fact in previous.facts.values() if fact.article in same}
