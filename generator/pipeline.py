"""The program in its order: read, prove, check, assemble, build; every command goes through it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
from generator.problems import Malformed, Place, Problem

if TYPE_CHECKING:
    from generator.assembly import Rendered

REPORTED_ONLY = frozenset(("CANNOT-CHECK", "NO-TEXT"))  # such facts build, with the mark “not yet proved”


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
        collection.briefing(content, sources, article_locks, before),
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


def is_read_again(problems: tuple[Problem, ...]) -> bool:
    """Whether nobody is asked to read a fact again, as nobody may be when the site is published."""
    return all(problem.code != "READ-AGAIN" for problem in problems)


def lock(content: Content, article: str, text: str) -> str:
    """The lock of an article, from its text."""
    return locks.dumps(proving.lock_for(content, article, proving.full_text(content, article, text)))


def settled(content: Content, article: str, text: str) -> dict[str, tuple[str, ...]]:
    """The marks that a lock of this text signs as read again, by the facts that settle them."""
    source, aliases = proving.full_text(content, article, text), proving.alias_table(content)
    agreeing = (fact for fact in proving.active_facts(content.articles[article]) if fact.agrees)
    bound = (proving.bound_fact(content, aliases, article, fact, source) for fact in agreeing)
    return {fact.id: fact.settled for fact in bound if fact.settled}


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
