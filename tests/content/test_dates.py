"""Dates: what they mean, and what is not a date."""

import pytest

from generator.content import dates


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("2024-05-31", "2024-05-31 2024-05-31 day"),
        ("2024-02", "2024-02-01 2024-02-29 month"),
        ("2024", "2024-01-01 2024-12-31 year"),
        ("2024-05-31~", "2024-05-31 2024-05-31 day approximate"),
        ("2024-05?", "2024-05-01 2024-05-31 month uncertain"),
        ("2024%", "2024-01-01 2024-12-31 year approximate uncertain"),
        ("2024-22", "2024-06-01 2024-08-31 season"),
        ("202X", "2020-01-01 2029-12-31 decade"),
        ("19XX", "1900-01-01 1999-12-31 century"),
        ("2024-05-XX", "2024-05-01 2024-05-31 month"),
        ("2024-XX", "2024-01-01 2024-12-31 year"),
        ("2024-05-30/2024-06", "2024-05-30 2024-06-30 month"),
        ("2024-05-30/2024-06-02~", "2024-05-30 2024-06-02 day approximate"),
        ("2024-05/..", "2024-05-01 9999-12-31 month"),
        ("../2024-05-31", "0001-01-01 2024-05-31 day"),
    ],
)
def test_a_date_means_its_days(text: str, meaning: str) -> None:
    date = dates.parse(text)
    marks = [name for name in ("approximate", "uncertain") if getattr(date, name)]
    assert " ".join([str(date.earliest), str(date.latest), date.precision, *marks]) == meaning
    assert date.text == str(date) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "../..",
        "/2024",
        "2024/",
        "31 May",
        "20240531",
        "2024-13",
        "2024-5",
        "2024-02-30",
        "2025-02-29",
        "2025-02-29~",
        "0000",
        "2024-XX-05",
        "2024-05-31T10:00",
        "2024-05-31 ",
        "2024-05-31/2024-05-01",
        "2024-05-31/2024-05-3",
        "[2024,2025]",
        "٢٠٢٤",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="expected a "):
        dates.parse(text)
