"""What an article is asked about its words, and the text's answers; a lock answers the same questions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from generator.evidence.fuzzy import similar_runs
from generator.evidence.languages import ENGLISH, Language
from generator.evidence.names import AliasTable, Name, parts
from generator.evidence.text import (
    Paragraph,
    Sentence,
    contains_run,
    follows_negation,
    normalise,
    paragraphs,
    tokens,
    words,
)

OWN_WORDS_RUN = 8  # so many of the article's words in a row are no longer our own
LONGEST_NAME = 3  # so many capitalised words in a row may be a name that nobody registered


@dataclass(frozen=True, order=True)
class SentenceRef:
    """A sentence of an article: its paragraph and its number in it, both counted from 1."""

    paragraph: int
    sentence: int

    def __str__(self) -> str:
        return f"{self.paragraph}.{self.sentence}"


@dataclass(frozen=True)
class SentenceProfile:
    """What is known in clear of a sentence: its size, its numbers, its names in runs as they stand there."""

    ref: SentenceRef
    tokens: int
    item: bool
    numbers: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, order=True)
class Span:
    """The tokens of one sentence that a passage covers, first to last from 0, and how many are quoted."""

    ref: SentenceRef
    first: int
    last: int
    quoted: int

    @property
    def size(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True)
class Occurrence:
    """One place where a passage stands: a span of each sentence that it touches."""

    spans: tuple[Span, ...]
    negated: bool = False  # it begins after a negation in the same clause

    @property
    def paragraph(self) -> int:
        return self.spans[0].ref.paragraph

    @property
    def size(self) -> int:
        return sum(span.size for span in self.spans)

    @property
    def quoted(self) -> int:
        return sum(span.quoted for span in self.spans)


class Source(Protocol):
    """An article to be asked; `None` means that this source cannot tell."""

    @property
    def sha256(self) -> str:
        """The SHA-256 of the text."""

    @property
    def language(self) -> Language:
        """The language that the article is read in."""

    @property
    def profiles(self) -> tuple[SentenceProfile, ...]:
        """Every sentence, in order."""

    @property
    def paragraphs(self) -> int:
        """The number of paragraphs."""

    def occurrences(self, passage: str) -> tuple[Occurrence, ...] | None:
        """Every place where the passage stands; none when it stands nowhere."""

    def contains(self, phrase: str, refs: Sequence[SentenceRef]) -> bool | None:
        """Whether each word of the phrase that carries meaning stands in one of these sentences."""

    def has_run(self, phrase: str, refs: Sequence[SentenceRef]) -> bool | None:
        """Whether the words of the phrase stand together and in order in one of these sentences."""

    def in_lower_case(self, word: str) -> bool | None:
        """Whether the article writes this word without a capital."""

    def copied(self, say: str) -> str | None:
        """The run of the article's own words that `say` repeats; empty when there is none."""

    def has_all_names_of(self, aliases: AliasTable) -> bool:
        """Whether a name that its profiles lack is truly not there."""

    def similar_runs(self, passage: str, /) -> Iterator[tuple[int, str, tuple[Occurrence, ...]]]:
        """Runs of words that are like a passage, the most alike first: the paragraph, the run, where it stands."""


