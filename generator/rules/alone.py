"""The rule that a fact can be read alone: without the facts around it, and on another day than its article."""

from __future__ import annotations

from collections.abc import Iterator

from generator.briefing import Briefing
from generator.content.dates import Edtf
from generator.evidence.alone import open_day, open_name
from generator.evidence.printed import words_of_a_day
from generator.evidence.proving import BoundFact
from generator.problems import Problem


def facts_are_read_alone(briefing: Briefing) -> Iterator[Problem]:
    """A fact says which day it tells of, or has it in `when`; and it names whom a pronoun would mean."""
    for fact in briefing.facts.values():
        published = briefing.article(fact.article).published
        day = None if fact.when or fact.event else open_day(fact.say, published)
        if day:
            told = f", counted from the publication, is {day.date}" if day.date else " is told from the publication"
            what = f"{fact.id}: `{day.words}`{told}, and the fact is read alone"
            yield Problem(fact.fact.at("say"), "NOT-ALONE", what, _with_day(briefing, fact, day.date, published))
        if pronoun := open_name(fact.say):
            what = f"{fact.id}: `{pronoun}` means what stands elsewhere, and the fact is read alone"
            yield Problem(fact.fact.at("say"), "NOT-ALONE", what, "name it in `say`")


def _with_day(briefing: Briefing, fact: BoundFact, day: Edtf | None, published: Edtf) -> str:
    """How to write the day, with the article's words where these are at hand."""
    if not day:
        return "say the date, or give it as `when`"
    source = briefing.source(fact.article)
    words = words_of_a_day(source.wording(fact.refs), day, published, source.language)
    how = f"reckoned: {words}" if words else "basis: inferred, because: …"
    return f"give it as `when: {{date: {day}, {how}}}`, or say the date"
