"""Quotation marks of a normalised text: which of them count, and which stretches single ones enclose."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

# The second mark of `6'2"` measures inches.
DOUBLE_MARK = r"(?<!\d'\d)(?<!\d'\d\d)\""
NO_DOUBLE_MARK = r"(?:[^\"]|(?<=\d'\d)\"|(?<=\d'\d\d)\")"
# Apostrophes that open no speech: the '90s, 'tis, rock 'n' roll.
_OPENS = re.compile(r"(?<![\w'])'(?!\d\ds\b|(?:tis|twas|til|cause|em|n)\b)(?=[\w\"$€£(\[])", re.IGNORECASE)
_BEFORE_A_WORD = re.compile(r"' \w")
_BEFORE_SPEECH = re.compile(r"[:.!?,] $")
_CLOSES = re.compile(r"(?<=[\w.,!?…)\"])'(?!\w)")


def double_marks(text: str) -> list[int]:
    """Where double quotation marks stand."""
    return [match.start() for match in re.finditer(DOUBLE_MARK, text)] if '"' in text else []


def speaks_in_single_marks(lines: Iterable[str]) -> bool:
    """Whether an article sets its speech in single marks: more of its paragraphs have such speech than double ones."""
    single = double = 0
    for line in lines:
        spans, marks = single_quotations(line), double_marks(line)
        outer = [(start, end) for start, end in spans if bisect_left(marks, start) % 2 == 0]
        speech = [(start, end) for start, end in outer if _is_speech(line, start, end)]
        single += bool(speech)
        double += any(not _is_inside(mark, speech) for mark in marks)
    return single > double


def _is_inside(mark: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a mark stands inside one of these stretches, which follow one another."""
    spot = bisect_left(spans, (mark, 0)) - 1
    return spot >= 0 and mark < spans[spot][1]


def _is_speech(line: str, start: int, end: int) -> bool:
    """Whether a stretch is said by somebody: a comma or a full stop closes it, as it does not close a title.

    One that nothing closes goes on in the next paragraph.
    """
    is_open = end == len(line) and (start == 0 or line[end - 1] != "'")
    return is_open or line[max(start, end - 2) : end - 1] in (",", ".", "?", "!", "…")


def single_quotations(text: str) -> list[tuple[int, int]]:
    """The stretches from an opening single mark to the one that closes it, or of speech to the paragraph's end."""
    spans: list[tuple[int, int]] = []
    if "'" not in text:
        return spans
    end = 0
    for opening in _OPENS.finditer(text):
        if opening.start() < end:
            continue
        if closing := _closing(text, opening.end()):
            end = closing
        elif opening.start() == 0 or _begins_speech(text, opening.start()):
            end = len(text)  # speech that goes on in the next paragraph
        else:
            continue
        spans.append((opening.start(), end))
    return spans


def _begins_speech(text: str, spot: int) -> bool:
    """Whether a mark stands behind a colon, or before a sentence of its own."""
    return bool(_BEFORE_SPEECH.search(text, max(0, spot - 3), spot)) and (
        text[spot - 2] == ":" or text[spot + 1].isupper()
    )


def _closing(text: str, start: int) -> int:
    """Behind the mark that closes what opens at `start`, or 0; the apostrophe of `the skippers' pay` closes nothing."""
    following = _OPENS.search(text, start)
    closings = list(_CLOSES.finditer(text, start, following.start() if following else len(text)))
    certain = (
        match for match in closings if text[match.start() - 1] in '.,!?…)"' or not _may_possess(text, match.start())
    )
    chosen = next(certain, None) or next(iter(closings), None)
    return chosen.end() if chosen else 0


def _may_possess(text: str, spot: int) -> bool:
    """Whether a mark may be the apostrophe of a plural: behind an `s`, and before another word."""
    return text[spot - 1] in "sS" and bool(_BEFORE_A_WORD.match(text, spot))
