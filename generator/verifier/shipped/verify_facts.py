"""The clauses that hold for a fact: whether its article entails what the fact entails."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from verify_answers import CANNOT, PROVED, REFUTED, Check
from verify_articles import Article
from verify_figures import Figure, contradicted, entails
from verify_locks import SentenceRef
from verify_names import Part, Piece, Told, has_no_case
from verify_numbers import days, given
from verify_own_words import copied
from verify_passages import LocatedPassage
from verify_sense import Difference, Placed, differences
from verify_words import Tokens, contains_run, is_quoted

OF_WORDS = ("speaker", "roles", "owner", "negation")  # marks of which only a text tells, and a lock what it told


class EvidenceContext:
    """What a fact may rest on: the sentences that its passages touch, and what may be read beside them."""

    def __init__(
        self,
        article: Article,
        fact: Mapping[str, Any],
        event: Mapping[str, Any] | None,
        passages: Sequence[LocatedPassage],
    ) -> None:
        self.article, self.fact, self.passages = article, fact, passages
        self.event = event if event and event["proves"] else None  # one that is background alone proves nothing
        self.refs = sorted({span.ref for passage in passages for span in passage.occurrence})
        # While a passage was not found, what is missing may stand there; and a lock that was written with another list
        # of names may leave out one that this list has.
        self.missing = REFUTED if all(passage.occurrence for passage in passages) else CANNOT
        self.has_same_names = article.lock.names == article.readers.names.digest
        self.missing_name = self.missing if self.has_same_names else CANNOT
        self.numbers = [form for ref in self.refs for form in article.lock.sentences[ref].numbers]

    @cached_property
    def name_scope(self) -> list[SentenceRef]:
        """Names: “or in an earlier sentence of the same paragraph,”"""
        last = dict(self.refs)  # of each paragraph, as the refs are sorted
        everywhere = self.article.lock.sentences
        return [r for r in everywhere if r.number <= last.get(r.paragraph, 0) or r in self.sentences_of_speakers]

    @cached_property
    def sentences_of_speakers(self) -> set[SentenceRef]:
        """Speakers and channels: “Who speaks may also be named behind the words: in the sentence in which the
        quotation ends, in the next one that tells of speech, in a signature below; or in the paragraph before that
        ends with a colon.”
        """
        return {ref for spoken in self.spoken for ref in self.article.lock.sentences[spoken].by}

    @cached_property
    def spoken(self) -> list[SentenceRef]:
        """The sentences of which a passage has words in quotation marks."""
        return [span.ref for passage in self.passages for span in passage.occurrence if span.spoken]

    @cached_property
    def names(self) -> Told:
        """Whom those sentences name, or the fact's event; and the capitalised words there."""
        event = [self.event["name"], *self.event["aliases"], self.event["place"] or ""] if self.event else []
        here = self.told_by(self.name_scope)
        of_event = self.article.readers.names.told(map(self.article.readers.words.plain, event))
        return Told(here.subjects | of_event.subjects, here.spelt | of_event.spelt, here.words | of_event.words,
                    here.together + of_event.together)  # fmt: skip

    def told_by(self, refs: Sequence[SentenceRef]) -> Told:
        """Whom sentences name, of which a lock that was written with another list may leave out a part."""
        return self.article.readers.names.told(self.names_in(refs), whole=self.has_same_names)

    def names_in(self, refs: Sequence[SentenceRef]) -> list[str]:
        """Names: “An acronym that the article has in brackets behind a name, or before it, is that name.”"""
        sentences = self.article.lock.sentences
        told = [name for ref in refs for name in sentences[ref].names]
        for short, long in self.article.acronyms:
            has_long, has_short = (any(has_word(run, name) for run in told) for name in (long, short))
            told += [short] if has_long else [long] if has_short else []
        return told

    @cached_property
    def dates(self) -> list[str]:
        return dates_of(self.fact)

    @cached_property
    def dates_of_the_event(self) -> list[str]:
        return dates_of(self.event) if self.event else []

    def check(self, kind: str, right: bool, what: str, otherwise: str) -> Check:
        return Check(kind, PROVED if right else otherwise, f"{kind} `{what}` is not there")

    def quoted(self, kind: str, words: str) -> Check:
        """Words that a passage must have."""
        exact = self.article.readers.words.exact
        there = any(contains_run(exact(words), exact(passage["text"])) for passage in self.fact["passages"])
        return self.check(kind, there, words, REFUTED)

    def named(self, kind: str, subject: str) -> Check:
        """Someone who is registered, and whom the sentences must name, or the fact point to."""
        there = subject in self.names.subjects or subject in self.fact["named"]
        return self.check(kind, there, subject, self.missing_name)


