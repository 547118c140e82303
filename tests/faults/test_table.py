"""The page of what was tried: a row for each command, a column for each kind of fault, and what was not tried."""

import json
from pathlib import Path

from tools.measure_reliability import Cell, Row, others, read, table


def test_each_cell_says_how_often_something_did_not_hold() -> None:
    assert table([Cell("add", "full", 16, 1), Cell("build", "kill", 1000, 0)]) == (
        "| command | killed | no file grows from there on |\n"
        "| --- | ---: | ---: |\n"
        "| build | 0 / 1,000 | – |\n"
        "| add | – | 1 / 16 |\n"
    )


def test_what_was_tried_in_several_runs_is_added_up() -> None:
    assert table([Cell("init", "kill", 30, 0), Cell("init", "kill", 10, 1)]).splitlines()[-1] == "| init | 1 / 40 |"


def test_rows_of_other_tools_have_their_commands() -> None:
    assert others([Row("changed dossiers", 1400, 2, "python -m tools.measure_mutants")]) == (
        "| what was tried | times | did not hold | command |\n"
        "| --- | ---: | ---: | --- |\n"
        "| changed dossiers | 1,400 | 2 | `python -m tools.measure_mutants` |\n"
    )


def test_runs_are_joined_by_what_they_printed(tmp_path: Path) -> None:
    found = [Cell("add", "kill", 16, 0), Row("builds", 8, 0, "python -m pytest")]
    (tmp_path / "found.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in found), encoding="utf-8")
    assert list(read([tmp_path / "found.jsonl"])) == found
