"""What a page says of its article in JSON-LD: of things that are articles or pages, the one about this page first."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import lxml.html

from generator.evidence.name_parts import fold

DEEPEST = 4  # lists and graphs inside each other
_ARTICLES = re.compile(r"\w*Article|\w*Posting|\w*Report|\w*Statement|PressRelease")
_PAGES = re.compile(r"(?:Web|MedicalWeb|Item|FAQ|QA)Page")


def linked_data(tree: lxml.html.HtmlElement, addresses: Iterable[str], titles: Sequence[str]) -> dict[str, str]:
    """Title, date, publisher and author of the article of a page with these addresses and titles, the first of each.

    A comment, a picture, a person and the site itself have a day and a name too, which are not the article's; so has
    another article, which has another address and no words of the titles.
    """
    here = {plain for address in addresses if (plain := _plain(address))}
    pages: dict[str, str] = {}
    of_here: dict[str, str] = {}
    alike: dict[str, str] = {}
    others: dict[str, str] = {}
    scripts = (script for script in tree.iter("script") if script.get("type") == "application/ld+json")
    for thing in (thing for script in scripts for thing in _things(_json(script.text or ""))):
        kinds, said = _kinds(thing), dict(_said(thing))
        is_article = any(map(_ARTICLES.fullmatch, kinds))
        there = {plain for address in _addresses(thing) if (plain := _plain(address))}
        is_alike = any(are_alike(said.get("title", ""), title) for title in titles)
        if not is_article and not any(map(_PAGES.fullmatch, kinds)):
            continue
        if here and there and not here & there and not is_alike:
            continue
        of_article = of_here if here & there else alike if is_alike else others
        found = of_article if is_article else pages
        found.update(said | found)
    return pages | ((alike | of_here) or others)


def are_alike(one: str, other: str) -> bool:
    """Whether two titles share a third of the words of the shorter one."""
    words, others = (set(re.findall(r"\w+", fold(title))) for title in (one, other))
    longer, longer_others = ({word[:4] for word in some if len(word) > 3} or some for some in (words, others))
    return bool(words and others) and 3 * len(longer & longer_others) >= min(len(longer), len(longer_others))


def _said(thing: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    fields = {
        "date": thing.get("datePublished"),
        "title": thing.get("headline"),
        "publisher": next(_names(thing.get("publisher")), None),
        "author": " and ".join(_names(thing.get("author"))),
    }
    for name, value in fields.items():
        if isinstance(value, str) and value:
            yield name, " ".join(value.split())


def _kinds(thing: Mapping[str, Any]) -> list[str]:
    """The types of a thing, without the address of the vocabulary before them."""
    kinds = thing.get("@type")
    return [re.split(r"[/:#]", str(kind))[-1] for kind in (kinds if isinstance(kinds, list) else [kinds])]


def _addresses(thing: Mapping[str, Any]) -> Iterator[str]:
    page = thing.get("mainEntityOfPage")
    for value in (thing.get("url"), page, page.get("@id") if isinstance(page, Mapping) else None):
        if isinstance(value, str):
            yield value


def _plain(address: str) -> str:
    """An address without what may differ for one page; empty where it is none of a page."""
    found = re.fullmatch(r"https?://(?:www\.|m\.|amp\.)?([^?#]+)(?:[?#].*)?", address.strip().casefold())
    return found[1].removesuffix("/").removesuffix("/amp") if found else ""


def _json(text: str) -> Any:
    try:
        return json.loads(re.sub(r"^\s*(<!--|//<!\[CDATA\[)|(-->|//\]\]>)\s*$", "", text))
    except (ValueError, RecursionError):
        return None


def _things(data: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if isinstance(data, list) and depth < DEEPEST:
        for item in data:
            yield from _things(item, depth + 1)
    elif isinstance(data, Mapping) and depth < DEEPEST:
        yield data
        for inside in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _things(data.get(inside), depth + 1)


def _names(thing: Any) -> Iterator[str]:
    for one in thing if isinstance(thing, list) else [thing]:
        name = one.get("name") if isinstance(one, Mapping) else one
        if isinstance(name, str) and name and "/" not in name:
            yield " ".join(name.split())
