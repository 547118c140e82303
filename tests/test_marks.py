"""A fast test is fast: it cannot start a process, and nobody has to remember that."""

import subprocess
import sys

import pytest
from playwright.sync_api import Browser

from tests.marks import FORBIDDEN, kind


def test_what_starts_nothing_is_fast(request: pytest.FixtureRequest) -> None:
    assert kind(request.node) == "fast"
    with pytest.raises(pytest.fail.Exception) as failed:
        subprocess.run([sys.executable, "--version"], check=False)
    assert str(failed.value) == f"{FORBIDDEN}; it started {sys.executable}"


@pytest.mark.site
def test_what_is_marked_may_start_a_process(request: pytest.FixtureRequest) -> None:
    assert kind(request.node) == "site"
    assert subprocess.run([sys.executable, "-c", "pass"], check=False).returncode == 0


def test_what_drives_a_browser_is_known_by_its_fixture(browser: Browser, request: pytest.FixtureRequest) -> None:
    assert browser.is_connected()
    assert kind(request.node) == "browser"
