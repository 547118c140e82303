"""What is kept of an article whose text may not be: numbers and names, digests of what was proved."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import zip_longest

from generator.evidence.figures import FORM
from generator.evidence.languages import ENGLISH, Language
from generator.evidence.names import AliasTable
from generator.evidence.sense import KINDS, Marks
from generator.evidence.source import (
    WORD_MARKS,
    Claim,
    FullText,
    Occurrence,
    SentenceProfile,
    SentenceRef,
    Span,
    acronyms_in,
    meaning_words,
)
from generator.evidence.text import CONTRACT, normalise, words
from generator.evidence.weekdays import Side
from generator.problems import Malformed, Place, Problem

HEADER = ("briefbook-lock", "sha256", "words", "paragraphs", "aliases", "seal")
_HEADER_VALUES = (str(CONTRACT), "[0-9a-f]{64}", r"\d{1,9}", r"\d{1,6}", "[0-9a-f]{16}", "[0-9a-f]{16}")
_SENTENCE = re.compile(
    r"(?P<spot>\d{1,6}\.\d{1,6}) (?P<tokens>\d{1,6})(?P<item> item)?"
    r"(?: by (?P<by>\d{1,6}\.\d{1,6}(?:,\d{1,6}\.\d{1,6})*))?(?: near (?P<near>\d{1,6}))?"
    r" \| (?P<figures>[^|]*) \| (?P<names>[^|]*) \|(?P<proofs>(?: [0-9a-z:!+/,-]+)*)",
    re.ASCII,
)
_PROOF = re.compile(
    r"([0-9a-f]{16}):(\d{1,6})-(\d{1,6}):(\d{1,6})(!?)(\+?)/([a-z,]*)/([a-z,]*)",
    re.ASCII,
)
Proof = tuple[str, Span, bool, bool]  # the digest of a passage, its span, negated, goes on


def digest(sha256: str, question: str, *words: str) -> str:
    """Sixteen hex digits for a question to one text and what was asked."""
    asked = "\0".join((sha256, question, *words))
    return hashlib.blake2b(asked.encode(), digest_size=8).hexdigest()


@dataclass(frozen=True)
class Lock:
    """A source that knows what was once proved, and tells nothing of what was not."""

    sha256: str
    alias_digest: str
    paragraphs: int
    profiles: tuple[SentenceProfile, ...]
    passages: dict[str, tuple[Occurrence, ...]]
    answers: frozenset[str]
    language: Language = ENGLISH

    @cached_property
    def by_ref(self) -> Mapping[SentenceRef, SentenceProfile]:
        return {profile.ref: profile for profile in self.profiles}

    @cached_property
    def acronyms(self) -> tuple[tuple[str, str], ...]:
        return acronyms_in(self.profiles)

    def occurrences(self, passage: str) -> tuple[Occurrence, ...] | None:
        return self.passages.get(digest(self.sha256, "passage", normalise(passage)))

    def contains(self, phrase: str, refs: Sequence[SentenceRef]) -> bool | None:
        return self._answer("contains", *meaning_words(phrase), *map(str, refs))

    def has_run(self, phrase: str, refs: Sequence[SentenceRef]) -> bool | None:
        return self._answer("run", *words(phrase), *map(str, refs))

    def tells_the_other_side(self, day: str, side: Side, refs: Sequence[SentenceRef]) -> bool | None:
        return self._answer("side", day, side, *map(str, refs))

    def in_lower_case(self, word: str) -> bool | None:
        return self._answer("lower", word.lower())

    def copied(self, say: str) -> str | None:
        return "" if self._answer("own", normalise(say)) else None

    def is_beside(self, kind: str, say: str, spans: Sequence[Span]) -> bool | None:
        return self._answer("beside", kind, normalise(say), *map(str, spans))

    def word_marks(self, say: str, spans: Sequence[Span], claim: Claim) -> tuple[str, ...] | None:
        asked = (claim.name, normalise(say), *map(str, spans))
        if not self._answer("compared", *asked):
            return None
        return tuple(mark for mark in WORD_MARKS if self._answer("differs", mark, *asked))

    def agrees(self, mark: str, say: str, spans: Sequence[Span]) -> bool | None:
        return self._answer("agrees", mark, normalise(say), *map(str, spans))

    def wording(self, _refs: Sequence[SentenceRef]) -> tuple[str, ...]:
        return ()

    def has_all_names_of(self, aliases: AliasTable) -> bool:
        return aliases.digest == self.alias_digest

    def similar_runs(self, _passage: str, /) -> Iterator[tuple[int, str, tuple[Occurrence, ...]]]:
        return iter(())

    def _answer(self, question: str, *words: str) -> bool | None:
        return True if digest(self.sha256, question, *words) in self.answers else None


@dataclass(frozen=True)
class Recorded:
    """What of the answers of a text its lock repeats: where passages stand, and digests of the others, in order."""

    passages: Mapping[str, tuple[Occurrence, ...]]
    answers: tuple[str, ...]


@dataclass
class Recorder:
    """A full text that notes each of its answers that a lock may repeat."""

    text: FullText
    memory: Lock | None = None  # the lock that is there already, which knows what somebody settled
    passages: dict[str, tuple[Occurrence, ...]] = field(default_factory=dict)
    answers: set[str] = field(default_factory=set)

    @property
    def recorded(self) -> Recorded:
        """What was noted so far."""
        return Recorded(self.passages, tuple(sorted(self.answers)))

    @property
    def sha256(self) -> str:
        return self.text.sha256

    @property
    def language(self) -> Language:
        return self.text.language

    @property
    def profiles(self) -> tuple[SentenceProfile, ...]:
        return self.text.profiles

    @property
    def by_ref(self) -> Mapping[SentenceRef, SentenceProfile]:
        return self.text.by_ref

    @property
    def paragraphs(self) -> int:
        return self.text.paragraphs

    @property
    def acronyms(self) -> tuple[tuple[str, str], ...]:
        return self.text.acronyms

    def occurrences(self, passage: str) -> tuple[Occurrence, ...] | None:
        occurrences = self.text.occurrences(passage)
        if occurrences:
            self.passages[digest(self.sha256, "passage", normalise(passage))] = occurrences
        return occurrences

    def contains(self, phrase: str, refs: Sequence[SentenceRef]) -> bool | None:
        return self._note(self.text.contains(phrase, refs), "contains", *meaning_words(phrase), *map(str, refs))

    def has_run(self, phrase: str, refs: Sequence[SentenceRef]) -> bool | None:
        return self._note(self.text.has_run(phrase, refs), "run", *words(phrase), *map(str, refs))

    def tells_the_other_side(self, day: str, side: Side, refs: Sequence[SentenceRef]) -> bool | None:
        return self._note(self.text.tells_the_other_side(day, side, refs), "side", day, side, *map(str, refs))

    def in_lower_case(self, word: str) -> bool | None:
        return self._note(self.text.in_lower_case(word), "lower", word.lower())

    def copied(self, say: str) -> str | None:
        run = self.text.copied(say)
        self._note(run == "", "own", normalise(say))
        return run

    def is_beside(self, kind: str, say: str, spans: Sequence[Span]) -> bool | None:
        answer = self.text.is_beside(kind, say, spans)
        return self._note(answer, "beside", kind, normalise(say), *map(str, spans))

    def word_marks(self, say: str, spans: Sequence[Span], claim: Claim) -> tuple[str, ...] | None:
        """That both were compared is noted too, so that a lock flags as its text did."""
        answer = self.text.word_marks(say, spans, claim) or ()
        asked = (claim.name, normalise(say), *map(str, spans))
        self._note(True, "compared", *asked)
        for mark in answer:
            self._note(True, "differs", mark, *asked)
        return answer

    def agrees(self, mark: str, say: str, spans: Sequence[Span]) -> bool | None:
        """What the earlier lock remembers; where there is none, it is settled now."""
        answer = (self.memory or self.text).agrees(mark, say, spans)
        return self._note(answer, "agrees", mark, normalise(say), *map(str, spans))

    def wording(self, refs: Sequence[SentenceRef]) -> tuple[str, ...]:
        return self.text.wording(refs)

    def has_all_names_of(self, aliases: AliasTable) -> bool:
        return self.text.has_all_names_of(aliases)

    def similar_runs(self, passage: str, /) -> Iterator[tuple[int, str, tuple[Occurrence, ...]]]:
        return self.text.similar_runs(passage)

    def _note(self, answer: bool | None, question: str, *words: str) -> bool | None:
        if answer:
            self.answers.add(digest(self.sha256, question, *words))
        return answer


def lock_of(text: FullText, aliases: AliasTable, noted: Sequence[Recorded]) -> Lock:
    """The lock of a text: the proved answers to every question that the checks put to it."""
    passages = {key: occurrences for recorded in noted for key, occurrences in recorded.passages.items()}
    return Lock(
        text.sha256,
        aliases.digest,
        text.paragraphs,
        text.profiles,
        dict(sorted(passages.items())),
        frozenset(answer for recorded in noted for answer in recorded.answers),
        text.language,
    )


def dumps(lock: Lock) -> str:
    """A lock as readable text: a header, a line a sentence, then the digests of the other answers."""
    proofs: dict[SentenceRef, list[str]] = {}
    for key, occurrences in lock.passages.items():
        for occurrence in occurrences:
            for number, s in enumerate(occurrence.spans, 1):
                marks = "!" * occurrence.negated + "+" * (number < len(occurrence.spans))
                sense = "/".join(",".join(kinds) for kinds in s.marks)
                proofs.setdefault(s.ref, []).append(f"{key}:{s.first}-{s.last}:{s.quoted}{marks}/{sense}")
    lines = []
    for profile in lock.profiles:
        size = f"{profile.ref} {profile.tokens}{' item' if profile.item else ''}{_speakers(profile)}"
        line_proofs = " ".join(sorted(proofs.get(profile.ref, [])))
        lines.append(f"{size} | {'; '.join(profile.numbers)} | {'; '.join(profile.names)} | {line_proofs}".rstrip())
    lines += [f"proved {answer}" for answer in sorted(lock.answers)]
    length = sum(profile.tokens for profile in lock.profiles)
    values = (str(CONTRACT), lock.sha256, str(length), str(lock.paragraphs), lock.alias_digest)
    seal = digest(lock.sha256, "seal", *values, *lines)
    head = [f"{name} {value}" for name, value in zip(HEADER, (*values, seal), strict=True)]
    return "\n".join([*head, *lines]) + "\n"


def _speakers(profile: SentenceProfile) -> str:
    """Where it stands who speaks the words of a sentence, when that is not before them."""
    by = f" by {','.join(map(str, profile.by))}" if profile.by else ""
    return by + (f" near {profile.near}" if profile.near else "")


def sha256_of(text: str) -> str:
    """The digest of the text that a lock says it is of; nothing where it does not say so."""
    head = re.match(r"[^\n]*\nsha256 ([0-9a-f]{64})\n", text)
    return head[1] if head else ""


@lru_cache(maxsize=256)
def loads(text: str, path: str, language: Language = ENGLISH) -> Lock:
    """A lock from its text; the first line that is not as `dumps` has it is a problem at its place."""
    lines = text.removesuffix("\n").split("\n")
    head: dict[str, str] = {}
    for number, (name, value) in enumerate(zip(HEADER, _HEADER_VALUES, strict=True)):
        match = re.fullmatch(f"{name} ({value})", "".join(lines[number : number + 1]), re.ASCII)
        if not match:
            raise _damaged(path, number + 1)
        head[name] = match[1]
    lock = _lock(head, lines[len(HEADER) :], path, language)
    pairs = enumerate(zip_longest(lines, dumps(lock).split("\n")[:-1]), 1)
    if wrong := [number for number, (line, right) in pairs if line != right]:
        place = next((number for number in wrong if number != len(HEADER)), len(HEADER))
        raise _damaged(path, min(place, len(lines)), "the lock was changed after it was written")
    return lock


def _lock(head: dict[str, str], lines: Sequence[str], path: str, language: Language) -> Lock:
    profiles: list[SentenceProfile] = []
    spans: list[Proof] = []
    answers: set[str] = set()
    for number, line in enumerate(lines, len(HEADER) + 1):
        if answer := re.fullmatch(r"proved ([0-9a-f]{16})", line):
            answers.add(answer[1])
            continue
        match = _SENTENCE.fullmatch(line)
        profile = _profile(match) if match else None
        proofs = _proofs(profile, match["proofs"]) if match and profile else None
        if profile is None or proofs is None:
            raise _damaged(path, number)
        profiles.append(profile)
        spans += proofs
    passages = _occurrences(spans)
    return Lock(
        head["sha256"],
        head["aliases"],
        int(head["paragraphs"]),
        tuple(profiles),
        passages,
        frozenset(answers),
        language,
    )


def _damaged(path: str, line: int, what: str = "this is not a line of a lock of this version") -> Malformed:
    remedy = "write it anew with `briefbook lock` where the text is"
    return Malformed(Problem(Place(path, line), "BAD-LOCK", what, remedy))


def _profile(match: re.Match[str]) -> SentenceProfile | None:
    """The profile that a line gives of its sentence; None if its numbers are malformed."""
    paragraph, sentence = map(int, match["spot"].split("."))
    forms, names = (tuple(part for part in match[name].split("; ") if part) for name in ("figures", "names"))
    if match["tokens"].strip("0") == "" or not all(FORM.fullmatch(form) for form in forms):
        return None
    by = tuple(SentenceRef(*map(int, spot.split("."))) for spot in (match["by"] or "").split(",") if spot)
    ref, size, item = SentenceRef(paragraph, sentence), int(match["tokens"]), bool(match["item"])
    return SentenceProfile(ref, size, item, forms, names, by, int(match["near"] or 0))


def _proofs(profile: SentenceProfile, text: str) -> list[Proof] | None:
    """The spans of a line; None if one of them does not fit into its sentence."""
    proofs: list[Proof] = []
    for proof in text.split():
        match = _PROOF.fullmatch(proof)
        if not match:
            return None
        first, last, quoted = (int(match[group]) for group in (2, 3, 4))
        if not (first <= last < profile.tokens and quoted <= last - first + 1):
            return None
        clause, sentence = (tuple(kind for kind in match[group].split(",") if kind) for group in (7, 8))
        if not set(KINDS).issuperset((*clause, *sentence)):
            return None
        span = Span(profile.ref, first, last, quoted, Marks(clause, sentence))
        proofs.append((match[1], span, bool(match[5]), bool(match[6])))
    return proofs


def _occurrences(spans: list[Proof]) -> dict[str, tuple[Occurrence, ...]]:
    """Spans put together again: one that goes on is followed by the next sentence's."""
    grouped: dict[str, list[tuple[list[Span], bool]]] = {}
    open_keys: set[str] = set()
    for key, span, negated, continues in spans:
        groups = grouped.setdefault(key, [])
        if key in open_keys:
            groups[-1][0].append(span)
        else:
            groups.append(([span], negated))
        (open_keys.add if continues else open_keys.discard)(key)
    return {
        key: tuple(Occurrence(tuple(group), negated) for group, negated in groups) for key, groups in grouped.items()
    }
