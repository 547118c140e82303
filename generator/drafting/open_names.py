"""The unknown names of all articles together, the most frequent first, each as it would be registered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.content.reading import Content
from generator.drafting.lines import lines_of
from generator.drafting.proposals import unknown_in
from generator.drafting.unknown_names import UnknownName, unknown_in_profiles, unknown_names
from generator.evidence.name_parts import fold
from generator.evidence.names import AliasTable
from generator.evidence.source import FullText, Source


@dataclass(frozen=True)
class OpenName:
    """A name that no registry knows, as all articles have it."""

    unknown: UnknownName
    count: int  # how often it stands in all of them
    articles: tuple[str, ...]
    spellings: tuple[str, ...]  # the other ones: a surname alone, the demonyms of a country

    @property
    def name(self) -> str:
        return self.unknown.name


def open_names(content: Content, aliases: AliasTable, sources: Mapping[str, Source]) -> tuple[OpenName, ...]:
    """The names that the articles have and no registry knows, by how often they stand there, then by name.

    Of an article that is there by its lock alone, those names are told that the lock has in clear.
    """
    found: dict[str, list[tuple[str, UnknownName]]] = {}
    for article, source in sorted(sources.items()):
        for unknown in _unknown(content, aliases, article, source):
            found.setdefault(_key(unknown), []).append((article, unknown))
    together = [_together(places) for places in found.values()]
    return tuple(sorted(_by_whole_names(together), key=lambda one: (-one.count, one.name.casefold(), one.name)))


def _unknown(content: Content, aliases: AliasTable, article: str, source: Source) -> Iterable[UnknownName]:
    if isinstance(source, FullText):
        if article in content.articles:
            title = content.articles[article].article.name
            return unknown_in(content, aliases, source, title)
        return unknown_names(lines_of(source, aliases), content, aliases, {}, source.language)
    return unknown_in_profiles(source.profiles, content, aliases)


def _key(unknown: UnknownName) -> str:
    """What is one name in all articles: a country whatever it is called there."""
    return f"country {unknown.code}" if unknown.code and not unknown.note.startswith("of ") else fold(unknown.name)


def _together(places: list[tuple[str, UnknownName]]) -> OpenName:
    """One name of several articles; where one of them tells of what kind it is, that is told."""
    first = next((unknown for _, unknown in places if unknown.registry), places[0][1])
    articles = tuple(dict.fromkeys(article for article, _ in places))
    spellings = dict.fromkeys(spelling for _, unknown in places for spelling in (*unknown.spellings, unknown.name))
    others = tuple(spelling for spelling in spellings if spelling != first.name)
    note = next((unknown.note for _, unknown in places if unknown.note), "")
    first = replace(first, note=note, is_sure=any(unknown.is_sure for _, unknown in places))
    return OpenName(first, sum(unknown.count for _, unknown in places), articles, others)


def _by_whole_names(names: list[OpenName]) -> Iterator[OpenName]:
    """A surname that stands alone in one article is the person whom one other names in full, if only one does."""
    longer: dict[str, list[OpenName]] = {}
    for one in names:
        if " " in one.name and one.unknown.registry in ("", "leaders"):
            longer.setdefault(fold(one.name.split()[-1]), []).append(one)
    parts: dict[str, list[OpenName]] = {}
    for one in names:
        owners = longer.get(fold(one.name), []) if " " not in one.name and one.unknown.registry != "countries" else []
        if len(owners) == 1:
            parts.setdefault(owners[0].name, []).append(one)
    taken = {part.name for found in parts.values() for part in found}
    for one in names:
        if one.name not in taken:
            yield _with_parts(one, parts.get(one.name, []))


def _with_parts(one: OpenName, parts: list[OpenName]) -> OpenName:
    if not parts:
        return one
    registry = next((name.unknown.registry for name in (one, *parts) if name.unknown.registry), "")
    return OpenName(
        replace(one.unknown, registry=registry),
        one.count + sum(part.count for part in parts),
        tuple(sorted({article for name in (one, *parts) for article in name.articles})),
        tuple(dict.fromkeys((*one.spellings, *(part.name for part in parts)))),
    )
