"""Countries that a text names and no registry lists, or lists without this spelling: nobody needs to type them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from generator.content.countries import Place, places
from generator.content.reading import Content
from generator.drafting.ids import slug
from generator.evidence.name_parts import fold
from generator.evidence.text import normalise

Sort = Literal["name", "capital", "doubtful"]


@dataclass(frozen=True)
class CountryName:
    """A spelling, the place that it names or has as its capital, and the id of its entry where there is one."""

    place: Place
    sort: Sort  # `doubtful` names another place as well, or something else
    entry: str = ""

    @property
    def id(self) -> str:
        """The id that an entry of the place has, or would have."""
        return self.entry or slug(self.place.name)


def country_names(spelling: str, content: Content) -> tuple[CountryName, ...]:
    """The places that a spelling names; several where it is doubtful, none where no place is called so."""
    found = _by_spelling().get(fold(normalise(spelling)))
    if not found:
        return ()
    entries = {country.code: country.id for country in content.countries.values()}
    return tuple(
        CountryName(places()[code], sort, entries.get(code, ""))
        for (code, sort), spelt in found.items()
        if any(_is_spelt(spelling, one) for one in spelt)
    )


@cache
def _by_spelling() -> Mapping[str, Mapping[tuple[str, Sort], tuple[str, ...]]]:
    found: dict[str, dict[tuple[str, Sort], tuple[str, ...]]] = {}
    for place in places().values():
        sorts: tuple[tuple[Sort, tuple[str, ...]], ...] = (
            ("name", place.names),
            ("capital", place.capitals),
            ("doubtful", place.doubtful),
        )
        for sort, spellings in sorts:
            for spelling in spellings:
                sorted_names = found.setdefault(fold(normalise(spelling)), {})
                sorted_names[place.code, sort] = (*sorted_names.get((place.code, sort), ()), spelling)
    return found


def _is_spelt(text: str, spelling: str) -> bool:
    """Whether a word has the capitals that its spelling needs: `us` is nobody, `norvégien` may begin a sentence."""
    if spelling.isupper():
        return text == spelling
    return text[0].isupper() or not spelling[0].isupper()
