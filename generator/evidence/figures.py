"""Numbers, amounts and dates in a text, in the one form in which they are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.evidence.text import Token

UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
ORDINALS = {
    "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "first": 1, "second": 2,
    **{f"{word}th": number for number, word in enumerate(UNITS) if number > 12},
    **{f"{word[:-1]}ieth": number for word, number in TENS.items()},
}  # fmt: skip
SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
CURRENCIES = {
    "$": "USD", "US$": "USD", "dollar": "USD", "dollars": "USD", "€": "EUR", "euro": "EUR", "euros": "EUR",
    "£": "GBP", "pound": "GBP", "pounds": "GBP", "¥": "JPY", "A$": "AUD", "C$": "CAD",
}  # fmt: skip
PERCENT = frozenset(("percent", "per cent", "%"))
MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
SHORT_MONTHS = {**{month[:3]: number for month, number in MONTHS.items() if len(month) > 3}, "sept": 9}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FREE = frozenset(("one", "first", "second"))  # too common as words to be bound
FORM = re.compile(  # what a lock may hold
    r"date (\d{4}|X{4})-(\d\d|XX)-(\d\d|XX)|([A-Z]{3} )?-?\d+(\.\d+)?( %)?|-?\d+(\.\d+)?th", re.ASCII
)

_VALUES = {word: number for number, word in enumerate(UNITS)} | TENS
_AMOUNT = re.compile(
    r"(?P<sign>[-+])?(?P<currency>US\$|[AC]\$|[$€£¥]|[A-Z]{3})? ?(?P<number>\d+(?:[.,]\d+)*)"
    r"(?P<percent> ?%| percent| per cent)?(?P<ordinal>st|nd|rd|th)?"
    r"(?: (?P<scale>thousand|million|billion|trillion)|(?P<short>k|mn?|bn|tn))?"
)
_HYPHENATED = re.compile(r"(?P<number>\d+)(?P<rest>(?:-[^\W\d_]\w*)+)")


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
    parts = (f"{year:04}" if year else "XXXX", f"{month:02}" if month else "XX", f"{day:02}" if day else "XX")
    return f"date {'-'.join(parts)}"


def says(form: str, told: str) -> bool:
    """Whether a text that has `told` says `form`: the same number, or a date that gives as much or more."""
    if form == told:
        return True
    if form.startswith("date ") and told.startswith("date "):
        pairs = zip(form[5:].split("-"), told[5:].split("-"), strict=True)
        return all(said in (known, "X" * len(said)) for said, known in pairs)
    if re.fullmatch(r"[12]\d{3}", form) and told.startswith("date "):
        return told[5:9] == form
    return bool(re.fullmatch(r"[12]\d{3}", told)) and form == date_form(int(told), None, None)


def _numbers(sentence: Sequence[Token]) -> Iterator[Figure]:
    spot = 0
    while spot < len(sentence):
        figure = _ordinal(sentence, spot) or _in_words(sentence, spot) or _in_digits(sentence, spot)
        if figure:
            yield figure
        spot = figure.end if figure else spot + 1


def _in_digits(sentence: Sequence[Token], spot: int) -> Figure | None:
    text = sentence[spot].text
    if hyphenated := _HYPHENATED.fullmatch(text):
        return _hyphenated(hyphenated, text, spot)
    match = _AMOUNT.fullmatch(text)
    if not match:
        return None
    end = spot + 1
    currency = CURRENCIES.get(match["currency"] or "", match["currency"] or "")
    following = sentence[end].text.casefold() if end < len(sentence) else ""
    if not currency and following in CURRENCIES:
        currency, end = CURRENCIES[following], end + 1
    scale = SCALES.get(match["scale"] or "", 1)
    if currency or match["short"] not in ("k", "m"):  # 500m is a distance, €500m is not
        scale *= SHORT_SCALES.get(match["short"] or "", 1)
    sign = "-" if match["sign"] == "-" else ""
    value = Decimal(_plain(match["number"])) * scale
    form = _form(value, sign, currency, bool(match["percent"]), bool(match["ordinal"]))
    return Figure(text, form, spot, end)


def _hyphenated(found: re.Match[str], text: str, spot: int) -> Figure:
    """`30-day`, `50-percent`, `2-billion-euro`: the number with the scale and the unit that follow it."""
    rest = found["rest"].casefold().strip("-").split("-")
    value = Decimal(found["number"]) * SCALES.get(rest[0], 1)
    unit = rest[1 if rest[0] in SCALES else 0 :][:1]
    currency = CURRENCIES.get(unit[0], "") if unit else ""
    return Figure(text, _form(value, "", currency, bool(PERCENT & set(unit)), False), spot, spot + 1)


def _in_words(sentence: Sequence[Token], spot: int) -> Figure | None:
    """A number in words: `twenty-six`, `two hundred`, `three-year-old`, `fifty per cent`."""
    total = current = 0
    end = spot
    while end < len(sentence) and (end == spot or _adjacent(sentence, end)):
        if current % 100 == 0 and current and sentence[end].text == "and" and _small(sentence, end + 1):
            end += 1  # two hundred and fifty
        added = _added(sentence[end].text.casefold().split("-"), total, current, first=end == spot)
        if added is None:
            break
        total, current, over = added
        end += 1
        if over:
            break
    if end == spot:
        return None
    behind = [token.text.casefold() for token in sentence[end : end + 2]] + [""]
    currency = CURRENCIES.get(behind[0], "")
    percent = 1 if behind[0] in PERCENT else 2 * (" ".join(behind[:2]) in PERCENT)
    text = " ".join(token.text for token in sentence[spot:end])
    form = _form(Decimal(total + current), "", currency, bool(percent), False)
    stop = end + (1 if currency else percent)
    return Figure(text, form, spot, stop, form == "1" and text.casefold().split("-")[0] in FREE)


def _small(sentence: Sequence[Token], spot: int) -> bool:
    return spot < len(sentence) and sentence[spot].text.casefold().split("-")[0] in _VALUES


def _added(halves: list[str], total: int, current: int, *, first: bool) -> tuple[int, int, bool] | None:
    """The number so far, closed by scales and still open, with one word more; and whether it ends here."""
    for number, half in enumerate(halves):
        starts = first and number == 0
        value = _VALUES.get(half)
        after_tens = current % 100 in TENS.values() and value in range(1, 10)
        after_scale = current % 100 == 0 and total + current > 0 and value != 0
        if value is not None and (starts or after_tens or after_scale):
            current += value
        elif half == "hundred" and current in range(1, 100):
            current *= 100
        elif half in SCALES and not starts:
            total, current = total + current * SCALES[half], 0
        else:
            return None if number == 0 else (total, current, True)
    return total, current, False


def _ordinal(sentence: Sequence[Token], spot: int) -> Figure | None:
    """`fourth`, `twenty-first`; as words, the first two are free."""
    text = sentence[spot].text.casefold()
    tens, _, last = text.partition("-")
    number = ORDINALS.get(tens)
    if tens in TENS and ORDINALS.get(last, 10) < 10:
        number = TENS[tens] + ORDINALS[last]
    if number is None:
        return None
    return Figure(sentence[spot].text, f"{number}th", spot, spot + 1, tens in FREE)


def _plain(number: str) -> str:
    """`1,000.5` and `1.000.000,5` as Python has them; a lone comma before three digits groups them."""
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
        name = word.casefold().removeprefix("mid-")
        if iso := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", word):
            yield Figure(word, date_form(int(iso[1]), int(iso[2]), int(iso[3])), spot, spot + 1)
        elif month := MONTHS.get(name) or SHORT_MONTHS.get(name):
            start, end, day = _day_beside(sentence, spot)
            year = int(words[end]) if end < len(words) and re.fullmatch(r"[12]\d{3}", words[end]) else None
            stop = end + (1 if year else 0)
            capital, exact = word[-len(name)].isupper(), bool(year or day)
            if (capital and name in MONTHS) or (exact and (capital or name not in ("may", "march", "mar"))):
                yield Figure(" ".join(words[start:stop]), date_form(year, month, day), start, stop)


def _day_beside(sentence: Sequence[Token], spot: int) -> tuple[int, int, int | None]:
    """The day before or after a month, and the tokens that both span."""
    if spot and _adjacent(sentence, spot) and (before := _day(sentence[spot - 1].text)):
        return spot - 1, spot + 1, before
    end = spot + 1
    near = end < len(sentence) and sentence[end].start - sentence[spot].end <= 2  # `Sept. 4`
    behind = _day(sentence[end].text) if near else None
    return spot, end + (1 if behind else 0), behind


def _adjacent(sentence: Sequence[Token], spot: int) -> bool:
    """Whether nothing but a space stands before a token."""
    return sentence[spot].start - sentence[spot - 1].end == 1


def _day(word: str) -> int | None:
    match = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", word)
    return int(match[1]) if match and 1 <= int(match[1]) <= 31 else None
