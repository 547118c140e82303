"""Names in texts: registered ones through the alias table, others by their capital letter."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Literal, NamedTuple, TypeVar

from generator.evidence.languages import ENGLISH, FRENCH, LANGUAGES, Language
from generator.evidence.languages.naming import (
    BODIES,
    COMPASS,
    CONNECTIVES,
    GIVEN_NAMES,
    PARTICLES,
    QUALIFIERS,
    TITLES,
)
from generator.evidence.name_parts import Part, codes, fold, makes_a_code, opens, parts, runs, text_of
from generator.evidence.ordinary import is_ordinary, opens_plainly
from generator.evidence.other_places import is_headline, is_in_america, is_people, longer_in, stays_a_place
from generator.evidence.text import REMEMBERED, Token, normalise, tokens

LOOSE = " / "  # between the words of a headline, which are told by the alphabet
Asked = TypeVar("Asked")
Answer = TypeVar("Answer")
Kind = Literal["person", "place", "body"]


class Name(NamedTuple):
    """A name as a text has it: the parts it spans, and whom it names when it is registered."""

    text: str
    start: int
    end: int
    subject: str | None


@dataclass(frozen=True)
class Run:
    """A run of names, read: whom it names, its capitalised words, and those that stand together."""

    names: tuple[Name, ...]
    words: frozenset[str]
    together: frozenset[frozenset[str]]


@dataclass(frozen=True)
class AliasTable:
    """The alias table: which subject each registered spelling names."""

    spellings: Mapping[str, str]  # spelling → the id of its subject
    first_ids: Mapping[str, str] = field(default_factory=dict)  # of subjects that were given another id
    kinds: Mapping[str, Kind] = field(default_factory=dict)  # of subjects; who is not told is a person
    languages: tuple[str, ...] = (ENGLISH.code,)  # of the articles, in whose dictionaries a word may be ordinary

    def __getstate__(self) -> dict[str, object]:
        """What it was made of; what was asked of it is asked again where it travels to."""
        return {one.name: getattr(self, one.name) for one in fields(self)}

    @cached_property
    def folded(self) -> dict[str, str]:
        """Every spelling, in order, with what it is without case and accents."""
        return {spelling: fold(spelling) for spelling in sorted(self.spellings)}

    @cached_property
    def _keys(self) -> dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]]:
        keys: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = {}
        for spelling, subject in self.spellings.items():
            for words in dict.fromkeys(_words_of(spelling, language) for language in LANGUAGES.values()):
                keys.setdefault(tuple(map(fold, words)), []).append((words, subject))
        return keys

    @cached_property
    def _keys_with(self) -> dict[str, list[tuple[str, ...]]]:
        """The keys in which a word stands."""
        keys: dict[str, list[tuple[str, ...]]] = {}
        for key in self._keys:
            for word in dict.fromkeys(key):
                keys.setdefault(word, []).append(key)
        return keys

    @cached_property
    def _longest(self) -> dict[str, int]:
        """How many words the longest spelling has that begins with a word."""
        longest: dict[str, int] = {}
        for key in self._keys:
            longest[key[0]] = max(len(key), longest.get(key[0], 0))
        return longest

    @cached_property
    def _own_words(self) -> dict[str, frozenset[str]]:
        """The words of all spellings of each subject, folded."""
        words: dict[str, set[str]] = {}
        for key, spellings in self._keys.items():
            for _, subject in spellings:
                words.setdefault(subject, set()).update(key)
        return {subject: frozenset(known) for subject, known in words.items()}

    @cached_property
    def persons(self) -> frozenset[str]:
        """Whoever is neither a body nor a place."""
        return frozenset(self.spellings.values()) - self.kinds.keys()

    @cached_property
    def _acronyms(self) -> frozenset[str]:
        return frozenset(spelling for spelling in self._abbreviations if spelling.isalpha())

    @cached_property
    def _abbreviations(self) -> frozenset[str]:
        return frozenset(spelling for spelling in self.spellings if _acronym(spelling))

    @cached_property
    def digest(self) -> str:
        """Sixteen hex digits that change with the table, but not with an id; locks note them."""
        named = ((spelling, self.first_ids.get(subject, subject)) for spelling, subject in self.spellings.items())
        lines = "\n".join(sorted(f"{spelling}\t{subject}" for spelling, subject in named))
        return hashlib.blake2b(lines.encode(), digest_size=8).hexdigest()

    def registered(self, words: Sequence[Part], *, headline: bool = False) -> tuple[Name, ...]:
        """The registered names among the words that mean their bearers, none inside another."""
        asked = tuple(words), headline
        answer = self._answers.get(asked)
        if answer is None:
            answer = tuple(self._registered(*asked))
            _keep(self._answers, asked, answer)
        return answer

    def names_of(self, sentence: tuple[Token, ...]) -> tuple[Name, ...]:
        """Every name in a sentence that is read by itself; each is asked for often."""
        answer = self._names_of.get(sentence)
        if answer is None:
            answer = self.names(sentence)
            _keep(self._names_of, sentence, answer)
        return answer

    def read(self, run: str) -> Run:
        """A run of names as a profile has it; of the words of a headline nobody knows which are one name."""
        if run not in self._runs:
            _keep(self._runs, run, self._read(run))
        return self._runs[run]

    def _read(self, run: str) -> Run:
        if LOOSE in run:
            words = frozenset(map(fold, run.split(LOOSE)))
            return Run((), words, frozenset((words,)))
        read = parts(tokens(run))
        together = frozenset(frozenset(fold(part.text) for part in linked) for linked in runs(read))
        return Run(self.registered(read), frozenset().union(*together, codes(read).values()), together)

    @cached_property
    def _runs(self) -> dict[str, Run]:
        return {}

    @cached_property
    def _answers(self) -> dict[tuple[tuple[Part, ...], bool], tuple[Name, ...]]:
        return {}

    @cached_property
    def _names_of(self) -> dict[tuple[Token, ...], tuple[Name, ...]]:
        return {}

    def _registered(self, words: tuple[Part, ...], headline: bool) -> Iterator[Name]:
        spotted = self._spotted(words)
        taken = frozenset(spot for name in spotted for spot in range(name.start, name.end))
        capitals = frozenset(fold(part.text) for part in words if part.capital)
        return (
            name
            for name in spotted
            if self._means_its_bearer(words, name, taken, headline)
            and not (self._is_place(name) and _is_of_another(words, name))
            and not self.is_shared(name, capitals)
        )

    def _is_place(self, name: Name) -> bool:
        return self.kinds.get(name.subject or "") == "place"

    def is_shared(self, name: Name, capitals: frozenset[str]) -> bool:
        """Whether a place is called so, of which the other names there tell, and not the one that is registered."""
        return self._is_place(name) and is_in_america(fold(name.text), capitals)

    def _spotted(self, words: tuple[Part, ...]) -> list[Name]:
        """Every registered spelling in order of reading; of those that share a word, the longest, then the first."""
        matches: list[Name] = []
        folded = tuple(fold(part.text) for part in words)
        longest = self._longest
        for spot in (spot for spot, word in enumerate(folded) if word in longest):
            for size in range(min(longest[folded[spot]], len(words) - spot), 0, -1):
                if spelt := self._keys.get(folded[spot : spot + size]):
                    run = words[spot : spot + size]
                    subject = self._subject(run, spelt)
                    matches += [Name(text_of(run), spot, spot + size, subject)] if subject else []
        chosen, taken = list[Name](), set[int]()
        for match in sorted(matches, key=lambda name: (name.start - name.end, name.start)):
            spots = range(match.start, match.end)
            if taken.isdisjoint(spots):
                chosen.append(match)
                taken.update(spots)
        return sorted(chosen, key=lambda name: name.start)

    @staticmethod
    def _subject(words: Sequence[Part], spelt: Sequence[tuple[tuple[str, ...], str]]) -> str | None:
        """Whom words name that are those of some spellings, whatever their case."""
        if not all(part.joined for part in words[1:]) or (len(words) == 1 and words[0].idle):
            return None
        for spelling, subject in spelt:
            if all(_is_spelt(part.text, word) for word, part in zip(spelling, words, strict=True)):
                return subject
        return None

    def _means_its_bearer(self, words: tuple[Part, ...], name: Name, taken: frozenset[int], headline: bool) -> bool:
        """Whether the words around a spelling leave it the name of whom it names: `Doe Street` is not Doe."""
        kind = self.kinds.get(name.subject or "", "person")
        if name.text in self._acronyms:
            kind = "place"  # EU, UN: what follows is no surname
        stays = headline and kind == "place"  # where every word has a capital, none tells of a longer name
        stays = stays or self._stays_behind(words, name, taken, kind)
        return stays and self._stays_before(words, name, taken, kind)

    def _stays_behind(self, words: tuple[Part, ...], name: Name, taken: frozenset[int], kind: Kind) -> bool:
        """Whether the word behind a name leaves it as it is."""
        if name.end == len(words) or name.end in taken:
            return True
        part = words[name.end]
        if not (part.joined and part.capital) or words[name.end - 1].ending:
            return True
        if part.small in BODIES:
            return False
        if kind != "place":
            plain = _is_acronym_beside(part, words[name.start]) or self.is_ordinary(part.small)
            return part.before != "-" and plain
        before = words[name.start - 1] if name.start - 1 in taken and words[name.start].joined else None
        of_two = before is not None and not before.ending and not is_people(before)  # of both
        in_capitals = name.end - name.start == 1 and name.text in self._abbreviations
        apart = part.before == "-" or of_two or in_capitals
        return apart or stays_a_place(part, words[name.start : name.end])

    def _stays_before(self, words: tuple[Part, ...], name: Name, taken: frozenset[int], kind: Kind) -> bool:
        """Whether the word before a name leaves it as it is: a title does, a given name of somebody else does not."""
        spot = name.start - 1
        while kind == "person" and spot >= 0 and words[spot + 1].joined and words[spot].text in PARTICLES:
            spot -= 1
        if spot < 0 or spot in taken or not words[spot + 1].joined:
            return True
        part, joint = words[spot], words[spot + 1].before
        if not part.capital or part.ending or self._has_own_word_before(words, spot, name):
            return True
        if joint == ". " and len(part.text) == 1 and not (part.text == "M" and FRENCH.code in self.languages):
            return any(word[0] == fold(part.text) for word in self._own_words[name.subject or ""])
        if joint == "-":
            return kind == "place"
        if spot and words[spot - 1].small in ("in", "at") and part.small not in GIVEN_NAMES:
            return part.small not in COMPASS if kind == "place" else joint == " "  # In Oslo Doe said
        if kind == "place" and opens(words, spot) and part.small.endswith("ern") and part.small not in COMPASS:
            return True  # Eastern Norway is written so where a sentence opens
        if kind != "person":
            plain = part.small in GIVEN_NAMES or self.is_ordinary(part.small)
            return part.small not in QUALIFIERS and (_is_acronym_beside(part, words[name.start]) or plain)
        if part.small in GIVEN_NAMES:
            return False
        return _is_acronym_beside(part, words[name.start]) or self.is_ordinary(part.small)

    def is_ordinary(self, word: str) -> bool:
        """Whether a word, in lower case, is an ordinary one in a language of the articles, or a small word."""
        small = any(word in LANGUAGES[code].function_words for code in self.languages)
        return small or any(is_ordinary(word, code) for code in self.languages)

    def _has_own_word_before(self, words: tuple[Part, ...], spot: int, name: Name) -> bool:
        """Whether another word of the same bearer stands before, as in `Jane Q. Doe`."""
        own = self._own_words[name.subject or ""]
        while spot >= 0 and words[spot].capital and words[spot + 1].joined:
            if fold(words[spot].text) in own:
                return True
            spot -= 1
        return False

    def may_hide(self, name: Name) -> bool:
        """Whether a spelling of someone else overlaps this name: words not shown could complete it."""
        words = tuple(fold(part.text) for part in parts(tokens(name.text)))
        return any(
            _overlap(key, words) and any(subject != name.subject for _, subject in self._keys[key])
            for key in (self._keys_with.get(words[0], ()) if words else self._keys)
        )

    def names(
        self,
        sentence: Sequence[Token],
        *,
        known_lower: frozenset[str] = frozenset(),
        known_names: frozenset[str] = frozenset(),
        language: Language = ENGLISH,
    ) -> tuple[Name, ...]:
        """Every name in order of reading; a word that opens the sentence counts unless it is a plain one.

        `known_lower` and `known_names` have the words that the whole text has without and with a capital elsewhere.
        """
        words = parts(sentence)
        names = self.registered(words, headline=is_headline(words))
        taken = {spot for name in names for spot in range(name.start, name.end)}
        longer = {spot for name in longer_in(words) for spot in range(name.start, name.end)}

        def is_plain(spot: int) -> bool:
            word = words[spot]
            if spot in longer:
                return False
            if word.small in known_lower or word.small in language.function_words:
                return True
            return word.text not in known_names and _is_plain(words, spot, taken, language)

        unregistered = (_unregistered(words, run) for run in _unregistered_runs(words, taken, is_plain))
        return tuple(sorted([*names, *unregistered], key=lambda name: name.start))


def _keep(kept: dict[Asked, Answer], asked: Asked, answer: Answer) -> None:
    """Keeps an answer for whoever asks again; what fills up begins anew, as articles are asked one after the other."""
    if len(kept) >= REMEMBERED:
        kept.clear()
    kept[asked] = answer


def _is_of_another(words: Sequence[Part], name: Name) -> bool:
    """Whether a name is no more than a part of another place's: Guinea, in that of Guinea-Bissau."""
    key = tuple(fold(part.text) for part in words[name.start : name.end])
    longer = (one for one in longer_in(words) if one.start <= name.start and name.end <= one.end)
    return any(key in one.within for one in longer)


