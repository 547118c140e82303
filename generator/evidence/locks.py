"""What is kept of an article whose text may not be: sizes, numbers and names in clear, digests of what was proved."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from generator.evidence.names import Gazetteer
from generator.evidence.source import FullText, Outline, Source, Spot, Standing, Stretch, meaning_words
from generator.evidence.text import CONTRACT, normalise
from generator.problems import Malformed, Place, Problem

HEADER = ("briefbook-lock", "sha256", "aliases", "paragraphs")
_SENTENCE = re.compile(
    r"(?P<spot>\d+\.\d+) (?P<tokens>\d+)(?P<item> item)?"
    r"(?: \| (?P<figures>[^|]*) \| (?P<names>[^|]*) \|(?P<proofs>[ 0-9a-f:+-]*))"
)
_PROOF = re.compile(r"([0-9a-f]{16}):(\d+)-(\d+):(\d+)(\+?)")


def digest(sha256: str, question: str, *words: str) -> str:
    """Sixteen hex digits for a question to one text and what was asked."""
    asked = "\0".join((sha256, question, *words))
    return hashlib.blake2b(asked.encode(), digest_size=8).hexdigest()


@dataclass(frozen=True)
class Lock:
    """A source that knows what was once proved, and tells nothing of what was not."""

    sha256: str
    aliases: str
    paragraphs: int
    outlines: tuple[Outline, ...]
    passages: dict[str, tuple[Standing, ...]]
    answers: frozenset[str]

    def standings(self, passage: str) -> tuple[Standing, ...] | None:
        return self.passages.get(digest(self.sha256, "passage", normalise(passage)))

    def contains(self, phrase: str, spots: Sequence[Spot]) -> bool | None:
        return self._answer("contains", *meaning_words(phrase), *map(str, spots))

    def in_lower_case(self, word: str) -> bool | None:
        return self._answer("lower", word.lower())

    def copied(self, say: str) -> str | None:
        return "" if self._answer("own", normalise(say)) else None

    def has_all_names_of(self, table: Gazetteer) -> bool:
        return table.digest == self.aliases

    def _answer(self, question: str, *words: str) -> bool | None:
        return True if digest(self.sha256, question, *words) in self.answers else None


@dataclass
class Recorder:
    """A full text that notes each of its answers that a lock may repeat."""

    text: FullText
    passages: dict[str, tuple[Standing, ...]] = field(default_factory=dict)
    answers: set[str] = field(default_factory=set)

    @property
    def sha256(self) -> str:
        return self.text.sha256

    @property
    def outlines(self) -> tuple[Outline, ...]:
        return self.text.outlines

    @property
    def paragraphs(self) -> int:
        return self.text.paragraphs

    def standings(self, passage: str) -> tuple[Standing, ...] | None:
        found = self.text.standings(passage)
        if found and not any(standing.negated for standing in found):
            self.passages[digest(self.sha256, "passage", normalise(passage))] = found
        return found

    def contains(self, phrase: str, spots: Sequence[Spot]) -> bool | None:
        return self._note(
            self.text.contains(phrase, spots), "contains", *meaning_words(phrase), *map(str, spots)
        )

    def in_lower_case(self, word: str) -> bool | None:
        return self._note(self.text.in_lower_case(word), "lower", word.lower())

    def copied(self, say: str) -> str | None:
        run = self.text.copied(say)
        self._note(run == "", "own", normalise(say))
        return run

    def has_all_names_of(self, table: Gazetteer) -> bool:
        return self.text.has_all_names_of(table)

    def _note(self, answer: bool | None, question: str, *words: str) -> bool | None:
        if answer:
            self.answers.add(digest(self.sha256, question, *words))
        return answer


def lock_of(text: FullText, table: Gazetteer, ask: Callable[[Source], object]) -> Lock:
    """The lock of a text: `ask` puts every question of the checks to it, and the proved answers are kept."""
    recorder = Recorder(text)
    ask(recorder)
    return Lock(
        text.sha256,
        table.digest,
        text.paragraphs,
        text.outlines,
        dict(sorted(recorder.passages.items())),
        frozenset(recorder.answers),
    )


def written(lock: Lock) -> str:
    """A lock as readable text: a header, a line a sentence, then the digests of the other answers."""
    proofs: dict[Spot, list[str]] = {}
    for key, standings in lock.passages.items():
        for standing in standings:
            for number, s in enumerate(standing.stretches):
                more = "+" if number + 1 < len(standing.stretches) else ""
                proofs.setdefault(s.spot, []).append(f"{key}:{s.first}-{s.last}:{s.quoted}{more}")
    head = zip(HEADER, (str(CONTRACT), lock.sha256, lock.aliases, str(lock.paragraphs)), strict=True)
    lines = [f"{name} {value}" for name, value in head]
    for outline in lock.outlines:
        size = f"{outline.spot} {outline.tokens}{' item' if outline.item else ''}"
        found = " ".join(sorted(proofs.get(outline.spot, [])))
        lines.append(f"{size} | {'; '.join(outline.figures)} | {'; '.join(outline.names)} | {found}".rstrip())
    lines += [f"proved {answer}" for answer in sorted(lock.answers)]
    return "\n".join(lines) + "\n"


def read(text: str, path: str) -> Lock:
    """A lock from its text; a line that is not one of a lock is a problem at its place."""
    lines = text.splitlines()
    head = [line.split(" ", 1) for line in lines[: len(HEADER)]]
    if [part[0] for part in head] != list(HEADER) or not all(len(part) == 2 for part in head):
        raise Malformed(_damaged(path, 1))
    version, sha256, aliases, paragraphs = (part[1] for part in head)
    if (
        version != str(CONTRACT)
        or not re.fullmatch(r"[0-9a-f]{64}", sha256)
        or not re.fullmatch(r"\d{1,6}", paragraphs)
    ):
        raise Malformed(_damaged(path, 1))
    outlines: list[Outline] = []
    stretches: list[tuple[str, Stretch, bool]] = []
    answers: set[str] = set()
    for number, line in enumerate(lines[len(HEADER) :], len(HEADER) + 1):
        if answer := re.fullmatch(r"proved ([0-9a-f]{16})", line):
            answers.add(answer[1])
        elif found := _SENTENCE.fullmatch(line):
            outlines.append(_outline(found))
            stretches += [(key, *rest) for key, *rest in _proofs(outlines[-1].spot, found["proofs"])]
        else:
            raise Malformed(_damaged(path, number))
    return Lock(sha256, aliases, int(paragraphs), tuple(outlines), _standings(stretches), frozenset(answers))


def _damaged(path: str, line: int) -> Problem:
    return Problem(
        Place(path, line),
        "BAD-LOCK",
        "this is not a line of a lock of this version",
        "write it anew with `briefbook lock` where the text is",
    )


def _outline(found: re.Match[str]) -> Outline:
    paragraph, sentence = map(int, found["spot"].split("."))
    listed = [tuple(part for part in found[name].split("; ") if part) for name in ("figures", "names")]
    return Outline(Spot(paragraph, sentence), int(found["tokens"]), bool(found["item"]), *listed)


def _proofs(spot: Spot, text: str) -> list[tuple[str, Stretch, bool]]:
    return [
        (key, Stretch(spot, int(first), int(last), int(quoted)), bool(more))
        for key, first, last, quoted, more in _PROOF.findall(text)
    ]


def _standings(stretches: list[tuple[str, Stretch, bool]]) -> dict[str, tuple[Standing, ...]]:
    """Stretches put together again: one that goes on is followed by the next sentence's."""
    grouped: dict[str, list[list[Stretch]]] = {}
    open_keys: set[str] = set()
    for key, stretch, more in stretches:
        groups = grouped.setdefault(key, [])
        if key in open_keys:
            groups[-1].append(stretch)
        else:
            groups.append([stretch])
        (open_keys.add if more else open_keys.discard)(key)
    return {key: tuple(Standing(tuple(group)) for group in groups) for key, groups in grouped.items()}
