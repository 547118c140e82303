"""How names are found in words, by the list of names that the site publishes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

from verify_bearers import Bearers
from verify_locks import digest
from verify_places import Places
from verify_words import Tokens, Words

CODE = re.compile(r"([^\W\d_]{1,5})-?(\d{1,3}[A-Z]?)")  # COP28, COP-28
INNER_CAPITAL = re.compile(r"[^\W\d_A-Z]'?[A-ZÀ-ÖØ-Þ]|\d[A-ZÀ-ÖØ-Þ]\w")  # vonZelda, d'Artagnan, 2Zelda
# Behind a colon, a dash or a mark that opens something, any word has a capital.
OPENING = re.compile(r".*[:?!]\s*[\"'(\[]*|.* - |.*\s[\"'(\[]+")
LOOSE = " / "  # between the words of a headline in a lock
IN_BRACKETS = re.compile(r"(?P<one>[^()]+) \((?P<other>[^()]+)\)")


class Part(NamedTuple):
    """A word as names are made of: one half of a hyphenated token, and without `'s`."""

    text: str
    token: int  # the number of the token that it is a part of
    before: str  # what stands between it and the part before
    joined: bool  # it may be of one name with the part before
    capital: bool  # it looks like a name
    ending: str  # of a possessive
    idle: bool  # a month of a date, or a place in an idiom
    opens: bool  # a sentence, where any word has a capital

    @property
    def small(self) -> str:
        return self.text.lower()


class Piece(NamedTuple):
    """Parts that name somebody together, or that are a name of nobody who is registered."""

    subject: str  # the id of whom they name, or nothing
    span: range


class Told(NamedTuple):
    """What runs of names tell: whom they name, by which spellings, their words, and which of these stand together."""

    subjects: set[str]
    spelt: set[tuple[str, str]]
    words: set[str]
    together: list[set[str]]


class Names:
    """A reader of names."""

    def __init__(
        self, words: Words, tables: dict[str, Any], registered: Sequence[Mapping[str, Any]], site: Mapping[str, Any]
    ) -> None:
        self.words = words
        self._tables = {name: frozenset(table) for name, table in tables["names"].items()}
        self._folded = {ord(letter): replaced for letter, replaced in tables["folded"].items()}
        self._solid = re.compile(words.english["solid"])
        self._opening = frozenset(site["plain_words"]["opening"])
        self._told: dict[str, Told] = {}
        self._folds: dict[str, str] = {}
        self.spellings = {
            spelling: entry["id"]
            for entry in registered
            for spelling in (entry["name"], *entry["aliases"], *entry.get("demonyms", ()))
        }
        demonyms = {word for entry in registered for word in entry.get("demonyms", ())}
        self.own = {spelling: id for spelling, id in self.spellings.items() if spelling not in demonyms}
        self._places = Places(tables, self.fold)
        table = self._by_their_words()
        self._longest = dict[str, int]()  # the words of the longest spelling that begins with each word
        for spelling in filter(None, table):
            self._longest[spelling[0]] = max(len(spelling), self._longest.get(spelling[0], 0))
        kinds = {entry["id"]: entry["is_a"] for entry in registered}
        has_french = "fr" in site["languages"]
        self._bearers = Bearers(
            self._tables, table, kinds, site["plain_words"]["beside"], self.fold, has_french, self._places
        )

    @cached_property
    def digest(self) -> str:
        """By which a lock tells whether it was written with the same list of names."""
        return digest("\n".join(sorted(f"{spelling}\t{subject}" for spelling, subject in self.spellings.items())))

    def _by_their_words(self) -> dict[tuple[str, ...], list[tuple[list[str], str]]]:
        """Names: “Different spellings count as one name where our list of names says so.”

        Each stands as every language reads it, under its words without accents and capitals.
        """
        table: dict[tuple[str, ...], list[tuple[list[str], str]]] = {}
        for spelling, subject in self.spellings.items():
            for language in self.words.languages:
                spelt = [part.text for part in self.parts(self.words.tokens(spelling, language))]
                table.setdefault(tuple(map(self.fold, spelt)), []).append((spelt, subject))
        return table

    def fold(self, text: str) -> str:
        """A word without capitals and accents."""
        if text not in self._folds:
            apart = unicodedata.normalize("NFKD", text.casefold().translate(self._folded))
            self._folds[text] = "".join(letter for letter in apart if not unicodedata.combining(letter))
        return self._folds[text]

    def parts(self, tokens: Tokens) -> list[Part]:
        """The parts of a text's tokens, in order."""
        parts: list[Part] = []
        for number, token in enumerate(tokens):
            parts += self._parts_of(tokens, number, parts[-1] if parts else None)
            following = tokens[number + 1] if number + 1 < len(tokens) else None
            plural = bool(following) and token[0][-1] in "sSxXzZ" and token.string.startswith("'", token.end())
            if plural and parts and parts[-1].token == number:
                parts[-1] = parts[-1]._replace(ending=parts[-1].ending or "'")
        return parts

    def _parts_of(self, tokens: Tokens, number: int, last: Part | None) -> Iterator[Part]:
        token, gap = tokens[number], gap_before(tokens, number)
        opens = not number or self.words.ends_sentence(tokens[number - 1], token)
        solid = bool(self._solid.fullmatch(token[0]))  # an amount or an address
        idle = self._is_dated(tokens, number) or self._places.opens_an_idiom(next_words(tokens, number))
        elided = len(token[0]) == 1 and token.string.startswith("'", token.end()) and number + 1 < len(tokens)
        gap = gap[1:] if last and last.ending == "'" else gap
        for half_number, half in enumerate([token[0]] if solid else self._halves(token[0])):
            word = re.sub(r"'[sS]?$", "", half) if "'" in half else half
            if word:
                before = "-" if half_number else gap if last else ""
                first = not half_number
                joined = not first or (last is not None and not opens and self._is_joint(last.text, before))
                capital = not (solid or idle or elided) and has_capital(word)
                opening = first and (opens or (not joined and bool(OPENING.fullmatch(before))))
                yield Part(word, number, before, joined, capital, half[len(word) :], idle, opening)

    def _halves(self, token: str) -> list[str]:
        if token.isalpha():
            return [token]
        code = CODE.fullmatch(token)
        return [code[1] + code[2]] if code and self.is_code(token) else token.split("-")

    def is_code(self, token: str) -> bool:
        """`COP28` and `F-16` are names, `EUR5` is an amount."""
        return token[0].isupper() and bool(CODE.fullmatch(token)) and not self._solid.fullmatch(token)

    def _is_joint(self, word: str, before: str) -> bool:
        if before == ". ":  # J. Doe, St. Petersburg
            return word[0].isupper() and (len(word) == 1 or word.casefold() in self.words.abbreviations)
        return before in self._tables["joints"] or (before == "'" and word.casefold() in ("d", "l"))

    def _is_dated(self, tokens: Tokens, number: int) -> bool:
        """Whether a month is of a date, and names nobody: `in May`, `2 May`, `May 2024`."""
        word = tokens[number][0]
        if word.casefold().removeprefix("mid-") not in self._tables["months"] or not word[0].isupper():
            return False
        before = tokens[number - 1][0].casefold() if number and gap_before(tokens, number) == " " else ""
        behind = tokens[number + 1][0] if number + 1 < len(tokens) else ""
        near = bool(behind) and gap_before(tokens, number + 1) in (" ", ", ")
        day_before = re.fullmatch(r"\d{1,2}(st|nd|rd|th)?", before)
        day_behind = near and re.match(r"\d{1,2}(?!\d)|\d{4}$", behind)
        return bool(day_before or day_behind) or before in self._tables["dating"]

    def pieces(self, parts: Sequence[Part]) -> list[Piece]:
        """Every name, of somebody who is registered or not, in order of reading."""
        registered = self.registered(parts, headline=self._places.is_headline(parts))
        taken = {spot for piece in registered for spot in piece.span}
        longer = {spot for one in self._places.longer(parts) for spot in one.span}
        runs: list[list[int]] = []
        for spot, part in enumerate(parts):
            last = runs[-1][-1] if runs else -2
            numbers = last == spot - 1 and self._makes_a_code(parts, spot)
            plain = part.opens and spot not in longer and self._is_plain(parts, spot, taken)
            counts = part.capital and spot not in taken and not plain
            if numbers or (counts and part.joined and last == spot - 1):
                runs[-1].append(spot)
            elif counts:
                runs.append([spot])
        unregistered = [Piece("", range(run[0], run[-1] + 1)) for run in runs]
        return sorted([*registered, *unregistered], key=lambda piece: piece.span.start)

    def _makes_a_code(self, parts: Sequence[Part], spot: int) -> bool:
        """Whether a number makes a code of the short word before it, as in `Cop 28`."""
        part, before = parts[spot], parts[spot - 1]
        short = before.text.isupper() or len(before.text) < 5
        return bool(re.fullmatch(r"\d{1,3}", part.text)) and part.before == " " and short

    def _is_plain(self, parts: Sequence[Part], spot: int, registered: set[int]) -> bool:
        """Names: “A plain word that opens a sentence is none: a dictionary has it, and no name of several words
        begins with it.”

        The words that the dictionary has stand in the data.
        """
        word, following = parts[spot].small, parts[spot + 1] if spot + 1 < len(parts) else None
        if word in self.words.small_words:
            return True
        goes_on = following is not None and following.joined and not following.opens
        if following and goes_on and following.capital and not parts[spot].ending:
            apart = self.fold(word) in self._tables["connectives"] or word in self._tables["titles"]
            begins = not (apart or word.endswith("ly"))
            begins = word in self._tables["compass"] if spot + 1 in registered else begins
            return not begins and word in self._opening
        starts = spot == 0 or parts[spot].before == "" or bool(re.match(r"[.!?…]", parts[spot].before))
        return (starts or goes_on) and word in self._opening

    def registered(self, parts: Sequence[Part], *, headline: bool = False) -> list[Piece]:
        """Names: “The longest spelling wins.”"""
        folded = tuple(self.fold(part.text) for part in parts)
        found: list[Piece] = []
        for start in range(len(parts)):
            for end in range(start + 1, min(len(parts), start + self._longest.get(folded[start], 0)) + 1):
                subject = self._bearers.spelt(parts[start:end], folded[start:end])
                found += [Piece(subject, range(start, end))] if subject else []
        chosen: list[Piece] = []
        for piece in sorted(found, key=lambda piece: (-len(piece.span), piece.span.start)):
            if not any(spot in other.span for other in chosen for spot in piece.span):
                chosen.append(piece)
        taken = {spot for piece in chosen for spot in piece.span}
        capitals = {folded[spot] for spot, part in enumerate(parts) if part.capital}
        chosen = [
            piece
            for piece in chosen
            if self._bearers.means(parts, piece.span, piece.subject, taken, headline)
            and not self._bearers.is_shared(
                as_it_stands(parts[piece.span.start : piece.span.stop]), piece.subject, capitals
            )
        ]
        return sorted(chosen, key=lambda piece: piece.span.start)

    def told(self, runs: Iterable[str], *, whole: bool = True) -> Told:
        """All that runs of names tell; where some may be missing beside them, only whom they name for sure."""
        told = Told(set(), set(), set(), [])
        for run in runs:
            if run not in self._told:
                self._told[run] = self._told_by(run)
            told.spelt.update(self._told[run].spelt)
            told.words.update(self._told[run].words)
            told.together.extend(self._told[run].together)
        told.subjects.update(who for name, who in told.spelt if not self._bearers.is_shared(name, who, told.words))
        if not whole:
            told.subjects.intersection_update(who for name, who in told.spelt if not self._may_be_longer(name, who))
        return told

    def _may_be_longer(self, name: str, subject: str) -> bool:
        """Whether a spelling of somebody else begins before or within a name, and goes beyond it."""
        words = tuple(self.fold(part.text) for part in self.parts(self.words.tokens(name)))
        return any(overlap(key, words) for key in self._bearers.spellings_of_others(subject))

    def _told_by(self, run: str) -> Told:
        if LOOSE in run:
            words = set(map(self.fold, run.split(LOOSE)))
            return Told(set(), set(), words, [words])
        parts = self.parts(self.words.tokens(run))
        spelt = {(as_it_stands(parts[one.span.start : one.span.stop]), one.subject) for one in self.registered(parts)}
        together = [{self.fold(parts[spot].text) for spot in linked} for linked in self.linked(parts)]
        words = set[str]().union(*together, self.codes(parts).values())
        return Told(set(), spelt, words, together)

    def codes(self, parts: Sequence[Part]) -> dict[int, str]:
        """Codes of two words as they are written in one, by the number of the first part: `Cop 28` as `cop28`."""
        return {
            spot: self.fold(before.text) + part.text
            for spot, (before, part) in enumerate(pairwise(parts))
            if before.capital and part.before == " " and re.fullmatch(r"\d{1,3}", part.text)
        }

    def linked(self, parts: Sequence[Part]) -> Iterator[list[int]]:
        """The words with capitals that stand together, across `van der` and `of the`."""
        run: list[int] = []
        for spot, part in enumerate(parts):
            if part.capital:
                if run and not self.goes_on(parts, run[-1] + 1, spot):
                    yield run
                    run = []
                run.append(spot)
        if run:
            yield run

    def goes_on(self, parts: Sequence[Part], end: int, start: int) -> bool:
        """Whether nothing but small words of a name parts two of its words."""
        small = self._tables["particles"] | self._tables["linking"]
        return all(part.joined for part in parts[end : start + 1]) and all(p.text in small for p in parts[end:start])

    def chunks(self, parts: Sequence[Part]) -> Iterator[list[Part]]:
        """What has to stand together: the words of a name between titles, and each title for itself."""
        chunk: list[Part] = []
        for part in parts:
            if part.small in self._tables["titles"]:
                yield from filter(None, (chunk, [part]))
                chunk = []
            else:
                chunk.append(part)
        yield from filter(None, (chunk,))

    def acronyms(self, runs: Iterable[str]) -> list[tuple[str, str]]:
        """Each acronym that stands in brackets beside its name, with that name."""
        pairs: list[tuple[str, str]] = []
        for run in runs:
            found = IN_BRACKETS.fullmatch(run)
            if found:
                one, other = (self.parts(self.words.tokens(found[side])) for side in ("one", "other"))
                pairs += [pair for pair in (self._pair(one, other), self._pair(other, one)) if all(pair)]
        return pairs

    def _pair(self, short: Sequence[Part], long: Sequence[Part]) -> tuple[str, str]:
        """An acronym and the end of a name that has its letters as initials."""
        acronym = short[0].text if len(short) == 1 else ""
        if not (acronym.isupper() and 1 < len(acronym) <= 6):
            return "", ""
        initials = [self.fold(part.text)[0] for part in long]
        letters = self.fold(acronym)
        for start in range(len(long) - 2, -1, -1):
            rest = iter(initials[start:])
            if initials[start] == letters[0] and all(letter in rest for letter in letters):
                return acronym, as_it_stands(long[start:])
        return "", ""