def has_word(run: str, name: str) -> bool:
    """Whether a run of names has this one, whole."""
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", run))


class Reading(NamedTuple):
    """A text of ours as it is read."""

    tokens: Tokens
    parts: Sequence[Part]
    pieces: Sequence[Piece]
    numbers: Sequence[Figure]  # but those inside a name, as in Committee of Five
    coded: set[Part]  # words that make a code with the number behind them, as in `Cop 28`, which the sentences have

    def quotes(self, part: Part) -> bool:
        """Whether a word stands in quotation marks, which are bound for themselves."""
        return is_quoted(self.tokens[part.token])


def check_fact(context: EvidenceContext) -> Iterator[Check]:
    """Every check of a fact; of what it says, none while no passage was found."""
    yield from (passage.check for passage in context.passages)
    if not context.refs:
        return
    for field in context.article.readers.bound:
        for text in texts_of(context.fact.get(field)):
            reading = read(context, text)
            yield from quotation_marks(context, text)
            yield from numbers_and_dates(context, reading)
            yield from names(context, reading)
    yield from earlier_paragraphs(context)
    yield from speaker(context)
    yield from channel(context)
    yield from date(context)
    yield from computed(context)
    yield own_words(context)
    if all(passage.occurrence for passage in context.passages):
        yield sense(context)


def texts_of(field: Any) -> Iterator[str]:
    """The texts that a field holds: one, several, or one for each question; or none."""
    if isinstance(field, str):
        yield field
    elif isinstance(field, (list, dict)):
        for part in field.values() if isinstance(field, dict) else field:
            yield from texts_of(part)


def read(context: EvidenceContext, text: str) -> Reading:
    """A text as it is read in the language of the site."""
    readers = context.article.readers
    tokens = readers.words.tokens(text)
    parts = readers.names.parts(tokens)
    pieces = readers.names.pieces(parts)
    names = [{parts[number].token for number in piece.span} for piece in pieces if piece.subject]
    names += [{number} for number, token in enumerate(tokens) if readers.names.is_code(token[0])]
    codes = {spot: code for spot, code in readers.names.codes(parts).items() if code in context.names.words}
    names += [{parts[spot + 1].token} for spot in codes]
    numbers = [
        number
        for number in readers.numbers.read(tokens)
        if not any(name.issuperset(tokens_of(number)) for name in names)
    ]
    return Reading(tokens, parts, pieces, numbers, {parts[spot] for spot in codes})


def tokens_of(number: Figure) -> range:
    return range(number.start, number.end)


def quotation_marks(context: EvidenceContext, text: str) -> Iterator[Check]:
    """Quotation marks: “What stands in quotation marks in our words stands in a passage, word for word.”"""
    for quotation in context.article.readers.words.quotations(text):
        yield context.quoted("quotation", quotation)


def numbers_and_dates(context: EvidenceContext, text: Reading) -> Iterator[Check]:
    """Numbers and dates: “Every number, amount, percentage and date of a fact stands in the sentences that its passages
    touch.”
    """
    forms = [*context.numbers, *dates_that_our_words_may_name(context), *computed_numbers(context)]
    for number in text.numbers:
        kind = "date" if number.is_date else "number"
        if not number.free:
            yield context.check(kind, given(number, forms), number.form, context.missing)
        elif contradicted(number, forms):
            yield context.check(kind, False, number.form, REFUTED)


def dates_that_our_words_may_name(context: EvidenceContext) -> list[str]:
    """Numbers and dates: “our words may then name that date, or the month of the event;”"""
    return [*context.dates, *(f"{day[:-2]}XX" for day in context.dates_of_the_event)]


def computed_numbers(context: EvidenceContext) -> list[str]:
    """Numbers that the fact computes from words of a passage, such as 30 from `about thirty`."""
    readers = context.article.readers
    pairs = ([readers.words.tokens(text) for text in pair] for pair in context.fact["computed"].items())
    return [form for number, words in pairs for form in readers.numbers.of_computed(number, words)]


def computed(context: EvidenceContext) -> Iterator[Check]:
    """The words that a number is computed from stand in a passage, and are no other number."""
    readers = context.article.readers
    for number, words in context.fact["computed"].items():
        other = readers.numbers.miscomputed(readers.words.tokens(number), readers.words.tokens(words))
        yield context.check("number", False, words, REFUTED) if other else context.quoted("number", words)


