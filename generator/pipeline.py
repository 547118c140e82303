"""The program on one screen: texts become a briefing, a briefing becomes problems, pages and data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator import briefing as collection
from generator import checks, files
from generator.briefing import Briefing
from generator.content import reading
from generator.content.reading import Content
from generator.evidence import locks
from generator.evidence.locks import Lock
from generator.evidence.source import Source
from generator.output import pages as output
from generator.problems import Malformed, Problem

TELLS_ONLY = frozenset(("CANNOT-CHECK", "NO-TEXT"))  # such facts build, with the mark “not yet proved”


def read(texts: Mapping[str, str]) -> Content:
    """Gate one: the shape of every file; raises Malformed for all that is wrong with it."""
    return reading.read(texts)


def load(texts: Mapping[str, str], kept: files.Kept) -> Briefing:
    """Every fact, checked against its article."""
    content = read(texts)
    known = _locks(content, kept)
    sources: dict[str, Source] = dict(known)
    for article in content.articles:
        text = _text(article, known, kept)
        if text is not None:
            sources[article] = collection.full_text(content, text)
    return collection.briefing(content, sources, known)


def problems(briefing: Briefing) -> tuple[Problem, ...]:
    """Gate two: every rule over the whole."""
    return checks.problems(briefing)


def stops_the_build(found: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems that no page can be built with."""
    return tuple(problem for problem in found if problem.code not in TELLS_ONLY)


def lock(content: Content, article: str, text: str) -> str:
    """The lock of an article, from its text."""
    return locks.written(collection.lock_for(content, article, collection.full_text(content, text)))


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
            found[article] = locks.read(text, f"seeds/{article}.lock")
        except Malformed as malformed:
            wrong += malformed.problems
    if wrong:
        raise Malformed(*wrong)
    return found


def pages(briefing: Briefing, words: Mapping[str, Any], method: str) -> dict[str, str]:
    """Everything that the site is built from."""
    return output.pages(briefing, words, method)
