"""Amounts as newspapers write them, read without the program, so that its own reading can be measured."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

CROWNS = "crowns"  # in words: a text need not say whose
CURRENCIES = {
    "us$": "USD", "$us": "USD", "us dollars": "USD", "u.s. dollars": "USD", "dollars": "USD", "usd": "USD",
    "c$": "CAD", "cad": "CAD", "a$": "AUD", "aud": "AUD", "$": "USD",
    "€": "EUR", "euros": "EUR", "euro": "EUR", "eur": "EUR", "£": "GBP", "pounds": "GBP", "gbp": "GBP",
    "¥": "JPY", "jpy": "JPY", "sfr": "CHF", "chf": "CHF", "rupees": "INR", "inr": "INR",
    "nkr": "NOK", "nok": "NOK", "skr": "SEK", "sek": "SEK", "dkr": "DKK", "dkk": "DKK",
    "kroner": CROWNS, "crowns": CROWNS,
}  # fmt: skip
MAY_BE = {CROWNS: {"", CROWNS, "NOK", "SEK", "DKK"}, "INR": {"", "INR"}}  # units that prove one without a code
SCALES = {
    "hundred": 100, "thousand": 1000, "lakh": 10**5, "m": 10**6, "mn": 10**6, "mln": 10**6, "million": 10**6,
    "millions": 10**6, "crore": 10**7, "crores": 10**7, "bn": 10**9, "billion": 10**9, "milliard": 10**9,
    "milliards": 10**9, "trillion": 10**12,
}  # fmt: skip
_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS: dict[str, Decimal] = {
    **{word: Decimal(n) for n, word in enumerate([*_ONES.split(), "seventeen", "eighteen", "nineteen"])},
    **{word: Decimal(20 + 10 * n) for n, word in enumerate(_TENS.split())},
    **{word: Decimal(n) for n, word in ((2, "deux"), (3, "trois"), (4, "quatre"), (12, "dozen"), (100, "hundred"))},
    **{word: Decimal(n) for n, word in (("0.5", "half"), ("0.25", "quarter"), ("0.3333", "third"))},
}
_PERCENT = re.compile(r"%|per ?cent\b|\dpc\b|\bpct\b")
_NUMBER = re.compile(r"(\d+(?:[ ,.]\d{3})+(?!\d)|\d+)([.,]\d+)?\s*([a-z]+)?")
_CODE = re.compile(r"([a-z]{3}) ?(?=\d)")
_FORM = re.compile(r".+? = ((?:[A-Z]{3} )?-?[\d./]+(?: ?%)?(?:[-–/][\d.]+)?)")


@dataclass(frozen=True)
class Amount:
    """Numbers (two where it is a range) and their unit: a currency's code, `%` or nothing."""

    unit: str
    numbers: frozenset[Decimal]

    def proves(self, told: "Amount | None") -> bool:
        """Whether an amount that was drafted is this one, or one end of this range."""
        if told is None or not told.numbers <= self.numbers:
            return False
        return told.unit in MAY_BE.get(self.unit, {self.unit})


def amount(text: str) -> Amount | None:
    """What `$12.5 million`, `6.5 percent`, `Twenty-three` or `USD 2000000` is; None where no number stands."""
    rest = unicodedata.normalize("NFKC", text).casefold().strip()
    unit, rest = _currency(rest)
    if _PERCENT.search(rest):
        unit = "%"
    numbers = [_number(whole, part) * SCALES.get(word, 1) for whole, part, word in _NUMBER.findall(rest)]
    if not numbers:
        words = re.split(r"[\s-]+", rest)
        spelt = [NUMBERS[word] for word in words if word in NUMBERS]
        scale = next((SCALES[word] for word in words if word in SCALES and word not in NUMBERS), 1)
        numbers = [sum(spelt, Decimal(0)) * scale] if spelt else []
    return Amount(unit, frozenset(number.normalize() for number in numbers)) if numbers else None


def drafted_amount(told: str) -> Amount | None:
    """The same of a figure as a draft file gives it: `$2m = USD 2000000, the boat`."""
    form = _FORM.match(told)
    return amount(form[1] if form else told.split(", ")[0])


def _currency(text: str) -> tuple[str, str]:
    for sign in sorted(CURRENCIES, key=lambda sign: -len(sign)):
        whole = sign[-1].isalpha() and not text.startswith(sign)
        pattern = rf"(?<![a-z]){re.escape(sign)}(?![a-z])" if whole else re.escape(sign)
        if re.search(pattern, text):
            return CURRENCIES[sign], text.replace(sign, " ", 1)
    code = _CODE.match(text)
    return (code[1].upper(), text[code.end() :]) if code else ("", text)


def _number(whole: str, part: str) -> Decimal:
    return Decimal(re.sub(r"[ ,.]", "", whole) + part.replace(",", "."))
