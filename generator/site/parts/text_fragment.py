"""The address that opens an article on the web at one of its passages (URL Fragment Text Directives)."""

from __future__ import annotations

from urllib.parse import quote

LONGEST = 300  # characters; of a longer run, browsers are given its ends, as they themselves do when they make one
AT_EACH_END = 8  # words


def original(address: str, passage: str) -> str:
    """A browser that knows text fragments shows and marks the passage; any other opens the article."""
    words = passage.split()
    long = len(passage) > LONGEST and len(words) > 2 * AT_EACH_END
    ends = (words[:AT_EACH_END], words[-AT_EACH_END:]) if long else (words,)
    text = ",".join(_encoded(" ".join(end)) for end in ends)
    return f"{address}{'' if '#' in address else '#'}:~:text={text}"


def _encoded(text: str) -> str:
    """Everything but letters, digits and `_ . ~`: a hyphen or a comma of the text would be read as a mark."""
    return quote(text, safe="").replace("-", "%2D")
