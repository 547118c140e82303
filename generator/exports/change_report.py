"""What changed between two editions: for a pull request, for a terminal, and for machines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any

from generator.history.diff import ArticleChange, Changes, EntryChange, FactChange, Field
from generator.site.render.markup import environment

RETIREMENT = ("status", "because", "by")


@dataclass(frozen=True)
class Detail:
    """One thing that is not as it was; only what is there now where it is new."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Line:
    """One thing that changed: what it is called, where it stands, what it says."""

    name: str
    where: str
    text: str
    details: tuple[Detail, ...]


@dataclass(frozen=True)
class Section:
    """Changes of one kind."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class ChangesView:
    """All that changed, and the words for when nothing did."""

    heading: str
    nothing: str
    sections: tuple[Section, ...]


def changes_view(changes: Changes, words: Mapping[str, Any]) -> ChangesView:
    told = words["changes"]
    return ChangesView(told["title"], told["nothing"], tuple(_sections(changes, told)))


def _sections(changes: Changes, told: Mapping[str, Any]) -> Iterator[Section]:
    if changes.site:
        yield Section(told["site"], (Line(told["whole"], "", "", _details(changes.site, told)),))
    for how, facts in groupby(changes.facts, key=lambda fact: fact.how):
        yield Section(told["facts"][how], tuple(_fact(fact, told) for fact in facts))
    for how in ("opened", "closed", "changed"):
        asked = [one for one in changes.differences if one.how == how]
        if asked:
            lines = (Line(one.id, "", one.question, (_answers(one.before, one.after, told),)) for one in asked)
            yield Section(told["differences"][how], tuple(lines))
    for registry, entries in groupby(changes.entries, key=lambda entry: entry.registry):
        yield Section(told["registries"][registry], tuple(_entry(entry, told) for entry in entries))
    if changes.articles:
        yield Section(told["articles"], tuple(_article(article, told) for article in changes.articles))


def _fact(fact: FactChange, told: Mapping[str, Any]) -> Line:
    if fact.how in ("added", "gone"):
        return Line(fact.id, fact.article, fact.say, ())
    shown = [field for field in fact.fields if fact.how != "retired" or field.name in RETIREMENT]
    return Line(fact.id, fact.article, fact.say, _details(shown, told))


def _answers(before: Sequence[str], after: Sequence[str], told: Mapping[str, Any]) -> Detail:
    return Detail(told["answers"], " / ".join(before), " / ".join(after))


def _entry(entry: EntryChange, told: Mapping[str, Any]) -> Line:
    details = _details(entry.fields, told) if entry.how == "changed" else ()
    if entry.facts:
        details = (*details, Detail(told["touches"], "", ", ".join(entry.facts)))
    return Line(entry.name, told["hows"][entry.how], "", details)


def _article(article: ArticleChange, told: Mapping[str, Any]) -> Line:
    record = _details(article.fields, told) if article.how == "changed" else ()
    return Line(article.name, told["hows"][article.how], article.id, (*record, *_details(article.figures, told)))


def _details(fields: Sequence[Field], told: Mapping[str, Any]) -> tuple[Detail, ...]:
    names = told["fields"]
    return tuple(Detail(names.get(f.name, f.name), f.before, f.after or told["left_out"]) for f in fields)


def markdown(changes: Changes, words: Mapping[str, Any]) -> str:
    """Markdown in which all that people wrote is inert."""
    return environment().get_template("changes.md.j2").render(view=changes_view(changes, words))


def plain(changes: Changes, words: Mapping[str, Any]) -> str:
    """Lines for a terminal; none where nothing changed."""
    return "".join(f"{line}\n" for line in _lines(changes, words))


def machine(changes: Changes) -> str:
    """The same as JSON; every list is empty where nothing changed."""
    return json.dumps(asdict(changes), indent=2, ensure_ascii=False) + "\n"


def _lines(changes: Changes, words: Mapping[str, Any]) -> Iterator[str]:
    for section in changes_view(changes, words).sections:
        yield f"{section.heading} ({len(section.lines)})"
        for line in section.lines:
            where = f" ({line.where})" if line.where else ""
            yield f"  {line.name}{where}" + (f": {line.text}" if line.text else "")
            yield from (f"    {_detail(detail)}" for detail in line.details)


def _detail(detail: Detail) -> str:
    return f"{detail.name}: " + (f"{detail.before} → {detail.after}" if detail.before else detail.after)
