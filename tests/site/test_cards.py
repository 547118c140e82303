"""The fact card: who says it and how that is known, where else the same is answered, and its words and no more."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from generator import files, pipeline
from generator.evidence.proving import BoundFact
from generator.site.parts.agreement import by_how_many
from generator.site.parts.cards import FactCard, card
from generator.site.parts.context import Book
from generator.site.parts.page import Link
from tests.folders import HERE, kept_in, texts_of

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


def book_of(texts: Mapping[str, str]) -> Book:
    return Book(pipeline.load(dict(texts), kept_in(texts)), files.words())


@pytest.fixture(scope="module")
def second() -> Book:
    return book_of(texts_of(HERE / "second"))


def told(of: FactCard) -> list[str]:
    """The echoes of a card, a line each."""
    return [
        f"{echo.answer} | {echo.shared} | {ids(echo.also)} | "
        + "; ".join(f"{other.answer}: {ids(other.facts)}" for other in echo.differs)
        for echo in of.echoes
    ]


def ids(facts: tuple[Link, ...]) -> str:
    return ", ".join(link.url.partition("#")[2] for link in facts)


def test_a_card_tells_who_answers_alike_and_who_differently(second: Book) -> None:
    cards = {id: told(card(second, fact)) for id, fact in second.briefing.facts.items()}
    assert {id: lines for id, lines in cards.items() if lines} == ECHOES


def test_articles_of_one_origin_count_once(second: Book) -> None:
    assert by_how_many(second, {BEETLE}) == "one article"
    assert by_how_many(second, {GATE, BEETLE}) == "two articles"
    assert by_how_many(second, {GATE, SHUT}) == "two articles of one origin"
    assert by_how_many(second, {GATE, SHUT, BEETLE}) == "three articles of two origins"


def test_a_question_to_speakers_proves_nothing(book: Book) -> None:
    """What several people hold is no fact that several articles confirm."""
    questions = book.briefing.content.questions
    asked = {book.link(id): question.asks for id, question in questions.items()}
    echoes = [echo for fact in book.briefing.facts.values() for echo in card(book, fact).echoes]
    assert {asked[echo.question] for echo in echoes} == {"sources"}
    assert all(echo.also or echo.differs for echo in echoes)


def test_no_article_confirms_itself(book: Book) -> None:
    for fact in book.briefing.facts.values():
        for echo in card(book, fact).echoes:
            assert not [link for link in echo.also if link.url.startswith(f"articles/{fact.article}.html")]


def test_an_article_may_contradict_itself(book: Book) -> None:
    [echo] = card(book, book.briefing.facts["cp-force-pledge"]).echoes
    assert (echo.answer, echo.shared, echo.also) == ("more than 26", "one article", ())
    assert [(other.answer, [link.name for link in other.facts]) for other in echo.differs] == [
        ("26", ["the same article", "Troops pledged for Ukraine by 26 nations"])
    ]


def shown_on(site: Path, article: str) -> Iterator[html.HtmlElement]:
    """The cards of an article's own page."""
    page = html.parse(site / "articles" / f"{article}.html").getroot()
    yield from page.xpath('//article[starts-with(@class, "fact") and @id]')


def test_every_card_names_who_says_it(book: Book, site: Path) -> None:
    """A party speaks under its name and for its side, a channel under its own, and else the article speaks."""
    facts = book.briefing.facts
    cards = [shown for article in book.briefing.articles for shown in shown_on(site, article)]
    assert {shown.get("id") for shown in cards} == facts.keys()
    assert {fact.voice for fact in facts.values()} == {"quotation", "paraphrase", "unnamed", "reporter"}
    for shown in cards:
        fact = facts[shown.get("id")]
        line = [part.strip() for part in shown.find_class("fact__how")[0].text_content().split("·")]
        assert line[0] == speaker(book, fact)
        assert (book.words["voices"][fact.voice] in line) == (fact.voice != "reporter")


def speaker(book: Book, fact: BoundFact) -> str:
    who, via, side = fact.fact.who, fact.fact.via, card(book, fact).side
    if not who:
        return via or "The article itself"
    return book.link(who).name + (f" ({side})" if side else "") + (f", through {via}" if via else "")


def test_a_leader_speaks_for_a_side(book: Book) -> None:
    sides = {id: card(book, book.briefing.facts[id]).side for id in SIDES}
    assert sides == SIDES


def test_a_card_shows_its_passages_and_no_more_of_the_article(book: Book, site: Path) -> None:
    for article in book.briefing.articles:
        for shown in shown_on(site, article):
            located = book.briefing.facts[shown.get("id")].located
            figures = shown.iterdescendants("figure")
            given = [tuple(" ".join(part.text_content().split()) for part in figure) for figure in figures]
            assert given == [
                (" ".join(one.text.split()), f"{book.link(article).name}, paragraph {one.standing.paragraph}")
                for one in located
                if one.standing
            ]


def test_a_passage_opens_without_scripts(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/leaders/maria-zakharova.html")
        proof = page.locator("details.proof", has=page.locator("blockquote")).first
        expect(proof.locator("blockquote").first).to_be_hidden()
        proof.locator("summary").click()
        expect(proof.locator("blockquote").first).to_be_visible()
        expect(proof.locator("figcaption").first).to_contain_text("paragraph")


def test_a_card_leads_to_the_fact_that_differs(page: Page, address: str) -> None:
    page.goto(f"{address}/articles/2025-09-04-26-countries-pledge.html#cp-trump-video-conference")
    own = page.locator("#cp-trump-video-conference")
    told = own.locator("details.echoes > summary")
    expect(told).to_have_text("differs in one article")
    told.press("Enter")
    expect(own.locator(".echo")).to_contain_text("How did the leaders speak with Trump after the September summit?")
    own.locator(".echo .echo__differs a").click()
    page.wait_for_url("**/articles/2025-09-04-26-nations-troops.html#nt-trump-telephone")
    expect(page.locator(":target .fact__say")).to_contain_text("by telephone")
