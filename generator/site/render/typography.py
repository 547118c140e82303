"""Quotation marks and apostrophes as print has them; people write them as their keyboards do.

Only what readers see is set so. Data keep every mark as it was written, and so does whatever is code. Marks that
somebody wrote curly, or as «…» or „…“, stay: each language has its own.
"""

from __future__ import annotations

import re

OPEN, CLOSED = {'"': "“", "'": "‘"}, {'"': "”", "'": "’"}
STRAIGHT = str.maketrans("“”‘’", "\"\"''")
BEFORE, PAUSES = "([{<«‹“‘„‚–—-/=¿¡", ",;:"  # what a quotation may follow without a space
_MARK = re.compile("[\"']")
_PRIME = re.compile(r"\d'\s?\d*$")  # feet or minutes, before the mark of inches or seconds
_ELIDED = re.compile(r"'(\d\ds?(?!['\w])|(n|em|til|tis|twas|tisn|cause|bout)(?!\w))", re.IGNORECASE)
_KEPT = "\ue000"  # stands where something is kept as it is written
_NOT_SAID = re.compile(
    r"^(```|~~~).*?^\1|`[^`\n]+`|<[^>\n]*>|\]\([^)\n]*\)|\{[^}\n]*\}|^ {0,3}\[[^]\n]+\]:.*?$", re.MULTILINE | re.DOTALL
)


def typographic(text: str) -> str:
    """The text with curly marks for straight ones; feet, inches, minutes and seconds stay, and so does all else."""
    if '"' not in text and "'" not in text:
        return text
    said, open_marks = list(text), set[str]()
    for found in _MARK.finditer(text):
        mark, at = found[0], found.start()
        said[at] = curly = _curly("".join(said[max(0, at - 8) : at]), mark, text[at : at + 8], mark in open_marks)
        if curly == OPEN[mark]:
            open_marks.add(mark)
        elif curly == CLOSED[mark] and not (mark == "'" and text[at + 1 : at + 2].isalnum()):
            open_marks.discard(mark)
    return "".join(said)


def straight(text: str) -> str:
    """The text as a keyboard has it, to be compared with what somebody wrote."""
    return text.translate(STRAIGHT)


def _curly(before: str, mark: str, onward: str, is_open: bool) -> str:
    """What a straight mark becomes, from what stands before and after it."""
    last, following = before[-1:], onward[1:2]
    if last.isdecimal() and _measures(before, mark, following, is_open):
        return mark
    if mark == "'" and (last.isalnum() or _ELIDED.match(onward)):
        return CLOSED[mark]
    starts = not last or last.isspace() or last in BEFORE or (last in PAUSES and not is_open)
    ends = not following or following.isspace()
    if starts != ends:
        return OPEN[mark] if starts else CLOSED[mark]
    opens = not is_open and following and (starts or (mark == '"' and following.isalnum()))
    return OPEN[mark] if opens else CLOSED[mark]


def _measures(before: str, mark: str, following: str, is_open: bool) -> bool:
    """Whether a mark after a digit is that of a measure: 5'10", 48°51'24", 5' tall; not 1990's, nor the end of "26"."""
    if mark == '"':
        return not is_open or bool(_PRIME.search(before))
    return following.isdecimal() or not (is_open or following.isalpha())


def typographic_markdown(text: str) -> str:
    """A page that somebody wrote in Markdown, set so; code, addresses, tags and attributes stay as they are."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[0])
        return _KEPT

    lines = _NOT_SAID.sub(keep, text.replace(_KEPT, "")).split("\n")
    return re.sub(_KEPT, lambda _: kept.pop(0), "\n".join(map(typographic, lines)))
