"""One article, proved: what is written of it and what is kept of its text become bound facts; nothing else is asked.

So articles can be proved one by one, in any order and on any machine. `ask` gives what one answered without what was
asked, which is small enough to travel and to be kept; `proved` puts both together again.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, fields, replace

from generator.content.model import FactFile
from generator.content.reading import Content
from generator.evidence import lock as locks
from generator.evidence.answered import Answered, KeptAnswer
from generator.evidence.languages import LANGUAGES
from generator.evidence.lock import Lock
from generator.evidence.names import AliasTable
from generator.evidence.proving import NOTHING, BoundFact, active_facts, alias_table, bound_fact, in_text
from generator.evidence.source import FullText, SentenceProfile, Source
from generator.problems import Malformed


@dataclass(frozen=True)
class Ground:
    """What all articles are proved on: the limits and the registries, and every registered spelling."""

    content: Content  # without its articles
    aliases: AliasTable


@dataclass(frozen=True)
class Kept:
    """What is kept of an article: its text where it is at hand, its lock, and the one that it had."""

    text: str | None = None
    lock: str | None = None
    earlier: str | None = None  # of a text that nobody else has, without a lock: what its earlier one was, if any


@dataclass(frozen=True)
class Proved:
    """An article with its sources, and its facts bound to them."""

    article: str
    source: Source | None  # its text, or else its lock
    lock: Lock | None
    memory: Lock | None  # what knows that something was settled of it
    facts: tuple[BoundFact, ...]  # in the order of the text


ANSWERED = tuple(one.name for one in fields(Answered))  # each is asked of a bound fact


@dataclass(frozen=True)
class Answers:
    """What an article answered: the profiles of its text, where that is at hand, its lock, and each of its facts."""

    profiles: tuple[SentenceProfile, ...] | None
    lock: Lock | None
    facts: tuple[Answered | KeptAnswer, ...]  # in the order of the text


def ground(content: Content) -> Ground:
    """What the articles of a dossier are proved on, with the spellings of all languages that they are read in."""
    return Ground(replace(content, articles={}), alias_table(content))


def ask(ground: Ground, article: str, file: FactFile, kept: Kept) -> Answers:
    """What one article answers to its facts; raises Malformed where its lock is damaged."""
    return answers_of(prove(ground, article, file, kept))


def answers_of(whole: Proved) -> Answers:
    """What a proved article answered."""
    profiles = whole.source.profiles if isinstance(whole.source, FullText) else None
    facts = (Answered(*(getattr(fact, name) for name in ANSWERED)) for fact in whole.facts)
    return Answers(profiles, whole.lock, tuple(facts))


def proved(ground: Ground, article: str, file: FactFile, kept: Kept, answers: Answers) -> Proved:
    """The article as it answered when it was asked; its text is read again when somebody asks for a word of it."""
    source: Source | None = answers.lock
    if kept.text is not None:
        source = FullText(kept.text, ground.aliases, LANGUAGES[file.article.language], answers.profiles)
    memory = _memory(article, file, kept, answers.lock)
    facts = {fact.id: fact for fact in active_facts(file)}
    bound = tuple(BoundFact.of(facts[was.at_hand.id], article, was) for was in answers.facts)
    return Proved(article, source, answers.lock, memory, bound)


def prove(
    ground: Ground,
    article: str,
    file: FactFile,
    kept: Kept,
    before: Proved | None = None,
    profiles: tuple[SentenceProfile, ...] | None = None,
) -> Proved:
    """The article with its facts checked against its text or its lock; raises Malformed where the lock is damaged.

    `before` is the same article as it was proved on the same ground, of the same day and in the same language: what did
    not change since is taken over. `profiles` are those of its text on this ground, where they are known.
    """
    language = LANGUAGES[file.article.language]
    lock = locks.loads(kept.lock, f"seeds/{article}.lock", language) if kept.lock is not None else None
    memory = _memory(article, file, kept, lock)
    source: Source | None = lock
    if kept.text is not None:
        was = before.source if before else None
        is_same = isinstance(was, FullText) and was.is_of(kept.text, language) and was.has_all_names_of(ground.aliases)
        source = was if is_same else FullText(kept.text, ground.aliases, language, profiles)
    known = before.facts if before and (before.source, before.memory) == (source, memory) else ()
    return Proved(article, source, lock, memory, in_text(bound(ground, article, file, source, memory, known)))


def bound(
    ground: Ground,
    article: str,
    file: FactFile,
    source: Source | None,
    memory: Lock | None,
    known: tuple[BoundFact, ...] = (),
) -> Iterator[BoundFact]:
    """The facts of an article, each checked against its source, but for those that are known already."""
    known_facts = {fact.id: fact for fact in known}
    content = replace(ground.content, articles={article: file})
    for fact in active_facts(file):
        was = known_facts.get(fact.id)
        is_same = was is not None and was.fact == fact
        yield was if was and is_same else bound_fact(content, ground.aliases, article, fact, source or NOTHING, memory)


def _memory(article: str, file: FactFile, kept: Kept, lock: Lock | None) -> Lock | None:
    """What knows what somebody settled of an article: its lock, or the one that it had.

    Of a text that only we have and that never had one, nothing is settled; of one in the open, what its facts say.
    """
    if lock is not None or kept.earlier is None:
        return lock
    with suppress(Malformed):  # one of an earlier version knows nothing
        return locks.loads(kept.earlier, f"seeds/{article}.lock", LANGUAGES[file.article.language])
    return NOTHING
