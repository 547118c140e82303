"""The runs of an article's words that are most like a passage that stands nowhere in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.evidence.text import Paragraph, normalise, tokens

LIKE = 60  # of 100; below it, two runs of words share little but their small words
WIDER = 4  # tokens by which a run may be longer or shorter than what it is compared with
SHORTEST = 4  # tokens; no passage has fewer
BEST = 200  # so many are worth trying; a page of article has some ten thousand
_NEEDS_MARKS = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`]|.*(?:: | #|:$)")


def similar_runs(passage: str, body: Sequence[Paragraph]) -> Iterator[tuple[int, str]]:
    """Runs of words of the paragraphs, each with its paragraph's number, the most alike first."""
    from rapidfuzz import fuzz  # what stands in its article does without

    plain = normalise(passage)
    folded, size = plain.casefold(), len(tokens(plain))
    scored = []
    for paragraph in body:
        words = paragraph.tokens
        for first in range(len(words)):
            ends = range(max(first + SHORTEST, first + size - WIDER), min(len(words), first + size + WIDER) + 1)
            for end in ends:
                run = paragraph.text[words[first].start : words[end - 1].end]
                if score := fuzz.ratio(folded, run.casefold(), score_cutoff=LIKE):
                    scored.append((-score, paragraph.number, first, end - first, run))
    return ((number, run) for _, number, _, _, run in sorted(scored)[:BEST])


def as_yaml(text: str) -> str:
    """A text as it is written behind `passage:`."""
    return "'" + text.replace("'", "''") + "'" if _NEEDS_MARKS.match(text) else text
