"""Roles, order, certainty and channels, thought out on a small dossier: no more than its facts entail."""

from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import files
from generator.analysis.certainty import date_of_event, date_of_fact, date_of_role
from generator.analysis.channels import Channel, unnamed_channels
from generator.analysis.meetings import joined, meetings
from generator.analysis.order import bounds_of_event, events_in_time, place_of_date
from generator.analysis.participation import is_plan, participation
from generator.analysis.roles import acts_for, commitments, committers, events_of, role_in_event
from generator.analysis.statements import one_statement
from generator.analysis.voices import body_of
from generator.briefing import Briefing, briefing
from generator.content.dates import parse
from generator.content.reading import read
from generator.files import ArticleTexts
from generator.pipeline import load
from generator.site.parts.context import RenderContext
from tests.derived.times import not_entailed
from tests.shipped import importable

SITE = "{title: A, description: B, edition: 2031-10-01, rights: C, corrections: D}"
ONE = """\
On Monday Ada met Bo in Rome, and Bo said they would lend Borland ten ships.
Ada said she would lend ten ships, a clerk said.
Ada will see Cy next month in Rome.
According to the Wire, Cy was there too.
Ten captains promised Borland a harbour, Ada said.
"""
TEXTS = {
    "content/site.yml": SITE,
    "content/publishers.yml": "- {id: wire, name: Wire, kind: agency}",
    "content/countries.yml": "- {id: adaland, name: Adaland, code: AD, background: invented}\n"
    "- {id: borland, name: Borland, code: BO}",
    "content/organisations.yml": "- {id: fleet, name: Fleet, country: adaland, background: invented}",
    "content/leaders.yml": """
- {id: ada, name: Ada, country: adaland, roles: [{title: head, country: adaland, when: 2031, background: invented}]}
- {id: bo, name: Bo, roles: [{title: head, country: borland, when: 2031, background: invented}]}
- {id: cy, name: Cy, roles: [{title: head, country: borland, when: 2010/2014, background: invented}]}
- {id: di, name: Di, country: adaland}
""",
    "content/themes.yml": "- {id: sea, name: Sea}",
    "content/events.yml": """
- id: rome
  name: Meeting in Rome
  kind: meeting
  when: {date: 2031-03-03, reckoned: on Monday}
  place: Rome
  from: [met]
  participants:
    - {who: ada, from: [met]}
    - {who: bo, from: [met]}
    - {who: cy, how: place-not-stated, from: [cy-too]}
- id: plan
  name: Meeting to come
  kind: meeting
  when: {date: 2031-04, reckoned: next month}
  after: rome
  from: [to-come]
  participants: [{who: ada, how: planned, from: [to-come]}, {who: cy, how: planned, from: [to-come]}]
- id: speech
  name: Speech
  kind: announcement
  when: {date: 2031, basis: inferred, because: a guess}
  before: rome
  country: borland
  background: invented
  participants: [{who: ada, background: invented}, {who: bo, background: invented}]
""",
    "content/facts/one.yml": """
article: {title: One, published: 2031-03-04, published_basis: inferred, because: a guess}
facts:
  - {id: met, say: Ada met Bo in Rome., passage: "On Monday Ada met Bo in Rome", about: [sea], event: rome,
     when: {date: 2031-03-03, reckoned: On Monday}}
  - {id: bo-lends, say: Bo would lend Borland ships., passage: they would lend Borland ten ships, about: [sea],
     who: bo, kind: commitment, to: [Borland], event: rome, when: 2031-03-03}
  - {id: ada-lends, say: Ada would lend ten., passage: she would lend ten ships, about: [sea], who: ada,
     via: a clerk, kind: commitment}
  - {id: ada-ships, say: Ten ships are Ada's., passage: "would lend ten ships, a clerk", about: [sea], who: ada,
     via: a clerk}
  - {id: to-come, say: Ada is to see Cy., passage: will see Cy next month, about: [sea], event: plan}
  - {id: cy-too, say: Cy was there too., passage: "the Wire, Cy was there", about: [sea], who: wire, event: rome}
  - {id: captains, say: Captains promised Borland a harbour., passage: captains promised Borland a harbour,
     about: [sea], who: ada, kind: commitment, by: [Ten captains], to: [Borland]}
skip: []
""",
}


def dossier(events: str | None = None) -> Briefing:
    texts = TEXTS | ({"content/events.yml": events} if events is not None else {})
    return load(texts, ArticleTexts({"one": ONE}, {}, {}))


