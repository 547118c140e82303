"""What a first-time reader relies on: where they are, ways on, what is said by whom, and sources that survive paper."""

from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from generator.site.pages.events import event_view
from generator.site.pages.leaders import leader_view
from generator.site.parts.context import RenderContext

SECTIONS = {
    "index.html": "",
    "leaders/keir-starmer.html": "Leaders",
    "countries/france.html": "Countries",
    "organisations/nato.html": "Countries",
    "themes/ceasefire.html": "Themes",
    "events/paris-summit-2025-03-27.html": "Events",
    "questions/index.html": "Questions",
    "questions/lift-sanctions.html": "Questions",
    "questions/by/speakers.html": "Questions",
    "figures.html": "Questions",
    "articles/2025-09-04-26-nations-troops.html": "Articles",
    "data.html": "",
}
LISTS = ("", "Everything else", "As told above, fact by fact")  # the headings of those of several speakers
LIT = """tabs => {
  const line = tab => getComputedStyle(tab).borderBottomColor;
  return tabs.filter(tab => line(tab) !== 'rgba(0, 0, 0, 0)').map(tab => tab.innerText.trim());
}"""


@pytest.mark.parametrize(("path", "section"), SECTIONS.items())
def test_the_tab_of_the_section_is_lit_on_every_page(page: Page, address: str, path: str, section: str) -> None:
    page.goto(f"{address}/{path}")
    assert page.eval_on_selector_all(".md-tabs__link", LIT) == ([section] if section else [])


def test_home_leads_to_the_tables_and_to_every_fact(site: Path) -> None:
    ways = html.parse(str(site / "index.html")).xpath("//div[@class='door'][last()]//a")
    assert [(way.text_content(), way.get("href")) for way in ways] == [
        ("What each article says", "questions/by/articles.html"),
        ("Who stands where", "questions/by/speakers.html"),
        ("Figures of one kind, side by side", "figures.html"),
        ("Search every fact", "explore.html"),
    ]


def test_what_others_say_of_a_leader_stands_under_their_names(context: RenderContext) -> None:
    """Whoever says most comes first; what the articles tell in their own voice stands apart."""

    for leader in context.briefing.content.leaders.values():
        view = leader_view(context, leader)
        groups = [(group.heading, [card.who.name if card.who else "" for card in group.cards]) for group in view.about]
        named = [(heading, set(names)) for heading, names in groups if heading not in LISTS]
        assert named == [(heading, {heading}) for heading, _ in named]
        assert [heading for heading, _ in groups][len(named) :] in ([], *([heading] for heading in LISTS))
        rest = [name for heading, names in groups if heading == "Everything else" for name in names if name]
        assert len(rest) == len(set(rest))  # whoever says several has a heading
        assert {card.voice for group in view.reported for card in group.cards} <= {"reporter"}
    assert len(leader_view(context, context.briefing.content.leaders["vladimir-putin"]).about) > 1


def test_only_a_report_that_outweighs_all_others_stands_in_two_columns(context: RenderContext) -> None:
    rows = [
        [(len(report.cards), report.long) for report in row.reports]
        for event in context.briefing.content.events.values()
        for row in event_view(context, event).shared
    ]
    assert {is_long for row in rows for _, is_long in row} == {True, False}
    for row in rows:
        lengths = sorted(length for length, _ in row)
        expected = [length == lengths[-1] and length > 2 * lengths[-2] for length in (length for length, _ in row)]
        assert [is_long for _, is_long in row] == expected


def test_an_event_is_filtered_without_its_sources(page: Page, address: str) -> None:
    page.goto(f"{address}/events/paris-summit-2025-09-04.html")
    page.get_by_role("searchbox", name="Filter this page").fill("xyzzy")
    expect(page.locator(".sources dt:visible")).to_have_count(4)
    expect(page.locator("#shared")).to_be_hidden()


@pytest.mark.parametrize("path", ["themes/ceasefire.html", "articles/2025-09-04-26-nations-troops.html", "index.html"])
def test_on_paper_each_number_of_a_summary_has_its_source_below(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/{path}")
    expect(page.locator(".rests-on").first).to_be_hidden()
    page.emulate_media(media="print")
    listed = page.eval_on_selector_all(".rests-on li", "items => items.map(item => item.value)")
    numbers = page.locator(":is(.lede, .prose) > .ref").all()
    assert all(number.is_visible() for number in numbers)
    assert listed == sorted({int(number) for run in numbers for number in run.inner_text().split()})
    for source in page.locator(".rests-on li").all():
        expect(source).to_be_visible()
        assert "articles/" in source.evaluate("item => getComputedStyle(item, '::after').content")


def test_a_search_that_finds_nothing_says_so_and_leads_on(page: Page, address: str) -> None:
    page.goto(f"{address}/leaders/keir-starmer.html")
    page.get_by_role("combobox").press_sequentially("xyzzyqq")
    page.get_by_role("option", name="No fact has “xyzzyqq”.").click()
    page.wait_for_url("**/explore.html?q=xyzzyqq")
    expect(page.locator(".explore__status")).to_have_text("No fact has “xyzzyqq”.")
