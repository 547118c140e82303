"""An article: its lock, its text where that is at hand, and the clauses that hold for it as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from verify_answers import REFUTED, Check
from verify_locks import Lock, SentenceProfile, SentenceRef
from verify_names import LOOSE, Names
from verify_numbers import Numbers
from verify_sense import Grammar
from verify_words import Tokens, Words, contains_run

SHORT = 5  # words: a shorter paragraph needs neither a fact nor a reason


class Readers(NamedTuple):
    """All that texts are read with, and which fields of a fact are bound as its sentence is."""

    words: Words
    names: Names
    numbers: Numbers
    bound: Sequence[str]
    sense: Grammar  # of our own words
    people: Mapping[str, str]  # by id, their names


@dataclass(frozen=True)
class Article:
    """An article as it can be asked; what each of its facts asks is found out once."""

    readers: Readers
    record: Mapping[str, Any]
    lock: Lock
    paragraphs: Sequence[Tokens]  # of the text; none where it is not at hand
    text: Sequence[list[str]]  # the same in small letters

    @property
    def language(self) -> str:
        return str(self.record["language"])

    def has_run(self, run: list[str]) -> bool:
        """Whether words in small letters stand in a paragraph of the text, together and in order."""
        return any(contains_run(run, paragraph) for paragraph in self.text)

    @cached_property
    def acronyms(self) -> list[tuple[str, str]]:
        """Each acronym that it has in brackets, with its name."""
        runs = (name for profile in self.lock.sentences.values() for name in profile.names)
        return list(dict.fromkeys(self.readers.names.acronyms(runs)))

    @cached_property
    def words(self) -> list[list[str]]:
        """Those of each paragraph of the text as names are made of them."""
        return [[part.text for part in self.readers.names.parts(paragraph)] for paragraph in self.paragraphs]

    @cached_property
    def words_in_small_letters(self) -> frozenset[str]:
        """Those that the text has without a capital, and the small words of its language."""
        small = (word for words in self.words for word in words if word.islower())
        return self.readers.words.small_words.union(small)


class Counts(NamedTuple):
    """What the page of an article tells of it in numbers."""

    words: int
    quoted: int
    paragraphs: int
    accounted: int
    sentences: int
    touched: int


def read_article(readers: Readers, record: Mapping[str, Any], lock: Lock, text: str) -> Article:
    """Paragraphs are the lines of its text that are not empty."""
    lines = [line for line in text.splitlines() if readers.words.plain(line)]
    paragraphs = [readers.words.tokens(line, record["language"]) for line in lines]
    small = [[token[0].casefold() for token in paragraph] for paragraph in paragraphs]
    return Article(readers, record, lock, paragraphs, small)


def check_article(article: Article, counted: Counts, limits: Mapping[str, int], placed: bool) -> Iterator[Check]:
    """All that is wrong with an article as a whole; whether it left something out, where each fact is placed."""
    faults = [
        *faults_of_the_lock(article),
        *faults_against_the_text(article),
        *other_counts(article, counted),
        *quoted_beyond_the_limit(counted, limits),
        *(left_out_in_silence(article, counted) if placed else ()),
    ]
    for fault in faults:
        yield Check("article", REFUTED, f"{article.record['id']}: {fault}")


def faults_of_the_lock(article: Article) -> Iterator[str]:
    if article.lock.given and article.lock.sha256 != article.record["sha256"]:
        yield "its lock is that of another text"
    if article.lock.given and not article.lock.sealed:
        yield "its lock was changed after it was written"


def faults_against_the_text(article: Article) -> Iterator[str]:
    """How to check it yourself: “`python3 verify.py --texts FOLDER` holds the locks against them too.”

    The names and numbers of each sentence stand in its paragraph of the text.
    """
    if not article.paragraphs:
        return
    for ref, profile in article.lock.sentences.items():
        at, is_there = ref.paragraph - 1, ref.paragraph <= len(article.paragraphs)
        paragraph, words = (article.paragraphs[at], article.words[at]) if is_there else ([], [])
        for missing in (*names_not_in(words, profile, article), *numbers_not_in(paragraph, profile, article)):
            yield f"the paragraph of sentence {ref.paragraph}.{ref.number} has no `{missing}`"


def names_not_in(words: list[str], profile: SentenceProfile, article: Article) -> Iterator[str]:
    """A name stands there as it is; of a headline the words do; a day of the week or a feast may in its language."""
    days = article.readers.words.english_days[article.language]
    named = {days[word.casefold()] for word in words if word.casefold() in days}
    for name in profile.names:
        if name in named:
            continue
        runs = name.split(LOOSE) if LOOSE in name else [name]
        tokens = (article.readers.words.tokens(run, article.language) for run in runs)
        if not all(contains_run([part.text for part in article.readers.names.parts(run)], words) for run in tokens):
            yield name


def numbers_not_in(paragraph: Tokens, profile: SentenceProfile, article: Article) -> Iterator[str]:
    figures = article.readers.numbers.read(paragraph, article.language) if profile.numbers else ()
    there = {form for figure in figures for form in figure.forms}
    yield from (form for form in profile.numbers if form not in there)


def counts_of(article: Article, quoted: set[tuple[SentenceRef, int]]) -> Counts:
    """The numbers of an article, counted anew from its lock and from the words that its facts quote."""
    by_paragraph: dict[int, list[SentenceRef]] = {number: [] for number in range(1, article.lock.paragraphs + 1)}
    for ref in article.lock.sentences:
        by_paragraph.get(ref.paragraph, []).append(ref)
    touched, sizes = {ref for ref, _ in quoted}, Counter[str]()
    for number, sentences in by_paragraph.items():
        hits = touched_sentences(sentences, touched)
        idle = not hits and needs_no_fact(article, number, sentences)
        sizes["accounted"] += bool(hits or idle)
        sizes["sentences"] += 0 if idle else len(sentences)
        sizes["touched"] += len(hits)
    return Counts(
        words=sum(profile.tokens for profile in article.lock.sentences.values()),
        quoted=len(quoted),
        paragraphs=article.lock.paragraphs,
        accounted=sizes["accounted"],
        sentences=sizes["sentences"],
        touched=sizes["touched"],
    )


def touched_sentences(sentences: Sequence[SentenceRef], touched: set[SentenceRef]) -> set[SentenceRef]:
    """Nothing left out in silence: “Sentences that no passage touches are listed on the article's page.”

    These are the others; the page tells how many there are.
    """
    return touched.intersection(sentences)


def needs_no_fact(article: Article, number: int, sentences: Sequence[SentenceRef]) -> bool:
    """Whether a paragraph is left out with its reason, or is too short to need one."""
    short = sum(article.lock.sentences[ref].tokens for ref in sentences) < SHORT
    skips = ([int(end) for end in skip["paragraphs"].split("-")] for skip in article.record["skipped"])
    return short or any(skip[0] <= number <= skip[-1] for skip in skips)


def left_out_in_silence(article: Article, counted: Counts) -> Iterator[str]:
    """Nothing left out in silence: “Every paragraph of an article has a fact, or is left out with its reason.”"""
    if counted.accounted < counted.paragraphs and article.record["curation"] == "complete":
        yield "a paragraph has neither a fact nor a reason for having none"


def quoted_beyond_the_limit(counted: Counts, limits: Mapping[str, int]) -> Iterator[str]:
    """Limits: “The share of each article that is quoted is limited, with half as much again for a short text,”"""
    share = limits["article_percent"] * counted.words
    if counted.quoted > max(share // 100, min(limits["article_words"], 3 * share // 200)):
        yield "more is quoted than may be"


def other_counts(article: Article, counted: Counts) -> Iterator[str]:
    """Limits: “and printed on its page.”"""
    if article.lock.given:
        for name, number in counted._asdict().items():
            if number != article.record[name]:
                yield f"{number} {name}, not {article.record[name]}"
