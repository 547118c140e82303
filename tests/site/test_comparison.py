"""Comparison: who answers what and when, what counts as agreement, and how it reads on a desk and on a phone."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from generator import files
from generator.analysis.derived import Derived
from generator.briefing import briefing
from generator.content.reading import read
from generator.site.pages.answer_tables import AnswerTable, Cell, RowGroup, TableHead, TableRow, articles, speakers
from generator.site.pages.events import theme_rows
from generator.site.pages.questions import Beside, question_view
from generator.site.pages.questions_index import questions_view
from generator.site.parts.comparisons import comparison, developments, differences
from generator.site.parts.context import RenderContext
from generator.site.parts.exchanges import Exchange, Statement, exchanges
from generator.site.parts.page import (
    Absence,
    Answer,
    AnswersOfOne,
    Comparison,
    DatedAnswer,
    Development,
    Link,
    Moment,
    Source,
)
from generator.site.parts.positions import positions_about
from tests.analysis.test_agreement import TIMES
from tests.axe import WHOLE, WORDS, accessible
from tests.site.test_reach import EVERY_KIND

SPEAKERS = "questions/by/speakers.html"
ARTICLES = "questions/by/articles.html"
SUMMIT = "events/paris-summit-2025-09-04.html"
QUESTION = "questions/countries-pledged.html"

# Two articles of one agency, one of a newsroom that has two, and one of which nobody knows; March and September.
TEXTS = {
    "content/site.yml": "{title: A, description: B, edition: 2031-10-01, rights: C, corrections: D}",
    "content/publishers.yml": "- {id: wire, name: Wire, kind: agency}\n- {id: herald, name: Herald, kind: newspaper}",
    "content/leaders.yml": "- {id: ada, name: Ada}\n- {id: bo, name: Bo}\n- {id: cy, name: Cy}",
    "content/themes.yml": "- {id: sea, name: Sea, group: Nature}\n- {id: tax, name: Tax}\n- {id: ice, name: Ice}",
    "content/events.yml": "- {id: fair, name: Fair, kind: summit, when: 2031-03-02, background: invented}",
    "content/questions.yml": """
- {id: size, asks: sources, question: How big?, about: [sea]}
- {id: place, asks: sources, question: Where?, about: [tax]}
- {id: hour, asks: sources, question: When?}
- {id: name, asks: sources, question: What name?, about: [ice]}
- {id: fish, asks: speakers, question: More fish?, about: [sea]}
- {id: toll, asks: speakers, question: A toll?, about: [tax]}
- {id: idle, asks: speakers, question: Idle?}
""",
    "content/facts/m1.yml": """
article: {title: M one, published: 2031-03-03, origin: wire}
facts:
  - {id: m1-size, say: Ten., passage: ten, about: [sea], event: fair, answers: {size: ten, place: Rome}}
  - {id: m1-ada, say: Ada of Bo., passage: fish, about: [sea, bo], who: ada, event: fair, answers: {fish: "yes"}}
  - {id: m1-bo, say: Bo said no., passage: fish, about: [sea], who: bo, when: 2031-03-02, answers: {fish: "no"}}
  - {id: m1-spokesman, say: No toll., passage: toll, about: [tax], via: a spokesman, answers: {toll: "no"}}
""",
    "content/facts/m2.yml": """
article: {title: M two, published: 2031-03-03, origin: wire}
facts:
  - {id: m2-size, say: Ten., passage: ten, about: [tax, sea], event: fair, answers: {size: TEN, hour: noon}}
  - {id: m2-plain, say: Plain., passage: plain, about: [], event: fair}
""",
    "content/facts/m3.yml": """
article: {title: M three, publisher: wire, published: 2031-03-03, origin: own}
facts:
  - {id: m3-size, say: Ten., passage: ten, about: [tax], event: fair, answers: {size: ten, name: Ark}}
""",
    "content/facts/s1.yml": """
