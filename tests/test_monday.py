"""A Monday from raw texts to a published briefing, and its texts on the way of a workflow; see `tools/monday.py`."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from tests.repositories import git
from tests.resident import briefbook
from tools import monday
from tools.monday import FOLDER
from tools.monday_desk import ARTICLE

pytestmark = pytest.mark.site

Agrees = Callable[[Path, str], None]
Week = tuple[Path, dict[str, monday.Counts], str]  # the dossier, what each step told, and the file that the desk left
DESK = FOLDER / "desk.yml"  # that file, but for the day on which it was signed
LONG = 22  # words of an article, more than a passage has
# What happens at each step, whatever drafting finds.
EXPECTED = {
    "begin": {"questions": 4},
    "arrive": {
        "articles": 20,
        "texts in the open": 0,
        "near-duplicates": 2,
        "of an agency": 6,
        "without an exact day": 0,
        "without an outlet": 8,
    },
    "register": {"countries": 2, "leaders": 6, "organisations": 4},
    "redraft": {},
    "desk": {
        "facts": 7,
        "from selected words": 2,
        "settled": 1,
        "refused": 1,
        "skipped": 1,
        "signed": 7,
    },
    "word": {"facts": 28},
    "record": {"records": 9, "complete": 5},
    "tell": {"entries": 8},
    "settle": {"flags": 5, "refused": 0, "mended": 4, "vouched for": 1, "left": 0},
    "review": {"articles": 10},
    "publish": {"facts": 35},
    "clone": {"texts": 0, "facts": 35},
    "left": {"drafts": 15},
}
# What drafting is good for at least.
AT_LEAST = {
    ("arrive", "drafts"): 80,
    ("redraft", "drafts"): 80,
    ("desk", "from drafts"): 5,
    ("desk", "dropped"): 1,
    ("word", "from drafts"): 21,
    ("word", "speaker kept"): 17,
    ("word", "passage kept"): 17,
}


@pytest.fixture(scope="module", autouse=True)
def loaded() -> Iterator[None]:
    """Its commands run without a start of Python for each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(monday, "started", briefbook)
        yield


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Week:
    """The dossier of a Monday, what each step told, and the file that the desk left."""
    root = tmp_path_factory.mktemp("monday") / "arven-line"
    told: dict[str, monday.Counts] = {}
    curated = ""
    for name, step in monday.steps(browser).items():
        told[name] = step(root)
        if name == "desk":
            curated = (root / "content" / "facts" / f"{ARTICLE}.yml").read_text("utf-8")
    return root, told, curated


def test_a_monday_ends_with_a_briefing(week: Week) -> None:
    told = week[1]
    assert {name: {what: told[name].get(what) for what in EXPECTED.get(name, told[name])} for name in told} == EXPECTED
    assert {key: told[key[0]][key[1]] for key, least in AT_LEAST.items() if told[key[0]][key[1]] < least} == {}


def test_the_desk_leaves_a_file_as_a_person_would_have_written_it(week: Week, agrees: Agrees) -> None:
    text, days = re.subn(r"(?m)^  second_reading: \d{4}-\d\d-\d\d$", "  second_reading: DAY", week[2])
    assert days == 1
    agrees(DESK, text)


def test_what_was_worded_stands_on_the_pages(week: Week) -> None:
    root = week[0]
    said = {
        fact["id"]: fact.get("settled", {}).get("say", fact["say"])
        for facts in (*monday.read(FOLDER / "facts.yml").values(), monday.read(DESK)["facts"])
        for fact in facts
    }
    facts = json.loads((root / "site" / "data" / "facts.json").read_text("utf-8"))["facts"]
    assert {fact["id"]: fact["say"] for fact in facts} == said
    home = " ".join(html.parse(str(root / "site" / "index.html")).xpath("string(//main)").split())
    assert "Norway and Sweden agreed in October 2025 to reopen the Arven line." in home
    assert "The auditors put its price at 710 million euros." in home


def test_no_text_leaves_the_machine(week: Week) -> None:
    root = week[0]
    kept = git(root, "ls-files").splitlines()
    assert [path for path in kept if path.startswith("texts/")] == []
    assert len([path for path in kept if path.startswith("seeds/")]) == 20
    assert {Path(path).suffix for path in kept if path.startswith("seeds/")} == {".lock"}
    texts = [text for path in root.glob("texts/*.txt") for text in path.read_text("utf-8").splitlines()[1:]]
    words = [text.split() for text in texts]
    long = {" ".join(run[at : at + LONG]) for run in words for at in range(len(run) - LONG + 1)}
    assert len(long) >= 20
    left = (*(root / path for path in kept), *(root / "site").rglob("*"))
    shown = [
        path.read_text("utf-8", errors="replace") for path in left if path.suffix in (".html", ".json", ".lock", ".yml")
    ]
    assert [run for run in sorted(long) if any(run in text for text in shown)] == []


def test_a_workflow_drafts_what_was_pushed(week: Week, tmp_path: Path) -> None:
    told = monday.propose(tmp_path / "by-workflow", week[0], most=3)
    assert (told["texts"], told["branches"], told["facts"]) == (3, 3, 0)
    assert told["drafts"] >= 12
