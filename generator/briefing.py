"""The whole collection: every fact with its evidence, and the lookups and orders that all share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.content.model import (
    Article,
    Draft,
    Entry,
    Fact,
    FactFile,
    Question,
    Subject,
    Tombstone,
)
from generator.content.reading import Content
from generator.evidence.binding import Ground, Names, bind, gives, subjects_in
from generator.evidence.languages import LANGUAGES, Language
from generator.evidence.locks import Lock, Recorder, lock_of
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
    asked: Recorder | None = field(default=None, compare=False, repr=False)  # what its text answered, for a lock

    @property
    def id(self) -> str:
        return self.fact.id

    @cached_property
    def verdict(self) -> Verdict:
        """The worst answer of its checks."""
        answers = {check.verdict for check in self.checks if check.counts}
        return next((v for v in (Verdict.REFUTED, Verdict.CANNOT) if v in answers), Verdict.PROVED)

    @cached_property
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
            if fact.fact.event:
                at.setdefault(fact.fact.event, []).append(fact)
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
        return tuple(fact for fact in self.facts.values() if fact.fact.who == speaker)

    def answers_to(self, question: str) -> tuple[tuple[BoundFact, str], ...]:
        return self._answers.get(question, ())

    @cached_property
    def _answers(self) -> Mapping[str, tuple[tuple[BoundFact, str], ...]]:
        answers: dict[str, list[tuple[BoundFact, str]]] = {}
        for fact in self.facts.values():
            for question, answer in fact.fact.answers.items():
                answers.setdefault(question, []).append((fact, answer))
        return {question: tuple(given) for question, given in answers.items()}

    def differs(self, question: Question) -> bool:
        """Whether the answers to a question are not all the same words."""
        return len({alike(answer) for _, answer in self.answers_to(question.id)}) > 1

    def disagrees(self, question: Question) -> bool:
        """Whether answers to it exclude one another, and are not only told differently."""
        return self.differs(question) and not question.compatible

    def cited(self, ids: Iterable[str]) -> tuple[BoundFact, ...]:
        return tuple(self.facts[fact] for fact in ids if fact in self.facts)


def alike(answer: str) -> str:
    """The form in which two answers are the same."""
    return " ".join(answer.casefold().split())


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
    known = speakers(content).values()
    aliases = {name: entry.id for entry in known for name in entry.names}
    firsts = {entry.id: entry.formerly[0] for entry in known if isinstance(entry, Subject) and entry.formerly}
    return Gazetteer(aliases, firsts)


def briefing(
    content: Content, sources: Mapping[str, Source], locks: Mapping[str, Lock], before: Briefing | None = None
) -> Briefing:
    """Checks every fact against its article and gathers the collection; what was checked before is not asked again."""
    table = alias_table(content)
    table = before.table if before and before.table == table else table
    known = _known(before, content, sources) if before else {}
    facts = [
        known[fact.id]
        if fact.id in known and (known[fact.id].article, known[fact.id].fact) == (article, fact)
        else bound_fact(content, table, article, fact, sources.get(article, NOTHING))
        for article, file in content.articles.items()
        for fact in living(file)
    ]
    ordered = sorted(
        facts,
        key=lambda f: (content.articles[f.article].article.published.earliest, f.article, f.spots, f.id),
    )
    return Briefing(content, sources, locks, table, {fact.id: fact for fact in ordered})


def _known(before: Briefing, content: Content, sources: Mapping[str, Source]) -> dict[str, BoundFact]:
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


def living(file: FactFile) -> Iterator[Fact]:
    """The facts that stand: neither drafts nor tombstones."""
    return (fact for fact in file.facts if isinstance(fact, Fact))


def drafts(file: FactFile) -> Iterator[Draft]:
    """What is not finished."""
    return (fact for fact in file.facts if isinstance(fact, Draft))


def bound_fact(content: Content, table: Gazetteer, article: str, fact: Fact, source: Source) -> BoundFact:
    """A fact, checked against a source of its article."""
    event = content.events.get(fact.event or "")
    asked = Recorder(source) if isinstance(source, FullText) else None
    located, checks = locate(fact, asked or source, content.site.limits)
    ground = Ground(fact, located, asked or source, table, content.articles[article].article.published, event)
    return BoundFact(fact, article, located, (*checks, *bind(ground)), _subjects(content, table, fact), asked)


def _subjects(content: Content, table: Gazetteer, fact: Fact) -> frozenset[str]:
    """Whom and what a fact is about: what it names or quotes, its marks, and for whom an organ or a leader speaks."""
    found = {*subjects_in([fact.say], table), *fact.about, *([fact.who] if fact.who else [])}
    organs = {content.organisations[body].country for body in found if body in content.organisations}
    speaker = {content.leaders[fact.who].country} if fact.who in content.leaders else set()
    return frozenset(found | {country for country in organs | speaker if country})


def mentions(source: Source, table: Gazetteer) -> dict[str, tuple[int, ...]]:
    """Whom an article names in any registered spelling, and in which paragraphs, in order of reading."""
    found: dict[str, list[int]] = {}
    for outline in source.outlines:
        for subject in sorted(Names.of(outline.names, table).subjects):
            found.setdefault(subject, []).append(outline.spot.paragraph)
    return {subject: tuple(dict.fromkeys(paragraphs)) for subject, paragraphs in found.items()}


def lock_for(content: Content, article: str, text: FullText, facts: Iterable[BoundFact] | None = None) -> Lock:
    """The lock of an article's text: all that its facts ask of it, now or when they were bound; and its drafts."""
    table, published = alias_table(content), content.articles[article].article.published
    living_facts = living(content.articles[article])
    bound = [bound_fact(content, table, article, fact, text) for fact in living_facts] if facts is None else list(facts)
    more = Recorder(text)
    bound += [bound_fact(content, table, article, _as_fact(d), text) for d in drafts(content.articles[article])]
    for fact in bound:
        for event in content.events.values():
            if fact.id in event.from_:
                gives(event.when, more, published, fact.spots)
    return lock_of(text, table, [more, *(fact.asked for fact in bound if fact.asked)])


def _as_fact(draft: Draft) -> Fact:
    """A draft as it asks its article, whether or not somebody has worded it."""
    fields = {name: getattr(draft, name) for name in Fact.model_fields}
    return Fact.model_construct(**{**fields, "say": draft.say or ""})


def full_text(content: Content, article: str, text: str, before: Source | None = None) -> FullText:
    """An article's text to be asked; the one that was asked before, where it and the names are the same."""
    table, language = alias_table(content), language_of(content, article)
    if isinstance(before, FullText) and before.is_of(text, language) and before.has_all_names_of(table):
        return before
    return FullText(text, table, language)


def language_of(content: Content, article: str) -> Language:
    """The language that an article is read in."""
    return LANGUAGES[content.articles[article].article.language]
