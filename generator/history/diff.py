"""What changed between two snapshots, as a reader of the site would notice it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal

from generator.history.snapshot import EVIDENCE, FactState, Fields, Snapshot

How = Literal["added", "reworded", "evidence", "refiled", "retired", "removed", "gone"]
HOWS: tuple[How, ...] = ("added", "reworded", "evidence", "refiled", "retired", "removed", "gone")
Came = Literal["added", "gone", "changed"]
Turn = Literal["opened", "closed", "changed"]
NAMES = ("name", "question", "title", "label")  # the fields by one of which a record is called
NOTHING = FactState("", {})
PROOF = EVIDENCE | {
    "article",
    "paragraphs",
    "verdict",
    "agrees",
    "read again",
}  # what is written of it, and what checking finds


@dataclass(frozen=True)
class Field:
    """What a field held and holds, as text; empty where it was or is left out."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class FactChange:
    """A fact that is new, says or proves something else, is found elsewhere, or no longer stands."""

    how: How
    id: str
    article: str
    say: str
    fields: tuple[Field, ...]

    @property
    def kind(self) -> str:
        """How it changed; where it no longer stands, its status."""
        return next((f.after for f in self.fields if f.name == "status" and self.how == "retired"), self.how)

    @property
    def was(self) -> str:
        """What it said before it was reworded."""
        return next((f.before for f in self.fields if f.name == "say" and self.how == "reworded"), "")


@dataclass(frozen=True)
class EntryChange:
    """An entry of a registry that came, went or changed, or whose facts did (`touched`)."""

    how: Came | Literal["touched"]
    registry: str
    id: str
    name: str
    fields: tuple[Field, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True)
class ArticleChange:
    """An article that came or went, or whose record, text or figures changed."""

    how: Came
    id: str
    name: str
    fields: tuple[Field, ...]
    figures: tuple[Field, ...]


@dataclass(frozen=True)
class Difference:
    """A question whose answers began or ceased to differ, or differ otherwise; each answer once."""

    how: Turn
    id: str
    question: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class Changes:
    """All that is not the same in two editions; nothing where they are equal."""

    site: tuple[Field, ...]
    facts: tuple[FactChange, ...]
    entries: tuple[EntryChange, ...]
    differences: tuple[Difference, ...]
    articles: tuple[ArticleChange, ...]

    def __bool__(self) -> bool:
        return any((self.site, self.facts, self.entries, self.differences, self.articles))


def diff(was: Snapshot, now: Snapshot) -> Changes:
    """The changes that a reader of `now` finds who knew `was`."""
    facts = tuple(sorted(_facts(was, now), key=lambda f: (HOWS.index(f.how), f.kind, f.article, f.id)))
    return Changes(
        site=_fields(was.site, now.site),
        facts=facts,
        entries=tuple(_entries(was, now, facts)),
        differences=tuple(_differences(was, now)),
        articles=tuple(_articles(was, now)),
    )


def _facts(was: Snapshot, now: Snapshot) -> Iterator[FactChange]:
    for id in {**now.facts, **was.facts}:
        before, after = was.facts.get(id, NOTHING), now.facts.get(id, NOTHING)
        before = NOTHING if before.status == "removed" else before
        fields = _fields(before.fields, after.fields)
        if how := _how(before, after, {field.name for field in fields}):
            state = before if how == "gone" else after
            shown = () if how == "removed" else fields
            yield FactChange(how, id, state.article, state.fields.get("say", ""), shown)


def _how(was: FactState, now: FactState, changed: set[str]) -> How | None:
    """The change that matters most to a reader, where a fact changed in several ways."""
    if now is NOTHING:
        return None if was is NOTHING else "gone"
    if now.status == "removed":
        return None if was is NOTHING else "removed"
    if now.status and "status" in changed:
        return "retired"
    if was is NOTHING or "status" in changed:
        return "added"
    if "say" in changed:
        return "reworded"
    # Records have had digests of several forms; one that both know is the same evidence.
    if changed & PROOF or (was.digests != now.digests and set(was.digests).isdisjoint(now.digests)):
        return "evidence"
    return "refiled" if changed else None


def _entries(was: Snapshot, now: Snapshot, changes: Iterable[FactChange]) -> Iterator[EntryChange]:
    subjects = {
        change.id: was.facts.get(change.id, NOTHING).subjects | now.facts.get(change.id, NOTHING).subjects
        for change in changes
    }
    for registry, entries in now.entries.items():
        for id, how, name, fields in _records(was.entries.get(registry, {}), entries):
            touched = tuple(sorted(fact for fact, fact_subjects in subjects.items() if id in fact_subjects))
            if fields or touched:
                yield EntryChange(how if fields else "touched", registry, id, name, fields, touched)


def _differences(was: Snapshot, now: Snapshot) -> Iterator[Difference]:
    for id, question in {**was.entries.get("questions", {}), **now.entries.get("questions", {})}.items():
        before, after = was.answers.get(id, ()), now.answers.get(id, ())
        if before != after and max(len(before), len(after)) > 1:
            how: Turn = "opened" if len(before) < 2 else "closed" if len(after) < 2 else "changed"
            yield Difference(how, id, question["question"], before, after)


def _articles(was: Snapshot, now: Snapshot) -> Iterator[ArticleChange]:
    for id, how, name, fields in sorted(_records(was.articles, now.articles), key=itemgetter(0)):
        counts = _fields(was.article_counts.get(id, {}), now.article_counts.get(id, {}))
        if fields and how == "gone" and id in now.articles:
            yield ArticleChange(how, id, id, (), ())
        elif fields or counts:
            yield ArticleChange(how, id, name, fields, counts)


def _records(
    was: Mapping[str, Fields], now: Mapping[str, Fields]
) -> Iterator[tuple[str, Came, str, tuple[Field, ...]]]:
    """The id of each record, whether it came or went, its name, and the fields that differ."""
    for id in {**now, **was}:
        before, after = was.get(id, {}), now.get(id, {})
        fields = after or before
        name = next((fields[field] for field in NAMES if field in fields), id)
        yield id, "gone" if not after else "changed" if before else "added", name, _fields(before, after)


def _fields(was: Fields, now: Fields) -> tuple[Field, ...]:
    """The fields that differ, in the order of the record."""
    pairs = ((name, was.get(name, ""), now.get(name, "")) for name in {**now, **was})
    return tuple(Field(*pair) for pair in pairs if pair[1] != pair[2])
