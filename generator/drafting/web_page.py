"""What a page of the web says of its article: title, day, outlet, author, address, in the places where pages say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import lxml.html

from generator.drafting.linked_data import are_alike, linked_data
from generator.drafting.page_days import day_of_page
from generator.drafting.page_head import is_section
from generator.drafting.page_times import times

NAME = 3  # words: a shorter heading may be the name of the site
_DATES = (
    *(
        "article:published_time",
        "datepublished",
        "og:published_time",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.date",
    ),
    *(
        "dcterms.issued",
        "dcterms.created",
        "pubdate",
        "publishdate",
        "publish-date",
        "publication_date",
        "parsely-pub-date",
    ),
    *("sailthru.date", "cxenseparse:recs:publishtime"),
)
_SITES = ("og:site_name", "publisher", "dc.publisher", "application-name")
_TITLES = ("og:title", "headline", "dc.title", "twitter:title")
_AUTHORS = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = rf"\d\d?|{'|'.join(_MONTHS)}"
_IN_ADDRESS = re.compile(
    rf"/(?P<year>(?:19|20)\d\d)(?:(?P<mark>[/-])(?P<month>{_MONTH})(?P=mark)(?P<day>\d\d?)|(?P<whole>\d{{4}}))(?=[/_.-]|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class WebPage:
    """What is said outside the text; empty where nothing is. The day is YYYY-MM-DD."""

    titles: tuple[str, ...] = ()  # those that may be the article's, the likeliest first
    published: str = ""
    site: str = ""
    author: str = ""
    url: str = ""
    language: str = ""


def web_page(tree: lxml.html.HtmlElement) -> WebPage:
    """What the page says of its article: in JSON-LD, then in its metadata, then in its marked elements."""
    metadata, items = dict(_metadata(tree)), dict(_items(tree))
    canonical = next((str(link.get("href", "")) for link in tree.iter("link") if link.get("rel") == "canonical"), "")
    headings = [_words(element) for tag in ("h1", "title") for element in tree.iter(tag)]
    linked = linked_data(tree, (canonical, metadata.get("og:url", "")), headings)
    site = next((metadata[name] for name in _SITES if name in metadata), "") or linked.get("publisher", "")
    titles = [linked.get("title", ""), *(metadata.get(name, "") for name in _TITLES), items.get("headline", "")]
    titles += [_first(tree, "h1"), _first(tree, "title")]
    plain = list(dict.fromkeys(name for title in titles if (name := _plain(title, site))))
    if not plain and any(titles):  # the name of a section stands above it
        plain = [name for name in [_plain(_first(tree, "h2"), site)] if name]
    days = (linked.get("date", ""), *(metadata.get(name, "") for name in _DATES), items.get("datepublished", ""))
    authors = (linked.get("author", ""), *(metadata.get(name, "") for name in _AUTHORS), items.get("author", ""))
    return WebPage(
        tuple(_as_printed(plain, tree, site)),
        next((day for text in (*days, *times(tree)) if (day := day_in(text))), ""),
        site,
        next((author for author in authors if author and "/" not in author), ""),
        canonical or metadata.get("og:url", ""),
        str(tree.get("lang", "") if tree.tag == "html" else ""),
    )


def day_in(text: str) -> str:
    """The day of a stamp, or of a date as people write it, as YYYY-MM-DD."""
    plain = text.strip()
    if stamp := re.match(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)", plain):
        return "-".join(stamp.groups())
    return day_of_page(plain)


def day_in_address(url: str) -> str:
    """The day that an address has in it, `/2024/05/31/` or `/2024/may/31/`, as YYYY-MM-DD."""
    found = _IN_ADDRESS.search(url)
    if not found:
        return ""
    if found["whole"]:
        return f"{found['year']}-{found['whole'][:2]}-{found['whole'][2:]}"
    month = found["month"].casefold()
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
    return f"{found['year']}-{number:02}-{int(found['day']):02}"


def _metadata(tree: lxml.html.HtmlElement) -> Iterator[tuple[str, str]]:
    for meta in reversed(list(tree.iter("meta"))):  # so that the first of a name stays
        name = str(meta.get("property") or meta.get("name") or meta.get("itemprop") or "").casefold()
        if name and meta.get("content"):
            yield name, " ".join(str(meta.get("content")).split())


def _items(tree: lxml.html.HtmlElement) -> Iterator[tuple[str, str]]:
    """What elements are marked with `itemprop`: the stamp of a day, the words of all else."""
    for element in reversed(list(tree.iter())):
        name = str(element.get("itemprop") or "").casefold() if isinstance(element.tag, str) else ""
        if name in ("datepublished", "headline", "author") and element.tag != "meta":
            yield name, str(element.get("datetime") or element.get("content") or _words(element))


def _plain(title: str, site: str) -> str:
    """A title without the name of the site, as in `Cable talks | The Herald`; empty where it is none."""
    text = re.sub(rf"\s*[|–—·-]\s*{re.escape(site)}\s*$", "", title) if site else title
    text = " ".join(text.split())
    return "" if is_section(text) or text.casefold() == site.casefold() else text


def _as_printed(titles: Sequence[str], tree: lxml.html.HtmlElement, site: str) -> Sequence[str]:
    """The titles with those first that share words with what is printed above the text, or that itself.

    What a page says to machines may be of another article. A short heading may be the name of the site.
    """
    printed = [name for element in tree.iter("h1") if (name := _plain(_words(element), site))]
    if not titles or not printed or any(are_alike(titles[0], name) for name in printed):
        return titles
    likely = [title for title in titles[1:] if any(are_alike(title, name) for name in printed)]
    others = [title for title in likely if title not in printed]
    long = [name for name in printed if len(name.split()) > NAME]
    return [*others, *(likely if others else long), *(title for title in titles if title not in likely)]


def _first(tree: lxml.html.HtmlElement, tag: str) -> str:
    return next((_words(element) for element in tree.iter(tag)), "")


def _words(element: lxml.html.HtmlElement) -> str:
    pieces = (str(piece) for piece in element.itertext() if piece)
    return " ".join("".join(pieces).split())
