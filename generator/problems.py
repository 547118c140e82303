"""What is wrong with the content, where it stands, and how it is said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

# The codes of what the machine lacks or refuses: no change of the content mends it.
MACHINE = frozenset(
    ("CHANGED", "DISK", "NO-BUILDER", "NO-CLUSTER", "NO-HTML", "NO-PDF", "NO-PROGRAM", "OTHER-PAGE", "REFUSED")
)

# What can wait: pages are built, and `check` is content.
WARNINGS = frozenset(("AFTER-EDITION", "NO-ID", "NOT-ALONE", "READ-AGAIN", "READ-BEFORE", "RESTS-ON-REMOVED"))

# The warnings with which nothing may be published.
UNPUBLISHED = frozenset(("AFTER-EDITION", "READ-AGAIN", "READ-BEFORE"))

INTERRUPTED = 130  # the exit code of a command that Ctrl-C ended, as shells have it


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A place in a file: the path as people know it, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Rereading:
    """What a person is asked to read again: our words, the article's where they are at hand, and how they differ."""

    marks: tuple[str, ...]
    say: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend, in the words of the content: `path:line:col: CODE: what; what to do`."""

    place: Place
    code: str
    what: str
    remedy: str = ""
    rereading: Rereading | None = field(default=None, compare=False)

    @property
    def is_warning(self) -> bool:
        """Whether the site builds all the same, and nothing has to be mended at once."""
        return self.code in WARNINGS

    def __str__(self) -> str:
        return f"{self.place}: {self.code}: {self.what}" + (f"; {self.remedy}" if self.remedy else "")


class Malformed(Exception):
    """The only exception that content can cause, or the machine; carries every problem that its gate could see."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = tuple(sorted(set(problems)))

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


def nearest(word: str, candidates: Iterable[str]) -> str:
    """The remedy for a mistyped word: the closest known one, or nothing."""
    close = closest(word, candidates)
    return f"did you mean `{close}`?" if close else ""


def closest(word: str, candidates: Iterable[str]) -> str:
    """The known word that a mistyped one comes nearest to, or nothing."""
    return next(iter(get_close_matches(word, sorted(candidates), n=1, cutoff=0.6)), "")