def gap_before(tokens: Tokens, number: int) -> str:
    """What stands between a token and the one before it, or the start of the text."""
    start = tokens[number - 1].end() if number else 0
    return tokens[number].string[start : tokens[number].start()]


def next_words(tokens: Tokens, number: int) -> list[str]:
    """A token and those behind it, three at most, as long as one blank parts each from the next."""
    words = [tokens[number][0]]
    for spot in range(number + 1, min(number + 3, len(tokens))):
        if gap_before(tokens, spot) != " ":
            break
        words.append(tokens[spot][0])
    return words


def overlap(key: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a key can begin before or with the words, share some of them, and go beyond them."""
    starts = range(1 - len(key), 1)
    shared = ((key[-start:][: len(words)], words[: len(key) + start]) for start in starts)
    return key != words and any(mine == theirs for mine, theirs in shared)


def as_it_stands(parts: Sequence[Part]) -> str:
    text = parts[0].text
    for before, part in pairwise(parts):
        text += before.ending + part.before + part.text
    return text


def has_capital(word: str) -> bool:
    """`Oslo`, `eToro` and `vonZelda` have one; `3D` has none that tells of a name."""
    return word[0].isupper() or bool(INNER_CAPITAL.search(word))


def has_no_case(word: str) -> bool:
    """Whether a word is of a script without capitals."""
    return any(unicodedata.category(letter) == "Lo" for letter in word)
