"""The locks of articles, as their files are written: each from its text, and those that are behind."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace

from generator.briefing import Briefing
from generator.content.reading import Content
from generator.evidence import proving
from generator.evidence.lock import dumps
from generator.evidence.source import FullText
from generator.work.digests import digest_of
from generator.work.store import Keeping


def from_text(content: Content, article: str, text: str) -> str:
    """The lock of an article, from its text."""
    return dumps(proving.lock_for(content, article, proving.full_text(content, article, text)))


def signed_anew(briefing: Briefing, article: str, text: FullText, signed: str) -> tuple[Briefing, str]:
    """The briefing with the lock of an article as its text has it now, and that lock as the text of its file.

    It signs the marks of one fact, and remembers what else was settled.
    """
    facts = dict(briefing.facts)
    if signed in facts:
        facts[signed] = proving.bound_fact(briefing.content, briefing.aliases, article, facts[signed].fact, text)
    of_article = [fact for fact in facts.values() if fact.article == article]
    lock = proving.lock_for(briefing.content, article, text, of_article)
    written, made_from = dumps(lock), dict(briefing.made_from)
    if article in made_from:  # its facts are made from what they were before, and from what is signed now
        made_from[article] = digest_of((made_from[article], signed, written))
    locked = replace(briefing, facts=facts, locks={**briefing.locks, article: lock}, made_from=made_from)
    return locked, written


def behind(
    briefing: Briefing, locks: Mapping[str, str], in_the_open: Set[str], store: Keeping | None = None
) -> dict[str, str]:
    """The locks that are to be written anew, or for the first time, from the texts that are here: article → lock.

    `locks` are those that are written; `in_the_open`, the articles of which others see a text or a lock.

    None of a text that is not the one that was locked, nor of one that stands in the open without a lock. What somebody
    has to read again stays unsettled in them.
    """
    found = {}
    for article, source in briefing.sources.items():
        lock = briefing.locks.get(article)
        if isinstance(source, FullText) and article in briefing.articles:
            if lock.sha256 != source.sha256 if lock else article in in_the_open:
                continue
            written = briefing.lock_of_its_text(article, source, store)
            if written != locks.get(article):
                found[article] = written
    return found


def settled(content: Content, article: str, text: str) -> dict[str, tuple[str, ...]]:
    """The marks that a lock of this text signs as read again, by the facts that settle them."""
    source, aliases = proving.full_text(content, article, text), proving.alias_table(content)
    agreeing = (fact for fact in proving.active_facts(content.articles[article]) if fact.agrees)
    bound = (proving.bound_fact(content, aliases, article, fact, source) for fact in agreeing)
    return {fact.id: fact.settled for fact in bound if fact.settled}
