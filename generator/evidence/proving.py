"""Every fact and every sentence of ours, proved: what was written and its sources become checks with their answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache
from typing import Any

from generator.content.model import Draft, Fact, FactFile, Kind
from generator.content.reading import Content
from generator.content.record import When
from generator.content.registries import Entry, Subject
from generator.content.sentences import Statement, event_proves, left_out, statements
from generator.evidence.answered import Answered, AtHand, KeptAnswer
from generator.evidence.binding import bind_fact, subjects_in
from generator.evidence.context import FactContext, Names
from generator.evidence.languages import ENGLISH, LANGUAGES, Language
from generator.evidence.lock import Lock, Recorded, Recorder, lock_of
from generator.evidence.names import AliasTable
from generator.evidence.names import Kind as NameKind
from generator.evidence.passages import Located, locate
from generator.evidence.prose import BoundStatement, bind_statement
from generator.evidence.rereading import check_sense
from generator.evidence.source import FullText, Occurrence, SentenceRef, Source
from generator.evidence.verdict import Check, Verdict, worst
from generator.work.reads import note, noting

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
    recorded: Recorded | None = field(default=None, compare=False, repr=False)  # what its text answered, for a lock
    wording: tuple[str, ...] = field(
        default=(), compare=False, repr=False
    )  # its sentences as the text has them, where it is to be read again beside them

    @classmethod
    def of(cls, fact: Fact, article: str, was: Answered | KeptAnswer) -> BoundFact:
        """A fact with what it was answered before."""
        if isinstance(was, Answered):
            return cls(fact, article, was.located, was.checks, was.at_hand.subjects, was.recorded, was.wording)
        bound, (_, subjects, refs, voice, verdict) = object.__new__(cls), was.at_hand
        known = {"fact": fact, "article": article, "subjects": subjects, "refs": refs, "voice": voice}
        bound.__dict__.update(known, verdict=verdict, kept=was)
        return bound

    @property
    def at_hand(self) -> AtHand:
        return AtHand(self.id, self.subjects, self.refs, self.voice, self.verdict)

    def _held(self, name: str) -> Any:
        """A field; what was kept of the fact is opened for it, and then no longer needed."""
        values = self.__dict__
        kept: KeptAnswer | None = values.get("kept")
        if kept and name not in values:
            was = kept.inside.facts[kept.number]
            values.update({one: getattr(was, one) for one in OPENED})
            values.pop("kept", None)  # another thread may have been quicker
        return values[name]

    @property
    def _record(self) -> Fact:
        """The fact, of which something is asked that is not its words."""
        record: Fact = self.__dict__["fact"]
        return record

    @property
    def id(self) -> str:
        return self._record.id

    @property
    def say(self) -> str:
        return self.fact.say

    @property
    def who(self) -> str | None:
        return self._record.who

    @property
    def via(self) -> str | None:
        return self._record.via

    @property
    def kind(self) -> Kind:
        return self._record.kind

    @property
    def weight(self) -> int | None:
        return self._record.weight

    @property
    def when(self) -> When | None:
        return self._record.when

    @property
    def event(self) -> str | None:
        return self._record.event

    @property
    def by(self) -> tuple[str, ...]:
        return self._record.by

    @property
    def to(self) -> tuple[str, ...]:
        return self._record.to

    @property
    def answers(self) -> dict[str, str]:
        return self._record.answers

    @cached_property
    def verdict(self) -> Verdict:
        """The worst answer of its checks."""
        return worst(self._held("checks"))

    @cached_property
    def _occurrences(self) -> tuple[Occurrence, ...]:
        """Where its passages stand, of which something is asked that is not their words."""
        located: tuple[Located, ...] = self._held("located")
        return tuple(passage.occurrence for passage in located if passage.occurrence)

    @property
    def unsettled(self) -> tuple[str, ...]:
        """The marks in which it differs from its sentences, to be read again."""
        return tuple(mark for check in self.checks for mark in check.marks)

    @property
    def settled(self) -> tuple[str, ...]:
        """The marks in which it differs from its sentences, read again and agreed to."""
        return tuple(mark for check in self.checks for mark in check.settled)

    @cached_property
    def refs(self) -> tuple[SentenceRef, ...]:
        """The sentences that its passages touch, in order of reading."""
        return tuple(sorted({span.ref for occurrence in self._occurrences for span in occurrence.spans}))

    @property
    def paragraphs(self) -> tuple[int, ...]:
        return tuple(sorted({ref.paragraph for ref in self.refs} | set(self._record.paragraph)))

    @cached_property
    def voice(self) -> str:
        """How the article gives it: quotation, paraphrase, unnamed or reporter."""
        if not self.who:
            return "unnamed" if self.via else "reporter"
        spoken = sum(occurrence.quoted for occurrence in self._occurrences)
        return "quotation" if spoken >= SPOKEN else "paraphrase"

    @property
    def url(self) -> str:
        return f"articles/{self.article}.html#{self.id}"

    @property
    def frame(self) -> tuple[object, ...]:
        """All that can be asked of it without reading its words."""
        names = (self.id, self.article, self.subjects, self.who, self.via, self.event, self.by, self.to)
        of_kind = (self.kind, self.weight, self.when, self.answers, self.verdict)
        return *names, *of_kind, self.refs, self.paragraphs, self.voice


class _Field:
    """A field of a fact that may not be opened yet."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, bound: BoundFact, kind: type | None = None) -> Any:
        return bound._held(self._name)  # noqa: SLF001 -- a part of the class

    def __set__(self, bound: BoundFact, value: object) -> None:
        bound.__dict__[self._name] = value  # by its maker: a frozen record has no other