@pytest.fixture(scope="module")
def small() -> Briefing:
    return dossier()


def ids(things: Any) -> list[str]:
    return [thing.id for thing in things]


def test_a_commitment_stands_with_one_role_of_each_party(small: Briefing) -> None:
    roles = {
        id: tuple(ids(group) for group in (one.made, one.received, one.announced, one.others))
        for id in ("ada", "adaland", "bo", "borland", "cy")
        for one in [commitments(small, id)]
    }
    assert roles == {
        "ada": (["ada-lends"], [], ["captains"], []),
        "adaland": (["ada-lends"], [], ["captains"], []),
        "bo": (["bo-lends"], [], [], []),
        "borland": (["bo-lends"], ["captains"], [], []),
        "cy": ([], [], [], []),
    }
    acting = {id for id in small.entries if "adaland" in acts_for(small, id, parse("2031").earliest)}
    assert acting == {"adaland", "ada", "fleet"}


@pytest.mark.parametrize(
    ("told", "say", "made"),
    [
        ("who: ada, by: [We]", "Ada would lend ships.", {"ada", "adaland"}),
        ("who: ada, by: [nous]", "Ada would lend ships.", {"ada", "adaland"}),
        ("who: ada, by: [We and Borland]", "Ada would lend ships.", {"ada", "adaland"}),
        ("who: di, by: [I]", "Di would lend ships.", {"di"}),
        ("who: di, by: [Adaland]", "Adaland would lend ships.", set()),
        ("via: a spokeswoman for Ada, by: [Adaland]", "Adaland would lend ships.", {"adaland"}),
        ("via: a spokeswoman for Di, by: [Adaland]", "Adaland would lend ships.", set()),  # who only lives there
        ("via: a spokeswoman for Bo, by: [Adaland]", "Adaland would lend ships.", set()),
        ("via: the Fleet, by: [Adaland]", "Adaland would lend ships.", {"adaland"}),
        ("via: his spokeswoman, by: [Bo]", "Bo would lend ships.", {"bo", "borland"}),
        ("via: his spokeswoman, by: [Adaland]", "Adaland would lend ships as Bo has.", set()),
        ("via: a spokeswoman, by: [Adaland]", "Adaland would lend ships to Borland.", {"adaland"}),
        ("via: a clerk, by: [Adaland]", "Adaland would lend ships.", set()),
        ("via: the Wire, by: [Adaland]", "Adaland would lend ships.", set()),
    ],
)
def test_a_commitment_is_its_makers_where_they_or_their_channels_tell_it(told: str, say: str, made: set[str]) -> None:
    """“We” are the speaker; a spokeswoman tells for those after whom she is named, or whom alone the fact names."""
    fact = f"{{id: one, say: {say}, passage: p, about: [sea], kind: commitment, {told}}}"
    texts = TEXTS | {
        "content/events.yml": "[]",
        "content/facts/one.yml": f"article: {{title: One, published: 2031-03-04}}\nfacts: [{fact}]",
    }
    told_of = briefing(read(texts), {}, {})
    assert {id for id in told_of.entries if commitments(told_of, id).made} == made


def test_an_office_that_had_ended_is_held_no_more(small: Briefing) -> None:
    """Cy was head of Borland from 2010 to 2014."""
    times = ("2009", "2012-03", "2014", "2015", "2014-12-31/2015-01", "2031-03-04")
    assert [text for text in times if "borland" in acts_for(small, "cy", parse(text).earliest)] == [
        *times[:3],
        times[4],
    ]
    facts = TEXTS["content/facts/one.yml"].replace("who: wire", "who: cy")  # and what he says is of 2031
    assert body_of(load({**TEXTS, "content/facts/one.yml": facts}, ArticleTexts({"one": ONE}, {}, {})), "cy") == "cy"


@pytest.mark.parametrize(
    ("by", "parties"),
    [
        ("Adaland", {"adaland"}),
        ("Adaland and the Borland", {"adaland", "borland"}),
        ("Adaland, Borland", {"adaland", "borland"}),
        *((text, set()) for text in ("Adaland, not Borland", "Adaland without Borland", "neither Adaland nor Borland")),
        *((text, set()) for text in ("leaders of Adaland", "26 countries", "Adaland or Borland")),
    ],
)
def test_only_a_list_of_names_is_a_list_of_parties(by: str, parties: set[str]) -> None:
    facts = TEXTS["content/facts/one.yml"].replace("by: [Ten captains]", f"by: ['{by}']")
    told = load({**TEXTS, "content/facts/one.yml": facts}, ArticleTexts({"one": ONE}, {}, {}))
    assert committers(told, told.facts["captains"]) == parties


