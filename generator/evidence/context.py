"""What a text may be bound to: the sentences behind one fact, or the facts behind a sentence of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from generator.content.dates import Edtf
from generator.content.marks import Mark, texts
from generator.content.model import Fact
from generator.content.record import When
from generator.content.registries import Event
from generator.evidence.figures import computed_forms, date_form
from generator.evidence.languages import ENGLISH
from generator.evidence.name_runs import with_acronyms
from generator.evidence.names import AliasTable
from generator.evidence.passages import Located
from generator.evidence.pointing import may_mean_another
from generator.evidence.source import SentenceProfile, SentenceRef, Source
from generator.evidence.text import contains_run, normalise, tokens
from generator.evidence.verdict import Check, Field, cannot, refuted

UNBOUND = {
    "name": "UNBOUND-NAME", "number": "UNBOUND-NUMBER", "date": "UNBOUND-DATE", "speaker": "UNBOUND-SPEAKER",
    "channel": "UNBOUND-CHANNEL", "quotation": "UNBOUND-QUOTATION",
}  # fmt: skip
Has = Callable[[SentenceProfile], bool | None]  # whether a sentence of the article has something


@dataclass(frozen=True)
class Names:
    """Whom some sentences name, the capitalised words that stand in them, and those that stand together."""

    subjects: frozenset[str]
    words: frozenset[str]
    together: frozenset[frozenset[str]] = frozenset()  # the words of one name, or of one headline

    @classmethod
    def of(cls, spoken: Iterable[str], aliases: AliasTable, *, whole: bool = True) -> Names:
        """From runs of names; if these are not the whole of their sentences' names, only what is sure."""
        read = [aliases.read(run) for run in spoken]
        words = frozenset().union(*(run.words for run in read))
        named = (name for run in read for name in run.names if not aliases.is_shared(name, words))
        subjects = frozenset(name.subject for name in named if name.subject and (whole or not aliases.may_hide(name)))
        return cls(subjects, words, frozenset().union(*(run.together for run in read)))

    def __or__(self, other: Names) -> Names:
        return Names(self.subjects | other.subjects, self.words | other.words, self.together | other.together)

    def has_together(self, words: Iterable[str]) -> bool:
        """Whether words stand in one name, in any order: `Oslo University` is the University of Oslo."""
        asked = set(words)
        return any(asked <= name for name in self.together)


NOBODY = Names(frozenset(), frozenset())


class EvidenceContext(Protocol):
    """What a text is held against, and what is said of what it lacks."""

    @property
    def aliases(self) -> AliasTable:
        """Whom each registered spelling names."""

    @property
    def names(self) -> Names:
        """Whom a text may name."""

    @property
    def forms(self) -> Sequence[str]:
        """The numbers and dates that a text may give, in their comparable form."""

    @property
    def passages(self) -> Sequence[str]:
        """The passages that a text may quote."""

    def in_lower_case(self, word: str) -> bool | None:
        """Whether a word that opens a sentence is no name, because it is written without a capital elsewhere."""

    def has_words(self, run: str) -> bool | None:
        """Whether words stand together where names may stand, of a script that has no capitals."""

    def lacks(self, subject: str, field: Field, shown: str, has: Has, who: str = "") -> Check:
        """What is wrong with something that is not here, or that nobody can tell; `has` looks for it elsewhere.

        `who` is the id of somebody registered.
        """


