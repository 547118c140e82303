"""A dossier may come with a `build/` of somebody else's: nothing of it is believed, and it leads nowhere."""

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator import files, pipeline
from generator.problems import Malformed
from generator.publishing import site, stamp
from generator.publishing.frame import KEPT, Frame, _seal
from generator.work.executors import Crew
from generator.work.store import Store
from tests.conftest import build, laid_out
from tests.publishing.test_site import bytes_of

pytestmark = pytest.mark.site
Publish = Callable[..., dict[str, bytes]]
FOLDERS = ("docs", "theme", "site", "next", "old", "gone", "joined")
WITHIN = ("docs/leaders", "docs/other", "theme/partials")
LINKS = ((*FOLDERS, "mkdocs.yml", "stamp", "lock", "frame.json"), (*WITHIN, "docs/index.md", "theme/main.html"))


@pytest.fixture(scope="module")
def assembled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Mapping[str, str | bytes]]:
    root = laid_out(tmp_path_factory.mktemp("carried"))
    briefing = pipeline.load(files.content(root), files.article_texts(root))
    return root, pipeline.assemble(root, briefing).files


@pytest.fixture
def root(assembled: tuple[Path, Mapping[str, str | bytes]]) -> Path:
    for path in ("build", "site"):
        folder = assembled[0] / path
        folder.unlink() if folder.is_symlink() else shutil.rmtree(folder, ignore_errors=True)
    return assembled[0]


@pytest.fixture
def publish(root: Path, assembled: tuple[Path, Mapping[str, str | bytes]]) -> Publish:
    def published(*, whole: bool = False) -> dict[str, bytes]:
        about = pipeline.read(files.content(root)).site
        site.publish(root, [assembled[1].items()], about, "stamp", whole=whole)
        return bytes_of(root / "site")

    return published


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """A folder of people's own, with names that a build has, too."""
    for name in (
        "notes.txt",
        "jane-doe.md",
        "main.html",
        "docs/notes.txt",
        "site/index.html",
        "theme/main.html",
        "stamp",
    ):
        files.write(tmp_path / "theirs" / name, "theirs")
    return tmp_path / "theirs"


@pytest.mark.parametrize("links", LINKS)
def test_no_link_in_it_is_followed(root: Path, theirs: Path, publish: Publish, links: tuple[str, ...]) -> None:
    before = bytes_of(theirs)
    for name in links:
        link = root / "build" / name
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(theirs if name in (*FOLDERS, *WITHIN) else theirs / "notes.txt")
    assert len(publish()) > 100
    assert bytes_of(theirs) == before
    assert [path for path in (root / "build").rglob("*") if path.is_symlink()] == []


def test_a_link_that_arrives_after_a_build_is_not_followed(
    root: Path, theirs: Path, assembled: tuple[Path, Mapping[str, str | bytes]]
) -> None:
    about, before = pipeline.read(files.content(root)).site, bytes_of(theirs)
    for _ in range(2):
        with Store(root / "build") as store:
            site.publish(root, [assembled[1].items()], about, "stamp", Crew(store=store))
        shutil.rmtree(root / "build" / "docs" / "leaders")
        (root / "build" / "docs" / "leaders").symlink_to(theirs)
    assert bytes_of(theirs) == before


def test_a_link_in_its_place_is_told(root: Path, theirs: Path, publish: Publish) -> None:
    before = bytes_of(theirs)
    (root / "build").symlink_to(theirs)
    with pytest.raises(Malformed) as malformed:
        publish()
    assert [str(problem).split("; ")[0] for problem in malformed.value.problems] == [
        "build:1:1: DISK: this is a link or a file, and a folder of Briefbook's own belongs here"
    ]
    assert bytes_of(theirs) == before


def prepared(root: Path, theirs: Path) -> None:
    """What was learned of the theme, with a file more, as whoever knows the program can write it."""
    kept, key = root / KEPT, Frame(root, pipeline.read(files.content(root)).site.edition).key
    text = kept.read_text(encoding="utf-8").partition("\n")[2].partition("\n")[2]
    learned = json.loads(text)
    learned["files"]["stolen.txt"] = str(theirs / "notes.txt")
    text = json.dumps(learned)
    place = kept.read_text(encoding="utf-8").partition("\n")[0]
    kept.rename(root / "build" / "before")
    kept.write_text(f"{place}\n{_seal(key, text)}\n{text}", encoding="utf-8")


def test_a_theme_that_was_learned_elsewhere_is_learned_anew(root: Path, theirs: Path, publish: Publish) -> None:
    before = publish()
    prepared(root, theirs)
    assert publish() == before


def test_what_is_published_is_learned_anew(
    root: Path, theirs: Path, publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFBOOK_CARRIED", "1")
    before = publish()
    prepared(root, theirs)
    assert publish(whole=True) == before


def test_a_site_that_was_built_elsewhere_is_not_current(root: Path, tmp_path: Path, publish: Publish) -> None:
    publish()
    other = shutil.copytree(root, tmp_path / "other")
    with Store(tmp_path) as store:
        assert stamp.stamp(root, files.inputs(root), store) == stamp.stamp(other, files.inputs(other), store)
    assert stamp.is_current(root, "stamp")
    assert not stamp.is_current(other, "stamp")


def test_what_was_carried_to_another_folder_makes_the_same_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A workflow says that it brings its own; the folder in which it was made is gone."""
    before = laid_out(tmp_path / "before")
    expected = bytes_of(build(before))
    there = laid_out(tmp_path / "there")
    (before / "build").rename(there / "build")
    shutil.rmtree(before)
    monkeypatch.setenv("BRIEFBOOK_CARRIED", "1")
    assert bytes_of(build(there)) == expected
