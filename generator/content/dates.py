"""Dates as people know them: a day, a month, a season, a span, about, perhaps (EDTF, ISO 8601-2)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

Precision = Literal["day", "month", "season", "year", "decade", "century"]

UNKNOWN = "20XX"  # what is written for a day that nobody knows
PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?([?~%]?)", re.ASCII)
# Level 1 of the standard, without times of day and years that need a sign or a fifth digit.
MONTH = r"(?:0[1-9]|1[0-2])(?:-(?:\d\d|XX))?"
END = rf"(?:\d\d[\dX]X|\d{{4}}(?:-(?:{MONTH}|2[1-4]|XX(?:-XX)?))?)[?~%]?"
PATTERN = rf"{END}(?:/(?:{END}|\.\.))?|\.\./{END}"
EXPECTED = "expected a date such as 2024-05-31"


@dataclass(frozen=True)
class Moment:
    """One end of a date, or the whole of it: the days it may mean, and how sure that is."""

    earliest: date
    latest: date
    precision: Precision
    approximate: bool = False
    uncertain: bool = False


@dataclass(frozen=True)
class Edtf:
    """A date as it was written, and the days from first to last that it may mean; an end may be open."""

    text: str
    start: Moment | None
    end: Moment | None

    @property
    def earliest(self) -> date:
        return self.start.earliest if self.start else date.min

    @property
    def latest(self) -> date:
        return self.end.latest if self.end else date.max

    @property
    def approximate(self) -> bool:
        return any(moment.approximate for moment in self._ends)

    @property
    def uncertain(self) -> bool:
        return any(moment.uncertain for moment in self._ends)

    @property
    def precision(self) -> Precision:
        """The precision of the end that is known less precisely."""
        order: tuple[Precision, ...] = ("day", "month", "season", "year", "decade", "century")
        return max((moment.precision for moment in self._ends), key=order.index)

    @property
    def is_unknown(self) -> bool:
        return self.text == UNKNOWN

    @property
    def in_order(self) -> tuple[bool, date]:
        """What sorts dates by their first days; what nobody knows comes last."""
        return self.is_unknown, self.earliest

    @property
    def is_span(self) -> bool:
        return "/" in self.text

    def __str__(self) -> str:
        return self.text

    @property
    def _ends(self) -> tuple[Moment, ...]:
        return tuple(moment for moment in (self.start, self.end) if moment)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = core_schema.is_instance_schema(cls, serialization=core_schema.to_string_ser_schema())
        return core_schema.no_info_before_validator_function(_edtf, schema)

    @classmethod
    def __get_pydantic_json_schema__(cls, _core: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        examples = ["2024-05-31", "2024-05", "2024-05-30/2024-05-31", "2024-05-31~", "2024-05/.."]
        return {"type": "string", "pattern": f"^({PATTERN})$", "examples": examples}


@lru_cache(maxsize=4096)
def parse(text: str) -> Edtf:
    """The date that `text` writes; ValueError says what is expected instead."""
    if not re.fullmatch(PATTERN, text, re.ASCII):
        raise ValueError(EXPECTED)
    first, _, last = text.partition("/")
    start = _moment(first)
    end = _moment(last) if last else start
    if start and end and (start.earliest > end.earliest or start.latest > end.latest):
        raise ValueError("expected a span from the earlier date to the later")
    return Edtf(text, start, end)


def _moment(text: str) -> Moment | None:
    if text == "..":
        return None
    plain = PLAIN.fullmatch(text)
    try:
        return _plain(*plain.groups()) if plain else _by_the_standard(text)
    except ValueError:
        raise ValueError("expected a date of the calendar such as 2024-05-31") from None


def _plain(year: str, month: str | None, day: str | None, mark: str) -> Moment:
    first, last, precision = _days(int(year), int(month or 0), int(day) if day else None)
    return Moment(first, last, precision, approximate=mark in ("~", "%"), uncertain=mark in ("?", "%"))


def _days(year: int, month: int, day: int | None) -> tuple[date, date, Precision]:
    if day is not None:
        return date(year, month, day), date(year, month, day), "day"
    if month:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month"
    return date(year, 1, 1), date(year, 12, 31), "year"


def _by_the_standard(text: str) -> Moment:
    # Here, because it takes 90 ms to import and 4 ms a date, and most dates are plain.
    from edtf import EDTFParseException, parse_edtf

    try:
        parsed = parse_edtf(text)
    except EDTFParseException as error:
        raise ValueError(EXPECTED) from error
    return Moment(
        date(*parsed.lower_strict()[:3]),
        date(*parsed.upper_strict()[:3]),
        _precision(text.rstrip("?~%")),
        approximate=text.endswith(("~", "%")),
        uncertain=text.endswith(("?", "%")),
    )


def _precision(text: str) -> Precision:
    year, *rest = text.split("-")
    if "X" in year:
        return "century" if year.endswith("XX") else "decade"
    parts = [part for part in rest if part != "XX"]
    if parts and int(parts[0]) > 12:
        return "season"
    precisions: tuple[Precision, ...] = ("year", "month", "day")
    return precisions[len(parts)]


def _edtf(value: object) -> object:
    if not isinstance(value, str) or not value.strip():
        return value
    try:
        return parse(value)
    except ValueError as error:
        raise PydanticCustomError("BAD-DATE", "{expected}", {"expected": str(error)}) from error


def _day(value: object) -> object:
    if not isinstance(value, str) or not value.strip():
        return value
    edtf = _edtf(value)
    if not isinstance(edtf, Edtf) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        raise PydanticCustomError("BAD-DATE", "expected an exact day such as 2024-05-31")
    return edtf.earliest


EDITION_YEARS = range(1970, 2108)  # those that files and archives can tell


def _of_our_time(day: date) -> date:
    if day.year not in EDITION_YEARS:
        first, last = EDITION_YEARS[0], EDITION_YEARS[-1]
        raise PydanticCustomError("BAD-DATE", "expected a day from {first} to {last}", {"first": first, "last": last})
    return day


Day = Annotated[
    date,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "examples": ["2024-05-31"]}),
]
EditionDay = Annotated[Day, AfterValidator(_of_our_time)]
