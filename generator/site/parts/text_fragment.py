"""The address that opens an article on the web at one of its passages (URL Fragment Text Directives)."""

from __future__ import annotations

import re
from urllib.parse import quote

from generator.evidence.text import normalise

LONGEST = 300  # characters; of a longer run, browsers are given its ends, as they themselves do when they make one
AT_EACH_END = 8  # words
TELLING = 4  # words that stand together in so few places that a browser may begin there

# A passage does not tell how its article writes these: dashes, quotation marks, and words with an apostrophe.
_UNSURE = re.compile(r"-+|\"|\w+(?:'\w+)+|'")
_DASHES = re.compile(r"-+|\"")
_EDGE = " ,.;:!?…"


def original(address: str, passage: str) -> str:
    """A browser that knows text fragments shows and marks the passage; any other opens the article."""
    text = ",".join(map(_encoded, _ends(passage)))
    return f"{address}{'' if '#' in address else '#'}:~:text={text}"


def _ends(passage: str) -> tuple[str, ...]:
    """The run by which a browser finds a passage, or the first and the last run, without marks that it may not find."""
    plain = normalise(passage)
    runs = _runs(_UNSURE, plain) or _runs(_DASHES, plain) or [plain]
    telling = (number for number, run in enumerate(runs) if run.count(" ") >= TELLING - 1)
    start = next(telling, max(range(len(runs)), key=lambda number: len(runs[number])))
    ends = (runs[start], *runs[start + 1 :][-1:])
    if len(plain) <= LONGEST:
        return ends
    first, last = ends[0].split(), ends[-1].split()
    return (" ".join(first[:AT_EACH_END]), " ".join(last[-AT_EACH_END:]))


def _runs(marks: re.Pattern[str], plain: str) -> list[str]:
    """The runs of words between the marks, without the punctuation at their edges."""
    return [run for piece in marks.split(plain) if re.search(r"\w", run := piece.strip(_EDGE))]


def _encoded(text: str) -> str:
    """Everything but letters, digits and `_ . ~`: a hyphen or a comma of the text would be read as a mark."""
    return quote(text, safe="").replace("-", "%2D")
