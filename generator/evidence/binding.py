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
from generator.evidence.figures import (
    Figure,
    body_of,
    contradicted,
    date_form,
    entails,
    miscomputed,
    proves,
    without_rate,
)
from generator.evidence.languages import ENGLISH, Language
from generator.evidence.name_parts import Part, chunks, codes, fold, is_code, is_linked, is_uncased, opens, parts
from generator.evidence.names import AliasTable
from generator.evidence.printed import date_of, figure_as_printed, figures_told, reckoning, told_as
from generator.evidence.quotation_marks import DOUBLE_MARK, NO_DOUBLE_MARK
from generator.evidence.relative_dates import counted, relative_date_fault, without_year
from generator.evidence.source import SentenceProfile, SentenceRef, Source, meaning_words
from generator.evidence.text import Token, contains_run, normalise, paragraphs, tokens
from generator.evidence.verdict import Check, Field, Verdict, cannot, proved, refuted
from generator.evidence.weekdays import Side

# The fields of a fact that are bound as `say` is: all that are marked so, but those with a check of their own.
BOUND_FIELDS = tuple(
    name for name, mark in marks(Fact).items() if mark is Mark.BOUND and name not in ("passage", "via", "computed")
)
TAKEN_FOR_A_NAME = (
    "it was taken for a name, because neither a dictionary nor the article has it as a plain word; "
    "open with another word if it is none"
)
_QUOTED = re.compile(rf"{DOUBLE_MARK}({NO_DOUBLE_MARK}*)(?:{DOUBLE_MARK}|$)|(?<!\w)'(?=\w)([^\"]*?)'(?!\w)")


