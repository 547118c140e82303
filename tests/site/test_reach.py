"""Every page reaches everyone: its weight, its lines, narrow screens, the keys, and what axe finds."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.site.test_browser import KINDS

LEADER = "leaders/volodymyr-zelensky.html"
EVERY_KIND = (*KINDS, "404.html")
SMALLEST = 24  # CSS pixels that a target has each way, or an undisturbed circle of that size around it (WCAG 2.5.8)
# Axe's rules that a page of ours breaks, with the reason; none does.
EXCUSED: dict[str, str] = {}
# What passes is counted, and not described at length.
WHOLE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
# All that another colour scheme can change; the whole category has rules beyond AA.
COLOURS = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}
HEAVIEST = 150_000  # bytes
SEARCH = ("search/", "pagefind/")
PROSE = ".lede, .prose, .fact__say"


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        yield context.new_page()


def test_lines_are_sixty_to_seventy_five_characters_long(page: Page, address: str) -> None:
    """The longest full line of each kind of reading text, counted as the browser breaks it."""
    page.set_viewport_size({"width": 1440, "height": 900})
    count = """element => {
        const range = document.createRange(), lines = new Map();
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            if (walker.currentNode.parentElement.closest("sup")) continue;
            for (let i = 0; i < walker.currentNode.length; i++) {
                range.setStart(walker.currentNode, i); range.setEnd(walker.currentNode, i + 1);
                const box = range.getClientRects()[0];
                if (box?.width) lines.set(Math.round(box.bottom / 4), (lines.get(Math.round(box.bottom / 4)) ?? 0) + 1);
            }
        }
        return lines.size > 2 ? [...lines.values()].slice(0, -1) : [];
    }"""
    for kind in ("themes/sanctions.html", "articles/2025-09-04-26-nations-troops.html"):
        page.goto(f"{address}/{kind}")
        for element in page.locator(PROSE).all()[:30]:
            for length in (lines := element.evaluate(count)):
                assert 55 <= length <= 78 or length < max(lines), (kind, element.inner_text()[:60], lines)
            assert not lines or 60 <= max(lines) <= 78, (kind, element.inner_text()[:60], lines)


def test_a_number_stays_with_its_unit(page: Page, address: str) -> None:
    page.goto(f"{address}/{LEADER}")
    text = page.locator(".md-content__inner").inner_text()
    assert "27\N{NO-BREAK SPACE}March" in text
    assert "27 March" not in text
    assert "paragraph 1" not in page.locator(".md-content__inner").evaluate("element => element.textContent")


def test_a_first_visit_is_light_and_asks_nobody_else(browser: Browser, site: Path, address: str) -> None:
    """All that a browser without a cache fetches, each as a host that compresses sends it; search data are apart."""
    for kind in EVERY_KIND:
        with browser.new_context() as context:
            page = context.new_page()
            with page.expect_event("load"):
                page.goto(f"{address}/{kind}")
            asked: list[str] = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
        assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
        paths = {kind, *(url.partition("?")[0].removeprefix(f"{address}/") for url in asked if url.startswith(address))}
        sent = {path: sent_bytes(site / path) for path in paths if not path.startswith(SEARCH)}
        assert sum(sent.values()) <= HEAVIEST, (kind, sent)
        assert sum(path.endswith(".css") for path in sent) == 1, "each further sheet makes a reader wait"


def sent_bytes(path: Path) -> int:
    data = path.read_bytes()
    return len(data if path.suffix in (".png", ".webp", ".woff2") else gzip.compress(data))


@pytest.mark.parametrize("width", [320, 640])
def test_nothing_is_wider_than_a_narrow_or_enlarged_screen(browser: Browser, address: str, width: int) -> None:
    """A phone of 320 pixels, and 1280 pixels at 200 %."""
    with browser.new_context(viewport={"width": width, "height": 720}) as context:
        page = context.new_page()
        for kind in EVERY_KIND:
            page.goto(f"{address}/{kind}", wait_until="domcontentloaded")
            wide = page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")
            assert wide == 0, kind


@pytest.mark.parametrize(
    ("scheme", "width", "rules"),
    [("light", 1440, WHOLE), ("dark", 1440, COLOURS), ("dark", 390, WHOLE)],
    ids=["light", "dark", "phone"],
)
def test_every_kind_of_page_is_accessible_as_a_whole(
    browser: Browser, address: str, scheme: Literal["light", "dark"], width: int, rules: dict[str, object]
) -> None:
    with browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        for kind in EVERY_KIND:
            page.goto(f"{address}/{kind}")
            found = Axe().run(page, options=rules)
            assert found.response["passes"], "axe looked at nothing"
            broken = [v for v in found.response["violations"] if v["id"] not in EXCUSED]
            assert not broken, f"{kind}\n{found.generate_report()}"


def test_the_keys_lead_from_the_skip_link_through_the_header_to_the_content(page: Page, address: str) -> None:
    page.goto(f"{address}/{LEADER}")
    where = "[document.activeElement.closest('.md-skip, .md-header, .md-tabs, .md-content, .md-sidebar, .colophon')]"
    visited: list[str] = []
    for _ in range(40):
        page.keyboard.press("Tab")
        part = str(page.evaluate(f"{where}.map(e => e?.className.split(' ')[0])[0]"))
        seen = page.evaluate(
            "(e => { const s = getComputedStyle(e), l = e.labels?.[0] && getComputedStyle(e.labels[0]);"
            " return [s, l].some(s => s && (s.outlineStyle !== 'none' || s.boxShadow !== 'none')) })"
            "(document.activeElement)"
        )
        assert seen or part == "md-header", f"nothing shows where the keys are in {part}"
        if part not in visited:
            visited.append(part)
    assert visited[:4] == ["md-skip", "md-header", "md-tabs", "md-sidebar"]
    page.keyboard.press("Home")
    page.reload()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('.md-content')")


def test_what_is_pressed_is_large_enough_or_stands_in_a_sentence(phone: Page, address: str) -> None:
    """Links inside a line of text are excepted by WCAG; the frame's own are not."""
    phone.goto(f"{address}/{LEADER}")
    frame = (
        ".md-tabs__link, .colophon a, .around a, .here summary, .here a, .filter :is(input, button), .proof > summary"
    )
    small = phone.eval_on_selector_all(
        frame,
        "(all, least) => all.filter(e => e.offsetParent)"
        ".map(e => [e.className || e.tagName, e.getBoundingClientRect()])"
        ".filter(([, box]) => box.height < least || box.width < least).map(([name, box]) => `${name} ${box.height}`)",
        SMALLEST,
    )
    assert small == []


def test_nothing_moves_for_whom_motion_is_a_burden(browser: Browser, address: str) -> None:
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(f"{address}/{LEADER}")
        moving = page.evaluate(
            "[...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);"
            " return s.transitionDuration.split(', ').some(t => parseFloat(t) > 0) && s.transitionProperty !== 'none'"
            " || s.animationName !== 'none' || s.scrollBehavior === 'smooth' }).map(e => e.className)"
        )
        assert moving == []
