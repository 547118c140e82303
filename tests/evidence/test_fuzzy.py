"""For a passage that stands nowhere, what is offered in its place is a passage: it can be pasted, and is proved."""

import random
import re

import pytest
import yaml

from tests.invented import fact, faults

TEXT = """\
Before it all, Ole Lund told the paper on Monday that the harbour would not close for 26 days, because of the cable.

"We will carry it: all of it, to the very end," she said, and left the hall with her coat and a smile.

The cable is for everyone: so they said in the hall, and nobody laughed.

The cable is for everyone: so they said in Oslo too, although with less noise.
"""


def offered(passage: str) -> str:
    """The remedy for one passage that no paragraph has."""
    [only] = faults(TEXT, fact("It is so.", passage))
    assert only.startswith("NOT-IN-ARTICLE: ")
    return only.split("; ", 1)[1]


@pytest.mark.parametrize(
    ("passage", "remedy"),
    [
        ("Lund told a paper on Monday", "paragraph 1 has `Lund told the paper on Monday`"),
        ("harbour would close for 27 days", "paragraph 1 has `harbour would not close for 26 days`"),
        ("close for 26 days because of", "paragraph 1 has `not close for 26 days, because of`"),
        ("we wil carry it all of it", "paragraph 2 has `'We will carry it: all of it'`"),
        (
            "cable is for all: so they said",
            "paragraph 3 has `'cable is for everyone: so they said'`, to be given as `paragraph: 3`",
        ),
        ("nothing of this was ever printed anywhere", "quote the article's own words"),
    ],
)
def test_the_nearest_words_are_offered(passage: str, remedy: str) -> None:
    assert offered(passage) == remedy


@pytest.mark.parametrize("seed", range(30))
def test_what_is_offered_is_proved_when_it_is_pasted(seed: int) -> None:
    chance = random.Random(seed)
    words = re.findall(r"\S+", chance.choice(TEXT.split("\n\n")))
    first = chance.randrange(len(words) - 6)
    taken = words[first : first + chance.randrange(5, 12)]
    taken[chance.randrange(len(taken))] = "something"
    found = re.fullmatch(
        r"paragraph \d+ has `([^`]*)`(?:, to be given as `paragraph: (\d+)`)?", offered(" ".join(taken))
    )
    assert found
    pasted = yaml.safe_load(f"passage: {found[1]}")["passage"]
    given = {"paragraph": (int(found[2]),)} if found[2] else {}
    assert faults(TEXT, fact("It is so.", pasted, **given)) == []
