"""What is called after a place and is another thing, by the tables that the site publishes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

Parts = Sequence[Any]  # the parts of a text, as names are made of them
HEADLINE = 4  # different words with capitals that a headline has at least


class Longer(NamedTuple):
    """A name of a place or of a sea, and the words of others in it that do not name these there."""

    span: range
    within: frozenset[tuple[str, ...]]


class Places:
    """Tells what the words around a place's name make of it."""

    def __init__(self, tables: Mapping[str, Any], fold: Callable[[str], str]) -> None:
        self._tables, self._fold = {name: frozenset(table) for name, table in tables["places"].items()}, fold
        self._longer = {
            tuple(name.split()): frozenset(tuple(other.split()) for other in within)
            for name, within in tables["longer_places"].items()
        }
        self._in_idioms = frozenset(phrase.split()[0] for phrase in self._tables["idioms"])

    def opens_an_idiom(self, words: Sequence[str]) -> bool:
        """Names: “or *Swiss rolls*,”: the words stand next to each other."""
        if words[0].casefold().split("-")[0] not in self._in_idioms:
            return False
        phrases = (" ".join(words[:size]).casefold().replace("-", " ") for size in range(1, len(words) + 1))
        return any({phrase, phrase.removesuffix("s")} & self._tables["idioms"] for phrase in phrases)

    def longer(self, parts: Parts) -> list[Longer]:
        """The longer names, those of seas among them, none inside another."""
        folded = tuple(self._fold(part.text) for part in parts)
        found = [*self._places(parts, folded), *self._waters(parts, folded)]
        found.sort(key=lambda one: (-len(one.span), one.span.start))
        chosen: list[Longer] = []
        for one in found:
            if not any(one.span[0] in other.span and one.span[-1] in other.span for other in chosen):
                chosen.append(one)
        return chosen

    def _places(self, parts: Parts, folded: tuple[str, ...]) -> Iterator[Longer]:
        present = set(folded)
        for name, within in self._longer.items():
            for start in range(len(parts) - len(name) + 1) if name[0] in present else ():
                span = range(start, start + len(name))
                joined = all(parts[spot].joined for spot in span[1:])
                if folded[start : span.stop] == name and joined and parts[start].capital:
                    yield Longer(span, within)

    def _waters(self, parts: Parts, folded: tuple[str, ...]) -> Iterator[Longer]:
        for spot, (water, small, place) in enumerate(zip(parts, parts[1:], parts[2:], strict=False)):
            is_water = water.capital and water.small in self._tables["waters"] and small.text == "of"
            if is_water and place.capital and place.joined:
                yield Longer(range(spot, spot + 3), frozenset(((folded[spot + 2],),)))

    def is_of_another(self, parts: Parts, span: range) -> bool:
        """Names: “A country is not named by the longer name of another place, such as *Guinea-Bissau*,”"""
        name = tuple(self._fold(parts[spot].text) for spot in span)
        around = (one for one in self.longer(parts) if span[0] in one.span and span[-1] in one.span)
        return any(name in one.within for one in around)

    def is_headline(self, parts: Parts) -> bool:
        """Whether every word but the small ones has a capital."""
        small = [p.text for p in parts if not p.capital and p.text[0].isalpha() and not p.idle]
        capitals = {p.small for p in parts if p.capital} - self._tables["in_headlines"]
        return len(capitals) >= HEADLINE and self._tables["in_headlines"].issuperset(small)

    def stays(self, part: Any, last: Any) -> bool:
        """Names: “nor by that of a thing, such as *Niger Delta*”, where the next word has a capital."""
        plain = part.small in self._tables["behind_a_state"] or (part.text.isupper() and 1 < len(part.text) <= 6)
        return plain or self.is_people(last) or self.is_people(part)

    def is_people(self, part: Any) -> bool:
        return self._fold(part.text) in self._tables["demonyms"]

    def is_in_america(self, spelling: str, words: Collection[str]) -> bool:
        """Names: “nor beside names that tell of a US state of the same name.”"""
        return spelling in self._tables["shared_with_america"] and not self._tables["in_america"].isdisjoint(words)
