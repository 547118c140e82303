"""What may be said where an article or a speaker has no answer: silence is claimed only if nothing bears on the thing.

An article that is not read to its end is never silent, and two events that may be the same one are not silent on each
other. Each function gives one derived statement: `silence`, `unanswered` (with the facts that bear on it all the same),
`partly-read`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.analysis.derived import Derived
from generator.analysis.voices import is_one_voice
from generator.briefing import Briefing
from generator.content.model import Draft
from generator.content.record import Grounded, Sentence
from generator.content.registries import Event, Question
from generator.evidence.proving import BoundFact


def is_read(briefing: Briefing, article: str) -> bool:
    """An article is read if its curation is complete and no draft of it waits."""
    file = briefing.articles[article]
    return file.article.curation == "complete" and not any(isinstance(fact, Draft) for fact in file.facts)


def bears_on_question(question: Question, fact: BoundFact) -> bool:
    """A fact bears on a question that it answers, or if it is on anything that the question is about."""
    return question.id in fact.answers or not fact.subjects.isdisjoint(question.about)


def events_that_may_be(briefing: Briefing, event: Event) -> frozenset[str]:
    """The events that may be the same one, whichever of the two says so."""
    others = (other.id for other in briefing.content.events.values() if event.id in other.perhaps)
    return frozenset((*event.perhaps, *others))


def facts_on_event(briefing: Briefing, event: Event) -> tuple[BoundFact, ...]:
    """All facts that bear on an event.

    They are tied to it or to one that may be the same, it rests on them, they share a theme with what it rests on, or
    they answer what a fact of it answers to a question to the articles.
    """
    basis = {*event.from_, *_facts_behind(event.participants), *_facts_behind(event.summary)}
    events = {event.id, *events_that_may_be(briefing, event)}
    tied = {fact.id: fact for fact in briefing.facts.values() if fact.event in events or fact.id in basis}
    themes = {t for fact in briefing.facts_by_id(event.from_) for t in fact.subjects & briefing.content.themes.keys()}
    asked = {id for fact in tied.values() for id in fact.answers if briefing.content.questions[id].asks == "sources"}
    return tuple(
        fact
        for fact in briefing.facts.values()
        if fact.id in tied or not fact.subjects.isdisjoint(themes) or not asked.isdisjoint(fact.answers)
    )


def absence_from_theme(briefing: Briefing, article: str, theme: str) -> Derived:
    """An article is silent on a theme if none of its facts has it, whatever event it is tied to."""
    return _of_article(briefing, article, theme, briefing.facts_on(theme))


def absence_from_event(briefing: Briefing, article: str, event: Event) -> Derived:
    """An article is silent on an event if none of its facts bears on it, tied to it or not."""
    return _of_article(briefing, article, event.id, facts_on_event(briefing, event))


def absence_from_question(briefing: Briefing, respondent: str, question: Question) -> Derived:
    """An article or a speaker is silent on a question that something is about if no fact of theirs bears on it."""
    bearing = [fact for fact in briefing.facts.values() if bears_on_question(question, fact)]
    asked = _of_article if question.asks == "sources" else _of_speaker
    derived = asked(briefing, respondent, question.id, bearing)
    is_claimed = derived.kind == "silence" and not question.about
    return Derived("unanswered", respondent, question.id) if is_claimed else derived


def absence_of_statements(briefing: Briefing, speaker: str, whom: str) -> Derived:
    """A speaker is silent on somebody if all is read, and no fact by that voice names them."""
    return _of_speaker(briefing, speaker, whom, briefing.facts_on(whom))


def _facts_behind(records: Iterable[Grounded | Sentence]) -> Iterator[str]:
    for record in records:
        yield from record.from_


def _of_article(briefing: Briefing, article: str, about: str, bearing: Iterable[BoundFact]) -> Derived:
    facts = tuple(fact.id for fact in bearing if fact.article == article)
    if facts:
        return Derived("unanswered", article, about, facts)
    return Derived("silence" if is_read(briefing, article) else "partly-read", article, about)


def _of_speaker(briefing: Briefing, speaker: str, about: str, bearing: Iterable[BoundFact]) -> Derived:
    """What a speaker did not say is known only if every article is read; of a channel without a name, never."""
    facts = tuple(fact.id for fact in bearing if fact.who and is_one_voice(briefing, fact.who, speaker))
    if facts or speaker not in briefing.entries:
        return Derived("unanswered", speaker, about, facts)
    all_read = not briefing.unread and all(is_read(briefing, article) for article in briefing.curated)
    return Derived("silence" if all_read else "partly-read", speaker, about)
