"""The paragraph strip shows what became of each paragraph, and on which themes; its table says the same."""

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Page

from generator import files, pipeline
from generator.measures.coverage import coverage
from generator.site.parts.context import Book
from generator.site.parts.page import Link
from generator.site.pictures.coverage_strip import Mark, Stretch, Strip, Thread, strip
from generator.site.render.markup import environment
from tests.folders import HERE, kept_in, texts_of

ARTICLE = "2025-09-04-coalition-paris"


def small() -> Book:
    texts = texts_of(HERE / "small")
    return Book(pipeline.load(texts, kept_in(texts)), files.words())


def shown(book: Book, told: Strip) -> html.HtmlElement:
    template = environment().get_template("pictures/strip.md.j2")
    macros = template.make_module({"words": book.words, "link": lambda target: target})
    return html.fragment_fromstring(str(macros.paragraphs(told)))  # type: ignore[attr-defined]


def test_the_strip_of_an_article() -> None:
    book = small()
    links = Link("Energy links", "themes/energy-links.html")
    assert strip(book, coverage(book.briefing, "oslo-cable")) == Strip(
        paragraphs=5,
        edition="4 June 2024",
        states=("covered", "skipped"),
        stretches=(
            Stretch(1, 1, "skipped", 0, "headline", ()),
            Stretch(2, 2, "covered", 1, "", (links,)),
            Stretch(3, 3, "covered", 1, "", (links,)),
            Stretch(4, 4, "covered", 1, "", (links,)),
            Stretch(5, 5, "skipped", 0, "newsletter box", ()),
        ),
        threads=(Thread(links, 3, (Mark(1, 2, 4),)),),
    )


def test_runs_of_one_reason_are_joined_and_nothing_is_lost(book: Book) -> None:
    for article in book.briefing.articles:
        told = strip(book, coverage(book.briefing, article))
        numbers = [n for one in told.stretches for n in range(one.first, one.last + 1)]
        assert numbers == list(range(1, told.paragraphs + 1))
        for one, other in pairwise(told.stretches):
            joinable = one.state in ("skipped", "short")
            assert not (joinable and (one.state, one.because) == (other.state, other.because))
        assert all(one.first == one.last for one in told.stretches if one.state == "covered")
        assert sum(one.facts for one in told.stretches) == sum(len(c.facts) for c in coverage(book.briefing, article))


def test_the_table_and_the_marks_say_the_same(book: Book) -> None:
    told = strip(book, coverage(book.briefing, ARTICLE))
    figure, states = shown(book, told), book.words["article"]["states"]

    def numbers(one: Stretch | Mark) -> str:
        return str(one.first) if one.first == one.last else f"{one.first}–{one.last}"

    rows = [[cell.text_content() for cell in row] for row in figure.iterfind(".//tbody/tr")]
    assert rows == [
        [
            numbers(one),
            f"{states[one.state]}: {one.because}" if one.because else states[one.state],
            str(one.facts or "–"),
            ", ".join(theme.name for theme in one.themes) or "–",
        ]
        for one in told.stretches
    ]
    boxes = [(a.get("href"), a.text) for a in figure.iterfind(".//ol/li/a")]
    assert boxes == [(f"#p{one.first}", numbers(one)) for one in told.stretches]
    lines = [
        (row.find("span/a").text_content(), [(a.get("href"), a.findtext("title")) for a in row.iterfind("svg/a")])
        for row in figure.iterfind(".//ul/li")
    ]
    assert lines == [
        (thread.theme.name, [(f"#p{mark.first}", numbers(mark)) for mark in thread.marks]) for thread in told.threads
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_strip_is_accessible_and_fits_a_phone(page: Page, address: str, scheme: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{address}/articles/{ARTICLE}.html")
    page.locator("#paragraphs details").evaluate("details => { details.open = true }")
    found = Axe().run(page, context="#paragraphs")
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    sizes = page.locator("#paragraphs .strip a").evaluate_all(
        "links => links.map(link => { const box = link.getBoundingClientRect(); return [box.width, box.height] })"
    )
    assert [size for size in sizes if min(size) < 24] == []
    page.locator("#paragraphs .strip a").last.click()
    assert page.evaluate("location.hash") == "#p87"
