"""What the keys of the desk write: the file is compared line by line; what the checker is against is refused."""

import json
import os
import re
from difflib import ndiff
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.__main__ import main
from generator.commands.saving import Changed, save
from generator.preview.desk_orders import Conflict, Refused, order_of
from tests.preview.desk_dossier import FACTS, ID, PATH, at_work, desk_of, sent

LOCK = f"seeds/{ID}.lock"


def full(_: int) -> None:
    raise OSError(28, "No space left on device")


def difference(before: str, after: str) -> list[str]:
    """The lines that went and came."""
    return [line for line in ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


PLEDGE = FACTS.partition("- {id: oslo-pledge, ")[2].partition("\n")[0]
SAY = "say:                           # our own words; they alone are missing here"
WRITTEN: dict[str, tuple[dict[str, Any], list[str]]] = {
    "words become a draft behind what stands before them": (
        {"do": "skeleton", "paragraph": 3, "first": 12, "last": 17},
        [
            "+   - id: oslo-cable-p3-1",
            "+     say:",
            "+     passage: not one krone more than that",
            "+     paragraph: 3",
            "+     who: jane-doe",
            "+     named: {jane-doe: 2}",
            "+     about: []",
            "+     kind: statement",
            "+     status: draft",
            "+ ",
        ],
    ),
    "a draft waits with its words": (
        {"do": "word", "id": "oslo-cable-p4-1", "say": "Sweden  pays\n7 krone: all.", "about": ["energy-prices"]},
        [
            f"-     {SAY}",
            "+     say: 'Sweden pays 7 krone: all.'",
            "-     about: []",
            "+     about: [energy-prices]",
        ],
    ),
    "a fact says something else": (
        {"do": "word", "id": "oslo-denmark", "say": "Denmark had not settled its own part."},
        [
            "-     say: Denmark has not settled its own part of the bill.",
            "+     say: Denmark had not settled its own part.",
        ],
    ),
    "a fact in one line says something else": (
        {"do": "word", "id": "oslo-pledge", "say": "Jane Doe said that Norway would pay 50 percent."},
        [
            f"-   - {{id: oslo-pledge, {PLEDGE}",
            f"+   - {{id: oslo-pledge, {PLEDGE.replace(' of the new cable', '')}",
        ],
    ),
    "words become a passage": (
        {"do": "passage", "id": "oslo-denmark", "paragraph": 4, "first": 10, "last": 18},
        [
            "-     passage: had not yet decided what it would pay",
            "+     passage: Denmark had not yet decided what it would pay",
            "+     paragraph: 4",
        ],
    ),
    "words become one more passage": (
        {"do": "passage", "id": "oslo-meeting", "paragraph": 2, "first": 15, "last": 19, "more": True},
        [
            "-     passage: met her Danish colleague in Oslo on 31 May 2024",
            "+     passage:",
            "+       - met her Danish colleague in Oslo on 31 May 2024",
            "+       - to settle the cost of",
            "+     paragraph: [2, 2]",
        ],
    ),
    "a mark is settled": (
        {"do": "settle", "id": "oslo-open", "marks": ["negation"]},
        ["+     agrees: [negation]"],
    ),
    "a paragraph is pointed to": (
        {"do": "point", "id": "oslo-cable-p4-1", "named": {"norway": 2}},
        ["+     named: {norway: 2}"],
    ),
    "a draft is dropped with its comments": (
        {"do": "drop", "id": "oslo-cable-p4-1"},
        [
            "-   - id: oslo-cable-p4-1",
            "-     say:                           # our own words; they alone are missing here",
            "-     passage: would pay for its own share of the work",
            "-     paragraph: 4",
            "-     about: []",
            "-     status: draft                  # take this line away when the fact is worded",
            "-     # names: Denmark",
        ],
    ),
    "a paragraph is skipped": (
        {"do": "skip", "first": 5, "last": 5, "because": "newsletter: box"},
        ["+   - {paragraphs: 5, because: 'newsletter: box'}"],
    ),
    "lines are written anew": (
        {"do": "rewrite", "id": "oslo-cable-p4-1", "source": "- id: oslo-share\n  say:\n  # why?\n  passage: >-\n"
         "    would pay for\n    its own share\n  status: draft\n"},
        [
            "-   - id: oslo-cable-p4-1",
            "-     say:                           # our own words; they alone are missing here",
            "-     passage: would pay for its own share of the work",
            "-     paragraph: 4",
            "-     about: []",
            "-     status: draft                  # take this line away when the fact is worded",
            "-     # names: Denmark",
            "+   - id: oslo-share",
            "+     say:",
            "+     # why?",
            "+     passage: >-",
            "+       would pay for",
            "+       its own share",
            "+     status: draft",
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", WRITTEN)
def test_an_order_changes_what_it_says_and_no_more(case: str, tmp_path: Path) -> None:
    order, lines = WRITTEN[case]
    root = at_work(tmp_path)
    told = sent(desk_of(root), **order)
    text = (root / PATH).read_text(encoding="utf-8")
    assert sorted(difference(FACTS, text)) == sorted(lines)
    assert told["told"] == []


def test_a_draft_is_accepted_once_nothing_stands_against_it(tmp_path: Path) -> None:
    root = at_work(tmp_path)
    desk = desk_of(root)
    sent(desk, do="skeleton", paragraph=3, first=11, last=17)
    with pytest.raises(Refused, match="once it has words of ours"):
        sent(desk, do="accept", id="oslo-cable-p3-1")
    say = "Jane Doe would not give a krone more."
    with pytest.raises(Refused, match=r"^line 29: NO-THEME: oslo-cable-p3-1 is on no theme; add one to `about`$"):
        sent(desk, do="accept", id="oslo-cable-p3-1", say=say)
    before = (root / PATH).read_text(encoding="utf-8")
    sent(desk, do="accept", id="oslo-cable-p3-1", say=say, about=["energy-links"])
    assert difference(before, (root / PATH).read_text(encoding="utf-8")) == [
        "-     say:",
        f"+     say: {say}",
        "-     about: []",
        "+     about: [energy-links]",
        "-     status: draft",
    ]
    assert [fact["state"] for fact in desk.article(ID)["facts"] if fact["id"] == "oslo-cable-p3-1"] == ["proved"]


DRAFT = """\
  # Paragraph 3
  - id: oslo-cable-p3-1                      # choose a better one now; it is for good once it is published
    say:                                     # our own words; they alone are missing here
    passage: not one krone more than that    # proved; shorten it to the words that prove what you say
    who: jane-doe                            # Norway's
    named: {jane-doe: 2}                     # the earlier paragraph that names whom a pronoun means; or two
    about: [energy-links]                    # themes, found by their keywords; a fact needs one
    status: draft                            # take this line away when the fact is worded
    # our own words; they alone are missing here

"""
DROPPED = """
  # Paragraph 4
  # the ministry's
  - id: oslo-drop-1
    say:
    passage: would pay for its own share of the work
    status: draft

  # Paragraph 4
  - id: oslo-drop-2
    say:
    passage: had not yet decided what it would pay
    status: draft

  # Paragraph 4
  - id: oslo-drop-3
    say:
    passage: Denmark had not yet decided
    status: draft
"""
DRAFTED = FACTS.replace("  # Paragraph 4\n", f"{DRAFT}  # Paragraph 4\n").replace("# Look", f"{DROPPED}# Look")
WORDS = "Jane Doe would not give a krone more."


def test_what_explained_a_draft_goes_with_it_and_what_people_wrote_stays(tmp_path: Path) -> None:
    root = at_work(tmp_path, DRAFTED)
    desk, file = desk_of(root), root / PATH
    sent(desk, do="word", id="oslo-cable-p3-1", say=WORDS)
    worded = file.read_text(encoding="utf-8")
    assert difference(DRAFTED, worded) == [
        "-     say:                                     # our own words; they alone are missing here",
        f"+     say: {WORDS}",
    ]
    sent(desk, do="accept", id="oslo-cable-p3-1")
    accepted = file.read_text(encoding="utf-8")
    assert difference(worded, accepted) == [
        "-   - id: oslo-cable-p3-1                      # choose a better one now; it is for good once it is published",
        "+   - id: oslo-cable-p3-1",
        "-     passage: not one krone more than that    # proved; shorten it to the words that prove what you say",
        "+     passage: not one krone more than that",
        "+     about: [energy-links]",
        "-     about: [energy-links]                    # themes, found by their keywords; a fact needs one",
        "-     status: draft                            # take this line away when the fact is worded",
    ]
    for number in (2, 3, 1):
        sent(desk, do="drop", id=f"oslo-drop-{number}")
    assert file.read_text(encoding="utf-8") == accepted.replace(DROPPED, "\n  # Paragraph 4\n  # the ministry's\n")


FLAGGED = {"do": "accept", "id": "oslo-cable-p4-1", "say": "Denmark pays its own share.", "about": ["energy-links"]}
REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "a draft without words": ({"do": "accept", "id": "oslo-cable-p4-1"}, "once it has words of ours"),
    "a draft whose passage turns the sense": (FLAGGED, "AFTER-NEGATION"),
    "a fact that stands": ({"do": "accept", "id": "oslo-open"}, "it stands already"),
    "a fact that would be broken": ({"do": "word", "id": "oslo-denmark", "say": "Sweden is open."}, "UNBOUND-NAME"),
    "a fact without words": ({"do": "word", "id": "oslo-denmark", "say": " "}, "EMPTY-VALUE"),
    "a passage that is too short": (
        {"do": "passage", "id": "oslo-denmark", "paragraph": 4, "first": 10, "last": 12},
        "SHORT-PASSAGE",
    ),
    "a mark in which nothing differs": ({"do": "settle", "id": "oslo-open", "marks": ["future"]}, "NOTHING-TO-AGREE"),
    "a paragraph that does not name them": (
        {"do": "point", "id": "oslo-pledge", "named": {"jane-doe": 1}},
        "BAD-POINTER",
    ),
    "a mark of no words": ({"do": "settle", "id": "oslo-cable-p4-1", "marks": ["negation"]}, "before there are words"),
    "a fact is not dropped": ({"do": "drop", "id": "oslo-denmark"}, "is no draft"),
    "a tombstone is not dropped": ({"do": "drop", "id": "oslo-date"}, "no fact and no draft `oslo-date`"),
    "a stranger": ({"do": "drop", "id": "nobody"}, "no fact and no draft `nobody`"),
    "a paragraph with facts": ({"do": "skip", "first": 4, "last": 4, "because": "x"}, "SKIP-HAS-FACTS"),
    "a paragraph that is not there": ({"do": "skip", "first": 6, "last": 6, "because": "x"}, "NO-SUCH-PARAGRAPH"),
    "a paragraph that is skipped": ({"do": "skip", "first": 1, "last": 2, "because": "x"}, "is skipped already"),
    "a skip without a reason": ({"do": "skip", "first": 5, "last": 5, "because": " "}, "and its reason"),
    "no skip": ({"do": "unskip", "first": 5, "last": 5}, "no such paragraphs"),
    "words that are not there": ({"do": "skeleton", "paragraph": 5, "first": 3, "last": 99}, "has no such words"),
    "a paragraph that has none": ({"do": "skeleton", "paragraph": 99, "first": 0, "last": 1}, "has no such words"),
    "lines that are no fact": ({"do": "rewrite", "id": "oslo-open", "source": "- {id: oslo-open"}, "BAD-YAML"),
    "lines of two facts": (
        {"do": "rewrite", "id": "oslo-cable-p4-1", "source": "- id: a\n  passage: b c\n  status: draft\n- id: d\n  "
         "passage: e\n  status: draft"},
        "more than this fact",
    ),
    "lines that break a fact": (
        {"do": "rewrite", "id": "oslo-open", "source": "- id: oslo-open\n  say: Sweden is open.\n  passage: "
         "had not yet decided what it would pay\n  about: [energy-links]"},
        "UNBOUND-NAME",
    ),
    "lines that accept a draft": (
        {"do": "rewrite", "id": "oslo-cable-p4-1", "source": "- id: oslo-cable-p4-1\n  say: Denmark pays.\n  passage: "
         "would pay for its own share of the work\n  about: [energy-links]"},
        "AFTER-NEGATION",
    ),
    "an id that another fact has": (
        {"do": "rewrite", "id": "oslo-cable-p4-1", "source": "- id: bergen-share\n  passage: b c\n  status: draft"},
        "DUPLICATE-ID",
    ),
    "a signature of what is flagged": ({"do": "sign", "facts": ["oslo-open"]}, "waits to be read again"),
    "a signature of a draft": ({"do": "sign", "facts": ["oslo-cable-p4-1"]}, "no fact that stands"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_the_checker_refuses_is_not_written(case: str, tmp_path: Path) -> None:
    order, why = REFUSED[case]
    root = at_work(tmp_path)
    with pytest.raises(Refused, match=why):
        sent(desk_of(root), **order)
    assert (root / PATH).read_text(encoding="utf-8") == FACTS
    assert sorted(path.name for path in (root / "content").iterdir()) == [
        *("countries.yml", "events.yml", "facts", "leaders.yml", "organisations.yml", "publishers.yml"),
        *("questions.yml", "site.yml", "themes.yml"),
    ]


def test_what_would_stand_against_words_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    root = at_work(tmp_path)
    told = sent(desk_of(root), "check", do="word", id="oslo-denmark", say="Denmark gave 7 krone to settle its part.")
    assert [(problem["code"], problem["marks"]) for problem in told["problems"]] == [
        ("READ-AGAIN", ("negation",)),
        ("UNBOUND-NUMBER", ()),
    ]
    assert (root / PATH).read_text(encoding="utf-8") == FACTS


@pytest.mark.parametrize(
    "order",
    [
        {"do": "drop", "id": "oslo-cable-p4-1"},
        {"do": "skip", "first": 5, "last": 5, "because": "x"},
        {"do": "skeleton", "paragraph": 3, "first": 0, "last": 1},
        {"do": "rewrite", "id": "oslo-date", "source": "# nothing"},
    ],
)
def test_nothing_stands_against_what_is_no_fact(order: dict[str, Any], tmp_path: Path) -> None:
    assert sent(desk_of(at_work(tmp_path)), "check", **order) == {"problems": []}


def test_what_the_disk_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = at_work(tmp_path)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refused, match=r"^the disk is full \(No space left .*\); what stood .*; make room .*$"):
        sent(desk_of(root), do="drop", id="oslo-cable-p4-1")
    assert (root / PATH).read_text(encoding="utf-8") == FACTS
    assert [path.name for path in (root / PATH).parent.iterdir() if path.name.startswith(".")] == []


def test_what_would_be_written_elsewhere_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    """Whoever signs the last facts of an article changes two files."""
    root, elsewhere = at_work(tmp_path / "dossier"), tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / "content/.readings").symlink_to(elsewhere)
    desk = desk_of(root)
    sent(desk, do="settle", id="oslo-open", marks=["negation"])
    for draft in re.findall(r"- id: (oslo-cable-p\S+)", (root / PATH).read_text(encoding="utf-8")):
        sent(desk, do="drop", id=draft)
    before = (root / PATH).read_bytes()
    facts = ["oslo-meeting", "oslo-pledge", "oslo-denmark", "oslo-open"]
    with pytest.raises(Refused, match=rf"^content/\.readings/{ID}\.yml:1:1: DISK: this leads out of the dossier"):
        sent(desk, do="sign", facts=facts)
    assert ((root / PATH).read_bytes(), list(elsewhere.iterdir())) == (before, [])
    (root / "content/.readings").unlink()
    sent(desk, do="sign", facts=facts)
    assert b"second_reading: " in (root / PATH).read_bytes()


def test_no_link_is_followed_beside_a_file(tmp_path: Path) -> None:
    root, victim = at_work(tmp_path / "dossier"), tmp_path / "victim"
    victim.write_text("precious\n", encoding="utf-8")
    (root / f"content/facts/.{ID}.yml.tmp").symlink_to(victim)
    sent(desk_of(root), do="drop", id="oslo-cable-p4-1")
    assert victim.read_text(encoding="utf-8") == "precious\n"
    assert not (root / PATH).is_symlink()


def test_a_mark_of_a_draft_is_settled_whatever_else_stands_against_it(tmp_path: Path) -> None:
    root = at_work(tmp_path)
    desk = desk_of(root)
    sent(desk, do="passage", id="oslo-cable-p4-1", paragraph=4, first=11, last=18)
    view = sent(desk, do="word", id="oslo-cable-p4-1", say="Denmark's part is open.")
    draft = next(fact for fact in view["facts"] if fact["id"] == "oslo-cable-p4-1")
    assert [problem["code"] for problem in draft["problems"]] == ["READ-AGAIN", "NO-THEME"]
    before = (root / PATH).read_text(encoding="utf-8")
    view = sent(desk, do="settle", id="oslo-cable-p4-1", marks=["negation", "claim"])
    draft = next(fact for fact in view["facts"] if fact["id"] == "oslo-cable-p4-1")
    assert [problem["code"] for problem in draft["problems"]] == ["NO-THEME"]
    assert difference(before, (root / PATH).read_text(encoding="utf-8")) == ["+     agrees: [negation, claim]"]


def test_a_file_that_was_changed_meanwhile_stays_as_it_is(tmp_path: Path) -> None:
    root = at_work(tmp_path)
    desk = desk_of(root)
    version = desk.article(ID)["version"]
    changed = FACTS.replace("# By two hands.", "# By three hands.")
    (root / PATH).write_text(changed, encoding="utf-8")
    order = {"article": ID, "version": version, "do": "drop", "id": "oslo-cable-p4-1"}
    with pytest.raises(Conflict, match="was changed in the meantime"):
        desk.write(order_of(json.dumps(order).encode()))
    assert (root / PATH).read_text(encoding="utf-8") == changed


def test_a_file_is_replaced_only_as_it_was_read(tmp_path: Path) -> None:
    """Between the look at a file and its writing somebody else may save it."""
    name = "content/facts/a.yml"
    path = tmp_path / name

    def refused(new: str | None, old: str | None) -> None:
        with pytest.raises(Changed):
            save(tmp_path, {"content/facts/b.yml": "b\n", name: new}, {} if old is None else {name: old})

    refused("new\n", "old\n")
    assert save(tmp_path, {name: "old\n"}, {}) == (name,)
    refused("new\n", None)
    refused("new\n", "another\n")
    refused(None, "another\n")
    assert path.read_text(encoding="utf-8") == "old\n"
    assert save(tmp_path, {name: "old\n"}, {name: "old\n"}) == ()
    assert save(tmp_path, {name: "new\n"}, {name: "old\n"}) == (name,)
    assert save(tmp_path, {name: "newer\n"}) == (name,)
    assert [file.name for file in path.parent.iterdir()] == ["a.yml"]
    assert save(tmp_path, {name: None}, {name: "newer\n"}) == (name,)
    assert list(path.parent.iterdir()) == []


def test_a_file_that_cannot_be_read_stays_as_it_is(tmp_path: Path) -> None:
    root = at_work(tmp_path)
    desk = desk_of(root)
    version = desk.article(ID)["version"]
    (root / "content/themes.yml").write_text("- {id: energy-links", encoding="utf-8")
    order = {"article": ID, "version": version, "do": "drop", "id": "oslo-cable-p4-1"}
    with pytest.raises(Refused, match=r"content/themes.yml:\d+:\d+: BAD-YAML"):
        desk.write(order_of(json.dumps(order).encode()))
    assert (root / PATH).read_text(encoding="utf-8") == FACTS


def test_line_ends_and_marks_of_a_file_are_kept(tmp_path: Path) -> None:
    root = at_work(tmp_path)
    (root / PATH).write_bytes(b"\xef\xbb\xbf" + FACTS.replace("\n", "\r\n").encode())
    sent(desk_of(root), do="settle", id="oslo-open", marks=["negation"])
    text = FACTS.replace("  - id: oslo-cable-p4-1", "    agrees: [negation]\n  - id: oslo-cable-p4-1")
    assert (root / PATH).read_bytes() == b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()


def test_line_ends_of_two_kinds_stay_where_they_are(tmp_path: Path) -> None:
    root = at_work(tmp_path)
    mixed = FACTS.replace("\n", "\r\n", 3).replace("    about", "\r    about", 1).encode()
    (root / PATH).write_bytes(mixed)
    sent(desk_of(root), do="settle", id="oslo-open", marks=["negation"])
    text = mixed.replace(b"  - id: oslo-cable-p4-1", b"    agrees: [negation]\n  - id: oslo-cable-p4-1")
    assert (root / PATH).read_bytes() == text


def test_a_link_that_leads_out_of_the_dossier_is_not_written(tmp_path: Path) -> None:
    root = at_work(tmp_path / "dossier")
    elsewhere = tmp_path / "elsewhere.yml"
    (root / PATH).rename(elsewhere)
    (root / PATH).symlink_to(elsewhere)
    with pytest.raises(Refused, match="leads out of the dossier"):
        sent(desk_of(root), do="settle", id="oslo-open", marks=["negation"])
    assert elsewhere.read_text(encoding="utf-8") == FACTS


def run(root: Path, *command: str) -> str:
    done = CliRunner().invoke(main, [*command, "--root", str(root)])
    assert done.exit_code == 0, done.output
    return done.output


NEXT = "  - id: oslo-cable-p4-1"
SETTLED = """\
  - id: oslo-shut
    say: Denmark has settled its part, a spokesman said.
    passage: had not yet decided what it would pay
    about: [energy-links]
    agrees: [negation]
"""


def test_the_lock_goes_with_the_facts_and_signs_what_is_settled_alone(tmp_path: Path) -> None:
    """What was written into the file without being settled here waits on."""
    root = at_work(tmp_path)
    run(root, "lock", str(root / f"seeds/{ID}.txt"))
    (root / PATH).write_text(FACTS.replace(NEXT, f"{SETTLED}{NEXT}"))
    desk = desk_of(root)
    view = sent(desk, do="settle", id="oslo-open", marks=["negation"])
    assert {fact["id"]: fact["state"] for fact in view["facts"] if fact["state"] != "proved"} == {
        "oslo-shut": "flagged",
        "oslo-cable-p4-1": "draft",
        "oslo-date": "corrected",
    }
    told = run(root, "check", "--only", ID)
    assert "LOCK-BEHIND" not in told


def test_of_a_text_that_only_we_have_the_desk_writes_the_lock(tmp_path: Path) -> None:
    """It signs what is settled there; nothing else that the file says of itself."""
    root = at_work(tmp_path, FACTS.replace(NEXT, f"{SETTLED}{NEXT}"))
    (root / "seeds").rename(root / "texts")
    view = sent(desk_of(root), do="settle", id="oslo-open", marks=["negation"])
    states = {fact["id"]: fact["state"] for fact in view["facts"]}
    assert (states["oslo-open"], states["oslo-shut"]) == ("proved", "flagged")
    told = run(root, "check", "--only", ID)
    assert [line.split(": ")[1:3] for line in told.splitlines() if ": READ-AGAIN: " in line] == [
        ["READ-AGAIN", "oslo-shut"]
    ]
    assert "written" not in told


def test_facts_are_signed_and_taken_back(tmp_path: Path) -> None:
    root = at_work(tmp_path)
    desk = desk_of(root)
    ids = ["oslo-meeting", "oslo-pledge", "oslo-denmark"]
    view = sent(desk, do="sign", facts=ids)
    assert [fact["id"] for fact in view["facts"] if fact["reading"] and fact["reading"]["need"] == "signed"] == ids
    assert (root / PATH).read_text(encoding="utf-8") == FACTS
    lines = (root / f"content/.readings/{ID}.yml").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[0] for line in lines[2:]] == [f"- {{fact: {id}" for id in sorted(ids)]
    sent(desk, do="unsign", facts=ids)
    lines = (root / f"content/.readings/{ID}.yml").read_text(encoding="utf-8").splitlines()
    assert [line.split(":")[:2] for line in lines[2:]] == [["- {fact", f" {id}, unsigned"] for id in sorted(ids)]


@pytest.mark.parametrize(
    "order",
    [
        b"",
        b"[]",
        b"\xff",
        b'{"do": "burn"}',
        b'{"do": "drop", "article": "../site", "version": "", "id": "a"}',
        json.dumps({"do": "drop", "article": ID, "version": "0" * 64, "id": "a", "more": 1}).encode(),
        json.dumps({"do": "drop", "article": ID, "version": "0" * 64, "id": "a/b"}).encode(),
        json.dumps({"do": "skip", "article": ID, "version": "0" * 64, "first": -1, "last": 1, "because": ""}).encode(),
        json.dumps({"do": "word", "article": ID, "version": "0" * 64, "id": "a", "say": "x" * 2001}).encode(),
        json.dumps({"do": "settle", "article": ID, "version": "0" * 64, "id": "a", "marks": ["nonsense"]}).encode(),
    ],
)
def test_what_is_no_order_is_refused(order: bytes) -> None:
    with pytest.raises(Refused, match="this is no order of the desk"):
        order_of(order)


def test_an_article_that_is_not_there_is_refused(tmp_path: Path) -> None:
    desk = desk_of(at_work(tmp_path))
    order: dict[str, Any] = {"do": "drop", "article": "nowhere", "version": "0" * 64, "id": "a"}
    with pytest.raises(Refused, match="there is no article `nowhere`"):
        desk.write(order_of(json.dumps(order).encode()))
    with pytest.raises(Refused, match="there is no article"):
        desk.article("../site")
