"""MkDocs inside of this process: the theme's pages of marks, what it writes once for a site, and a page for real.

It is loaded only where a shell is not known yet.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import mkdocs
from jinja2 import FileSystemLoader
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc
from mkdocs.utils import get_build_timestamp

from generator.problems import Malformed, Problem
from generator.publishing import shell
from generator.publishing.builders import COPY, MKDOCS_YML
from generator.publishing.html import Heading
from generator.publishing.theme import OWN, PUBLISHER
from generator.work.compiled import Compiled

MISSING, MAP = "404.html", "sitemap.xml"  # what the theme writes once for a site
COMPILED = Path(__file__).parent / "__pycache__"  # templates of the theme as they were compiled


class InProcess:
    """MkDocs as `build/mkdocs.yml` sets it up, at the edition's date."""

    def __init__(self, root: Path, edition: date) -> None:
        self._edition = edition
        with self._strictly():
            any_folder = str(
                (root / COPY).resolve().parent / "theme"
            )  # it has to be there, though no page is read from it
            config = load_config(str((root / COPY).resolve()), docs_dir=any_folder)
            config.plugins.on_startup(command="build", dirty=False)
            self._config: MkDocsConfig = config.plugins.on_config(config)
            self._env = self._config.theme.get_env()
            self._env.loader = _Seen(self._config.theme.dirs)
            self._env.bytecode_cache = Compiled(COMPILED, mkdocs.__version__, (OWN, PUBLISHER))
            self._nav = Navigation([], [])
            self._files = Files([])

    def knows(self, paths: Iterable[str]) -> None:
        """Tells it which files of `build/docs` there are: pages and navigation may lead to them, and to the theme's."""
        with self._strictly():
            folders = self._config.docs_dir, self._config.site_dir
            all_paths = dict.fromkeys((*paths, *self.theme_files))
            self._files = Files([File(path, *folders, use_directory_urls=False) for path in all_paths])
            set_exclusions(self._files, self._config)
            self._nav = get_navigation(self._files, self._config)

    def page_of_marks(self, kind: shell.Kind, meta: Mapping[str, Any]) -> str:
        """What the theme makes of a page of a kind, with marks for its texts; `meta` are the metadata of such a page.

        Raises Unjoined where a page shows what its file is called.
        """
        folder, in_nav, *_ = kind
        path = in_nav or f"{folder}/{shell.PROBE}.md".lstrip("/")
        with self._strictly():
            page = self._page(path, "")
            page.meta, page.markdown = shell.marked(meta), ""
            page.content, page.toc = shell.mark(shell.CONTENT), _toc(shell.probe(kind))
            if page.canonical_url:
                page.canonical_url, page.abs_url = shell.mark(shell.CANONICAL), shell.mark(shell.ADDRESS)
            text = self._rendered(page)
        if shell.PROBE in text:
            raise shell.Unjoined("the theme shows what the file of a page is called")
        return text

    def page(self, path: str, text: str) -> str:
        """A page of this Markdown as MkDocs makes it; Malformed for what it warns of."""
        with self._strictly():
            page = self._page(path, text)
            page.read_source(self._config)
            page.render(self._config, self._files)
            return self._rendered(page)

    def missing(self) -> str:
        """The page that stands for those that are not there."""
        with self._strictly():
            context = get_context(self._nav, [], self._config, base_url=_path_of(self._config.site_url))
            return str(self._env.get_template(MISSING).render(context))

    def map(self, addresses: Iterable[str]) -> str:
        """The map of a site of pages with these whole addresses."""
        with self._strictly():
            files = [self._at(address) for address in addresses]
            context = get_context(self._nav, files, self._config, base_url=".")
            return str(self._env.get_template(MAP).render(context))

    def time(self) -> int:
        """The second that the map is of."""
        with self._strictly():
            return get_build_timestamp()

    @cached_property
    def theme_files(self) -> dict[str, str]:
        """The files that the theme adds to a site, by their paths in it, and where they are taken from."""
        files = Files([])
        files.add_files_from_theme(self._env, self._config)
        return {file.dest_uri: str(file.abs_src_path) for file in files}

    def _at(self, address: str) -> File:
        file = File.generated(self._config, f"{shell.PROBE}.md", content="")
        page = Page(None, file, self._config)
        if page.canonical_url:
            page.canonical_url = page.abs_url = address
        return file

    def _page(self, path: str, text: str) -> Page:
        known = self._files.get_file_from_path(path)
        file = known or File.generated(self._config, path, content=text)
        if known:
            file.content_string = text
        return file.page or Page(None, file, self._config)

    def _rendered(self, page: Page) -> str:
        page.active = True
        template = self._env.get_template(page.meta.get("template", "main.html"))
        text = str(template.render(get_context(self._nav, [], self._config, page)))
        page.active = False
        return text

    @contextmanager
    def _strictly(self) -> Iterator[None]:
        """At the edition's date; raises Malformed with a problem for each thing that MkDocs warns of or stops for."""
        midnight = datetime(self._edition.year, self._edition.month, self._edition.day, tzinfo=UTC)
        ours = {"SOURCE_DATE_EPOCH": str(int(midnight.timestamp())), "NO_MKDOCS_2_WARNING": "1"}
        before = {name: os.environ.get(name) for name in ours}
        noted = _Noted(logging.WARNING)
        logger = logging.getLogger("mkdocs")
        logger.addHandler(noted)
        os.environ.update(ours)
        try:
            yield
        except Exception as error:  # noqa: BLE001 - templates and extensions fail in any way that their settings let them
            noted.lines.append(str(error) or type(error).__name__)
        finally:
            logger.removeHandler(noted)
            for name, value in before.items():
                os.environ.pop(name) if value is None else os.environ.update({name: value})
        if noted.lines:
            lines = dict.fromkeys(" ".join(line.split()) for line in noted.lines)
            raise Malformed(*(Problem(MKDOCS_YML, "BUILDER", line, "the last good page stays") for line in lines))


class _Seen(FileSystemLoader):
    """Lists what MkDocs may take for a site: nothing whose name begins with a dot, such as thousands of icons."""

    def list_templates(self) -> list[str]:
        found = set[str]()
        for top in self.searchpath:
            for folder, folders, names in os.walk(top):
                folders[:] = [name for name in folders if not name.startswith(".")]
                paths = (Path(folder, name) for name in names if not name.startswith("."))
                found.update(path.relative_to(top).as_posix() for path in paths)
        return sorted(found)


class _Noted(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def _toc(headings: tuple[Heading, ...]) -> TableOfContents:
    tokens: list[Any] = []
    for heading in headings:
        token = {"level": heading.level, "id": heading.id, "name": heading.name, "children": []}
        holders = tokens
        while holders and holders[-1]["level"] < heading.level:
            holders = holders[-1]["children"]
        holders.append(token)
    return get_toc(tokens)


def _path_of(address: str | None) -> str:
    from urllib.parse import urlsplit

    return urlsplit(address or "/").path
