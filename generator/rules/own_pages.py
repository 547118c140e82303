"""Rules for pages of one's own: they are plain Markdown, because what they hold runs in the browser of every reader."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.briefing import Briefing
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
HEADINGS = ("top", "edition", "ours")  # of the program's own, on the same page
PARTS = {"filter", "seek", "seek-list"}  # of the page around them
SCHEMES = {"http", "https", "mailto"}
_OWN_FILE = re.compile(r"(?:\.\./)*\w[\w./-]*")  # an address that leads to no other host, however a browser reads it
AS_TEXT = "write it in Markdown; to show it as text, put it between backticks, or `&lt;` for its first sign"
LEAVE_OUT = "leave it out: a page of one's own has links to the web and to pages, pictures of the site, and ids"


def pages_are_plain_markdown(briefing: Briefing) -> Iterator[Problem]:
    """A page of one's own holds no HTML, and no attribute, link or picture that could run or fetch anything."""
    for path, text in sorted(briefing.content.pages.items()):
        yield from _problems(path, text)


def _problems(path: str, text: str) -> Iterator[Problem]:
    from markdown import Markdown  # few dossiers have such a page, and no other rule needs these

    start = len(text.partition("\n")[0])  # behind the title, which is shown letter by letter
    settings: dict[str, dict[str, object]] = {"tables": {"use_align_attribute": True}, "toc": {"marker": ""}}
    made = Markdown(extensions=["attr_list", *settings], extension_configs=settings)
    made.postprocessors.deregister("raw_html")  # it puts back the HTML that was found
    unfenced, fenced = _without_fences(text[start:])
    written, text = text, text[:start] + unfenced  # as long as it was
    body = made.convert("\n\n".join((unfenced, *(f"# x {{ #{id} }}" for id in HEADINGS)))) + fenced
    ends: dict[str, int] = {}
    html_blocks = [chunk for raw in made.htmlStash.rawHtmlBlocks if (chunk := str(raw).strip()).startswith("<")]
    for chunk in [chunk for chunk in html_blocks if not chunk.startswith("</")] or html_blocks:
        line = chunk.splitlines()[0]
        at = max(text.find(line, ends.get(line, start)), start)
        ends[line] = at + 1
        yield Problem(_place(path, text, at), "NOT-MARKDOWN", f"`{_shown(line)}` is HTML", AS_TEXT)
    for id in _same_ids(body):
        places = (text.find(f"#{id}", start), text.lower().find(f"# {id}", start))  # given, or made of its heading
        at = next((place for place in places if place >= 0), start)
        yield Problem(_place(path, text, at), "SAME-ID", f"two elements have the id `{_shown(id)}`", "give another id")
    for tag, name, value in _attributes(body) - _attributes(_sanitised(body)):
        words = (value, name) if name in ("href", "src") else (f"{name}=", value, name)
        at = next((at for word in words if word and (at := written.find(word, start)) >= 0), start)
        what = f"`{_shown(f'{name}={value}')}` would stand in a `<{tag}>`"
        yield Problem(_place(path, text, at), "NOT-MARKDOWN", what, LEAVE_OUT)


def _without_fences(text: str) -> tuple[str, str]:
    """The text with nothing in the places of blocks between fences, where HTML is code; and these blocks as HTML."""
    from markdown import markdown
    from markdown.extensions.fenced_code import FencedBlockPreprocessor

    blocks: list[str] = []

    def left_out(found: re.Match[str]) -> str:
        blocks.append(markdown(found[0], extensions=["attr_list", "fenced_code"]))
        return re.sub("[^\n]", " ", found[0])

    return FencedBlockPreprocessor.FENCED_BLOCK_RE.sub(left_out, text), "".join(blocks)


def _same_ids(body: str) -> list[str]:
    """The ids that something else on the page has too; those of the theme begin with two underscores."""
    ids: Counter[str] = Counter()
    for (_, name, value), times in _attributes(body).items():
        ids[value] += times if name == "id" else 0
    return sorted(id for id, times in ids.items() if times > 1 or id in PARTS or (times and id.startswith("__")))


def _sanitised(body: str) -> str:
    import nh3

    return nh3.clean(
        body, tags=TAGS, attributes=ATTRIBUTES, attribute_filter=_allowed_attribute, url_schemes=SCHEMES, link_rel=None
    )


def _allowed_attribute(tag: str, name: str, value: str) -> str | None:
    """The value, or None for a picture that is no file of the site: a browser would fetch it by itself."""
    return None if (tag, name) == ("img", "src") and not _OWN_FILE.fullmatch(value) else value


def _attributes(body: str) -> Counter[tuple[str, str, str]]:
    """Every attribute of a page with its element and value."""
    from lxml import html

    elements = html.fragment_fromstring(body, create_parent="div").iter()
    return Counter((str(e.tag), str(name), str(value)) for e in elements for name, value in e.attrib.items())


def _shown(text: str) -> str:
    """As much as a terminal shows well, on one line."""
    return "".join(letter if letter.isprintable() else " " for letter in text)[:60]


def _place(path: str, text: str, at: int) -> Place:
    before = text[:at]
    return Place(path, before.count("\n") + 1, at - before.rfind("\n"))
