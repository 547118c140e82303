"""Rules for facts: each is proved by its article, has its theme, and goes with a successor."""

from __future__ import annotations

from collections.abc import Iterator

from generator.briefing import Briefing
from generator.evidence.lock import dumps
from generator.evidence.proving import BoundFact
from generator.evidence.source import FullText
from generator.evidence.verdict import Check, Verdict
from generator.problems import Place, Problem, Rereading, nearest


def something_is_checked(briefing: Briefing) -> Iterator[Problem]:
    """A run that checks no fact passes nothing, unless all there was has been taken down."""
    if not briefing.facts and not briefing.content.removed:
        yield Problem(Place("content/facts"), "NO-FACTS", "no fact stands, so nothing was checked", "write one")


def articles_have_a_text_or_a_lock(briefing: Briefing) -> Iterator[Problem]:
    """Every article can be asked, by its text or by its lock."""
    for article, file in briefing.articles.items():
        if article not in briefing.sources:
            what = f"there is neither a text nor a lock of `{article}`"
            remedy = f"put the text at `texts/{article}.txt`, or its lock at `seeds/{article}.lock`"
            yield Problem(file.at("article"), "NO-TEXT", what, remedy)


def texts_agree_with_their_locks(briefing: Briefing) -> Iterator[Problem]:
    """Where an article has both a text and a lock, the lock is that text's and knows its facts."""
    for article, lock in briefing.locks.items():
        text = briefing.sources.get(article)
        if not isinstance(text, FullText):
            continue
        place = Place(f"seeds/{article}.lock")
        if text.sha256 != lock.sha256:
            again = [fact.id for fact in briefing.facts_in(article) if fact.verdict is not Verdict.PROVED]
            remedy = f"read again: {', '.join(again)}" if again else "every fact still stands in it"
            yield Problem(
                place,
                "DRIFT",
                "the text is no longer the one that was locked",
                f"{remedy}; then lock it anew",
            )
        elif dumps(lock) != briefing.lock_of_its_text(article, text):
            what = "the lock does not know all that the text proves"
            yield Problem(
                place,
                "LOCK-BEHIND",
                what,
                "run `briefbook check` where the texts are: it writes every lock that is behind",
            )


def facts_are_proved(briefing: Briefing) -> Iterator[Problem]:
    """Every check of every fact has the answer `proved`, or waits for words that bind nothing."""
    for fact in briefing.facts.values():
        if fact.article not in briefing.sources:
            continue
        for check in fact.checks:
            if check.counts:
                place = fact.fact.at(*check.field)
                remedy = _other_article(briefing, fact, check) or check.remedy
                yield Problem(place, check.code, f"{fact.id}: {check.what}", remedy)


def facts_agree_with_their_sentences(briefing: Briefing) -> Iterator[Problem]:
    """Whatever turns the sense of a fact's sentences is in the fact too, or somebody has read both again."""
    for fact in briefing.facts.values():
        for check in fact.checks:
            if check.marks:
                told = f"; the article: “{' '.join(fact.wording)}”" if fact.wording else ""
                what = f"{fact.id}: {check.what}; we say: “{fact.say}”{told}"
                rereading = Rereading(check.marks, fact.say, fact.wording)
                yield Problem(fact.fact.at(*check.field), check.code, what, check.remedy, rereading)


def _other_article(briefing: Briefing, fact: BoundFact, check: Check) -> str:
    """Where a passage that its article does not have stands instead."""
    if check.code != "NOT-IN-ARTICLE":
        return ""
    passage = fact.fact.passage[int(check.field[1])]
    articles = (a for a, source in briefing.sources.items() if a != fact.article and source.occurrences(passage))
    return next((f"it stands in `{article}`" for article in articles), "")


def facts_have_a_theme(briefing: Briefing) -> Iterator[Problem]:
    """A fact is on a theme, or no reader would come upon it; what is known of a leader leads there too."""
    leaders, themes = briefing.content.leaders.keys(), briefing.content.themes.keys()
    on_none = [fact for fact in briefing.facts.values() if themes.isdisjoint(fact.subjects)] if themes else []
    for fact in on_none:
        if fact.kind != "background" or leaders.isdisjoint(fact.subjects):
            yield Problem(fact.fact.at("about"), "NO-THEME", f"{fact.id} is on no theme", "add one to `about`")


def tombstones_name_a_living_successor(briefing: Briefing) -> Iterator[Problem]:
    """A fact that was not withdrawn names the one in its place, though that may have been taken down."""
    removed = {fact.id for file in briefing.content.removed.values() for fact in file.facts}
    for _, stone in briefing.tombstones:
        if stone.by is None and stone.status != "withdrawn":
            what = f"a {stone.status} fact has a successor"
            yield Problem(stone.at("id"), "NO-SUCCESSOR", what, "name it with `by`")
        elif stone.by is not None and stone.by not in briefing.facts.keys() | removed:
            what = f"no living fact has the id `{stone.by}`"
            yield Problem(stone.at("by"), "NO-SUCCESSOR", what, nearest(stone.by, briefing.facts))
