"""Agreement takes the same answer in two voices; a difference takes one time."""

import pytest

from generator import files
from generator.analysis.agreement import (
    answer_groups,
    distinct_count,
    expected_respondents,
    fact_agreements,
    facts_by_respondent,
    shared_answers,
    verdict,
    verdict_of_fact,
    verdict_of_period,
    voices,
)
from generator.analysis.development import periods
from generator.analysis.positions import answer_history
from generator.analysis.standing import standing
from generator.analysis.voices import body_of, independent_voices, is_one_voice
from generator.briefing import Briefing, briefing, normalised_answer
from generator.content.reading import read
from generator.content.registries import Question
from generator.evidence.proving import BoundFact
from generator.site.pages import print_edition
from generator.site.pages.questions import question_view
from generator.site.parts.context import RenderContext

SITE = "{title: A, description: B, edition: 2031-12-01, rights: C, corrections: D}"
REGISTRIES = {
    "content/site.yml": SITE,
    "content/countries.yml": """
- {id: norway, name: Norway, code: NO, aliases: [Kingdom of Norway]}
- {id: denmark, name: Denmark, code: DK}
""",
    "content/organisations.yml": """
- {id: ministry, name: Ministry, country: norway}
- {id: desk, name: Desk, part_of: ministry}
- {id: group, name: Group, members: [norway, denmark]}
- {id: union, name: Union, members: [group]}
- {id: club, name: Club}
""",
    "content/leaders.yml": """
- {id: ada, name: Ada, country: norway, roles: [{title: minister, country: norway, when: 2031, background: invented}]}
- {id: bo, name: Bo, roles: [{title: head, organisation: desk, when: 2031, background: invented}]}
- {id: di, name: Di, roles: [{title: minister, country: denmark, when: 2031, background: invented}]}
- {id: ed, name: Ed}
- {id: fay, name: Fay, country: norway, roles: [{title: head, organisation: club, when: 2031, background: invented}]}
- {id: gil, name: Gil, country: norway}
""",
    "content/themes.yml": "- {id: sea, name: Sea}",
}


def test_an_office_and_its_holder_a_body_and_its_parts_are_one_voice() -> None:
    dossier = spoken(("ada", "a"))
    bodies = {
        who: body_of(dossier, who) for who in ("ada", "bo", "desk", "ministry", "di", "group", "ed", "fay", "gil")
    }
    norwegian = dict.fromkeys(("ada", "bo", "desk", "ministry"), "norway")
    assert bodies == {**norwegian, "di": "denmark", "group": "group", "ed": "ed", "fay": "club", "gil": "gil"}
    assert is_one_voice(dossier, "ada", "group")
    assert is_one_voice(dossier, "ada", "union")  # a member of its member
    assert not is_one_voice(dossier, "ada", "di")
    assert not is_one_voice(dossier, "ada", "fay")  # who is from the country of both, and speaks for a club
    assert independent_voices(dossier, ["norway", "group", "denmark"]) == {"norway", "denmark"}
    assert independent_voices(dossier, ["union", "denmark", "ed"]) == {"denmark", "ed"}
    assert independent_voices(dossier, ["norway", "a clerk"]) == {"norway"}
    assert len(independent_voices(dossier, ["a clerk", "an aide"])) == 1


