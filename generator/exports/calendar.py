"""The calendar: dated events, and what was promised or expected for a date, as iCalendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from icalendar import Calendar, Event

from generator.content.dates import Edtf
from generator.exports.feeds.atom import authority, midnight
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Moment
from generator.site.parts.subscriptions import CALENDAR
from generator.site.render.markup import plain

AHEAD = ("commitment", "outlook")  # kinds of fact that say what is to come
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


def calendar(context: RenderContext) -> tuple[Dated, ...]:
    """All entries in order of time."""
    return tuple(sorted((*_events(context), *_facts(context)), key=lambda entry: (entry.first, entry.last, entry.id)))


def _events(context: RenderContext) -> Iterator[Dated]:
    words = context.words
    for event in context.briefing.content.events.values():
        places = (event.place, context.link(event.country).name if event.country else None)
        articles = len({fact.article for fact in context.briefing.facts_at(event.id)})
        form = words["counts"]["articles"]["one" if articles == 1 else "other"]
        lines = (
            words["event_kinds"][event.kind],
            *_dating(context, context.moment(event.when)),
            form.format(n=articles),
        )
        url = f"events/{event.id}.html"
        place = ", ".join(filter(None, places))
        yield Dated(f"events/{event.id}", event.name, *_days(event.when.date), place, lines, url)


def _facts(context: RenderContext) -> Iterator[Dated]:
    words = context.words
    for fact in context.briefing.facts.values():
        if fact.when and fact.kind in AHEAD:
            speaker = context.link(fact.who).name if fact.who else fact.via or words["card"]["article"]
            source = words["feeds"]["told"].format(who=speaker, article=context.briefing.article(fact.article).name)
            event = context.briefing.content.events.get(fact.event or "")
            lines = (
                words["kinds"][fact.kind].capitalize(),
                *_dating(context, context.moment(fact.when, event)),
                source,
            )
            yield Dated(fact.id, fact.say, *_days(fact.when.date), "", lines, fact.url)


def _days(date: Edtf) -> tuple[dt.date, dt.date]:
    """The first day and the last of a date; of an open span, those of the end that is known."""
    ends = [end for end in (date.start, date.end) if end]
    return ends[0].earliest, ends[-1].latest


def _dating(context: RenderContext, moment: Moment) -> Iterator[str]:
    """The date as the site gives it, and how it is known."""
    words = context.words["dates"]
    basis = {
        "stated": "",
        "inferred": words["inferred"].format(reason=moment.because),
        "reckoned": words["reckoned"].format(words=moment.because),
    }[moment.basis]
    yield f"{moment.text} {basis}".strip()


def calendar_files(context: RenderContext) -> dict[str, bytes]:
    site = context.briefing.content.site
    file = Calendar()
    file.add("prodid", PROGRAM)
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", plain(site.title))
    for entry in calendar(context):
        file.add_component(_event(context, entry, midnight(site.edition)))
    return {CALENDAR: file.to_ical()}


def _event(context: RenderContext, entry: Dated, stamp: dt.datetime) -> Event:
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
    return event