def test_what_only_others_say_that_somebody_promises_is_not_made_by_them() -> None:
    facts = TEXTS["content/facts/one.yml"].replace("by: [Ten captains]", "by: [Borland, Adaland]")
    told = load({**TEXTS, "content/facts/one.yml": facts}, ArticleTexts({"one": ONE}, {}, {}))
    groups = {id: commitments(told, id) for id in ("adaland", "borland", "bo")}
    assert {id: (ids(one.made), ids(one.received), ids(one.others)) for id, one in groups.items()} == {
        "adaland": (["ada-lends", "captains"], [], []),
        "borland": (["bo-lends"], ["captains"], []),
        "bo": (["bo-lends"], [], []),
    }


def test_an_event_is_of_those_who_act_in_it_or_whose_place_it_is(small: Briefing) -> None:
    assert {id: ids(events_of(small, id)) for id in ("adaland", "borland", "cy", "fleet")} == {
        "adaland": ["speech", "rome", "plan"],
        "borland": ["speech", "rome"],
        "cy": ["rome", "plan"],
        "fleet": [],
    }
    parts = {(id, event): role_in_event(small, id, small.content.events[event])
             for id in ("adaland", "borland") for event in ("rome", "plan", "speech")}  # fmt: skip
    assert {key: part and part.says for key, part in parts.items()} == {
        ("adaland", "rome"): "acts",
        ("adaland", "plan"): None,  # a plan is no part
        ("adaland", "speech"): "acts",
        ("borland", "rome"): "acts",
        ("borland", "plan"): None,
        ("borland", "speech"): "acts",
    }


def test_people_meet_at_meetings_that_took_place(small: Briefing) -> None:
    """Neither by a plan, nor at an announcement, nor where nobody says in what place."""
    assert {
        leader: [(met.event.id, [part.who for part in met.others]) for met in meetings(small, leader)]
        for leader in ("ada", "bo", "cy")
    } == {"ada": [("rome", ["bo"])], "bo": [("rome", ["ada"])], "cy": []}
    assert [joined(small, event) for event in small.content.events.values() if event.id != "rome"] == [(), ()]
    told = [(part.who, part.how, part.channel) for part in participation(small, small.content.events["rome"])]
    assert told == [("ada", None, None), ("bo", None, None), ("cy", "place-not-stated", Channel("wire", None))]


@pytest.mark.parametrize(
    ("parts", "fact", "together"),
    [
        ("{who: ada, from: [both]}, {who: bo, from: [both]}", "It was so.", ["ada", "bo"]),
        ("{who: ada, from: [both]}, {who: bo, from: [bo]}", "Ada spoke to Bo.", ["ada", "bo"]),
        ("{who: ada, from: [both]}, {who: bo, background: invented}", "Ada spoke to Bo.", ["ada", "bo"]),
        ("{who: ada, from: [both]}, {who: bo, from: [bo]}", "Ada left before Bo spoke without her.", []),
        ("{who: ada, from: [both]}, {who: bo, from: [bo]}", "Ada avoided Bo in the corridors.", []),
        ("{who: ada, from: [both]}, {who: bo, from: [bo]}", "Ada failed to speak to Bo.", []),
        ("{who: ada, from: [both]}, {who: bo, from: [bo]}", "Ada wants a harbour.", []),
        ("{who: ada, from: [both]}, {who: bo, background: invented}", "Ada wants a harbour.", []),
        ("{who: ada, background: invented}, {who: bo, background: invented}", "Ada spoke to Bo.", []),
        ("{who: ada, from: [both]}, {who: adaland, from: [both]}", "Ada of Adaland spoke.", []),
        ("{who: ada, from: [both]}, {who: borland, from: [both]}", "Ada spoke.", ["ada"]),
    ],
)
def test_those_met_of_whom_one_fact_says_it_together(parts: str, fact: str, together: list[str]) -> None:
    """Positions that are told with a meeting bring nobody together, and nobody meets their own state."""
    of_event = "kind: talks, when: 2031-03-03, background: invented"
    told = [f"{{id: both, say: {fact}, passage: p, about: [sea], event: rome}}",
            "{id: bo, say: Bo wants fish., passage: q, about: [sea], event: rome}"]  # fmt: skip
    texts = TEXTS | {
        "content/events.yml": f"- {{id: rome, name: Rome, {of_event}, participants: [{parts}]}}",
        "content/facts/one.yml": f"article: {{title: One, published: 2031-03-04}}\nfacts: [{', '.join(told)}]",
    }
    made = briefing(read(texts), {}, {})
    assert [leader for leader in made.content.leaders if meetings(made, leader)] == together


