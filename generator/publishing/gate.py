"""What the built site may not have: a dead link, a second element of one id, anything that runs or asks elsewhere.

Each page is looked at alone, and what others must know of it is kept: its ids, and where its links lead.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from generator.problems import Place, Problem
from generator.publishing import active, tags
from generator.publishing.active import Fault
from generator.site.parts.page import built

Target = tuple[str, str]  # where a link leads: the path of a page or file, and an id there, or nothing
MOST_KNOWN = 100_000  # links whose targets are kept at once


@dataclass(frozen=True)
class Findings:
    """What is found on one page: its ids, where its links lead, and all that is wrong with it alone."""

    ids: frozenset[str]
    targets: frozenset[Target]
    faults: tuple[Fault, ...] = ()


@dataclass
class Gate:
    """What is wrong with a site, from its pages and files one after the other; `base` is the path it is served at."""

    base: str = "/"
    _scan: tags.Scan = field(default_factory=tags.Scan)
    _targets: dict[tuple[str, str], Target | None] = field(default_factory=dict)

    def of_page(self, name: str, page: bytes) -> Findings:
        """What one page has; nothing else is asked for it."""
        seen = self._scan.of(page.decode("utf-8", "replace"))
        if seen is None:
            return self._parsed(name, page)
        ids, links = seen
        twice = () if len(set(ids)) == len(ids) else _twice(ids)
        return Findings(frozenset(ids), frozenset(self._leads(name, links)), twice)

    def of_file(self, name: str, data: bytes) -> Findings:
        """What a file has that is no page: a style sheet may load from elsewhere."""
        sheet = data.decode("utf-8") if name.endswith(".css") else ""
        return Findings(frozenset(), frozenset(), tuple(active.outside_of_sheet(sheet)))

    def links(self, name: str, page: bytes) -> list[tuple[str, Target]]:
        """Every link of a page as it is written, in order, with where it leads; none that leads outside."""
        written = sorted({href for element in _tree(page).iter("a") if (href := element.get("href"))})
        return [(link, target) for link in written if (target := self._target(name, link))]

    def _parsed(self, name: str, page: bytes) -> Findings:
        tree = _tree(page)
        ids = [id for element in tree.iter() if (id := element.get("id"))]
        faults = (*_twice(ids), *active.problems(tree))
        return Findings(frozenset(ids), frozenset(target for _, target in self.links(name, page)), faults)

    def _leads(self, name: str, links: Iterable[str]) -> Iterator[Target]:
        folder = name.rpartition("/")[0]
        for link in links:
            key = ("" if link.startswith("#") else folder, link)
            if key not in self._targets or not key[0]:
                if len(self._targets) > MOST_KNOWN:
                    self._targets.clear()
                self._targets[key] = self._target(name, link)
            if target := self._targets[key]:
                yield target

    def _target(self, name: str, link: str) -> Target | None:
        target = urlsplit(link)
        if target.scheme or target.netloc:
            return None
        page = _resolved(name, unquote(target.path), self.base) if target.path else name
        return page, unquote(target.fragment)


def problems(site: Path, pages: Iterable[str], base: str = "/") -> tuple[Problem, ...]:
    """Everything wrong with a built site; `pages` names what was to be built, `base` the path that it is served at."""
    gate = Gate(base)
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    found = {name: looked_at(gate, name, site / name) for name in names}
    targets = frozenset[Target]().union(*(findings.targets for findings in found.values()))
    return faults(site, gate, found, targets, pages)


def looked_at(gate: Gate, name: str, path: Path) -> Findings:
    """What a file of the site has."""
    if name.endswith(".html"):
        return gate.of_page(name, path.read_bytes())
    return gate.of_file(name, path.read_bytes() if name.endswith(".css") else b"")


def faults(
    site: Path,
    gate: Gate,
    found: Mapping[str, Findings],
    targets: Set[Target],
    pages: Iterable[str],
    names: Collection[str] | None = None,
) -> tuple[Problem, ...]:
    """Everything wrong with a site whose every file was looked at: what is wrong with each, and what is between them.

    `targets` are those of all its links. With `names` only these files can have anything wrong, and the targets are
    theirs. Pages are looked at again where a link is dead, to say which: nobody else asks where each of them leads.
    """
    names = found.keys() if names is None else names
    wrong = [
        _problem(name, "MISSING-PAGE", "the page was not built") for name in sorted({*map(built, pages)} - found.keys())
    ]
    dead = {target for target in targets if not _stands(target, found)}
    styled = [name for name in sorted(names) if not name.endswith(".html")]
    for name in (*(name for name in sorted(names) if name.endswith(".html")), *styled):
        findings = found[name]
        twice = [fault for fault in findings.faults if fault[0] == "SAME-ID"]
        wrong += [_problem(name, *fault) for fault in twice]
        if dead and not dead.isdisjoint(looked_at(gate, name, site / name).targets):
            written = gate.links(name, (site / name).read_bytes())
            wrong += [_dead(name, link, target, found) for link, target in written if target in dead]
        wrong += [_problem(name, *fault) for fault in findings.faults if fault not in twice]
    return tuple(wrong)


def _stands(target: Target, found: Mapping[str, Findings]) -> bool:
    page, id = target
    return page in found and (not id or not page.endswith(".html") or id in found[page].ids)


def _dead(name: str, link: str, target: Target, found: Mapping[str, Findings]) -> Problem:
    if target[0] not in found:
        return _problem(name, "DEAD-LINK", f"nothing is at `{link}`")
    return _problem(name, "DEAD-LINK", f"`{target[0]}` has no `#{urlsplit(link).fragment}`")


def _twice(ids: list[str]) -> tuple[Fault, ...]:
    twice = sorted(id for id, times in Counter(ids).items() if times > 1)
    return tuple(("SAME-ID", f"two elements have the id `{id}`") for id in twice)


def _tree(page: bytes) -> etree._Element:
    return html.document_fromstring(page)


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
