"""How much is read of anything: what is larger is refused, before it is read whole where that can be, and told of.

Each limit is far above what articles and dossiers have. What stays below them all is read in seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Bytes of files.
EXTRACTED = 2_000_000  # of what one program has to say of one article
CONTENT = 1_000_000  # of YAML; the longest article curated so far takes 60,000
TEXT = 1_000_000  # of an article's text in the dossier: ten times what is drafted from
LOCK = 8_000_000
ARRIVING = 2_000_000  # of an article as it arrives, the mark-up of its page included
OWN_PAGE = 200_000
STATIC = 5_000_000  # of one file that is published as it is
STATICS = 20_000_000  # of all of them

# YAML and JSON.
LEVELS = 40
VALUES = 100_000
SETTINGS = 10_000  # of the builder's own file, each as often as it is named
SETTINGS_FILE = 100_000  # bytes of that file; builders and their readers of YAML are slow
WRITTEN = 10_000  # characters of one text: a sentence of ours has 300

# Articles.
ARTICLE = 100_000  # characters that are drafted from: five times a very long article; its drafts still fit in one file
SENTENCE = 1_000  # words of a sentence that is drafted from
SENTENCES = 500  # of a paragraph that is drafted from: each fact of it is held to those before it
PLACES = 20  # in one paragraph where words are looked for: two are too many for a passage

FACTS = 2_000  # of an article, drafts and retired ones included: its page has the address of each

# Mark-up.
ATTRIBUTES = 1_000  # of one element of a page
OPEN = 300  # brackets of one kind that are open at a time
HEADINGS = 2_000

_END_OF_SENTENCE = re.compile(r"[.!?]\W{0,9}(?=\s)")
_QUOTED_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
_TAG = re.compile(r"<[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*")
_HEADING = re.compile(r"^(?:#|[=-]+[ \t]*$)", re.MULTILINE)
_INDENTED = re.compile(r"^(?: {120}|\t{30})\s*(?:[-*+]|\d+\.)\s", re.MULTILINE)
_BRACKETS = {"[": re.compile(r"[\[\]]"), "(": re.compile(r"[()]"), "<": re.compile(r"<(?=[\w/!?])|>")}


def sentences_in(paragraph: str) -> int:
    """About how many sentences there are; of abbreviations too many."""
    return sum(1 for _ in _END_OF_SENTENCE.finditer(paragraph)) + 1


def wrong_with_markdown(text: str) -> Iterator[str]:
    """What of a Markdown text is more than its reader can be given: its work grows with the square of it."""
    if len(_HEADING.findall(text)) > HEADINGS:
        yield f"there are more than {HEADINGS:,} headings"
    if _INDENTED.search(text):
        yield "a list is inside of too many others"
    for opening, bracket in _BRACKETS.items():
        if any(_deepest(block, opening, bracket) > OPEN for block in text.split("\n\n")):
            yield f"more than {OPEN} brackets `{opening}` of one paragraph are not closed"


def wrong_with_html(markup: str) -> Iterator[str]:
    """The same of a page of the web."""
    tags = (match.group() for match in _TAG.finditer(markup) if match.end() - match.start() > 2 * ATTRIBUTES)
    if any(len(_QUOTED_VALUE.sub("x", tag).split()) > ATTRIBUTES for tag in tags):
        yield f"an element has more than {ATTRIBUTES:,} attributes"


def _deepest(block: str, opening: str, bracket: re.Pattern[str]) -> int:
    """How many brackets are open at once where most are; what closes none is a text."""
    depth = deepest = 0
    for match in bracket.finditer(block):
        depth = depth + 1 if match.group() == opening else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest
