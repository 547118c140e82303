"""Every kind of page of the small dossier, whole: what a change does to what readers see stands in its diff."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator import assembly, files, pipeline
from tests.folders import HERE, ROOT, article_texts_of, laid_over

PAGES = HERE / "snapshots"
KINDS = {  # a template, and a page that is made with it
    "home": "index.md",
    "leaders": "leaders/index.md",
    "leader": "leaders/jane-doe.md",
    "countries": "countries/index.md",
    "country": "countries/norway.md",
    "organisation": "organisations/danish-ministry.md",
    "themes": "themes/index.md",
    "theme": "themes/energy-links.md",
    "events": "events/index.md",
    "event": "events/oslo-talks.md",
    "questions": "questions/index.md",
    "question": "questions/cable-share.md",
    "answer_tables": "questions/by/speakers.md",
    "articles": "articles/index.md",
    "article": "articles/oslo-cable.md",
    "uncurated": "articles/late-news.md",
    "removed": "articles/recalled.md",
    "redirect": "leaders/j-doe.html",
    "charts": "figures.md",
    "unknown": "unknown.md",
    "history": "changes.md",
    "explore": "explore.md",
    "method": "method.md",
    "own": "about.md",
    "data": "data.md",
}


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    texts = laid_over(PAGES)
    content = {path: text for path, text in texts.items() if path.startswith("content/")}
    article_texts = replace(
        article_texts_of(texts), seeds=frozenset({"bergen-march", "late-news", "oslo-cable", "recalled"})
    )
    briefing = pipeline.load(content, article_texts)
    made = assembly.pages(briefing, files.words(), files.page(ROOT, "method"))
    return {path: text for path, text in made.items() if isinstance(text, str)}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_page_says_what_it_said(
    kind: str, pages: dict[str, str], agrees: Callable[[Path, str], None]
) -> None:
    agrees(PAGES / "pages" / f"{kind}.md", pages[KINDS[kind]])


def test_every_kind_of_page_is_here() -> None:
    templates = sorted((ROOT / "generator" / "templates").glob("*.md.j2"))
    whole = {path.name.partition(".")[0] for path in templates if path.read_text().startswith("{% extends")}
    assert KINDS.keys() - whole == {"redirect", "organisation"}  # a page without the frame; one made like a country's
    assert whole - KINDS.keys() == set()
