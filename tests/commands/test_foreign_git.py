"""A dossier that brings its own `.git/`: none of the programs that this names is started."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.__main__ import main
from generator.commands import git as gits
from tests.repositories import ENVIRONMENT, committed, git, repository

pytestmark = pytest.mark.site
HOOKS = "post-checkout post-commit post-index-change pre-commit prepare-commit-msg reference-transaction".split()
NEW = "Oslo said on 7 June 2024 that it would pay 40 percent of the cost of the cable.\n"
COMMANDS = (
    ("check",), ("status",), ("diff", "HEAD"), ("add", "--publish-text", "new.txt"), ("review", "oslo-cable"),
    ("next",), ("propose",), ("edition",),
)  # fmt: skip


@pytest.fixture
def foreign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose settings start a program that leaves a file; and that file's place."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    root, trace, program = repository(tmp_path / "dossier"), tmp_path / "trace", tmp_path / "program"
    (root / ".gitattributes").write_text("*.yml filter=own diff=own\n*.txt filter=own diff=own\n", encoding="utf-8")
    (root / "seeds/2024-06-07-more.txt").write_text(NEW, encoding="utf-8")
    committed(root, "More")
    (root / "new.txt").write_text(NEW.replace("40", "50"), encoding="utf-8")
    program.write_text(f'#!/bin/sh\necho "$0" "$@" >> \'{trace}\'\ncat\n', encoding="utf-8")
    program.chmod(0o755)
    for hook in HOOKS:
        (root / ".git/hooks").mkdir(exist_ok=True)
        (root / ".git/hooks" / hook).symlink_to(program)
    settings = ("core.fsmonitor", "filter.own.clean", "filter.own.smudge", "diff.external", "diff.own.textconv")
    for setting in (*settings, "gpg.program"):
        git(root, "config", setting, str(program))
    git(root, "config", "log.showSignature", "true")
    trace.unlink(missing_ok=True)
    monkeypatch.chdir(root)
    return trace


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_no_program_of_the_repositorys_own_is_started(command: tuple[str, ...], foreign: Path) -> None:
    CliRunner().invoke(main, list(command), catch_exceptions=False)
    assert not foreign.exists(), foreign.read_text(encoding="utf-8")


def test_a_draft_is_committed_all_the_same(foreign: Path) -> None:
    done = CliRunner().invoke(main, ["propose"], catch_exceptions=False)
    assert "drafted on the branch draft/2024-06-07-more" in done.output, done.output
    assert not foreign.exists()


def test_settings_of_whoever_works_here_stay(foreign: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "filter.mine.clean")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "cat")
    for name, value in (("filter.mine.clean", b"cat\n"), ("filter.own.clean", b"\n"), ("core.fsmonitor", b"false\n")):
        assert gits.ran(Path(), "git", "config", name).stdout == value
    assert not foreign.exists()
