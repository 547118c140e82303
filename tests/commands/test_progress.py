"""People at a terminal see how far a long run is; `--profile` tells what its stages took; machines see neither."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import stages
from generator.__main__ import main
from generator.commands import progress
from generator.commands.progress import Watch
from tests.folders import HERE

STAGES = ["starting", "reading", "proving", "rules", "in all"]
ROW = r"[a-z ]+(  +\d+\.\d\d){3}$"  # seconds, those of processors, and memory


def test_nobody_hears_unless_somebody_listens() -> None:
    heard: list[tuple[str, int, int]] = []
    stages.begin("before")
    with stages.heard_by(lambda *told: heard.append(told)):
        stages.begin("reading")
        assert list(stages.over("proving", ("a", "b"))) == ["a", "b"]
        assert list(stages.over("pages", iter("c"), 1)) == ["c"]
        assert list(stages.over("a stream", iter("d"))) == ["d"]
    stages.begin("after")
    assert heard == [
        ("reading", 0, 0),
        *(("proving", done, 2) for done in (0, 1, 2)),
        *(("pages", done, 1) for done in (0, 1)),
        *(("a stream", done, 0) for done in (0, 1)),
    ]


def test_a_long_run_tells_its_stage_and_what_is_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    watch = Watch(is_shown=True)
    with stages.heard_by(watch):
        stages.begin("reading")
        list(stages.over("proving", "abc"))
        list(stages.over("a stream", iter("abc")))
    watch.close()
    told = capsys.readouterr().err.splitlines()
    assert told == ["reading …", "proving", "a stream …"]  # where there is no terminal, click draws no bar


def test_a_short_run_tells_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for patience, is_shown in ((1e9, True), (0.0, False)):
        monkeypatch.setattr(progress, "PATIENCE", patience)
        watch = Watch(is_shown)
        with stages.heard_by(watch):
            list(stages.over("proving", "abc"))
        watch.close()
    assert capsys.readouterr() == ("", "")


def test_profile_tells_what_each_stage_took_beside_what_machines_read(tmp_path: Path) -> None:
    root = shutil.copytree(HERE / "small", tmp_path / "dossier")
    asked = ["check", "--root", str(root), "--frozen", "--json", "--profile"]
    done = CliRunner().invoke(main, asked)
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout) == json.loads(CliRunner().invoke(main, asked[:-1]).stdout)
    head, *rows = done.stderr.splitlines()
    assert head.split("  ")[0] == "stage"
    assert [row.partition("  ")[0] for row in rows] == STAGES
    assert [row for row in rows if not re.match(ROW, row)] == []


def test_the_program_says_the_same_whoever_listens(tmp_path: Path) -> None:
    root = shutil.copytree(HERE / "small", tmp_path / "dossier")
    asked = ["check", "--root", str(root), "--frozen"]
    plain, watched = (CliRunner().invoke(main, [*asked, *more]) for more in ([], ["--profile"]))
    assert (watched.exit_code, watched.stdout) == (plain.exit_code, plain.stdout)
    assert plain.stderr == ""
