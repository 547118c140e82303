"""A small dossier as its pages stand in a browser: the program's Markdown, as the builder's core reads it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from markdown import Markdown

from generator import assembly, files
from generator.briefing import briefing
from generator.content.reading import read

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
    _, _, body = page.removeprefix("---\n").partition("\n---\n") if page.startswith("---\n") else ("", "", page)
    return f"<body>{Markdown(extensions=['attr_list', 'tables']).convert(body)}</body>"
