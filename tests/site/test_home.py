"""The front page answers at once: what a phone shows first, what the figures rest on, and what nobody says."""

import pytest
from playwright.sync_api import Page, ViewportSize

from generator import files, pipeline
from generator.briefing import Briefing
from generator.site.pages.home import HomeView, home_view
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
    assert sum(len(run.split()) for run in page.locator(".md-content .ref").all_inner_texts()) > 40
    assert page.evaluate(SPLIT) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_two_events_stand_beside_each_other(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 820, "height": 900})
    page.goto(f"{address}/index.html")
    for part in (".beside__item > h3", ".beside__what", ".beside__more"):
        left, right = (box.bounding_box() for box in page.locator(part).all())
        assert left
        assert right
        assert (left["y"], left["x"] < right["x"]) == (right["y"], True)


def test_the_front_page_opens_with_what_happened_and_who_stands_where(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    assert page.locator("h2:not(.label)").all_inner_texts() == [
        "Side by side",
        "Who stands where",
        "Where reports differ",
        "What no article says",
        "The texts",
        "Traced does not mean true",
        "Find your way",
    ]


def test_the_texts_say_what_is_doubtful_in_them_and_up_to_when_they_reach(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    texts = page.locator("section:has(#texts)")
    assert [term.replace("\N{NO-BREAK SPACE}", " ") for term in texts.locator("dt").all_inner_texts()] == [
        "March ①", "March ②", "September ①", "September ②", "September ③"
    ]  # fmt: skip
    assert texts.locator(".doubt").count() == 1
    assert texts.locator(".more").inner_text().split() == "Covers reports up to 4 September 2025, inferred".split()


def test_the_questions_that_divide_are_those_of_the_editors(context: RenderContext, first: HomeView) -> None:
    asked = [context.link(id) for id in context.briefing.content.site.positions]
    assert [one.question for one in first.positions] == asked
    told = [(side.answer, [(one.link.name, one.months) for one in side.speakers]) for side in first.positions[0].sides]
    assert told == [
        (
            "yes",
            [
                ("Emmanuel Macron", "March, September 2025"),
                ("Volodymyr Zelensky", "March 2025"),
                ("Keir Starmer", "March 2025"),
            ],
        ),
        ("no", [("Russian Foreign Ministry", "September 2025")]),
    ]


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


def test_every_gap_is_seen_from_facts(first: HomeView) -> None:
    assert 4 <= len(first.unknowns) + first.more_unknowns <= 6
    assert all(gap.sources for gap in first.unknowns)


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
    shown = [
        *first.lede,
        *first.more,
        *first.key_figures,
        *(s for e in first.events for s in e.summary),
    ]
    assert first.ledger.sentences == len(shown)
    assert (first.ledger.bound, first.ledger.unproved) == (first.ledger.sentences, 0)


def test_a_dossier_without_events_countries_and_gaps_has_a_front_page() -> None:
    second = view(loaded("second"))
    assert (second.events, second.unknowns, second.more) == ((), (), ())
    assert [door.index.url for door in second.doors] == ["leaders/index.html", "themes/index.html"]
