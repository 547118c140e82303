"""The words of a question that nobody asks yet: made of what figures count, or none where that cannot be read."""

from __future__ import annotations

from generator.drafting.counts import Count
from generator.drafting.lines import Line
from generator.drafting.units import MEASURED, measure_of, of_what, rate_of, unit_of, words_behind
from generator.drafting.vocabulary import concept
from generator.evidence.languages import ENGLISH

# Words that say of what a sum is, beside which it stands; others could be anything.
_SUMS = frozenset(
    (
        *(
            "aid",
            "bid",
            "bill",
            "bond",
            "bonus",
            "budget",
            "compensation",
            "contract",
            "cost",
            "damage",
            "debt",
            "deal",
        ),
        *("deficit", "export", "fare", "fee", "fine", "fund", "funding", "grant", "import", "income", "investment"),
        *(
            "levy",
            "loan",
            "loss",
            "pay",
            "pension",
            "premium",
            "price",
            "profit",
            "ransom",
            "rent",
            "revenue",
            "salary",
        ),
        *("subsidy", "surplus", "tariff", "tax", "toll", "turnover", "wage"),
    )
)
_MANY = frozenset(("people", "men", "women", "children", "police", "staff", "cattle", "personnel", "troops"))
_SINGULAR = ("ss", "us", "is", "'s")  # endings of words that are no plurals
NEAR = 6  # tokens on each side of a sum in which the word for it stands


def question_words(count: Count, line: Line, shared: frozenset[str]) -> tuple[str, str]:
    """A question that a figure of an English sentence answers, and the word for what it asks; both may be empty.

    `shared` are the concepts that the other sentences have too: no other word stands in it.
    """
    unit, rate = unit_of(count, line, ENGLISH), rate_of(count, line, ENGLISH)
    if unit == "%":
        whole = _whole(count, line, shared)
        return (f"What percentage of the {whole}?", whole) if whole and not rate else ("", "")
    per = f" per {rate}" if rate else ""
    if unit and not measure_of(count):
        noun = _sum(count, line, shared) or ("price" if rate in MEASURED else "")
        return (f"How much is the {noun}{per}, in {unit}?", noun) if noun else ("", "")
    counted = _counted(count, shared)
    if not counted:
        return "", ""
    of = of_what(count, line, ENGLISH) if unit else ""
    whole = next((word for word in words_behind(count, line) if of and concept(word, ENGLISH) == of), "")
    if unit and not (whole and _is_shared(whole, shared)):
        return "", ""
    return f"How many {counted}{f' of {whole}' if whole else ''}{per}?", whole or counted


def _counted(count: Count, shared: frozenset[str]) -> str:
    """What is counted, up to its noun: `trams` of `trams stop`; nothing where no word is a plural that others share."""
    told = count.what.casefold().removeprefix("metric ").split()
    if measure := measure_of(count):
        return " ".join(told[: len(measure.split())])
    ends = [n for n, word in enumerate(told) if word in _MANY or (word.endswith("s") and not word.endswith(_SINGULAR))]
    if not ends or not _is_shared(told[ends[-1]], shared):
        return ""
    return " ".join(word for word in told[: ends[-1] + 1] if _is_shared(word, shared))


def _whole(count: Count, line: Line, shared: frozenset[str]) -> str:
    """Of what a share is: `voters` of `50 percent of the voters`."""
    behind = words_behind(count, line)
    if behind[:1] != ["of"]:
        return ""
    words = [word for word in behind[1:3] if word not in ENGLISH.function_words]
    return words[0] if words and _is_shared(words[0], shared) else ""


def _sum(count: Count, line: Line, shared: frozenset[str]) -> str:
    """What a sum is, by the nearest word of those that say so."""
    near = range(max(0, count.first - NEAR), min(len(line.words), count.last + NEAR + 1))
    by_distance = sorted(near, key=lambda spot: min(abs(spot - count.first), abs(spot - count.last)))
    words = (line.words[spot].removesuffix("s") for spot in by_distance if not count.first <= spot <= count.last)
    return next((word for word in words if word in _SUMS and _is_shared(word, shared)), "")


def _is_shared(word: str, shared: frozenset[str]) -> bool:
    return concept(word, ENGLISH) in shared