def spoken(*answers: tuple[str, str], asked: str = "") -> Briefing:
    """A dossier in which each of these answers one question on one day; a name of two words is a channel."""
    said = (f"{'via' if ' ' in who else 'who'}: {who}, answers: {{q: {answer}}}" for who, answer in answers)
    facts = (f"{{id: f{n}, say: S., passage: p, about: [], {one}}}" for n, one in enumerate(said))
    texts = REGISTRIES | {
        "content/questions.yml": f"- {{id: q, asks: speakers, question: Q?, about: [sea]{asked}}}",
        "content/facts/one.yml": f"article: {{title: One, published: 2031-03-03}}\nfacts: [{', '.join(facts)}]",
    }
    return briefing(read(texts), {}, {})


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([("ada", "a"), ("di", "a")], "agree"),
        ([("ada", "a"), ("bo", "a")], "repeated"),  # both speak for one state
        ([("ada", "a"), ("fay", "a")], "agree"),  # a minister, and somebody from her country
        ([("ada", "a"), ("gil", "b")], "differ"),
        ([("ada", "a"), ("group", "a")], "repeated"),  # the group and one of its members
        ([("ada", "a"), ("a clerk", "a")], "repeated"),  # the clerk may be hers
        ([("ada", "a"), ("di", "b")], "differ"),
        ([("ada", "a"), ("ada", "b")], "within"),
        ([("ada", "a"), ("bo", "b")], "within"),
        ([("ada", "a"), ("bo", "b"), ("di", "a")], "differ"),
        ([("ada", "more than 26"), ("di", "26")], "differ"),
        ([("ada", "$100m"), ("di", "100 million dollars")], "agree"),
    ],
)
def test_speakers_agree_in_two_voices(answers: list[tuple[str, str]], expected: str) -> None:
    dossier = spoken(*answers)
    assert verdict(dossier, dossier.content.questions["q"]) == expected


TWO_OFFICES = REGISTRIES | {
    "content/questions.yml": "- {id: q, asks: speakers, question: Q?, about: [sea]}",
    "content/publishers.yml": "- {id: wire, name: Wire, kind: agency}",
    "content/facts/one.yml": """
article: {title: One, published: 2031-03-03}
facts:
  - {id: one-a, say: The office of Ada said a., passage: p, about: [sea], via: her office, answers: {q: a}}
  - {id: one-wire, say: So they said., passage: p, about: [sea], via: the Wire, answers: {q: a}}
  - {id: one-ada, say: Ada spoke of the sea., passage: p, about: [sea], who: ada}
""",
    "content/facts/two.yml": """
article: {title: Two, published: 2031-03-03}
facts:
  - {id: two-b, say: The office of Di said b., passage: p, about: [sea], via: her office, answers: {q: b}}
  - {id: two-wire, say: So they said., passage: p, about: [sea], via: the Wire, answers: {q: a}}
  - {id: two-di, say: Di spoke of the sea., passage: p, about: [sea], who: di}
  - {id: two-ed, say: Ed spoke of the sea., passage: p, about: [sea], who: ed}
""",
}


def test_what_two_articles_call_by_the_same_words_is_not_one_speaker() -> None:
    """One office is Ada's and the other Di's, and so neither of the two is without an answer."""
    dossier = briefing(read(TWO_OFFICES), {}, {})
    question = dossier.content.questions["q"]
    answers = facts_by_respondent(dossier, question, (fact for fact, _ in dossier.answers_to("q")))
    assert {who: [fact.id for fact in facts] for who, facts in answers.items()} == {
        "her office · one": ["one-a"],
        "the Wire": ["one-wire", "two-wire"],
        "her office · two": ["two-b"],
    }
    assert verdict(dossier, question) == "differ"
    assert expected_respondents(dossier, question) == ("ed",)
    context = RenderContext(dossier, files.words())
    view = question_view(context, question)
    shown = [[*(row.respondent.name for row in of.rows), *(one.link.name for one in of.absent)] for of in view.by_side]
    assert shown == [["her office, in March ①", "the Wire", "her office, in March ②", "Ed"]]
    assert (view.answered, view.voices, view.unnamed) == (3, 1, True)
    printed = [part.link.name for part in print_edition.print_edition_view(context).speakers]
    assert printed == ["Ada", "Di", "Ed", "her office, in March ①", "her office, in March ②", "the Wire"]


def beside(dossier: Briefing, question: str, *facts: str) -> dict[str, int]:
    counts = standing(dossier, dossier.content.questions[question], [dossier.facts[fact] for fact in facts])
    return {str(how): n for how, n in counts.items()}


