"""A small dossier as its pages stand in a browser: the program's Markdown, as the builder's core reads it.

Pages of headings and raw HTML alone, as nearly all are, need no parser of Markdown to be read so.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from markdown import Markdown

from generator import assembly, files
from generator.briefing import briefing
from generator.content.reading import read
from generator.publishing.html import plain

BASE = Path(__file__).parent / "base"


def made(texts: Mapping[str, str]) -> dict[str, str | bytes]:
    """Every page of a dossier as HTML, and its data files, by path."""
    pages = assembly.pages(briefing(read(texts), {}, {}), files.words(), "")
    return {path.removesuffix(".md") + ".html" if path.endswith(".md") else path: _html(path, page)
            for path, page in pages.items()}  # fmt: skip


def texts(*folders: Path) -> dict[str, str]:
    """The content of folders laid over one another, the last on top."""
    paths = [(folder, path) for folder in folders for path in sorted(folder.rglob("*.yml"))]
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for folder, path in paths}


def _html(path: str, page: str | bytes) -> str | bytes:
    if not path.endswith(".md") or isinstance(page, bytes):
        return page
    text = markdown_of(page)
    read_plainly = plain(text)
    return f"<body>{read_plainly.html if read_plainly else as_the_core_reads(text)}</body>"


def markdown_of(page: str) -> str:
    """A page without its metadata."""
    return page.removeprefix("---\n").partition("\n---\n")[2] if page.startswith("---\n") else page


def as_the_core_reads(text: str) -> str:
    return str(Markdown(extensions=["attr_list", "tables"]).convert(text))
