"""A site whose address has a path is served below it: its links, its look, its search, and its page for what is not."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.publishing import gate
from generator.site.render.policy import META
from tests.conftest import Quiet, served


class Hosted(Quiet):
    """A host of static sites: below a path, and with the site's own page for what it has not."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        body = (Path(self.directory) / "north-link" / "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def north(published: Path, tmp_path: Path) -> Iterator[str]:
    """A site whose address is known."""
    with below(published, tmp_path) as address:
        yield address


@pytest.fixture
def anywhere(site: Path, tmp_path: Path) -> Iterator[str]:
    """A site that nobody has told where it is published."""
    with below(site, tmp_path) as address:
        yield address


@contextmanager
def below(site: Path, tmp_path: Path) -> Iterator[str]:
    (tmp_path / "north-link").symlink_to(site)
    with served(tmp_path, Hosted) as address:
        yield f"{address}/north-link"


def test_links_from_the_root_are_read_below_the_path_of_the_site(tmp_path: Path) -> None:
    links = ("/north/a.html", "/north/", "/a.html", "/north/b.html", "/northern/a.html")
    (tmp_path / "a.html").write_text(META + "".join(f'<a href="{link}">x</a>' for link in links))
    (tmp_path / "index.html").write_text(META + "<p>Home</p>")
    dead = [str(problem).partition("`")[2] for problem in gate.problems(tmp_path, {}, "/north/")]
    assert dead == ["/a.html`", "/north/b.html`", "/northern/a.html`"]
    at_the_root = [str(problem).partition("`")[2] for problem in gate.problems(tmp_path, {})]
    assert at_the_root == ["/north/`", "/north/a.html`", "/north/b.html`", "/northern/a.html`"]


def test_search_works_below_a_path(page: Page, north: str) -> None:
    page.goto(f"{north}/countries/norway.html")
    page.get_by_role("combobox").press_sequentially("jane doe")
    page.get_by_role("option", name="Jane Doe").first.click()
    page.wait_for_url(f"{north}/leaders/jane-doe.html")
    page.goto(f"{north}/explore.html?q=norway")
    page.locator(".found").get_by_role("link", name="Norway", exact=True).click()
    page.wait_for_url(f"{north}/countries/norway.html")


def test_what_is_not_there_is_told_in_the_look_of_the_site_at_any_depth(page: Page, north: str) -> None:
    failed: list[str] = []
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    missing = f"{north}/no/such/page.html"
    page.goto(missing)
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no such page")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(253, 252, 249)"
    page.get_by_role("link", name="the front page").click()
    page.wait_for_url(f"{north}/index.html")
    assert failed == [missing]
    page.goto(missing)
    page.get_by_role("combobox").press_sequentially("jane doe")
    page.get_by_role("option", name="Jane Doe").first.click()
    page.wait_for_url(f"{north}/leaders/jane-doe.html")


@pytest.mark.parametrize("path", ["gone", "articles/gone.html", "a/b/gone.html"])
def test_without_an_address_it_loads_nothing_and_leads_nowhere_outside(page: Page, anywhere: str, path: str) -> None:
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    page.goto(f"{anywhere}/{path}", wait_until="networkidle")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no such page")
    assert asked == {f"{anywhere}/{path}"}
    addresses = page.eval_on_selector_all("a", "all => all.map(link => link.href)")
    assert addresses == [f"{anywhere}/{path.rpartition('/')[0]}/index.html".replace("//index", "/index")]


def test_without_an_address_it_leads_to_the_first_page_of_its_part(page: Page, anywhere: str) -> None:
    for path, first in (("gone.html", "index.html"), ("articles/gone.html", "articles/index.html")):
        page.goto(f"{anywhere}/{path}")
        page.get_by_role("link").click()
        page.wait_for_url(f"{anywhere}/{first}")
        expect(page.locator(".md-header")).to_be_visible()