def test_nobody_of_ones_own_voice_is_another() -> None:
    """Five speakers are two sides: the group is left out beside its members, and Bo answers for Ada's state."""
    dossier = spoken(("ada", "a"), ("bo", "b"), ("di", "c"), ("group", "c"), ("a clerk", "c"))
    question = dossier.content.questions["q"]
    assert len(voices(dossier, question, dossier.facts.values())) == 2
    assert [beside(dossier, "q", fact) for fact in ("f0", "f1", "f2", "f3", "f4")] == [
        {"other": 1, "origin": 3},
        {"other": 1, "origin": 3},
        {"other": 1, "origin": 2},
        {"origin": 4},
        {"origin": 3},
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("$100m", "100 million dollars", True),
        ("26", "twenty-six", True),
        ("about 30", "around 30", True),
        ("more than 26", "26", False),
        ("about 30", "30", False),
        ("more than 26", "at least 26", False),
        ("at least 26", "26 or more", True),
        ("up to 30", "less than 30", False),
        ("26 ships", "26 boats", False),
        ("between 2 and 4 crowns", "2 to 4 crowns", True),
        ("20-30", "20 to 30", True),
        ("> 26", "more than 26", True),
        ("<26", "26", False),
        ("≥26", "at least 26", True),
        ("no fewer than 26", "at least 26", True),
        ("as many as 26", "up to 26", True),
        ("a dozen", "12", True),
        ("26 in all", "26", True),
        ("not 26", "26", False),
        ("2 March 2031", "March 2, 2031", True),
        ("3 of 30", "30 of 3", False),
        ("100 million dollars", "100 million euros", False),
        ("Yes", "yes", True),
        ("Yes.", "yes", True),
        ("the EU", "EU", True),
        ("up 3 percent", "down 3 percent", False),
        ("gained 5 seats", "lost 5 seats", False),
        ("up to 3 percent", "at most 3 percent", True),
        ("in Paris", "in Oslo", False),
    ],
)
def test_amounts_are_compared_as_amounts(one: str, other: str, same: bool) -> None:
    assert (normalised_answer(one) == normalised_answer(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "stands"),
    [
        ("26 countries", "26", "same"),
        ("at least 26", "26", "compatible"),
        ("up to 26", "26", "compatible"),
        ("about 26", "26", "compatible"),
        ("2-4", "2 to 4 crowns", "compatible"),
        ("20 to 30", "25", "compatible"),
        ("more than 26", "27", "compatible"),
        ("dozens", "40", "compatible"),
        ("26 ships", "20 boats", "compatible"),
        ("in March 2031", "2 March 2031", "compatible"),
        ("before 2030", "2029", "compatible"),
        ("5 a week", "5", "compatible"),
        ("half", "50%", "compatible"),
        ("26", "26 of 35", "compatible"),
        ("5 a week", "20 a month", "compatible"),
        ("more than 26", "26", "differ"),
        ("fewer than 26", "26", "differ"),
        ("about 26", "35", "differ"),
        ("20 to 30", "35", "differ"),
        ("dozens", "12", "differ"),
        ("26 ships", "20 ships", "differ"),
        ("not 26", "26", "differ"),
        ("3 of 30", "4 of 30", "differ"),
        ("26", "27 of 35", "differ"),
        ("26", "yes", "differ"),
        ("March 2031", "2 April 2031", "differ"),
        ("100 million dollars", "100 million euros", "differ"),
    ],
)
def test_amounts_differ_where_no_number_is_both(one: str, other: str, stands: str) -> None:
    """Of the same answers there is one group; each order gives the same."""
    for given in ((one, other), (other, one)):
        dossier = spoken(("ada", f'"{given[0]}"'), ("di", f'"{given[1]}"'))
        question = dossier.content.questions["q"]
        found = verdict(dossier, question)
        assert (found, len(answer_groups(dossier, question))) == (("agree", 1) if stands == "same" else (stands, 2))


