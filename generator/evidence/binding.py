"""Whether the names, numbers, dates, speaker and channel of a fact stand in the sentences of its passages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.content.dates import Edtf
from generator.content.model import Fact
from generator.content.record import When
from generator.evidence.figures import Figure, figures, says
from generator.evidence.ground import Ground, Names, edtf_forms, months_of
from generator.evidence.names import Gazetteer, Name, fold, parts
from generator.evidence.reckoning import counted, reckons
from generator.evidence.source import Source, Spot, meaning_words
from generator.evidence.text import Token, normalise, paragraphs, run_of, tokens
from generator.evidence.verdicts import Check, cannot, proved, refuted

__all__ = [
    "Ground", "Names", "bind", "edtf_forms", "gives", "numbers_in", "quotations", "subjects_in", "within",
]  # fmt: skip

Field = tuple[str | int, ...]
UNBOUND = {
    "name": "UNBOUND-NAME", "number": "UNBOUND-NUMBER", "date": "UNBOUND-DATE", "speaker": "UNBOUND-SPEAKER",
    "channel": "UNBOUND-CHANNEL", "quotation": "UNBOUND-QUOTATION",
}  # fmt: skip
_QUOTED = re.compile(r"\"([^\"]*)(?:\"|$)|(?<!\w)'(?=\w)([^\"]*?)'(?!\w)")


def bind(ground: Ground) -> tuple[Check, ...]:
    """Every check of what a fact says, besides that of its passages; none while no passage was found."""
    if not ground.spots:
        return ()
    fact = ground.fact
    return (
        *_bound(ground, fact.say, ("say",)),
        *(check for asked, answer in fact.answers.items() for check in _bound(ground, answer, ("answers", asked))),
        *_named(ground),
        *_speaker(ground),
        *_channel(ground),
        *_when(ground),
        *_computed(ground),
        _own_words(ground),
    )


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


def _bound(ground: Ground, text: str, field: Field) -> Iterator[Check]:
    yield from _quotations(ground, text, field)
    for paragraph in paragraphs(text):
        for sentence in paragraph.sentences:
            found = numbers_in(sentence.tokens, ground.table)
            for figure in found:
                if not figure.free:
                    yield _figure(ground, figure, field)
            taken = {spot for figure in found for spot in range(figure.start, figure.end)}
            yield from _names(ground, sentence.tokens, taken, field)


def _figure(ground: Ground, figure: Figure, field: Field) -> Check:
    subject = "date" if figure.is_date else "number"
    given = (*ground.forms, *_dates_of(ground), *_computed_forms(ground.fact))
    if any(says(figure.form, form) for form in given):
        return proved(subject, *field)
    what = f"no sentence of the passage gives the {subject} `{figure.text}`"
    if not ground.found:
        return cannot(subject, field, what)
    return refuted(subject, field, UNBOUND[subject], what, ground.nearest(_giving(ground, figure.form)))


def _giving(ground: Ground, form: str) -> Iterator[Spot]:
    return (o.spot for o in ground.source.outlines if any(says(form, told) for told in o.figures))


def _dates_of(ground: Ground) -> Iterator[str]:
    """The dates that bind through the fact's `when` and its event, each of which is checked for itself."""
    if ground.fact.when:
        yield from edtf_forms(ground.fact.when.date)
    if ground.event:
        yield from months_of(ground.event)


def _names(ground: Ground, sentence: tuple[Token, ...], taken: set[int], field: Field) -> Iterator[Check]:
    words = parts(sentence)
    for name in ground.table.names(sentence):
        span = [part for part in words[name.start : name.end] if part.token not in taken]
        if not span or sentence[span[0].token].quoted:
            continue
        if name.subject:
            yield _subject(ground, name.subject, name.text, "name", field)
            continue
        for part in span:
            if check := _capital(ground, part.text, part is words[0], field):
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
        return cannot("name", field, f"whether the article has `{word}` in lower case needs its text", waits=True)
    if not (ground.found and ground.knows_names):
        return cannot("name", field, what)
    has = (o.spot for o in ground.source.outlines if fold(word) in ground.names_in([o.spot]).words)
    return refuted("name", field, UNBOUND["name"], what, ground.nearest(has))


def _subject(ground: Ground, subject: str, shown: str, kind: str, field: Field) -> Check:
    if subject in ground.names.subjects or subject in ground.fact.named:
        return proved(kind, *field)
    what = f"no sentence of the passage names `{shown}`"
    if not (ground.found and ground.knows_names):
        return cannot(kind, field, what)
    has = [o.spot for o in ground.source.outlines if subject in ground.names_in([o.spot]).subjects]
    remedy = ground.nearest(has)
    if earlier := [spot.paragraph for spot in has if spot.paragraph < ground.spots[0].paragraph]:
        remedy += f"; if it means {shown}, point there: `named: {{{subject}: {earlier[-1]}}}`"
    return refuted(kind, field, UNBOUND[kind], what, remedy)


