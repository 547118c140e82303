"""What scripts do on the pages of an article that is cut: its addresses lead on, and its filter hides what has none."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from generator import writing
from generator.exports.data.dataset import Dataset
from generator.site.pages import Unit
from tests.conftest import served
from tests.site.test_long import ARTICLE, dossier, fact_id, facts, said
from tests.site.themed import in_theme

pytestmark = pytest.mark.site

PAGE = f"articles/{ARTICLE}.html"
MARK = "card => getComputedStyle(card).backgroundColor"
NONE = "rgba(0, 0, 0, 0)"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The pages of a long article, in the theme, with its files."""
    context = dossier(facts(290))
    writer = writing.writer_of(context.briefing, context.words, "", Dataset(context.briefing, ""))
    held = {page.path: page.text for page in writer.written(Unit("articles", ARTICLE))}
    with served(in_theme(tmp_path_factory.mktemp("long"), context.briefing.content.site, held, held)) as address:
        yield address


def card(page: Page, number: int) -> Locator:
    return page.locator(f"article.fact[data-address$='#{fact_id(number)}']")


def test_the_address_of_a_fact_leads_on_to_its_card_and_its_proof(page: Page, address: str) -> None:
    page.goto(f"{address}/{PAGE}#{fact_id(270)}")
    page.wait_for_url(f"{address}/articles/{ARTICLE}/paragraphs-241.html#{fact_id(270)}")
    expect(card(page, 270).locator(".passage")).to_be_visible()
    expect(card(page, 270)).to_be_in_viewport()
    assert card(page, 270).evaluate(MARK) != NONE
    assert card(page, 271).evaluate(MARK) == NONE


def test_the_address_of_another_fact_marks_that_one_alone(page: Page, address: str) -> None:
    page.goto(f"{address}/articles/{ARTICLE}/paragraphs-241.html#{fact_id(270)}")
    page.evaluate(f"location.hash = '{fact_id(250)}'")
    expect(card(page, 250).locator(".passage")).to_be_visible()
    assert card(page, 250).evaluate(MARK) != NONE
    assert card(page, 270).evaluate(MARK) == NONE


def test_an_address_that_names_nothing_marks_nothing(page: Page, address: str) -> None:
    errors = list[str]()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{address}/articles/{ARTICLE}/paragraphs-241.html#{fact_id(270)}")
    expect(page.locator(".fact--reached")).to_have_count(1)
    page.evaluate("location.hash = ''")
    expect(page.locator(".fact--reached")).to_have_count(0)
    assert errors == []


def test_the_address_of_a_paragraph_leads_on_to_it(page: Page, address: str) -> None:
    page.goto(f"{address}/{PAGE}#p271")
    page.wait_for_url(f"{address}/articles/{ARTICLE}/paragraphs-241.html#p271")
    expect(page.locator("#p271")).to_be_in_viewport()


def test_the_filter_leaves_no_paragraph_without_what_it_finds(page: Page, address: str) -> None:
    page.goto(f"{address}/articles/{ARTICLE}/paragraphs-241.html")
    assert page.locator(".paragraph:visible").count() > 1
    page.locator(".filter__words").fill(said(270))
    expect(card(page, 270)).to_be_visible()
    expect(page.locator(".paragraph:visible")).to_have_count(1)


@pytest.mark.parametrize("named", ["Paragraph 1510", "Paragraphs 1510–1515"])
def test_the_name_of_a_paragraph_breaks_in_none_of_its_numbers(page: Page, address: str, named: str) -> None:
    page.goto(f"{address}/articles/{ARTICLE}/paragraphs-241.html")
    name = page.locator(".paragraph__number").first
    breaks = """(name, text) => {
      name.textContent = text.replace(" ", "\\u00a0");
      const range = new Range(), words = name.firstChild, found = [];
      for (let n = 0, above; n < words.length; n++) {
        range.setStart(words, n), range.setEnd(words, n + 1);
        const { top } = range.getBoundingClientRect();
        if (top > above) found.push(words.data[n - 1]);
        above = top;
      }
      return found;
    }"""
    assert set(name.evaluate(breaks, named)) <= {"–"}