@pytest.mark.parametrize(("asked", "stands"), [("", "agree"), (", wording: yes", "wording")])
def test_a_name_is_one_answer_in_all_its_spellings_unless_these_are_asked(asked: str, stands: str) -> None:
    dossier = spoken(("ada", "Kingdom of Norway"), ("di", "Norway"), asked=asked)
    assert verdict(dossier, dossier.content.questions["q"]) == stands


def test_who_is_from_a_country_is_not_the_country() -> None:
    dossier = spoken(("ada", "a Norwegian"), ("di", "Norway"))
    assert verdict(dossier, dossier.content.questions["q"]) == "differ"


# Five articles: two of March of one agency, one of March, two of September; the fair of March is told in September too.
TEXTS = REGISTRIES | {
    "content/publishers.yml": "- {id: wire, name: Wire, kind: agency}",
    "content/events.yml": """
- {id: fair, name: Fair, kind: meeting, when: 2031-03-02, background: invented}
- {id: year, name: Year, kind: other, when: 2031, background: invented}
""",
    "content/questions.yml": """
- {id: plan, asks: sources, question: What is planned?}
- {id: size, asks: sources, question: How big was the fair?}
- {id: name, asks: sources, question: What is it called?, wording: yes}
- {id: toll, asks: sources, question: What toll?}
- {id: harm, asks: sources, question: What harm that year?}
- {id: fish, asks: speakers, question: Fish?, about: [sea]}
""",
    "content/facts/m1.yml": """
article: {title: M1, published: 2031-03-03, origin: wire}
facts:
  - {id: m1-plan, say: A., passage: a, about: [], event: fair, answers: {plan: a port, size: ten, name: fair}}
  - {id: m1-ada, say: A., passage: a, about: [sea], who: ada, event: fair, answers: {fish: "yes"}}
  - {id: m1-toll, say: A., passage: a, about: [], answers: {toll: high}}
""",
    "content/facts/m2.yml": """
article: {title: M2, published: 2031-03-03, origin: wire}
facts:
  - {id: m2-size, say: A., passage: a, about: [], event: fair, answers: {size: TEN}}
  - {id: m2-plan, say: A., passage: a, about: [], answers: {plan: a port}}
""",
    "content/facts/m3.yml": """
article: {title: M3, published: 2031-03-16}
facts:
  - {id: m3-size, say: A., passage: a, about: [], event: fair, answers: {size: ten, name: market}}
  - {id: m3-ada, say: A., passage: a, about: [sea], who: ada, answers: {fish: "yes"}}
  - {id: m3-toll, say: A., passage: a, about: [], answers: {toll: low}}
  - {id: m3-harm, say: A., passage: a, about: [], event: year, answers: {harm: none}}
""",
    "content/facts/s1.yml": """
article: {title: S1, published: 2031-09-05}
facts:
  - {id: s1-plan, say: A., passage: a, about: [], answers: {plan: a bridge}}
  - {id: s1-size, say: A., passage: a, about: [], event: fair, answers: {size: nine}}
  - {id: s1-harm, say: A., passage: a, about: [], event: year, answers: {harm: much}}
""",
}


@pytest.fixture(scope="module")
def dossier() -> Briefing:
    return briefing(read(TEXTS), {}, {})


def test_answers_of_one_time_lie_close_or_are_of_one_event(dossier: Briefing) -> None:
    questions = dossier.content.questions
    assert {
        id: [(str(period.time), [fact.id for fact in period.facts]) for period in periods(dossier, questions[id])]
        for id in ("plan", "size", "toll", "harm")
    } == {
        "plan": [("2031-03", ["m1-plan", "m2-plan"]), ("2031-09", ["s1-plan"])],
        "size": [("2031-03", ["m1-plan", "m2-size", "m3-size", "s1-size"])],  # what is told of one event is of one time
        "toll": [("2031-03", ["m1-toll", "m3-toll"])],
        "harm": [("2031-03", ["m3-harm", "s1-harm"])],
    }


