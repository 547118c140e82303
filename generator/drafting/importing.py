"""An article as it arrives, as text, Markdown or HTML: its paragraphs, and what its page says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import lxml.html
from lxml.etree import ParserError
from markdown import markdown

from generator.content.values import is_address
from generator.content.yaml_tree import STRANGE
from generator.drafting.left_out import with_headings
from generator.drafting.printed_pages import without_printed
from generator.drafting.web_page import day_in, day_in_address, web_page
from generator.evidence.languages import LANGUAGES

Format = Literal["text", "markdown", "html"]
WRAPPED = 100  # characters: a text with no longer line, and blank lines between paragraphs, has its lines wrapped
FULL = 50  # characters that a wrapped line has at least, unless it ends its paragraph
FRONT_MATTER = re.compile(r"---[ \t]*\n((?:[^\n]*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_MARKUP = re.compile(r"\s*(<!doctype html|<html|<head|<body|<article|<\?xml)", re.IGNORECASE)
_MARKDOWN = re.compile(r"^(#{1,6} \S|---[ \t]*$|\[[^\]]+\]: |.*\]\([^)\s]+\))", re.MULTILINE)
_ITEM = re.compile(r"([-*•+] |\d+[.)] |\|)")
_BLOCKS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "pre", "dt", "dd", "figcaption"))
_UNREAD = frozenset(("script", "style", "template", "noscript", "iframe", "object", "svg", "head"))


@dataclass(frozen=True)
class ImportedText:
    """A text with one paragraph a line, and what is said of it outside the text; empty where nothing is."""

    text: str
    title: str = ""
    published: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    author: str = ""
    left_out: int = 0  # lines and blocks of the page that are not in the text

    @property
    def address_day(self) -> str:
        """The day that the address has in it."""
        return day_in_address(self.url)


def imported(text: str, kind: Format) -> ImportedText:
    """The article in a text of this format."""
    importers = {"text": _from_text, "markdown": _from_markdown, "html": _from_html}
    return importers[kind](text)


def format_of(name: str, text: str) -> Format:
    """The format that the ending of the file's name shows, or else the beginning of its text."""
    ending = name.casefold().rpartition(".")[2]
    formats: dict[str, Format] = {"txt": "text", "md": "markdown", "markdown": "markdown"}
    formats |= {"html": "html", "htm": "html", "xhtml": "html"}
    if ending in formats:
        return formats[ending]
    if _MARKUP.match(text):
        return "html"
    return "markdown" if _MARKDOWN.search(text) else "text"


def _from_text(text: str) -> ImportedText:
    whole, left_out = without_printed(text)
    return ImportedText(_one_a_line(whole), left_out=left_out)


def _one_a_line(text: str) -> str:
    """The text with one paragraph a line; lines that were wrapped at a margin are joined again, list items are not."""
    blocks = [block.splitlines() for block in re.split(r"\n[ \t]*\n", text.strip("\n"))]
    lines = [line for block in blocks for line in block]
    inner = [line for block in blocks for line in block[:-1] if not _ITEM.match(line.strip())]
    wrapped = len(blocks) > 1 and max(map(len, lines), default=0) <= WRAPPED
    if wrapped and inner and sum(len(line) >= FULL for line in inner) >= 0.8 * len(inner):
        lines = [line for block in blocks for line in _unwrapped(block)]
    return _joined(lines)


def _unwrapped(block: list[str]) -> Iterator[str]:
    pending: list[str] = []
    for line in block:
        if pending and _ITEM.match(line.strip()):
            yield " ".join(pending)
            pending = []
        pending.append(line.strip())
    yield " ".join(pending)


def _from_markdown(text: str) -> ImportedText:
    front = FRONT_MATTER.match(text)
    fields = dict(_front_matter(front[1])) if front else {}
    body = text[front.end() :] if front else text
    tree = _tree(markdown(body, extensions=["tables", "sane_lists"]))
    heading = next((_words(element) for element in tree.iter("h1")), "") if tree is not None else ""
    return ImportedText(
        _joined(_blocks(tree)) if tree is not None else "",
        title=fields.get("title", "") or heading,
        published=day_in(fields.get("date", "") or fields.get("published", "")),
        publisher=fields.get("publisher", "") or fields.get("source", ""),
        url=_address(fields.get("url", "") or fields.get("link", "")),
        language=_language(fields.get("lang", "") or fields.get("language", "")),
        author=fields.get("author", ""),
    )


def _front_matter(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        name, colon, value = line.partition(":")
        if colon and re.fullmatch(r"\w+", name):
            yield name.casefold(), value.strip().strip("\"'")


def _from_html(markup: str) -> ImportedText:
    import trafilatura  # an extra: only who adds pages of the web needs it

    # Without links no target comes along, `javascript:` or other; without metadata no date is guessed.
    text = trafilatura.extract(markup, include_links=False, include_comments=False, with_metadata=False) or ""
    tree = _tree(markup)
    if tree is None:
        return ImportedText("")
    page = web_page(tree)
    lines = [line for line in text.splitlines() if not re.fullmatch(r"[|\s:-]+", line)]
    lines, left_out = with_headings(tree, lines)
    return ImportedText(
        _joined(lines),
        left_out=left_out,
        title=next(iter(page.titles), ""),
        published=page.published,
        publisher=page.site,
        url=_address(page.url),
        language=_language(page.language),
        author=page.author,
    )


def _tree(markup: str) -> lxml.html.HtmlElement | None:
    try:
        tree: lxml.html.HtmlElement = lxml.html.document_fromstring(markup.encode(), parser=_parser())
    except (ParserError, ValueError):
        return None
    return tree


def _parser() -> lxml.html.HTMLParser:
    return lxml.html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)


def _blocks(tree: lxml.html.HtmlElement) -> Iterator[str]:
    """The lines of a page: a paragraph, a heading, a list item or a table row each, without what is inside them."""
    for element in tree.iter(*_BLOCKS):
        if any(above.tag in _UNREAD for above in element.iterancestors()):
            continue
        if element.tag == "tr":
            yield f"| {' | '.join(_words(cell) for cell in element)} |"
        elif not any(above.tag == "tr" for above in element.iterancestors()):
            nested = any(below.tag in _BLOCKS for below in element.iterdescendants())
            text = " ".join((element.text or "").split()) if nested else _words(element)
            mark = "- " if element.tag == "li" or _opens_item(element) else ""
            if text:
                yield mark + text


def _opens_item(element: lxml.html.HtmlElement) -> bool:
    above = element.getparent()
    return above is not None and above.tag == "li" and above[0] is element and not (above.text or "").strip()


def _words(element: lxml.html.HtmlElement) -> str:
    """The words of an element; of a link, its words and never its target."""
    pieces = (str(piece) for piece in element.itertext() if piece)
    return " ".join("".join(pieces).split())


def _address(url: str) -> str:
    """A plain web address; what is none, such as `javascript:`, is left out."""
    return url if is_address(url) else ""


def _language(tag: str) -> str:
    code = tag.casefold()[:2]
    return code if code in LANGUAGES else ""


def _joined(lines: Any) -> str:
    cleaned = [" ".join(STRANGE.sub("", line).split()) for line in lines]
    return "".join(f"{line}\n" for line in cleaned if line)
