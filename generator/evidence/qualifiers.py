"""How exactly a text of ours gives a number: as it is, about, more than, or fewer than."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.evidence.numbers import Number, numbers_in
from generator.evidence.text import Token, normalise, paragraphs

Qualifier = Literal["exact", "about", "more", "fewer"]

BEFORE: dict[str, Qualifier] = {
    **dict.fromkeys(("about", "around", "approximately", "roughly", "some", "nearly", "almost"), "about"),
    **dict.fromkeys(("more than", "at least", "over", "above"), "more"),
    **dict.fromkeys(("fewer than", "less than", "at most", "up to", "under", "below"), "fewer"),
}
BEHIND: dict[str, Qualifier] = {"or more": "more", "or fewer": "fewer", "or less": "fewer"}
_AMOUNT = re.compile(r"(?:([A-Z]{3}) )?(-?\d+(?:\.\d+)?)( %)?")


@dataclass(frozen=True)
class Measure:
    """A number that counts or measures, its currency or `%`, and how exactly it is given."""

    form: str
    value: Decimal
    unit: str
    qualifier: Qualifier


def measures(text: str) -> tuple[Measure, ...]:
    """The numbers of a text in order of reading; dates and ranks are none."""
    return tuple(_measures(normalise(text)))


def _measures(text: str) -> Iterator[Measure]:
    for paragraph in paragraphs(text):
        for sentence in paragraph.sentences:
            for number in numbers_in(sentence.tokens):
                if amount := _AMOUNT.fullmatch(number.form):
                    unit = amount[1] or (amount[3] or "").strip()
                    yield Measure(number.form, Decimal(amount[2]), unit, _qualifier(sentence.tokens, number))


def _qualifier(tokens: Sequence[Token], number: Number) -> Qualifier:
    words = [token.text.casefold() for token in tokens]
    before = (" ".join(words[max(0, number.start - n) : number.start]) for n in (2, 1))
    after = " ".join(words[number.end : number.end + 2])
    return next((BEFORE[words] for words in before if words in BEFORE), BEHIND.get(after, "exact"))