@dataclass(frozen=True)
class FactContext:
    """What one fact may be bound to: the sentences that its passages touch, and those that it points to."""

    fact: Fact
    article: str
    located: tuple[Located, ...]
    source: Source
    aliases: AliasTable
    published: Edtf
    event: Event | None = None
    people: Mapping[str, str] = field(default_factory=dict)  # leaders by id, with their names
    publisher: str = ""  # of its article
    is_unproved: bool = False  # what the fact says cannot be checked, and proves nothing yet

    @cached_property
    def refs(self) -> tuple[SentenceRef, ...]:
        """The sentences that the passages touch."""
        occurrences = [passage.occurrence for passage in self.located if passage.occurrence]
        return tuple(sorted({span.ref for occurrence in occurrences for span in occurrence.spans}))

    @cached_property
    def name_scope(self) -> tuple[SentenceRef, ...]:
        """Where names may stand: the touched sentences, the earlier ones of their paragraphs, and who speaks them."""
        last = {ref.paragraph: ref.sentence for ref in self.refs}
        before = (SentenceRef(paragraph, n) for paragraph, end in last.items() for n in range(1, end + 1))
        return tuple(sorted(self.speaking_refs.union(before) & self.source.by_ref.keys()))

    @cached_property
    def speaking_refs(self) -> frozenset[SentenceRef]:
        """The sentences elsewhere that say who speaks the quoted words of the passages."""
        return frozenset(ref for profile in self.profiles(self._quoted_refs) for ref in profile.by)

    @cached_property
    def may_point_to(self) -> frozenset[int]:
        """The paragraphs that a pointer may lead to: earlier ones, and later ones that say who speaks the words."""
        last = self.refs[-1].paragraph if self.refs else 0
        near = (profile.near for profile in self.profiles(self._quoted_refs))
        return frozenset((*range(1, last), *(ref.paragraph for ref in self.speaking_refs), *near)) - {0}

    @cached_property
    def _quoted_refs(self) -> tuple[SentenceRef, ...]:
        """The sentences of which the passages quote speech."""
        occurrences = [passage.occurrence for passage in self.located if passage.occurrence]
        return tuple(span.ref for occurrence in occurrences for span in occurrence.spans if span.quoted)

    @cached_property
    def is_located(self) -> bool:
        """Whether every passage was found, so that no other sentence can prove anything."""
        return all(passage.occurrence for passage in self.located)

    @cached_property
    def can_tell(self) -> bool:
        """Whether the source knows where each passage stands, or that it stands nowhere."""
        return all(passage.occurrence or self.source.occurrences(passage.text) is not None for passage in self.located)

    @cached_property
    def knows_names(self) -> bool:
        """Whether every name of the article is known, so that one which is not here is truly not here."""
        return self.is_located and self.source.has_all_names_of(self.aliases)

    @cached_property
    def names(self) -> Names:
        """Whom the sentences name, whom the fact points to, and what its event is called and where it was."""
        lines = [text for _, text in texts(self.event, Mark.BOUND)] if self.event else []
        pointed = Names(frozenset(self.fact.named), frozenset())
        return self.names_in(self.name_scope) | pointed | Names.of(map(normalise, lines), self.aliases)

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """The numbers and dates of the touched sentences."""
        return tuple(form for profile in self.profiles(self.refs) for form in profile.numbers)

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The numbers and dates of the sentences, and those checked elsewhere: of fact, event and computations."""
        pairs = ((tokens(normalise(number)), tokens(normalise(words))) for number, words in self.fact.computed.items())
        computed = [form for pair in pairs for form in computed_forms(ENGLISH.figures, *pair)]
        when = edtf_forms(self.fact.when.date) if self.fact.when else ()
        return (*self.numbers, *when, *(months_of(self.event) if self.event else ()), *computed)

    @cached_property
    def passages(self) -> tuple[str, ...]:
        return tuple(passage.text for passage in self.located)

    def in_lower_case(self, word: str) -> bool | None:
        return self.source.in_lower_case(word)

    def has_words(self, run: str) -> bool | None:
        return self.source.has_run(run, self.name_scope)

    def names_in(self, refs: Sequence[SentenceRef]) -> Names:
        named = dict.fromkeys(run for profile in self.profiles(refs) for run in profile.names)
        told = with_acronyms(named, self.source.acronyms)
        return Names.of(told, self.aliases, whole=self.source.has_all_names_of(self.aliases))

    def profiles(self, refs: Sequence[SentenceRef]) -> Iterator[SentenceProfile]:
        by_ref = self.source.by_ref
        return (by_ref[ref] for ref in sorted(set(refs)) if ref in by_ref)

    def lacks(self, subject: str, field: Field, shown: str, has: Has, who: str = "") -> Check:
        if subject == "quotation":
            return self.lacks_run(subject, field, shown, f"the quoted words `{shown}`")
        is_figure = subject in ("number", "date")
        what = f"no sentence of the passage {f'gives the {subject}' if is_figure else 'names'} `{shown}`"
        if not (self.is_located if is_figure else self.knows_names):
            return cannot(subject, field, what)
        pointer = self._pointer(subject, who, has)
        remedy = self.nearest(has)
        if pointer:
            remedy += f"; if it means {shown}, point there: `named: {{{who}: {pointer[1]}}}`"
        return refuted(subject, field, UNBOUND[subject], what, remedy)._replace(pointer=pointer)

    def _pointer(self, subject: str, who: str, has: Has) -> tuple[str, int] | None:
        """The nearest earlier paragraph that names somebody, where the sentences may mean whom it names."""
        before = self.refs[0].paragraph
        is_spoken = subject == "speaker" and bool(self._quoted_refs)
        if not is_spoken and not any(
            may_mean_another(sentence, self.source.language) for sentence in self.source.wording(self.refs)
        ):
            return None
        earlier = [o.ref.paragraph for o in self.source.profiles if who and o.ref.paragraph < before and has(o)]
        return (who, earlier[-1]) if earlier else None

    def lacks_run(self, subject: str, field: Field, run: str, shown: str) -> Check:
        """What is wrong with words that no passage has together and in order."""
        answers = {o.ref: self.source.has_run(run, [o.ref]) for o in self.source.profiles}
        nearest = "" if None in answers.values() else f"{self.nearest(lambda o: answers[o.ref])}; "
        remedy = f"{nearest}quote it in a passage, or leave it out"
        return refuted(subject, field, UNBOUND[subject], f"no passage has {shown}", remedy)

    def nearest(self, has: Has) -> str:
        """The remedy for something unbound: the sentence nearest to the passage that has it."""
        first = self.refs[0].paragraph
        refs = [profile.ref for profile in self.source.profiles if has(profile)]
        by_distance = sorted(refs, key=lambda ref: (abs(ref.paragraph - first), ref))
        return (
            f"the nearest sentence that has it is {by_distance[0]}"
            if by_distance
            else "no sentence of the article has it"
        )


@dataclass(frozen=True)
class ProseContext:
    """What a sentence of ours may be bound to: all that its facts, and the sentences behind them, name and count."""

    fact_contexts: tuple[FactContext, ...]
    aliases: AliasTable
    events: Mapping[str, Event]
    event: Event | None = None  # the one that is told of: its own name and date prove nothing about it

    @cached_property
    def knows(self) -> bool:
        """Whether what is not found here is truly nowhere in the facts and their sentences."""
        sources_tell = (c.source.has_all_names_of(self.aliases) and c.can_tell for c in self.fact_contexts)
        return not self.rests_on_unproved and all(sources_tell)

    @cached_property
    def rests_on_unproved(self) -> bool:
        """Whether one of the facts waits, so that what only its words have is neither proved nor refuted."""
        return any(context.is_unproved for context in self.fact_contexts)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts whose own words prove something."""
        return tuple(context.fact for context in self.fact_contexts if not context.is_unproved)

    @cached_property
    def fact_texts(self) -> tuple[str, ...]:
        """What the facts say; to an event, those of any event say nothing, as they may have its name from that."""
        facts = (fact for fact in self.facts if not (self.event and fact.event))
        return tuple(text for fact in facts for text in _texts_of(fact))

    @cached_property
    def names(self) -> Names:
        spoken = [name.text for text in self.fact_texts for name in self.aliases.names_of(tokens(normalise(text)))]
        pointed = {id for fact in self.facts for id in (*fact.named, *([fact.who] if fact.who else []))}
        names = Names.of(spoken, self.aliases) | Names(frozenset(pointed | self._outlets), frozenset())
        for context in self.fact_contexts:
            names |= context.names_in(context.name_scope)
        return names

    @cached_property
    def _outlets(self) -> frozenset[str]:
        """Who published the articles of the facts: a sentence of ours may call an article by its outlet."""
        return frozenset(context.publisher for context in self.fact_contexts if context.publisher)

    @cached_property
    def forms(self) -> tuple[str, ...]:
        figures = (figure for text in self.fact_texts for figure in ENGLISH.figures(tokens(normalise(text))))
        fact_forms = [form for figure in figures for form in figure.forms]
        article_forms = [form for context in self.fact_contexts for form in context.numbers]
        return (*fact_forms, *article_forms, *(form for when in self._dates() for form in edtf_forms(when.date)))

    @cached_property
    def passages(self) -> tuple[str, ...]:
        return tuple(passage for fact in self.facts for passage in fact.passage)

    def _dates(self) -> Iterator[When]:
        """The dates of the facts and of their events; its own proves nothing of an event but as inferred."""
        for fact in self.facts:
            mine = self._is_of_event(fact)
            if fact.when and (not mine or fact.when.reckoned or fact.when.basis == "inferred"):
                yield fact.when
            if fact.event and not mine:
                yield self.events[fact.event].when
        if self.event and self.event.when.basis == "inferred":
            yield self.event.when

    def _is_of_event(self, fact: Fact) -> bool:
        return self.event is not None and fact.event == self.event.id

    def in_lower_case(self, word: str) -> bool | None:
        """Every source is asked, whatever the others answer: what a lock notes does not depend on other articles."""
        answers = [context.source.in_lower_case(word) for context in self.fact_contexts]
        return True if True in answers else None if None in answers else False

    def has_words(self, run: str) -> bool | None:
        words = [token.text for token in tokens(run)]
        if any(contains_run(words, [token.text for token in tokens(normalise(text))]) for text in self.fact_texts):
            return True
        answers = [context.has_words(run) for context in self.fact_contexts]
        return True if True in answers else None if None in answers else False

    def lacks(self, subject: str, field: Field, shown: str, _has: Has, who: str = "") -> Check:  # noqa: ARG002
        lacks = f"names `{shown}`" if subject == "speaker" else f"has `{shown}`"
        if self.rests_on_unproved or (subject != "quotation" and not self.knows):  # passages are always known
            return cannot(subject, field, f"whether one of the facts that it rests on {lacks} needs the text")
        what = f"none of the facts that it rests on {lacks}"
        return refuted(subject, field, "UNBOUND-PROSE", what, "add the fact that says so to `from`")


def _texts_of(fact: Fact) -> tuple[str, ...]:
    return (fact.say, fact.via or "", *fact.answers.values())


def edtf_forms(date: Edtf) -> tuple[str, ...]:
    """The dates that an EDTF text names, in the form that figures have; an open end names none."""
    return tuple(_form(end.rstrip("~?%")) for end in date.text.split("/") if end != "..")


def months_of(event: Event) -> tuple[str, ...]:
    """By what our words may date an event: its month, because its day is not that of all that is said about it."""
    return tuple(f"{form[:-2]}XX" for form in edtf_forms(event.when.date))


def _form(end: str) -> str:
    """A season or a decade has a form that no sentence gives, so that it must be inferred."""
    year, month, day = (int(part) if part.isdigit() else None for part in [*end.split("-"), "", ""][:3])
    return date_form(year, month, day) if year else f"date {end}-XX-XX"
