"""A report that is too long for a pull request is cut: something of each kind, how much more, and where it all is."""

import pytest

from generator import files
from generator.exports.change_report import markdown, summary
from generator.history.diff import ArticleChange, Changes, FactChange

WORDS = files.words()
FACTS = tuple(
    FactChange("added", f"fact-{n}", "oslo-cable", f"It is told in Oslo, for the {n}th time.", ()) for n in range(40)
)
GONE = (FactChange("gone", "fact-gone", "oslo-cable", "It was told.", ()),)
ARTICLES = (ArticleChange("added", "oslo-cable", "Oslo", (), ()),)
CHANGES = Changes((), (*FACTS, *GONE), (), (), ARTICLES)
CUT = """## What a reader would notice

This is not all, which would be too long here. A run keeps the whole as its file “changes”, and “briefbook diff &#45;&#45;markdown &#45;&#45;whole FILE” writes it.

### Facts added

- **fact&#45;0** (oslo&#45;cable): It is told in Oslo, for the 0th time.
- **fact&#45;1** (oslo&#45;cable): It is told in Oslo, for the 1th time.
- and 38 more

### Facts gone without a trace

- **fact&#45;gone** (oslo&#45;cable): It was told.

### Articles

- **Oslo** (added): oslo&#45;cable
"""  # noqa: E501 -- as it is printed


def test_of_each_kind_the_first_are_shown() -> None:
    assert summary(CHANGES, WORDS, 700) == CUT


@pytest.mark.parametrize("most", range(500, 5000, 100))
def test_it_is_never_longer_than_it_may_be(most: int) -> None:
    assert len(summary(CHANGES, WORDS, most).encode()) <= most


def test_what_fits_is_whole() -> None:
    assert summary(CHANGES, WORDS) == markdown(CHANGES, WORDS)
    assert summary(Changes((), (), (), (), ()), WORDS, 10) == markdown(Changes((), (), (), (), ()), WORDS)


def test_nobody_is_called() -> None:
    """A forge reads `&#64;name` as it shows it: only what parts the sign from the name keeps it from sending word."""
    told = FactChange("added", "fact-0", "oslo-cable", "It was told to @octocat and by a@example.org.", ())
    assert markdown(Changes((), (told,), (), (), ()), WORDS).splitlines()[-1] == (
        "- **fact&#45;0** (oslo&#45;cable): It was told to &#64;&#8203;octocat and by a&#64;&#8203;example&#46;org."
    )