def test_what_changes_from_one_time_to_another_is_a_development(dossier: Briefing) -> None:
    questions = dossier.content.questions
    assert {id: verdict(dossier, question) for id, question in questions.items()} == {
        "plan": "development",
        "size": "differ",
        "name": "wording",
        "toll": "differ",
        "harm": "differ",
        "fish": "single",
    }
    facts = ("m1-plan", "m2-plan", "s1-plan", "m3-size", "m1-ada")
    assert [verdict_of_fact(dossier, dossier.facts[id]) for id in facts] == [
        *("differ", "development", "development", "differ"),
        None,
    ]


def test_an_answer_stands_beside_those_of_its_time(dossier: Briefing) -> None:
    assert beside(dossier, "plan", "m1-plan") == {"development": 1, "origin": 1}
    assert beside(dossier, "plan", "s1-plan") == {"development": 1}
    assert beside(dossier, "size", "m1-plan") == {"same": 1, "other": 1, "origin": 1}
    assert beside(dossier, "name", "m1-plan") == {"compatible": 1}


def test_several_articles_report_what_two_origins_answer_alike(dossier: Briefing) -> None:
    """Of speakers it is the same one who answers; a question of wording is none that anybody reports."""
    assert [
        (shared.question.id, shared.speaker, shared.group.answer, [fact.id for fact in shared.group.facts])
        for shared in shared_answers(dossier, "fair")
    ] == [
        ("size", "", "ten", ["m1-plan", "m2-size", "m3-size"]),
    ]


# One article and another of an agency, whose origin nobody says: what they tell of times, of a fair and of an envoy.
TIMES = REGISTRIES | {
    "content/publishers.yml": "- {id: wire, name: Wire, kind: agency}",
    "content/events.yml": "- {id: fair, name: Fair, kind: meeting, when: 2031-03-02, background: invented}",
    "content/questions.yml": """
- {id: ships, asks: sources, question: How many ships?}
- {id: fleet, asks: sources, question: How many ships at sea?}
- {id: goal, asks: sources, question: What for?, compatible: yes}
- {id: size, asks: sources, question: How big was the fair?}
- {id: fish, asks: speakers, question: Fish?, about: [sea]}
""",
    "content/facts/one.yml": """
article: {title: One, published: 2031-10-02, publisher: wire, origin: unknown}
facts:
  - {id: one-march, say: A., passage: a, about: [], when: 2031-03-05, answers: {ships: "10", goal: peace}}
  - {id: one-late, say: A., passage: a, about: [], when: 2031-09, answers: {ships: "20", goal: trade}}
  - {id: one-open, say: A., passage: a, about: [], when: 2031-01-05/.., answers: {ships: "40", fleet: "5"}}
  - {id: one-old, say: A., passage: a, about: [], when: ../2030-01-02, answers: {ships: "50"}}
  - {id: one-year, say: A., passage: a, about: [], when: 2031, answers: {ships: "60", fleet: "6"}}
  - {id: one-size, say: A., passage: a, about: [], when: 2031-03-02, answers: {size: ten}}
  - {id: one-fair, say: A., passage: a, about: [], event: fair, answers: {size: nine}}
  - {id: one-no, say: A., passage: a, about: [sea], who: ada, when: 2031-03-05, answers: {fish: "no"}}
  - {id: one-yes, say: A., passage: a, about: [sea], who: ada, when: 2031, answers: {fish: "yes"}}
""",
    "content/facts/two.yml": """
article: {title: Two, published: 2031-10-03, origin: wire}
facts:
  - {id: two-late, say: A., passage: a, about: [], when: 2031-09, answers: {ships: "20"}}
""",
    "content/facts/three.yml": """
article: {title: Three, published: 2031-03-03}
facts:
  - {id: three-size, say: A., passage: a, about: [], when: 2031-03-02, answers: {size: ten}}
""",
    "content/facts/four.yml": """
article: {title: Four, published: 2031-03-04}
facts:
  - {id: four-size, say: A., passage: a, about: [], answers: {size: ten}}
""",
}


@pytest.fixture(scope="module")
def timed() -> Briefing:
    return briefing(read(TIMES), {}, {})


