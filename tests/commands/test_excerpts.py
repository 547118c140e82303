"""A problem is printed with the line that it is about and a mark below its place."""

from pathlib import Path

import pytest

from generator.commands.excerpts import problem_report
from generator.problems import Place, Problem


def printed(root: Path, text: bytes, line: int, column: int) -> list[str]:
    """What is printed below the problem itself."""
    (root / "facts.yml").write_bytes(text)
    problem = Problem(Place("facts.yml", line, column), "CODE", "what")
    first, *more = problem_report([problem], root).split("\n")
    assert first == str(problem)
    return more


def test_the_mark_stands_below_the_column(tmp_path: Path) -> None:
    text = b"facts:\n  - id: oslo\n    sya: They met.\n"
    assert printed(tmp_path, text, 3, 5) == [
        "    3 |     sya: They met.",
        "      |     ^",
    ]


@pytest.mark.parametrize(
    ("text", "column", "mark"),
    [
        ("\ta: b", 2, " ^"),  # a tab is one column wide here, as it is counted
        ("東京: b", 5, "      ^"),  # two columns a letter
        ("e\u0301a: b", 3, " ^"),  # an accent of its own takes none
        ("a\u200b: b", 4, "   ^"),  # what cannot be seen is shown
    ],
)
def test_the_mark_is_at_its_place_whatever_stands_before(tmp_path: Path, text: str, column: int, mark: str) -> None:
    assert printed(tmp_path, text.encode(), 1, column)[1] == f"      | {mark}"


def test_a_long_line_is_cut_around_the_mark(tmp_path: Path) -> None:
    line, mark = printed(tmp_path, b"a" * 300 + b"X" + b"b" * 300, 1, 301)
    assert line[line.index("|") + 2 :] == "…" + "a" * 60 + "X" + "b" * 39 + "…"
    assert line[mark.index("^")] == "X"


@pytest.mark.parametrize(("line", "column"), [(9, 1), (2, 1)])
def test_where_there_is_no_line_there_is_no_mark(tmp_path: Path, line: int, column: int) -> None:
    assert printed(tmp_path, b"a: b\n\nc: d\n", line, column) == []


def test_a_file_of_other_bytes_or_none_is_no_trouble(tmp_path: Path) -> None:
    assert printed(tmp_path, b"name: St\xf8re\n", 1, 9) == ["    1 | name: St\ufffdre", "      |         ^"]
    assert problem_report([Problem(Place("content/facts/"), "MISSING-FILE", "no article")], tmp_path).count("\n") == 0


def test_every_problem_has_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("one: 1\ntwo: 2\n")
    problems = [Problem(Place("a.yml", n, 6), "CODE", f"what {n}", "mend it") for n in (1, 2)]
    assert problem_report(problems, tmp_path).split("\n") == [
        "a.yml:1:6: CODE: what 1; mend it",
        "    1 | one: 1",
        "      |      ^",
        "a.yml:2:6: CODE: what 2; mend it",
        "    2 | two: 2",
        "      |      ^",
    ]
