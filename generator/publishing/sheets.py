"""The builder's styles without those of parts that no page of a briefing has: a reader waits for every byte of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Parts of Material that need an extension or a setting which `mkdocs.yml` does not name, and its drawer, which the
# tabs replace. They are known by their classes, their icons by custom properties of the same names.
ABSENT = (
    *("admonition", "arithmatex", "critic", "footnote", "grid", "headerlink", "highlight", "linenodiv", "mermaid"),
    *("tabbed", "task-list", "tasklist", "md-annotation", "md-author", "md-banner", "md-clipboard", "md-code__"),
    *("md-consent", "md-feedback", "md-nav--integrated", "md-nav--lifted", "md-nav--primary", "md-pagination"),
    *("md-path", "md-pin", "md-post", "md-profile", "md-select", "md-sidebar--primary", "md-social", "md-source"),
    *("md-status", "md-tag", "md-tooltip", "md-top", "md-version"),
)
_NAMES = "|".join(ABSENT)
_ABSENT = re.compile(rf"\.(?:{_NAMES})|--(?:md-)?(?:{_NAMES.replace('md-', '')})")
_OPEN = re.compile(r"[{;]|/\*.*?\*/", re.DOTALL)
_TEXT = r"\"(?:\\.|[^\"])*\"|'(?:\\.|[^'])*'"
_CLOSE = re.compile(rf"[{{}}]|{_TEXT}|/\*.*?\*/", re.DOTALL)
_DECLARATION = re.compile(rf"(?:[^;\"'(]|{_TEXT}|\((?:{_TEXT}|[^)\"'])*\))+")  # a semicolon in an address ends none
_BETWEEN = re.compile(r",(?![^(]*\))")


def lean(css: str) -> str:
    """A minified sheet without the rules whose every selector names an absent part."""
    return "".join(_kept(css))


def _kept(css: str) -> Iterator[str]:
    for prelude, body in _rules(css):
        if body is None:
            yield prelude
        elif prelude.startswith(("@media", "@supports")):
            if inside := lean(body):
                yield f"{prelude}{{{inside}}}"
        elif prelude == ":root":
            yield f":root{{{';'.join(_properties(body))}}}"
        elif selectors := [one for one in _BETWEEN.split(prelude) if not _ABSENT.search(one)]:
            yield f"{','.join(selectors)}{{{body}}}"


def _rules(css: str) -> Iterator[tuple[str, str | None]]:
    """Each rule as its prelude and body; what ends in a semicolon has no body."""
    start = 0
    while found := _OPEN.search(css, start):
        if found[0] != "{":
            yield css[start : found.end()] if found[0] == ";" else "", None
            start = found.end()
            continue
        end = _end(css, found.end())
        yield css[start : found.start()].strip(), css[found.end() : end]
        start = end + 1


def _end(css: str, start: int) -> int:
    """Where the brace closes that was open at the start."""
    depth = 1
    for found in _CLOSE.finditer(css, start):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth == 0:
            return found.start()
    raise ValueError("a style sheet of the builder does not close its braces")


def _properties(body: str) -> Iterator[str]:
    """The declarations of a rule that are no icons of absent parts."""
    return (found[0] for found in _DECLARATION.finditer(body) if not _ABSENT.match(found[0]))
