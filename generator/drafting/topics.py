"""Which themes, events and questions of the dossier a sentence belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.content.reading import Content
from generator.content.record import When
from generator.content.registries import Event, Question
from generator.drafting.counts import Count
from generator.evidence.name_parts import fold
from generator.evidence.source import meaning_words
from generator.evidence.text import normalise, words

SHARED = 2  # words that a sentence has in common with a question it may answer


@dataclass(frozen=True)
class LikelyAnswer:
    """A question that a sentence may answer; the answer is empty where only a person can tell it."""

    question: str
    answer: str


def themes_in(content: Content, text: str) -> tuple[str, ...]:
    """The themes whose keywords stand in a text, in the order of their file."""
    plain = fold(normalise(text))
    return tuple(theme.id for theme in content.themes.values() if any(_begins_a_word(k, plain) for k in theme.keywords))


def event_of(content: Content, when: When, named: Iterable[str], text: str) -> str | None:
    """The one event of a date whose participants, place or country the sentence names; none when in doubt."""
    near = [event for event in content.events.values() if event.when.date.text == when.date.text]
    ids = [event.id for event in near if _takes_place_there(event, set(named), fold(normalise(text)))]
    return ids[0] if len(ids) == 1 else None


def answers_in(
    content: Content, text: str, subjects: Iterable[str], counted: Iterable[Count], *, spoken: bool
) -> Iterator[LikelyAnswer]:
    """The questions on the same subjects that share words with a sentence, each with its answer if one stands there."""
    sentence_words, about = set(words(text)), set(subjects)
    counted = tuple(counted)
    for question in content.questions.values():
        if not (about & set(question.about)) or (question.asks == "speakers" and not spoken):
            continue
        asked = set(meaning_words(question.question)) - about
        if sum(any(_same_word(word, other) for other in sentence_words) for word in asked) >= SHARED:
            yield LikelyAnswer(question.id, _answer(content, question, sentence_words, counted))


def _answer(content: Content, question: Question, sentence_words: set[str], counted: tuple[Count, ...]) -> str:
    options = question.options or tuple(dict.fromkeys(_given_answers(content, question.id)))
    if question.question.casefold().startswith("how many"):
        asked = meaning_words(question.question)
        fits = [c.text for c in counted if any(_same_word(a, w) for a in asked for w in words(c.what))]
        return next((number for number in fits if not question.options or number in question.options), "")
    fits = [o for o in options if len(meaning_words(o)) > 1 and sentence_words >= set(meaning_words(o))]
    return max(fits, key=len, default="")


def _given_answers(content: Content, question: str) -> Iterator[str]:
    for file in content.articles.values():
        for fact in file.facts:
            answers: Mapping[str, str] = getattr(fact, "answers", {})
            if question in answers:
                yield answers[question]


def _takes_place_there(event: Event, named: set[str], text: str) -> bool:
    place = bool(event.place) and fold(normalise(event.place or "")) in text
    taking_part = len({participant.who for participant in event.participants} & named)
    return taking_part > 1 or (place and (taking_part > 0 or not event.participants))


def _begins_a_word(keyword: str, plain: str) -> bool:
    """A keyword begins a word of the text; its own last word may have an ending there."""
    return bool(re.search(rf"(?<!\w){re.escape(fold(normalise(keyword)))}", plain))


def _same_word(left: str, right: str) -> bool:
    """The same word, perhaps with another ending: pledge and pledged, countries and country."""
    short, long = sorted((fold(left), fold(right)), key=len)
    stem = short.removesuffix("ies").removesuffix("s").removesuffix("e").removesuffix("y")
    return len(stem) >= 4 and long.startswith(stem) and len(long) - len(stem) <= 4
