"""The site while it is edited: only the pages whose Markdown changed are made again.

The pages are those of a whole build, to the byte. They stand in a folder of their own, in which each replaces the one
before when it is whole; `site/` is not touched.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path

from generator.problems import Malformed, Problem
from generator.publishing.frame import Frame
from generator.site.parts.page import built


class WarmSite:
    """A site that knows what stands in its folder; made anew when `mkdocs.yml` or the edition changed."""

    def __init__(self, root: Path, folder: Path, edition: date) -> None:
        self.served = folder / "site"
        self.served.mkdir(parents=True)
        self._fresh = folder / "fresh"
        self._standing: dict[str, str | bytes] = {}  # what every page and file was made from that stands in `served`
        self._paths: Collection[str] = ()
        self._frame = Frame(root, edition)

    @property
    def paths(self) -> Collection[str]:
        """The paths of all pages and files that stand in `served`."""
        return self._standing.keys()

    def update(self, pages: Mapping[str, str | bytes]) -> Iterator[str]:
        """Makes what changed; yields each address once it is replaced.

        A page that a strict build would refuse stays as it was; Malformed is raised for it at the end.
        """
        changed = [path for path, text in pages.items() if self._standing.get(path) != text]
        for path in sorted(self._standing.keys() - pages.keys()):
            (self.served / built(path)).unlink()
            del self._standing[path]
            yield built(path)
        if layout_changed := pages.keys() != self._paths:
            self._paths = frozenset(pages)
        problems: list[Problem] = []
        for path in changed:
            try:
                self._put(built(path), self._made(path, pages[path]))
            except Malformed as malformed:
                problems += malformed.problems
            else:
                self._standing[path] = pages[path]
                yield built(path)
        if layout_changed:
            self._put_theme()
        if problems:
            raise Malformed(*problems)

    def put(self, path: str, text: str) -> bool:
        """Makes one page anew before `update` does, if it can be made alone; whether another stood there."""
        if self._standing.get(path, text) == text or not (made := self._frame.plain(path, text)):
            return False
        self._put(built(path), made.page)
        self._standing[path] = text
        return True

    def _made(self, path: str, text: str | bytes) -> bytes:
        if not path.endswith(".md") or isinstance(text, bytes):
            return text.encode() if isinstance(text, str) else text
        made = self._frame.plain(path, text)
        return made.page if made else self._frame.any(path, text, self._paths)

    def _put_theme(self) -> None:
        """What belongs to the site as a whole: the theme's own files."""
        for name, source in self._frame.theme_files().items():
            if name not in self._paths:
                self._put(name, Path(source).read_bytes())
        for name, data in self._frame.once(self._paths).items():
            self._put(name, data)

    def _put(self, address: str, data: bytes) -> None:
        target = self.served / address
        target.parent.mkdir(parents=True, exist_ok=True)
        self._fresh.write_bytes(data)
        self._fresh.replace(target)