def bind_fact(context: FactContext) -> tuple[Check, ...]:
    """Every check of what a fact says, besides that of its passages; none while no passage was found."""
    if not context.refs:
        return ()
    return (
        *(check for field, text in _bound_texts(context.fact) for check in bind(text, context, field)),
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
        is_contained = any(stands_in(words, passage) for passage in context.passages)
        yield proved("quotation", *field) if is_contained else context.lacks("quotation", field, words, _has_nothing)
    for paragraph in paragraphs(normalise(text)):  # marks are paired over the whole text, as quotations are
        for sentence in paragraph.sentences:
            sentence_parts = parts(sentence.tokens)
            known_codes = frozenset(_codes(context, sentence_parts))
            coded = {sentence_parts[spot + 1].token for spot in known_codes}
            numbers = numbers_outside_names(sentence.tokens, context.aliases)
            numbers = [number for number in numbers if not coded.issuperset(range(number.start, number.end))]
            yield from (check for number in numbers for check in _number(context, number, field, sentence.tokens))
            number_tokens = {spot for number in numbers for spot in range(number.start, number.end)}
            yield from _names(context, sentence.tokens, number_tokens, known_codes, field)


def _codes(context: EvidenceContext, words: Sequence[Part]) -> dict[int, str]:
    """The codes that our words spell in two, `Cop 28`, and that the sentences have, however they are spelt there."""
    return {spot: code for spot, code in codes(words).items() if code in context.names.words}


def _bound_texts(fact: Fact) -> Iterator[tuple[Field, str]]:
    return ((field, text) for field, text in texts(fact, Mark.BOUND) if field[0] in BOUND_FIELDS)


def quotations(text: str) -> Iterator[str]:
    """What stands in quotation marks, double or single, in our own words."""
    plain = normalise(text)
    for double, single in _QUOTED.findall(plain) if '"' in plain or "'" in plain else ():
        yield (double or single).strip(" ,.;:!?")


def subjects_in(texts: Iterable[str], aliases: AliasTable) -> frozenset[str]:
    """The ids of everyone whom our own words name."""
    runs = (parts(tokens(normalise(text))) for text in texts)
    return frozenset(name.subject for run in runs for name in aliases.registered(run) if name.subject)


def numbers_outside_names(sentence: Sequence[Token], aliases: AliasTable) -> list[Figure]:
    """The numbers and dates of our own words; one inside a name, as in Committee of Five or COP28, is none."""
    numbers = ENGLISH.figures(sentence)
    if not numbers:
        return []
    words = parts(sentence)
    named = {part.token for name in aliases.registered(words) for part in words[name.start : name.end]}
    named.update(spot for spot, token in enumerate(sentence) if is_code(token.text))
    return [number for number in numbers if not named.issuperset(range(number.start, number.end))]


def stands_in(words: str, passage: str) -> bool:
    """Whether the words stand in a passage as they are, together and in order."""
    run, passage_words = ([token.text for token in tokens(normalise(text))] for text in (words, passage))
    return bool(run) and contains_run(run, passage_words)


def supports_date(when: When, source: Source, published: Edtf, refs: Sequence[SentenceRef]) -> bool | None:
    """Whether sentences of an article give a date, in figures or in words that count."""
    article_forms = [form for profile in source.profiles if profile.ref in refs for form in profile.numbers]
    if when.reckoned:
        fits = not relative_date_fault(when.reckoned, when.date, published, source.language)
        fits = fits and not _has_its_year(when.reckoned, source.language, article_forms)
        return fits and source.has_run(counted(when.reckoned), refs)
    return all(any(entails(form, article_form) for article_form in article_forms) for form in edtf_forms(when.date))


def _has_its_year(words: str, language: Language, article_forms: Sequence[str]) -> bool:
    """Whether sentences give a date with its year, of which our words leave it out to count from another."""
    month_and_day = without_year(words, language)
    return month_and_day is not None and not any(
        form.endswith(date_form(None, *month_and_day)) for form in article_forms
    )


def who_is_named(context: EvidenceContext, who: str, shown: str, subject: str, field: Field) -> Check:
    """Whether somebody registered is named: in a text, as its speaker, or as who took part."""
    if who in context.names.subjects:
        return proved(subject, *field)
    return context.lacks(subject, field, shown, partial(_is_named, context, who), who)


def _is_named(context: EvidenceContext, who: str, profile: SentenceProfile) -> bool:
    return who in Names.of(profile.names, context.aliases).subjects


def _number(context: EvidenceContext, number: Figure, field: Field, sentence: Sequence[Token]) -> Iterator[Check]:
    """Whether a figure stands there with its modifiers; one that is too common to be bound only tells no other rank."""
    subject = "date" if number.is_date else "number"
    if number.free:
        if isinstance(context, FactContext) and (other := contradicted(number, context.forms)):
            what = f"{_told(context, other)}, `{field[0]}` has `{number.text}`"
            yield refuted(subject, field, UNBOUND[subject], what, "give the rank that they give")
        return
    forms = context.forms
    if field[0] == "figure":  # it is shown large, and the words beside it say by what time it is counted
        forms = (*forms, *map(without_rate, forms))
    if proves(number, forms):
        yield proved(subject, *field)
        return
    check = context.lacks(subject, field, number.text, _has_number(number))
    explained = _explained(context, number, field, sentence) if check.verdict is Verdict.REFUTED else None
    yield refuted(subject, field, check.code, *explained) if explained else _shown_beside(context, check, number)


def _shown_beside(context: EvidenceContext, check: Check, number: Figure) -> Check:
    """The check of a figure that no sentence has, with those that they have, or how to count a date from them."""
    if not isinstance(context, FactContext) or check.verdict is not Verdict.REFUTED:
        return check
    date = date_of(number.amount) if number.is_date else None
    if date and (counted_from := reckoning(context, date)):
        return check._replace(remedy=counted_from)
    told = figures_told(context, dates=number.is_date)
    kind = "dates" if number.is_date else "figures"
    return check._replace(what=f"{check.what}; its {kind}: {told}") if told else check


def _explained(
    context: EvidenceContext, number: Figure, field: Field, sentence: Sequence[Token]
) -> tuple[str, str] | None:
    """What is said of a figure that is not read, or that the sentences have with another modifier."""
    if number.is_unread:
        return f"`{number.text}` is not read", "write it as it stands in the article, or use `computed`"
    amounts = {body_of(form) for form in number.forms}
    other = next((form for form in context.forms if any(entails(amount, body_of(form)) for amount in amounts)), "")
    if not other:
        return None
    shown = figure_as_printed(sentence, number.form, ENGLISH) or number.text
    what = f"{_told(context, other)}, `{field[0]}` has `{shown}`"
    return what, "give the figure with the words that modify it there, or others of their class"


def _told(context: EvidenceContext, form: str) -> str:
    """A figure of the sentences in their own words, where these are at hand."""
    if not isinstance(context, FactContext):
        return f"what it rests on has `{_shown(form)}`"
    words = told_as(context, form)
    return f"the sentence has “{words}”" if words else f"the sentence has `{_shown(form)}`"


def _shown(form: str) -> str:
    return form.replace("th most", "th of its kind")


def _has_nothing(_profile: SentenceProfile) -> bool:
    """Whether a sentence has a quotation, which its profile never shows."""
    return False


def _has_number(number: Figure) -> Has:
    return lambda profile: proves(number, profile.numbers)


def _has_form(form: str) -> Has:
    return lambda profile: any(entails(form, told) for told in profile.numbers)


def _names(
    context: EvidenceContext,
    sentence: tuple[Token, ...],
    number_tokens: set[int],
    known_codes: frozenset[int],
    field: Field,
) -> Iterator[Check]:
    words = parts(sentence)
    unregistered: list[int] = []  # the spots of a name, small words between them left out
    for name in context.aliases.names_of(sentence):
        spots = [
            spot
            for spot in range(name.start, name.end)
            if words[spot].token not in number_tokens and not sentence[words[spot].token].quoted
        ]
        if unregistered and (name.subject or not is_linked(words, unregistered[-1] + 1, name.start)):
            yield from _unregistered(context, words, unregistered, known_codes, field)
            unregistered = []
        if spots and name.subject:
            yield who_is_named(context, name.subject, name.text, "name", field)
        elif spots:
            unregistered += [spot for spot in spots if words[spot].capital]
    if unregistered:
        yield from _unregistered(context, words, unregistered, known_codes, field)
    yield from _uncased(context, words, sentence, field)


def _unregistered(
    context: EvidenceContext, words: Sequence[Part], spots: Sequence[int], known_codes: frozenset[int], field: Field
) -> Iterator[Check]:
    """The words of a name that no registry knows, each a check; those that are no titles have to stand together."""
    is_opening, known = opens(words, spots[0]), {words[spot] for spot in spots if spot in known_codes}
    for chunk in chunks([words[spot] for spot in spots]):
        checks = [
            proved("name", *field)
            if part in known
            else _capital(context, part.text, is_opening and part is words[spots[0]], field)
            for part in chunk
        ]
        bound = [check for check in checks if check]
        named = [part for part, check in zip(chunk, checks, strict=True) if check and part not in known]
        apart = not context.names.has_together(fold(part.text) for part in named)
        if len(named) > 1 and apart and all(check.verdict is Verdict.PROVED for check in bound):
            shown = " ".join(part.text for part in named)
            bound[0] = context.lacks("name", field, shown, partial(_has_together, context, named))
        yield from bound


def _capital(context: EvidenceContext, word: str, opens: bool, field: Field) -> Check | None:
    """A capitalised word that no registry knows; one that opens a sentence may be known in lower case."""
    if fold(word) in context.names.words:
        return proved("name", *field)
    lower = opens and context.in_lower_case(word)
    if lower:
        return None
    if lower is None:
        return cannot("name", field, f"whether `{word}`, which opens a sentence, is a name needs the text")
    check = context.lacks("name", field, word, partial(_has_capital, context, fold(word)))
    return check._replace(remedy=f"{check.remedy}; {TAKEN_FOR_A_NAME}") if opens and check.remedy else check


def _has_capital(context: EvidenceContext, word: str, profile: SentenceProfile) -> bool:
    return word in Names.of(profile.names, context.aliases).words


def _has_together(context: EvidenceContext, named: Sequence[Part], profile: SentenceProfile) -> bool:
    return Names.of(profile.names, context.aliases).has_together(fold(part.text) for part in named)


def _uncased(
    context: EvidenceContext, words: Sequence[Part], sentence: tuple[Token, ...], field: Field
) -> Iterator[Check]:
    """Words of a script without capitals: any may be a name, so that each has to stand there, letter by letter."""
    registered = {spot for name in context.aliases.registered(words) for spot in range(name.start, name.end)}
    for spot, part in enumerate(words):
        if spot in registered or sentence[part.token].quoted or not is_uncased(part.text):
            continue
        has = context.has_words(part.text)
        if has is None:
            yield cannot("name", field, f"whether a sentence of the passage has `{part.text}` needs the text")
        else:
            yield proved("name", *field) if has else context.lacks("name", field, part.text, _has_nothing)


def _named(context: FactContext) -> Iterator[Check]:
    """`named` points to an earlier paragraph that names the subject, or to a later one that says who speaks."""
    for subject, paragraph in context.fact.named.items():
        field = ("named", subject)
        refs = [o.ref for o in context.source.profiles if o.ref.paragraph == paragraph]
        if context.is_located and paragraph not in context.may_point_to and refs:
            what = f"paragraph {paragraph} neither comes before the passage nor says who speaks its words"
            yield refuted("name", field, "BAD-POINTER", what, _pointers(context, subject))
        elif paragraph in context.may_point_to and subject in context.names_in(refs).subjects:
            yield proved("name", *field)
        elif context.knows_names:
            what = f"paragraph {paragraph} does not name `{subject}`"
            yield refuted("name", field, "BAD-POINTER", what, _pointers(context, subject))
        else:
            yield cannot("name", field, f"whether paragraph {paragraph} names `{subject}` needs the text")


def _pointers(context: FactContext, subject: str) -> str:
    """The remedy for a wrong pointer: the paragraphs that name the subject, and which of them may be pointed to."""
    naming = (o.ref.paragraph for o in context.source.profiles if _is_named(context, subject, o))
    paragraphs = tuple(dict.fromkeys(naming))
    possible = [str(paragraph) for paragraph in paragraphs if paragraph in context.may_point_to]
    if possible:
        return f"point to paragraph {' or '.join(possible)}, which names it"
    if not paragraphs:
        return "no paragraph of the article names it; leave it out"
    here = context.refs and context.refs[-1].paragraph in paragraphs
    where = ", ".join(map(str, paragraphs))
    more = "; that of the passage needs no pointer" if here else "; no pointer leads behind the passage"
    return f"it is named in paragraph {where}{more}"


def _speaker(context: FactContext) -> Iterator[Check]:
    if context.fact.who:
        yield who_is_named(context, context.fact.who, context.fact.who, "speaker", ("who",))


def _channel(context: FactContext) -> Iterator[Check]:
    """Registered names of `via` are bound as names are, its other words stand in the same sentences."""
    if not context.fact.via:
        return
    via = normalise(context.fact.via)
    words = parts(tokens(via))
    registered = list(context.aliases.registered(words))
    for name in registered:
        if name.subject:
            yield who_is_named(context, name.subject, name.text, "channel", ("via",))
    registered_parts = {spot for name in registered for spot in range(name.start, name.end)}
    rest = " ".join(part.text for spot, part in enumerate(words) if spot not in registered_parts)
    if registered and not meaning_words(rest, context.source.language):
        return
    answer = context.source.contains(rest, context.name_scope)
    if answer:
        yield proved("channel", "via")
    elif answer is None or not context.is_located:
        what = f"whether a sentence of the passage mentions the channel `{via}` needs the text"
        yield cannot("channel", ("via",), what)
    else:
        what = f"no sentence of the passage mentions the channel `{via}`"
        remedy = (
            f"{context.nearest(lambda o: context.source.contains(rest, [o.ref]))}; use the article's own words for it"
        )
        yield refuted("channel", ("via",), UNBOUND["channel"], what, remedy)


def _when(context: FactContext) -> Iterator[Check]:
    when = context.fact.when
    if when is None or when.basis == "inferred":
        return
    if when.reckoned:
        yield _relative_date(context, when, when.reckoned)
        return
    event = context.event
    article_forms = [*context.numbers, *(edtf_forms(event.when.date) if event else ())]
    missing = [
        form for form in edtf_forms(when.date) if not any(entails(form, article_form) for article_form in article_forms)
    ]
    if not missing:
        yield proved("date", "when")
        return
    what = f"neither the sentences of the passage nor the fact's event give the date `{when.date.text}`"
    if not context.is_located:
        yield cannot("date", ("when",), what)
        return
    if counted_from := reckoning(context, when.date):
        yield refuted("date", ("when",), UNBOUND["date"], what, counted_from)
        return
    alternative = "give the words it is `reckoned` from, or `basis: inferred` and `because`"
    remedy = f"{context.nearest(_has_form(missing[0]))}; {alternative}"
    yield refuted("date", ("when",), UNBOUND["date"], what, remedy)


def _relative_date(context: FactContext, when: When, words: str) -> Check:
    field = ("when", "reckoned")
    if fault := relative_date_fault(words, when.date, context.published, context.source.language):
        remedy = "mend the date, or use `basis: inferred` with `because`"
        return refuted("date", field, "BAD-RECKONING", fault, remedy)
    if context.is_located and _has_its_year(words, context.source.language, context.numbers):
        what = f"no sentence of the passage has the date `{words}` without its year"
        return refuted("date", field, UNBOUND["date"], what, "give the date as it stands there")
    if _is_on_the_other_side(context, when, words):
        what = f"{when.date.text} is not the `{words}` of the sentence, which is on the other side of the publication"
        return refuted("date", field, "BAD-RECKONING", what, "mend the date: what will be is to come, what was is past")
    answer = context.source.has_run(counted(words), context.refs)
    if answer:
        return proved("date", *field)
    if answer is None or not context.is_located:
        return cannot("date", field, f"whether a sentence of the passage has the words `{words}` needs the text")
    what = f"no sentence of the passage has the words `{words}`"
    nearest = context.nearest(lambda o: context.source.has_run(counted(words), [o.ref]))
    return refuted("date", field, UNBOUND["date"], what, nearest)


def _is_on_the_other_side(context: FactContext, when: When, words: str) -> bool:
    """Whether a weekday is counted back that the sentence has to come, or the other way round."""
    day, published = counted(normalise(words)), context.published.earliest
    if day not in context.source.language.weekdays or when.date.earliest == published:
        return False
    side: Side = "ahead" if when.date.earliest > published else "behind"
    return bool(context.source.tells_the_other_side(day, side, context.refs))


def _computed(context: FactContext) -> Iterator[Check]:
    """The words that a computed number is taken from stand in a passage."""
    for number, words in context.fact.computed.items():
        field = ("computed", number)
        if value := miscomputed(ENGLISH.figures, tokens(normalise(number)), tokens(normalise(words))):
            what = f"`{words}` is {value}, and not `{number}`"
            yield refuted("number", field, UNBOUND["number"], what, "mend the number, or the words that it is from")
            continue
        is_contained = any(stands_in(words, passage) for passage in context.passages)
        shown = f"`{words}`, for `{number}`"
        yield proved("number", *field) if is_contained else context.lacks_run("number", field, words, shown)


def _own_words(context: FactContext) -> Check:
    run = context.source.copied(context.fact.say)
    if run is None:
        return cannot("own words", ("say",), "whether the wording is our own needs the text", needs_text=True)
    if run:
        what = f"the article has the words `{run}`"
        return refuted("own words", ("say",), "COPIED-WORDS", what, "say it in our own words")
    return proved("own words", "say")
