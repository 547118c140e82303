"""How exactly a text of ours gives a number: as it is, about, more than, or fewer than."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.evidence.figures import Figure
from generator.evidence.languages import ENGLISH
from generator.evidence.text import normalise, paragraphs

Qualifier = Literal["exact", "about", "more", "fewer"]

QUALIFIERS: dict[str, Qualifier] = {
    "about": "about", "over": "more", "at least": "more", "under": "fewer", "at most": "fewer",
}  # fmt: skip
_AMOUNT = re.compile(r"(?:([a-z.]*[A-Z]{3}|[a-z]+) )?(-?\d+(?:\.\d+)?)( %| points)?")


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
            for figure in ENGLISH.figures(sentence.tokens):
                if amount := _AMOUNT.fullmatch(figure.amount):
                    unit = amount[1] or (amount[3] or "").strip()
                    yield Measure(figure.amount, Decimal(amount[2]), unit, _qualifier(figure))


def _qualifier(figure: Figure) -> Qualifier:
    return next((name for bound, name in QUALIFIERS.items() if f"{bound} {figure.amount}" in figure.form), "exact")