article: {title: S one, published: 2031-09-05}
facts:
  - {id: s1-place, say: Oslo., passage: oslo, about: [tax], answers: {place: Oslo, name: Ark}}
  - {id: s1-ada, say: Ada said no., passage: fish, about: [sea], who: ada, answers: {fish: "no"}}
  - {id: s1-ada-too, say: Ada said no again., passage: fish, about: [sea], who: ada, answers: {fish: "No"}}
  - {id: s1-bo, say: Bo of Ada., passage: fish, about: [sea, ada], who: bo, answers: {fish: "no"}}
  - {id: s1-spokesman, say: A toll., passage: toll, about: [tax], via: a spokesman, answers: {toll: "yes"}}
""",
}


@pytest.fixture(scope="module")
def context() -> RenderContext:
    return RenderContext(briefing(read(TEXTS), {}, {}), files.words())


def fact(context: RenderContext, id: str, number: int = 1) -> Source:
    return context.source(id, number)


def compared(context: RenderContext, id: str) -> Comparison:
    return comparison(context, context.briefing.content.questions[id])


def bearing(link: Link, article: str, question: str, *facts: str) -> Absence:
    """An article with facts that bear on a question, all of which say `Ten.`"""
    first = Link("Ten.", f"articles/{article}.html#{facts[0]}")
    return Absence(link, Derived("unanswered", article, question, facts), first)


def sign(question: str, says: str, *facts: str) -> Derived:
    return Derived("verdict", question, question, facts, says)


M1, M2, M3, S1 = (  # in a word or two, and whole
    Link(short, f"articles/{id}.html", id, name)
    for id, short, name in (
        ("m1", "March ①", "M one"),
        ("m2", "March ②", "M two"),
        ("m3", "Wire", "M three"),
        ("s1", "September ①", "S one"),
    )
)
SIZE, PLACE, HOUR, NAME, FISH, TOLL = (
    Link(question, f"questions/{id}.html")
    for question, id in (
        ("How big?", "size"), ("Where?", "place"), ("When?", "hour"),
        ("What name?", "name"), ("More fish?", "fish"), ("A toll?", "toll"),
    )
)  # fmt: skip
ADA, BO = Link("Ada", "leaders/ada.html"), Link("Bo", "leaders/bo.html")
FAIR = Link("Fair", "events/fair.html")
OTHERS = Link("Others")  # who speak for nobody
TEN = sign("size", "repeated", "m1-size", "m2-size", "m3-size")
ARK = sign("name", "agree", "m3-size", "s1-place")
WHERE = sign("place", "development", "m1-size", "s1-place")
NOON = sign("hour", "single", "m2-size")


def test_what_one_origin_says_in_three_articles_is_no_agreement(context: RenderContext) -> None:
    """An agency's own article counts with those that took it over."""
    assert compared(context, "size") == Comparison(SIZE, "repeated", (Answer("A", "ten", (M1, M2, M3), 1),), sign=TEN)


def test_agreement_is_of_several_origins(context: RenderContext) -> None:
    """An article whose origin nobody knows counts by itself."""
    silent = tuple(Absence(link, Derived("silence", id, "name")) for link, id in ((M1, "m1"), (M2, "m2")))
    agree = Derived("agreement", "name", "name", ("m3-size", "s1-place"), "Ark")
    assert compared(context, "name") == Comparison(
        NAME, "agree", (Answer("A", "Ark", (M3, S1)),), silent, statements=(agree,), sign=ARK
    )


def test_what_is_answered_at_another_time_is_no_difference(context: RenderContext) -> None:
    """Two articles have a fact on its theme, and no answer: that is no silence."""
    rome = Development(
        "In March 2031:",
        (Answer("A", "Rome", (M1,)),),
        Derived("development", "place", "place", ("m1-size",), "Rome"),
    )
    assert compared(context, "place") == Comparison(
        PLACE,
        "development",
        (Answer("B", "Oslo", (S1,)),),
        (bearing(M2, "m2", "place", "m2-size"), bearing(M3, "m3", "place", "m3-size")),
        "In September 2031:",
        (rome,),
        sign=WHERE,
    )


