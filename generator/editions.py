"""What changed between two briefings, as a reader of the site would notice it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

from generator.briefing import Briefing
from generator.content.history import Change, facts_removed_with
from generator.content.record import Record
from generator.content.registries import Question
from generator.evidence.proving import BoundFact

How = Literal["added", "reworded", "evidence", "refiled", "retired", "removed", "gone"]
HOWS: tuple[How, ...] = ("added", "reworded", "evidence", "refiled", "retired", "removed", "gone")
REGISTRIES = ("leaders", "countries", "organisations", "themes", "events", "questions", "publishers")
EVIDENCE = ("passage", "paragraphs", "who", "via", "named", "when", "computed", "verdict", "article")


@dataclass(frozen=True)
class Edition:
    """A briefing, and what was counted of each of its articles: figure → number."""

    briefing: Briefing
    figures: Mapping[str, Mapping[str, int]]


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


@dataclass(frozen=True)
class EntryChange:
    """An entry of a registry that came, went or changed, or whose facts did (`touched`)."""

    how: Literal["added", "gone", "changed", "touched"]
    registry: str
    id: str
    name: str
    fields: tuple[Field, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True)
class ArticleChange:
    """An article that came or went, or whose record, text or figures changed."""

    how: Literal["added", "gone", "changed"]
    id: str
    name: str
    fields: tuple[Field, ...]
    figures: tuple[Field, ...]


@dataclass(frozen=True)
class Difference:
    """A question whose answers began or ceased to differ, or differ otherwise; each answer once."""

    how: Literal["opened", "closed", "changed"]
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


def compare(base: Edition, head: Edition) -> Changes:
    """What a reader of `head` finds who knew `base`."""
    before, after = base.briefing, head.briefing
    facts = tuple(sorted(_facts(before, after), key=lambda f: (HOWS.index(f.how), f.article, f.id)))
    return Changes(
        site=_fields(_written(before.content.site), _written(after.content.site)),
        facts=facts,
        entries=tuple(_entries(before, after, [fact.id for fact in facts])),
        differences=tuple(_differences(before, after)),
        articles=tuple(_articles(base, head)),
    )


def of_register(changes: Iterable[Change]) -> Changes:
    """What a reader finds who knew a recorded edition: of that, only what its facts said is kept."""
    return Changes((), tuple(map(_recorded, changes)), (), (), ())


def _recorded(change: Change) -> FactChange:
    if change.kind in ("corrected", "superseded", "withdrawn"):
        return FactChange("retired", change.fact, change.article, change.say, (Field("status", "", change.kind),))
    fields = (Field("say", change.was, change.say),) if change.was else ()
    return FactChange(cast("How", change.kind), change.fact, change.article, change.say, fields)


def _facts(before: Briefing, after: Briefing) -> Iterator[FactChange]:
    was, now = _told(before), _told(after)
    removed = {fact for article in after.content.removed for fact in facts_removed_with(after.content, article)}
    for fact in sorted(was.keys() | now.keys()):
        if fact in removed:
            if fact in was:
                yield FactChange("removed", fact, was[fact]["article"], "", ())
            continue
        fields = _fields(was.get(fact, {}), now.get(fact, {}))
        if fields:
            known = now.get(fact) or was[fact]
            yield FactChange(_how(was.get(fact), now.get(fact), fields), fact, known["article"], known["say"], fields)


def _how(was: Mapping[str, str] | None, now: Mapping[str, str] | None, fields: tuple[Field, ...]) -> How:
    """The change that matters most to a reader, where a fact changed in several ways."""
    changed = {field.name for field in fields}
    if now is None:
        return "gone"
    if "status" in now and "status" in changed:
        return "retired"
    if was is None or "status" in changed:
        return "added"
    if "say" in changed:
        return "reworded"
    return "evidence" if changed.intersection(EVIDENCE) else "refiled"


def _told(briefing: Briefing) -> dict[str, dict[str, str]]:
    """What the site tells of each fact: of those that stand, and of those that no longer do."""
    stones = {stone.id: {**_written(stone), "article": article} for article, stone in briefing.tombstones}
    return stones | {fact.id: _told_of(fact) for fact in briefing.facts.values()}


def _told_of(fact: BoundFact) -> dict[str, str]:
    """`about` and `paragraph` as they turn out: whom and what a fact is found under, and where it stands."""
    told = _written(fact.fact)
    told.pop("about", None)
    told.pop("paragraph", None)
    found = {
        "article": fact.article,
        "verdict": fact.verdict.value,
        "paragraphs": ", ".join(map(str, fact.paragraphs)),
        "found under": ", ".join(sorted(fact.subjects)),
    }
    return told | found


def _entries(before: Briefing, after: Briefing, changed: Iterable[str]) -> Iterator[EntryChange]:
    facts: dict[str, list[str]] = {}
    for fact in changed:
        for subject in sorted(_subjects(before, fact) | _subjects(after, fact)):
            facts.setdefault(subject, []).append(fact)
    for registry in REGISTRIES:
        was: Mapping[str, Record] = getattr(before.content, registry)
        now: Mapping[str, Record] = getattr(after.content, registry)
        for entry in [*now, *(gone for gone in was if gone not in now)]:
            fields = _fields(_written(was.get(entry)), _written(now.get(entry)))
            touched = tuple(sorted(facts.get(entry, ())))
            if fields or touched:
                how = _came_or_went(was, now, entry) or ("changed" if fields else "touched")
                yield EntryChange(how, registry, entry, _name(now.get(entry) or was[entry]), fields, touched)


def _subjects(briefing: Briefing, fact: str) -> set[str]:
    """Everything registered that a fact is found under."""
    if not (bound := briefing.facts.get(fact)):
        return set()
    return {*bound.subjects, *bound.fact.answers, *([bound.fact.event] if bound.fact.event else [])}


def _differences(before: Briefing, after: Briefing) -> Iterator[Difference]:
    questions = before.content.questions | after.content.questions
    for question in questions.values():
        was, now = _answers(before, question), _answers(after, question)
        if was != now and max(len(was), len(now)) > 1:
            yield Difference(
                "opened" if len(was) < 2 else "closed" if len(now) < 2 else "changed",
                question.id,
                question.question,
                tuple(was.values()),
                tuple(now.values()),
            )


def _answers(briefing: Briefing, question: Question) -> dict[str, str]:
    """Each distinct answer as it was first given, by the form in which two are the same."""
    given: dict[str, str] = {}
    for _, answer in briefing.answers_to(question.id):
        given.setdefault(" ".join(answer.casefold().split()), answer)
    return dict(sorted(given.items()))


def _articles(base: Edition, head: Edition) -> Iterator[ArticleChange]:
    was, now = base.briefing.articles, head.briefing.articles
    for article in sorted(was.keys() | now.keys()):
        fields = _fields(_record(base.briefing, article), _record(head.briefing, article))
        figures = _fields(_counted(base, article), _counted(head, article))
        if fields or figures:
            how = _came_or_went(was, now, article) or "changed"
            if article in head.briefing.content.removed:
                yield ArticleChange(how, article, article, (), ())
                continue
            yield ArticleChange(how, article, (now.get(article) or was[article]).article.name, fields, figures)


def _record(briefing: Briefing, article: str) -> dict[str, str]:
    if not (file := briefing.articles.get(article)):
        return {}
    skipped = {"skip": "; ".join(f"{skip.paragraphs}: {skip.because}" for skip in file.skip)}
    return _written(file.article) | skipped | {"text": briefing.source(article).sha256[:12]}


def _counted(edition: Edition, article: str) -> dict[str, str]:
    return {name: str(number) for name, number in edition.figures.get(article, {}).items()}


def _came_or_went(was: Mapping[str, object], now: Mapping[str, object], id: str) -> Literal["added", "gone"] | None:
    if id in was and id in now:
        return None
    return "added" if id in now else "gone"


def _name(entry: Record) -> str:
    return entry.question if isinstance(entry, Question) else str(getattr(entry, "name", ""))


def _fields(was: Mapping[str, str], now: Mapping[str, str]) -> tuple[Field, ...]:
    """What is not the same, in the order of the record."""
    names = [*now, *(name for name in was if name not in now)]
    pairs = ((name, was.get(name, ""), now.get(name, "")) for name in names)
    return tuple(Field(*pair) for pair in pairs if pair[1] != pair[2])


def _written(record: Record | None) -> dict[str, str]:
    """The fields of a record under the names that people write, without its id."""
    if not record:
        return {}
    fields = type(record).model_fields.items()
    texts = {(field.alias or name): _text(getattr(record, name)) for name, field in fields if name != "id"}
    return {name: text for name, text in texts.items() if text}


def _text(value: object) -> str:
    """A value in one line, the same for equal values."""
    if isinstance(value, Record):
        return "; ".join(f"{name}: {text}" for name, text in _written(value).items())
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_text(part)}" for key, part in sorted(value.items()))
    if isinstance(value, tuple):
        return " / ".join(map(_text, value))
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