@pytest.mark.parametrize(
    ("kinds", "articles", "together"),
    [
        (("event", "meeting"), ("one", "one"), ["ada", "bo"]),
        (("event", "meeting"), ("one", "two"), []),  # either has one of them there
        (("event", "position"), ("one", "one"), []),
    ],
)
def test_those_met_whom_one_article_has_there(
    kinds: tuple[str, str], articles: tuple[str, str], together: list[str]
) -> None:
    """It tells of both by what happened: a summit at which two were, of whom each stands in a fact of its own."""
    facts: dict[str, list[str]] = {"one": [], "two": []}
    for who, kind, article in zip(("ada", "bo"), kinds, articles, strict=True):
        facts[article].append(f"{{id: f-{who}, say: S., passage: p, about: [sea], kind: {kind}, event: rome}}")
    rome = "kind: talks, when: 2031-03-03, background: invented"
    parts = "participants: [{who: ada, from: [f-ada]}, {who: bo, from: [f-bo]}]"
    texts = TEXTS | {
        "content/events.yml": f"- {{id: rome, name: Rome, {rome}, {parts}}}",
        **{
            f"content/facts/{id}.yml": f"article: {{title: A, published: 2031-03-04}}\nfacts: [{', '.join(told)}]"
            for id, told in facts.items()
        },
    }
    made = briefing(read(texts), {}, {})
    assert [leader for leader in made.content.leaders if meetings(made, leader)] == together


@pytest.mark.parametrize(
    ("edition", "plans"), [("2031-10-01", ["plan"]), ("2031-03-31", ["plan"]), ("2031-03-02", ["rome", "plan"])]
)
def test_what_is_to_come_and_what_was_only_planned_are_plans(edition: str, plans: list[str]) -> None:
    site = SITE.replace("2031-10-01", edition)
    told = load({**TEXTS, "content/site.yml": site}, ArticleTexts({"one": ONE}, {}, {}))
    assert [event.id for event in told.content.events.values() if is_plan(told, event)] == plans


def test_a_date_is_as_certain_as_its_weakest_link(small: Briefing) -> None:
    facts = {id: date_of_fact(small, fact) for id, fact in small.facts.items()}
    known = {id: (one.basis, one.words, one.because, one.event) for id, one in facts.items() if one}
    assert known == {
        "met": ("inferred", "On Monday", "a guess", ""),
        "bo-lends": ("inferred", "on Monday", "a guess", "rome"),  # of its event, whose facts say “on Monday”
    }
    assert {id: date_of_event(small, event).basis for id, event in small.content.events.items()} == {
        "rome": "inferred",
        "plan": "inferred",
        "speech": "inferred",
    }
    stated = {**TEXTS, "content/facts/one.yml": TEXTS["content/facts/one.yml"].replace(
        ", published_basis: inferred, because: a guess", ""
    )}  # fmt: skip
    again = load(stated, ArticleTexts({"one": ONE}, {}, {}))
    assert [date.basis for fact in again.facts.values() if (date := date_of_fact(again, fact))] == ["reckoned"] * 2


@pytest.mark.parametrize(
    ("when", "record", "known"),
    [
        ("2031-03-04", "", ("reckoned", "")),  # the article's day, which no sentence gives
        ("2031-03-05", "", ("stated", "")),
        ("2031-03-04", ", published_basis: inferred, because: a guess", ("inferred", "a guess")),
    ],
)
def test_an_office_is_stated_only_where_a_sentence_gives_its_time(
    when: str, record: str, known: tuple[str, str]
) -> None:
    role = f"roles: [{{title: captain, when: {when}, from: [met]}}]"
    texts = {
        "content/site.yml": SITE,
        "content/leaders.yml": f"- {{id: ada, name: Ada, {role}}}",
        "content/themes.yml": "- {id: sea, name: Sea}",
        "content/facts/one.yml": f"""
article: {{title: One, published: 2031-03-04{record}}}
facts: [{{id: met, say: Ada is a captain., passage: Ada was the captain, about: [sea]}}]
""",
    }
    told = load(texts, ArticleTexts({"one": "On 5 March 2031 Ada was the captain of ten ships.\n"}, {}, {}))
    date = date_of_role(told, told.content.leaders["ada"], told.content.leaders["ada"].roles[0])
    assert (date.basis, date.because) == known


