"""What is derived says no more than the articles: who met, who is named, what excludes what, and when it was said."""

import html
import re
from typing import Any

import pytest

from generator import files
from generator.analysis.agreement import verdict
from generator.briefing import briefing
from generator.content.reading import read
from generator.exports.data.dataset import Dataset
from generator.site.pages.charts import charts
from generator.site.pages.home import home_view
from generator.site.pages.leaders import leader_view
from generator.site.pages.leaders_index import leaders_view
from generator.site.pages.questions import Beside, question_view
from generator.site.pages.questions_index import questions_view
from generator.site.parts.cards import card
from generator.site.parts.comparisons import comparison, differences
from generator.site.parts.context import RenderContext
from generator.site.parts.exchanges import exchanges
from generator.site.parts.page import Link
from generator.site.parts.positions import positions_about
from generator.site.parts.search_entries import fact_entries
from generator.site.render.markup import environment
from tests.folders import ROOT, context_of

# Ada saw Bo and Cy, each alone; two articles word their answers differently, and only one question sets them at odds.
TEXTS = {
    "content/site.yml": """
title: A
description: B
edition: 2031-10-01
rights: C
corrections: D
key_figures: [{figure: "26", say: ships., from: [one-26]}]
figures: [{name: Ships, unit: ships, points: [{figure: "26", say: ships., from: [one-26, one-quote, two-26]}]}]
""",
    "content/leaders.yml": "- {id: ada, name: Ada}\n- {id: bo, name: Bo}\n- {id: cy, name: Cy}",
    "content/themes.yml": "- {id: sea, name: Sea}",
    "content/events.yml": """
- id: rounds
  name: Rounds
  kind: talks
  when: 2030-12
  apart: [bo, cy]
  background: invented
  participants:
    - {who: ada, from: [one-26]}
    - {who: bo, from: [one-26]}
    - {who: cy, from: [one-26]}
- id: fair
  name: Fair
  kind: meeting
  when: 2031-03-02
  background: invented
  participants: [{who: ada, from: [one-26]}, {who: bo, from: [one-26]}]
""",
    "content/questions.yml": """
- {id: ships, asks: sources, question: How many ships?}
- {id: use, asks: sources, question: What for?, compatible: yes}
- {id: toll, asks: speakers, question: What toll?, about: [sea], compatible: yes}
""",
    "content/facts/one.yml": """
article: {title: One, published: 2031-03-03}
facts:
  - {id: one-26, say: Ships., passage: ships, about: [], answers: {ships: "26", use: fish}}
  - {id: one-quote, say: Ships., passage: ships, about: [], answers: {ships: more than 26, use: both}}
  - {id: one-toll, say: A toll., passage: toll, about: [sea], who: ada, answers: {toll: high}}
  - {id: one-raid, say: A raid., passage: raid, about: [], who: ada, kind: attack, when: 2031-02-01}
  - {id: one-word, say: A word., passage: word, about: [], who: ada, when: 2031-02-01}
""",
    "content/facts/two.yml": """
article: {title: Two, published: 2031-03-04}
facts:
  - {id: two-26, say: Ships., passage: ships, about: [], answers: {ships: "26", use: trade}}
  - {id: two-toll, say: A toll., passage: toll, about: [sea], who: ada, answers: {toll: on fish}}
  - {id: two-use, say: A use., passage: use, about: [], answers: {use: trade}}
""",
}
ONE = Link("March ①", "articles/one.html", "one", "One")
TWO = Link("March ②", "articles/two.html", "two", "Two")


@pytest.fixture(scope="module")
def context() -> RenderContext:
    return RenderContext(briefing(read(TEXTS), {}, {}), files.words())


@pytest.fixture(scope="module")
def edition() -> RenderContext:
    return context_of(ROOT)


def shown(context: RenderContext, fact: str) -> str:
    """A card as its readers see it, without marks and with one space for several."""
    macros = environment().get_template("macros.md.j2")
    shared = {"words": context.words, "link": lambda target: target, "once": lambda macro, *of: macro(*of)}
    module: Any = macros.make_module(shared)
    text = str(
        module.whole_fact(
            card(context, context.briefing.facts[fact]),
            own=False,
            source=True,
            who=True,
            kind=True,
            spoken=False,
            under=False,
        )
    )
    return " ".join(html.unescape(re.sub("<[^>]+>", " ", text)).split())


