"""What a second reader is shown of an article: each fact beside its whole sentences, what most needs a reader first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Any, Literal

from generator.briefing import Briefing
from generator.evidence.proving import BoundFact
from generator.evidence.source import FullText, SentenceRef
from generator.evidence.verdict import Check
from generator.history.readings import ArticleReading, FactReading, told_of

Need = Literal["flagged", "changed", "unsigned", "signed"]
NEEDS: tuple[Need, ...] = ("flagged", "changed", "unsigned", "signed")  # the order in which facts are shown
How = Literal["same", "gone", "new"]


@dataclass(frozen=True)
class WholeSentence:
    """A sentence of the article as it stands there, and from which letter to which passages stand in it."""

    ref: SentenceRef
    text: str
    passages: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Reviewed:
    """A fact as a second reader has it before them."""

    fact: BoundFact
    need: Need
    reading: FactReading
    sentences: tuple[WholeSentence, ...]  # none where the article's text is not at hand
    complaints: tuple[Check, ...]  # what is not proved, and how its marks differ from those of its sentences

    @property
    def changes(self) -> tuple[tuple[How, str], ...]:
        """What it said when it was read, beside what it says now, in runs of words; nothing where that is the same."""
        return tuple(words_changed(self.reading.was, self.fact.say)) if self.reading.was else ()


@dataclass(frozen=True)
class ReviewedRecord:
    """What is told of an article itself, and how far it is read again; `fields` as they are written."""

    article: str
    need: Need
    day: date | None
    fields: Mapping[str, Any]


def review(briefing: Briefing, article: str, read: Mapping[str, FactReading]) -> tuple[Reviewed, ...]:
    """Every fact of an article that stands: flags first, then what changed since it was read, then what nobody read.

    What is signed comes last; facts of one kind stand in the order of the text. `read` are the `readings` of the whole
    dossier.
    """
    shown = [_reviewed(briefing, fact, read[fact.id]) for fact in briefing.facts_in(article)]
    return tuple(sorted(shown, key=lambda one: NEEDS.index(one.need)))


def record_read(briefing: Briefing, article: str, read: ArticleReading) -> ReviewedRecord:
    """The record of an article, for a second reader."""
    return ReviewedRecord(article, read.record, read.record_day, told_of(briefing.article(article)))


def words_changed(was: str, now: str) -> Iterator[tuple[How, str]]:
    """The runs of words that two sentences share, that the first alone has, and that the second alone has."""
    before, after = was.split(), now.split()
    for _, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if before[first:last] == after[start:end]:
            yield "same", " ".join(before[first:last])
            continue
        if first < last:
            yield "gone", " ".join(before[first:last])
        if start < end:
            yield "new", " ".join(after[start:end])


def _reviewed(briefing: Briefing, fact: BoundFact, reading: FactReading) -> Reviewed:
    complaints = tuple(check for check in fact.checks if check.counts or check.marks)
    need: Need = "flagged" if complaints else reading.state
    return Reviewed(fact, need, reading, _sentences(briefing, fact), complaints)


def _sentences(briefing: Briefing, fact: BoundFact) -> tuple[WholeSentence, ...]:
    source = briefing.source(fact.article)
    if not isinstance(source, FullText):
        return ()
    spans = [span for passage in fact.located if passage.occurrence for span in passage.occurrence.spans]
    texts = zip(fact.refs, source.wording(fact.refs), strict=True)
    return tuple(
        WholeSentence(ref, text, tuple(sorted(source.place(span) for span in spans if span.ref == ref)))
        for ref, text in texts
    )
