"""The one binder: whether the names, numbers, dates and quotations of a text stand in what is behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from generator.content.dates import Edtf
from generator.content.marks import Mark, marks, texts
from generator.content.model import Fact
from generator.content.record import When
from generator.evidence.context import UNBOUND, EvidenceContext, FactContext, Has, Names, edtf_forms
from generator.evidence.names import Gazetteer, Name, fold, parts
from generator.evidence.numbers import Figure, figures, says
from generator.evidence.relative_dates import counted, reckons
from generator.evidence.source import Outline, Source, Spot, meaning_words
from generator.evidence.text import Token, normalise, paragraphs, run_of, tokens
from generator.evidence.verdict import Check, Field, cannot, proved, refuted

# The fields of a fact that are bound as `say` is: all that are marked so, but those with a check of their own.
SAID = tuple(
    name for name, mark in marks(Fact).items() if mark is Mark.BOUND and name not in ("passage", "via", "computed")
)
_QUOTED = re.compile(r"\"([^\"]*)(?:\"|$)|(?<!\w)'(?=\w)([^\"]*?)'(?!\w)")


def bind_fact(context: FactContext) -> tuple[Check, ...]:
    """Every check of what a fact says, besides that of its passages; none while no passage was found."""
    if not context.spots:
        return ()
    return (
        *(check for field, text in _said(context.fact) for check in bind(text, context, field)),
        *_named(context),
        *_speaker(context),
        *_channel(context),
        *_when(context),
        *_computed(context),
        _own_words(context),
    )


def bind(text: str, context: EvidenceContext, field: Field) -> Iterator[Check]:
    """Every check of a text, a fact's or ours: its quotations, numbers, dates and names stand in what is behind it."""
    for words in quotations(text):
        stands = any(within(words, passage) for passage in context.passages)
        yield proved("quotation", *field) if stands else context.lacks("quotation", field, words, _nowhere)
    for paragraph in paragraphs(text):
        for sentence in paragraph.sentences:
            found = numbers_in(sentence.tokens, context.table)
            yield from (_figure(context, figure, field) for figure in found if not figure.free)
            taken = {spot for figure in found for spot in range(figure.start, figure.end)}
            yield from _names(context, sentence.tokens, taken, field)


def _said(fact: Fact) -> Iterator[tuple[Field, str]]:
    return (found for found in texts(fact, Mark.BOUND) if found[0][0] in SAID)


def quotations(text: str) -> Iterator[str]:
    """What stands in quotation marks, double or single, in our own words."""
    for double, single in _QUOTED.findall(normalise(text)):
        yield (double or single).strip(" ,.;:!?")


def subjects_in(texts: Iterable[str], table: Gazetteer) -> frozenset[str]:
    """Whom our own words name."""
    found: list[Name] = [name for text in texts for name in table.registered(parts(tokens(normalise(text))))]
    return frozenset(name.subject for name in found if name.subject)


def numbers_in(sentence: Sequence[Token], table: Gazetteer) -> list[Figure]:
    """The numbers and dates of our own words; one inside a registered name, as in Committee of Five, is none."""
    words = parts(sentence)
    named = {part.token for name in table.registered(words) for part in words[name.start : name.end]}
    return [figure for figure in figures(sentence) if not named.issuperset(range(figure.start, figure.end))]


def within(words: str, passage: str) -> bool:
    """Whether the words stand in a passage as they are, together and in order."""
    wanted, there = ([token.text for token in tokens(normalise(text))] for text in (words, passage))
    return bool(wanted) and run_of(wanted, there)


def gives(when: When, source: Source, published: Edtf, spots: Sequence[Spot]) -> bool | None:
    """Whether sentences of an article give a date, in figures or in words that count."""
    if when.reckoned:
        fits = not reckons(when.reckoned, when.date, published, source.language)
        return fits and source.has_run(counted(when.reckoned), spots)
    told = [form for outline in source.outlines if outline.spot in spots for form in outline.figures]
    return all(any(says(form, other) for other in told) for form in edtf_forms(when.date))


def who_is_named(context: EvidenceContext, who: str, shown: str, subject: str, field: Field) -> Check:
    """Whether somebody registered is named: in a text, as its speaker, or as who took part."""
    if who in context.names.subjects:
        return proved(subject, *field)
    return context.lacks(subject, field, shown, partial(_is_named, context, who), who)


def _is_named(context: EvidenceContext, who: str, outline: Outline) -> bool:
    return who in Names.of(outline.names, context.table).subjects


def _figure(context: EvidenceContext, figure: Figure, field: Field) -> Check:
    subject = "date" if figure.is_date else "number"
    if any(says(figure.form, form) for form in context.forms):
        return proved(subject, *field)
    return context.lacks(subject, field, figure.text, _gives_form(figure.form))


def _nowhere(_outline: Outline) -> bool:
    """What the sentences of an article cannot tell."""
    return False


def _gives_form(form: str) -> Has:
    return lambda outline: any(says(form, told) for told in outline.figures)


def _names(context: EvidenceContext, sentence: tuple[Token, ...], taken: set[int], field: Field) -> Iterator[Check]:
    words = parts(sentence)
    for name in context.table.names(sentence):
        span = [part for part in words[name.start : name.end] if part.token not in taken]
        if not span or sentence[span[0].token].quoted:
            continue
        if name.subject:
            yield who_is_named(context, name.subject, name.text, "name", field)
            continue
        for part in span:
            if check := _capital(context, part.text, part is words[0], field):
                yield check


