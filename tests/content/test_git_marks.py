"""A text that git has left markers or a pointer in is refused wherever a file is read."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import files
from generator.__main__ import main
from generator.content.git_marks import RENEW, SETTLE, problem_of
from generator.problems import Malformed
from tests.folders import HERE

POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n"
MERGE = "One\n<<<<<<< HEAD\nTwo\n=======\nThree\n>>>>>>> other\n"
FETCH = (
    "LFS-POINTER: this is a pointer of Git LFS, and not the file that it stands for; fetch the file with `git lfs pull`"
)
EVERYWHERE = (
    "content/site.yml", "content/themes.yml", "content/facts/oslo-cable.yml", "content/.editions/2024-06-04.yml",
    "content/pages/method.md", "seeds/oslo-cable.txt", "seeds/oslo-cable.lock", "texts/oslo-cable-2.txt",
)  # fmt: skip


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    root = Path(shutil.copytree(HERE / "small", tmp_path / "dossier"))
    for folder in ("content/.editions", "content/pages", "texts"):
        (root / folder).mkdir()
    return root


def told(root: Path, *more: str) -> list[str]:
    try:
        files.content(root)
        files.article_texts(root, *map(Path, more))
    except Malformed as malformed:
        return [str(problem) for problem in malformed.problems]
    return []


@pytest.mark.parametrize("path", EVERYWHERE)
def test_no_file_is_read_with_the_markers_of_a_merge(path: str, dossier: Path) -> None:
    (dossier / path).write_text(MERGE, encoding="utf-8")
    remedy = RENEW if path.endswith(".lock") else SETTLE
    assert told(dossier) == [f"{path}:2:1: UNFINISHED-MERGE: `<<<<<<<` marks a merge that was not settled; {remedy}"]


@pytest.mark.parametrize("path", EVERYWHERE)
def test_no_pointer_is_read_as_the_file_that_it_stands_for(path: str, dossier: Path) -> None:
    (dossier / path).write_text(POINTER, encoding="utf-8")
    assert told(dossier) == [f"{path}:1:1: {FETCH}"]


def test_all_texts_are_told_of_at_once(dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "oslo-cable.txt").write_bytes(POINTER.encode("utf-8-sig"))
    (dossier / "seeds/bergen-march.txt").write_bytes(MERGE.replace("\n", "\r\n").encode())
    assert told(dossier, str(tmp_path)) == [
        f"oslo-cable.txt:1:1: {FETCH}",
        f"seeds/bergen-march.txt:2:1: UNFINISHED-MERGE: `<<<<<<<` marks a merge that was not settled; {SETTLE}",
    ]


def test_what_is_typed_in_is_held_to_it_too(dossier: Path) -> None:
    result = CliRunner().invoke(main, ["add", "--root", str(dossier), "-"], input=POINTER)
    assert (result.exit_code, result.stderr.splitlines()[0]) == (1, f"standard input:1:1: {FETCH}")


@pytest.mark.parametrize(
    ("text", "line"),
    [(">>>>>>> other\n", 1), ("One\n<<<<<<<\n", 2), ("One\r\n>>>>>>>\r\n", 2)],
)
def test_one_marker_is_enough(text: str, line: int) -> None:
    problem = problem_of(text, "x.txt")
    assert problem
    assert (problem.code, problem.place.line) == ("UNFINISHED-MERGE", line)


@pytest.mark.parametrize(
    "text",
    [
        "# Limits\n\nMethod\n=======\n\nWe check.\n",
        "=======\n",
        "A diff has `<<<<<<< HEAD` in it.\n",
        "<<<<<<<<<<<<<<<<\n>>>>>>>>>>>>>>>>>>>\n",
        "> > > quoted\n",
        "The version https://git-lfs.github.com/spec/v1 of the specification\n",
        "We use it:\nversion https://git-lfs.github.com/spec/v1\n",
    ],
)
def test_what_only_looks_like_it_is_read(text: str) -> None:
    assert problem_of(text, "x.md") is None
