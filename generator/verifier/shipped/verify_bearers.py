"""Whom a spelling means: the words around it may make it somebody else's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from verify_places import Places

Parts = Sequence[Any]  # the parts of a text, as names are made of them


class Bearers:
    """Tells whether a spelling stands for whom it is registered for."""

    def __init__(
        self,
        tables: Mapping[str, frozenset[str]],
        spellings: Mapping[tuple[str, ...], list[tuple[list[str], str]]],
        kinds: Mapping[str, str],
        plain: Iterable[str],
        fold: Callable[[str], str],
        has_french: bool,  # among the articles, in which M. is no initial
        places: Places,
    ) -> None:
        self._places = places
        self._tables, self._spellings, self._kinds, self._fold = tables, spellings, kinds, fold
        self._plain = frozenset(plain)
        self._has_french = has_french
        entries = [entry for entries in spellings.values() for entry in entries]
        self._acronyms = {spelt[0] for spelt, _ in entries if len(spelt) == 1 and is_acronym(spelt[0])}
        self._own: dict[str, set[str]] = {}
        for folded, named in spellings.items():
            for _, subject in named:
                self._own.setdefault(subject, set()).update(folded)

    def spelt(self, parts: Parts, folded: tuple[str, ...]) -> str:
        """Names: “Accents do not count, but capitals do: *may* is not May, and *us* is not the US.”"""
        if len(parts) == 1 and parts[0].idle:
            return ""
        for spelt, subject in self._spellings.get(folded, ()):
            right = all(is_spelt(part.text, word) for part, word in zip(parts, spelt, strict=True))
            if right and all(part.joined for part in parts[1:]):
                return subject
        return ""

    def spellings_of_others(self, subject: str) -> list[tuple[str, ...]]:
        """The spellings of whoever is not the one, each by its words without accents and capitals."""
        return [key for key, named in self._spellings.items() if any(other != subject for _, other in named)]

    def means(self, parts: Parts, span: range, subject: str, taken: set[int], headline: bool) -> bool:
        """Names: “A spelling that is part of somebody else's name, of a street's or of a body's, names nobody.”"""
        alone = parts[span.start].text
        kind = "place" if len(span) == 1 and alone in self._acronyms and alone.isalpha() else self._kinds[subject]
        if self._kinds[subject] == "place" and self._places.is_of_another(parts, span):
            return False
        stays = (headline and kind == "place") or self._behind(parts, span, taken, kind)
        return stays and self._before(parts, span, subject, taken, kind)

    def is_shared(self, spelling: str, subject: str, words: Iterable[str]) -> bool:
        """Whether a spelling is of a place, and stands beside names by which another one is meant."""
        return self._kinds[subject] == "place" and self._places.is_in_america(self._fold(spelling), frozenset(words))

    def _behind(self, parts: Parts, span: range, taken: set[int], kind: str) -> bool:
        if span.stop == len(parts) or span.stop in taken:
            return True
        part = parts[span.stop]
        if not (part.joined and part.capital) or parts[span.stop - 1].ending:
            return True
        if part.small in self._tables["bodies"]:
            return False
        if kind != "place":
            return part.before != "-" and self._is_plain(part, parts[span.start])
        if part.before == "-" or (len(span) == 1 and parts[span.start].text in self._acronyms):
            return True
        before = parts[span.start - 1] if span.start - 1 in taken and parts[span.start].joined else None
        of_two = before is not None and not before.ending and not self._places.is_people(before)
        return of_two or self._places.stays(part, parts[span.stop - 1])

    def _before(self, parts: Parts, span: range, subject: str, taken: set[int], kind: str) -> bool:
        spot = span.start - 1
        while kind == "person" and spot >= 0 and parts[spot + 1].joined:
            if parts[spot].text not in self._tables["particles"]:
                break
            spot -= 1
        if spot < 0 or spot in taken or not parts[spot + 1].joined:
            return True
        part, joint = parts[spot], parts[spot + 1].before
        if not part.capital or part.ending or self._is_of_the_bearer(parts, spot, subject):
            return True
        if joint == ". " and len(part.text) == 1 and not (part.text == "M" and self._has_french):
            return self._fold(part.text) in {word[0] for word in self._own[subject]}
        given = part.small in self._tables["given_names"]
        if joint == "-":
            return kind == "place"
        if spot and parts[spot - 1].small in ("in", "at") and not given:  # In Oslo Doe said; in South Sudan
            return part.small not in self._tables["compass"] if kind == "place" else joint == " "
        if kind == "person":
            return not given and self._is_plain(part, parts[span.start])
        return self._leaves_a_place_or_body(part, parts[span.start], kind, given)

    def _leaves_a_place_or_body(self, part: Any, name: Any, kind: str, given: bool) -> bool:
        """South Sudan is another country; but Eastern Norway is written so where a sentence opens."""
        if kind == "place" and part.opens and part.small.endswith("ern") and part.small not in self._tables["compass"]:
            return True
        return part.small not in self._tables["qualifiers"] and (given or self._is_plain(part, name))

    def _is_of_the_bearer(self, parts: Parts, spot: int, subject: str) -> bool:
        """Whether another word of the same bearer stands before, as in `Jane Q. Doe`."""
        while spot >= 0 and parts[spot].capital and parts[spot + 1].joined:
            if self._fold(parts[spot].text) in self._own[subject]:
                return True
            spot -= 1
        return False

    def _is_plain(self, part: Any, name: Any) -> bool:
        """Whether a word beside a name is no name: an acronym, or one that the data tell is plain."""
        in_capitals = name.text.isupper() and len(name.text) > 1
        return part.small in self._plain or (is_acronym(part.text) and len(part.text) <= 6 and not in_capitals)


def is_acronym(word: str) -> bool:
    return word.isupper() and len(word) > 1


def is_spelt(text: str, word: str) -> bool:
    """A capital of the spelling is one of the text; an acronym stands as it is."""
    return text == word if is_acronym(word) else text[0].isupper() or not word[0].isupper()
