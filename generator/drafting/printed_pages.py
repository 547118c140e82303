"""What printed pages leave in a text: words that were parted at the end of a line, and numbers and feet of pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from generator.evidence.languages.detect import language_of
from generator.evidence.ordinary import is_ordinary

_LETTERS = r"[^\W\d_]+"
_PARTED = re.compile(
    rf"(?<![^\W\d_])(?P<first>{_LETTERS}+)(?:-|\u00ad|\u2010)(?P<gap>[ \t]*\n[ \t]*| )"
    rf"(?P<last>{_LETTERS})(?P<rest>[^\s]*)[ \t]*"
)
_COUNTED = re.compile(
    r"\W*(?:page|p\.|seite|pagina)? ?(?P<number>\d{1,3})(?: ?(?:of|/|sur|de|von) ?\d{1,3})?\W*", re.IGNORECASE
)
_NAMED = re.compile(r"\W*(?:page|p\.|seite|pagina) ?\d{1,3}\b.*", re.IGNORECASE)
_STOP = re.compile(r"[.!?…:;][\"')\]»”’]*$")
HALF = 3  # letters: less may be the beginning of anything
FOOT = 12  # words of a line that stands on every page


def without_printed(text: str) -> tuple[str, int]:
    """The text with parted words whole and without what counts its pages; and how many lines that were."""
    whole = _whole_words(text)
    lines = whole.splitlines()
    left_out = _furniture(lines)
    kept: list[str] = []
    is_broken = False  # a page ended here
    for number, line in enumerate(lines):
        if number in left_out:
            is_broken = True
            continue
        plain = line.strip()
        if is_broken and plain:
            while kept and not kept[-1].strip():
                kept.pop()
            if kept and plain[0].islower() and not _STOP.search(kept[-1].rstrip()):
                kept[-1] = f"{kept[-1].rstrip()} {plain}"  # the sentence goes on, on the next page
                is_broken = False
                continue
            kept.append("")
            is_broken = False
        kept.append(line)
    return "\n".join(kept) + ("\n" if text.endswith("\n") else ""), len(left_out)


def _whole_words(text: str) -> str:
    """Parted words, whole: those that stand so elsewhere, or in the dictionary unless both halves do.

    A hyphen of their own stays.
    """
    language = language_of(text).code
    known = Counter(re.findall(rf"{_LETTERS}(?:-{_LETTERS})*", text.casefold()))

    def joined(found: re.Match[str]) -> str:
        first, last = found["first"], found["last"]
        one = f"{first}{last}".casefold()
        is_hyphened = bool(known[f"{first}-{last}".casefold()])
        are_words = all(len(half) >= HALF and is_ordinary(half.casefold(), language) for half in (first, last))
        is_word = bool(known[one]) or (is_ordinary(one, language) and not are_words)
        is_one = is_word and last.islower() and not is_hyphened
        if "\n" not in found["gap"]:  # `two- and three-year terms`
            return f"{first}{last}{found['rest']} " if is_one else found[0]
        return f"{first}{'' if is_one else '-'}{last}{found['rest']}\n"

    return _PARTED.sub(joined, text)


def _furniture(lines: Sequence[str]) -> set[int]:
    """The lines that count pages, and what stands beside them on each page."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    found = {
        number for number in filled if _NAMED.fullmatch(lines[number].strip()) and _COUNTED.fullmatch(lines[number])
    }
    if len(found) < 2 and not any(re.search(r"\d ?(?:of|/|sur|de|von) ?\d", lines[number]) for number in found):
        found = set()
    places = {number: place for place, number in enumerate(filled)}
    bare = [number for number in filled if re.fullmatch(r"\W*\d{1,3}\W*", lines[number])]
    counted = [int(re.sub(r"\D", "", lines[number])) for number in bare]
    is_run = len(bare) > 1 and all(after == before + 1 for before, after in pairwise(counted))
    found |= {number for number in bare if is_run or _breaks(lines, filled, places[number])}
    beside = _beside(lines, filled, found)
    often = Counter(_shape(lines[number]) for number in beside)
    return found | {number for number in beside if often[_shape(lines[number])] > 1}


def _breaks(lines: Sequence[str], filled: Sequence[int], place: int) -> bool:
    """Whether a line, by its place among those that are filled, stands in the midst of a sentence."""
    if not 0 < place < len(filled) - 1:
        return False
    before, after = lines[filled[place - 1]].strip(), lines[filled[place + 1]].strip()
    return not _STOP.search(before) and after[0].islower()


def _beside(lines: Sequence[str], filled: Sequence[int], found: set[int]) -> list[int]:
    """The short lines above and below those that count pages."""
    places = [place for place, number in enumerate(filled) if number in found]
    near = {filled[at] for place in places for at in (place - 1, place + 1) if 0 <= at < len(filled)} - found
    return sorted(n for n in near if len(lines[n].split()) <= FOOT and not _STOP.search(lines[n].strip()))


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split()))
