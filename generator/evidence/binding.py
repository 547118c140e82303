"""Whether the names, numbers, dates, speaker and channel of a fact stand in the sentences that its passages touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.content.dates import Edtf
from generator.content.model import Event, Fact, When
from generator.evidence.figures import Figure, date_form, figures, says
from generator.evidence.matching import Located
from generator.evidence.names import Gazetteer, Name, fold, parts
from generator.evidence.reckoning import reckons
from generator.evidence.source import Outline, Source, Spot
from generator.evidence.text import Token, normalise, paragraphs, tokens
from generator.evidence.verdicts import Check, cannot, proved, refuted

Field = tuple[str | int, ...]


@dataclass(frozen=True)
class Ground:
    """Everything that a fact may be bound to: the sentences its passages touch, and what it points to."""

    fact: Fact
    located: tuple[Located, ...]
    source: Source
    table: Gazetteer
    published: Edtf
    event: Event | None = None

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """The sentences that the passages touch."""
        return tuple(
            dict.fromkeys(
                stretch.spot for one in self.located if one.standing for stretch in one.standing.stretches
            )
        )

    @cached_property
    def behind(self) -> tuple[Spot, ...]:
        """The touched sentences and the earlier ones of their paragraphs: where names may stand."""
        last = {spot.paragraph: spot for spot in sorted(self.spots)}
        spots = (outline.spot for outline in self.source.outlines)
        return tuple(spot for spot in spots if spot.paragraph in last and spot <= last[spot.paragraph])

    @cached_property
    def complete(self) -> bool:
        """Whether every passage was found, and every name of the sentences is known."""
        return all(one.standing for one in self.located) and self.source.has_all_names_of(self.table)

    @cached_property
    def names(self) -> Names:
        lines = [self.event.name, *self.event.aliases, self.event.place or ""] if self.event else []
        spoken = [name.text for line in lines for name in self.table.names(tokens(normalise(line)))]
        sentences = [name for outline in self.outlines(self.behind) for name in outline.names]
        return Names.of([*sentences, *spoken], self.table)

    @cached_property
    def forms(self) -> tuple[str, ...]:
        return tuple(form for outline in self.outlines(self.spots) for form in outline.figures)

    def outlines(self, spots: Sequence[Spot]) -> Iterator[Outline]:
        return (outline for outline in self.source.outlines if outline.spot in spots)

    def nearest(self, has: Iterable[Spot]) -> str:
        """The remedy for something unbound: the sentence nearest to the passage that has it."""
        first = self.spots[0].paragraph if self.spots else 1
        found = sorted(has, key=lambda spot: (abs(spot.paragraph - first), spot))
        return (
            f"the nearest sentence that has it is {found[0]}"
            if found
            else "no sentence of the article has it"
        )


@dataclass(frozen=True)
class Names:
    """Whom some sentences name, and the capitalised words that stand in them."""

    subjects: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, spoken: Iterable[str], table: Gazetteer) -> Names:
        found = [parts(tokens(name)) for name in spoken]
        subjects = {name.subject for words in found for name in table.registered(words) if name.subject}
        return cls(frozenset(subjects), frozenset(fold(part.text) for words in found for part in words))


def bind(ground: Ground) -> tuple[Check, ...]:
    """Every check of what a fact says, besides that of its passages; none while no passage was found."""
    if not ground.spots:
        return ()
    fact = ground.fact
    return (
        *_bound(ground, fact.say, ("say",)),
        *(
            check
            for asked, answer in fact.answers.items()
            for check in _bound(ground, answer, ("answers", asked))
        ),
        *_named(ground),
        *_speaker(ground),
        *_channel(ground),
        *_when(ground),
        *_computed(ground),
        _own_words(ground),
    )


def _bound(ground: Ground, text: str, field: Field) -> Iterator[Check]:
    yield from _quotations(ground, text, field)
    for paragraph in paragraphs(text):
        for sentence in paragraph.sentences:
            dates = figures(sentence.tokens)
            for figure in dates:
                if not figure.free:
                    yield _figure(ground, figure, field)
            taken = {spot for figure in dates if figure.is_date for spot in range(figure.start, figure.end)}
            yield from _names(ground, sentence.tokens, taken, field)


def _figure(ground: Ground, figure: Figure, field: Field) -> Check:
    subject = "date" if figure.is_date else "number"
    given = [form for form in ground.forms if says(figure.form, form)]
    if given or any(says(figure.form, form) for form in (*_dates_of(ground), *_computed_forms(ground.fact))):
        return proved(subject, *field)
    what = f"no sentence of the passage gives the {subject} `{figure.text}`"
    if not all(one.standing for one in ground.located):
        return cannot(subject, field, what)
    has = (o.spot for o in ground.source.outlines if any(says(figure.form, form) for form in o.figures))
    return refuted(subject, field, f"UNBOUND-{subject.upper()}", what, ground.nearest(has))


def _dates_of(ground: Ground) -> Iterator[str]:
    """The dates that bind through the fact's `when` and its event, each of which is checked for itself."""
    for when in (ground.fact.when, ground.event.when if ground.event else None):
        if when:
            yield from edtf_forms(when.date)


