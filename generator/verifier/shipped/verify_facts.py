"""The clauses that hold for a fact: whether its article entails what the fact entails."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from verify_answers import CANNOT, PROVED, REFUTED, Check
from verify_articles import Article
from verify_locks import SentenceRef
from verify_names import Part, Piece
from verify_numbers import Number, days, entails
from verify_passages import LocatedPassage
from verify_words import Tokens, contains_run

COPIED = 8  # so many words in a row are no longer our own


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
        same_names = article.lock.names == article.readers.names.digest
        self.missing_name = self.missing if same_names else CANNOT
        self.numbers = [form for ref in self.refs for form in article.lock.sentences[ref].numbers]

    @cached_property
    def name_scope(self) -> list[SentenceRef]:
        """Names: “or in an earlier sentence of the same paragraph,”"""
        last = dict(self.refs)  # of each paragraph, as the refs are sorted
        return [ref for ref in self.article.lock.sentences if ref.number <= last.get(ref.paragraph, 0)]

    @cached_property
    def names(self) -> tuple[set[str], set[str]]:
        """Whom those sentences name, or the fact's event; and the capitalised words there."""
        event = [self.event["name"], *self.event["aliases"], self.event["place"] or ""] if self.event else []
        return self.article.readers.names.subjects([*self.names_in(self.name_scope), *event])

    def names_in(self, refs: Sequence[SentenceRef]) -> list[str]:
        return [name for ref in refs for name in self.article.lock.sentences[ref].names]

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
        there = subject in self.names[0] or subject in self.fact["named"]
        return self.check(kind, there, subject, self.missing_name)


class Reading(NamedTuple):
    """A text of ours as it is read."""

    tokens: Tokens
    parts: Sequence[Part]
    pieces: Sequence[Piece]
    numbers: Sequence[Number]  # but those inside a name, as in Committee of Five

    def quotes(self, part: Part) -> bool:
        """Whether a word stands in quotation marks, which are bound for themselves."""
        token = self.tokens[part.token]
        return token.string[: token.start()].count('"') % 2 == 1


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
    numbers = [
        number
        for number in readers.numbers.read(tokens)
        if not any(name.issuperset(tokens_of(number)) for name in names)
    ]
    return Reading(tokens, parts, pieces, numbers)


def tokens_of(number: Number) -> range:
    return range(number.first, number.end)


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
        if number.form:
            given = any(entails(form, number.form) for form in forms)
            yield context.check("date" if number.is_date else "number", given, number.form, context.missing)


def dates_that_our_words_may_name(context: EvidenceContext) -> list[str]:
    """Numbers and dates: “our words may then name that date, or the month of the event;”"""
    return [*context.dates, *(f"{day[:-2]}XX" for day in context.dates_of_the_event)]


def computed_numbers(context: EvidenceContext) -> list[str]:
    """Numbers that the fact computes from words of a passage, such as 30 from `about thirty`."""
    readers = context.article.readers
    texts = (readers.words.tokens(number) for number in context.fact["computed"])
    return [number.form for tokens in texts for number in readers.numbers.read(tokens)]


def computed(context: EvidenceContext) -> Iterator[Check]:
    """The words that a number is computed from stand in a passage."""
    for words in context.fact["computed"].values():
        yield context.quoted("number", words)


def names(context: EvidenceContext, text: Reading) -> Iterator[Check]:
    """Names: “Every name in a fact stands in those sentences,”"""
    taken = {token for number in text.numbers for token in tokens_of(number)}  # as May is in `2 May`
    for piece in text.pieces:
        part = next((text.parts[number] for number in piece.span if text.parts[number].token not in taken), None)
        if part is None or text.quotes(part):
            continue
        if piece.subject:
            yield context.named("name", piece.subject)
        elif part.capital and not known_in_small_letters(context, part):
            there = context.article.readers.names.fold(part.text) in context.names[1]
            # Of a word that opens a sentence a lock does not tell that the article has it in capitals alone.
            yield context.check("name", there, part.text, CANNOT if part.opens else context.missing_name)


def known_in_small_letters(context: EvidenceContext, part: Part) -> bool:
    """Whether a word has its capital only because it opens a sentence: the article has it without one."""
    article, word = context.article, part.text.lower()
    return part.opens and (word in article.readers.names.small_letters or article.lock.knows("lower", [word]))


def earlier_paragraphs(context: EvidenceContext) -> Iterator[Check]:
    """Names: “or in an earlier paragraph that the fact points to.”"""
    for subject, paragraph in context.fact["named"].items():
        there = [ref for ref in context.article.lock.sentences if ref.paragraph == paragraph]
        subjects, _ = context.article.readers.names.subjects(context.names_in(there))
        right = paragraph < context.refs[-1].paragraph and subject in subjects
        yield context.check("name", right, f"{subject} in paragraph {paragraph}", context.missing)


def speaker(context: EvidenceContext) -> Iterator[Check]:
    """Speakers and channels: “Whoever is said to have said something is bound as a name is,”"""
    if context.fact["who"]:
        yield context.named("speaker", context.fact["who"])


def channel(context: EvidenceContext) -> Iterator[Check]:
    """Speakers and channels: “and so is the office or official through whom it came.”

    Registered names are bound as names are; of other words the lock knows whether the sentences have them.
    """
    text = read(context, context.fact["via"] or "")
    named = [piece for piece in text.pieces if piece.subject]
    for piece in named:
        yield context.named("channel", piece.subject)
    others = [text.parts[piece.span[0]].text.casefold() for piece in text.pieces if not piece.subject]
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
    given = all(any(entails(form, day) for form in forms) for day in context.dates)
    yield context.check("date", given, when["date"], context.missing)


def concluded(when: Mapping[str, Any]) -> bool:
    """Numbers and dates: “a date that is only concluded is marked *inferred*, with its reason.”"""
    return bool(when["basis"] == "inferred") and not (when["reckoned"] or when["event"])


def dates_of(dated: Mapping[str, Any]) -> list[str]:
    """The days of a fact or an event, in the form of numbers."""
    return list(days(dated["when"]["date"])) if dated["when"] else []


def own_words(context: EvidenceContext) -> Check:
    """Our own words: “Outside quotation marks, no eight words in a row are the article's.”"""
    article, say = context.article, context.fact["say"]
    if not article.text:
        own = article.lock.knows("own", [article.readers.words.plain(say)])
        return Check("own words", PROVED if own else CANNOT, "own words: only the text tells whether these are ours")
    runs = [article.readers.words.run(piece, article.language) for piece in article.readers.words.unquoted(say)]
    starts = [(run, start) for run in runs for start in range(len(run) - COPIED + 1)]
    copied = any(article.has_run(run[start : start + COPIED]) for run, start in starts)
    return Check("own words", REFUTED if copied else PROVED, f"own words: {COPIED} in a row are the article's")
