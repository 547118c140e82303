"""What the theme writes around a page: learned from one rendering with marks, and joined with any page of its kind.

A mark stands for a text of the page. It holds an element and an entity, so it shows what a template did to the text:
nothing, or one of the filters known here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from generator.publishing.html import Heading

PROBE = "briefbook-probe"  # how a page of marks is called: no page may show what it is called
REVEALING = "<h1>&amp;'"  # the element is one that the theme looks for in the content of a page
MARK = "\ue000{name}\ue001" + REVEALING + "\ue002"
_MARK = re.compile("\ue000(.+?)\ue001(.*?)\ue002", re.DOTALL)
_OF_LIST = re.compile(r"\d")
FIRST, CONTENT, CANONICAL, ADDRESS = "first", "content", "canonical", "address"  # beside the names of metadata
METADATA = ("title", "description", "cited", "subscription")  # whose texts any page may have its own of
_OWN_ADDRESS = re.compile(r"[\w-]+(?:/[\w-]+)*/[\w-]+\.\w+|[\w-]+\.\w+")  # which is made relative by going up alone

FILTERS: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "e": lambda text: str(escape(text)),
    "striptags": lambda text: Markup(text).striptags(),  # noqa: S704 - it takes elements out
    "striptags | e": lambda text: str(escape(Markup(text).striptags())),  # noqa: S704
}
_SEEN = {apply(REVEALING): name for name, apply in FILTERS.items()}

Kind = tuple[Any, ...]  # what two pages have in common that have one shell


class Unjoined(ValueError):
    """The theme does something with a page that is not known here; the builder has to build the site."""


@dataclass(frozen=True)
class Entry:
    """One line of the table of contents, and those below it."""

    heading: Heading
    below: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Shell:
    """The text around a page: pieces, and between them the name and the filter of what stands there.

    `contents` are the gaps of its table of contents, by what stands before and after each.
    """

    pieces: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    contents: Mapping[str, str]

    def joined(self, values: Mapping[str, str], entries: Sequence[Entry]) -> str:
        """The page, from the texts of its fields and its table of contents; KeyError for one that it has not."""
        parts = [self.pieces[0]]
        for piece, (name, how) in zip(self.pieces[1:], self.fields, strict=True):
            parts += (*self._listed(entries), piece) if name == "list" else (FILTERS[how](values[name]), piece)
        return "".join(parts)

    def _listed(self, entries: Sequence[Entry]) -> Iterator[str]:
        before = ""
        for value in _values(entries):
            kind, text = value
            if before:
                yield self.contents[f"{before} {kind}"]
            how = self.contents[f"filter {kind[0]}"]
            yield FILTERS[how](text)
            before = kind


def _values(entries: Sequence[Entry], depth: int = 0) -> Iterator[tuple[str, str]]:
    """The texts of a table of contents in the order in which the theme writes them, each with its kind.

    `u` is an id, `t` a name, `s` the name of a line that has others below it; the number is its depth.
    """
    for entry in entries:
        yield f"u{depth}", entry.heading.id
        yield (f"t{depth}+" if entry.below else f"t{depth}"), entry.heading.name
        if entry.below:
            yield f"s{depth}", entry.heading.name
            yield from _values(entry.below, depth + 1)


def nested(headings: Iterable[Heading]) -> tuple[Entry, ...]:
    """The table of contents that the theme shows: below the first heading alone, where that is the title.

    Raises Unjoined for one of more than two levels, or whose levels are out of order.
    """
    headings = list(headings)
    if headings and headings[0].level == 1:
        headings = headings[1:]
    if not headings:
        return ()
    top = headings[0].level
    if {heading.level for heading in headings} - {top, top + 1}:
        raise Unjoined("a table of contents of other levels than two")
    entries: list[Entry] = []
    for heading in headings:
        if heading.level == top:
            entries.append(Entry(heading))
        else:
            entries[-1] = Entry(entries[-1].heading, (*entries[-1].below, Entry(heading)))
    return tuple(entries)


def kind(folder: str, in_nav: str, meta: Mapping[str, Any], headings: Sequence[Heading]) -> Kind:
    """What the shell of a page depends on: where it stands, which metadata it has, what its contents are like."""
    entries = nested(headings)
    ending = ("flat" if not entries[-1].below else "nested") if entries else ""
    return folder, in_nav, ("title" if headings and headings[0].level == 1 else ""), ending, *_shape(meta, ())


def folder_of_kind(path: str) -> str:
    """The folder in which a page of marks stands for all that are as deep below the same folder of the site."""
    first, *deeper, _ = path.split("/") if "/" in path else ("", "")
    return "/".join((first, *(PROBE for _ in deeper)))


def _shape(meta: Mapping[str, Any], above: tuple[str, ...]) -> Iterator[Any]:
    for key, value in sorted(meta.items()):
        name = (*above, key)
        if name[0] not in METADATA or not isinstance(value, str | dict):
            yield ".".join(name), repr(value)
        elif isinstance(value, dict):
            yield ".".join(name), ""
            yield from _shape(value, name)
        else:
            yield ".".join(name), bool(value)


def marked(meta: Mapping[str, Any], above: tuple[str, ...] = ()) -> dict[str, Any]:
    """The metadata of a page with marks for its texts."""
    made: dict[str, Any] = {}
    for key, value in meta.items():
        name = (*above, key)
        if isinstance(value, dict) and name[0] in METADATA:
            made[key] = marked(value, name)
        else:
            is_text = isinstance(value, str) and value and name[0] in METADATA
            made[key] = mark(".".join(name)) if is_text else value
    return made


def texts(meta: Mapping[str, Any], above: tuple[str, ...] = ()) -> dict[str, str]:
    """The texts of the metadata of a page, by their names."""
    found: dict[str, str] = {}
    for key, value in meta.items():
        name = (*above, key)
        if isinstance(value, dict):
            found |= texts(value, name)
        elif isinstance(value, str):
            found[".".join(name)] = value
    return found


def mark(name: str) -> str:
    return MARK.format(name=name)


def probe(kind: Kind) -> tuple[Heading, ...]:
    """Headings with marks, so that each gap of a table of contents of this kind is seen."""
    lines = {"": (), "flat": (2, 3, 3, 2, 2), "nested": (2, 3, 3, 2, 2, 3)}[kind[3]]
    title = (Heading(1, mark("h0"), mark("h1")),) if kind[2] else ()
    return title + tuple(Heading(level, mark(f"{n}u"), mark(f"{n}t")) for n, level in enumerate(lines))


def learned(text: str, kind: Kind) -> Shell:
    """The shell, from a page that the theme made of marks; raises Unjoined where it did more than print them."""
    pieces, names = [], []
    at = 0
    for found in _MARK.finditer(text):
        if found[2] not in _SEEN:
            raise Unjoined(f"the theme changes `{found[1]}`")
        pieces.append(text[at : found.start()])
        names.append((found[1], _SEEN[found[2]]))
        at = found.end()
    pieces.append(text[at:])
    if "\ue000" in "".join(pieces) or "\ue002" in "".join(pieces):
        raise Unjoined("the theme cuts a text")
    return _with_contents(pieces, names, kind)


def _with_contents(pieces: list[str], names: list[tuple[str, str]], kind: Kind) -> Shell:
    """The shell with the gaps of its table of contents apart, which stands in it once, and whole."""
    values = [*_values(nested(probe(kind)))]
    expected = [_MARK.match(text)[1] for _, text in values]  # type: ignore[index]
    first = "h0" if kind[2] else "0u"
    gaps: dict[str, str] = {}
    if expected:
        here = [n for n in range(len(names)) if [name for name, _ in names[n : n + len(expected)]] == expected]
        if len(here) != 1:
            raise Unjoined("the table of contents does not stand in the page once")
        start, stop = here[0], here[0] + len(expected)
        for n, (value, _) in enumerate(values):
            _put(gaps, f"filter {value[0]}", names[start + n][1])
            if n:
                _put(gaps, f"{values[n - 1][0]} {value}", pieces[start + n])
        pieces = [*pieces[: start + 1], *pieces[stop:]]
        names = [*names[:start], ("list", ""), *names[stop:]]
    names = [(FIRST if name == first else name, how) for name, how in names]
    if odd := [name for name, _ in names if _OF_LIST.search(name)]:
        raise Unjoined(f"the theme shows a part of the table of contents apart: {odd[0]}")
    return Shell(tuple(pieces), tuple(names), gaps)


def _put(gaps: dict[str, str], name: str, gap: str) -> None:
    if gaps.setdefault(name, gap) != gap:
        raise Unjoined(f"the lines of the table of contents differ: {name}")


def values(meta: Mapping[str, Any], headings: Sequence[Heading], content: str, path: str) -> dict[str, str]:
    """The texts of the fields of a page that stands at `path`; raises Unjoined for one that no mark can stand for."""
    if "<h1" not in content or not meta.get("title"):
        raise Unjoined("a page without a title")
    address = meta.get("subscription", {}).get("url", "")
    if address and (not _OWN_ADDRESS.fullmatch(address) or address.split("/")[0] == path.split("/")[0]):
        raise Unjoined("an address that is not made relative by going up alone")
    first = {FIRST: headings[0].id} if headings else {}
    return {**texts(meta), **first, CONTENT: content}
