"""Numbers, amounts and dates in a text, in the one form in which they are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.evidence.text import Token

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
ORDINALS = dict(
    zip(
        "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        range(3, 13),
        strict=True,
    )
)
SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
CURRENCIES = {
    "$": "USD", "US$": "USD", "dollar": "USD", "dollars": "USD", "€": "EUR", "euro": "EUR", "euros": "EUR",
    "£": "GBP", "pound": "GBP", "pounds": "GBP", "¥": "JPY", "A$": "AUD", "C$": "CAD",
}  # fmt: skip
PERCENT = frozenset(("percent", "per cent", "%"))
MONTHS = ("january february march april may june july august september october november december").split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
FREE = frozenset(("one", "first", "second"))  # too common as words to be bound

_AMOUNT = re.compile(
    r"(?P<sign>[-+])?(?P<currency>US\$|[AC]\$|[$€£¥]|[A-Z]{3})? ?(?P<sign2>[-+])?(?P<number>\d+(?:[.,]\d+)*)"
    r"(?P<percent> ?%| per ?cent)?(?P<ordinal>st|nd|rd|th)?(?: (?P<scale>thousand|million|billion|trillion))?"
)


@dataclass(frozen=True)
class Figure:
    """A number or a date of a text: how it stands there, its comparable form, and the tokens it spans."""

    text: str
    form: str
    start: int
    end: int
    free: bool = False

    @property
    def is_date(self) -> bool:
        return self.form.startswith("date ")


def figures(sentence: Sequence[Token]) -> tuple[Figure, ...]:
    """Every number and date of a sentence in order of reading; a date takes its numbers with it."""
    dates = list(_dates(sentence))
    taken = {spot for date in dates for spot in range(date.start, date.end)}
    numbers = [figure for figure in _numbers(sentence) if figure.start not in taken]
    return tuple(sorted([*dates, *numbers], key=lambda figure: (figure.start, figure.form)))


def date_form(year: int | None, month: int | None, day: int | None) -> str:
    """`date 2025-09-04`, with X for what is not said."""
    return f"date {f'{year:04}' if year else 'XXXX'}-{f'{month:02}' if month else 'XX'}-{f'{day:02}' if day else 'XX'}"


def says(form: str, told: str) -> bool:
    """Whether a text that has `told` says `form`: the same number, or a date that gives as much or more."""
    if form == told:
        return True
    if form.startswith("date ") and told.startswith("date "):
        return all(
            said in (known, "X" * len(said))
            for said, known in zip(form[5:].split("-"), told[5:].split("-"), strict=True)
        )
    if re.fullmatch(r"[12]\d{3}", form) and told.startswith("date "):
        return told[5:9] == form
    return bool(re.fullmatch(r"[12]\d{3}", told)) and form == date_form(int(told), None, None)


def _numbers(sentence: Sequence[Token]) -> Iterator[Figure]:
    spot = 0
    while spot < len(sentence):
        end, figure = _written_out(sentence, spot) or _in_digits(sentence, spot) or (spot + 1, None)
        if figure:
            yield figure
        spot = end


def _in_digits(sentence: Sequence[Token], spot: int) -> tuple[int, Figure] | None:
    text = sentence[spot].text
    hyphenated = re.match(r"(\d+(?:[.,]\d+)*)-[^\W\d]", text)
    match = _AMOUNT.fullmatch(hyphenated[1] if hyphenated else text)
    if not match:
        return None
    value = Decimal(_plain(match["number"])) * SCALES.get(match["scale"] or "", 1)
    sign = "-" if "-" in (match["sign"], match["sign2"]) else ""
    end = spot + 1
    currency = CURRENCIES.get(match["currency"] or "", match["currency"] or "")
    following = sentence[end].text.casefold() if end < len(sentence) else ""
    if not currency and following in CURRENCIES:
        currency, end = CURRENCIES[following], end + 1
    return end, Figure(
        text, _form(value, sign, currency, bool(match["percent"]), bool(match["ordinal"])), spot, end
    )


def _written_out(sentence: Sequence[Token], spot: int) -> tuple[int, Figure] | None:
    """A number in words: `twenty-six`, `two hundred`, `three-year-old`; also `fourth`."""
    total = current = 0
    end, first = spot, sentence[spot].text.casefold()
    while end < len(sentence):
        halves = sentence[end].text.casefold().split("-")
        values = [_word_value(half) for half in halves]
        if values[0] is None and not (halves[0] in SCALES and end > spot):
            break
        for half, value in zip(halves, values, strict=True):
            if value is not None:
                current += value
            elif half == "hundred":
                current *= 100
            elif half in SCALES:
                total, current = total + current * SCALES[half], 0
        end += 1
        if None in values[1:] and not set(halves[1:]) & SCALES.keys():
            break
    if end == spot:
        ordinal = ORDINALS.get(first.split("-")[0])
        return (spot + 1, Figure(sentence[spot].text, f"{ordinal}th", spot, spot + 1)) if ordinal else None
    text = " ".join(token.text for token in sentence[spot:end])
    following = sentence[end].text.casefold() if end < len(sentence) else ""
    currency = CURRENCIES.get(following, "")
    percent = following in PERCENT
    stop = end + bool(currency or percent)
    return stop, Figure(
        text,
        _form(Decimal(total + current), "", currency, percent, False),
        spot,
        stop,
        first in FREE and end == spot + 1,
    )


def _word_value(word: str) -> int | None:
    return UNITS.index(word) if word in UNITS else TENS.get(word)


def _plain(number: str) -> str:
    """`1,000.5` and `1.000,5` are both 1000.5; a lone comma before three digits groups them."""
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", number):
        return number.replace(",", "")
    if re.fullmatch(r"\d{1,3}(\.\d{3}){2,}(,\d+)?", number):
        return number.replace(".", "").replace(",", ".")
    head, *tail = re.split(r"[.,]", number)
    return head + ("." + "".join(tail) if tail else "")


def _form(value: Decimal, sign: str, currency: str, percent: bool, ordinal: bool) -> str:
    number = sign + format(value.normalize(), "f")
    if ordinal:
        return f"{number}th"
    return f"{currency} {number}".strip() + (" %" if percent else "")


def _dates(sentence: Sequence[Token]) -> Iterator[Figure]:
    """Month names with the day and the year beside them; ISO dates."""
    words = [token.text for token in sentence]
    for spot, word in enumerate(words):
        if iso := re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", word):
            yield Figure(word, date_form(int(iso[1]), int(iso[2]), int(iso[3] or 0)), spot, spot + 1)
            continue
        month = word.removeprefix("mid-").removeprefix("Mid-")
        if month.casefold() not in MONTHS:
            continue
        start, end, day = spot, spot + 1, None
        if spot and (before := _day(words[spot - 1])):
            start, day = spot - 1, before
        elif end < len(words) and (behind := _day(words[end])):
            end, day = end + 1, behind
        year = int(words[end]) if end < len(words) and re.fullmatch(r"[12]\d{3}", words[end]) else None
        if month[0].isupper() or year or day:
            number = MONTHS.index(month.casefold()) + 1
            stop = end + (1 if year else 0)
            yield Figure(" ".join(words[start:stop]), date_form(year, number, day), start, stop)


def _day(word: str) -> int | None:
    match = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", word)
    return int(match[1]) if match and 1 <= int(match[1]) <= 31 else None
