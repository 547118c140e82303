"""How exactly a text of ours gives a number: as it is, about, more than, or fewer than."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.evidence.numbers import Figure, figures
from generator.evidence.text import Token, normalise, paragraphs

Exactness = Literal["exact", "about", "more", "fewer"]

BEFORE: dict[str, Exactness] = {
    **dict.fromkeys(("about", "around", "approximately", "roughly", "some", "nearly", "almost"), "about"),
    **dict.fromkeys(("more than", "at least", "over", "above"), "more"),
    **dict.fromkeys(("fewer than", "less than", "at most", "up to", "under", "below"), "fewer"),
}
BEHIND: dict[str, Exactness] = {"or more": "more", "or fewer": "fewer", "or less": "fewer"}
_AMOUNT = re.compile(r"(?:([A-Z]{3}) )?(-?\d+(?:\.\d+)?)( %)?")


@dataclass(frozen=True)
class Measure:
    """A number that counts or measures, its currency or `%`, and how exactly it is given."""

    form: str
    value: Decimal
    unit: str
    exactness: Exactness


def measures(text: str) -> tuple[Measure, ...]:
    """The numbers of a text in order of reading; dates and ranks are none."""
    return tuple(_measures(normalise(text)))


def _measures(text: str) -> Iterator[Measure]:
    for paragraph in paragraphs(text):
        for sentence in paragraph.sentences:
            for figure in figures(sentence.tokens):
                if amount := _AMOUNT.fullmatch(figure.form):
                    unit = amount[1] or (amount[3] or "").strip()
                    yield Measure(figure.form, Decimal(amount[2]), unit, _exactness(sentence.tokens, figure))


def _exactness(tokens: Sequence[Token], figure: Figure) -> Exactness:
    words = [token.text.casefold() for token in tokens]
    before = (" ".join(words[max(0, figure.start - n) : figure.start]) for n in (2, 1))
    behind = " ".join(words[figure.end : figure.end + 2])
    return next((BEFORE[words] for words in before if words in BEFORE), BEHIND.get(behind, "exact"))
