"""The site while it is edited: MkDocs kept warm, so that only the pages whose Markdown changed are built again.

The pages are those of a whole build, to the byte. They stand in a folder of their own, into which each is moved
when it is whole; `site/` is not touched.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from mkdocs.commands.build import _build_extra_template, _build_page, _build_theme_template, _populate_page
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from generator import files
from generator.problems import Malformed, Problem
from generator.publishing.builders import COPY, MKDOCS_YML


class WarmSite:
    """A builder that knows what stands in its folder; made anew when `mkdocs.yml` or the edition changed."""

    def __init__(self, root: Path, folder: Path, edition: date) -> None:
        self.served = folder / "site"
        self._docs, self._fresh = folder / "docs", folder / "fresh"
        for path in (self._docs, self._fresh, self.served):
            path.mkdir(parents=True)
        self._standing: dict[str, str | bytes] = {}  # what is in every page and file that stands in `served`
        self._addresses: dict[str, str] = {}  # and where
        self._laid_out: Collection[str] = ()
        midnight = datetime(edition.year, edition.month, edition.day, tzinfo=UTC)
        os.environ |= {"SOURCE_DATE_EPOCH": str(int(midnight.timestamp())), "NO_MKDOCS_2_WARNING": "1"}
        with _strictly():
            folders = {"docs_dir": str(self._docs.resolve()), "site_dir": str(self._fresh.resolve())}
            plan = load_config(str(root / COPY), **folders)
            plan.plugins.on_startup(command="build", dirty=False)
            self._config = plan.plugins.on_config(plan)
            self._config.plugins.on_pre_build(config=self._config)

    def update(self, pages: Mapping[str, str | bytes], first: Collection[str] = ()) -> Iterator[str]:
        """Builds what changed, the addresses of `first` before the others; yields each address once it is replaced.

        A page that a strict build would refuse stays as it was; Malformed is raised for it at the end.
        """
        changed = [path for path, text in pages.items() if self._standing.get(path) != text]
        for path in changed:
            files.write(self._docs / path, pages[path])
        removed = self._standing.keys() - pages.keys()
        for path in removed:
            (self._docs / path).unlink(missing_ok=True)
        if layout_changed := pages.keys() != self._laid_out:
            with _strictly():
                self._lay_out(pages)
        yield from self._remove(removed)
        problems: list[Problem] = []
        for file in sorted(map(self._files.src_uris.__getitem__, changed), key=lambda file: file.dest_uri not in first):
            try:
                self._replace(file, pages[file.src_uri])
            except Malformed as malformed:
                problems += malformed.problems
            else:
                yield file.dest_uri
        self._finish(everything=layout_changed)
        if problems:
            raise Malformed(*problems)

    def _lay_out(self, pages: Mapping[str, str | bytes]) -> None:
        """Finds which files there are, and the navigation with its titles."""
        config = self._config
        self._env = config.theme.get_env()
        site_files = get_files(config)
        site_files.add_files_from_theme(self._env, config)
        self._files = config.plugins.on_files(site_files, config=config)
        set_exclusions(self._files, config)
        nav = get_navigation(self._files, config)
        self._nav = config.plugins.on_nav(nav, config=config, files=self._files)
        for file in self._files.documentation_pages():
            if file.page:
                _populate_page(file.page, config, self._files)
            else:
                Page(None, file, config)
        self._env = config.plugins.on_env(self._env, config=config, files=self._files)
        self._laid_out = frozenset(pages)

    def _replace(self, file: File, text: str | bytes) -> None:
        if file.page:
            with _strictly():
                _populate_page(file.page, self._config, self._files)
            with _strictly():
                documents = self._files.documentation_pages()
                _build_page(file.page, self._config, documents, self._nav, self._env)
        else:
            file.copy_file()
        self._move(file.dest_uri)
        self._standing[file.src_uri], self._addresses[file.src_uri] = text, file.dest_uri

    def _remove(self, removed: Collection[str]) -> Iterator[str]:
        for path in sorted(removed):
            address = self._addresses.pop(path)
            (self.served / address).unlink()
            del self._standing[path]
            yield address

    def _finish(self, *, everything: bool) -> None:
        """Builds what belongs to the site as a whole: the theme's own files."""
        with _strictly():
            if everything:
                self._files.copy_static_files()
                for name in sorted(self._config.theme.static_templates):
                    _build_theme_template(name, self._env, self._files, self._config, self._nav)
                for name in self._config.extra_templates:
                    _build_extra_template(str(name), self._files, self._config, self._nav)
            self._config.plugins.on_post_build(config=self._config)
        for path in sorted(path for path in self._fresh.rglob("*") if path.is_file()):
            self._move(path.relative_to(self._fresh).as_posix())

    def _move(self, address: str) -> None:
        target = self.served / address
        target.parent.mkdir(parents=True, exist_ok=True)
        (self._fresh / address).replace(target)


@contextmanager
def _strictly() -> Iterator[None]:
    """Raises Malformed with a problem for each thing that the builder warns of or stops for."""
    noted = _Noted(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(noted)
    try:
        yield
    except MkDocsException as error:
        noted.lines.append(str(error))
    finally:
        logger.removeHandler(noted)
    if noted.lines:
        lines = dict.fromkeys(" ".join(line.split()) for line in noted.lines)
        raise Malformed(*(Problem(MKDOCS_YML, "BUILDER", line, "the last good page stays") for line in lines))


class _Noted(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
