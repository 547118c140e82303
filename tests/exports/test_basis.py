"""What is taken away keeps through whom it is known, how its dates are, and what nobody has checked."""

import csv
import json
import re
from io import StringIO
from typing import Any

import pytest

from generator import assembly, files
from generator.briefing import briefing
from generator.content.reading import read
from generator.site.pages.charts import charts
from generator.site.parts.context import RenderContext
from tests.databases import in_memory
from tests.folders import readable

SITE = """
title: A
description: B
edition: 2031-10-01
rights: C
corrections: D
open: [{say: Nobody says how many ships., from: [lends]}]
key_figures: [{figure: 10, say: ships, from: [lends]}]
figures:
  - name: How many?
    unit: of each
    about: [sea]
    points:
      - {figure: 10, say: ships, from: [lends]}
      - {figure: 12, say: ships, from: [other]}
      - {figure: 30, say: days, from: [waits]}
      - {figure: 40, say: nights, from: [waits]}
      - {figure: 50, say: hours, from: [waits], counts: hours}
      - {figure: 60, say: hours, from: [waits], counts: hours}
"""
TEXTS = {
    "content/site.yml": SITE,
    "content/publishers.yml": "- {id: wire, name: Wire, kind: agency}",
    "content/organisations.yml": "- {id: fleet, name: Fleet}",
    "content/leaders.yml": "- {id: ada, name: Ada, roles: [{title: captain, when: 2031-03-04, from: [lends]}]}\n"
    "- {id: bo, name: Bo}",
    "content/themes.yml": "- {id: sea, name: Sea}",
    "content/questions.yml": "- {id: lent, asks: speakers, question: What is lent?}\n"
    "- {id: size, asks: sources, question: How many ships?}",
    "content/events.yml": "- {id: loan, name: Loan, kind: other, when: ../2031-03-04?, from: [lends], participants: "
    "[{who: ada, from: [lends]}, {who: bo, how: planned, from: [waits]}]}",
    "content/facts/one.yml": """
article: {title: One, published: 2031-03-04, curation: complete}
facts:
  - {id: lends, say: Ada lends 10., passage: a, about: [sea], who: ada, via: a clerk, event: loan,
     answers: {lent: ten ships, size: 10}}
  - {id: waits, say: Ships wait., passage: b, about: [sea], who: fleet, answers: {lent: nothing}}
  - {id: told, say: Ships were seen., passage: c, about: [sea], via: the captains}
""",
    "content/facts/two.yml": """
article: {title: Two, published: 2031-03-05, publisher: wire, curation: open}
facts:
  - {id: other, say: There are 12 ships., passage: a, about: [sea], answers: {size: 12}}
""",
}


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    found = assembly.pages(briefing(read(TEXTS), {}, {}), files.words(), "")
    return readable(found)


def rows(pages: dict[str, str], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(pages[f"data/{name}.csv"].removeprefix("\ufeff"))))


def test_a_cell_keeps_what_the_record_has(pages: dict[str, str]) -> None:
    answers = [(row["fact"], row["question"], row["who"], row["via"]) for row in rows(pages, "answers")]
    assert answers == [
        ("lends", "lent", "ada", "a clerk"),
        ("waits", "lent", "fleet", ""),
        ("lends", "size", "ada", "a clerk"),
        ("other", "size", "", ""),
    ]
    assert [row["participants"] for row in rows(pages, "events")] == ["ada (a clerk); bo (planned, fleet)"]
    assert [row["roles"] for row in rows(pages, "leaders")] == ["captain (2031-03-04, reckoned)", ""]


def test_the_database_keeps_how_an_office_is_dated_and_what_is_open() -> None:
    database = assembly.pages(briefing(read(TEXTS), {}, {}), files.words(), "")["data/briefbook.sqlite"]
    with in_memory(database if isinstance(database, bytes) else database.encode()) as file:
        assert file.execute("SELECT leader, date, basis FROM roles").fetchall() == [("ada", "2031-03-04", "reckoned")]
        assert file.execute("SELECT id, curation FROM articles").fetchall() == [("one", "complete"), ("two", "open")]


def test_an_open_beginning_has_no_day(pages: dict[str, str]) -> None:
    [event] = json.loads(pages["data/events.json"])["events"]
    known = {key: event["when"][key] for key in ("earliest", "latest", "precision", "uncertain")}
    assert known == {"earliest": None, "latest": "2031-03-04", "precision": None, "uncertain": True}
    assert [row["when_precision"] for row in rows(pages, "events")] == [""]


def test_nobody_is_the_creator_of_what_is_known_through_somebody_else(pages: dict[str, str]) -> None:
    nodes: list[dict[str, Any]] = json.loads(pages["data/linked.jsonld"])["@graph"]
    claims = {node["@id"].rpartition("#")[2]: node.get("creator") for node in nodes if node["@type"] == "Claim"}
    assert {id: bool(creator) for id, creator in claims.items()} == {
        "lends": False, "waits": True, "told": False, "other": False
    }  # fmt: skip


def test_a_record_that_nobody_checked_is_marked_or_left_out(pages: dict[str, str]) -> None:
    nodes: list[dict[str, Any]] = json.loads(pages["data/linked.jsonld"])["@graph"]
    [own] = [node for node in nodes if node["@type"] == "NewsArticle" and node["name"] == "two"]
    assert sorted(own) == ["@id", "@type", "inLanguage", "name", "wordCount"]
    marked = [page for page, text in pages.items() if isinstance(text, str) and "are not checked" in text]
    assert [page for page in marked if page.endswith(".md")] == ["articles/two.md"]
    assert not any("record not checked" in text for text in pages.values() if isinstance(text, str))


def test_the_dossier_says_who_said_what_through_whom_and_when(pages: dict[str, str]) -> None:
    _, _, told = pages["dossier.html"].partition('<h2 id="leaders">')
    parts = [re.sub(r"<[^>]+>", " ", part) for part in told.partition("</section>")[0].split("<h3 ")[1:]]
    assert [" ".join(part.partition(">")[2].split()) for part in parts] == [
        "Ada captain Ada lends 10. [ 1 ] according to a clerk · on&#58; Loan, perhaps by 4 March 2031",
        "Fleet Ships wait. [ 3 ] reported 4 March 2031",
        "the captains Ships were seen. [ 2 ] reported 4 March 2031",
    ]
    assert "(what they do say of it&#58; Ada, according to a clerk)" in pages["dossier.html"]
    assert "<bdi>Ada, according to a clerk</bdi></small>" in pages["dossier.html"]
    assert "<small>10 in one article, 12 in one article</small>" in pages["dossier.html"]


def test_points_share_a_scale_only_where_they_count_the_same() -> None:
    context = RenderContext(briefing(read(TEXTS), {}, {}), files.words())
    [chart] = charts(context)
    assert [[point.figure for point in scale.points] for scale in chart.scales] == [
        ["10", "12"], ["30"], ["40"], ["50", "60"]
    ]  # fmt: skip
