"""What is not known yet is told as such: articles that are partly read, records that nobody checked, unknown days."""

import html
import json
import re
from collections.abc import Mapping

import pytest

from generator import assembly, files, pipeline
from generator.exports.search import STEP
from tests.folders import HERE, article_texts_of, edited, readable, texts_of

OSLO, SITE = "content/facts/oslo-cable.yml", "content/site.yml"
OPEN = "open:\n  - {say: Who pays the rest; no article says so., from: [oslo-pledge]}\n"
READ_ALL, SO_FAR = "what people found who read them all", "holds for what has been read of them so far"
TEXT = "Nobody dates this text.\n\nAda Berg, a sailor, said that the ferry to Bergen stays in harbour this week.\n"
ARRIVED = """article: {title: The ferry stays, published: 2024-06-03, curation: open}
facts: [{id: ferry-draft, say: '', passage: the ferry to Bergen stays in harbour, about: [], status: draft}]
"""
UNDATED = """article: {title: The ferry stays, published: 20XX, origin: unknown}
facts:
  - id: ferry-stays
    say: By a sailor, Ada Berg, the Bergen ferry is in port.
    passage: the ferry to Bergen stays in harbour
    about: [energy-links]
    via: a sailor
skip: [{paragraphs: 1, because: a remark}]
"""


def pages_of(texts: Mapping[str, str]) -> dict[str, str]:
    """Every page and file that is text, as it is read: with plain marks and spaces."""
    made = assembly.pages(pipeline.load(texts, article_texts_of(texts)), files.words(), "https://example.org/")
    read = readable(made)
    return {path: html.unescape(re.sub("[\u2060\xa0]", " ", html.unescape(text))) for path, text in read.items()}


@pytest.fixture(scope="module")
def small() -> dict[str, str]:
    texts = texts_of(HERE / "small")
    return {**texts, SITE: texts[SITE] + OPEN}


@pytest.fixture(scope="module")
def undated(small: dict[str, str]) -> dict[str, str]:
    return pages_of({**small, "content/facts/aaa-ferry.yml": UNDATED, "seeds/aaa-ferry.txt": TEXT})


def test_what_no_article_says_is_said_of_what_has_been_read(small: dict[str, str]) -> None:
    """Only where all are read to their end has somebody found that none says it."""
    whole = pages_of(small)
    part = pages_of(edited(small, OSLO, ("  origin: own", "  origin: own\n  curation: open")))
    arrived = pages_of({**small, "content/facts/ferry.yml": ARRIVED, "seeds/ferry.txt": TEXT})
    for page in ("index.md", "unknown.md"):
        assert [("read them all" in of[page], "so far" in of[page]) for of in (whole, part, arrived)] == [
            (True, False),
            (False, True),
            (False, True),
        ], page
    assert [(READ_ALL in of["index.md"], SO_FAR in of["index.md"]) for of in (whole, part)] == [
        (True, False),
        (False, True),
    ]


def test_an_article_does_not_say_that_nobody_read_what_was_read_twice(small: dict[str, str]) -> None:
    whole = pages_of(small)["articles/oslo-cable.md"]
    twice = pages_of(edited(small, OSLO, ("  origin: own", "  origin: own\n  curation: open")))[
        "articles/oslo-cable.md"
    ]
    once = pages_of(edited(small, OSLO, ("  second_reading: 2024-06-03", "  curation: open")))["articles/oslo-cable.md"]
    said = {
        "not yet read to its end, and its title, date and publisher are not checked.": [False, False, True],
        "not yet read to its end. The facts that stand here so far were read a second time.": [False, True, False],
        "a second reading of every fact was recorded on 3 June 2024": [True, False, False],
        "a second reading of the facts that stand here so far was recorded on 3 June 2024": [False, True, False],
    }
    assert {text: [text in page for page in (whole, twice, once)] for text in said} == said


def test_an_unchecked_record_says_so_on_its_own_page_alone(small: dict[str, str]) -> None:
    pages = pages_of(edited(small, OSLO, ("  second_reading: 2024-06-03", "  curation: open")))
    told = [
        path for path, text in pages.items() if re.search("date and publisher are not checked|record not checked", text)
    ]
    assert told == ["articles/oslo-cable.md"]


def test_an_unknown_day_is_said_to_be_unknown(undated: dict[str, str]) -> None:
    for path in ("articles/aaa-ferry.md", "articles/index.md", "themes/energy-links.md", "dossier.html", "explore.md"):
        assert "day unknown" in undated[path], path
    for path, text in undated.items():
        if not path.startswith("data/") and not path.endswith((".py", ".js")):
            assert not re.search(r"2000 to 2099|\b2000 ①|day unknown, inferred|reported day unknown", text), path
    assert "Undated ①" in undated["themes/energy-links.md"]
    for form in ("bib", "ris", "json"):
        assert "day unknown" in undated[f"cite/aaa-ferry.{form}"]


def test_an_unknown_day_comes_last(undated: dict[str, str]) -> None:
    facts = json.loads(undated["data/facts.json"])["facts"]
    assert [fact["id"] for fact in facts][-1] == "ferry-stays"
    for path in ("articles/index.md", "dossier.html"):
        names = re.findall("Norway and Denmark talk|Farmers in Bergen march|The ferry stays", undated[path])
        assert names[-1] == "The ferry stays", path
    assert "Covers reports up to 3 June 2024" in re.sub("<[^>]+>", "", undated["index.md"])
    order = json.loads(re.sub(r"^[^{]*|\);\s*$", "", undated["search/order.js"]))
    scripts = {f"search/found-{number // STEP}.js" for number in order["undated"]}
    found = [one for path in scripts for one in json.loads(re.sub(r"^[^\[]*|\);\s*$", "", undated[path]))]
    assert "By a sailor, Ada Berg, the Bergen ferry is in port." in {one["text"] for one in found}
