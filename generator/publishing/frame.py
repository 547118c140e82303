"""Pages without the builder: each is its own HTML in the shell that the theme has for its kind.

The shells are the builder's, which renders each once; they are kept in `build/` for as long as they would be the same.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import re
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urljoin, urlsplit

import yaml

from generator.publishing import builders, html, plan, shell
from generator.publishing.builders import COPY
from generator.publishing.shell import Kind, Shell, Unjoined
from generator.site.parts.page import built
from generator.work import here

if TYPE_CHECKING:
    from generator.publishing.in_process import InProcess

KEPT = "build/frame.json"
MISSING, MAP = "404.html", "sitemap.xml"
ONCE = (MISSING, MAP, f"{MAP}.gz")  # what the theme writes once for a site
_METADATA = re.compile(r"^---[ \t]*\n(.*?\n)---[ \t]*\n\n*", re.DOTALL)
_LEFT_OUT = re.compile(r"(?:^|/)(?:\.|README\.)|^templates/")  # what MkDocs does not build, or calls otherwise
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
COMPILED = "__pycache__"  # where Python and `work.compiled` keep what they compiled
_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Made:
    """A page as it was joined, and its kind."""

    page: bytes
    kind: Kind


class Frame:
    """The theme around pages, for a dossier and its edition; with a setting that is not known, MkDocs makes each page.

    `build/mkdocs.yml` and the theme stand in their places before. What was learned of them is learned `anew` for what
    is published.
    """

    def __init__(self, root: Path, edition: date, *, anew: bool = False) -> None:
        copy = (root / COPY).read_text(encoding="utf-8")
        self._root, self._edition, self._how = root, edition, plan.markdown(copy)
        self._in_nav, self._address = plan.in_nav(copy), plan.base(copy)
        self.key = _digest_of_theme(root, copy, edition)
        self._kept = {} if anew else _kept(root / KEPT, self.key)
        self._shells = {name: _shell(one) for name, one in self._kept.get("shells", {}).items()}
        self._untold: dict[str, Shell] = {}  # what was learned since somebody asked
        self._builder: InProcess | None = None
        self._told: Collection[str] = ()  # which paths it knows
        self.is_new = False  # whether something of the theme was learned in this run

    def plain(self, path: str, text: str) -> Made | None:
        """The page at a path of `build/docs`, if it has nothing but headings and raw HTML, as nearly all have."""
        try:
            meta, markdown = _parted(text)
            body = None if isinstance(self._how, str) else html.plain(markdown, self._how.levels)
            return self._joined(path, meta, body) if body else None
        except Unjoined:
            return None

    def any(self, path: str, text: str, paths: Collection[str]) -> bytes:
        """Any page, of a site of pages and files at these paths; Malformed for what MkDocs warns of."""
        if isinstance(self._how, str):
            return self.real(path, text, paths)
        try:
            meta, markdown = _parted(text)
            files = self.theme_files()
            known = {path: built(path) for path in (*files, *paths)}
            return self._joined(path, meta, html.body(markdown, self._how, path, known.get)).page
        except ValueError:  # what is not known here, or is no address at all
            return self.real(path, text, paths)

    def real(self, path: str, text: str, paths: Collection[str]) -> bytes:
        """The same from MkDocs itself."""
        builder = self._asked()
        if paths is not self._told:
            builder.knows(paths)
            self._told = paths
        return _encoded(builder.page(path, text))

    def once(self, paths: Collection[str]) -> dict[str, bytes]:
        """What the theme writes once for a site of these pages: the page for what is missing, and the map."""
        kept = self._of_site()
        beginning, between, end = kept["map"]
        addresses = map(shell.FILTERS["e"], self._listed(paths))
        data, packed = (beginning + between.join(addresses) + end).encode(), io.BytesIO()
        with gzip.GzipFile(filename=MAP, mode="wb", fileobj=packed, mtime=kept["time"]) as file:
            file.write(data)
        return dict(zip(ONCE, (kept["missing"].encode(), data, packed.getvalue()), strict=True))

    def real_map(self, paths: Collection[str]) -> bytes:
        """The map of the site from MkDocs itself."""
        return self._asked().map(self._listed(paths)).encode()

    def theme_files(self) -> Mapping[str, str]:
        """The files that the theme adds to a site, and where they are taken from."""
        found: Mapping[str, str] = self._of_site()["files"]
        return found

    @property
    def has_asked(self) -> bool:
        """Whether MkDocs was asked for anything, here or by others."""
        return self._builder is not None or self.is_new

    def learned_since(self) -> dict[str, Shell]:
        """The shells that were learned since this was asked last."""
        untold, self._untold = self._untold, {}
        return untold

    def learn(self, shells: Mapping[str, Shell]) -> None:
        """Takes over shells that others learned."""
        if shells:
            self._shells.update(shells)
            self.is_new = True

    def keep(self) -> None:
        """Writes what was learned into `build/`, once pages of it were compared."""
        if self.is_new:
            shells = {name: [*one.pieces, one.fields, one.contents] for name, one in self._shells.items()}
            text = json.dumps({**self._kept, "shells": shells}, ensure_ascii=False)
            here.leave(self._root / KEPT, f"{_seal(self.key, text)}\n{text}")

    def forget(self) -> None:
        """Takes away what was learned before, of which pages were other than those of MkDocs."""
        (self._root / KEPT).unlink(missing_ok=True)

    def _joined(self, path: str, meta: Mapping[str, Any], body: html.Body) -> Made:
        if _LEFT_OUT.search(path):
            raise Unjoined(f"the name `{path}`")
        alone = path in self._in_nav or path.rpartition("/")[2] == "index.md"  # pages that the theme treats apart
        kind = shell.kind(shell.folder_of_kind(path), path if alone else "", meta, body.headings)
        values = shell.values(meta, body.headings, body.html, path) | self._addresses(path)
        page = self._shell_of(kind, meta).joined(values, shell.nested(body.headings))
        return Made(_encoded(page), kind)

    def _shell_of(self, kind: Kind, meta: Mapping[str, Any]) -> Shell:
        name = json.dumps(kind)
        if name not in self._shells:
            self.is_new = True
            self._shells[name] = self._untold[name] = shell.learned(self._asked().page_of_marks(kind, meta), kind)
        return self._shells[name]

    def _of_site(self) -> dict[str, Any]:
        if "files" not in self._kept:
            self.is_new, builder = True, self._asked()
            pieces = builder.map([shell.mark("")] * 2).split(shell.FILTERS["e"](shell.mark("")))
            beginning, *between, end = pieces if self._address else (*pieces, "")
            site_map = {"map": [beginning, "".join(between), end], "time": builder.time()}
            self._kept = {**site_map, "missing": builder.missing(), "files": builder.theme_files}
        return self._kept

    def _asked(self) -> InProcess:
        if self._builder is None:
            from generator.publishing.in_process import InProcess

            self._builder = InProcess(self._root, self._edition)
            self._told = self._in_nav
            self._builder.knows(self._told)
        return self._builder

    def _listed(self, paths: Collection[str]) -> list[str]:
        """The whole addresses of the pages, as the map lists them."""
        pages = sorted((path for path in paths if path.endswith(".md")), key=_place_in_map)
        return [self._addresses(path).get(shell.CANONICAL, "") for path in pages]

    def _addresses(self, path: str) -> dict[str, str]:
        """The whole address of a page, and what of it stands behind the host, where the site has an address."""
        if not self._address:
            return {}
        whole = urljoin(self._address, quote(built(path)))
        return {shell.CANONICAL: whole, shell.ADDRESS: urlsplit(whole).path}


def _encoded(page: str) -> bytes:
    return page.encode("utf-8", errors="xmlcharrefreplace")


def _parted(text: str) -> tuple[dict[str, Any], str]:
    """The metadata of a page and its Markdown; raises Unjoined for a page without them."""
    found = _METADATA.match(text)
    try:
        meta = yaml.load(found[1], _LOADER) if found else None  # noqa: S506
    except yaml.YAMLError:
        meta = None
    if found is None or not isinstance(meta, dict):
        raise Unjoined("a page without metadata")
    return meta, text[found.end() :]


def _place_in_map(path: str) -> tuple[Any, ...]:
    """MkDocs' own order: in each folder the index, then other pages, then what lies deeper."""
    *folders, name = path.split("/")
    return (*((1, "", folder) for folder in folders), (0, "" if name == "index.md" else "1", name))


def _digest_of_theme(root: Path, copy: str, edition: date) -> str:
    """Of all that shells are made from: settings, theme, versions, and the modules that make them, not as compiled."""
    total = hashlib.sha256(f"{copy}\0{edition}\0{builders.installed()}\0{sys.version}\0".encode())
    for folder in (root / "build" / "theme", _HERE):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.parent.name != COMPILED:
                total.update(f"{path.relative_to(folder)}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def _kept(path: Path, key: str) -> dict[str, Any]:
    """What an earlier build learned, if it still is so, nothing has happened to it, and what it names stands there."""
    seal, _, text = (here.left(path) or "").partition("\n")
    kept: dict[str, Any] = json.loads(text) if seal == _seal(key, text) else {}
    return kept if all(Path(source).is_file() for source in kept.get("files", {}).values()) else {}


def _seal(key: str, text: str) -> str:
    return hashlib.sha256(f"{key}\0{text}".encode()).hexdigest()


def _shell(kept: list[Any]) -> Shell:
    *pieces, fields, contents = kept
    return Shell(tuple(pieces), tuple((name, how) for name, how in fields), contents)
