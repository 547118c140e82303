"""What changed between two editions: for a pull request, for a terminal, and for machines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import groupby
from typing import Any

from generator.history.diff import ArticleChange, Changes, EntryChange, FactChange, Field
from generator.site.render.markup import environment

SUMMARY = 1_000_000  # bytes; of a longer summary of a run GitHub shows nothing at all
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
    """The changes of one kind."""

    heading: str
    lines: tuple[Line, ...]
    more: int = 0  # lines that are left out


@dataclass(frozen=True)
class ChangesView:
    """All that changed, and the words for when nothing did."""

    heading: str
    nothing: str
    sections: tuple[Section, ...]
    is_cut: bool = False


def changes_view(changes: Changes, words: Mapping[str, Any]) -> ChangesView:
    terms = words["changes"]
    return ChangesView(terms["title"], terms["nothing"], tuple(_sections(changes, terms)))


def _sections(changes: Changes, words: Mapping[str, Any]) -> Iterator[Section]:
    if changes.site:
        yield Section(words["site"], (Line(words["whole"], "", "", _details(changes.site, words)),))
    for how, facts in groupby(changes.facts, key=lambda fact: fact.how):
        yield Section(words["facts"][how], tuple(_fact(fact, words) for fact in facts))
    for how in ("opened", "closed", "changed"):
        differences = [d for d in changes.differences if d.how == how]
        if differences:
            lines = (Line(d.id, "", d.question, (_answers(d.before, d.after, words),)) for d in differences)
            yield Section(words["differences"][how], tuple(lines))
    for registry, entries in groupby(changes.entries, key=lambda entry: entry.registry):
        yield Section(words["registries"][registry], tuple(_entry(entry, words) for entry in entries))
    if changes.articles:
        yield Section(words["articles"], tuple(_article(article, words) for article in changes.articles))


def _fact(fact: FactChange, words: Mapping[str, Any]) -> Line:
    if fact.how in ("added", "gone"):
        return Line(fact.id, fact.article, fact.say, ())
    fields = [field for field in fact.fields if fact.how != "retired" or field.name in RETIREMENT]
    return Line(fact.id, fact.article, fact.say, _details(fields, words))


def _answers(before: Sequence[str], after: Sequence[str], words: Mapping[str, Any]) -> Detail:
    return Detail(words["answers"], " / ".join(before), " / ".join(after))


def _entry(entry: EntryChange, words: Mapping[str, Any]) -> Line:
    details = _details(entry.fields, words) if entry.how == "changed" else ()
    if entry.facts:
        details = (*details, Detail(words["touches"], "", ", ".join(entry.facts)))
    return Line(entry.name, words["hows"][entry.how], "", details)


def _article(article: ArticleChange, words: Mapping[str, Any]) -> Line:
    record = _details(article.fields, words) if article.how == "changed" else ()
    return Line(article.name, words["hows"][article.how], article.id, (*record, *_details(article.figures, words)))


def _details(fields: Sequence[Field], words: Mapping[str, Any]) -> tuple[Detail, ...]:
    names = words["fields"]
    return tuple(Detail(names.get(f.name, f.name), f.before, f.after or words["left_out"]) for f in fields)


def markdown(changes: Changes, words: Mapping[str, Any]) -> str:
    """The report as Markdown, in which all that people wrote is inert."""
    return _rendered(changes_view(changes, words), words)


def summary(changes: Changes, words: Mapping[str, Any], most: int = SUMMARY) -> str:
    """The report in so many bytes at most: of each kind of change the first, as many of each, and how many more."""
    view = whole = changes_view(changes, words)
    text = _rendered(view, words)
    lines = max((len(section.lines) for section in whole.sections), default=0)
    while len(text.encode()) > most and lines:
        lines //= 2
        cut = (replace(part, lines=part.lines[:lines], more=len(part.lines[lines:])) for part in whole.sections)
        view = replace(whole, sections=tuple(cut), is_cut=True)
        text = _rendered(view, words)
    return text


def _rendered(view: ChangesView, words: Mapping[str, Any]) -> str:
    return calling_nobody(environment().get_template("changes.md.j2").render(view=view, words=words["changes"]))


def calling_nobody(text: str) -> str:
    """Markdown for a forge, which sends word to whoever is named behind an `@`, however that is written."""
    return text.replace("&#64;", "&#64;&#8203;")  # a space that has no width parts the sign from the name


def plain(changes: Changes, words: Mapping[str, Any]) -> str:
    """The report as lines for a terminal; none where nothing changed."""
    return "".join(f"{line}\n" for line in _lines(changes, words))


def machine(changes: Changes) -> str:
    """The changes as JSON; every list is empty where nothing changed."""
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
