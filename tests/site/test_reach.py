"""Every page reaches everyone: its weight, its lines, narrow screens, the keys, and what axe finds."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import ALIKE, COLOURS, MARKED, SCHEMES, WHOLE, WORDS, accessible
from tests.conftest import Sites, laid_out, served
from tests.site.test_browser import KINDS
from tests.site.test_removed import taken_down

LEADER = "leaders/volodymyr-zelensky.html"
EVERY_KIND = (*KINDS, "questions/by/speakers.html", "figures.html", "changes.html", "404.html")
SMALLEST = 24  # CSS pixels that a target has each way, or an undisturbed circle of that size around it (WCAG 2.5.8)
WIDTHS = (390, 820, 1440)
HEAVIEST = 150_000  # bytes
SEARCH = ("search/",)
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
        for element in page.locator(PROSE).filter(visible=True).all()[:30]:
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
        paths = {
            kind,
            *(re.split("[?#]", url)[0].removeprefix(f"{address}/") for url in asked if url.startswith(address)),
        }
        sent = {path: sent_bytes(site / path) for path in paths if not path.startswith(SEARCH)}
        assert sum(sent.values()) <= HEAVIEST, (kind, sent)
        sheets = 0 if kind == "404.html" else 1  # which loads nothing, since it is shown anywhere
        assert sum(path.endswith(".css") for path in sent) == sheets, "each further sheet makes a reader wait"


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


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_every_kind_of_page_is_accessible_as_a_whole(browser: Browser, address: str, kind: str) -> None:
    """Words are looked at once, in the whole page; each way that things look, at each width and in both schemes."""
    still = browser.new_context(reduced_motion="reduce", viewport={"width": WIDTHS[-1], "height": 900})
    with still as context:  # no colour is on its way to another when axe looks
        page = context.new_page()
        page.goto(f"{address}/{kind}")
        accessible(page, WORDS)
        for scheme, rules in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                is_known = (scheme, width) == ("light", WIDTHS[-1])  # but for colours, that is what was looked at first
                accessible(page, COLOURS if is_known else rules, alike=False)


def test_of_what_is_alike_but_for_its_words_one_is_left(page: Page) -> None:
    page.set_content("""
        <ul><li class=a><a href=1>1</a></li> <li class=b>2</li> <li class=a><a href=3></a></li>
        <li class=a><a href=4>4</a></li> <li class=b>5</li> <li class=a><a href=6></a></li>
        <li class=a style="color: red"><a href=7>7</a></li> <li class=b>8 <b>9</b></li></ul>
        <ol><li class=b>10 <b>11</b></li> <li class=b>12</li></ol>
    """)
    for _ in range(2):  # a mark is no part of what is looked at
        page.evaluate(MARKED, ALIKE)
        left = page.eval_on_selector_all(f"li:not([{ALIKE}])", "all => all.map(one => one.textContent)")
        assert left == ["1", "2", "", "7", "8 9", "10 11"]


def with_gaps(target: Path) -> Path:
    """A dossier with an article that nobody has read yet, and one that was taken down."""
    laid_out(target)
    (target / "seeds" / "late-news.txt").write_text("Jane Doe spoke in Oslo.\n", encoding="utf-8")
    (target / "seeds" / "bergen-march.txt").unlink()
    removed = target / "content" / "facts" / "bergen-march.yml"
    removed.write_text(taken_down(removed.read_text(encoding="utf-8")), encoding="utf-8")
    return target


def test_a_page_of_an_article_that_nobody_read_or_that_was_taken_down_is_accessible(page: Page, sites: Sites) -> None:
    with served(sites("gaps", with_gaps, "mkdocs")) as address:
        for name in ("late-news", "bergen-march"):
            page.goto(f"{address}/articles/{name}.html")
            expect(page.locator("h1#top")).to_be_visible()
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                accessible(page, WHOLE)


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
