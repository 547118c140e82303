"""Every problem code is explained, by the command and on the handbook's page, which are made from one text."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.__main__ import main
from generator.commands.explain import gates
from tests.folders import ROOT

REFUSALS = {"Problem", "PydanticCustomError", "refuted", "_problem"}  # what is called with a code
# The codes that are put together: the checks of a fact, by what they look at.
BUILT = {"UNBOUND-": {"CHANNEL", "DATE", "NAME", "NUMBER", "QUOTATION", "SPEAKER"}}


def codes(modules: Iterable[Path]) -> Iterator[str]:
    """Every problem code that the source has; a code of one word is known by the call that it stands in."""
    for module in modules:
        source = module.read_text(encoding="utf-8")
        yield from re.findall(r'"([A-Z]+(?:-[A-Z0-9]+)+)"', source)
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                start = str(node.values[0].value)
                if re.fullmatch(r"[A-Z]+-", start):
                    yield from (start + end for end in BUILT[start])
            if isinstance(node, ast.Call):
                called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                given = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
                yield from (str(arg) for arg in given if called in REFUSALS and re.fullmatch("[A-Z]+", str(arg)))


def explain(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments])


def test_every_code_is_explained_and_no_other() -> None:
    explained = [entry.code for gate in gates() for entry in gate.entries]
    assert sorted(explained) == sorted(set(codes((ROOT / "generator").rglob("*.py"))))


def test_the_codes_of_a_gate_stand_in_order() -> None:
    for gate in gates():
        assert [entry.code for entry in gate.entries] == sorted(entry.code for entry in gate.entries)


def test_no_entry_leaves_anything_open() -> None:
    entries = [entry for gate in gates() for entry in gate.entries]
    assert [entry.code for entry in entries if not all(map(str.strip, vars(entry).values()))] == []
    assert [entry.code for entry in entries if entry.bad == entry.good] == []
    texts = [(entry.code, text) for entry in entries for text in (entry.what, entry.why, entry.do)]
    assert [code for code, text in texts if not re.fullmatch(r"[A-Z`“].*\.", text)] == []


def test_the_page_of_the_handbook_says_what_the_command_says(agrees: Callable[[Path, str], None]) -> None:
    agrees(ROOT / "docs" / "problems.md", explain("--handbook").output)


def test_the_handbook_leads_to_the_page() -> None:
    assert "(docs/problems.md)" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_a_code_is_explained_with_an_example() -> None:
    assert explain("no-theme").output == (
        "NO-THEME\n\n"
        "  A fact is on no theme.\n\n"
        "  Readers come to facts through themes.\n\n"
        "  Add one to `about`. Background that names a leader needs none.\n\n"
        "  Not so:\n\n      about: [norway]\n\n"
        "  But so:\n\n      about: [energy-links]\n"
    )


def test_several_codes_are_explained_in_the_order_given() -> None:
    alone = [explain(code).output for code in ("NO-THEME", "BAD-DATE")]
    assert explain("NO-THEME", "BAD-DATE").output == "\n".join(alone)


def test_without_a_code_all_are_listed() -> None:
    listed = explain().output
    known = [entry.code for gate in gates() for entry in gate.entries]
    assert re.findall(r"^  ([A-Z0-9-]+) ", listed, re.MULTILINE) == known


@pytest.mark.parametrize(
    ("code", "hint"),
    [("UNBOND-NAME", "did you mean `UNBOUND-NAME`?"), ("zzz", "`briefbook explain` lists all codes")],
)
def test_a_code_that_nobody_knows_is_a_mistake_of_typing(code: str, hint: str) -> None:
    result = explain(code)
    assert result.exit_code == 2
    assert f"no problem has the code `{code}`; {hint}" in result.output
