"""What a lock tells of an article whose text may not be shown."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from verify_sense import Marks

HEADER = 6  # lines: its version, the digest of the text, words, paragraphs, the digest of the names, the seal
# 3.1 17 item | 26; EUR 1100000000 | Danish Minister; Oslo | 3617b9a06dd3b3d7:2-9:0/negation/negation,claim
SENTENCE = re.compile(
    r"(?P<paragraph>\d{1,6})\.(?P<number>\d{1,6}) (?P<tokens>\d{1,6})(?P<item> item)?"
    r"(?: by (?P<by>[\d.,]+))?(?: near (?P<near>\d{1,6}))?"
    r" \| (?P<numbers>[^|]*) \| (?P<names>[^|]*) \|(?P<proofs>(?: [0-9a-z:!+/,-]+)*)",
    re.ASCII,
)
PROOF = re.compile(
    r"(?P<passage>[0-9a-f]{16}):(?P<first>\d{1,6})-(?P<last>\d{1,6}):(?P<spoken>\d{1,6})(?P<negated>!?)(?P<goes_on>\+?)"
    r"/(?P<clause>[a-z,]*)/(?P<sentence>[a-z,]*)",
    re.ASCII,
)


class SentenceRef(NamedTuple):
    """A paragraph and its sentence, both counted from 1."""

    paragraph: int
    number: int


class SentenceProfile(NamedTuple):
    """What a lock tells of a sentence."""

    tokens: int
    item: bool  # of a list or a table
    numbers: list[str]
    names: list[str]
    by: list[SentenceRef]  # those elsewhere that say who speaks its quoted words
    near: int  # the paragraph behind them that may; 0 is none


class Span(NamedTuple):
    """The tokens of a sentence that a passage covers, counted from 0."""

    ref: SentenceRef
    first: int
    last: int
    spoken: int  # how many of them stand in quotation marks
    negated: bool  # a negation stands before the first, in the same clause
    marks: Marks  # what turns the sense there

    def __str__(self) -> str:
        return f"{self.ref.paragraph}.{self.ref.number}:{self.first}-{self.last}"

    @property
    def size(self) -> int:
        return 1 + self.last - self.first


Occurrence = list[Span]  # where a passage stands: a span of each sentence that it touches


class Lock(NamedTuple):
    """How to check it yourself: “What is kept of each is a *lock*: the sizes, numbers and names of its sentences, and
    a fingerprint of every passage that was proved.”
    """

    given: bool
    sealed: bool  # it is as it was written
    sha256: str  # of the text
    paragraphs: int
    names: str  # the digest of the list of names that it was written with
    sentences: dict[SentenceRef, SentenceProfile]
    passages: dict[str, list[Occurrence]]  # by fingerprint
    answers: set[str]

    def knows(self, question: str, asked: Iterable[str], refs: Iterable[SentenceRef] = ()) -> bool:
        """How to check it yourself: “Of an article whose text it cannot read, it believes the lock.”

        A question about words is answered with yes if its digest is among those that the text once answered so.
        """
        numbers = (f"{ref.paragraph}.{ref.number}" for ref in refs)
        return digest(self.sha256, question, *asked, *numbers) in self.answers


def digest(*asked: str) -> str:
    """Sixteen hex digits."""
    return hashlib.blake2b("\0".join(asked).encode(), digest_size=8).hexdigest()


def read_lock(text: str) -> Lock:
    """A lock from its file; one that is not there tells nothing."""
    lines = text.splitlines()
    body = lines[HEADER:]
    head = {name: value for name, _, value in (line.partition(" ") for line in lines[:HEADER])}
    sha256 = head.get("sha256", "")
    sealed = [value for name, value in head.items() if name != "seal"]
    sentences = [sentence for sentence in map(SENTENCE.fullmatch, body) if sentence]
    return Lock(
        given=bool(text),
        sealed=head.get("seal") == digest(sha256, "seal", *sealed, *body),
        sha256=sha256,
        paragraphs=int(head.get("paragraphs", "0")),
        names=head.get("aliases", ""),
        sentences={ref_of(sentence): profile_of(sentence) for sentence in sentences},
        passages=occurrences_of_passages(sentences),
        answers={line.removeprefix("proved ") for line in body if line.startswith("proved ")},
    )


def ref_of(sentence: re.Match[str]) -> SentenceRef:
    return SentenceRef(int(sentence["paragraph"]), int(sentence["number"]))


def profile_of(sentence: re.Match[str]) -> SentenceProfile:
    numbers, names = (list(filter(None, sentence[column].split("; "))) for column in ("numbers", "names"))
    spots = [spot.split(".") for spot in (sentence["by"] or "").split(",") if spot]
    by = [SentenceRef(int(paragraph), int(number)) for paragraph, number in spots]
    return SentenceProfile(
        int(sentence["tokens"]), bool(sentence["item"]), numbers, names, by, int(sentence["near"] or 0)
    )


def occurrences_of_passages(sentences: Sequence[re.Match[str]]) -> dict[str, list[Occurrence]]:
    """Every occurrence of each passage; one that goes on is continued in the next sentence that knows the passage."""
    occurrences: dict[str, list[Occurrence]] = {}
    unfinished = set[str]()
    for sentence in sentences:
        for proof in PROOF.finditer(sentence["proofs"]):
            passage, (first, last, spoken) = proof["passage"], map(int, proof.group("first", "last", "spoken"))
            marks = Marks(*(tuple(filter(None, proof[group].split(","))) for group in ("clause", "sentence")))
            span = Span(ref_of(sentence), first, last, spoken, bool(proof["negated"]), marks)
            if passage in unfinished:
                occurrences[passage][-1].append(span)
            else:
                occurrences.setdefault(passage, []).append([span])
            (unfinished.add if proof["goes_on"] else unfinished.discard)(passage)
    return occurrences
