"""The proof where the reader is: what a reference opens, what an address leads to, and the way past the header."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from lxml import html
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from generator.site.parts.context import RenderContext
from generator.site.render.typography import typographic
from tests.axe import WHOLE, accessible
from tests.site.test_browser import KINDS

PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1440, "height": 900}
ARTICLE = "articles/2025-09-04-26-nations-troops.html"
SMALLEST = 24  # pixels each way
LANDED = "element => element.getBoundingClientRect().top - document.querySelector('.md-header').offsetHeight"


def opened(page: Page) -> Locator:
    return page.locator(".reference:popover-open")


def run(page: Page, several: bool = True) -> Locator:
    """The first run of references of a page, of several numbers or of one."""
    return (
        page.locator(".md-content .ref__open")
        .filter(visible=True)
        .filter(has_text=re.compile(r"^\d+ \d+" if several else r"^\d+$"))
        .first
    )


# References


def test_a_page_has_what_its_references_lead_to_once_and_nothing_else(site: Path, context: RenderContext) -> None:
    for kind in KINDS:
        tree = html.parse(str(site / kind))
        links = tree.xpath("//*[@class='ref']/a")
        told = [source.xpath("figcaption/a/@href") for source in tree.xpath("//*[@class='referred']/figure")]
        assert told == [[href] for href in dict.fromkeys(link.get("href") for link in links)]
        for link in links:
            fact = context.briefing.facts[link.get("href").partition("#")[2]]
            assert link.get("aria-label").replace("\xa0", " ") == f"{link.text}: {typographic(fact.say)}"
        for source in tree.xpath("//*[@class='referred']/figure"):
            fact = context.briefing.facts[source.xpath("figcaption/a/@href")[0].partition("#")[2]]
            passages = [str(quoted.text).replace("\xa0", " ") for quoted in source.iter("blockquote")]
            assert passages == list(map(typographic, fact.fact.passage))
            assert source.findtext("figcaption/cite") == typographic(context.source_link(fact.article).name)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_numbers_of_a_run_are_one_target_that_opens_their_facts_in_place(
    page: Page, address: str, size: ViewportSize
) -> None:
    page.set_viewport_size(size)
    page.goto(f"{address}/index.html")
    expect(page.locator(".ref a:not(.ref__open)")).to_have_count(0)
    small = page.locator(".ref__open").evaluate_all(
        "(all, least) => all.map(e => e.getBoundingClientRect()).filter(b => b.width < least || b.height < least)",
        SMALLEST,
    )
    assert small == []
    button = run(page)
    numbers = button.inner_text().split()
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    facts = opened(page).locator("li")
    assert facts.evaluate_all("all => all.map(fact => fact.value)") == list(map(int, numbers))
    says = facts.locator("p").all_inner_texts()
    expect(button).to_have_accessible_name(f"{' '.join(numbers)}: {' '.join(says)}")
    for say, fact in zip(says, facts.all(), strict=True):
        assert fact.locator("blockquote").count() > 0
        expect(fact.locator("cite")).not_to_be_empty()
        onward = fact.get_by_role("link")
        expect(onward).to_have_accessible_name(f"Open the fact: {say}")
        assert re.fullmatch(r"articles/[a-z0-9-]+\.html#[a-z0-9-]+", onward.get_attribute("href") or "")
    inside(opened(page), size)
    button.click()
    expect(opened(page)).to_have_count(0)
    expect(button).to_have_attribute("aria-expanded", "false")


def inside(element: Locator, size: ViewportSize) -> None:
    box = element.bounding_box()
    assert box
    assert 0 <= box["x"] <= box["x"] + box["width"] <= size["width"]
    assert 0 <= box["y"] <= box["y"] + box["height"] <= size["height"]


def test_whatever_stands_at_an_edge_opens_inside_of_the_window(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/index.html")
    for button in page.locator(".ref__open").filter(visible=True).all():
        for block in ("start", "end"):
            beyond = -80 if block == "start" else 0  # what stands at the top is below the header
            button.evaluate("(e, [block, by]) => { e.scrollIntoView({ block }); scrollBy(0, by) }", [block, beyond])
            button.press("Enter")
            inside(opened(page), PHONE)
            page.keyboard.press("Escape")


def test_the_keys_open_it_lead_on_into_it_and_close_it(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    button = run(page, several=False)
    for key in ("Enter", "Space"):
        button.press(key)
        expect(opened(page).locator("li")).to_have_count(1)
        page.keyboard.press("Escape")
        expect(opened(page)).to_have_count(0)
        expect(button).to_be_focused()
        button.press(key)
        button.press(key)
        expect(opened(page)).to_have_count(0)
    button.press("Enter")
    page.keyboard.press("Tab")
    expect(opened(page).get_by_role("link")).to_be_focused()
    page.keyboard.press("Tab")
    expect(opened(page)).to_have_count(0)
    page.keyboard.press("Shift+Tab")
    expect(button).to_be_focused()


def test_a_pointer_that_rests_opens_it_and_one_outside_closes_it(page: Page, address: str) -> None:
    page.set_viewport_size(DESK)
    page.goto(f"{address}/index.html")
    button = run(page)
    button.hover()
    expect(opened(page)).to_be_visible()
    opened(page).hover()
    page.wait_for_timeout(400)  # longer than its patience
    expect(opened(page)).to_be_visible()
    page.mouse.move(1, 1)
    expect(opened(page)).to_have_count(0)
    button.click()
    page.mouse.move(1, 1)
    page.wait_for_timeout(400)
    expect(opened(page)).to_be_visible()
    page.mouse.click(1, 899)
    expect(opened(page)).to_have_count(0)


def test_it_leads_to_the_fact_also_from_a_folder_and_on_the_same_page(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    run(page, several=False).click()
    link = opened(page).get_by_role("link")
    fact = (link.get_attribute("href") or "").partition("#")[2]
    link.click()
    assert page.url.endswith(f"#{fact}")
    expect(page.locator(f"[id='{fact}'] .passage").first).to_be_visible()
    page.goto((site / ARTICLE).as_uri())
    page.locator(".lede .ref__open").first.click()
    link = opened(page).get_by_role("link").first
    fact = (link.get_attribute("href") or "").removeprefix("#")
    link.click()
    expect(opened(page)).to_have_count(0)
    expect(page.locator(f"[id='{fact}']")).to_be_in_viewport()


def test_without_a_script_each_number_is_a_link(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/index.html")
        expect(page.locator(".ref__open")).to_have_count(0)
        expect(page.locator(".referred").first).to_be_hidden()
        link = page.locator(".lede .ref a").first
        href = link.get_attribute("href") or ""
        link.click()
        assert page.url == f"{address}/{href}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_opens_is_accessible(page: Page, address: str, scheme: Literal["light", "dark"]) -> None:
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}/index.html")
    run(page).click()
    accessible(page, WHOLE, part=".reference")


# Names


@pytest.mark.parametrize("kind", KINDS)
def test_openers_and_links_of_facts_are_told_apart_by_name(site: Path, kind: str) -> None:
    for fact in html.parse(str(site / kind)).xpath("//article[contains(@class, 'fact')]"):
        say = " ".join(fact.xpath("string(.//*[@class='fact__say'])").split())
        openers = [opener for opener in fact.iter("summary") if opener.getparent().find_class("passage")]
        for part in (*openers, *fact.find_class("permalink")):
            assert say in (part.get("aria-label") or " ".join(part.text_content().split()))


# Addresses


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport=request.param) as context:
        yield context.new_page()


def test_a_fact_reached_by_its_address_is_open_highlighted_and_below_the_header(reader: Page, address: str) -> None:
    reader.goto(f"{address}/{ARTICLE}")
    ids = reader.locator(".fact[id]").evaluate_all("facts => facts.map(fact => fact.id)")
    early, late = ids[3], ids[len(ids) // 2]
    reader.goto("about:blank")
    reader.goto(f"{address}/{ARTICLE}#{early}")
    reached(reader, early)
    reader.evaluate("id => { location.hash = id }", late)
    reached(reader, late)
    expect(reader.locator(f"[id='{early}']")).to_have_css("background-color", "rgba(0, 0, 0, 0)")


def reached(page: Page, id: str) -> None:
    fact = page.locator(f"[id='{id}']")
    expect(fact.locator(".passage").first).to_be_visible()
    expect(fact).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")
    expect(fact).to_be_in_viewport()
    assert 0 <= fact.evaluate(LANDED) < 100


def test_whatever_a_fact_is_folded_into_opens_for_its_address(reader: Page, address: str) -> None:
    reader.goto(f"{address}/{ARTICLE}")
    fact = reader.locator(".fact[id]").nth(5)
    id = fact.get_attribute("id") or ""
    fact.evaluate("""fact => {
        for (const _ of [1, 2]) {
            const fold = document.createElement('details');
            fold.className = 'fold';
            fact.replaceWith(fold);
            fold.append(document.createElement('summary'), fact);
            fact = fold;
        }
    }""")
    expect(fact).to_be_hidden()
    reader.evaluate("id => { location.hash = id }", id)
    reached(reader, id)
    reader.locator("details.fold").first.evaluate("fold => { fold.open = false; scrollTo(0, 0) }")
    expect(fact).to_be_hidden()
    reader.evaluate("""() => {
        const link = document.createElement('a');
        link.href = location.hash;
        document.querySelector('h1').append(link);
        link.click();
    }""")
    reached(reader, id)


# The way past the header


def test_every_page_has_a_way_to_its_heading(site: Path) -> None:
    pages = [path for path in site.rglob("*.html") if b"md-container" in path.read_bytes()]
    assert len(pages) > 100
    for path in pages:
        tree = html.parse(str(path))
        assert tree.xpath("//a[@class='md-skip']/@href")[-1:] == ["#top"], path
        assert len(tree.xpath("//h1[@id='top']")) == len(tree.xpath("//h1")) == 1, path


@pytest.mark.parametrize("kind", ["index.html", "explore.html", ARTICLE])
def test_the_first_key_shows_the_way_to_the_heading(reader: Page, address: str, kind: str) -> None:
    reader.goto(f"{address}/{kind}")
    reader.keyboard.press("Tab")
    skip = reader.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_have_css("opacity", "1")
    expect(skip).to_be_in_viewport(ratio=1)
    reader.keyboard.press("Enter")
    heading = reader.get_by_role("heading", level=1)
    expect(heading).to_be_in_viewport()
    assert heading.evaluate(LANDED) >= 0
    reader.keyboard.press("Tab")
    assert reader.evaluate("!!document.activeElement.closest('.md-content, .md-sidebar')")
