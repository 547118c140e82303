"""On paper a page is a sourced document: everything open, nothing to press, and the address of each fact."""

import re

import pytest
from playwright.sync_api import Page, expect

PRINTED = ("leaders/volodymyr-zelensky.html", "themes/sanctions.html", "questions/lift-sanctions.html")
CHROME = ".md-header, .md-tabs, .md-sidebar, .here, .filter, .around, .related, .trail, .colophon"


@pytest.fixture
def paper(page: Page) -> Page:
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize("kind", PRINTED)
def test_every_passage_is_open_and_nothing_is_left_to_press(paper: Page, address: str, kind: str) -> None:
    paper.goto(f"{address}/{kind}")
    passages = paper.locator(".fact .passage blockquote")
    assert passages.count() > 3
    assert [passage.is_visible() for passage in passages.all()] == [True] * passages.count()
    left = paper.locator(f"{CHROME}, .fact summary").all()
    assert [part.inner_text() for part in left if part.is_visible()] == []


@pytest.mark.parametrize("kind", PRINTED)
def test_facts_are_numbered_and_each_prints_its_address(paper: Page, address: str, kind: str) -> None:
    paper.goto(f"{address}/{kind}")
    pseudo = "(card, part) => getComputedStyle(card, part).content"
    for card in paper.locator(".fact").all():
        assert card.evaluate(pseudo, "::before") == "counter(fact)"
        assert re.fullmatch(r'"articles/[a-z0-9-]+\.html#[a-z0-9-]+"', card.evaluate(pseudo, "::after"))
        expect(card).to_have_css("counter-increment", "fact 1")


def test_a_page_becomes_a_document_of_ink_on_white(paper: Page, address: str) -> None:
    """Whatever the reader's screen, paper is white."""
    paper.emulate_media(media="print", color_scheme="dark")
    paper.goto(f"{address}/{PRINTED[0]}")
    colours = "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
    assert paper.locator("body").evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert paper.pdf(format="A4").startswith(b"%PDF")
