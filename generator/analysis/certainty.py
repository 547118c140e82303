"""How dates are known: each is as certain as the weakest link of what it rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from generator.analysis.derived import Derived
from generator.briefing import Briefing
from generator.content.dates import Edtf
from generator.content.record import When
from generator.content.registries import Event, Leader, Role
from generator.evidence.binding import supports_date
from generator.evidence.proving import BoundFact

Basis = Literal["stated", "reckoned", "inferred"]


@dataclass(frozen=True)
class KnownDate:
    """A date, how it is known, and the facts that it rests on."""

    subject: str  # the id of what is dated: an article, an event, a fact, or whoever held an office
    date: Edtf
    basis: Basis
    words: str = ""  # the article's words that it was counted from
    because: str = ""  # the reason of what is inferred in it
    facts: tuple[str, ...] = ()
    event: str = ""  # the event that gives it, where the sentences of a fact do not

    @property
    def statement(self) -> Derived:
        return Derived("certainty", self.subject, self.event, self.facts, self.basis)


def date_of_article(briefing: Briefing, article: str) -> KnownDate:
    """The day of an article is stated by its text, or inferred."""
    record = briefing.article(article)
    return KnownDate(article, record.published, record.published_basis, because=record.because or "")


def date_of_event(briefing: Briefing, event: Event) -> KnownDate:
    """The date of an event is known as its own record says, and no better than the days that it is counted from.

    That of an event on which no fact is, no article states.
    """
    if not event.from_:
        return KnownDate(event.id, event.when.date, "inferred", because=event.when.because or event.background or "")
    articles = sorted({fact.article for fact in briefing.facts_by_id(event.from_)})
    return replace(_known(briefing, event.id, event.when, articles), facts=event.from_)


def date_of_fact(briefing: Briefing, fact: BoundFact) -> KnownDate | None:
    """A fact's own date is stated where its sentences have it; else it has it from its event, and as that knows it."""
    if fact.when is None:
        return None
    event = briefing.content.events.get(fact.event or "")
    if event and fact.when.basis == "stated" and not fact.when.reckoned and not _is_in_sentences(briefing, fact):
        of_event = date_of_event(briefing, event)
        return replace(of_event, subject=fact.id, date=fact.when.date, facts=(fact.id, *event.from_), event=event.id)
    return replace(_known(briefing, fact.id, fact.when, [fact.article]), facts=(fact.id,))


def date_of_role(briefing: Briefing, leader: Leader, role: Role) -> KnownDate:
    """The time of an office is stated where a sentence of its facts has it; else it is that of their articles' days."""
    when, facts = When(date=role.when), briefing.facts_by_id(role.from_)
    if not facts:
        return KnownDate(leader.id, role.when, "inferred", because=role.background or "")
    articles = {fact.article: briefing.article(fact.article).published for fact in facts}
    if any(supports_date(when, briefing.source(f.article), articles[f.article], f.refs) for f in facts):
        return KnownDate(leader.id, role.when, "stated", facts=role.from_)
    days = [date_of_article(briefing, article) for article in sorted(articles)]
    reckoned = KnownDate(leader.id, role.when, "reckoned", facts=role.from_)
    weakest = next((day for day in days if day.basis == "inferred"), reckoned)
    return replace(reckoned, basis=weakest.basis, because=weakest.because)


def _known(briefing: Briefing, subject: str, when: When, articles: list[str]) -> KnownDate:
    """What is counted from the day of an article is inferred where that day is."""
    if when.basis == "inferred":
        return KnownDate(subject, when.date, "inferred", because=when.because or "")
    if not when.reckoned:
        return KnownDate(subject, when.date, "stated")
    days = [date_of_article(briefing, article) for article in articles]
    weakest = next((day for day in days if day.basis == "inferred"), None)
    if weakest:
        return KnownDate(subject, when.date, "inferred", when.reckoned, weakest.because)
    return KnownDate(subject, when.date, "reckoned", when.reckoned)


def _is_in_sentences(briefing: Briefing, fact: BoundFact) -> bool:
    """Whether the sentences that the passages touch give the date themselves."""
    published = briefing.article(fact.article).published
    return bool(fact.when and supports_date(fact.when, briefing.source(fact.article), published, fact.refs))
