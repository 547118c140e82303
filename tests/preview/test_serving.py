"""`briefbook serve` in a real process, seen by a real browser: each saved change, what is broken, and the end."""

import http.client
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue
from threading import Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import build, laid_out
from tests.folders import ROOT
from tests.resident import Running, begun

pytestmark = pytest.mark.site

FACTS = "content/facts/oslo-cable.yml"
SAID = "say: Denmark has not settled its own part of the bill."
ARTICLE = "articles/oslo-cable.html"
BANNER = "#briefbook-problems"
PATIENCE = 30  # seconds, after which a test has failed


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def locks(root: Path) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(root.glob("seeds/*.lock"))}


@dataclass
class Serving:
    """A dossier that is being served, and what its terminal shows."""

    root: Path
    process: Running
    lines: Queue[str] = field(default_factory=Queue)
    address: str = ""

    def read(self) -> None:
        for line in self.process.stdout:
            self.lines.put(line)
        self.process.stdout.close()

    def line(self, pattern: str, patience: float = PATIENCE) -> str:
        """The next line that has the pattern."""
        while not re.search(pattern, line := self.lines.get(timeout=patience)):
            assert "Traceback" not in line
        return line

    def fetched(self, path: str, **headers: str) -> tuple[int, str]:
        """The status and the text of an answer."""
        with closing(http.client.HTTPConnection(urlsplit(self.address).netloc)) as connection:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()

    def ended(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=PATIENCE)


@contextmanager
def served(root: Path, **environment: str) -> Iterator[Serving]:
    process = begun("serve", "--root", root, "--port", "0", env=os.environ | environment)
    running = Serving(root, process)
    reader = Thread(target=running.read)
    reader.start()
    try:
        running.address = running.line("^the site is at ").split()[4].rstrip(";")
        yield running
    finally:
        process.kill()
        process.wait()
        reader.join()


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """The small dossier, served once for the tests that leave it as it was."""
    with served(laid_out(tmp_path_factory.mktemp("served"))) as running:
        running.line("^shown: all")
        yield running


def test_a_saved_change_is_shown_without_a_hand(page: Page, serving: Serving) -> None:
    page.goto(serving.address + ARTICLE)
    facts = serving.root / FACTS
    kept = facts.read_text(encoding="utf-8")
    change(facts, SAID, "say: Denmark has yet to settle its part of the bill.")
    expect(page.get_by_text("Denmark has yet to settle its part of the bill.").first).to_be_attached()
    serving.line(f"^shown: {ARTICLE}")
    facts.write_text(kept, encoding="utf-8")
    expect(page.get_by_text("Denmark has yet to settle its part of the bill.")).to_have_count(0)
    serving.line(f"^shown: {ARTICLE}")


def test_search_follows_what_is_shown(page: Page, tmp_path: Path) -> None:
    root = laid_out(tmp_path)
    with served(root) as running:
        running.line("^shown: all")
        change(root / FACTS, SAID, "say: Denmark has yet to settle its lovely part of the bill.")
        running.line("^shown: ")
        page.goto(running.address + "explore.html?q=lovely")
        expect(page.locator(".found--facts a")).to_have_text("Denmark has yet to settle its lovely part of the bill.")


def test_a_broken_file_leaves_the_last_good_page_and_says_why(page: Page, serving: Serving) -> None:
    page.goto(serving.address + ARTICLE)
    facts = serving.root / FACTS
    kept = facts.read_text(encoding="utf-8")
    change(facts, SAID, "sya: Denmark has not settled its own part of the bill.")
    banner = page.locator(BANNER)
    expect(banner).to_contain_text("UNKNOWN-FIELD: there is no field `sya` here; did you mean `say`?")
    expect(banner).to_contain_text("sya: Denmark has not settled its own part of the bill.\n      |     ^")
    expect(page.get_by_text("Denmark has not settled its own part of the bill.").first).to_be_attached()
    assert serving.line("UNKNOWN-FIELD")
    page.reload()
    expect(banner).to_contain_text("UNKNOWN-FIELD")
    facts.write_text(kept, encoding="utf-8")
    expect(banner).to_have_count(0)
    serving.line("^saved; nothing on the site changes")


def test_a_change_that_the_article_refutes_is_told_too(page: Page, serving: Serving) -> None:
    page.goto(serving.address)
    facts = serving.root / FACTS
    kept = facts.read_text(encoding="utf-8")
    change(facts, "passage: had not yet decided what it would pay", "passage: had not decided what it would pay")
    expect(page.locator(BANNER)).to_contain_text("has `had not yet decided what it would pay`")
    facts.write_text(kept, encoding="utf-8")
    expect(page.locator(BANNER)).to_have_count(0)
    serving.line("^saved; nothing on the site changes")


