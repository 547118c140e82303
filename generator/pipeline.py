"""The program in its order: read, prove, check, assemble, build; every command goes through it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import briefing as collection
from generator import files, rules
from generator.briefing import Briefing
from generator.content import reading, removal, shape
from generator.content.reading import Content
from generator.evidence import lock as locks
from generator.evidence import proving
from generator.evidence.languages.detect import language_of
from generator.evidence.lock import Lock
from generator.evidence.source import FullText, Source
from generator.history import snapshot
from generator.history.snapshot import Snapshot
from generator.measures.ledger import article_counts
from generator.problems import UNPUBLISHED, Malformed, Place, Problem

if TYPE_CHECKING:
    from generator.assembly import Rendered

# Such facts build with the mark “not yet proved”; without any, the articles stand there as not yet read.
REPORTED_ONLY = frozenset(("CANNOT-CHECK", "NO-FACTS", "NO-TEXT"))


@dataclass(frozen=True)
class Assembled:
    """All that the builder is given, and the words of the interface that it was written with."""

    words: Mapping[str, Any]
    pages: Mapping[str, Rendered]
    files: Mapping[str, str | bytes]


def read(texts: Mapping[str, str]) -> Content:
    """Gate one: the shape of every file; raises Malformed for all that is wrong with it."""
    return removal.without_removed(reading.read(texts))


def load(texts: Mapping[str, str], article_texts: files.ArticleTexts, before: Briefing | None = None) -> Briefing:
    """Read and proved; the work of an earlier briefing is used again where nothing changed."""
    return prove(read(texts), article_texts, before)


def prove(content: Content, article_texts: files.ArticleTexts, before: Briefing | None = None) -> Briefing:
    """Every fact, checked against its article."""
    article_locks = _locks(content, article_texts)
    sources: dict[str, Source] = dict(article_locks)
    for article in content.articles:
        text = _text(article, article_locks, article_texts)
        if text is not None:
            sources[article] = proving.full_text(
                content, article, text, before.sources.get(article) if before else None
            )
    return replace(
        collection.briefing(content, sources, article_locks, before, _memories(content, article_locks, article_texts)),
        uncurated=_uncurated(content, article_locks, article_texts),
        published_texts=article_texts.seeds - article_texts.locks.keys(),
    )


def problems(briefing: Briefing) -> tuple[Problem, ...]:
    """Gate two: every rule over the whole."""
    return rules.problems(briefing)


def check(
    briefing: Briefing, asked: Iterable[rules.Rule] | None = None, more: Iterable[Problem] = ()
) -> tuple[Problem, ...]:
    """Gate two before a build: what is only reported; raises Malformed for that with which no page can be built."""
    problems = (*more, *rules.problems(briefing, asked))
    if stopping := stops_the_build(problems):
        raise Malformed(*stopping)
    return problems


def stops_the_build(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that no page can be built with."""
    return tuple(problem for problem in problems if not (problem.is_warning or problem.code in REPORTED_ONLY))


def assemble(root: Path, briefing: Briefing, before: Assembled | None = None) -> Assembled:
    """Every page and file of the site; pages that say what they said before are taken from there."""
    from generator import assembly  # checking does without its templates
    from generator.publishing import site

    words, method = site.words(root), files.page(root, "method")
    data = assembly.downloads(briefing, site.address(root))
    same_words = before is not None and before.words is words
    pages = assembly.rendered(briefing, words, method, data, before.pages if before and same_words else {})
    return Assembled(words, pages, assembly.texts(briefing, pages, data, words))


def build(root: Path, briefing: Briefing, assembled: Assembled, stamp: str) -> None:
    """Gate three: the site is built beside the old one, checked, and only then takes its place."""
    from generator.publishing import site

    site.publish(root, assembled.files, briefing.content.site, stamp)


def edition(briefing: Briefing) -> Snapshot:
    """All that the site says, to be compared with another edition."""
    return snapshot.of_briefing(briefing, {article: article_counts(briefing, article) for article in briefing.articles})


def is_clean(problems: tuple[Problem, ...]) -> bool:
    """Whether nothing needs to be mended before the site is built: a takedown need not wait for anything."""
    return all(problem.is_warning for problem in problems)


def may_be_published(problems: tuple[Problem, ...]) -> bool:
    """Whether nothing waits to be read again, and no day is later than the edition, when the site is published."""
    return all(problem.code not in UNPUBLISHED for problem in problems)


def lock(content: Content, article: str, text: str) -> str:
    """The lock of an article, from its text."""
    return locks.dumps(proving.lock_for(content, article, proving.full_text(content, article, text)))


