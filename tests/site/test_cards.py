"""The fact card: who says it and how that is known, where else the same is answered, and its words and no more."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from generator import files, pipeline
from generator.evidence.proving import BoundFact
from generator.site.parts.agreement import article_count
from generator.site.parts.cards import FactCard, card
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Link
from generator.site.render.typography import typographic
from tests.folders import HERE, article_texts_of, texts_of

BEETLE, GATE, SHUT = "2031-04-02-glass-beetle", "2031-04-06-gate-locked", "2031-04-06-gate-shut"
ECHOES = {  # what a card has | how many articles say so | the facts that say it too | those that differ
    "beetle-found": ["21 | two articles | verre-count | 19: gate-count, shut-count"],
    "beetle-lowest": ["21 | two articles | verre-count | 19: gate-count, shut-count"],
    "gate-count": ["19 | two articles of one origin | shut-count | 21: beetle-found, verre-count"],
    "shut-count": ["19 | two articles of one origin | gate-count | 21: beetle-found, verre-count"],
    "verre-count": ["21 | two articles | beetle-found | 19: gate-count, shut-count"],
}
SIDES = {
    "usm-zakharova-guise": "Russia",
    "cp-rutte-too-powerful": "NATO",  # of no country in these articles: the body of the office
    "usm-russia-energy-accusation": "",  # Russia itself
    "usm-bryansk-drone": "",  # a ministry, whose name has the country
    "cp-aide-regeneration": "",  # nobody by name
}


def context_of(texts: Mapping[str, str]) -> RenderContext:
    return RenderContext(pipeline.load(dict(texts), article_texts_of(texts)), files.words())


@pytest.fixture(scope="module")
def second() -> RenderContext:
    return context_of(texts_of(HERE / "second"))


def agreement_lines(of: FactCard) -> list[str]:
    """The agreements of a card, a line each."""
    return [
        f"{agreement.answer} | {agreement.shared} | {ids(agreement.also)} | "
        + "; ".join(f"{other.answer}: {ids(other.facts)}" for other in agreement.differs)
        for agreement in of.agreements
    ]


def ids(facts: tuple[Link, ...]) -> str:
    return ", ".join(link.url.partition("#")[2] for link in facts)


def test_a_card_tells_who_answers_alike_and_who_differently(second: RenderContext) -> None:
    cards = {id: agreement_lines(card(second, fact)) for id, fact in second.briefing.facts.items()}
    assert {id: lines for id, lines in cards.items() if lines} == ECHOES


def test_articles_of_one_origin_count_once(second: RenderContext) -> None:
    assert article_count(second, {BEETLE}) == "one article"
    assert article_count(second, {GATE, BEETLE}) == "two articles"
    assert article_count(second, {GATE, SHUT}) == "two articles of one origin"
    assert article_count(second, {GATE, SHUT, BEETLE}) == "three articles of two origins"


def test_a_question_to_speakers_proves_nothing(context: RenderContext) -> None:
    """What several people hold is no fact that several articles confirm."""
    questions = context.briefing.content.questions
    asked = {context.link(id): question.asks for id, question in questions.items()}
    echoes = [agreement for fact in context.briefing.facts.values() for agreement in card(context, fact).agreements]
    assert {asked[agreement.question] for agreement in echoes} == {"sources"}
    assert all(one.also or one.differs or one.compatible or one.developments for one in echoes)


def test_no_article_confirms_itself(context: RenderContext) -> None:
    for fact in context.briefing.facts.values():
        for agreement in card(context, fact).agreements:
            assert not [link for link in agreement.also if link.url.startswith(f"articles/{fact.article}.html")]


def test_an_article_may_contradict_itself(context: RenderContext) -> None:
    [agreement] = card(context, context.briefing.facts["cp-force-pledge"]).agreements
    assert (agreement.answer, agreement.shared, agreement.also) == ("more than 26", "one article", ())
    assert [(other.answer, [link.name for link in other.facts]) for other in agreement.differs] == [
        ("26", ["the same article", "September ②"])
    ]


def shown_on(site: Path, article: str) -> Iterator[html.HtmlElement]:
    """The cards of an article's own page."""
    page = html.parse(site / "articles" / f"{article}.html").getroot()
    yield from page.xpath('//article[starts-with(@class, "fact") and @id]')


