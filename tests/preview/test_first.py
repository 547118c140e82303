"""What is made first while a dossier is edited: the page that somebody looks at, and that no more than once."""

import gc
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from errno import ENOSPC
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any, cast

import pytest

from generator import files, pipeline
from generator.commands import serve
from generator.commands.dossier import Dossier
from generator.commands.serve import LivePreview
from generator.evidence import proving
from generator.evidence.prose import BoundStatement, bind_statement
from generator.kept_pages import Rendered
from generator.preview import warm
from generator.preview.local import ReloadEvents
from generator.problems import Malformed, Place, Problem
from generator.site.parts.page import Page, built
from generator.work.executors import ALONE
from generator.work.in_memory import InMemory
from generator.writing import Writer
from tests.conftest import laid_out
from tests.folders import edited
from tests.preview.test_serving import bytes_of

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


class Looked(ReloadEvents):
    """What open pages wait for, while somebody looks at one."""

    open_pages = frozenset((built(ARTICLE),))

    def await_readers(self, pages: frozenset[str]) -> None: ...


def preview_of(root: Path, folder: Path) -> tuple[LivePreview, SimpleNamespace]:
    """What is being edited, and what stands for the server that shows it."""
    kept, server = InMemory(), SimpleNamespace(events=Looked(), folder=None)
    dossier = Dossier(root, replace(ALONE, store=kept))
    return LivePreview(root, folder, cast("Any", server), dossier, kept), server


def test_what_is_saved_meanwhile_goes_before_what_nobody_looks_at(
    tmp_path: Path, written: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    root = laid_out(tmp_path / "dossier")
    preview, server = preview_of(root, tmp_path / "live")
    preview.show()
    old = (server.folder / built(THEME)).read_bytes()
    capsys.readouterr()
    facts = (root / FACTS).read_text("utf-8")
    for say in (CHANGE[1], "say: Denmark has yet to settle a part of its own."):
        (root / FACTS).write_text(facts.replace(CHANGE[0], say), encoding="utf-8")
        written.clear()
        preview.show(lambda: True)
        assert written == [ARTICLE]
        assert say[5:] in (server.folder / built(ARTICLE)).read_text("utf-8")
    assert (server.folder / built(THEME)).read_bytes() == old
    assert "shown" not in capsys.readouterr().out
    preview.show()
    assert f"shown: {built(ARTICLE)} and " in capsys.readouterr().out
    another, whole = preview_of(root, tmp_path / "whole")
    another.show()
    assert bytes_of(server.folder) == bytes_of(whole.folder)


def test_what_the_builder_refused_is_told_of_until_all_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = laid_out(tmp_path / "dossier")
    preview, server = preview_of(root, tmp_path / "live")
    preview.show()
    banners, made = list[str](), warm.WarmSite._made  # noqa: SLF001 - refused here

    def refused(site: warm.WarmSite, path: str, text: str | bytes) -> bytes:
        if path == THEME:
            raise Malformed(Problem(Place(path), "BUILDER", "no strict build has it"))
        return made(site, path, text)

    monkeypatch.setattr(server.events, "broken", banners.append)
    facts = (root / FACTS).read_text("utf-8")
    for say, is_overtaken, can_be_made in (
        (CHANGE[1], False, False),
        ("say: Denmark has yet to settle a part of its own.", True, False),
        (CHANGE[1], False, True),
    ):
        monkeypatch.setattr(warm.WarmSite, "_made", made if can_be_made else refused)
        (root / FACTS).write_text(facts.replace(CHANGE[0], say), encoding="utf-8")
        preview.show(lambda overtaken=is_overtaken: overtaken)  # type: ignore[misc]
    assert "no strict build has it" in banners[0]
    assert banners == [banners[0], banners[0], ""]
    assert "no strict build has it" in capsys.readouterr().err


def test_where_nothing_can_be_watched_the_command_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = Event()

    def refused(*_: object, **__: object) -> Iterator[None]:
        begun.wait()
        raise OSError(ENOSPC, "no more files can be watched")
        yield

    monkeypatch.setattr(serve, "watch", refused)
    with closing(serve.changes(laid_out(tmp_path))) as changed:
        is_overtaken = next(changed)
        assert not is_overtaken()
        begun.set()
        with pytest.raises(OSError, match="no more files"):
            next(changed)


def test_cycles_are_collected_when_nobody_saves_any_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, collected = laid_out(tmp_path), Event()

    def watching(*_: object, **__: object) -> Iterator[None]:
        """Somebody saves once all is collected."""
        collected.wait()
        (root / FACTS).write_text((root / FACTS).read_text("utf-8").replace(*CHANGE), encoding="utf-8")
        yield

    monkeypatch.setattr(serve, "PATIENCE", 0.01)
    monkeypatch.setattr(serve, "watch", watching)
    monkeypatch.setattr(gc, "collect", collected.set)
    with closing(serve.changes(root)) as changed:
        next(changed)
        assert not gc.isenabled()
        assert not collected.is_set()
        next(changed)
        assert not gc.isenabled()
        assert collected.is_set()
    assert gc.isenabled()


def test_what_was_told_before_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = laid_out(tmp_path / "dossier")
    site = root / "content" / "site.yml"
    site.write_text(site.read_text("utf-8").replace("id: the-north-link\n", ""), encoding="utf-8")
    preview, _ = preview_of(root, tmp_path / "live")
    preview.show()
    assert "NO-ID" in capsys.readouterr().err
    facts = (root / FACTS).read_text("utf-8")
    (root / FACTS).write_text(facts.replace(*CHANGE), encoding="utf-8")
    preview.show()
    assert capsys.readouterr().err == "1 told before stand as they were\n"


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
