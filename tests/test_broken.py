"""Every kind of broken content, a folder each, and the whole of what is said about it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.content.reading import read
from generator.problems import Malformed
from tests.folders import texts_of

HERE = Path(__file__).parent
CASES = sorted(path for path in (HERE / "broken").iterdir() if path.is_dir())
# Shown in test_yaml_tree.py, because a folder would have to hold a megabyte.
TOO_BIG_FOR_A_FOLDER = {"TOO-LARGE", "TOO-MANY-VALUES"}


def problems_of(case: Path) -> str:
    """What is said of the small dossier with the files of the case laid over it."""
    removed = case / "without.txt"
    without = removed.read_text(encoding="utf-8").split() if removed.exists() else []
    texts = texts_of(HERE / "small") | texts_of(case)
    try:
        read({path: text for path, text in texts.items() if path not in without})
    except Malformed as malformed:
        return f"{malformed}\n"
    return ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_broken_content_is_reported(case: Path, agrees: Callable[[Path, str], None]) -> None:
    problems = problems_of(case)
    assert problems
    agrees(case / "problems.txt", problems)


def test_every_code_has_a_folder() -> None:
    modules = (HERE.parent / "generator" / "content").glob("*.py")
    codes = {code for module in modules for code in re.findall(r'"([A-Z]+(?:-[A-Z]+)+)"', module.read_text())}
    shown = {
        code for case in CASES for code in re.findall(r": ([A-Z-]+): ", (case / "problems.txt").read_text())
    }
    assert codes - shown == TOO_BIG_FOR_A_FOLDER