def edtf_forms(date: Edtf) -> tuple[str, ...]:
    """The dates that an EDTF text names, in the form that figures have; an open end names none."""
    ends = (end.rstrip("~?%") for end in date.text.split("/") if end != "..")
    return tuple(date_form(*_numbers_of(end)) for end in ends)


def _numbers_of(end: str) -> tuple[int | None, int | None, int | None]:
    year, month, day = (int(part) if part.isdigit() else None for part in [*end.split("-"), "", ""][:3])
    return year, month if month and month <= 12 else None, day  # a season is written as a month above 20


def _names(ground: Ground, sentence: tuple[Token, ...], taken: set[int], field: Field) -> Iterator[Check]:
    words = parts(sentence)
    for name in ground.table.names(sentence):
        span = [part for part in words[name.start : name.end] if part.token not in taken]
        if not span or sentence[span[0].token].quoted:
            continue
        if name.subject:
            yield _subject(ground, name.subject, name.text, "name", field)
            continue
        for spot, part in enumerate(span):
            opens = name.start == 0 and spot == 0
            if check := _capital(ground, part.text, opens, field):
                yield check


def _capital(ground: Ground, word: str, opens: bool, field: Field) -> Check | None:
    """A capitalised word that no registry knows; one that opens a sentence may be known in lower case."""
    lower = opens and (word.lower() in ground.table.lower_case_words or ground.source.in_lower_case(word))
    if lower:
        return None
    if fold(word) in ground.names.words:
        return proved("name", *field)
    what = f"no sentence of the passage names `{word}`"
    if opens and lower is None:
        return cannot(
            "name", field, f"whether the article has `{word}` in lower case needs its text", waits=True
        )
    if not ground.complete:
        return cannot("name", field, what)
    has = (o.spot for o in ground.source.outlines if fold(word) in Names.of(o.names, ground.table).words)
    return refuted("name", field, "UNBOUND-NAME", what, ground.nearest(has))


def _subject(ground: Ground, subject: str, shown: str, kind: str, field: Field) -> Check:
    if subject in ground.names.subjects or subject in ground.fact.named:
        return proved(kind, *field)
    what = f"no sentence of the passage names `{shown}`"
    if not ground.complete:
        return cannot(kind, field, what)
    has = [o.spot for o in ground.source.outlines if subject in Names.of(o.names, ground.table).subjects]
    earlier = [spot.paragraph for spot in has if ground.spots and spot.paragraph < ground.spots[0].paragraph]
    remedy = (
        f"if it means {shown}, point to paragraph {earlier[-1]}: `named: {{{subject}: {earlier[-1]}}}`"
        if earlier
        else ground.nearest(has)
    )
    return refuted(kind, field, f"UNBOUND-{kind.upper()}", what, remedy)


def _named(ground: Ground) -> Iterator[Check]:
    """`named` points to an earlier paragraph that does name the subject."""
    for subject, paragraph in ground.fact.named.items():
        field = ("named", subject)
        spoken = [name for o in ground.source.outlines if o.spot.paragraph == paragraph for name in o.names]
        if paragraph > ground.spots[-1].paragraph:
            what = f"paragraph {paragraph} comes after the passage"
            yield refuted("name", field, "BAD-POINTER", what, "point to an earlier paragraph")
        elif subject in Names.of(spoken, ground.table).subjects:
            yield proved("name", *field)
        elif not ground.source.has_all_names_of(ground.table):
            yield cannot("name", field, f"whether paragraph {paragraph} names `{subject}` needs the text")
        else:
            yield refuted("name", field, "BAD-POINTER", f"paragraph {paragraph} does not name `{subject}`")


def _speaker(ground: Ground) -> Iterator[Check]:
    if ground.fact.who:
        yield _subject(ground, ground.fact.who, ground.fact.who, "speaker", ("who",))


