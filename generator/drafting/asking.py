"""Every sentence at hand that may answer a question, of articles that are curated and of those that nobody has read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from generator.briefing import Briefing, stated_answer
from generator.content.dates import Edtf
from generator.content.registries import Question
from generator.content.yaml_tree import STRANGE
from generator.drafting.lines import Line, lines_of
from generator.drafting.topics import LIKELY, Listener, themes_in
from generator.evidence.amounts import Answer, exclude, side_by_side
from generator.evidence.binding import subjects_in
from generator.evidence.languages import ENGLISH
from generator.evidence.proving import BoundFact
from generator.evidence.source import FullText, SentenceRef

QUOTED = 3  # quoted tokens by which a sentence is somebody's
NEAREST = 5  # sentences that are shown where nothing has all words that are looked for
LEAST = 0.3  # of the words, which the nearest have at least
Relation = Literal["same", "differs", "compatible"]
Match = Literal["likely", "worded", "nearest"]


@dataclass(frozen=True)
class Reader:
    """An article whose text is at hand, ready to be asked; its day is that of its record, or what its text shows."""

    article: str
    published: Edtf
    text: FullText
    briefing: Briefing

    @cached_property
    def lines(self) -> tuple[tuple[Line, ...], ...]:
        return lines_of(self.text, self.briefing.aliases)

    @cached_property
    def listener(self) -> Listener:
        return Listener(self.briefing.content, self.lines, self.text.language, self.published)

    def is_spoken(self, line: Line) -> bool:
        """Whether somebody says what a sentence tells: words of it are quoted, or it has a verb of saying."""
        quoted = sum(token.quoted for token in line.tokens)
        return quoted >= QUOTED or not self.text.language.speech.isdisjoint(line.words)


@dataclass(frozen=True)
class Candidate:
    """A sentence that may answer, how strongly of 1, the answer where one stands in it, and what is made of it yet.

    It is likely to, or it has every word of the question, or it only comes nearest to words that are looked for.
    """

    article: str
    published: str
    paragraph: int
    sentence: int
    text: str
    strength: float
    match: Match
    answer: str
    facts: tuple[BoundFact, ...]  # those whose passages touch it
    beside: tuple[tuple[BoundFact, Relation], ...]  # facts that answer, and how its answer stands to theirs

    def answered_by(self, question: str) -> tuple[str, ...]:
        """The facts that give its answer already."""
        return tuple(fact.id for fact in self.facts if question in fact.answers)


def question_of(briefing: Briefing, words: str) -> Question:
    """The question with this id, or else one in these words, about whom and what they name."""
    if words in briefing.content.questions:
        return briefing.content.questions[words]
    named = [id for id in sorted(subjects_in([words], briefing.aliases)) if id not in briefing.content.publishers]
    about = (*themes_in(briefing.content, words), *named)  # they may be none that a dossier could ask: `?`
    return Question.model_construct(id="words-as-typed", asks="sources", question=words, about=about)


def candidates(briefing: Briefing, readers: Mapping[str, Reader], question: Question) -> tuple[Candidate, ...]:
    """The sentences that may answer, the likeliest first, then by day, article and place in it.

    Where words are looked for that stand nowhere together, those that come nearest.
    """
    every = [c for reader in readers.values() for c in _candidates(briefing, reader, question)]
    found = sorted(every, key=lambda c: (-c.strength, c.published, c.article, c.paragraph, c.sentence))
    answering = tuple(candidate for candidate in found if candidate.match != "nearest")
    return answering if answering or question.id in briefing.content.questions else tuple(found[:NEAREST])


def _candidates(briefing: Briefing, reader: Reader, question: Question) -> Iterator[Candidate]:
    for line in (line for lines in reader.lines for line in lines):
        likely = reader.listener.answer(question, line, spoken=reader.is_spoken(line))
        ref = SentenceRef(line.paragraph.number, line.sentence.number)
        facts = tuple(fact for fact in briefing.facts_in(reader.article) if ref in fact.refs)
        given = next((fact.answers[question.id] for fact in facts if question.id in fact.answers), "")
        worded = reader.listener.worded(question, line)
        if likely.strength <= LIKELY and not given and worded < LEAST:
            continue
        is_whole = worded == 1.0 and likely.strength <= LIKELY
        match: Match = "likely" if likely.strength > LIKELY or given else "worded" if is_whole else "nearest"
        strength = likely.strength if match == "likely" else LIKELY * worded
        answer = given or likely.answer or likely.figure
        read = likely.form if likely.form and not given and reader.text.language is not ENGLISH else answer
        yield Candidate(
            reader.article,
            reader.published.text,
            *ref,
            STRANGE.sub("", reader.text.wording([ref])[0]),
            round(strength, 2),
            match,
            answer,
            facts,
            tuple(_beside(briefing, question, read, reader.article)) if answer else (),
        )


def _beside(briefing: Briefing, question: Question, answer: str, article: str) -> Iterator[tuple[BoundFact, Relation]]:
    """How an answer stands to those of the facts of other articles."""
    others = {fact.id: stated_answer(given) for fact, given in briefing.answers_to(question.id)}
    stated: dict[str, Answer] = side_by_side({**others, "": stated_answer(answer)})
    for fact, _ in briefing.answers_to(question.id):
        if fact.article != article:
            yield fact, _relation(question, stated[""], stated[fact.id])


def _relation(question: Question, one: Answer, other: Answer) -> Relation:
    if one.form == other.form:
        return "same"
    return "differs" if question.excludes and exclude(one, other) else "compatible"
