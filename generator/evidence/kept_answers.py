"""What articles answered before, found again in the store; apart from that what their texts have, whatever is asked.

An article answers again what it was asked before on the same ground. The profiles of its text are the same whatever its
facts become, and what the dictionary was asked is the same for all.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.content.model import FactFile
from generator.content.reading import Content
from generator.evidence import ordinary
from generator.evidence.answered import AtHand, KeptAnswer, Unopened
from generator.evidence.articles import Answers, Ground, Kept
from generator.evidence.lock import Lock
from generator.evidence.source import SentenceProfile
from generator.work.canonical import Digests
from generator.work.packing import packed
from generator.work.store import Keeping

ARTICLE, PROFILES, DICTIONARY = "article", "profiles", "dictionary"  # in the store


class Keys(NamedTuple):
    """The digests of all that an article's answers are made from, and what it is asked: its text, or else its lock."""

    answers: str
    source: str


@dataclass(frozen=True)
class Stored:
    """What an article answered as it stands in the store: what is asked of all facts; all else is packed."""

    lock: Lock | None
    facts: tuple[AtHand, ...]  # in the order of the text
    answered: bytes

    def answers(self, profiles: tuple[SentenceProfile, ...] | None) -> Answers:
        """The same; what is packed is not opened yet."""
        inside = Unopened(self.answered)
        facts = tuple(KeptAnswer(at_hand, inside, number) for number, at_hand in enumerate(self.facts))
        return Answers(profiles, self.lock, facts)


class KeptAnswers:
    """What a store has of articles that are asked on a ground, each with its file and what is kept of it."""

    def __init__(self, store: Keeping, ground: Ground, asked: Mapping[str, tuple[FactFile, Kept]]) -> None:
        digests = Digests()
        common = digests.of(asked_of(ground.content), ground.content.left_out, ground.aliases.languages)
        self._store, self.ground = store, common
        self._with_text = {article for article, (_, kept) in asked.items() if kept.text is not None}
        self._keys = {article: _keys(digests, ground.content, common, article, *of) for article, of in asked.items()}

    def key_of(self, article: str) -> str:
        """The digest of all that an article's answers are made from."""
        return self._keys[article].answers

    def source_of(self, article: str) -> str:
        """The digest of all that an article is asked, whatever its facts ask."""
        return self._keys[article].source

    def but_for(self, known: Collection[str]) -> dict[str, Answers]:
        """What is kept of all but the known articles; nothing of one whose text would have to be read again."""
        found = {article: self._answers(article) for article in self._keys if article not in known}
        return {article: answers for article, answers in found.items() if answers}

    def _answers(self, article: str) -> Answers | None:
        found = self._store.get(ARTICLE, self._keys[article].answers)
        if not isinstance(found, Stored):
            return None
        profiles = self.profiles(article) if article in self._with_text else None
        return None if profiles is None and article in self._with_text else found.answers(profiles)

    def profiles(self, article: str) -> tuple[SentenceProfile, ...] | None:
        """The profiles of an article's text."""
        found = self._store.get(PROFILES, self._keys[article].source)
        return found if isinstance(found, tuple) else None

    def keep(self, article: str, answers: Answers) -> None:
        """Keeps what an article answered, and what its text has, where they are not kept."""
        key = self._keys[article]
        if self._store.holds(ARTICLE, key.answers):
            return
        self._store.put(ARTICLE, key.answers, _stored(answers))
        if answers.profiles is not None and not self._store.holds(PROFILES, key.source):
            self._store.put(PROFILES, key.source, answers.profiles)


def _stored(answers: Answers) -> Stored:
    facts = tuple(fact.at_hand for fact in answers.facts)
    opened = tuple(fact.inside.facts[fact.number] if isinstance(fact, KeptAnswer) else fact for fact in answers.facts)
    return Stored(answers.lock, facts, packed(opened))


def _keys(digests: Digests, content: Content, common: str, article: str, file: FactFile, kept: Kept) -> Keys:
    """The digests of an article."""

    def make() -> Keys:
        answers = digests.of(common, article, content.digest_of(article, file) or file, kept)
        return Keys(answers, digests.of(common, file.article.language, _source(kept)))

    return content.once_of(article, file, "keys", (common, kept), make)


def _source(kept: Kept) -> str | tuple[str | None]:
    return (kept.lock,) if kept.text is None else kept.text


def asked_of(content: Content) -> tuple[object, ...]:
    """What articles are proved on, beside their own files and what is kept of them."""
    registries = content.events, content.leaders, content.countries, content.organisations, content.publishers
    return content.site.limits, *registries


def remember_words(store: Keeping) -> None:
    """What the dictionary was asked in earlier runs is not asked of it again."""
    ordinary.remember(_kept_words(store))


def keep_words(store: Keeping) -> None:
    """Keeps what the dictionary was asked so far."""
    if (words := ordinary.looked_up()) != _kept_words(store):
        store.put(DICTIONARY, "", words)


def _kept_words(store: Keeping) -> tuple[tuple[str, str, str], ...]:
    found = store.get(DICTIONARY, "")
    return found if isinstance(found, tuple) else ()