class FullText:
    """An article whose text is at hand."""

    def __init__(self, text: str, aliases: AliasTable, language: Language = ENGLISH) -> None:
        self.sha256 = sha256(text)
        self.language = language
        self.body: tuple[Paragraph, ...] = paragraphs(text, language)
        self.paragraphs = len(self.body)
        self._aliases = aliases

    def is_of(self, text: str, language: Language = ENGLISH) -> bool:
        """Whether it was made from exactly this text, and is read in this language."""
        return (self.sha256, self.language) == (sha256(text), language)

    @cached_property
    def profiles(self) -> tuple[SentenceProfile, ...]:
        return tuple(_profile(s, self._aliases, self._lower, self.language) for p in self.body for s in p.sentences)

    @cached_property
    def _lower(self) -> frozenset[str]:
        return frozenset(part.text for p in self.body for part in parts(p.tokens) if part.text.islower())

    @cached_property
    def _words(self) -> list[list[str]]:
        return [[token.text.casefold() for token in p.tokens] for p in self.body]

    @cached_property
    def _runs(self) -> frozenset[tuple[str, ...]]:
        """Every run of words of the article that is too long to be our own."""
        spans = ((sentence, n) for sentence in self._words for n in range(len(sentence) - OWN_WORDS_RUN + 1))
        return frozenset(tuple(sentence[n : n + OWN_WORDS_RUN]) for sentence, n in spans)

    def occurrences(self, passage: str) -> tuple[Occurrence, ...] | None:
        plain = normalise(passage)
        return tuple(o for p in self.body for o in _occurrences_in(p, plain, self.language))

    def contains(self, phrase: str, refs: Sequence[SentenceRef]) -> bool | None:
        sentence_words = {part.text.casefold() for s in self._sentences(refs) for part in parts(s.tokens)}
        phrase_words = meaning_words(phrase, self.language)
        return bool(phrase_words) and sentence_words.issuperset(phrase_words)

    def has_run(self, phrase: str, refs: Sequence[SentenceRef]) -> bool | None:
        run = words(phrase, self.language)
        sentences = ([token.text.casefold() for token in s.tokens] for s in self._sentences(refs))
        return bool(run) and any(contains_run(run, sentence) for sentence in sentences)

    def _sentences(self, refs: Sequence[SentenceRef]) -> Iterator[Sentence]:
        return (s for p in self.body for s in p.sentences if SentenceRef(p.number, s.number) in refs)

    def in_lower_case(self, word: str) -> bool | None:
        return word.lower() in self._lower

    def copied(self, say: str) -> str | None:
        return next((" ".join(run) for run in _own_runs(say, self.language) if tuple(run) in self._runs), "")

    def has_all_names_of(self, aliases: AliasTable) -> bool:
        return aliases == self._aliases

    def similar_runs(self, passage: str) -> Iterator[tuple[int, str, tuple[Occurrence, ...]]]:
        for number, run in similar_runs(passage, self.body):
            yield number, run, self.occurrences(run) or ()


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def meaning_words(phrase: str, language: Language = ENGLISH) -> list[str]:
    """The words of a phrase, folded in case, without `a`, `of`, `the` and the like."""
    phrase_words = [part.text.casefold() for part in parts(tokens(normalise(phrase), language))]
    return [word for word in phrase_words if word not in language.function_words]


def _own_runs(say: str, language: Language) -> list[list[str]]:
    """Every run of eight words outside quotation marks."""
    outside = normalise(say).split('"')[::2]
    pieces = [words(piece, language) for piece in outside]
    return [piece[spot : spot + OWN_WORDS_RUN] for piece in pieces for spot in range(len(piece) - OWN_WORDS_RUN + 1)]


def _profile(sentence: Sentence, aliases: AliasTable, lower: frozenset[str], language: Language) -> SentenceProfile:
    forms = dict.fromkeys(form for figure in language.figures(sentence.tokens) for form in figure.forms)
    return SentenceProfile(
        SentenceRef(sentence.paragraph, sentence.number),
        len(sentence.tokens),
        sentence.item,
        tuple(forms),
        tuple(dict.fromkeys(_name_runs(sentence, aliases, lower | language.function_words))),
    )


def _name_runs(sentence: Sentence, aliases: AliasTable, lower: frozenset[str]) -> Iterator[str]:
    """Names that follow each other are one run, so that a later alias table finds longer names in it."""
    together = parts(sentence.tokens)
    run: list[Name] = []
    for name in aliases.names(sentence.tokens, known_lower=lower):
        if run and not (name.start == run[-1].end and together[name.start].joined):
            yield from _run(run)
            run = []
        run.append(name)
    yield from _run(run)


def _run(names: list[Name]) -> Iterator[str]:
    """A run in clear; the words of a headline in capitals are listed by the alphabet, not to be read."""
    unknown = [word for name in names if not name.subject for word in name.text.split(" ")]
    if len(unknown) > LONGEST_NAME:
        yield from (name.text for name in names if name.subject)
        yield from sorted(unknown)
    elif names:
        yield " ".join(name.text for name in names)


def _occurrences_in(paragraph: Paragraph, passage: str, language: Language) -> list[Occurrence]:
    """The whole-token runs of a paragraph that read exactly as `passage`, its punctuation included."""
    if passage not in paragraph.text:
        return []
    occurrences = []
    starts = {token.start for token in paragraph.tokens}
    ends = {token.end for token in paragraph.tokens}
    inner = tokens(passage, language)
    if not inner:
        return []
    spot = paragraph.text.find(passage)
    while spot >= 0:
        first, last = spot + inner[0].start, spot + inner[-1].end
        if first in starts and last in ends:
            spans = _spans(paragraph, first, last)
            occurrences.append(Occurrence(spans, follows_negation(paragraph, first, language)))
        spot = paragraph.text.find(passage, spot + 1)
    return occurrences


def _spans(paragraph: Paragraph, first: int, last: int) -> tuple[Span, ...]:
    spans = []
    for sentence in paragraph.sentences:
        covered = [n for n, token in enumerate(sentence.tokens) if first <= token.start < last]
        if covered:
            quoted = sum(sentence.tokens[n].quoted for n in covered)
            spans.append(Span(SentenceRef(paragraph.number, sentence.number), covered[0], covered[-1], quoted))
    return tuple(spans)
