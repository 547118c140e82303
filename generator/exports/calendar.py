"""The calendar: events, and what was promised or expected, as iCalendar; only what is known to the day stands in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from generator.analysis.order import is_day
from generator.analysis.participation import is_over, is_plan
from generator.content.dates import Edtf
from generator.exports.feeds.atom import authority, midnight
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Moment
from generator.site.parts.subscriptions import CALENDAR, year_calendar
from generator.site.render.markup import plain
from generator.work.canonical import Digests
from generator.work.promised import Promised

if TYPE_CHECKING:  # which takes a tenth of a second, and most changes change no calendar
    from icalendar import Event

AHEAD = ("commitment", "outlook")  # kinds of fact that say what is to come
ENOUGH = 100  # entries of the calendar that one subscribes to
PROGRAM = "-//Briefbook//Briefbook//EN"


@dataclass(frozen=True)
class Dated:
    """An entry of the calendar: the days from first to last that it may mean, and what is known of it."""

    id: str
    name: str
    first: dt.date
    last: dt.date
    place: str
    lines: tuple[str, ...]
    url: str
    tentative: bool = False  # its date is inferred


def calendar(context: RenderContext) -> tuple[Dated, ...]:
    """All entries in order of time."""
    return tuple(sorted((*_events(context), *_facts(context)), key=lambda entry: (entry.first, entry.last, entry.id)))


def _events(context: RenderContext) -> Iterator[Dated]:
    words = context.words
    for event in context.briefing.content.events.values():
        places = dict.fromkeys((event.place, context.link(event.country).name if event.country else None))
        if not is_day(event.when.date):
            continue  # a month or a year has no day to stand on
        moment = context.event_moment(event)
        articles = len({fact.article for fact in context.briefing.facts_at(event.id)})
        form = words["counts"]["articles"]["one" if articles == 1 else "other"]
        planned = "was-planned" if is_over(context.briefing, event) else "planned"
        lines = (
            words["event_kinds"][event.kind],
            *_dating(context, moment),
            *([words["taken_part"][planned]] if is_plan(context.briefing, event) else []),
            form.format(n=articles),
        )
        url = f"events/{event.id}.html"
        place = ", ".join(filter(None, places))
        days, tentative = _days(event.when.date), moment.basis == "inferred"
        yield Dated(f"events/{event.id}", event.name, *days, place, lines, url, tentative)


def _facts(context: RenderContext) -> Iterator[Dated]:
    words = context.words
    for fact in context.briefing.facts.values():
        when = fact.when
        if fact.kind in AHEAD and when and is_day(when.date) and (moment := context.fact_moment(fact)):
            speaker = context.link(fact.who).name if fact.who else fact.via or words["card"]["article"]
            who = words["card"]["through"].format(who=speaker, via=fact.via) if fact.who and fact.via else speaker
            source = words["feeds"]["told"].format(who=who, article=context.article(fact.article).name)
            lines = (words["kinds"][fact.kind].capitalize(), *_dating(context, moment), source)
            yield Dated(fact.id, fact.say, *_days(when.date), "", lines, fact.url, moment.basis == "inferred")


def _days(date: Edtf) -> tuple[dt.date, dt.date]:
    """The first day and the last of a date that is known to the day."""
    return date.earliest, date.latest


def _dating(context: RenderContext, moment: Moment) -> Iterator[str]:
    """The date as the site gives it, and how it is known."""
    words = context.words["dates"]
    form = "counted" if moment.basis == "inferred" and moment.words else moment.basis
    basis = words[form].format(reason=moment.because, words=moment.words) if form != "stated" else ""
    yield f"{moment.text} {basis}".strip()


def calendar_files(context: RenderContext) -> dict[str, Promised]:
    """What one subscribes to, with the last entries in time, those to come among them; and where it has no room for
    all, a calendar for each year in which an earlier one begins.
    """
    entries = calendar(context)
    earlier = {year: [entry for entry in entries if entry.first.year == year] for year in _earlier_years(entries)}
    by_path = {CALENDAR: entries[-ENOUGH:], **{year_calendar(year): of_year for year, of_year in earlier.items()}}
    digests = Digests()
    common = digests.of(context.briefing.content.site, context.address, context.words["cite"]["path"])
    return {
        path: Promised(digests.of(common, of_file), partial(_file, context, of_file))
        for path, of_file in by_path.items()
    }


def earlier_years(context: RenderContext) -> tuple[int, ...]:
    """The years that have a calendar of their own, the newest first."""
    return tuple(_earlier_years(calendar(context)))


def _earlier_years(entries: Sequence[Dated]) -> list[int]:
    return sorted({entry.first.year for entry in entries[:-ENOUGH]}, reverse=True)


def _file(context: RenderContext, entries: Iterable[Dated]) -> bytes:
    from icalendar import Calendar

    site = context.briefing.content.site
    file = Calendar()
    file.add("prodid", PROGRAM)
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", plain(site.title))
    for entry in entries:
        file.add_component(_event(context, entry, midnight(site.edition)))
    return bytes(file.to_ical())


def _event(context: RenderContext, entry: Dated, stamp: dt.datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{entry.id}@{authority(context.briefing.content.site)}")
    event.add("dtstamp", stamp)
    event.add("dtstart", entry.first)
    event.add("dtend", min(entry.last, dt.date.max - dt.timedelta(1)) + dt.timedelta(1))  # the first day after it
    event.add("summary", plain(entry.name))
    if entry.place:
        event.add("location", plain(entry.place))
    lines = entry.lines if context.address else (*entry.lines, context.words["cite"]["path"].format(path=entry.url))
    event.add("description", "\n".join(map(plain, lines)))
    if context.address:
        event.add("url", f"{context.address}{entry.url}")
    event.add("transp", "TRANSPARENT")
    if entry.tentative:
        event.add("status", "TENTATIVE")
    return event
