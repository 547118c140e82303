"""What the built site may not have: a dead link, a second element of one id, anything that runs or asks elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from generator.problems import Place, Problem
from generator.publishing import active
from generator.site.parts.page import built


def problems(site: Path, pages: Mapping[str, str | bytes], base: str = "/") -> tuple[Problem, ...]:
    """Everything wrong with a built site; `pages` names what was to be built, `base` the path that it is served at."""
    files = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    trees = {name: html.parse(str(path)).getroot() for name, path in files.items() if name.endswith(".html")}
    anchors = {name: _ids(tree) for name, tree in trees.items()}
    expected = set(map(built, pages))
    faults = [_problem(name, "MISSING-PAGE", "the page was not built") for name in sorted(expected - files.keys())]
    for name, tree in trees.items():
        twice = [id for id, times in Counter(anchors[name]).items() if times > 1]
        faults += [_problem(name, "SAME-ID", f"two elements have the id `{id}`") for id in sorted(twice)]
        faults += _dead_links(name, tree, files.keys(), anchors, base)
        faults += [_problem(name, *fault) for fault in active.problems(tree)]
    for name, path in files.items():
        if name.endswith(".css"):
            faults += [_problem(name, *fault) for fault in active.outside_of_sheet(path.read_text(encoding="utf-8"))]
    return tuple(faults)


def _ids(tree: etree._Element) -> list[str]:
    return [id for element in tree.iter() if (id := element.get("id"))]


def _dead_links(
    name: str, tree: etree._Element, files: Set[str], anchors: Mapping[str, list[str]], base: str
) -> Iterator[Problem]:
    for link in sorted({href for element in tree.iter("a") if (href := element.get("href"))}):
        target = urlsplit(link)
        if target.scheme or target.netloc:
            continue
        page = _resolved(name, unquote(target.path), base) if target.path else name
        if page not in files:
            yield _problem(name, "DEAD-LINK", f"nothing is at `{link}`")
        elif target.fragment and page in anchors and unquote(target.fragment) not in anchors[page]:
            yield _problem(name, "DEAD-LINK", f"`{page}` has no `#{target.fragment}`")


def _resolved(page: str, path: str, base: str) -> str:
    """Where in the site a link leads; what leaves the path that the site is served at is nothing of the site's."""
    if path.startswith("/") and not path.startswith(base):
        return path
    path = "/" + path.removeprefix(base) if path.startswith("/") else path
    parts = page.split("/")[:-1] if not path.startswith("/") else []
    for part in path.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts) + ("index.html" if not parts else "/index.html") if path.endswith("/") else "/".join(parts)


def _problem(name: str, code: str, what: str) -> Problem:
    return Problem(Place(f"site/{name}"), code, what)
