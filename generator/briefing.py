"""The whole collection: every fact with its evidence, and the lookups and orders that all share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.content.model import Article, FactFile, Tombstone
from generator.content.reading import Content
from generator.content.record import Record
from generator.content.registries import Entry, Question
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
from generator.evidence.verdict import Verdict


@dataclass(frozen=True)
class Briefing:
    """What was written, what the articles say of it, and the order in which it is told."""

    content: Content
    sources: Mapping[str, Source]
    locks: Mapping[str, Lock]
    aliases: AliasTable
    facts: Mapping[str, BoundFact]
    uncurated: Mapping[str, Source] = field(default_factory=dict)  # articles that have no fact file yet
    published_texts: frozenset[str] = frozenset()  # articles whose texts are kept in the open, not only their locks

    @property
    def articles(self) -> Mapping[str, FactFile]:
        return self.content.articles

    def article(self, article: str) -> Article:
        return self.content.articles[article].article

    def origin_of(self, article: str) -> str:
        """Where its reporting began: an agency or a newsroom; one that nobody knows is that article's alone."""
        record = self.article(article)
        if record.origin == "own":
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
    def statements(self) -> tuple[BoundStatement, ...]:
        """Every record of ours that rests on facts, checked against them."""
        return bound_statements(self.content, self.aliases, self.facts, self.sources)

    @cached_property
    def _verdicts(self) -> Mapping[Record, Verdict]:
        return {one.record: one.verdict for one in self.statements}

    def is_proved(self, record: Record) -> bool:
        """Whether what we say in a record stands in its facts; what is background is not claimed to."""
        return self._verdicts.get(record, Verdict.PROVED) is Verdict.PROVED

    @cached_property
    def _on(self) -> Mapping[str, tuple[BoundFact, ...]]:
        on: dict[str, list[BoundFact]] = {}
        for fact in self.facts.values():
            for subject in fact.subjects:
                on.setdefault(subject, []).append(fact)
        return {subject: tuple(facts) for subject, facts in on.items()}

    @cached_property
    def _at(self) -> Mapping[str, tuple[BoundFact, ...]]:
        at: dict[str, list[BoundFact]] = {}
        for fact in self.facts.values():
            if fact.event:
                at.setdefault(fact.event, []).append(fact)
        return {event: tuple(facts) for event, facts in at.items()}

    def facts_in(self, article: str) -> tuple[BoundFact, ...]:
        """In order of the article's text."""
        return tuple(fact for fact in self.facts.values() if fact.article == article)

    def facts_on(self, subject: str) -> tuple[BoundFact, ...]:
        """On a leader, country, organisation or theme, oldest first."""
        return self._on.get(subject, ())

    def facts_at(self, event: str) -> tuple[BoundFact, ...]:
        return self._at.get(event, ())

    def facts_by(self, speaker: str) -> tuple[BoundFact, ...]:
        """What someone is reported to have said."""
        return tuple(fact for fact in self.facts.values() if fact.who == speaker)

    def answers_to(self, question: str) -> tuple[tuple[BoundFact, str], ...]:
        return self._answers.get(question, ())

    @cached_property
    def _answers(self) -> Mapping[str, tuple[tuple[BoundFact, str], ...]]:
        answers: dict[str, list[tuple[BoundFact, str]]] = {}
        for fact in self.facts.values():
            for question, answer in fact.answers.items():
                answers.setdefault(question, []).append((fact, answer))
        return {question: tuple(given) for question, given in answers.items()}

    def differs(self, question: Question) -> bool:
        """Whether the answers to a question are not all the same words."""
        return len({normalised_answer(answer) for _, answer in self.answers_to(question.id)}) > 1

    def disagrees(self, question: Question) -> bool:
        """Whether answers to it exclude one another, and are not only told differently."""
        return self.differs(question) and not question.compatible

    def facts_by_id(self, ids: Iterable[str]) -> tuple[BoundFact, ...]:
        return tuple(self.facts[fact] for fact in ids if fact in self.facts)


def normalised_answer(answer: str) -> str:
    """The form in which two answers are the same."""
    return " ".join(answer.casefold().split())


def briefing(
    content: Content, sources: Mapping[str, Source], locks: Mapping[str, Lock], before: Briefing | None = None
) -> Briefing:
    """Checks every fact against its article and gathers the collection; what was checked before is not asked again."""
    aliases = alias_table(content)
    aliases = before.aliases if before and before.aliases == aliases else aliases
    known = _facts_before(before, content, sources) if before else {}
    facts = [
        known[fact.id]
        if fact.id in known and (known[fact.id].article, known[fact.id].fact) == (article, fact)
        else bound_fact(content, aliases, article, fact, sources.get(article, NOTHING))
        for article, file in content.articles.items()
        for fact in active_facts(file)
    ]
    ordered = sorted(
        facts,
        key=lambda f: (content.articles[f.article].article.published.earliest, f.article, f.refs, f.id),
    )
    return Briefing(content, sources, locks, aliases, {fact.id: fact for fact in ordered})


def _facts_before(before: Briefing, content: Content, sources: Mapping[str, Source]) -> dict[str, BoundFact]:
    """The facts of an earlier briefing whose articles and registries are the same still."""

    def ground(of: Content) -> tuple[object, ...]:
        return of.site.limits, of.events, of.leaders, of.countries, of.organisations, of.publishers

    if ground(before.content) != ground(content):
        return {}
    same = {
        article
        for article, file in content.articles.items()
        if sources.get(article) is before.sources.get(article)
        and article in before.articles
        and file.article.published == before.article(article).published
        and file.article.language == before.article(article).language
    }
    return {fact.id: fact for fact in before.facts.values() if fact.article in same}
