"""Rules for sentences of ours: each rests on living facts, and names and counts nothing that they do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from generator.briefing import BoundFact, Briefing
from generator.content.model import Event, EventKind, Role
from generator.content.record import Grounded, Record, Remark, Sentence, When
from generator.content.site import KeyFigure, Site
from generator.evidence.binding import gives, numbers_in, quotations, within
from generator.evidence.figures import figures, says
from generator.evidence.ground import Ground, Names, edtf_forms
from generator.evidence.names import fold, parts
from generator.evidence.source import FullText
from generator.evidence.text import Token, normalise, paragraphs, tokens
from generator.evidence.verdicts import WITH_TEXT
from generator.problems import Place, Problem

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
    for figure in _figures(content.site):
        yield Line(figure.figure, figure, ("figure",), figure.from_)
    for record in _records(briefing):
        if isinstance(record, Sentence | Remark):
            yield Line(record.say, record, ("say",), record.from_)
        elif isinstance(record, Role):
            yield Line(record.title, record, ("title",), record.from_)
        elif isinstance(record, Event):
            yield Line(record.name, record, ("name",), record.from_)
            yield Line(record.place or "", record, ("place",), record.from_)
        else:
            yield Line("", record, ("from",), record.from_)


def _figures(site: Site) -> tuple[KeyFigure, ...]:
    """Those of the home page, and those that are drawn."""
    return (*site.key_figures, *(point for group in site.figures for point in group.points))


def _records(briefing: Briefing) -> Iterator[Sentence | Grounded]:
    content = briefing.content
    yield from content.site.bottom_line
    yield from _figures(content.site)
    yield from content.site.open
    for leader in content.leaders.values():
        yield from leader.roles
    for theme in content.themes.values():
        yield from theme.state_of_play
    for event in content.events.values():
        yield event
        yield from event.participants
        yield from event.summary
    for question in content.questions.values():
        yield from question.note
    for file in content.articles.values():
        yield from file.article.summary
        yield from file.article.note
    for fact in briefing.facts.values():
        yield from fact.fact.note


def sentences_rest_on_living_facts(briefing: Briefing) -> Iterator[Problem]:
    """What a sentence rests on is a fact that stands: no draft, and none that was retired."""
    for record in _records(briefing):
        for number, fact in enumerate(record.from_):
            if fact not in briefing.facts:
                what = f"`{fact}` is a draft or no longer stands"
                yield Problem(record.at("from", number), "NOT-LIVING", what, "rest on a fact that stands")


def sentences_say_what_their_facts_say(briefing: Briefing) -> Iterator[Problem]:
    """The names, numbers and quotations of a sentence stand in its facts, or in their sentences."""
    vocabulary = _lower_case_words(briefing)
    for line in lines(briefing):
        if line.facts:
            event = line.record if isinstance(line.record, Event) else None
            basis = Basis(briefing, briefing.cited(line.facts), vocabulary, event)
            for word in unbound(line.text, basis):
                yield _unbound(line.record.at(*line.field), f"has `{word}`", basis)
            who = getattr(line.record, "who", None)
            if who and who not in basis.names.subjects:
                yield _unbound(line.record.at("who"), f"names `{who}`", basis)


def events_are_dated_by_their_facts(briefing: Briefing) -> Iterator[Problem]:
    """The date of an event stands in the sentences of its facts, is counted from their words, or inferred."""
    for event in briefing.content.events.values():
        if not event.from_ or event.when.basis == "inferred":
            continue
        facts = briefing.cited(event.from_)
        answers = [_gives(briefing, event, article, facts) for article in sorted({f.article for f in facts})]
        if not facts or True in answers:
            continue
        if None in answers:
            what = f"whether the facts of `{event.id}` give its date `{event.when.date}` needs the text"
            yield Problem(event.at("when"), "CANNOT-CHECK", what, WITH_TEXT)
            continue
        words = f" from the words `{event.when.reckoned}`" if event.when.reckoned else ""
        what = f"no sentence that the facts of `{event.id}` touch gives its date `{event.when.date}`{words}"
        remedy = "rest on the fact that does, give the words it is `reckoned` from, or `basis: inferred`"
        yield Problem(event.at("when"), "UNBOUND-DATE", what, remedy)


def _gives(briefing: Briefing, event: Event, article: str, facts: Iterable[BoundFact]) -> bool | None:
    """Whether the sentences that facts of one article touch give the date of an event."""
    source, published = briefing.source(article), briefing.article(article).published
    here = [fact for fact in facts if fact.article == article]
    answers = [gives(event.when, source, published, fact.spots) for fact in here]
    answers.append(not event.when.reckoned and gives(event.when, source, published, [s for f in here for s in f.spots]))
    known = isinstance(source, FullText) or all(one.standing for fact in here for one in fact.located)
    return True if True in answers else None if None in answers or not known else False


def _unbound(place: Place, lacks: str, basis: Basis) -> Problem:
    if basis.known:
        what = f"none of the facts that it rests on {lacks}"
        return Problem(place, "UNBOUND-PROSE", what, "add the fact that says so to `from`")
    what = f"whether one of the facts that it rests on {lacks} needs the text"
    return Problem(place, "CANNOT-CHECK", what, WITH_TEXT)


def _lower_case_words(briefing: Briefing) -> frozenset[str]:
    """What our own words have in lower case: such a word is no name where it opens a sentence."""
    texts = [fact.fact.say for fact in briefing.facts.values()] + [line.text for line in lines(briefing)]
    written = {part.text for text in texts for part in parts(tokens(normalise(text)))}
    return frozenset(written | briefing.table.lower_case_words | set(get_args(EventKind)))


@dataclass(frozen=True)
class Basis:
    """All that some facts, and the sentences their passages touch, name and count."""

    briefing: Briefing
    facts: tuple[BoundFact, ...]
    vocabulary: frozenset[str]
    event: Event | None = None  # whose own name and date prove nothing about it

    @cached_property
    def known(self) -> bool:
        """Whether what is not found here is truly nowhere in the facts and their sentences."""
        sources = [(self.briefing.source(fact.article), fact) for fact in self.facts]
        return all(
            isinstance(source, FullText)
            or (source.has_all_names_of(self.briefing.table) and all(one.standing for one in fact.located))
            for source, fact in sources
        )

    @cached_property
    def says(self) -> tuple[str, ...]:
        """What the facts say; those of the event itself may have its name and date from nowhere else."""
        told = [f.fact for f in self.facts if not (self.event and f.fact.event == self.event.id)]
        return tuple(text for fact in told for text in (fact.say, fact.via or "", *fact.answers.values()))

    @cached_property
    def names(self) -> Names:
        table = self.briefing.table
        spoken = [name.text for text in self.says for name in table.names(tokens(normalise(text)))]
        found = [Names.of(spoken, table), *(ground.names_in(ground.behind) for ground in self._grounds())]
        speakers = {f.fact.who for f in self.facts if f.fact.who} | {who for f in self.facts for who in f.fact.named}
        return Names(
            frozenset(speakers).union(*(names.subjects for names in found)),
            frozenset[str]().union(*(names.words for names in found)),
        )

    @cached_property
    def forms(self) -> tuple[str, ...]:
        own = [figure.form for text in self.says for figure in figures(tokens(normalise(text)))]
        told = [form for ground in self._grounds() for form in ground.forms]
        return (*own, *told, *(form for when in self._dates() for form in edtf_forms(when.date)))

    def _dates(self) -> Iterator[When]:
        """The dates of the facts and of their events; its own proves nothing of an event but as inferred."""
        for fact in (bound.fact for bound in self.facts):
            mine = self.event is not None and fact.event == self.event.id
            if fact.when and (not mine or fact.when.reckoned or fact.when.basis == "inferred"):
                yield fact.when
            if fact.event and not mine:
                yield self.briefing.content.events[fact.event].when
        if self.event and self.event.when.basis == "inferred":
            yield self.event.when

    def in_lower_case(self, word: str) -> bool:
        """Whether a word may be no name, because an article or our own words have it in lower case."""
        sources = (self.briefing.source(fact.article) for fact in self.facts)
        return word.lower() in self.vocabulary or any(s.in_lower_case(word) is not False for s in sources)

    def _grounds(self) -> Iterator[Ground]:
        for bound in self.facts:
            source, published = (
                self.briefing.source(bound.article),
                self.briefing.article(bound.article).published,
            )
            yield Ground(bound.fact, bound.located, source, self.briefing.table, published)


def unbound(text: str, basis: Basis) -> Iterator[str]:
    """The names, numbers and quotations of a text that its facts do not have."""
    shown = [passage for fact in basis.facts for passage in fact.fact.passage]
    yield from (words for words in quotations(text) if not any(within(words, passage) for passage in shown))
    for paragraph in paragraphs(text):
        for sentence in paragraph.sentences:
            found = numbers_in(sentence.tokens, basis.briefing.table)
            taken = {spot for figure in found for spot in range(figure.start, figure.end)}
            for figure in found:
                if not figure.free and not any(says(figure.form, form) for form in basis.forms):
                    yield figure.text
            yield from _unnamed(sentence.tokens, taken, basis)


def _unnamed(sentence: tuple[Token, ...], taken: Iterable[int], basis: Basis) -> Iterator[str]:
    words = parts(sentence)
    for name in basis.briefing.table.names(sentence):
        if name.subject:
            if name.subject not in basis.names.subjects:
                yield name.text
            continue
        for part in words[name.start : name.end]:
            free = part.token in taken or (part is words[0] and basis.in_lower_case(part.text))
            if not free and fold(part.text) not in basis.names.words:
                yield part.text