def test_a_single_answer_is_told_from_silence(context: RenderContext) -> None:
    """A question that is about nothing claims no silence: who could say what bears on it?"""
    absent = tuple(Absence(link, Derived("unanswered", id, "hour")) for link, id in ((M1, "m1"), (M3, "m3")))
    assert compared(context, "hour") == Comparison(HOUR, "single", (Answer("A", "noon", (M2,)),), absent, sign=NOON)
    assert compared(context, "idle").verdict == "silent"


def test_a_page_shows_every_difference_that_is_about_it_or_that_its_facts_answer(context: RenderContext) -> None:
    """What differs only from one time to another is shown apart."""

    def shown(subject: str) -> tuple[list[Link], list[Link]]:
        facts = context.briefing.facts_on(subject)
        lists = differences(context, facts, subject), developments(context, facts, subject)
        return [one.question for one in lists[0]], [one.question for one in lists[1]]

    assert (shown("tax"), shown("sea"), shown("ice")) == (([], [PLACE]), ([], [PLACE]), ([], []))


def test_how_an_answer_stands_counts_origins_and_not_articles(context: RenderContext) -> None:
    def beside(id: str) -> list[tuple[Link, tuple[Beside, ...]]]:
        view = question_view(context, context.briefing.content.questions[id])
        return [(row.respondent, row.beside) for of in view.by_side for row in of.rows]

    of_one = (Beside("origin", 2),)
    assert beside("size") == [(M1, of_one), (M2, of_one), (M3, of_one)]
    assert beside("name") == [(M3, (Beside("same", 1),)), (S1, (Beside("same", 1),))]
    assert beside("place") == [(M1, (Beside("development", 1),)), (S1, (Beside("development", 1),))]
    assert beside("hour") == [(M2, (Beside("only", 0),))]
    assert beside("fish") == [(ADA, (Beside("partly", 1),)), (BO, (Beside("partly", 1),))]


def test_articles_of_one_origin_may_differ() -> None:
    path = "content/facts/m2.yml"
    texts = TEXTS | {path: TEXTS[path].replace("size: TEN", "size: nine")}
    other = RenderContext(briefing(read(texts), {}, {}), files.words())
    view = question_view(other, other.briefing.content.questions["size"])
    of_one = (Beside("other", 1), Beside("origin", 1))
    assert view.verdict == "differ"
    assert [row.beside for of in view.by_side for row in of.rows] == [of_one, (Beside("other", 1),), of_one]


def test_a_question_counts_its_origins(context: RenderContext) -> None:
    def counted(id: str) -> tuple[int, int, int]:
        view = question_view(context, context.briefing.content.questions[id])
        return view.answered, view.voices, view.unknown

    assert (counted("size"), counted("name"), counted("fish")) == ((3, 1, 0), (2, 0, 1), (2, 0, 0))


def test_questions_come_by_what_came_of_them(context: RenderContext) -> None:
    view = questions_view(context)
    found = [[(g.verdict, [c.question for c in g.comparisons]) for g in part] for part in (view.sources, view.speakers)]
    idle = Link("Idle?", "questions/idle.html")
    assert found == [
        [("development", [PLACE]), ("agree", [NAME]), ("repeated", [SIZE]), ("single", [HOUR])],
        [("differ", [FISH]), ("development", [TOLL]), ("silent", [idle])],
    ]


LATER = Derived("development", "ada", "fish", ("s1-ada", "s1-ada-too"), "no")


def published(context: RenderContext, fact: str) -> Moment:
    return context.published(context.briefing.facts[fact].article)


def ada(context: RenderContext) -> AnswersOfOne:
    """Another answer in September is a development."""
    march = DatedAnswer("A", "yes", (fact(context, "m1-ada"),), (FAIR,), reported=published(context, "m1-ada"))
    facts = (fact(context, "s1-ada"), fact(context, "s1-ada-too", 2))
    return AnswersOfOne(
        ADA, (march, DatedAnswer("B", "no", facts, reported=published(context, "s1-ada"))), "reported", (LATER,)
    )


