"""The day that a line of a page gives, or the dateline that a report opens with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.drafting.datelines import dateline_of
from generator.evidence.languages import LANGUAGES

LONGEST = 18  # words of a line that gives the day of publication among other things
_MONTHS = {
    name: number
    for language in LANGUAGES.values()
    for name, number in (*language.months.items(), *language.tables["short_months"].items())
}
_WEEKDAYS = "|".join(day for language in LANGUAGES.values() for day in language.weekdays)
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"(?P<iso>{_YEAR}(?P<bar>[-/.])\d\d(?P=bar)\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?"
    rf"|\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?\.? (?:of |de )?(?P<month>{_MONTH})\b\.?,?(?: (?P<year>{_YEAR})\b)?"
    rf"|\b(?P<month2>{_MONTH})\b\.? (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<year2>{_YEAR})\b)?"
    rf"|\b(?P<one>\d{{1,2}})(?P<mark>[./-])(?P<two>\d{{1,2}})(?P=mark)(?P<year3>{_YEAR})\b",
    re.IGNORECASE,
)
_ZONE = r"(?:gmt|utc|bst|cet|cest|est|edt|et|ist|uk|hrs)\b|[+-]\d\d:?\d\d"
_TIME = re.compile(
    rf"\b\d{{1,2}}(?:[:.]\d\d(?::\d\d)?| ?h ?\d\d\b(?: min\b)?| ?(?=[ap]\.?m))(?: ?[ap]\.?m\b\.?)?(?:,? ?(?:{_ZONE}))?",
    re.IGNORECASE,
)
_EMBARGO = (
    r"(?:(?:strictly |under |sous )*embargo(?:ed)?|not (?:for|to be) (?:publication|release|published|released)"
    r"|ne pas (?:publier|diffuser))(?: until| till| before| jusqu'(?:à|au)| avant)?"
)
_PUBLISHED = (
    r"(?:first )?(?:published|posted|released|issued|created|dated)"
    r"|(?:(?:issue|release|publication) )?date(?: (?:of|de) publication)?|(?:edition|issue) of|édition du|online since"
    r"|en ligne depuis|(?:article )?(?:publiée?|mise? en ligne|créée?|postée?|diffusée?|parue?|rédigée?)|" + _EMBARGO
)
_FRENCH = re.compile(r"\b(?:publié|mis en ligne|créé|posté|diffusé|paru|rédigé)e?\b", re.IGNORECASE)
_READ = r"(?:(?:temps de )?lecture|reading time)|\d{1,2}[ -]?min(?:ute)?s?(?: read| de lecture)?"
_UPDATED = re.compile(
    r"\b(?:updated|modified|edited|reviewed|changed|mise? à jour|modifiée?|actualisée?|mise à jour|modification)\b",
    re.IGNORECASE,
)
_AUTHOR = re.compile(r"^(?:,? )?(?:[Bb]y|[Pp]ar)(?: (?:and|et|[A-ZÀ-Þ][\w'.-]*)){1,8}(?=$|,)")
_MONTH_ALONE = re.compile(rf"(?P<month>{_MONTH}),? (?P<year>{_YEAR})", re.IGNORECASE)
_CREDITED = re.compile(r"\((?P<name>[^\W\d_][^(),;]{1,40}), (?P<day>[^()]{6,30})\)\W*$")
_SHORT_WEEKDAYS = r"(?:mon|tue|tues|wed|thu|thurs?|fri|sat|sun)\b(?= |\.|,)"
_SMALL = re.compile(
    rf"\b(?:{_PUBLISHED}|{_WEEKDAYS}|{_READ}|\d{{1,2}} ?h|on|at|the|in|last|le|à|a|du|de|by)\b|\b{_SHORT_WEEKDAYS}"
    r"|[\s|,;:·•()/.-]+",
    re.IGNORECASE,
)


def is_day(text: str) -> bool:
    """Whether a line of a page gives a day or a time and nothing else: `Published: 4 May 2024, 18:05 | Updated …`."""
    rest, days = _DATE.subn(" ", text)
    rest, times = _TIME.subn(" ", rest)
    rest, names = re.subn(rf"\b(?:{_WEEKDAYS})\b", " ", rest, flags=re.IGNORECASE)
    rest = _UPDATED.sub(" ", rest)
    return bool(days or times or (names and not rest.strip())) and not _SMALL.sub("", rest)


def month_of_page(text: str) -> str:
    """The month that a line of a page gives and nothing else, as YYYY-MM: `November 2026`, `Published: June 2024`."""
    found = _MONTH_ALONE.search(text)
    if not found or _SMALL.sub("", text[: found.start()] + text[found.end() :]):
        return ""
    return f"{found['year']}-{_MONTHS[found['month'].casefold()]:02}"


def credited(text: str) -> tuple[str, str]:
    """Outlet and day in the brackets that a brief ends with, `(Meridian, 18 Nov 2026)`; both empty where none are."""
    found = _CREDITED.search(text)
    day = day_of_page(found["day"]) if found and is_day(found["day"]) else ""
    return (found["name"], day) if found and day else ("", "")


def is_labelled(text: str) -> bool:
    """Whether a line says that its day is that of publication."""
    return bool(re.search(rf"\b(?:{_PUBLISHED})\b", text, re.IGNORECASE))


def is_vague(text: str) -> bool:
    """Whether a line gives a day of publication that is not known whole: without its year, or of two readings."""
    plain = _UPDATED.split(text)[0]
    return bool(_DATE.search(plain)) and is_day(text) and not day_of_page(text)


def words_beside_day(text: str) -> list[str]:
    """The words of a line that are neither a day nor a time, and tell nothing of publication or of a change."""
    rest = _UPDATED.sub(" ", _TIME.sub(" ", _DATE.sub(" ", text)))
    return re.findall(r"[^\W\d_]+", _SMALL.sub(" ", rest))


def day_of_page(text: str) -> str:
    """The day of publication that a line or the dateline of a report gives, as YYYY-MM-DD; empty where it gives none.

    The day of an update is none, nor is one that a sentence tells of, nor one without its year.
    """
    if dateline := dateline_of(text):
        rest = text[dateline.end :]  # `BERGEN (Fjordpress) - 5 June 2024`, on a line of its own
        return next(_days(dateline.text), "") or (day_of_page(rest) if is_day(rest) else "")
    if len(text.split()) > LONGEST:
        return ""
    parts = re.split(r" ?[|·•] ?| [-–—] |(?<=\d{4})[,;.] ", text)
    return next((day for part in parts if (day := _of_part(part))), "")


def _of_part(part: str) -> str:
    """The day of one part of a line: alone, under a label, or behind a place or an outlet."""
    updated = _UPDATED.search(part)
    found = _DATE.search(part[: updated.start()] if updated else part)
    if not found:
        return ""
    before = _AUTHOR.sub("", part[: found.start()])
    behind = part[found.end() : updated.start() if updated else None]
    rest = _SMALL.sub("", _TIME.sub(" ", before))
    if is_labelled(before) and not rest:
        behind = _AUTHOR.sub("", behind)  # `Published on 4 May 2024 by Jane Doe`
    if _SMALL.sub("", _TIME.sub(" ", behind)):
        return ""
    named = re.fullmatch(rf"(?:[A-ZÀ-Þ][\w'.-]*[ ]?){{1,4}}[,:]? ?(?:(?:{_PUBLISHED}|le|on) )?", before)
    return (_iso(found, is_french=bool(_FRENCH.search(before))) or "") if not rest or named else ""


def _days(text: str) -> Iterator[str]:
    return (day for found in _DATE.finditer(text) if (day := _iso(found)))


def _iso(found: re.Match[str], *, is_french: bool = False) -> str | None:
    """A date as YYYY-MM-DD; nothing where its year is missing, or day and month cannot be told apart.

    French has the day first: `Publié le 01/12/2025`.
    """
    if found["iso"]:
        return _whole(*map(int, found["iso"].split(found["bar"])))
    if found["mark"]:
        one, two, year = int(found["one"]), int(found["two"]), int(found["year3"])
        day_first = one > 12 or found["mark"] == "." or one == two or is_french
        day, month = (one, two) if day_first else (two, one)
        if not day_first and two <= 12:
            return None
    else:
        year = int(found["year"] or found["year2"] or 0)
        month = _MONTHS[(found["month"] or found["month2"]).casefold()]
        day = int(found["day"] or found["day2"])
    return _whole(year, month, day)


def _whole(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None  # 31 June, or no year
