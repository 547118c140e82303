"""What the commands print, and their exit codes: 0 clean, 1 problems in the content, 2 wrong use or the machine."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.__main__ import main
from tests.folders import HERE

SMALL = HERE / "small"
CLEAN = (
    "facts 6 · passages proved 6 · refuted 0 · cannot check 0 · channels bound 2/2 · dates bound 6/6 · "
    "names bound 16/16 · numbers bound 5/5 · speakers bound 2/2 · marks settled 0, to read again 0 · "
    "paragraphs 8/8 accounted for · "
    "sentences 5/5 touched · sentences of ours 13/13 bound · waiting for the text 0\n"
)
OSLO, BERGEN = "seeds/oslo-cable.txt", "seeds/bergen-march.txt"
FACTS = "content/facts/oslo-cable.yml"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A copy of the small dossier."""
    return Path(shutil.copytree(SMALL, tmp_path / "dossier"))


def run(dossier: Path, command: str, *more: str) -> Result:
    result = CliRunner().invoke(main, [command, "--root", str(dossier), *more])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def problem_lines(result: Result) -> list[str]:
    """The problems that were told, without the lines that they are about."""
    return [line for line in result.stderr.splitlines() if re.match(r"\S+:\d+:\d+: ", line)]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def locked(dossier: Path) -> Path:
    """The dossier with locks in the place of its texts, which move to a folder beside it."""
    assert run(dossier, "lock", str(dossier / OSLO), str(dossier / BERGEN)).exit_code == 0
    beside = dossier.parent / "texts"
    beside.mkdir()
    for text in (OSLO, BERGEN):
        (dossier / text).rename(beside / Path(text).name)
    return beside