def test_what_has_no_day_stands_beside_what_it_was_before_or_after(small: Briefing) -> None:
    events = small.content.events
    assert ids(events_in_time(small, events.values())) == ["speech", "rome", "plan"]
    bounds = {id: bounds_of_event(small, event) for id, event in events.items()}
    ends = {id: (str(one.earliest), str(one.latest)) for id, one in bounds.items()}
    assert ends == {
        "rome": ("2031-03-03", "2031-03-03"),
        "plan": ("2031-04-01", "2031-04-30"),
        "speech": ("2031-01-01", "2031-03-03"),
    }


CHAIN = """
- {id: d, name: D, kind: other, when: 2031-03-03, background: invented}
- {id: e, name: E, kind: other, when: 2031, background: invented, before: d}
- {id: f, name: F, kind: other, when: 2031, background: invented, before: e}
- {id: g, name: G, kind: other, when: 2031, background: invented, after: d}
- {id: h, name: H, kind: other, when: 2031, background: invented, after: f, before: e}
- {id: i, name: I, kind: other, when: 2031, background: invented}
- {id: j, name: J, kind: other, when: ../2031-03-03, background: invented}
- {id: k, name: K, kind: other, when: 2031-03, background: invented}
- {id: l, name: L, kind: other, when: 2031-03-03, background: invented, after: d}
"""


def test_chains_of_before_and_after_are_kept() -> None:
    texts = {
        **TEXTS,
        "content/events.yml": CHAIN,
        "content/facts/one.yml": "article: {title: O, published: 2031-03-04}",
    }
    chain = load(texts, ArticleTexts({"one": ONE}, {}, {}))
    assert ids(events_in_time(chain, chain.content.events.values())) == list("fhejdlkgi")


@pytest.mark.parametrize(
    ("told", "order"),
    [
        ({"a": "2031, before: b", "b": "2031, after: a"}, "ab"),
        ({"a": "2031-03-10, after: b", "b": "2031-03-10, before: a"}, "ba"),
        ({"c": "2031-03-10, after: b, before: a", "a": "2031-03-10", "b": "2031-03-10"}, "bca"),
    ],
)
def test_what_two_events_say_of_one_another_is_kept(told: dict[str, str], order: str) -> None:
    events = "".join(f"- {{id: {id}, name: {id}, kind: other, background: x, when: {at}}}\n" for id, at in told.items())
    facts = "article: {title: O, published: 2031-03-04}"
    dossier = load(
        {**TEXTS, "content/events.yml": events, "content/facts/one.yml": facts}, ArticleTexts({"one": ONE}, {}, {})
    )
    assert ids(events_in_time(dossier, dossier.content.events.values())) == list(order)
    assert [bounds_of_event(dossier, event) for event in dossier.content.events.values()]


DATES = st.one_of(
    st.dates().map(str),
    st.dates().map(lambda day: f"{day:%Y-%m}" if day.year > 999 else "1000-01"),
    st.integers(1000, 9999).map(str),
    st.tuples(st.integers(1000, 1999), st.integers(2000, 2999)).map(lambda years: f"{years[0]}/{years[1]}"),
    st.integers(1000, 9999).map(lambda year: f"../{year}"),
    st.integers(1000, 9999).map(lambda year: f"{year}/.."),
)


@given(DATES, DATES)
def test_no_order_contradicts_what_is_known(one: str, other: str) -> None:
    """What surely ended before something else began does not stand after it."""
    first, second = sorted(map(parse, (one, other)), key=lambda date: date.latest)
    if first.latest < second.earliest:
        assert place_of_date(first) < place_of_date(second)


def test_what_is_known_to_the_year_is_no_first_of_january() -> None:
    places = {text: place_of_date(parse(text)) for text in ("2031", "2031-01-01", "2031-12-30")}
    assert sorted(places, key=lambda text: places[text]) == ["2031-01-01", "2031-12-30", "2031"]


