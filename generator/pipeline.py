"""The program on one screen: texts become a briefing, a briefing becomes problems, pages and data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

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
from generator.measures.ledger import figures
from generator.problems import Malformed, Place, Problem

TELLS_ONLY = frozenset(("CANNOT-CHECK", "NO-TEXT"))  # such facts build, with the mark “not yet proved”
CAN_WAIT = frozenset(("RESTS-ON-REMOVED",))  # what rested on an article that was taken down is not shown any more


def read(texts: Mapping[str, str]) -> Content:
    """Gate one: the shape of every file; raises Malformed for all that is wrong with it."""
    return removal.without_removed(reading.read(texts))


def load(texts: Mapping[str, str], kept: files.Kept, before: Briefing | None = None) -> Briefing:
    """Read and proved; the work of an earlier briefing is used again where nothing changed."""
    return prove(read(texts), kept, before)


def prove(content: Content, kept: files.Kept, before: Briefing | None = None) -> Briefing:
    """Every fact, checked against its article."""
    known = _locks(content, kept)
    sources: dict[str, Source] = dict(known)
    for article in content.articles:
        text = _text(article, known, kept)
        if text is not None:
            sources[article] = proving.full_text(
                content, article, text, before.sources.get(article) if before else None
            )
    return replace(
        collection.briefing(content, sources, known, before),
        uncurated=_uncurated(content, known, kept),
        published_texts=kept.seeds - kept.locks.keys(),
    )


def problems(briefing: Briefing) -> tuple[Problem, ...]:
    """Gate two: every rule over the whole."""
    return rules.problems(briefing)


def problems_of_pages(briefing: Briefing) -> tuple[Problem, ...]:
    """Gate two without what no page shows."""
    return rules.problems(briefing, [rule for rule in rules.RULES if rule not in rules.APART_FROM_PAGES])


def problems_apart_from_pages(briefing: Briefing) -> tuple[Problem, ...]:
    """The rest of gate two."""
    return rules.problems(briefing, rules.APART_FROM_PAGES)


def edition(briefing: Briefing) -> Snapshot:
    """All that the site says, to be compared with another edition."""
    return snapshot.of_briefing(briefing, {article: figures(briefing, article) for article in briefing.articles})


def stops_the_build(found: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems that no page can be built with."""
    return tuple(problem for problem in found if problem.code not in TELLS_ONLY | CAN_WAIT)


def is_clean(found: tuple[Problem, ...]) -> bool:
    """Whether nothing needs to be mended before the site is published: a takedown need not wait for anything."""
    return all(problem.code in CAN_WAIT for problem in found)


def lock(content: Content, article: str, text: str) -> str:
    """The lock of an article, from its text."""
    return locks.written(proving.lock_for(content, article, proving.full_text(content, article, text)))


def _uncurated(content: Content, known: Mapping[str, Lock], kept: files.Kept) -> dict[str, Source]:
    """The articles of `seeds/` that have no fact file, and are not the text of a lock under another name."""
    table = proving.alias_table(content)
    locked = {lock.sha256 for lock in known.values()}
    found: dict[str, Source] = {}
    for id in sorted(kept.seeds - content.articles.keys() - content.removed.keys()):
        ending = "txt" if id in kept.texts else "lock"
        if wrong := tuple(shape.article_id_problems(id, Place(f"seeds/{id}.{ending}"))):
            raise Malformed(*wrong)
        if id not in kept.texts:
            found[id] = locks.read(kept.locks[id], f"seeds/{id}.lock")
        elif files.digest(kept.texts[id]) not in locked:
            text = kept.texts[id]
            found[id] = FullText(text, table, language_of(text))
    return found


def _text(article: str, known: Mapping[str, Lock], kept: files.Kept) -> str | None:
    """The text under the article's name, or one of any name whose digest the lock knows."""
    if article in known and known[article].sha256 in kept.loose:
        return kept.loose[known[article].sha256]
    return kept.texts.get(article)


def _locks(content: Content, kept: files.Kept) -> dict[str, Lock]:
    found: dict[str, Lock] = {}
    wrong: list[Problem] = []
    for article, text in kept.locks.items():
        if article not in content.articles:
            continue
        try:
            found[article] = locks.read(text, f"seeds/{article}.lock", proving.language_of(content, article))
        except Malformed as malformed:
            wrong += malformed.problems
    if wrong:
        raise Malformed(*wrong)
    return found


def pages(briefing: Briefing, words: Mapping[str, Any], method: str, address: str = "") -> dict[str, str | bytes]:
    """Everything that the site is built from."""
    from generator import assembly as output  # checking does without its templates

    return output.pages(briefing, words, method, address)


def found(briefing: Briefing, words: Mapping[str, Any]) -> dict[str, str]:
    """Everything that search finds, as the files that its index is made from."""
    from generator.exports import search

    return search.tree(briefing, words)