def bo(context: RenderContext) -> AnswersOfOne:
    march = DatedAnswer("B", "no", (fact(context, "m1-bo"),), when=context.fact_moment(context.briefing.facts["m1-bo"]))
    september = DatedAnswer("B", "no", (fact(context, "s1-bo"),), reported=published(context, "s1-bo"))
    return AnswersOfOne(BO, (march, september), "unchanged")


def spokesmen(context: RenderContext) -> tuple[AnswersOfOne, AnswersOfOne]:
    """Somebody without a name may be another one in September, so nothing changed that we know of."""
    march = DatedAnswer("A", "no", (fact(context, "m1-spokesman"),), reported=published(context, "m1-spokesman"))
    september = DatedAnswer("B", "yes", (fact(context, "s1-spokesman"),), reported=published(context, "s1-spokesman"))
    first, second = (Link(f"a spokesman, in {context.source_link(id).name}") for id in ("m1", "s1"))
    return AnswersOfOne(first, (march,)), AnswersOfOne(second, (september,))


def test_speakers_by_questions(context: RenderContext) -> None:
    def row(answers: AnswersOfOne, question: Link) -> TableRow:
        return TableRow(TableHead(answers.respondent), (Cell(question, answers),))

    fish = sign("fish", "differ", "m1-ada", "m1-bo", "s1-ada", "s1-ada-too", "s1-bo")
    toll = sign("toll", "development", "m1-spokesman", "s1-spokesman")
    assert speakers(context) == (
        AnswerTable(
            "Nature",
            (TableHead(FISH, verdict="differ", sign=fish),),
            (RowGroup(OTHERS, (row(ada(context), FISH), row(bo(context), FISH))),),
        ),
        AnswerTable(
            "Tax",
            (TableHead(TOLL, verdict="development", sign=toll),),
            (RowGroup(OTHERS, tuple(row(one, TOLL) for one in spokesmen(context))),),
        ),
    )


def of_articles(*rows: TableRow) -> tuple[RowGroup, ...]:
    """Articles speak for nobody, and stand under no heading."""
    return (RowGroup(Link(""), rows),)


def test_questions_by_articles_of_the_same_days(context: RenderContext) -> None:
    def cell(column: Link, mark: str, answer: str, id: str) -> Cell:
        events = (FAIR,) if context.briefing.facts[id].event else ()
        return Cell(column, AnswersOfOne(column, (DatedAnswer(mark, answer, (fact(context, id),), events),)))

    heads = tuple(TableHead(a, note) for a, note in ((M1, "Wire"), (M2, "Wire"), (M3, "own reporting")))
    sizes = ((M1, "ten", "m1-size"), (M2, "TEN", "m2-size"), (M3, "ten", "m3-size"))
    rome, oslo = cell(M1, "A", "Rome", "m1-size"), cell(S1, "B", "Oslo", "s1-place")
    arks = cell(M3, "A", "Ark", "m3-size"), cell(S1, "A", "Ark", "s1-place")

    def empty(column: Link, id: str, question: str, kind: Literal["silence", "unanswered"]) -> Cell:
        return Cell(column, None, Absence(column, Derived(kind, id, question)))

    noon = cell(M2, "A", "noon", "m2-size")
    bear = (
        Cell(M2, None, bearing(M2, "m2", "place", "m2-size")),
        Cell(M3, None, bearing(M3, "m3", "place", "m3-size")),
    )
    assert articles(context) == (
        AnswerTable(
            "Articles of 3 March 2031",
            heads,
            of_articles(
                TableRow(
                    TableHead(SIZE, verdict="repeated", sign=TEN),
                    tuple(cell(a, "A", said, id) for a, said, id in sizes),
                ),
                TableRow(
                    TableHead(HOUR, verdict="single", sign=NOON),
                    (empty(M1, "m1", "hour", "unanswered"), noon, empty(M3, "m3", "hour", "unanswered")),
                ),
            ),
        ),
        AnswerTable(
            "Articles of 3 March 2031 and 5 September 2031",
            (*heads, TableHead(S1, "origin unknown")),
            of_articles(
                TableRow(TableHead(PLACE, verdict="development", sign=WHERE), (rome, *bear, oslo)),
                TableRow(
                    TableHead(NAME, verdict="agree", sign=ARK),
                    (empty(M1, "m1", "name", "silence"), empty(M2, "m2", "name", "silence"), *arks),
                ),
            ),
        ),
    )


