"""What the desk shows of an article, and its first page."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.__main__ import main
from tests.preview.desk_dossier import ID, at_work, desk_of

COUNTS = ("facts", "signed", "drafts", "flags", "problems", "sentences")
MET = """\
Jane Doe, Norway's energy minister, met her Danish colleague in Oslo on 31 May 2024 to settle the cost of the North \
Link cable."""
TOLD = """\
A spokesman for the Danish ministry said on Friday that Denmark had not yet decided what it would pay for its own \
share of the work."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Which no test changes."""
    return at_work(tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="module")
def view(root: Path) -> dict[str, Any]:
    return desk_of(root).article(ID)


def fact(view: dict[str, Any], id: str) -> dict[str, Any]:
    return next(fact for fact in view["facts"] if fact["id"] == id)


def text_of(view: dict[str, Any], run: dict[str, int]) -> str:
    words = view["paragraphs"][run["paragraph"] - 1]["words"]
    return "".join(gap + word for gap, word in words[run["first"] : run["last"] + 1]).lstrip(' ,"')


def test_every_paragraph_has_its_words_and_what_covers_it(view: dict[str, Any]) -> None:
    assert [
        ("".join(gap + word for gap, word in one["words"]) + one["tail"], one["state"], one["because"])
        for one in view["paragraphs"]
    ] == [
        ("Norway and Denmark talk about a power cable", "skipped", "headline"),
        (
            MET,
            "facts",
            "",
        ),
        ('"We will carry 50 percent of it," she said at the harbour, "and not one krone more than that."', "facts", ""),
        (
            TOLD,
            "facts",
            "",
        ),
        ("Sign up for our morning letter today.", "open", ""),
    ]
    assert [[s["is_open"] for s in one["sentences"]] for one in view["paragraphs"]] == [
        [False], [False], [False], [False], [True]
    ]  # fmt: skip


def test_each_fact_has_its_state_its_passages_and_what_stands_against_it(view: dict[str, Any]) -> None:
    assert [
        (one["id"], one["state"], [text_of(view, run) for run in one["runs"]], one["marks"], len(one["problems"]))
        for one in view["facts"]
    ] == [
        ("oslo-meeting", "proved", ["met her Danish colleague in Oslo on 31 May 2024"], (), 0),
        ("oslo-pledge", "proved", ["We will carry 50 percent of it"], (), 0),
        ("oslo-denmark", "proved", ["had not yet decided what it would pay"], (), 0),
        ("oslo-open", "flagged", ["had not yet decided what it would pay"], ("negation",), 1),
        ("oslo-cable-p4-1", "draft", ["would pay for its own share of the work"], (), 1),
        ("oslo-date", "corrected", [], (), 0),
    ]


def test_a_fact_has_its_lines_and_comments_as_they_were_written(view: dict[str, Any]) -> None:
    draft = fact(view, "oslo-cable-p4-1")
    assert draft["hints"] == ("names: Denmark",)
    assert draft["source"] == (
        "- id: oslo-cable-p4-1\n"
        "  say:                           # our own words; they alone are missing here\n"
        "  passage: would pay for its own share of the work\n"
        "  paragraph: 4\n"
        "  about: []\n"
        "  status: draft                  # take this line away when the fact is worded\n"
        "  # names: Denmark"
    )
    assert fact(view, "oslo-pledge")["source"].startswith("- {id: oslo-pledge, say: Jane Doe")
    assert fact(view, "oslo-denmark")["fields"] == (
        ("via", "a spokesman for the Danish ministry"),
        ("about", "energy-links"),
    )


def test_whoever_reads_again_has_flags_first(view: dict[str, Any]) -> None:
    read = [(one["reading"]["place"], one["id"], one["reading"]["need"]) for one in view["facts"] if one["reading"]]
    assert sorted(read) == [
        (0, "oslo-open", "flagged"),
        (1, "oslo-meeting", "unsigned"),
        (2, "oslo-pledge", "unsigned"),
        (3, "oslo-denmark", "unsigned"),
    ]


def test_the_first_page_has_what_is_to_do(root: Path) -> None:
    home = desk_of(root).articles()
    assert home["title"] == "The North Link"
    shared = {"at_hand": "text", "second_reading": ""}
    assert home["articles"] == [
        {
            "id": ID,
            "title": "Norway and Denmark talk about a power cable",
            "curation": "open",
            **dict(zip(COUNTS, (4, 0, 1, 1, 0, 1), strict=True)),
            **shared,
        },
        {
            "id": "bergen-march",
            "title": "Farmers in Bergen march against the North Link",
            "curation": "complete",
            **dict(zip(COUNTS, (3, 0, 0, 0, 0, 0), strict=True)),
            **shared,
        },
    ]


def test_the_first_page_has_what_next_tells(root: Path) -> None:
    assert [(task["kind"], task["article"], task["facts"]) for task in desk_of(root).tasks()["tasks"]] == [
        ("drafts", ID, ("oslo-cable-p4-1",)),
        ("answers", ID, ("oslo-pledge", "bergen-share")),
        ("names", "", ()),
        ("flags", ID, ("oslo-open",)),
        ("unread", "bergen-march", ("bergen-fear", "bergen-protest", "bergen-share")),
    ]


def test_a_draft_is_shown_what_would_stand_against_it(tmp_path: Path) -> None:
    root = at_work(tmp_path)
    path = root / "content/facts/oslo-cable.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    say:                           #", "    say: Sweden would pay 7 krone.  #"))
    draft = fact(desk_of(root).article(ID), "oslo-cable-p4-1")
    assert [(problem["code"], problem["line"]) for problem in draft["problems"]] == [
        ("UNBOUND-NAME", 35),
        ("UNBOUND-NUMBER", 35),
        ("AFTER-NEGATION", 36),
        ("NO-THEME", 38),
    ]
    assert draft["state"] == "draft"


def test_with_the_lock_alone_each_sentence_has_what_is_known_of_it(tmp_path: Path) -> None:
    root = at_work(tmp_path)
    done = CliRunner().invoke(main, ["lock", "--root", str(root), str(root / "seeds/oslo-cable.txt")])
    assert done.exit_code == 0, done.output
    (root / "seeds/oslo-cable.txt").unlink()
    view = desk_of(root).article(ID)
    assert view["at_hand"] == "lock"
    assert [one["words"] for one in view["paragraphs"]] == [()] * 5
    assert view["paragraphs"][3]["sentences"][0]["known"] == "26 words; names Danish ministry, Friday, Denmark"
    assert fact(view, "oslo-denmark")["runs"] == ({"paragraph": 4, "first": 11, "last": 18},)
