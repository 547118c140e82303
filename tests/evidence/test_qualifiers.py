"""How exactly a text gives each of its numbers, and in which unit."""

import pytest

from generator.evidence.qualifiers import measures

MEASURES = {
    "26 boats, about 5 percent, some €2 billion": "exact 26, about 5 %, about 2000000000 EUR",
    "approximately 26, around 5, roughly 6": "about 26, about 5, about 6",
    "more than 26, at least 5, over 6 and above 7": "more 26, more 5, more 6, more 7",
    "At most 26, up to 5, fewer than 6, less than 7": "fewer 26, fewer 5, fewer 6, fewer 7",
    "under 26, below 5; nearly 6, almost 7": "fewer 26, fewer 5, about 6, about 7",
    "26 or more, 5 or fewer, 6 euros or less, 7 or so": "more 26, fewer 5, fewer 6 EUR, about 7",
    "more boats than 26, at the least 5": "exact 26, exact 5",
    "It is over. 26 came. About 5 left": "exact 26, about 5",
    "twenty-six, -5 percent, 1.5 dollars": "exact 26, exact -5 %, exact 1.5 USD",
    "on 4 May 2024, the 3rd, in May": "",
}


@pytest.mark.parametrize("text", MEASURES)
def test_how_exactly_a_number_is_given(text: str) -> None:
    found = (f"{one.qualifier} {one.value:f} {one.unit}".rstrip() for one in measures(text))
    assert ", ".join(found) == MEASURES[text]
