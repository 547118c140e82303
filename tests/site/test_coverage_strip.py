"""The paragraph strip shows what became of each paragraph, and on which themes; its table says the same."""

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Page

from generator import files, pipeline
from generator.measures.coverage import coverage
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Link
from generator.site.pictures.coverage_strip import Mark, StateRange, Strip, ThemeMarks, strip
from generator.site.render.markup import environment
from generator.site.render.typography import typographic
from tests.folders import HERE, article_texts_of, texts_of

ARTICLE = "2025-09-04-coalition-paris"


def small() -> RenderContext:
    texts = texts_of(HERE / "small")
    return RenderContext(pipeline.load(texts, article_texts_of(texts)), files.words())


def shown(context: RenderContext, told: Strip) -> html.HtmlElement:
    template = environment().get_template("pictures/coverage_strip.md.j2")
    macros = template.make_module({"words": context.words, "link": lambda target: target})
    return html.fragment_fromstring(str(macros.paragraphs(told)))  # type: ignore[attr-defined]


def test_the_strip_of_an_article() -> None:
    context = small()
    links = Link("Energy links", "themes/energy-links.html")
    assert strip(context, coverage(context.briefing, "oslo-cable")) == Strip(
        paragraphs=5,
        edition="4 June 2024",
        states=("covered", "skipped"),
        ranges=(
            StateRange(1, 1, "skipped", 0, "headline", ()),
            StateRange(2, 2, "covered", 1, "", (links,)),
            StateRange(3, 3, "covered", 1, "", (links,)),
            StateRange(4, 4, "covered", 1, "", (links,)),
            StateRange(5, 5, "skipped", 0, "newsletter box", ()),
        ),
        themes=(ThemeMarks(links, 3, (Mark(1, 2, 4),)),),
    )


def test_runs_of_one_reason_are_joined_and_nothing_is_lost(context: RenderContext) -> None:
    for article in context.briefing.articles:
        told = strip(context, coverage(context.briefing, article))
        assert told
        numbers = [n for one in told.ranges for n in range(one.first, one.last + 1)]
        assert numbers == list(range(1, told.paragraphs + 1))
        for one, other in pairwise(told.ranges):
            joinable = one.state in ("skipped", "short")
            assert not (joinable and (one.state, one.because) == (other.state, other.because))
        assert all(one.first == one.last for one in told.ranges if one.state == "covered")
        assert sum(one.facts for one in told.ranges) == sum(len(c.facts) for c in coverage(context.briefing, article))


def test_the_table_and_the_marks_say_the_same(context: RenderContext) -> None:
    told = strip(context, coverage(context.briefing, ARTICLE))
    assert told
    figure, states = shown(context, told), context.words["article"]["states"]

    def numbers(one: StateRange | Mark) -> str:
        return str(one.first) if one.first == one.last else f"{one.first}–{one.last}"

    rows = [[cell.text_content() for cell in row] for row in figure.iterfind(".//tbody/tr")]
    assert rows == [
        [
            numbers(one),
            f"{states[one.state]}: {typographic(one.because)}" if one.because else states[one.state],
            str(one.facts or "–"),
            ", ".join(typographic(theme.name) for theme in one.themes) or "–",
        ]
        for one in told.ranges
    ]
    boxes = [(a.get("href"), a.text) for a in figure.iterfind(".//ol/li/a")]
    assert boxes == [(f"#p{one.first}", numbers(one)) for one in told.ranges]
    lines = [
        (row.find("span/a").text_content(), [(a.get("href"), a.findtext("title")) for a in row.iterfind("svg/a")])
        for row in figure.iterfind(".//ul/li")
    ]
    assert lines == [
        (typographic(thread.theme.name), [(f"#p{mark.first}", numbers(mark)) for mark in thread.marks])
        for thread in told.themes
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_strip_is_accessible_and_fits_a_phone(page: Page, address: str, scheme: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{address}/articles/{ARTICLE}.html")
    page.locator("details.fold:has(#paragraphs) > summary").click()
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
