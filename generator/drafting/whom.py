"""Whom a program means: the id of an entry, or any of its spellings, whatever their capitals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.content.reading import Content
from generator.evidence.name_parts import fold
from generator.evidence.names import AliasTable
from generator.evidence.proving import speakers
from generator.evidence.text import normalise
from generator.problems import nearest


@dataclass(frozen=True)
class Registered:
    """The entries of a dossier, to be asked by id or by name."""

    content: Content
    aliases: AliasTable

    def speaker(self, told: str) -> str | None:
        """The id of whoever can speak; none where nobody is registered so, or more than one is."""
        return told if told in self._speakers else self._by_name.get(_folded(told))

    def subject(self, told: str) -> str | None:
        """The id of whom or what a fact can be about: no outlet, but a theme."""
        themes = {_folded(theme.name): theme.id for theme in self.content.themes.values()}
        id = told if told in self.content.themes else themes.get(_folded(told)) or self.speaker(told)
        return None if id in self.content.publishers else id

    def hint(self, told: str) -> str:
        """The spelling that a strange one comes nearest to."""
        return nearest(told, {*self._speakers, *self.aliases.spellings})

    @cached_property
    def _speakers(self) -> Mapping[str, object]:
        return speakers(self.content)

    @cached_property
    def _by_name(self) -> Mapping[str, str | None]:
        names: dict[str, str | None] = {}
        for spelling, id in self.aliases.spellings.items():
            key = _folded(spelling)
            names[key] = id if names.get(key, id) == id else None
        return names


def _folded(name: str) -> str:
    return fold(normalise(name)).removeprefix("the ")