def test_a_theme_shows_all_answers_to_the_questions_about_it(context: RenderContext) -> None:
    assert [(one.question, one.answers) for one in positions_about(context, "sea")] == [
        (FISH, (ada(context), bo(context)))
    ]


def test_two_leaders_have_the_same_exchange_on_both_pages(context: RenderContext) -> None:
    of_bo = Statement((Link("Ada of Bo.", "articles/m1.html#m1-ada"),))
    of_ada = Statement((Link("Bo of Ada.", "articles/s1.html#s1-bo"),))
    assert exchanges(context, "ada") == (Exchange(BO, "with-bo", "leaders/bo.html#with-ada", (of_bo,), (of_ada,)),)
    assert exchanges(context, "bo") == (Exchange(ADA, "with-ada", "leaders/ada.html#with-bo", (of_ada,), (of_bo,)),)
    assert exchanges(context, "cy") == ()


def test_an_event_is_aligned_by_the_themes_that_most_articles_share(context: RenderContext) -> None:
    """`m2-size` is on two themes, on each of which two articles tell; it stands under the rarer."""
    rows = theme_rows(context, context.briefing.facts_at("fair"))
    told = [(row.theme.name, [(one.article, [c.id for c in one.cards]) for one in row.reports]) for row in rows]
    assert told == [
        ("Sea", [(M1, ["m1-ada", "m1-size"]), (M2, []), (M3, [])]),
        ("Tax", [(M1, []), (M2, ["m2-size"]), (M3, ["m3-size"])]),
        ("", [(M1, []), (M2, ["m2-plain"]), (M3, [])]),
    ]


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_no_page_scrolls_sideways(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for path in (SPEAKERS, ARTICLES, QUESTION, SUMMIT, "questions/index.html"):
        page.goto(f"{address}/{path}")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide == 0, path


def test_a_wide_table_scrolls_in_a_region_of_its_own_that_keys_reach(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 730, "height": 900})
    page.goto(f"{address}/{ARTICLES}")
    region = page.get_by_role("region", name="Articles of 27 March 2025 and 4 September 2025")
    region.focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    expect(region).to_be_focused()
    page.wait_for_function("element => element.scrollLeft > 0", arg=region.element_handle())
    head = region.get_by_role("rowheader").first
    assert head.bounding_box()["x"] == region.bounding_box()["x"]  # type: ignore[index]


def test_an_event_shows_its_facts_in_short_and_their_proof_on_demand(page: Page, address: str) -> None:
    """An event with many facts shows its themes, each with their number; the facts of one are opened."""
    page.goto(f"{address}/{SUMMIT}")
    fact = page.locator(".aligned .fact--short").first
    expect(fact).to_be_hidden()
    for theme in page.locator(".aligned").all():
        number = theme.locator(".fact--short").count()
        expect(theme.locator("summary").first).to_contain_text(f"{number} fact")
        theme.locator("summary").first.press("Enter")
    expect(fact.locator(".passage").first).to_be_hidden()
    fact.locator("summary").press("Enter")
    expect(fact.locator(".passage").first).to_be_visible()
    expect(page.locator("#shared ~ .aligned").get_by_text("nothing under this heading").first).to_be_visible()


def test_a_table_is_a_table_on_a_desk_and_cards_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{address}/{SPEAKERS}")
    region = page.get_by_role("region").first
    row = region.get_by_role("row").nth(2)  # below the name of a side
    first, second = row.get_by_role("rowheader"), row.locator("td:not(.crosstab__empty)").first
    assert second.bounding_box()["x"] > first.bounding_box()["x"]  # type: ignore[index]
    expect(second.locator(".crosstab__column")).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 844})
    assert second.bounding_box()["x"] == first.bounding_box()["x"]  # type: ignore[index]
    expect(second.locator(".crosstab__column")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1440])