def test_an_answer_is_of_the_time_that_it_tells_or_of_none(timed: Briefing) -> None:
    questions = timed.content.questions
    assert [
        (str(period.time), [fact.id for fact in period.facts], period.is_certain)
        for period in periods(timed, questions["ships"])
    ] == [
        ("2031-03", ["one-march"], True),
        ("2031-09", ["one-late", "two-late"], True),
        ("../2030-01-02", ["one-old"], False),
        ("2031-01-05/..", ["one-open"], False),
        ("2031", ["one-year"], False),
    ]
    assert {id: verdict(timed, question) for id, question in questions.items()} == {
        "ships": "development",
        "fleet": "compatible",  # nobody knows whether both are of one time
        "goal": "compatible",
        "size": "differ",
        "fish": "compatible",
    }
    assert [verdict_of_fact(timed, timed.facts[id]) for id in ("one-march", "one-open", "two-late")] == [
        *("compatible", "compatible", "development"),  # what for, one and another told otherwise
    ]


def test_an_answer_of_no_certain_time_is_beside_none(timed: Briefing) -> None:
    compared = {id: fact_agreements(timed, timed.facts[id]) for id in ("one-march", "one-open", "one-late")}
    assert {
        id: [
            (one.question.id, [g.answer for g in one.otherwise], [(str(p.time), g.answer) for p, g in one.developments])
            for one in given
        ]
        for id, given in compared.items()
    } == {
        "one-march": [("ships", [], [("2031-09", "20")])],
        "one-open": [],
        "one-late": [("ships", [], [("2031-03", "10")])],
    }


def test_an_agency_and_its_wire_copy_are_one_origin(timed: Briefing) -> None:
    assert [timed.origin_of(article) for article in ("one", "two", "three")] == ["wire", "wire", "three"]
    period = periods(timed, timed.content.questions["ships"])[1]
    assert verdict_of_period(timed, timed.content.questions["ships"], period.facts) == "repeated"


def test_what_no_fact_of_an_event_answers_is_not_reported_of_it(timed: Briefing) -> None:
    """Three origins say ten at the time of the fair; the one fact that is of the fair says nine."""
    assert shared_answers(timed, "fair") == ()


def test_what_is_known_to_a_year_is_told_after_its_days(timed: Briefing) -> None:
    history = answer_history(timed, timed.content.questions["fish"], timed.facts_by("ada"))
    assert [(answer.answer, str(answer.given)) for answer in history.answers] == [("no", "2031-03-05"), ("yes", "2031")]
    assert (history.change, history.developments) == ("", ())


def test_what_something_is_called_is_no_difference(dossier: Briefing) -> None:
    """`name` is a question of wording, to which m1 and m3 give other answers."""
    assert [one.question.id for one in fact_agreements(dossier, dossier.facts["m3-size"])] == ["size"]


def test_voices_are_fewer_only_where_some_are_the_same() -> None:
    assert [distinct_count(*counts) for counts in ((0, 0), (1, 1), (2, 2), (2, 1), (3, 2))] == [0, 0, 0, 1, 2]


def test_answers_are_compared_by_what_they_say_however_many_say_it(monkeypatch: pytest.MonkeyPatch) -> None:
    exclude, compared = Briefing.exclude, list[str]()

    def counted(self: Briefing, question: Question, one: BoundFact, other: BoundFact) -> bool:
        compared.append(question.id)
        return exclude(self, question, one, other)

    monkeypatch.setattr(Briefing, "exclude", counted)
    verdicts, comparisons = [], []
    for many in (1, 12):
        dossier = spoken(*[("ada", "yes"), ("di", "no"), ("ed", "perhaps")] * many)
        compared.clear()
        verdicts.append(verdict(dossier, dossier.content.questions["q"]))
        comparisons.append(len(compared))
    assert verdicts == ["differ", "differ"]
    assert comparisons == [6, 6]  # three pairs of answers: of all times, and of one
