"""What lies in a dossier's folders is read, is somebody else's, or is told of; nothing is left out in silence."""

import shutil
from pathlib import Path

import pytest

from generator import files, pipeline
from generator.content.paths import is_theirs, unread_problems
from generator.problems import Malformed, Problem
from tests.folders import HERE

SMALL = HERE / "small"

THEIRS = """
.#oslo.yml #oslo.yml# ._oslo.yml oslo.yml~ .oslo.yml.swp .oslo.yml.swo oslo.yml.bak oslo.yml.orig oslo.yml.tmp 4913
.~lock.oslo.txt# ~$oslo.txt oslo.yml___jb_tmp___ .DS_Store Thumbs.db ehthumbs.db desktop.ini .directory .nfs0000a1
.gitkeep .gitignore .gitattributes .editorconfig .vscode .obsidian README README.md readme.txt README.rst LICENSE.md
"""
MEANT = "oslo.yml .oslo.yml oslo.yml.txt readme.yml unreadme.md oslo.txt swap.yml tmp.yml bak.yml oslo.json 4913.yml"
NO_PAGE = "here stand pages, such as `about.md`; what is published as it is stands in `content/static/`"
TAKEN = "the site has a page or a folder of this name; give it another"
ONE_PAGE = "call it `about.md`, right below `content/pages/`"
TAKE_IN = "take the article in with `briefbook add seeds/x.md`, and delete it"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "dossier"))


def problems_of(root: Path) -> list[str]:
    try:
        problems: tuple[Problem, ...] = pipeline.problems(pipeline.load(files.content(root), files.article_texts(root)))
    except Malformed as malformed:
        problems = malformed.problems
    return [str(problem) for problem in problems]


@pytest.mark.parametrize("name", THEIRS.split())
def test_files_of_editors_and_systems_are_passed_over_wherever_they_lie(name: str, dossier: Path) -> None:
    assert is_theirs(name)
    for folder in ("content", "content/facts", "content/pages", "content/.editions", "seeds", "texts"):
        (dossier / folder).mkdir(exist_ok=True)
        (dossier / folder / name).write_bytes(b"\x00\x05\x16\x07\xff")
    assert problems_of(dossier) == []


@pytest.mark.parametrize("name", [name for name in THEIRS.split() if not name.lower().endswith(".txt")])
def test_they_are_passed_over_where_all_is_published_too(name: str, dossier: Path) -> None:
    for folder in ("content/static", "content/static/logos", "content/static/.well-known"):
        (dossier / folder).mkdir(parents=True, exist_ok=True)
        (dossier / folder / name).write_bytes(b"\xff")
    assert (problems_of(dossier), files.static(dossier)) == ([], {})


@pytest.mark.parametrize(
    "path", [".htaccess", ".env", ".sign.png", "logos/.htpasswd", ".cache/x.txt", "logos/.well-known/security.txt"]
)
def test_what_has_a_dot_before_its_name_is_published_or_told_of(path: str, dossier: Path) -> None:
    for name, data in {path: b"x", ".nojekyll": b"", ".well-known/security.txt": b"y"}.items():
        (dossier / "content/static" / name).parent.mkdir(parents=True, exist_ok=True)
        (dossier / "content/static" / name).write_bytes(data)
    told = problems_of(dossier)
    assert [line.split("; ")[0] for line in told] == [
        f"content/static/{path}:1:1: UNKNOWN-FILE: no content file has this name"
    ]
    assert files.static(dossier) == {".nojekyll": b"", ".well-known/security.txt": b"y"}


@pytest.mark.parametrize("name", MEANT.split())
def test_what_looks_like_content_is_not_passed_over(name: str) -> None:
    assert not is_theirs(name)


def test_a_link_that_an_editor_leaves_for_its_lock_leads_nowhere(dossier: Path) -> None:
    for folder, name in (("content/facts", ".#oslo-cable.yml"), ("seeds", ".#oslo-cable.txt"), ("content", ".#x.yml")):
        (dossier / folder / name).symlink_to("someone@host.example.4711:1")
    assert problems_of(dossier) == []


def test_a_link_to_a_folder_is_no_way_round(dossier: Path, tmp_path: Path) -> None:
    shutil.copytree(dossier / "content/facts", tmp_path / "elsewhere")
    (dossier / "content/facts/more").symlink_to(tmp_path / "elsewhere")
    (dossier / "content/again").symlink_to(dossier / "content")
    assert [line.split(": ")[0] for line in problems_of(dossier)] == ["content/again:1:1", "content/facts/more:1:1"]


def test_a_folder_that_is_a_link_is_read(dossier: Path, tmp_path: Path) -> None:
    (dossier / "content/facts").rename(tmp_path / "facts")
    (dossier / "content/facts").symlink_to(tmp_path / "facts")
    assert problems_of(dossier) == []


def test_what_people_keep_in_the_private_folder_is_their_own(dossier: Path) -> None:
    for name in ("oslo-cable.pdf", "oslo-cable.html", "scans/page.png", "oslo-cable.txt.gpg"):
        (dossier / "texts" / name).parent.mkdir(parents=True, exist_ok=True)
        (dossier / "texts" / name).write_bytes(b"\xff\xd8")
    assert problems_of(dossier) == []


def test_every_file_that_is_not_read_is_told_at_once(dossier: Path) -> None:
    for path in (
        "content/facts/2024/x.yml",
        "content/facts/x.YML",
        "content/pages/CNAME",
        "content/pages/about.MD",
        "content/pages/data.md",
        "seeds/x.md",
        "seeds/x.TXT",
    ):
        (dossier / path).parent.mkdir(parents=True, exist_ok=True)
        (dossier / path).write_text("x: y\n", encoding="utf-8")
    (dossier / "content/themes.yml").write_text("", encoding="utf-8")  # what else is wrong is told with it
    assert problems_of(dossier) == [
        "content/facts/2024/x.yml:1:1: UNKNOWN-FILE: no content file has this name; move it to `content/facts/x.yml`",
        "content/facts/x.YML:1:1: UNKNOWN-FILE: no content file has this name; call it `x.yml`",
        f"content/pages/CNAME:1:1: UNKNOWN-FILE: no content file has this name; {NO_PAGE}",
        f"content/pages/about.MD:1:1: UNKNOWN-FILE: no content file has this name; {ONE_PAGE}",
        f"content/pages/data.md:1:1: UNKNOWN-FILE: no content file has this name; {TAKEN}",
        "content/themes.yml:1:1: EMPTY-FILE: the file is empty; fill it or delete it",
        "seeds/x.TXT:1:1: UNKNOWN-FILE: no article's file has this name; call it `x.txt`",
        f"seeds/x.md:1:1: UNKNOWN-FILE: no article's file has this name; {TAKE_IN}",
    ]


@pytest.mark.parametrize(
    "path",
    [
        *("content/site.yml", "content/leaders.yml", "content/facts/x.yml", "content/.editions/2024-06-04.yml"),
        *("content/static/CNAME", "content/static/logos/a.png", "content/static/robots.txt", "content/pages/about.md"),
        *("content/pages/method.md", "seeds/x.txt", "seeds/x.lock", "texts/x.txt", "texts/x.pdf"),
    ],
)
def test_what_is_read_is_no_problem(path: str) -> None:
    assert list(unread_problems([path])) == []
