"""Builds the site beside `site/`, checks it, and only then puts it in its place."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from generator import files, stages
from generator.content.paths import STATIC, is_static, own_page, title_of
from generator.content.site import Site
from generator.problems import Malformed, Problem
from generator.publishing import builders, made, plan, swap, theme
from generator.publishing.builders import COPY, MKDOCS_YML
from generator.publishing.frame import Frame
from generator.publishing.gate import Gate, problems
from generator.publishing.joining import Joining, differences, share
from generator.publishing.stamp import NOTE
from generator.publishing.standing import Left, remove_others
from generator.site.pages import navigation
from generator.site.parts.page import Link
from generator.work import here
from generator.work.executors import ALONE, Crew
from generator.work.promised import File

PACKAGE = Path(__file__).parent.parent
Parts = Iterable[Iterable[tuple[str, File]]]


def publish(root: Path, parts: Parts, site: Site, stamp: str, crew: Crew = ALONE, *, whole: bool = False) -> int:
    """Builds pages in the theme, and swaps the result in when it passes the gate.

    Pages and files come by their paths, one after the other; how many came. The pages of a part are joined by others
    while the next part is made. Where the crew has a store, files that are made from the same as in the build before,
    and stand as that left them, are taken over. With `whole` MkDocs builds all of them too, and each file is compared.
    """
    if wrong := tuple(plan.problems(root, site)):
        raise Malformed(*wrong)
    build = root / "build"
    with swap.build_lock(build) as lock:
        swap.recover(build, root / "site")
        for left_over in (build / "site", build / "joined"):
            shutil.rmtree(left_over, ignore_errors=True)
        write_theme(root, site)
        number, wrong = _built(root, parts, site.edition, lock, crew, whole)
        if wrong:
            raise Malformed(*wrong)
        (root / NOTE).unlink(missing_ok=True)
        made.note(root, build / "site")
        swap.swap(build / "site", root / "site", build)
        here.leave(root / NOTE, stamp)
    return number


def standing(root: Path) -> Callable[[str], bytes]:
    """What reads a page or file again that a build has taken already."""
    return lambda path: (root / "build" / "docs" / path).read_bytes()


def unknown_setting(root: Path) -> str:
    """What in `mkdocs.yml` makes the builder build each page itself; nothing where pages are joined."""
    how = plan.markdown((root / COPY).read_text(encoding="utf-8")) if builders.chosen() == builders.DEFAULT else ""
    return how if isinstance(how, str) else ""


def _built(
    root: Path, parts: Parts, edition: date, lock: IO[str], crew: Crew, whole: bool
) -> tuple[int, tuple[Problem, ...]]:
    """Builds the site into `build/site`; of how many pages and files, and everything that is wrong with it."""
    docs, fresh, gate = root / "build" / "docs", root / "build" / "site", Gate(urlsplit(address(root)).path or "/")
    is_joined = builders.chosen() == builders.DEFAULT and not unknown_setting(root)
    frame = Frame(root, edition, anew=whole) if is_joined else None
    left = Left(root, crew.store, f"{frame.key}\0{gate.base}") if frame else Left(root)
    joining = Joining(root, frame, left, gate, crew) if frame else None
    for part in parts:
        for path, file in stages.amid("building", part):
            holds, data = left.put(path, file)
            if joining:
                joining.add(path, holds, data)
        if joining:
            joining.begin()
    paths = dict.fromkeys(sorted(left.docs.now))
    remove_others(docs, paths)
    if not joining:
        return len(paths), problems(_by_the_builder(root, edition, lock, paths), paths, gate.base)
    wrong = joining.finish(paths)
    if whole:
        fresh.rename(root / "build" / "joined")
        _by_the_builder(root, edition, lock, paths)
        wrong += differences(root / "build" / "joined", fresh)
        shutil.rmtree(root / "build" / "joined")
    wrong = wrong or joining.faults(paths)
    if not wrong:
        left.keep(fresh)
    return len(paths), wrong


def _by_the_builder(root: Path, edition: date, lock: IO[str], paths: Iterable[str]) -> Path:
    """The site as the builder builds it, with the files of people's own that builders leave out for their names."""
    fresh = builders.build(root, edition, lock)
    for path in paths:
        if is_static(f"{STATIC}{path}") and not (fresh / path).is_file():
            share(root / "build" / "docs" / path, fresh / path)
    return fresh


def write_theme(root: Path, site: Site) -> None:
    """The theme, and what the builder reads of `mkdocs.yml`, stand where it looks for them."""
    phrases = words(root)
    plan.write(root, navigation(phrases))
    theme_files = theme.theme(phrases, builders.sheets(), builders.scripts(), site.publisher, _own_pages(root))
    for name, text in theme_files.items():
        files.write(root / "build" / "theme" / name, text)
    remove_others(root / "build" / "theme", theme_files)


def _own_pages(root: Path) -> tuple[Link, ...]:
    """The pages of one's own, as the foot of every page names them."""
    pages = files.own_pages(root)
    return tuple(Link(title_of(text), f"{id}.html") for path, text in pages.items() if (id := own_page(path)))


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
