"""The calendar: read back by iCalendar's own library, with what is known to the day and nothing else."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from lxml import html

from generator import assembly, files, pipeline
from generator.exports import calendar
from generator.exports.calendar import calendar_files
from generator.exports.data.downloads import as_bytes
from generator.site.parts.context import RenderContext
from generator.work.promised import made
from tests.folders import HERE, article_texts_of, edited, texts_of

BASE = "https://example.org/north-link/"
OSLO, EVENTS = "content/facts/oslo-cable.yml", "content/events.yml"
WORDS = files.words()
SMALL = texts_of(HERE / "small")


def calendar_of(texts: Mapping[str, str], address: str = "") -> bytes:
    context = RenderContext(pipeline.load(texts, article_texts_of(texts)), WORDS, address)
    return as_bytes(made(calendar_files(context)["calendar.ics"]))


def read(texts: Mapping[str, str], address: str = "") -> dict[str, Any]:
    """Every entry by its id."""
    calendar = Calendar.from_ical(calendar_of(texts, address))
    assert not calendar.errors
    found = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    assert len(found) == len(calendar.walk("VEVENT"))
    return found


def test_the_calendar_of_the_small_dossier(agrees: Callable[[Path, str], None]) -> None:
    text = calendar_of(SMALL, BASE).decode()
    assert text.count("\n") == text.count("\r\n")
    agrees(HERE / "taken" / "calendar.ics", text.replace("\r\n", "\n"))


def test_events_and_what_is_to_come_are_in_it_in_order_of_time() -> None:
    assert list(read(SMALL)) == [
        "events/oslo-talks@the-north-link.invalid",
        "oslo-pledge@the-north-link.invalid",
        "bergen-share@the-north-link.invalid",
        "events/bergen-march@the-north-link.invalid",
    ]


@pytest.mark.parametrize(
    ("date", "first", "until", "told"),
    [
        ("2024-05-31", "2024-05-31", "2024-06-01", "31 May 2024"),
        ("2024-12-31", "2024-12-31", "2025-01-01", "31 December 2024"),
        ("2024-05-30/2024-05-31", "2024-05-30", "2024-06-01", "30 to 31 May 2024"),
        ("{date: 2024-05-31, basis: inferred, because: a guess}", "2024-05-31", "2024-06-01",
         "31 May 2024 (inferred: a guess)"),
        ("{date: 2024-05-31, reckoned: on Friday}", "2024-05-31", "2024-06-01",
         "31 May 2024 (counted from “on Friday”)"),
        ("9999-12-31", "9999-12-31", "9999-12-31", "31 December 9999"),
    ],
)  # fmt: skip
def test_a_date_stands_on_its_days_and_says_how_it_is_known(date: str, first: str, until: str, told: str) -> None:
    event = read(edited(SMALL, EVENTS, ("when: 2024-05-31", f"when: {date}")))[
        "events/oslo-talks@the-north-link.invalid"
    ]
    start, end = event["dtstart"], event["dtend"]
    assert (start.params["VALUE"], end.params["VALUE"]) == ("DATE", "DATE")
    assert (start.dt, end.dt) == (dt.date.fromisoformat(first), dt.date.fromisoformat(until))
    assert str(event["description"]).split("\n")[:2] == ["Meeting", told]
    assert str(event.get("status", "")) == ("TENTATIVE" if "inferred" in told else "")


@pytest.mark.parametrize("date", ["2024-05", "2024", "2024-05-31~", "2024-05-31?", "2024-05/..", "../2024-05-31"])
def test_what_is_known_to_no_day_stands_on_none(date: str) -> None:
    told = read(edited(SMALL, EVENTS, ("when: 2024-05-31", f"when: {date}")))
    assert "events/oslo-talks@the-north-link.invalid" not in told
    assert "events/bergen-march@the-north-link.invalid" in told


def test_a_promise_says_who_made_it_and_where_it_is_told() -> None:
    fact = read(SMALL, BASE)["bergen-share@the-north-link.invalid"]
    assert str(fact["summary"]) == "Jane Doe told the marchers that Norway's part would be 40 percent."
    assert str(fact["description"]).split("\n") == [
        "Commitment",
        "2 June 2024 (inferred: the paragraph before dates the march)",
        "Jane Doe, in ‘Farmers in Bergen march against the North Link’",
    ]
    assert str(fact["url"]) == f"{BASE}articles/bergen-march.html#bergen-share"
    assert fact["dtstamp"].dt == dt.datetime(2024, 6, 4, tzinfo=dt.UTC)


def test_without_an_address_the_description_says_where_it_stands() -> None:
    event = read(SMALL)["events/oslo-talks@the-north-link.invalid"]
    assert "url" not in event
    assert str(event["description"]).endswith("Its address within the briefing: events/oslo-talks.html.")


def test_ids_stay_when_the_words_and_the_edition_change() -> None:
    other = edited(SMALL, EVENTS, ("Talks in Oslo", "Oslo talks"))
    other["content/site.yml"] = SMALL["content/site.yml"].replace("edition: 2024-06-04", "edition: 2024-06-09")
    assert read(other, BASE).keys() == read(SMALL).keys()


def test_separators_stay_text() -> None:
    hostile = r'''name: "Talks; in\\n Oslo, BEGIN:VEVENT"'''
    event = read(edited(SMALL, EVENTS, ("name: Talks in Oslo", hostile)))["events/oslo-talks@the-north-link.invalid"]
    assert str(event["summary"]) == r"Talks; in\n Oslo, BEGIN:VEVENT"


def test_a_dossier_without_dates_has_an_empty_calendar() -> None:
    calendar = Calendar.from_ical(calendar_of(texts_of(HERE / "second")))
    assert calendar.walk("VEVENT") == []
    assert calendar["version"] == "2.0"


def test_what_the_calendar_has_no_room_for_stands_in_one_for_each_year(monkeypatch: pytest.MonkeyPatch) -> None:
    """And where one subscribes, these are listed; a year is there as a whole."""
    monkeypatch.setattr(calendar, "ENOUGH", 3)
    texts = {**SMALL, EVENTS: SMALL[EVENTS].replace("when: 2024-05-31", "when: 2022-05-31")}
    briefing = pipeline.load(texts, article_texts_of(texts))
    found = calendar_files(RenderContext(briefing, WORDS, BASE))
    calendars = {path: Calendar.from_ical(as_bytes(made(file))) for path, file in found.items()}
    ids = {path: [str(e["uid"]).partition("@")[0] for e in of.events] for path, of in calendars.items()}
    assert ids == {
        "calendar.ics": ["oslo-pledge", "bergen-share", "events/bergen-march"],
        "calendar/2022.ics": ["events/oslo-talks"],
    }
    page = html.fromstring(str(assembly.pages(briefing, WORDS, "")["data.md"]))
    listed = [a for a in page.iter("a") if a.get("type") == "text/calendar"]
    assert [(a.get("href"), a.text) for a in listed] == [("calendar.ics", "Calendar"), ("calendar/2022.ics", "2022")]
