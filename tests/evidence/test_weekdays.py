"""A weekday is past or to come as its sentence has it, where the sentence leaves no doubt."""

import pytest

from generator.content.dates import parse
from generator.evidence.relative_dates import relative_date_fault
from generator.evidence.text import tokens
from generator.evidence.weekdays import Side, tells_the_other_side

PUBLISHED = parse("2024-03-14")  # a Thursday


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The swimming hall will reopen on Monday, after two years.", "behind"),
        ("The curfew will be lifted Monday at noon.", "behind"),
        ("The last bakery of the street closed on Monday.", "ahead"),
        ("The bridge was raised on Monday, the council wrote.", "ahead"),
    ],
)
def test_a_day_is_not_counted_to_the_other_side(sentence: str, wanted: Side) -> None:
    assert tells_the_other_side("monday", wanted, [tokens(sentence)])
    assert not tells_the_other_side("monday", "ahead" if wanted == "behind" else "behind", [tokens(sentence)])


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry line cancelled forty trips on Monday.",  # which may be of either day
        "The choir announced a concert on Monday.",
        "The town voted to reopen the pool Monday.",
        "A walkout called on Monday could close the pit.",
        "The princess gets married on Monday.",
        "The coroner will examine Monday night's fire.",
        "The panel will publish the minutes of its meeting on Monday.",
        "The rally is planned for Monday, and closed streets on Monday.",
        "Monday",
        "On Monday.",
        "It rained, and Monday's match was lost.",
    ],
)
def test_a_doubtful_day_may_be_on_either_side(sentence: str) -> None:
    for wanted in ("ahead", "behind"):
        assert not tells_the_other_side("monday", wanted, [tokens(sentence)])


@pytest.mark.parametrize(
    ("words", "day", "is_right"),
    [
        ("two weeks ago", "2024-02-29", True),
        ("two weeks ago", "2024-02-27", True),  # or so
        ("two weeks ago", "2024-02-20", False),
        ("10 days ago", "2024-03-04", True),
        ("ten days ago", "2024-03-05", False),
        ("a month ago", "2024-02", True),
        ("three years ago", "2021", True),
        ("three years ago", "2020", False),
        ("800000 days ago", "2021", False),
        ("several weeks ago", "2024-02-29", False),
    ],
)
def test_a_time_ago_is_counted(words: str, day: str, *, is_right: bool) -> None:
    assert (relative_date_fault(words, parse(day), PUBLISHED) == "") is is_right
