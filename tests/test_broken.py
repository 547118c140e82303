"""Every kind of broken content, a folder each, and the whole of what is said about it."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from generator import pipeline, rules
from generator.briefing import Briefing
from generator.problems import Malformed, Problem
from tests.folders import HERE, ROOT, article_texts_of, laid_over

CASES = sorted(path for path in (HERE / "broken").iterdir() if path.is_dir())
# Shown elsewhere: a folder would have to hold a megabyte, and NOT-JSON is told of what no folder holds.
NO_TEXT_SHOWS_IT = {"NOT-JSON", "TOO-LARGE", "TOO-MANY-VALUES"}
CODE = re.compile(r'"([A-Z]{5,}|[A-Z]+(?:-[A-Z]+)+)"')


@cache
def read(case: Path) -> Briefing | tuple[Problem, ...]:
    """The small dossier with the files of the case laid over it, or what gate one says; read once for all rules."""
    texts = laid_over(case)
    try:
        return pipeline.load(texts, article_texts_of(texts))
    except Malformed as malformed:
        return tuple(malformed.problems)


def problems_of(case: Path) -> str:
    """What is said of a case: gate one, then the rules."""
    found = read(case)
    problems = pipeline.problems(found) if isinstance(found, Briefing) else found
    return "".join(f"{problem}\n" for problem in problems)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_broken_content_is_reported(case: Path, agrees: Callable[[Path, str], None]) -> None:
    problems = problems_of(case)
    assert problems
    agrees(case / "problems.txt", problems)


def test_the_small_dossier_is_whole() -> None:
    assert problems_of(HERE / "small") == ""


def test_every_code_has_a_folder() -> None:
    parts = ("content", "evidence", "rules")
    modules = [path for part in parts for path in (ROOT / "generator" / part).glob("*.py")]
    codes = {code for module in modules for code in CODE.findall(module.read_text(encoding="utf-8"))}
    assert codes - {code for case in CASES for code in codes_of(case)} == NO_TEXT_SHOWS_IT


def codes_of(case: Path) -> set[str]:
    return set(re.findall(r"^[^ ]+: ([A-Z-]+): ", (case / "problems.txt").read_text(encoding="utf-8"), re.MULTILINE))


RULES = rules.RULES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_without_a_rule_a_folder_is_no_longer_reported(rule: rules.Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "RULES", tuple(other for other in RULES if other is not rule))
    assert any(problems_of(case) != (case / "problems.txt").read_text(encoding="utf-8") for case in CASES)
