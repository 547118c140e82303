"""What a terminal would obey is shown and not obeyed: texts and names of files may hold anything."""

import ast
import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.__main__ import main
from generator.commands import console
from generator.commands.console import OBEYED, printable, tell
from tests.folders import HERE, ROOT

ESCAPES = "\x1b[31m\x1b]0;pwned\x07\b\b\b\x9b2J\x7f"
TEXT = (
    f"Jane{ESCAPES} Doe said on 3 June 2024 that harbour {ESCAPES}fees \u202ewould rise by 12 percent in Norway.\n"
    f"Peter{ESCAPES} Holm of the Danish ministry said that Norway would carry 45 percent of{ESCAPES} the new cable.\n"
)
FACTS = """\
article: {title: Fees rise, publisher: herald, published: 2024-06-03, origin: own, curation: open}
facts:
  - id: fees-share
    say: Norway was to carry 45 percent of the cable.
    passage: would carry 45 percent
    paragraph: 2
    about: [energy-links]
    answers: {cable-share: 45 percent}
"""
COMMANDS = [
    ("review",),
    ("review", "fees"),
    ("review", "fees", "--json"),
    ("ask", "cable-share"),
    ("ask", "cable-share", "--json"),
    ("ask",),
    ("next",),
    ("next", "--json"),
    ("names", "--all"),
    ("names", "--json"),
    ("names", "--register", f"Peter{ESCAPES} Holm=nobody"),
    ("status",),
    ("check",),
    ("check", "--json"),
    ("check", "--github"),
    ("coverage",),
    ("verify", "--texts", "seeds"),
    ("draft", "fees", "--show-input"),
    ("draft", f"fe{ESCAPES}es", "--show-input"),
    ("draft", "fees", "--from", "-"),
    ("redraft", "--dry-run"),
    ("add", "list.csv"),
    ("add", f"inbox{ESCAPES}.txt"),
]


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = Path(shutil.copytree(HERE / "small", tmp_path / "dossier"))
    monkeypatch.chdir(root)
    (root / "seeds/fees.txt").write_bytes(TEXT.encode())
    (root / "content/facts/fees.yml").write_text(FACTS, encoding="utf-8")
    (root / f"inbox{ESCAPES}.txt").write_bytes(TEXT.replace("12", "14").encode())
    (root / "list.csv").write_text(f"file,day,{ESCAPES}\nnone{ESCAPES},x,\nnone,x{ESCAPES},\n", "utf-8")
    return root


@pytest.mark.usefixtures("dossier")
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: OBEYED.sub("", " ".join(command)))
def test_a_terminal_is_told_nothing_but_text(command: tuple[str, ...]) -> None:
    proposals = json.dumps({"proposals": [{"passage": f"harbour {ESCAPES}fees"}, {"passage": "a\udc80b"}]})
    done = CliRunner().invoke(main, list(command), input=proposals, catch_exceptions=False)
    assert done.output.replace("\n", "")
    assert OBEYED.findall(done.output) == []


@pytest.mark.parametrize("command", [("check",), ("check", "--json"), ("names",), ("draft", "nobody", "--show-input")])
def test_nor_by_the_names_of_files(command: tuple[str, ...], dossier: Path) -> None:
    (dossier / "texts").mkdir()
    (dossier / f"texts/other{ESCAPES}\r.txt").write_bytes(TEXT.encode())
    (dossier / f"content/nobody{ESCAPES}.yml").write_text("a: [", encoding="utf-8")
    done = CliRunner().invoke(main, list(command), catch_exceptions=False)
    assert done.output.replace("\n", "")
    assert OBEYED.findall(done.output) == []


@pytest.mark.usefixtures("dossier")
def test_a_reader_sees_that_something_stands_there_and_machines_get_it() -> None:
    told = CliRunner().invoke(main, ["review", "fees"]).stdout
    assert "said that Norway [would carry 45 percent] of·[31m·]0;pwned·····2J" in told
    machines = json.loads(CliRunner().invoke(main, ["review", "fees", "--json"]).stdout)
    [sentence] = machines["facts"][0]["sentences"]
    assert "of\x1b[31m\x1b]0;pwned\x07\b\b\b\x9b2J\x7f" in sentence["text"]


def test_what_people_write_is_printed_as_it_is() -> None:
    text = "é — “quoted”\tوَ  אֲנִי\u200f 🙂\u200d\n · ＡＢ"
    assert printable(text) == text
    assert printable("a\x1b\x85\u2028\u202e\u2066\ud800b") == "a······b"


def test_a_workflow_is_given_no_commands(capsys: pytest.CaptureFixture[str]) -> None:
    """Which it would take from the beginning of any line, after spaces too, and `##[` from anywhere."""
    tell("::error::a\n \u3000::b\n\nc ::d:: ##[set-output name=e]f\n# a\n## [b](c)\nd :: e")
    assert capsys.readouterr().out == (
        "·::error::a\n· \u3000::b\n\nc ::d:: #·#[set-output name=e]f\n# a\n## [b](c)\nd :: e\n"
    )


def test_commands_print_through_one_door() -> None:
    paths = [path for path in (ROOT / "generator").rglob("*.py") if path.name not in ("console.py", "swap.py")]
    calls = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in paths
        if "shipped" not in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and re.fullmatch(r"click\.s?echo|print", ast.unparse(node.func))
    ]
    assert calls == []


def test_no_line_is_a_command_of_a_workflow(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever a file or an article holds: those that runs of GitHub obey are written by `--github` alone."""
    console.tell("a\n::error::b\n  ##[group]c\nd ::e\n")
    console.tell("::error file=a::b", is_command=True)
    assert capsys.readouterr().out == "a\n·::error::b\n  #·#[group]c\nd ::e\n\n::error file=a::b\n"