def _unregistered_runs(words: Sequence[Part], taken: set[int], is_plain: Callable[[int], bool]) -> list[list[int]]:
    """The words with capitals, but those of registered names and plain openers, where nothing stands between them."""
    found: list[list[int]] = []
    for spot, part in enumerate(words):
        goes_on = bool(found) and found[-1][-1] == spot - 1
        counts = part.capital and spot not in taken and not (opens(words, spot) and is_plain(spot))
        if goes_on and ((counts and part.joined) or makes_a_code(words, spot)):
            found[-1].append(spot)
        elif counts:
            found.append([spot])
    return found


def _is_plain(words: Sequence[Part], spot: int, registered: set[int], language: Language) -> bool:
    """Whether a word that opens a sentence has its capital from that alone, and begins no name of several words."""
    word = words[spot].small
    if word in ENGLISH.function_words:
        return True
    following = words[spot + 1] if spot + 1 < len(words) else None
    if following and following.joined and following.capital and not words[spot].ending:
        begins = word in COMPASS if spot + 1 in registered else not _stands_apart(word)
        return not begins and opens_plainly(word, language.code)
    goes_on = following is not None and following.joined
    return (spot == 0 or goes_on) and opens_plainly(word, language.code)


def _stands_apart(word: str) -> bool:
    """Whether a word may stand right before a name without being the beginning of it."""
    return fold(word) in CONNECTIVES or word in TITLES or word.endswith("ly")


