"""The site in a folder, without a server: unpacked from an archive, in a folder with spaces and other letters."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from tests.site.test_browser import KINDS

LEADER = "leaders/volodymyr-zelensky.html"
ARTICLE = "articles/2025-09-04-26-nations-troops.html"


@pytest.fixture(scope="module")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site from an archive, as a reader takes it along."""
    home = tmp_path_factory.mktemp("reader")
    packed = shutil.make_archive(str(home / "site"), "zip", site)
    target = home / "Mes briefings – été 2025 (Łódź)"
    shutil.unpack_archive(packed, target)
    return target


@pytest.fixture
def reader(page: Page) -> Page:
    """A page without a network; what it asks and what goes wrong there are kept with it."""
    page.context.set_offline(True)
    return page


def test_every_kind_of_page_opens_whole_and_asks_nobody(reader: Page, folder: Path) -> None:
    asked: list[str] = []
    wrong: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    reader.on("requestfailed", lambda request: None if _left(request) else wrong.append(f"not loaded: {request.url}"))
    reader.on("pageerror", lambda error: wrong.append(str(error)))
    reader.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
    for kind in (*KINDS, "dossier.html"):
        reader.goto((folder / kind).as_uri())
        expect(reader.get_by_role("heading", level=1)).to_be_visible()
    assert asked
    assert [url for url in asked if not url.startswith((folder.as_uri(), "data:", "blob:"))] == []
    assert wrong == []


def _left(request: Request) -> bool:
    """Whether the page was left before this arrived."""
    return request.failure == "net::ERR_ABORTED"


def test_a_passage_opens(reader: Page, folder: Path) -> None:
    reader.goto((folder / ARTICLE).as_uri())
    proof = reader.locator("details.proof", has=reader.locator("blockquote")).first
    words = proof.locator("blockquote").first
    expect(words).to_be_hidden()
    proof.locator("summary").click()
    expect(words).to_be_visible()


def test_a_list_is_filtered_in_place(reader: Page, folder: Path) -> None:
    reader.goto((folder / LEADER).as_uri())
    shown = reader.locator(".fact:visible")
    whole = shown.count()
    reader.locator(".filter__words").fill("ceasefire")
    expect(reader.locator(".filter__found")).not_to_be_empty()
    assert 0 < shown.count() < whole
    for fact in shown.all():
        assert "ceasefire" in (fact.text_content() or "").casefold()


def test_links_lead_to_facts_and_pictures_are_there(reader: Page, folder: Path) -> None:
    reader.goto((folder / "events/index.html").as_uri())
    assert reader.locator("svg:visible").count() > 0
    reader.goto((folder / "dossier.html").as_uri())
    reader.locator(".sources dd > a").first.click()
    expect(reader.locator("article.fact:target")).to_be_visible()
    assert reader.url.startswith((folder / "articles").as_uri())


def test_explore_and_the_box_search(reader: Page, folder: Path) -> None:
    reader.goto((folder / LEADER).as_uri())
    reader.get_by_role("combobox").fill("sanctions")
    expect(reader.get_by_role("option").first).to_contain_text("Sanctions on Russia")
    reader.keyboard.press("Enter")
    expect(reader.locator(".found--pages a").first).to_have_text("Sanctions on Russia")
    reader.locator(".found--facts a").first.click()
    expect(reader.locator("article.fact:target")).to_be_visible()


def test_pages_read_well_without_scripts(folder: Path, reader: Page) -> None:
    browser = reader.context.browser
    assert browser
    with browser.new_context(java_script_enabled=False, offline=True) as context:
        page = context.new_page()
        page.goto((folder / ARTICLE).as_uri())
        proof = page.locator("details.proof", has=page.locator("blockquote")).first
        proof.locator("summary").click()
        expect(proof.locator("blockquote").first).to_be_visible()