def locked_anew(briefing: Briefing, article: str, text: FullText, signed: str) -> tuple[Briefing, str]:
    """The briefing with the lock of an article as its text has it now, and that lock as the text of its file.

    It signs the marks of one fact, and remembers what else was settled.
    """
    facts = dict(briefing.facts)
    if signed in facts:
        facts[signed] = proving.bound_fact(briefing.content, briefing.aliases, article, facts[signed].fact, text)
    of_article = [fact for fact in facts.values() if fact.article == article]
    lock = proving.lock_for(briefing.content, article, text, of_article)
    return replace(briefing, facts=facts, locks={**briefing.locks, article: lock}), locks.dumps(lock)


def locks_behind(briefing: Briefing, article_texts: files.ArticleTexts) -> dict[str, str]:
    """The locks that are to be written anew, or for the first time, from the texts that are here: article → lock.

    None of a text that is not the one that was locked, nor of one that stands in the open without a lock. What somebody
    has to read again stays unsettled in them.
    """
    behind = {}
    for article, source in briefing.sources.items():
        lock = briefing.locks.get(article)
        if isinstance(source, FullText) and article in briefing.articles:
            if lock.sha256 != source.sha256 if lock else article in article_texts.seeds:
                continue
            written = locks.dumps(proving.lock_for(briefing.content, article, source, briefing.facts_in(article)))
            if written != article_texts.locks.get(article):
                behind[article] = written
    return behind


def settled(content: Content, article: str, text: str) -> dict[str, tuple[str, ...]]:
    """The marks that a lock of this text signs as read again, by the facts that settle them."""
    source, aliases = proving.full_text(content, article, text), proving.alias_table(content)
    agreeing = (fact for fact in proving.active_facts(content.articles[article]) if fact.agrees)
    bound = (proving.bound_fact(content, aliases, article, fact, source) for fact in agreeing)
    return {fact.id: fact.settled for fact in bound if fact.settled}


def without_facts(briefing: Briefing, article_texts: files.ArticleTexts) -> dict[str, str]:
    """The articles whose text is here, whether others may see it or not, and that have no fact file: id → path."""
    locked = {lock.sha256 for lock in briefing.locks.values()}
    known = briefing.articles.keys() | briefing.content.removed.keys()
    private = {
        id: f"texts/{id}.txt"
        for id, text in article_texts.texts.items()
        if id not in known | article_texts.seeds and files.digest(text) not in locked
    }
    return private | {id: f"seeds/{id}.txt" for id in briefing.uncurated if id in article_texts.texts}


def _uncurated(
    content: Content, article_locks: Mapping[str, Lock], article_texts: files.ArticleTexts
) -> dict[str, Source]:
    """The articles of `seeds/` that have no fact file, and are not the text of a lock under another name."""
    aliases = proving.alias_table(content)
    locked = {lock.sha256 for lock in article_locks.values()}
    uncurated: dict[str, Source] = {}
    for id in sorted(article_texts.seeds - content.articles.keys() - content.removed.keys()):
        ending = "txt" if id in article_texts.texts else "lock"
        if wrong := tuple(shape.article_id_problems(id, Place(f"seeds/{id}.{ending}"))):
            raise Malformed(*wrong)
        if id not in article_texts.texts:
            uncurated[id] = locks.loads(article_texts.locks[id], f"seeds/{id}.lock")
        elif files.digest(article_texts.texts[id]) not in locked:
            text = article_texts.texts[id]
            uncurated[id] = FullText(text, aliases, language_of(text))
    return uncurated


def _text(article: str, article_locks: Mapping[str, Lock], article_texts: files.ArticleTexts) -> str | None:
    """The text under the article's name, or one of any name whose digest the lock knows."""
    if article in article_locks and article_locks[article].sha256 in article_texts.by_digest:
        return article_texts.by_digest[article_locks[article].sha256]
    return article_texts.texts.get(article)


def _memories(
    content: Content, article_locks: Mapping[str, Lock], article_texts: files.ArticleTexts
) -> dict[str, Lock]:
    """What knows of each article what somebody settled: its lock, or the one that it had.

    Of a text that only we have and that never had one, nothing is settled; of one in the open, what its facts say.
    """
    memories = dict(article_locks)
    for article in content.articles.keys() & article_texts.private - article_locks.keys():
        memories[article] = proving.NOTHING
        with suppress(Malformed):  # one of an earlier version knows nothing
            lock = article_texts.earlier.get(article, "")
            memories[article] = locks.loads(lock, f"seeds/{article}.lock", proving.language_of(content, article))
    return memories


def _locks(content: Content, article_texts: files.ArticleTexts) -> dict[str, Lock]:
    article_locks: dict[str, Lock] = {}
    wrong: list[Problem] = []
    for article, text in article_texts.locks.items():
        if article not in content.articles:
            continue
        try:
            article_locks[article] = locks.loads(text, f"seeds/{article}.lock", proving.language_of(content, article))
        except Malformed as malformed:
            wrong += malformed.problems
    if wrong:
        raise Malformed(*wrong)
    return article_locks
