"""The built site in a real browser: searched, opened by keyboard, read from a folder, and asking no other host."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import goto

KINDS = (
    "index.html",
    "leaders/index.html",
    "leaders/volodymyr-zelensky.html",
    "countries/index.html",
    "countries/finland.html",
    "organisations/nato.html",
    "themes/index.html",
    "themes/sanctions.html",
    "events/index.html",
    "events/paris-summit-2025-09-04.html",
    "questions/index.html",
    "questions/lift-sanctions.html",
    "articles/index.html",
    "articles/2025-09-04-26-nations-troops.html",
    "explore.html",
    "data.html",
    "method.html",
)
ZELENSKY = "leaders/volodymyr-zelensky.html"
# Those of pictures too; each place once.
LINKS = """links => {
    const hrefs = new Set(links.map(link => link.getAttribute("href")));
    return [...new Set([...hrefs].map(href => new URL(href, document.baseURI).href.split("#")[0]))];
}"""
# As the browser reads a page in which no script runs, and without laying it out.
LINKS_OF_EACH = """pages => pages.map(([url, text]) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    const from = new URL(page.querySelector("base[href]")?.getAttribute("href") ?? "", url);
    const hrefs = [...page.querySelectorAll("a[href]")].map(link => link.getAttribute("href"));
    return [...new Set([...new Set(hrefs)].map(href => new URL(href, from).href.split("#")[0]))];
})"""


def first_result(page: Page, address: str, words: str) -> str:
    page.goto(f"{address}/index.html")
    page.get_by_role("combobox", name="Search").click()
    page.keyboard.type(words)
    result = page.get_by_role("option").first
    expect(result).to_be_visible(timeout=15_000)
    result.click()
    page.wait_for_url(f"{address}/*/*")
    return urlsplit(page.url).path.lstrip("/")


@pytest.mark.parametrize("spelling", ["Zelensky", "Zelenskyy"])
def test_a_leader_is_found_by_any_spelling(page: Page, address: str, spelling: str) -> None:
    assert first_result(page, address, spelling) == ZELENSKY
    expect(page.get_by_role("heading", level=1)).to_have_text("Volodymyr Zelensky")


def test_a_theme_and_a_quotation_are_found(page: Page, address: str) -> None:
    assert first_result(page, address, "Reassurance force") == "themes/reassurance-force.html"
    assert first_result(page, address, "classic from the Putin playbook").startswith("articles/2025-03-27-allies")


def test_a_passage_opens_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/events/witkoff-zelensky-meeting-2025-09-04.html")
    proof = page.locator("details:is(.proof, .short)", has=page.locator("blockquote")).first
    words = proof.locator("blockquote").first
    expect(words).to_be_attached()
    expect(words).to_be_hidden()
    for _ in range(100):
        page.keyboard.press("Tab")
        if proof.locator("summary").evaluate("element => element === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(words).to_be_visible()


def test_no_page_asks_another_host(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for kind in KINDS:
        goto(page, f"{address}/{kind}")
    assert asked
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


def test_no_address_that_nothing_could_have_written_breaks_a_page(page: Page, address: str) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    for kind in KINDS:
        for end in ("?q=%E0%A4%A&filter=%E0%A4%A&shown=%&month=%zz#%E0%A4%A", '#"]%', "#__proto__"):
            goto(page, f"{address}/{kind}{end}")
    assert faults == []


def test_the_site_opens_from_its_folder(browser: Browser, page: Page, site: Path) -> None:
    """Every page is reached by links that need no script, as they are read in each and seen in one of each kind."""
    known = walked(page, site.joinpath("index.html").as_uri())
    assert len(known) == len(list(site.rglob("*.html"))) - 1  # nothing leads to 404.html
    with browser.new_context(java_script_enabled=False) as context:
        opened = context.new_page()
        for url in (site.joinpath(kind).as_uri() for kind in KINDS):
            opened.goto(url, wait_until="domcontentloaded")
            assert set(opened.eval_on_selector_all("a[href]", LINKS)) == known[url], url


def walked(page: Page, start: str) -> dict[str, set[str]]:
    """All pages that links lead to, with their links, each of which leads to something that is there."""
    waiting, known = [start], dict[str, set[str]]()
    while waiting:
        found = page.evaluate(LINKS_OF_EACH, [(url, _file(url).read_text(encoding="utf-8")) for url in waiting])
        known |= zip(waiting, map(set, found), strict=True)
        leads = {link: url for url in waiting for link in known[url] if link.startswith("file:")}
        assert [f"{url} leads to {link}" for link, url in leads.items() if not _file(link).is_file()] == []
        waiting = [link for link in leads if link.endswith(".html") and link not in known]
    return known


def _file(url: str) -> Path:
    return Path(unquote(urlsplit(url).path))
