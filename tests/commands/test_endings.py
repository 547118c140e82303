"""Commands that are ended from outside: by a signal, or by an output that takes nothing more."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.commands import extractor
from generator.commands.endings import Ended, endable
from generator.content.extraction import GivenArticle
from tests.conftest import laid_out
from tests.folders import ROOT

pytestmark = pytest.mark.site
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
FULL = Path("/dev/full")
NOT_TAKEN = (
    "standard output:1:1: DISK: nothing more can be written there: No space left on device; "
    "see where the output of this command goes\n"
)
ENDLESS = """
import os, sys, time
open(sys.argv[1], "w").write(str(os.getpid()))
time.sleep(600)
"""


def begun(root: Path, *command: str) -> subprocess.Popen[str]:
    """A command that hears signals, though whoever runs the tests may ignore some."""
    return subprocess.Popen(
        [sys.executable, "-m", "generator", *command],
        cwd=root,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL),
    )


@pytest.mark.skipif(not FULL.exists(), reason="this system has no such file")
@pytest.mark.parametrize("command", ["check", "check --json", "explain --handbook", "status", "build"])
def test_an_output_that_takes_nothing_more_is_told_in_one_line(command: str, tmp_path: Path) -> None:
    laid_out(tmp_path)
    line = [sys.executable, "-m", "generator", *command.split()]
    with FULL.open("w") as full:
        done = subprocess.run(
            line, cwd=tmp_path, env=ENVIRONMENT, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr[-len(NOT_TAKEN) :]) == (2, NOT_TAKEN)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_server_leaves_nothing_when_it_is_asked_to_end(number: signal.Signals, tmp_path: Path) -> None:
    laid_out(tmp_path)
    with begun(tmp_path, "serve", "--port", "0") as server:
        assert server.stdout is not None
        while not server.stdout.readline().startswith("shown: "):
            assert server.poll() is None
        assert list((tmp_path / "build").glob("live-*"))
        server.send_signal(number)
        server.communicate()
    assert server.returncode == 0
    assert list((tmp_path / "build").glob("live-*")) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_program_that_was_started_ends_with_what_started_it(number: signal.Signals, tmp_path: Path) -> None:
    root, told = laid_out(tmp_path / "dossier"), tmp_path / "told"
    (tmp_path / "endless.py").write_text(ENDLESS, encoding="utf-8")
    os.mkfifo(told)
    command = f"{sys.executable} {tmp_path / 'endless.py'} {told}"
    with begun(root, "draft", "oslo-cable", "--from", command) as drafting:
        started = int(told.read_text(encoding="utf-8"))
        drafting.send_signal(number)
        _, said = drafting.communicate()
    assert (drafting.returncode, said.startswith("interrupted: ")) == (128 + number, True), said
    with pytest.raises(ProcessLookupError):
        os.kill(started, 0)


def test_a_signal_that_is_ignored_stays_so_and_all_are_as_before_afterwards() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with endable():
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
            with pytest.raises(Ended) as ended:
                signal.raise_signal(signal.SIGTERM)
        assert (ended.value.code, signal.getsignal(signal.SIGTERM)) == (143, signal.SIG_DFL)
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_that_comes_while_a_program_starts_ends_that_too(
    number: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, start = list[subprocess.Popen[bytes]](), subprocess.Popen

    def starting(*args: Any, **options: Any) -> subprocess.Popen[bytes]:
        started.append(start(*args, **options))
        signal.raise_signal(number)
        return started[0]

    monkeypatch.setattr("subprocess.Popen", starting)
    given: Any = GivenArticle
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with endable(), pytest.raises(KeyboardInterrupt):
            extractor.extracts("sleep 600", given.model_construct(), 60)
    finally:
        signal.signal(signal.SIGINT, before)
    [program] = started
    for stream in filter(None, (program.stdin, program.stdout)):
        stream.close()
    assert program.poll() == -signal.SIGKILL
