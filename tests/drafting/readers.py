"""What drafting reads in a sentence, for tests that compare whole results."""

from __future__ import annotations

from generator import files, pipeline
from generator.content.dates import parse
from generator.drafting.counts import counts
from generator.drafting.dates import date_mentions
from generator.drafting.lines import Line, lines_of
from generator.evidence.languages import LANGUAGES
from generator.evidence.proving import alias_table
from generator.evidence.source import FullText
from tests.folders import HERE

ALIASES = alias_table(pipeline.read(files.content(HERE / "small")))


def lines(text: str, code: str = "en") -> list[Line]:
    """The sentences of a text."""
    return [line for paragraph in lines_of(FullText(text, ALIASES, LANGUAGES[code]), ALIASES) for line in paragraph]


def figures(text: str, code: str = "en") -> list[str]:
    """The figures of a text as a draft file shows them."""
    return [str(count) for line in lines(text, code) for count in counts(line, LANGUAGES[code])]


def dates(text: str, published: str, code: str = "en") -> list[str]:
    """The dates of what a text tells."""
    mentions = (m for line in lines(text, code) for m in date_mentions(line, parse(published), LANGUAGES[code]))
    return [mention.when.date.text for mention in mentions]
