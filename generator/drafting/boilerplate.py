"""Paragraphs that hold no fact: what a page puts around an article, and headings; each with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.content.values import ParagraphRange
from generator.evidence.name_parts import fold
from generator.evidence.text import Paragraph, normalise

HEADING = 12  # tokens: a longer line without a full stop is a sentence cut short
REASONS = (  # the first that fits
    (r"(log ?in|sign in|register|subscribe|log out|my account|menu|search|home)\W*", "button of the page"),
    (r"(table of )?contents\W*|in this article\W*", "table of contents"),
    (r".*\b(newsletter|morning (letter|briefing)|sign up|in your inbox|subscribe (now|today|to))\b.*",
     "newsletter box"),
    (r"(share|tweet|print|e-?mail|copy link|facebook|twitter|whatsapp|follow us)\b.{0,60}", "prompt to share"),
    (r".*\b(share your (thoughts|opinions?|views?)|join the conversation|comments? below|leave a comment)\b.*",
     "prompt for comments"),
    (r"(comments?|leave a reply|\d+ comments?)\W*", "prompt for comments"),
    (r"(read (more|also|next)|see also|related|more on this|recommended|don't miss|watch)\b[:\s].*",
     "link to other pages"),
    (r"(read more|related articles?|more on this story|recommended|you may also like)\W*", "link to other pages"),
    (r"(advertisement|sponsored( content)?|promoted)\W*", "advertisement"),
    (r".*\bcookies?\b.*\b(accept|consent|settings|policy)\b.*|.*\b(accept|manage) (all )?cookies\b.*", "cookie notice"),
    (r"(agencies|reuters|afp|ap)( \S+){0,4} contributed to this (story|report|article)\W*", "credit line"),
    (r"(reporting|editing|additional reporting|edited|written) by\b.{0,120}", "credit line"),
    (r"(photo|image|picture|video)( credits?)?: .{0,120}|.{0,100}\((photo|image):? .{0,60}\)",
     "caption or picture credit"),
    (r"(copyright|©|\(c\)) ?.{0,120}|all rights reserved\W*", "notice of rights"),
    (r"\|?[-:| ]*-{3}[-:| ]*\|?", "line of a table"),
)  # fmt: skip
_REASONS = [(re.compile(pattern, re.IGNORECASE), reason) for pattern, reason in REASONS]


def boilerplate(body: Sequence[Paragraph], title: str) -> Iterator[tuple[ParagraphRange, str]]:
    """Runs of paragraphs to skip, in order, with the reason of each."""
    reasons = [(paragraph.number, _reason(body, paragraph, title)) for paragraph in body]
    run: list[int] = []
    reason = ""
    for number, why in [*reasons, (0, "")]:
        if run and why != reason:
            yield ParagraphRange(run[0], run[-1]), reason
            run = []
        if why:
            run.append(number)
        reason = why


def _reason(body: Sequence[Paragraph], paragraph: Paragraph, title: str) -> str:
    text = paragraph.text
    if title and fold(text).strip(" .") == fold(normalise(title)).strip(" ."):
        return "the title, which stands in the article's record"
    if _is_listed(body, paragraph):
        return "table of contents"
    if why := next((reason for pattern, reason in _REASONS if pattern.fullmatch(text)), ""):
        return why
    return "heading" if _is_a_heading(body, paragraph) else ""


def _is_listed(body: Sequence[Paragraph], paragraph: Paragraph) -> bool:
    """A list item under the word `Contents`, in one run with it."""
    for above, below in pairwise(reversed(body[: paragraph.number])):
        if not _is_item(above.text):
            return False
        if re.fullmatch(r"(table of )?contents\W*|in this article\W*", below.text, re.IGNORECASE):
            return True
    return False


def _is_item(text: str) -> bool:
    return bool(re.match(r"[-*•+] |\d+[.)] ", text))


def _is_a_heading(body: Sequence[Paragraph], paragraph: Paragraph) -> bool:
    """A short line without an end, over a longer paragraph or a list."""
    text = paragraph.text
    if paragraph.number == len(body) or _is_item(text) or "|" in text or re.search(r"[.!?:;,\"']$", text):
        return False
    below = body[paragraph.number]
    return len(paragraph.tokens) <= HEADING and (len(below.tokens) > HEADING or _is_item(below.text))