def test_who_is_not_reported_together_has_not_met(context: RenderContext) -> None:
    met = {
        who: [
            (one.event.link.name, [other.link.name for other in one.others], one.note)
            for one in (*view.meetings, *view.events)
        ]
        for who in ("ada", "bo", "cy")
        for view in [leader_view(context, context.briefing.content.leaders[who])]
    }
    assert met == {
        "ada": [("Rounds", ["Bo", "Cy"], ""), ("Fair", ["Bo"], "")],
        "bo": [("Rounds", ["Ada"], "not reported together with Cy"), ("Fair", ["Ada"], "")],
        "cy": [("Rounds", ["Ada"], "not reported together with Bo")],
    }
    told = leaders_view(context).relations
    assert [(one.event.link.name, [part.note for part in one.parts]) for one in told.encounters] == [
        ("Rounds", ["", "not reported together with Cy", "not reported together with Bo"]),
        ("Fair", ["", "", ""]),
    ]


def test_putin_and_zelensky_are_not_shown_as_having_met(edition: RenderContext) -> None:
    leaders = edition.briefing.content.leaders
    both = {leaders["vladimir-putin"].name, leaders["volodymyr-zelensky"].name}
    for leader in leaders.values():
        for meeting in leader_view(edition, leader).meetings:
            there = {leader.name: meeting.note} | {other.link.name: other.note for other in meeting.others}
            assert not both <= {name for name, note in there.items() if "not reported together" not in note}, meeting
    for one in leaders_view(edition).relations.encounters:
        together = {part.who.name for part in one.parts if part.took_part and not part.note}
        assert not both <= together, one


@pytest.mark.parametrize(
    ("when", "speaker"), [("2010/..", "Ada (Fleet)"), ("2010", "Ada (Fleet)"), ("2010/2014", "Ada")]
)
def test_nobody_speaks_for_a_body_whose_office_had_ended(when: str, speaker: str) -> None:
    """Neither beside a statement of 2031, nor beside the name."""
    leaders = f"- {{id: ada, name: Ada, roles: [{{title: head, organisation: fleet, when: {when}, background: b}}]}}"
    texts = TEXTS | {"content/organisations.yml": "- {id: fleet, name: Fleet}", "content/leaders.yml": leaders}
    told = {path: text for path, text in texts.items() if "events" not in path}
    context = RenderContext(briefing(read(told), {}, {}), files.words())
    assert f" {speaker} reported 3 March" in shown(context, "one-toll")
    assert context.role_at("ada") == ("head" if "(" in speaker else "")


def test_nobody_speaks_of_another_whom_only_the_article_compares(edition: RenderContext) -> None:
    pairs = {
        (leader, one.other.name)
        for leader in ("olaf-scholz", "friedrich-merz", "alexander-stubb")
        for one in exchanges(edition, leader)
    }
    assert {pair for pair in pairs if pair[1] == "Keir Starmer"} == set()


def test_answers_that_need_not_exclude_one_another_do_not_differ(context: RenderContext) -> None:
    use = comparison(context, context.briefing.content.questions["use"])
    assert (use.verdict, [answer.text for answer in use.answers]) == ("compatible", ["fish", "both", "trade"])
    found = differences(context, context.briefing.facts.values())
    assert [(one.question.name, one.verdict) for one in found] == [
        ("How many ships?", "differ"),
        ("What for?", "compatible"),
    ]
    view = questions_view(context)
    groups = [[(group.verdict, len(group.comparisons)) for group in part] for part in (view.sources, view.speakers)]
    assert groups == [[("differ", 1), ("compatible", 1)], [("compatible", 1)]]


def test_beside_one_another_they_are_told_differently(context: RenderContext) -> None:
    def beside(id: str) -> list[tuple[Link, tuple[Beside, ...]]]:
        view = question_view(context, context.briefing.content.questions[id])
        return [(row.respondent, row.beside) for of in view.by_side for row in of.rows]

    assert beside("use") == [(ONE, (Beside("compatible", 1),)), (TWO, (Beside("compatible", 1),))]
    assert beside("ships") == [(ONE, (Beside("partly", 1),)), (TWO, (Beside("partly", 1),))]


