"""Rules for sentences of ours: each rests on facts that stand, and names and counts nothing that they do not."""

from __future__ import annotations

from collections.abc import Iterator

from generator.briefing import Briefing
from generator.content.registries import Subject
from generator.problems import Problem

LONGEST_SUMMARY = 4  # sentences; more are no answer to what a reader wants to know first


def sentences_rest_on_facts_that_stand(briefing: Briefing) -> Iterator[Problem]:
    """What a sentence rests on is a fact that stands: no draft, and none that was retired."""
    for statement in briefing.statements:
        if "from_" not in type(statement.record).model_fields:
            continue  # it rests on what its parts rest on, which are looked at themselves
        for number, fact in enumerate(statement.record.from_):
            if fact not in briefing.facts:
                what = f"`{fact}` is a draft or no longer stands"
                yield Problem(statement.record.at("from", number), "NOT-LIVING", what, "rest on a fact that stands")


def sentences_say_what_their_facts_say(briefing: Briefing) -> Iterator[Problem]:
    """The names, numbers, dates and quotations of a sentence stand in its facts, or in their sentences."""
    for statement in briefing.statements:
        for check in statement.checks:
            if check.counts:
                yield Problem(statement.record.at(*check.field), check.code, check.what, check.remedy)


def summaries_are_short(briefing: Briefing) -> Iterator[Problem]:
    """A leader, country or organisation opens with four sentences of ours at most."""
    for entry in briefing.entries.values():
        summary = entry.summary if isinstance(entry, Subject) else ()
        if len(summary) > LONGEST_SUMMARY:
            what = f"the summary of `{entry.id}` has {len(summary)} sentences, {LONGEST_SUMMARY} at most open a page"
            remedy = "keep those that a reader asks for first"
            yield Problem(summary[LONGEST_SUMMARY].at(), "LONG-SUMMARY", what, remedy)
