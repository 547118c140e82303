"""`briefbook review`: what a second reader is shown, in which order, and what signing writes."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.__main__ import main
from tests.folders import HERE, ROOT
from tests.repositories import committed, git, repository

OSLO, BERGEN = "content/facts/oslo-cable.yml", "content/facts/bergen-march.yml"
SIGNED = "content/.readings/oslo-cable.yml"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """The small dossier, in which nobody has read an article twice."""
    root = Path(shutil.copytree(HERE / "small", tmp_path / "dossier"))
    swap(root, OSLO, "  second_reading: 2024-06-03\n", "")
    return root


def swap(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def reviewed(root: Path, *more: str) -> Result:
    return CliRunner().invoke(main, ["review", "--root", str(root), *more])


def test_what_most_needs_a_reader_comes_first(dossier: Path) -> None:
    assert (
        reviewed(dossier, "oslo-cable", "oslo-meeting", "oslo-pledge", "--sign", "--date", "2024-06-03").exit_code == 0
    )
    swap(dossier, OSLO, "Norway would pay 50 percent of the new cable", "Norway would carry 50 percent of the cable")
    swap(dossier, OSLO, "Denmark has not settled", "Denmark has settled")
    assert reviewed(dossier, "oslo-cable").stdout == (
        "oslo-cable: 1 flagged, 1 changed since it was read, 1 read\n"
        "\n"
        "the record: not read yet\n"
        "  with     title: Norway and Denmark talk about a power cable · publisher: herald · published: 2024-06-01 · "
        "url: https://example.org/oslo · origin: own · summary: say Jane Doe promised a part of the cable's cost., "
        "from oslo-pledge\n"
        "\n"
        "oslo-denmark: flagged\n"
        "  flag     READ-AGAIN: `say` has no negation, the sentence has one (`not`); read both again: mend the fact, "
        "or settle it with `agrees: [negation]`\n"
        "  we say   Denmark has settled its own part of the bill.\n"
        "  article  4.1  A spokesman for the Danish ministry said on Friday that Denmark [had not yet decided what it "
        "would pay] for its own share of the work.\n"
        "  with     via: a spokesman for the Danish ministry · when: date 2024-05-31, reckoned on Friday · "
        "about: energy-links\n"
        "\n"
        "oslo-pledge: changed since it was read\n"
        "  we say   Jane Doe said that Norway would carry 50 percent of the cable.\n"
        "  changed  Jane Doe said that Norway would [-pay-] {+carry+} 50 percent of the [-new-] cable.\n"
        '  article  3.1  "[We will carry 50 percent of it]," she said at the harbour, "and not one krone more than '
        'that."\n'
        "  with     who: jane-doe · named: jane-doe 2, norway 2 · when: date 2024-05-31 · kind: commitment · "
        "event: oslo-talks · answers: cable-share 50 percent · about: energy-links\n"
        "\n"
        "oslo-meeting: read on 2024-06-03\n"
        "  we say   Jane Doe, energy minister of Norway, and her Danish colleague talked in Oslo on 31 May 2024 about "
        "the cost of the North Link.\n"
        "  article  2.1  Jane Doe, Norway's energy minister, [met her Danish colleague in Oslo on 31 May 2024] to "
        "settle the cost of the North Link cable.\n"
        "  with     when: date 2024-05-31 · kind: meeting · event: oslo-talks · about: energy-links\n"
        "\n"
        "sign what was read: briefbook review oslo-cable FACT... --sign, or all of it: --sign-all-shown\n"
    )


def test_without_an_article_what_waits_is_shown_of_all(dossier: Path) -> None:
    signed = reviewed(dossier, "bergen-march", "--sign-all-shown", "--date", "2024-06-04")
    assert signed.stdout == (
        f"bergen-march: 3 signed\nevery fact is read: `second_reading: 2024-06-04` stands in {BERGEN}\n"
    )
    lines = reviewed(dossier).stdout.splitlines()
    assert [line for line in lines if line and not line.startswith("  ")] == [
        "bergen-march: 3 read",
        "oslo-cable: 3 not read yet",
        "oslo-meeting: not read yet",
        "oslo-pledge: not read yet",
        "oslo-denmark: not read yet",
        "sign what was read: briefbook review oslo-cable FACT... --sign, or all of it: --sign-all-shown",
    ]


def test_all_that_is_shown_is_signed_but_flags(dossier: Path) -> None:
    swap(dossier, OSLO, "Denmark has not settled", "Denmark has settled")
    before = (dossier / OSLO).read_text(encoding="utf-8")
    told = reviewed(dossier, "oslo-cable", "--sign-all-shown").stdout
    assert told == "oslo-cable: 2 signed\n1 left: oslo-denmark\n"
    assert (dossier / OSLO).read_text(encoding="utf-8") == before
    refused = reviewed(dossier, "oslo-cable", "oslo-denmark", "--sign")
    assert (refused.exit_code, "NOT-SIGNED: `oslo-denmark` waits to be read again" in refused.stderr) == (1, True)


def test_the_whole_reading_stands_in_the_fact_file_as_its_author_wrote_it(dossier: Path) -> None:
    whole = (HERE / "small" / OSLO).read_text(encoding="utf-8")
    for fact in ("oslo-meeting", "oslo-pledge", "oslo-denmark"):
        assert reviewed(dossier, "oslo-cable", fact, "--sign", "--date", "2024-06-03").exit_code == 0
    assert (dossier / OSLO).read_text(encoding="utf-8") == whole
    back = reviewed(dossier, "oslo-cable", "oslo-meeting", "oslo-pledge", "oslo-denmark", "--unsign")
    assert back.stdout == "oslo-cable: 3 taken back\n3 left: oslo-meeting, oslo-pledge, oslo-denmark\n"
    assert (dossier / OSLO).read_text(encoding="utf-8") == whole.replace("  second_reading: 2024-06-03\n", "")
    assert "oslo-cable: 3 not read yet" in reviewed(dossier).stdout


def test_a_record_that_changed_is_shown_and_signed_when_it_is_asked_for(dossier: Path) -> None:
    assert reviewed(dossier, "oslo-cable", "--sign-all-shown", "--date", "2024-06-03").exit_code == 0
    assert reviewed(dossier, "bergen-march", "--sign-all-shown", "--date", "2024-06-03").exit_code == 0
    swap(dossier, OSLO, "origin: own", "origin: unknown")
    lines = reviewed(dossier).stdout.splitlines()
    assert [line.partition("  ")[0] for line in lines if not line.startswith("  ")] == [
        "bergen-march: 3 read",
        "",
        "oslo-cable: 3 read",
        "",
        "the record: changed since it was read",
        "",
        "sign the record once it was read: briefbook review oslo-cable --record --sign",
    ]
    [record] = json.loads(reviewed(dossier, "--json").stdout)["records"]
    assert (record["article"], record["need"], record["read"]) == ("oslo-cable", "changed", "2024-06-03")
    waiting = reviewed(dossier, "oslo-cable", "oslo-pledge", "--sign", "--date", "2024-06-04")
    assert waiting.stdout == (
        "oslo-cable: 1 signed\nthe record changed since it was read: briefbook review oslo-cable --record\n"
    )
    done = reviewed(dossier, "oslo-cable", "--record", "--sign", "--date", "2024-06-04")
    assert done.stdout == (
        f"oslo-cable: its record signed\nevery fact is read: `second_reading: 2024-06-04` stands in {OSLO}\n"
    )
    assert "the record: read on 2024-06-04" in reviewed(dossier, "oslo-cable", "--record").stdout


def test_drafts_that_are_left_are_told(dossier: Path) -> None:
    passage = "    passage: had not yet decided what it would pay\n"
    swap(dossier, OSLO, passage, f"{passage}    status: draft\n")
    told = reviewed(dossier, "oslo-cable", "--sign-all-shown")
    assert told.stdout == "oslo-cable: 2 signed\n1 still draft: oslo-denmark\n"


def test_machines_get_the_same(dossier: Path) -> None:
    listed = json.loads(reviewed(dossier, "oslo-cable", "oslo-denmark", "--json").stdout)
    assert listed == {
        "records": [],
        "facts": [
            {
                "article": "oslo-cable",
                "fact": "oslo-denmark",
                "need": "unsigned",
                "read": None,
                "say": "Denmark has not settled its own part of the bill.",
                "was": "",
                "rests_otherwise": False,
                "sentences": [
                    {
                        "at": "4.1",
                        "text": "A spokesman for the Danish ministry said on Friday that Denmark had not yet decided "
                        "what it would pay for its own share of the work.",
                        "passages": [[64, 101]],
                    }
                ],
                "passages": ["had not yet decided what it would pay"],
                "fields": {
                    "via": "a spokesman for the Danish ministry",
                    "when": "date 2024-05-31, reckoned on Friday",
                    "about": "energy-links",
                },
                "flags": [],
                "settled": [],
            }
        ],
    }


def test_without_the_text_the_passage_is_shown(dossier: Path) -> None:
    assert (
        CliRunner().invoke(main, ["lock", "--root", str(dossier), str(dossier / "seeds/oslo-cable.txt")]).exit_code == 0
    )
    (dossier / "seeds/oslo-cable.txt").unlink()
    lines = reviewed(dossier, "oslo-cable", "oslo-denmark").stdout.splitlines()
    assert "  article  … [had not yet decided what it would pay] … (its text is not here)" in lines


@pytest.mark.parametrize(
    "more",
    [
        ["--sign"],
        ["oslo-cable", "--sign"],
        ["--sign-all-shown"],
        ["oslo"],
        ["oslo-cable", "oslo"],
        ["oslo-cable", "oslo", "--unsign"],
        ["oslo-cable", "--record", "--unsign"],
        ["--record", "--sign"],
    ],
)
def test_wrong_use_is_told(dossier: Path, more: list[str]) -> None:
    assert reviewed(dossier, *more).exit_code == 2
    assert not (dossier / SIGNED).exists()


def test_passages_that_overlap_are_shown_as_one(dossier: Path) -> None:
    passage = "    passage: had not yet decided what it would pay\n"
    swap(
        dossier,
        OSLO,
        passage,
        "    passage: [Denmark had not yet decided what, had not yet decided what it would pay]\n",
    )
    lines = reviewed(dossier, "oslo-cable", "oslo-denmark").stdout.splitlines()
    shown = next(line for line in lines if "article" in line)
    assert "that [Denmark had not yet decided what it would pay] for" in shown


@pytest.mark.site
def test_what_two_people_sign_on_two_branches_is_merged_by_git(tmp_path: Path) -> None:
    root = repository(tmp_path / "dossier")
    shutil.copy(ROOT / "generator/starter/dot-gitattributes", root / ".gitattributes")
    swap(root, OSLO, "  second_reading: 2024-06-03\n", "")
    committed(root, "Nobody has read it twice")
    for branch, facts in (("one", ("oslo-meeting", "oslo-pledge")), ("other", ("oslo-pledge", "oslo-denmark"))):
        git(root, "checkout", "--quiet", "-b", branch, "main")
        assert reviewed(root, "oslo-cable", *facts, "--sign", "--date", "2024-06-03").exit_code == 0
        committed(root, f"Read by {branch}")
    git(root, "merge", "--quiet", "--no-edit", "one")
    assert "oslo-cable: 3 read\n" in reviewed(root, "oslo-cable").stdout
    assert reviewed(root, "oslo-cable", "oslo-denmark", "--sign", "--date", "2024-06-03").exit_code == 0
    assert (root / OSLO).read_text(encoding="utf-8") == (HERE / "small" / OSLO).read_text(encoding="utf-8")


FOR_ANOTHER = "a signature is for somebody who did not write these facts"


def test_a_signature_is_for_somebody_else(dossier: Path) -> None:
    """Without a repository nobody knows who wrote them, and it is said all the same; taking back needs no warning."""
    assert reviewed(dossier, "bergen-march", "--sign-all-shown").stderr == f"{FOR_ANOTHER}\n"
    assert reviewed(dossier, "bergen-march", "bergen-fear", "--unsign").stderr == ""


@pytest.mark.site
def test_whoever_changed_the_facts_last_is_warned(tmp_path: Path) -> None:
    root, mine = repository(tmp_path / "dossier"), "editor@example.org"
    git(root, "config", "user.email", mine)
    known = f"git has your address ({mine}) for the last change of {BERGEN}: if you wrote them, do not sign"
    assert reviewed(root, "bergen-march", "bergen-fear", "--sign").stderr == f"{FOR_ANOTHER}; {known}\n"
    git(root, "config", "user.email", "somebody.else@example.org")
    assert reviewed(root, "bergen-march", "bergen-share", "--sign").stderr == f"{FOR_ANOTHER}\n"


@pytest.mark.site
def test_what_was_taken_back_on_one_branch_stays_so_when_another_comes_in(tmp_path: Path) -> None:
    root = repository(tmp_path / "dossier")
    shutil.copy(ROOT / "generator/starter/dot-gitattributes", root / ".gitattributes")
    swap(root, OSLO, "  second_reading: 2024-06-03\n", "")
    facts = ("oslo-denmark", "oslo-meeting")
    assert reviewed(root, "oslo-cable", *facts, "--sign", "--date", "2024-06-03").exit_code == 0
    committed(root, "Two are read")
    for branch, act in (("back", ["oslo-meeting", "--unsign"]), ("more", ["oslo-pledge", "oslo-denmark", "--sign"])):
        git(root, "checkout", "--quiet", "-b", branch, "main")
        assert reviewed(root, "oslo-cable", *act, "--date", "2024-06-03").exit_code == 0
        committed(root, f"On {branch}")
    git(root, "checkout", "--quiet", "back")
    git(root, "merge", "--quiet", "--no-edit", "more")
    states = {one["fact"]: one["need"] for one in json.loads(reviewed(root, "oslo-cable", "--json").stdout)["facts"]}
    assert states == {"oslo-meeting": "unsigned", "oslo-pledge": "signed", "oslo-denmark": "signed"}