def test_only_the_server_adds_the_script(serving: Serving) -> None:
    status, shown = serving.fetched("/" + ARTICLE)
    assert (status, shown.count("/_briefbook/live.js")) == (200, 1)
    served = next((serving.root / "build").glob("live-*/*/site"))
    assert "_briefbook" not in (served / ARTICLE).read_text(encoding="utf-8")
    assert not (serving.root / "site").exists()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/leaders", 301),
        ("/leaders/", 200),
        ("/data/facts.json", 200),
        ("/nowhere.html", 404),
        ("/../mkdocs.yml", 404),
        ("/%2e%2e/%2e%2e/%2e%2e/mkdocs.yml", 404),
        ("/_briefbook/../local.py", 404),
        ("/%00", 404),
    ],
)
def test_nothing_but_the_site_is_served(serving: Serving, path: str, status: int) -> None:
    assert serving.fetched(path)[0] == status


@pytest.mark.parametrize("name", ["example.org", "example.org:80", "127.0.0.1.example.org", "localhost:a", "[::1]", ""])
def test_another_name_for_this_machine_is_refused(serving: Serving, name: str) -> None:
    assert serving.fetched("/", Host=name)[0] == 421


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "localhost:80", "LocalHost"])
def test_a_name_of_this_machine_needs_no_port(serving: Serving, name: str) -> None:
    """Browsers leave out that of 80."""
    assert serving.fetched("/", Host=name)[0] == 200


def test_a_port_that_is_taken_is_told(serving: Serving) -> None:
    port = str(urlsplit(serving.address).port)
    command = [sys.executable, "-m", "generator", "serve", "--root", str(serving.root), "--port", port]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"port {port} cannot be had" in done.stderr


def test_locks_go_with_what_is_saved_and_stay_where_the_text_is_another(tmp_path: Path) -> None:
    root = laid_out(tmp_path)
    for lock in root.glob("seeds/*.lock"):
        lock.unlink()
    (root / "seeds").rename(root / "texts")
    with served(root, CI="") as running:
        running.line("^2 locks written$")
        running.line("^shown: all")
        before = locks(root)
        change(root / FACTS, "would pay 50 percent of the new cable", "would carry 50 percent of the new cable")
        running.line("^1 lock written$")
        assert running.line("").startswith("shown: ")
        after = locks(root)
        assert [article for article in before if after[article] != before[article]] == ["oslo-cable"]
        change(root / "texts" / "oslo-cable.txt", "not one krone more", "not one coin more")
        running.line("^seeds/oslo-cable.lock:1:1: DRIFT: ")
        assert locks(root) == after


def test_what_was_broken_at_the_start_is_shown_when_it_is_mended(page: Page, tmp_path: Path) -> None:
    root = laid_out(tmp_path)
    change(root / FACTS, SAID, "sya: nothing")
    with served(root) as running:
        page.goto(running.address)
        expect(page.get_by_text("Nothing is here yet.")).to_be_visible()
        expect(page.locator(BANNER)).to_contain_text("UNKNOWN-FIELD")
        change(root / FACTS, "sya: nothing", SAID)
        expect(page.get_by_role("heading", level=1)).to_have_text("The North Link", timeout=PATIENCE * 1000)
        expect(page.locator(BANNER)).to_have_count(0)
        assert running.ended() == 0
        running.line("^ended")
    assert list((root / "build").glob("live-*")) == []


def bytes_of(site: Path) -> dict[str, bytes]:
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}


@contextmanager
def looked_at(running: Serving, page: str) -> Iterator[http.client.HTTPResponse]:
    """What somebody is told of a page that is open."""
    with closing(http.client.HTTPConnection(urlsplit(running.address).netloc, timeout=PATIENCE)) as connection:
        since = re.search(r'data-since="(\d+)"', running.fetched(f"/{page}")[1])
        assert since
        connection.request("GET", f"/_briefbook/events?page={page}&since={since[1]}")
        yield connection.getresponse()


@pytest.mark.parametrize("is_private", [False, True])
def test_the_pages_are_those_of_a_whole_build_to_the_byte(tmp_path: Path, is_private: bool) -> None:
    """Whoever looks at one, and whether or not a lock is written meanwhile."""
    root = laid_out(tmp_path)
    if is_private:
        (root / "texts").mkdir()
        for text in root.glob("seeds/*.txt"):
            text.rename(root / "texts" / text.name)
    themes = root / "content/themes.yml"
    another = "- {id: harbours, name: Harbours}\n"
    with served(root, CI="") as running:
        running.line("^shown: all")
        with looked_at(running, "themes/energy-links.html") as told:
            change(root / FACTS, SAID, "say: Denmark has yet to settle its part of the bill.")
            assert told.readline() == b"event: reload\n"
            if is_private:
                running.line("^1 lock written$")
            running.line("^shown: themes/energy-links.html and ")
        with looked_at(running, ARTICLE):
            themes.write_text(another + themes.read_text(encoding="utf-8"), encoding="utf-8")
            running.line("^shown: ")
        shown = next((root / "build").glob("live-*/*/site"))
        assert (shown / "themes/harbours.html").is_file()
        change(themes, another, "")
        running.line("^shown: ")
        live, whole = bytes_of(shown), bytes_of(build(root))
    assert live.keys() == whole.keys()
    assert [name for name, data in whole.items() if live[name] != data] == []
