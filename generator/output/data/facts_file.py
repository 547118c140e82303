"""What `facts.json` is as a whole: every fact of an edition, and the numbers of what was checked."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from generator.output.data.records import Fact, Retired, Row, Sentence


class KeyFigure(Sentence):
    figure: str = Field(description="The number.")


class Limits(Row):
    passage_words: int = Field(description="The longest passage, in words.")
    sentence_percent: int = Field(description="A passage stays below this share of a longer sentence.")
    article_percent: int = Field(description="All passages together, as a share of an article’s words.")


class Ledger(Row):
    """How many checks were performed, and with what answers."""

    facts: int = Field(description="Facts.")
    proved_facts: int = Field(description="Facts whose every check was answered with yes.")
    refuted_facts: int = Field(description="Facts with a check that was answered with no.")
    unproved_facts: int = Field(description="Facts with a check that could not be performed.")
    waiting: int = Field(description="Checks that need the article’s text, but bind nothing.")
    paragraphs: int = Field(description="Paragraphs of the articles.")
    accounted: int = Field(description="Paragraphs with a fact, or a reason for having none.")
    sentences: int = Field(description="Sentences that should be touched by a passage.")
    touched: int = Field(description="Sentences that are.")
    prose: int = Field(description="Sentences of ours that rest on facts.")
    proved_prose: int = Field(description="Those whose every check was answered with yes.")
    checks: dict[str, dict[str, int]] = Field(description="By what was looked at: how often each answer was given.")


class FactsFile(Row):
    """Every fact of the edition, and what was checked."""

    version: str = Field(description="The version of this form; within one, keys are only added.")
    title: str = Field(description="The name of the briefing.")
    edition: dt.date = Field(description="The date of the edition.")
    rights: str = Field(description="What may be done with it.")
    address: str | None = Field(description="Where the site is published; every url is to be read from there.")
    contract: int = Field(description="The version of the rules by which facts are checked.")
    limits: Limits = Field(description="How much of an article may be quoted.")
    checked: Ledger = Field(description="The numbers of the checks, as the page on method shows them.")
    bottom_line: tuple[Sentence, ...] = Field(description="The first sentences of the briefing.")
    key_figures: tuple[KeyFigure, ...] = Field(description="Numbers that matter.")
    facts: tuple[Fact, ...] = Field(description="In order of the articles’ dates, and of reading in each.")
    retired: tuple[Retired, ...] = Field(description="Facts that no longer stand.")