class _Words(_Field):
    """A field of a fact with its words, or what hangs on them: whoever asks for it has read them."""

    def __get__(self, bound: BoundFact, kind: type | None = None) -> Any:
        if noting() is not None:
            note(bound.__dict__["fact"].id)
        return bound.__dict__["fact"] if self._name == "fact" else super().__get__(bound, kind)


OPENED = ("located", "checks", "recorded", "wording")
for _name in ("fact", *OPENED):
    setattr(BoundFact, _name, _Field(_name) if _name == "recorded" else _Words(_name))


def speakers(content: Content) -> dict[str, Entry]:
    """All registered entries that have names, by id."""
    registries: tuple[Mapping[str, Entry], ...] = (
        content.leaders,
        content.countries,
        content.organisations,
        content.publishers,
    )
    return {entry.id: entry for registry in registries for entry in registry.values()}


def people_of(content: Content) -> dict[str, str]:
    """People and bodies, by id, with their names: who speaks for a country is often named in its place."""
    if "people" not in content.kept:
        registries: tuple[Mapping[str, Entry], ...] = (content.leaders, content.organisations)
        content.kept["people"] = {id: entry.name for registry in registries for id, entry in registry.items()}
    people: dict[str, str] = content.kept["people"]
    return people


def alias_table(content: Content) -> AliasTable:
    """Every spelling and whom it names; that no spelling has two owners is a rule of its own."""
    if "aliases" not in content.kept:
        content.kept["aliases"] = _alias_table(content)
    aliases: AliasTable = content.kept["aliases"]
    return aliases


def _alias_table(content: Content) -> AliasTable:
    entries = speakers(content).values()
    aliases = {name: entry.id for entry in entries for name in entry.names}
    firsts = {entry.id: entry.formerly[0] for entry in entries if isinstance(entry, Subject) and entry.formerly}
    kinds: dict[str, NameKind] = dict.fromkeys((*content.organisations, *content.publishers), "body")
    kinds |= dict.fromkeys(content.countries, "place")
    languages = {ENGLISH.code, *(file.article.language for file in content.articles.values())}
    return _table(tuple(aliases.items()), tuple(firsts.items()), tuple(kinds.items()), tuple(sorted(languages)))


@lru_cache(maxsize=4)
def _table(
    aliases: tuple[tuple[str, str], ...],
    firsts: tuple[tuple[str, str], ...],
    kinds: tuple[tuple[str, NameKind], ...],
    languages: tuple[str, ...],
) -> AliasTable:
    """Equal tables are one, so that what was asked of it is remembered for all articles."""
    return AliasTable(dict(aliases), dict(firsts), dict(kinds), languages)


def full_text(content: Content, article: str, text: str, before: Source | None = None) -> FullText:
    """An article's text to be asked; the one that was asked before, where it and the names are the same."""
    aliases, language = alias_table(content), language_of(content, article)
    if isinstance(before, FullText) and before.is_of(text, language) and before.has_all_names_of(aliases):
        return before
    return FullText(text, aliases, language)


def language_of(content: Content, article: str) -> Language:
    """The language that an article is read in."""
    return LANGUAGES[content.articles[article].article.language]


def in_text(facts: Iterable[BoundFact]) -> tuple[BoundFact, ...]:
    """The facts of an article in the order of its text."""
    return tuple(sorted(facts, key=lambda fact: (fact.refs, fact.id)))


def active_facts(file: FactFile) -> Iterator[Fact]:
    """The facts that stand: neither drafts nor tombstones."""
    return (fact for fact in file.facts if isinstance(fact, Fact))


def drafts(file: FactFile) -> Iterator[Draft]:
    """The facts of a file that are not finished."""
    return (fact for fact in file.facts if isinstance(fact, Draft))


def bound_fact(
    content: Content, aliases: AliasTable, article: str, fact: Fact, source: Source, lock: Lock | None = None
) -> BoundFact:
    """A fact, checked against a source of its article; the lock of a text remembers what was settled of it."""
    recorder = Recorder(source, lock) if isinstance(source, FullText) else None
    located, checks = locate(fact, recorder or source, content.site.limits)
    context = _context(content, aliases, article, fact, located, recorder or source)
    all_checks = (*checks, *bind_fact(context), *check_sense(context))
    subjects, recorded = subjects_of(content, aliases, article, fact), recorder.recorded if recorder else None
    bound = BoundFact(fact, article, located, all_checks, subjects, recorded)
    return replace(bound, wording=source.wording(bound.refs)) if bound.unsettled else bound


