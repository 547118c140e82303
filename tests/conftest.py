"""What every test may ask for: golden files, and a page in a real browser."""

from collections.abc import Callable, Iterator
from difflib import unified_diff
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests import browser as browsers


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="write what the tests got into their golden files")


@pytest.fixture
def agrees(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a whole text with its golden file, or writes that file under `--bless`."""

    def compare(path: Path, text: str) -> None:
        known = path.read_bytes().decode() if path.exists() else ""
        if request.config.getoption("--bless"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        elif text != known or not path.exists():
            lines = unified_diff(known.splitlines(), text.splitlines(), str(path), "this run", lineterm="")
            difference = "\n".join(lines) or "the file is missing, or only its line ends differ"
            pytest.fail(f"{difference}\n\naccept an intended change with `pytest --bless`", pytrace=False)

    return compare


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = browsers.found() or pytest.fail(browsers.HELP, pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=browsers.flags())
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page with no history, in a profile of its own."""
    with browser.new_context() as context:
        yield context.new_page()
