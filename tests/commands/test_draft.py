"""`briefbook draft --from`: files, standard input and real programs; and that what fails changes nothing."""

import json
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from generator import files, lockfiles, pipeline
from generator.__main__ import main
from generator.content import json_tree, schema, shape
from generator.content.extraction import Extracts
from generator.evidence.proving import drafts
from tests.folders import HERE, ROOT

KRONE = "and not one krone more than that"
EXAMPLES = ROOT / "docs" / "examples"


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small dossier, in which commands run."""
    root = Path(shutil.copytree(HERE / "small", tmp_path / "dossier"))
    monkeypatch.chdir(root)
    return root


def draft(*arguments: str, typed: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["draft", *arguments], input=typed, catch_exceptions=False)


def contents(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def program(root: Path, text: str) -> str:
    """A command that runs a program of these lines."""
    (root / "program.py").write_text(text, encoding="utf-8")
    return f"'{sys.executable}' program.py"


def proposing(*proposals: dict[str, Any]) -> str:
    return json.dumps({"proposals": proposals})


def test_a_file_is_taken_in_and_told(dossier: Path) -> None:
    answer = (
        '{"proposals": [\n {"passage": "' + KRONE + '", "who": "Jane Doe"},\n {"passage": "no such words anywhere"}]}'
    )
    (dossier / "answer.json").write_text(answer, encoding="utf-8")
    done = draft("oslo-cable", "--from", "answer.json")
    assert done.exit_code == 0
    assert done.stdout == (
        "answer.json:2:2: taken: oslo-cable-p3-1\n"
        "answer.json:3:2: dropped: no paragraph has `no such words anywhere`, or words that are nearly the same\n"
        "content/facts/oslo-cable.yml: written\n"
        "1 taken, 0 filled, 0 mended, 1 dropped\n"
    )
    before = contents(dossier)
    again = draft("oslo-cable", "--from", "answer.json")
    assert again.exit_code == 1
    assert again.stdout.startswith("answer.json:2:2: dropped: `oslo-cable-p3-1` has these words already\n")
    assert contents(dossier) == before


def test_what_is_there_already_is_no_failure(dossier: Path) -> None:
    (dossier / "answer.json").write_text(proposing({"passage": "We will carry 50 percent of it"}), encoding="utf-8")
    before = contents(dossier)
    assert draft("oslo-cable", "--from", "answer.json").exit_code == 0
    assert contents(dossier) == before


def test_standard_input_is_taken_in_and_told_to_machines(dossier: Path) -> None:
    done = draft(
        "oslo-cable", "--from", "-", "--json", typed=proposing({"passage": KRONE, "who": "x"}, {"passage": "the"})
    )
    assert (done.exit_code, json.loads(done.stdout)) == (
        0,
        {
            "article": "oslo-cable", "taken": 0, "filled": 0, "mended": 1, "dropped": 1,
            "proposals": [
                {
                    "number": 1, "line": 1, "column": 16, "outcome": "mended", "id": "oslo-cable-p3-1", "mended": [],
                    "left_out": ["`who` is left out: nothing is registered as `x`"], "not_proved": None, "reason": None,
                },
                {
                    "number": 2, "line": 1, "column": 77, "outcome": "dropped", "id": None, "mended": [],
                    "left_out": [], "not_proved": None,
                    "reason": "`the` stands 5 times, in paragraph 2, 3, 4; give its `paragraph`",
                },
            ],
        },
    )  # fmt: skip
    assert KRONE in (dossier / "content/facts/oslo-cable.yml").read_text(encoding="utf-8")


def test_a_dry_run_writes_nothing(dossier: Path) -> None:
    before = contents(dossier)
    done = draft("oslo-cable", "--from", "-", "--dry-run", typed=proposing({"passage": KRONE}))
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "1 taken, 0 filled, 0 mended, 0 dropped")
    assert contents(dossier) == before


def test_what_a_program_is_given_fits_its_schema_and_says_all() -> None:
    done = CliRunner().invoke(main, ["draft", "oslo-cable", "--show-input", "--root", str(HERE / "small")])
    given = json.loads(done.stdout)
    described = json.loads(schema.extraction_schemas()["extractor-input.schema.json"])
    assert [error.message for error in Draft202012Validator(described).iter_errors(given)] == []
    assert {name: given[name] for name in ("article", "published", "language", "publisher")} == {
        "article": "oslo-cable", "published": "2024-06-01", "language": "en", "publisher": "herald",
    }  # fmt: skip
    assert given["paragraphs"][2] == {
        "number": 3,
        "text": '"We will carry 50 percent of it," she said at the harbour, "and not one krone more than that."',
        "sentences": ['"We will carry 50 percent of it," she said at the harbour, "and not one krone more than that."'],
    }
    assert given["leaders"] == [{"id": "jane-doe", "name": "Jane Doe", "aliases": ["Doe"]}]
    assert given["questions"] == [
        {
            "id": "cable-share", "question": "What part of the cable's cost would Norway carry?", "asks": "sources",
            "unit": "%", "options": ["50 percent", "40 percent"], "answers": ["40 percent", "50 percent"],
        }
    ]  # fmt: skip


@pytest.mark.site
def test_a_program_gets_the_article_and_its_proposals_are_taken_in(dossier: Path) -> None:
    command = program(
        dossier,
        "import json, sys\n"
        "given = json.load(sys.stdin)\n"
        "words = given['paragraphs'][2]['text'].split('\"')[3].strip('.')\n"
        "print('thinking', file=sys.stderr)\n"
        "print(json.dumps({'proposals': [{'passage': words, 'who': given['leaders'][0]['id']}]}))\n",
    )
    done = draft("oslo-cable", "--from", command)
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "1 taken, 0 filled, 0 mended, 0 dropped")
    [one] = drafts(pipeline.read(files.content(dossier)).articles["oslo-cable"])
    assert (one.passage, one.who, one.status) == ((KRONE,), "jane-doe", "draft")


FAILING = {
    "ends with a code": ("import sys\nsys.exit(3)\n", 2, "REFUSED: it ended with code 3; see what it said above"),
    "is late": (
        "import time\ntime.sleep(60)\n",
        2,
        "REFUSED: it was not done after 1 seconds, and was ended; give it more with --timeout",
    ),
    "leaves a child that is late": (
        "import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n",
        2,
        "REFUSED: it was not done after 1 seconds, and was ended; give it more with --timeout",
    ),
    "leaves one that goes its own way and is late": (
        "import os, time\nif not os.fork():\n    os.setsid()\n    time.sleep(20)\n",
        2,
        "REFUSED: it was not done after 1 seconds, and was ended; give it more with --timeout",
    ),
    "says too much": (
        "while True: print('x' * 100000)\n",
        1,
        "output of python: TOO-LARGE: more than 2,000,000 bytes came, 2,000,000 at most are read; propose less at once",
    ),
    "says nothing": ("", 1, "output of python:1:1: EMPTY-FILE: there is nothing to read"),
    "talks": ("print('Here you are: {}')\n", 1, "output of python:1:1: NOT-JSON: this is no value of JSON"),
    "is not UTF-8": (
        'import sys\nsys.stdout.buffer.write(b\'{"a": "\\xff"}\')\n',
        1,
        "output of python:1:8: NOT-UTF-8: this byte is not UTF-8 text",
    ),
}


@pytest.mark.site
@pytest.mark.parametrize("case", FAILING)
def test_a_program_that_fails_changes_nothing_and_is_told_of(case: str, dossier: Path) -> None:
    text, code, told = FAILING[case]
    command = program(dossier, text)
    before = contents(dossier)
    done = draft("oslo-cable", "--from", command, "--timeout", "1" if "late" in case else "60")
    said = done.stderr.replace(":1:1: REFUSED", ": REFUSED").replace(":1:1: TOO-LARGE", ": TOO-LARGE")
    said = said.replace(f"output of {Path(sys.executable).name}", "output of python")
    assert (done.exit_code, told in said) == (code, True), done.stderr
    assert contents(dossier) == before


@pytest.mark.site
def test_no_shell_reads_the_command(dossier: Path) -> None:
    done = draft("oslo-cable", "--from", "nothing-of-this-name; touch harm")
    assert done.exit_code == 2
    assert "nothing-of-this-name;:1:1: NO-PROGRAM: this is neither a file that can be read nor a program" in done.stderr
    assert not (dossier / "harm").exists()


USE = {
    ("oslo-cabel", "--from", "-"): "no article has the id `oslo-cabel`; did you mean `oslo-cable`?",
    ("oslo-cable",): "name what proposes with --from",
    ("oslo-cable", "--from", "'"): "no command: no closing quotation",
    ("oslo-cable", "--from", " "): "expected a file or a command",
    ("oslo-cable", "--from", "-", "--timeout", "0"): "0.0 is not in the range",
}


@pytest.mark.parametrize("arguments", USE, ids=" ".join)
def test_wrong_use_is_told(arguments: tuple[str, ...], dossier: Path) -> None:
    before = contents(dossier)
    done = draft(*arguments, typed="{}")
    assert (done.exit_code, USE[arguments] in " ".join(done.stderr.split())) == (2, True), done.stderr
    assert contents(dossier) == before


def test_a_lock_alone_is_not_enough(dossier: Path) -> None:
    text = (dossier / "seeds/oslo-cable.txt").rename(dossier / "oslo-cable.txt")
    content = pipeline.read(files.content(dossier))
    (dossier / "seeds/oslo-cable.lock").write_text(
        lockfiles.from_text(content, "oslo-cable", text.read_text("utf-8")), "utf-8"
    )
    before = contents(dossier)
    done = draft("oslo-cable", "--from", "-", typed=proposing({"passage": KRONE}))
    assert done.exit_code == 1
    assert done.stderr.startswith(
        "content/facts/oslo-cable.yml:1:1: NO-TEXT: the text of the article is not at hand, and drafts are made of its "
        "words; put it at texts/oslo-cable.txt, or name its folder with --texts\n"
    )
    assert contents(dossier) == before
    done = draft("oslo-cable", "--from", "-", "--texts", ".", typed=proposing({"passage": KRONE}))
    assert (done.exit_code, done.stderr) == (0, "")
    briefing = pipeline.load(files.content(dossier), files.article_texts(dossier, Path()))
    assert [problem.code for problem in pipeline.problems(briefing)] == []  # the lock knows the draft


def test_a_lock_that_learns_of_drafts_settles_nothing(dossier: Path) -> None:
    facts = dossier / "content/facts/oslo-cable.yml"
    text = (dossier / "seeds/oslo-cable.txt").rename(dossier / "oslo-cable.txt").read_text(encoding="utf-8")
    lock = lockfiles.from_text(pipeline.read(files.content(dossier)), "oslo-cable", text)
    (dossier / "seeds/oslo-cable.lock").write_text(lock, encoding="utf-8")
    turned = facts.read_text("utf-8").replace(
        "say: Denmark has not settled its own part of the bill.",
        "say: Denmark will settle its own part of the bill.\n    agrees: [future, negation]",
    )
    facts.write_text(turned, encoding="utf-8")

    def codes() -> list[str]:
        briefing = pipeline.load(files.content(dossier), files.article_texts(dossier, Path()))
        return [problem.code for problem in pipeline.problems(briefing)]

    before = codes()
    assert "READ-AGAIN" in before
    assert draft("oslo-cable", "--from", "-", "--texts", ".", typed=proposing({"passage": KRONE})).exit_code == 0
    assert codes() == [code for code in before if code != "LOCK-BEHIND"]


def test_another_text_than_the_locked_one_is_refused(dossier: Path) -> None:
    text = dossier / "seeds/oslo-cable.txt"
    lock = lockfiles.from_text(pipeline.read(files.content(dossier)), "oslo-cable", text.read_text("utf-8"))
    (dossier / "seeds/oslo-cable.lock").write_text(lock, "utf-8")
    text.write_text(text.read_text("utf-8") + "One more line.\n", "utf-8")
    done = draft("oslo-cable", "--from", "-", typed=proposing({"passage": KRONE}))
    assert (done.exit_code, "seeds/oslo-cable.lock:1:1: DRIFT: " in done.stderr) == (1, True)


def test_an_article_without_a_file_gets_one_with_these_drafts_alone(dossier: Path) -> None:
    text = (HERE / "drafts/strangers/2024-06-06-farmers.txt").read_text(encoding="utf-8")
    (dossier / "texts").mkdir()
    (dossier / "texts/2024-06-06-farmers.txt").write_text(text, encoding="utf-8")
    words = "3,000 farms would pay more"
    done = draft("2024-06-06-farmers", "--from", "-", typed=proposing({"passage": words}))
    assert (done.exit_code, done.stdout.splitlines()[-2:]) == (
        0,
        ["content/facts/2024-06-06-farmers.yml: written", "1 taken, 0 filled, 0 mended, 0 dropped"],
    )
    briefing = pipeline.load(files.content(dossier), files.article_texts(dossier))
    file = briefing.articles["2024-06-06-farmers"]
    assert ([draft.passage for draft in drafts(file)], file.article.curation) == ([(words,)], "open")
    assert (dossier / "seeds/2024-06-06-farmers.lock").is_file()
    assert [str(problem) for problem in pipeline.problems(briefing)] == []


def test_an_article_that_was_taken_down_gets_no_drafts(dossier: Path) -> None:
    facts = "article: {title: Farms, published: 2024-06-06, removed: {on: 2024-07-01, because: We were asked to.}}\n"
    (dossier / "content/facts/farms.yml").write_text(facts, encoding="utf-8")
    (dossier / "seeds/farms.txt").write_text("3,000 farms would pay more for their power.\n", encoding="utf-8")
    before = contents(dossier)
    done = draft("farms", "--from", "-", typed=proposing({"passage": "3,000 farms would pay more"}))
    assert (done.exit_code, "the article `farms` was taken down" in done.stderr) == (2, True), done.stderr
    assert contents(dossier) == before


def test_line_ends_of_windows_stay(dossier: Path) -> None:
    path = dossier / "content/facts/oslo-cable.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    draft("oslo-cable", "--from", "-", typed=proposing({"passage": KRONE}))
    after = path.read_bytes()
    assert after.count(b"\n") == after.count(b"\r\n") > before.count(b"\n")


@pytest.mark.site
def test_the_example_in_the_standard_library_runs(dossier: Path) -> None:
    done = draft("oslo-cable", "--from", f"'{sys.executable}' '{EXAMPLES / 'quotations.py'}'")
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "1 taken, 0 filled, 0 mended, 1 dropped")
    [one] = drafts(pipeline.read(files.content(dossier)).articles["oslo-cable"])
    assert (one.passage, one.paragraph) == ((KRONE,), (3,))


@pytest.mark.site
def test_the_example_with_a_library_runs_where_that_is_installed(dossier: Path) -> None:
    pytest.importorskip("dateparser", reason="dateparser, which the example uses, is not installed")
    done = draft("oslo-cable", "--from", f"'{sys.executable}' '{EXAMPLES / 'dates.py'}'")
    assert done.exit_code == 0, done.stderr
    made = {one.paragraph: one for one in drafts(pipeline.read(files.content(dossier)).articles["oslo-cable"])}
    [stated, counted] = [made[paragraph].when for paragraph in ((2,), (4,))]
    assert stated is not None
    assert counted is not None
    assert (stated.date.text, stated.reckoned) == ("2024-05-31", None)
    assert (counted.date.text, counted.reckoned) == ("2024-05-31", "on Friday")


def test_the_page_on_extractors_shows_what_the_schema_takes() -> None:
    page = (ROOT / "docs" / "extractors.md").read_text(encoding="utf-8")
    [shown] = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    [proposal] = shape.read(Extracts, json_tree.parse(shown, "page")).proposals
    assert proposal.say
    described = json.loads(schema.extraction_schemas()["extractor-output.schema.json"])
    assert [error.message for error in Draft202012Validator(described).iter_errors(json.loads(shown))] == []
    for option in ("--from", "--timeout", "--show-input", "--dry-run", "--json", "--texts"):
        assert f"`{option}" in page or f" {option}" in page


def test_a_refused_wording_is_told_and_kept(dossier: Path) -> None:
    proposal = {"passage": KRONE, "say": "Norway said that it would not pay 70 krone more."}
    done = draft("oslo-cable", "--from", "-", typed=proposing(proposal))
    assert done.stdout == (
        "standard input:1:16: mended: oslo-cable-p3-1\n"
        "    `say` is left out: no sentence of the passage gives the number `70 krone`; its figures: “50 "
        "percent”, “one krone”; no sentence of the article has it\n"
        "    `say` is left out: no sentence of the passage names `Norway`; the nearest sentence that has it is 2.1; if "
        "it means Norway, point there: `named: {norway: 2}`\n"
        "    not proved: Norway said that it would not pay 70 krone more.\n"
        "content/facts/oslo-cable.yml: written\n"
        "0 taken, 0 filled, 1 mended, 0 dropped\n"
    )
    written = (dossier / "content/facts/oslo-cable.yml").read_text(encoding="utf-8")
    assert "    status: draft\n    # not proved: Norway said that it would not pay 70 krone more.\n" in written


def test_proposals_fill_the_drafts_of_the_rules(dossier: Path) -> None:
    """What `add` drafts is not in the way of those who word it; what somebody touched is."""
    shutil.copy(HERE / "drafts/strangers/2024-06-06-farmers.txt", dossier / "farmers.txt")
    done = CliRunner().invoke(main, ["add", "farmers.txt", "--published", "2024-06-06"], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    [path] = (dossier / "content/facts").glob("*farmers*.yml")
    first, second, *_ = drafts(pipeline.read(files.content(dossier)).articles[path.stem])
    told = [{"passage": one.passage, "paragraph": one.paragraph, "about": ["energy-links"]} for one in (first, second)]
    path.write_text(path.read_text("utf-8").replace(f"- id: {second.id}\n", f"- id: {second.id}  # look\n"), "utf-8")
    done = draft(path.stem, "--from", "-", typed=proposing(*told))
    assert done.stdout.splitlines()[0].endswith(f": filled: {first.id}"), done.stdout
    assert done.stdout.splitlines()[1].endswith(f": dropped: `{second.id}` has these words already")
    assert done.stdout.endswith("0 taken, 1 filled, 0 mended, 1 dropped\n")