def bound_statements(
    content: Content,
    aliases: AliasTable,
    facts: Mapping[str, BoundFact],
    sources: Mapping[str, Source],
    known: Mapping[int, BoundStatement],
) -> tuple[BoundStatement, ...]:
    """Every record of ours that rests on facts which stand, checked against these and their articles.

    What is `known`, by the `id()` of its record, is taken over.
    """
    asked = [record for record in statements(content) if id(record) not in known]
    anew = _statements(content, aliases, facts, sources, asked)
    return tuple(known[id(record)] if id(record) in known else next(anew) for record in statements(content))


def lock_for(content: Content, article: str, text: FullText, facts: Sequence[BoundFact] | None = None) -> Lock:
    """The lock of an article's text: all that its facts, its drafts, and sentences of ours about it ask of it.

    `facts` are those of the article, where they were checked against this text already; otherwise their marks are
    settled by this. Nothing of a draft is: who accepts it has it to read.
    """
    aliases = alias_table(content)
    if facts is None:
        facts = [bound_fact(content, aliases, article, fact, text) for fact in active_facts(content.articles[article])]
    unfinished = (draft.as_fact() for draft in drafts(content.articles[article]))
    asking = [*facts, *(bound_fact(content, aliases, article, draft, text, NOTHING) for draft in unfinished)]
    facts_by_id, recorder = {fact.id: fact for fact in facts}, Recorder(text)
    list(_statements(content, aliases, facts_by_id, {article: recorder}, statements_about(content, facts_by_id)))
    return lock_of(text, aliases, [recorder.recorded, *(fact.recorded for fact in asking if fact.recorded)])


def mentions(source: Source, aliases: AliasTable) -> dict[str, tuple[int, ...]]:
    """Whom an article names in any registered spelling, and in which paragraphs, in order of reading."""
    paragraphs_by_subject: dict[str, list[int]] = {}
    for profile in source.profiles:
        for subject in sorted(Names.of(profile.names, aliases).subjects):
            paragraphs_by_subject.setdefault(subject, []).append(profile.ref.paragraph)
    return {subject: tuple(dict.fromkeys(paragraphs)) for subject, paragraphs in paragraphs_by_subject.items()}


def statements_about(content: Content, facts: Iterable[str]) -> tuple[Statement, ...]:
    """The records that rest on any of these facts, or did until a takedown, each once."""
    by_fact = _statements_by_fact(content)
    return tuple({id(one): one for fact in facts for one in by_fact.get(fact, ())}.values())


def _statements_by_fact(content: Content) -> Mapping[str, Sequence[Statement]]:
    """The records that rest on each fact, or did until a takedown, in order of writing."""
    if "statements by fact" not in content.kept:
        by_fact: dict[str, list[Statement]] = {}
        for statement in (*statements(content), *left_out(content)):
            for fact in statement.from_:
                by_fact.setdefault(fact, []).append(statement)
        content.kept["statements by fact"] = by_fact
    known: Mapping[str, Sequence[Statement]] = content.kept["statements by fact"]
    return known


def _statements(
    content: Content,
    aliases: AliasTable,
    facts: Mapping[str, BoundFact],
    sources: Mapping[str, Source],
    records: Iterable[Statement],
) -> Iterator[BoundStatement]:
    """Each fact has one context for all records, which remembers what it was asked."""

    @cache
    def context(id: str) -> FactContext:
        fact = facts[id]
        source = sources.get(fact.article, NOTHING)
        proved = _context(content, aliases, fact.article, fact.fact, fact.located, source)
        return replace(proved, is_unproved=fact.verdict is Verdict.CANNOT)

    for record in records:
        contexts = tuple(context(id) for id in record.from_ if id in facts)
        yield bind_statement(record, contexts, aliases, content.events)


def _context(
    content: Content, aliases: AliasTable, article: str, fact: Fact, located: tuple[Located, ...], source: Source
) -> FactContext:
    event, record = content.events.get(fact.event or ""), content.articles[article].article
    proving = event if event and event_proves(content, event) else None
    return FactContext(
        fact,
        article,
        located,
        source,
        aliases,
        record.published,
        proving,
        people=people_of(content),
        publisher=record.publisher or "",
    )


def subjects_of(content: Content, aliases: AliasTable, article: str, fact: Fact) -> frozenset[str]:
    """Whom and what a fact is about: what it names or quotes, its marks, and for whom an organ or a leader speaks."""
    published = content.articles[article].article.published.earliest
    subjects = {*subjects_in([fact.say], aliases), *fact.about, *([fact.who] if fact.who else [])}
    organs = {content.organisations[body].country for body in subjects if body in content.organisations}
    offices = content.leaders[fact.who].roles if fact.who in content.leaders else ()
    speaker = {role.country for role in offices if not role.ended_before(published)}
    return frozenset(subjects | {country for country in organs | speaker if country})
