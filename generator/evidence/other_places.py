"""What is called after a place and is another thing: `Niger Delta`, `Guinea-Bissau`, `Swiss rolls`.

Whatever cannot be told by the words around a spelling is not proved by it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from generator.content.countries import places
from generator.evidence.languages.naming import DEMONYM, DEMONYMS
from generator.evidence.languages.places import BEHIND_A_STATE, IN_AMERICA, IN_HEADLINES, SHARED_WITH_AMERICA, WATERS
from generator.evidence.name_parts import Part, fold, parts
from generator.evidence.text import REMEMBERED, normalise, tokens

HEADLINE = 4  # different words with capitals that a headline has at least
Key = tuple[str, ...]  # the words of a spelling, folded


class Longer(NamedTuple):
    """A name in which those of other places stand, which are not meant by it."""

    start: int
    end: int
    within: frozenset[Key]


@cache
def longer_names() -> Mapping[Key, frozenset[Key]]:
    """The names of places in which other places' stand, each with these: that of Guinea-Bissau has Guinea's."""
    spellings = {code: {*place.names, *place.doubtful} for code, place in places().items()}
    keys = {code: {key_of(one) for one in spelt if not one.isupper()} for code, spelt in spellings.items()}
    everywhere = frozenset().union(*keys.values())
    found: dict[Key, set[Key]] = {}
    for mine in keys.values():
        for key in mine:
            if within := {part for part in _inside(key) if part in everywhere and part not in mine}:
                found.setdefault(key, set()).update(within)
    return {key: frozenset(within) for key, within in found.items()}


@cache
def demonyms() -> frozenset[str]:
    """The words by which people of all places are called, folded: a thing that they have is of their place."""
    known = (one for place in places().values() for one in place.demonyms)
    doubtful = (one for place in places().values() for one in place.doubtful if re.fullmatch(DEMONYM, fold(one)))
    return DEMONYMS | {key_of(one)[-1] for one in (*known, *doubtful)}


def key_of(spelling: str) -> Key:
    """The words of a spelling, folded."""
    return tuple(fold(part.text) for part in parts(tokens(normalise(spelling))))


@lru_cache(maxsize=REMEMBERED)
def longer_in(words: tuple[Part, ...]) -> tuple[Longer, ...]:
    """The longer names of a sentence, none inside another, and the seas that are called after a place."""
    folded = tuple(fold(part.text) for part in words)
    found = sorted(_longer(words, folded), key=lambda one: (one.start - one.end, one.start))
    return tuple(one for n, one in enumerate(found) if not any(_holds(other, one) for other in found[:n]))


def _longer(words: Sequence[Part], folded: Key) -> Iterator[Longer]:
    known = _by_first_word()
    for start in (start for start, word in enumerate(folded) if word in known):
        for key, within in known[folded[start]]:
            end = start + len(key)
            if folded[start:end] == key and _is_one(words[start:end]):
                yield Longer(start, end, within)
    for spot, part in enumerate(words[:-2]):
        if not (part.capital and part.small in WATERS and words[spot + 1].text == "of"):
            continue
        if words[spot + 2].capital and words[spot + 2].joined:
            yield Longer(spot, spot + 3, frozenset((folded[spot + 2 : spot + 3],)))


@cache
def _by_first_word() -> Mapping[str, Sequence[tuple[Key, frozenset[Key]]]]:
    """The longer names, by the word that they begin with."""
    known: dict[str, list[tuple[Key, frozenset[Key]]]] = {}
    for key, within in longer_names().items():
        known.setdefault(key[0], []).append((key, within))
    return known


def _is_one(words: Sequence[Part]) -> bool:
    return words[0].capital and all(part.joined for part in words[1:])


def _holds(longer: Longer, other: Longer) -> bool:
    return longer.start <= other.start and other.end <= longer.end


def _inside(key: Key) -> Iterator[Key]:
    """Every run of a name's words that is not all of it."""
    for start in range(len(key)):
        yield from (key[start:end] for end in range(start + 1, len(key) + 1) if end - start < len(key))


def is_headline(words: Sequence[Part]) -> bool:
    """Whether every word of a sentence has a capital, so that none behind a place makes a name of it."""
    small = (part for part in words if not part.capital and part.text[0].isalpha() and not part.idle)
    if not all(part.text in IN_HEADLINES for part in small):
        return False
    return len({part.small for part in words if part.capital} - IN_HEADLINES) >= HEADLINE


def stays_a_place(part: Part, name: Sequence[Part]) -> bool:
    """Whether a word with a capital, right behind the name of a place, leaves it that of the place."""
    return is_people(name[-1]) or is_people(part) or part.is_acronym or part.small in BEHIND_A_STATE


def is_people(part: Part) -> bool:
    """Whether a word says of which place somebody or something is."""
    return fold(part.text) in demonyms()


def is_in_america(spelling: str, words: Collection[str]) -> bool:
    """Whether a name is that of a state of the US, as the other names there tell; both are folded."""
    return spelling in SHARED_WITH_AMERICA and not IN_AMERICA.isdisjoint(words)