def _is_acronym_beside(part: Part, name: Part) -> bool:
    """Whether a word is an acronym, and not one of a headline in capitals throughout."""
    return part.is_acronym and not (name.text.isupper() and len(name.text) > 1)


def _is_spelt(text: str, word: str) -> bool:
    """Whether a word of a text is spelt as a registered one: `may` is not `May`, and `us` is not `US`."""
    if _acronym(word):
        return text == word
    return text[0].isupper() or not word[0].isupper()


def _words_of(spelling: str, language: Language) -> tuple[str, ...]:
    """The words of a spelling as a text of this language has them: a French one parts `d'Azur`."""
    return tuple(part.text for part in parts(tokens(normalise(spelling), language)))


def _unregistered(words: Sequence[Part], run: Sequence[int]) -> Name:
    return Name(text_of(words[run[0] : run[-1] + 1]), run[0], run[-1] + 1, None)


def _overlap(key: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the key can begin before or with the words, share some of them, and go beyond them."""
    starts = range(1 - len(key), 1)
    shared = ((key[max(0, -start) :][: len(words)], words[: len(key) + start]) for start in starts)
    return key != words and any(mine == theirs for mine, theirs in shared)


def _acronym(word: str) -> bool:
    """US, EU and U.S. must keep their capitals, or every `us` would name a country."""
    return word.isupper() and len(word) > 1
