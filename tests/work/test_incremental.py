"""What is built upon what is kept is what a clean build gives, byte for byte, whatever changed or happened."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator import files, pipeline, writing
from generator.briefing import Briefing
from generator.exports.citations import citation_files
from generator.exports.data.dataset import CAPITALS, ROWS, Dataset
from generator.exports.data.downloads import PIECES
from generator.exports.feeds.facts import fact_feeds
from generator.exports.search import INDEXED
from generator.exports.told import TOLD, Told
from generator.kept_pages import Rendered
from generator.pipeline import Assembled
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Page
from generator.site.render.markup import environment
from generator.verifier.bundle import verifier_files
from generator.work.executors import ALONE, Crew
from generator.work.in_memory import InMemory
from generator.work.processes import of_this_machine
from generator.work.promised import Promised
from generator.work.store import Store
from generator.writing import Writer
from tests.conftest import ADDRESS, Sites, copied, laid_out
from tests.databases import opened
from tests.resident import briefbook
from tests.work import changes

pytestmark = pytest.mark.site
DOSSIERS: dict[str, Callable[[Path], Path]] = {
    "first": copied,
    "second": lambda folder: laid_out(folder, "second"),
    "small": laid_out,
}


def made(root: Path, program: str = "", *, kept: bool, by: Crew = ALONE) -> tuple[Briefing, Assembled]:
    """A dossier and its files as its folder makes them, with what is kept of it or without."""
    with crew_of(root, program, kept=kept, by=by) as crew:
        briefing = pipeline.load(files.content(root), files.article_texts(root), crew=crew)
        return briefing, pipeline.assemble(root, briefing, crew=crew)


@contextmanager
def crew_of(root: Path, program: str = "", *, kept: bool, by: Crew = ALONE) -> Iterator[Crew]:
    with Store(root / "build") if kept else nullcontext() as store:
        if store:
            store.program = program
        yield replace(by, store=store)


def build(root: Path, *, kept: bool) -> None:
    """The site in its folder, each file of it written before the next is made."""
    with crew_of(root, kept=kept) as crew:
        briefing = pipeline.load(files.content(root), files.article_texts(root), crew=crew)
        pipeline.build(root, briefing, "", crew)


def others(one: Mapping[str, str | bytes], other: Mapping[str, str | bytes]) -> list[str]:
    """The files in which two sites are not the same."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def tree(folder: Path) -> dict[str, str | bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def templates() -> Iterator[None]:
    """Templates are those of the program again behind a test."""
    loader, cache = environment().loader, environment().cache
    yield
    environment().loader, environment().cache = loader, cache


def promised_of_the_same_are_the_same(
    briefing: Briefing, program: str, known: dict[tuple[str, str, str], str | bytes]
) -> None:
    """Files that were promised under a key, and those of other states of the dossier, all of them made."""
    for address in ("", ADDRESS):
        context = RenderContext(briefing.shown, files.words(), address)
        told = Told(context, Dataset(briefing, address, InMemory()))
        files_of_it = (*fact_feeds(told), *citation_files(told), *verifier_files(briefing))
        promised = {path: file for path, file in files_of_it if isinstance(file, Promised)}
        assert {
            f"data/locks/{article}.lock" for article in briefing.curated.keys() & briefing.sources
        } < promised.keys()
        for path, file in promised.items():
            text = file.make()
            assert known.setdefault((program, path, file.key), text) == text, path


@pytest.mark.parametrize("name", DOSSIERS)
@pytest.mark.usefixtures("templates")
def test_after_each_change_all_is_as_in_a_clean_build(name: str, tmp_path: Path) -> None:
    root = DOSSIERS[name](tmp_path / "changed")
    briefing, assembled = made(root, kept=True)
    before, promises = assembled.files, dict[tuple[str, str, str], str | bytes]()
    promised_of_the_same_are_the_same(briefing, "", promises)
    for change in changes.CHANGES:
        change(root)
        program = change.__name__ if change is changes.template else ""
        briefing, assembled = made(root, program, kept=True)
        clean, cleanly = made(root, kept=False)
        assert others(assembled.files, cleanly.files) == [], change.__name__
        assert others(assembled.files, before) != [], change.__name__
        assert pipeline.problems(briefing) == pipeline.problems(clean), change.__name__
        promised_of_the_same_are_the_same(briefing, program, promises)
        before = assembled.files


def test_what_is_taken_over_from_the_state_before_is_as_if_made_anew(tmp_path: Path) -> None:
    """As the preview does it, of which one process has all states, and so the same templates."""
    root, before, crew = DOSSIERS["small"](tmp_path / "changed"), None, replace(ALONE, store=InMemory())
    for change in changes.CHANGES:
        if change is not changes.template:
            change(root)
            briefing = pipeline.load(files.content(root), files.article_texts(root), crew=crew)
            before = pipeline.Assembling(root, briefing, before, crew).all()
            assert others(before.files, pipeline.assemble(root, briefing).files) == [], change.__name__


OF_A_SITE = (changes.say, changes.renamed_theme, changes.article_added, changes.taken_down)