def _channel(ground: Ground) -> Iterator[Check]:
    """Registered names of `via` are bound as names are, its other words stand in the same sentences."""
    if not ground.fact.via:
        return
    channel = tokens(normalise(ground.fact.via))
    words = parts(channel)
    registered = list(ground.table.registered(words))
    for name in registered:
        if name.subject:
            yield _subject(ground, name.subject, name.text, "channel", ("via",))
    taken = {spot for name in registered for spot in range(name.start, name.end)}
    rest = " ".join(part.text for spot, part in enumerate(words) if spot not in taken)
    answer = ground.source.contains(rest, ground.behind)
    if answer:
        yield proved("channel", "via")
    elif answer is None:
        yield cannot(
            "channel", ("via",), f"the lock does not know the channel `{ground.fact.via}` of this passage"
        )
    else:
        what = f"no sentence of the passage mentions the channel `{ground.fact.via}`"
        yield refuted("channel", ("via",), "UNBOUND-CHANNEL", what, "use the article's own words for it")


def _when(ground: Ground) -> Iterator[Check]:
    when = ground.fact.when
    if when is None or when.basis == "inferred":
        return
    if when.reckoned:
        yield _reckoned(ground, when, when.reckoned)
        return
    known = [*ground.forms, *(edtf_forms(ground.event.when.date) if ground.event else ())]
    if all(any(says(form, other) for other in known) for form in edtf_forms(when.date)):
        yield proved("date", "when")
    elif not all(one.standing for one in ground.located):
        yield cannot("date", ("when",), f"nothing that is known here gives the date {when.date.text}")
    else:
        what = f"neither the sentences of the passage nor the fact's event give the date {when.date.text}"
        remedy = "give the words it is `reckoned` from, or `basis: inferred` and `because`"
        yield refuted("date", ("when",), "UNBOUND-DATE", what, remedy)


def _reckoned(ground: Ground, when: When, words: str) -> Check:
    field = ("when", "reckoned")
    if fault := reckons(words, when.date, ground.published):
        return refuted(
            "date", field, "BAD-RECKONING", fault, "mend the date, or use `basis: inferred` with `because`"
        )
    answer = ground.source.contains(words, ground.spots)
    if answer:
        return proved("date", *field)
    if answer is None:
        return cannot("date", field, f"the lock does not know the words `{words}` in these sentences")
    return refuted("date", field, "UNBOUND-DATE", f"no sentence of the passage has the words `{words}`")


def _computed(ground: Ground) -> Iterator[Check]:
    """The words that a computed number is taken from stand in a passage."""
    for number, words in ground.fact.computed.items():
        field = ("computed", number)
        if any(_within(words, one.text) for one in ground.located):
            yield proved("number", *field)
        else:
            yield refuted("number", field, "UNBOUND-NUMBER", f"no passage has the words `{words}`")


def _computed_forms(fact: Fact) -> tuple[str, ...]:
    return tuple(figure.form for number in fact.computed for figure in figures(tokens(normalise(number))))


def _quotations(ground: Ground, text: str, field: Field) -> Iterator[Check]:
    """What stands in quotation marks in our words stands in a passage."""
    for quoted in normalise(text).split('"')[1::2]:
        words = quoted.strip(" ,.;:!?")
        if any(_within(words, one.text) for one in ground.located):
            yield proved("quotation", *field)
        else:
            what = f"no passage has the quoted words `{words}`"
            yield refuted(
                "quotation", field, "UNBOUND-QUOTATION", what, "quote a passage, or drop the quotation marks"
            )


def _within(words: str, passage: str) -> bool:
    wanted = [token.text for token in tokens(normalise(words))]
    there = [token.text for token in tokens(normalise(passage))]
    return bool(wanted) and any(there[n : n + len(wanted)] == wanted for n in range(len(there)))


def _own_words(ground: Ground) -> Check:
    run = ground.source.copied(ground.fact.say)
    if run is None:
        return cannot("own words", ("say",), "whether the wording is our own needs the text", waits=True)
    if run:
        return refuted(
            "own words",
            ("say",),
            "COPIED-WORDS",
            f"the article has the words `{run}`",
            "say it in our own words",
        )
    return proved("own words", "say")


def subjects_in(texts: Iterable[str], table: Gazetteer) -> frozenset[str]:
    """Whom our own words name."""
    found: list[Name] = [name for text in texts for name in table.registered(parts(tokens(normalise(text))))]
    return frozenset(name.subject for name in found if name.subject)
