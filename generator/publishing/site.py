"""Builds the site beside `site/`, checks it, and only then puts it in its place."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator import files
from generator.content.site import Site
from generator.problems import Malformed, Problem
from generator.publishing import builders, gate, plan, swap, theme
from generator.publishing.builders import MKDOCS_YML
from generator.site.pages import navigation

PACKAGE = Path(__file__).parent.parent


def recover_swap(root: Path) -> None:
    """Waits for another build of this dossier, and puts right what a killed one left."""
    build = root / "build"
    if build.is_dir():
        with swap.build_lock(build):
            swap.recover(build, root / "site")


def stamp(root: Path, inputs: Iterable[Path]) -> str:
    """A digest of all that the site is made from: content, the program, and the installed builder."""
    total = hashlib.sha256()
    program = sorted(path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    for path in (*inputs, *program):
        name = path.relative_to(root if path.is_relative_to(root) else PACKAGE)
        total.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    total.update(f"{sys.version}\0{builders.installed()}".encode())
    return total.hexdigest()


def is_current(root: Path, stamp: str) -> bool:
    """Whether `site/` stands and was made from exactly this."""
    note = root / "build" / "stamp"
    return (root / "site" / "index.html").is_file() and note.is_file() and note.read_text() == stamp


def publish(root: Path, pages: Mapping[str, str | bytes], site: Site, stamp: str) -> None:
    """Builds pages in the theme, and swaps the result in when it passes the gate."""
    if wrong := tuple(plan.problems(root, site)):
        raise Malformed(*wrong)
    build = root / "build"
    with swap.build_lock(build) as lock:
        swap.recover(build, root / "site")
        _lay_out(root, pages, site)
        fresh = builders.build(root, site.edition, lock)
        if wrong := gate.problems(fresh, pages, urlsplit(address(root)).path or "/"):
            raise Malformed(*wrong)
        (build / "stamp").unlink(missing_ok=True)
        swap.swap(fresh, root / "site", build)
        (build / "stamp").write_text(stamp)


def _lay_out(root: Path, pages: Mapping[str, str | bytes], site: Site) -> None:
    """All that the builder reads stands in `build/`, and nothing else, and no site."""
    build = root / "build"
    shutil.rmtree(build / "site", ignore_errors=True)
    write_theme(root, site)
    for name, text in pages.items():
        files.write(build / "docs" / name, text)
    _remove_others(build / "docs", pages)


def write_theme(root: Path, site: Site) -> None:
    """The theme, and what the builder reads of `mkdocs.yml`, stand where it looks for them."""
    phrases = words(root)
    plan.write(root, navigation(phrases))
    theme_files = theme.theme(phrases, builders.sheets(), builders.scripts(), site.publisher)
    for name, text in theme_files.items():
        files.write(root / "build" / "theme" / name, text)
    _remove_others(root / "build" / "theme", theme_files)


def address(root: Path) -> str:
    """The base address of the published site, with a slash at its end, where the builder's own file has one."""
    site_url = plan.text(root, "site_url")
    return f"{site_url.rstrip('/')}/" if site_url.strip() else ""


def words(root: Path) -> dict[str, Any]:
    """The words of the interface, in the language that the builder's own file asks for."""
    language, languages = plan.text(root, "theme", "language") or "en", files.languages()
    if language not in languages:
        what = f"`theme.language` is `{language}`, and the interface has no words in it"
        raise Malformed(Problem(MKDOCS_YML, "NO-WORDS", what, f"choose {' or '.join(languages)}"))
    return files.words(language)


def _remove_others(folder: Path, expected: Mapping[str, object]) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in expected:
            path.unlink()
