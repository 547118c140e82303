"""What is made first while a dossier is edited: the page that somebody looks at, and that no more than once."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator import files, pipeline
from generator.evidence import proving
from generator.evidence.prose import BoundStatement, bind_statement
from generator.kept_pages import Rendered
from generator.site.parts.page import Page
from generator.work.executors import ALONE
from generator.work.in_memory import InMemory
from generator.writing import Writer
from tests.conftest import laid_out
from tests.folders import edited

FACTS = "content/facts/oslo-cable.yml"
CHANGE = ("say: Denmark has not settled its own part of the bill.", "say: Denmark has yet to settle its own part.")
ARTICLE, THEME = "articles/oslo-cable.md", "themes/energy-links.md"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the pages that are written out, in that order."""
    paths, write = list[str](), Writer._rendered  # noqa: SLF001 - counted here

    def noted(writer: Writer, page: Page) -> Rendered:
        paths.append(page.view.head.path)
        return write(writer, page)

    monkeypatch.setattr(Writer, "_rendered", noted)
    return paths


def test_what_is_looked_at_is_written_before_all_else_and_once(tmp_path: Path, written: list[str]) -> None:
    root = laid_out(tmp_path)
    texts, article_texts = files.content(root), files.article_texts(root)
    crew = replace(ALONE, store=InMemory())
    before = pipeline.load(texts, article_texts, crew=crew)
    shown = pipeline.assemble(root, before, crew)
    after = pipeline.load(edited(texts, FACTS, CHANGE), article_texts, before, crew)
    written.clear()
    making = pipeline.Assembling(root, after, shown, crew)
    first = [page.path for page in making.first([THEME, ARTICLE, "nowhere.md"])]
    assert first == written == [THEME, ARTICLE]
    whole = making.all()
    assert len(written) == len(set(written)) > 2
    assert whole.files == pipeline.assemble(root, after).files


def test_nothing_is_made_first_of_a_site_that_was_not_made_before(tmp_path: Path, written: list[str]) -> None:
    root = laid_out(tmp_path)
    briefing = pipeline.load(files.content(root), files.article_texts(root))
    written.clear()
    assert [*pipeline.Assembling(root, briefing).first([ARTICLE])] == []
    assert written == []


@pytest.mark.parametrize(
    ("path", "change", "are_all_anew"),
    [
        (FACTS, CHANGE, False),
        (FACTS, ("published: 2024-06-01", "published: 2024-06-02"), False),
        (FACTS, ("  publisher: herald\n", ""), True),
        ("content/leaders.yml", ("name: Jane Doe", "name: Jane Doe-Berg"), True),
    ],
)
def test_sentences_of_ours_are_bound_again_where_what_they_rest_on_changed(
    tmp_path: Path, path: str, change: tuple[str, str], are_all_anew: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = laid_out(tmp_path)
    texts, article_texts = files.content(root), files.article_texts(root)
    before = pipeline.load(texts, article_texts)
    assert before.statements
    changed = edited(texts, path, change)
    fresh = pipeline.load(changed, article_texts).statements
    bound = list[object]()

    def noted(record: Any, *given: Any) -> BoundStatement:
        bound.append(record)
        return bind_statement(record, *given)

    monkeypatch.setattr(proving, "bind_statement", noted)
    after = pipeline.load(changed, article_texts, before)
    assert after.statements == fresh
    again = pipeline.load(changed, article_texts, after)
    assert (len(bound) == len(fresh)) is are_all_anew
    bound.clear()
    assert again.statements == fresh
    assert bound == []
