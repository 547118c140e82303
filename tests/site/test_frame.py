"""The frame around every page, in a real browser: the ways on from it, its list of parts, and its filter."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

LEADER = "leaders/volodymyr-zelensky.html"


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        yield context.new_page()


def links(page: Page, selector: str) -> list[str]:
    found: list[str] = page.eval_on_selector_all(f"{selector} a", "all => all.map(link => link.href)")
    return found


# Ways


@pytest.mark.parametrize("section", ["leaders", "countries", "themes", "articles"])
def test_before_and_after_walk_through_a_whole_index(site: Path, section: str) -> None:
    """In the order of the index, from the first entry to the last, and back."""
    named = html.parse(str(site / section / "index.html")).xpath("//*[@class='line__name']//a/@href")
    listed = [href for href in dict.fromkeys(map(str, named)) if href.startswith(f"../{section}/")]
    walked = listed[:1]
    while onward := beside(site / section / walked[-1], "next"):
        assert beside(site / section / onward[0], "prev") == walked[-1:]
        walked += onward
    assert len(walked) > 3
    assert walked == listed


def beside(page: Path, way: str) -> list[str]:
    return [str(href) for href in html.parse(str(page)).xpath(f"//nav[@class='around']/a[@rel='{way}']/@href")]


def test_the_parts_of_a_page_are_listed_once_on_every_screen(page: Page, phone: Page, address: str) -> None:
    for kind in (LEADER, "themes/sanctions.html"):
        phone.goto(f"{address}/{kind}")
        phone.locator(".here summary").click()
        parts = phone.locator(".md-content__inner > h2[id]").all_inner_texts()
        expect(phone.locator(".here a")).to_have_text(parts)
        phone.locator(".here a").last.click()
        expect(phone.locator(".md-content__inner > h2[id]").last).to_be_in_viewport()
        expect(phone.locator(".md-sidebar--secondary")).to_be_hidden()
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(f"{address}/{kind}")
        expect(page.locator(".here")).to_be_hidden()
        expect(page.locator(".md-sidebar--secondary")).to_be_visible()


def test_every_section_is_one_tap_away_on_a_phone(phone: Page, address: str) -> None:
    phone.goto(f"{address}/{LEADER}")
    tabs = phone.locator(".md-tabs__link")
    for tab in tabs.all():
        expect(tab).to_be_in_viewport()
    tabs.get_by_text("Themes").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Themes")


# The filter


@pytest.fixture
def long_page(page: Page, address: str) -> Page:
    page.goto(f"{address}/{LEADER}")
    return page


def shown(page: Page) -> list[str]:
    return page.locator(".fact:visible .fact__say").all_inner_texts()


def test_a_page_is_filtered_in_place(long_page: Page) -> None:
    everything = shown(long_page)
    box = long_page.get_by_role("searchbox", name="Filter this page")
    box.fill("macron march")
    found = shown(long_page)
    assert 0 < len(found) < len(everything)
    for card in long_page.locator(".fact:visible").all():
        text = str(card.evaluate("card => card.textContent.toLowerCase()"))
        assert "macron" in text
        assert "march" in text
    items = long_page.locator(".fact, .line").count()
    expect(long_page.locator(".filter output")).to_have_text(
        f"{long_page.locator(':is(.fact, .line):visible').count()} of {items} shown"
    )
    for heading in long_page.locator(".md-content__inner h2:visible, .group__heading:visible").all():
        after = "h => { for (let e = h.nextElementSibling; e; e = e.nextElementSibling) if (!e.hidden) return true }"
        assert heading.evaluate(after), heading.inner_text()
    assert "filter=macron+march" in long_page.url
    box.press("Escape")
    assert shown(long_page) == everything
    assert "filter" not in long_page.url


def test_a_copied_address_filters_alike(long_page: Page) -> None:
    long_page.get_by_role("searchbox", name="Filter this page").fill("Trump")
    found, url = shown(long_page), long_page.url
    long_page.goto("about:blank")
    long_page.goto(url)
    assert shown(long_page) == found


def test_accents_and_case_are_folded(long_page: Page) -> None:
    box = long_page.get_by_role("searchbox", name="Filter this page")
    box.fill("Zelensky")
    found = shown(long_page)
    for spelling in ("zélensky", "ZELENSKÝ"):
        box.fill(spelling)
        assert shown(long_page) == found


def test_the_filter_works_from_a_folder_and_leaves_short_pages_alone(page: Page, site: Path) -> None:
    page.goto((site / LEADER).as_uri())
    page.get_by_role("searchbox", name="Filter this page").fill("Trump")
    expect(page.locator(".filter output")).to_contain_text("shown")
    page.goto((site / "articles" / "index.html").as_uri())
    expect(page.locator("form.filter")).to_be_hidden()


def test_a_link_to_a_fact_that_is_filtered_out_still_leads_to_it(page: Page, address: str) -> None:
    page.goto(f"{address}/articles/2025-09-04-26-nations-troops.html")
    name = page.locator(".fact[id]").last.get_attribute("id")
    page.get_by_role("searchbox", name="Filter this page").fill("xyzzy")
    page.evaluate("name => { location.hash = name }", name)
    expect(page.locator(f"[id='{name}']")).to_be_in_viewport()


def test_without_javascript_a_page_is_whole(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/{LEADER}")
        expect(page.locator("form.filter")).to_be_hidden()
        folds = page.locator("details.fold:has(.fact) > summary")
        assert folds.count() > 3
        for fold in folds.all():
            fold.click()
        assert len(shown(page)) == page.locator(".fact .fact__say").count() > 30
