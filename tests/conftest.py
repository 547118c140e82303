"""What every test may ask for: golden files, the built site, and a page in a real browser."""

import fcntl
import gc
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from difflib import unified_diff
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, sync_playwright

from generator.__main__ import LOOKS_RARELY
from generator.site.parts.context import RenderContext
from tests import browser as browsers
from tests import late
from tests.folders import HERE, context_of
from tests.folders import ROOT as ROOT
from tests.resident import Process, briefbook

ADDRESS = "https://example.org/north-link/"  # of the small dossier, where it is published
Sites = Callable[[str, Callable[[Path], Path], str], Path]

# The same examples on every machine, and no clock.
settings.register_profile("suite", deadline=None, derandomize=True)
settings.load_profile("suite")

late.stand_in()  # before anything imports `jsonschema`
gc.set_threshold(LOOKS_RARELY)  # as every command has it
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what one process compiles, all others read
sys.dont_write_bytecode = False


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
def context() -> RenderContext:
    """This dossier as every page is made of it."""
    return context_of(ROOT)


def copied(target: Path) -> Path:
    """A dossier with the content of this one, as a clone has it: locks, no texts."""
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, target / name)
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


def laid_out(target: Path, folder: str = "small", address: str = "") -> Path:
    """A dossier of the tests with this one's plan for the builder, under its own title and the address of its site."""
    shutil.copytree(HERE / folder, target, dirs_exist_ok=True)
    site = (target / "content" / "site.yml").read_text(encoding="utf-8")
    named = {"site_name": site.partition("title: ")[2].partition("\n")[0], "site_url": address}
    plan = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for key, value in named.items():
        plan = re.sub(rf"^{key}:.*", f"{key}: {value}", plan, flags=re.MULTILINE)
    (target / "mkdocs.yml").write_text(plan, encoding="utf-8")
    return target


def build(root: Path, builder: str = "mkdocs", run: Callable[..., Process] = briefbook) -> Path:
    """The site of a dossier, built by the command that everyone uses."""
    done = run("build", "--root", root, env={**os.environ, "SITE_BUILDER": builder})
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """Sites that are built once for all workers, each by its name; no test changes them."""
    base = tmp_path_factory.getbasetemp()
    home = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def built(name: str, make: Callable[[Path], Path], builder: str) -> Path:
        root = home / name
        with (home / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (root / "site").exists():
                build(root if root.exists() else make(root), builder)
        return root / "site"

    return built


@pytest.fixture(scope="session")
def site(sites: Sites) -> Path:
    """The built site of this dossier."""
    return sites("dossier", copied, "mkdocs")


@pytest.fixture(params=["mkdocs", "zensical"])  # of a wider scope, it would decide the order of tests
def published(request: pytest.FixtureRequest, sites: Sites) -> Path:
    """The built site of the small dossier at an address, by either builder."""
    return sites(f"published-{request.param}", partial(laid_out, address=ADDRESS), request.param)


# Ends when a tenth of a second brought nothing new; the driver's own `networkidle` waits for five of them.
SILENCE = """async () => {
    const loaded = () => performance.getEntriesByType("resource").length;
    for (let before = -1; before !== loaded(); ) {
        before = loaded();
        await new Promise(done => setTimeout(done, 100));
    }
}"""


def goto(page: Page, url: str) -> None:
    """Opens a page, and waits for all that it asks for by itself, also once it is loaded."""
    page.goto(url)
    page.evaluate(SILENCE)


class Quiet(SimpleHTTPRequestHandler):
    """A server of files that says nothing, not even of a browser that left before all had arrived."""

    def handle(self) -> None:
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, format: str, *args: object) -> None: ...  # noqa: A002


@contextmanager
def served(folder: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """The address of a folder that is served to this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The built site, served to this machine."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = browsers.first_working() or pytest.fail(browsers.HELP, pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=browsers.flags())
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page with no history, in a profile of its own."""
    with browser.new_context() as context:
        yield context.new_page()