def whole(site: Path, shown: html.HtmlElement) -> html.HtmlElement:
    """The card itself, or the whole one that a brief one leads to, on a part of the article's page."""
    if "fact--brief" not in shown.get("class").split():
        return shown
    [leads] = shown.xpath("./p[@class='fact__say']/a/@href")
    part = html.parse(site / "articles" / leads.partition("#")[0].removeprefix("../articles/")).getroot()
    [card] = part.xpath("//article[@data-address=$address]", address=shown.get("data-address"))
    return card


def test_every_card_names_who_says_it(context: RenderContext, site: Path) -> None:
    """A party speaks under its name and for its side, a channel under its own; the article itself has no name there."""
    facts = context.briefing.facts
    stones = {stone.id for _, stone in context.briefing.tombstones}
    everything = [shown for article in context.briefing.articles for shown in shown_on(site, article)]
    assert {shown.get("id") for shown in everything} == facts.keys() | stones
    cards = [shown for shown in everything if shown.get("id") not in stones]
    assert {fact.voice for fact in facts.values()} == {"quotation", "paraphrase", "unnamed", "reporter"}
    for shown in cards:
        fact = facts[shown.get("id")]
        [line] = shown.find_class("fact__how")
        said = [part.text_content() for part in line.find_class("fact__who")]
        assert said == [typographic(name) for name in speaker(context, fact)]
        parts = [part.text_content() for part in line]
        assert (context.words["voices"][fact.voice] in parts) == (fact.voice != "reporter")


def speaker(context: RenderContext, fact: BoundFact) -> list[str]:
    who, via, side = fact.who, fact.via, card(context, fact).side
    if not who:
        return [via] if via else []
    return [context.link(who).name + (f" ({side})" if side else "") + (f", through {via}" if via else "")]


def test_a_leader_speaks_for_a_side(context: RenderContext) -> None:
    sides = {id: card(context, context.briefing.facts[id]).side for id in SIDES}
    assert sides == SIDES


def test_a_card_shows_its_passages_and_no_more_of_the_article(context: RenderContext, site: Path) -> None:
    for article in context.briefing.articles:
        for shown in shown_on(site, article):
            if shown.get("id") not in context.briefing.facts:  # a tombstone has none
                continue
            located = context.briefing.facts[shown.get("id")].located
            figures = whole(site, shown).iterdescendants("figure")
            given = [tuple(" ".join(part.text_content().split()) for part in figure) for figure in figures]
            assert given == [
                (typographic(" ".join(one.text.split())), f"paragraph {one.occurrence.paragraph}")
                for one in located
                if one.occurrence
            ]


def test_a_passage_opens_without_scripts(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/leaders/emmanuel-macron.html")
        proof = page.locator("details.proof", has=page.locator("blockquote")).first
        expect(proof.locator("blockquote").first).to_be_hidden()
        proof.locator("summary").click()
        expect(proof.locator("blockquote").first).to_be_visible()
        expect(proof.locator("figcaption").first).to_contain_text("paragraph")


def test_a_card_leads_to_the_fact_that_differs(page: Page, address: str) -> None:
    page.goto(f"{address}/articles/2025-09-04-26-countries-pledge.html#cp-commitment-troops-or-presence")
    own = page.locator("#cp-commitment-troops-or-presence")
    expect(own.locator(".tally--differs")).to_have_text("≠ differs in one article")
    expect(own.locator(".echo")).to_contain_text("What did the countries pledge?")
    own.locator(".echo .echo__differs a").click()
    page.wait_for_url("**/articles/2025-09-04-26-nations-troops.html#nt-pledge-26-nations")
    expect(page.locator(":target .fact__say")).to_contain_text("26 nations")
