"""What is said at one time, by the names of fields: of a whole briefing, of its content alone, or of a record."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.briefing import Briefing, normalised_answer
from generator.content.kinds import PAGES, REGISTRIES, SUBJECTS
from generator.content.marks import Mark, marks
from generator.content.model import Draft, Fact, Tombstone
from generator.content.reading import Content
from generator.content.record import Record
from generator.content.register import Register
from generator.evidence.proving import BoundFact, alias_table
from generator.evidence.used import used
from generator.history.register import facts_removed_with, names

Fields = Mapping[str, str]  # what a record holds under the names that people write
BOUND = {name for name, mark in marks(Fact).items() if mark is Mark.BOUND}
EVIDENCE = BOUND - {"say", "answers"} | {"who", "named", "when"}  # the fields of a fact that prove what it says
# The first records have a digest of six fields in their places, which knows of nothing but what a fact could hold then.
THEN = {
    *("passage", "about", "paragraph", "who", "via", "named", "when", "kind", "event", "answers", "computed", "note"),
    *("date", "reckoned", "basis", "because"),
}
DIGEST = 16  # hexadecimal digits; enough to tell changed evidence from unchanged


@dataclass(frozen=True)
class FactState:
    """A fact: its article, its fields, the digests of its evidence if it can be recorded, and where it is found."""

    article: str
    fields: Fields
    digests: tuple[str, ...] = ()
    subjects: frozenset[str] = frozenset()

    @property
    def status(self) -> str:
        return self.fields.get("status", "")


@dataclass(frozen=True)
class Snapshot:
    """What two editions are compared by; a record has its facts and the names of its pages, and nothing else."""

    facts: Mapping[str, FactState] = field(default_factory=dict)
    pages: Mapping[str, Fields] = field(default_factory=dict)  # section → id → name
    site: Fields = field(default_factory=dict)
    entries: Mapping[str, Mapping[str, Fields]] = field(default_factory=dict)  # registry → id
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # question → those that differ
    articles: Mapping[str, Fields] = field(default_factory=dict)  # without fields where they were taken down
    article_counts: Mapping[str, Fields] = field(default_factory=dict)  # article → figure → number


def of_register(register: Register) -> Snapshot:
    """The snapshot of what a register recorded."""
    facts = {
        id: FactState(fact.article, _texts(fact, "say", "status"), (fact.evidence,) if fact.evidence else ())
        for id, fact in register.facts.items()
    }
    return Snapshot(facts, {section: register.pages(section) for section in PAGES})


def of_content(content: Content) -> Snapshot:
    """The snapshot that an edition would record: every address that answers, and what it says."""
    first_ids = alias_table(content).first_ids
    facts = {
        fact.id: FactState(article, _texts(fact, "say", "status"), digests(fact, first_ids))
        for article, file in content.articles.items()
        for fact in file.facts
        if not isinstance(fact, Draft)
    }
    removed = ((article, id) for article in content.removed for id in facts_removed_with(content, article))
    facts |= {id: FactState(article, {"status": "removed"}) for article, id in removed}
    shown = used(content)
    return Snapshot(facts, {section: dict(_pages(content, section, shown)) for section in PAGES})


def _pages(content: Content, section: str, shown: Collection[str]) -> Iterator[tuple[str, str]]:
    """The pages of a section by id, each with its name; an entry of a registry that nothing uses has none."""
    is_named = section in SUBJECTS and section != "themes"
    return ((id, name) for id, name in names(content, section).items() if not is_named or id in shown)


def of_briefing(briefing: Briefing, article_counts: Mapping[str, Mapping[str, int]]) -> Snapshot:
    """All that the site says; the figures of its articles are handed in, since rules count them."""
    content = briefing.content
    recorded = of_content(content)
    stones = {s.id: FactState(article, {**_texts(s), "article": article}) for article, s in briefing.tombstones}
    return replace(
        recorded,
        facts={**recorded.facts, **stones, **{id: _state(fact) for id, fact in briefing.facts.items()}},
        site=_texts(content.site),
        entries={
            name: {id: _texts(entry) for id, entry in getattr(briefing.shown.content, name).items()}
            for name in REGISTRIES
        },
        answers={question: _answers(briefing, question) for question in content.questions},
        articles={id: _article(briefing, id) for id in briefing.articles} | {id: {} for id in content.removed},
        article_counts={
            id: {name: str(number) for name, number in counted.items()} for id, counted in article_counts.items()
        },
    )


def _state(fact: BoundFact) -> FactState:
    """`about` and `paragraph` as they turn out: whom and what a fact is found under, and where it stands."""
    derived = {
        "article": fact.article,
        "verdict": fact.verdict.value,
        "paragraphs": ", ".join(map(str, fact.paragraphs)),
        "found under": ", ".join(sorted(fact.subjects)),
        **({"read again": ", ".join(fact.unsettled)} if fact.unsettled else {}),
    }
    fields = {name: text for name, text in _texts(fact.fact).items() if name not in ("about", "paragraph")}
    events = {fact.event} if fact.event else set()
    return FactState(fact.article, fields | derived, subjects=fact.subjects | fact.answers.keys() | events)


def _answers(briefing: Briefing, question: str) -> tuple[str, ...]:
    """Each distinct answer as it was first given, in order of the form in which two are the same."""
    answers = {normalised_answer(answer): answer for _, answer in reversed(briefing.answers_to(question))}
    return tuple(answer for _, answer in sorted(answers.items()))


def _article(briefing: Briefing, article: str) -> Fields:
    file = briefing.articles[article]
    skipped = "; ".join(f"{skip.paragraphs}: {skip.because}" for skip in file.skip)
    label = {"label": file.article.name} if file.article.label else {}
    return _texts(file.article) | label | {"skip": skipped, "text": briefing.source(article).sha256[:12]}


def _texts(record: Record, *only: str) -> dict[str, str]:
    """The filled fields of a record, or some of them, without its id."""
    fields = {field.alias or name: _text(getattr(record, name)) for name, field in type(record).model_fields.items()}
    return {name: text for name, text in fields.items() if text and (name in only if only else name != "id")}


def _text(value: object) -> str:
    """A value in one line, the same for equal values."""
    if isinstance(value, Record):
        return "; ".join(f"{name}: {text}" for name, text in _texts(value).items())
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_text(part)}" for key, part in sorted(value.items()))
    if isinstance(value, tuple):
        return " / ".join(map(_text, value))
    return "" if value is None else str(value)


def digests(fact: Fact | Tombstone, first_ids: Mapping[str, str]) -> tuple[str, ...]:
    """Of all that proves a fact, as it is recorded now and as it once was; under another id a speaker is the same."""
    if isinstance(fact, Tombstone):
        return ()
    who = first_ids.get(fact.who or "", fact.who)
    named = {first_ids.get(id, id): paragraph for id, paragraph in fact.named.items()}
    same = fact.model_copy(update={"who": who, "named": named})
    proof = same.model_dump(mode="json", include=EVIDENCE, exclude_defaults=True)
    if not THEN.issuperset((*proof, *proof.get("when", ()))):
        return (digest(proof),)
    when = fact.when and [fact.when.date.text, fact.when.reckoned, fact.when.basis, fact.when.because]
    in_places = [fact.passage, who, fact.via, sorted(named.items()), when, sorted(fact.computed.items())]
    return (digest(proof), digest(in_places))


def digest(proof: object) -> str:
    """A digest of what JSON can hold, the same for equal values."""
    return hashlib.sha256(json.dumps(proof, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:DIGEST]