def test_check_prints_what_it_performed(dossier: Path) -> None:
    result = run(dossier, "check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, CLEAN, "")


def test_check_names_each_problem(dossier: Path) -> None:
    change(dossier / FACTS, "would pay 50 percent", "would pay 51 percent")
    result = run(dossier, "check")
    assert result.exit_code == 1
    assert result.stderr == (
        "content/facts/oslo-cable.yml:19:10: UNBOUND-NUMBER: oslo-pledge: no sentence of the passage gives the "
        "number `51 percent`; its figures: “50 percent”, “one krone”; no sentence of the article has it\n"
        "   19 |     say: Jane Doe said that Norway would pay 51 percent of the new cable.\n"
        "      |          ^\n"
        "\n"
        "more about each: briefbook explain UNBOUND-NUMBER\n"
    )
    assert result.stdout == CLEAN.replace("numbers bound 5/5", "numbers bound 4/5")
    assert run(dossier, "check", "--only", "bergen-march").exit_code == 0
    assert run(dossier, "check", "--only", "oslo-cable").exit_code == 1


def test_check_prints_for_machines(dossier: Path) -> None:
    change(dossier / FACTS, "would pay 50 percent", "would pay 51 percent")
    result = run(dossier, "check", "--json")
    told = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (1, "")
    assert told["problems"] == [
        {
            "path": "content/facts/oslo-cable.yml",
            "line": 19,
            "column": 10,
            "level": "error",
            "code": "UNBOUND-NUMBER",
            "what": "oslo-pledge: no sentence of the passage gives the number `51 percent`; its figures: "
            "“50 percent”, “one krone”",
            "remedy": "no sentence of the article has it",
        }
    ]
    assert told["performed"]["checks"]["number"] == {"proved": 4, "refuted": 1, "cannot check": 0}
    assert (told["performed"]["facts"], told["performed"]["paragraphs"]) == (6, 8)


TURNED = ("Denmark has not settled its own part of the bill.", "Denmark has decided what it would pay of the bill.")


def test_a_turned_sense_is_a_warning_that_strict_checks_refuse(dossier: Path) -> None:
    change(dossier / FACTS, *TURNED)
    assert run(dossier, "check").exit_code == 0
    assert run(dossier, "check", "--strict").exit_code == 1
    result = run(dossier, "check", "--json")
    assert result.exit_code == 0
    [problem] = json.loads(result.stdout)["problems"]
    told = {name: problem[name] for name in ("level", "code", "marks", "say")}
    assert told == {"level": "warning", "code": "READ-AGAIN", "marks": ["negation"], "say": TURNED[1]}
    assert [sentence.startswith("A spokesman for the Danish ministry") for sentence in problem["sentences"]] == [True]
    place = "file=content/facts/oslo-cable.yml,line=29,col=10,title=READ-AGAIN"
    annotation = f"::warning {place}::READ-AGAIN: oslo-denmark: `say` has no negation"
    assert run(dossier, "check", "--github").stdout.startswith(annotation)


def test_a_mark_is_settled_for_good_when_the_lock_signs_it(dossier: Path) -> None:
    locked(dossier)
    text = (HERE / "small" / OSLO).read_text(encoding="utf-8")
    change(dossier / FACTS, *TURNED)
    change(dossier / FACTS, "    passage: had not yet", "    agrees: [negation]\n    passage: had not yet")
    assert run(dossier, "check", "--strict").exit_code == 1
    (dossier / "texts").mkdir()
    (dossier / "texts" / "oslo-cable.txt").write_text(text, encoding="utf-8")
    assert "READ-AGAIN" in run(dossier, "check").stderr
    result = run(dossier, "lock", str(dossier / "texts" / "oslo-cable.txt"))
    assert result.stdout.endswith("oslo-cable.lock: written\n  oslo-denmark: signed as read again, negation\n")
    assert run(dossier, "check", "--strict").exit_code == 0
    (dossier / "texts" / "oslo-cable.txt").unlink()
    result = run(dossier, "check", "--strict")
    assert (result.exit_code, "marks settled 1, to read again 0" in result.stdout) == (0, True)
    change(dossier / FACTS, "has decided what", "had decided what")
    assert "READ-AGAIN" in run(dossier, "check", "--strict").stderr


def test_check_prints_files_of_a_wrong_shape_for_machines_too(dossier: Path) -> None:
    (dossier / "content/themes.yml").write_text("{}", encoding="utf-8")
    told = json.loads(run(dossier, "check", "--json").stdout)
    assert "content/themes.yml" in {problem["path"] for problem in told["problems"]}
    assert told["performed"] is None


def test_annotations_are_escaped(dossier: Path) -> None:
    change(dossier / FACTS, "{cable-share: 50 percent}", '{cable-share: "50 %\\n\\npercent"}')
    change(dossier / FACTS, "passage: met her", "passage: Norway's energy minister, met her")
    result = run(dossier, "check", "--github")
    assert (result.exit_code, result.stderr) == (1, "")
    lines = result.stdout.splitlines()
    assert all(line.startswith("::error file=content/facts/oslo-cable.yml,line=") for line in lines[:-1])
    assert any("`50 %25%0A%0Apercent` is not an option" in line for line in lines)
    assert lines[-1].startswith("facts 6 · ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--nonsense"],
        ["check", "--root", "nowhere"],
        ["coverage", "--root", str(SMALL), "nothing"],
        ["lock", "--root", str(SMALL)],
        ["lock", "--root", str(SMALL), str(SMALL / "content" / "site.yml")],
        ["verify", "--root", str(SMALL)],
        ["nonsense"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_told_apart(arguments: list[str]) -> None:
    assert CliRunner().invoke(main, arguments).exit_code == 2


def test_locks_stand_in_for_texts(dossier: Path) -> None:
    first = run(dossier, "lock", str(dossier / OSLO))
    again = run(dossier, "lock", str(dossier / OSLO))
    lock = dossier / "seeds/oslo-cable.lock"
    assert (first.stdout, again.stdout) == (f"{lock}: written\n", f"{lock}: unchanged\n")
    locked(dossier)
    result = run(dossier, "check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, CLEAN, "")


def test_a_deleted_lock_never_turns_a_run_green(dossier: Path) -> None:
    locked(dossier)
    (dossier / "seeds/oslo-cable.lock").unlink()
    result = run(dossier, "check")
    assert result.exit_code == 1
    assert [line.split(": ")[1] for line in problem_lines(result) if ": NO-TEXT: " in line] == ["NO-TEXT"]
    assert {line.split(": ")[1] for line in problem_lines(result)} <= {"NO-TEXT", "CANNOT-CHECK"}
    assert "passages proved 3 · refuted 0 · cannot check 3" in result.stdout


def test_without_the_text_a_rewording_is_taken_and_a_changed_number_is_caught(dossier: Path) -> None:
    locked(dossier)
    change(dossier / FACTS, "Norway would pay 50 percent of", "half, or 50 percent, would be Norway's part of")
    result = run(dossier, "check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "waiting for the text 2" in result.stdout  # whether the wording is ours, and who does what in it
    change(dossier / FACTS, "50 percent, would", "60 percent, would")
    result = run(dossier, "check")
    assert result.exit_code == 1
    assert [line.split(": ")[1] for line in problem_lines(result)] == ["UNBOUND-NUMBER"]


def test_without_the_text_a_new_passage_is_neither_proved_nor_refuted(dossier: Path) -> None:
    locked(dossier)
    change(dossier / FACTS, "had not yet decided what it would pay", "yet decided what it would pay")
    result = run(dossier, "check")
    assert result.exit_code == 1
    remedy = "run `briefbook check` where the article's text is, which writes its lock anew"
    assert problem_lines(result) == [
        (
            "content/facts/oslo-cable.yml:30:14: CANNOT-CHECK: oslo-denmark: the lock does not know the passage "
            f"`yet decided what it would pay`; {remedy}"
        ),
        (
            "content/themes.yml:5:13: CANNOT-CHECK: whether one of the facts that it rests on has `Denmark` needs the "
            f"text; {remedy}"
        ),
    ]


def test_verify_finds_texts_by_their_digest_and_their_name(dossier: Path) -> None:
    beside = locked(dossier)
    (beside / "oslo-cable.txt").rename(beside / "000_any-name.txt")
    result = run(dossier, "verify", "--texts", str(beside))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "bergen-march: the locked text; 3 of 3 facts stand\noslo-cable: the locked text; 3 of 3 facts stand\n" + CLEAN
    )


def test_verify_says_which_facts_stand_in_another_copy(dossier: Path) -> None:
    beside = locked(dossier)
    change(beside / "oslo-cable.txt", "50 percent of it", "half of it")
    (beside / "bergen-march.txt").unlink()
    result = run(dossier, "verify", "--texts", str(beside))
    assert result.exit_code == 1
    assert result.stdout.splitlines()[:2] == [
        "bergen-march: no text in the folder; 3 of 3 facts proved by the lock",
        "oslo-cable: another copy of the text; 2 of 3 facts stand; not: oslo-pledge",
    ]
    assert (
        "seeds/oslo-cable.lock:1:1: DRIFT: the text is no longer the one that was locked; "
        "read again: oslo-pledge; then lock it anew\n" in result.stderr
    )


def test_verify_prefers_the_folder_to_the_dossiers_own_texts(dossier: Path) -> None:
    beside = locked(dossier)
    (dossier / "texts").mkdir()
    shutil.copy(beside / "oslo-cable.txt", dossier / "texts")
    change(beside / "oslo-cable.txt", "50 percent of it", "half of it")
    result = run(dossier, "verify", "--texts", str(beside))
    assert "oslo-cable: another copy of the text; 2 of 3 facts stand; not: oslo-pledge" in result.stdout.splitlines()


def test_coverage_goes_paragraph_by_paragraph(dossier: Path) -> None:
    change(dossier / FACTS, "paragraphs: 5, because: newsletter box", "paragraphs: 1, because: headline")
    result = run(dossier, "coverage", "oslo-cable")
    assert (result.exit_code, result.stdout) == (
        0,
        (
            "oslo-cable\n"
            "    1  headline\n"
            "    2  oslo-meeting\n"
            "    3  oslo-pledge\n"
            "    4  oslo-denmark\n"
            "    5  open  (untouched: 5.1)\n"
        ),
    )


@pytest.mark.parametrize("path", ["content/themes.yml", OSLO])
@pytest.mark.parametrize(
    ("written", "at"),
    [(b"a: b\nc: \xff\n", "2:4"), (b"\xef\xbb\xbfa: \xff\n", "1:4"), ("é: ".encode() + b"\xff\n", "1:4")],
)
def test_a_byte_that_is_not_utf_8_is_named_with_its_place(dossier: Path, path: str, written: bytes, at: str) -> None:
    """In letters, as editors count; a mark of the byte order is none."""
    (dossier / path).write_bytes(written)
    result = run(dossier, "check")
    assert (result.exit_code, result.stdout) == (1, "")
    assert problem_lines(result) == [f"{path}:{at}: NOT-UTF-8: this byte is not UTF-8 text; save the file as UTF-8"]


def test_a_file_that_is_too_large_is_not_read(dossier: Path) -> None:
    (dossier / "content/themes.yml").write_bytes(b"#" * 1_000_001)
    result = run(dossier, "check")
    assert (result.exit_code, result.stdout) == (1, "")
    assert problem_lines(result) == [
        "content/themes.yml:1:1: TOO-LARGE: the file has 1,000,001 bytes, 1,000,000 at most are read; split it"
    ]


def test_a_file_that_cannot_be_read_is_named(dossier: Path) -> None:
    (dossier / "content/themes.yml").unlink()
    (dossier / "content/themes.yml").mkdir()
    result = run(dossier, "check")
    assert (result.exit_code, result.stdout) == (1, "")
    what = "UNREADABLE: the file cannot be read: it is a folder, a device or the like; put the file itself in its place"
    assert result.stderr.startswith(f"content/themes.yml:1:1: {what}\n")


def test_line_ends_and_a_byte_order_mark_change_nothing(dossier: Path) -> None:
    beside = locked(dossier)
    for text in beside.iterdir():
        text.write_bytes(b"\xef\xbb\xbf" + text.read_bytes().replace(b"\n", b"\r\n"))
    result = run(dossier, "verify", "--texts", str(beside))
    assert (result.exit_code, result.stdout.count("the locked text")) == (0, 2)


def test_what_an_editor_leaves_beside_a_file_stops_no_command(dossier: Path) -> None:
    (dossier / "content/facts/.#oslo-cable.yml").symlink_to("someone@host.example.4711:1")
    result = run(dossier, "check")
    assert (result.exit_code, problem_lines(result)) == (0, problem_lines(run(dossier, "check")))
    assert result.stdout.endswith(CLEAN)