@pytest.mark.parametrize("name", ["second", "small"])
def test_the_whole_site_is_as_in_a_clean_build(name: str, tmp_path: Path) -> None:
    """The site, too, built upon those before it."""
    root, other = DOSSIERS[name](tmp_path / "changed"), DOSSIERS[name](tmp_path / "clean")
    for change in OF_A_SITE:
        build(root, kept=True)
        change(root)
        change(other)
    build(root, kept=True)
    build(other, kept=False)
    assert others(tree(root / "site"), tree(other / "site")) == []


def test_what_another_process_writes_beside_this_one_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, two = laid_out(tmp_path), of_this_machine(2, 0, print)
    monkeypatch.setattr(writing, "MANY", 0.5)  # however many are missing, they are few
    asked: list[int] = []
    asks = Crew.map

    def noted(self: Crew, work: Any, state: Any, items: Sequence[Any]) -> Iterator[Any]:
        if not self.is_alone:
            asked.append(len(items))
        return asks(self, work, state, items)

    monkeypatch.setattr(Crew, "map", noted)
    made(root, kept=True, by=two)
    for change in (changes.say, changes.article_added):
        change(root)
        _, assembled = made(root, kept=True, by=two)
        assert others(assembled.files, made(root, kept=False)[1].files) == []
    assert asked == [1, 1, 1]  # pages alone, all at once: so few articles are proved here


def written(root: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that a build upon what is kept writes anew."""
    anew: list[str] = []
    write = Writer._rendered  # noqa: SLF001 -- where pages are written

    def counted(self: Writer, page: Page) -> Rendered:
        anew.append(page.view.head.path)
        return write(self, page)

    with monkeypatch.context() as patch:
        patch.setattr(Writer, "_rendered", counted)
        made(root, kept=True)
    return sorted(anew)


def test_what_did_not_change_is_not_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = laid_out(tmp_path)
    whole = written(root, monkeypatch)
    assert whole == sorted(path for path in made(root, kept=False)[1].pages)
    assert written(root, monkeypatch) == []
    changes.say(root)
    assert set() < set(written(root, monkeypatch)) < set(whole)
    (root / "build" / "work.sqlite").unlink()
    assert written(root, monkeypatch) == whole


OF_ARTICLES = (CAPITALS, PIECES, ROWS, TOLD)
OF_DATA = (*OF_ARTICLES, INDEXED)  # of all subjects at once


def put(root: Path, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How many values of each step of the data files a build upon what is kept makes anew."""
    steps, keep = Counter[str](), Store.put

    def counted(self: Store, step: str, key: str, value: object) -> None:
        steps[step] += 1
        keep(self, step, key, value)

    with monkeypatch.context() as patch:
        patch.setattr(Store, "put", counted)
        made(root, kept=True)
    return Counter({step: steps[step] for step in OF_DATA if steps[step]})


def test_what_an_article_has_in_data_and_search_is_made_where_it_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = laid_out(tmp_path)
    articles = len([*(root / "content/facts").glob("*.yml")])
    assert put(root, monkeypatch) == {**dict.fromkeys(OF_ARTICLES, articles), INDEXED: 1}
    assert put(root, monkeypatch) == {}
    changes.say(root)
    assert put(root, monkeypatch) == dict.fromkeys(OF_ARTICLES, 1)
    changes.alias(root)
    assert put(root, monkeypatch)[TOLD] == articles


def damaged(root: Path) -> int:
    """Damages each third value that is kept; how many of them are pages."""
    with opened(root / "build" / "work.sqlite") as database:
        [(pages,)] = database.execute("SELECT count(*) FROM made WHERE rowid % 3 = 0 AND step = 'page'")
        cut = "substr(value, 1, 40) || x'00' || substr(value, 42)"
        database.execute(f"UPDATE made SET value = {cut} WHERE rowid % 3 = 0")
    return int(pages)


def test_a_damaged_value_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = laid_out(tmp_path)
    _, clean = made(root, kept=True)
    assert damaged(root) > 3
    _, again = made(root, kept=True)
    assert others(again.files, clean.files) == []
    pages = damaged(root)
    assert len(written(root, monkeypatch)) == pages


KILLED = """
import os, signal, sys
from generator.__main__ import main
from generator.work import store
store.AT_ONCE, left = 3, int(sys.argv[1])
put = store.Store.put
def counted(self, *value):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    put(self, *value)
store.Store.put = counted
main(["build", "--frozen", "--root", sys.argv[2]])
"""


@pytest.mark.parametrize("moment", [1, 5, 20])
def test_a_killed_build_goes_on_with_what_it_had(moment: int, sites: Sites, tmp_path: Path) -> None:
    clean = tree(sites("small-anywhere", laid_out, "mkdocs"))
    root = laid_out(tmp_path / "killed")
    killed = subprocess.run([sys.executable, "-c", KILLED, str(moment), root], capture_output=True, check=False)
    assert killed.returncode == -signal.SIGKILL
    with opened(root / "build" / "work.sqlite") as database:
        [(had,)] = database.execute("SELECT count(*) FROM made")
    assert had == moment // 3 * 3
    done = briefbook("build", "--frozen", "--root", root)
    assert done.returncode == 0, done.stderr
    assert others(tree(root / "site"), clean) == []
