"""`briefbook next`: what is left to do, the most useful first, for people and for machines."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.__main__ import main
from tests.folders import HERE

OSLO, BERGEN = "content/facts/oslo-cable.yml", "content/facts/bergen-march.yml"
NEWS = (
    "Norway adds to the cable\n\n"
    "Norway will carry 60 percent of the cost of the cable, Jane Doe told Peter Holm on 8 June 2024.\n\n"
    "Peter Holm thanked her for it at the harbour, where the ships had waited for three days.\n"
)
DRAFTED = """article:
  title: Norway adds to the cable
  published: 2024-06-09
  curation: open
facts:
  - id: news-thanks
    passage: thanked her for it at the harbour
    status: draft
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """The small dossier with something of everything: a draft, a text alone, flags, and signatures that lapsed."""
    root = Path(shutil.copytree(HERE / "small", tmp_path / "dossier"))
    (root / "seeds/news.txt").write_text(NEWS, encoding="utf-8")
    (root / "content/facts/news.yml").write_text(DRAFTED, encoding="utf-8")
    (root / "texts").mkdir()
    (root / "texts/kept-apart.txt").write_text("A text that nobody else may see.\n", encoding="utf-8")
    (root / "seeds/arrived.txt").write_text("A text that everybody may see.\n", encoding="utf-8")
    assert run(root, "review", "oslo-cable", "oslo-denmark", "--sign").exit_code == 0
    swap(root, OSLO, "Denmark has not settled", "Denmark has not fixed")
    swap(root, OSLO, "say: Jane Doe, energy minister of Norway,", "say: Jane Doe, no energy minister of Norway,")
    return root


def swap(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [words[0], "--root", str(root), *words[1:]], catch_exceptions=False)


def test_people_get_each_task_with_where_to_go(dossier: Path) -> None:
    assert (
        run(dossier, "next").stdout
        == """\
to be worded:
  news: 1 draft, 3 paragraphs without a fact
      content/facts/news.yml:6:9: briefbook check --only news
to be taken in:
  arrived: a text without facts
      briefbook add seeds/arrived.txt
  kept-apart: a text without facts
      briefbook add texts/kept-apart.txt
questions without an answer:
  cable-share: may be answered by news (paragraph 2)
      briefbook ask cable-share
answered otherwise by a newer article:
  oslo-pledge: `cable-share` is answered with `50 percent`, and by the newer bergen-share with `40 percent`
      content/facts/oslo-cable.yml:27:28: briefbook review bergen-march bergen-share
to be registered:
  1 name that no registry knows: Peter Holm (2)
      briefbook names
to be settled:
  oslo-cable: to read again oslo-meeting
      content/facts/oslo-cable.yml:12:10: briefbook check --only oslo-cable
to be read again:
  oslo-cable: changed since somebody read it: oslo-meeting, oslo-denmark
      content/facts/oslo-cable.yml:2:3: briefbook review oslo-cable
to be read by somebody else:
  bergen-march: 3 facts nobody has read again
      content/facts/bergen-march.yml:2:3: briefbook review bergen-march
"""
    )


def test_machines_get_the_same(dossier: Path) -> None:
    tasks = json.loads(run(dossier, "next", "--json").stdout)["tasks"]
    assert [(task["kind"], task["article"], task["facts"]) for task in tasks] == [
        ("drafts", "news", ["news-thanks"]),
        ("texts", "arrived", []),
        ("texts", "kept-apart", []),
        ("questions", "news", []),
        ("answers", "oslo-cable", ["oslo-pledge", "bergen-share"]),
        ("names", None, []),
        ("flags", "oslo-cable", ["oslo-meeting"]),
        ("changed", "oslo-cable", ["oslo-meeting", "oslo-denmark"]),
        ("unread", "bergen-march", ["bergen-fear", "bergen-protest", "bergen-share"]),
    ]
    assert tasks[0] == {
        "kind": "drafts",
        "what": "news: 1 draft, 3 paragraphs without a fact",
        "article": "news",
        "facts": ["news-thanks"],
        "place": {"path": "content/facts/news.yml", "line": 6, "column": 9},
        "command": "briefbook check --only news",
    }


def test_each_question_is_told_once_as_ask_finds_its_answers(dossier: Path) -> None:
    told = "Bergen sees plans\n\nThe mast of the cable stands 40 metres high.\n\nThe cable is 280 kilometres long.\n"
    more = "\nIt is a long cable of 280 km.\n"
    swap(dossier, "seeds/news.txt", NEWS, f"{NEWS}{told}")
    (dossier / "seeds/more.txt").write_text(f"{told}{more}", encoding="utf-8")
    (dossier / "content/facts/more.yml").write_text(
        "article: {title: Bergen sees plans, published: 2024-06-10, curation: open}\nfacts: []\n", encoding="utf-8"
    )
    question = "- {id: length, asks: sources, question: How long is the cable?}\n"
    swap(dossier, "content/questions.yml", "- id: cable-share\n", f"{question}- id: cable-share\n")
    tasks = json.loads(run(dossier, "next", "--json").stdout)["tasks"]
    assert [(task["what"], task["article"], task["command"]) for task in tasks if task["kind"] == "questions"] == [
        (
            "length: may be answered by more (paragraph 3, 4), news (paragraph 6)",
            None,
            "briefbook ask length",
        ),
        ("cable-share: may be answered by news (paragraph 2)", "news", "briefbook ask cable-share"),
    ]
    found = json.loads(run(dossier, "ask", "length", "--json").stdout)["sentences"]
    assert sorted((one["article"], one["paragraph"]) for one in found) == [("more", 3), ("more", 4), ("news", 6)]


def test_what_somebody_has_read_again_is_settled(dossier: Path) -> None:
    """A newer article that answers otherwise is told of until its fact was read beside the older one."""
    assert run(dossier, "review", "bergen-march", "bergen-share", "--sign").exit_code == 0
    told = run(dossier, "next").stdout
    assert ("answered otherwise" in told, "bergen-march: 2 facts nobody has read again" in told) == (False, True)


def test_a_dossier_that_is_read_has_nothing_left(tmp_path: Path) -> None:
    root = Path(shutil.copytree(HERE / "small", tmp_path / "dossier"))
    assert run(root, "review", "bergen-march", "--sign-all-shown").exit_code == 0
    assert run(root, "next").stdout == "nothing is left to do\n"
    assert json.loads(run(root, "next", "--json").stdout) == {"tasks": []}
