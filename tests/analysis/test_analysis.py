"""What is thought about the facts of a small dossier: values, before any page makes links and words of them."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

import pytest

from generator.analysis.agreement import (
    AgreeingArticles,
    agreeing_articles,
    answer_groups,
    expected_respondents,
    fact_agreements,
    verdict,
    verdict_of_fact,
)
from generator.analysis.exchanges import exchanges
from generator.analysis.order import date_of, events_in_time, in_time, is_reported
from generator.analysis.positions import positions, positions_about
from generator.analysis.relations import relations
from generator.briefing import Briefing, briefing
from generator.content.dates import Edtf
from generator.content.reading import read
from generator.content.registries import Event, Question
from generator.evidence.proving import BoundFact

# `one` and `two` are of one agency, nobody knows the origin of `three`.
# Ada met Bo at the fair, of which a report only names Cy.
TEXTS = {
    "content/site.yml": "{title: A, description: B, edition: 2031-10-01, rights: C, corrections: D}",
    "content/publishers.yml": "- {id: wire, name: Wire, kind: agency}",
    "content/leaders.yml": "- {id: ada, name: Ada}\n- {id: bo, name: Bo}\n- {id: cy, name: Cy}\n- {id: di, name: Di}",
    "content/themes.yml": "- {id: sea, name: Sea}",
    "content/events.yml": """
- id: fair
  name: Fair
  kind: meeting
  when: 2031-03-02
  background: invented
  participants: [{who: bo, from: [one-size]}, {who: ada, from: [one-size]}]
- {id: early, name: Early, kind: summit, when: 2031-02, background: invented}
- id: call
  name: Call
  kind: call
  when: 2031-03-01
  background: invented
  participants: [{who: ada, from: [one-call]}, {who: cy, background: invented}]
""",
    "content/questions.yml": """
- {id: size, asks: sources, question: How big?, about: [sea]}
- {id: use, asks: sources, question: What for?, compatible: yes}
- {id: hour, asks: sources, question: When?}
- {id: fish, asks: speakers, question: More fish?, about: [sea]}
- {id: toll, asks: speakers, question: A toll?, compatible: yes}
""",
    "content/facts/one.yml": """
article: {title: One, published: 2031-03-03, origin: wire}
facts:
  - {id: one-size, say: Ten., passage: ten, about: [sea], event: fair, answers: {size: ten, use: trade, hour: noon}}
  - {id: one-again, say: Nine., passage: nine, about: [], answers: {size: nine}}
  - {id: one-ada, say: Ada of Bo., passage: fish, about: [sea, bo], who: ada, when: 2031-03-01, answers: {fish: "yes"}}
  - {id: one-call, say: Ada rang Cy., passage: rang, about: [], event: call}
  - {id: one-cy, say: Of Cy., passage: cy, about: [cy], event: fair}
""",
    "content/facts/two.yml": """
article: {title: Two, published: 2031-03-03, origin: wire}
facts:
  - {id: two-size, say: Ten., passage: ten, about: [], answers: {size: TEN, use: Fish}}
  - {id: two-bo, say: Bo of Ada., passage: fish, about: [ada], who: bo, answers: {fish: "no", toll: high}}
  - {id: two-channel, say: A toll., passage: toll, about: [], via: a clerk, answers: {toll: low, fish: "no"}}
""",
    "content/facts/three.yml": """
article: {title: Three, published: 2031-09-05}
facts:
  - {id: three-size, say: Ten., passage: ten, about: [], answers: {size: ten}}
  - {id: three-ada, say: Ada said no., passage: fish, about: [sea], who: ada, answers: {fish: "no"}}
  - {id: three-too, say: Ada said no., passage: fish, about: [sea], who: ada, answers: {fish: "No"}}
  - {id: three-bo, say: Bo said no., passage: fish, about: [sea, cy], who: bo, answers: {fish: "No", toll: on fish}}
  - {id: three-raid, say: Bo of a raid., passage: raid, about: [ada], who: bo, kind: attack, when: 2031-02-01,
     answers: {toll: high}}
  - {id: three-clerk, say: A toll., passage: toll, about: [], via: a clerk, answers: {toll: high, fish: "yes"}}
