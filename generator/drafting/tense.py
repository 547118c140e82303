"""Whether a date in a sentence lies ahead or behind, by the verbs beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from generator.drafting.calendar_cues import (
    CALENDAR_CUES,
    DETERMINERS,
    DOCUMENTS,
    HEARERS,
    QUOTING,
    TELLING,
    CalendarCues,
)
from generator.drafting.datelines import dateline_of
from generator.drafting.lines import Line
from generator.evidence.languages import Language

Direction = Literal["ahead", "behind", ""]
Way = tuple[Direction, str]  # with the word that points
NO_WAY: Way = ("", "")
NEAR = 3  # tokens between a statement and its day, itself among them: `a report published on Monday`
FAR = 8  # tokens between a verb of saying and the day on which it was said
PLAN = 8  # tokens between what is planned and the word that says so
WORDY = 2  # tokens beside a date that make a clause of its own
SUBJECT = 6  # tokens of who says it, behind a day that opens the sentence
_CLAUSE = re.compile(r'[,;:"()]| - ')
NAMES_TOO = frozenset(("may", "will"))  # with a capital
PRESENT = frozenset(("is", "are"))  # `is listed` is now, and tells of no past day
MODALS = frozenset(("will", "would", "shall", "should", "may", "might", "can", "could", "must", "won't"))
# Before a verb of saying they make it a plan, or a thing that is done to somebody.
UNTOLD = MODALS | {"to", "was", "were", "be", "been", "being", "is", "are"}
_BARE = frozenset(("be", "to", "get"))  # before what only looks like a report: `will be held`, `to put`
_SINCE = frozenset(("from", "dès"))  # what is put off from a day does not end there
_TO = frozenset(("to", "au", "à"))
_FINITE = frozenset(("has", "have", "is", "are"))  # with them, `until Friday` lies ahead all the same


def direction(line: Line, first: int, last: int, language: Language, *, alone: bool = False) -> Direction:
    """Where a date from first to last lies, by what stands beside it, in its clause, and else in its sentence.

    Alone: by its sentence only where the clause says nothing but the date.
    """
    cues = CALENDAR_CUES[language.code]
    beside = {line.words[spot] for spot in (first - 1, last + 1) if 0 <= spot < len(line.words)}
    if beside & cues.past or _is_reached(line, first, cues.since, cues):
        return "behind"
    if beside & cues.coming - {"this"}:
        return "ahead"
    start, end = _clause(line, first, last, cues)
    told = _last(line, start, first, cues)
    follows = next(_ways(line, last + 1, end, cues), NO_WAY)
    if follows[1] in cues.pledged:
        follows = ("behind", follows[1])  # `In November it agreed to sell`
    if _is_deferred(line, start, first, cues) or (
        _is_reached(line, first, cues.until, cues)
        and not any(way == "behind" and word not in _FINITE for way, word in (told, follows))
    ):
        return "ahead"
    if "this" in beside and told[0] != "behind":
        return "ahead"
    is_own = start == 0 or line.words[start - 1] in cues.opening or "," not in line.before(start)
    if alone and is_own and end - start - (last - first + 1) >= WORDY:
        return told[0] or follows[0]
    telling = TELLING[language.code]  # `It will end soon, she said, perhaps in May`
    before = [way for way in _ways(line, 0, first, cues) if way[1] not in telling]
    behind = (way for way in _ways(line, last + 1, len(line.words), cues) if way[1] not in telling)
    elsewhere = (before[-1] if before else NO_WAY, next(behind, NO_WAY))
    return next((way for way, _ in (told, follows, *elsewhere) if way), "")


def _is_deferred(line: Line, start: int, first: int, cues: CalendarCues) -> bool:
    """Whether something was put off to a date, or lasts until it: `adjourned until Friday`, `reporté au 9 mai`."""
    if not cues.deferring & set(line.words[start:first]):
        return False
    return line.words[first - 1] in _TO or _is_reached(line, first, cues.until - _SINCE, cues)


def is_before_a_noun(line: Line, last: int, language: Language) -> bool:
    """Whether a word that is no small one follows at once: `the spring term`, `overnight trains`."""
    behind = line.words[last + 1] if last + 1 < len(line.words) and line.before(last + 1) == " " else ""
    return behind.isalpha() and behind not in language.function_words


def is_another(line: Line, first: int, last: int, language: Language) -> bool:
    """Whether a date is none of the present: `last Monday`, `next May`."""
    cues = CALENDAR_CUES[language.code]
    beside = {line.words[spot] for spot in (first - 1, last + 1) if 0 <= spot < len(line.words)}
    return bool(beside & (cues.past | cues.coming) - {"this"})


def _is_infinitive(line: Line, spot: int, cues: CalendarCues) -> bool:
    """Whether a verb stands there behind `to`, `de` or `à`."""
    word = line.tokens[spot].text
    return spot > 0 and line.words[spot - 1] in cues.marking and bool(cues.infinitive.fullmatch(word))


def _is_planned(line: Line, spot: int, cues: CalendarCues) -> bool:
    """Whether what a verb tells has not happened yet: `agreed in October to sell it`, `a promis de le vendre`."""
    if not _is_infinitive(line, spot, cues):
        return False
    for before in range(spot - 2, max(-1, spot - 2 - PLAN), -1):
        if cues.planning.fullmatch(line.words[before]):
            return True
        if _CLAUSE.search(line.before(before + 1)) or line.words[before] in cues.opening:
            return False
    return False


def _is_reached(line: Line, first: int, openers: frozenset[str], cues: CalendarCues) -> bool:
    """Whether a word such as `until` or `since` stands before a date, with small words between at most."""
    spot = first - 1
    while spot >= 0 and line.words[spot] in cues.small and not _CLAUSE.search(line.before(spot + 1)):
        spot -= 1
    return spot >= 0 and line.words[spot] in openers and not _CLAUSE.search(line.before(spot + 1))


def is_of_the_telling(line: Line, first: int, last: int, language: Language) -> bool:
    """Whether a day is that on which something was said, and not of what is said: `told reporters on Tuesday`."""
    cues = CALENDAR_CUES[language.code]
    return not _is_reached(line, first, cues.since, cues) and (
        _is_in_the_dateline(line, first)
        or _follows_telling(line, first, language)
        or _precedes_telling(line, last, language)
        or _opens_telling(line, last, language)
    )


def _is_in_the_dateline(line: Line, first: int) -> bool:
    dateline = dateline_of(line.paragraph.text)
    return bool(dateline) and line.tokens[first].start < (dateline.end if dateline else 0)


def _follows_telling(line: Line, first: int, language: Language) -> bool:
    telling, hearers = TELLING[language.code], HEARERS[language.code]
    cues = CALENDAR_CUES[language.code]
    named = {spot for mention in line.mentions for spot in range(mention.first, mention.last + 1)}
    for spot in range(first - 1, max(-1, first - 1 - FAR), -1):
        word = line.words[spot]
        if _CLAUSE.search(line.before(spot + 1)):
            return False
        is_passive = bool(set(line.words[max(0, spot - 2) : spot]) & UNTOLD)
        if word in telling:
            return not is_passive
        if word in DOCUMENTS and first - spot <= NEAR:
            is_planned = any(
                _is_infinitive(line, n, cues) for n in range(max(1, spot - 3), spot)
            )  # to publish the report
            return not (is_passive or is_planned) and bool(DETERMINERS & set(line.words[max(0, spot - 2) : spot]))
        is_of_hearers = line.words[spot + 1] in hearers and spot + 1 < first  # `on the transport committee`
        is_small = word in language.function_words and not _ways_at(line, spot, cues) and word not in cues.opening
        if not (is_small or word in hearers or is_of_hearers or spot in named or line.tokens[spot].text[0].isupper()):
            return False
    return False


def _precedes_telling(line: Line, last: int, language: Language) -> bool:
    """`the owner, a sailor, last night denied …`, `on Monday called it "a shame"`: the verb stands at once behind."""
    if last + 1 >= len(line.words) or line.before(last + 1) != " ":
        return False
    is_quoting = line.words[last + 1] in QUOTING[language.code] and any(t.quoted for t in line.tokens[last + 2 :])
    return line.words[last + 1] in TELLING[language.code] or is_quoting


def _opens_telling(line: Line, last: int, language: Language) -> bool:
    """`On Tuesday, the minister told reporters`: the first verb of the sentence is one of saying."""
    cues = CALENDAR_CUES[language.code]
    if last > 2:
        return False
    for spot in range(last + 1, min(last + 1 + SUBJECT, len(line.words))):
        if line.words[spot] in TELLING[language.code]:
            return True
        if _ways_at(line, spot, cues) and line.words[spot] not in cues.helping:
            return False
    return False


def _clause(line: Line, first: int, last: int, cues: CalendarCues) -> tuple[int, int]:
    """The tokens of the clause that a date stands in."""
    start = first
    while start > 0 and not _CLAUSE.search(line.before(start)) and line.words[start - 1] not in cues.opening:
        start -= 1
    end = last + 1
    while end < len(line.words) and not _CLAUSE.search(line.before(end)) and line.words[end] not in cues.opening:
        end += 1
    return start, end


def _last(line: Line, start: int, end: int, cues: CalendarCues) -> Way:
    return next(iter([*_ways(line, start, end, cues)][-1:]), NO_WAY)


def _ways(line: Line, start: int, end: int, cues: CalendarCues) -> Iterator[Way]:
    """The directions in which the words from start to end point, in order of reading."""
    for spot in range(start, end):
        if way := _ways_at(line, spot, cues):
            yield way, line.words[spot]


def _is_conditional(line: Line, spot: int, cues: CalendarCues) -> bool:
    """Whether a verb stands in a condition, whose past tells of no past: `if no answer came by May`."""
    while spot > 0 and not _CLAUSE.search(line.before(spot)):
        spot -= 1
        if line.words[spot] in cues.unless:
            return True
        if line.words[spot] in cues.opening:
            return False
    return False


def _ways_at(line: Line, spot: int, cues: CalendarCues) -> Direction:
    words = line.words
    word, before = words[spot], words[max(0, spot - 2) : spot]
    behind_it = words[spot + 1] if spot + 1 < len(words) else ""
    if word in NAMES_TOO and spot and line.tokens[spot].text[0].isupper():
        return ""
    if _is_planned(line, spot, cues):
        return "ahead"
    if (word, behind_it) in cues.ahead_pairs or word in cues.ahead or cues.plans.fullmatch(word):
        return "behind" if behind_it == "have" and word not in ("will", "shall") else "ahead"
    if spot and (before[-1], word) in cues.ahead_pairs:
        return "ahead"
    if spot and cues.done.fullmatch(f"{before[-1]} {word}"):
        return "behind"
    if word in cues.behind or cues.reports.fullmatch(word):
        is_bare = (
            _is_conditional(line, spot, cues)
            or bool(_BARE & set(before))
            or bool(PRESENT & set(before[-1:]))
            or (bool(MODALS & set(before)) and word != "had")
        )
        return "" if is_bare else "behind"
    opens = spot > 0 and "," in line.before(spot)  # `Le taux, estimé lors des essais de juin, …`
    if word not in cues.until and cues.participle.fullmatch(word) and (opens or set(before) & cues.helping):
        return "behind"
    return ""
