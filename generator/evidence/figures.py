"""Figures in a sentence: amounts, dates and ranks, each read whole or not at all, with what modifies it.

This module imports nothing but the standard library, and knows no language: its tables are given to it. The very same
file is shipped with the site, so that whoever repeats the checks reads figures as they were read here.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Any, Protocol

Tables = Mapping[str, Any]
PARTS = "½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚"  # of one, each a single letter

_FAMILIES = r"krone|franc|rupee|peso|dinar|dirham|rial|riyal|shilling|kwacha|leu|manat|cent"  # of currencies
_UNIT = rf"(?:(?:{_FAMILIES})\.)?[A-Z]{{3}}|{_FAMILIES}"
_NUMBER = r"-?\d+(?:\.\d+)?"
_MANY = r"(?:dozens|scores|tens|hundreds|thousands|millions|billions|trillions)"
# How a figure is compared, and what a lock may hold: `about 340`, `by krone.NOK 14`, `at most EUR 4500 a year`.
FORM = re.compile(
    r"(?P<total>in all )?(?:(?P<way>by|to|from) )?(?:(?P<bound>about|over|at least|at most|under) )?"
    r"(?:(?P<side>before|after) )?"
    r"(?P<body>times (?:\d+|1/2)|date (?:\d{4}|X{4})-(?:\d\d|XX)-(?:\d\d|XX)|time \d\d:\d\d|decade \d{4}"
    r"|\d+th(?: most)?|most|\d+/\d+"
    rf"|(?:(?P<unit>{_UNIT}) )?(?:(?P<number>{_NUMBER})(?: to {_NUMBER})?|{_MANY}(?: of {_MANY})*)"
    r"(?P<share> %| points)?|unread [^|;]{1,200})"
    r"(?: a (?P<rate>second|minute|hour|day|week|fortnight|month|quarter|year|decade|season))?",
    re.ASCII,
)
_DIGITS = re.compile(
    rf"(?P<sign>[-+~]?)(?P<mark>[^\d\s{PARTS}]*?) ?(?=[\d{PARTS}])"
    rf"(?P<number>\d(?:[\d.,' ]*\d)?)?(?P<vulgar>[{PARTS}])?"
    r"(?:/(?P<over>\d+))?(?P<tail>\D.*)?"
)
_TAIL = re.compile(r"[^\W\d_]+(?:/[^\W\d_]+)?|[^\w\s-]")
_CLOCK = re.compile(r"(\d{1,2})(?:[:h](\d\d)?(?::\d\d)?|\.(\d\d))?(am|pm)?", re.IGNORECASE)
_STOP = re.compile(r"[.!?…;:]")  # what no modifier reaches across
_CLAUSE = re.compile(r"[.!?…;:,()\"]| - ")
_JOINS = (" ", "'", "-")  # what may stand between two words of one expression
_ADDRESS = re.compile(r".*(?:://|@|\.\w+/).*|www\..*", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_YEAR = re.compile(r"1\d{3}|2[01]\d\d")
_TELEPHONE = re.compile(r"\+?\d[\d ]*")
BOUNDS = ("about", "over", "at least", "at most", "under")
CFA = (("franc.CFA", "franc.XOF"), ("franc.CFA", "franc.XAF"))  # two currencies that one name has
LIMITS = {"floors": "at least", "ceilings": "at most"}
MOST_OF_ONE = 1000  # of how many one is told as a part: one in 200
MOST_DIGITS = 20  # of a number that is read: with a scale behind it, no digit is rounded away
LONGEST_UNREAD = 120  # letters
LISTED = 8  # words between two figures of one list
NEAR = 8  # words around a figure, within which it is told what it is
BEING = frozenset(("is", "was", "are", "were", "be", "been"))
LOWEST_YEAR, HIGHEST_YEAR = 1900, 2100  # in a pair such as `2019 to 2022`, these are years and no range


_HALF = Decimal("0.5")
_NUMERIC = re.compile(rf"[\d{PARTS}]")
_OPENING = (  # the tables whose words a figure may begin with
    *(
        "several",
        "plurals",
        "ordinals",
        "superlatives",
        "most",
        "months",
        "short_months",
        "multiples",
        "spans",
        "minus",
    ),
)


READ = 8192  # sentences of which the figures are remembered: those of a few articles


class Word(Protocol):
    """A token: its text, and what stands between it and the token before."""

    @property
    def text(self) -> str: ...

    @property
    def gap(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a sentence, the forms in which it may be compared, and the tokens that it spans."""

    text: str
    forms: tuple[str, ...]
    start: int
    end: int
    free: bool = False  # a word too common to be bound
    is_ranked: bool = False  # `the first`, and no mere `first`

    @property
    def form(self) -> str:
        """The form that it most likely has."""
        return self.forms[0]

    @property
    def amount(self) -> str:
        """The same without what modifies it."""
        return body_of(self.form)

    @property
    def is_date(self) -> bool:
        return self.amount.startswith("date ")

    @property
    def is_unread(self) -> bool:
        return self.form.startswith("unread ")


@dataclass(frozen=True, slots=True)
class _Amount:
    """A figure before its modifiers are known."""

    start: int
    end: int
    value: Decimal | None = None
    upto: Decimal | None = None  # the upper end of a range
    unit: str = ""
    scale: Decimal = Decimal(1)  # by which its digits are multiplied
    body: str = ""  # of what has no value: a date, a rank, an unread figure
    also: tuple[str, ...] = ()  # other ways to read it
    bound: str = ""
    rate: str = ""
    free: bool = False

    @property
    def bodies(self) -> tuple[str, ...]:
        own = self.body or _body(self.value or Decimal(0), self.unit, self.upto)
        return tuple(dict.fromkeys((own, *self.also)))

    @property
    def is_counted(self) -> bool:
        return self.value is not None