def names(context: EvidenceContext, text: Reading) -> Iterator[Check]:
    """Names: “Every name in a fact stands in those sentences,”"""
    taken = {token for number in text.numbers for token in tokens_of(number)}  # as May is in `2 May`
    unknown: list[int] = []
    for piece in text.pieces:
        spots = [s for s in piece.span if text.parts[s].token not in taken and not text.quotes(text.parts[s])]
        if unknown and (piece.subject or not on_the_same_name(context, text, unknown[-1], piece.span.start)):
            yield from name_of_nobody_registered(context, text, unknown)
            unknown = []
        if spots and piece.subject:
            yield context.named("name", piece.subject)
        elif spots:
            unknown += [spot for spot in spots if text.parts[spot].capital]
    if unknown:
        yield from name_of_nobody_registered(context, text, unknown)
    yield from words_without_capitals(context, text)


def on_the_same_name(context: EvidenceContext, text: Reading, last: int, start: int) -> bool:
    return context.article.readers.names.goes_on(text.parts, last + 1, start)


def name_of_nobody_registered(context: EvidenceContext, text: Reading, spots: Sequence[int]) -> Iterator[Check]:
    """Names: “The words of a name that nobody has registered stand together in one name there, its titles apart.”"""
    fold, told, first = context.article.readers.names.fold, context.names, text.parts[spots[0]]
    for chunk in context.article.readers.names.chunks([text.parts[spot] for spot in spots]):
        for part in chunk:
            if part in text.coded:
                yield context.check("name", True, part.text, CANNOT)
        asked = [p for p in chunk if p not in text.coded]
        asked = [p for p in asked if fold(p.text) in told.words or not known_in_small_letters(context, p)]
        words = [fold(part.text) for part in asked]
        apart = len(words) > 1 and told.words.issuperset(words) and not any(n.issuperset(words) for n in told.together)
        for number, (part, word) in enumerate(zip(asked, words, strict=True)):
            there = word in told.words and not (apart and number == 0)
            # Of a word that opens a sentence a lock does not tell that the article has it in capitals alone.
            unsure = part.opens and part is first and word not in told.words
            yield context.check("name", there, part.text, CANNOT if unsure else context.missing_name)


def known_in_small_letters(context: EvidenceContext, part: Part) -> bool:
    """Whether a word has its capital only because it opens a sentence: the article has it without one."""
    return part.opens and context.article.lock.knows("lower", [part.small])


def words_without_capitals(context: EvidenceContext, text: Reading) -> Iterator[Check]:
    """Names: “In a script without capitals any word may be a name, and stands there letter by letter.”"""
    registered = {spot for piece in text.pieces if piece.subject for spot in piece.span}
    for spot, part in enumerate(text.parts):
        if spot not in registered and has_no_case(part.text) and not text.quotes(part):
            there = context.article.lock.knows("run", [part.text.casefold()], context.name_scope)
            yield context.check("name", there, part.text, CANNOT)


def earlier_paragraphs(context: EvidenceContext) -> Iterator[Check]:
    """Names: “or in an earlier paragraph that the fact points to.”"""
    for subject, paragraph in context.fact["named"].items():
        there = [ref for ref in context.article.lock.sentences if ref.paragraph == paragraph]
        subjects = context.told_by(there).subjects
        before = paragraph < context.refs[-1].paragraph
        possible = before or paragraph in behind_the_words(context)
        otherwise = context.missing_name if possible or not there else context.missing
        yield context.check("name", possible and subject in subjects, f"{subject} in paragraph {paragraph}", otherwise)


def behind_the_words(context: EvidenceContext) -> set[int]:
    """Speakers and channels: “A fact may point to the paragraph behind the words, if it tells of speech.”"""
    near = {context.article.lock.sentences[ref].near for ref in context.spoken}
    return near | {ref.paragraph for ref in context.sentences_of_speakers}


def speaker(context: EvidenceContext) -> Iterator[Check]:
    """Speakers and channels: “Whoever is said to have said something is bound as a name is,”"""
    if context.fact["who"]:
        yield context.named("speaker", context.fact["who"])


