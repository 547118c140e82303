"""How numbers and dates are found in words, and the one form in which they are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from verify_words import Tokens, Words

# Digits in groups of three: `1,000.5`, or the other way round `1.000.000,5`; `1.000` is one with three decimals.
GROUPED = re.compile(r"\d{1,3}(?:(?:,\d{3})+(?:\.\d+)?|(?:\.\d{3}){2,}(?:,\d+)?)")


class Number(NamedTuple):
    """A number or a date, and the tokens that it is made of."""

    form: str  # `26`, `EUR 1100000000`, `40 %`, `3th`, `date 2031-04-02`; nothing where it need not be bound
    first: int
    end: int  # the token behind it

    @property
    def is_date(self) -> bool:
        return self.form[:5] == "date "


class Amount(NamedTuple):
    """A number before it is known what stands behind it."""

    total: Decimal
    currency: str = ""
    percent: bool = False
    ordinal: bool = False
    free: bool = False  # it is written with a word that is too common to be bound
    tokens: int = 1


class Numbers:
    """A reader of numbers and dates."""

    def __init__(self, words: Words) -> None:
        table = words.english
        self._date_pattern, self._amount_pattern = re.compile(table["date"]), re.compile(table["amount_parts"])
        self._months: dict[str, int] = {**table["short_months"], **table["months"]}
        self._values: dict[str, int] = table["values"]  # one, two … ninety-nine
        self._ordinals: dict[str, int] = table["ordinals"]  # first, second …
        self._scales: dict[str, int] = table["scales"]  # hundred, thousand …
        self._short_scales: dict[str, int] = table["short_scales"]  # bn, k …
        self._currencies: dict[str, str] = table["currencies"]
        self._free = frozenset(table["free"])

    def read(self, tokens: Tokens) -> list[Number]:
        """Numbers and dates: “*Twenty-six* and 26 are the same number, and so are *€1.1 billion* and *EUR1.1 billion*;
        the table below is the whole rule.”
        """
        small = [token[0].casefold() for token in tokens] + ["", ""]  # so that one may look ahead
        found: list[Number] = []
        start = 0
        while start < len(tokens):
            number = (
                self._date(tokens, start) or self._ordinal(small, start) or self._number(tokens[start][0], small, start)
            )
            found += [number] if number else []
            start = number.end if number else start + 1
        return found

    def _date(self, tokens: Tokens, start: int) -> Number | None:
        """`4 September 2025`, `2025-09-04`, and a month alone if it is written in full: `date XXXX-09-XX`."""
        found = self._date_pattern.match(tokens[start].string, tokens[start].start())
        if not found:
            return None
        end = start + sum(token.start() < found.end() for token in tokens[start:])
        day = found["before"] or found["day"]
        if found["iso"]:
            return Number(f"date {found['iso']}", start, end)
        if not (found["whole"] or found["year"] or day):
            return None
        month = self._months[found["month"].casefold()]
        return Number(f"date {found['year'] or 'XXXX'}-{month:02}-{day.zfill(2) if day else 'XX'}", start, end)

    def _ordinal(self, small: Sequence[str], start: int) -> Number | None:
        """`fourth`, `twenty-first`, and `third-largest` by its first half."""
        first = small[start].split("-")[0]
        number = self._ordinals.get(small[start]) or self._ordinals.get(first)
        if not number:
            return None
        return Number("" if first in self._free else f"{number}th", start, start + 1)

    def _number(self, written: str, small: Sequence[str], start: int) -> Number | None:
        """A number with the currency and the per cent that stand behind it."""
        amount = self._in_digits(written) or self._hyphenated(small[start]) or self._in_words(small, start)
        if amount is None:
            return None
        end = start + amount.tokens
        if amount.ordinal:
            return Number(f"{amount.total}th", start, end)
        currency, percent = amount.currency, amount.percent
        if not currency and small[end] in self._currencies:
            currency, end = self._currencies[small[end]], end + 1
        if small[end] == "percent":
            percent, end = True, end + 1
        elif small[end : end + 2] == ["per", "cent"]:
            percent, end = True, end + 2
        form = f"{currency} {amount.total.normalize():f}".strip() + (" %" if percent else "")
        return Number("" if amount.free and form == "1" else form, start, end)

    def _in_digits(self, written: str) -> Amount | None:
        """`26`, `$2.2 billion`, `€500m`, `40%`, `3rd`."""
        found = self._amount_pattern.fullmatch(written)
        if not found:
            return None
        mark, short = found["currency"] or "", found["short"] or ""
        total = Decimal(plain_number(found["number"])) * self._scales.get(found["scale"], 1)
        if mark or short not in ("k", "m"):  # 500m is a distance, €500m is not
            total *= self._short_scales.get(short, 1)
        if found["sign"] == "-":
            total = -total
        return Amount(total, self._currencies.get(mark, mark), bool(found["percent"]), bool(found["ordinal"]))

    def _hyphenated(self, word: str) -> Amount | None:
        """`30-day`, `50-percent`, `2-billion-euro`."""
        first, *units = word.split("-")
        if not (first.isdecimal() and units):
            return None
        total = Decimal(first) * self._scales.get(units[0], 1)
        return Amount(total, self._currencies.get(units[-1], ""), units[-1] == "percent")

    def _in_words(self, small: Sequence[str], start: int) -> Amount | None:
        """`twenty-six`, `two hundred and fifty`, `three-year` by its first half."""
        first = small[start].split("-")[0]
        value = self._values.get(small[start], self._values.get(first))
        if value is None:
            return None
        total, end = value, start + 1
        while True:
            if small[end] in self._scales:
                total, end = total * self._scales[small[end]], end + 1
            elif small[end] == "and" and total >= 100 and small[end + 1] in self._values:
                total, end = total + self._values[small[end + 1]], end + 2
            else:
                return Amount(Decimal(total), free=first in self._free, tokens=end - start)


def plain_number(digits: str) -> str:
    """Digits without the marks between thousands, and with a point before their decimals."""
    whole, *rest = re.split("[.,]", digits)
    if not GROUPED.fullmatch(digits):
        return f"{whole}.{''.join(rest)}"
    decimals = rest.pop() if "." in digits and "," in digits else ""
    return f"{whole}{''.join(rest)}.{decimals}"


def days(date: str) -> Iterator[str]:
    """The two ends of a date of the data (EDTF), or the one day that it is, in the form of a number."""
    for end in date.split("/"):
        if end != "..":
            year, month, day = (end.rstrip("~?%") + "-XX-XX").split("-")[:3]
            yield f"date {year}-{month if month < '13' else 'XX'}-{day}"  # more than 12 is a season


def entails(given: str, wanted: str) -> bool:
    """Whether a number is the same as another, or a date gives as much as another or more; a year may stand alone."""
    if given == wanted:
        return True
    given, wanted = as_date(given), as_date(wanted)
    if not (given.startswith("date ") and wanted.startswith("date ")):
        return False
    pairs = zip(given.split("-"), wanted.split("-"), strict=False)
    return all(part == asked or not asked.removeprefix("date ").strip("X") for part, asked in pairs)


def as_date(form: str) -> str:
    """`2025` may be a number and may be a year."""
    return f"date {form}-XX-XX" if re.fullmatch(r"[12]\d{3}", form) else form
