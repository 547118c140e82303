"""Pages of people, countries and articles open with the answer, are short on a phone, and say nothing twice."""

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page, ViewportSize, expect

from generator.site.parts.context import RenderContext

PHONE: ViewportSize = {"width": 390, "height": 844}
MACRON = "leaders/emmanuel-macron.html"
SCREENS = {
    "index.html": 7.0,
    MACRON: 9.0,
    "countries/ukraine.html": 12.0,
    "articles/2025-09-04-coalition-paris.html": 15.0,  # the longest
}


@pytest.mark.parametrize(("path", "most"), SCREENS.items())
def test_a_page_is_short_on_a_phone(page: Page, address: str, path: str, most: float) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/{path}")
    assert page.evaluate("document.documentElement.scrollHeight") / PHONE["height"] <= most


def test_a_leader_prints_on_few_pages(page: Page, address: str) -> None:
    page.goto(f"{address}/{MACRON}")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) <= 12


def entries(context: RenderContext, site: Path) -> list[tuple[str, html.HtmlElement]]:
    """The pages of everybody who has a summary."""
    content = context.briefing.content
    records = [*content.leaders.items(), *content.countries.items(), *content.organisations.items()]
    names = [context.link(id).url for id, record in records if record.summary]
    return [(name, html.parse(str(site / name)).getroot()) for name in names]


def test_a_page_opens_with_its_summary(context: RenderContext, site: Path) -> None:
    """Before any heading: what it is about, then the summary, each sentence with what it rests on."""
    read = entries(context, site)
    assert len(read) > 25
    for name, page in read:
        opening = page.xpath("//h1/following-sibling::*[not(self::nav)][position() <= 2]")
        assert [element.get("class") for element in opening] == ["standfirst", "lede"], name
        assert opening[1].find_class("ref"), name


def test_no_fact_is_printed_in_full_twice_on_a_page(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        page = html.parse(str(path)).getroot()
        cards = Counter(card.get("data-address") for card in page.xpath("//article[@data-address]"))
        assert [address for address, times in cards.items() if times > 1] == [], path.relative_to(site)


def test_a_speaker_is_not_named_on_their_own_page(context: RenderContext, site: Path) -> None:
    for id, leader in context.briefing.content.leaders.items():
        page = html.parse(str(site / "leaders" / f"{id}.html")).getroot()
        named = [" ".join(who.text_content().split()) for who in page.find_class("fact__who")]
        assert [name for name in named if name.startswith(leader.name)] == []


def test_what_is_said_of_where_somebody_stands_leads_to_the_facts(page: Page, address: str) -> None:
    page.goto(f"{address}/{MACRON}")
    row = page.locator(".stands__row", has_text="Should foreign troops go to Ukraine")
    assert row.locator(".stands__answer").inner_text() == "yes"
    assert row.locator(".stands__when").inner_text() == "March, September 2025, inferred"
    assert (
        row.locator(".stands__alike").inner_text() == "also Volodymyr Zelensky (March 2025), Keir Starmer (March 2025)"
    )
    assert row.locator(".stands__against").inner_text() == "Russian Foreign Ministry (September 2025): no"
    row.locator(".stands__against a").click()
    expect(page.locator(":target .fact__say")).to_contain_text("foreign troops")


def test_every_short_name_of_a_source_is_explained_once_at_the_foot(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        page = html.parse(str(path)).getroot()
        used = {named.get("data-source") for named in page.xpath("//*[@data-source]")}
        told = [
            href.rpartition("/")[2].removesuffix(".html")
            for href in page.xpath("//dl[@class='sources__list']//dd//a/@href")
        ]
        assert used <= set(told), path.relative_to(site)
        assert len(told) == len(set(told)), path.relative_to(site)
        for named in page.xpath("//*[@data-source]"):
            assert named.get("title"), path.relative_to(site)


def test_a_doubtful_text_says_so_wherever_it_stands(site: Path) -> None:
    doubt = "The text looks partly made or reworded by a machine, contradicts itself, and breaks off."
    for path in ("index.html", "articles/index.html", "articles/2025-09-04-coalition-paris.html"):
        page = html.parse(str(site / path)).getroot()
        assert any(doubt in " ".join(line.text_content().split()) for line in page.find_class("doubt")), path
    ukraine = html.parse(str(site / "countries" / "ukraine.html")).getroot()
    lines = [card.find_class("fact__how")[0] for card in ukraine.xpath("//article[@data-address]")]
    marked = [line for line in lines if line.xpath("./cite//*[@class='doubt']")]
    assert {line.getparent().get("data-address").partition("#")[0] for line in marked} == {
        "articles/2025-09-04-coalition-paris.html"
    }
    assert not any(line.find_class("tally--same") for line in marked)


def test_what_no_article_says_stands_on_what_it_is_about(context: RenderContext, site: Path) -> None:
    gaps = context.briefing.content.site.open
    whole = html.parse(str(site / "unknown.html")).getroot().find_class("gaps")[0]
    assert len(whole.findall("li")) == len(gaps)
    about = {subject for gap in gaps for subject in gap.about}
    assert "ukraine" in about
    for id in about & context.briefing.content.countries.keys():
        page = html.parse(str(site / "countries" / f"{id}.html")).getroot()
        own = [gap for gap in gaps if id in gap.about]
        assert len(page.find_class("gaps")[0].findall("li")) == len(own)


def test_an_article_opens_with_what_it_says_and_its_record_comes_after(site: Path) -> None:
    page = html.parse(str(site / "articles" / "2025-03-27-allies-summit-response.html")).getroot()
    assert [heading.text_content() for heading in page.iter("h2")] == [
        "In short", "What it reports", "About this article", "About this text", "Paragraph by paragraph",
        "Facts that no longer stand", "Sources",
    ]  # fmt: skip


def test_facts_that_the_summary_tells_are_folded(site: Path) -> None:
    """All of what is said and reported of Stubb stands in his summary; what he asked for stays open."""
    page = html.parse(str(site / "leaders" / "alexander-stubb.html")).getroot()
    told = [fold.xpath("string(summary//*[@class='fold__heading'])") for fold in page.find_class("fold")]
    assert told == ["As told above, fact by fact"] * 2
    asked = page.xpath("//h2[@id='demands']/following-sibling::*[1]")[0]
    assert (asked.tag, len(asked.find_class("fact"))) == ("div", 2)


def test_a_sentence_that_rests_on_a_doubtful_text_alone_says_so(context: RenderContext, site: Path) -> None:
    """But for the page of that article, which warns at its top."""
    article = "2025-09-04-coalition-paris"
    assert context.briefing.article(article).doubt
    nato = html.parse(str(site / "organisations" / "nato.html")).getroot()
    [opening] = nato.find_class("lede")
    assert len(opening.find_class("doubt")) == sum(
        {fact.article for fact in context.briefing.facts_by_id(sentence.from_)} == {article}
        for sentence in context.briefing.content.organisations["nato"].summary
    )
    own = html.parse(str(site / "articles" / f"{article}.html")).getroot()
    assert not [part for opening in own.find_class("lede") for part in opening.find_class("doubt")]


def test_pages_have_the_words_of_a_newspaper(site: Path) -> None:
    """But for the page on method, which states the rules, and that of the data, whose fields keep their names."""
    private = re.compile(r"\b(bound|reckoned|retold|which has both|with words quoted)\b")
    for path in sorted(site.rglob("*.html")):
        page = html.parse(str(path)).getroot()
        said = " ".join(text for text in page.xpath("//body//text()[not(ancestor::script)]"))
        if path.name not in ("method.html", "data.html"):
            assert private.findall(said) == [], path.relative_to(site)