""",
}


@pytest.fixture(scope="module")
def dossier() -> Briefing:
    return briefing(read(TEXTS), {}, {})


def plain(value: object) -> object:
    """A value as it is read in a table: facts, events and questions by id, dates as they are written."""
    if isinstance(value, BoundFact | Event | Question):
        return value.id
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, Mapping):
        return {key: plain(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [plain(held) for held in value]
    if is_dataclass(value) and not isinstance(value, type):
        return tuple(plain(getattr(value, field.name)) for field in fields(value))
    return value


def test_equal_answers_are_one_group_and_a_question_has_one_verdict(dossier: Briefing) -> None:
    """Who is silent is only asked of articles of the days on which somebody answers."""
    questions = dossier.content.questions
    assert {
        id: (verdict(dossier, one), plain(answer_groups(dossier, one)), expected_respondents(dossier, one))
        for id, one in questions.items()
    } == {
        "size": ("differ", [("nine", ["one-again"]), ("ten", ["one-size", "two-size", "three-size"])], ()),
        "use": ("compatible", [("trade", ["one-size"]), ("Fish", ["two-size"])], ()),
        "hour": ("single", [("noon", ["one-size"])], ("two",)),
        "fish": (
            "differ",
            [
                ("yes", ["one-ada", "three-clerk"]),
                ("no", ["two-bo", "two-channel", "three-ada", "three-bo", "three-too"]),
            ],
            (),
        ),
        "toll": (
            "compatible",
            [("high", ["two-bo", "three-clerk", "three-raid"]), ("low", ["two-channel"]), ("on fish", ["three-bo"])],
            (),
        ),
    }


def test_a_fact_is_compared_in_questions_to_articles_alone(dossier: Briefing) -> None:
    """An article never confirms itself; it may contradict itself. What is of another time contradicts nothing."""
    compared = {id: plain(fact_agreements(dossier, fact)) for id, fact in dossier.facts.items()}
    nine = ("nine", ["one-again"])
    march = ("2031-03", ["one-again", "one-size", "two-size"], True)
    september = ("2031-09", ["three-size"], True)
    assert {id: values for id, values in compared.items() if values} == {
        "one-again": [
            ("size", "nine", [], [("ten", ["one-size", "two-size"])], [], [[september, ("ten", ["three-size"])]]),
        ],
        "one-size": [
            ("size", "ten", ["two-size", "three-size"], [nine], [], []),
            ("use", "trade", [], [], [("Fish", ["two-size"])], []),
        ],
        "two-size": [
            ("size", "TEN", ["one-size", "three-size"], [nine], [], []),
            ("use", "Fish", [], [], [("trade", ["one-size"])], []),
        ],
        "three-size": [("size", "ten", ["one-size", "two-size"], [], [], [[march, nine]])],
    }


@pytest.mark.parametrize(
    ("id", "alike", "differing", "compatible", "stands"),
    [
        ("one-size", {"two", "three"}, {"one"}, {"two"}, "differ"),
        ("one-again", set(), {"one", "two"}, set(), "differ"),
        ("two-size", {"one", "three"}, {"one"}, {"one"}, "differ"),
        ("three-ada", set(), set(), set(), None),
    ],
)
def test_articles_count_once_for_each_way_in_which_they_answer(
    dossier: Briefing, id: str, alike: set[str], differing: set[str], compatible: set[str], stands: str | None
) -> None:
    fact = dossier.facts[id]
    articles = agreeing_articles(fact_agreements(dossier, fact))
    assert articles == AgreeingArticles(frozenset(alike), frozenset(differing), frozenset(compatible))
    assert verdict_of_fact(dossier, fact) == stands


FISH = [
    (
        "ada",
        [("yes", ["one-ada"], "2031-03-01", None), ("no", ["three-ada", "three-too"], None, "2031-09-05")],
        "reported",  # nobody knows when she said no
        [("development", "ada", "fish", ["three-ada", "three-too"], "no")],
    ),
    ("bo", [("no", ["two-bo"], None, "2031-03-03"), ("No", ["three-bo"], None, "2031-09-05")], "unchanged", []),
    ("a clerk · two", [("no", ["two-channel"], None, "2031-03-03")], "", []),  # one clerk may not be the other
    ("a clerk · three", [("yes", ["three-clerk"], None, "2031-09-05")], "", []),
]
TOLL_OF_BO: tuple[
    object, ...
] = (  # answers that may stand together do not change; the date of the raid is not that of the answer
    "bo",
    [
        ("high", ["two-bo"], None, "2031-03-03"),
        ("on fish", ["three-bo"], None, "2031-09-05"),
        ("high", ["three-raid"], None, "2031-09-05"),
    ],
    "",
    [],
)


def test_positions_are_dated_and_may_change(dossier: Briefing) -> None:
    assert plain(positions_about(dossier, "sea")) == {"fish": FISH}
    assert plain(positions(dossier, dossier.facts_by("bo"))) == {"fish": [FISH[1]], "toll": [TOLL_OF_BO]}
    assert plain(positions(dossier, dossier.facts_in("one"))) == {
        "fish": [("ada", [("yes", ["one-ada"], "2031-03-01", None)], "", [])]
    }


def test_an_exchange_is_the_same_from_both_sides(dossier: Briefing) -> None:
    """Of whoever is not reported to have named the other nothing is said."""
    assert {leader: plain(exchanges(dossier, leader)) for leader in dossier.content.leaders} == {
        "ada": [("bo", [["one-ada"]], [["three-raid"], ["two-bo"]])],
        "bo": [("ada", [["three-raid"], ["two-bo"]], [["one-ada"]]), ("cy", [["three-bo"]], [])],
        "cy": [("bo", [], [["three-bo"]])],
        "di": [],
    }


def took_part(who: str, event: str, *facts: str) -> object:
    return (event, who, None, None, list(facts), [])


def test_events_of_two_and_statements_about_others_relate_people(dossier: Briefing) -> None:
    """They keep the order in which they are given; whom nothing joins is left out."""
    assert plain(relations(dossier, ["di", "cy", "bo", "ada"])) == (
        ["cy", "bo", "ada"],
        {
            "call": [
                ("cy", took_part("cy", "call"), None),
                ("bo", None, None),
                ("ada", took_part("ada", "call", "one-call"), "one-call"),
            ],
            "fair": [
                ("cy", None, "one-cy"),
                ("bo", took_part("bo", "fair", "one-size"), "one-size"),
                ("ada", took_part("ada", "fair", "one-size"), "one-size"),
            ],
        },
        ["cy", "bo", "ada"],
        {
            "bo": {"cy": ["three-bo"], "bo": [], "ada": ["two-bo", "three-raid"]},
            "ada": {"cy": [], "bo": ["one-ada"], "ada": []},
        },
    )


def test_facts_stand_at_their_own_date_or_that_of_their_event(dossier: Briefing) -> None:
    """What has no date comes last, that of older articles first, whatever order it is given in."""
    facts = in_time(dossier, reversed(list(dossier.facts.values())))
    assert [(fact.id, plain(date_of(dossier, fact))) for fact in facts] == [
        ("three-raid", "2031-02-01"),
        ("one-ada", "2031-03-01"),
        ("one-call", "2031-03-01"),
        ("one-cy", "2031-03-02"),
        ("one-size", "2031-03-02"),
        *((id, None) for id in ("one-again", "two-bo", "two-channel", "two-size")),
        *((id, None) for id in ("three-ada", "three-bo", "three-clerk", "three-size", "three-too")),
    ]
    assert [fact.id for fact in facts if is_reported(fact)] == ["three-raid"]
    assert plain(events_in_time(dossier, dossier.content.events.values())) == ["early", "call", "fair"]
