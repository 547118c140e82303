"""An article as it arrives, as text, Markdown or HTML: its paragraphs, and what its page says of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import lxml.html
from lxml.etree import ParserError
from markdown import markdown

from generator.content.values import URL_PATTERN
from generator.content.yaml_tree import STRANGE
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
_DATES = ("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "dcterms.date")
_SITES = ("og:site_name", "publisher", "dc.publisher", "application-name")


@dataclass(frozen=True)
class ImportedText:
    """A text with one paragraph a line, and what is said of it outside the text; empty where nothing is."""

    text: str
    title: str = ""
    published: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""


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
    return ImportedText(_one_a_line(text))


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
        published=_day(fields.get("date", "") or fields.get("published", "")),
        publisher=fields.get("publisher", "") or fields.get("source", ""),
        url=_address(fields.get("url", "") or fields.get("link", "")),
        language=_language(fields.get("lang", "") or fields.get("language", "")),
    )


def _front_matter(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        name, colon, value = line.partition(":")
        if colon and re.fullmatch(r"\w+", name):
            yield name.casefold(), value.strip().strip("\"'")


def _from_html(page: str) -> ImportedText:
    import trafilatura  # an extra: only who adds pages of the web needs it

    # Without links no target comes along, `javascript:` or other; without metadata no date is guessed.
    text = trafilatura.extract(page, include_links=False, include_comments=False, with_metadata=False) or ""
    tree = _tree(page)
    if tree is None:
        return ImportedText("")
    metadata, linked = dict(_metadata(tree)), _linked(tree)
    site = next((metadata[name] for name in _SITES if name in metadata), "") or linked.get("publisher", "")
    dated = next((metadata[name] for name in _DATES if name in metadata), "") or linked.get("date", "")
    canonical = next((str(link.get("href", "")) for link in tree.iter("link") if link.get("rel") == "canonical"), "")
    return ImportedText(
        _joined(line for line in text.splitlines() if not re.fullmatch(r"[|\s:-]+", line)),
        title=_without_site(metadata.get("og:title", "") or _first(tree, "h1") or _first(tree, "title"), site),
        published=_day(dated),
        publisher=site,
        url=_address(canonical or metadata.get("og:url", "")),
        language=_language(str(tree.get("lang", "") if tree.tag == "html" else "")),
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


def _metadata(tree: lxml.html.HtmlElement) -> Iterator[tuple[str, str]]:
    for meta in reversed(list(tree.iter("meta"))):  # so that the first of a name stays
        name = str(meta.get("property") or meta.get("name") or meta.get("itemprop") or "").casefold()
        if name and meta.get("content"):
            yield name, " ".join(str(meta.get("content")).split())


def _linked(tree: lxml.html.HtmlElement) -> dict[str, str]:
    """Date and publisher of the article in JSON-LD."""
    fields: dict[str, str] = {}
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            try:
                data = json.loads(script.text or "")
            except ValueError:
                continue
            for thing in _things(data):
                publisher = thing.get("publisher")
                name = publisher.get("name") if isinstance(publisher, Mapping) else publisher
                for field, value in (("date", thing.get("datePublished")), ("publisher", name)):
                    if isinstance(value, str):
                        fields.setdefault(field, value)
    return fields


def _things(data: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if isinstance(data, list) and depth < 4:
        for item in data:
            yield from _things(item, depth + 1)
    elif isinstance(data, Mapping):
        yield data
        yield from _things(data.get("@graph"), depth + 1)


def _first(tree: lxml.html.HtmlElement, tag: str) -> str:
    return next((_words(element) for element in tree.iter(tag)), "")


def _without_site(title: str, site: str) -> str:
    """`Cable talks | The Herald` without the name of the site."""
    return re.sub(rf"\s*[|–—-]\s*{re.escape(site)}\s*$", "", title) if site else title


def _day(text: str) -> str:
    match = re.match(r"\d{4}-\d\d-\d\d", text.strip())
    return match[0] if match else ""


def _address(url: str) -> str:
    """A plain web address; what is none, such as `javascript:`, is left out."""
    return url if re.fullmatch(URL_PATTERN, url) else ""


def _language(tag: str) -> str:
    code = tag.casefold()[:2]
    return code if code in LANGUAGES else ""


def _joined(lines: Any) -> str:
    cleaned = [" ".join(STRANGE.sub("", line).split()) for line in lines]
    return "".join(f"{line}\n" for line in cleaned if line)
