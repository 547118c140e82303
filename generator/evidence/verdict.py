"""The three answers a check can have, and what it says when the answer is not yes."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

Field = tuple[str | int, ...]


class Verdict(StrEnum):
    PROVED = "proved"
    REFUTED = "refuted"
    CANNOT = "cannot check"


class Check(NamedTuple):
    """One check that was performed on a fact: what it looked at, the field it stands in, and the answer."""

    subject: str  # passage, name, number, date, speaker, channel, quotation, own words, sense
    field: Field
    verdict: Verdict
    code: str = ""
    what: str = ""
    remedy: str = ""
    needs_text: bool = False  # it needs the words of the text, but nothing that it checks can be bound without them
    marks: tuple[str, ...] = ()  # in which `say` and its sentences differ, while nobody has settled them
    settled: tuple[str, ...] = ()  # in which they differ, and somebody has
    pointer: tuple[str, int] | None = None  # whom `named` could point to, and in which paragraph

    @property
    def counts(self) -> bool:
        """Whether its answer stands in the way of calling the fact proved."""
        return self.verdict is not Verdict.PROVED and not self.needs_text and not self.marks


def worst(checks: Iterable[Check]) -> Verdict:
    """The worst answer of those checks that count."""
    answers = {check.verdict for check in checks if check.counts}
    return next((verdict for verdict in (Verdict.REFUTED, Verdict.CANNOT) if verdict in answers), Verdict.PROVED)


@lru_cache(maxsize=4096)  # most checks are one of a few
def proved(subject: str, *field: str | int) -> Check:
    return Check(subject, field, Verdict.PROVED)


def refuted(subject: str, field: Field, code: str, what: str, remedy: str = "") -> Check:
    return Check(subject, field, Verdict.REFUTED, code, what, remedy)


def cannot(subject: str, field: Field, what: str, *, needs_text: bool = False) -> Check:
    return Check(subject, field, Verdict.CANNOT, "CANNOT-CHECK", what, WITH_TEXT, needs_text)


WITH_TEXT = "run `briefbook check` where the article's text is, which writes its lock anew"