def _capital(context: EvidenceContext, word: str, opens: bool, field: Field) -> Check | None:
    """A capitalised word that no registry knows; one that opens a sentence may be known in lower case."""
    lower = opens and context.in_lower_case(word)
    if lower:
        return None
    if fold(word) in context.names.words:
        return proved("name", *field)
    if lower is None:
        return cannot("name", field, f"whether `{word}`, which opens a sentence, is a name needs the text")
    return context.lacks("name", field, word, partial(_has_capital, context, fold(word)))


def _has_capital(context: EvidenceContext, word: str, outline: Outline) -> bool:
    return word in Names.of(outline.names, context.table).words


def _named(context: FactContext) -> Iterator[Check]:
    """`named` points to an earlier paragraph that does name the subject."""
    for subject, paragraph in context.fact.named.items():
        field = ("named", subject)
        spots = [o.spot for o in context.source.outlines if o.spot.paragraph == paragraph]
        if paragraph >= context.spots[-1].paragraph and context.found:
            what = f"paragraph {paragraph} does not come before the passage"
            yield refuted("name", field, "BAD-POINTER", what, "point to an earlier paragraph")
        elif paragraph < context.spots[-1].paragraph and subject in context.names_in(spots).subjects:
            yield proved("name", *field)
        elif context.knows_names:
            nearest = context.nearest(partial(_is_named, context, subject))
            what = f"paragraph {paragraph} does not name `{subject}`"
            yield refuted("name", field, "BAD-POINTER", what, nearest)
        else:
            yield cannot("name", field, f"whether paragraph {paragraph} names `{subject}` needs the text")


def _speaker(context: FactContext) -> Iterator[Check]:
    if context.fact.who:
        yield who_is_named(context, context.fact.who, context.fact.who, "speaker", ("who",))


def _channel(context: FactContext) -> Iterator[Check]:
    """Registered names of `via` are bound as names are, its other words stand in the same sentences."""
    if not context.fact.via:
        return
    via = normalise(context.fact.via)
    words = parts(tokens(via))
    registered = list(context.table.registered(words))
    for name in registered:
        if name.subject:
            yield who_is_named(context, name.subject, name.text, "channel", ("via",))
    taken = {spot for name in registered for spot in range(name.start, name.end)}
    rest = " ".join(part.text for spot, part in enumerate(words) if spot not in taken)
    if registered and not meaning_words(rest, context.source.language):
        return
    answer = context.source.contains(rest, context.behind)
    if answer:
        yield proved("channel", "via")
    elif answer is None or not context.found:
        what = f"whether a sentence of the passage mentions the channel `{via}` needs the text"
        yield cannot("channel", ("via",), what)
    else:
        what = f"no sentence of the passage mentions the channel `{via}`"
        remedy = (
            f"{context.nearest(lambda o: context.source.contains(rest, [o.spot]))}; use the article's own words for it"
        )
        yield refuted("channel", ("via",), UNBOUND["channel"], what, remedy)


def _when(context: FactContext) -> Iterator[Check]:
    when = context.fact.when
    if when is None or when.basis == "inferred":
        return
    if when.reckoned:
        yield _reckoned(context, when, when.reckoned)
        return
    event = context.event
    known = [*context.told, *(edtf_forms(event.when.date) if event else ())]
    missing = [form for form in edtf_forms(when.date) if not any(says(form, other) for other in known)]
    if not missing:
        yield proved("date", "when")
        return
    what = f"neither the sentences of the passage nor the fact's event give the date `{when.date.text}`"
    if not context.found:
        yield cannot("date", ("when",), what)
        return
    more = "give the words it is `reckoned` from, or `basis: inferred` and `because`"
    remedy = f"{context.nearest(_gives_form(missing[0]))}; {more}"
    yield refuted("date", ("when",), UNBOUND["date"], what, remedy)


def _reckoned(context: FactContext, when: When, words: str) -> Check:
    field = ("when", "reckoned")
    if fault := reckons(words, when.date, context.published, context.source.language):
        remedy = "mend the date, or use `basis: inferred` with `because`"
        return refuted("date", field, "BAD-RECKONING", fault, remedy)
    answer = context.source.has_run(counted(words), context.spots)
    if answer:
        return proved("date", *field)
    if answer is None or not context.found:
        return cannot("date", field, f"whether a sentence of the passage has the words `{words}` needs the text")
    what = f"no sentence of the passage has the words `{words}`"
    nearest = context.nearest(lambda o: context.source.has_run(counted(words), [o.spot]))
    return refuted("date", field, UNBOUND["date"], what, nearest)


def _computed(context: FactContext) -> Iterator[Check]:
    """The words that a computed number is taken from stand in a passage."""
    for number, words in context.fact.computed.items():
        field = ("computed", number)
        stands = any(within(words, passage) for passage in context.passages)
        shown = f"`{words}`, for `{number}`"
        yield proved("number", *field) if stands else context.lacks_run("number", field, words, shown)


def _own_words(context: FactContext) -> Check:
    run = context.source.copied(context.fact.say)
    if run is None:
        return cannot("own words", ("say",), "whether the wording is our own needs the text", waits=True)
    if run:
        what = f"the article has the words `{run}`"
        return refuted("own words", ("say",), "COPIED-WORDS", what, "say it in our own words")
    return proved("own words", "say")
