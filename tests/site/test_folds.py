"""Pages of questions, themes and events open with what matters; the rest is there for whoever asks for it."""

import pytest
from playwright.sync_api import Page, expect

from generator import files
from generator.briefing import briefing
from generator.content.reading import read
from generator.site.pages.events import event_view
from generator.site.pages.questions import question_view
from generator.site.pages.themes import theme_view
from generator.site.parts.concerned import concerned
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Link
from generator.site.parts.sides import SpeakersOfSide, sides

SUMMIT = "events/paris-summit-2025-09-04.html"

# Two speak for Denmark, one for Norway through its ministry, one for nobody, one for a body without a country.
TEXTS = {
    "content/site.yml": "{title: A, description: B, edition: 2031-10-01, rights: C, corrections: D}",
    "content/countries.yml": "- {id: norway, name: Norway, code: NO}\n- {id: denmark, name: Denmark, code: DK}",
    "content/organisations.yml": "- {id: ministry, name: Ministry, country: norway}\n- {id: club, name: Club}",
    "content/leaders.yml": """
- {id: ada, name: Ada}
- {id: bo, name: Bo, roles: [{title: minister, country: denmark, when: 2031, background: invented}]}
- {id: cy, name: Cy, roles: [{title: minister, country: denmark, when: 2031, background: invented}]}
- {id: di, name: Di, roles: [{title: head, organisation: club, when: 2031, background: invented}]}
""",
    "content/themes.yml": "- {id: sea, name: Sea}",
    "content/questions.yml": "- {id: fish, asks: speakers, question: More fish?, about: [sea]}",
    "content/facts/one.yml": """
article: {title: One, published: 2031-03-03}
facts:
  - {id: one-ada, say: Yes., passage: a, about: [sea], who: ada, answers: {fish: "yes"}}
  - {id: one-ministry, say: Yes., passage: a, about: [sea], who: ministry, answers: {fish: "yes"}}
  - {id: one-clerk, say: No., passage: a, about: [sea], via: a clerk, answers: {fish: "no"}}
  - {id: one-bo, say: No., passage: a, about: [sea], who: bo, answers: {fish: "no"}}
  - {id: one-cy, say: No., passage: a, about: [sea], who: cy, answers: {fish: "no"}}
  - {id: one-di, say: Di of the sea., passage: a, about: [sea, norway], who: di}
""",
}
NORWAY, DENMARK = Link("Norway", "countries/norway.html"), Link("Denmark", "countries/denmark.html")
CLUB = Link("Club", "organisations/club.html")


@pytest.fixture(scope="module")
def small() -> RenderContext:
    return RenderContext(briefing(read(TEXTS), {}, {}), files.words())


def test_the_side_of_most_who_answer_comes_first_and_who_speaks_for_nobody_last(small: RenderContext) -> None:
    speakers = ("ada", "ministry", "a clerk", "bo", "cy")
    assert sides(small, speakers, ("di", "norway")) == (
        SpeakersOfSide(DENMARK, ("bo", "cy")),
        SpeakersOfSide(NORWAY, ("ministry",), ("norway",)),
        SpeakersOfSide(CLUB, (), ("di",)),
        SpeakersOfSide(Link("Others"), ("ada", "a clerk")),
    )


def test_sides_that_do_not_answer_stand_together_below_those_that_do(small: RenderContext) -> None:
    view = question_view(small, small.briefing.content.questions["fish"])
    shown = [
        (of.side.name, [row.respondent.name for row in of.rows], [one.link.name for one in of.absent])
        for of in view.by_side
    ]
    assert shown == [
        ("Denmark", ["Bo", "Cy"], []),
        ("Norway", ["Ministry"], []),
        ("Others", ["Ada", "a clerk"], []),
        ("Without an answer", [], ["Di"]),
    ]
    assert view.empty == ("unanswered",)


def test_whom_most_facts_concern_comes_first_and_after_five_the_rest(context: RenderContext) -> None:
    facts = context.briefing.facts.values()
    found = concerned(context, facts, context.briefing.content.themes.keys())
    counts = {context.link(id): len(context.briefing.facts_on(id)) for id in context.briefing.content.themes}
    numbers = [counts[link] for link in (*found.most, *found.others)]
    assert numbers == sorted(counts.values(), reverse=True)
    assert (len(found.most), found.more) == (5, len(counts) - 5)


def test_a_theme_and_an_event_tell_each_fact_once(context: RenderContext) -> None:
    for theme in context.briefing.content.themes.values():
        view = theme_view(context, theme)
        told = [card.id for group in (*view.facts, *view.figures) for card in group.cards]
        assert sorted(told) == sorted(fact.id for fact in context.briefing.facts_on(theme.id))
    for event in context.briefing.content.events.values():
        of = event_view(context, event)
        told = [card.id for row in (*of.shared, *of.single) for report in row.reports for card in report.cards]
        assert sorted(told) == sorted(fact.id for fact in context.briefing.facts_at(event.id))
        asked = [one.question for one in (*of.differences, *of.developments)]
        asked += [one.question for one in of.agreed]
        assert len(asked) == len(set(asked))


def test_the_first_questions_are_those_on_which_answers_differ(page: Page, address: str) -> None:
    """Three links, then questions; all others are behind what came of them, those of wording too."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/questions/index.html")
    first = page.locator(".comparison").first
    before = (
        "one => [...document.querySelectorAll('.md-content a')].filter(a => a.compareDocumentPosition(one) & 4).length"
    )
    assert first.evaluate(before) == 3
    shown = page.locator(".comparison:visible")
    assert {one.get_attribute("class") for one in shown.all()} == {"comparison comparison--differ"}
    assert shown.count() == page.locator(".comparison--differ").count()
    wording = page.locator("summary").filter(has_text="Questions of wording and spelling")
    wording.press("Enter")
    expect(page.locator(".comparison--wording").first).to_be_visible()


def test_a_filter_opens_what_is_folded(page: Page, address: str) -> None:
    page.goto(f"{address}/{SUMMIT}")
    fact = page.locator(".fact", has_text="Witkoff").first
    expect(fact).to_be_attached()
    expect(fact).to_be_hidden()
    page.get_by_role("searchbox", name="Filter this page").fill("Witkoff")
    expect(fact).to_be_visible()
    assert {"witkoff" in one.text_content().casefold() for one in page.locator(".fact:visible").all()} == {True}  # type: ignore[union-attr]
    expect(page.locator(".aligned:visible:not(:has(.fact:visible))")).to_have_count(0)
    page.get_by_role("button", name="Clear", exact=True).click()
    expect(fact).to_be_hidden()


@pytest.mark.parametrize(
    ("path", "screens"),
    [("questions/index.html", 8), ("events/index.html", 8), ("themes/index.html", 8), ("leaders/index.html", 8),
     ("questions/by/articles.html", 8), ("questions/by/speakers.html", 8), ("questions/foreign-troops.html", 8),
     ("themes/reassurance-force.html", 12), ("themes/allied-unity.html", 12), (SUMMIT, 10)],
)  # fmt: skip
def test_a_page_on_a_phone_is_no_longer_than_a_reader_scrolls(
    page: Page, address: str, path: str, screens: int
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/{path}")
    assert page.evaluate("document.documentElement.scrollHeight / innerHeight") <= screens