def channel(context: EvidenceContext) -> Iterator[Check]:
    """Speakers and channels: “and so is the office or official through whom it came.”

    Registered names are bound as names are; of other words the lock knows whether the sentences have them.
    """
    if not context.fact["via"]:
        return
    text = read(context, context.fact["via"])
    named = [piece for piece in text.pieces if piece.subject]
    for piece in named:
        yield context.named("channel", piece.subject)
    spots = {spot for piece in named for spot in piece.span}
    others = [part.text.casefold() for spot, part in enumerate(text.parts) if spot not in spots]
    others = [word for word in others if word not in context.article.readers.words.small_words]
    if others or (text.parts and not named):
        there = context.article.lock.knows("contains", others, context.name_scope)
        yield context.check("channel", there, " ".join(others), CANNOT)


def date(context: EvidenceContext) -> Iterator[Check]:
    """Numbers and dates: “A fact may also take its date from its event, or from words that can be counted, such as
    *Wednesday* or *last month*;”
    """
    when = context.fact["when"]
    if not when or concluded(when):
        return
    run = context.article.readers.words.run((when["reckoned"] or "").casefold().removeprefix("on "))
    if run:
        yield context.check("date", context.article.lock.knows("run", run, context.refs), when["date"], CANNOT)
        return
    forms = [*context.numbers, *context.dates_of_the_event]
    is_given = all(any(entails(day, form) for form in forms) for day in context.dates)
    yield context.check("date", is_given, when["date"], context.missing)


def concluded(when: Mapping[str, Any]) -> bool:
    """Numbers and dates: “a date that is only concluded is marked *inferred*, with its reason.”"""
    return bool(when["basis"] == "inferred") and not (when["reckoned"] or when["event"])


def dates_of(dated: Mapping[str, Any]) -> list[str]:
    """The days of a fact or an event, in the form of numbers."""
    return list(days(dated["when"]["date"])) if dated["when"] else []


def own_words(context: EvidenceContext) -> Check:
    """The text tells whether words are copied; without it, the lock has the digest of a sentence that was not."""
    article, say = context.article, context.fact["say"]
    if not article.text:
        own = article.lock.knows("own", [article.readers.words.plain(say)])
        return Check("own words", PROVED if own else CANNOT, "own words: only the text tells whether these are ours")
    return Check("own words", REFUTED if copied(article, say) else PROVED, "own words: many in a row are the article's")


def sense(context: EvidenceContext) -> Check:
    """Read again: “Where the marks of a fact differ from those of the clauses that its passages touch, someone reads
    both again, and mends the fact or settles the mark by its name. A number that the sentences have in another unit is
    refused.”
    """
    lock, fact, asked = context.article.lock, context.fact, asked_of(context)
    differing = [difference.mark for difference in differing_marks(context) if not excused(context, difference)]
    compared = ["" if fact["via"] else context.article.readers.people.get(fact["who"], ""), *asked]
    if lock.knows("differs", ["unit", *compared]):
        return Check("sense", REFUTED, "sense: its sentences have the number in another unit")
    differing += [mark for mark in OF_WORDS if lock.knows("differs", [mark, *compared])]
    open_marks = [
        m for m in dict.fromkeys(differing) if m not in fact["agrees"] or not lock.knows("agrees", [m, *asked])
    ]
    known = lock.knows("compared", compared)
    why = f"read again: {', '.join(open_marks)}" if open_marks else "sense: only the text tells who does what in it"
    return Check("sense", PROVED if known and not open_marks else CANNOT, why)


def differing_marks(context: EvidenceContext) -> list[Difference]:
    """Read again: “Marks are what turns the sense of a sentence: a negation or a refusal; a plan, a possibility, a
    duty, a condition; whose word it is and who speaks; *before* and *after*; *all*, *most*, *only* and *first*;
    up and down; who did it to whom, and whose a figure is.”
    """
    readers, fact = context.article.readers, context.fact
    spans = [span for passage in context.passages for span in passage.occurrence]
    placed = [Placed(span.ref, span.last, span.marks) for span in spans]
    attributed = bool(fact["who"] or fact["via"])
    say = readers.words.plain(fact["say"])
    return list(differences(say, readers.sense, placed, attributed=attributed))


def excused(context: EvidenceContext, difference: Difference) -> bool:
    """Read again: “A mark of words that the fact does not tell of is no difference.”"""
    asked = [difference.kind, *asked_of(context)]
    return (difference.may_be_turned or not difference.is_added) and context.article.lock.knows("beside", asked)


def asked_of(context: EvidenceContext) -> list[str]:
    """What a lock was asked about: what the fact says, and where its passages stand."""
    spans = sorted({span for passage in context.passages for span in passage.occurrence})
    return [context.article.readers.words.plain(context.fact["say"]), *map(str, spans)]