def _named(ground: Ground) -> Iterator[Check]:
    """`named` points to an earlier paragraph that does name the subject."""
    for subject, paragraph in ground.fact.named.items():
        field = ("named", subject)
        spots = [o.spot for o in ground.source.outlines if o.spot.paragraph == paragraph]
        if paragraph >= ground.spots[-1].paragraph and ground.found:
            what = f"paragraph {paragraph} does not come before the passage"
            yield refuted("name", field, "BAD-POINTER", what, "point to an earlier paragraph")
        elif paragraph < ground.spots[-1].paragraph and subject in ground.names_in(spots).subjects:
            yield proved("name", *field)
        elif ground.found and ground.knows_names:
            has = (o.spot for o in ground.source.outlines if subject in ground.names_in([o.spot]).subjects)
            what = f"paragraph {paragraph} does not name `{subject}`"
            yield refuted("name", field, "BAD-POINTER", what, ground.nearest(has))
        else:
            yield cannot("name", field, f"whether paragraph {paragraph} names `{subject}` needs the text")


def _speaker(ground: Ground) -> Iterator[Check]:
    if ground.fact.who:
        yield _subject(ground, ground.fact.who, ground.fact.who, "speaker", ("who",))


def _channel(ground: Ground) -> Iterator[Check]:
    """Registered names of `via` are bound as names are, its other words stand in the same sentences."""
    if not ground.fact.via:
        return
    via = normalise(ground.fact.via)
    words = parts(tokens(via))
    registered = list(ground.table.registered(words))
    for name in registered:
        if name.subject:
            yield _subject(ground, name.subject, name.text, "channel", ("via",))
    taken = {spot for name in registered for spot in range(name.start, name.end)}
    rest = " ".join(part.text for spot, part in enumerate(words) if spot not in taken)
    if registered and not meaning_words(rest, ground.source.language):
        return
    answer = ground.source.contains(rest, ground.behind)
    if answer:
        yield proved("channel", "via")
    elif answer is None or not ground.found:
        what = f"whether a sentence of the passage mentions the channel `{via}` needs the text"
        yield cannot("channel", ("via",), what)
    else:
        what = f"no sentence of the passage mentions the channel `{via}`"
        has = (o.spot for o in ground.source.outlines if ground.source.contains(rest, [o.spot]))
        remedy = f"{ground.nearest(has)}; use the article's own words for it"
        yield refuted("channel", ("via",), UNBOUND["channel"], what, remedy)


def _when(ground: Ground) -> Iterator[Check]:
    when = ground.fact.when
    if when is None or when.basis == "inferred":
        return
    if when.reckoned:
        yield _reckoned(ground, when, when.reckoned)
        return
    known = [*ground.forms, *(edtf_forms(ground.event.when.date) if ground.event else ())]
    missing = [form for form in edtf_forms(when.date) if not any(says(form, other) for other in known)]
    if not missing:
        yield proved("date", "when")
        return
    what = f"neither the sentences of the passage nor the fact's event give the date `{when.date.text}`"
    if not ground.found:
        yield cannot("date", ("when",), what)
        return
    more = "give the words it is `reckoned` from, or `basis: inferred` and `because`"
    remedy = f"{ground.nearest(_giving(ground, missing[0]))}; {more}"
    yield refuted("date", ("when",), UNBOUND["date"], what, remedy)


def _reckoned(ground: Ground, when: When, words: str) -> Check:
    field = ("when", "reckoned")
    if fault := reckons(words, when.date, ground.published, ground.source.language):
        remedy = "mend the date, or use `basis: inferred` with `because`"
        return refuted("date", field, "BAD-RECKONING", fault, remedy)
    answer = ground.source.has_run(counted(words), ground.spots)
    if answer:
        return proved("date", *field)
    if answer is None or not ground.found:
        return cannot("date", field, f"whether a sentence of the passage has the words `{words}` needs the text")
    what = f"no sentence of the passage has the words `{words}`"
    has = (o.spot for o in ground.source.outlines if ground.source.has_run(counted(words), [o.spot]))
    return refuted("date", field, UNBOUND["date"], what, ground.nearest(has))


def _computed(ground: Ground) -> Iterator[Check]:
    """The words that a computed number is taken from stand in a passage."""
    for number, words in ground.fact.computed.items():
        yield _in_a_passage(ground, words, "number", ("computed", number), f"`{words}`, for `{number}`")


def _computed_forms(fact: Fact) -> tuple[str, ...]:
    return tuple(figure.form for number in fact.computed for figure in figures(tokens(normalise(number))))


def _quotations(ground: Ground, text: str, field: Field) -> Iterator[Check]:
    """What stands in quotation marks in our words stands in a passage."""
    for words in quotations(text):
        yield _in_a_passage(ground, words, "quotation", field, f"the quoted words `{words}`")


def _in_a_passage(ground: Ground, words: str, subject: str, field: Field, shown: str) -> Check:
    if any(within(words, one.text) for one in ground.located):
        return proved(subject, *field)
    answers = {o.spot: ground.source.has_run(words, [o.spot]) for o in ground.source.outlines}
    known = f"{ground.nearest(spot for spot, has in answers.items() if has)}; " if None not in answers.values() else ""
    remedy = f"{known}quote it in a passage, or leave it out"
    return refuted(subject, field, UNBOUND[subject], f"no passage has {shown}", remedy)


def _own_words(ground: Ground) -> Check:
    run = ground.source.copied(ground.fact.say)
    if run is None:
        return cannot("own words", ("say",), "whether the wording is our own needs the text", waits=True)
    if run:
        what = f"the article has the words `{run}`"
        return refuted("own words", ("say",), "COPIED-WORDS", what, "say it in our own words")
    return proved("own words", "say")
