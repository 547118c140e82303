"""What stands as it was left is taken over, and nothing else: site and faults are as when all is built anew."""

import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator import files, pipeline
from generator.problems import Malformed
from generator.publishing import joining, site, standing
from generator.publishing.frame import KEPT, Frame, Made
from generator.publishing.gate import Findings, Gate
from generator.work import here
from generator.work.executors import Crew
from generator.work.promised import File, Promised
from generator.work.store import Store
from tests.conftest import ADDRESS, laid_out
from tests.databases import opened
from tests.publishing.test_site import bytes_of

PAGE, OTHER, DATA = "leaders/jane-doe.md", "leaders/index.md", "data/facts.json"
Pages = Mapping[str, str | bytes]
Files = Mapping[str, File]


@pytest.fixture(scope="module")
def assembled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Pages]:
    root = laid_out(tmp_path_factory.mktemp("standing"), address=ADDRESS)
    briefing = pipeline.load(files.content(root), files.article_texts(root))
    assembled = pipeline.assemble(root, briefing)
    pipeline.build(root, briefing, "stamp")
    return root, assembled.files


@dataclass
class Dossier:
    """The small dossier, published again and again; which pages were joined and looked at the last time."""

    root: Path
    pages: dict[str, str | bytes]
    joined: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)

    def publish(self, changed: Files | None = None, *, kept: bool = True) -> dict[str, bytes]:
        about = pipeline.read(files.content(self.root)).site
        self.joined.clear()
        self.seen.clear()
        with Store(self.root / "build") if kept else nullcontext() as store:
            site.publish(self.root, [{**self.pages, **(changed or {})}.items()], about, "stamp", Crew(store=store))
        return bytes_of(self.root / "site")

    def told(self, changed: Pages, *, kept: bool = True) -> list[str]:
        with pytest.raises(Malformed) as malformed:
            self.publish(changed, kept=kept)
        return [str(problem) for problem in malformed.value.problems]

    def aged(self) -> None:
        """All files are older than what is taken for just written, and known to be."""
        for folder in ("site", "build/docs"):
            for path in (self.root / folder).rglob("*"):
                os.utime(path, (1_000_000_000, 1_000_000_000))
        self.publish()


@pytest.fixture
def dossier(assembled: tuple[Path, Pages], monkeypatch: pytest.MonkeyPatch) -> Dossier:
    root, pages = assembled
    shells = (root / KEPT).read_bytes()
    for path in ("build", "site"):
        shutil.rmtree(root / path, ignore_errors=True)
    files.write(root / KEPT, shells)  # MkDocs is asked once for all tests
    monkeypatch.setenv(here.CARRIED, "1")
    found = Dossier(root, dict(pages))
    plain, of_page = Frame.plain, Gate.of_page

    def joined(self: Frame, path: str, text: str) -> Made | None:
        found.joined.append(path)
        return plain(self, path, text)

    def seen(self: Gate, name: str, page: bytes) -> Findings:
        found.seen.append(name)
        return of_page(self, name, page)

    monkeypatch.setattr(Frame, "plain", joined)
    monkeypatch.setattr(Gate, "of_page", seen)
    found.publish()
    return found


def with_more(dossier: Dossier, path: str, more: str = "<p>x</p>") -> dict[str, str | bytes]:
    return {path: f"{dossier.pages[path]!s}\n\n{more}\n"}


def inodes(root: Path) -> dict[str, int]:
    return {name: (root / "site" / name).stat().st_ino for name in bytes_of(root / "site")}


def late(dossier: Dossier) -> list[str]:
    """The pages that are no plain ones, which is asked of each at each build."""
    dossier.publish()
    return list(dossier.joined)


def test_what_is_the_same_is_neither_joined_nor_looked_at_nor_written(dossier: Dossier) -> None:
    before, had = bytes_of(dossier.root / "site"), inodes(dossier.root)
    not_plain = late(dossier)
    assert len(not_plain) < 3
    assert dossier.publish() == before
    assert (dossier.joined, dossier.seen) == (not_plain, [])
    assert inodes(dossier.root) == had