def test_a_speaker_with_two_such_answers_changed_none(context: RenderContext) -> None:
    [position] = positions_about(context, "sea")
    assert [answers.change for answers in position.answers] == [""]


def test_a_card_tells_what_differs_from_what_is_told_differently(context: RenderContext) -> None:
    text = shown(context, "two-26")
    assert "= same answer also in one article ≠ differs in one article ≈ told differently in one article" in text
    assert "differs: more than 26 in March ① (also)" in text
    assert "told differently: fish in March ① ; both in March ①" in text
    assert text.count("differs:") == 1


def test_search_and_data_keep_them_apart(context: RenderContext) -> None:
    found = {
        entry.link.url.partition("#")[2]: dict(entry.facets).get("agreement")
        for article in context.briefing.articles
        for entry in fact_entries(context, article)
    }
    assert (found["one-26"], found["two-use"]) == ("differs", "compatible")
    rows = Dataset(context.briefing).tables["questions"].plain
    assert [(row["id"], row["verdict"]) for row in rows] == [
        ("ships", "differ"),
        ("use", "compatible"),
        ("toll", "compatible"),
    ]
    assert [row["apart"] for row in Dataset(context.briefing).tables["events"].plain] == [["bo", "cy"], []]


def test_the_front_page_counts_real_differences_and_the_others_apart(edition: RenderContext) -> None:
    view = home_view(edition)
    questions = [q for q in edition.briefing.content.questions.values() if q.asks == "sources"]
    verdicts = [verdict(edition.briefing, question) for question in questions]
    differ = [one for one in verdicts if one == "differ"]
    others = [one for one in verdicts if one == "compatible"]
    assert {one.verdict for one in view.differences} == {"differ"}
    assert len(view.differences) + view.more_differences == len(differ)
    assert view.compatible == len(others)


def test_every_sign_has_one_meaning(edition: RenderContext) -> None:
    """The table of a question has those of the verdict, of the answers of others, and of a speaker's own in time."""
    words = edition.words
    assert words["verdicts"]["signs"]["compatible"] == words["beside"]["signs"]["compatible"]
    signs = [
        words["beside"]["signs"][how]
        for how in ("same", "partly", "compatible", "other", "development", "origin", "only")
    ]
    assert len(set(signs)) == len(signs)
    verdicts = list(words["verdicts"]["signs"].values())
    assert len(set(verdicts)) == len(verdicts)


def test_what_somebody_tells_of_is_not_dated_as_said_then(context: RenderContext, edition: RenderContext) -> None:
    assert "Ada telling of 1 February 2031 March ①" in shown(context, "one-raid")
    assert "Ada 1 February 2031 March ①" in shown(context, "one-word")
    facts = edition.briefing.facts
    for fact in ("nt-us-ready-for-guarantees", "cop-invasion-2022", "usm-leaders-continue-support"):
        assert facts[fact].when is None, fact


def test_two_answers_of_one_article_are_not_two_articles(context: RenderContext) -> None:
    [figure] = home_view(context).key_figures
    assert [(share.form, share.answer, share.articles) for share in figure.spread] == [
        ("apart", "26", "two articles"),
        ("one", "more than 26", "one article"),
    ]
    form = context.words["home"]["shares"]["one"]
    assert form.format(answer="more than 26", articles="one article") == "one of which also has more than 26"


def test_an_article_is_named_once_at_a_figure(context: RenderContext) -> None:
    [point] = [point for chart in charts(context) for point in chart.points]
    told = [(given.article, [source.url.partition("#")[2] for source in given.sources]) for given in point.given]
    assert told == [(ONE, ["one-26", "one-quote"]), (TWO, ["two-26"])]


def test_words_claim_no_more_than_three_quoted_tokens(edition: RenderContext) -> None:
    card, facet = edition.words["voices"]["quotation"], edition.words["explore"]["values"]["voice"]["quotation"]
    assert (card, facet) == ("quoted", "Quoted")


def test_questions_that_differ_stand_before_those_told_differently(edition: RenderContext) -> None:
    order = [group.verdict for group in questions_view(edition).sources]
    assert order == ["differ", "compatible", "within", "agree", "single", "wording"]
