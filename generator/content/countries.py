"""What every dossier knows of the world's countries: their names, demonyms and capitals, in English and in French."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.content.country_table import TABLE


@dataclass(frozen=True)
class Place:
    """A state or a territory of ISO 3166-1; capitals and what is doubtful are offered, and prove nothing."""

    code: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    doubtful: tuple[str, ...]  # spellings that mean another place, a people or a person as well

    @property
    def names(self) -> tuple[str, ...]:
        """The spellings that mean this place alone."""
        return (self.name, *self.aliases, *self.demonyms)


@cache
def places() -> Mapping[str, Place]:
    """Every place by its code."""
    return {place.code: place for place in map(_place, TABLE.splitlines())}


def _place(line: str) -> Place:
    code, name, *columns = line.split("|")
    aliases, demonyms, capitals, doubtful = (tuple(filter(None, column.split(";"))) for column in columns)
    return Place(code, name, aliases, demonyms, capitals, doubtful)
