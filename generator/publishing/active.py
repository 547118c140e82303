"""Whatever on a built page would run, look its own way, or make a browser ask another host.

The gate looks for all of it, though the policy of every page forbids it: content never gets that far, and a policy
is a second wall.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, KeysView, Mapping, ValuesView
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from generator.site.render.policy import POLICY

Fault = tuple[str, str]  # the code of a problem, and what is wrong

EMBEDDED = frozenset("applet base embed fencedframe frame frameset iframe object portal".split())
DATA = ("application/json", "application/ld+json")  # scripts that no browser runs
RUNNING = ("javascript", "vbscript", "data", "blob", "filesystem")  # schemes whose address is a page or a program
# What a browser fetches or sends something to by itself, on whatever element; `href` unless a reader follows it.
FETCHED = frozenset(
    "action archive attributionsrc background classid codebase data dynsrc formaction href icon imagesrcset longdesc"
    " lowsrc manifest ping poster profile src srcset usemap xlink:href".split()
)
FOLLOWED = ("a", "area")
UNREAD = frozenset("noembed noframes noscript xmp".split())  # in which browsers may see nothing but their end
ANIMATED = ("by", "from", "to", "values")  # by which a picture can change an address
PAINTED = frozenset(
    "clip-path cursor fill filter marker marker-end marker-mid marker-start mask stroke".split()
)  # attributes of pictures that take `url()`
NAMED = {"alternate", "author", "canonical", "feed", "help", "license", "me", "next", "prev"}  # links nobody fetches
WATCHED = EMBEDDED | {"meta", "script", "style"}
KNOWN = FETCHED | PAINTED | {*ANIMATED, "srcdoc", "style"}
_BLANK = re.compile(r"[\t\n\r]|^[\x00-\x20]+|[\x00-\x20]+$")  # what a browser takes out of an address
_URL = re.compile(r"""url\(\s*["']?([^"')]*)|(?:@import\s+|image-set\(\s*)["']([^"']*)""", re.IGNORECASE)
_REFRESH = re.compile(r"[\s\d.;,]*(?:url\s*=)?\s*[\"']?(.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Tag:
    """A tag alone, looked at as an element that holds nothing."""

    tag: str
    attributes: Mapping[str, str]
    text: None = None

    def keys(self) -> KeysView[str]:
        return self.attributes.keys()

    def values(self) -> ValuesView[str]:
        return self.attributes.values()

    def get(self, name: str, default: Any = None) -> Any:
        return self.attributes.get(name, default)


Element = etree._Element | Tag  # noqa: SLF001 - the only name that the stubs have for it


def problems(page: etree._Element) -> Iterator[Fault]:
    """Everything of a page that is not inert, or that its policy does not cover."""
    if not _is_covered(page):
        yield "NO-POLICY", "the page does not begin with the policy that says what may run and load"
    for element in page.iter(etree.Element):
        yield from of_element(element)
        if element.tag in UNREAD and any(map(_may_end, element.iter())):
            yield "ACTIVE-HTML", f"`<{element.tag}>` holds an end that some readers see and others do not"


def of_element(element: Element) -> Iterator[Fault]:
    """Everything of an element that is not inert."""
    if element.tag in WATCHED:
        yield from _of_element(element, str(element.tag))
    for name, value in zip(map(str, element.keys()), element.values(), strict=True):
        if name in KNOWN or name.startswith("on"):
            yield from _of_attribute(element, str(element.tag), name, str(value))


def _may_end(element: etree._Element) -> bool:
    """Whether what a reader takes for a comment or a value has the end of an element."""
    texts = element.values() if isinstance(element.tag, str) else (element.text,)
    return any("</" in str(text) for text in texts)


def outside_of_sheet(sheet: str) -> Iterator[Fault]:
    """Whatever a style sheet would fetch from elsewhere."""
    for address in (first or second for first, second in _URL.findall(sheet)):
        if host := _outside(address):
            yield "OUTSIDE-HOST", f"the style sheet loads from `{host}`"


def _is_covered(page: etree._Element) -> bool:
    """Whether the policy is the first thing in the head."""
    first = page.find("head/*")
    return first is not None and first.get("http-equiv") == "Content-Security-Policy" and first.get("content") == POLICY


def _of_element(element: Element, tag: str) -> Iterator[Fault]:
    if tag in EMBEDDED:
        yield "ACTIVE-HTML", f"`<{tag}>` stands on the page"
    if tag == "style":
        yield "ACTIVE-HTML", "`<style>` holds styles of the page's own"
    if tag == "script" and element.get("src") is None and element.get("type", "").strip().lower() not in DATA:
        yield "ACTIVE-HTML", f"`<script>` holds a script of the page's own: `{(element.text or '').strip()[:40]}`"
    if tag == "meta" and element.get("http-equiv", "").strip().lower() == "refresh":
        refresh = _REFRESH.match(element.get("content", ""))
        yield from _of_address(tag, "refresh", refresh[1] if refresh else "", fetched=True)


def _of_attribute(element: Element, tag: str, name: str, value: str) -> Iterator[Fault]:
    if name.startswith("on") or name == "srcdoc":
        yield "ACTIVE-HTML", f"`<{tag} {name}>` runs a script"
    elif name == "style":
        yield "ACTIVE-HTML", f"`<{tag} style>` has a style of its own"
    elif name in FETCHED:
        fetched = not (name.endswith("href") and _is_only_named(element, tag))
        for address in _addresses(name, value):
            yield from _of_address(tag, name, address, fetched=fetched)
    elif name in ANIMATED:
        for address in value.split(";"):
            yield from _of_address(tag, name, address, fetched=False)
    elif name in PAINTED:
        for address, _ in _URL.findall(value):
            yield from _of_address(tag, name, address, fetched=True)


def _is_only_named(element: Element, tag: str) -> bool:
    """Whether a reader follows the address, or a program that asks for it by name; no browser fetches it alone."""
    relation = element.get("rel", "").lower().split()
    return tag in FOLLOWED or (tag == "link" and bool(relation) and NAMED.issuperset(relation))


def _addresses(name: str, value: str) -> list[str]:
    if name.endswith("srcset"):
        return [part.split()[0] for part in value.split(",") if part.strip()]
    return value.split() if name in ("ping", "archive") else [value]


def _of_address(tag: str, name: str, address: str, *, fetched: bool) -> Iterator[Fault]:
    if _scheme(address) in RUNNING:
        yield "ACTIVE-HTML", f"`<{tag} {name}>` leads to `{_BLANK.sub('', address)[:40]}`, which can run"
    elif fetched and (host := _outside(address)):
        yield "OUTSIDE-HOST", f"`<{tag}>` loads from `{host}`"


def _scheme(address: str) -> str:
    scheme = re.match(r"([a-z][a-z0-9+.-]*):", _BLANK.sub("", address), re.IGNORECASE)
    return scheme[1].lower() if scheme else ""


def _outside(address: str) -> str:
    """The host that an address leads to, or its scheme where that is not the site's; nothing if it stays."""
    tidy = _BLANK.sub("", address).replace("\\", "/")
    if scheme := _scheme(tidy):
        return "" if scheme == "data" else urlsplit(tidy).netloc or f"{scheme}:"
    return urlsplit(tidy).netloc or ("//" if tidy.startswith("//") else "")
