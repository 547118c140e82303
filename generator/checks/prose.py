"""Rules for sentences of ours: each rests on living facts, and names and counts nothing that they do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.briefing import BoundFact, Briefing
from generator.content.model import Event, Grounded, Record, Remark, Role, Sentence
from generator.evidence.binding import Names, edtf_forms
from generator.evidence.figures import figures, says
from generator.evidence.names import fold, parts
from generator.evidence.source import Spot
from generator.evidence.text import Token, normalise, paragraphs, tokens
from generator.problems import Problem

Field = tuple[str | int, ...]


@dataclass(frozen=True)
class Line:
    """A text of ours, the record and field it stands in, and the facts that it rests on."""

    text: str
    record: Record
    field: Field
    facts: tuple[str, ...]


def lines(briefing: Briefing) -> Iterator[Line]:
    """Every text of ours that rests on facts."""
    content = briefing.content
    for figure in content.site.key_figures:
        yield Line(figure.figure, figure, ("figure",), figure.from_)
    for record in _records(briefing):
        if isinstance(record, Sentence) or isinstance(record, Remark):
            yield Line(record.say, record, ("say",), record.from_)
        elif isinstance(record, Role):
            yield Line(record.title, record, ("title",), record.from_)
        elif isinstance(record, Event):
            yield Line(" ".join(filter(None, (record.name, record.place))), record, ("from",), record.from_)
        else:
            yield Line("", record, ("from",), record.from_)


def _records(briefing: Briefing) -> Iterator[Sentence | Grounded]:
    content = briefing.content
    yield from (*content.site.bottom_line, *content.site.key_figures)
    for leader in content.leaders.values():
        yield from leader.roles
    for theme in content.themes.values():
        yield from theme.state_of_play
    for event in content.events.values():
        yield from (event, *event.participants, *event.summary)
    for question in content.questions.values():
        yield from question.note
    for file in content.articles.values():
        yield from (*file.article.summary, *file.article.note)
    for fact in briefing.facts.values():
        yield from fact.fact.note


def sentences_rest_on_living_facts(briefing: Briefing) -> Iterator[Problem]:
    """What a sentence rests on is a fact that stands: no draft, and none that was retired."""
    for record in _records(briefing):
        for number, id in enumerate(record.from_):
            if id not in briefing.facts:
                what = f"`{id}` is a draft or no longer stands"
                yield Problem(record.at("from", number), "NOT-LIVING", what, "rest on a fact that stands")


def sentences_say_what_their_facts_say(briefing: Briefing) -> Iterator[Problem]:
    """The names and numbers of a sentence stand in the facts that it rests on, or in their sentences."""
    vocabulary = frozenset(
        part.text for f in briefing.facts.values() for part in parts(tokens(normalise(f.fact.say)))
    )
    for line in lines(briefing):
        if line.facts:
            basis = Basis(briefing, briefing.cited(line.facts), vocabulary)
            for word in unbound(line.text, basis):
                what = f"none of the facts that it rests on has `{word}`"
                yield Problem(
                    line.record.at(*line.field), "UNBOUND-PROSE", what, "add the fact that says so to `from`"
                )
            yield from _participant(line, basis)


def _participant(line: Line, basis: Basis) -> Iterator[Problem]:
    who = getattr(line.record, "who", None)
    if who and who not in basis.names.subjects:
        what = f"none of the facts that it rests on names `{who}`"
        yield Problem(line.record.at("who"), "UNBOUND-PROSE", what, "add the fact that says so to `from`")


@dataclass(frozen=True)
class Basis:
    """All that some facts, and the sentences their passages touch, name and count."""

    briefing: Briefing
    facts: tuple[BoundFact, ...]
    vocabulary: frozenset[str]

    @cached_property
    def says(self) -> tuple[str, ...]:
        return tuple(
            text for f in self.facts for text in (f.fact.say, f.fact.via or "", *f.fact.answers.values())
        )

    @cached_property
    def names(self) -> Names:
        table = self.briefing.table
        spoken = [name.text for text in self.says for name in table.names(tokens(normalise(text)))]
        told = Names.of([*spoken, *(name for o in self._outlines() for name in o[0])], table)
        speakers = {f.fact.who for f in self.facts if f.fact.who} | {
            id for f in self.facts for id in f.fact.named
        }
        return Names(told.subjects | speakers, told.words)

    @cached_property
    def forms(self) -> tuple[str, ...]:
        own = [figure.form for text in self.says for figure in figures(tokens(normalise(text)))]
        dated = [form for f in self.facts if f.fact.when for form in edtf_forms(f.fact.when.date)]
        events = [self.briefing.content.events[f.fact.event] for f in self.facts if f.fact.event]
        dated += [form for event in events for form in edtf_forms(event.when.date)]
        return (*own, *dated, *(form for o in self._outlines() for form in o[1]))

    def _outlines(self) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        for fact in self.facts:
            touched: set[Spot] = set(fact.spots)
            for outline in self.briefing.source(fact.article).outlines:
                if outline.spot in touched:
                    yield outline.names, outline.figures


def unbound(text: str, basis: Basis) -> Iterator[str]:
    """The names and numbers of a text that its facts do not have."""
    for paragraph in paragraphs(text):
        for sentence in paragraph.sentences:
            found = figures(sentence.tokens)
            dates = {spot for figure in found if figure.is_date for spot in range(figure.start, figure.end)}
            for figure in found:
                if not figure.free and not any(says(figure.form, form) for form in basis.forms):
                    yield figure.text
            yield from _unnamed(sentence.tokens, dates, basis)


def _unnamed(sentence: tuple[Token, ...], taken: Iterable[int], basis: Basis) -> Iterator[str]:
    words = parts(sentence)
    known_lower = basis.vocabulary | basis.briefing.table.lower_case_words
    for name in basis.briefing.table.names(sentence, known_lower=known_lower):
        if name.subject:
            if name.subject not in basis.names.subjects:
                yield name.text
            continue
        for part in words[name.start : name.end]:
            if part.token not in taken and fold(part.text) not in basis.names.words:
                yield part.text
