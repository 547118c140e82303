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
    """In order of time."""
    return tuple(sorted((*_events(context), *_facts(context)), key=lambda one: (one.first, one.last, one.id)))


def _events(context: RenderContext) -> Iterator[Dated]:
    said = context.words
    for event in context.briefing.content.events.values():
        where = (event.place, context.link(event.country).name if event.country else None)
        articles = len({fact.article for fact in context.briefing.facts_at(event.id)})
        form = said["counts"]["articles"]["one" if articles == 1 else "other"]
        lines = (
            said["event_kinds"][event.kind],
            *_dating(context, context.moment(event.when)),
            form.format(n=articles),
        )
        url = f"events/{event.id}.html"
        place = ", ".join(filter(None, where))
        yield Dated(f"events/{event.id}", event.name, *_days(event.when.date), place, lines, url)


def _facts(context: RenderContext) -> Iterator[Dated]:
    said = context.words
    for fact in context.briefing.facts.values():
        written = fact.fact
        if written.when and written.kind in AHEAD:
            speaker = context.link(written.who).name if written.who else written.via or said["card"]["article"]
            told = said["feeds"]["told"].format(who=speaker, article=context.briefing.article(fact.article).name)
            event = context.briefing.content.events.get(written.event or "")
            lines = (
                said["kinds"][written.kind].capitalize(),
                *_dating(context, context.moment(written.when, event)),
                told,
            )
            yield Dated(fact.id, written.say, *_days(written.when.date), "", lines, fact.url)


def _days(told: Edtf) -> tuple[dt.date, dt.date]:
    """From the first day to the last; of an open span, those of the end that is known."""
    ends = [end for end in (told.start, told.end) if end]
    return ends[0].earliest, ends[-1].latest


def _dating(context: RenderContext, moment: Moment) -> Iterator[str]:
    """The date as the site gives it, and how it is known."""
    said = context.words["dates"]
    known = {
        "stated": "",
        "inferred": said["inferred"].format(reason=moment.because),
        "reckoned": said["reckoned"].format(words=moment.because),
    }[moment.basis]
    yield f"{moment.text} {known}".strip()


def calendar_files(context: RenderContext) -> dict[str, bytes]:
    site = context.briefing.content.site
    made = Calendar()
    made.add("prodid", PROGRAM)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", plain(site.title))
    for one in calendar(context):
        made.add_component(_event(context, one, midnight(site.edition)))
    return {CALENDAR: made.to_ical()}


def _event(context: RenderContext, one: Dated, stamp: dt.datetime) -> Event:
    made = Event()
    made.add("uid", f"{one.id}@{authority(context.briefing.content.site)}")
    made.add("dtstamp", stamp)
    made.add("dtstart", one.first)
    made.add("dtend", min(one.last, dt.date.max - dt.timedelta(1)) + dt.timedelta(1))  # the first day after it
    made.add("summary", plain(one.name))
    if one.place:
        made.add("location", plain(one.place))
    lines = one.lines if context.address else (*one.lines, context.words["cite"]["path"].format(path=one.url))
    made.add("description", "\n".join(map(plain, lines)))
    if context.address:
        made.add("url", f"{context.address}{one.url}")
    made.add("transp", "TRANSPARENT")
    return made