@pytest.mark.parametrize(
    ("date", "shown", "position"),
    [
        ("2031-03-03", "3 March 2031", "on 2031-03-03"),
        ("2031-03-03~", "around 3 March 2031", "about 2031-03-03"),
        ("2031-03", "March 2031", "by 2031-03-31"),
        ("2031-03-03/2031-03-04", "3 to 4 March 2031", "from 2031-03-03 to 2031-03-04"),
        ("2031-03-01/2031-03-04?", "perhaps 1 to 4 March 2031", "about 2031-03-01 to 2031-03-04"),
        ("2031-03-30?/2031-04-02", "perhaps 30 March 2031 to 2 April 2031", "about 2031-03-30 to 2031-04-02"),
        ("2031-02/2031-03?", "perhaps February 2031 to March 2031", "by 2031-03-31"),
        ("2031-03-03/..", "since 3 March 2031", "from 2031-03-03"),
        ("../2031-03-04?", "perhaps by 4 March 2031", "by 2031-03-04"),
    ],
)
def test_a_date_is_told_with_its_doubt_first(date: str, shown: str, position: str, tmp_path: Path) -> None:
    """On pages; and in data, which the two who repeat it know too."""
    event = f"- {{id: d, name: D, kind: other, when: {date}, background: invented}}"
    article = "article: {title: O, published: 2031-03-04}"
    texts = {**TEXTS, "content/events.yml": event, "content/facts/one.yml": article}
    told = load(texts, ArticleTexts({"one": ONE}, {}, {}))
    line = RenderContext(told, files.words()).event_line(told.content.events["d"])
    assert (line.when.text, line.order and line.order.says) == (shown, position)
    row: dict[str, Any] = {"kind": "order", "subject": "d", "about": None, "facts": [], "says": position}
    when = {"when": {"date": date}}
    with importable(tmp_path):
        repeated = import_module("verify_parts").order
        assert repeated(SimpleNamespace(facts={}, tables={"events": {"d": when}}), row) == ""
    published: Any = SimpleNamespace(events={"d": when}, facts={})
    assert not_entailed(published, row) == ""


def test_what_was_before_an_event_was_not_before_its_day(small: Briefing) -> None:
    """The words name the event, of whose day it may be, and so do the bounds."""
    context, events = RenderContext(small, files.words()), small.content.events
    assert context.event_moment(events["speech"]).text == "2031, before: Meeting in Rome (3 March 2031)"
    assert str(bounds_of_event(small, events["speech"]).latest) == "2031-03-03"
    named = dossier(TEXTS["content/events.yml"].replace("name: Meeting in Rome", "name: Rome on 3 March 2031"))
    again = RenderContext(named, files.words()).event_moment(named.content.events["speech"])
    assert again.text == "2031, before: Rome on 3 March 2031"


def test_what_is_known_to_no_month_stands_in_none() -> None:
    """Its place is a band before or after all of a month, so that months need not be told twice."""
    texts = ["2031-03-05", "2031-03", "../2031-03-04", "2031", "2031-12-31", "2031-03-20/2031-05-02"]
    places = {text: place_of_date(parse(text)) for text in texts}
    assert sorted(texts, key=lambda text: places[text]) == [
        "../2031-03-04", "2031-03-05", "2031-03", "2031-03-20/2031-05-02", "2031-12-31", "2031"
    ]  # fmt: skip
    assert [text for text in texts if places[text].band] == ["../2031-03-04", "2031", "2031-03-20/2031-05-02"]


def test_facts_of_one_sentence_of_a_speaker_are_one_statement(small: Briefing) -> None:
    assert [ids(group) for group in one_statement(small.facts.values())] == [
        ["bo-lends"], ["met"], ["ada-lends", "ada-ships"], ["to-come"], ["cy-too"], ["captains"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("say", "channels"),
    [
        ("Ten ships are lent.", (Channel("ada", "a clerk"),)),
        ("Ada lends ten ships.", (Channel(None, "a clerk"),)),
        ("Ten ships are lent, a clerk says.", ()),
        ("Clerks lend ten ships.", (Channel("ada", "a clerk"),)),
    ],
)
def test_a_sentence_keeps_the_channel_of_its_facts(say: str, channels: tuple[Channel, ...]) -> None:
    site = TEXTS["content/site.yml"].replace(
        "title: A", f"title: A, bottom_line: [{{say: '{say}', from: [ada-lends]}}]"
    )
    told = load({**TEXTS, "content/site.yml": site}, ArticleTexts({"one": ONE}, {}, {}))
    hidden = unnamed_channels(told, told.content.site.bottom_line[0])
    assert {channel: ids(facts) for channel, facts in hidden.items()} == {one: ["ada-lends"] for one in channels}
