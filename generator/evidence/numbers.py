"""Numbers, amounts and dates in a text, in the one form in which they are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from generator.evidence.languages import ENGLISH, Language
from generator.evidence.text import Token

FORM = re.compile(  # what a lock may hold
    r"date (\d{4}|X{4})-(\d\d|XX)-(\d\d|XX)|([A-Z]{3} )?-?\d+(\.\d+)?( %)?|-?\d+(\.\d+)?th", re.ASCII
)

_HYPHENATED = re.compile(r"(?P<number>\d+)(?P<rest>(?:-[^\W\d_]\w*)+)")


@dataclass(frozen=True)
class Number:
    """A number or a date of a text: how it stands there, its comparable form, and the tokens it spans."""

    text: str
    form: str
    start: int
    end: int
    free: bool = False

    @property
    def is_date(self) -> bool:
        return self.form.startswith("date ")


def numbers_in(sentence: Sequence[Token], language: Language = ENGLISH) -> tuple[Number, ...]:
    """Every number and date of a sentence in order of reading; a date takes its numbers with it."""
    return _numbers_and_dates(tuple(sentence), language)


@lru_cache(maxsize=65536)
def _numbers_and_dates(sentence: tuple[Token, ...], language: Language) -> tuple[Number, ...]:
    dates = list(_dates(sentence, language))
    date_tokens = {spot for date in dates for spot in range(date.start, date.end)}
    numbers = [number for number in _numbers(sentence, language) if number.start not in date_tokens]
    return tuple(sorted([*dates, *numbers], key=lambda number: (number.start, number.form)))


def date_form(year: int | None, month: int | None, day: int | None) -> str:
    """`date 2025-09-04`, with X for what is not said."""
    parts = (f"{year:04}" if year else "XXXX", f"{month:02}" if month else "XX", f"{day:02}" if day else "XX")
    return f"date {'-'.join(parts)}"


def entails(form: str, evidence_form: str) -> bool:
    """Whether a text that has `evidence_form` says `form`: the same number, or a date as exact or more so."""
    if form == evidence_form:
        return True
    if form.startswith("date ") and evidence_form.startswith("date "):
        pairs = zip(form[5:].split("-"), evidence_form[5:].split("-"), strict=True)
        return all(part in (evidence_part, "X" * len(part)) for part, evidence_part in pairs)
    if re.fullmatch(r"[12]\d{3}", form) and evidence_form.startswith("date "):
        return evidence_form[5:9] == form
    return bool(re.fullmatch(r"[12]\d{3}", evidence_form)) and form == date_form(int(evidence_form), None, None)


def _numbers(sentence: Sequence[Token], language: Language) -> Iterator[Number]:
    spot = 0
    while spot < len(sentence):
        number = (
            _ordinal(sentence, spot, language)
            or _in_words(sentence, spot, language)
            or _in_digits(sentence, spot, language)
        )
        if number:
            yield number
        spot = number.end if number else spot + 1


def _in_digits(sentence: Sequence[Token], spot: int, language: Language) -> Number | None:
    text = sentence[spot].text
    if hyphenated := _HYPHENATED.fullmatch(text):
        return _hyphenated(hyphenated, text, spot, language)
    match = language.amount_parts.fullmatch(text)
    if not match:
        return None
    mark = match["currency"] or match["behind"] or ""
    currency, end = language.currencies.get(mark, mark), spot + 1
    if not currency:
        currency, end = _currency_behind(sentence, end, language)
    scale = language.scales.get(match["scale"] or "", 1)
    if currency or match["short"] not in ("k", "m"):  # 500m is a distance, €500m is not
        scale *= language.short_scales.get(match["short"] or "", 1)
    sign = "-" if match["sign"] == "-" else ""
    value = Decimal(language.plain(match["number"])) * scale
    form = _form(value, sign, currency, bool(match["percent"]), bool(match["ordinal"]))
    return Number(text, form, spot, end)


def _currency_behind(sentence: Sequence[Token], spot: int, language: Language) -> tuple[str, int]:
    """The currency in words that follows an amount, and where it ends."""
    following = [token.text.casefold() for token in sentence[spot : spot + 2]]
    skipped = bool(following) and following[0] in language.of
    word = following[1] if skipped and len(following) > 1 else following[0] if following else ""
    return (language.currencies[word], spot + 1 + skipped) if word in language.currencies else ("", spot)


def _hyphenated(match: re.Match[str], text: str, spot: int, language: Language) -> Number:
    """`30-day`, `50-percent`, `2-billion-euro`: the number with the scale and the unit that follow it."""
    rest = match["rest"].casefold().strip("-").split("-")
    value = Decimal(match["number"]) * language.scales.get(rest[0], 1)
    unit = rest[1 if rest[0] in language.scales else 0 :][:1]
    currency = language.currencies.get(unit[0], "") if unit else ""
    return Number(text, _form(value, "", currency, bool(language.percent & set(unit)), False), spot, spot + 1)


def _in_words(sentence: Sequence[Token], spot: int, language: Language) -> Number | None:
    """A number in words: `twenty-six`, `two hundred`, `three-year-old`, `fifty per cent`."""
    total = current = 0
    end = spot
    while end < len(sentence) and (end == spot or _adjacent(sentence, end)):
        word = sentence[end].text
        if current % 100 == 0 and current and word == language.joiner and _small(sentence, end + 1, language):
            end += 1  # two hundred and fifty
        entry, width = _entry(sentence, end, language)
        added = _added(entry, total, current, language, first=end == spot)
        if added is None:
            break
        total, current, over = added
        end += width
        if over:
            break
    text = " ".join(token.text for token in sentence[spot:end])
    if end == spot or text.casefold() in language.articles:
        return None
    following = [token.text.casefold() for token in sentence[end : end + 2]] + [""]
    currency, after = _currency_behind(sentence, end, language)
    percent = 1 if following[0] in language.percent else 2 * (" ".join(following[:2]) in language.percent)
    form = _form(Decimal(total + current), "", currency, bool(percent), False)
    free = form == "1" and text.casefold().split("-")[0] in language.free
    return Number(text, form, spot, after if currency else end + percent, free)


def _small(sentence: Sequence[Token], spot: int, language: Language) -> bool:
    return spot < len(sentence) and sentence[spot].text.casefold().split("-")[0] in language.values


def _entry(sentence: Sequence[Token], spot: int, language: Language) -> tuple[str, int]:
    """The words from here that are one entry of the table of numbers, or else one word; and how many."""
    for width in range(language.longest, 1, -1):
        run = sentence[spot : spot + width]
        text = " ".join(token.text for token in run).casefold()
        if (
            len(run) == width
            and text in language.values
            and all(_adjacent(sentence, spot + n) for n in range(1, width))
        ):
            return text, width
    return sentence[spot].text.casefold(), 1


def _added(entry: str, total: int, current: int, language: Language, *, first: bool) -> tuple[int, int, bool] | None:
    """The number so far, closed by scales and still open, with one entry more; and whether it ends here."""
    for number, half in enumerate(_halves(entry, language)):
        starts = first and number == 0
        value = language.values.get(half)
        after_tens = current % 100 >= 20 and current % 10 == 0 and value in range(1, 10)
        after_scale = current % 100 == 0 and total + current > 0 and value != 0
        if value is not None and (starts or after_tens or after_scale):
            current += value
        elif half in language.hundreds and (current in range(1, 100) or (half in language.bare and not current)):
            current = max(current, 1) * 100
        elif half in language.scales and (not starts or half in language.bare):
            total, current = total + (current or int(starts)) * language.scales[half], 0
        else:
            return None if number == 0 else (total, current, True)
    return total, current, False


def _halves(entry: str, language: Language) -> Iterator[str]:
    """The entries of the table of numbers that a hyphenated word is made of, the longest first."""
    rest = [entry] if " " in entry else entry.split("-")
    while rest:
        width = next((n for n in range(len(rest), 1, -1) if "-".join(rest[:n]) in language.values), 1)
        yield "-".join(rest[:width])
        rest = rest[width:]


def _ordinal(sentence: Sequence[Token], spot: int, language: Language) -> Number | None:
    """`fourth`, `twenty-first`; as words, the first two are free."""
    text, ordinals, values = sentence[spot].text.casefold(), language.ordinals, language.values
    first, _, last = text.partition("-")
    number = ordinals.get(text) or ordinals.get(first)
    if values.get(first, 0) >= 20 and ordinals.get(last, 10) < 10:
        number = values[first] + ordinals[last]
    if number is None:
        return None
    return Number(sentence[spot].text, f"{number}th", spot, spot + 1, first in language.free)


def _form(value: Decimal, sign: str, currency: str, percent: bool, ordinal: bool) -> str:
    number = sign + format(value.normalize(), "f")
    if ordinal:
        return f"{number}th"
    return f"{currency} {number}".strip() + (" %" if percent else "")


def _dates(sentence: Sequence[Token], language: Language) -> Iterator[Number]:
    """Month names with the day and the year beside them; ISO dates."""
    words = [token.text for token in sentence]
    for spot, word in enumerate(words):
        name = word.casefold().removeprefix(language.middle)
        if iso := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", word):
            yield Number(word, date_form(int(iso[1]), int(iso[2]), int(iso[3])), spot, spot + 1)
        elif month := language.months.get(name) or language.short_months.get(name):
            start, end, day = _day_beside(sentence, spot, language)
            year = int(words[end]) if end < len(words) and re.fullmatch(r"[12]\d{3}", words[end]) else None
            stop = end + (1 if year else 0)
            capital, exact = word[-len(name)].isupper(), bool(year or day)
            needs_no_day = name in language.months and (capital or not language.capital_months)
            if needs_no_day or (exact and (capital or name not in language.doubtful_months)):
                yield Number(" ".join(words[start:stop]), date_form(year, month, day), start, stop)


def _day_beside(sentence: Sequence[Token], spot: int, language: Language) -> tuple[int, int, int | None]:
    """The day before or after a month, and the tokens that both span."""
    if spot and _adjacent(sentence, spot) and (before := _day(sentence[spot - 1].text, language)):
        return spot - 1, spot + 1, before
    end = spot + 1
    near = end < len(sentence) and sentence[end].start - sentence[spot].end <= 2  # `Sept. 4`
    following = _day(sentence[end].text, language) if near and language.month_first else None
    return spot, end + (1 if following else 0), following


def _adjacent(sentence: Sequence[Token], spot: int) -> bool:
    """Whether nothing but a space stands before a token."""
    return sentence[spot].start - sentence[spot - 1].end == 1


def _day(word: str, language: Language) -> int | None:
    match = language.day.fullmatch(word)
    return int(match[1]) if match and 1 <= int(match[1]) <= 31 else None
