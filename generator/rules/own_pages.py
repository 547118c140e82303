"""Rules for pages of one's own: they are plain Markdown, because what they hold runs in the browser of every reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import limits
from generator.briefing import Briefing
from generator.content.own_page import OwnPage, attributes, own_page_of
from generator.content.values import PAGE_ID_PATTERN
from generator.problems import Place, Problem

TAGS = set(
    "a blockquote br code em h1 h2 h3 h4 h5 h6 hr img li ol p pre strong table tbody td th thead tr ul".split()
)  # what Markdown makes
ATTRIBUTES = {
    "*": {"id"},
    "a": {"href", "title"},
    "code": {"class"},  # the language of a block between fences
    "img": {"alt", "src", "title"},
    "ol": {"start"},
    "td": {"align"},
    "th": {"align"},
}
SCHEMES = {"http", "https", "mailto"}
_OWN_FILE = re.compile(r"(?:\.\./)*\w[\w./-]*")  # an address that leads to no other host, however a browser reads it
AS_TEXT = "write it in Markdown; to show it as text, put it between backticks, or `&lt;` for its first sign"
LEAVE_OUT = "leave it out: a page of one's own has links to the web and to pages, pictures of the site, and ids"


def pages_are_plain_markdown(briefing: Briefing) -> Iterator[Problem]:
    """A page of one's own holds no HTML, and no attribute, link or picture that could run or fetch anything."""
    for path, text in sorted(briefing.content.pages.items()):
        yield from _problems(path, text)


def _problems(path: str, text: str) -> Iterator[Problem]:
    if wrong := too_much(text):
        yield Problem(Place(path), "TOO-DEEP", wrong, "write it plainer, or as two pages")
        return
    page = own_page_of(path, text)
    yield from _id_problems(path, text, page)
    start = len(text.partition("\n")[0])
    ends: dict[str, int] = {}
    openings = [block for block in page.html_blocks if not block.startswith("</")]
    for block in openings or page.html_blocks:
        line = block.splitlines()[0]
        at = max(page.written.find(line, ends.get(line, start)), start)
        ends[line] = at + 1
        yield Problem(place_in(path, text, at), "NOT-MARKDOWN", f"`{_shown(line)}` is HTML", AS_TEXT)
    for tag, name, value in page.attributes - attributes(_sanitised(page.body)):
        words = (value, name) if name in ("href", "src") else (f"{name}=", value, name)
        at = next((at for word in words if word and (at := text.find(word, start)) >= 0), start)
        what = f"`{_shown(f'{name}={value}')}` would stand in a `<{tag}>`"
        yield Problem(place_in(path, text, at), "NOT-MARKDOWN", what, LEAVE_OUT)


def too_much(text: str) -> str:
    """What is more than Markdown is read of; nothing where all is well."""
    if len(text.encode()) > limits.OWN_PAGE:
        return f"the page has more than {limits.OWN_PAGE:,} bytes"
    return next(limits.wrong_with_markdown(text), "")


def _id_problems(path: str, text: str, page: OwnPage) -> Iterator[Problem]:
    """Ids that stand twice, or that the page has itself; a heading without one gets that of its words."""
    title = text.partition("\n")[0]
    for id in sorted(id for id, times in page.ids.items() if times > 1 or id in page.ours or _is_of_the_page(id)):
        places = (text.find(f"#{id}", len(title)), text.lower().find(f"# {id}", len(title)))
        at = next((place for place in places if place >= 0), 0)  # given, or made of its heading
        what = f"the id `{id}` stands twice, or is one that the page has itself"
        yield Problem(place_in(path, text, at), "PAGE-ID", what, "give the heading another: `## Words { #other }`")


def _is_of_the_page(id: str) -> bool:
    return id != "top" and bool(re.fullmatch(PAGE_ID_PATTERN, id) or id.startswith("__"))  # which the theme's do


def _sanitised(body: str) -> str:
    import nh3

    return nh3.clean(
        body, tags=TAGS, attributes=ATTRIBUTES, attribute_filter=_allowed_attribute, url_schemes=SCHEMES, link_rel=None
    )


def _allowed_attribute(tag: str, name: str, value: str) -> str | None:
    """The value, or None for a picture that is no file of the site: a browser would fetch it by itself."""
    return None if (tag, name) == ("img", "src") and not _OWN_FILE.fullmatch(value) else value


def _shown(text: str) -> str:
    """As much as a terminal shows well, on one line."""
    return "".join(letter if letter.isprintable() else " " for letter in text)[:60]


def place_in(path: str, text: str, at: int) -> Place:
    """Where the letter of this number stands."""
    before = text[:at]
    return Place(path, before.count("\n") + 1, at - before.rfind("\n"))