def test_the_headers_of_a_cell_are_announced(page: Page, address: str, width: int) -> None:
    """The roles of a table outlast the layout of cards; a row is called by its speaker, a column by its question."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}/{SPEAKERS}")
    table = page.get_by_role("region", name="Pressure on Russia").get_by_role("table")
    expect(table.get_by_role("columnheader", name="How should pressure be put on Russia?")).to_have_count(1)
    row = table.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Keir Starmer"))
    expect(row.get_by_role("cell").filter(has_text="How should pressure be put on Russia?")).to_have_count(1)
    told, silent = 4, 1
    expect(row.get_by_role("cell").filter(has_text=re.compile(r"reported \d"))).to_have_count(told)
    if width > 1000:
        expect(row.get_by_role("cell", name="not reported for Keir Starmer")).to_have_count(silent)
    else:  # in short
        expect(row.get_by_role("rowheader")).to_contain_text(f"{silent} question: no answer noted")
    expect(table.get_by_role("rowheader", name="United Kingdom", exact=True)).to_be_visible()


def test_two_answers_show_in_one_cell_and_an_answer_opens_its_fact(page: Page, address: str) -> None:
    page.goto(f"{address}/{SPEAKERS}")
    table = page.get_by_role("region", name="Pressure on Russia")
    row = table.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Keir Starmer"))
    cell = row.get_by_role("cell").filter(has_text="How should pressure be put on Russia?")
    expect(cell).to_contain_text("reported 27 March 2025")
    expect(cell).to_contain_text("reported 4 September 2025")
    expect(cell).not_to_contain_text("more than one answer")  # the answers need not exclude one another
    silent = row.get_by_role("cell").filter(has_text="Should Europe stop buying")
    expect(silent).to_contain_text("not reported for Keir Starmer")
    cell.get_by_role("link", name="by sanctions").click()
    page.wait_for_url("**/articles/*.html#usm-sanctions-back-us-initiative")
    expect(page.locator("#usm-sanctions-back-us-initiative")).to_be_visible()


def test_an_exchange_leads_to_the_other_page_and_back(page: Page, address: str) -> None:
    page.goto(f"{address}/leaders/volodymyr-zelensky.html#with-vladimir-putin")
    page.locator("#with-vladimir-putin").get_by_role("link", name="The same on the page of Vladimir Putin").click()
    page.wait_for_url("**/leaders/vladimir-putin.html#with-volodymyr-zelensky")
    page.locator("#with-volodymyr-zelensky").get_by_role("link", name="The same on the page of Volodymyr").click()
    page.wait_for_url("**/leaders/volodymyr-zelensky.html#with-vladimir-putin")


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_comparison_is_accessible(page: Page, address: str, width: int, scheme: Literal["light", "dark"]) -> None:
    """Where `test_reach.py` does not see that, which looks at more."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    others = [path for path in (SPEAKERS, ARTICLES, QUESTION, SUMMIT) if path not in EVERY_KIND]
    assert others == [ARTICLES, QUESTION]
    for path in others:
        page.goto(f"{address}/{path}")
        if scheme == "light":
            accessible(page, WORDS, part=".md-content")
        accessible(page, WHOLE, alike=False, part=".md-content")


def test_what_is_of_no_certain_time_stands_under_its_own_date() -> None:
    """It is no statement that anything changed; no open end is a year of the calendar."""
    open_ended = RenderContext(briefing(read(TIMES), {}, {}), files.words())
    compared = comparison(open_ended, open_ended.briefing.content.questions["ships"])
    assert (compared.verdict, compared.when) == ("development", "In September 2031:")
    assert [
        (one.when, [answer.text for answer in one.answers], bool(one.statement)) for one in compared.developments
    ] == [
        ("In March 2031:", ["10"], True),
        ("Not dated closely (by 2 January 2030):", ["50"], False),
        ("Not dated closely (since 5 January 2031):", ["40"], False),
        ("Not dated closely (2031):", ["60"], False),
    ]
