"""The front page answers at once: what a phone shows first, what the figures rest on, and what nobody says."""

import re

import pytest
from playwright.sync_api import Page, ViewportSize

from generator import files, pipeline
from generator.analysis.order import place_of_fact
from generator.briefing import Briefing
from generator.evidence.proving import BoundFact
from generator.site.pages.home import HomeView, home_view, latest_facts
from generator.site.parts.context import RenderContext
from tests.folders import HERE, article_texts_of, texts_of

PHONE: ViewportSize = {"width": 390, "height": 844}
WIDTHS = (390, 820, 1440)
# Where the last line of each cited sentence of the page stands: its last two words, and all its references.
SPLIT = """() => {
  const torn = [];
  for (const first of document.querySelectorAll('.md-content .ref')) {
    const words = first.previousSibling;
    if (words.nodeType !== Node.TEXT_NODE) continue;
    const text = words.textContent.replace(/[\\s\\u2060]+$/, '');
    const range = document.createRange();
    const before = text.slice(0, text.search(/\\S+$/));
    range.setStart(words, before.length);
    range.setEnd(words, text.length);
    const run = [...range.getClientRects()];
    for (let ref = first; ref?.matches?.('.ref'); ref = ref.nextSibling) run.push(ref.getBoundingClientRect());
    const line = run.map(box => (box.top + box.bottom) / 2);
    if (Math.max(...line) - Math.min(...line) > 12) torn.push(text.slice(-40));
  }
  return torn;
}"""


def loaded(folder: str, **over: str) -> Briefing:
    texts = texts_of(HERE / folder)
    for path, more in over.items():
        texts[f"content/{path}.yml"] += more
    return pipeline.load(texts, article_texts_of(texts))


def view(briefing: Briefing) -> HomeView:
    return home_view(RenderContext(briefing, files.words()))


@pytest.fixture(scope="module")
def first(context: RenderContext) -> HomeView:
    return home_view(context)


def test_a_phone_shows_the_bottom_line_and_figures_at_once(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/index.html")
    lede = page.locator(".lede").bounding_box()
    figures = [figure.bounding_box() for figure in page.locator(".figures > li").all()]
    assert lede
    assert lede["y"] + lede["height"] < PHONE["height"]
    shown = [box for box in figures if box and box["y"] + box["height"] < PHONE["height"]]
    assert len(shown) >= 2


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_page_and_no_reference_stands_alone(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}/index.html")
    assert page.locator(".md-content .ref").count() > 40
    assert page.evaluate(SPLIT) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_same_rows_of_two_events_stand_beside_each_other(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 820, "height": 900})
    page.goto(f"{address}/index.html")
    for row in ("when", "place", "who", "what"):
        left, right = (box.bounding_box() for box in page.locator(f".beside__{row}").all())
        assert left
        assert right
        assert (left["y"], left["x"] < right["x"]) == (right["y"], True)


def test_a_figure_tells_what_else_the_articles_have(first: HomeView) -> None:
    told = {
        figure.figure: [f"{share.answer} in {share.articles}" for share in figure.spread]
        for figure in first.key_figures
    }
    assert told == {
        "26": ["26 in two articles", "more than 26 in one article"],
        "35": ["35 in one article", "approximately 30 European nations in one article"],
        "31": ["31 in one article"],
        "€2 billion": [],
        "30 days": [],
        "€1.1 billion": [],
    }
    assert {figure.articles for figure in first.key_figures if not figure.spread} == {"one article"}


def test_the_latest_facts_are_of_different_events(context: RenderContext, first: HomeView) -> None:
    facts = latest_facts(context)
    places = [place_of_fact(context.briefing, fact) for fact in facts]
    assert len(facts) == len(first.latest)
    assert places == sorted(places, reverse=True)
    assert len({fact.event or fact.id for fact in facts}) == len(facts)
    assert {fact.id for fact in facts} <= {fact.id for fact in of_a_month(context)}
    assert places[0] == max(place_of_fact(context.briefing, fact) for fact in of_a_month(context))


def of_a_month(context: RenderContext) -> list[BoundFact]:
    """The facts of certain days or a certain month: “about 15 September” or “2025” may be older than it looks."""
    dated = [fact for fact in context.briefing.facts.values() if fact.when]
    return [fact for fact in dated if fact.when and re.fullmatch(r"\d{4}-[\d/-]{2,}", fact.when.date.text)]


def test_every_gap_is_seen_from_facts(first: HomeView) -> None:
    assert 4 <= len(first.open) <= 6
    assert all(gap.sources for gap in first.open)


def test_a_gap_is_checked_like_any_sentence_of_ours() -> None:
    gap = "\nopen:\n  - {say: Peter Holm names no price for the 12 cables., from: [oslo-pledge]}\n"
    found = [str(problem) for problem in pipeline.problems(loaded("small", site=gap))]
    taken = (
        "; it was taken for a name, because neither a dictionary nor the article has it as a plain word; "
        "open with another word if it is none"
    )
    assert [problem.split(":", 3)[3].strip() for problem in found] == [
        f"UNBOUND-PROSE: none of the facts that it rests on has `{word}`; add the fact that says so to `from`{more}"
        for word, more in (("12", ""), ("Holm", ""), ("Peter", taken))
    ]


def test_the_ledger_counts_what_the_page_says(first: HomeView) -> None:
    shown = [*first.lede, *first.more, *first.key_figures, *first.open, *(s for e in first.events for s in e.summary)]
    assert first.ledger.sentences == len(shown) + len(first.latest)
    assert (first.ledger.bound, first.ledger.unproved) == (first.ledger.sentences, 0)


def test_a_dossier_without_events_countries_and_gaps_has_a_front_page() -> None:
    second = view(loaded("second"))
    assert (second.events, second.open, second.more) == ((), (), ())
    assert [door.index.url for door in second.doors] == ["leaders/index.html", "themes/index.html"]
