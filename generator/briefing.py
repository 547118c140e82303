"""The whole collection: every fact with its evidence, and the lookups and orders that all share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.content.model import Article, Entry, Fact, FactFile, Question, Tombstone
from generator.content.reading import Content
from generator.evidence.binding import Ground, bind, gives, subjects_in
from generator.evidence.locks import Lock, lock_of
from generator.evidence.matching import Located, locate
from generator.evidence.names import Gazetteer
from generator.evidence.source import FullText, Source, Spot
from generator.evidence.verdicts import Check, Verdict

SPOKEN = 3  # quoted tokens in a passage that make it a quotation
NOTHING = Lock("", "", 0, (), {}, frozenset())  # the source of an article without text or lock


@dataclass(frozen=True)
class BoundFact:
    """A fact, the article it comes from, whom it is about, and what its article says of it."""

    fact: Fact
    article: str
    located: tuple[Located, ...]
    checks: tuple[Check, ...]
    subjects: frozenset[str]

    @property
    def id(self) -> str:
        return self.fact.id

    @property
    def verdict(self) -> Verdict:
        """The worst answer of its checks."""
        answers = {check.verdict for check in self.checks if check.counts}
        return next((v for v in (Verdict.REFUTED, Verdict.CANNOT) if v in answers), Verdict.PROVED)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The sentences that its passages touch, in order of reading."""
        return tuple(sorted({s.spot for one in self.located if one.standing for s in one.standing.stretches}))

    @property
    def paragraphs(self) -> tuple[int, ...]:
        return tuple(sorted({spot.paragraph for spot in self.spots} | set(self.fact.paragraph)))

    @property
    def voice(self) -> str:
        """How the article gives it: quotation, paraphrase, unnamed or reporter."""
        if not self.fact.who:
            return "unnamed" if self.fact.via else "reporter"
        spoken = sum(one.standing.quoted for one in self.located if one.standing)
        return "quotation" if spoken >= SPOKEN else "paraphrase"

    @property
    def url(self) -> str:
        return f"articles/{self.article}.html#{self.id}"


@dataclass(frozen=True)
class Briefing:
    """What was written, what the articles say of it, and the order in which it is told."""

    content: Content
    sources: Mapping[str, Source]
    locks: Mapping[str, Lock]
    table: Gazetteer
    facts: Mapping[str, BoundFact]

    @property
    def articles(self) -> Mapping[str, FactFile]:
        return self.content.articles

    def article(self, article: str) -> Article:
        return self.content.articles[article].article

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
    def _on(self) -> Mapping[str, tuple[BoundFact, ...]]:
        on: dict[str, list[BoundFact]] = {}
        for fact in self.facts.values():
            for subject in fact.subjects:
                on.setdefault(subject, []).append(fact)
        return {subject: tuple(facts) for subject, facts in on.items()}

    def facts_in(self, article: str) -> tuple[BoundFact, ...]:
        """In order of the article's text."""
        return tuple(fact for fact in self.facts.values() if fact.article == article)

    def facts_on(self, subject: str) -> tuple[BoundFact, ...]:
        """On a leader, country, organisation or theme, oldest first."""
        return self._on.get(subject, ())

    def facts_at(self, event: str) -> tuple[BoundFact, ...]:
        return tuple(fact for fact in self.facts.values() if fact.fact.event == event)

    def facts_by(self, speaker: str) -> tuple[BoundFact, ...]:
        """What someone is reported to have said."""
        return tuple(fact for fact in self.facts.values() if fact.fact.who == speaker)

    def answers_to(self, question: str) -> tuple[tuple[BoundFact, str], ...]:
        return tuple((f, f.fact.answers[question]) for f in self.facts.values() if question in f.fact.answers)

    def questions_about(self, subject: str) -> tuple[Question, ...]:
        """The questions that are about it, or that a fact on it answers."""
        asked = {question for fact in self.facts_on(subject) for question in fact.fact.answers}
        return tuple(q for q in self.content.questions.values() if subject in q.about or q.id in asked)

    def differs(self, question: Question) -> bool:
        """Whether the answers to a question are not all the same words."""
        return len({" ".join(answer.casefold().split()) for _, answer in self.answers_to(question.id)}) > 1

    def cited(self, ids: Iterable[str]) -> tuple[BoundFact, ...]:
        return tuple(self.facts[fact] for fact in ids if fact in self.facts)


def speakers(content: Content) -> dict[str, Entry]:
    """All registered entries that have names, by id."""
    registries: tuple[Mapping[str, Entry], ...] = (
        content.leaders,
        content.countries,
        content.organisations,
        content.publishers,
    )
    return {entry.id: entry for registry in registries for entry in registry.values()}


def alias_table(content: Content) -> Gazetteer:
    """Every spelling and whom it names; that no spelling has two owners is a rule of its own."""
    return Gazetteer({name: entry.id for entry in speakers(content).values() for name in entry.names})


def briefing(content: Content, sources: Mapping[str, Source], locks: Mapping[str, Lock]) -> Briefing:
    """Checks every fact against its article and gathers the collection."""
    table = alias_table(content)
    facts = [
        bound_fact(content, table, article, fact, sources.get(article, NOTHING))
        for article, file in content.articles.items()
        for fact in living(file)
    ]
    ordered = sorted(
        facts,
        key=lambda f: (content.articles[f.article].article.published.earliest, f.article, f.spots, f.id),
    )
    return Briefing(content, sources, locks, table, {fact.id: fact for fact in ordered})


def living(file: FactFile) -> Iterator[Fact]:
    """The facts that stand: neither drafts nor tombstones."""
    return (fact for fact in file.facts if isinstance(fact, Fact) and not fact.status)


def bound_fact(content: Content, table: Gazetteer, article: str, fact: Fact, source: Source) -> BoundFact:
    """A fact, checked against a source of its article."""
    event = content.events.get(fact.event or "")
    located, checks = locate(fact, source, content.site.limits)
    ground = Ground(fact, located, source, table, content.articles[article].article.published, event)
    return BoundFact(fact, article, located, (*checks, *bind(ground)), _subjects(content, table, fact))


def _subjects(content: Content, table: Gazetteer, fact: Fact) -> frozenset[str]:
    """Whom and what a fact is about: what it names or quotes, its marks, and for whom an organ or a leader speaks."""
    found = {*subjects_in([fact.say], table), *fact.about, *([fact.who] if fact.who else [])}
    organs = {content.organisations[body].country for body in found if body in content.organisations}
    speaker = {content.leaders[fact.who].country} if fact.who in content.leaders else set()
    return frozenset(found | {country for country in organs | speaker if country})


def lock_for(content: Content, article: str, text: FullText) -> Lock:
    """The lock of an article's text: everything that its facts ask of it is asked once."""
    table = alias_table(content)

    def ask(source: Source) -> None:
        published = content.articles[article].article.published
        for fact in living(content.articles[article]):
            spots = bound_fact(content, table, article, fact, source).spots
            for event in content.events.values():
                if fact.id in event.from_:
                    gives(event.when, source, published, spots)

    return lock_of(text, table, ask)


def full_text(content: Content, text: str) -> FullText:
    return FullText(text, alias_table(content))
