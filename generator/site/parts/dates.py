"""Dates as they are read, each with how it is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.analysis.certainty import KnownDate, date_of_article, date_of_event, date_of_fact
from generator.analysis.once import Kept, once
from generator.analysis.order import is_day
from generator.briefing import Briefing
from generator.content import dates
from generator.content.dates import Edtf
from generator.content.registries import Event
from generator.evidence.proving import BoundFact
from generator.site.parts.page import Moment


@dataclass(frozen=True)
class Dates:
    """The dates of a briefing in the interface words of the language that it is told in."""

    briefing: Briefing
    words: Mapping[str, Any]

    @cached_property
    def kept(self) -> Kept:
        """What was put together for one page already, and stands on others."""
        return {}

    def date(self, date: Edtf) -> str:
        """A date as it is read: 27 March 2025, around March 2025, perhaps 3 to 5 May 2024, by 5 May 2024.

        What is doubtful at one end is so as a whole.
        """
        words = self.words["dates"]
        if date.is_unknown:
            return str(words["unknown"])
        text = self._span(date.start, date.end) if date.is_span else self._moment(date.start or date.end)
        if date.approximate:
            text = str(words["approximate"].format(date=text))
        return str(words["uncertain"].format(date=text)) if date.uncertain else text

    def months(self, *given: Edtf) -> str:
        """The months of some dates, each once, the year once where it is one; a vaguer date is read whole."""
        ends = {tuple(dict.fromkeys((date.earliest.replace(day=1), date.latest.replace(day=1)))) for date in given}
        whole = dict.fromkeys(map(self._month, given))
        if any(len(months) > 1 for months in ends) or any(map(_is_vague, given)) or len({m.year for (m,) in ends}) > 1:
            return ", ".join(whole)
        words, year = self.words["dates"], min(ends)[0].year
        names = ", ".join(words["months"][month.month - 1] for (month,) in sorted(ends))
        return str(words["month"].format(month=names, year=year))

    def _month(self, date: Edtf) -> str:
        if _is_vague(date):
            return self.date(date)
        ends = dict.fromkeys(day.strftime("%Y-%m") for day in (date.earliest, date.latest))
        return self.date(dates.parse("/".join(ends)))

    def day(self, day: dt.date) -> str:
        words = self.words["dates"]
        return str(words["day"].format(day=day.day, month=words["months"][day.month - 1], year=day.year))

    def moment(self, known: KnownDate, beside: Event | None = None) -> Moment:
        """A date and how it is known, and which other events it is reported to be beside, if any.

        Words that mean no single day are shown themselves.
        """
        text = self.date(known.date)
        if known.date.is_unknown:
            return Moment(text, statement=known.statement, is_known=False)
        if known.words and not (is_day(known.date) and not known.date.is_span):
            text = str(self.words["dates"]["quoted"].format(words=known.words, date=text))
        read = self._beside(text, beside) if beside else text
        return Moment(read, known.basis, known.because, known.words, known.statement)

    def dated(self, moment: Moment) -> str:
        """A date in a line of its own, with what makes it less than stated."""
        known = self.words["dates"]["known"].get(moment.basis)
        return f"{moment.text}, {known}" if known else moment.text

    def event_moment(self, event: Event) -> Moment:
        """When an event was: its date, and before or after what."""
        return self.moment(date_of_event(self.briefing, event), event)

    @once
    def fact_moment(self, fact: BoundFact) -> Moment | None:
        """A fact's own date; where that is its event's, it is beside what the event is beside."""
        known = date_of_fact(self.briefing, fact)
        event = self.briefing.content.events.get(fact.event or "")
        same = event if known and event and event.when.date.text == known.date.text else None
        return self.moment(known, same) if known else None

    @once
    def published(self, article: str) -> Moment:
        return self.moment(date_of_article(self.briefing, article))

    def _beside(self, text: str, event: Event) -> str:
        """A date without a day, with the event that it was before, or after, or both."""
        if is_day(event.when.date):
            return text
        ends = {end: self._anchor(id) for end, id in (("after", event.after), ("before", event.before)) if id}
        form = "between" if len(ends) > 1 else next(iter(ends), "")
        return str(self.words["dates"][form].format(date=text, **ends)) if form else text

    def _anchor(self, id: str) -> str:
        """An event that others are before or after: what was before it may have been on its day."""
        event = self.briefing.content.events[id]
        day = self.date(event.when.date)
        is_named = not is_day(event.when.date) or day in event.name
        return event.name if is_named else str(self.words["dates"]["named"].format(name=event.name, date=day))

    def _span(self, start: dates.Moment | None, end: dates.Moment | None) -> str:
        words = self.words["dates"]
        if not start or not end:
            return str(words["since" if start else "by"].format(date=self._moment(start or end)))
        first, last = start.earliest, end.latest
        if start.precision == end.precision == "day" and (first.year, first.month) == (last.year, last.month):
            return str(words["days"].format(first=first.day, last=self.day(last)))
        return str(words["span"].format(first=self._moment(start), last=self._moment(end)))

    def _moment(self, moment: dates.Moment | None) -> str:
        if not moment:
            return ""
        words, day = self.words["dates"], moment.earliest
        month = words["months"][day.month - 1]
        if moment.precision in ("decade", "century"):
            return str(words["span"].format(first=day.year, last=moment.latest.year))
        return {
            "day": self.day(day),
            "month": str(words["month"].format(month=month, year=day.year)),
            "season": str(words["span"].format(first=self.day(day), last=self.day(moment.latest))),
        }.get(moment.precision, str(day.year))


def _is_vague(date: Edtf) -> bool:
    """Whether a date is open, in doubt, or known to no month."""
    return not (date.start and date.end) or date.precision not in ("day", "month") or date.approximate or date.uncertain
