"""Which themes, events and questions of the dossier a sentence belongs to; drafts and `ask` are told alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import fsum, log

from generator.content.dates import Edtf
from generator.content.reading import Content
from generator.content.record import When
from generator.content.registries import Event, Question
from generator.drafting.counts import Count, counts
from generator.drafting.dates import date_mentions
from generator.drafting.dimensions import dimension
from generator.drafting.lines import Line
from generator.drafting.questions import Asked, asked, concepts_of
from generator.drafting.units import measure_of, of_what, rate_of
from generator.drafting.vocabulary import counts_alike, is_alike
from generator.evidence.languages import Language
from generator.evidence.name_parts import fold, parts
from generator.evidence.source import meaning_words
from generator.evidence.text import normalise, words

LIKELY = 0.5  # of 1: above this a sentence may answer a question that somebody puts
WORDED = 0.6  # where it is answered in words, a draft is told of it from here on only
CLOSE = 0.1  # of two questions for one figure, both are likely where they are as near as that
NEAR, FAR = 0.9, 0.75  # what a subject counts that the paragraph names, or only the article
FIGURE = 0.35  # what a figure of the kind that is asked for counts by itself
GIVEN = 0.25  # what it counts that the words of another article's answer stand there
SHARED = 2  # words that a sentence has in common at least with a question that is answered in words
MOST = 0.99  # of the words of a question, where not all are there
WEIGHTIEST = 4  # words of a question by which its sentence is measured
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class LikelyAnswer:
    """A question that a sentence may answer; the answer is empty where only a person can tell it."""

    question: str
    answer: str
    strength: float = 1.0  # of 1
    figure: str = ""  # the one figure of the kind that is asked for, whether or not it is an option
    form: str = ""  # of that figure, as figures are compared in any language


@dataclass(frozen=True)
class Listener:
    """An article to which questions are put: a word that stands everywhere in it tells little of what is asked."""

    content: Content
    paragraphs: Sequence[Sequence[Line]]
    language: Language
    published: Edtf | None = None

    def answers(self, line: Line, *, spoken: bool, counted: Sequence[Count] | None = None) -> Iterator[LikelyAnswer]:
        """The questions of the dossier that a sentence may answer, in the order of their file.

        One figure answers one question: where it could be meant for several, those that it fits best.
        """
        questions = self.content.questions.values()
        every = ((asked(q), self.answer(q, line, spoken=spoken, counted=counted)) for q in questions)
        likely = [
            one for put, one in every if (one.strength >= WORDED if put.wants == "words" else one.strength > LIKELY)
        ]
        best = {one.answer: max(o.strength for o in likely if o.answer == one.answer) for one in likely}
        yield from (one for one in likely if not one.answer or one.strength >= best[one.answer] - CLOSE)

    def answer(
        self, question: Question, line: Line, *, spoken: bool, counted: Sequence[Count] | None = None
    ) -> LikelyAnswer:
        """How likely a sentence answers a question, and the answer if one stands there.

        `spoken` says whether somebody says it; `counted` are the figures that may be the answer, else all of it.
        """
        put = asked(question)
        figures = tuple(counts(line, self.language)) if counted is None else tuple(counted)
        fits = _best(put, line, [count for count in figures if _fits(put, count, line, self.language)], self.language)
        answer = _answer(self.content, question, put, set(words(line.text(0, len(line.tokens) - 1))), fits)
        is_asked = question.asks == "sources" or spoken
        strength = self._strength(put, line, fits, answer) if is_asked else 0.0
        only = fits[0] if len({count.text for count in fits}) == 1 else None
        return LikelyAnswer(question.id, answer, strength, only.text if only else "", only.form if only else "")

    def worded(self, question: Question, line: Line) -> float:
        """How much of the words of a question a sentence has; 1 only where it has them all, and its month.

        One word alone is no question, but may be looked for.
        """
        put, told = asked(question), self._concepts[_ref(line)]
        found = [word for word in put.concepts if any(is_alike(word, other) for other in told)]
        months = {self.language.months[word] for word in line.words if word in self.language.months}
        is_whole = len(found) == len(put.concepts) >= (SHARED if put.is_question else 1)
        if is_whole and (put.month is None or put.month in months):
            return 1.0
        return min(MOST, len(found) / len(put.concepts)) if found else 0.0

    def _strength(self, put: Asked, line: Line, fits: Sequence[Count], answer: str) -> float:
        """What is asked for has to be there, of the time that the question names; then, how much of its words is."""
        shared = self._shared(put, line)
        if not shared or not self._is_of_time(put, line) or not (self._gives(put, line, fits) or answer):
            return 0.0
        if put.wants == "words":
            return min(1.0, shared + GIVEN * bool(answer)) * self._on_subject(put.question, line)
        return (FIGURE + (1 - FIGURE) * shared) * self._on_subject(put.question, line)

    def _shared(self, put: Asked, line: Line) -> float:
        """How much of what is asked a sentence has, the rare words of the article weighing most.

        What is counted is no part of it where the figure counts it; so many words that nobody repeats them all are
        measured by the weightiest. One word alone tells nothing of a question that is answered in words;
        where words are looked for that are no question, it does.
        """
        told = self._concepts[_ref(line)]
        weights = {word: self._weight(word) for word in put.concepts if word not in put.counted[:1]}
        if not weights:
            return 1.0 if put.counted else 0.0
        found = [weight for word, weight in weights.items() if any(is_alike(word, other) for other in told)]
        if put.wants == "words" and len(found) < (SHARED if put.is_question else 1):
            return 0.0
        return min(1.0, fsum(found) / fsum(sorted(weights.values(), reverse=True)[:WEIGHTIEST]))

    def _weight(self, word: str) -> float:
        if word not in self._weights:
            having = sum(any(is_alike(word, other) for other in told) for told in self._concepts.values())
            self._weights[word] = log((len(self._concepts) + 2) / (having + 1)) + 0.2
        return self._weights[word]

    @cached_property
    def _weights(self) -> dict[str, float]:
        return {}

    def _on_subject(self, question: Question, line: Line) -> float:
        """Whether a sentence is on what a question is about, or its paragraph, or at least its article."""
        about = frozenset(question.about)
        if not about or about & self._subjects(line):
            return 1.0
        lines = next(lines for lines in self.paragraphs if lines and lines[0].paragraph is line.paragraph)
        if any(about & self._subjects(other) for other in lines):
            return NEAR
        everywhere = [other for lines in self.paragraphs for other in lines if about & self._subjects(other)]
        return FAR if len(everywhere) > 1 else 0.0

    def _gives(self, put: Asked, line: Line, fits: Sequence[Count]) -> bool:
        """Whether a sentence has what is asked for: a figure of the kind, or a day."""
        if put.wants == "date":
            dates = date_mentions(line, self.published, self.language) if self.published else ()
            partial = any(figure.is_date for figure in self.language.figures(line.tokens))  # a day without its year
            return any(_is_due(put, mention.when, self.published) for mention in dates) or (partial and not dates)
        if put.wants == "share":
            return bool(fits) or any("/" in figure.amount for figure in self.language.figures(line.tokens))
        return put.wants == "words" or bool(fits)

    def _is_of_time(self, put: Asked, line: Line) -> bool:
        """Whether a sentence is of the month that a question names, and tells of no earlier year that it does not."""
        if self.published is None:
            return True
        earlier = [w for w in line.words if _YEAR.fullmatch(w) and int(w) < self.published.earliest.year]
        if put.is_question and earlier and not any(year in put.question.question for year in earlier):
            return False
        named = {self.language.months[word] for word in line.words if word in self.language.months}
        if named or not put.month:
            return not put.month or put.month in named
        return put.month in (self.published.earliest.month, self.published.latest.month)

    @cached_property
    def _concepts(self) -> dict[tuple[int, int], tuple[str, ...]]:
        """What the words of each sentence stand for, by its paragraph and its number."""
        return {_ref(line): _concepts(line, self.language) for lines in self.paragraphs for line in lines}

    def _subjects(self, line: Line) -> frozenset[str]:
        """Whom and what a sentence names."""
        if _ref(line) not in self._named:
            themes = themes_in(self.content, line.text(0, len(line.tokens) - 1))
            self._named[_ref(line)] = frozenset((*themes, *(m.subject for m in line.mentions if m.subject)))
        return self._named[_ref(line)]

    @cached_property
    def _named(self) -> dict[tuple[int, int], frozenset[str]]:
        return {}


def themes_in(content: Content, text: str) -> tuple[str, ...]:
    """The themes whose keywords stand in a text, in the order of their file."""
    plain = fold(normalise(text))
    return tuple(theme.id for theme in content.themes.values() if any(_begins_a_word(k, plain) for k in theme.keywords))


def event_of(content: Content, when: When, named: Iterable[str], text: str) -> str | None:
    """The one event of a date whose participants, place or country the sentence names; none when in doubt."""
    near = [event for event in content.events.values() if event.when.date.text == when.date.text]
    ids = [event.id for event in near if _takes_place_there(event, set(named), fold(normalise(text)))]
    return ids[0] if len(ids) == 1 else None


def _ref(line: Line) -> tuple[int, int]:
    return line.paragraph.number, line.sentence.number


def _concepts(line: Line, language: Language) -> tuple[str, ...]:
    return concepts_of((part.text.casefold() for part in parts(line.tokens)), language)


def _is_due(put: Asked, when: When, published: Edtf | None) -> bool:
    """Whether a day is ahead of the article or behind it, as the question has it."""
    if published is None:
        return True
    return when.date.latest >= published.earliest if put.is_ahead else when.date.earliest <= published.latest


def _best(put: Asked, line: Line, fits: list[Count], language: Language) -> tuple[Count, ...]:
    """Of figures that fit, those that are of what is asked for, where some are: the tonnes, and not the price."""
    measured = [count for count in fits if of_what(count, line, language) in put.concepts]
    return tuple(measured if put.wants == "quantity" and measured else fits)


def _fits(put: Asked, count: Count, line: Line, language: Language) -> bool:
    """Whether a figure is of the kind that is asked for, and counts what is asked for."""
    currency = bool(count.unit) and count.unit != "%"
    match put.wants:
        case "share":
            return count.unit == "%" or "/" in count.form
        case "amount":
            return currency or (count.unit == "%" and not {"rise", "fall"}.isdisjoint(put.concepts))
        case "quantity":
            told = concepts_of(words(count.what), language)
            price = currency and rate_of(count, line, language)
            return bool((currency and not price) or measure_of(count) or set(told) & set(put.concepts))
        case "measure":
            return not count.unit and (not put.measured or dimension(line, count, language) in put.measured)
        case "number":
            told = (*concepts_of(words(count.what), language), of_what(count, line, language))
            counted = any(counts_alike(one, other) for one in put.counted for other in told)
            return not currency and (counted or not put.counted)
    return False


def _answer(content: Content, question: Question, put: Asked, sentence_words: set[str], fits: Sequence[Count]) -> str:
    options = question.options or content.given_answers.get(question.id, ())
    if put.wants in ("number", "share", "amount", "quantity", "measure"):
        told = [count.text for count in fits if not question.options or count.text in question.options]
        return told[0] if len(dict.fromkeys(told)) == 1 else ""
    fitting = [o for o in options if len(meaning_words(o)) > 1 and sentence_words >= set(meaning_words(o))]
    return max(fitting, key=len, default="")


def _takes_place_there(event: Event, named: set[str], text: str) -> bool:
    place = bool(event.place) and fold(normalise(event.place or "")) in text
    taking_part = len({participant.who for participant in event.participants} & named)
    return taking_part > 1 or (place and (taking_part > 0 or not event.participants))


def _begins_a_word(keyword: str, plain: str) -> bool:
    """A keyword begins a word of the text; its own last word may have an ending there."""
    return bool(re.search(rf"(?<!\w){re.escape(fold(normalise(keyword)))}", plain))
