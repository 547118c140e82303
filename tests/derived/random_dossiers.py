"""Random dossiers: facts, answers, events and voices as they may come, in articles that are read, half read, or not."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

THEMES, EVENTS = ("sea", "tax", "ice"), ("fair", "talks")
SPEAKERS = ("ada", "bo", "di", "ed", "norway", "ministry", "desk", "group", "union")
ANSWERS = (
    *("yes", "no", "$100m", "100 million dollars", "about 30", "30", "Yes"),
    *("30 ships", "20 ships", "more than 30", "at least 30", "25-35", "between 25 and 35", "2 to 4"),
)
DAYS = (
    *("2031-03-01", "2031-03-03", "2031-03-12", "2031-03-25", "2031-09", "2031"),
    *("2031-03-02/2031-03-04", "2031-03-01/2031-03-04?", "2031-02-20/2031-03-04", "../2031-03-04?", "2031-03-02/.."),
)
OPEN = ("2031-01-05/..", "../2030-01-02")
WHEN = (
    *DAYS,
    {"date": "2031-03-02", "reckoned": "Sunday"},
    {"date": "2031", "basis": "inferred", "because": "a guess"},
)
NAMES = ("Norway", "the Ministry", "Ada", "26 countries", "Denmark and Norway", "Norway, not Denmark")
SAID = ("so", "so", "Ada's", "of Norway and Bo", "of the fair")  # whom and what a fact names that is not tied to them
PUBLISHED = ("2031-03-03", "2031-03-03", "2031-03-03", "2031-03-12", "2031-09")  # silence is asked of one day
REGISTRIES = {
    "content/site.yml": "{title: A, description: B, edition: 2032-10-01, rights: C, corrections: D}",
    "content/countries.yml": "- {id: norway, name: Norway, code: NO}\n- {id: denmark, name: Denmark, code: DK}",
    "content/organisations.yml": "- {id: ministry, name: Ministry, country: norway}\n"
    "- {id: desk, name: Desk, part_of: ministry}\n- {id: group, name: Group, members: [norway, denmark]}\n"
    "- {id: union, name: Union, members: [group]}",
    "content/leaders.yml": "- {id: ada, name: Ada, roles: [{title: minister, country: norway, when: 2031, "
    "background: invented}]}\n- {id: di, name: Di, country: denmark}\n"
    "- {id: bo, name: Bo, roles: [{title: head, organisation: desk, when: 2031, background: invented}]}\n"
    "- {id: ed, name: Ed, roles: [{title: head, organisation: desk, when: 2010/2031-03-10, background: invented}]}",
    "content/publishers.yml": "- {id: wire, name: Wire, kind: agency}",
    "content/themes.yml": "\n".join(f"- {{id: {id}, name: {id.title()}}}" for id in THEMES),
}
GUESSED = {"published_basis": "inferred", "because": "a guess"}
ABOUT = st.lists(st.sampled_from((*THEMES, "denmark", "ada")), max_size=1)
ON_SOMETHING = st.one_of(st.just([]), *(st.just([theme]) for theme in (*THEMES, *THEMES)))


@st.composite
def questions(draw: st.DrawFn) -> list[dict[str, Any]]:
    drawn = []
    for number in range(draw(st.integers(1, 3))):
        flag = draw(st.sampled_from(("", "", "compatible", "wording")))
        question = {
            "id": f"q{number}",
            "asks": draw(st.sampled_from(("sources", "speakers"))),
            "question": f"Q{number}?",
        }
        drawn.append({**question, "about": draw(ON_SOMETHING), **({flag: "yes"} if flag else {})})
    return [{name: value for name, value in question.items() if value} for question in drawn]


@st.composite
def facts(draw: st.DrawFn, id: str, asked: list[dict[str, Any]]) -> dict[str, Any]:
    """A fact, whose answers to speakers have one."""
    speaker = draw(
        st.sampled_from(
            ({}, {"who": draw(st.sampled_from(SPEAKERS))}, {"via": "a clerk"}, {"via": "an aide to Ada", "who": "bo"})
        )
    )
    possible = [question["id"] for question in asked if question["asks"] == "sources" or speaker]
    is_answer = draw(st.booleans()) and bool(possible)
    answered = draw(st.lists(st.sampled_from(possible), max_size=2, unique=True)) if is_answer else []
    fact = {
        "id": id,
        "say": f"It is {id}, {draw(st.sampled_from(SAID))}.",
        "passage": "a",
        "about": draw(ABOUT),
        **speaker,
    }
    fact |= {"event": draw(st.sampled_from(EVENTS))} if draw(st.booleans()) else {}
    fact |= {"when": draw(st.sampled_from((*DAYS, *OPEN)))} if draw(st.booleans()) else {}
    fact |= {"kind": draw(st.sampled_from(("statement", "event", "position", "commitment")))}
    if fact["kind"] == "commitment":
        fact |= {"by": [draw(st.sampled_from(NAMES))]} if draw(st.booleans()) else {}
        fact |= {"to": [draw(st.sampled_from(NAMES))]} if draw(st.booleans()) else {}
    return fact | ({"answers": {id: draw(st.sampled_from(ANSWERS)) for id in answered}} if answered else {})


@st.composite
def articles(draw: st.DrawFn, name: str, asked: list[dict[str, Any]]) -> dict[str, Any]:
    record = {"title": name.title(), "published": draw(st.sampled_from(PUBLISHED))}
    agency = {"publisher": "wire", "origin": "unknown"}
    record |= draw(st.sampled_from(({}, {}, {"origin": "wire"}, agency, {"curation": "open"}, GUESSED)))
    drawn = [draw(facts(f"{name}-{number}", asked)) for number in range(draw(st.integers(1, 4)))]
    if record.get("curation") == "open" and draw(st.booleans()):
        drawn = [{"id": f"{name}-draft", "passage": "a", "say": "A draft.", "status": "draft", "about": ["sea"]}]
    return {"article": record, "facts": drawn}


@st.composite
def dossiers(draw: st.DrawFn) -> dict[str, str]:
    """The texts of a dossier of two to four articles."""
    asked = draw(questions())
    names = ("one", "two", "three", "four")[: draw(st.integers(2, 4))]
    drawn = {name: draw(articles(name, asked)) for name in names}
    ids = [fact["id"] for article in drawn.values() for fact in article["facts"] if "status" not in fact]
    events = [
        {"id": id, "name": id.title(), "when": draw(st.sampled_from(WHEN)), **_basis(draw, ids), **_parts(draw, ids)}
        for id in EVENTS
    ]
    if draw(st.booleans()):
        events[1] |= {"when": "2031", draw(st.sampled_from(("before", "after"))): EVENTS[0]}
    if draw(st.booleans()):
        events[0]["perhaps"] = [EVENTS[1]]
    written = {"questions": asked, "events": events} | {f"facts/{name}": article for name, article in drawn.items()}
    return REGISTRIES | {f"content/{name}.yml": json.dumps(value) for name, value in written.items()}


def _parts(draw: st.DrawFn, ids: list[str]) -> dict[str, Any]:
    """What sort of event it is, where, and who took part, or was to."""
    people = draw(st.lists(st.sampled_from(SPEAKERS), max_size=3, unique=True))
    hows = [
        draw(st.sampled_from(({}, {}, {"how": "planned"}, {"how": "place-not-stated"}, {"how": "by-video"})))
        for _ in people
    ]
    parts = [{"who": who, **how, **_basis(draw, ids)} for who, how in zip(people, hows, strict=True)]
    places: tuple[dict[str, Any], ...] = ({}, {"country": "denmark", "place": "Oslo"}, {"apart": ["ada", "bo"]})
    where = draw(st.sampled_from(places))
    return {"kind": draw(st.sampled_from(("talks", "other"))), "participants": parts, **where}


def _basis(draw: st.DrawFn, ids: list[str]) -> dict[str, Any]:
    return {"from": [draw(st.sampled_from(ids))]} if draw(st.booleans()) and ids else {"background": "invented"}
