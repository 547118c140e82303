"""Articles that share sentences: the same text under another name, or two that took it from one agency."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.evidence.languages.detect import language_of
from generator.evidence.lock import Lock
from generator.evidence.name_parts import fold
from generator.evidence.source import SentenceProfile
from generator.evidence.text import normalise, paragraphs

SHORTEST = 6  # tokens of a sentence that is compared: shorter ones stand in many articles
RUN = 3  # tokens that stand together in both sentences
ALIKE = 0.5  # the share of a sentence's runs that an article has which has the sentence
FEWEST = 3  # sentences that two articles of one origin share
SHARE = 0.25  # of the sentences of the shorter one
TELLING = 2  # names and numbers of a sentence by which a lock knows it again

Run = tuple[str, ...]


@dataclass(frozen=True)
class Likeness:
    """How many sentences of an article stand in another, of all that are long enough to be compared."""

    other: str
    shared: int
    of: int

    def __str__(self) -> str:
        return f"{self.shared} of {self.of} sentences as in {self.other}"


@dataclass
class Collection:
    """Articles by what their sentences are made of; each is compared with those that share a run of words with it."""

    _sentences: dict[str, tuple[frozenset[Run], ...]] = field(default_factory=dict)
    _having: dict[Run, set[str]] = field(default_factory=lambda: defaultdict(set))  # articles by the runs they have
    _digests: dict[str, str] = field(default_factory=dict)  # articles by the digest of their words
    _profiles: dict[str, tuple[Run, ...]] = field(default_factory=dict)  # of articles that have a lock alone
    _telling: dict[Run, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, article: str, text: str) -> None:
        """Takes in an article by its text."""
        self._digests.setdefault(words_digest(text), article)
        self._sentences[article] = tuple(_sentences(text))
        for run in {run for sentence in self._sentences[article] for run in sentence}:
            self._having[run].add(article)

    def add_lock(self, article: str, lock: Lock) -> None:
        """Takes in an article whose text is not at hand, by the sizes, names and numbers of its sentences."""
        self._profiles[article] = tuple(telling_profiles(lock.profiles))
        for profile in self._profiles[article]:
            self._telling[profile].add(article)

    @property
    def has_locks(self) -> bool:
        """Whether some articles can be compared by their profiles alone."""
        return bool(self._profiles)

    def same(self, text: str) -> str:
        """The article that has the same words, however they are spaced and quoted; empty if none has."""
        return self._digests.get(words_digest(text), "")

    def like(self, article: str, profiles: Sequence[SentenceProfile] = ()) -> tuple[Likeness, ...]:
        """The articles that share sentences with one of them, those that share most first, then by name."""
        found = [*self._like_by_words(article), *self._like_by_profiles(profiles)]
        return tuple(sorted(found, key=lambda likeness: (-likeness.shared, likeness.other)))

    def _like_by_words(self, article: str) -> Iterator[Likeness]:
        """Both ways, so that two articles are as much alike whichever is asked."""
        sentences = self._sentences[article]
        near = {other for sentence in sentences for run in sentence for other in self._having[run]} - {article}
        for other in near:
            shared = max(self._shared(sentences, other), self._shared(self._sentences[other], article))
            yield from _alike(other, shared, len(sentences), len(self._sentences[other]))

    def _shared(self, sentences: Iterable[frozenset[Run]], other: str) -> int:
        """How many of these sentences stand in another article."""
        return sum(sum(other in self._having[run] for run in one) >= ALIKE * len(one) for one in sentences)

    def _like_by_profiles(self, profiles: Sequence[SentenceProfile]) -> Iterator[Likeness]:
        known = tuple(telling_profiles(profiles))
        shared = Counter(other for profile in known for other in self._telling.get(profile, ()))
        for other, number in shared.items():
            yield from _alike(other, number, len(known), len(self._profiles[other]))


def words_digest(text: str) -> str:
    """What is the same for two texts of the same words."""
    words = (token.text.casefold() for paragraph in paragraphs(text, language_of(text)) for token in paragraph.tokens)
    return hashlib.blake2b(" ".join(words).encode(), digest_size=16).hexdigest()


def telling_profiles(profiles: Iterable[SentenceProfile]) -> Iterator[Run]:
    """The sizes, numbers and words of names of those sentences that can be known by them."""
    for profile in profiles:
        names = {fold(word) for name in profile.names for word in normalise(name).replace("-", " ").split()}
        if profile.tokens >= SHORTEST and len(names) + len(profile.numbers) >= TELLING:
            yield (str(profile.tokens), *sorted(profile.numbers), *sorted(names))


def _sentences(text: str) -> Iterator[frozenset[Run]]:
    """The runs of words of each sentence that is long enough."""
    for paragraph in paragraphs(text, language_of(text)):
        for sentence in paragraph.sentences:
            words = [token.text.casefold() for token in sentence.tokens]
            if len(words) >= SHORTEST:
                yield frozenset(tuple(words[spot : spot + RUN]) for spot in range(len(words) - RUN + 1))


def _alike(other: str, shared: int, of: int, of_other: int) -> Iterator[Likeness]:
    number = min(shared, of, of_other)
    if number >= FEWEST and number >= SHARE * min(of, of_other):
        yield Likeness(other, number, of)