class _Line:
    """A sentence, as its words are looked up."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.raw = [word.text for word in words]
        self.low = [word.text.casefold() for word in words]
        self.gaps = [word.gap for word in words]
        self.size = len(words)

    def word(self, spot: int) -> str:
        return self.low[spot] if 0 <= spot < self.size else ""

    def joined(self, spot: int) -> bool:
        """Whether a token goes on with the expression of the one before it."""
        return 0 < spot < self.size and self.gaps[spot] in _JOINS

    def phrase(self, first: int, end: int) -> str:
        """The words from first up to end, if they are one expression."""
        whole = 0 <= first < end <= self.size and all(self.joined(spot) for spot in range(first + 1, end))
        return " ".join(self.low[first:end]) if whole else ""

    def text(self, first: int, end: int) -> str:
        return self.raw[first] + "".join(self.gaps[spot] + self.raw[spot] for spot in range(first + 1, end))

    def stopped(self, spot: int, stop: re.Pattern[str]) -> bool:
        """Whether a stop stands before a token; most often nothing but a space does."""
        gap = self.gaps[spot]
        return gap != " " and stop.search(gap) is not None

    def clause_before(self, spot: int, most: int, stop: re.Pattern[str] = _STOP) -> list[str]:
        """The words before a spot, the nearest first, as far as no stop stands between."""
        first = spot
        while first > 0 and spot - first < most and not (first < self.size and self.stopped(first, stop)):
            first -= 1
        return self.low[first:spot][::-1]


class FigureReader:
    """A reader of the figures of one language."""

    def __init__(self, tables: Tables) -> None:
        self._t = tables
        self._values = {word.replace("-", " "): int(value) for word, value in tables["values"].items()}
        self._longest = max(word.count(" ") for word in self._values) + 1
        lists = ((name, words) for name, words in tables.items() if isinstance(words, (list, tuple)))
        self._sets = {name: frozenset(words) for name, words in lists if all(isinstance(word, str) for word in words)}
        self._big = {**tables["scales"], **dict.fromkeys(tables["hundreds"], 100), **tables["dozens"]}
        first_words = {words.split(" ")[0] for words in self._values}
        self._openers = frozenset(first_words | {*self._big} | self._sets["articles"] | self._sets["half"])
        self._all_openers = frozenset().union(
            self._openers, *(tables[name] for name in _OPENING), (tables["middle"].strip("-"),)
        )
        self._widest_unit = max(phrase.count(" ") for phrase in tables["units"]) + 1
        self._widest_bound = max(phrase.count(" ") for phrase in tables["bounds"]) + 1
        # The words that phrases begin or end with: where none of them stands, no phrase is put together.
        self._unit_openers = frozenset(phrase.partition(" ")[0] for phrase in tables["units"])
        self._bound_closers = frozenset(phrase.rpartition(" ")[2] for phrase in tables["bounds"])
        self._total_openers = frozenset(words[0] for words in tables["totals"])
        self._quarrels = [(words, frozenset(cues)) for words, cues in tables["unbound_near"].items()]
        self._uncounted = self._sets["small_words"] | self._sets["uncounted"]
        self._rates_told = self._sets["per"] | self._sets["each"]
        self._days = re.compile(rf"(\d{{1,2}})(?:{tables['day_endings']})?")
        self.read = lru_cache(maxsize=READ)(self._read)
        self._opens = lru_cache(maxsize=65536)(self._may_open)

    @property
    def modifying(self) -> frozenset[str]:
        """The single words of which modifiers are made."""
        words = (word for phrase in (*self._t["bounds"], *self._t["bounds_behind"]) for word in phrase.split(" "))
        return frozenset(words) | self._sets["fillers"] | self._sets["determiners"]

    @property
    def small_words(self) -> frozenset[str]:
        """The words that no figure counts."""
        return self._sets["small_words"]

    def __call__(self, words: Sequence[Word]) -> tuple[Figure, ...]:
        """Every figure of a sentence in order of reading; a date takes its numbers with it."""
        return self.read(tuple(words))

    def _read(self, words: tuple[Word, ...]) -> tuple[Figure, ...]:
        line = _Line(words)
        amounts = self._shared(line, self._ranges(line, list(self._amounts(line))))
        return tuple(self._figure(line, amounts, number) for number in range(len(amounts)))

    # ---- one after the other

    def _amounts(self, line: _Line) -> Iterator[_Amount]:
        spot, last_end = 0, -1
        while spot < line.size:
            if not self._opens(line.low[spot]):
                spot += 1
                continue
            end = self._telephone(line, spot) or self._label(line, spot)
            if end:
                spot = end
                continue
            amount = self._amount(line, spot, last_end)
            if amount:
                yield amount
                last_end = amount.end
            spot = amount.end if amount else spot + 1

    def _may_open(self, word: str) -> bool:
        """Whether a figure may begin with a token: most words open none."""
        return word in self._all_openers or bool(_NUMERIC.search(word)) or word.split("-")[0] in self._all_openers

    def _amount(self, line: _Line, spot: int, last_end: int) -> _Amount | None:
        readings = (
            self._date,
            self._time,
            self._vague,
            self._about,
            self._one,
            self._one_of_many,
            self._part,
            self._multiple,
            self._rank,
            self._in_words,
            self._in_digits,
        )
        is_rate = line.word(spot) in self._sets["articles"] and spot == last_end and line.joined(spot)
        if is_rate or _ADDRESS.fullmatch(line.raw[spot]):  # `8 million a quarter`
            return None
        if line.word(spot - 1) in self._sets["decades"] and re.fullmatch(r"[12]\d\d0", line.raw[spot]):
            return _Amount(spot, spot + 1, body=f"decade {line.raw[spot]}")  # les années 1990
        if line.word(spot) in self._sets["minus"] and line.joined(spot + 1):
            amount = self._in_words(line, spot + 1) or self._in_digits(line, spot + 1)
            if amount and amount.value is not None:
                return replace(amount, start=spot, value=-amount.value)
        for reading in readings:
            if amount := reading(line, spot):
                return self._below_zero(line, amount)
        return self._unread(line, spot, spot + 1) if line.raw[spot][0].isdigit() else None

    def _below_zero(self, line: _Line, amount: _Amount) -> _Amount:
        """`21 degrees below zero`: another wording of `minus 21 degrees`."""
        spot = amount.end
        while line.joined(spot) and line.word(spot) in self._sets["degrees"]:
            spot += 1
        ends = (
            spot + len(words)
            for words in self._t["below_zero"]
            if line.joined(spot) and line.phrase(spot, spot + len(words)) == " ".join(words)
        )
        end = next(ends, 0)
        if not end or amount.unit or amount.value is None:
            return amount
        return replace(amount, value=-amount.value, end=end)

    def _unread(self, line: _Line, first: int, end: int) -> _Amount:
        letters = re.sub(r"[|;]", " ", line.text(first, end))
        if len(letters) > LONGEST_UNREAD:  # what is cut off still tells two apart
            letters = f"{letters[:LONGEST_UNREAD]} {hashlib.sha256(letters.encode()).hexdigest()}"
        return _Amount(first, end, body=f"unread {letters}")

    def _telephone(self, line: _Line, spot: int) -> int:
        """Where a telephone number ends that begins here: behind a word for it, with a plus, or in many groups."""
        end = spot
        while (
            end < line.size
            and _TELEPHONE.fullmatch(line.raw[end])
            and (end == spot or line.gaps[end] in (" ", "-", ") ", "/"))
        ):
            end += 1
        digits = sum(letter.isdigit() for group in line.raw[spot:end] for letter in group)
        called = bool(self._sets["telephones"].intersection(line.clause_before(spot, 3, re.compile(r"[.!?;]"))))
        is_long = digits >= 7 and (end - spot > 3 or line.raw[spot].startswith("+") or called)
        return end if is_long else 0

    def _label(self, line: _Line, spot: int) -> int:
        """`COP 28`, `6'2`: the number is part of a name, or no figure at all."""
        labelled = line.joined(spot) and line.word(spot - 1) in self._sets["labels"]
        is_name = labelled and line.raw[spot].isdigit() and len(line.raw[spot]) < 4
        return spot + 1 if is_name or re.fullmatch(r"\d+'\d{1,2}", line.raw[spot]) else 0

    # ---- dates and times

    def _date(self, line: _Line, spot: int) -> _Amount | None:
        if iso := _ISO.fullmatch(line.raw[spot]):
            return _Amount(spot, spot + 1, body=date_form(int(iso[1]), int(iso[2]), int(iso[3])))
        day, month_spot = self._day(line.low[spot]), spot
        if day:
            month_spot = spot + 1 + (line.word(spot + 1) in self._sets["of_month"])
            if self._t["month_first"] and month_spot == spot + 1 and not line.low[spot][0].isdigit():
                return None  # the third March of its kind
            if not (line.phrase(spot, month_spot + 1) and self._month(line, month_spot)):
                return None
        month = self._month(line, month_spot)
        if not month:
            return None
        end = month_spot + 1
        gaps = (" ", ". ") if line.low[month_spot] in self._t["short_months"] else (" ",)
        near = end < line.size and line.gaps[end] in gaps
        if not day and near and self._t["month_first"] and (day := self._day(line.low[end])):
            end, gaps = end + 1, (" ",)
        year = self._year(line, end, (*gaps, ", "))
        if not self._is_month(line.raw[month_spot], exact=bool(day or year)):
            return None
        return _Amount(spot, end + bool(year), body=date_form(year, month, day))

    def _month(self, line: _Line, spot: int) -> int:
        name = line.word(spot).removeprefix(self._t["middle"])
        return int(self._t["months"].get(name) or self._t["short_months"].get(name) or 0)

    def _is_month(self, written: str, *, exact: bool) -> bool:
        """Whether a word is a month: in full by its capital, short or small only with a day or a year."""
        name = written.casefold().removeprefix(self._t["middle"])
        capital = written[-len(name)].isupper()
        if name in self._t["months"] and (capital or not self._t["capital_months"]):
            return True
        return exact and (capital or name not in self._sets["doubtful_months"])

    def _year(self, line: _Line, spot: int, gaps: Sequence[str]) -> int:
        near = spot < line.size and line.gaps[spot] in gaps and _YEAR.fullmatch(line.raw[spot])
        return int(line.raw[spot]) if near else 0

    def _day(self, word: str) -> int:
        match = self._days.fullmatch(word)
        day = int(match[1]) if match else self._t["ordinals"].get(word, 0)
        return day if 1 <= day <= 31 else 0

    def _time(self, line: _Line, spot: int) -> _Amount | None:
        """`15:00`, `3 p.m.`, `3pm`, `5.40 a.m.`, `15h30`."""
        clock = _CLOCK.fullmatch(line.raw[spot])
        if not clock:
            return None
        behind = line.word(spot + 1).replace(".", "") if line.joined(spot + 1) else ""
        if behind == "h" and line.joined(spot + 2) and re.fullmatch(r"\d\d", line.raw[spot + 2]):
            return _Amount(spot, spot + 3, body=f"time {int(clock[1]):02}:{line.raw[spot + 2]}")
        half = (clock[4] or "").casefold() or (behind if behind in ("am", "pm") else "")
        hour, minute = int(clock[1]), int(clock[2] or clock[3] or 0)
        if not half and not re.search("[:h]", line.low[spot]):
            return None
        if half:
            hour = hour % 12 + 12 * (half == "pm")
        if hour > 24 or minute > 59:
            return None
        return _Amount(spot, spot + 1 + bool(half and not clock[4]), body=f"time {hour:02}:{minute:02}")

    # ---- what has no exact value

    def _vague(self, line: _Line, spot: int) -> _Amount | None:
        """`dozens`, `hundreds of millions of kroner`, `several hundred`."""
        plurals, singular = self._t["plurals"], self._t["singulars"]
        first, end, parts = spot, spot, list[str]()
        if line.word(spot) in self._sets["several"]:
            width = 2 if line.word(spot + 1) in self._sets["of"] else 1
            if not (line.phrase(spot, spot + width + 1) and line.word(spot + width) in singular):
                return None
            parts, end = [singular[line.word(spot + width)]], spot + width + 1
        while line.word(end) in plurals and (not parts or line.word(end - 1) in self._sets["of"]):
            parts.append(plurals[line.word(end)])
            more = line.phrase(end, end + 3) and line.word(end + 1) in self._sets["of"]
            end += 2 if more and line.word(end + 2) in plurals else 1
        if not parts or (parts in (["scores"], ["tens"]) and line.word(end) not in self._sets["of"]):
            return None
        if len(parts) == 1 and parts[0] == "tens":
            parts = ["dozens"]
        unit, _, end = self._unit(line, end)
        many = " of ".join(parts)
        shown = f"{many} {unit}" if unit in ("%", "points") else f"{unit} {many}".strip()
        return _Amount(first, end, body=shown)

    def _multiple(self, line: _Line, spot: int) -> _Amount | None:
        """`twice`, `tripled`: too common to be bound, but not another; `a fortnight`, by its days and weeks."""
        if times := self._t["multiples"].get(line.low[spot]):
            return _Amount(spot, spot + 1, body=f"times {times}", free=True)
        if spans := self._t["spans"].get(line.low[spot]):
            return _Amount(spot, spot + 1, body=spans[0], also=tuple(spans[1:]), free=True)
        return None

    def _about(self, line: _Line, spot: int) -> _Amount | None:
        """`une trentaine`: a number word that means about so many."""
        many = self._t["about_words"].get(line.word(spot + 1)) if line.joined(spot + 1) else None
        if not many or line.word(spot) not in self._sets["articles"]:
            return None
        amount = _Amount(spot, spot + 2, Decimal(many), bound="about", scale=Decimal(many if many > 100 else 1))
        return self._finished(line, amount)

    def _one(self, line: _Line, spot: int) -> _Amount | None:
        """`a percentage point`, `a per cent`."""
        if line.word(spot) not in self._sets["articles"] or not line.joined(spot + 1):
            return None
        unit, factor, end = self._unit(line, spot + 1)
        is_share = unit in ("%", "points") and line.word(spot + 1) not in self._sets["doubtful_units"]
        return _Amount(spot, end, Decimal(1) * factor, unit=unit) if is_share else None

    def _one_of_many(self, line: _Line, spot: int) -> _Amount | None:
        """`un habitant sur cinq`, where the article is a number."""
        shared = line.word(spot + 2) in self._sets["shares"] and bool(line.phrase(spot, spot + 4))
        if not shared or line.word(spot) not in self._sets["articles"]:
            return None
        whole = self._in_words(line, spot + 3) or self._in_digits(line, spot + 3)
        if not whole or whole.value is None or whole.unit or whole.value not in range(2, 101):
            return None
        return _Amount(spot, whole.end, body=f"1/{_plain(whole.value)}")

    def _part(self, line: _Line, spot: int) -> _Amount | None:
        """`half`, `a third`, `two thirds`, `three-quarters`, `half a percentage point`."""
        if line.word(spot) in self._sets["half"]:
            return self._half(line, spot)
        atoms = self._atoms(line, spot)
        words = [atom for atom, _, _ in atoms[:3]]
        number = (
            1 if words[:1] and words[0] in self._sets["articles"] else self._values.get(words[0]) if words else None
        )
        below = self._t["denominators"].get(words[1]) if len(words) > 1 else None
        if not number or not below or number >= 100 or line.low[spot] in self._t["ordinals"]:
            return None
        _, last, closes = atoms[1]
        if not closes or (number > 1 and words[1] in self._t["ordinals"] and number >= 20):
            return None
        ordinal = self._t["ordinals"].get(words[1]) if number == 1 else None
        is_share = line.joined(last + 1) and line.word(last + 1) in self._sets["of"]
        if is_share and line.word(last + 2) in self._sets["articles"] and line.word(last + 3) in self._big:
            whole = Decimal(self._big[line.word(last + 3)])  # a quarter of a million
            return self._finished(line, _Amount(spot, last + 4, whole * number / below, scale=whole))
        also = (f"{ordinal}th",) if ordinal and not is_share else ()
        return _Amount(spot, last + 1, body=f"{number}/{below}", also=also)

    def _half(self, line: _Line, spot: int) -> _Amount | None:
        before, behind = line.word(spot - 1) if line.joined(spot) else "", line.word(spot + 1)
        if before in self._t["ordinals"] or before in self._sets["no_half_behind"] or behind in self._sets["no_half"]:
            return None
        if behind in self._sets["articles"] and line.joined(spot + 1):
            if line.word(spot + 2) in self._big and line.joined(spot + 2):
                value = Decimal(self._big[line.word(spot + 2)]) / 2
                return self._finished(line, _Amount(spot, spot + 3, value, scale=value * 2))
            unit, factor, end = self._unit(line, spot + 2)
            if unit:
                return _Amount(spot, end, Decimal("0.5") * factor, unit=unit)
        return _Amount(spot, spot + 1, body="1/2")

    def _rank(self, line: _Line, spot: int) -> _Amount | None:
        """`fourth`, `twenty-first`, `third-largest`; and a bare `largest`, which is the first of its rank."""
        text, ordinals = line.low[spot], self._t["ordinals"]
        first, _, rest = text.partition("-")
        number = ordinals.get(text) or ordinals.get(first)
        if self._values.get(first, 0) >= 20 and ordinals.get(rest, 10) < 10:
            number, rest = self._values[first] + ordinals[rest], ""
        if number is None:
            is_most = self._is_superlative(line, spot)
            return _Amount(spot, spot + 1, body="most", free=True) if is_most else None
        body, end = self._ranked(line, number, rest, spot + 1)
        free = first in self._sets["free"] and not body.endswith("most")
        also = (f"1/{number}",) if self._is_every(line, spot, end) else ()
        in_a_row = self._sets["in_a_row"].intersection(line.low[end : end + 4])  # the seventh summer running
        opened = line.joined(spot) and line.word(spot - 1) in self._sets["each"]  # every fifth minute
        if in_a_row or (opened and line.word(end) in self._t["periods"]):
            also = (*also, f"{number}")
        return _Amount(spot, end, body=body, also=also, free=free)

    def _is_every(self, line: _Line, spot: int, end: int) -> bool:
        """Whether a rank tells a part: `every fourth boat`, but not `every fourth year` or `every fourth Sunday`."""
        opened = line.joined(spot) and line.word(spot - 1) in self._sets["each"] and line.joined(end)
        return opened and line.word(end) not in self._t["periods"] and not line.raw[end][0].isupper()

    def _ranked(self, line: _Line, number: int, rest: str, end: int) -> tuple[str, int]:
        """The form of a rank, of a superlative or not, and where it ends."""
        inside = rest.split("-")[0] in self._sets["superlatives"]
        behind = not rest and line.joined(end) and line.word(end) in self._sets["superlatives"]
        return f"{number}th most" if inside or behind else f"{number}th", end + behind

    def _determines(self, word: str) -> bool:
        """Whether what follows is a certain one: `the largest`, `Europe's largest`."""
        return word in self._sets["determiners"] or word.endswith(("'s", "s'"))

    def _is_superlative(self, line: _Line, spot: int) -> bool:
        word = line.low[spot]
        if word in self._sets["most"]:
            known = line.joined(spot) and line.word(spot - 1) in self._sets["determiners"]
            return known and line.joined(spot + 1) and line.word(spot + 1) not in self._sets["of"]
        return word.split("-")[0] in self._sets["superlatives"] - self._sets["most"]

    # ---- numbers in words

    def _atoms(self, line: _Line, spot: int) -> list[tuple[str, int, bool]]:
        """The words from here and the halves of hyphenated ones, each with its token and whether it closes it."""
        atoms: list[tuple[str, int, bool]] = []
        start = spot
        while spot < line.size and spot < start + 16 and (spot == start or line.gaps[spot] == " "):
            halves = line.low[spot].split("-")
            if not all(half.isalpha() for half in halves):
                break
            atoms += [(half, spot, half_n == len(halves) - 1) for half_n, half in enumerate(halves)]
            spot += 1
        return atoms

    def _in_words(self, line: _Line, spot: int) -> _Amount | None:
        """`twenty-six`, `two hundred and fifty`, `half-million`, `three-year-old`, `fifty per cent`."""
        word = line.word(spot)
        if word.split("-")[0] not in self._openers:
            return None
        atoms = self._atoms(line, spot)
        if not atoms:
            return None
        value, used, scale = self._counted([atom for atom, _, _ in atoms])
        if not used:
            return None
        last = atoms[used - 1][1]
        rest = [atom for atom, token, _ in atoms[used:] if token == last]
        if value is None or any(atom in self._openers or atom in self._sets["links"] for atom in rest):
            return self._unread(line, spot, last + 1)
        end = last + 1
        if not rest and self._goes_on(line, end) and (used > 1 or word not in self._sets["free"]):
            return self._unread(line, spot, end + 1)
        if line.phrase(spot, end) in self._sets["no_numbers"]:
            return None
        unit, bound = self._in_rest(rest)
        amount = _Amount(spot, end, value, unit=unit, scale=scale, bound=bound)
        finished = amount if rest else self._finished(line, amount)
        free = finished.value == 1 and not finished.unit and word.split("-")[0] in self._sets["free"]
        return replace(finished, free=free)

    def _goes_on(self, line: _Line, spot: int) -> bool:
        """Whether another number in words follows at once, so that what was read is not the whole."""
        word = line.word(spot)
        is_number = word in self._values or word in self._big or word.split("-")[-1] in self._values
        return is_number and line.gaps[spot] == " " and word not in self._sets["articles"] | self._sets["free"]

    def _counted(self, atoms: Sequence[str]) -> tuple[Decimal | None, int, Decimal]:
        """The number that words begin with, how many they are, and its last scale; None where it has no sense."""
        total, current, used, scale = Decimal(0), Decimal(0), 0, Decimal(1)
        has_value = False
        if atoms[0] in self._sets["half"]:
            size = 2 if len(atoms) > 1 and atoms[1] in self._sets["articles"] else 1
            big = self._big.get(atoms[size]) if len(atoms) > size else None
            return (Decimal(big) / 2, size + 1, Decimal(big)) if big else (None, 0, scale)
        while used < len(atoms):
            skip = self._joiner(atoms, used, total, current)
            value, width = self._value(atoms, used + skip, first=used == 0)
            atom = atoms[used + skip] if used + skip < len(atoms) else ""
            fraction = self._and_a_half(atoms, used)
            if value is not None and self._fits(value, total, current, has_value=has_value):
                current, used, has_value = current + value, used + skip + width, True
            elif fraction and has_value and current:
                current, used = current + Decimal("0.5"), used + fraction
            elif skip or atom not in self._big:
                break
            elif atom in self._t["hundreds"] and current < 100:
                current, used, has_value = (current or Decimal(1)) * 100, used + 1, True
            else:
                big = Decimal(self._big[atom])
                if (has_value and not current) or (total and scale <= big):
                    return None, used + 1, scale
                total, current, used, has_value = total + (current or Decimal(1)) * big, Decimal(0), used + 1, True
                scale = big
        return total + current, used if has_value else 0, scale

    def _fits(self, value: int, total: Decimal, current: Decimal, *, has_value: bool) -> bool:
        if not has_value:
            return True
        after_tens = current % 100 >= 20 and current % 10 == 0 and value in range(1, 10)
        return after_tens or (current % 100 == 0 and total + current > 0 and value != 0)

    def _value(self, atoms: Sequence[str], spot: int, *, first: bool) -> tuple[int | None, int]:
        """The longest entry of the table of values from here; an article counts as one before a scale."""
        for width in range(min(self._longest, len(atoms) - spot), 0, -1):
            words = " ".join(atoms[spot : spot + width])
            if words in self._values:
                return self._values[words], width
        is_one = first and len(atoms) > spot + 1 and atoms[spot] in self._sets["articles"]
        return (1, 1) if is_one and atoms[spot + 1] in self._big else (None, 0)

    def _joiner(self, atoms: Sequence[str], spot: int, total: Decimal, current: Decimal) -> int:
        """Whether an `and` stands here that a number goes on behind: two hundred and fifty."""
        is_joiner = atoms[spot] == self._t["joiner"] and spot + 1 < len(atoms)
        whole = total + current >= 100 and current % 100 == 0
        small = is_joiner and self._values.get(atoms[spot + 1], 0) > 0
        return int(bool(is_joiner and whole and small))

    def _and_a_half(self, atoms: Sequence[str], spot: int) -> int:
        return next(
            (len(words) for words in self._t["and_a_half"] if list(atoms[spot : spot + len(words)]) == list(words)), 0
        )

    def _in_rest(self, rest: Sequence[str]) -> tuple[str, str]:
        """The unit and the bound of what is hyphenated behind a number: `five-euro`, `twenty-odd`."""
        for width in range(min(len(rest), 3), 0, -1):
            if entry := self._t["units"].get(" ".join(rest[:width])):
                return str(entry[0]), ""
        return "", "about" if rest[:1] and rest[0] in self._sets["odd"] else ""

    # ---- numbers in digits

    def _in_digits(self, line: _Line, spot: int) -> _Amount | None:
        """`26`, `$2.2 billion`, `€500m`, `40%`, `3rd`, `1/3`, `2½`, `26+`; unread where a part of it is unknown."""
        written = line.raw[spot]
        found = _DIGITS.fullmatch(written)
        if not found or not (found["number"] or found["vulgar"]):
            return self._unread(line, spot, spot + 1) if re.match(r"[^\w]*\d", written) else None
        mark = found["mark"] or ""
        if mark and mark not in self._t["marks"]:
            return (
                None if mark[0].isalpha() and not re.search(r"[^\w\-'&.]", mark) else self._unread(line, spot, spot + 1)
            )
        value = self._digits(found)
        amount = None if value is None else self._with_tail(line, spot, found, value)
        return amount or self._unread(line, spot, spot + 1)

    def _digits(self, found: re.Match[str]) -> Decimal | None:
        value = Decimal(0)
        if found["number"]:
            plain = plain_number(found["number"], self._t["decimal"])
            if plain is None or len(plain) > MOST_DIGITS:
                return None
            value = Decimal(plain)
        if found["vulgar"]:
            value += Decimal(str(round(unicodedata.numeric(found["vulgar"]), 4)))
        return -value if found["sign"] == "-" else value

    def _with_tail(self, line: _Line, spot: int, found: re.Match[str], value: Decimal) -> _Amount | None:
        tail, unit = found["tail"] or "", self._t["marks"].get(found["mark"] or "", "")
        bound = {"~": "about"}.get(found["sign"], "")
        if found["over"]:
            whole = not tail and not unit and 0 < value < int(found["over"]) <= 100
            return _Amount(spot, spot + 1, body=f"{value}/{found['over']}", bound=bound) if whole else None
        words = [word.casefold() for word in _TAIL.findall(tail)]
        if words == ["s"] and _YEAR.fullmatch(found["number"] or "") and found["number"][-1] == "0":
            return _Amount(spot, spot + 1, body=f"decade {found['number']}")
        is_ranked = bool(words) and words[0] in self._sets["ordinal_endings"] and tail[0] not in " -"
        if is_ranked and not found["vulgar"] and found["number"].isdigit():
            return self._rank_in_digits(line, spot, int(value), words[1:])
        if found["vulgar"] and not found["number"] and not tail and not unit:
            vulgar = unicodedata.normalize("NFKD", found["vulgar"]).replace("⁄", "/")
            return self._finished(line, _Amount(spot, spot + 1, value, also=(vulgar,), bound=bound))
        return self._scaled(line, _Amount(spot, spot + 1, value, unit=unit, bound=bound), words, tail)

    def _rank_in_digits(self, line: _Line, spot: int, number: int, rest: Sequence[str]) -> _Amount:
        body, end = self._ranked(line, number, "-".join(rest), spot + 1)
        return _Amount(spot, end, body=body)

    def _scaled(self, line: _Line, amount: _Amount, words: list[str], tail: str) -> _Amount | None:
        """The amount with the scale, the unit and the words that are joined to its digits."""
        scale, used = self._scale(words, tail)
        is_measure = used and tail[0].isalpha() and words[0] in self._sets["measures"]
        unit, factor, width = self._unit_in(words[used:])
        if amount.unit and unit and unit != amount.unit:
            return None
        unit = amount.unit or unit
        rest, value = words[used + width :], amount.value or Decimal(0)
        is_code = len(tail.split("-")[0]) == 1 and tail[0].isupper()  # 5G
        if not used and not width and rest and tail[0].isalpha() and rest[0] in self._sets["measures"] and not is_code:
            rest = rest[1:]
        bound, rate = amount.bound, ""
        if len(rest) == 2 and rest[0] in self._sets["articles"] | self._sets["per"]:
            rate = str(self._t["periods"].get(rest[1], ""))
        if rest and "-" in tail:
            known = all(word.isalpha() and word not in self._big and word not in self._sets["links"] for word in rest)
            bound, rest = ("about" if rest[0] in self._sets["odd"] else bound), [] if known else rest
        if rest == ["+"]:
            bound, rest = "at least", []
        if rest:
            return None
        also: tuple[str, ...] = ()
        if is_measure and not unit:
            scale, also = self._measured(line, amount, scale)
        if width and unit and " ".join(words[used : used + width]) in self._sets["doubtful_units"]:
            also = (*also, _body(value * scale, ""))  # 80ft, which may be feet
        whole = value * scale * factor
        read = replace(amount, value=whole, unit=unit, scale=scale, also=also, bound=bound, rate=rate)
        return read if "-" in tail else self._finished(line, read, has_measure=bool(is_measure))

    def _measured(self, line: _Line, amount: _Amount, scale: Decimal) -> tuple[Decimal, tuple[str, ...]]:
        """`2m` may be metres, and has a second reading then; `2m people` may not, and `2m wide` are nothing else."""
        behind = line.word(amount.end) if line.joined(amount.end) else ""
        if behind in self._sets["dimensions"]:
            return Decimal(1), ()
        is_open = not behind or behind in self._sets["small_words"]
        return scale, (_body(amount.value or Decimal(0), ""),) if is_open else ()

    def _scale(self, words: Sequence[str], tail: str) -> tuple[Decimal, int]:
        """The scale that the words behind digits begin with, and how many of them it takes."""
        if not words:
            return Decimal(1), 0
        word, glued = words[0], tail[0].isalpha()
        if word in self._t["scales"] or (word in self._t["dozens"] and not glued):
            return Decimal(self._big[word]), 1
        has_sign = len(words) > 1 and words[1] in self._t["units"]
        if word in self._t["short_scales"] and (glued or len(word) > 1 or has_sign):
            return Decimal(self._t["short_scales"][word]), 1
        return Decimal(1), 0

    def _unit_in(self, words: Sequence[str]) -> tuple[str, Decimal, int]:
        for width in range(min(len(words), self._widest_unit), 0, -1):
            phrases = (" ".join(words[:width]), "".join(words[:width]))  # euros, or the two parts of US$
            if entry := next((entry for entry in map(self._t["units"].get, phrases) if entry), None):
                return str(entry[0]), Decimal(entry[1]), width
        return "", Decimal(1), 0

    def _finished(self, line: _Line, amount: _Amount, *, has_measure: bool = False) -> _Amount:
        """The amount with the scale and the unit that stand behind it as words."""
        spot, value = amount.end, amount.value or Decimal(0)
        scale = amount.scale
        while line.joined(spot) and line.gaps[spot] == " " and line.word(spot) in self._big and not amount.unit:
            if scale > 1:
                return self._unread(line, amount.start, spot + 1)
            scale = Decimal(self._big[line.word(spot)])
            value, spot = value * scale, spot + 1
        if half := next(
            (len(w) for w in self._t["scale_and_a_half"] if line.phrase(spot, spot + len(w)) == " ".join(w)), 0
        ):
            value, spot = value + scale / 2, spot + half
        unit, factor, end = self._unit(line, spot)
        doubtful = unit and " ".join(line.low[spot:end]) in self._sets["doubtful_units"]
        if amount.unit or not unit:
            end = spot if amount.unit != unit else end
            is_whole = amount.value is not None and end == amount.end  # and so no scale stands behind it
            return amount if is_whole else replace(amount, value=value, end=end, scale=scale)
        if doubtful and unit == "points":  # more often those of a game, or of light
            return replace(amount, value=value, scale=scale, also=(*amount.also, _body(value, unit)))
        also = (*amount.also, _body(value, "")) if doubtful else () if has_measure else amount.also
        return replace(amount, value=value * factor, unit=unit, end=end, scale=scale, also=also)

    def _unit(self, line: _Line, spot: int) -> tuple[str, Decimal, int]:
        """The currency, the per cent or the points that stand here, and where they end."""
        if spot < line.size and not line.joined(spot):
            return "", Decimal(1), spot
        for first in (spot, spot + 1) if line.word(spot) in self._sets["of"] else (spot,):
            if line.word(first).replace(".", "") not in self._unit_openers:
                continue
            for width in range(min(self._widest_unit, line.size - first), 0, -1):
                phrase = line.phrase(first, first + width).replace(".", "")
                entry = self._t["units"].get(phrase)
                if entry and (len(phrase) != 3 or phrase.upper() != entry[0][-3:] or line.raw[first].isupper()):
                    return str(entry[0]), Decimal(entry[1]), first + width
        return "", Decimal(1), spot

    # ---- two figures that belong together

    def _ranges(self, line: _Line, amounts: list[_Amount]) -> list[_Amount]:
        read: list[_Amount] = []
        for amount in amounts:
            before = read[-1] if read else None
            if before and (joined := self._together(line, before, amount)):
                read[-1:] = joined
            else:
                read.append(amount)
        return read

    def _together(self, line: _Line, one: _Amount, other: _Amount) -> list[_Amount]:
        """Two figures as one range, or with the month that stands once; nothing where each stands for itself."""
        link = self._link(line, one, other)
        if not link:
            return []
        if shared := self._timed(one, other) or self._dated(one, other):
            return shared
        if not (one.is_counted and other.is_counted) or one.upto or other.free or (one.free and link != "in"):
            return []
        if link == "-" and self._are_years(line, one, other):
            short = other.value is not None and other.value < 100
            return [one, replace(other, value=(one.value or Decimal(0)) + 1) if short else other]
        if self._are_years(line, one, other) or (link != "in" and self._is_year(line, one)):
            return []
        if link == "to" and self._is_change(line, one):
            return self._or_by_so_much(line, *(self._changed(one, other) or (one, other)))
        if other.scale != 1 and self._are_years(line, one, one):
            return []  # `from 2 million in 2019 to 1 million`
        if link in ("in", "or"):
            return self._in_or(line, link, one, other)
        low, high, unit = self._ends(line, one, other)
        if unit is None or low is None or high is None or low >= high:
            return [self._unread(line, one.start, other.end)] if link == "-" else self._both_sides(link, one, other)
        opener = one.start > 0 and line.word(one.start - 1) in self._sets["openers_of_ranges"]
        start = one.start - opener
        return [_Amount(start, other.end, low, high, unit, scale=other.scale)] if link != "and" or opener else []

    def _both_sides(self, link: str, one: _Amount, other: _Amount) -> list[_Amount]:
        """Both sides of a vote, where the per cent stand behind the second: `58 to 42 percent`."""
        more, less = one.value or Decimal(0), other.value or Decimal(0)
        is_vote = link == "to" and not one.unit and other.unit == "%" and less <= more <= 100 - less
        return [replace(one, also=(_body(more, other.unit),)), other] if is_vote else []

    def _changed(self, one: _Amount, other: _Amount) -> list[_Amount]:
        """Both ends of a change, where unit and scale stand behind the second: `from 90 to 65 kroner`."""
        is_scaled = one.scale == 1 != other.scale
        if one.unit or not (other.unit or is_scaled) or not one.value:
            return []
        scales = (1, other.scale) if is_scaled else (1,)
        return [replace(one, also=tuple(_body(one.value * scale, other.unit) for scale in scales)), other]

    def _or_by_so_much(self, line: _Line, one: _Amount, other: _Amount) -> list[_Amount]:
        """Both ends of a change, or the range of one, where one word may open either: `augmenter de 3 à 5 %`."""
        opener, near = line.word(one.start - 1), line.clause_before(one.start, 9)
        low, high, unit = self._ends(line, one, other)
        is_open = opener in self._sets["from"] and self._t["ways"].get(opener) == "by"
        if not is_open or self._sets["moves"].intersection(near):
            return [one, other]
        if unit is None or low is None or high is None or low >= high:
            return [one, other]
        return [replace(one, also=(*one.also, _body(low, unit, high))), other]

    def _in_or(self, line: _Line, link: str, one: _Amount, other: _Amount) -> list[_Amount]:
        """`one in five` as a part, `two or three` as a range, but in a list."""
        if link == "or" and line.gaps[one.start].startswith(",") and self._opens(line.low[one.start - 1]):
            return []
        low, high = one.value or Decimal(0), other.value or Decimal(0)
        is_meant = line.joined(one.start) and line.word(one.start - 1) not in self._sets["small_words"]
        if low == 1 and is_meant and self._determines(line.word(one.start - 2)):
            return []  # the old one in three matches
        counts_money = low == 1 and other.unit not in ("%", "points")  # one in seven euros
        bare = not one.unit and (not other.unit or counts_money) and one.scale == other.scale == 1
        if link == "in" and bare and 0 < low < high <= (MOST_OF_ONE if low == 1 else 100):
            return [_Amount(one.start, other.end, body=f"{_plain(low)}/{_plain(high)}")]
        if link == "or" and high == low + 1 and not one.unit:
            return [_Amount(one.start, other.end, low, high, other.unit)]
        return []

    def _link(self, line: _Line, one: _Amount, other: _Amount) -> str:
        between = line.low[one.end : other.start]
        if not between and other.start < line.size and line.gaps[other.start] in ("-", " - "):
            return "-" if line.gaps[other.start] == "-" else "to"
        if between[-1:] and between[-1] in self._sets["each"]:  # two out of every five
            between = between[:-1]
        if between == ["out", "of"] and line.phrase(one.end, other.start) and line.joined(one.end):
            return "in"
        if self._is_share(line, one, other):
            return "in"
        if (
            len(between) == 1
            and line.phrase(one.end, one.end + 1)
            and line.joined(one.end)
            and line.joined(other.start)
        ):
            return str(self._t["links_of_ranges"].get(between[0], ""))
        return ""

    def _is_share(self, line: _Line, one: _Amount, other: _Amount) -> bool:
        """Whether a noun stands inside a part: `one boat in five`, `three of the boats out of ten`."""
        noun, *link = line.low[one.end : other.start] or [""]
        is_in = link == ["out", "of"] or (len(link) == 1 and self._t["links_of_ranges"].get(link[0]) == "in")
        is_noun = noun.isalpha() and noun not in self._sets["small_words"] and line.gaps[one.end] == " "
        together = is_in and is_noun and all(line.joined(n) for n in range(one.end, other.start + 1))
        is_sure = len(link) > 1 or link[:1] == list(self._t["shares"]) or one.value == 1
        return bool(together) and (is_sure or self._counts_nothing(line, other))

    def _timed(self, one: _Amount, other: _Amount) -> list[_Amount]:
        """`from 6 to 9 p.m.`: the half of the day belongs to both."""
        hour = one.value
        if not other.body.startswith("time ") or hour is None or one.unit or not 1 <= hour <= 12 or hour % 1:
            return []
        late = 12 if other.body >= "time 12" else 0
        return [replace(one, also=(f"time {int(hour) % 12 + late:02}:00",)), other]

    def _dated(self, one: _Amount, other: _Amount) -> list[_Amount]:
        """`8 and 11 March`, `March 8 to 11`: the month belongs to both."""
        for first, (bare, date) in enumerate(((one, other), (other, one))):
            is_day = bare.is_counted and bare.upto is None and not bare.unit and 1 <= (bare.value or 0) <= 31
            if is_day and re.fullmatch(r"date .{4}-\d\d-\d\d", date.body) and bare.value == int(bare.value or 0):
                with_month = replace(bare, also=(f"{date.body[:-2]}{int(bare.value or 0):02}",))
                return [with_month, date] if first == 0 else [date, with_month]
        return []

    def _is_year(self, line: _Line, amount: _Amount) -> bool:
        """Whether a number is a year by the word before it: `from 40,000 in 2022 to 31,000`."""
        behind = line.joined(amount.start) and line.word(amount.start - 1) in self._sets["years_behind"]
        return behind and not amount.unit and bool(_YEAR.fullmatch(line.raw[amount.end - 1]))

    def _are_years(self, line: _Line, one: _Amount, other: _Amount) -> bool:
        values = [amount.value or 0 for amount in (one, other)]
        plain = all(line.raw[amount.end - 1].isdigit() and not amount.unit for amount in (one, other))
        in_time = LOWEST_YEAR <= values[0] <= HIGHEST_YEAR
        short = in_time and values[1] == (values[0] + 1) % 100
        return plain and (short or (in_time and LOWEST_YEAR <= values[1] <= HIGHEST_YEAR))

    def _is_change(self, line: _Line, one: _Amount) -> bool:
        """Whether `from 14 to 20`, or `14 kroner to 20`, is a change, because a word of change stands before it."""
        opened = line.word(one.start - 1) in self._sets["from"]
        has_unit = bool(one.unit) and line.raw[one.start][0].isalnum()
        is_near = self._sets["changes"].intersection(line.clause_before(one.start, 9))
        return (opened or has_unit) and bool(is_near)

    def _ends(self, line: _Line, one: _Amount, other: _Amount) -> tuple[Decimal | None, Decimal | None, str | None]:
        """Both ends of a range with the scale and the unit that stand once; no unit where they have two."""
        stands_before = bool(re.match(r"[^\W\d]*[^\w+~-]|[A-Z]{3} ?\d", line.raw[one.start]))  # €10 to 15
        if one.unit and one.unit != other.unit and (other.unit or not stands_before):
            return None, None, None
        low, high = one.value, other.value
        if low is not None and high is not None and one.scale == 1 and low < high / other.scale:
            low *= other.scale
        return low, high, one.unit or other.unit

    def _shared(self, line: _Line, amounts: list[_Amount]) -> list[_Amount]:
        """Each amount with the unit that stands once in its list: `85 or 95 million kroner`, `50 euros and 35`."""
        shared: list[_Amount] = []
        unit, end = "", 0
        for number, amount in enumerate(amounts):
            if any(gap != " " and _STOP.search(gap) for gap in line.gaps[end : amount.start + 1]):
                unit = ""
            behind = amounts[number + 1] if number + 1 < len(amounts) else None
            also = list(amount.also)
            if amount.is_counted and not amount.unit and line.joined(amount.end) and line.word(amount.end) == "times":
                also.append(f"times {_plain(amount.value or Decimal(0))}")
            if self._is_bare(line, amount) and behind and self._is_bare(line, behind):
                also += self._of_all(line, amount, behind)
            if self._is_bare(line, amount):
                value = amount.value or Decimal(0)
                is_alike = unit and (unit != "%" or amount.scale == 1) and "-" not in line.raw[amount.end - 1][1:]
                if is_alike and self._counts_nothing(line, amount):
                    also.append(_body(value, unit, amount.upto))
                if behind and behind.is_counted and self._are_listed(line, amount, behind):
                    scale = behind.scale if amount.scale == 1 else Decimal(1)
                    also.append(_body(value * scale, behind.unit))
            unit, end = (unit if amount.unit in ("", "points") else amount.unit), amount.end
            shared.append(replace(amount, also=tuple(also)) if len(also) > len(amount.also) else amount)
        return shared

    def _is_bare(self, line: _Line, amount: _Amount) -> bool:
        is_year = _YEAR.fullmatch(line.raw[amount.end - 1]) and amount.end - amount.start == 1
        return amount.is_counted and not amount.unit and not amount.free and not is_year

    def _of_all(self, line: _Line, one: _Amount, other: _Amount) -> list[str]:
        """A part of a known whole, as it is told in other words: `two of the four lamps`, two lamps out of four."""
        between, part, whole = line.low[one.end : other.start], one.value or 0, other.value or 0
        is_part = len(between) == 2 and between[0] in self._sets["of"] and between[1] in self._sets["determiners"]
        return [f"{part}/{whole}"] if is_part and 0 < part < whole <= 100 and line.joined(other.start) else []

    def _counts_nothing(self, line: _Line, amount: _Amount) -> bool:
        """Whether no noun follows that the number could count."""
        end = amount.end
        if end >= line.size or line.gaps[end] != " ":
            return True
        return line.word(end) in self._uncounted

    def _are_listed(self, line: _Line, one: _Amount, other: _Amount) -> bool:
        between = line.low[one.end : other.start]
        return (
            len(between) == 1 and between[0] in self._sets["or"] and line.joined(one.end) and line.joined(other.start)
        )

    # ---- what modifies a figure

    def _figure(self, line: _Line, amounts: Sequence[_Amount], number: int) -> Figure:
        amount = amounts[number]
        first = amounts[number - 1].end if number else 0
        if any(gap != " " and _STOP.search(gap) for gap in line.gaps[first : amount.start + 1]):
            first = 0  # whoever reads a whole paragraph reads as whoever reads each of its sentences
        limit = amounts[number + 1].start if number + 1 < len(amounts) else line.size
        text = line.text(amount.start, amount.end)
        is_year = bool(_YEAR.fullmatch(amount.bodies[0])) and _YEAR.fullmatch(line.raw[amount.end - 1])
        is_dated = amount.body.startswith("date ") or is_year
        if amount.free or (not amount.is_counted and "/" not in amount.body and not is_dated):
            is_ranked = self._tells_a_rank(line, amount)
            told = (*amount.bodies, *self._about_as_often(line, amount, first))
            return Figure(text, told, amount.start, amount.end, amount.free, is_ranked)
        bounds, start = self._bounds(line, amount, first)
        bounds = bounds if any(bounds) else (amount.bound,)
        bounds = (*bounds, *self._limits(line, bounds, start))
        sides = self._sides(line, start) if is_dated else ("",)
        bounds = ("",) if any(sides) else bounds
        way = "" if is_dated else self._way(line, start)
        rates = self._rates_of(line, amounts, number, first, limit)
        totals = (False,) if is_dated else self._totals(line, start, amount.end, limit)
        forms = (
            _form(body, total, way, bound, side, rate)
            for side in sides
            for body in amount.bodies
            for total in totals
            for bound in (bounds if not body.startswith("date ") else ("",))
            for rate in rates
        )
        return Figure(text, tuple(dict.fromkeys(forms)), amount.start, amount.end)

    def _tells_a_rank(self, line: _Line, amount: _Amount) -> bool:
        """Whether a rank is that of a certain one: `the first`, `came second`, `in first place`."""
        if line.joined(amount.end) and line.word(amount.end) in self._sets["places"]:
            return True
        before = line.word(amount.start - 1) if line.joined(amount.start) else ""
        is_told = line.word(amount.end) in ("", "in", "at", "for") or not line.joined(amount.end)
        return self._determines(before) or before in self._sets["ranking"] or (before in BEING and is_told)

    def _about_as_often(self, line: _Line, amount: _Amount, first: int) -> tuple[str, ...]:
        """A multiple with the bound before it: `almost tripled`."""
        bounds = self._bounds(line, amount, first)[0] if amount.body.startswith("times ") else ()
        return tuple(f"{bound} {amount.body}" for bound in bounds if bound)

    def _rates_of(
        self, line: _Line, amounts: Sequence[_Amount], number: int, first: int, limit: int
    ) -> tuple[str, ...]:
        """The rates that a figure may have: its own, or that of the one before it in a list, as in `77 a week, 84`."""
        amount = amounts[number]
        if amount.body.startswith("date "):
            return ("",)
        rates = self._rates(line, amount, first, limit)
        if rates == ("",) and number and amount.start - amounts[number - 1].end <= LISTED:
            before = self._rates(line, amounts[number - 1], 0, amount.start)
            return ("", before[0]) if before[0] else rates
        return rates

    def _bounds(self, line: _Line, amount: _Amount, first: int) -> tuple[tuple[str, ...], int]:
        """The bounds that a figure may have, and where the first word of it stands."""
        if amount.upto is not None:
            return ("",), self._bound_before(line, amount.start, first)[1]  # a range is about so much anyway
        bound, start = self._bound_before(line, amount.start, first)
        bound = bound or self._bound_behind(line, amount.end)
        if bound and start < amount.start:
            cue, word = line.word(start - 1) if line.joined(start) else "", line.phrase(start, amount.start)
            for words, cues in self._t["unbound_behind"].items():
                if word.startswith(words) and cue in cues:
                    return ("", bound), start
            if self._is_of_a_quarrel(line, word, start):
                return ("", bound), start
            is_course = line.word(amount.end) in self._t["periods"] or line.word(amount.end) in self._sets["courses"]
            if word in self._sets["over"] and is_course:
                return ("", bound), start
            if word in self._sets["fills"] and amount.value is not None and amount.value % 10:
                return ("", bound), start  # some 26 men are often 26 men
        return (bound,), start

    def _is_of_a_quarrel(self, line: _Line, word: str, start: int) -> bool:
        """Whether a quarrel, and the one it is with, stand before: `sued the maker over 90,000 brakes`."""
        cue, *near = line.clause_before(start, NEAR, _CLAUSE) or [""]
        quarrels = next((cues for words, cues in self._quarrels if word.startswith(words)), frozenset[str]())
        is_noun = cue not in self._sets["small_words"] and not cue.endswith("ed") and cue not in quarrels
        return is_noun and not quarrels.isdisjoint(near)

    def _limits(self, line: _Line, bounds: Sequence[str], start: int) -> tuple[str, ...]:
        """The other bound of a limit: `no beans below 4,100` are at least that, and so is `a floor of 4,100`."""
        if bounds == ("",):
            near = line.clause_before(start, 3, _CLAUSE)
            return tuple(bound for table, bound in LIMITS.items() if self._sets[table].intersection(near))
        turned = {"under": "at least", "over": "at most"}
        denied = any(self._denies(word) for word in line.clause_before(start, 6, _CLAUSE))
        return tuple(turned[bound] for bound in bounds if denied and bound in turned)

    def _bound_before(self, line: _Line, end: int, first: int) -> tuple[str, int]:
        start = end
        while True:
            is_closed = line.word(start - 1) in self._bound_closers
            for width in range(min(self._widest_bound, start - first) if is_closed else 0, 0, -1):
                if (start == end or line.joined(start)) and line.joined(end):
                    phrase = line.phrase(start - width, start)
                    if phrase in self._t["bounds"]:
                        return str(self._t["bounds"][phrase]), start - width
            if start > first + 1 and line.joined(start) and line.word(start - 1) in self._sets["fillers"]:
                start -= 1
                continue
            short = line.word(end - 1) in self._sets["short_bounds"] and end > first and end < line.size
            return ("about", end - 1) if short and line.gaps[end] in (" ", ". ") else ("", end)

    def _bound_behind(self, line: _Line, end: int) -> str:
        """`26 or more`, `26 boats or so`, `40 at least`."""
        for start in range(end, min(end + 3, line.size)):
            if not line.joined(start):
                return ""
            for width in (3, 2):
                phrase = line.phrase(start, start + width)
                is_next = line.joined(start + width) and line.raw[start + width][:1].isdigit()  # 26 at least 40
                if phrase in self._t["bounds_behind"] and not is_next:
                    return str(self._t["bounds_behind"][phrase])
        return ""

    def _way(self, line: _Line, start: int) -> str:
        """Whether an amount is that by which something changed, or to or from which."""
        if not line.joined(start):
            return ""
        word = line.word(start - 1)
        if word in self._sets["changes"]:
            return "" if word in self._sets["losing"] and self._is_as_much(line, start) else "by"
        if word in self._sets["costing"]:
            return "" if self._sets["more_behind"].intersection(line.low[start : start + NEAR]) else "to"
        way = str(self._t["ways"].get(word, ""))
        reach = 2 if word in self._sets["of"] else 10  # a rise of 14, but not: cut the price of 61
        near = line.clause_before(start - 1, reach)
        if way == "by" and self._sets["moves"].intersection(near):
            return "from"  # passé de 20 à 14
        if way and self._sets["changes"].intersection(near):
            return way
        return ""

    def _is_as_much(self, line: _Line, start: int) -> bool:
        """Whether an amount that was lost is compared with that of another time: `lost 8 million, twice as much as`."""
        ahead = line.low[start : start + 2 * NEAR]
        return any(list(words) == ahead[n : n + 2] for words in self._t["as_much"] for n in range(len(ahead)))

    def _sides(self, line: _Line, start: int) -> tuple[str, ...]:
        """The side of a date; what is denied before it, as in `nobody expects it before 2030`, may be after it."""
        side, start = self._side(line, start)
        denied = side == "before" and any(self._denies(word) for word in line.clause_before(start, 12))
        return (side, "after") if denied else (side,)

    def _denies(self, word: str) -> bool:
        return word in self._sets["negators"] or word.endswith("n't")

    def _side(self, line: _Line, start: int) -> tuple[str, int]:
        """Whether a date is told as one before which, or after which, something is, and where that begins."""
        for phrase in self._t["edges"]:
            width = len(phrase)
            if line.phrase(start - width, start + 1).startswith(" ".join(phrase) + " "):
                start -= width
                break
        for width in (3, 2, 1):
            phrase = line.phrase(start - width, start + 1)
            side = self._t["sides"].get(" ".join(phrase.split(" ")[:width])) if phrase else None
            if side:
                return str(side), start - width
        return "", start

    def _rates(self, line: _Line, amount: _Amount, first: int, limit: int) -> tuple[str, ...]:
        """The times that an amount is counted by: that at once behind it; or also none, if it is further away."""
        if amount.rate:
            return (amount.rate,)
        spot = amount.end
        while spot < limit and spot < amount.end + 14:
            if spot > amount.end and line.stopped(spot, _CLAUSE):
                break
            rate, width = self._rate_at(line, spot, amount.end)
            if rate and self._is_speed(line, amount.end, spot, rate):
                return ("",)
            if rate:
                is_sure = spot - amount.end <= 3 and width and not self._may_be_a_rank(line, spot + 1)
                return (rate,) if is_sure else ("", rate)
            spot += 1
        return self._rates_before(line, amount.start, first)

    def _may_be_a_rank(self, line: _Line, spot: int) -> bool:
        """Whether the time of a rate may be a rank: `since a second theatre was opened`, and no 5 a second."""
        behind = line.word(spot + 1) if line.joined(spot + 1) else ""
        is_noun = bool(behind) and behind[0].isalpha() and behind not in self._sets["small_words"]
        return is_noun and line.word(spot) in self._sets["ranked_periods"]

    def _rates_before(self, line: _Line, start: int, first: int) -> tuple[str, ...]:
        stop = _CLAUSE if first else _STOP
        for spot in range(start - 1, max(first, start - 9) - 1, -1):
            if spot + 1 < line.size and line.stopped(spot + 1, stop):
                break
            rate = self._t["rate_adjectives"].get(line.word(spot))
            if line.word(spot) in self._rates_told:
                rate = self._rate_at(line, spot, spot)[0]
            if rate:
                return ("", str(rate))
        return ("",)

    def _rate_at(self, line: _Line, spot: int, end: int) -> tuple[str, int]:
        """The time of a rate that stands here, and whether it belongs to what is close before it."""
        word = line.word(spot)
        if word in self._t["rate_adverbs"]:
            before = line.word(spot - 1) if spot > end and line.joined(spot) else ""
            of_a_noun = self._determines(before) or before in self._sets["articles"]  # `for the monthly review`
            return ("", 0) if of_a_noun else (str(self._t["rate_adverbs"][word]), 1)
        period = str(self._t["periods"].get(line.word(spot + 1), "")) if line.joined(spot + 1) else ""
        if not period or line.word(spot + 1) in self._sets["no_rates"]:
            return "", 0
        is_taxed = line.word(spot + 2) in self._sets["taxed"] and line.word(spot + 3) in self._sets["taxes"]
        if line.joined(spot + 2) and line.word(spot + 2) in self._sets["ago"] and not is_taxed:
            return "", 0
        if word in self._sets["per"]:
            return period, 1
        if word in self._sets["each"]:
            return period, 0
        lasts = spot > 0 and line.word(spot - 1) in self._sets["lasting"] and spot > end
        return (period, 1) if word in self._sets["articles"] and not lasts and spot > 0 else ("", 0)

    def _is_speed(self, line: _Line, first: int, end: int, rate: str) -> bool:
        return rate in ("second", "minute", "hour") and bool(self._sets["distances"].intersection(line.low[first:end]))

    def _totals(self, line: _Line, start: int, end: int, limit: int) -> tuple[bool, ...]:
        """Whether an amount is told as the whole: surely, perhaps, or not."""
        for words in self._t["totals_before"]:
            width = len(words)
            apart = words[-1] in self._sets["apart"]  # `in all, 26 countries`, but not `in all 26 countries`
            if start >= width and line.low[start - width : start] == list(words) and not (apart and line.joined(start)):
                return (True,)
        for spot in range(end, min(end + 6, limit)):
            if spot > end and line.stopped(spot, _CLAUSE):
                break
            for words in self._t["totals"] if line.low[spot] in self._total_openers else ():
                stop = spot + len(words)
                behind = line.word(stop) if line.joined(stop) else ""
                opens = bool(behind) and behind not in self._sets["small_words"]  # the combined fleet
                if line.low[spot:stop] == list(words) and not opens:
                    return (True,)
        return (False,)


# ---- forms


def _form(body: str, total: bool, way: str, bound: str, side: str, rate: str) -> str:
    parts = ("in all" if total else "", way, bound, side, body, f"a {rate}" if rate else "")
    return " ".join(part for part in parts if part)


def _body(value: Decimal, unit: str, upto: Decimal | None = None) -> str:
    number = " to ".join(_plain(end) for end in (value, upto) if end is not None)
    return f"{number} {unit}" if unit in ("%", "points") else f"{unit} {number}".strip()


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def date_form(year: int | None, month: int | None, day: int | None) -> str:
    """`date 2025-09-04`, with X for what is not said."""
    parts = (f"{year:04}" if year else "XXXX", f"{month:02}" if month else "XX", f"{day:02}" if day else "XX")
    return f"date {'-'.join(parts)}"


@lru_cache(maxsize=4096)
def plain_number(written: str, decimal: str) -> str | None:
    """Digits without marks between groups, and with a point before their decimals; None where they have no sense."""
    group = "," if decimal == "." else "."
    spaced = re.sub(r"(?<=\d)[ '](?=\d{3}(?!\d))", "", written)
    if re.search(r"[ ']", spaced) or re.match(r"0\d", spaced):
        return None
    western, indian = rf"\d{{1,3}}(?:\{group}\d{{3}})+", rf"\d{{1,2}}(?:\{group}\d{{2}})+\{group}\d{{3}}"
    if re.fullmatch(rf"(?:{western}|{indian})(?:\{decimal}\d+)?", spaced):
        return spaced.replace(group, "").replace(decimal, ".")
    # The marks of the other usage, where they cannot be meant otherwise.
    other = rf"\d{{1,3}}(?:\{decimal}\d{{3}}){{2,}}(?:\{group}\d+)?|\d{{1,3}}(?:\{decimal}\d{{3}})+\{group}\d{{1,2}}"
    if re.fullmatch(other, spaced):
        return spaced.replace(decimal, "").replace(group, ".")
    if re.fullmatch(rf"\d+(?:\{decimal}\d+)?|\d+\{group}\d{{1,2}}", spaced):
        return spaced.replace(group, ".").replace(decimal, ".")
    return None


@lru_cache(maxsize=65536)
def _parsed(form: str) -> dict[str, str]:
    match = FORM.fullmatch(form)
    return {name: value or "" for name, value in match.groupdict().items()} if match else {"body": form}


def body_of(form: str) -> str:
    """A form without what modifies it."""
    return _parsed(form)["body"]


def without_rate(form: str) -> str:
    """A form without the time that it is counted by, which may be told beside it."""
    rate = _parsed(form).get("rate")
    return form.removesuffix(f" a {rate}") if rate else form


def entails(form: str, evidence_form: str) -> bool:
    """Whether a text that has `evidence_form` says `form`: the same amount, modified alike, or a date as exact."""
    if form == evidence_form:
        return True
    one, other = _parsed(form), _parsed(evidence_form)
    if len(one) == 1 or len(other) == 1 or not _same_modifiers(one, other):
        return False
    return _says(one["body"], other["body"]) or _same_money(one, other)


def _same_modifiers(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """A bound and a rate are the same; a side or a way is not another; a whole is told as such."""
    opposed = any(one[name] and other[name] and one[name] != other[name] for name in ("way", "side"))
    same = one["bound"] == other["bound"] and one["rate"] == other["rate"]
    return same and not opposed and not (one["total"] and not other["total"])


def _says(body: str, other: str) -> bool:
    if body == other:
        return True
    if body.startswith("date ") and other.startswith("date "):
        pairs = zip(body[5:].split("-"), other[5:].split("-"), strict=True)
        return all(part in (other_part, "X" * len(part)) for part, other_part in pairs)
    if _YEAR.fullmatch(body) and other.startswith("date "):
        return other[5:9] == body
    if _YEAR.fullmatch(other) and body == date_form(int(other), None, None):
        return True
    if other == "times 1/2":
        return _share(body) == _HALF  # halved, or fallen by half
    if other.endswith("th most"):
        return body == other.removesuffix(" most")
    return _share(body) is not None and _share(body) == _share(other)


def _share(body: str) -> Decimal | None:
    """A part of a whole as a number: `1/2`, `50 %`."""
    if match := re.fullmatch(r"(\d+)/(\d+)", body):
        return Decimal(match[1]) / Decimal(match[2])
    match = re.fullmatch(r"(\d+(?:\.\d+)?) %", body)
    return Decimal(match[1]) / 100 if match else None


def _same_money(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """`45 kroner` is said by `45 Norwegian kroner`, and not the other way round; two currencies are CFA francs."""
    is_wider = bool(one["unit"]) and "." not in one["unit"] and other["unit"].startswith(one["unit"] + ".")
    if not is_wider and (one["unit"], other["unit"]) not in CFA:
        return False
    return one["body"].removeprefix(one["unit"]) == other["body"].removeprefix(other["unit"])


def proves(figure: Figure, evidence_forms: Iterable[str]) -> bool:
    """Whether any form of a figure is said by any of some sentences."""
    forms = tuple(evidence_forms)
    return any(entails(form, told) for form in figure.forms for told in forms)


def contradicted(figure: Figure, evidence_forms: Iterable[str]) -> str:
    """The rank that sentences have instead of one that is too common to be bound: the second told as the first."""
    if figure.form.startswith("times "):
        times = [form for form in evidence_forms if form.startswith("times ")]
        return times[0] if times and figure.form not in times else ""
    if figure.form not in ("1th", "2th", "most") or "-" in figure.text or not figure.is_ranked:
        return ""
    ranks = [form for form in evidence_forms if re.fullmatch(r"\d+th most|most", form)]
    if figure.form != "most":
        ranks = [form for form in evidence_forms if re.fullmatch(r"\d+th(?: most)?", form)]
    own = [form for form in ranks if form == figure.form or form.split(" ")[0] == figure.form]
    return ranks[0] if ranks and not own else ""


def differs(form: str, other: str) -> bool:
    """Whether two forms of one kind have different values."""
    one, two = _parsed(form), _parsed(other)
    shares = _share(one["body"]), _share(two["body"])
    if None not in shares:
        return shares[0] != shares[1]
    if one.get("number") and re.fullmatch(rf".*{_MANY}", two["body"]):
        return True
    kinds = [(parsed.get("unit"), parsed.get("share")) for parsed in (one, two)]
    return bool(one.get("number") and two.get("number")) and kinds[0] == kinds[1] and one["body"] != two["body"]


def computed_forms(read: FigureReader, number: Sequence[Word], words: Sequence[Word]) -> tuple[str, ...]:
    """The forms in which our words may give a number that is computed from words of a passage.

    It stands as it is, or with what modifies those words; words that are no figure tell nothing of how exact it is.
    """
    forms = [form for figure in read(number) for form in figure.forms]
    source = _whole_figure(read, words)
    known = [form for form in source.forms if form != body_of(form)] if source else []
    bounds = [bound for bound in BOUNDS if not source or any(form.startswith(f"{bound} ") for form in known)]
    return tuple(dict.fromkeys([*forms, *(f"{bound} {body_of(form)}" for form in forms for bound in bounds)]))


def miscomputed(read: FigureReader, number: Sequence[Word], words: Sequence[Word]) -> str:
    """What the words of a computed number say, if they are one figure of another value; empty when nothing is wrong."""
    figures, source = read(number), _whole_figure(read, words)
    if len(figures) != 1 or not source:
        return ""
    pairs = [(body_of(form), body_of(told)) for form in figures[0].forms for told in source.forms]
    is_other = any(differs(*pair) for pair in pairs) and not any(entails(*pair) for pair in pairs)
    return source.amount if is_other else ""


def _whole_figure(read: FigureReader, words: Sequence[Word]) -> Figure | None:
    """The figure that words are, with no more around it than what modifies it."""
    figures = read(words)
    if len(figures) != 1:
        return None
    outside = (word for spot, word in enumerate(words) if not figures[0].start <= spot < figures[0].end)
    return figures[0] if all(word.text.casefold() in read.modifying for word in outside) else None
