"""Paragraphs that hold no fact: what a page puts around an article, and headings; each with its reason."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from generator.content.values import ParagraphRange
from generator.drafting.page_days import day_of_page, is_day
from generator.drafting.page_words import ANY_PAGE, CONTENTS, LISTS, PUBLISHERS, RUBRICS, SECTIONS, SLUG
from generator.drafting.page_words_en import ENGLISH_PAGE
from generator.drafting.page_words_fr import FRENCH_PAGE
from generator.evidence.name_parts import fold
from generator.evidence.text import Paragraph, normalise

PAGES = (ANY_PAGE, ENGLISH_PAGE, FRENCH_PAGE)
QUESTION_HEADING = "question as a heading"
LONGEST = 700  # characters: a longer paragraph is none of the page
HEADING = 12  # tokens: a longer line without a full stop is a sentence cut short
SHORT = 6  # tokens: a shorter line may be a button although it ends as a sentence does
QUESTION = 14  # tokens: a longer question is one of the text
CONTACT = 26  # tokens: a longer paragraph with an address in it is one of the text
DATED = 10  # words: a longer line with a day tells of something
OUTLET = 6  # tokens of the name of a newspaper
CHANNEL = 3  # tokens of the name of a broadcaster with a number: `Radio 4`
SECTION = 4  # words of the name of a section
_ENDS = re.compile(r"[.!?;:,…][\"')\]]*$")
_ITEM = re.compile(r"[-*•+] |\d+[.)] ")
_BAR = re.compile(r" [|·•] ")
_NUMBERED = re.compile(r"\d{1,2}[.)] ")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]+(\.[\w-]+)+")
_TELEPHONE = re.compile(r"(.{0,60}[:|,] ?)?(\+|\(?0)[\d ()/.-]{7,}\d( \([^()\d]{1,40}\))?")
_SIGNATURE = re.compile(r"[-~] ?[^\W\d_a-z]")


def boilerplate(
    body: Sequence[Paragraph], title: str, outlets: Collection[str] = ()
) -> Iterator[tuple[ParagraphRange, str]]:
    """Runs of paragraphs to skip, in order, with the reason of each; `outlets` are names of publishers."""
    known = frozenset(fold(normalise(name)) for name in outlets)
    reasons = _reasons(body, title, known)
    run: list[int] = []
    reason = ""
    for number, why in [*((paragraph.number, why) for paragraph, why in zip(body, reasons, strict=True)), (0, "")]:
        if run and why != reason:
            yield ParagraphRange(run[0], run[-1]), reason
            run = []
        if why:
            run.append(number)
        reason = why


def page_line(text: str) -> str:
    """Why a line, taken alone, is one of the page and none of the article; nothing where it may be either.

    The text is normalised, as that of paragraphs is.
    """
    if len(text) > LONGEST:
        return ""
    is_sentence = bool(re.search(r"[.!…][\"')\]]*$", text)) and len(text.split()) > SHORT
    for words in PAGES:
        if why := words.reason(text, is_sentence=is_sentence):
            return why
    if is_day(text) or (not is_sentence and len(text.split()) <= DATED and day_of_page(text)):
        return "day of the page"
    return "contact" if _is_a_contact(text) else ""


def _is_a_contact(text: str) -> bool:
    words = text.split()
    if _TELEPHONE.fullmatch(text):
        return True
    has_speech = '"' in text
    return bool(_EMAIL.search(text)) and len(words) <= CONTACT and not has_speech


def _reasons(body: Sequence[Paragraph], title: str, outlets: frozenset[str]) -> list[str]:
    first = _first_sentence(body, title)
    rubric = _rubric(body[: first - 1])
    reasons: list[str] = []
    listed = ""
    for paragraph in body:
        why = _alone(paragraph, title, outlets, is_head=paragraph.number < first)
        why = why or ("a section at the head of the page" if paragraph.number == rubric else "")
        if listed and why in ("", QUESTION_HEADING) and _goes_on(paragraph, listed):
            why = listed
        opened = _opens_a_list(paragraph.text)
        listed = opened or (listed if why else "")
        reasons.append(why or opened or _heading(body, paragraph))
    return reasons


def _first_sentence(body: Sequence[Paragraph], title: str) -> int:
    """The number of the first paragraph that is a whole sentence and none of the page."""
    told = (p.number for p in body if _is_whole(p) and not page_line(p.text) and not _is_title(p.text, title))
    return next(told, len(body) + 1)


def _is_whole(paragraph: Paragraph) -> bool:
    return len(paragraph.tokens) > SHORT and bool(re.search(r"[.!?…:][\"')\]]*$", paragraph.text))


def _is_title(text: str, title: str) -> bool:
    return bool(title) and fold(SLUG.sub("", text, count=1)).strip(" .") == fold(normalise(title)).strip(" .")


def _alone(paragraph: Paragraph, title: str, outlets: frozenset[str], *, is_head: bool) -> str:
    text = paragraph.text
    if _is_title(text, title):
        return "the title, which stands in the article's record"
    if fold(text).strip(" .") in outlets:
        return "the name of the outlet"
    if why := page_line(text):
        return why
    if is_head and is_named(paragraph):
        return "a name at the head of the page"
    return QUESTION_HEADING if _is_a_question(paragraph) else ""


def is_named(paragraph: Paragraph) -> bool:
    """A few words with capitals and no end: an outlet, a section, an author."""
    words = [token.text for token in paragraph.tokens if len(token.text) > 3 or token.text[:1].isupper()]
    if len(set(words) & {name.capitalize() for name in SECTIONS}) > 1:
        return True  # a menu in one line
    is_channel = len(paragraph.tokens) <= CHANNEL and not PUBLISHERS["broadcaster"].isdisjoint(map(str.casefold, words))
    plain = not _ENDS.search(paragraph.text) and not re.search(r"[\"]" if is_channel else r"[\d\"]", paragraph.text)
    return plain and 0 < len(paragraph.tokens) <= OUTLET and all(word[:1].isupper() for word in words)


def _rubric(head: Sequence[Paragraph]) -> int:
    """The number of the line that names sections beside a bar, `Harbours | Research`; nought where more have bars."""
    barred = [p for p in head if _BAR.search(p.text) and not page_line(p.text)]
    parts = _BAR.split(barred[0].text) if len(barred) == 1 else []
    is_plain = all(len(part.split()) <= SECTION and not re.search(r"[\d\".!?:]", part) for part in parts)
    return barred[0].number if is_plain and any(part.casefold() in RUBRICS for part in parts) else 0


def _is_a_question(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return (
        text.endswith("?") and len(paragraph.sentences) == 1 and len(paragraph.tokens) <= QUESTION and '"' not in text
        and not any(token.quoted for token in paragraph.tokens)
    )  # fmt: skip


def _opens_a_list(text: str) -> str:
    """The reason of the lines below a heading that other pages, or the parts of this one, are listed under."""
    if LISTS.fullmatch(text):
        return "link to other pages"
    return "table of contents" if CONTENTS.fullmatch(text) else ""


def _goes_on(paragraph: Paragraph, reason: str) -> bool:
    """Whether a line is listed under such a heading: an item, or a line without the end of a sentence."""
    if reason == "table of contents":
        return is_item(paragraph.text)
    return not _ENDS.search(paragraph.text) or paragraph.text.endswith("?") or is_item(paragraph.text)


def is_item(text: str) -> bool:
    return bool(_ITEM.match(text))


def _heading(body: Sequence[Paragraph], paragraph: Paragraph) -> str:
    """A short line without an end, or numbered, or quoted whole, over a paragraph or a list."""
    text = paragraph.text
    if paragraph.number == len(body) or len(paragraph.tokens) > HEADING or "|" in text or _SIGNATURE.match(text):
        return ""
    below = body[paragraph.number]
    is_over = _is_whole(below) or is_item(below.text) or len(below.tokens) > HEADING
    quoted = re.fullmatch(r"[\"'][^\"]*[^\s.!?,\"'][\"']", text)
    if _NUMBERED.match(text):
        return "numbered heading" if is_over and not is_item(below.text) and not _ENDS.search(text) else ""
    if is_item(text) or (_ENDS.search(text) and not quoted) or (re.search(r"[\"']$", text) and not quoted):
        return ""
    return "heading" if is_over and not _SIGNATURE.match(below.text) and not _is_listed(body, paragraph) else ""


def _is_listed(body: Sequence[Paragraph], paragraph: Paragraph) -> bool:
    """Whether a line follows one like it that is no heading either: a list without marks."""
    return paragraph.number > 1 and body[paragraph.number - 2].text[-1:] in (";", ",")
