"""The dates of the briefing as iCalendar: whole days, by which nobody is kept busy."""

from __future__ import annotations

import datetime as dt

from icalendar import Calendar, Event

from generator.output.taking.feeds import authority, midnight
from generator.site.parts.context import Book
from generator.site.parts.subscriptions import CALENDAR
from generator.site.render.markup import plain
from generator.views.calendar import Dated, calendar

PROGRAM = "-//Briefbook//Briefbook//EN"


def calendar_files(book: Book) -> dict[str, bytes]:
    site = book.briefing.content.site
    made = Calendar()
    made.add("prodid", PROGRAM)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", plain(site.title))
    for one in calendar(book):
        made.add_component(_event(book, one, midnight(site.edition)))
    return {CALENDAR: made.to_ical()}


def _event(book: Book, one: Dated, stamp: dt.datetime) -> Event:
    made = Event()
    made.add("uid", f"{one.id}@{authority(book.briefing.content.site)}")
    made.add("dtstamp", stamp)
    made.add("dtstart", one.first)
    made.add("dtend", min(one.last, dt.date.max - dt.timedelta(1)) + dt.timedelta(1))  # the first day after it
    made.add("summary", plain(one.name))
    if one.place:
        made.add("location", plain(one.place))
    lines = one.lines if book.address else (*one.lines, book.words["cite"]["path"].format(path=one.url))
    made.add("description", "\n".join(map(plain, lines)))
    if book.address:
        made.add("url", f"{book.address}{one.url}")
    made.add("transp", "TRANSPARENT")
    return made