def test_what_stands_is_not_even_read(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier.aged()
    read: list[str] = []
    given = Path.read_bytes

    def noted(self: Path) -> bytes:
        read.append(self.relative_to(dossier.root).as_posix() if self.is_relative_to(dossier.root) else "")
        return given(self)

    before = bytes_of(dossier.root / "site")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", noted)
        patch.setattr("tests.publishing.test_standing.bytes_of", lambda _: {})
        dossier.publish()
    assert [path for path in read if path.startswith(("site/", "build/docs/"))] == []
    assert bytes_of(dossier.root / "site") == before


def test_a_page_of_other_text_is_made_alone(dossier: Dossier) -> None:
    not_plain = late(dossier)
    changed = with_more(dossier, PAGE)
    after = dossier.publish(changed)
    assert (sorted({*dossier.joined} - {*not_plain}), dossier.seen) == ([PAGE], ["leaders/jane-doe.html"])
    assert after == dossier.publish(changed, kept=False)
    assert after != dossier.publish()


def test_a_page_more_and_a_page_less_are_in_the_map_of_the_site(dossier: Dossier) -> None:
    more = {"leaders/new.md": dossier.pages[PAGE]}
    after = dossier.publish(more)
    assert b"leaders/new.html" in after["sitemap.xml"]
    assert after == dossier.publish(more, kept=False)
    again = dossier.publish()
    assert "leaders/new.html" not in again
    assert b"leaders/new.html" not in again["sitemap.xml"]
    assert again == dossier.publish(kept=False)


@pytest.mark.parametrize("name", ["leaders/jane-doe.html", "data/facts.json", "404.html", "verify.py"])
def test_a_file_that_somebody_touched_is_made_anew(dossier: Dossier, name: str) -> None:
    before = bytes_of(dossier.root / "site")
    dossier.aged()
    touched = dossier.root / "site" / name
    touched.write_bytes(b"x" * len(before[name]))
    assert dossier.publish() == before
    touched.unlink()
    assert dossier.publish() == before


def test_a_file_that_is_young_is_read(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    """Within one tick of the clock a file may be written twice, and look the same."""
    monkeypatch.setattr(standing, "YOUNG", 10**18)
    before = bytes_of(dossier.root / "site")
    touched = dossier.root / "site" / "leaders/jane-doe.html"
    stat = touched.stat()
    touched.write_bytes(b"x" * stat.st_size)
    os.utime(touched, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert dossier.publish() == before


def test_docs_that_somebody_touched_are_written_again(dossier: Dossier) -> None:
    dossier.aged()
    docs = dossier.root / "build/docs"
    (docs / PAGE).write_text("x", encoding="utf-8")
    (docs / OTHER).unlink()
    (docs / "leaders" / "stray.md").write_text("x", encoding="utf-8")
    dossier.publish()
    texts = {path: text.encode() if isinstance(text, str) else text for path, text in dossier.pages.items()}
    assert bytes_of(docs) == texts


LINK = '<p><a href="../leaders/jane-doe.html#here">x</a> <a href="../data/new.json">y</a></p>'


@pytest.fixture
def linked(dossier: Dossier) -> Dossier:
    """A page leads to a place of another page, and to a file."""
    dossier.pages |= with_more(dossier, PAGE, '<p id="here">x</p>')
    dossier.pages |= {**with_more(dossier, "events/index.md", LINK), "data/new.json": "{}"}
    dossier.publish()
    return dossier


def lost_place(dossier: Dossier) -> None:
    dossier.pages |= {PAGE: str(dossier.pages[PAGE]).replace('id="here"', "")}


def lost_file(dossier: Dossier) -> None:
    del dossier.pages["data/new.json"]


def lost_link(dossier: Dossier) -> None:
    dossier.pages |= with_more(dossier, PAGE, '<p><a href="index.html#nowhere">x</a></p>')


@pytest.mark.parametrize("lose", [lost_place, lost_file, lost_link])
@pytest.mark.parametrize("damage", ["", "found", "left"])
def test_a_dead_link_is_told_wherever_it_is(linked: Dossier, lose: Callable[[Dossier], None], damage: str) -> None:
    """Though the page that it is on did not change, and what was found on it was damaged."""
    lose(linked)
    with opened(linked.root / "build" / "work.sqlite") as database:
        cut = "substr(value, 1, 40) || x'00' || substr(value, 42)"
        rows = database.execute(f"UPDATE made SET value = {cut} WHERE step = ?", (damage,)).rowcount
    assert bool(rows) is bool(damage)
    told = linked.told({})
    assert [line.split(": ")[1] for line in told] == ["DEAD-LINK"]
    assert linked.told({}) == told
    assert linked.told({}, kept=False) == told


def test_a_fault_of_a_style_sheet_is_told(dossier: Dossier) -> None:
    told = dossier.told({"assets/new.css": "a {background: url(https://example.org/x)}"})
    assert [line.split(": ")[1] for line in told] == ["OUTSIDE-HOST"]


def test_nothing_stays_of_a_site_that_is_not_as_mkdocs_builds_it(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(joining, "is_sampled", lambda path: path == PAGE)
        patch.setattr(Frame, "has_asked", property(lambda _: True))
        patch.setattr(Frame, "real", lambda *_: b"")
        patch.setattr(Frame, "real_map", lambda *_: (dossier.root / "site/sitemap.xml").read_bytes())
        assert "site/leaders/jane-doe.html:1:1: OTHER-PAGE" in {line.rpartition(": ")[0] for line in dossier.told({})}
    assert not (dossier.root / KEPT).exists()
    dossier.publish()
    assert {PAGE, OTHER} < {*dossier.joined}


def test_another_theme_and_another_step_of_the_program_leave_nothing(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Store, "program", "another")
    dossier.publish()
    assert len(dossier.joined) > 10
    plan = dossier.root / "mkdocs.yml"
    kept = plan.read_text(encoding="utf-8")
    plan.write_text(kept.replace("site_name: ", "copyright: x\nsite_name: "), encoding="utf-8")
    dossier.publish()
    plan.write_text(kept, encoding="utf-8")
    assert len(dossier.joined) > 10


def test_where_no_two_files_can_be_one_the_site_is_the_same(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_: object) -> None:
        raise OSError

    before = bytes_of(dossier.root / "site")
    monkeypatch.setattr(os, "link", refuses)
    assert dossier.publish() == before
    assert dossier.publish() == before
    assert len(dossier.joined) < 3


def test_a_promised_file_is_made_where_none_of_its_key_stands_as_it_was_left(dossier: Dossier) -> None:
    asked: list[str] = []

    def promised(text: str, key: str = "of one") -> dict[str, File]:
        return {"data/more.txt": Promised(key, lambda: asked.append(text) or text)}  # type: ignore[func-returns-value]

    def standing_text(more: Mapping[str, File], *, kept: bool = True) -> tuple[str, list[str]]:
        asked.clear()
        site = dossier.publish(more, kept=kept)
        assert (dossier.root / "build/docs/data/more.txt").read_bytes() == site["data/more.txt"]
        return site["data/more.txt"].decode(), list(asked)

    assert standing_text(promised("one")) == ("one", ["one"])
    assert standing_text(promised("other")) == ("one", [])  # of the same key it would be the same
    assert standing_text(promised("other", "of another")) == ("other", ["other"])
    (dossier.root / "build/docs/data/more.txt").write_text("damaged")
    assert standing_text(promised("other", "of another")) == ("other", ["other"])
    (dossier.root / "build/docs/data/more.txt").unlink()
    assert standing_text(promised("other", "of another")) == ("other", ["other"])
    shutil.rmtree(dossier.root / "site")
    assert standing_text(promised("other", "of another")) == ("other", [])
    assert standing_text(promised("third", "of another"), kept=False) == ("third", ["third"])
