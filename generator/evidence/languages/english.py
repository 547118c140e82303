"""The tables of English, in which our own sentences are read too."""

from __future__ import annotations

import re

from generator.evidence.languages.language import Language
from generator.evidence.languages.naming import CONNECTIVES

CODES = "EUR|USD|GBP|CHF|JPY|NOK"  # written before an amount in any language

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
MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
SHORT_MONTHS = {**{month[:3]: number for month, number in MONTHS.items() if len(month) > 3}, "sept": 9}
FUNCTION_WORDS = frozenset(
    (
        *("a", "an", "the", "this", "that", "these", "those", "there", "here", "yes", "no", "not"),
        *("i", "you", "he", "she", "it", "we", "they", "my", "your", "his", "her", "its", "our", "their"),
        *("in", "on", "at", "of", "to", "by", "for", "from", "with", "without", "as", "during"),
        *("after", "before", "since", "until", "while", "when", "if", "although", "though"),
        *("and", "but", "or", "nor", "so", "yet", "both", "each", "all", "some", "any", "one", "two"),
        *("more", "most", "other", "another", "many", "several"),
        *("what", "which", "who", "how", "why", "where"),
        *("will", "would", "should", "could", "may", "might", "must", "can", "do", "does", "did"),
        *("is", "are", "was", "were", "be", "has", "have", "had"),
    )
)
# Of the words that open a sentence those that are no names, nor parts of names, with a capital.
STARTERS = (FUNCTION_WORDS | CONNECTIVES) - {"an", "can", "do", "i", "may", "so", "will", "per", "seul", "car"}


def _plain(number: str) -> str:
    """`1,000.5` and `1.000.000,5`; a lone comma before three digits groups them."""
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", number):
        return number.replace(",", "")
    if re.fullmatch(r"\d{1,3}(\.\d{3}){2,}(,\d+)?", number):
        return number.replace(".", "").replace(",", ".")
    head, *tail = re.split(r"[.,]", number)
    return head + ("." + "".join(tail) if tail else "")


ENGLISH = Language(
    code="en",
    abbreviations=frozenset(
        (
            *("mr", "mrs", "ms", "messrs", "dr", "prof", "hon", "rev", "fr", "pres", "sen", "rep", "gov", "amb"),
            *("gen", "adm", "capt", "cmdr", "cdr", "maj", "col", "lt", "brig", "sgt", "cpl", "pvt", "supt", "insp"),
            *("mme", "mlle", "vs", "e.g", "i.e", "cf", "viz", "approx", "ca", "ed", "eds", "resp"),
        )
    ),
    endings=frozenset(
        (
            *("st", "ste", "mt", "ft", "sir", "jr", "sr", "inc", "ltd", "co", "corp", "bros", "llc", "plc", "dept"),
            *("univ", "assn", "etc", "est", "ave", "blvd", "rd", "sq", "hwy"),
            *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
            *("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri"),
            *("u.s", "u.k", "u.n", "e.u", "u.s.a", "d.c", "ph.d", "a.m", "p.m"),
        )
    ),
    numbering=frozenset(
        ("no", "nos", "fig", "figs", "p", "pp", "para", "art", "ch", "vol", "vols", "sec", "eq", "ex", "pt", "bk")
    ),
    lettered=frozenset(
        (
            *("plan", "group", "class", "grade", "type", "category", "section", "annex", "appendix", "vitamin"),
            *("hepatitis", "team", "hall", "gate", "terminal", "model", "zone", "dock", "pier", "berth", "block"),
            *("building", "part", "option", "phase", "level", "schedule", "exhibit", "room", "platform", "tier"),
            *("quay", "lock", "deck", "hold", "shed", "route", "line", "sector", "unit", "version", "point"),
        )
    ),
    starters=STARTERS,
    speech=frozenset(
        (
            *("said", "says", "say", "told", "tells", "added", "adds", "stated", "states", "wrote", "writes"),
            *("announced", "declared", "explained", "insisted", "warned", "noted", "argued", "claimed", "stressed"),
            *("asked", "replied", "answered", "remarked", "commented", "continued", "concluded", "promised"),
            *("words", "speaking", "statement", "spoke", "posted", "tweeted", "asserted", "recalled", "joked"),
        )
    ),
    openers="the|this|these|that|it|he|she|they|we|in|on|at|a|an|but|and",
    negations=frozenset(("not", "no", "never", "without", "neither", "nor", "cannot")),
    clause_openers=frozenset(
        (
            *("and", "but", "or", "that", "which", "who", "whom"),
            *("because", "while", "when", "if", "as", "although", "though", "so"),
        )
    ),
    function_words=FUNCTION_WORDS,
    amount=(
        rf"(?:(?<![\w.)])[-+])?(?:US\$|A\$|C\$|[$€£¥]|\b(?:{CODES})(?=[ \d]) ?)?"
        r"\d+(?:[.,]\d+)*(?: ?%| (?:percent|per cent)\b)?(?:st|nd|rd|th)?"
        r"(?: (?:thousand|million|billion|trillion)\b|(?:k|mn?|bn|tn)\b)?"
    ),
    amount_parts=re.compile(
        r"(?P<sign>[-+])?(?P<currency>US\$|[AC]\$|[$€£¥]|[A-Z]{3})? ?(?P<number>\d+(?:[.,]\d+)*)"
        r"(?P<percent> ?%| percent| per cent)?(?P<ordinal>st|nd|rd|th)?"
        r"(?: (?P<scale>thousand|million|billion|trillion)|(?P<short>k|mn?|bn|tn))?(?P<behind>)"
    ),
    elisions="",
    plain=_plain,
    values={word: number for number, word in enumerate(UNITS)} | TENS,
    hundreds=frozenset(("hundred",)),
    scales=SCALES,
    short_scales=SHORT_SCALES,
    ordinals=ORDINALS,
    currencies=CURRENCIES,
    percent=frozenset(("percent", "per cent", "%")),
    free=frozenset(("one", "first", "second")),
    months=MONTHS,
    short_months=SHORT_MONTHS,
    middle="mid-",
    day=re.compile(r"(\d{1,2})(?:st|nd|rd|th)?"),
    weekdays=("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    weekday="(?:on )?(?:last )?(?:next )?{day}",
    months_away={
        "last month": -1,
        "this month": 0,
        "earlier this month": 0,
        "later this month": 0,
        "next month": 1,
    },
    days_away={
        "today": (0, 0), "yesterday": (-1, -1), "tomorrow": (1, 1), "overnight": (-1, 0),
        "this week": (-7, 7), "last week": (-13, -1), "next week": (1, 13),
    },
    joiner="and",
    doubtful_months=frozenset(("may", "march", "mar")),
    month_first=True,
    capital_months=True,
)  # fmt: skip
