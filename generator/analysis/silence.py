"""What may be said where an article or a speaker has no answer: silence is claimed only if nothing bears on the thing.

An article that is not read to its end is never silent, and one that tells of an event that may be the same is not
absent. Each function gives one derived statement: `silence`, `unanswered` (with the facts that bear on it all the
same), `partly-read`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from generator.analysis.derived import Derived
from generator.analysis.once import once
from generator.analysis.voices import body_of, of_one_voice
from generator.briefing import Briefing
from generator.content.model import Draft
from generator.content.record import Grounded, Sentence
from generator.content.registries import Event, Question
from generator.evidence.proving import BoundFact
from generator.evidence.text import normalise
from generator.work.reads import settled

TELLING = "articles telling of"  # an event, by its id
SEVERAL = ("", "s", "es", "x")  # endings of a word of which there are several
NAMING = "themes named in"  # the passages of an article, by its id


@once
def is_read(briefing: Briefing, article: str) -> bool:
    """An article is read if its curation is complete and no draft of it waits."""
    file = briefing.articles[article]
    return file.article.curation == "complete" and not any(isinstance(fact, Draft) for fact in file.facts)


def events_that_may_be(briefing: Briefing, event: Event) -> frozenset[str]:
    """The events that may be the same one, whichever of the two says so."""
    return frozenset((*event.perhaps, *_perhaps(briefing).get(event.id, ())))


@once
def _perhaps(briefing: Briefing) -> Mapping[str, list[str]]:
    """The events that say of another that it may be the same one."""
    others: dict[str, list[str]] = {}
    for event in briefing.content.events.values():
        for id in event.perhaps:
            others.setdefault(id, []).append(event.id)
    return others


@once
@settled(TELLING)  # so that what it read of all facts is not kept for each event
def articles_telling_of(briefing: Briefing, id: str) -> frozenset[str]:
    """The articles with a fact that tells of an event.

    They are tied to it or to one that may be the same, are among what it rests on, answer what a fact of these answers
    to a question to the articles, or call it by a name.
    """
    event = briefing.content.events[id]
    events = [briefing.content.events[id] for id in sorted({id, *events_that_may_be(briefing, event)})]
    behind = {*event.from_, *_facts_behind(event.participants), *_facts_behind(event.summary)}
    tied = {f.id: f for f in (*briefing.facts_by_id(behind), *(f for e in events for f in briefing.facts_at(e.id)))}
    asked = {id for fact in tied.values() for id in fact.answers if briefing.content.questions[id].asks == "sources"}
    answering = {fact.article for id in asked for fact, _ in briefing.answers_to(id)}
    naming = {article for other in events for article in _articles_naming(briefing).get(other.id, ())}
    return frozenset({fact.article for fact in tied.values()} | answering | naming)


@once
def events_named_in(briefing: Briefing, article: str) -> frozenset[str]:
    """The events that facts of an article call by a name, word for word."""
    said = [_words(fact.say) for fact in briefing.facts_in(article)]
    runs, names = "\n".join(map(_run, said)), _events_by_word(briefing)
    asked = (name for word in {"", *chain.from_iterable(said)} for name in names.get(word, ()))
    return frozenset(event for event, name in asked if said and (not name or _run(name) in runs))


@once
@settled(NAMING)
def themes_named_in(briefing: Briefing, article: str) -> frozenset[str]:
    """The themes of which a passage of an article has the name or a keyword, whatever its fact is about."""
    passages = [passage for fact in briefing.facts_in(article) for passage in fact.fact.passage]
    runs = "\n".join(_run(_words(passage)) for passage in passages)
    themes = briefing.content.themes.values()
    return frozenset(
        theme.id for theme in themes if any(_stand(words, runs) for words in (theme.name, *theme.keywords))
    )


def _stand(words: str, runs: str) -> bool:
    """Whether words stand there in a row; of the last there may be several."""
    run = _run(_words(words)).rstrip()
    return bool(run) and any(f"{run}{ending} " in runs for ending in SEVERAL)


@once
def _events_by_word(briefing: Briefing) -> Mapping[str, list[tuple[str, tuple[str, ...]]]]:
    """Each event with the words of each of its names, by the first of them."""
    by_word: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for event in briefing.content.events.values():
        for words in map(_words, (event.name, *event.aliases)):
            by_word.setdefault(words[0] if words else "", []).append((event.id, tuple(words)))
    return by_word


@once
def _articles_naming(briefing: Briefing) -> Mapping[str, list[str]]:
    """The articles whose facts call an event by a name."""
    articles: dict[str, list[str]] = {}
    for article in briefing.articles:
        for event in events_named_in(briefing, article):
            articles.setdefault(event, []).append(article)
    return articles


def _run(words: Iterable[str]) -> str:
    return f" {' '.join(words)} "


@once
def _bearing_on_theme(briefing: Briefing, theme: str) -> Mapping[str, tuple[str, ...]]:
    """The facts that bear on a theme, by their articles: that have it, or answer a question that is about it."""
    asked = briefing.questions_about(theme)
    facts = {fact.id: fact for question in asked for fact, _ in briefing.answers_to(question.id)}
    return _by_article(briefing, (*briefing.facts_on(theme), *facts.values()))


@once
def _bearing_on_question(briefing: Briefing, question: Question) -> Mapping[str, tuple[str, ...]]:
    return _by_article(briefing, briefing.facts_bearing_on(question.id))


def _by_article(briefing: Briefing, facts: Iterable[BoundFact]) -> Mapping[str, tuple[str, ...]]:
    """The ids of some facts by their articles, in order of reading."""
    by_article: dict[str, list[BoundFact]] = {}
    for fact in {fact.id: fact for fact in facts}.values():
        by_article.setdefault(fact.article, []).append(fact)
    return {article: tuple(f.id for f in briefing.as_read(of)) for article, of in by_article.items()}


def absence_from_theme(briefing: Briefing, article: str, theme: str) -> Derived:
    """An article is silent on a theme if none of its facts bears on it, whatever event it is tied to.

    Where a passage names the theme, nobody knows what the article has on it: it is not compared.
    """
    derived = _of_article(briefing, article, theme, _bearing_on_theme(briefing, theme).get(article, ()))
    is_named = derived.kind == "silence" and theme in themes_named_in(briefing, article)
    return Derived("unanswered", article, theme) if is_named else derived


def absence_from_event(briefing: Briefing, article: str, event: Event) -> Derived | None:
    """An article that tells of an event is not absent from it; one that shares a theme of its alone is not compared."""
    if article in articles_telling_of(briefing, event.id):
        return None
    themes = {t for fact in briefing.facts_by_id(event.from_) for t in fact.subjects & briefing.content.themes.keys()}
    bearing = {id for theme in themes for id in _bearing_on_theme(briefing, theme).get(article, ())}
    facts = (fact.id for fact in briefing.facts_in(article) if fact.id in bearing)
    return _of_article(briefing, article, event.id, tuple(facts))


def absence_from_question(briefing: Briefing, respondent: str, question: Question) -> Derived:
    """An article or a speaker is silent on a question that something is about if no fact of theirs bears on it."""
    if question.asks == "sources":
        facts = _bearing_on_question(briefing, question).get(respondent, ())
        derived = _of_article(briefing, respondent, question.id, facts)
    else:
        derived = _of_speaker(briefing, respondent, question.id)
    is_claimed = derived.kind == "silence" and not question.about
    return Derived("unanswered", respondent, question.id) if is_claimed else derived


def _facts_behind(records: Iterable[Grounded | Sentence]) -> Iterator[str]:
    for record in records:
        yield from record.from_


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", normalise(text).casefold())


def _of_article(briefing: Briefing, article: str, about: str, facts: tuple[str, ...]) -> Derived:
    if facts:
        return Derived("unanswered", article, about, facts)
    return Derived("silence" if is_read(briefing, article) else "partly-read", article, about)


def _of_speaker(briefing: Briefing, speaker: str, question: str) -> Derived:
    """A speaker is silent only if every article is read, and nothing that bears on it is of that voice or names them.

    Only what they say themselves is counted; what else a channel without a name said nobody knows.
    """
    bearing = _bearing_by_voice(briefing, question)
    own = bearing.own.get(speaker, ())
    is_touched = speaker in bearing.named or body_of(briefing, speaker) in bearing.voices
    if own or is_touched or speaker not in briefing.entries:
        return Derived("unanswered", speaker, question, own)
    return Derived("silence" if _is_all_read(briefing) else "partly-read", speaker, question)


@dataclass(frozen=True)
class _Voices:
    """The facts that bear on a question, by who says them; the bodies of one voice with these; whom the facts name."""

    own: Mapping[str, tuple[str, ...]]
    voices: frozenset[str]
    named: frozenset[str]


@once
def _bearing_by_voice(briefing: Briefing, question: str) -> _Voices:
    own: dict[str, list[str]] = {}
    bearing = briefing.facts_bearing_on(question)
    for fact in bearing:
        if fact.who:
            own.setdefault(fact.who, []).append(fact.id)
    named = frozenset(subject for fact in bearing for subject in fact.subjects)
    return _Voices({who: tuple(facts) for who, facts in own.items()}, of_one_voice(briefing, own), named)


@once
def _is_all_read(briefing: Briefing) -> bool:
    return not briefing.unread and all(is_read(briefing, article) for article in briefing.curated)
