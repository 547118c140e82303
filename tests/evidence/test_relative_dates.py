"""What may be counted from the day of publication: how far each word reaches, and no day further."""

import pytest

from generator.content.dates import parse
from generator.evidence.relative_dates import relative_date_fault

PUBLISHED = parse("2031-01-08")  # a Wednesday
# The day before the words reach, the first and the last day that they reach, and the day behind.
REACH = {
    "today": ("2031-01-07", "2031-01-08", "2031-01-08", "2031-01-09"),
    "yesterday": ("2031-01-06", "2031-01-07", "2031-01-07", "2031-01-08"),
    "Tomorrow": ("2031-01-08", "2031-01-09", "2031-01-09", "2031-01-10"),
    "overnight": ("2031-01-06", "2031-01-07", "2031-01-08", "2031-01-09"),
    "this week": ("2030-12-31", "2031-01-01", "2031-01-15", "2031-01-16"),
    "last week": ("2030-12-25", "2030-12-26", "2031-01-07", "2031-01-08"),
    "earlier this week": ("2030-12-31", "2031-01-01", "2031-01-08", "2031-01-09"),
    "later this week": ("2031-01-07", "2031-01-08", "2031-01-15", "2031-01-16"),
    "next week": ("2031-01-08", "2031-01-09", "2031-01-21", "2031-01-22"),
    "this month": ("2030-12-31", "2031-01-01", "2031-01-31", "2031-02-01"),
    "last month": ("2030-11-30", "2030-12-01", "2030-12-31", "2031-01-01"),
    "last year": ("2029-12-31", "2030-01-01", "2030-12-31", "2031-01-01"),
    "this year": ("2030-12-31", "2031-01-01", "2031-12-31", "2032-01-01"),
    "next year": ("2031-12-31", "2032-01-01", "2032-12-31", "2033-01-01"),
    "on next month": ("2031-01-31", "2031-02-01", "2031-02-28", "2031-03-01"),
}
SAID = {
    ("wednesday", "2031-01-08"): "",
    ("on last wednesday", "2031-01-01"): "",
    ("next Thursday", "2031-01-09"): "",
    ("next Thursday", "2031-01-02"): "`next Thursday` cannot be 2031-01-02, which is before the publication",
    ("last Thursday", "2031-01-09"): "`last Thursday` cannot be 2031-01-09, which is after the publication",
    ("earlier this month", "2031-01-05"): "",
    ("earlier this month", "2031-01-22"): ("`earlier this month` cannot be 2031-01-22, which is after the publication"),
    ("later this month", "2031-01-22"): "",
    ("later this month", "2031-01-05"): "`later this month` cannot be 2031-01-05, which is before the publication",
    ("Wednesday", "2031-01-08/2031-01-15"): "2031-01-08/2031-01-15 is not a Wednesday",
    ("Thursday", "2031-01-08"): "2031-01-08 is not a Thursday",
    ("Thursday", "2031-01-16"): "2031-01-16 is more than a week from the publication",
    ("last year", "2030"): "",
    ("earlier this year", "2031-01-22"): "`earlier this year` cannot be 2031-01-22, which is after the publication",
    ("last year", "2031"): "`last year`, counted from 2031-01-08, is 2030",
    ("next month", "2031-03"): "`next month`, counted from 2031-01-08, is 2031-02",
    ("last month", "2031-01"): "`last month`, counted from 2031-01-08, is 2030-12",
    ("this week", "2031-01-16"): "`this week`, counted from 2031-01-08, does not reach 2031-01-16",
    ("24 December", "2030-12-24"): "",
    ("24th of December", "2030-12-24"): "",
    ("on December 24", "2030-12-24"): "",
    ("24 December", "2031-12-24"): "`24 December`, nearest to 2031-01-08, is not 2031-12-24",
    ("24 December", "2030-12-23"): "`24 December`, nearest to 2031-01-08, is not 2030-12-23",
    ("24 December", "2030-12"): "`24 December`, nearest to 2031-01-08, is not 2030-12",
    ("9 July", "2031-07-09"): "",
    ("10 July", "2031-07-10"): "`10 July`, nearest to 2031-01-08, is not 2031-07-10",
    ("June", "2031-06"): "",
    ("August", "2030-08"): "",
    ("July", "2031-07"): "`July`, nearest to 2031-01-08, is not 2031-07",
    ("June", "2031-06-30/2031-07-01"): "`June`, nearest to 2031-01-08, is not 2031-06-30/2031-07-01",
    ("May", "2031-05"): "a date cannot be counted from the words `May`",
    ("4 May", "2031-05-04"): "",
    ("4 May 5", "2031-05-04"): "a date cannot be counted from the words `4 May 5`",
    ("soon", "2031-01-16"): "a date cannot be counted from the words `soon`",
}


@pytest.mark.parametrize("words", REACH)
def test_words_reach_from_a_day_to_a_day(words: str) -> None:
    before, first, last, behind = REACH[words]
    reached = {day: not relative_date_fault(words, parse(day), PUBLISHED) for day in (before, first, last, behind)}
    assert reached == {before: False, first: True, last: True, behind: False}
    spans = (f"{before}/{last}", f"{first}/{last}", f"{first}/{behind}")
    assert [not relative_date_fault(words, parse(span), PUBLISHED) for span in spans] == [False, True, False]


@pytest.mark.parametrize(("words", "day"), SAID)
def test_what_is_said_of_a_date_that_is_counted(words: str, day: str) -> None:
    assert relative_date_fault(words, parse(day), PUBLISHED) == SAID[words, day]


@pytest.mark.parametrize("published", ["2024-06-01~", "2024-06-01?", "2024-06"])
def test_nothing_is_counted_from_a_day_in_doubt(published: str) -> None:
    fault = f"nothing can be counted from {published}, which is not an exact day of publication"
    assert relative_date_fault("Friday", parse("2024-05-31"), parse(published)) == fault
