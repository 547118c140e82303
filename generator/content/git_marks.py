"""What git leaves in the place of a text: the markers of a merge that nobody settled, and pointers of Git LFS."""

from __future__ import annotations

import re

from generator.problems import Place, Problem

# At the beginning of a line. One of the two is enough: `=======` alone may underline a heading, or part paragraphs.
SIGNS = ("<" * 7, ">" * 7)
_MARKER = re.compile(r"^(?:<{7}|>{7})(?= |\r?$)", re.MULTILINE)
_POINTER = re.compile(r"\ufeff?version https://(?:git-lfs|hawser)\.github\.com/spec/v1\b")
SETTLE = "keep one side, and delete the lines of the markers"
RENEW = "write it anew with `briefbook lock` where the text is, or take one side of the merge whole"


def problem_of(text: str, path: str) -> Problem | None:
    """What keeps a text from being what its author wrote, if anything does."""
    if _POINTER.match(text):
        what = "this is a pointer of Git LFS, and not the file that it stands for"
        return Problem(Place(path), "LFS-POINTER", what, "fetch the file with `git lfs pull`")
    if any(sign in text for sign in SIGNS) and (marker := _MARKER.search(text)):
        place = Place(path, text.count("\n", 0, marker.start()) + 1)
        what = f"`{marker[0]}` marks a merge that was not settled"
        return Problem(place, "UNFINISHED-MERGE", what, RENEW if path.endswith(".lock") else SETTLE)
    return None
