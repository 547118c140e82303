"""What may be said where an article or a speaker has no answer: silence is claimed only if nothing bears on the thing.

An article that is not read to its end is never silent, and one that tells of an event that may be the same is not
absent. Each function gives one derived statement: `silence`, `unanswered` (with the facts that bear on it all the
same), `partly-read`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.analysis.derived import Derived
from generator.analysis.voices import is_one_voice
from generator.briefing import Briefing
from generator.content.model import Draft
from generator.content.record import Grounded, Sentence
from generator.content.registries import Event, Question
from generator.evidence.proving import BoundFact
from generator.evidence.text import contains_run, normalise


def is_read(briefing: Briefing, article: str) -> bool:
    """An article is read if its curation is complete and no draft of it waits."""
    file = briefing.articles[article]
    return file.article.curation == "complete" and not any(isinstance(fact, Draft) for fact in file.facts)


def events_that_may_be(briefing: Briefing, event: Event) -> frozenset[str]:
    """The events that may be the same one, whichever of the two says so."""
    others = (other.id for other in briefing.content.events.values() if event.id in other.perhaps)
    return frozenset((*event.perhaps, *others))


def facts_telling_of(briefing: Briefing, event: Event, facts: Iterable[BoundFact]) -> tuple[BoundFact, ...]:
    """Those among some facts that tell of an event.

    They are tied to it or to one that may be the same, are among what it rests on, answer what a fact of these answers
    to a question to the articles, or call it by a name.
    """
    events = [briefing.content.events[id] for id in sorted({event.id, *events_that_may_be(briefing, event)})]
    behind = {*event.from_, *_facts_behind(event.participants), *_facts_behind(event.summary)}
    tied = {f.id: f for f in (*briefing.facts_by_id(behind), *(f for e in events for f in briefing.facts_at(e.id)))}
    asked = {id for fact in tied.values() for id in fact.answers if briefing.content.questions[id].asks == "sources"}
    names = [_words(name) for other in events for name in (other.name, *other.aliases)]
    return tuple(
        fact
        for fact in facts
        if fact.id in tied or not asked.isdisjoint(fact.answers) or _has_any(_words(fact.say), names)
    )


def facts_on_theme(briefing: Briefing, theme: str) -> tuple[BoundFact, ...]:
    """The facts that bear on a theme: that have it, or answer a question that is about it."""
    asked = {question.id for question in briefing.content.questions.values() if theme in question.about}
    return tuple(f for f in briefing.facts.values() if theme in f.subjects or not asked.isdisjoint(f.answers))


def absence_from_theme(briefing: Briefing, article: str, theme: str) -> Derived:
    """An article is silent on a theme if none of its facts bears on it, whatever event it is tied to."""
    return _of_article(briefing, article, theme, facts_on_theme(briefing, theme))


def absence_from_event(briefing: Briefing, article: str, event: Event) -> Derived | None:
    """An article that tells of an event is not absent from it; one that shares a theme of its alone is not compared."""
    if facts_telling_of(briefing, event, briefing.facts_in(article)):
        return None
    themes = {t for fact in briefing.facts_by_id(event.from_) for t in fact.subjects & briefing.content.themes.keys()}
    bearing = {fact.id: fact for theme in sorted(themes) for fact in facts_on_theme(briefing, theme)}
    return _of_article(briefing, article, event.id, (f for f in briefing.facts.values() if f.id in bearing))


def absence_from_question(briefing: Briefing, respondent: str, question: Question) -> Derived:
    """An article or a speaker is silent on a question that something is about if no fact of theirs bears on it."""
    asked = _of_article if question.asks == "sources" else _of_speaker
    derived = asked(briefing, respondent, question.id, briefing.facts_bearing_on(question.id))
    is_claimed = derived.kind == "silence" and not question.about
    return Derived("unanswered", respondent, question.id) if is_claimed else derived


def _facts_behind(records: Iterable[Grounded | Sentence]) -> Iterator[str]:
    for record in records:
        yield from record.from_


def _has_any(words: list[str], names: Iterable[list[str]]) -> bool:
    return any(contains_run(name, words) for name in names)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", normalise(text).casefold())


def _of_article(briefing: Briefing, article: str, about: str, bearing: Iterable[BoundFact]) -> Derived:
    facts = tuple(fact.id for fact in bearing if fact.article == article)
    if facts:
        return Derived("unanswered", article, about, facts)
    return Derived("silence" if is_read(briefing, article) else "partly-read", article, about)


def _of_speaker(briefing: Briefing, speaker: str, about: str, bearing: Sequence[BoundFact]) -> Derived:
    """A speaker is silent only if every article is read, and nothing that bears on it is of that voice or names them.

    Only what they say themselves is counted; what else a channel without a name said nobody knows.
    """
    own = tuple(fact.id for fact in bearing if fact.who == speaker)
    others = (f for f in bearing if speaker in f.subjects or (f.who and is_one_voice(briefing, f.who, speaker)))
    if own or any(others) or speaker not in briefing.entries:
        return Derived("unanswered", speaker, about, own)
    all_read = not briefing.unread and all(is_read(briefing, article) for article in briefing.curated)
    return Derived("silence" if all_read else "partly-read", speaker, about)
